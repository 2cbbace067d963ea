//go:build unix

package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
)

// refused demands that a build ends by itself, and with the exit code of a disk
// that failed.
func (s *soak) refused(out []byte, err error) {
	s.Helper()
	var ended *exec.ExitError
	if !errors.As(err, &ended) || ended.ExitCode() != exitBroken {
		s.Errorf("%v, want exit code %d\n%s", err, exitBroken, out)
	}
	if len(out) == 0 {
		s.Error("it fails without a word")
	}
}

// failingPage lets a template ask for a part that no page has.
func (s *soak) failingPage() bool {
	file := filepath.Join(s.root, "themes", "civic", "layouts", "text.html")
	s.must(os.MkdirAll(filepath.Dir(file), 0o755))
	s.must(os.WriteFile(file, []byte(`{{(index .Contents 99).Text}}`), 0o644))
	s.refused(s.build().CombinedOutput())
	s.must(os.Remove(file))
	return true
}

// twoAtOnce: each waits for the other, and both publish the same.
func (s *soak) twoAtOnce() bool {
	first, second := s.build(), s.build()
	s.must(first.Start())
	s.must(second.Start())
	for _, cmd := range []*exec.Cmd{first, second} {
		if err := cmd.Wait(); err != nil {
			s.Errorf("one of two builds: %v", err)
		}
	}
	if f := s.look(s.states[s.now], s.states[s.now]); !f.isNew {
		s.Error("two builds have both ended, and the site is not the new one")
	}
	return true
}

// twoAtOnceOneKilled: the lock of the dead one holds nobody up.
func (s *soak) twoAtOnceOneKilled() bool {
	first, second := s.build(), s.build()
	s.must(first.Start())
	s.must(second.Start())
	struck := s.end(first, syscall.SIGKILL)
	s.must(second.Wait())
	if f := s.look(s.states[s.now], s.states[s.now]); !f.isNew {
		s.Error("a build has ended beside one that was killed, and the site is not the new one")
	}
	return struck
}

// diskSize is that of the small disks: far more than a site takes, with its cache.
const diskSize = "size=256m"

func (s *soak) onSmallDisk() { s.mount(s.root) }

// mounted puts a disk of its own at a folder of the site.
func mounted(folder string) func(s *soak) {
	return func(s *soak) { s.mount(filepath.Join(s.root, folder)) }
}

// cannotMount skips a trial that needs a disk and cannot have it; a long run fails
// then, because it is to show everything.
func (s *soak) cannotMount(why string) {
	s.Helper()
	if *long {
		s.Fatalf("no right to mount a file system here: %s %s", why, os.Getenv(bareOf))
	}
	fmt.Printf("SKIPPED %s: no right to mount a file system here: %s\n", s.Name(), why)
	s.SkipNow()
}

// fullDisk leaves a build less room than it takes: how much that is, the builds that
// find enough show.
func (s *soak) fullDisk() bool {
	if s.enough == 0 {
		s.enough = s.room()
	}
	free := s.random.Float64() * s.enough
	s.limit(s.root, free)
	out, err := s.build().CombinedOutput()
	if err == nil {
		s.enough = free
	} else {
		s.enough *= 1.1
		s.refused(out, err)
		if !strings.Contains(string(out), "no space left") {
			s.Errorf("a full disk is told as %q", out)
		}
	}
	s.remount(s.root, diskSize)
	return err != nil
}

func (s *soak) readOnlyDisk() bool {
	s.remount(s.root, "ro")
	s.refused(s.build().CombinedOutput())
	s.remount(s.root, "rw")
	return true
}

func (s *soak) readOnlyOutput() bool {
	public := filepath.Join(s.root, "public")
	s.remount(public, "ro")
	s.refused(s.build().CombinedOutput())
	s.remount(public, "rw")
	return true
}

// readOnlyCache: the site is published all the same.
func (s *soak) readOnlyCache() bool {
	cache := filepath.Join(s.root, ".cache")
	s.remount(cache, "ro")
	s.published()
	s.remount(cache, "rw")
	return true
}

func (s *soak) fullCache() bool {
	cache := filepath.Join(s.root, ".cache")
	s.limit(cache, 0)
	s.published()
	s.remount(cache, diskSize)
	return true
}

func (s *soak) published() {
	if out, err := s.build().CombinedOutput(); err != nil {
		s.Errorf("a cache that cannot be written: %v\n%s", err, out)
	}
	if f := s.look(s.states[s.now], s.states[s.now]); !f.isNew {
		s.Error("without a cache the site is not the new one")
	}
}

// room is how many bytes a build takes at most, more than it leaves at its end: a
// site, and what is remembered of it.
func (s *soak) room() float64 {
	return 3 * float64(s.size(filepath.Join(s.root, "public")))
}

func (s *soak) size(dir string) (n int64) {
	found, err := s.read(dir)
	s.must(err)
	for name := range found {
		info, err := os.Lstat(filepath.Join(dir, name))
		s.must(err)
		n += info.Size()
	}
	return n
}
