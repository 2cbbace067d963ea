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
	"dossier/internal/publish"
)

// state is what requests see: the last good site, and what is wrong with the
// sources as they stand. It is replaced as a whole.
type state struct {
	version int    // counts the states; the pages of another one are out of date
	base    string // path of the site, with both slashes
	files   map[string]publish.File
	problem string        // nothing: the site is that of the sources
	stale   chan struct{} // closed when another state takes its place
}

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

// follow builds after every signal until the context ends.
func (s *Server) follow(ctx context.Context) {
	var again <-chan time.Time
	for {
		select {
		case <-ctx.Done():
			return
		case <-s.watcher.Signals():
		case <-again:
		}
		again = nil
		if ofDisk(s.rebuild().Err) {
			again = time.After(retry)
		}
	}
}

// ofDisk tells a failure of the disk from a defect of ours, which would only be
// repeated.
func ofDisk(err error) bool {
	var path *fs.PathError
	return errors.As(err, &path)
}

// rebuild builds the site and, where that changed something, shows and tells it.
func (s *Server) rebuild() Build {
	start := time.Now()
	result, err := s.build()
	for try := 1; try < attempts && errors.Is(err, fs.ErrNotExist); try++ {
		time.Sleep(pause)
		result, err = s.build()
	}
	b := Build{Result: result, Err: err, Took: time.Since(start)}
	if err == nil {
		s.last = result
		if len(result.Files) > 0 {
			s.store.Turn()
		}
	}
	shown := s.show(&b)
	if s.o.Built != nil && (shown || b.News) {
		s.o.Built(b)
	}
	return b
}

// build runs a build. A panic is an error: the next save may mend what caused it.
func (s *Server) build() (r *build.Result, err error) {
	defer func() {
		if p := recover(); p != nil {
			r, err = nil, fmt.Errorf("%v\n%s", p, debug.Stack())
		}
	}()
	return s.run(build.Options{
		Root: s.o.Root, Today: s.o.Today, BaseURL: s.origin() + s.base(),
		Drafts: s.o.Drafts, Future: s.o.Future, NoIndex: true,
		Workers: s.o.Workers, Last: s.last, Store: s.store,
	})
}

// base is the path of the site's address in site.toml, so that the site stands
// where it will stand when published; the last one known while the file is wrong.
func (s *Server) base() string {
	known := s.state.Load().base
	root, err := os.OpenRoot(s.o.Root)
	if err != nil {
		return known
	}
	defer root.Close()
	const limit = 1 << 20
	info, err := root.Lstat(config.File)
	if err != nil || !info.Mode().IsRegular() || info.Size() > limit {
		return known
	}
	text, err := root.ReadFile(config.File)
	if err != nil {
		return known
	}
	cfg, diags := config.Parse(text)
	if diag.HasErrors(diags) {
		return known
	}
	return cfg.Base
}

// show replaces the state if the build makes a difference to it.
func (s *Server) show(b *Build) bool {
	old := s.state.Load()
	next := &state{version: old.version + 1, base: old.base, files: old.files, stale: make(chan struct{})}
	b.Failed = b.Err != nil || b.Result.Failed
	if b.Failed {
		next.problem = s.notes(b)
		b.News = next.problem != s.bad
		s.bad = next.problem
	} else {
		b.News = s.goodNews(b)
		next.base = b.Result.Config.Base
		next.files = byPath(b.Result.Files)
		b.Changed, b.Removed = differences(old.files, next.files)
	}
	if next.problem == old.problem && next.base == old.base && b.Changed+b.Removed == 0 {
		return false
	}
	s.state.Store(next)
	close(old.stale)
	return true
}

// goodNews reports whether a good build warns of something else than the last
// one, whatever failed between them.
func (s *Server) goodNews(b *Build) bool {
	notes := s.notes(b)
	news := notes != s.good
	s.good, s.bad = notes, ""
	return news
}

// maxShown is how many diagnostics the error page lists.
const maxShown = 500

// notes is everything that the build has to say about the sources.
func (s *Server) notes(b *Build) string {
	if b.Err != nil {
		return wordsIn(s.o.Lang).Defect + "\n\n" + b.Err.Error()
	}
	var text strings.Builder
	p := diag.Printer{Lang: s.o.Lang, Source: func(path string) ([]byte, bool) {
		f, ok := b.Result.Snapshot.File(path)
		return f.Data, ok
	}}
	p.Text(&text, b.Result.Diags, maxShown)
	return text.String()
}

func byPath(files []publish.File) map[string]publish.File {
	m := make(map[string]publish.File, len(files))
	for _, f := range files {
		m[f.Path] = f
	}
	return m
}

func differences(old, next map[string]publish.File) (changed, removed int) {
	for path, f := range next {
		if before, ok := old[path]; !ok || before.Digest != f.Digest {
			changed++
		}
	}
	for path := range old {
		if _, ok := next[path]; !ok {
			removed++
		}
	}
	return changed, removed
}
