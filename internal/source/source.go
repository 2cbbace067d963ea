// Package source reads a site's files, safely, into an immutable Snapshot.
//
// Reading goes through os.Root, so that nothing outside the site's folder can be
// reached; only regular files are taken (a symbolic link or a pipe is a
// diagnostic), sizes are checked before bytes are read, and names that some
// system cannot store are refused. Files whose size and time stamp have not
// moved since the last snapshot are not read again.
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
	maxImage    = 20 << 20  // a picture
	maxFile     = 64 << 20  // anything else that is published as it is
)

// Folders are the parts of a site that are read.
var folders = []string{"content", "i18n", "static", "themes"}

// File is one file of the site.
type File struct {
	Path     string // relative to the site's root, forward slashes, NFC
	Data     []byte
	Digest   memo.Key
	size     int64
	modified time.Time
}

// Snapshot is the site as it was on disk. Files are sorted by path.
type Snapshot struct {
	Root    string
	Files   []File
	Commits map[string]string // path → ISO date of the last commit; nil without history
	taken   time.Time
	head    string
}

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
	var out []File
	for _, f := range s.Files {
		if strings.HasPrefix(f.Path, folder+"/") {
			out = append(out, f)
		}
	}
	return out
}

// Load reads the site under root. last may be nil.
func Load(root, configFile string, last *Snapshot) (*Snapshot, []diag.Diagnostic, error) {
	dir, err := os.OpenRoot(root)
	if err != nil {
		return nil, nil, err
	}
	defer dir.Close()
	l := &loader{dir: dir, last: last, next: &Snapshot{Root: root, taken: time.Now()}}
	if err := l.file(configFile); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, nil, err
	}
	for _, folder := range folders {
		if err := l.folder(folder); err != nil {
			return nil, nil, err
		}
	}
	l.collisions()
	slices.SortFunc(l.next.Files, func(a, b File) int { return cmp.Compare(a.Path, b.Path) })
	l.commits(root)
	return l.next, l.diags, nil
}

type loader struct {
	dir   *os.Root
	last  *Snapshot
	next  *Snapshot
	diags []diag.Diagnostic
}

func (l *loader) report(p, key string, args ...any) {
	l.diags = append(l.diags, diag.At(diag.Pos{File: p}, key, args...))
}

func (l *loader) folder(name string) error {
	info, err := l.dir.Lstat(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	if !info.IsDir() {
		l.report(name, "not-regular-file.folder", name)
		return nil
	}
	entries, err := fs.ReadDir(l.dir.FS(), name)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if err := l.entry(path.Join(name, e.Name()), e); err != nil {
			return err
		}
	}
	return nil
}

func (l *loader) entry(p string, e fs.DirEntry) error {
	switch {
	case Scratch(e.Name()):
		return nil
	case strings.HasPrefix(e.Name(), ".") && !(e.Name() == ".well-known" && path.Dir(p) == "static"):
		if strings.HasPrefix(p, "static/") {
			l.diags = append(l.diags, diag.At(diag.Pos{File: p}, "bad-path.hidden", p).WithHint("hint.hidden"))
		}
		return nil
	}
	if reason := unportable(p); reason != "" {
		l.report(p, "bad-path."+reason, e.Name())
		return nil
	}
	if e.IsDir() {
		return l.folder(p)
	}
	return l.file(p)
}

func (l *loader) file(p string) error {
	info, err := l.dir.Lstat(p)
	if err != nil {
		return err
	}
	if !info.Mode().IsRegular() {
		l.diags = append(l.diags, diag.At(diag.Pos{File: p}, "not-regular-file", p).WithHint("hint.regular-file"))
		return nil
	}
	if limit := sizeLimit(p); info.Size() > limit {
		l.report(p, "too-large", p, info.Size()>>10, limit>>10)
		return nil
	}
	f := File{Path: norm.NFC.String(p), size: info.Size(), modified: info.ModTime()}
	if old, ok := l.unchanged(f); ok {
		l.next.Files = append(l.next.Files, old)
		return nil
	}
	if f.Data, err = l.dir.ReadFile(p); err != nil {
		return err
	}
	f.Digest = memo.Bytes(f.Data)
	l.next.Files = append(l.next.Files, f)
	return nil
}

// unchanged finds the file in the last snapshot. A time stamp as new as that
// snapshot proves nothing: the file may have been written again within the same
// tick of the clock.
func (l *loader) unchanged(f File) (File, bool) {
	if l.last == nil {
		return File{}, false
	}
	old, ok := l.last.File(f.Path)
	const tick = 2 * time.Second
	same := ok && old.size == f.size && old.modified.Equal(f.modified) && f.modified.Add(tick).Before(l.last.taken)
	return old, same
}

// collisions reports names that are one on systems that fold case.
func (l *loader) collisions() {
	first := map[string]string{}
	for _, f := range l.next.Files {
		folded := strings.ToLower(f.Path)
		if other, twice := first[folded]; twice {
			l.report(f.Path, "bad-path.case", f.Path, other)
			continue
		}
		first[folded] = f.Path
	}
}
