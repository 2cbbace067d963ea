// Package outside asks other sites whether the addresses that a site links to are
// still there.
//
// Input are addresses with the places where they are written; output diagnostics
// at those places, all of them warnings: what others do must not stop a site. It
// is the one room that speaks to strangers, and it is polite: one request at a
// time to a host, with a pause between, HEAD before GET, no body read, a name that
// says who asks, answers remembered for days. It does not trust what it is sent
// to: addresses of private networks are refused after names are resolved, at every
// step of a redirection.
package outside

import (
	"context"
	"crypto/x509"
	"net"
	"net/url"
	"slices"
	"strings"
	"sync"
	"time"

	"dossier/internal/diag"
)

// Link is an address and where it is written.
type Link struct {
	URL    string
	Places []diag.Pos
}

// Options say how to ask.
type Options struct {
	Skip    []string      // addresses that begin with one of these are not asked for
	Agent   string        // the User-Agent of every request
	Cache   string        // the file in which answers are remembered; empty: none
	Age     time.Duration // how long a good answer holds
	Private bool          // addresses of private networks may be asked

	Workers int           // hosts asked at the same time; 0: 8
	Pause   time.Duration // between two requests to a host
	Timeout time.Duration // for one request
	Retries int           // further tries after a timeout, 429 or 5xx
	Longest time.Duration // the longest Retry-After that is waited for

	Now   func() time.Time
	Dial  func(ctx context.Context, network, address string) (net.Conn, error) // nil: the network; what it reaches is not checked
	Roots *x509.CertPool                                                       // who certifies hosts; nil: those whom the system trusts
	Done  func(done, of int)                                                   // is told how far the addresses are; may be nil
}

// Polite are the options for strangers.
func Polite() Options {
	return Options{
		Pause: time.Second, Timeout: 20 * time.Second,
		Retries: 2, Longest: time.Minute, Now: time.Now,
	}
}

// Report is what was found out.
type Report struct {
	Diags   []diag.Diagnostic
	Asked   int // addresses that were asked for
	Known   int // addresses whose answer was remembered
	Skipped int
}

// Check asks for every address, each once. It ends early when ctx does; what was
// not asked by then is left out. The error is that of writing the cache.
func Check(ctx context.Context, links []Link, o Options) (Report, error) {
	var r Report
	cache := readCache(o.Cache)
	verdicts := make([]verdict, len(links))
	hosts := map[string][]int{}
	var names []string
	for i, l := range links {
		u, err := url.Parse(l.URL)
		switch known, fresh := cache.fresh(l.URL, o); {
		case err != nil || o.skips(l.URL):
			r.Skipped++
		case fresh:
			verdicts[i] = known
			r.Known++
		default:
			if hosts[u.Host] == nil {
				names = append(names, u.Host)
			}
			hosts[u.Host] = append(hosts[u.Host], i)
			r.Asked++
		}
	}
	a := newAsker(o)
	slices.Sort(names)
	a.all(ctx, names, r.Asked, func(host string, tell func()) {
		for _, i := range hosts[host] {
			verdicts[i] = a.ask(ctx, links[i].URL)
			tell()
		}
	})
	for i, l := range links {
		r.Diags = append(r.Diags, verdicts[i].tell(l)...)
	}
	return r, write(o.Cache, links, verdicts, o.Now())
}

// skips reports whether an address is on the list of those not to be asked.
func (o Options) skips(address string) bool {
	return slices.ContainsFunc(o.Skip, func(prefix string) bool { return strings.HasPrefix(address, prefix) })
}

// all runs a step for every host, some at the same time.
func (a *asker) all(ctx context.Context, hosts []string, of int, step func(host string, tell func())) {
	queue := make(chan string)
	var workers sync.WaitGroup
	var counting sync.Mutex
	done := 0
	tell := func() {
		counting.Lock()
		defer counting.Unlock()
		if done++; a.Done != nil {
			a.Done(done, of)
		}
	}
	for range min(a.Workers, len(hosts)) {
		workers.Go(func() {
			for host := range queue {
				step(host, tell)
			}
		})
	}
	for _, host := range hosts {
		if ctx.Err() == nil {
			queue <- host
		}
	}
	close(queue)
	workers.Wait()
}
