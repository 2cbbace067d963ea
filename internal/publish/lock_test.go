package publish

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"
)

func TestSecondBuildWaitsForTheFirst(t *testing.T) {
	target := newTarget(t)
	lock, err := acquire(target.State, 0)
	mustDo(t, err)
	done := make(chan error)
	go func() {
		_, err := Write(target, sample().files())
		done <- err
	}()
	select {
	case err := <-done:
		t.Fatalf("published beside the holder of the lock: %v", err)
	case <-time.After(100 * time.Millisecond):
	}
	if found := read(t, filepath.Dir(target.Dir)); found["public/"] != "" || len(found) != 2 {
		t.Errorf("written while waiting: %v", found)
	}
	mustDo(t, lock.Close())
	mustDo(t, <-done)
	expect(t, target.Dir, sample())
}

func TestSecondBuildGivesUpAfterTheTimeout(t *testing.T) {
	target := newTarget(t)
	lock, err := acquire(target.State, 0)
	mustDo(t, err)
	defer lock.Close()
	w := system{exchange: exchange, wait: 3 * lockPause}
	_, err = w.write(target, sample().files())
	var busy BusyError
	if !errors.As(err, &busy) || busy != (BusyError{State: target.State, Waited: w.wait}) {
		t.Errorf("error %v, want BusyError", err)
	}
	if _, err := os.Stat(target.Dir); err == nil {
		t.Error("published without the lock")
	}
}

func TestBuildsThatOverlapAllSucceed(t *testing.T) {
	target := newTarget(t)
	done := make(chan error)
	for _, text := range []string{"prima", "seconda", "terza", "quarta"} {
		go func() {
			_, err := Write(target, sample().with("it/index.html", text).files())
			done <- err
		}()
	}
	for range 4 {
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
	text := read(t, target.Dir)["it/index.html"]
	expect(t, target.Dir, sample().with("it/index.html", text))
}

func TestAFailedBuildReleasesTheLock(t *testing.T) {
	target := newTarget(t)
	mustDo(t, os.WriteFile(target.Dir, nil, 0o644))
	w := modes()["exchange"]
	if _, err := w.write(target, sample().files()); err == nil {
		t.Fatal("published over a file")
	}
	mustDo(t, os.Remove(target.Dir))
	publish(t, w, target, sample())
}

func TestStateThatCannotBeMadeIsAnError(t *testing.T) {
	for name, state := range map[string]string{
		"below a file":       "file/.dossier",
		"lock is a folder":   "locked",
		"lock leads outside": "linked",
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			mustDo(t, os.WriteFile(filepath.Join(dir, "file"), nil, 0o644))
			mustDo(t, os.MkdirAll(filepath.Join(dir, "locked", lockName), 0o755))
			mustDo(t, os.MkdirAll(filepath.Join(dir, "linked"), 0o755))
			mustDo(t, os.Symlink("../outside", filepath.Join(dir, "linked", lockName)))
			target := Target{Dir: filepath.Join(dir, "public"), State: filepath.Join(dir, filepath.FromSlash(state))}
			if _, err := Write(target, sample().files()); err == nil {
				t.Error("published without a lock")
			}
			for _, name := range []string{"public", "outside"} {
				if _, err := os.Lstat(filepath.Join(dir, name)); err == nil {
					t.Errorf("%s was made", name)
				}
			}
		})
	}
}
