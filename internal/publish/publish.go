// Package publish puts the finished outputs of a build into the published
// folder, whole or not at all.
//
// Input: every output of the site with its digest, and two folders: the
// published one (the front) and the site's own .dossier folder (the state),
// which holds a second buffer (the back) and the lock.
//
// Output: the front holds exactly the given files and a manifest, .dossier.json.
//
// Invariants:
//   - The new site is completed in the back, then front and back change places
//     in one system call. A build that dies at any moment leaves the front as
//     the old site or as the new one.
//   - A buffer is believed only as far as its manifest goes: the manifest is
//     taken away before the first change and written after the last. A kept file
//     must also have the expected size and be no younger than the manifest.
//   - Only a folder that is empty or carries the manifest is ever written to.
//   - After an exchange the back is the site of the build before: an editor can
//     still copy it, and the next build rewrites only what differs from it.
//
// Where folders cannot be exchanged (a mount point, another file system,
// Windows) the files are staged inside the front and renamed one by one; see
// replace. Callers learn that from Report.Fallback.
package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// File is one finished output. Path is relative, with forward slashes; Digest is
// the SHA-256 of Data, and is believed.
type File struct {
	Path   string
	Digest [32]byte
	Data   []byte
}

// Target says where a site is published.
type Target struct {
	Dir   string // the published folder, such as /site/public
	State string // the site's .dossier folder, if possible on the file system of Dir
}

// Report counts what a Write did to the buffer it wrote: after an exchange the
// back, which is one build older than the site that was visible.
type Report struct {
	Written   int   // files created or rewritten
	Removed   int   // files that the new site does not have
	Unchanged int   // files left as they were
	Bytes     int64 // the size of the files written

	Exchanged   bool // front and back changed places
	Fallback    bool // the front was rewritten file by file
	NothingToDo bool // the front already was the new site; nothing was written
}

const (
	backName = "back"
	lockWait = 30 * time.Second
)

// Write publishes files as the whole content of t.Dir. It holds the site's lock
// meanwhile and waits up to 30 seconds for another build that holds it.
//
// Errors: BusyError, the errors of Check, PlanError for paths that no producer
// should have made, UnfinishedError, and failures of the disk. After any error
// but UnfinishedError the site in the front is as it was. The next Write repairs
// whatever an error, or a kill, has left.
func Write(t Target, files []File) (Report, error) {
	return writer{exchange: exchange, wait: lockWait}.write(t, files)
}

// writer holds what differs between systems and under test.
type writer struct {
	exchange func(back, front string) error
	wait     time.Duration
}

func (w writer) write(t Target, files []File) (Report, error) {
	p, err := newPlan(files)
	if err != nil {
		return Report{}, err
	}
	t, err = t.absolute()
	if err != nil {
		return Report{}, err
	}
	lock, err := acquire(t.State, w.wait)
	if err != nil {
		return Report{}, err
	}
	defer lock.Close()
	if err := Check(t, nil); err != nil {
		return Report{}, err
	}
	current, err := isCurrent(t.Dir, p)
	if err != nil {
		return Report{}, err
	}
	if current {
		return Report{Unchanged: len(p.files), NothingToDo: true}, nil
	}
	back := filepath.Join(t.State, backName)
	report, err := fill(back, p)
	if err != nil {
		return Report{}, err
	}
	report.Exchanged, err = w.show(back, t.Dir)
	if err != nil && cannotMove(err) {
		return replace(t.Dir, p)
	}
	return report, err
}

// show makes the finished back the front, and tells whether the old front took
// its place.
func (w writer) show(back, front string) (exchanged bool, err error) {
	if _, err := os.Lstat(front); errors.Is(err, fs.ErrNotExist) {
		if err := os.MkdirAll(filepath.Dir(front), folderMode); err != nil {
			return false, err
		}
		return false, os.Rename(back, front)
	}
	if err := w.exchange(back, front); err != nil {
		return false, &os.LinkError{Op: "exchange", Old: back, New: front, Err: err}
	}
	return true, nil
}

// absolute returns t with absolute paths, so that a later change of the working
// directory means nothing.
func (t Target) absolute() (Target, error) {
	dir, err := filepath.Abs(t.Dir)
	if err != nil {
		return Target{}, err
	}
	state, err := filepath.Abs(t.State)
	return Target{Dir: dir, State: state}, err
}
