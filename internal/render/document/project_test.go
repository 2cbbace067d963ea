package document_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/internal/view"
)

func project() *view.ProjectPaper {
	return &view.ProjectPaper{
		Paper: paper("Genitori al lavoro"), Acronym: "MASP", Status: view.Status{Code: "running", Label: "in corso"},
		Tagline: "Parents at work", TaglineLang: "en", Facts: facts("Durata", "24 mesi", "Bilancio", "1,2 milioni"),
		Body:  view.Body{Source: "## Perché\n\nPer chi lavora.\n", Lang: "it-IT"},
		Lines: []view.Line{{ID: "a", Title: "Orari", Objective: "Orari che cambiano."}, {ID: "b", Title: "Care", Objective: "More care.", Lang: "en"}},
		Goals: []view.Goal{{Number: 5, Name: "Parità di genere"}},
		Timeline: []view.Moment{
			{Kind: "start", KindLabel: "Inizio", When: view.Time{Text: "gennaio 2020"}, Title: "Il progetto comincia"},
			{Kind: "event", KindLabel: "Evento", When: view.Time{Text: "3 marzo 2020"}, Title: "Avvio", URL: "https://example.org/it/eventi/avvio/"},
		},
		Deliverables: []view.Deliverable{
			{Title: "Rapporto", KindLabel: "Studio", When: view.Time{Text: "2021"}, URL: "https://example.org/pagina/", File: &view.File{URL: "https://example.org/rapporto.pdf"}},
			{Title: "Toolkit", Lang: "en", KindLabel: "Strumenti", URL: "https://example.org/toolkit/"},
		},
		Partnership: []view.Roles{
			{Role: "lead", Label: "Capofila", Countries: []view.CountryPartners{{Country: "Italia", Partners: []view.PartnerItem{{Name: "Comune di Prova", City: "Milano", URL: "https://example.org/it/partner/comune/"}}}}},
			{Role: "partner", Label: "Partner di progetto", Countries: []view.CountryPartners{
				{Country: "Belgio", Partners: []view.PartnerItem{{Name: "Réseau", Lang: "fr"}}},
				{Country: "Italia", Partners: []view.PartnerItem{{Name: "Piano", Note: "fino al 2021"}}},
			}},
		},
		Alliance: &view.Alliance{Name: "Alliance for care", Lang: "en", Sentence: "17 di circa 40 aderenti."},
		Groups:   []view.Members{{ID: "comitato", Name: "Advisory board", Lang: "en", Partners: []view.PartnerItem{{Name: "Università", City: "Pavia"}, {Name: "Camera"}}}},
		Contact:  view.Contact{Unit: "Ufficio progetti", Email: "masp@example.org", URL: "https://example.org/contatti/", Website: "https://www.masp.example.org/"},
	}
}

func TestAProjectsDossierFollowsItsPage(t *testing.T) {
	got := set(t, means(t, nil), project())
	want := []string{
		"# Genitori al lavoro", "## Perché", "## Linee", "## Obiettivi", "## Tappe", "## Risultati",
		"## Partner", "### Capofila", "### Partner di progetto", "### Advisory board", "## Contatto", "## Finanziamento",
	}
	if diff := cmp.Diff(want, got.headings()); diff != "" {
		t.Error(diff)
	}
	got.says(t,
		"Finanziato dall’Unione europea", "MASP – in corso", "Genitori al lavoro", "Parents at work", "Durata\n24 mesi", "Bilancio\n1,2 milioni", "Per chi lavora.",
		"Orari\nOrari che cambiano.", "5. Parità di genere", "gennaio 2020\nIl progetto comincia\n", "3 marzo 2020\nAvvio – Evento\n", "Studio\nRapporto – 2021", "Strumenti\nToolkit\n",
		"Alliance for care: 17 di circa 40 aderenti.", "Comune di Prova\u00a0– Milano, Italia", "Réseau\u00a0– Belgio", "Piano\u00a0– Italia (fino al 2021)",
		"Università\u00a0– Pavia", "Camera\n", "Ufficio progetti, masp@example.org, example.org/contatti, masp.example.org",
		"Le opinioni sono degli autori.", "Riutilizzabile con CC BY 4.0.",
	)
	got.tagged(t, `Lang="en"`, "Parents at work", `Lang="en"`, "More care.", `Lang="en"`, "Toolkit", `Lang="en"`, "Alliance", `Lang="fr"`, "Réseau", "H3", `Lang="en"`, "Advisory board")
	wantLinks := []string{
		"https://example.org/contatti/", "https://example.org/it/eventi/avvio/", "https://example.org/it/partner/comune/", "https://example.org/it/prova/",
		"https://example.org/rapporto.pdf", // the file rather than its page
		"https://example.org/toolkit/", "https://www.masp.example.org/", "mailto:masp@example.org",
	}
	if diff := cmp.Diff(wantLinks, got.addresses()); diff != "" {
		t.Error(diff)
	}
}

func TestAProjectOfWhichLittleIsKnown(t *testing.T) {
	v := &view.ProjectPaper{Paper: paper("Nuovo"), Acronym: "NEW", Alliance: &view.Alliance{Name: "Nessuna"}}
	v.Paper.Funding = nil
	got := set(t, means(t, nil), v)
	if diff := cmp.Diff([]string{"# Nuovo"}, got.headings()); diff != "" {
		t.Error(diff)
	}
	if text := got.Text(); got.Pages != 1 || !strings.HasPrefix(text, "NEW\nNuovo\n") || strings.Contains(text, "Nessuna") {
		t.Errorf("%d pages:\n%s", got.Pages, text)
	}
}

func TestAProjectShowsItsImage(t *testing.T) {
	v := project()
	v.Image = &view.Image{URL: "/files/foto.png", Alt: "Una piazza"}
	v.Paper.Pictures = []view.PaperPicture{{URL: "/files/foto.png", Picture: view.Picture{Source: "foto.png", Format: "png"}}}
	got := set(t, means(t, pictures), v)
	got.tagged(t, "H1", "24 mesi", `Figure Alt="Una piazza"`, "Perché")
	if got := strings.Count(string(got.data), "/Subtype/Image"); got != 1 {
		t.Errorf("%d images", got)
	}
}
