package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"golang.org/x/sys/unix"
)

// mount puts a new file system at dir for the length of a test.
func mount(t *testing.T, dir, options string) {
	t.Helper()
	mustDo(t, os.MkdirAll(dir, 0o755))
	if err := unix.Mount("tmpfs", dir, "tmpfs", 0, options); err != nil {
		t.Skipf("no right to mount a file system here: %v", err)
	}
	t.Cleanup(func() {
		if err := unix.Unmount(dir, unix.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
}

func TestFullDiskLeavesTheOldSite(t *testing.T) {
	big := strings.Repeat("x", 700<<10)
	for name, w := range modes() {
		t.Run(name, func(t *testing.T) {
			disk := t.TempDir()
			mount(t, disk, "size=1m")
			target := crashTarget(disk)
			publish(t, w, target, sample())
			_, err := w.write(target, sample().with("it/a", big).with("it/b", big).files())
			if !errors.Is(err, unix.ENOSPC) {
				t.Fatalf("error %v, want a full disk", err)
			}
			expect(t, target.Dir, sample())
			next := sample().with("it/index.html", "nuova")
			publish(t, w, target, next)
			expect(t, target.Dir, next)
		})
	}
}

func TestFullDiskOfTheFrontAloneLeavesTheOldSite(t *testing.T) {
	target := newTarget(t)
	mount(t, target.Dir, "size=1m")
	publish(t, modes()["exchange"], target, sample())
	big := strings.Repeat("x", 2<<20)
	_, err := Write(target, sample().with("it/a", big).with("en/index.html", "").files())
	if !errors.Is(err, unix.ENOSPC) {
		t.Fatalf("error %v, want a full disk", err)
	}
	expect(t, target.Dir, sample())
}

// A folder takes room as a file does: with each number of them, the build stops
// at another step.
func TestDiskThatIsFullAtAnyStepLeavesTheOldSite(t *testing.T) {
	old := sample().with("en/index.html", "").with("en", "a file").with("fr/index.html", "chez")
	front := sample().with("es/uno/index.html", "casa").with("es/due/index.html", "casa")
	next := front.with("es/tre/index.html", "casa").with("de/index.html", "daheim").with("it/feed.xml", "").with("it/feed.xml/a", "x")
	for name, s := range modes() {
		failed := 0
		for room, done := uint64(0), false; !done; room++ {
			disk := t.TempDir()
			mount(t, disk, "size=4m")
			target := crashTarget(disk)
			publish(t, s, target, old)
			publish(t, s, target, front)
			var had unix.Statfs_t
			mustDo(t, unix.Statfs(disk, &had))
			limit := fmt.Sprint("nr_inodes=", had.Files-had.Ffree+room)
			mustDo(t, unix.Mount("", disk, "", unix.MS_REMOUNT, limit))
			err := s.inParallel(target, next.files())
			var unfinished UnfinishedError
			switch {
			case err == nil:
				expect(t, target.Dir, next)
				done = true
			case !errors.Is(err, unix.ENOSPC):
				t.Errorf("%s, room for %d: %v", name, room, err)
			case !errors.As(err, &unfinished):
				expect(t, target.Dir, front)
				failed++
			}
			mustDo(t, unix.Mount("", disk, "", unix.MS_REMOUNT, "nr_inodes=0"))
			publish(t, s, target, next)
			expect(t, target.Dir, next)
		}
		if failed < 5 {
			t.Errorf("%s: only %d steps have failed", name, failed)
		}
	}
}

// Each file that a build holds open at the same time is one step in which it
// may get no further one.
func TestBuildWithTooFewOpenFilesLeavesTheOldSite(t *testing.T) {
	var usual unix.Rlimit
	mustDo(t, unix.Getrlimit(unix.RLIMIT_NOFILE, &usual))
	front := sample().with("it/index.html", "nuova")
	sites := map[string]site{"the same": front, "other": sample().with("en/index.html", "")}
	for name, s := range modes() {
		for to, next := range sites {
			target := newTarget(t)
			publish(t, s, target, sample())
			publish(t, s, target, front)
			for limit, done := firstFree(t), false; !done; limit++ {
				mustDo(t, unix.Setrlimit(unix.RLIMIT_NOFILE, &unix.Rlimit{Cur: limit, Max: usual.Max}))
				_, err := s.write(target, next.files())
				mustDo(t, unix.Setrlimit(unix.RLIMIT_NOFILE, &usual))
				if err != nil && !errors.Is(err, unix.EMFILE) {
					t.Errorf("%s to %s with %d files: %v", name, to, limit, err)
				}
				done = err == nil
				if !done && !errors.As(err, new(UnfinishedError)) {
					expect(t, target.Dir, front)
				}
			}
			expect(t, target.Dir, next)
		}
	}
}

// firstFree returns the number of the next file that will be opened.
func firstFree(t *testing.T) uint64 {
	t.Helper()
	fd, err := unix.Open("/", unix.O_PATH|unix.O_CLOEXEC, 0)
	mustDo(t, err)
	mustDo(t, unix.Close(fd))
	return uint64(fd)
}

func TestMountPointIsRewrittenFileByFile(t *testing.T) {
	for name, prepare := range map[string]func(t *testing.T, dir string){
		"other file system": func(t *testing.T, dir string) { mount(t, dir, "size=4m") },
		"same file system": func(t *testing.T, dir string) {
			mustDo(t, os.MkdirAll(dir, 0o755))
			if err := unix.Mount(dir, dir, "", unix.MS_BIND, ""); err != nil {
				t.Skipf("no right to mount a folder here: %v", err)
			}
			t.Cleanup(func() { mustDo(t, unix.Unmount(dir, unix.MNT_DETACH)) })
		},
	} {
		t.Run(name, func(t *testing.T) {
			target := newTarget(t)
			prepare(t, target.Dir)
			for _, s := range []site{sample(), sample().with("it/index.html", "nuova"), sample().with("en/index.html", "")} {
				report, err := Write(target, s.files())
				mustDo(t, err)
				if !report.Fallback || report.Exchanged {
					t.Errorf("report: %+v", report)
				}
				expect(t, target.Dir, s)
			}
		})
	}
}

func TestReadOnlyFolderLeavesTheOldSite(t *testing.T) {
	target := newTarget(t)
	mount(t, target.Dir, "size=4m")
	publish(t, modes()["exchange"], target, sample())
	mustDo(t, unix.Mount("", target.Dir, "", unix.MS_REMOUNT|unix.MS_RDONLY, ""))
	if _, err := Write(target, sample().with("it/index.html", "nuova").files()); !errors.Is(err, unix.EROFS) {
		t.Fatalf("error %v, want a read-only file system", err)
	}
	expect(t, target.Dir, sample())
}

// pin makes a file or folder impossible to delete, rename or replace, for root
// too, and returns what frees it.
func pin(t *testing.T, name string) (free func()) {
	t.Helper()
	if err := unix.Mount(name, name, "", unix.MS_BIND, ""); err != nil {
		t.Skipf("no right to mount a file here: %v", err)
	}
	free = sync.OnceFunc(func() { mustDo(t, unix.Unmount(name, unix.MNT_DETACH)) })
	t.Cleanup(free)
	return free
}

func TestBackThatCannotBeWrittenLeavesTheOldSite(t *testing.T) {
	next := sample().with("it/index.html", "nuova").with("en/index.html", "")
	for _, pinned := range []string{"it/index.html", "en/index.html", "en", manifestName, "."} {
		t.Run(pinned, func(t *testing.T) {
			target := newTarget(t)
			w := modes()["exchange"]
			publish(t, w, target, sample())
			publish(t, w, target, sample().with("index.html", "altre"))
			free := pin(t, filepath.Join(target.State, backName, pinned))
			report, err := w.write(target, next.files())
			if pinned == "." && (err != nil || !report.Fallback) {
				t.Fatalf("a back that cannot be moved: %+v, %v", report, err)
			}
			if pinned != "." {
				if !errors.Is(err, unix.EBUSY) || !strings.Contains(err.Error(), target.State) {
					t.Fatalf("error %v, want EBUSY with the folder's name", err)
				}
				expect(t, target.Dir, sample().with("index.html", "altre"))
			}
			free()
			publish(t, w, target, next)
			expect(t, target.Dir, next)
		})
	}
}

func TestFallbackThatFailsMidwayIsFinishedLater(t *testing.T) {
	next := sample().with("it/index.html", "nuova").with("en/index.html", "").with("it/feed.xml", "").with("it/feed.xml/a", "x")
	for _, pinned := range []string{"it/index.html", "it/feed.xml", "en/index.html", "en", manifestName} {
		t.Run(pinned, func(t *testing.T) {
			target := newTarget(t)
			w := modes()["fallback"]
			publish(t, w, target, sample())
			free := pin(t, filepath.Join(target.Dir, filepath.FromSlash(pinned)))
			_, err := w.write(target, next.files())
			var unfinished UnfinishedError
			if !errors.As(err, &unfinished) || unfinished.Dir != target.Dir || !errors.Is(err, unix.EBUSY) {
				t.Fatalf("error %v, want UnfinishedError", err)
			}
			if !strings.Contains(err.Error(), "only partly rewritten") {
				t.Errorf("error %q does not say so", err)
			}
			free()
			publish(t, w, target, next)
			expect(t, target.Dir, next)
		})
	}
}

func TestModesDoNotDependOnTheUmask(t *testing.T) {
	defer unix.Umask(unix.Umask(0o077))
	for name, w := range modes() {
		target := newTarget(t)
		publish(t, w, target, sample())
		publish(t, w, target, sample().with("it/index.html", "nuova"))
		mustDo(t, filepath.WalkDir(target.Dir, func(at string, d fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			info, err := d.Info()
			want := fileMode
			if d.IsDir() {
				want = folderMode
			}
			if err == nil && info.Mode().Perm() != want {
				t.Errorf("%s: %s has mode %v, want %v", name, at, info.Mode().Perm(), want)
			}
			return err
		}))
	}
}

func TestAFolderThatCannotBeReadIsAnErrorAndNotAbsent(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root may read everything")
	}
	target := newTarget(t)
	publish(t, modes()["exchange"], target, sample())
	manifest := filepath.Join(target.Dir, manifestName)
	mustDo(t, os.Chmod(manifest, 0))
	var foreign NotOursError
	if _, err := Write(target, sample().files()); !errors.Is(err, fs.ErrPermission) || errors.As(err, &foreign) {
		t.Errorf("error %v, want one about the permission", err)
	}
}
