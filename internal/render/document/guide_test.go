package document_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/internal/markdown"
	"dossier/internal/render/document"
	"dossier/internal/view"
)

// page is text that fills most of a page.
var page = strings.Repeat("Una frase che riempie la pagina e parla di congedi, di orari e di servizi. ", 36)

func guide() *view.GuidePaper {
	v := &view.GuidePaper{
		Paper: paper("Guida ai congedi"), Kind: "Guida", Edition: "seconda edizione",
		Facts: []view.Fact{{Label: "Edizione", Values: []view.FactValue{{Text: "2026", URL: "https://example.org/edizioni/"}}}},
		Body: view.Body{
			Source: "Vai al [papà](#x), alla [mappa](#y) e al [sito](https://example.org/altro).\n", Lang: "it-IT",
			Resolved: markdown.Resolved{Links: []markdown.Target{{URL: "#padre-quando"}, {URL: "#mappa"}, {}}, Prefix: "guide-"},
		},
	}
	chapter := func(id, title, lang, source string, r markdown.Resolved) {
		r.BaseLevel, r.Prefix = 1, id+"-"
		v.Chapters = append(v.Chapters, view.WholeChapter{
			ID: id, Number: len(v.Chapters) + 1, Title: title, Lang: lang, Body: view.Body{Source: source, Lang: "it-IT", Resolved: r},
		})
	}
	chapter("madre", "La madre", "", "Primo blocco.\n\n"+strings.Repeat(page+"\n\n", 3), markdown.Resolved{})
	chapter("padre", "Der Vater", "de", "## Quando\n\nDopo la nascita[^1] e ancora[^1].\n\n### Come\n\nA giorni.\n\n[^1]: Nota a piè di pagina.\n",
		markdown.Resolved{HeadingIDs: []string{"padre-quando", "padre-come"}})
	return v
}

// within is a guide whose introduction is one text.
func within(source string, r markdown.Resolved) *view.GuidePaper {
	v := guide()
	v.Chapters = nil
	v.Body = view.Body{Source: source, Lang: "it-IT", Resolved: r}
	return v
}

func TestAGuideIsABook(t *testing.T) {
	got := set(t, means(t, nil), guide())
	want := []string{"# Guida ai congedi", "## La madre", "## Der Vater", "### Quando", "#### Come", "## Colophon", "### Finanziamento"}
	if diff := cmp.Diff(want, got.headings()); diff != "" {
		t.Error(diff)
	}
	got.says(t,
		"Finanziato dall’Unione europea", "Guida – seconda edizione", "Guida ai congedi", "Diritti per chi lavora.", "Comune di Prova", "example.org/it/prova",
		"Indice", "La madre 3", "Der Vater 5", "Vai al papà", "Capitolo 1", "La madre", "Primo blocco.", "Capitolo 2", "Der Vater", "Quando", "Dopo la nascita",
		"Come", "A giorni.", "Colophon", "Edizione\n2026", "Licenza\nRiutilizzabile con CC BY 4.0.", "Finanziamento", "Le opinioni sono degli autori.", "Sul web",
	)
	got.tagged(t, "TOC", "TOCI", "H2", `Lang="de"`, "Der Vater", "H3", "Quando", "Note", "Nota a piè di pagina.")
	if got.Notes != 1 {
		t.Errorf("%d notes for one that is marked twice", got.Notes)
	}
	begins := map[int]bool{}
	for _, h := range got.HeadingsAt {
		if h.Level == 2 && begins[h.Page] {
			t.Errorf("%s begins on page %d with another chapter", h.Text, h.Page)
		}
		begins[h.Page] = true
	}
	if last := got.HeadingsAt[len(got.HeadingsAt)-1]; last.Page != got.Pages {
		t.Errorf("the colophon is on page %d of %d", last.Page, got.Pages)
	}
}

func TestLinksOfAGuideStayInside(t *testing.T) {
	got := set(t, means(t, nil), guide())
	want := []string{
		"https://example.org/altro", "https://example.org/edizioni/", "https://example.org/it/prova/",
		"https://example.org/it/prova/#mappa", // the document has no such place
	}
	if diff := cmp.Diff(want, got.addresses()); diff != "" {
		t.Error(diff)
	}
	v := guide()
	v.Body.Source = "Vai al papà."
	if with, without := got.inner(), set(t, means(t, nil), v); with != without.inner()+1 {
		t.Errorf("%d links inside, %d without that to a chapter", with, without.inner())
	}
}

func TestBreaksAreThoseOfThePages(t *testing.T) {
	data, got, err := document.Guide(means(t, nil), guide())
	if err != nil {
		t.Fatal(err)
	}
	report := read(t, data)
	if got.Pages != report.Pages {
		t.Errorf("%d pages, the file has %d", got.Pages, report.Pages)
	}
	begins := map[string]int{}
	for _, h := range report.HeadingsAt {
		begins[h.Text] = h.Page
	}
	var ids []string
	for _, p := range got.Parts {
		ids = append(ids, p.ID)
		if len(p.Blocks) == 0 || !slices.IsSorted(p.Blocks) || p.Blocks[0] < p.First {
			t.Errorf("%s begins on page %d, its blocks on %v", p.ID, p.First, p.Blocks)
		}
	}
	if diff := cmp.Diff([]string{"guide", "madre", "padre"}, ids); diff != "" {
		t.Error(diff)
	}
	mother, father := got.Parts[1], got.Parts[2]
	if mother.First != begins["La madre"] || father.First != begins["Der Vater"] || father.Blocks[0] != begins["Quando"] {
		t.Errorf("%+v, headings %v", got.Parts, begins)
	}
	if len(mother.Blocks) != 4 || mother.Blocks[3] < mother.First+1 {
		t.Errorf("three pages of text begin on %v", mother.Blocks)
	}
}

func TestAGuideWithoutIntroductionOrEdition(t *testing.T) {
	v := guide()
	v.Body, v.Edition, v.Paper.Author, v.Paper.Licence, v.Paper.Funding = view.Body{}, "", "", "", nil
	data, got, err := document.Guide(means(t, nil), v)
	if err != nil {
		t.Fatal(err)
	}
	if got.Parts[0].ID != "madre" {
		t.Errorf("parts %+v", got.Parts)
	}
	report := read(t, data)
	if text := report.Text(); !strings.HasPrefix(text, "Guida\nGuida ai congedi\n") || strings.Contains(text, "Licenza") || strings.Contains(text, "Finanziamento") {
		t.Errorf("says\n%.100s", text)
	}
}

func TestEveryKindOfTextIsTaggedAsWhatItIs(t *testing.T) {
	labels := markdown.Labels{Note: "Nota", Tip: "Consiglio", Important: "Importante", Warning: "Attenzione", Caution: "Cautela"}
	for name, c := range map[string]struct {
		source string
		says   []string
		tagged []string
	}{
		"notice":          {"> [!TIP]\n> Chiedi.\n", []string{"Consiglio\nChiedi."}, nil},
		"warning":         {"> [!WARNING]\n> Attento.\n", []string{"Attenzione\nAttento."}, nil},
		"numbered list":   {"3. tre\n4. quattro\n", []string{"3.\ntre", "4.\nquattro"}, []string{"L ListNumbering=Decimal", "LI", "Lbl", `"3."`, "LBody"}},
		"list in a list":  {"- uno\n  - due\n", []string{"uno", "due"}, []string{"L ListNumbering=Disc", "LBody", "L ListNumbering="}},
		"quotation":       {"> Parole altrui.\n", []string{"Parole altrui."}, []string{"BlockQuote", "P", "Parole altrui."}},
		"code":            {"```\nuna riga\n```\n", []string{"una riga"}, []string{"Code", "una riga"}},
		"rule":            {"Prima\n\n---\n\nDopo\n", []string{"Prima\nDopo"}, nil},
		"definitions":     {"madre\ngenitrice\n: la prima\n: detta anche mamma\n\npadre\n: il secondo\n", []string{"madre, genitrice\nla prima", "detta anche mamma", "padre\nil secondo"}, []string{"L ListNumbering=None", "LI", "LBody"}},
		"table":           {"| Chi | Giorni |\n|:-:|--:|\n| padre | 10 |\n", []string{"Chi", "Giorni", "padre", "10"}, []string{"Table", "TR", "TH Scope=Column", "Chi", "TR", "TD", "padre"}},
		"looks":           {"Un **forte**, un *lieve*, un `codice`, e  \na capo.\n", []string{"Un forte, un lieve, un codice, e", "a capo."}, []string{"Code", "codice"}},
		"notes in a note": {"Uno[^a] due[^b].\n\n[^a]: Prima nota.\n[^b]: Seconda nota.\n", []string{"Prima nota.", "Seconda nota."}, []string{"Note", "Lbl", "Note"}},
	} {
		t.Run(name, func(t *testing.T) {
			got := set(t, means(t, nil), within(c.source, markdown.Resolved{Labels: labels}))
			got.says(t, c.says...)
			got.tagged(t, c.tagged...)
		})
	}
}

func TestColumnsOfATableAreAligned(t *testing.T) {
	const table = "| Chi | Giorni |\n|---|:-|\n| padre | 10 |\n"
	left := set(t, means(t, nil), within(table, markdown.Resolved{}))
	for _, mark := range []string{":-:", "-:"} {
		other := set(t, means(t, nil), within(strings.Replace(table, ":-", mark, 1), markdown.Resolved{}))
		if other.inside == left.inside || other.Text() != left.Text() {
			t.Errorf("a column marked %s stands where one on the left does, or says something else", mark)
		}
	}
}

func TestALinkInSeveralPiecesIsOneLink(t *testing.T) {
	links := func(source string) int {
		got := set(t, means(t, nil), within(source, markdown.Resolved{}))
		return got.Links
	}
	if with, without := links("Vai [al **sito** qui](https://example.org/a)."), links("Vai al sito qui."); with != without+1 {
		t.Errorf("%d links, %d without", with, without)
	}
}

func TestACoverMayHaveAPicture(t *testing.T) {
	v := guide()
	v.Image = &view.Image{URL: "/files/linee.svg", Alt: "Tre linee", Credit: "Foto di Prova"}
	v.Paper.Pictures = []view.PaperPicture{{URL: "/files/linee.svg", Picture: view.Picture{Source: "linee.svg", Format: "svg"}}}
	got := set(t, means(t, pictures), v)
	got.tagged(t, "H1", `Figure Alt="Tre linee"`, "Caption", "Foto di Prova", "TOC")
}

func TestPagesAreNumbered(t *testing.T) {
	got := set(t, means(t, nil), guide())
	for n := 1; n <= got.Pages; n++ {
		if label := fmt.Sprintf("pagina %d di %d", n, got.Pages); strings.Contains(got.Text(), label) {
			t.Errorf("%q is read aloud", label)
		}
	}
	if n := strings.Count(got.inside, "/Artifact<</Type/Pagination>>BDC"); n < got.Pages {
		t.Errorf("%d running heads and feet on %d pages", n, got.Pages)
	}
}
