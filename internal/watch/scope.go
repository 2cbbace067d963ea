package watch

import (
	"crypto/sha256"
	"encoding/binary"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"dossier/internal/source"
)

// scope is the part of a site that is watched.
type scope struct {
	root string   // absolute
	skip []string // relative to root, cleaned
}

// The sources of a site: files and folders in its root.
var (
	sourceFiles   = []string{"site.toml", "urls.lock"}
	sourceFolders = []string{"content", "i18n", "static", "themes"}
)

func newScope(root string, skip []string) scope {
	s := scope{root: root}
	for _, p := range skip {
		if filepath.IsAbs(p) {
			rel, err := filepath.Rel(root, p)
			if err != nil {
				continue
			}
			p = rel
		}
		s.skip = append(s.skip, filepath.Clean(p))
	}
	return s
}

// holds reports whether a change of the file or folder matters. The site's
// folder itself does: it can vanish.
func (s scope) holds(path string) bool {
	rel, err := filepath.Rel(s.root, path)
	if err != nil {
		return false
	}
	if rel == "." {
		return true
	}
	parts := strings.Split(rel, string(filepath.Separator))
	if !slices.Contains(sourceFiles, parts[0]) && !slices.Contains(sourceFolders, parts[0]) {
		return false
	}
	return !slices.ContainsFunc(parts, ignored) && !s.skipped(rel)
}

// relative names a file as the site does, with forward slashes.
func (s scope) relative(path string) string {
	rel, err := filepath.Rel(s.root, path)
	if err != nil {
		return path
	}
	return filepath.ToSlash(rel)
}

func (s scope) skipped(rel string) bool {
	return slices.ContainsFunc(s.skip, func(p string) bool {
		return rel == p || strings.HasPrefix(rel, p+string(filepath.Separator))
	})
}

// ignored reports whether a name is hidden or none of the site's.
func ignored(name string) bool {
	return strings.HasPrefix(name, ".") && name != ".well-known" || source.Scratch(name)
}

// walk calls visit for the root, for the files in it, and for every file and folder of
// the sources. What vanishes meanwhile is left out; visit's error ends the walk.
func (s scope) walk(visit func(path string, d fs.DirEntry) error) error {
	step := func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return nil
		case !s.holds(path) && d.IsDir():
			return filepath.SkipDir
		case !s.holds(path):
			return nil
		}
		return visit(path, d)
	}
	info, err := os.Lstat(s.root)
	if err != nil {
		return err
	}
	if err := visit(s.root, fs.FileInfoToDirEntry(info)); err != nil {
		return err
	}
	for _, name := range slices.Concat(sourceFiles, sourceFolders) {
		if err := filepath.WalkDir(filepath.Join(s.root, name), step); err != nil {
			return err
		}
	}
	return nil
}

// fingerprint sums up names, sizes and time stamps.
type fingerprint [sha256.Size]byte

func (s scope) fingerprint() fingerprint {
	sum := sha256.New()
	_ = s.walk(func(path string, d fs.DirEntry) error {
		if path == s.root {
			return nil
		}
		info, err := d.Info()
		if err != nil {
			return nil
		}
		var numbers []byte
		if !info.IsDir() {
			numbers = binary.AppendVarint(numbers, info.Size())
			numbers = binary.AppendVarint(numbers, info.ModTime().UnixNano())
		}
		sum.Write([]byte(path + "\x00"))
		sum.Write(append(numbers, 0))
		return nil
	})
	return fingerprint(sum.Sum(nil))
}
