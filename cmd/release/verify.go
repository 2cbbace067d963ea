package main

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// verify makes the release from two copies of the sources, in folders of different
// names, and compares every byte. Neither stays.
func (r release) verify(log io.Writer) error {
	top, err := os.MkdirTemp("", "release")
	if err != nil {
		return err
	}
	defer os.RemoveAll(top)
	first, second := r, r
	for i, copied := range []*release{&first, &second} {
		copied.sources = filepath.Join(top, []string{"a", "somewhere/else/entirely"}[i])
		copied.out = filepath.Join(top, []string{"out", "other"}[i])
		if err := copySources(copied.sources, r.sources); err != nil {
			return err
		}
		if err := copied.make(io.Discard); err != nil {
			return err
		}
	}
	differ, n, err := compare(first.out, second.out)
	if err != nil {
		return err
	}
	if len(differ) > 0 {
		return fmt.Errorf("made twice, these differ: %v", differ)
	}
	fmt.Fprintf(log, "made twice in different folders: all %d files are the same, byte for byte\n", n)
	return nil
}

// sourceFolders and sourceFiles are all that the command is compiled from, and the
// licence.
var (
	sourceFolders = []string{"cmd", "docs", "internal", "themes"}
	sourceFiles   = []string{"go.mod", "go.sum", "LICENSE"}
)

func copySources(to, from string) error {
	if err := os.MkdirAll(to, 0o755); err != nil {
		return err
	}
	for _, name := range sourceFolders {
		if err := os.CopyFS(filepath.Join(to, name), os.DirFS(filepath.Join(from, name))); err != nil {
			return err
		}
	}
	for _, name := range sourceFiles {
		data, err := os.ReadFile(filepath.Join(from, name))
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(to, name), data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// compare returns the names of the files that are not the same in both folders,
// and how many there are in the first.
func compare(a, b string) (differ []string, n int, err error) {
	for _, pair := range [][2]string{{a, b}, {b, a}} {
		err := fs.WalkDir(os.DirFS(pair[0]), ".", func(name string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() {
				return err
			}
			one, err := os.ReadFile(filepath.Join(pair[0], name))
			if err != nil {
				return err
			}
			if two, err := os.ReadFile(filepath.Join(pair[1], name)); err != nil || !bytes.Equal(one, two) {
				differ = append(differ, name)
			}
			n++
			return nil
		})
		if err != nil {
			return nil, 0, err
		}
	}
	slices.Sort(differ)
	return slices.Compact(differ), n / 2, nil
}
