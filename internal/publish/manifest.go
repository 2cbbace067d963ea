package publish

import (
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// manifestName is the manifest's name in a published folder. It is the mark by
// which a folder is known as ours, and no part of the site: uploads leave it out.
const manifestName = ".dossier.json"

const (
	manifestVersion = 1
	maxManifest     = 64 << 20 // bytes; some 400 000 files
)

// manifestFile is the manifest as JSON: path to SHA-256 in lower-case
// hexadecimal. It holds no date, so that the same site has the same manifest.
type manifestFile struct {
	Version int               `json:"version"`
	Files   map[string]string `json:"files"`
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
	files, _, err := readManifest(root)
	return files, err
}

// readManifest returns the manifest and the time it was written.
func readManifest(root *os.Root) (map[string][32]byte, time.Time, error) {
	info, err := root.Lstat(manifestName)
	if err != nil {
		return nil, time.Time{}, err
	}
	if !info.Mode().IsRegular() || info.Size() > maxManifest {
		return nil, time.Time{}, notManifest(root)
	}
	data, err := root.ReadFile(manifestName)
	if err != nil {
		return nil, time.Time{}, err
	}
	files, ok := decodeManifest(data)
	if !ok {
		return nil, time.Time{}, notManifest(root)
	}
	return files, info.ModTime(), nil
}

func notManifest(root *os.Root) error {
	name := filepath.Join(root.Name(), manifestName)
	return fmt.Errorf("%s is not a manifest: %w", name, fs.ErrNotExist)
}

// encodeManifest writes a manifest with sorted keys, one file a line.
func encodeManifest(files map[string][32]byte) []byte {
	m := manifestFile{Version: manifestVersion, Files: make(map[string]string, len(files))}
	for name, digest := range files {
		m.Files[name] = hex.EncodeToString(digest[:])
	}
	data, err := json.MarshalIndent(m, "", " ")
	if err != nil {
		panic("publish: a map of strings is always JSON: " + err.Error())
	}
	return append(data, '\n')
}

// decodeManifest reads a manifest whole or not at all: one wrong entry means
// that something else wrote the file, and then nothing in it can be believed.
func decodeManifest(data []byte) (map[string][32]byte, bool) {
	var m manifestFile
	if json.Unmarshal(data, &m) != nil || m.Version != manifestVersion || m.Files == nil {
		return nil, false
	}
	files := make(map[string][32]byte, len(m.Files))
	for name, text := range m.Files {
		digest, err := hex.DecodeString(text)
		if err != nil || len(digest) != 32 || badPath(name) != "" {
			return nil, false
		}
		files[name] = [32]byte(digest)
	}
	return files, true
}

// isAbsent reports whether an error of readManifest means that there is no
// manifest, as opposed to a disk that cannot be read.
func isAbsent(err error) bool { return errors.Is(err, fs.ErrNotExist) }
