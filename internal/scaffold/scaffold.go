// Package scaffold writes the files of a new record.
//
// Input is what the editor asks for (a type, an id, languages) and the site's
// files; output are the new files, with every field of the type's schema and a
// comment for each. The fields are read off the structs of package content, so
// that a new field appears here by itself; what it means stands in the tables of
// this package, which a test compares with the structs. A new record is a draft.
// Nothing is ever overwritten.
package scaffold

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"

	"dossier/internal/content"
	"dossier/internal/diag"
	"dossier/internal/i18n"
	"dossier/internal/pattern"
)

// Record says what is to be made.
type Record struct {
	Kind      content.Kind
	Parent    string    // of a chapter or sheet: the id of its guide or kit
	ID        string    // without Parent; of news: with or without its date
	Languages []string  // of the new files
	Site      []string  // all languages of the site
	Today     i18n.Date // dates a news item whose id has no date
	Notes     diag.Lang // language of the comments
}

// File is a file to be made. Path is relative to the site's root, with forward
// slashes.
type File struct {
	Path string
	Data []byte
}

// IDError is an id that cannot be one. Better is the nearest that can; empty
// when there is none.
type IDError struct{ ID, Better string }

func (e IDError) Error() string { return fmt.Sprintf("scaffold: %q is not an id", e.ID) }

// ExistsError is a record that is there already, in the file Path.
type ExistsError struct{ Path string }

func (e ExistsError) Error() string { return "scaffold: " + e.Path + " exists" }

// ParentError is a chapter or sheet whose guide or kit the site does not have,
// or that names none (ID is empty then). Near is one that was perhaps meant.
type ParentError struct {
	Kind     content.Kind // of the record that was asked for
	ID, Near string
}

func (e ParentError) Error() string { return fmt.Sprintf("scaffold: no parent %q", e.ID) }

// Plan returns the files of a new record. The error is one of the three above, or
// that of reading the site.
func Plan(site fs.FS, r Record) ([]File, error) {
	if err := r.complete(); err != nil {
		return nil, err
	}
	names, err := r.siblings(site)
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		if taken(name, r.ID) {
			return nil, ExistsError{r.existing(site, name)}
		}
	}
	if r.nested() && !r.parentExists(site) {
		return nil, ParentError{Kind: r.Kind, ID: r.Parent, Near: r.nearParent(site)}
	}
	return r.files(r.stem(names)), nil
}

// Write makes the files under root and the folders that they need. A file that
// has come to be since Plan stays as it is and is the error.
func Write(root string, files []File) error {
	dir, err := os.OpenRoot(root)
	if err != nil {
		return err
	}
	defer dir.Close()
	for _, f := range files {
		if err := create(dir, f); err != nil {
			return err
		}
	}
	return nil
}

func create(dir *os.Root, f File) error {
	if err := dir.MkdirAll(path.Dir(f.Path), 0o755); err != nil {
		return err
	}
	out, err := dir.OpenFile(f.Path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	if _, err := out.Write(f.Data); err != nil {
		out.Close()
		return err
	}
	return out.Close()
}

var dated = pattern.New(`^\d{4}(-\d\d){0,2}-`)

// complete splits the parent off the id, checks both and dates a news item.
func (r *Record) complete() error {
	if r.nested() {
		parent, id, ok := strings.Cut(r.ID, "/")
		if !ok {
			return ParentError{Kind: r.Kind}
		}
		r.Parent, r.ID = parent, id
	}
	for _, id := range []string{r.Parent, r.ID} {
		if id == "" && !r.nested() {
			continue
		}
		if id == "index" { // the name of a section's own file
			return IDError{ID: id}
		}
		if !i18n.IsSlug(id) {
			return IDError{ID: id, Better: i18n.Slug(id, r.Site[0])}
		}
	}
	if r.ID == "" {
		return IDError{}
	}
	if r.Kind == content.KindNews && !dated.MatchString(r.ID) {
		r.ID = r.Today.String() + "-" + r.ID
	}
	return nil
}

// nested holds for records that live inside another one's folder.
func (r Record) nested() bool {
	return r.Kind == content.KindChapter || r.Kind == content.KindSheet
}

func (r Record) folder() string {
	return path.Join("content", r.Kind.Folder(), r.Parent)
}

// siblings are the names in the folder of the record; none when there is no such
// folder yet.
func (r Record) siblings(site fs.FS) ([]string, error) {
	entries, err := fs.ReadDir(site, r.folder())
	if err != nil && !os.IsNotExist(err) {
		return nil, err
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names, nil
}

// taken reports whether a name in the folder belongs to the id: masp, masp.md,
// masp.it.md, 010-masp.it.md.
func taken(name, id string) bool {
	stem, _, _ := strings.Cut(name, ".")
	return stem == id || numbered.Compiled().ReplaceAllString(stem, "") == id
}

var numbered = pattern.New(`^\d+-`)

// existing names the file to show for a taken name: of a folder, its index.
func (r Record) existing(site fs.FS, name string) string {
	p := path.Join(r.folder(), name)
	inside, _ := fs.ReadDir(site, p)
	for _, e := range inside {
		if strings.HasPrefix(e.Name(), "index.") {
			return path.Join(p, e.Name())
		}
	}
	return p
}

func (r Record) parentExists(site fs.FS) bool {
	return slices.Contains(r.parents(site), r.Parent)
}

// parents are the ids of the site's guides or kits.
func (r Record) parents(site fs.FS) []string {
	entries, _ := fs.ReadDir(site, path.Dir(r.folder()))
	var ids []string
	for _, e := range entries {
		if id, _, _ := strings.Cut(e.Name(), "."); id != "index" && id != "" {
			ids = append(ids, id)
		}
	}
	return slices.Compact(ids)
}

func (r Record) nearParent(site fs.FS) string {
	near, _ := diag.Nearest(r.Parent, r.parents(site))
	return near
}

// bundled are the kinds that get a folder of their own: they come with files.
var bundled = []content.Kind{content.KindProject, content.KindGuide, content.KindKit}

// stem is the path of the record's files without language and extension.
func (r Record) stem(siblings []string) string {
	switch {
	case slices.Contains(bundled, r.Kind):
		return path.Join(r.folder(), r.ID, "index")
	case r.Kind == content.KindChapter:
		return path.Join(r.folder(), fmt.Sprintf("%03d-%s", nextNumber(siblings), r.ID))
	}
	return path.Join(r.folder(), r.ID)
}

// nextNumber is the first multiple of ten behind all chapters.
func nextNumber(names []string) int {
	last := 0
	for _, name := range names {
		if digits := strings.TrimSuffix(numbered.FindString(name), "-"); digits != "" {
			n, _ := strconv.Atoi(digits)
			last = max(last, n)
		}
	}
	return (last/10 + 1) * 10
}
