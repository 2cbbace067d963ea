package theme

import (
	"io/fs"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"dossier/internal/diag"
)

// file is one file of the theme.
type file struct {
	name string // within the theme: layouts/home.html
	pos  string // what diagnostics call it
	data []byte
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

// files are the files of a theme by name.
type files map[string]file

// readFiles returns the files of the theme, the site's own in place of built-in
// ones of the same name, and its message files: of these both count, the site's
// after the built-in ones, so that it can replace a single message.
func readFiles(o Options) (all files, messages []file, ds []diag.Diagnostic) {
	all, own := files{}, files{}
	ds = all.add(o.Base, "themes/"+o.Name)
	ds = append(ds, own.add(o.Site, o.SitePath)...)
	messages = append(all.below(messageFolder, messageType), own.below(messageFolder, messageType)...)
	maps.Copy(all, own)
	return all, messages, ds
}

// add reads a tree of files; prefix is what diagnostics call its root.
func (all files) add(tree fs.FS, prefix string) []diag.Diagnostic {
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
		if f.data, err = fs.ReadFile(tree, name); err != nil {
			ds = append(ds, unreadable(f.pos, err))
			continue
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
