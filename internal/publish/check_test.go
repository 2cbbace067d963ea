package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestForeignFolderIsRefusedAndUntouched(t *testing.T) {
	ours := func(dir string) error {
		return os.WriteFile(filepath.Join(dir, manifestName), []byte(`{"version":1,"files":{}}`), 0o644)
	}
	for name, test := range map[string]struct {
		fill  func(dir string) error
		found string
	}{
		"photos":             {func(dir string) error { return os.WriteFile(filepath.Join(dir, "gita.jpg"), []byte("jpg"), 0o644) }, "gita.jpg"},
		"a folder":           {func(dir string) error { return os.Mkdir(filepath.Join(dir, "2021"), 0o755) }, "2021"},
		"a damaged manifest": {func(dir string) error { return os.WriteFile(filepath.Join(dir, manifestName), []byte("{"), 0o644) }, manifestName},
		"a repository beside our manifest": {func(dir string) error {
			return errors.Join(ours(dir), os.Mkdir(filepath.Join(dir, ".git"), 0o755))
		}, ".git"},
	} {
		for mode, w := range modes() {
			t.Run(mode+"/"+name, func(t *testing.T) {
				target := newTarget(t)
				mustDo(t, os.Mkdir(target.Dir, 0o755))
				mustDo(t, test.fill(target.Dir))
				before := read(t, target.Dir)
				_, err := w.write(target, sample().files())
				var foreign NotOursError
				if !errors.As(err, &foreign) || foreign != (NotOursError{Dir: target.Dir, Found: test.found}) {
					t.Errorf("error %v, want NotOursError for %s", err, test.found)
				}
				if diff := cmp.Diff(before, read(t, target.Dir)); diff != "" {
					t.Errorf("the folder was changed:\n%s", diff)
				}
			})
		}
	}
}

func TestOutputMayNotHoldAnInput(t *testing.T) {
	site := t.TempDir()
	mustDo(t, os.MkdirAll(filepath.Join(site, "content", "it"), 0o755))
	mustDo(t, os.WriteFile(filepath.Join(site, "site.toml"), nil, 0o644))
	mustDo(t, os.Symlink("content", filepath.Join(site, "link")))
	mustDo(t, os.MkdirAll(filepath.Join(site, ".dossier", "back"), 0o755))
	for name, test := range map[string]struct {
		dir, input, want string
	}{
		"is the input":              {"content", "content", "content"},
		"is the parent":             {".", "content", ".dossier"},
		"contains it deep below":    {"content", "content/it", "content/it"},
		"contains one that is new":  {"out", "out/content", "out/content"},
		"contains it behind a link": {"content", "link/it", "link/it"},
		"is the state":              {".dossier", "content", ".dossier"},
		"is the back":               {".dossier/back", "content", ".dossier"},
		"lies in the state":         {".dossier/back/deep", "content", ".dossier"},
		"is beside":                 {"public", "content", ""},
		"only begins like it":       {"con", "content", ""},
		"lies in the input":         {"content/it/public", "content", ""},
	} {
		t.Run(name, func(t *testing.T) {
			in := func(name string) string { return filepath.Join(site, filepath.FromSlash(name)) }
			err := Check(Target{Dir: in(test.dir), State: in(".dossier")}, []string{in("site.toml"), in(test.input)})
			if test.want != "" {
				var overlap OverlapError
				if !errors.As(err, &overlap) || overlap != (OverlapError{Dir: in(test.dir), Input: in(test.want)}) {
					t.Errorf("error %v, want OverlapError for %s", err, test.want)
				}
			} else if err != nil {
				t.Error(err)
			}
		})
	}
}

func TestLinksInPlaceOfFoldersAreRefused(t *testing.T) {
	for name, test := range map[string]struct {
		dir  string
		make func(site string) error
		want string
	}{
		"output": {"public", func(site string) error { return os.Symlink("elsewhere", filepath.Join(site, "public")) }, "public"},
		"folder above the output": {"out/public", func(site string) error {
			return os.Symlink("elsewhere", filepath.Join(site, "out"))
		}, "out"},
		"state":            {"public", func(site string) error { return os.Symlink("elsewhere", filepath.Join(site, ".dossier")) }, ".dossier"},
		"output is a file": {"public", func(site string) error { return os.WriteFile(filepath.Join(site, "public"), nil, 0o644) }, "public"},
	} {
		t.Run(name, func(t *testing.T) {
			site := t.TempDir()
			mustDo(t, os.Mkdir(filepath.Join(site, "elsewhere"), 0o755))
			mustDo(t, test.make(site))
			target := Target{Dir: filepath.Join(site, filepath.FromSlash(test.dir)), State: filepath.Join(site, ".dossier")}
			_, err := Write(target, sample().files())
			var wrong NotFolderError
			if !errors.As(err, &wrong) || wrong.Path != filepath.Join(site, test.want) {
				t.Errorf("error %v, want NotFolderError for %s", err, test.want)
			}
			if found := read(t, filepath.Join(site, "elsewhere")); len(found) != 0 {
				t.Errorf("written through the link: %v", found)
			}
		})
	}
}

func TestCheckChangesNothing(t *testing.T) {
	site := t.TempDir()
	target := Target{Dir: filepath.Join(site, "out", "public"), State: filepath.Join(site, ".dossier")}
	mustDo(t, Check(target, []string{filepath.Join(site, "content")}))
	if found := read(t, site); len(found) != 0 {
		t.Errorf("made by Check: %v", found)
	}
}

func TestCheckTakesPathsFromTheWorkingFolder(t *testing.T) {
	t.Chdir(t.TempDir())
	target := Target{Dir: "public", State: ".dossier"}
	if _, err := Write(target, sample().files()); err != nil {
		t.Fatal(err)
	}
	expect(t, "public", sample())
	var overlap OverlapError
	if err := Check(Target{Dir: ".", State: ".dossier"}, nil); !errors.As(err, &overlap) {
		t.Errorf("the working folder as output: %v", err)
	}
}

func TestErrorsNameWhatTheyAreAbout(t *testing.T) {
	for want, err := range map[string]error{
		"out is or contains content":                         OverlapError{"out", "content"},
		"out was not published by dossier: it holds a.jpg":   NotOursError{"out", "a.jpg"},
		"out is not a folder":                                NotFolderError{"out"},
		"another build is running (st is locked, waited 0s)": BusyError{State: "st"},
		`output "a": is planned twice`:                       PlanError{"a", "is planned twice"},
	} {
		if err.Error() != want {
			t.Errorf("%T: %q, want %q", err, err, want)
		}
		if errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%T must not look like an absent file", err)
		}
	}
}
