package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
)

// roomPerPage is what a page takes, in bytes: its source and its output on both
// sides, twice over because of what servers keep.
const roomPerPage = 250_000

// workFolder returns the folder to work in and what removes it. Without a wish
// it is in memory where that has room: creating files dominates on a disk.
func workFolder(wish string, pages int) (dir string, remove func(), err error) {
	keep := func() {}
	if wish != "" {
		dir, err = filepath.Abs(wish)
		if err == nil {
			err = os.MkdirAll(dir, 0o755)
		}
		return dir, keep, err
	}
	base := "/dev/shm"
	need := uint64(pages) * roomPerPage
	if room(base) < need {
		base = os.TempDir()
	}
	if have := room(base); have < need {
		return "", keep, fmt.Errorf("%s has %d MB free; %d pages need %d MB: name another folder with -work", base, have>>20, pages, need>>20)
	}
	if dir, err = os.MkdirTemp(base, "dossier-bench-"); err != nil {
		return "", keep, err
	}
	return dir, func() { os.RemoveAll(dir) }, nil
}

// room is how many bytes a folder can take; none if there is no such folder.
func room(dir string) uint64 {
	var s syscall.Statfs_t
	if syscall.Statfs(dir, &s) != nil {
		return 0
	}
	return s.Bavail * uint64(s.Bsize)
}

// found is the absolute path of a command.
func found(command string) (string, error) {
	path, err := exec.LookPath(command)
	if err != nil {
		return "", err
	}
	return filepath.Abs(path)
}
