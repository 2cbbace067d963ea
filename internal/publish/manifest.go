package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// manifestName is the manifest's name in a published folder. It is the mark by
// which a folder is known as ours, and no part of the site: uploads leave it out.
const manifestName = ".dossier.json"

// maxManifest is in bytes: some 400 000 files.
const maxManifest = 64 << 20

// manifest is what a published folder says of itself: the files that were
// published there, by path.
type manifest struct {
	names   []string // in ascending order
	entries []entry  // of the names
	index   map[string]int32
	stamp   int64 // when it was written, in nanoseconds since 1970
	partial bool  // the folder may hold files that are not listed, anywhere
	pieces  bool  // the files are no site: the build that wrote them was given up
}

// entry describes a file. The size is unknown in manifests of version 1.
type entry struct {
	digest [32]byte
	size   int64
}

const unknownSize = -1

func (m *manifest) len() int {
	if m == nil {
		return 0
	}
	return len(m.names)
}

// find works for a folder without a manifest, too.
func (m *manifest) find(name string) (at int, listed bool) {
	if m == nil {
		return 0, false
	}
	i, listed := m.index[name]
	return int(i), listed
}

// lists reports whether the manifest has this file with this content.
func (m *manifest) lists(name string, digest [32]byte) (at int, listed bool) {
	at, listed = m.find(name)
	return at, listed && m.entries[at].digest == digest
}

func readManifest(root *os.Root) (*manifest, error) {
	info, err := root.Lstat(manifestName)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() || info.Size() > maxManifest {
		return nil, notManifest(root)
	}
	data, err := root.ReadFile(manifestName)
	if err != nil {
		return nil, err
	}
	m, ok := decodeManifest(data)
	if !ok {
		return nil, notManifest(root)
	}
	m.stamp = info.ModTime().UnixNano()
	return m, nil
}

func notManifest(root *os.Root) error {
	name := filepath.Join(root.Name(), manifestName)
	return fmt.Errorf("%s is not a manifest: %w", name, fs.ErrNotExist)
}

// isAbsent reports whether an error of readManifest means that there is no
// manifest, as opposed to a disk that cannot be read.
func isAbsent(err error) bool { return errors.Is(err, fs.ErrNotExist) }
