package document_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/internal/markdown"
	"dossier/internal/view"
)

func kit() *view.KitPaper {
	first := sheetPart()
	first.Body.Resolved = markdown.Resolved{BaseLevel: 2, Prefix: "congedo-", HeadingIDs: []string{"congedo-che", "congedo-chi"}}
	second := sheetPart()
	second.Body.Resolved = markdown.Resolved{BaseLevel: 2, Prefix: "nido-", HeadingIDs: []string{"nido-che", "nido-chi"}}
	second.ID, second.Title, second.TitleLang = "nido", "Kita", "de"
	second.Contacts, second.Legal = nil, nil
	second.URL, second.Address = "https://example.org/it/kit/nido/", "example.org/it/kit/nido"
	third := second
	third.ID, third.Title, third.TitleLang = "bonus", "Bonus nido", ""
	return &view.KitPaper{
		Paper: paper("Kit per genitori"), Kind: "Kit", Count: "3 schede",
		Body: view.Body{Source: "Come si usa il kit.\n", Lang: "it-IT"},
		Areas: []view.PaperArea{
			{ID: "diritti", Label: "Diritti", Sheets: []view.PaperSheet{first, second}},
			{ID: "incentivi", Label: "Incentivi", Sheets: []view.PaperSheet{third}},
		},
		Elsewhere: []view.Link{{Label: "Elternunterhalt", URL: "https://example.org/de/blatt/", Lang: "de", Note: "in tedesco"}, {Label: "Solo qui"}},
		Platform:  &view.Platform{Name: "Portale famiglia", URL: "https://example.org/portale/", Access: "Sign in with your card.", Lang: "en"},
	}
}

func TestAKitHasItsSheetsByArea(t *testing.T) {
	got := set(t, means(t, nil), kit())
	part := func(title string) []string { return []string{"### " + title, "#### Che cos’è", "#### A chi spetta"} }
	want := []string{"# Kit per genitori", "## Diritti"}
	want = append(append(want, part("Congedo di paternità")...), "#### A chi rivolgersi", "#### Norme")
	want = append(append(want, part("Kita")...), "## Incentivi")
	want = append(append(want, part("Bonus nido")...), "## In altre lingue", "## Colophon", "### Finanziamento")
	if diff := cmp.Diff(want, got.headings()); diff != "" {
		t.Error(diff)
	}
	got.says(t,
		"Finanziato dall’Unione europea", "Kit – 3 schede", "Kit per genitori", "Indice", "Come si usa il kit.", "Diritti", "Congedo di paternità", "Dieci giorni",
		"Territorio\nTutto il Paese", "Un congedo.", "Sportello famiglia", "example.org/it/kit/congedo", "Kita", "example.org/it/kit/nido", "Incentivi", "Bonus nido",
		"In altre lingue", "Elternunterhalt (in tedesco)", "Solo qui", "Aggiornato il\n22 novembre 2026", "Piattaforma\nPortale famiglia\nSign in with your card.", "Licenza",
		"Le opinioni sono degli autori.",
	)
	got.tagged(t, "TOC", "Kita", "H2", "H3", "H3", `Lang="de"`, "Kita", `Lang="de"`, "Elternunterhalt", `Lang="en"`, "Sign in")
	got.leads(t, "https://example.org/de/blatt/", "https://example.org/portale/", "https://example.org/it/kit/nido/", "tel:+39061234", "https://example.org/it/prova/")
	begins := map[int]bool{}
	for _, h := range got.HeadingsAt {
		if h.Level == 3 && h.Text != "Finanziamento" {
			if begins[h.Page] {
				t.Errorf("%s begins on page %d with another sheet", h.Text, h.Page)
			}
			begins[h.Page] = true
		}
	}
}

func TestAKitMayBePlain(t *testing.T) {
	v := kit()
	v.Body, v.Elsewhere, v.Platform, v.Paper.Updated = view.Body{}, nil, nil, view.Time{}
	got := set(t, means(t, nil), v)
	for _, label := range []string{"In altre lingue", "Piattaforma", "Aggiornato il"} {
		if strings.Contains(got.Text(), label) {
			t.Errorf("%s, of a kit that has none", label)
		}
	}
	if last := got.HeadingsAt[len(got.HeadingsAt)-1]; last.Page != got.Pages {
		t.Errorf("the colophon is on page %d of %d", last.Page, got.Pages)
	}
}
