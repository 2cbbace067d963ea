package publish

import (
	"bytes"
	"encoding/json"
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
 "version": 2,
 "files": {
  "a/\u003cb\u003e": "9834876dcfb05cb167a5c24953eba58c4ac89b1adf57f28f2f9d09af107ee8f0 3",
  "b": "3e744b9dc39389baf0c5a0660589b8402f3dbb49b89b3e75f2c9355852a3c677 3"
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
		"version before":   `{"version": 0, "files": {}}`,
		"other version":    `{"version": 3, "files": {}}`,
		"size missing":     `{"version": 2, "files": {"a": "` + digest + `"}}`,
		"size twice":       `{"version": 2, "files": {"a": "` + digest + ` 1 1"}}`,
		"size below zero":  `{"version": 2, "files": {"a": "` + digest + ` -1"}}`,
		"size with zero":   `{"version": 2, "files": {"a": "` + digest + ` 01"}}`,
		"huge size":        `{"version": 2, "files": {"a": "` + digest + ` 9223372036854775807"}}`,
		"size too early":   `{"version": 1, "files": {"a": "` + digest + ` 1"}}`,
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
	good := encodeManifest(map[string]entry{"it/index.html": {digest: [32]byte{1}}, "a": {[32]byte{2}, 15000}, "è<&>": {size: 1}}, nil)
	f.Add(good)
	f.Add(good[:len(good)/2])
	f.Add([]byte(`{"version":1,"files":{"..":""}}`))
	f.Add([]byte(`[[[[`))
	f.Fuzz(func(t *testing.T, data []byte) {
		m, ok := decodeManifest(data)
		if !ok {
			if m != nil {
				t.Fatal("entries of a damaged manifest")
			}
			return
		}
		files := map[string]entry{}
		for i, name := range m.names {
			e := m.entries[i]
			if at, listed := m.find(name); badPath(name) != "" || !listed || at != i {
				t.Fatalf("%q: entry %q", data, name)
			}
			files[name] = entry{e.digest, max(e.size, 0)}
		}
		same, ok := decodeManifest(encodeManifest(files, m))
		if !ok || !slices.Equal(same.names, m.names) {
			t.Fatalf("%q was read as %v, which does not survive writing", data, files)
		}
		for i, name := range same.names {
			if same.entries[i] != files[name] {
				t.Fatalf("%q: entry %q", data, name)
			}
		}
	})
}

func TestManifestIsReadInAnyFormOfJSON(t *testing.T) {
	files := map[string]entry{
		"a": {[32]byte{1}, 0}, "a/<b>": {[32]byte{2}, 12}, "è": {[32]byte{3}, 1 << 40}, "z/index.html": {[32]byte{0xfe}, 9},
	}
	ours := encodeManifest(files, nil)
	var compact bytes.Buffer
	mustDo(t, json.Compact(&compact, ours))
	for name, data := range map[string][]byte{
		"ours":    ours,
		"compact": compact.Bytes(),
		"unsorted, one twice": bytes.Replace(ours, []byte("files\": {\n"),
			[]byte("files\": {\n  \"z/index.html\": \""+strings.Repeat("00", 32)+" 9\",\n"), 1),
	} {
		m, ok := decodeManifest(data)
		if !ok || len(m.names) != len(files) || !slices.IsSorted(m.names) {
			t.Errorf("%s: read as %+v", name, m)
			continue
		}
		for path, want := range files {
			if i, listed := m.find(path); !listed || m.entries[i] != want {
				t.Errorf("%s: %s: %+v", name, path, m.entries[i])
			}
		}
	}
}

func TestOurFormIsReadWithoutADecoder(t *testing.T) {
	plain := map[string]entry{"a": {[32]byte{1}, 3}, "b/c": {[32]byte{2}, 1 << 40}}
	whole := encodeManifest(plain, nil)
	if m, ok := scanManifest(whole); !ok || !slices.Equal(m.names, []string{"a", "b/c"}) || m.entries[1] != plain["b/c"] {
		t.Errorf("read as %+v", m)
	}
	if m, ok := scanManifest(encodeManifest(nil, nil)); !ok || len(m.names) != 0 {
		t.Errorf("an empty site was read as %+v", m)
	}
	for i := range whole {
		if _, ok := scanManifest(whole[:i]); ok {
			t.Errorf("%q was read", whole[:i])
		}
		for _, c := range []byte(`x"\ ,`) {
			torn := bytes.Clone(whole)
			torn[i] = c
			if m, ok := scanManifest(torn); ok && !json.Valid(torn) {
				t.Errorf("%q was read as %+v", torn, m)
			}
		}
	}
	for _, form := range [][]byte{encodePartial(plain), append(whole, '\n'), encodeManifest(map[string]entry{"è": {}}, nil)} {
		if _, ok := scanManifest(form); ok {
			t.Errorf("%q was not left to the decoder", form)
		}
	}
}
