package publish

import (
	"bufio"
	"crypto/sha256"
	"encoding/binary"
	"io/fs"
	"os"
)

// Difference counts how what was put differs from the site that is visible: files
// that are new or other, and files that are no more.
func (w *Writer) Difference() (changed, gone int) {
	kept := 0
	for name, e := range w.content {
		i, listed := w.front.signed.find(name)
		if listed {
			kept++
		}
		if !listed || w.front.signed.entries[i].digest != e.digest {
			changed++
		}
	}
	return changed, w.front.signed.len() - kept
}

// Intact returns the files of a published folder, by path and without their
// bytes, and what identifies them all together. It is false when the folder is not
// ours, or does not hold what its manifest says.
func Intact(dir string, o Options) (files []File, site [32]byte, ok bool, err error) {
	b, err := openBuffer(dir)
	if err != nil {
		return nil, site, false, err
	}
	defer b.close()
	if b.signed == nil {
		return nil, site, false, nil
	}
	each := o.Each
	if each == nil {
		each = inOrder
	}
	if err := b.survey(each); err != nil {
		return nil, site, false, err
	}
	files = make([]File, len(b.signed.names))
	for i, name := range b.signed.names {
		files[i] = File{Path: name, Digest: b.signed.entries[i].digest}
	}
	return files, b.signed.site(), b.isWhole(), nil
}

// site identifies the files that a manifest lists.
func (m *manifest) site() [32]byte {
	return identify(m.len(), func(i int) (string, [32]byte) { return m.names[i], m.entries[i].digest })
}

// identify sums up files.
func identify(n int, file func(i int) (name string, digest [32]byte)) [32]byte {
	all := sha256.New()
	w := bufio.NewWriter(all) // writing to a hash cannot fail
	for i := range n {
		name, digest := file(i)
		w.Write(binary.AppendUvarint(w.AvailableBuffer(), uint64(len(name))))
		w.WriteString(name)
		w.Write(digest[:])
	}
	w.Flush()
	return [32]byte(all.Sum(nil))
}

// Visible lists what the site that is visible holds, by path and without bytes, as
// its manifest says.
func (w *Writer) Visible() []File {
	files := make([]File, w.front.signed.len())
	for i := range files {
		files[i] = File{Path: w.front.signed.names[i], Digest: w.front.signed.entries[i].digest}
	}
	return files
}

// Site identifies finished files, sorted by path, as Intact does.
func Site(files []File) [32]byte {
	return identify(len(files), func(i int) (string, [32]byte) { return files[i].Path, files[i].Digest })
}

// Read returns the digest of every file that a published folder holds, read anew.
func Read(dir string) (map[string][32]byte, error) {
	found := map[string][32]byte{}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	err = fs.WalkDir(root.FS(), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || name == manifestName {
			return err
		}
		data, err := root.ReadFile(name)
		found[name] = sha256.Sum256(data)
		return err
	})
	return found, err
}
