package main

import (
	"os"
	"path/filepath"
	"strings"
)

// tree is a folder that is filled file by file. After the first error it writes
// nothing more and keeps the error.
type tree struct {
	root  string
	made  string // the folder that was made last
	files int
	bytes int64
	err   error
}

// write adds a file; folders come into being with their first file.
func (t *tree) write(name, text string) {
	if t.err != nil {
		return
	}
	file := filepath.Join(t.root, filepath.FromSlash(name))
	if dir := filepath.Dir(file); dir != t.made {
		if t.err = os.MkdirAll(dir, 0o755); t.err != nil {
			return
		}
		t.made = dir
	}
	t.err = os.WriteFile(file, []byte(text), 0o644)
	t.files++
	t.bytes += int64(len(text))
}

// page adds a file with front matter.
func (t *tree) page(name string, f *front, body string) {
	text := "---\n" + f.String() + "---\n"
	if body != "" {
		text += "\n" + body
	}
	t.write(name, text)
}

// front is front matter in YAML, written line by line.
type front struct{ strings.Builder }

// raw writes a value that needs no quotes: a date, a number, an id, a flow list.
func (f *front) raw(key, value string) { f.WriteString(key + ": " + value + "\n") }

// str writes a text, quoted.
func (f *front) str(key, value string) { f.raw(key, quote(value)) }

// both writes a text in each language.
func (f *front) both(key string, t text) {
	f.WriteString(key + ":\n")
	for l, code := range languages {
		f.WriteString("  " + code + ": " + quote(t[l]) + "\n")
	}
}

// ids writes a list of ids, unless it is empty.
func (f *front) ids(key string, ids []string) {
	if len(ids) > 0 {
		f.raw(key, "["+strings.Join(ids, ", ")+"]")
	}
}

// quote makes a double-quoted YAML scalar; the stock has no control characters.
func quote(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}

// inBoth is a text in both languages within a flow mapping.
func inBoth(t text) string {
	return "{it: " + quote(t[it]) + ", en: " + quote(t[en]) + "}"
}
