package serve

import (
	"cmp"
	"flag"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"dossier/internal/build"
	"dossier/internal/diag"
	"dossier/internal/i18n"
)

var long = flag.Bool("long", false, "as many saves as an editor makes in a year")

// soak is a day at the desk, or a year: how much of each is done to the site.
type soak struct {
	saves, broken  int
	switches, size int // of branches, and how many files each rewrites
	absences       int // of content/
	bursts         int // of changes, each more than the system keeps events for
	polled         int // saves that nobody tells of

	slack uint64 // bytes by which the memory of a short run may differ by chance
}

var (
	aDay  = soak{saves: 48, broken: 8, switches: 2, size: 100, absences: 1, bursts: 1, polled: 1, slack: 10e6}
	aYear = soak{saves: 10_000, broken: 1000, switches: 100, size: 2000, absences: 20, bursts: 10, polled: 50}
)

// maxGrowth is how much more memory may be in use in the end than after the
// first tenth of the saves.
const maxGrowth = 1.20

// patient is how long a busy machine may take for the largest change.
const patient = time.Minute

// TestServingSurvivesItsEditors does to a site what editors, version control and
// accidents do, and in the end compares what is served with a build from
// nothing. Nothing depends on how fast the machine is.
func TestServingSurvivesItsEditors(t *testing.T) {
	d := aDay
	if *long {
		d = aYear
	}
	w := editor{writer: writer{T: t, root: t.TempDir()}}
	w.must(os.CopyFS(w.root, os.DirFS("testdata/tiny")))
	w.open(Options{})
	var err error
	w.text, err = os.ReadFile(w.file(pageFile))
	w.must(err)

	w.saveAll(d)
	for i := range d.switches {
		w.switchBranch(i, d.size)
	}
	for range d.absences {
		w.absent()
	}
	for range d.bursts {
		w.burst()
	}
	w.report("at the end")
	w.same()

	w.open(Options{Poll: true})
	for range d.polled {
		w.save(saves[w.n%len(saves)].do)
	}
	w.same()
}

// editor is a writer who counts.
type editor struct {
	writer
	text   []byte // of the page, without what distinguishes the saves
	n      int    // saves
	took   []time.Duration
	tenth  uint64 // memory in use after the first tenth, in bytes
	failed int    // broken saves that were shown as such
}

// open serves the site with a new server.
func (w *editor) open(o Options) {
	w.Helper()
	o.Root, o.Today, o.Drafts, o.Future, o.Lang = w.root, i18n.Date{Year: 2025, Month: 5, Day: 1}, true, true, diag.English
	s, err := New(o)
	w.must(err)
	w.Server = s
	w.start()
}

// saveAll makes the good saves with the broken ones strewn in.
func (w *editor) saveAll(d soak) {
	every := d.saves / d.broken
	for i := range d.saves {
		w.took = append(w.took, w.save(saves[i%len(saves)].do))
		if i%every == every-1 && w.failed < d.broken {
			w.fail(brokenSaves[w.failed%len(brokenSaves)].do)
		}
		if i == d.saves/10 {
			w.tenth = inUse()
		}
	}
	now := inUse()
	w.report("after the saves")
	w.Logf("memory in use: %.1f MB after a tenth, %.1f MB after all", float64(w.tenth)/1e6, float64(now)/1e6)
	if float64(now) > maxGrowth*float64(w.tenth)+float64(d.slack) {
		w.Errorf("memory in use grew from %d to %d bytes", w.tenth, now)
	}
}

// save writes the page anew and waits until it is served. The saves are counted
// in single figures: a writer's words are soon all known, while a new word in
// every save would fill the memory of words set in type to its bound.
func (w *editor) save(do func(writer, string, []byte)) time.Duration {
	w.Helper()
	w.n++
	line := "Questo è il salvataggio " + strings.Join(strings.Split(fmt.Sprint(w.n), ""), " ") + "."
	start := time.Now()
	do(w.writer, w.file(pageFile), slices.Concat(w.text, []byte("\n"+line+"\n")))
	written := time.Now()
	w.until(pagePath, http.StatusOK, line)
	if written.After(start.Add(10 * time.Millisecond)) {
		start = written // it took its time on purpose
	}
	return time.Since(start)
}

// fail makes a broken save, waits for the error page, and mends it.
func (w *editor) fail(do func(writer, string, []byte)) {
	w.Helper()
	w.failed++
	do(w.writer, w.file(pageFile), w.text)
	w.until(pagePath, http.StatusOK, errorPage)
	_ = os.Remove(w.file(pageFile)) // it may be a link
	w.save(saves[0].do)
}

// until waits for an answer, from one state of the server to the next.
func (w *editor) until(path string, status int, text string) {
	w.Helper()
	for end := time.Now().Add(patient); time.Now().Before(end); {
		st := w.state.Load()
		code, _, body := w.get(path)
		if code == status && strings.Contains(body, text) {
			return
		}
		select {
		case <-st.stale:
		case <-time.After(time.Second):
		}
	}
	_, _, body := w.get(path)
	w.Fatalf("after %d saves %s does not become %d with %q:\n%s", w.n, path, status, text, body)
}

// switchBranch rewrites many files at once, as version control does; every other
// time it takes them away first.
func (w *editor) switchBranch(i, size int) {
	w.Helper()
	dir := w.file("static/branch")
	if i%2 == 1 {
		w.must(os.RemoveAll(dir))
		w.until("/branch/0.txt", http.StatusNotFound, "<html")
	}
	w.must(os.MkdirAll(dir, 0o755))
	for n := range size {
		file := filepath.Join(dir, fmt.Sprint(n)+".txt")
		if err := os.Remove(file); err != nil && !os.IsNotExist(err) {
			w.Fatal(err)
		}
		w.put(file, fmt.Appendf(nil, "file %d of branch %d\n", n, i))
	}
	w.until(fmt.Sprintf("/branch/%d.txt", size-1), http.StatusOK, fmt.Sprintf("of branch %d\n", i))
	w.until("/branch/0.txt", http.StatusOK, fmt.Sprintf("of branch %d\n", i))
}

// absent takes content/ away and brings it back.
func (w *editor) absent() {
	w.Helper()
	w.must(os.Rename(w.file("content"), w.file("aside")))
	w.until(pagePath, http.StatusOK, errorPage)
	w.must(os.Rename(w.file("aside"), w.file("content")))
	w.save(saves[0].do)
}

// burst makes more changes than the system keeps events for: Linux keeps 16 384
// (fs.inotify.max_queued_events).
func (w *editor) burst() {
	w.Helper()
	const changes = 20_000
	file := w.file("static/burst.txt")
	for range changes / 4 { // created, written, closed, removed
		w.put(file, []byte("x"))
		w.must(os.Remove(file))
	}
	w.save(saves[0].do)
	w.until("/burst.txt", http.StatusNotFound, "<html")
}

// inUse is what the program holds on to, in bytes. The spans that the collector
// keeps around it (HeapInuse) come and go by a quarter from one look to the next.
func inUse() uint64 {
	for range 2 {
		runtime.GC()
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

func (w *editor) report(when string) {
	sorted := slices.SortedFunc(slices.Values(w.took), cmp.Compare)
	at := func(part float64) time.Duration {
		return sorted[int(part*float64(len(sorted)-1))].Round(time.Millisecond / 10)
	}
	w.Logf("%s: %d saves, %d broken ones shown, save to page: median %s, 99 %% within %s, slowest %s; %d goroutines",
		when, w.n, w.failed, at(0.5), at(0.99), at(1), runtime.NumGoroutine())
}

var reloadScript = regexp.MustCompile(`<script defer src="/_dossier/reload\.js[^>]*></script>`)

// same compares every address with a build that remembers nothing.
func (w *editor) same() {
	w.Helper()
	w.save(saves[0].do)
	clean, err := build.Run(build.Options{
		Root: w.root, Today: w.o.Today, BaseURL: w.origin() + "/", Drafts: true, Future: true, NoIndex: true, NoCache: true,
	})
	w.must(err)
	if clean.Failed {
		w.Fatalf("the site has errors: %v", clean.Diags)
	}
	for _, f := range clean.Files {
		status, _, body := w.get("/" + strings.TrimSuffix(f.Path, "index.html"))
		if body = reloadScript.ReplaceAllString(body, ""); status != 200 || body != string(f.Data) {
			w.Errorf("%s: %d, %d bytes served, %d built", f.Path, status, len(body), len(f.Data))
		}
	}
	if served := len(w.state.Load().files); served != len(clean.Files) {
		w.Errorf("%d files served, %d built", served, len(clean.Files))
	}
}
