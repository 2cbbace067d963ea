package serve

import (
	"os"
	"strings"
	"testing"
)

func TestAPageIsShownInAllItsLanguages(t *testing.T) {
	w := edit(t, nil)
	for _, address := range []string{pagePath, "/en/projects/bridge/"} {
		_, header, page := w.get("/_pair" + address)
		for _, text := range []string{
			`<iframe src="/it/progetti/ponte/" title="Ponte: it">`, `<iframe src="/en/projects/bridge/" title="Bridge: en">`,
			`<h2 lang="it">Italiano</h2>`, ">content/projects/bridge.en.md:1</a>", "badge published",
		} {
			if !strings.Contains(page, text) {
				t.Errorf("%s has no %s:\n%s", address, text, page)
			}
		}
		if csp := header.Get("Content-Security-Policy"); !strings.Contains(csp, "frame-src 'self'") || !strings.Contains(csp, "frame-ancestors 'none'") {
			t.Errorf("policy: %s", csp)
		}
	}
	if _, header, _ := w.get(pagePath); header.Get("Content-Security-Policy") != "frame-ancestors 'self'" {
		t.Errorf("a page in a frame: %v", header)
	}
}

func TestLanguagesThatLackThePageSaySo(t *testing.T) {
	const address = "/it/eventi/2025/inaugurazione/"
	w := edit(t, func(w writer) { w.must(os.Remove(w.file("content/events/opening.en.md"))) })
	_, _, page := w.get("/_pair" + address)
	if strings.Count(page, "<iframe") != 1 || !strings.Contains(page, `badge missing">Missing<`) || !strings.Contains(page, `<a href="/en/events/">`) {
		t.Errorf("under the policy link:\n%s", page)
	}
	w.replace("content/events/opening.md", "kind:", "missing: notice\nkind:")
	w.soon("/_pair"+address, 200, `<iframe src="/en/`)
	_, _, page = w.get("/_pair" + address)
	if strings.Count(page, "<iframe") != 2 || !strings.Contains(page, `badge fallback">Untranslated: shown in it<`) {
		t.Errorf("under the policy notice:\n%s", page)
	}
}

func TestPairsOfOtherAddresses(t *testing.T) {
	w := edit(t, func(w writer) { w.replace("site.toml", "example.org/", "example.org/sub/") })
	tests := []struct {
		path     string
		status   int
		location string
		frames   int
	}{
		{"/_pair/sub" + pagePath, 200, "", 2},
		{"/_pair/sub/it/progetti/ponte", 302, "/_pair/sub/it/progetti/ponte/", 0},
		{"/_pair/", 302, "/_pair/sub/", 0},
		{"/_pair/sub/", 200, "", 1}, // the choice of a language is of none
		{"/_pair" + pagePath, 404, "", 0},
		{"/_pair/sub/table.csv", 404, "", 0},
	}
	for _, test := range tests {
		status, header, page := w.get(test.path)
		if status != test.status || header.Get("Location") != test.location || strings.Count(page, "<iframe") != test.frames {
			t.Errorf("%s: %d to %q\n%s", test.path, status, header.Get("Location"), page)
		}
	}
}

func TestThePairViewIsCoveredByErrors(t *testing.T) {
	w := edit(t, nil)
	w.replace(pageFile, "summary:", "sumary:")
	w.soon("/_pair"+pagePath, 200, errorPage)
	_, _, page := w.get("/_pair" + pagePath + "?dossier=last-good")
	if !strings.Contains(page, `<iframe src="/it/progetti/ponte/?dossier=last-good"`) {
		t.Errorf("the last good pages cannot be compared:\n%s", page)
	}
}
