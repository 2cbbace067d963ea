package serve

import (
	"net/url"
	"strings"
	"testing"
)

func TestTheBarSaysWhereAPageComesFrom(t *testing.T) {
	w := edit(t, func(w writer) {
		w.replace("content/projects/bridge.md", "acronym:", "draft: true\nacronym:")
		w.replace(pageFile, "Le due rive", "## \n\nLe due rive")
	})
	bar := w.next(w.stream(pagePath), "bar")
	for _, text := range []string{
		`badge draft">Draft<`, ">content/projects/bridge.it.md:1</a>", "/_dossier/source?", `href="/_pair` + pagePath + `"`,
		`href="/_dossier/pages"`, `href="/_dossier/problems">1 warning<`, "<button", ">content/partners/comune.md</a>",
	} {
		if !strings.Contains(bar, text) {
			t.Errorf("the bar has no %s:\n%s", text, bar)
		}
	}
	for _, path := range []string{problemsPath, "/_pair" + pagePath} {
		u, err := url.Parse(path)
		w.must(err)
		if bar := w.bar(w.state.Load(), u); bar != "" {
			t.Errorf("%s has a bar", path)
		}
	}
}

func TestTheBarFollowsTheProblems(t *testing.T) {
	w := edit(t, nil)
	told := w.stream(pagePath + "?dossier=last-good")
	if bar := w.next(told, "bar"); strings.Contains(bar, problemsPath) || strings.Contains(bar, "Last good page") {
		t.Errorf("a good site has problems:\n%s", bar)
	}
	w.replace(pageFile, "summary:", "sumary:")
	if bar := w.next(told, "bar"); !strings.Contains(bar, problemsPath) || !strings.Contains(bar, "Last good page") {
		t.Errorf("the bar over errors:\n%s", bar)
	}
}
