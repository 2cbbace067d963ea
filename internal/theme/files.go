package theme

import (
	"io/fs"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"dossier/internal/diag"
	"dossier/internal/memo"
)

// file is one file of the theme.
type file struct {
	name string // within the theme: layouts/home.html
	pos  string // what diagnostics call it
	data []byte // nil for a file of the program that pages are not made of
}

// at returns the place of the n bytes at an offset.
func (f file) at(offset, n int) diag.Pos {
	offset = min(offset, len(f.data))
	head := string(f.data[:offset])
	line := head[strings.LastIndexByte(head, '\n')+1:]
	line = strings.TrimPrefix(line, "\ufeff")
	p := diag.Pos{File: f.pos, Line: 1 + strings.Count(head, "\n"), Col: 1 + utf8.RuneCountInString(line)}
	if n > 0 {
		p.EndCol = p.Col + utf8.RuneCount(f.data[offset:min(offset+n, len(f.data))])
	}
	return p
}

// whole is the file as such.
func (f file) whole() diag.Pos { return diag.Pos{File: f.pos} }

func (f file) digest() memo.Key { return memo.Bytes(f.data) }

// files are the files of a theme by name.
type files map[string]file

// below returns the files whose name begins with the folder, in order.
func (all files) below(folder, suffix string) []file {
	var found []file
	for _, name := range slices.Sorted(maps.Keys(all)) {
		if strings.HasPrefix(name, folder) && strings.HasSuffix(name, suffix) {
			found = append(found, all[name])
		}
	}
	return found
}

// stock is where the files of a theme are: the site's own as they were read at
// the start, over those of the program, which cannot change and are read when
// they are asked for.
type stock struct {
	base   fs.FS // may be nil
	folder string
	own    files
}

// newStock reads the site's own files.
func newStock(o Options) (stock, []diag.Diagnostic) {
	s := stock{base: o.Base, folder: "themes/" + o.Name, own: files{}}
	return s, s.own.add(o.Site, o.SitePath, func(string) bool { return true })
}

// file returns a file with its bytes.
func (s stock) file(name string) (file, bool) {
	if f, ok := s.own[name]; ok || s.base == nil {
		return f, ok
	}
	data, err := fs.ReadFile(s.base, name)
	return file{name: name, pos: s.folder + "/" + name, data: data}, err == nil
}

// all returns all files, the site's own in place of built-in ones of the same
// name, and the message files: of these both count, the site's after the
// built-in ones, so that it can replace a single message.
func (s stock) all() (all files, messages []file, ds []diag.Diagnostic) {
	all = files{}
	ds = all.add(s.base, s.folder, forPages)
	messages = append(all.below(messageFolder, messageType), s.own.below(messageFolder, messageType)...)
	maps.Copy(all, s.own)
	return all, messages, ds
}

// forPages tells the files that every page may depend on from those that only
// documents need, which are large.
func forPages(name string) bool {
	folder, _, _ := strings.Cut(name, "/")
	return name == manifestName || slices.Contains([]string{"assets", "i18n", "layouts"}, folder)
}

// add takes in a tree of files, with the bytes of those that are wanted; prefix
// is what diagnostics call its root.
func (all files) add(tree fs.FS, prefix string, wanted func(name string) bool) []diag.Diagnostic {
	if tree == nil {
		return nil
	}
	names, err := list(tree)
	var ds []diag.Diagnostic
	if err != nil {
		ds = append(ds, unreadable(prefix, err))
	}
	for _, name := range names {
		f := file{name: name, pos: prefix + "/" + name}
		if wanted(name) {
			if f.data, err = fs.ReadFile(tree, name); err != nil {
				ds = append(ds, unreadable(f.pos, err))
				continue
			}
		}
		all[name] = f
	}
	return ds
}

// list returns the names of all files but hidden ones.
func list(tree fs.FS) ([]string, error) {
	var names []string
	err := fs.WalkDir(tree, ".", func(name string, d fs.DirEntry, err error) error {
		hidden := name != "." && strings.HasPrefix(d.Name(), ".")
		switch {
		case err != nil:
			return err
		case d.IsDir() && hidden:
			return fs.SkipDir
		case !d.IsDir() && !hidden:
			names = append(names, name)
		}
		return nil
	})
	return names, err
}

func unreadable(name string, err error) diag.Diagnostic {
	return diag.At(diag.Pos{File: name}, "theme-missing.unreadable", err.Error())
}
