package source_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"dossier/internal/source"
)

// touchedSite is a site, read, whose two texts have both been written since.
func touchedSite(t *testing.T) (root string, before *source.Snapshot) {
	t.Helper()
	root = site(t, map[string]string{"site.toml": "x", "content/a.md": "first", "content/b.md": "first"})
	before, _ = load(t, root, nil)
	write(t, filepath.Join(root, "content/a.md"), "other")
	write(t, filepath.Join(root, "content/b.md"), "other")
	return root, before
}

func again(t *testing.T, root string, before *source.Snapshot, touched ...string) *source.Snapshot {
	t.Helper()
	snap, _, err := source.Load(root, "site.toml", source.Options{Last: before, Touched: touched})
	if err != nil {
		t.Fatal(err)
	}
	return snap
}

func TestOnlyTouchedFilesAreLookedAt(t *testing.T) {
	root, before := touchedSite(t)
	snap := again(t, root, before, "content/a.md", "content/came-and-went.md")
	files, ok := snap.Edited(before)
	if !ok || len(files) != 1 || files[0].Path != "content/a.md" || string(files[0].Data) != "other" {
		t.Fatalf("%v %v", files, ok)
	}
	if old, _ := before.File("content/a.md"); string(old.Data) != "first" {
		t.Error("the snapshot before has changed")
	}
	// Nothing was learnt of the other file: it is still found to have changed.
	next, _ := load(t, root, snap)
	if files, ok := next.Edited(snap); !ok || len(files) != 1 || files[0].Path != "content/b.md" {
		t.Errorf("then %v %v", files, ok)
	}
}

func TestMoreThanWrittenFilesIsLookedForEverywhere(t *testing.T) {
	for name, change := range map[string]func(root string) error{
		"gone": func(root string) error { return os.Remove(filepath.Join(root, "content/a.md")) },
		"a link": func(root string) error {
			file := filepath.Join(root, "content/a.md")
			return errors.Join(os.Remove(file), os.Symlink("b.md", file))
		},
		"a file more": func(root string) error {
			return os.WriteFile(filepath.Join(root, "content/a.md.txt"), nil, 0o644)
		},
	} {
		t.Run(name, func(t *testing.T) {
			root, before := touchedSite(t)
			if err := change(root); err != nil {
				t.Fatal(err)
			}
			snap := again(t, root, before, "content/a.md", "content/a.md.txt")
			if f, ok := snap.File("content/b.md"); !ok || string(f.Data) != "other" {
				t.Errorf("content/b.md was not looked at: %q", f.Data)
			}
			if files, ok := snap.Edited(before); ok {
				t.Errorf("taken for edits of %v", files)
			}
		})
	}
}
