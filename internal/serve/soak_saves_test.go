package serve

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// Ways in which editors put a text into a file. Each leaves the file with the
// text, and nothing else.
var saves = []struct {
	name string
	do   func(w writer, file string, text []byte)
}{
	{"emptied and written", func(w writer, file string, text []byte) { w.put(file, text) }},
	{"emptied, and written later", func(w writer, file string, text []byte) {
		w.put(file, nil)
		time.Sleep(12 * time.Millisecond)
		w.put(file, text)
	}},
	{"written aside and renamed", func(w writer, file string, text []byte) { w.aside(file+".tmp", file, text) }},
	{"written aside under a hidden name", func(w writer, file string, text []byte) {
		w.aside(filepath.Join(filepath.Dir(file), ".goutputstream-X1Y2Z3"), file, text)
	}},
	{"Vim, with a backup", func(w writer, file string, text []byte) {
		probe := filepath.Join(filepath.Dir(file), "4913")
		w.put(probe, nil)
		w.must(os.Remove(probe))
		w.must(os.Rename(file, file+"~"))
		w.put(file, text)
		w.must(os.Remove(file + "~"))
	}},
	{"Emacs, with a lock and an automatic save", func(w writer, file string, text []byte) {
		dir, name := filepath.Split(file)
		w.must(os.Symlink("someone@somewhere.1234:5678", dir+".#"+name))
		w.put(dir+"#"+name+"#", text)
		w.put(file, text)
		w.must(os.Remove(dir + "#" + name + "#"))
		w.must(os.Remove(dir + ".#" + name))
	}},
	{"written, then given its permissions", func(w writer, file string, text []byte) {
		w.put(file, text)
		w.must(os.Chmod(file, 0o600))
		w.must(os.Chmod(file, 0o644))
	}},
	{"with the line ends of Windows", func(w writer, file string, text []byte) {
		w.put(file, bytes.ReplaceAll(text, []byte("\n"), []byte("\r\n")))
	}},
	{"with a byte-order mark", func(w writer, file string, text []byte) { w.put(file, append([]byte("\uFEFF"), text...)) }},
	{"twice", func(w writer, file string, text []byte) {
		w.put(file, bytes.ToUpper(text[len(text)/2:]))
		w.put(file, text)
	}},
	{"removed and created", func(w writer, file string, text []byte) {
		w.must(os.Remove(file))
		w.put(file, text)
	}},
	{"in pieces", func(w writer, file string, text []byte) {
		f, err := os.Create(file)
		w.must(err)
		for len(text) > 0 {
			n := min(len(text), 40)
			_, err = f.Write(text[:n])
			w.must(err)
			text = text[n:]
		}
		w.must(f.Close())
	}},
}

// Saves after which the site cannot be built.
var brokenSaves = []struct {
	name string
	do   func(w writer, file string, text []byte)
}{
	{"no YAML", func(w writer, file string, text []byte) {
		w.put(file, bytes.Replace(text, []byte("title:"), []byte("title: [\"\n\t:"), 1))
	}},
	{"a dead reference", func(w writer, file string, text []byte) {
		w.put(file, append(bytes.Clone(text), "\n[gone](@/projects/nowhere)\n"...))
	}},
	{"deleted", func(w writer, file string, _ []byte) { w.must(os.Remove(file)) }},
	{"not a text", func(w writer, file string, _ []byte) {
		w.put(file, []byte(strings.Repeat("\x89PNG\x00\xff\xfe\x1a", 500)))
	}},
	{"empty", func(w writer, file string, _ []byte) { w.put(file, nil) }},
	{"a front matter without end", func(w writer, file string, text []byte) { w.put(file, text[:30]) }},
	{"an unknown field", func(w writer, file string, text []byte) {
		w.put(file, bytes.Replace(text, []byte("summary:"), []byte("sumary:"), 1))
	}},
	{"a link in the place of the file", func(w writer, file string, _ []byte) {
		w.must(os.Remove(file))
		w.must(os.Symlink("/etc/passwd", file))
	}},
}

func (w writer) put(file string, text []byte) {
	w.Helper()
	w.must(os.WriteFile(file, text, 0o644))
}

func (w writer) aside(temporary, file string, text []byte) {
	w.Helper()
	w.put(temporary, text)
	w.must(os.Rename(temporary, file))
}
