package source_test

import (
	"bytes"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"dossier/internal/diag"
	"dossier/internal/source"
)

// site writes files into a new folder; a name that ends in a slash is a folder.
func site(t *testing.T, files map[string]string) string {
	t.Helper()
	root := t.TempDir()
	for name, data := range files {
		write(t, filepath.Join(root, name), data)
	}
	return root
}

func write(t *testing.T, name, data string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(data), 0o644); err != nil {
		t.Fatal(err)
	}
}

func load(t *testing.T, root string, last *source.Snapshot) (*source.Snapshot, []diag.Diagnostic) {
	t.Helper()
	snap, ds, err := source.Load(root, "site.toml", source.Options{Last: last})
	if err != nil {
		t.Fatal(err)
	}
	return snap, ds
}

func paths(s *source.Snapshot) []string {
	var out []string
	for _, f := range s.Files {
		out = append(out, f.Path)
	}
	return out
}

func told(ds []diag.Diagnostic) []string {
	var out []string
	for _, d := range ds {
		out = append(out, d.Pos.File+" "+d.Message.Key)
	}
	slices.Sort(out)
	return out
}

func TestLoadTakesTheFoldersOfASiteSortedByPath(t *testing.T) {
	root := site(t, map[string]string{
		"site.toml": "x", "content/projects/masp/index.md": "a", "content/index.it.md": "b", "static/CNAME": "c",
		"static/.well-known/security.txt": "d", "i18n/it.toml": "e", "themes/own/layouts/home.html": "f",
		"notes/private.md": "no", "README.md": "no", "public/index.html": "no", ".git-keep": "no",
	})
	snap, ds := load(t, root, nil)
	want := []string{
		"content/index.it.md", "content/projects/masp/index.md", "i18n/it.toml", "site.toml",
		"static/.well-known/security.txt", "static/CNAME", "themes/own/layouts/home.html",
	}
	if diff := cmp.Diff(want, paths(snap)); diff != "" || len(ds) > 0 {
		t.Errorf("%s %v", diff, told(ds))
	}
	if f, ok := snap.File("static/CNAME"); !ok || string(f.Data) != "c" {
		t.Errorf("static/CNAME: %q, %v", f.Data, ok)
	}
	if _, ok := snap.File("README.md"); ok {
		t.Error("README.md is not part of the site")
	}
	if got := len(snap.Under("content")); got != 2 {
		t.Errorf("%d files under content", got)
	}
}

func TestSettingsMayStandUnderAnotherName(t *testing.T) {
	root := site(t, map[string]string{"site.toml": "x", "test.toml": "y"})
	snap, _, err := source.Load(root, "test.toml", source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"test.toml"}, paths(snap)); diff != "" {
		t.Error(diff)
	}
}

func TestAMissingRootIsAnError(t *testing.T) {
	if _, _, err := source.Load(filepath.Join(t.TempDir(), "none"), "site.toml", source.Options{}); err == nil {
		t.Error("no error")
	}
}

func TestEqualFilesHaveEqualDigests(t *testing.T) {
	snap, _ := load(t, site(t, map[string]string{"static/a": "x", "static/b": "x", "static/c": "y"}), nil)
	f := snap.Files
	if f[0].Digest != f[1].Digest || f[0].Digest == f[2].Digest {
		t.Error("digests do not follow the bytes")
	}
}

func TestLeftoversOfEditorsAreNotPartOfTheSite(t *testing.T) {
	files := map[string]string{"content/index.it.md": "x"}
	for _, name := range []string{
		"a.md~", ".a.md.swp", ".#a.md", "#a.md#", "4913", "a.tmp", "a.bak", "a.orig", "~$a.docx", "._a.md",
		".DS_Store", "Thumbs.db", ".~lock.a.odt#", "a.md.part",
	} {
		files["content/"+name], files["static/"+name] = "x", "x"
	}
	snap, ds := load(t, site(t, files), nil)
	if diff := cmp.Diff([]string{"content/index.it.md"}, paths(snap)); diff != "" || len(ds) > 0 {
		t.Errorf("%s %v", diff, told(ds))
	}
}

func TestUnfitFilesAreToldAndLeftOut(t *testing.T) {
	long := strings.Repeat("a", 120) + "/" + strings.Repeat("b", 80) + ".md"
	cases := []struct {
		name  string
		files map[string]string
		want  []string
	}{
		{"hidden file in static", map[string]string{"static/.env": "x"}, []string{"static/.env bad-path.hidden"}},
		{"hidden folder in static", map[string]string{"static/.git/config": "x"}, []string{"static/.git bad-path.hidden"}},
		{"well-known below another folder", map[string]string{"static/a/.well-known/x": "x"}, []string{"static/a/.well-known bad-path.hidden"}},
		{"device name", map[string]string{"content/projects/aux.md": "x"}, []string{"content/projects/aux.md bad-path.device"}},
		{"device name in capitals, with an extension", map[string]string{"static/COM1.x.txt": "x"}, []string{"static/COM1.x.txt bad-path.device"}},
		{"folder with a device name", map[string]string{"content/projects/con/index.md": "x"}, []string{"content/projects/con bad-path.device"}},
		{"characters", map[string]string{"static/a:b?.txt": "x"}, []string{"static/a:b?.txt bad-path.characters"}},
		{"backslash", map[string]string{`static/a\b.txt`: "x"}, []string{`static/a\b.txt bad-path.characters`}},
		{"line break", map[string]string{"static/a\nb.txt": "x"}, []string{"static/a\nb.txt bad-path.characters"}},
		{"dot at the end", map[string]string{"static/a.": "x"}, []string{"static/a. bad-path.ends"}},
		{"space at the end", map[string]string{"static/a ": "x"}, []string{"static/a  bad-path.ends"}},
		{"space at the end of a folder", map[string]string{"static/a /b": "x"}, []string{"static/a  bad-path.ends"}},
		{"long", map[string]string{"content/" + long: "x"}, []string{"content/" + long + " bad-path.long"}},
		{"two names that are one", map[string]string{"static/Logo.svg": "x", "static/logo.SVG": "y"}, []string{"static/logo.SVG bad-path.case"}},
		{"two folders that are one", map[string]string{"static/A/x": "x", "static/a/x": "y"}, []string{"static/a/x bad-path.case"}},
		{"two ways to write an accent", map[string]string{"static/\u00e8": "x", "static/e\u0300": "y"}, []string{"static/\u00e8 bad-path.accents"}},
		{"large text", map[string]string{"content/index.it.md": strings.Repeat("x", 1<<20+1)}, []string{"content/index.it.md too-large"}},
		{"large settings", map[string]string{"site.toml": strings.Repeat("x", 128<<10+1)}, []string{"site.toml too-large"}},
		{"large picture", map[string]string{"static/a.JPG": strings.Repeat("x", 20<<20+1)}, []string{"static/a.JPG too-large"}},
		{"text of the largest size", map[string]string{"content/index.it.md": strings.Repeat("x", 1<<20)}, nil},
		{"a file where a folder is expected", map[string]string{"content": "x"}, []string{"content not-regular-file.folder"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			snap, ds := load(t, site(t, c.files), nil)
			if diff := cmp.Diff(c.want, told(ds)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			for _, d := range ds {
				if _, in := snap.File(d.Pos.File); in && !strings.HasPrefix(d.Message.Key, "bad-path.") {
					t.Errorf("%s was taken", d.Pos.File)
				}
			}
		})
	}
}

func TestLinksAndPipesAreNeverFollowed(t *testing.T) {
	secret := filepath.Join(site(t, map[string]string{"id_rsa": "secret"}), "id_rsa")
	root := site(t, map[string]string{"content/index.it.md": "x", "elsewhere/a.md": "x"})
	for name, target := range map[string]string{
		"static/out": secret, "static/in": "../content/index.it.md", "content/dir": "../elsewhere", "static/gone": "nowhere",
		"themes": "elsewhere", "site.toml": secret,
	} {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(root, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.Symlink(target, filepath.Join(root, name)); err != nil {
			t.Fatal(err)
		}
	}
	if err := syscall.Mkfifo(filepath.Join(root, "static/pipe"), 0o644); err != nil {
		t.Fatal(err)
	}
	snap, ds := load(t, root, nil)
	want := []string{
		"content/dir not-regular-file", "site.toml not-regular-file", "static/gone not-regular-file", "static/in not-regular-file",
		"static/out not-regular-file", "static/pipe not-regular-file", "themes not-regular-file.folder",
	}
	if diff := cmp.Diff(want, told(ds)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"content/index.it.md"}, paths(snap)); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
}

func TestNamesAreComposed(t *testing.T) {
	snap, ds := load(t, site(t, map[string]string{"static/citta\u0300.pdf": "x"}), nil)
	if f, ok := snap.File("static/citt\u00e0.pdf"); !ok || string(f.Data) != "x" || len(ds) > 0 {
		t.Errorf("got %v, %v", paths(snap), told(ds))
	}
}

func TestUnchangedFilesAreNotReadAgain(t *testing.T) {
	root := site(t, map[string]string{"static/a": "111"})
	name := filepath.Join(root, "static/a")
	old := time.Now().Add(-time.Hour)
	if err := os.Chtimes(name, old, old); err != nil {
		t.Fatal(err)
	}
	time.Sleep(150 * time.Millisecond) // more than a tick of the clock that tells change times
	first, _ := load(t, root, nil)
	second, _ := load(t, root, first)
	a, _ := first.File("static/a")
	b, _ := second.File("static/a")
	if &a.Data[0] != &b.Data[0] {
		t.Error("a file that nobody touched was read twice")
	}
}

// TestChangedFilesAreReadAgain also changes bytes behind the reader's back: size
// and time of modification stay, as after a checkout or a copy.
func TestChangedFilesAreReadAgain(t *testing.T) {
	cases := []struct {
		name   string
		age    time.Duration // of the file when the first snapshot is taken
		data   string
		touch  time.Duration // how much later the time stamp is
		reread bool
	}{
		{"old, same size and time", time.Hour, "222", 0, runtime.GOOS == "linux"},
		{"written just before the snapshot", 0, "222", 0, true},
		{"written a second before the snapshot", time.Second, "222", 0, true},
		{"another size", time.Hour, "4444", 0, true},
		{"another stamp", time.Hour, "222", time.Millisecond, true},
		{"an older stamp", time.Hour, "222", -time.Hour, true},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			root := site(t, map[string]string{"static/a": "111"})
			name := filepath.Join(root, "static/a")
			stamp := time.Now().Add(-c.age)
			set := func(data string, stamp time.Time) {
				write(t, name, data)
				if err := os.Chtimes(name, stamp, stamp); err != nil {
					t.Fatal(err)
				}
			}
			set("111", stamp)
			first, _ := load(t, root, nil)
			set(c.data, stamp.Add(c.touch))
			second, _ := load(t, root, first)
			f, _ := second.File("static/a")
			if got := !bytes.Equal(f.Data, []byte("111")); got != c.reread {
				t.Errorf("read again: %v, want %v", got, c.reread)
			}
		})
	}
}

func TestASnapshotForgetsWhatIsGone(t *testing.T) {
	root := site(t, map[string]string{"static/a": "1", "static/b": "2"})
	first, _ := load(t, root, nil)
	if err := os.Remove(filepath.Join(root, "static/a")); err != nil {
		t.Fatal(err)
	}
	second, _ := load(t, root, first)
	if diff := cmp.Diff([]string{"static/b"}, paths(second)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"static/a", "static/b"}, paths(first)); diff != "" {
		t.Errorf("the first snapshot has changed: %s", diff)
	}
}

func TestAFileThatCannotBeReadIsAnError(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("everything can be read as root")
	}
	root := site(t, map[string]string{"static/a": "1"})
	if err := os.Chmod(filepath.Join(root, "static/a"), 0); err != nil {
		t.Fatal(err)
	}
	if _, _, err := source.Load(root, "site.toml", source.Options{}); err == nil {
		t.Error("no error")
	}
}
