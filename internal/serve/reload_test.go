package serve

import (
	"bufio"
	"context"
	"net/http"
	"os"
	"strings"
	"testing"
	"time"
)

// stream opens live reload and returns the versions it tells.
func (w writer) stream(url string) <-chan string {
	w.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	w.Cleanup(cancel)
	r, err := http.DefaultTransport.RoundTrip(w.request(http.MethodGet, url).WithContext(ctx))
	w.must(err)
	w.Cleanup(func() { r.Body.Close() })
	if r.StatusCode != 200 || r.Header.Get("Content-Type") != "text/event-stream" {
		w.Fatalf("%d %s", r.StatusCode, r.Header.Get("Content-Type"))
	}
	told := make(chan string, 16)
	go func() {
		lines := bufio.NewScanner(r.Body)
		for lines.Scan() {
			if version, ok := strings.CutPrefix(lines.Text(), "data: "); ok {
				told <- version
			}
		}
		close(told)
	}()
	return told
}

// next is the next version told, after the one that is known.
func (w writer) next(told <-chan string, known string) string {
	w.Helper()
	for {
		select {
		case version, open := <-told:
			if !open {
				w.Fatal("the stream ended")
			}
			if version != known {
				return version
			}
		case <-time.After(slow):
			w.Fatal("no event")
		}
	}
}

func TestOpenPagesAreToldToReload(t *testing.T) {
	w := edit(t, nil)
	_, _, page := w.get(pagePath)
	_, after, _ := strings.Cut(page, reloadPath+"?token=")
	token, after, _ := strings.Cut(after, "&amp;v=")
	shown, _, _ := strings.Cut(after, `"`)
	told := w.stream(eventsPath + "?token=" + token)
	if first := w.next(told, ""); first != shown {
		t.Fatalf("a page of version %s is told %s", shown, first)
	}
	w.replace(pageFile, "summary:", "sumary:")
	broken := w.next(told, shown)
	w.replace(pageFile, "sumary:", "summary:")
	mended := w.next(told, broken)
	if _, _, page := w.get(pagePath); !strings.Contains(page, "&amp;v="+mended+`"`) {
		t.Errorf("the page is not of version %s", mended)
	}
}

func TestNothingChangedIsNoReload(t *testing.T) {
	w := edit(t, nil)
	before := w.state.Load().version
	text, err := os.ReadFile(w.file(pageFile))
	w.must(err)
	for range 3 {
		w.must(os.WriteFile(w.file(pageFile)+".tmp", text, 0o644)) // in place, a build could meet half of it
		w.must(os.Rename(w.file(pageFile)+".tmp", w.file(pageFile)))
		time.Sleep(60 * time.Millisecond)
	}
	w.replace("static/table.csv", "1,2", "3,4")
	w.soon("/table.csv", 200, "3,4")
	if after := w.state.Load().version; after > before+1 {
		t.Errorf("%d reloads for one change", after-before)
	}
}
