package render

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"
	"time"

	"dossier/internal/view"
)

// archive writes a ZIP file: the documents as they are (PDF is compressed
// already), a text that says what they are, and SHA256SUMS, which `sha256sum -c`
// reads. Entries are sorted by name and carry one fixed time, so that the same
// content gives the same bytes.
func archive(v *view.Archive, made func(path string) ([]byte, error)) ([]byte, error) {
	entries := []member{{v.Readme.Name, []byte(strings.ReplaceAll(v.Readme.Text, "\n", "\r\n"))}}
	for _, f := range v.Files {
		data, err := made(f.Path)
		if err != nil {
			return nil, err
		}
		entries = append(entries, member{f.Name, data})
	}
	slices.SortFunc(entries, func(a, b member) int { return strings.Compare(a.name, b.name) })
	entries = append(entries, sums(entries))

	var out bytes.Buffer
	w := zip.NewWriter(&out)
	at := entryTime(v.Date)
	for _, e := range entries {
		f, err := w.CreateHeader(&zip.FileHeader{Name: e.name, Method: zip.Store, Modified: at})
		if err != nil {
			return nil, err
		}
		if _, err := f.Write(e.data); err != nil {
			return nil, err
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// member is a file in an archive.
type member struct {
	name string
	data []byte
}

func sums(entries []member) member {
	var out bytes.Buffer
	for _, e := range entries {
		_, _ = fmt.Fprintf(&out, "%x  %s\n", sha256.Sum256(e.data), e.name)
	}
	return member{"SHA256SUMS", out.Bytes()}
}

// entryTime is the day of the last change at noon UTC; without one it is the
// first day that ZIP can write (APPNOTE 4.4.6).
func entryTime(date string) time.Time {
	day, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	return day.Add(12 * time.Hour)
}
