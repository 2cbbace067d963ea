// Package watch says that something in a site's sources may have changed.
//
// Input: the site's folder. Output: signals without content. A signal is a hint
// to look again, never a list of what to look at: the build compares the files
// with its snapshot. So a signal too many costs a little time, and events that
// were lost, merged or reordered do no harm as long as one signal follows them.
//
// Invariants:
//   - After the last change of a watched file at least one signal comes.
//   - Signals wait until the disk has been quiet for a moment, but not for ever:
//     a long copy is shown while it goes on.
//   - Where the system does not tell (no inotify, its limit reached, an error),
//     the files are looked at once a second instead.
//   - Folders may vanish and come back, the site's own among them.
//   - A commit or a switch of branches is signalled too: pages show dates of
//     commits.
package watch

import (
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/fsnotify/fsnotify"
)

// How long the disk must be quiet before a signal, how long a signal can be put
// off, and how often files are looked at where the system does not tell.
const (
	quiet   = 10 * time.Millisecond
	patient = 250 * time.Millisecond
	period  = time.Second
)

// Watcher watches a site until it is closed.
type Watcher struct {
	scope   scope
	signals chan struct{}
	stop    chan struct{}
	done    sync.WaitGroup
	once    sync.Once

	mu      sync.Mutex
	touched []string // files that changes were told of since Touched was asked, relative to the root
	more    bool     // other things may have changed as well
}

// New watches site.toml and the folders of the sources under root, except those
// named in skip, relative to root. The error says that root is not a folder.
func New(root string, skip []string) (*Watcher, error) {
	return start(root, skip, way{openNotifier, period, historyPeriod})
}

// Polling is New for folders of which the system does not tell changes, without
// saying so: those of another machine, most of all.
func Polling(root string, skip []string) (*Watcher, error) {
	return start(root, skip, way{silent, period, historyPeriod})
}

func silent(scope) *notifier { return nil }

// way is how changes are noticed.
type way struct {
	open    func(scope) *notifier // nil when the system does not tell
	period  time.Duration         // between looks, then
	history time.Duration         // between looks at the repository
}

func start(root string, skip []string, how way) (*Watcher, error) {
	root, err := filepath.Abs(root)
	if err != nil {
		return nil, err
	}
	info, err := os.Stat(root)
	if err != nil {
		return nil, err
	}
	if !info.IsDir() {
		return nil, fmt.Errorf("%s is not a folder", root)
	}
	w := &Watcher{
		scope:   newScope(root, skip),
		signals: make(chan struct{}, 1),
		stop:    make(chan struct{}),
	}
	l := &loop{w: w, way: how, git: repositoryOf(root)}
	l.renew()
	l.commit = l.git.stamp()
	w.done.Go(l.run)
	return w, nil
}

// Signals gives a value after changes. It is never closed.
func (w *Watcher) Signals() <-chan struct{} { return w.signals }

// Touched returns the files that changes have been signalled of since it was last
// asked, relative to the root with forward slashes, some perhaps twice. It is nil
// where that is not known: folders came or went, or events were lost.
func (w *Watcher) Touched() []string {
	w.mu.Lock()
	defer w.mu.Unlock()
	touched := append([]string{}, w.touched...)
	if w.more {
		touched = nil
	}
	w.touched, w.more = nil, false
	return touched
}

// maxTouched is how many changes are told one by one.
const maxTouched = 100

// note adds to what has changed; nil: anything.
func (w *Watcher) note(touched []string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.touched = append(w.touched, touched...)
	if touched == nil || len(w.touched) > maxTouched {
		w.touched, w.more = nil, true
	}
}

// Close ends the watching. No signal comes after it.
func (w *Watcher) Close() {
	w.once.Do(func() { close(w.stop) })
	w.done.Wait()
}

// signal wakes the listener, since these files have changed, or, when there are
// none, anything; one signal waiting is enough.
func (w *Watcher) signal(touched []string) {
	w.note(touched)
	select {
	case w.signals <- struct{}{}:
	default:
	}
}

// loop is what the watcher's goroutine knows.
type loop struct {
	w *Watcher
	way

	notify *notifier    // nil: the files are looked at instead
	ticker *time.Ticker // nil while notified
	seen   fingerprint  // at the last tick

	git    repository
	commit string // its stamp at the last look

	burst   time.Time        // when the changes not yet signalled began; zero: none
	moved   bool             // folders are among them, or some were not told
	touched []string         // the files among them
	wake    <-chan time.Time // ends the burst
}

func (l *loop) run() {
	defer l.end()
	history := time.NewTicker(l.history)
	defer history.Stop()
	for {
		events, errs, ticks := l.channels()
		select {
		case <-l.w.stop:
			return
		case e, ok := <-events:
			l.event(e, ok)
		case _, ok := <-errs:
			l.failed(ok)
		case <-ticks:
			l.look()
		case <-l.wake:
			l.fire()
		case <-history.C:
			l.lookAtHistory()
		}
	}
}

// channels are those of the way of watching that is in use; nil ones never give.
func (l *loop) channels() (<-chan fsnotify.Event, <-chan error, <-chan time.Time) {
	if l.notify != nil {
		return l.notify.Events, l.notify.Errors, nil
	}
	return nil, nil, l.ticker.C
}

// event notes a change.
func (l *loop) event(e fsnotify.Event, ok bool) {
	if !ok {
		l.failed(ok)
		return
	}
	if e.Op == fsnotify.Chmod || !l.w.scope.holds(e.Name) {
		return
	}
	l.moved = l.moved || l.notify.structural(e)
	if len(l.touched) <= maxTouched {
		l.touched = append(l.touched, l.w.scope.relative(e.Name))
	}
	l.put(time.Now())
}

// failed starts afresh after events were lost, at once when no more will come.
func (l *loop) failed(open bool) {
	l.moved = true
	if !open {
		l.fire()
		return
	}
	l.put(time.Now())
}

// put begins a burst or prolongs it.
func (l *loop) put(now time.Time) {
	if l.burst.IsZero() {
		l.burst = now
	}
	l.wake = time.After(min(quiet, max(0, l.burst.Add(patient).Sub(now))))
}

// fire ends a burst. Folders that came or went are first watched afresh, so that
// every change is either on disk before the signal or noticed after it.
func (l *loop) fire() {
	touched := l.touched
	if l.moved {
		l.renew()
		touched = nil
	}
	l.burst, l.moved, l.touched, l.wake = time.Time{}, false, nil, nil
	l.w.signal(touched)
}

// renew opens a new notifier over the folders as they are now and closes the
// old one, which may still follow folders under names that they no longer have.
func (l *loop) renew() {
	old := l.notify
	l.notify = l.open(l.w.scope)
	if old != nil {
		old.Close()
	}
	if l.notify == nil && l.ticker == nil {
		l.ticker = time.NewTicker(l.period)
		l.seen = l.w.scope.fingerprint()
	}
}

// look compares the files with the last look.
func (l *loop) look() {
	now := l.w.scope.fingerprint()
	if now != l.seen {
		l.seen = now
		l.w.signal(nil)
	}
}

// lookAtHistory compares the state of the repository with the last look.
func (l *loop) lookAtHistory() {
	if now := l.git.stamp(); now != l.commit {
		l.commit = now
		l.w.signal(nil)
	}
}

func (l *loop) end() {
	if l.notify != nil {
		l.notify.Close()
	}
	if l.ticker != nil {
		l.ticker.Stop()
	}
}
