package outside_test

import (
	"context"
	"crypto/x509"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"dossier/internal/diag"
	"dossier/internal/outside"
)

// world is an internet of our own: hosts by name, all on this machine.
type world struct {
	t     *testing.T
	mu    sync.Mutex
	hosts map[string]string // host:port to the address of a server
	seen  []string          // requests, in order: “HEAD a.example/x”
	now   map[string]int    // requests under way, by host
	most  int               // at one host at the same time
	agent string            // of the last request
	roots *x509.CertPool
	clock time.Time
}

func newWorld(t *testing.T) *world {
	return &world{t: t, hosts: map[string]string{}, now: map[string]int{}, clock: time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)}
}

// serve puts a host into the world. Its answers are given per path: a status, and
// behind a space what the header Location or Retry-After says.
func (w *world) serve(host string, answers map[string]string) {
	s := httptest.NewServer(w.handler(answers))
	w.t.Cleanup(s.Close)
	w.hosts[host+":80"] = s.Listener.Addr().String()
}

// secure does the same with https.
func (w *world) secure(host string, answers map[string]string) {
	s := httptest.NewTLSServer(w.handler(answers))
	w.t.Cleanup(s.Close)
	w.hosts[host+":443"] = s.Listener.Addr().String()
	w.roots = x509.NewCertPool()
	w.roots.AddCert(s.Certificate())
}

func (w *world) handler(answers map[string]string) http.Handler {
	tries := map[string]int{}
	return http.HandlerFunc(func(out http.ResponseWriter, r *http.Request) {
		w.mu.Lock()
		w.seen, w.agent = append(w.seen, r.Method+" "+r.Host+r.URL.Path), r.UserAgent()
		w.now[r.Host]++
		w.most = max(w.most, w.now[r.Host])
		said := answers[r.Method+" "+r.URL.Path]
		if said == "" {
			said = answers[r.URL.Path]
		}
		turns := strings.Split(said, ", then ")
		said = turns[min(tries[r.URL.Path], len(turns)-1)]
		tries[r.URL.Path]++
		w.mu.Unlock()
		defer func() { w.mu.Lock(); w.now[r.Host]--; w.mu.Unlock() }()
		status, header, _ := strings.Cut(said, " ")
		switch status {
		case "":
			status = "404"
		case "slow":
			time.Sleep(300 * time.Millisecond)
			status = "200"
		case "429", "503":
			out.Header().Set("Retry-After", header)
		default:
			out.Header().Set("Location", header)
		}
		var code int
		_, _ = fmt.Sscan(status, &code)
		out.WriteHeader(code)
	})
}

func (w *world) options() outside.Options {
	o := outside.Polite()
	o.Agent, o.Pause, o.Timeout, o.Roots = "dossier-link-check/1.0 (+https://site.example/)", time.Millisecond, 200*time.Millisecond, w.roots
	o.Longest, o.Age = 2*time.Second, 7*24*time.Hour
	o.Now = func() time.Time { return w.clock }
	o.Dial = func(ctx context.Context, network, address string) (net.Conn, error) {
		to, ok := w.hosts[address]
		if !ok {
			return nil, &net.DNSError{Err: "no such host", Name: address, IsNotFound: true}
		}
		return (&net.Dialer{}).DialContext(ctx, network, to)
	}
	return o
}

// links are addresses, each written on a line of its own.
func links(addresses ...string) []outside.Link {
	var all []outside.Link
	for i, a := range addresses {
		all = append(all, outside.Link{URL: a, Places: []diag.Pos{{File: "a.md", Line: i + 1, Col: 1}}})
	}
	return all
}

func check(t *testing.T, o outside.Options, all []outside.Link) outside.Report {
	t.Helper()
	r, err := outside.Check(t.Context(), all, o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// told lists diagnostics as “line key arguments → hint's arguments”.
func told(ds []diag.Diagnostic) []string {
	var out []string
	for _, d := range diag.Sort(slices.Clone(ds)) {
		line := fmt.Sprintf("%d %s %v", d.Pos.Line, d.Message.Key, d.Message.Args[1:])
		if len(d.Hint.Args) > 0 {
			line += fmt.Sprintf(" → %v", d.Hint.Args)
		}
		out = append(out, line)
		if d.Severity != diag.Warning {
			out = append(out, "not a warning")
		}
	}
	return out
}

func TestAnswersAreJudged(t *testing.T) {
	for _, c := range []struct {
		name    string
		answers map[string]string // of http://a.example
		secure  map[string]string // of https://example.com
		link    string
		want    string
	}{
		{"there", map[string]string{"/x": "200"}, nil, "http://a.example/x", ""},
		{"there, but not for HEAD", map[string]string{"HEAD /x": "405", "GET /x": "200"}, nil, "http://a.example/x", ""},
		{"there, but HEAD is forbidden", map[string]string{"HEAD /x": "403", "GET /x": "200"}, nil, "http://a.example/x", ""},
		{"HEAD is not made", map[string]string{"HEAD /x": "501", "GET /x": "200"}, nil, "http://a.example/x", ""},
		{"gone", map[string]string{"/x": "404"}, nil, "http://a.example/x", "1 external-link [404]"},
		{"gone for good", map[string]string{"/x": "410"}, nil, "http://a.example/x", "1 external-link [410]"},
		{"forbidden", map[string]string{"/x": "403"}, nil, "http://a.example/x", "1 external-link.refused [403]"},
		{"moved", map[string]string{"/x": "301 /y", "/y": "308 /z", "/z": "200"}, nil, "http://a.example/x", "1 external-link.moved [] → [http://a.example/z]"},
		{"moved, then elsewhere for now", map[string]string{"/x": "301 /y", "/y": "302 /z", "/z": "200"}, nil, "http://a.example/x", "1 external-link.moved [] → [http://a.example/y]"},
		{"elsewhere for now", map[string]string{"/x": "302 /y", "/y": "301 /z", "/z": "200"}, nil, "http://a.example/x", ""},
		{"moved to nothing", map[string]string{"/x": "301 /y", "/y": "404"}, nil, "http://a.example/x", "1 external-link [404]"},
		{"round and round", map[string]string{"/x": "302 /y", "/y": "302 /x"}, nil, "http://a.example/x", "1 external-link.lost [outside.loop]"},
		{"to no page of the web", map[string]string{"/x": "302 file:///etc/passwd"}, nil, "http://a.example/x", "1 external-link.lost [outside.redirect]"},
		{"busy, then there", map[string]string{"/x": "503, then 429, then 200"}, nil, "http://a.example/x", ""},
		{"busy all the time", map[string]string{"/x": "503"}, nil, "http://a.example/x", "1 external-link.busy [503]"},
		{"busy for longer than is waited", map[string]string{"/x": "429 3600, then 200"}, nil, "http://a.example/x", "1 external-link.busy [429]"},
		{"slow, then there", map[string]string{"/x": "slow, then 200"}, nil, "http://a.example/x", ""},
		{"slow all the time", map[string]string{"/x": "slow"}, nil, "http://a.example/x", "1 external-link.lost [outside.time]"},
		{"no such host", nil, nil, "http://b.example/x", "1 external-link.lost [outside.name]"},
		{"with https", nil, map[string]string{"/x": "200"}, "https://example.com/x", ""},
		{"with https too", map[string]string{"/x": "200"}, map[string]string{"/x": "200"}, "http://example.com/x", "1 external-link.insecure [] → [https://example.com/x]"},
		{"not with https", map[string]string{"/x": "200"}, map[string]string{"/x": "404"}, "http://example.com/x", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t)
			if c.answers != nil {
				w.serve("a.example", c.answers)
				w.serve("example.com", c.answers)
			}
			if c.secure != nil {
				w.secure("example.com", c.secure)
			}
			r := check(t, w.options(), links(c.link))
			if got := strings.Join(told(r.Diags), "\n"); got != c.want {
				t.Errorf("told %q, want %q; requests: %v", got, c.want, w.seen)
			}
			if r.Asked != 1 {
				t.Errorf("%d asked", r.Asked)
			}
		})
	}
}

func TestACertificateThatNobodyTrustsIsTold(t *testing.T) {
	w := newWorld(t)
	w.secure("example.com", map[string]string{"/": "200"})
	o := w.options()
	o.Roots = x509.NewCertPool()
	want := []string{"1 external-link.lost [outside.certificate]"}
	if diff := cmp.Diff(want, told(check(t, o, links("https://example.com/")).Diags)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestEveryPlaceOfAnAddressIsTold(t *testing.T) {
	w := newWorld(t)
	w.serve("a.example", nil)
	all := []outside.Link{{URL: "http://a.example/x", Places: []diag.Pos{{File: "a.md", Line: 3}, {File: "b.md", Line: 4}}}}
	want := []string{"3 external-link [404]", "4 external-link [404]"}
	if diff := cmp.Diff(want, told(check(t, w.options(), all).Diags)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"HEAD a.example/x", "GET a.example/x"}, w.seen); diff != "" {
		t.Errorf("requests (-want +got):\n%s", diff)
	}
}

func TestAHostIsAskedOneThingAtATimeWithPauses(t *testing.T) {
	w := newWorld(t)
	answers := map[string]string{"/moved": "302 http://b.example/0"}
	var all []string
	for i := range 6 {
		answers[fmt.Sprintf("/%d", i)] = "200"
		all = append(all, fmt.Sprintf("http://a.example/%d", i), fmt.Sprintf("http://b.example/%d", i))
	}
	w.serve("a.example", answers)
	w.serve("b.example", answers)
	o := w.options()
	o.Pause = 10 * time.Millisecond
	start := time.Now()
	check(t, o, links(append(all, "http://a.example/moved")...))
	if w.most != 1 {
		t.Errorf("%d requests to a host at the same time", w.most)
	}
	if took := time.Since(start); took < 12*o.Pause {
		t.Errorf("14 requests and those with https took %s: too fast", took)
	}
	if w.agent != o.Agent {
		t.Errorf("asked as %q", w.agent)
	}
}

func TestOnlyAFewHostsAreAskedAtTheSameTime(t *testing.T) {
	w := newWorld(t)
	var mu sync.Mutex
	busy, most := 0, 0
	var all []string
	for i := range 6 {
		host := fmt.Sprintf("h%d.example", i)
		s := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {
			mu.Lock()
			busy++
			most = max(most, busy)
			mu.Unlock()
			time.Sleep(20 * time.Millisecond)
			mu.Lock()
			busy--
			mu.Unlock()
		}))
		t.Cleanup(s.Close)
		w.hosts[host+":80"] = s.Listener.Addr().String()
		all = append(all, "http://"+host+"/")
	}
	o := w.options()
	o.Workers = 2
	check(t, o, links(all...))
	if most != 2 {
		t.Errorf("%d hosts at the same time, want 2", most)
	}
}

func TestGoodAnswersAreRemembered(t *testing.T) {
	w := newWorld(t)
	w.serve("a.example", map[string]string{"/good": "200", "/moved": "301 /good"})
	o := w.options()
	o.Cache = filepath.Join(t.TempDir(), ".cache", "links")
	all := links("http://a.example/good", "http://a.example/moved", "http://a.example/dead")
	first := check(t, o, all)
	w.seen = nil
	w.clock = w.clock.Add(6 * 24 * time.Hour)
	second := check(t, o, all)
	if diff := cmp.Diff(told(first.Diags), told(second.Diags)); diff != "" {
		t.Errorf("(-first +second):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"HEAD a.example/dead", "GET a.example/dead"}, w.seen); diff != "" {
		t.Errorf("requests of the second check (-want +got):\n%s", diff)
	}
	if second.Known != 2 || second.Asked != 1 {
		t.Errorf("%d remembered, %d asked", second.Known, second.Asked)
	}
	w.clock = w.clock.Add(2 * 24 * time.Hour) // eight days after the first
	if third := check(t, o, all); third.Known != 0 || third.Asked != 3 {
		t.Errorf("after their time: %d remembered, %d asked", third.Known, third.Asked)
	}
	o.Age = 0
	if fresh := check(t, o, all); fresh.Known != 0 {
		t.Errorf("with age 0: %d remembered", fresh.Known)
	}
}

func TestWhatIsSkippedIsNotAsked(t *testing.T) {
	w := newWorld(t)
	w.serve("a.example", nil)
	o := w.options()
	o.Skip = []string{"http://a.example/portal/"}
	r := check(t, o, links("http://a.example/portal/x", "http://a.example/other"))
	if diff := cmp.Diff([]string{"2 external-link [404]"}, told(r.Diags)); diff != "" || r.Skipped != 1 {
		t.Errorf("%d skipped (-want +got):\n%s", r.Skipped, diff)
	}
}

func TestPrivateNetworksAreNotAsked(t *testing.T) {
	asked := false
	s := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { asked = true }))
	t.Cleanup(s.Close)
	o := outside.Polite()
	o.Timeout, o.Pause = time.Second, time.Millisecond
	address := s.URL + "/x"
	want := []string{"1 external-link.private [127.0.0.1]"}
	if diff := cmp.Diff(want, told(check(t, o, links(address)).Diags)); diff != "" || asked {
		t.Errorf("asked: %v (-want +got):\n%s", asked, diff)
	}
	o.Private = true
	if got := told(check(t, o, links(address)).Diags); len(got) > 0 || !asked {
		t.Errorf("allowed, asked: %v, told %v", asked, got)
	}
}

func TestAnEndedCheckTellsNothingOfWhatItDidNotAsk(t *testing.T) {
	w := newWorld(t)
	w.serve("a.example", nil)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	r, err := outside.Check(ctx, links("http://a.example/x"), w.options())
	if err != nil || len(r.Diags) > 0 || len(w.seen) > 0 {
		t.Errorf("%v, told %v, asked %v", err, told(r.Diags), w.seen)
	}
}
