// Package serve shows a site on this machine while it is being written.
//
// Input: the site's folder. Output: its pages over HTTP, from memory, built
// again after every change; pages that are open reload by themselves. Beside them
// stand pages of the server's own: a page in all its languages, the list of all
// pages with their state, what is wrong, and the texts of the sources.
//
// Invariants:
//   - Nothing is written to disk, and no request chooses what is read from it: a
//     path is looked up among the outputs of a build, a source among the files
//     that it has read.
//   - What is served is the last good build. While the sources have errors every
//     page is covered by one that lists them, with a way to the page below.
//   - Nothing in the sources ends the server: a failure, even a panic, of a
//     build is shown like an error.
//   - Only browsers on this machine are answered, and only their own pages: the
//     address is a loopback one, Host and Origin must be ours (which other sites
//     cannot bring about, nor by rebinding a name to 127.0.0.1), live reload and
//     the texts of the sources ask for a token of this process, and nothing is
//     said to other origins.
//   - An open page reloads when what it shows has changed, and only then.
package serve

import (
	"context"
	"crypto/rand"
	"errors"
	"io"
	"log"
	"net"
	"net/http"
	"strconv"
	"sync/atomic"
	"time"

	"dossier/internal/build"
	"dossier/internal/diag"
	"dossier/internal/i18n"
	"dossier/internal/memo"
	"dossier/internal/watch"
)

// Options say what is served and where.
type Options struct {
	Root    string    // the site's folder
	Host    string    // a loopback address or "localhost"; empty: 127.0.0.1
	Port    int       // the first to try; 0: any
	Skip    []string  // folders whose changes do not matter, such as the output
	Today   i18n.Date // the day of the builds; zero: today in the site's zone
	Drafts  bool
	Future  bool
	Workers int         // 0: one more than there are processors
	Lang    diag.Lang   // of the server's own pages
	Editor  Editor      // that links to files open; empty: none
	Poll    bool        // look at the files once a second, where the system does not tell of changes
	Built   func(Build) // told of every build that changed something; may be nil
}

// Server is a site being served.
type Server struct {
	o        Options
	host     string // that it listens on
	port     string
	token    string
	listener net.Listener
	watcher  *watch.Watcher
	handler  http.Handler
	words    words
	now      func() time.Time
	run      func(build.Options) (*build.Result, error)
	state    atomic.Pointer[state]

	// Only building, which happens on one goroutine at a time, touches these.
	last  *build.Result
	blind bool      // a build did not come to its end: what was touched before it is forgotten
	built i18n.Date // the day of the last build
	store *memo.Store
	good  string // the diagnostics of the last good build
	bad   string // those of the last build if it failed
}

// ErrNotLocal says that a host is not an address of this machine alone.
var ErrNotLocal = errors.New("not a loopback address")

// New listens, and builds the site for the first time. The site may have errors;
// the error is ErrNotLocal, or says that no port is free or the folder is none.
func New(o Options) (*Server, error) {
	if o.Host == "" {
		o.Host = "127.0.0.1"
	}
	if !local(o.Host) {
		return nil, ErrNotLocal
	}
	watcher, err := watching(o)
	if err != nil {
		return nil, err
	}
	listener, err := listen(o.Host, o.Port)
	if err != nil {
		watcher.Close()
		return nil, err
	}
	s := &Server{
		o: o, host: o.Host, token: rand.Text(), listener: listener, watcher: watcher,
		port:  strconv.Itoa(listener.Addr().(*net.TCPAddr).Port),
		words: wordsIn(o.Lang), now: time.Now, run: build.Run, store: memo.NewStore(),
	}
	s.handler = s.guard(s.routes())
	s.state.Store(firstState())
	s.rebuild(context.Background(), nil)
	return s, nil
}

func watching(o Options) (*watch.Watcher, error) {
	if o.Poll {
		return watch.Polling(o.Root, o.Skip)
	}
	return watch.New(o.Root, o.Skip)
}

func local(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// tries is how many ports are tried, counting up from the wanted one.
const tries = 20

func listen(host string, port int) (net.Listener, error) {
	var first error
	for i := range tries {
		l, err := net.Listen("tcp", net.JoinHostPort(host, strconv.Itoa(port+i)))
		if err == nil {
			return l, nil
		}
		if first == nil {
			first = err
		}
		if port == 0 || port+i == 65535 {
			break
		}
	}
	return nil, first
}

// URL is where the site begins.
func (s *Server) URL() string { return s.origin() + s.state.Load().base }

func (s *Server) origin() string { return "http://" + net.JoinHostPort(s.host, s.port) }

// Run answers requests and follows changes until the context ends. A Server runs
// once.
func (s *Server) Run(ctx context.Context) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	server := &http.Server{
		Handler:           s.handler,
		BaseContext:       func(net.Listener) context.Context { return ctx },
		ErrorLog:          log.New(io.Discard, "", 0),
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       10 * time.Second,
		WriteTimeout:      30 * time.Second,
		IdleTimeout:       time.Minute,
		MaxHeaderBytes:    32 << 10,

		DisableGeneralOptionsHandler: true, // what it answers, the guard refuses
	}
	ended := make(chan error, 1)
	go func() {
		ended <- server.Serve(s.listener)
		cancel()
	}()
	s.follow(ctx)
	s.watcher.Close()
	shut(server)
	if err := <-ended; !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// shut lets answers under way end, for a moment.
func shut(server *http.Server) {
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Second)
	defer cancel()
	if server.Shutdown(ctx) != nil {
		server.Close()
	}
}
