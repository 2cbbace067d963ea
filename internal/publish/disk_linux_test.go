package publish

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// bothWays opens a folder for each of the ways in which Linux can work in it.
func bothWays(t *testing.T, test func(t *testing.T, dir string, d *disk)) {
	for name, stepwisely := range map[string]bool{"direct": false, "stepwise": true} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "public")
			mustDo(t, os.MkdirAll(filepath.Join(dir, "real", "deep"), 0o755))
			d, err := openDisk(dir)
			mustDo(t, err)
			t.Cleanup(func() { mustDo(t, d.close()) })
			if stepwisely {
				mustDo(t, d.ways.close())
				d.ways = stepwise{d.root}
			}
			test(t, dir, d)
		})
	}
}

func TestLookSeesWhatIsThere(t *testing.T) {
	bothWays(t, func(t *testing.T, dir string, d *disk) {
		mustDo(t, os.WriteFile(filepath.Join(dir, "real", "file"), []byte("text"), 0o644))
		mustDo(t, os.Symlink("file", filepath.Join(dir, "real", "link")))
		mustDo(t, unix.Mkfifo(filepath.Join(dir, "real", "pipe"), 0o644))
		for name, kind := range map[string]fs.FileMode{".": fs.ModeDir, "real": fs.ModeDir, "real/deep": fs.ModeDir, "real/file": 0, "real/link": fs.ModeSymlink} {
			for _, see := range []func(string) (stat, error){d.look, d.glance} {
				s, err := see(name)
				mustDo(t, err)
				if s.kind != kind || (name == "real/file" && s.size != 4) || time.Since(time.Unix(0, s.changed)).Abs() > time.Hour {
					t.Errorf("%s: %+v", name, s)
				}
			}
		}
		if s, err := d.look("real/pipe"); err != nil || s.kind.IsRegular() || s.kind.IsDir() {
			t.Errorf("pipe: %+v, %v", s, err)
		}
	})
}

func TestNothingIsBehindALink(t *testing.T) {
	bothWays(t, func(t *testing.T, dir string, d *disk) {
		outside := filepath.Join(filepath.Dir(dir), "outside")
		mustDo(t, os.MkdirAll(filepath.Join(outside, "deep"), 0o755))
		for _, at := range []string{"real/deep/file", "../outside/deep/file"} {
			mustDo(t, os.WriteFile(filepath.Join(dir, at), []byte("text"), 0o644))
		}
		mustDo(t, os.Symlink("real", filepath.Join(dir, "inside")))
		mustDo(t, os.Symlink("../outside", filepath.Join(dir, "up")))
		mustDo(t, os.Symlink(outside, filepath.Join(dir, "away")))
		for _, name := range []string{"inside/deep", "inside/deep/file", "up/deep/file", "away/deep", "away/deep/file", "real/deep/file/x", "real/none/x"} {
			if s, err := d.look(name); !isNothing(err) {
				t.Errorf("look(%s) = %+v, %v", name, s, err)
			}
		}
		for _, name := range []string{"up", "away"} {
			err := errors.Join(d.create(name+"/new", nil), d.mkdir(name+"/newdir"), d.remove(name+"/deep/file"), d.replace(name+"/deep/file", nil))
			if err == nil || strings.Count(err.Error(), "\n") != 3 {
				t.Errorf("%s was followed: %v", name, err)
			}
		}
		expectFiles(t, outside, site{"deep/file": "text"})
	})
}

func TestCreateAndMkdirTakeOnlyFreeNames(t *testing.T) {
	bothWays(t, func(t *testing.T, dir string, d *disk) {
		mustDo(t, d.mkdir("real/new"))
		mustDo(t, d.create("real/new/file", []byte("text")))
		mustDo(t, os.Symlink("nowhere", filepath.Join(dir, "link")))
		for _, name := range []string{"real/new", "real/new/file", "link"} {
			if err := errors.Join(d.create(name, nil), d.mkdir(name)); !errors.Is(err, fs.ErrExist) || strings.Count(err.Error(), "\n") != 1 {
				t.Errorf("%s: %v", name, err)
			}
		}
		expectFiles(t, filepath.Join(dir, "real", "new"), site{"file": "text"})
	})
}

func TestRemoveDeletesOneName(t *testing.T) {
	bothWays(t, func(t *testing.T, dir string, d *disk) {
		mustDo(t, d.create("real/file", nil))
		mustDo(t, os.Symlink("file", filepath.Join(dir, "real", "link")))
		if err := d.remove("real"); err == nil {
			t.Error("a full folder was removed")
		}
		for _, name := range []string{"real/link", "real/file", "real/deep", "real"} {
			mustDo(t, d.remove(name))
			if err := d.remove(name); !errors.Is(err, fs.ErrNotExist) {
				t.Errorf("%s: %v", name, err)
			}
		}
		expectFiles(t, dir, site{})
	})
}

func TestReplaceWritesAnewWhateverStoodThere(t *testing.T) {
	bothWays(t, func(t *testing.T, dir string, d *disk) {
		mustDo(t, d.create("real/file", []byte("old")))
		reader, err := os.Open(filepath.Join(dir, "real", "file"))
		mustDo(t, err)
		defer reader.Close()
		mustDo(t, os.Symlink("file", filepath.Join(dir, "real", "link")))
		for _, name := range []string{"real/file", "real/link", "real/deep", "real/new"} {
			mustDo(t, d.replace(name, []byte(name)))
		}
		expectFiles(t, dir, site{"real/file": "real/file", "real/link": "real/link", "real/deep": "real/deep", "real/new": "real/new"})
		if had, err := io.ReadAll(reader); err != nil || string(had) != "old" {
			t.Errorf("who had the file open reads %q, %v", had, err)
		}
		if err := d.replace("real", nil); err == nil {
			t.Error("a full folder was replaced")
		}
	})
}

func TestReplaceOverwritesOnlyWhatNobodyElseHas(t *testing.T) {
	bothWays(t, func(t *testing.T, dir string, d *disk) {
		file := filepath.Join(dir, "real", "file")
		linked, mapped := filepath.Join(dir, "linked"), filepath.Join(dir, "mapped")
		for _, name := range []string{file, linked, mapped} {
			mustDo(t, os.WriteFile(name, []byte("old text"), 0o644))
		}
		mustDo(t, os.Link(linked, linked+" too"))
		f, err := os.Open(mapped)
		mustDo(t, err)
		memory, err := unix.Mmap(int(f.Fd()), 0, 8, unix.PROT_READ, unix.MAP_SHARED)
		mustDo(t, errors.Join(err, f.Close()))
		defer func() { mustDo(t, unix.Munmap(memory)) }()
		for _, text := range []string{"new", "a longer text than before", ""} {
			for _, name := range []string{"real/file", "linked", "mapped"} {
				mustDo(t, d.replace(name, []byte(text)))
			}
			expectFiles(t, dir, site{"real/file": text, "linked": text, "linked too": "old text", "mapped": text, "real/deep/": ""})
			if string(memory) != "old text" {
				t.Errorf("who had the file in memory reads %q", memory)
			}
		}
		mustDo(t, os.Chmod(file, 0o600))
		mustDo(t, d.replace("real/file", []byte("text")))
		if info, err := os.Stat(file); err != nil || info.Mode() != fileMode {
			t.Errorf("%v, %v", info.Mode(), err)
		}
	})
}

func TestAFileThatNobodyElseHasIsNotMadeAnew(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "file")
	mustDo(t, os.WriteFile(file, []byte("old"), 0o644))
	before, err := os.Stat(file)
	mustDo(t, err)
	d, err := openDisk(dir)
	mustDo(t, err)
	defer d.close()
	leases := givesLeases(t, file)
	mustDo(t, d.replace("file", []byte("new")))
	if after, err := os.Stat(file); err != nil || os.SameFile(before, after) != leases {
		t.Errorf("the same file: want %v, error %v", leases, err)
	}
}

// givesLeases reports whether the file system can tell that nobody has a file open.
func givesLeases(t *testing.T, file string) bool {
	f, err := os.OpenFile(file, os.O_WRONLY, 0)
	mustDo(t, err)
	defer f.Close()
	_, err = unix.FcntlInt(f.Fd(), unix.F_SETLEASE, unix.F_WRLCK)
	return err == nil
}

func TestModesOfBothWaysDoNotDependOnTheUmask(t *testing.T) {
	for _, mask := range []int{0, 0o022, 0o077, 0o777} {
		bothWays(t, func(t *testing.T, dir string, d *disk) {
			old := unix.Umask(mask)
			err := errors.Join(d.mkdir("real/new"), d.create("real/file", nil))
			unix.Umask(old)
			mustDo(t, err)
			for name, want := range map[string]fs.FileMode{"real/new": folderMode, "real/file": fileMode} {
				if info, err := os.Stat(filepath.Join(dir, name)); err != nil || info.Mode().Perm() != want {
					t.Errorf("umask %o, %s: %v, %v", mask, name, info.Mode(), err)
				}
			}
		})
	}
}

// A folder's time can be set back by hand, but not the time of that change.
func TestAFolderThatLiesAboutItsAgeIsLookedInto(t *testing.T) {
	past := time.Now().Add(-48 * time.Hour)
	for _, folder := range []string{"it", "it/progetti/masp"} {
		target := newTarget(t)
		old, now := sample().with("index.html", "prima"), sample()
		publish(t, here, target, old)
		publish(t, here, target, now)
		for _, dir := range []string{target.Dir, back(target)} {
			at := filepath.Join(dir, folder)
			mustDo(t, os.WriteFile(filepath.Join(at, "x"), nil, 0o644))
			mustDo(t, os.Chtimes(at, past, past))
		}
		if report := publish(t, here, target, now); report.NothingToDo {
			t.Errorf("%s: a name that was added to the front was not noticed", folder)
		}
		expect(t, target.Dir, now)
		publish(t, here, target, old)
		expect(t, target.Dir, old)
	}
}

func TestFoldersOfAnyAgeAreFine(t *testing.T) {
	for name, at := range map[string]time.Time{"past": time.Unix(0, 0), "future": time.Now().Add(48 * time.Hour)} {
		target := newTarget(t)
		old, now := sample().with("index.html", "prima"), sample()
		publish(t, here, target, old)
		publish(t, here, target, now)
		for _, dir := range []string{target.Dir, back(target)} {
			for _, folder := range []string{"it", "it/progetti", "assets", "."} {
				mustDo(t, os.Chtimes(filepath.Join(dir, folder), at, at))
			}
		}
		if report := publish(t, here, target, now); !report.NothingToDo {
			t.Errorf("%s: %+v", name, report)
		}
		publish(t, here, target, old)
		expect(t, target.Dir, old)
	}
}

func TestAPipeIsRemovedAndNotOpened(t *testing.T) {
	target := newTarget(t)
	publish(t, here, target, sample())
	mustDo(t, unix.Mkfifo(filepath.Join(target.Dir, "it", "pipe"), 0o644))
	publish(t, here, target, sample())
	publish(t, here, target, sample().with("index.html", "altre"))
	expect(t, target.Dir, sample().with("index.html", "altre"))
	expect(t, back(target), sample())
}
