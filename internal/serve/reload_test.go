package serve

import (
	"bufio"
	"context"
	"net/http"
	"net/url"
	"os"
	"strings"
	"testing"
	"time"
)

// event is a server-sent event.
type event struct{ name, data string }

// stream opens live reload for pages and returns what it tells.
func (w writer) stream(pages ...string) <-chan event {
	w.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	w.Cleanup(cancel)
	address := eventsPath + "?" + url.Values{"token": {w.token}, "page": pages}.Encode()
	r, err := http.DefaultTransport.RoundTrip(w.request(http.MethodGet, address).WithContext(ctx))
	w.must(err)
	w.Cleanup(func() { r.Body.Close() })
	if r.StatusCode != 200 || r.Header.Get("Content-Type") != "text/event-stream" {
		w.Fatalf("%d %s", r.StatusCode, r.Header.Get("Content-Type"))
	}
	told := make(chan event, 64)
	go read(bufio.NewScanner(r.Body), told)
	return told
}

func read(lines *bufio.Scanner, told chan<- event) {
	var e event
	for lines.Scan() {
		line := lines.Text()
		if name, ok := strings.CutPrefix(line, "event: "); ok {
			e.name = name
		} else if data, ok := strings.CutPrefix(line, "data: "); ok {
			e.data += data + "\n"
		} else if line == "" && e.name != "" {
			told <- e
			e = event{}
		}
	}
	close(told)
}

// next is the next event of a name.
func (w writer) next(told <-chan event, name string) string {
	w.Helper()
	for {
		select {
		case e, open := <-told:
			if !open {
				w.Fatal("the stream ended")
			}
			if e.name == name {
				return strings.TrimSuffix(e.data, "\n")
			}
		case <-time.After(slow):
			w.Fatalf("no event %s", name)
		}
	}
}

// shown is the mark that a page was sent with.
func (w writer) shown(path string) string {
	w.Helper()
	_, _, page := w.get(path)
	_, after, found := strings.Cut(page, "&amp;v=")
	if !found {
		w.Fatalf("%s has no mark:\n%s", path, page)
	}
	mark, _, _ := strings.Cut(after, `"`)
	return mark
}

func TestOpenPagesAreToldToReload(t *testing.T) {
	w := edit(t, nil)
	told := w.stream(pagePath)
	good := w.next(told, "message")
	if shown := w.shown(pagePath); good != shown {
		t.Fatalf("a page with mark %s is told %s", shown, good)
	}
	w.replace(pageFile, "summary:", "sumary:")
	broken := w.next(told, "message")
	if shown := w.shown(pagePath); broken == good || broken != shown {
		t.Errorf("the error page with mark %s is told %s", shown, broken)
	}
	w.replace(pageFile, "sumary:", "summary:")
	if mended := w.next(told, "message"); mended != good {
		t.Errorf("the page of before is told %s instead of %s", mended, good)
	}
	w.replace(pageFile, "si parlano", "si ascoltano")
	if other := w.next(told, "message"); other == good || other != w.shown(pagePath) {
		t.Errorf("a changed page is told %s", other)
	}
}

func TestOnlyPagesThatShowAChangeReload(t *testing.T) {
	drawing := `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><path d="M0 0h%%v9z"/></svg>`
	w := edit(t, func(w writer) {
		w.must(os.WriteFile(w.file("content/projects/bridge.svg"), []byte(strings.ReplaceAll(drawing, "%%", "1")), 0o644))
		w.replace(pageFile, "slug: ponte", "slug: ponte\nimage: {src: bridge.svg, decorative: true}")
	})
	pages := []string{pagePath, "/en/", "/_pair" + pagePath, problemsPath}
	marks := func() []string {
		var out []string
		for _, p := range pages {
			out = append(out, w.shown(p))
		}
		return out
	}
	before := marks()
	told := w.stream(pages...)
	w.next(told, "message")
	w.must(os.WriteFile(w.file("content/projects/bridge.svg"), []byte(strings.ReplaceAll(drawing, "%%", "2")), 0o644))
	w.next(told, "message")
	after := marks()
	if after[0] == before[0] {
		t.Error("a page whose picture changed does not reload")
	}
	for i := range pages[1:] {
		if after[i+1] != before[i+1] {
			t.Errorf("%s reloads for a picture that it does not show", pages[i+1])
		}
	}
}

func TestNothingChangedIsNoReload(t *testing.T) {
	w := edit(t, nil)
	before := w.state.Load().version
	told := w.stream(pagePath)
	w.next(told, "message")
	text, err := os.ReadFile(w.file(pageFile))
	w.must(err)
	for range 3 {
		w.must(os.WriteFile(w.file(pageFile)+".tmp", text, 0o644)) // in place, a build could meet half of it
		w.must(os.Rename(w.file(pageFile)+".tmp", w.file(pageFile)))
		time.Sleep(60 * time.Millisecond)
	}
	w.must(os.WriteFile(w.file("static/table.tmp"), []byte("3,4\n"), 0o644))
	w.must(os.Rename(w.file("static/table.tmp"), w.file("static/table.csv")))
	w.soon("/table.csv", 200, "3,4")
	if after := w.state.Load().version; after > before+1 {
		t.Errorf("%d changes instead of one", after-before)
	}
	for len(told) > 0 {
		if e := <-told; e.name == "message" {
			t.Errorf("a page that is as it was is told %s", e.data)
		}
	}
}

func TestWhatAPageShowsIsFound(t *testing.T) {
	st := &state{base: "/"}
	got := strings.Join(st.shownBy([]byte(`<link rel="canonical" href="https://example.org/it/"><link rel=stylesheet href="/assets/a.css">
		<a href="/files/report.pdf">x</a><img src="/files/x.svg?v=1" srcset="/files/x-1.jpg 1x, /files/x-2.jpg 2x" alt="src=no">
		<script src="http://127.0.0.1:1/assets/b.js"></script><use href="/icons.svg#a"/><link rel="alternate" href="/en/index.html">`)), " ")
	if want := "/assets/a.css /files/x.svg /files/x-1.jpg /files/x-2.jpg /assets/b.js /icons.svg"; got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

// A page that is not of the site is told like those that are.
func TestTheServersOwnPagesFollowToo(t *testing.T) {
	w := edit(t, nil)
	told := w.stream(problemsPath)
	before := w.next(told, "message")
	w.replace(pageFile, "summary:", "sumary:")
	if after := w.next(told, "message"); after == before || after != w.shown(problemsPath) {
		t.Errorf("told %s", after)
	}
}

func TestWhoAsksForTooMuchIsRefused(t *testing.T) {
	w := edit(t, nil)
	many := strings.Repeat("&page=/it/", maxPages+1)
	for _, query := range []string{"", "&page=", "&page=it", "&page=//evil.example/", "&page=/..%2fsite.toml", "&page=/%252e%252e/", many, "&page=http://evil.example/"} {
		if status, _, _ := w.get(eventsPath + "?token=" + w.token + query); status != 400 {
			t.Errorf("%q: %d", query, status)
		}
	}
}
