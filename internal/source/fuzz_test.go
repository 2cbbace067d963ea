package source_test

import (
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"dossier/internal/source"
)

// FuzzDecode reads snapshots as a damaged cache could hold them.
func FuzzDecode(f *testing.F) {
	snap := &source.Snapshot{Root: "/a", Files: []source.File{{Path: "content/index.it.md", Size: 3}}, Commits: map[string]string{"content/index.it.md": "2026-01-02"}}
	whole := snap.Encode()
	f.Add(whole)
	f.Add(whole[:len(whole)/2])
	f.Add([]byte{})
	f.Add([]byte(strings.Repeat("\xff", 64)))
	f.Fuzz(func(t *testing.T, data []byte) {
		read, ok := source.Decode(data)
		if !ok {
			return
		}
		if again, ok := source.Decode(read.Encode()); !ok || len(again.Files) != len(read.Files) || again.Root != read.Root {
			t.Errorf("%q does not come back", data)
		}
	})
}

// FuzzNames puts a file with any name into static/: it is taken under that name,
// or told.
func FuzzNames(f *testing.F) {
	for _, name := range []string{"a.txt", "con.txt", "a ", "a.", ".env", "a\u202eb", "e\u0301", "a:b", "a\xff", "COM1", "a~", "-", "%2e%2e", "a\\b"} {
		f.Add(name)
	}
	f.Fuzz(func(t *testing.T, name string) {
		if name == "" || len(name) > 200 || !filepath.IsLocal(name) || strings.ContainsAny(name, "/\x00") || source.Scratch(name) || name == "." {
			t.Skip()
		}
		root := site(t, nil)
		write(t, filepath.Join(root, "static", name), "x")
		snap, ds := load(t, root, nil)
		if taken := len(snap.Files); taken+len(ds) != 1 {
			t.Errorf("%q: %d files, told %v", name, taken, told(ds))
		}
		for _, file := range snap.Files {
			if !utf8.ValidString(file.Path) || len(file.Path) > 180 {
				t.Errorf("%q was taken as %q", name, file.Path)
			}
		}
	})
}
