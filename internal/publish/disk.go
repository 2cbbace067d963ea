package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"math"
	"os"
	"strings"
)

const (
	fileMode   fs.FileMode = 0o644
	folderMode fs.FileMode = 0o755
)

// disk is a published folder on the disk. Paths are relative to it, and no link
// is followed out of it.
type disk struct {
	root *os.Root
	ways
}

// ways are the steps that a build takes once for each file. Every system
// has those of os.Root, which open each folder on the way to the file; Linux has
// shorter ones.
type ways interface {
	// look follows no link at all: behind a link there is nothing, and the error
	// then is one of isNothing.
	look(name string) (stat, error)
	// glance is look for a name in a folder that is known to be one.
	glance(name string) (stat, error)
	// mkdir makes a folder in a folder that is there.
	mkdir(name string) error
	// create writes a file that is not there yet, in a folder that is.
	create(name string, data []byte) error
	// replace deletes what remove deletes, if it is there, and writes a file anew in
	// its place. Neither an open file nor another name of the old one shows the new.
	replace(name string, data []byte) error
	// remove deletes a file, a link or an empty folder.
	remove(name string) error
	close() error
}

// stat is what a survey asks about a name. Times are nanoseconds since 1970.
type stat struct {
	kind    fs.FileMode // the type bits
	size    int64
	changed int64 // of a file: its content; of a folder: its list of names
}

func openDisk(dir string) (*disk, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	return &disk{root: root, ways: waysOf(root)}, nil
}

func (d *disk) close() error { return errors.Join(d.ways.close(), d.root.Close()) }

// read returns a file that must be as its entry in the manifest says.
func (d *disk) read(name string, e entry, stamp int64) ([]byte, error) {
	s, err := d.look(name)
	if err == nil && !s.isUntouched(e, stamp) {
		err = fs.ErrNotExist
	}
	if err != nil {
		return nil, fmt.Errorf("%s was changed during the build: %w", name, err)
	}
	return d.root.ReadFile(name)
}

// isUntouched reports whether a file still is what we wrote, as far as size and
// age show it. The manifest is always the last file written, so nothing of ours
// is younger.
func (s stat) isUntouched(e entry, stamp int64) bool {
	return s.kind.IsRegular() && s.size == e.size && s.changed <= stamp
}

// isNothing reports whether an error of look means that nothing is there.
func isNothing(err error) bool { return errors.Is(err, fs.ErrNotExist) || isLinkOnTheWay(err) }

// stepwise are the ways of os.Root.
type stepwise struct {
	root *os.Root
}

// look glances at each folder on the way: os.Root follows links that stay inside.
func (w stepwise) look(name string) (stat, error) {
	for i, c := range name {
		if c != '/' {
			continue
		}
		s, err := w.glance(name[:i])
		if err == nil && !s.kind.IsDir() {
			err = fs.ErrNotExist
		}
		if err != nil {
			return stat{}, err
		}
	}
	return w.glance(name)
}

func (w stepwise) glance(name string) (stat, error) {
	info, err := w.root.Lstat(name)
	if err != nil {
		return stat{}, err
	}
	s := stat{kind: info.Mode().Type(), size: info.Size(), changed: info.ModTime().UnixNano()}
	if info.IsDir() && !foldersTell {
		s.changed = math.MaxInt64
	}
	return s, nil
}

func (w stepwise) mkdir(name string) error {
	if err := w.root.Mkdir(name, folderMode); err != nil {
		return err
	}
	return w.root.Chmod(name, folderMode)
}

// create sets the mode whatever the user's umask: a web server has to read the
// site.
func (w stepwise) create(name string, data []byte) error {
	f, err := w.root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, fileMode)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return errors.Join(err, f.Chmod(fileMode), f.Close())
}

func (w stepwise) replace(name string, data []byte) error {
	if err := w.remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return w.create(name, data)
}

func (w stepwise) remove(name string) error { return w.root.Remove(name) }

func (w stepwise) close() error { return nil }

// parent returns the folder of a path, "." for the top.
func parent(name string) string {
	if i := strings.LastIndexByte(name, '/'); i >= 0 {
		return name[:i]
	}
	return "."
}

// tree lists what lies in a folder: first the folders, itself among them unless
// it is the top, then everything else.
func (d *disk) tree(dir string) (folders, others []string, err error) {
	err = fs.WalkDir(d.root.FS(), dir, func(name string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case name == manifestName && e.IsDir():
			return fs.SkipDir
		case name == "." || name == manifestName:
		case e.IsDir():
			folders = append(folders, name)
		default:
			others = append(others, name)
		}
		return nil
	})
	return folders, others, err
}

// names lists a folder.
func (d *disk) names(dir string) ([]fs.DirEntry, error) {
	f, err := d.root.Open(dir)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	entries, err := f.ReadDir(-1)
	return entries, err
}

// makeTop makes a published folder itself, readable for a web server. A link in
// its place is removed, never followed.
func makeTop(dir string) error {
	if errors.As(checkFolder(dir), new(NotFolderError)) {
		if err := os.Remove(dir); err != nil {
			return err
		}
	}
	if err := os.MkdirAll(dir, folderMode); err != nil {
		return err
	}
	return os.Chmod(dir, folderMode)
}
