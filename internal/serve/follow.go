package serve

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime/debug"
	"strings"
	"time"

	"dossier/internal/build"
	"dossier/internal/config"
	"dossier/internal/diag"
	"dossier/internal/i18n"
)

// Build is what happened in one build.
type Build struct {
	Result  *build.Result // nil after Err
	Err     error         // of the disk, or a defect of dossier
	Took    time.Duration
	Changed int  // outputs that are new or differ
	Removed int  // outputs that are gone
	Failed  bool // the last good site stays
	News    bool // there are diagnostics that no build since the last good one had
}

// Builds that failed for no fault of the content: a file may have vanished while
// it was read, which the next try will not see, or may be unreadable, which ends
// without any event.
const (
	attempts = 4
	pause    = 50 * time.Millisecond
	retry    = 2 * time.Second
)

// Some editors empty a file before they write it. A build that fails is looked
// at again if the disk moves within settle, for as long as unsettled allows;
// until then the pages stay as they were.
const (
	settle    = 100 * time.Millisecond
	unsettled = 600 * time.Millisecond
)

// dayCheck is how often the date is looked at. A timer would be late by the time
// that the machine slept.
const dayCheck = 10 * time.Second

// follow builds after every signal, and when a new day begins, until the context
// ends.
func (s *Server) follow(ctx context.Context) {
	var again <-chan time.Time
	day := time.NewTicker(dayCheck)
	defer day.Stop()
	for {
		var touched []string
		select {
		case <-ctx.Done():
			return
		case <-day.C:
			if !s.newDay() {
				continue
			}
		case <-s.watcher.Signals():
			touched = s.watcher.Touched()
		case <-again:
		}
		again = nil
		if ofDisk(s.rebuild(ctx, touched).Err) {
			again = time.After(retry)
		}
	}
}

// newDay reports whether today is no longer the day of the last build.
func (s *Server) newDay() bool {
	_, today := s.settings()
	return !today.IsZero() && today != s.built
}

// ofDisk tells a failure of the disk from a defect of ours, which would only be
// repeated.
func ofDisk(err error) bool {
	var path *fs.PathError
	return errors.As(err, &path)
}

// rebuild builds the site and, where that changed something, shows and tells it.
func (s *Server) rebuild(ctx context.Context, touched []string) Build {
	start := s.now()
	result, err := s.build(touched)
	for try := 1; try < attempts && errors.Is(err, fs.ErrNotExist); try++ {
		time.Sleep(pause)
		result, err = s.build(nil)
	}
	for fails(result, err) && time.Since(start) < unsettled && s.moves(ctx) {
		result, err = s.build(nil)
	}
	b := Build{Result: result, Err: err, Failed: fails(result, err), Took: time.Since(start)}
	if err == nil && len(result.Files) > 0 && result.Edits == 0 {
		s.store.Turn()
	}
	shown := s.show(&b)
	if s.o.Built != nil && (shown || b.News) {
		s.o.Built(b)
	}
	return b
}

func fails(r *build.Result, err error) bool { return err != nil || r.Failed }

// moves waits for the next change of the sources, for a moment.
func (s *Server) moves(ctx context.Context) bool {
	wait := time.NewTimer(settle)
	defer wait.Stop()
	select {
	case <-s.watcher.Signals():
		return true
	case <-wait.C:
	case <-ctx.Done():
	}
	return false
}

// build runs a build. A panic is an error: the next save may mend what caused it.
func (s *Server) build(touched []string) (r *build.Result, err error) {
	defer func() {
		if p := recover(); p != nil {
			r, err = nil, fmt.Errorf("%v\n%s", p, debug.Stack())
		}
	}()
	if s.blind {
		touched = nil
	}
	s.blind = true
	base, today := s.settings()
	r, err = s.run(build.Options{
		Root: s.o.Root, Today: today, BaseURL: s.origin() + base,
		Drafts: s.o.Drafts, Future: s.o.Future, NoIndex: true, Preview: true,
		Workers: s.o.Workers, Last: s.last, Store: s.store, Touched: touched,
	})
	if err == nil {
		s.last, s.built, s.blind = r, today, false
	}
	return r, err
}

// settings are the path of the site's address in site.toml, so that the site
// stands where it will stand when published, and the day in the site's zone. The
// last path known serves while the file is wrong.
func (s *Server) settings() (base string, today i18n.Date) {
	base, today = s.state.Load().base, s.o.Today
	cfg := s.config()
	if cfg == nil {
		return base, today
	}
	if today.IsZero() {
		today = i18n.DateOf(s.now().In(cfg.Zone))
	}
	return cfg.Base, today
}

// config is site.toml as it is now; nil where it cannot be read or has errors.
func (s *Server) config() *config.Config {
	root, err := os.OpenRoot(s.o.Root)
	if err != nil {
		return nil
	}
	defer root.Close()
	const limit = 1 << 20
	info, err := root.Lstat(config.File)
	if err != nil || !info.Mode().IsRegular() || info.Size() > limit {
		return nil
	}
	text, err := root.ReadFile(config.File)
	if err != nil {
		return nil
	}
	cfg, diags := config.Parse(text)
	if diag.HasErrors(diags) {
		return nil
	}
	return cfg
}

// show puts what a build found in the place of what was known. It reports
// whether readers will see a difference.
func (s *Server) show(b *Build) bool {
	old := s.state.Load()
	notes := s.notes(b)
	next := old.after(b, notes)
	if b.Failed {
		b.News = notes != s.bad
		s.bad = notes
	} else {
		b.News = notes != s.good
		s.good, s.bad = notes, ""
		b.Changed, b.Removed = differences(old.files, next.files)
	}
	shown := next.problem != old.problem || next.base != old.base || b.Changed+b.Removed > 0
	if shown {
		next.version++
	}
	s.state.Store(next)
	close(old.stale)
	return shown
}

// notes is everything that the build has to say about the sources.
func (s *Server) notes(b *Build) string {
	if b.Err != nil {
		return s.words.Defect + "\n\n" + b.Err.Error()
	}
	var out strings.Builder
	p := diag.Printer{Lang: s.o.Lang, Source: func(path string) ([]byte, bool) { return text(b.Result, path) }}
	p.Text(&out, b.Result.Diags, maxShown)
	return out.String()
}
