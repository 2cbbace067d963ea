package watch

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// site is a folder with the sources of a site in it.
func site(t *testing.T) string {
	t.Helper()
	root := t.TempDir()
	for _, name := range []string{"site.toml", "content/projects/a.md", "static/logo.svg", "public/index.html", ".git/HEAD"} {
		write(t, root, name)
	}
	return root
}

func write(t *testing.T, root, name string) {
	t.Helper()
	file := filepath.Join(root, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	f, err := os.OpenFile(file, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if _, err := f.WriteString("more\n"); err != nil {
		t.Fatal(err)
	}
}

func do(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func watching(t *testing.T, root string, how way) *Watcher {
	t.Helper()
	w, err := start(root, []string{"public", "static/drafts"}, how)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(w.Close)
	return w
}

func signalled(w *Watcher, within time.Duration) bool {
	select {
	case <-w.Signals():
		return true
	case <-time.After(within):
		return false
	}
}

// drain takes the signals of a change that is still under way.
func drain(w *Watcher) {
	for signalled(w, 2*quiet+20*time.Millisecond) {
	}
}

// The two ways: the system tells, or it does not.
var (
	told    = way{openNotifier, time.Hour, time.Hour}
	looking = way{silent, 30 * time.Millisecond, time.Hour}
)

func TestChangesOfSourcesAreSignalled(t *testing.T) {
	changes := []struct {
		name   string
		before func(t *testing.T, root string)
		change func(t *testing.T, root string)
	}{
		{"a file is written", nil, func(t *testing.T, root string) { write(t, root, "content/projects/a.md") }},
		{"site.toml is written", nil, func(t *testing.T, root string) { write(t, root, "site.toml") }},
		{"site.toml is replaced by renaming", nil, func(t *testing.T, root string) {
			write(t, root, ".site.toml.new")
			do(t, os.Rename(filepath.Join(root, ".site.toml.new"), filepath.Join(root, "site.toml")))
		}},
		{"a file is deleted", nil, func(t *testing.T, root string) { do(t, os.Remove(filepath.Join(root, "content/projects/a.md"))) }},
		{"a file arrives in a new folder", nil, func(t *testing.T, root string) { write(t, root, "content/kits/x/y/sheet.md") }},
		{"a theme folder appears", nil, func(t *testing.T, root string) { write(t, root, "themes/own/theme.toml") }},
		{"content is deleted", nil, func(t *testing.T, root string) { do(t, os.RemoveAll(filepath.Join(root, "content"))) }},
		{
			"content comes back", func(t *testing.T, root string) { do(t, os.RemoveAll(filepath.Join(root, "content"))) },
			func(t *testing.T, root string) { write(t, root, "content/projects/a.md") },
		},
		{
			"a file in content that came back", func(t *testing.T, root string) {
				do(t, os.Rename(filepath.Join(root, "content"), filepath.Join(root, "aside")))
				write(t, root, "content/projects/a.md")
			},
			func(t *testing.T, root string) { write(t, root, "content/projects/a.md") },
		},
		{
			"a file in a renamed folder", func(t *testing.T, root string) {
				do(t, os.Rename(filepath.Join(root, "content/projects"), filepath.Join(root, "content/events")))
			},
			func(t *testing.T, root string) { write(t, root, "content/events/a.md") },
		},
		{
			"a file in a folder that was new", func(t *testing.T, root string) { write(t, root, "content/kits/x/y/sheet.md") },
			func(t *testing.T, root string) { write(t, root, "content/kits/x/y/sheet.md") },
		},
		{"a well-known file", nil, func(t *testing.T, root string) { write(t, root, "static/.well-known/security.txt") }},
	}
	for name, how := range map[string]way{"told by the system": told, "looking": looking} {
		for _, c := range changes {
			t.Run(name+"/"+c.name, func(t *testing.T) {
				t.Parallel()
				root := site(t)
				w := watching(t, root, how)
				if c.before != nil {
					c.before(t, root)
					if !signalled(w, time.Second) {
						t.Fatal("no signal after the preparation")
					}
					drain(w)
				}
				c.change(t, root)
				if !signalled(w, time.Second) {
					t.Error("no signal")
				}
			})
		}
	}
}

func TestOtherChangesAreNot(t *testing.T) {
	for _, name := range []string{
		"public/index.html", ".git/HEAD", ".dossier/x", ".cache/outputs", "README.md", "node_modules/a/b.js",
		"content/projects/.a.md.swp", "content/projects/a.md~", "content/projects/#a.md#", "content/projects/.#a.md",
		"content/projects/4913", "content/projects/x.tmp", "content/.obsidian/x.json", "static/drafts/x.svg",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			root := site(t)
			w := watching(t, root, told)
			before := w.scope.fingerprint()
			write(t, root, name)
			if signalled(w, 5*quiet) {
				t.Error("signalled")
			}
			if before != w.scope.fingerprint() {
				t.Error("looking at the files would signal")
			}
		})
	}
}

func TestManyChangesAreFewSignals(t *testing.T) {
	root := site(t)
	w := watching(t, root, told)
	for i := range 200 {
		write(t, root, fmt.Sprintf("content/news/%d.md", i))
	}
	n := 0
	for signalled(w, 200*time.Millisecond) {
		n++
	}
	if n < 1 || n > 20 {
		t.Errorf("%d signals for 200 files written at once", n)
	}
}

func TestSignalsComeWhileChangesGoOn(t *testing.T) {
	root := site(t)
	w := watching(t, root, told)
	end := time.Now().Add(4 * patient)
	for time.Now().Before(end) {
		write(t, root, "content/projects/a.md")
		select {
		case <-w.Signals():
			return
		case <-time.After(quiet / 5):
		}
	}
	t.Error("no signal while a file kept changing")
}

func TestLostEventsAreSignalled(t *testing.T) {
	root := site(t)
	var opened []*notifier
	open := func(s scope) *notifier {
		n := openNotifier(s)
		opened = append(opened, n)
		return n
	}
	l := &loop{w: &Watcher{scope: newScope(root, nil), signals: make(chan struct{}, 1)}, way: way{open, time.Hour, time.Hour}}
	l.renew()
	defer l.end()
	l.failed(true)
	l.fire()
	if len(opened) != 2 || !signalled(l.w, time.Millisecond) {
		t.Fatalf("after lost events: %d notifiers, no signal", len(opened))
	}
	opened[1].Close()
	e, ok := <-l.notify.Events
	l.event(e, ok)
	if len(opened) != 3 || !signalled(l.w, time.Millisecond) {
		t.Errorf("after a notifier died: %d notifiers, no signal", len(opened))
	}
}

func TestASystemThatStopsTellingIsLookedAt(t *testing.T) {
	root := site(t)
	able := true
	w := watching(t, root, way{func(s scope) *notifier {
		if !able {
			return nil
		}
		able = false
		return openNotifier(s)
	}, looking.period, time.Hour})
	write(t, root, "content/kits/sheet.md")
	if !signalled(w, time.Second) {
		t.Fatal("no signal from the system")
	}
	drain(w)
	write(t, root, "content/kits/sheet.md")
	if !signalled(w, time.Second) {
		t.Error("no signal from looking")
	}
}

func TestAFolderIsNeeded(t *testing.T) {
	root := site(t)
	for _, name := range []string{"site.toml", "nowhere"} {
		if w, err := New(filepath.Join(root, name), nil); err == nil {
			w.Close()
			t.Errorf("%s was accepted", name)
		}
	}
}

func TestNoSignalAfterClose(t *testing.T) {
	root := site(t)
	w, err := New(root, nil)
	do(t, err)
	w.Close()
	w.Close()
	write(t, root, "content/projects/a.md")
	if signalled(w, 4*quiet) {
		t.Error("signalled")
	}
}

func TestCommitsAreSignalled(t *testing.T) {
	tests := []struct {
		name  string
		start func(t *testing.T, root string)
		file  string
	}{
		{"in the site's folder", func(*testing.T, string) {}, ".git/logs/HEAD"},
		{"a switch of branches", func(*testing.T, string) {}, ".git/HEAD"},
		{"in a second work tree", func(t *testing.T, root string) {
			do(t, os.RemoveAll(filepath.Join(root, ".git")))
			do(t, os.WriteFile(filepath.Join(root, ".git"), []byte("gitdir: elsewhere/worktrees/site\n"), 0o644))
		}, "elsewhere/worktrees/site/HEAD"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			root := site(t)
			test.start(t, root)
			w := watching(t, root, way{openNotifier, time.Hour, 20 * time.Millisecond})
			if signalled(w, 5*quiet) {
				t.Fatal("signalled before there was a commit")
			}
			write(t, root, test.file)
			if !signalled(w, time.Second) {
				t.Error("no signal")
			}
		})
	}
}

func TestTheRepositoryAboveTheSiteCounts(t *testing.T) {
	above := site(t)
	write(t, above, "websites/one/site.toml")
	if got := repositoryOf(filepath.Join(above, "websites", "one")); got != repository(filepath.Join(above, ".git")) {
		t.Errorf("%q", got)
	}
}

func TestTouchedFilesAreNamed(t *testing.T) {
	root := site(t)
	w := watching(t, root, told)
	write(t, root, "content/projects/a.md")
	write(t, root, "site.toml")
	drain(w)
	got := w.Touched()
	slices.Sort(got)
	if got = slices.Compact(got); !slices.Equal(got, []string{"content/projects/a.md", "site.toml"}) {
		t.Errorf("touched: %q", got)
	}
	if got := w.Touched(); got == nil || len(got) > 0 {
		t.Errorf("asked again: %q", got)
	}
	write(t, root, "content/kits/x/sheet.md")
	drain(w)
	if got := w.Touched(); got != nil {
		t.Errorf("after a new folder: %q, not anything", got)
	}
	for n := range maxTouched + 1 {
		write(t, root, fmt.Sprintf("content/projects/b%d.md", n))
	}
	drain(w)
	if got := w.Touched(); got != nil {
		t.Errorf("after %d new files: %q, not anything", maxTouched+1, got)
	}
}

func TestWhoLooksAtFilesNamesNone(t *testing.T) {
	root := site(t)
	w := watching(t, root, looking)
	write(t, root, "content/projects/a.md")
	if !signalled(w, 5*time.Second) {
		t.Fatal("no signal")
	}
	if got := w.Touched(); got != nil {
		t.Errorf("touched: %q, not anything", got)
	}
}
