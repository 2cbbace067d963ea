package serve

import (
	"os"
	"strings"
	"testing"
)

// rowOf is the row of the page at an address in the list of pages.
func (w writer) rowOf(list, address string) string {
	w.Helper()
	for _, row := range strings.Split(list, "<tr>") {
		if strings.Contains(row, `<th scope="row"><a href="`+address+`"`) {
			return row
		}
	}
	w.Fatalf("no row of %s:\n%s", address, list)
	return ""
}

func TestTheListSaysTheStateOfEveryPage(t *testing.T) {
	const eventPath = "/it/eventi/2025/inaugurazione/"
	tests := []struct {
		name    string
		change  func(w writer)
		address string
		has     []string
		hasNot  []string
	}{
		{
			"published", nil, pagePath,
			[]string{"badge published", ">Ponte</a>", ">content/projects/bridge.it.md:1</a>", `href="/_pair` + pagePath + `"`},
			[]string{"badge draft", "badge future", "badge missing", "badge warning"},
		},
		{
			"a draft", func(w writer) { w.replace("content/projects/bridge.md", "acronym:", "draft: true\nacronym:") }, pagePath,
			[]string{`badge draft">Draft<`},
			[]string{"badge published", "badge future"},
		},
		{
			"still to come", func(w writer) { w.replace("content/events/opening.md", "kind:", "publish: 2025-05-20\nkind:") }, eventPath,
			[]string{`badge future">Scheduled from 2025-05-20<`},
			[]string{"badge published", "badge draft"},
		},
		{
			"not translated", func(w writer) { w.must(os.Remove(w.file("content/events/opening.en.md"))) }, eventPath,
			[]string{"badge published", `badge missing">Not in en<`},
			nil,
		},
		{
			"shown in the original language", func(w writer) {
				w.must(os.Remove(w.file("content/events/opening.en.md")))
				w.replace("content/events/opening.md", "kind:", "missing: notice\nkind:")
			}, "/en/events/2025/inaugurazione/",
			[]string{`badge fallback">Untranslated: shown in it<`, ">content/events/opening.it.md:1</a>"},
			[]string{"badge missing"},
		},
		{
			"with a warning", func(w writer) { w.replace(pageFile, "Le due rive", "## \n\nLe due rive") }, pagePath,
			[]string{`badge warning">1 warning<`},
			nil,
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			w := edit(t, test.change)
			_, _, list := w.get(pagesPath)
			row := w.rowOf(list, test.address)
			for _, text := range test.has {
				if !strings.Contains(row, text) {
					t.Errorf("no %s:\n%s", text, row)
				}
			}
			for _, text := range test.hasNot {
				if strings.Contains(row, text) {
					t.Errorf("%s:\n%s", text, row)
				}
			}
		})
	}
}

func TestTheListHasEveryPage(t *testing.T) {
	w := edit(t, nil)
	_, _, list := w.get(pagesPath)
	for _, f := range w.state.Load().files {
		if address, isIndex := strings.CutSuffix(f.Path, "index.html"); isIndex {
			w.rowOf(list, "/"+address)
		}
	}
}

func TestTheListIsFilteredWithoutAScript(t *testing.T) {
	w := edit(t, nil)
	_, _, list := w.get(pagesPath + "?q=PONTE+it")
	w.rowOf(list, pagePath)
	if strings.Contains(list, `href="/it/partner/"`) {
		t.Error("pages without the words are listed")
	}
	_, _, list = w.get(pagesPath + "?q=nothing-like-it")
	if strings.Contains(list, "<tr>") || strings.Contains(list, `id="none" hidden`) {
		t.Errorf("nothing was to be found:\n%s", list)
	}
}
