package forget

import (
	"archive/zip"
	"bytes"
	"fmt"
	"html"
	"io"
	"regexp"
	"strconv"

	"dossier/internal/check/ua"
)

// part is something inside a file.
type part struct {
	name string
	data []byte
}

const (
	pdfHead = "%PDF-"
	pdfTail = "%%EOF"
	zipHead = "PK\x03\x04"
	zipTail = "PK\x05\x06"
	zipEnd  = 22 // bytes from the tail on, without a comment (APPNOTE 4.3.16)
)

// Bounds of what is taken out of ZIP files, for those that were made to fill a
// memory. Members beyond are not looked through.
const (
	maxMember = 64 << 20
	maxNested = 3
)

// partsOf returns the texts of PDF files and the members of ZIP files in some
// bytes, wherever they lie in them.
func partsOf(data []byte) []part { return partsAt(data, 0) }

func partsAt(data []byte, depth int) []part {
	var parts []part
	archives, whole := archivesIn(data)
	if !whole {
		parts = documentsIn(data)
	}
	if depth == maxNested {
		return parts
	}
	for _, archive := range archives {
		for _, member := range archive.File {
			parts = append(parts, membersOf(member, depth)...)
		}
	}
	return parts
}

// documentsIn returns the texts of PDF files.
func documentsIn(data []byte) []part {
	var parts []part
	for i, pdf := range carved(data, pdfHead, pdfTail, len(pdfTail)) {
		if report, err := ua.Check(pdf); err == nil {
			text := report.Title + "\n" + report.Text() + "\n" + report.Structure()
			parts = append(parts, part{fmt.Sprintf("PDF %d", i+1), []byte(text)})
		}
	}
	return parts
}

// membersOf returns a member and what is inside it.
func membersOf(member *zip.File, depth int) []part {
	f, err := member.Open()
	if err != nil {
		return []part{{member.Name, nil}}
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxMember))
	if err != nil {
		return []part{{member.Name, nil}}
	}
	parts := []part{{member.Name, data}}
	for _, inner := range partsAt(data, depth+1) {
		parts = append(parts, part{member.Name + ": " + inner.name, inner.data})
	}
	return parts
}

// archivesIn finds ZIP files. What is one as a whole is not searched for others:
// they are its members.
func archivesIn(data []byte) (found []*zip.Reader, whole bool) {
	if bytes.HasPrefix(data, []byte(zipHead)) {
		if r, err := zip.NewReader(bytes.NewReader(data), int64(len(data))); err == nil {
			return []*zip.Reader{r}, true
		}
	}
	for _, bytesOf := range carved(data, zipHead, zipTail, zipEnd) {
		if r, err := zip.NewReader(bytes.NewReader(bytesOf), int64(len(bytesOf))); err == nil {
			found = append(found, r)
		}
	}
	return found, false
}

// carved cuts files out of bytes. Each reaches from a head to the last tail before
// the next head that follows a tail, with so many bytes from that tail on.
func carved(data []byte, head, tail string, more int) [][]byte {
	var found [][]byte
	for {
		from := bytes.Index(data, []byte(head))
		if from < 0 {
			return found
		}
		data = data[from:]
		end := bytes.Index(data, []byte(tail))
		if end < 0 {
			return found
		}
		end = min(len(data), end+more)
		for {
			next := bytes.Index(data[end:], []byte(tail))
			if next < 0 || bytes.Contains(data[end:end+next], []byte(head)) {
				break
			}
			end = min(len(data), end+next+more)
		}
		found, data = append(found, data[:end]), data[end:]
	}
}

// untagged is the text of a page.
func untagged(data []byte) []byte {
	text := make([]byte, 0, len(data))
	for {
		from := bytes.IndexByte(data, '<')
		to := bytes.IndexByte(data[max(from, 0):], '>')
		if from < 0 || to < 0 {
			return append(text, data...)
		}
		text, data = append(text, data[:from]...), data[from+to+1:]
	}
}

// decoded puts characters in the place of entities.
func decoded(data []byte) []byte { return []byte(html.UnescapeString(string(data))) }

var escape = regexp.MustCompile(`\\u[0-9a-fA-F]{4}`)

// unescaped puts characters in the place of the escapes of JSON.
func unescaped(data []byte) []byte {
	return escape.ReplaceAllFunc(data, func(e []byte) []byte {
		code, err := strconv.ParseUint(string(e[2:]), 16, 32)
		if err != nil {
			return e
		}
		return []byte(string(rune(code)))
	})
}

// unfolded joins the lines of a calendar (RFC 5545, 3.1).
func unfolded(data []byte) []byte {
	data = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
	return bytes.ReplaceAll(bytes.ReplaceAll(data, []byte("\n "), nil), []byte("\n\t"), nil)
}
