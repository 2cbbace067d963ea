package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestManifestIsTheSameForTheSameSite(t *testing.T) {
	const want = `{
 "version": 1,
 "files": {
  "a/\u003cb\u003e": "9834876dcfb05cb167a5c24953eba58c4ac89b1adf57f28f2f9d09af107ee8f0",
  "b": "3e744b9dc39389baf0c5a0660589b8402f3dbb49b89b3e75f2c9355852a3c677"
 }
}
`
	files := site{"a/<b>": "aaa", "b": "bbb"}.files()
	for name, w := range modes() {
		for range 2 {
			slices.Reverse(files)
			target := newTarget(t)
			_, err := w.write(target, files)
			mustDo(t, err)
			got, err := os.ReadFile(filepath.Join(target.Dir, manifestName))
			mustDo(t, err)
			if string(got) != want {
				t.Errorf("%s: manifest\n%s\nwant\n%s", name, got, want)
			}
		}
	}
}

func TestWhatIsNoManifestIsAbsent(t *testing.T) {
	digest := strings.Repeat("0f", 32)
	for name, text := range map[string]string{
		"empty file":       "",
		"torn":             `{"version": 1, "files": {"a": "` + digest,
		"nothing in it":    `{}`,
		"null":             `null`,
		"no files":         `{"version": 1}`,
		"other version":    `{"version": 2, "files": {}}`,
		"short digest":     `{"version": 1, "files": {"a": "0f"}}`,
		"not hexadecimal":  `{"version": 1, "files": {"a": "` + strings.Repeat("zz", 32) + `"}}`,
		"path outside":     `{"version": 1, "files": {"../a": "` + digest + `"}}`,
		"something behind": `{"version": 1, "files": {}} x`,
		"number for text":  `{"version": 1, "files": {"a": 1}}`,
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			mustDo(t, os.WriteFile(filepath.Join(dir, manifestName), []byte(text), 0o644))
			if files, err := Manifest(dir); !errors.Is(err, fs.ErrNotExist) || files != nil {
				t.Errorf("Manifest = %v, %v; want an error that is fs.ErrNotExist", files, err)
			}
		})
	}
}

func TestManifestOfAFolderThatIsNotOursIsAbsent(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{dir, filepath.Join(dir, "nowhere")} {
		if _, err := Manifest(name); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("Manifest(%s): %v", name, err)
		}
	}
	mustDo(t, os.Mkdir(filepath.Join(dir, manifestName), 0o755))
	if _, err := Manifest(dir); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a folder in place of the manifest: %v", err)
	}
}

func TestHugeManifestIsNotRead(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, manifestName)
	mustDo(t, os.WriteFile(name, nil, 0o644))
	mustDo(t, os.Truncate(name, 1<<40))
	if _, err := Manifest(dir); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a manifest of a terabyte: %v", err)
	}
}

func FuzzManifest(f *testing.F) {
	good := encodeManifest(map[string][32]byte{"it/index.html": {1}, "a": {2}})
	f.Add(good)
	f.Add(good[:len(good)/2])
	f.Add([]byte(`{"version":1,"files":{"..":""}}`))
	f.Add([]byte(`[[[[`))
	f.Fuzz(func(t *testing.T, data []byte) {
		files, ok := decodeManifest(data)
		if !ok {
			if files != nil {
				t.Fatal("entries of a damaged manifest")
			}
			return
		}
		same, ok := decodeManifest(encodeManifest(files))
		if !ok || len(same) != len(files) {
			t.Fatalf("%q was read as %v, which does not survive writing", data, files)
		}
		for name, digest := range files {
			if badPath(name) != "" || same[name] != digest {
				t.Fatalf("%q: entry %q", data, name)
			}
		}
	})
}
