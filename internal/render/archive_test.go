package render

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"io/fs"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"dossier/internal/view"
)

func kit() (*view.Archive, func(string) ([]byte, error)) {
	documents := map[string][]byte{"it/kit/uno.pdf": []byte("%PDF uno"), "it/kit/due.pdf": []byte("%PDF due")}
	v := &view.Archive{
		Readme: view.ArchiveText{Name: "LEGGIMI.txt", Text: "Kit\nDue schede\n"}, Date: "2026-11-22",
		Files: []view.ArchiveFile{{Name: "due.pdf", Path: "it/kit/due.pdf", Key: "2"}, {Name: "uno.pdf", Path: "it/kit/uno.pdf", Key: "1"}},
	}
	return v, func(path string) ([]byte, error) {
		if data, ok := documents[path]; ok {
			return data, nil
		}
		return nil, fs.ErrNotExist
	}
}

func TestAnArchiveHoldsItsDocumentsATextAndTheirSums(t *testing.T) {
	v, made := kit()
	data, err := archive(v, made)
	if err != nil {
		t.Fatal(err)
	}
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	var names []string
	for _, f := range r.File {
		file, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(file)
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, f.Name)
		got[f.Name] = string(content)
		if at := time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC); !f.Modified.Equal(at) {
			t.Errorf("%s is of %v", f.Name, f.Modified)
		}
	}
	if diff := cmp.Diff([]string{"LEGGIMI.txt", "due.pdf", "uno.pdf", "SHA256SUMS"}, names); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	sums := ""
	for _, name := range names[:3] {
		sums += fmt.Sprintf("%x  %s\n", sha256.Sum256([]byte(got[name])), name)
	}
	want := map[string]string{
		"LEGGIMI.txt": "Kit\r\nDue schede\r\n", "due.pdf": "%PDF due", "uno.pdf": "%PDF uno", "SHA256SUMS": sums,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestAnArchiveHasTheSameBytesEveryTime(t *testing.T) {
	v, made := kit()
	first, err := archive(v, made)
	if err != nil {
		t.Fatal(err)
	}
	second, err := archive(v, made)
	if err != nil || !bytes.Equal(first, second) {
		t.Errorf("other bytes (%v)", err)
	}
	v.Date = ""
	undated, err := archive(v, made)
	if err != nil || bytes.Equal(first, undated) {
		t.Errorf("an archive without a date (%v)", err)
	}
}

func TestAnArchiveWithoutItsDocumentIsAFaultOfOurs(t *testing.T) {
	v, _ := kit()
	if _, err := archive(v, func(string) ([]byte, error) { return nil, fs.ErrNotExist }); err == nil {
		t.Error("no error")
	}
}
