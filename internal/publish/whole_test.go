package publish

import (
	"errors"
	"os"
)

// Write publishes files as the whole content of t.Dir.
func Write(t Target, files []File) (Report, error) { return here.write(t, files) }

// write publishes a whole site.
func (s system) write(t Target, files []File) (Report, error) {
	w, err := s.begin(t, Options{})
	if err != nil {
		return Report{}, err
	}
	for _, f := range files {
		if err := w.Put(f); err != nil {
			return Report{}, errors.Join(err, w.Abort())
		}
	}
	return w.Commit()
}

// Manifest returns the path and SHA-256 of every file that was published to dir.
// A folder without a readable manifest is not ours: the error then matches
// fs.ErrNotExist.
func Manifest(dir string) (map[string][32]byte, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	m, err := readManifest(root)
	if err != nil {
		return nil, err
	}
	files := make(map[string][32]byte, len(m.names))
	for i, name := range m.names {
		files[name] = m.entries[i].digest
	}
	return files, nil
}
