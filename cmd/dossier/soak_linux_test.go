package main

import (
	"fmt"
	"os"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"
)

// enter runs the test once more in a name space where it may mount file systems,
// which needs no rights on most systems.
func enter(t *testing.T) {
	cmd := soakCommand(t)
	cmd.SysProcAttr = &syscall.SysProcAttr{
		Cloneflags:  syscall.CLONE_NEWUSER | syscall.CLONE_NEWNS,
		UidMappings: []syscall.SysProcIDMap{{HostID: os.Getuid(), Size: 1}},
		GidMappings: []syscall.SysProcIDMap{{HostID: os.Getgid(), Size: 1}},
		Pdeathsig:   syscall.SIGKILL,
	}
	err := cmd.Run()
	if cmd.Process == nil {
		bare := soakCommand(t)
		bare.Env = append(bare.Env, bareOf+"="+err.Error())
		err = bare.Run()
	}
	if err != nil {
		t.Error(err)
	}
}

// mount puts a new file system at a folder.
func (s *soak) mount(dir string) {
	s.must(os.MkdirAll(dir, 0o755))
	if err := unix.Mount("tmpfs", dir, "tmpfs", 0, diskSize); err != nil {
		s.cannotMount(err.Error())
	}
	s.Cleanup(func() {
		if err := unix.Unmount(dir, unix.MNT_DETACH); err != nil {
			s.Error(err)
		}
	})
}

// remount changes how a disk may be used.
func (s *soak) remount(dir, options string) {
	s.Helper()
	flags := uintptr(unix.MS_REMOUNT)
	switch options {
	case "ro":
		flags, options = flags|unix.MS_RDONLY, ""
	case "rw":
		options = ""
	}
	s.must(unix.Mount("", dir, "", flags, options))
}

// limit makes a disk so small that this many bytes are free.
func (s *soak) limit(dir string, free float64) {
	s.remount(dir, fmt.Sprint("size=", s.used(dir)+uint64(free)))
}

func (s *soak) used(dir string) uint64 {
	var disk unix.Statfs_t
	s.must(unix.Statfs(dir, &disk))
	return (disk.Blocks - disk.Bfree) * uint64(disk.Bsize)
}
