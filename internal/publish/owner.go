package publish

import (
	"path/filepath"
)

// The lock's file says which folder the back was published to before: several
// folders may be published to with one state, such as the site and a preview of
// drafts, and a rollback must not show in one of them what was in the other. The
// folder is named as seen from the state, so that a site may be moved as a whole.

// maxOwner is more than any path takes, in bytes.
const maxOwner = 64 << 10

// ownsBack reports whether the back is the older buffer of the target.
func (w *Writer) ownsBack() bool { return w.marked() == w.owner() }

// marked is the folder that the mark names; empty: none.
func (w *Writer) marked() string {
	name := make([]byte, maxOwner)
	n, _ := w.lock.ReadAt(name, 0) // what cannot be read names no folder
	return string(name[:n])
}

func (w *Writer) owner() string {
	rel, err := filepath.Rel(w.target.State, w.target.Dir)
	if err != nil {
		return filepath.ToSlash(w.target.Dir)
	}
	return filepath.ToSlash(rel)
}

// disown is called before the back is changed for another folder, and lasts even
// if the machine stops.
func (w *Writer) disown() error {
	if marked := w.marked(); marked == "" || marked == w.owner() {
		return nil
	}
	if err := w.lock.Truncate(0); err != nil {
		return err
	}
	return w.lock.Sync()
}

// own is called when the old front has become the back.
func (w *Writer) own() error {
	if w.ownsBack() {
		return nil
	}
	_, err := w.lock.WriteAt([]byte(w.owner()), 0)
	return err
}
