//go:build unix

package main

import (
	"path/filepath"
	"syscall"
	"testing"
)

// pipe puts a named pipe into the site: opening it would wait for ever.
func pipe(name string) maker {
	return func(t *testing.T, dir string) {
		if err := syscall.Mkfifo(filepath.Join(dir, name), 0o644); err != nil {
			t.Skip(err)
		}
	}
}
