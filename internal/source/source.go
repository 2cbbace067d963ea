// Package source reads a site's files, safely, into an immutable Snapshot.
//
// Reading goes through os.Root, so that nothing outside the site's folder can be
// reached; only regular files are taken (a symbolic link or a pipe is a
// diagnostic), sizes are checked before bytes are read, and names that some
// system cannot store are refused. Files whose size, time stamps and inode have
// not moved since the last snapshot are not read again.
package source

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"

	"dossier/internal/diag"
	"dossier/internal/memo"
)

// Limits of what is read, in bytes.
const (
	maxSettings = 128 << 10 // settings, messages: reading TOML takes the square of its keys
	maxText     = 1 << 20   // a Markdown file, a template
	maxLedger   = 16 << 20  // the ledger of addresses
	maxImage    = 20 << 20  // a picture
	maxFile     = 64 << 20  // anything else that is published as it is
)

// Folders are the parts of a site that are read.
var folders = []string{"content", "i18n", "static", "themes"}

// File is one file of the site.
type File struct {
	Path   string // relative to the site's root, forward slashes, NFC
	Size   int64
	Digest memo.Key
	Data   []byte // of texts read in this run; Snapshot.Read gets the others too
	name   string // as the disk spells it
	stamp  stamp
}

// stamp tells a file that was written since from one that was not.
type stamp struct {
	Modified, Changed int64  // nanoseconds; Changed is the system's own clock, zero where there is none
	Inode             uint64 // zero where there is none
}

// Snapshot is the site as it was on disk. Files are sorted by path.
type Snapshot struct {
	Root    string
	Files   []File
	Refused map[string]bool   // paths that could not be taken, told in the diagnostics
	Commits map[string]string // path → ISO date of the last commit; nil without history
	taken   int64             // nanoseconds since 1970
	head    string
}

// Options say how a site is read.
type Options struct {
	Beside []string  // further files of the root that are read where they are there
	Last   *Snapshot // an earlier one; what has not moved since is not read again; may be nil
	// Touched are all the files that may have changed since Last, relative to the
	// root, where that is known: only these are then looked at, as long as none has
	// come or gone. nil: any may have.
	Touched []string
	Each    func(n int, step func(i int)) // runs independent steps, perhaps at once; nil: in order
}

// ErrChanged says that a file is no longer what it was when the snapshot was
// taken.
var ErrChanged = errors.New("the file changed while the site was built")

// File returns the file at a path.
func (s *Snapshot) File(path string) (File, bool) {
	i, ok := slices.BinarySearchFunc(s.Files, path, func(f File, p string) int { return cmp.Compare(f.Path, p) })
	if !ok {
		return File{}, false
	}
	return s.Files[i], true
}

// Under returns the files whose path begins with a folder.
func (s *Snapshot) Under(folder string) []File {
	return s.StartingWith(folder + "/")
}

// StartingWith returns the files whose path begins with a text.
func (s *Snapshot) StartingWith(text string) []File {
	from, _ := slices.BinarySearchFunc(s.Files, text, func(f File, p string) int { return cmp.Compare(f.Path, p) })
	to := from
	for to < len(s.Files) && strings.HasPrefix(s.Files[to].Path, text) {
		to++
	}
	return s.Files[from:to]
}

// Read returns the bytes of a file, from the disk where they are not at hand. The
// error is that of the disk, or ErrChanged.
func (s *Snapshot) Read(path string) ([]byte, error) {
	f, ok := s.File(path)
	if !ok {
		return nil, &fs.PathError{Op: "read", Path: path, Err: fs.ErrNotExist}
	}
	if f.Data != nil || f.Size == 0 {
		return f.Data, nil
	}
	dir, err := os.OpenRoot(s.Root)
	if err != nil {
		return nil, err
	}
	defer dir.Close()
	data, err := dir.ReadFile(f.name)
	if err == nil && memo.Bytes(data) != f.Digest {
		err = &fs.PathError{Op: "read", Path: path, Err: ErrChanged}
	}
	return data, err
}

// Release lets go of the texts that were read; Read reads them again.
func (s *Snapshot) Release() {
	for i := range s.Files {
		s.Files[i].Data = nil
	}
}

// Load reads the site under root.
func Load(root, configFile string, o Options) (*Snapshot, []diag.Diagnostic, error) {
	dir, err := os.OpenRoot(root)
	if err != nil {
		return nil, nil, err
	}
	defer dir.Close()
	if o.Each == nil {
		o.Each = inOrder
	}
	l := &loader{Options: o, dir: dir, next: &Snapshot{Root: root, taken: time.Now().UnixNano()}}
	if l.touched() {
		l.commits(root)
		return l.next, l.diags, nil
	}
	if err := l.list(configFile); err != nil {
		return nil, nil, err
	}
	slices.SortFunc(l.next.Files, func(a, b File) int { return cmp.Compare(a.Path, b.Path) })
	l.collisions()
	l.next.Refused = refused(l.diags)
	if err := l.read(); err != nil {
		return nil, nil, err
	}
	l.commits(root)
	return l.next, l.diags, nil
}

func inOrder(n int, step func(i int)) {
	for i := range n {
		step(i)
	}
}

type loader struct {
	Options
	dir   *os.Root
	next  *Snapshot
	diags []diag.Diagnostic
}

// list finds the files, folder by folder, all folders of a level at once.
func (l *loader) list(configFile string) error {
	level := []*listing{}
	for _, name := range append([]string{configFile}, l.Beside...) {
		if info, err := l.dir.Lstat(name); err == nil {
			first := &listing{}
			first.file(name, info)
			l.take(first)
		} else if !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	for _, folder := range folders {
		info, err := l.dir.Lstat(folder)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			continue
		case err != nil:
			return err
		case !info.IsDir():
			l.diags = append(l.diags, diag.At(diag.Pos{File: folder}, "not-regular-file.folder", folder).WithHint("hint.folder"))
		default:
			level = append(level, &listing{folder: folder})
		}
	}
	for len(level) > 0 {
		l.Each(len(level), func(i int) { level[i].read(l.dir) })
		var below []*listing
		l.next.Files = slices.Grow(l.next.Files, held(level))
		for _, each := range level {
			if each.err != nil {
				return each.err
			}
			below = append(below, l.take(each)...)
		}
		level = below
	}
	return nil
}

// held is how many files some folders hold.
func held(level []*listing) (n int) {
	for _, each := range level {
		n += len(each.files)
	}
	return n
}

// take adds what a folder holds and returns the folders below it.
func (l *loader) take(found *listing) []*listing {
	l.next.Files = append(l.next.Files, found.files...)
	l.diags = append(l.diags, found.diags...)
	return found.below
}

// listing is what one folder holds.
type listing struct {
	folder string
	files  []File
	below  []*listing
	diags  []diag.Diagnostic
	err    error
}

func (l *listing) report(p, key string, args ...any) {
	l.diags = append(l.diags, diag.At(diag.Pos{File: p}, key, args...))
}

func (l *listing) read(dir *os.Root) {
	f, err := dir.Open(l.folder)
	if err != nil {
		l.err = err
		return
	}
	entries, err := f.ReadDir(-1)
	if l.err = errors.Join(err, f.Close()); l.err != nil {
		return
	}
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return cmp.Compare(a.Name(), b.Name()) })
	l.files = make([]File, 0, len(entries))
	for _, e := range entries {
		l.entry(l.folder+"/"+e.Name(), e)
	}
}

func (l *listing) entry(p string, e fs.DirEntry) {
	switch {
	case Scratch(e.Name()):
		return
	case strings.HasPrefix(e.Name(), ".") && !(e.Name() == ".well-known" && path.Dir(p) == "static"):
		if strings.HasPrefix(p, "static/") {
			l.diags = append(l.diags, diag.At(diag.Pos{File: p}, "bad-path.hidden", p).WithHint("hint.hidden"))
		}
		return
	}
	if reason := unportable(p); reason != "" {
		l.report(strings.ToValidUTF8(p, "\uFFFD"), "bad-path."+reason, strings.ToValidUTF8(e.Name(), "\uFFFD"))
		return
	}
	if e.IsDir() && strings.HasPrefix(p, "content/") && path.Ext(p) == ".md" {
		l.diags = append(l.diags, diag.At(diag.Pos{File: p}, "not-regular-file.text", p).WithHint("hint.text-file"))
		return
	}
	if e.IsDir() {
		l.below = append(l.below, &listing{folder: p})
		return
	}
	info, err := e.Info()
	if err != nil {
		l.err = errors.Join(l.err, err)
		return
	}
	l.file(p, info)
}

func (l *listing) file(p string, info fs.FileInfo) {
	if !info.Mode().IsRegular() {
		l.diags = append(l.diags, diag.At(diag.Pos{File: p}, "not-regular-file", p).WithHint("hint.regular-file"))
		return
	}
	if limit := sizeLimit(p); info.Size() > limit {
		l.report(p, "too-large", p, info.Size()>>10, limit>>10)
		return
	}
	l.files = append(l.files, File{Path: norm.NFC.String(p), name: p, Size: info.Size(), stamp: stampOf(info)})
}

// read takes over what has not moved since the last snapshot and reads the rest.
func (l *loader) read() error {
	files := l.next.Files
	errs := make([]error, len(files))
	var before []File // of the last snapshot, from about the same place on
	if l.Last != nil {
		before = l.Last.Files
	}
	var moved []int
	for i := range files {
		for len(before) > 0 && before[0].Path < files[i].Path {
			before = before[1:]
		}
		if len(before) == 0 || !l.unchanged(&files[i], before[0]) {
			moved = append(moved, i)
		}
	}
	const most = 256 << 20 // bytes of texts that are kept until they are decoded: those of some 70 000 pages
	held := int64(0)
	keep := make([]bool, len(moved))
	for i, at := range moved {
		held += files[at].Size
		keep[i] = held <= most && files[at].Size <= maxText
	}
	l.Each(len(moved), func(i int) { errs[i] = files[moved[i]].read(l.dir, keep[i]) })
	return errors.Join(errs...)
}

func (f *File) read(dir *os.Root, keep bool) error {
	data, err := dir.ReadFile(f.name)
	if err != nil {
		return err
	}
	if limit := sizeLimit(f.Path); int64(len(data)) > limit { // it grew in the meantime
		return &fs.PathError{Op: "read", Path: f.Path, Err: ErrChanged}
	}
	f.Size, f.Digest = int64(len(data)), memo.Bytes(data)
	if keep {
		f.Data = data
	}
	return nil
}

// unchanged takes over the digest of the last snapshot. A time stamp as new as
// that snapshot proves nothing: the file may have been written again within the
// same tick of the clock. Where sizes and times all lie, as after a checkout, the
// stamp differs in its inode or change time and the file is read.
func (l *loader) unchanged(f *File, old File) bool {
	// How far apart two writes have to be for certain to differ: times of
	// modification by what file systems store, change times by the system's clock.
	const coarse, fine = int64(2 * time.Second), int64(100 * time.Millisecond)
	same := old.Path == f.Path && old.Size == f.Size && old.stamp == f.stamp &&
		f.stamp.Modified+coarse < l.Last.taken && f.stamp.Changed+fine < l.Last.taken
	if same {
		f.Digest, f.Data = old.Digest, old.Data
	}
	return same
}

// collisions reports names that are one on systems that fold case or write accents
// in one way, and keeps the first of them.
func (l *loader) collisions() {
	folding := map[string]bool{} // names, folded, that are written otherwise somewhere
	for _, f := range l.next.Files {
		if folded := strings.ToLower(f.Path); folded != f.Path {
			folding[folded] = true
		}
	}
	first, before := map[string]string{}, ""
	l.next.Files = slices.DeleteFunc(l.next.Files, func(f File) bool {
		other, twice := before, f.Path == before // they stand side by side
		before = f.Path
		if folded := strings.ToLower(f.Path); !twice && folding[folded] {
			if other, twice = first[folded]; !twice {
				first[folded] = f.Path
			}
		}
		switch {
		case !twice:
		case other == f.Path:
			l.diags = append(l.diags, diag.At(diag.Pos{File: f.Path}, "bad-path.accents", f.Path).WithHint("hint.keep-one"))
		default:
			l.diags = append(l.diags, diag.At(diag.Pos{File: f.Path}, "bad-path.case", f.Path, other).WithHint("hint.rename-one"))
		}
		return twice
	})
}

// refused are the files that problems are about.
func refused(diags []diag.Diagnostic) map[string]bool {
	all := map[string]bool{}
	for _, d := range diags {
		all[norm.NFC.String(d.Pos.File)] = true
	}
	return all
}
