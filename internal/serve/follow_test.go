package serve

import (
	"context"
	"errors"
	"os"
	"strings"
	"testing"
	"time"

	"dossier/internal/build"
	"dossier/internal/diag"
	"dossier/internal/i18n"
)

func TestASaveIsSeen(t *testing.T) {
	w := edit(t, nil)
	w.replace(pageFile, "si parlano", "si ascoltano")
	w.soon(pagePath, 200, "Le due rive si ascoltano.")
	w.replace("static/table.csv", "1,2", "3,4")
	w.soon("/table.csv", 200, "3,4")
	w.must(os.WriteFile(w.file("content/new.tmp"), nil, 0o644))
	w.must(os.Rename(w.file(pageFile), w.file(pageFile)+"~"))
	w.must(os.Rename(w.file(pageFile)+"~", w.file(pageFile)))
	w.replace(pageFile, "si ascoltano", "si cercano")
	w.soon(pagePath, 200, "Le due rive si cercano.")
}

// The text of a project is on its page and in its dossier.
func TestOnlyWhatChangedIsRendered(t *testing.T) {
	w := edit(t, nil)
	if first := <-w.builds; len(first.Result.Rendered) < 50 || first.Changed < 50 {
		t.Errorf("the first build rendered %d, changed %d", len(first.Result.Rendered), first.Changed)
	}
	w.replace(pageFile, "si parlano", "si ascoltano")
	select {
	case b := <-w.builds:
		if len(b.Result.Rendered) != 2 || b.Changed != 2 || b.Removed != 0 || b.Failed {
			t.Errorf("rendered %v, changed %d, removed %d, failed %v", b.Result.Rendered, b.Changed, b.Removed, b.Failed)
		}
	case <-time.After(slow):
		t.Error("no build")
	}
}

func TestADeletedPageIsGone(t *testing.T) {
	w := edit(t, nil)
	for _, lang := range []string{"", ".it", ".en"} {
		w.must(os.Remove(w.file("content/events/opening" + lang + ".md")))
	}
	w.soon("/it/eventi/2025/inaugurazione/", 404, "<html")
}

func TestAnAddressThatWouldVanishIsToldButDoesNotHideThePages(t *testing.T) {
	w := edit(t, nil)
	<-w.builds
	w.must(os.WriteFile(w.file("urls.lock"), []byte("/it/mai/ live content/pages/mai.it.md\n<nonsense>\n"), 0o644))
	for _, want := range []string{"bad-ledger", "vanished-address"} {
		select {
		case b := <-w.builds:
			if ds := b.Result.Diags; b.Failed || len(ds) != 1 || ds[0].ID != want || ds[0].Severity != diag.Warning {
				t.Errorf("failed %v, told %v", b.Failed, ds)
			}
		case <-time.After(slow):
			t.Fatal("no build")
		}
		w.must(os.WriteFile(w.file("urls.lock"), []byte("/it/mai/ live content/pages/mai.it.md\n"), 0o644))
	}
	w.soon(pagePath, 200, "<html")
}

func TestErrorsCoverTheLastGoodPagesUntilTheyAreMended(t *testing.T) {
	w := edit(t, nil)
	w.replace(pageFile, "summary:", "sumary<b>:")
	w.soon(pagePath, 200, errorPage)
	_, header, page := w.get(pagePath)
	for _, text := range []string{">content/projects/bridge.it.md:3</a>", "<mark>sumary&lt;b&gt;</mark>", pagePath + "?dossier=last-good", "Show the last good page"} {
		if !strings.Contains(page, text) {
			t.Errorf("the error page has no %q:\n%s", text, page)
		}
	}
	if csp := header.Get("Content-Security-Policy"); !strings.Contains(csp, "script-src 'self'") || strings.Contains(csp, "unsafe") {
		t.Errorf("policy: %s", csp)
	}
	if _, _, page := w.get("/it/nowhere/"); !strings.Contains(page, errorPage) {
		t.Error("an address without a page is not covered")
	}
	if _, _, page := w.get(pagePath + "?dossier=last-good"); !strings.Contains(page, "Le due rive si parlano.") || !strings.Contains(page, reloadPath) {
		t.Error("the last good page cannot be seen")
	}
	if status, _, _ := w.get("/table.csv"); status != 200 {
		t.Errorf("a file of the last good site: %d", status)
	}
	w.replace(pageFile, "sumary<b>:", "summary:")
	w.soon(pagePath, 200, "Le due rive si parlano.")
}

func TestASiteThatNeverBuiltShowsItsErrors(t *testing.T) {
	w := edit(t, func(w writer) { w.replace("site.toml", "[site]", "[site") })
	status, _, page := w.get("/")
	if status != 200 || !strings.Contains(page, errorPage) || !strings.Contains(page, "site.toml:1</a>") || strings.Contains(page, lastGood) {
		t.Errorf("%d:\n%s", status, page)
	}
	if _, _, page := w.get("/?dossier=last-good"); !strings.Contains(page, errorPage) {
		t.Error("a last good page was made up")
	}
	w.replace("site.toml", "[site", "[site]")
	w.soon("/it/", 200, "Sito piccolo")
}

func TestContentMayVanishAndComeBack(t *testing.T) {
	w := edit(t, nil)
	w.must(os.Rename(w.file("content"), w.file("aside")))
	w.soon(pagePath, 200, errorPage)
	w.must(os.Rename(w.file("aside"), w.file("content")))
	w.soon(pagePath, 200, "Le due rive si parlano.")
	w.replace(pageFile, "si parlano", "si ascoltano")
	w.soon(pagePath, 200, "Le due rive si ascoltano.")
}

func TestDefectsAreShownNotDiedOf(t *testing.T) {
	tests := []struct {
		name string
		run  func(build.Options) (*build.Result, error)
		text string
	}{
		{"a panic", func(build.Options) (*build.Result, error) { panic("one too many") }, "one too many"},
		{"an error", func(build.Options) (*build.Result, error) { return nil, errors.New("no such luck") }, "no such luck"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			w := writer{T: t, root: t.TempDir(), builds: make(chan Build, 64)}
			w.must(os.CopyFS(w.root, os.DirFS("testdata/tiny")))
			w = w.serve(test.run)
			w.must(os.WriteFile(w.file("static/new.txt"), []byte(test.name), 0o644))
			w.soon(pagePath, 200, test.text)
			if _, _, page := w.get(pagePath); !strings.Contains(page, errorPage) {
				t.Errorf("not on the error page:\n%s", page)
			}
		})
	}
}

// An editor that empties a file before it writes it causes no error page.
func TestAFileMetHalfWrittenIsLookedAtAgain(t *testing.T) {
	w := edit(t, nil)
	text, err := os.ReadFile(w.file(pageFile))
	w.must(err)
	<-w.builds
	late := false
	for i := range 5 {
		emptied := time.Now()
		w.must(os.WriteFile(w.file(pageFile), nil, 0o644))
		time.Sleep(time.Duration(10+10*i) * time.Millisecond)
		word := "parola" + string(rune('a'+i))
		w.must(os.WriteFile(w.file(pageFile), append(text, word+"\n"...), 0o644))
		late = late || time.Since(emptied) > settle*4/5
		w.soon(pagePath, 200, word)
	}
	for len(w.builds) > 0 {
		if b := <-w.builds; b.Failed && !late { // a machine too busy for this test is not at fault
			t.Errorf("an error was shown: %v", b.Result.Diags)
		}
	}
}

func TestTheSiteIsBuiltAgainWhenTheDayEnds(t *testing.T) {
	t.Parallel()
	root := t.TempDir()
	w := writer{T: t, root: root}
	w.must(os.CopyFS(root, os.DirFS("testdata/tiny")))
	s, err := New(Options{Root: root, Lang: diag.English})
	w.must(err)
	defer s.listener.Close()
	defer s.watcher.Close()
	at := func(text string) {
		now, err := time.Parse(time.RFC3339, text)
		w.must(err)
		s.now = func() time.Time { return now }
	}
	at("2025-05-31T21:59:00Z") // one minute to midnight in Rome
	if !s.newDay() {
		t.Fatal("another day than that of the first build is none")
	}
	before := s.rebuild(context.Background(), nil)
	at("2025-05-31T21:59:59Z")
	if s.newDay() {
		t.Error("the day began before midnight")
	}
	at("2025-05-31T22:00:01Z")
	if !s.newDay() {
		t.Error("midnight in the site's zone begins no day")
	}
	after := s.rebuild(context.Background(), nil)
	if got := after.Result.Site.Today.String(); got != "2025-06-01" || before.Result.Site.Today.String() != "2025-05-31" {
		t.Errorf("built for %s", got)
	}
	s.o.Today = i18n.Date{Year: 2025, Month: 6, Day: 1}
	at("2025-07-01T00:00:00Z")
	if s.newDay() {
		t.Error("a day that was asked for ended")
	}
}

func TestChangesAreFoundWithoutBeingTold(t *testing.T) {
	t.Parallel()
	w := writer{T: t, root: t.TempDir(), builds: make(chan Build, 64)}
	w.must(os.CopyFS(w.root, os.DirFS("testdata/tiny")))
	s, err := New(Options{Root: w.root, Poll: true, Today: i18n.Date{Year: 2025, Month: 5, Day: 1}})
	w.must(err)
	w.Server = s
	w.start()
	w.replace(pageFile, "si parlano", "si ascoltano")
	w.soon(pagePath, 200, "Le due rive si ascoltano.")
}
