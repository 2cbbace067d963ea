package serve

import (
	"context"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"dossier/internal/build"
	"dossier/internal/diag"
	"dossier/internal/i18n"
)

// writer is someone who edits a copy of the tiny site while it is served.
type writer struct {
	*testing.T
	*Server
	root   string
	builds chan Build
}

// edit starts to serve a copy of the tiny site, changed beforehand.
func edit(t *testing.T, change func(w writer)) writer {
	t.Helper()
	t.Parallel()
	w := writer{T: t, root: t.TempDir(), builds: make(chan Build, 64)}
	w.must(os.CopyFS(w.root, os.DirFS("testdata/tiny")))
	if change != nil {
		change(w)
	}
	return w.serve(build.Run)
}

// serve starts a server of the copy that builds with the given function after
// the first time.
func (w writer) serve(run func(build.Options) (*build.Result, error)) writer {
	w.Helper()
	s, err := New(Options{
		Root: w.root, Today: i18n.Date{Year: 2025, Month: 5, Day: 1},
		Drafts: true, Future: true, Lang: diag.English, Built: func(b Build) { w.builds <- b },
	})
	w.must(err)
	s.run = run
	w.Server = s
	w.start()
	return w
}

// start runs the server until the test ends.
func (w writer) start() {
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- w.Server.Run(ctx) }()
	w.Cleanup(func() {
		cancel()
		if err := <-ended; err != nil {
			w.Errorf("the server ended with %v", err)
		}
	})
}

func (w writer) must(err error) {
	w.Helper()
	if err != nil {
		w.Fatal(err)
	}
}

func (w writer) file(name string) string { return filepath.Join(w.root, filepath.FromSlash(name)) }

func (w writer) replace(name, old, with string) {
	w.Helper()
	text, err := os.ReadFile(w.file(name))
	w.must(err)
	changed := strings.Replace(string(text), old, with, 1)
	if changed == string(text) {
		w.Fatalf("%s has no %q", name, old)
	}
	w.must(os.WriteFile(w.file(name), []byte(changed), 0o644))
}

// get returns an answer's status, headers and body. It does not follow redirects.
func (w writer) get(path string) (int, http.Header, string) {
	w.Helper()
	r, err := http.DefaultTransport.RoundTrip(w.request(http.MethodGet, path))
	w.must(err)
	defer r.Body.Close()
	body, err := io.ReadAll(r.Body)
	w.must(err)
	return r.StatusCode, r.Header, string(body)
}

func (w writer) request(method, path string) *http.Request {
	w.Helper()
	r, err := http.NewRequest(method, w.origin()+path, nil)
	w.must(err)
	return r
}

// slow is how long a busy machine may take to show a save.
const slow = 20 * time.Second

// soon waits until a page's answer has a status and holds a text.
func (w writer) soon(path string, status int, text string) {
	w.Helper()
	var code int
	var body string
	for end := time.Now().Add(slow); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		if code, _, body = w.get(path); code == status && strings.Contains(body, text) {
			return
		}
	}
	w.Fatalf("%s: not soon %d with %q, but %d:\n%s", path, status, text, code, body)
}

const (
	pagePath  = "/it/progetti/ponte/"
	pageFile  = "content/projects/bridge.it.md"
	errorPage = `data-dossier="errors"`
)

func TestPagesAndFilesAreServed(t *testing.T) {
	w := edit(t, nil)
	tests := []struct {
		path   string
		status int
		kind   string
		text   string
	}{
		{"/", 200, "text/html; charset=utf-8", "Sito piccolo"},
		{pagePath, 200, "text/html; charset=utf-8", "Le due rive si parlano."},
		{pagePath + "?from=a&b=c", 200, "text/html; charset=utf-8", "Le due rive si parlano."},
		{pagePath + "index.html", 200, "text/html; charset=utf-8", "Le due rive si parlano."},
		{"/table.csv", 200, "text/csv; charset=utf-8", "col1,col2"},
		{"/it/calendar.ics", 200, "text/calendar; charset=utf-8", "BEGIN:VCALENDAR"},
		{"/it/feed.xml", 200, "application/atom+xml", "<feed"},
		{"/sitemap.xml", 200, "application/xml", "<urlset"},
		{"/en/data/events.json", 200, "application/json", "Opening"},
		{"/robots.txt", 200, "text/plain; charset=utf-8", "Disallow: /"},
		{"/nowhere/", 404, "text/html; charset=utf-8", "<html"},
		{"/it/progetti/ponte/nothing.png", 404, "text/html; charset=utf-8", "<html"},
		{"/_dossier/reload.js", 200, "text/javascript; charset=utf-8", "EventSource"},
		{"/_dossier/own.css", 200, "text/css; charset=utf-8", "main"},
		{"/_dossier/bar.css", 200, "text/css; charset=utf-8", ":host"},
		{"/_dossier/pair.css", 200, "text/css; charset=utf-8", "iframe"},
		{"/_dossier/pair.js", 200, "text/javascript; charset=utf-8", "iframe"},
		{"/_dossier/filter.js", 200, "text/javascript; charset=utf-8", "filter"},
		{"/_dossier/pages", 200, "text/html; charset=utf-8", "All pages"},
		{"/_dossier/problems", 200, "text/html; charset=utf-8", "Problems"},
		{"/_pair" + pagePath, 200, "text/html; charset=utf-8", "<iframe"},
		{"/_pair/nowhere/", 404, "text/html; charset=utf-8", "no page at this address"},
		{"/_dossier/frame.html", 404, "text/plain; charset=utf-8", ""},
		{"/_dossier/assets", 404, "text/plain; charset=utf-8", ""},
	}
	for _, test := range tests {
		t.Run(test.path, func(t *testing.T) {
			status, header, body := w.get(test.path)
			if status != test.status || header.Get("Content-Type") != test.kind || !strings.Contains(body, test.text) {
				t.Errorf("%d %s, want %d %s with %q:\n%s", status, header.Get("Content-Type"), test.status, test.kind, test.text, body)
			}
			if header.Get("Cache-Control") != "no-store" || header.Get("X-Content-Type-Options") != "nosniff" {
				t.Errorf("headers: %v", header)
			}
			for name := range header {
				if strings.HasPrefix(name, "Access-Control-") {
					t.Errorf("another origin is let in by %s", name)
				}
			}
		})
	}
}

func TestAddressesWithoutTheirSlashAreRedirected(t *testing.T) {
	w := edit(t, nil)
	status, header, _ := w.get("/it/progetti/ponte?a=1")
	if status != http.StatusFound || header.Get("Location") != "/it/progetti/ponte/?a=1" {
		t.Errorf("%d to %q", status, header.Get("Location"))
	}
}

func TestPagesOfTheSiteCarryTheReloadScriptAndNothingElse(t *testing.T) {
	w := edit(t, nil)
	_, _, page := w.get(pagePath)
	before, after, found := strings.Cut(page, `<script defer src="/_dossier/reload.js?token=`)
	if !found || !strings.HasSuffix(after, `"></script></body></html>`) {
		t.Fatalf("no script at the end of the body:\n%s", page)
	}
	last, _ := w.state.Load().file("it/progetti/ponte/index.html")
	published := string(last.Data)
	if before+"</body></html>" != strings.TrimSpace(published) {
		t.Error("the page is not the published one with a script")
	}
	if _, _, csv := w.get("/table.csv"); strings.Contains(csv, "script") {
		t.Error("a file was changed")
	}
}

func TestHeadAndETags(t *testing.T) {
	w := edit(t, nil)
	for _, path := range []string{pagePath, "/table.csv"} {
		_, header, body := w.get(path)
		etag := header.Get("ETag")
		head, err := http.DefaultTransport.RoundTrip(w.request(http.MethodHead, path))
		w.must(err)
		head.Body.Close()
		if etag == "" || head.Header.Get("ETag") != etag || head.ContentLength != int64(len(body)) {
			t.Errorf("%s: GET %s, %d bytes; HEAD %s, %d bytes", path, etag, len(body), head.Header.Get("ETag"), head.ContentLength)
		}
		again := w.request(http.MethodGet, path)
		again.Header.Set("If-None-Match", etag)
		r, err := http.DefaultTransport.RoundTrip(again)
		w.must(err)
		r.Body.Close()
		if r.StatusCode != http.StatusNotModified {
			t.Errorf("%s: %d for a known ETag", path, r.StatusCode)
		}
	}
}

func TestTheSiteStandsUnderItsBasePath(t *testing.T) {
	w := edit(t, func(w writer) { w.replace("site.toml", "example.org/", "example.org/sub/site/") })
	if w.URL() != w.origin()+"/sub/site/" {
		t.Errorf("the address is %s", w.URL())
	}
	status, _, page := w.get("/sub/site" + pagePath)
	if status != 200 || !strings.Contains(page, `href="`+w.URL()+`it/progetti/ponte/"`) {
		t.Errorf("%d:\n%s", status, page)
	}
	for _, path := range []string{"/", "/sub/site"} {
		if status, header, _ := w.get(path); status != 302 || header.Get("Location") != "/sub/site/" {
			t.Errorf("%s: %d to %q", path, status, header.Get("Location"))
		}
	}
	if status, _, _ := w.get(pagePath); status != 404 {
		t.Errorf("outside the base path: %d", status)
	}
}

func TestATakenPortGivesWayToTheNext(t *testing.T) {
	w := edit(t, nil)
	taken, err := strconv.Atoi(w.port)
	w.must(err)
	l, err := listen("127.0.0.1", taken)
	w.must(err)
	defer l.Close()
	if got := l.Addr().(*net.TCPAddr).Port; got <= taken || got >= taken+tries {
		t.Errorf("port %d instead of %d", got, taken)
	}
}
