package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// OverlapError reports a published folder that is, or contains, something the
// build reads or keeps: publishing would delete it.
type OverlapError struct {
	Dir, Input string
}

func (e OverlapError) Error() string {
	return fmt.Sprintf("%s is or contains %s", e.Dir, e.Input)
}

// NotOursError reports a folder that holds something and does not carry our
// manifest, or that is a repository of its own. Found is one name in it.
type NotOursError struct {
	Dir, Found string
}

func (e NotOursError) Error() string {
	return fmt.Sprintf("%s was not published by dossier: it holds %s", e.Dir, e.Found)
}

// NotFolderError reports a link or file where the published folder, the state,
// or a folder on the way from the site to them should be. Links are not
// followed: they come with a contributor's change and may lead anywhere.
type NotFolderError struct {
	Path string
}

func (e NotFolderError) Error() string {
	return fmt.Sprintf("%s is not a folder", e.Path)
}

// Check reports whether a site may be published to t.Dir: it is a folder or
// absent; it neither is nor contains one of the inputs or the state, nor lies in
// the state; it is empty or carries our manifest. It changes nothing.
//
// Errors: NotFolderError, OverlapError, NotOursError, and failures of the disk.
func Check(t Target, inputs []string) error {
	t, err := t.absolute()
	if err != nil {
		return err
	}
	if err := checkPlace(t, inputs); err != nil {
		return err
	}
	front, err := openBuffer(t.Dir)
	if err != nil {
		return err
	}
	defer front.close()
	return front.checkOurs()
}

// checkPlace is the part of Check that looks into no folder.
func checkPlace(t Target, inputs []string) error {
	if err := checkFolders(t); err != nil {
		return err
	}
	if contains(t.State, t.Dir) {
		return OverlapError{Dir: t.Dir, Input: t.State}
	}
	for _, input := range append([]string{t.State}, inputs...) {
		if contains(t.Dir, input) {
			return OverlapError{Dir: t.Dir, Input: input}
		}
	}
	return nil
}

// checkFolders refuses links at both ends and, inside the site, on the way. The
// site is the folder that holds the state; what is above it is its owner's.
func checkFolders(t Target) error {
	site := filepath.Dir(t.State) + string(filepath.Separator)
	if err := checkFolder(t.State); err != nil {
		return err
	}
	if err := checkFolder(t.Dir); err != nil {
		return err
	}
	for at := filepath.Dir(t.Dir); strings.HasPrefix(at, site); at = filepath.Dir(at) {
		if err := checkFolder(at); err != nil {
			return err
		}
	}
	return nil
}

func checkFolder(name string) error {
	info, err := os.Lstat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	case !info.IsDir():
		return NotFolderError{Path: name}
	}
	return nil
}

// contains reports whether name is dir or lies in it. Folders are compared as
// the file system does, so that another spelling or a link hides nothing.
func contains(dir, name string) bool {
	at, err := filepath.Abs(name)
	if err != nil {
		return true
	}
	if real, err := filepath.EvalSymlinks(at); err == nil {
		at = real
	}
	for {
		if at == dir || sameFolder(at, dir) {
			return true
		}
		up := filepath.Dir(at)
		if up == at {
			return false
		}
		at = up
	}
}

func sameFolder(a, b string) bool {
	infoA, errA := os.Stat(a)
	infoB, errB := os.Stat(b)
	return errA == nil && errB == nil && os.SameFile(infoA, infoB)
}

// checkOurs refuses to touch what dossier has not made. A repository inside the
// published folder is refused even beside our manifest: it would be exchanged
// away and then deleted as no part of the site.
func (b *buffer) checkOurs() error {
	entries, err := os.ReadDir(b.dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	found := ""
	for _, e := range entries {
		switch {
		case e.Name() == ".git":
			return NotOursError{Dir: b.dir, Found: ".git"}
		case e.Name() != stagingName && found == "":
			found = e.Name()
		}
	}
	if found == "" || b.signed != nil {
		return nil
	}
	return NotOursError{Dir: b.dir, Found: found}
}
