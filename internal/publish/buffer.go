package publish

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// buffer is a published folder, front or back: its manifest, and what a survey
// has found of it on the disk.
type buffer struct {
	dir    string
	disk   *disk     // nil where there is no folder
	signed *manifest // nil where there is none

	state   []fileState     // of the files of the manifest; nil before the survey
	loose   map[string]bool // files, links and pipes that the manifest does not list
	folders map[string]bool // every folder
	strays  int             // how many folders of these hold no file of the manifest
	emptied map[string]bool // files that were removed before the first was put
}

// fileState says what lies where the manifest has a file.
type fileState byte

const (
	fileAbsent  fileState = iota // nothing, or a folder
	fileTouched                  // something that is not what we wrote
	fileKept                     // what we wrote
)

// openBuffer opens a folder and reads its manifest; a folder that is not there,
// or a link in its place, is an empty buffer.
func openBuffer(dir string) (*buffer, error) {
	b := &buffer{dir: dir, loose: map[string]bool{}, folders: map[string]bool{}}
	if errors.As(checkFolder(dir), new(NotFolderError)) {
		return b, nil
	}
	err := b.open()
	if errors.Is(err, fs.ErrNotExist) {
		return b, nil
	}
	if err != nil {
		return nil, err
	}
	b.signed, err = readManifest(b.disk.root)
	if err != nil && !isAbsent(err) {
		b.close()
		return nil, err
	}
	return b, nil
}

func (b *buffer) open() (err error) {
	b.disk, err = openDisk(b.dir)
	return err
}

func (b *buffer) close() {
	if b.disk != nil {
		b.disk.close()
		b.disk = nil
	}
}

// holds reports whether a file is there, as of the survey, and how it is listed.
func (b *buffer) holds(name string, digest [32]byte) (entry, bool) {
	i, listed := b.signed.lists(name, digest)
	if !listed || b.state[i] != fileKept {
		return entry{}, false
	}
	return b.signed.entries[i], true
}

// entryNow is the ith file of the manifest, if it is there now.
func (b *buffer) entryNow(i int) (entry, bool) {
	e := b.signed.entries[i]
	s, err := b.disk.look(b.signed.names[i])
	return e, err == nil && s.isUntouched(e, b.signed.stamp)
}

// isSite reports whether the manifest lists exactly these files.
func (b *buffer) isSite(content map[string]entry) bool {
	if b.signed == nil || len(b.signed.names) != len(content) {
		return false
	}
	for i, name := range b.signed.names {
		if e, ok := content[name]; !ok || e != b.signed.entries[i] {
			return false
		}
	}
	return true
}

// isWhole reports whether the survey has found what the manifest says and
// nothing else.
func (b *buffer) isWhole() bool {
	whole := !slices.ContainsFunc(b.state, func(s fileState) bool { return s != fileKept })
	return whole && len(b.loose) == 0 && b.strays == 0
}

// isTaken reports whether something that is no folder lies at a path, as of the
// survey.
func (b *buffer) isTaken(name string) bool {
	if i, listed := b.signed.find(name); listed && b.state[i] != fileAbsent {
		return true
	}
	return b.loose[name]
}

// begin takes the manifest away, and makes the folder where needed. Until the
// next sign nothing in the buffer is believed: if this build is interrupted, the
// next one rewrites it.
func (b *buffer) begin() error {
	if err := makeTop(b.dir); err != nil {
		return err
	}
	if b.disk == nil {
		if err := b.open(); err != nil {
			return err
		}
	}
	if err := b.disk.root.RemoveAll(manifestName); err != nil || b.signed != nil {
		return err
	}
	return b.empty()
}

// empty frees the space that a build has taken which came to no end: there may
// be none left.
func (b *buffer) empty() error {
	files, folders := b.obsolete(nil, nil)
	b.loose, b.emptied = map[string]bool{}, b.loose
	if err := b.remove(files); err != nil {
		return err
	}
	return b.remove(folders)
}

// obsolete returns what is no part of a site, in an order in which each folder
// is empty when its turn comes: the files first, then the folders.
func (b *buffer) obsolete(content map[string]entry, needed map[string]bool) (files, folders []string) {
	if b.signed != nil {
		for i, name := range b.signed.names {
			if _, wanted := content[name]; !wanted && b.state[i] != fileAbsent {
				files = append(files, name)
			}
		}
	}
	for name := range b.loose {
		if _, wanted := content[name]; !wanted {
			files = append(files, name)
		}
	}
	for name := range b.folders {
		if !needed[name] {
			folders = append(folders, name)
		}
	}
	slices.Sort(files)
	slices.SortFunc(folders, func(a, b string) int { return strings.Compare(b, a) })
	return slices.Compact(files), folders
}

// remove deletes files and empty folders.
func (b *buffer) remove(names []string) error {
	for _, name := range names {
		if err := b.disk.remove(name); err != nil {
			return err
		}
		delete(b.folders, name)
	}
	return nil
}

// put writes a file of which the folder is there. A different file is made anew
// for all that anybody can see: a reader that opened it while this buffer was the
// front finishes with the bytes it began.
func (b *buffer) put(name string, data []byte) error {
	if b.isTaken(name) {
		return b.disk.replace(name, data)
	}
	return b.disk.create(name, data)
}

// makeFolders makes a folder and its parents, each once.
func (b *buffer) makeFolders(dir string) error {
	if dir == "." || b.folders[dir] {
		return nil
	}
	if err := b.makeFolders(parent(dir)); err != nil {
		return err
	}
	if err := b.disk.mkdir(dir); err != nil {
		return err
	}
	b.folders[dir] = true
	return nil
}

// sign writes the manifest and makes all that was written durable.
func (b *buffer) sign(content map[string]entry, written []string) error {
	return b.signAs(encodeManifest(content, b.signed), written)
}

func (b *buffer) signAs(manifest []byte, written []string) error {
	if err := b.disk.create(manifestName, manifest); err != nil {
		return err
	}
	return flush(b.disk.root, append(slices.Clone(written), manifestName))
}

// inFolder returns paths as they lie in a folder of the buffer.
func inFolder(folder string, names []string) []string {
	moved := make([]string, len(names))
	for i, name := range names {
		moved[i] = path.Join(folder, name)
	}
	return moved
}
