package publish

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// site maps paths to contents: what a test publishes and what it finds.
type site map[string]string

func (s site) files() []File {
	var files []File
	for name, text := range s {
		files = append(files, File{Path: name, Digest: sha256.Sum256([]byte(text)), Data: []byte(text)})
	}
	return files
}

// digests returns what a manifest of the site lists.
func (s site) digests() map[string][32]byte {
	digests := map[string][32]byte{}
	for _, f := range s.files() {
		digests[f.Path] = f.Digest
	}
	return digests
}

// with returns the site with one file changed or, for an empty text, removed.
func (s site) with(name, text string) site {
	changed := site{}
	for k, v := range s {
		changed[k] = v
	}
	changed[name] = text
	if text == "" {
		delete(changed, name)
	}
	return changed
}

func newTarget(t *testing.T) Target {
	t.Helper()
	dir := t.TempDir()
	return Target{Dir: filepath.Join(dir, "public"), State: filepath.Join(dir, ".dossier")}
}

// modes are the two ways to publish; every promise about the result holds for both.
func modes() map[string]system {
	return map[string]system{
		"exchange": {exchange: exchange, wait: time.Second},
		"fallback": {exchange: func(_, _ string) error { return syscall.EXDEV }, wait: time.Second},
	}
}

func publish(t *testing.T, w system, target Target, s site) Report {
	t.Helper()
	report, err := w.write(target, s.files())
	if err != nil {
		t.Fatal(err)
	}
	return report
}

// read returns everything in a published folder but the manifest. Folders are
// listed too, so that an empty one left behind shows.
func read(t *testing.T, dir string) site {
	t.Helper()
	found := site{}
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || name == dir || d.Name() == manifestName {
			return err
		}
		rel, _ := filepath.Rel(dir, name)
		rel = filepath.ToSlash(rel)
		if d.IsDir() {
			found[rel+"/"] = ""
			return nil
		}
		data, err := os.ReadFile(name)
		found[rel] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// expect fails unless a folder holds the site, its folders and its manifest,
// and nothing else.
func expect(t *testing.T, dir string, s site) {
	t.Helper()
	expectFiles(t, dir, s)
	manifest, err := Manifest(dir)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(s.digests(), manifest); diff != "" {
		t.Errorf("manifest (-want +got):\n%s", diff)
	}
}

// expectFiles is expect without the manifest.
func expectFiles(t *testing.T, dir string, s site) {
	t.Helper()
	want := site{}
	for name, text := range s {
		want[name] = text
		for i, c := range name {
			if c == '/' {
				want[name[:i+1]] = ""
			}
		}
	}
	if diff := cmp.Diff(want, read(t, dir)); diff != "" {
		t.Errorf("published folder (-want +got):\n%s", diff)
	}
}

func sample() site {
	return site{
		"index.html":                  "lingue",
		"it/index.html":               "casa",
		"it/progetti/masp/index.html": "MASP",
		"it/progetti/nora/index.html": "NORA",
		"en/index.html":               "home",
		"assets/site.css":             "body{}",
		"it/feed.xml":                 "<feed/>",
	}
}

func TestFirstPublishingMakesTheFolder(t *testing.T) {
	for name, w := range modes() {
		t.Run(name, func(t *testing.T) {
			target := newTarget(t)
			target.Dir = filepath.Join(target.Dir, "deeper", "public")
			report := publish(t, w, target, sample())
			expect(t, target.Dir, sample())
			if report.Written != 7 || report.Bytes != 35 || report.Removed != 0 || report.NothingToDo {
				t.Errorf("report: %+v", report)
			}
		})
	}
}

func TestEmptyFolderIsFilled(t *testing.T) {
	for name, w := range modes() {
		t.Run(name, func(t *testing.T) {
			target := newTarget(t)
			mustDo(t, os.Mkdir(target.Dir, 0o700))
			report := publish(t, w, target, sample())
			expect(t, target.Dir, sample())
			if report.Fallback == report.Exchanged || report.Fallback != (name == "fallback") {
				t.Errorf("report: %+v", report)
			}
		})
	}
}

func TestUnchangedSiteIsNotWritten(t *testing.T) {
	for name, w := range modes() {
		t.Run(name, func(t *testing.T) {
			target := newTarget(t)
			publish(t, w, target, sample())
			publish(t, w, target, sample().with("it/index.html", "nuova"))
			before := stamps(t, filepath.Dir(target.Dir))
			report := publish(t, w, target, sample().with("it/index.html", "nuova"))
			if want := (Report{Unchanged: 7, NothingToDo: true}); report != want {
				t.Errorf("report: %+v, want %+v", report, want)
			}
			if diff := cmp.Diff(before, stamps(t, filepath.Dir(target.Dir))); diff != "" {
				t.Errorf("something was touched:\n%s", diff)
			}
		})
	}
}

// stamps returns the modification time of every file and folder.
func stamps(t *testing.T, dir string) map[string]time.Time {
	t.Helper()
	found := map[string]time.Time{}
	mustDo(t, filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		found[name] = info.ModTime()
		return err
	}))
	return found
}

func TestOneChangedFileIsTheOnlyOneWritten(t *testing.T) {
	for name, w := range modes() {
		t.Run(name, func(t *testing.T) {
			target := newTarget(t)
			for i := range 4 {
				s := sample().with("it/index.html", fmt.Sprint("casa ", i))
				report := publish(t, w, target, s)
				expect(t, target.Dir, s)
				if i >= 2 && (report.Written != 1 || report.Unchanged != 6 || report.Bytes != 6) {
					t.Errorf("publishing %d: %+v", i, report)
				}
			}
		})
	}
}

func TestThePreviousSiteStaysInTheBack(t *testing.T) {
	target := newTarget(t)
	publish(t, modes()["exchange"], target, sample())
	publish(t, modes()["exchange"], target, sample().with("it/index.html", "nuova"))
	expect(t, filepath.Join(target.State, backName), sample())
}

func TestAnOpenFileIsReadToItsEnd(t *testing.T) {
	target := newTarget(t)
	w := modes()["exchange"]
	publish(t, w, target, sample())
	reader, err := os.Open(filepath.Join(target.Dir, "it", "index.html"))
	mustDo(t, err)
	defer reader.Close()
	publish(t, w, target, sample().with("it/index.html", "seconda"))
	publish(t, w, target, sample().with("it/index.html", "terza"))
	text := make([]byte, 16)
	n, err := reader.Read(text)
	if err != nil || string(text[:n]) != "casa" {
		t.Errorf("read %q, %v from a file opened two builds ago", text[:n], err)
	}
}

func TestEveryTransitionEndsInExactlyTheNewSite(t *testing.T) {
	sites := map[string]site{
		"sample":             sample(),
		"empty":              {},
		"page less":          sample().with("it/progetti/nora/index.html", ""),
		"folder less":        sample().with("en/index.html", ""),
		"file for folder":    sample().with("en/index.html", "").with("en", "a file"),
		"folder for file":    sample().with("it/feed.xml", "").with("it/feed.xml/a/b", "deep"),
		"other letters":      sample().with("en/index.html", "").with("EN/index.html", "home"),
		"other letters file": sample().with("index.html", "").with("Index.html", "lingue"),
	}
	for name, w := range modes() {
		for from, old := range sites {
			for to, s := range sites {
				t.Run(name+"/"+from+" to "+to, func(t *testing.T) {
					target := newTarget(t)
					publish(t, w, target, old)
					publish(t, w, target, s)
					expect(t, target.Dir, s)
					publish(t, w, target, old)
					expect(t, target.Dir, old)
				})
			}
		}
	}
}

func TestDamageIsHealed(t *testing.T) {
	later := time.Now().Add(time.Hour)
	damages := map[string]func(dir string) error{
		"file deleted":   func(dir string) error { return os.Remove(filepath.Join(dir, "it", "index.html")) },
		"file cut short": func(dir string) error { return os.Truncate(filepath.Join(dir, "it", "index.html"), 2) },
		"file altered, same size": func(dir string) error {
			name := filepath.Join(dir, "it", "index.html")
			return errors.Join(os.WriteFile(name, []byte("cosa"), 0o644), os.Chtimes(name, later, later))
		},
		"file became a link": func(dir string) error {
			name := filepath.Join(dir, "it", "index.html")
			return errors.Join(os.Remove(name), os.Symlink("feed.xml", name))
		},
		"file became a folder": func(dir string) error {
			name := filepath.Join(dir, "it", "index.html")
			return errors.Join(os.Remove(name), os.MkdirAll(filepath.Join(name, "x"), 0o755))
		},
		"folder became a link": func(dir string) error {
			name := filepath.Join(dir, "en")
			return errors.Join(os.RemoveAll(name), os.Symlink("it", name))
		},
		"folder deleted":    func(dir string) error { return os.RemoveAll(filepath.Join(dir, "it")) },
		"file added":        func(dir string) error { return os.WriteFile(filepath.Join(dir, "x.txt"), nil, 0o644) },
		"link added":        func(dir string) error { return os.Symlink("/etc/passwd", filepath.Join(dir, "x")) },
		"folder added":      func(dir string) error { return os.MkdirAll(filepath.Join(dir, "x", "y"), 0o755) },
		"everything gone":   os.RemoveAll,
		"staging left over": func(dir string) error { return os.MkdirAll(filepath.Join(dir, stagingName, "it"), 0o755) },
	}
	for mode, w := range modes() {
		for name, damage := range damages {
			t.Run(mode+"/front/"+name, func(t *testing.T) {
				target := newTarget(t)
				publish(t, w, target, sample())
				mustDo(t, damage(target.Dir))
				if report := publish(t, w, target, sample()); report.NothingToDo {
					t.Error("the damage to the front was not noticed")
				}
				expect(t, target.Dir, sample())
			})
			t.Run(mode+"/back/"+name, func(t *testing.T) {
				target := newTarget(t)
				next := sample().with("assets/site.css", "p{}")
				publish(t, w, target, next)
				publish(t, w, target, sample())
				mustDo(t, damage(filepath.Join(target.State, backName)))
				publish(t, w, target, next)
				expect(t, target.Dir, next)
			})
		}
	}
}

func TestBackWithoutAGoodManifestIsRebuilt(t *testing.T) {
	damages := map[string]func(back string) error{
		"deleted": func(back string) error { return os.Remove(filepath.Join(back, manifestName)) },
		"torn":    func(back string) error { return os.Truncate(filepath.Join(back, manifestName), 40) },
		"became a folder": func(back string) error {
			name := filepath.Join(back, manifestName)
			return errors.Join(os.Remove(name), os.MkdirAll(filepath.Join(name, "x"), 0o755))
		},
		"back became a link": func(back string) error {
			return errors.Join(os.RemoveAll(back), os.Symlink("..", back))
		},
		"back became a file": func(back string) error {
			return errors.Join(os.RemoveAll(back), os.WriteFile(back, nil, 0o644))
		},
	}
	for name, damage := range damages {
		t.Run(name, func(t *testing.T) {
			target := newTarget(t)
			w := modes()["exchange"]
			publish(t, w, target, sample())
			publish(t, w, target, sample().with("it/index.html", "seconda"))
			mustDo(t, damage(filepath.Join(target.State, backName)))
			report := publish(t, w, target, sample().with("it/index.html", "terza"))
			expect(t, target.Dir, sample().with("it/index.html", "terza"))
			if report.Unchanged != 0 {
				t.Errorf("%d files of an unknown back were trusted", report.Unchanged)
			}
		})
	}
}

func TestImpossiblePlansAreRefusedBeforeAnythingIsShown(t *testing.T) {
	for _, paths := range [][]string{
		{"/etc/passwd"},
		{"../x"},
		{"a/../../x"},
		{"a//b"},
		{"./a"},
		{"."},
		{""},
		{"a/"},
		{`a\b`},
		{"a\x00b"},
		{"a\xffb"},
		{".dossier.json"},
		{".DOSSIER.JSON"},
		{".dossier.new/x"},
		{".dossier.new"},
		{"a", "b", "a"},
		{"a", "a/b"},
		{"a/b/c", "a.x", "a/b"},
	} {
		t.Run(strings.Join(paths, ","), func(t *testing.T) {
			target := newTarget(t)
			var files []File
			for _, p := range paths {
				files = append(files, File{Path: p, Data: []byte{}})
			}
			_, err := Write(target, files)
			var wrong PlanError
			if !errors.As(err, &wrong) || !slices.Contains(paths, wrong.Path) || wrong.Error() == "" {
				t.Errorf("error %v, want a PlanError that names one of %q", err, paths)
			}
			if _, err := os.Lstat(target.Dir); err == nil {
				t.Error("published all the same")
			}
			publish(t, here, target, sample())
			expect(t, target.Dir, sample())
		})
	}
}

func TestDotsInsideNamesAreFine(t *testing.T) {
	target := newTarget(t)
	s := site{"..a/b..": "1", ".well-known/security.txt": "2", "a.dossier.json": "3", "it/.dossier.json.bak": "4"}
	publish(t, modes()["exchange"], target, s)
	expect(t, target.Dir, s)
}

func mustDo(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
