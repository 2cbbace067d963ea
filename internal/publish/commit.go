package publish

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// Commit publishes what was put as the whole content of the target, and ends the
// writer.
//
// Errors: the first error of a Put, PlanError, UnfinishedError, and failures of
// the disk. After any error but UnfinishedError the site in the front is as it
// was. The next build repairs whatever an error, or a kill, has left.
func (w *Writer) Commit() (Report, error) {
	if w.ended {
		return Report{}, errEnded
	}
	defer w.end()
	if w.failed != nil {
		return Report{}, errors.Join(w.failed, w.retreat())
	}
	current, err := w.isCurrent()
	if err != nil {
		return Report{}, err
	}
	if current {
		return Report{Unchanged: len(w.content), NothingToDo: true}, nil
	}
	needed := foldersOf(w.content)
	if err := checkKinds(w.content, needed); err != nil {
		return Report{}, errors.Join(err, w.retreat())
	}
	if err := w.complete(needed); err != nil {
		return Report{}, w.fail(err)
	}
	w.back.close()
	w.report.Exchanged, err = w.show()
	if err != nil && cannotMove(err) {
		return replace(w.target.Dir, w.back.dir, w.content, needed, w.each)
	}
	if err != nil {
		return Report{}, err
	}
	return w.report, nil
}

// Abort ends the writer and publishes nothing. The back gets a manifest of what
// it holds now, so that the next build need not write it again. After Commit,
// Abort does nothing.
func (w *Writer) Abort() error {
	if w.ended {
		return nil
	}
	defer w.end()
	return w.retreat()
}

func (w *Writer) end() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.ended = true
	for _, b := range []*buffer{w.back, w.front} {
		if b != nil {
			b.close()
		}
	}
	w.lock.Close()
}

// isCurrent reports whether the front already is the new site. The manifest is
// compared first, so that a changed site costs no walk through the front.
func (w *Writer) isCurrent() (bool, error) {
	if w.began || !w.front.isSite(w.content) {
		return false, nil
	}
	if w.front.state == nil {
		if err := w.surveyFront(); err != nil {
			return false, err
		}
	}
	return w.front.isWhole(), nil
}

// complete makes the back hold the new site. Deleting comes first, which frees
// the space and the names.
func (w *Writer) complete(needed map[string]bool) error {
	if err := w.begin(); err != nil {
		return err
	}
	removed, err := w.back.clean(w.content, needed)
	if err != nil {
		return err
	}
	w.report.Removed = removed + w.back.lost(w.content)
	for _, f := range w.blocked {
		if err := w.back.makeFolders(parent(f.Path)); err != nil {
			return err
		}
		if err := w.back.put(f.Path, f.Data); err != nil {
			return err
		}
		w.count(f.Path, len(f.Data))
	}
	if err := w.copyFromFront(); err != nil {
		return err
	}
	return w.back.sign(w.content, w.written)
}

func (w *Writer) copyFromFront() error {
	for _, name := range w.copies {
		if err := w.back.makeFolders(parent(name)); err != nil {
			return err
		}
		w.count(name, int(w.content[name].size))
	}
	errs := make([]error, chunks(len(w.copies)))
	w.each(len(errs), func(i int) {
		for _, name := range w.copies[i*chunk : min((i+1)*chunk, len(w.copies))] {
			if errs[i] == nil {
				errs[i] = w.copy(name)
			}
		}
	})
	return cmp.Or(errs...)
}

func (w *Writer) copy(name string) error {
	data, err := w.front.disk.read(name, w.content[name], w.front.signed.stamp)
	if err != nil {
		return err
	}
	return w.back.put(name, data)
}

// clean removes what is no part of a site, and returns how many files that were.
func (b *buffer) clean(content map[string]entry, needed map[string]bool) (int, error) {
	files, folders := b.obsolete(content, needed)
	if err := b.remove(files); err != nil {
		return 0, err
	}
	return len(files), b.remove(folders)
}

// lost returns how many of the files removed at the beginning a site does not
// have.
func (b *buffer) lost(content map[string]entry) (n int) {
	for name := range b.emptied {
		if _, back := content[name]; !back {
			n++
		}
	}
	return n
}

// retreat leaves the back with a true manifest. It cannot list a file that was
// in the way of another, so that is removed, as is all that was not published.
func (w *Writer) retreat() error {
	if !w.began || w.broken {
		return nil
	}
	content := map[string]entry{}
	for i, s := range w.back.state {
		if s == fileKept {
			content[w.back.signed.names[i]] = w.back.signed.entries[i]
		}
	}
	for _, name := range w.written {
		content[name] = w.content[name]
	}
	if _, err := w.back.clean(content, foldersOf(content)); err != nil {
		return w.fail(err)
	}
	return w.fail(w.back.signAs(marked("pieces", encodeManifest(content, w.back.signed)), w.written))
}

// show makes the finished back the front, and tells whether the old front took
// its place.
func (w *Writer) show() (exchanged bool, err error) {
	back, front := w.back.dir, w.target.Dir
	if _, err := os.Lstat(front); errors.Is(err, fs.ErrNotExist) {
		if err := os.MkdirAll(filepath.Dir(front), folderMode); err != nil {
			return false, err
		}
		return false, os.Rename(back, front)
	}
	if err := w.exchange(back, front); err != nil {
		return false, &os.LinkError{Op: "exchange", Old: back, New: front, Err: err}
	}
	_ = w.own() // the site is visible; without the mark there is no way back from it
	return true, nil
}
