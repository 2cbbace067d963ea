package tree

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"dossier/internal/diag"
)

// mark is a byte-order mark.
var mark = []byte("\uFEFF")

// Clean makes the bytes of a file a text: it drops byte-order marks, turns line
// ends into LF, and refuses what is not UTF-8, holds NUL, or still has the marks of
// an unfinished merge.
func Clean(file string, data []byte) ([]byte, []diag.Diagnostic) {
	for bytes.HasPrefix(data, mark) {
		data = data[len(mark):]
	}
	if !utf8.Valid(data) {
		return nil, []diag.Diagnostic{diag.At(invalidAt(file, data), "not-utf8").WithHint("hint.save-utf8")}
	}
	if bytes.IndexByte(data, '\r') >= 0 {
		data = []byte(lineEnds.Replace(string(data)))
	}
	if at := bytes.IndexByte(data, 0); at >= 0 {
		return nil, []diag.Diagnostic{diag.At(place(file, string(data[:at])), "not-utf8.nul").WithHint("hint.save-utf8")}
	}
	return data, conflicts(file, data)
}

// lineEnds turns the line ends of Windows and of old Macs into LF.
var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n")

func invalidAt(file string, data []byte) diag.Pos {
	at := 0
	for at < len(data) {
		r, n := utf8.DecodeRune(data[at:])
		if r == utf8.RuneError && n == 1 {
			break
		}
		at += n
	}
	return place(file, lineEnds.Replace(string(data[:at])))
}

// place is the position behind a text that begins at the file's start.
func place(file, before string) diag.Pos {
	lineStart := strings.LastIndexByte(before, '\n') + 1
	return diag.Pos{
		File: file,
		Line: strings.Count(before, "\n") + 1,
		Col:  utf8.RuneCountInString(before[lineStart:]) + 1,
	}
}

// conflicts finds the marks that a failed merge leaves behind. A line of equals
// signs below a text is the old form of a heading.
func conflicts(file string, text []byte) []diag.Diagnostic {
	if !bytes.Contains(text, []byte("<<<<<<<")) && !bytes.Contains(text, []byte(">>>>>>>")) && !bytes.Contains(text, []byte("\n=======\n")) {
		return nil
	}
	above, header := "", true
	for i, line := range strings.Split(string(text), "\n") {
		sign, _, _ := strings.Cut(line, " ")
		between := line == "=======" && (header || strings.TrimSpace(above) == "")
		if sign == "<<<<<<<" || sign == ">>>>>>>" || between {
			p := diag.Pos{File: file, Line: i + 1, Col: 1, EndCol: 8}
			return []diag.Diagnostic{diag.At(p, "conflict-markers").WithHint("hint.resolve-conflict")}
		}
		above, header = line, header && (i == 0 || line != "---" && line != "+++")
	}
	return nil
}
