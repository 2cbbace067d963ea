package check_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/internal/check"
	"dossier/internal/diag"
)

func at(page, key string, args ...any) diag.Diagnostic {
	return diag.At(diag.Pos{File: page}, key, args...)
}

func TestAFaultIsToldOnceForAllPages(t *testing.T) {
	diags := []diag.Diagnostic{
		at("b.html", "broken-link.output", "/x/"),
		at("a.html", "broken-link.output", "/x/"),
		at("a.html", "broken-link.output", "/x/"),
		at("c.html", "broken-link.output", "/x/"),
		at("c.html", "broken-link.output", "/y/"),
		at("b.html", "hreflang.return", "en", "en/b.html"),
		at("c.html", "hreflang.return", "en", "en/c.html"),
		at("c.html", "hreflang.return", "it", "it/c.html"),
		at("own.html", "page-language"),
	}
	source := func(page string, _ bool) string {
		if page == "own.html" {
			return page
		}
		return "content/" + page + ".md"
	}
	var got []string
	for _, d := range check.Fold(diags, source) {
		line := fmt.Sprintf("%s %s %v", d.Pos.File, d.Message.Key, d.Message.Args)
		for _, r := range d.Related {
			line += fmt.Sprintf(": %s %s", r.Pos.File, r.Message.In(diag.English))
		}
		got = append(got, line)
	}
	want := []string{
		"content/a.html.md broken-link.output [/x/]: a.html on this page and on 2 more pages",
		"content/b.html.md hreflang.return [en en/b.html]: b.html on this page and on one more",
		"content/c.html.md broken-link.output [/y/]: c.html on this page",
		"content/c.html.md hreflang.return [it it/c.html]: c.html on this page",
		"own.html page-language []",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestWhatIsAboutWordsPointsAtThem(t *testing.T) {
	source := func(_ string, words bool) string {
		if words {
			return "content/a.md"
		}
		return "themes/civic/layouts/text.html"
	}
	for key, want := range map[string]string{"page-structure.same-title": "content/a.md", "page-structure.title": "themes/civic/layouts/text.html"} {
		if got := check.Fold([]diag.Diagnostic{at("a.html", key, "x", "y")}, source)[0].Pos.File; got != want {
			t.Errorf("%s points at %s, want %s", key, got, want)
		}
	}
}

func TestEveryFindingHasARemedy(t *testing.T) {
	pages := site(`<h1 id="top">Title</h1>`, `<h2 id="top"></h2><h4 style="">x</h4><a href="/nowhere/" target="_blank"></a><img src="//x.example/">`)
	delete(pages, "assets/b.svg")
	diags := check.Independent(pages, "/sub/")
	if len(diags) < 8 {
		t.Fatalf("only %v", found(diags))
	}
	for _, d := range diags {
		if d.Hint.In(diag.English) == "" || d.Hint.In(diag.Italian) == "" {
			t.Errorf("%s has no remedy", d.Message.Key)
		}
	}
}

func TestGroupsAreChosen(t *testing.T) {
	diags := []diag.Diagnostic{at("a", "vague-link", "x"), at("b", "no-funding", "x"), at("c", "untranslated", "x", "y"), at("d", "event-over", "x", "y")}
	for name, c := range map[string]struct {
		only []string
		want []string
	}{
		"all":       {nil, []string{"a vague-link", "b no-funding", "c untranslated", "d event-over"}},
		"one":       {[]string{"accessibility"}, []string{"a vague-link", "b no-funding"}}, // errors stay
		"two":       {[]string{"accessibility", "languages"}, []string{"a vague-link", "b no-funding", "c untranslated"}},
		"no member": {[]string{"documents"}, []string{"b no-funding"}},
	} {
		if diff := cmp.Diff(c.want, found(check.Only(c.only, append([]diag.Diagnostic{}, diags...)))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestGroupsHoldDiagnosticsThatExist(t *testing.T) {
	known := map[string]bool{}
	for _, id := range diag.IDs() {
		known[id] = true
	}
	for _, group := range check.Groups() {
		ids := check.Members(group)
		if len(ids) == 0 {
			t.Errorf("group %s is empty", group)
		}
		for _, id := range ids {
			if !known[id] {
				t.Errorf("group %s: there is no diagnostic %q", group, id)
			}
		}
	}
}
