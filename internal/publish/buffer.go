package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"time"
)

const (
	fileMode   fs.FileMode = 0o644
	folderMode fs.FileMode = 0o755
)

// buffer is a published folder, front or back, as it was found on the disk.
type buffer struct {
	root    *os.Root
	signed  map[string][32]byte    // the manifest; nil where there is none
	stamp   time.Time              // when the manifest was written
	entries map[string]fs.FileInfo // everything that is not a folder
	folders map[string]bool
}

// diff is what must change for a buffer to hold a plan.
type diff struct {
	write   []File   // missing or different
	extra   []string // files, links and pipes that the plan does not have
	folders []string // folders that the plan does not have, deepest first
	kept    map[string][32]byte
}

// openBuffer opens a folder and reads its manifest. The caller closes the root.
func openBuffer(dir string) (*buffer, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	b := &buffer{root: root, entries: map[string]fs.FileInfo{}, folders: map[string]bool{}}
	b.signed, b.stamp, err = readManifest(root)
	if err != nil && !isAbsent(err) {
		root.Close()
		return nil, err
	}
	return b, nil
}

// survey lists what the folder holds.
func (b *buffer) survey() error {
	return fs.WalkDir(b.root.FS(), ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case name == ".":
			return nil
		case name == manifestName && d.IsDir():
			return fs.SkipDir
		case name == manifestName:
			return nil
		case d.IsDir():
			b.folders[name] = true
			return nil
		}
		b.entries[name], err = d.Info()
		return err
	})
}

// holds reports whether a file of the plan is there already. The digest is the
// manifest's word; size and age show whether someone has been at the file since.
// The manifest is always the last file written, so nothing of ours is younger.
func (b *buffer) holds(f File) bool {
	digest, signed := b.signed[f.Path]
	info, there := b.entries[f.Path]
	return signed && there && digest == f.Digest && info.Mode().IsRegular() &&
		info.Size() == int64(len(f.Data)) && !info.ModTime().After(b.stamp)
}

// compare needs a survey.
func (b *buffer) compare(p plan) diff {
	d := diff{kept: map[string][32]byte{}}
	for _, f := range p.files {
		if b.holds(f) {
			d.kept[f.Path] = f.Digest
		} else {
			d.write = append(d.write, f)
		}
	}
	for name := range b.entries {
		if _, planned := p.index[name]; !planned {
			d.extra = append(d.extra, name)
		}
	}
	for name := range b.folders {
		if !p.folders[name] {
			d.folders = append(d.folders, name)
		}
	}
	slices.Sort(d.extra)
	slices.SortFunc(d.folders, func(a, b string) int { return strings.Compare(b, a) })
	return d
}

func (d diff) isEmpty() bool {
	return len(d.write) == 0 && len(d.extra) == 0 && len(d.folders) == 0
}

func (d diff) report() Report {
	r := Report{Written: len(d.write), Removed: len(d.extra), Unchanged: len(d.kept)}
	for _, f := range d.write {
		r.Bytes += int64(len(f.Data))
	}
	return r
}

// obsolete returns what has to go, in an order in which each folder is empty
// when its turn comes.
func (d diff) obsolete() []string { return slices.Concat(d.extra, d.folders) }

// writtenTo returns the paths of the files to write, as they lie in a folder of
// the buffer.
func (d diff) writtenTo(folder string) []string {
	names := make([]string, len(d.write))
	for i, f := range d.write {
		names[i] = path.Join(folder, f.Path)
	}
	return names
}

// isCurrent reports whether a folder already is the planned site. The manifest
// is compared first, so that a changed site costs no walk through the front.
func isCurrent(dir string, p plan) (bool, error) {
	b, err := openBuffer(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	defer b.root.Close()
	if b.signed == nil || len(b.signed) != len(p.files) {
		return false, nil
	}
	for _, f := range p.files {
		if digest, ok := b.signed[f.Path]; !ok || digest != f.Digest {
			return false, nil
		}
	}
	if err := b.survey(); err != nil {
		return false, err
	}
	return b.compare(p).isEmpty(), nil
}

// fill makes the back hold the plan.
func fill(dir string, p plan) (Report, error) {
	b, err := openBack(dir)
	if err != nil {
		return Report{}, err
	}
	defer b.root.Close()
	if err := b.survey(); err != nil {
		return Report{}, fmt.Errorf("reading %s: %w", dir, err)
	}
	d := b.compare(p)
	if err := b.apply(d, p); err != nil {
		return Report{}, fmt.Errorf("writing %s: %w", dir, err)
	}
	return d.report(), nil
}

// openBack opens the back and makes it where needed. A link in its place is
// removed, never followed.
func openBack(dir string) (*buffer, error) {
	if errors.As(checkFolder(dir), new(NotFolderError)) {
		if err := os.Remove(dir); err != nil {
			return nil, err
		}
	}
	if err := makeTop(dir); err != nil {
		return nil, err
	}
	return openBuffer(dir)
}

// makeTop makes a published folder itself, readable for a web server.
func makeTop(dir string) error {
	if err := os.MkdirAll(dir, folderMode); err != nil {
		return err
	}
	return os.Chmod(dir, folderMode)
}

// apply makes the changes. From the first to the last there is no manifest: if
// this is interrupted, the next build trusts none of the buffer.
//
// Deleting comes first, which frees the space and the names. A different file is
// deleted and made anew, not overwritten: a reader that opened it while this
// folder was the front finishes with the bytes it began.
func (b *buffer) apply(d diff, p plan) error {
	if err := b.root.RemoveAll(manifestName); err != nil {
		return err
	}
	if err := b.remove(d.obsolete()); err != nil {
		return err
	}
	if err := b.remove(b.outdated(d)); err != nil {
		return err
	}
	for _, f := range d.write {
		if err := b.create(f.Path, f.Data); err != nil {
			return err
		}
	}
	if err := b.create(manifestName, encodeManifest(p.digests())); err != nil {
		return err
	}
	return flush(b.root, append(d.writtenTo("."), manifestName))
}

// outdated returns the paths that are to be written and hold something already.
func (b *buffer) outdated(d diff) []string {
	var names []string
	for _, f := range d.write {
		if _, there := b.entries[f.Path]; there {
			names = append(names, f.Path)
		}
	}
	return names
}

// remove deletes files and empty folders.
func (b *buffer) remove(names []string) error {
	for _, name := range names {
		if err := b.root.Remove(name); err != nil {
			return err
		}
		delete(b.folders, name)
	}
	return nil
}

// create writes a file that does not exist yet. The mode is set whatever the
// user's umask: a web server has to read the site.
func (b *buffer) create(name string, data []byte) error {
	if err := b.makeFolders(path.Dir(name)); err != nil {
		return err
	}
	f, err := b.root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, fileMode)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return errors.Join(err, f.Chmod(fileMode), f.Close())
}

// makeFolders makes a folder and its parents, each once.
func (b *buffer) makeFolders(dir string) error {
	if dir == "." || b.folders[dir] {
		return nil
	}
	if err := b.makeFolders(path.Dir(dir)); err != nil {
		return err
	}
	if err := b.root.Mkdir(dir, folderMode); err != nil {
		return err
	}
	b.folders[dir] = true
	return b.root.Chmod(dir, folderMode)
}
