package publish

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"
)

// Writer takes the outputs of a build one by one, as they are finished, and
// shows them all at once. Has and Put may be called by several goroutines at the
// same time; Commit and Abort only when no Put is left running.
type Writer struct {
	system
	target Target
	each   func(n int, f func(i int))
	lock   *os.File

	back, front *buffer
	asked       atomic.Int64 // how many files the front was asked for one by one
	surveying   sync.Once    // of the front, when it is asked for many

	mu      sync.Mutex
	content map[string]entry // the new site, as far as it was put
	began   bool             // the back is being changed and has no manifest
	broken  bool             // a change of the back has failed
	written []string         // what was put into the back
	copies  []string         // what lies in the front and has to get into the back
	blocked []File           // what waits for something to be removed from its place
	report  Report
	failed  error // the first error of a Put
	ended   bool
}

// system holds what differs between systems and under test.
type system struct {
	exchange func(back, front string) error
	wait     time.Duration
}

const (
	backName = "back"
	lockWait = 30 * time.Second
)

// here is the system that the program runs on.
var here = system{exchange: exchange, wait: lockWait}

// errEnded means a defect of the program.
var errEnded = errors.New("publish: the writer was used after its end")

// Begin starts to publish a site to t.Dir. It takes the site's lock, which
// Commit or Abort releases, and waits up to 30 seconds for another build that
// holds it. It changes nothing but the lock.
//
// Errors: BusyError, the errors of Check, and failures of the disk.
func Begin(t Target, o Options) (*Writer, error) { return here.begin(t, o) }

func (s system) begin(t Target, o Options) (*Writer, error) {
	t, err := t.absolute()
	if err != nil {
		return nil, err
	}
	lock, err := acquire(t.State, s.wait)
	if err != nil {
		return nil, err
	}
	w := &Writer{system: s, target: t, each: o.Each, lock: lock}
	if w.each == nil {
		w.each = inOrder
	}
	if err := w.look(); err != nil {
		w.end()
		return nil, err
	}
	return w, nil
}

func inOrder(n int, f func(i int)) {
	for i := range n {
		f(i)
	}
}

// look reads what the two buffers hold. Of the front this is the manifest only.
func (w *Writer) look() (err error) {
	if err := checkPlace(w.target, nil); err != nil {
		return err
	}
	if w.front, err = openBuffer(w.target.Dir); err != nil {
		return err
	}
	if err := w.front.checkOurs(); err != nil {
		return err
	}
	if w.back, err = openBuffer(filepath.Join(w.target.State, backName)); err != nil {
		return err
	}
	if err := w.back.survey(w.each); err != nil {
		return fmt.Errorf("reading %s: %w", w.back.dir, err)
	}
	w.content = make(map[string]entry, max(w.front.signed.len(), w.back.signed.len()))
	return nil
}

func (w *Writer) surveyFront() error {
	if err := w.front.survey(w.each); err != nil {
		return fmt.Errorf("reading %s: %w", w.front.dir, err)
	}
	return nil
}

// Has reports whether Put of such a file needs no Data: the back holds it, or
// the front does, untouched, from where it can be copied.
func (w *Writer) Has(path string, digest [32]byte) bool {
	from, _ := w.find(path, digest)
	return from != nowhere
}

// Replaces reports whether a site of ours is visible, which stays as it is until Commit.
func (w *Writer) Replaces() bool { return w.front.signed != nil }

// place says where the bytes of a file are.
type place byte

const (
	nowhere place = iota
	inBack
	inFront
)

func (w *Writer) find(path string, digest [32]byte) (place, entry) {
	if e, ok := w.back.holds(path, digest); ok {
		return inBack, e
	}
	if e, ok := w.inFront(path, digest); ok {
		return inFront, e
	}
	return nowhere, entry{}
}

// inFront reports whether the front has a file, untouched. Its files are looked at one
// by one when they matter; once they are many, all together, which costs less.
func (w *Writer) inFront(path string, digest [32]byte) (entry, bool) {
	i, listed := w.front.signed.lists(path, digest)
	if !listed {
		return entry{}, false
	}
	if w.asked.Add(1) <= int64(w.front.signed.len()/oneByOne) {
		return w.front.entryNow(i)
	}
	w.surveying.Do(func() {
		if err := w.surveyFront(); err != nil {
			w.mu.Lock()
			defer w.mu.Unlock()
			_ = w.keep(err)
		}
	})
	return w.front.holds(path, digest)
}

// oneByOne is the part of the front whose files are looked at one by one.
const oneByOne = 8

// Put adds a file to the new site and writes it to the back, unless it is there.
// A file that is in the front alone is only noted: as long as nothing else is
// put, there may be nothing to publish, and then nothing is written.
//
// Errors: PlanError for what no producer should have made, and failures of the
// disk. After an error Commit does not publish.
func (w *Writer) Put(f File) error {
	from, e := w.find(f.Path, f.Digest)
	if from == nowhere {
		e = entry{digest: f.Digest, size: int64(len(f.Data))}
	}
	write, err := w.admit(f, from, e)
	if err != nil || !write {
		return err
	}
	return w.record(f, w.back.put(f.Path, f.Data))
}

// admit notes a file of the new site and reports whether it is to be written
// now. Its folder is there then.
func (w *Writer) admit(f File, from place, e entry) (write bool, err error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if err := w.refuse(f, from); err != nil {
		return false, w.keep(err)
	}
	w.content[f.Path] = e
	switch from {
	case inBack:
		w.report.Unchanged++
		return false, nil
	case inFront:
		w.copies = append(w.copies, f.Path)
		return false, nil
	}
	return w.prepare(f)
}

func (w *Writer) refuse(f File, from place) error {
	if w.ended {
		return errEnded
	}
	if reason := badPath(f.Path); reason != "" {
		return PlanError{f.Path, reason}
	}
	if _, twice := w.content[f.Path]; twice {
		return PlanError{f.Path, "is planned twice"}
	}
	if from == nowhere && f.Data == nil && f.Digest != sha256.Sum256(nil) {
		return PlanError{f.Path, "has no content"}
	}
	return nil
}

// prepare makes the folder of a file. Where something of the old site stands in
// the way, the file waits until Commit has removed what the new site does not
// have: a file in the place of a folder, the reverse, or the same name in other
// letters where the file system ignores case.
func (w *Writer) prepare(f File) (ready bool, err error) {
	if err := w.begin(); err != nil {
		return false, err
	}
	if w.back.folders[f.Path] {
		w.block(f)
		return false, nil
	}
	err = w.back.makeFolders(parent(f.Path))
	if errors.Is(err, fs.ErrExist) {
		w.block(f)
		return false, nil
	}
	return err == nil, w.fail(err)
}

// block keeps a file for later, with bytes of its own: the caller may use its
// memory again.
func (w *Writer) block(f File) {
	f.Data = bytes.Clone(f.Data)
	w.blocked = append(w.blocked, f)
}

// begin makes the back ready to be changed.
func (w *Writer) begin() error {
	if w.began {
		return nil
	}
	w.began = true
	if err := w.disown(); err != nil {
		return w.fail(err)
	}
	return w.fail(w.back.begin())
}

// record notes how the writing of a file ended.
func (w *Writer) record(f File, err error) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	switch {
	case err == nil:
		w.count(f.Path, len(f.Data))
	case errors.Is(err, fs.ErrExist):
		w.block(f)
	default:
		return w.fail(err)
	}
	return nil
}

func (w *Writer) count(name string, size int) {
	w.written = append(w.written, name)
	w.report.Written++
	w.report.Bytes += int64(size)
}

// fail takes an error of the disk: from now on nobody knows what the back holds.
func (w *Writer) fail(err error) error {
	if err == nil {
		return nil
	}
	w.broken = true
	return w.keep(fmt.Errorf("writing %s: %w", w.back.dir, err))
}

// keep remembers the first error.
func (w *Writer) keep(err error) error {
	if w.failed == nil {
		w.failed = err
	}
	return err
}
