package publish

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// twoBuilt publishes a site and then another.
func twoBuilt(t *testing.T) (target Target, before, now site) {
	t.Helper()
	target = newTarget(t)
	before, now = sample(), sample().with("it/index.html", "sbagliata").with("en/index.html", "")
	publish(t, here, target, before)
	publish(t, here, target, now)
	return target, before, now
}

func TestRollbackShowsTheSiteOfTheBuildBeforeAndASecondOneUndoesIt(t *testing.T) {
	target, before, now := twoBuilt(t)
	for _, want := range []site{before, now, before} {
		p, err := Rollback(target)
		mustDo(t, err)
		pages := 0
		for name := range want {
			if filepath.Ext(name) == ".html" {
				pages++
			}
		}
		if p.Files != len(want) || p.Pages != pages || time.Since(p.Signed) > time.Hour {
			t.Errorf("it tells %+v of %d files with %d pages", p, len(want), pages)
		}
		expect(t, target.Dir, want)
	}
	publish(t, here, target, now)
	expect(t, target.Dir, now)
}

func TestRollbackToNothingWholeIsRefusedAndChangesNothing(t *testing.T) {
	back := func(target Target, name string) string { return filepath.Join(target.State, backName, name) }
	for name, test := range map[string]struct {
		spoil func(t *testing.T, target Target, now site)
		want  NoPreviousError
	}{
		"no build before":      {func(t *testing.T, target Target, _ site) { mustDo(t, os.RemoveAll(back(target, ""))) }, NoPreviousError{Reason: "none"}},
		"a build was killed":   {func(t *testing.T, target Target, _ site) { mustDo(t, os.Remove(back(target, manifestName))) }, NoPreviousError{Reason: "pieces"}},
		"a build was given up": {giveUp, NoPreviousError{Reason: "pieces"}},
		"another size":         {func(t *testing.T, target Target, _ site) { mustDo(t, os.Truncate(back(target, "index.html"), 1)) }, NoPreviousError{Reason: "damaged", Path: "index.html"}},
		"other bytes, same size and time": {func(t *testing.T, target Target, _ site) {
			was, err := os.Stat(back(target, "index.html"))
			mustDo(t, err)
			mustDo(t, os.WriteFile(back(target, "index.html"), []byte("lingva"), 0o644))
			mustDo(t, os.Chtimes(back(target, "index.html"), was.ModTime(), was.ModTime()))
		}, NoPreviousError{Reason: "damaged", Path: "index.html"}},
		"a file more": {func(t *testing.T, target Target, _ site) {
			mustDo(t, os.WriteFile(back(target, "zz.html"), nil, 0o644))
		}, NoPreviousError{Reason: "damaged", Path: "zz.html"}},
		"a file less": {func(t *testing.T, target Target, _ site) { mustDo(t, os.Remove(back(target, "it/feed.xml"))) }, NoPreviousError{Reason: "damaged", Path: "it/feed.xml"}},
	} {
		t.Run(name, func(t *testing.T) {
			target, _, now := twoBuilt(t)
			test.spoil(t, target, now)
			_, err := Rollback(target)
			var none NoPreviousError
			if !errors.As(err, &none) || none != test.want {
				t.Errorf("error %v, want %v", err, test.want)
			}
			expect(t, target.Dir, now)
			publish(t, here, target, now.with("it/index.html", "giusta"))
			expect(t, target.Dir, now.with("it/index.html", "giusta"))
		})
	}
}

func giveUp(t *testing.T, target Target, now site) {
	other := site{}
	for name, text := range now {
		other[name] = text + "!"
	}
	mustDo(t, here.givenUp(target, other.files()))
}

func TestRollbackShowsNothingOfAnotherFolder(t *testing.T) {
	target, before, now := twoBuilt(t)
	preview := target
	preview.Dir = filepath.Join(filepath.Dir(target.Dir), "preview")
	for _, text := range []string{"bozza", "altra bozza", "terza bozza"} {
		publish(t, here, preview, sample().with("it/index.html", text))
		var none NoPreviousError
		if _, err := Rollback(target); !errors.As(err, &none) {
			t.Errorf("error %v", err)
		}
		expect(t, target.Dir, now)
	}
	_, err := Rollback(preview)
	mustDo(t, err)
	expect(t, preview.Dir, sample().with("it/index.html", "altra bozza"))
	publish(t, here, target, before)
	_, err = Rollback(target)
	mustDo(t, err)
	expect(t, target.Dir, now)
}

func TestASiteThatWasMovedCanBeRolledBack(t *testing.T) {
	target, before, _ := twoBuilt(t)
	site := filepath.Dir(target.Dir)
	mustDo(t, os.Rename(site, site+"-moved"))
	t.Cleanup(func() { os.RemoveAll(site + "-moved") })
	moved := Target{Dir: filepath.Join(site+"-moved", "public"), State: filepath.Join(site+"-moved", ".dossier")}
	_, err := Rollback(moved)
	mustDo(t, err)
	expect(t, moved.Dir, before)
}

func TestRollbackWithoutExchangeHasNothingToGoBackTo(t *testing.T) {
	target, w := newTarget(t), modes()["fallback"]
	publish(t, w, target, sample())
	publish(t, w, target, sample().with("it/index.html", "nuova"))
	var none NoPreviousError
	if _, err := w.rollback(target); !errors.As(err, &none) || none.Reason != "other" {
		t.Errorf("error %v", err)
	}
	expect(t, target.Dir, sample().with("it/index.html", "nuova"))
}

func TestRollbackAndForgettingHonourTheLock(t *testing.T) {
	target, _, now := twoBuilt(t)
	lock, err := acquire(target.State, 0)
	mustDo(t, err)
	defer lock.Close()
	w := system{exchange: exchange}
	if _, err := w.rollback(target); !errors.As(err, new(BusyError)) {
		t.Errorf("rollback beside a build: %v", err)
	}
	if err := w.forget(target.State); !errors.As(err, new(BusyError)) {
		t.Errorf("forgetting beside a build: %v", err)
	}
	expect(t, target.Dir, now)
}

func TestForgettingLeavesTheVisibleSiteAndTheLock(t *testing.T) {
	target, _, now := twoBuilt(t)
	for range 2 {
		mustDo(t, Forget(target.State))
		expect(t, target.Dir, now)
		if left, err := os.ReadDir(target.State); err != nil || len(left) != 1 {
			t.Errorf("left: %v, %v", left, err)
		}
	}
	publish(t, here, target, sample())
	expect(t, target.Dir, sample())
}

func TestForgettingFollowsNoLink(t *testing.T) {
	target, _, now := twoBuilt(t)
	mustDo(t, os.RemoveAll(filepath.Join(target.State, backName)))
	mustDo(t, os.Symlink(target.Dir, filepath.Join(target.State, backName)))
	mustDo(t, Forget(target.State))
	expect(t, target.Dir, now)
}
