package publish

import (
	"errors"
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
