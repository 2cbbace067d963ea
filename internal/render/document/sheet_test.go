package document_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/internal/render/document"
	"dossier/internal/view"
)

func sheetPart() view.PaperSheet {
	return view.PaperSheet{
		ID: "congedo", Title: "Congedo di paternità", Summary: "Dieci giorni pagati per intero.", Area: "Diritto", Kit: "Kit per genitori",
		Territory: "Tutto il Paese", Beneficiaries: "padri", Checked: view.Time{Text: "22 novembre 2026"}, ReviewDue: "Da rivedere entro marzo.",
		Facts: []view.Fact{
			{Label: "Durata", Values: []view.FactValue{{Text: "10 giorni"}, {Text: "20 per i gemelli"}}},
			{Label: "A cura di", Values: []view.FactValue{{Text: "INPS", URL: "https://www.inps.it/"}}},
		},
		Body: view.Body{Source: "## Che cos’è\n\nUn congedo.\n\n## A chi spetta\n\n- ai padri\n- agli adottanti\n", Lang: "it-IT"},
		Contacts: []view.SheetContact{
			{Name: "Sportello famiglia", Phone: "06 1234", Tel: "+39061234", Email: "famiglia@example.org", URL: "https://www.example.org/sportello/"},
			{Name: "Bürgeramt", Lang: "de"},
		},
		Legal: []view.Link{{Label: "D.lgs. 151/2001", URL: "https://example.org/legge"}, {Label: "Direttiva (UE) 2019/1158"}},
		URL:   "https://example.org/it/kit/congedo/", Address: "example.org/it/kit/congedo",
	}
}

func sheet() *view.SheetPaper {
	return &view.SheetPaper{Paper: paper("Congedo di paternità"), Sheet: sheetPart()}
}

// longer is the sheet with a text of so many sentences more.
func longer(sentences int) *view.SheetPaper {
	v := sheet()
	for i := range sentences {
		if i%6 == 0 {
			v.Sheet.Body.Source += "\n\n"
		}
		v.Sheet.Body.Source += "La domanda si presenta al datore di lavoro con cinque giorni di preavviso e senza spese. "
	}
	return v
}

func TestASheetIsOnePageOfAnswers(t *testing.T) {
	got := set(t, means(t, nil), sheet())
	if got.Pages != 1 || got.Lang != "it-IT" || got.Title != "Congedo di paternità" {
		t.Errorf("%d pages of %q in %s", got.Pages, got.Title, got.Lang)
	}
	want := []string{"# Congedo di paternità", "## Che cos’è", "## A chi spetta", "## A chi rivolgersi", "## Norme"}
	if diff := cmp.Diff(want, got.headings()); diff != "" {
		t.Error(diff)
	}
	got.says(t,
		"Finanziato dall’Unione europea", "EaSI 2014–2020", "Diritto – Kit per genitori", "Congedo di paternità", "Dieci giorni pagati",
		"Territorio\nTutto il Paese", "Per chi\npadri", "Durata\n10 giorni, 20 per i gemelli", "A cura di\nINPS", "Verificata il\n22 novembre 2026",
		"Da rivedere entro marzo.", "Un congedo.", "agli adottanti",
		"Sportello famiglia – tel.\u00a006\u00a01234, famiglia@example.org, example.org/sportello", "Bürgeramt\n",
		"D.lgs. 151/2001", "Direttiva (UE) 2019/1158", "Sul web", "example.org/it/kit/congedo", "Le opinioni sono degli autori.",
	)
	got.tagged(t, `Figure Alt="Emblema dell’Unione europea"`, `L ListNumbering=Disc`, `Lang="de"`, `Figure Alt="Codice QR: apre example.org/it/kit/congedo"`)
	wantLinks := []string{
		"https://example.org/it/kit/congedo/", "https://example.org/legge", "https://www.example.org/sportello/", "https://www.inps.it/",
		"mailto:famiglia@example.org", "tel:+39061234",
	}
	if diff := cmp.Diff(wantLinks, got.addresses()); diff != "" {
		t.Error(diff)
	}
}

func TestWhatASheetDoesNotKnowIsNotAsked(t *testing.T) {
	v := sheet()
	v.Sheet = view.PaperSheet{ID: "vuota", Title: "Vuota", URL: "https://example.org/", Address: "example.org"}
	got := set(t, means(t, nil), v)
	for _, label := range []string{"Territorio", "Per chi", "Verificata il", "A chi rivolgersi", "Norme"} {
		if strings.Contains(got.Text(), label) {
			t.Errorf("%s, of a sheet that does not say", label)
		}
	}
	if diff := cmp.Diff([]string{"# Vuota"}, got.headings()); diff != "" {
		t.Error(diff)
	}
}

func TestASheetThatIsALittleTooLongIsSetSmaller(t *testing.T) {
	size := func(v *view.SheetPaper, want int) float64 {
		got := set(t, means(t, nil), v)
		if got.Pages != want {
			t.Errorf("%d pages, want %d", got.Pages, want)
		}
		sizes := got.sizes()
		for _, s := range []float64{9.5, 10, 10.5} { // 1.05 times 10 is the summary's
			if slices.Contains(sizes, s) {
				return s
			}
		}
		t.Fatalf("sizes %v", sizes)
		return 0
	}
	var fitted []float64
	for n := 0; n <= 60; n += 3 {
		pages := read(t, mustPDF(t, longer(n))).Pages
		if pages > 1 {
			break
		}
		fitted = append(fitted, size(longer(n), 1))
	}
	if diff := cmp.Diff([]float64{10.5, 10, 9.5}, slices.Compact(fitted)); diff != "" {
		t.Errorf("sizes as the text grows: %s", diff)
	}
	if s := size(longer(70), 2); s != 9.5 {
		t.Errorf("what is too long is set in %v points", s)
	}
}

func mustPDF(t *testing.T, v any) []byte {
	t.Helper()
	data, err := document.PDF(means(t, nil), v)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestLargePrintIsLargeThroughout(t *testing.T) {
	in := means(t, nil)
	v := sheet()
	v.Large = true
	small, large := set(t, in, sheet()), set(t, in, v)
	if large.Pages <= small.Pages {
		t.Errorf("%d pages in large print, %d otherwise", large.Pages, small.Pages)
	}
	if sizes := large.sizes(); sizes[0] < 14 || !slices.Contains(sizes, 17.0) {
		t.Errorf("sizes of %v points", sizes)
	}
	if diff := cmp.Diff(small.headings(), large.headings()); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(small.addresses(), large.addresses()); diff != "" {
		t.Error(diff)
	}
}

func TestEveryProgrammeIsNamed(t *testing.T) {
	v := sheet()
	v.Paper.Pictures = []view.PaperPicture{{URL: "/files/logo.svg", Picture: view.Picture{Source: "logo.svg", Format: "svg"}}}
	v.Paper.Funding = []view.Funding{
		easi(),
		{
			Programme: "Legge regionale 15", Lang: "it-CH", Project: "MASP", Grant: "15/2020", Sentence: "Con il contributo della Regione.",
			Logos: []view.Image{{URL: "/files/logo.svg", Alt: "Regione"}},
		},
		{Statement: "Cofinanziato dalla Fondazione"},
	}
	logo := []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"><rect width="30" height="20" fill="#063"/></svg>`)
	got := set(t, means(t, map[string][]byte{"logo.svg": logo}), v)
	got.says(t,
		"Finanziato dall’Unione europea", "EaSI 2014–2020", "MASP – Legge regionale 15 – 15/2020", "Cofinanziato dalla Fondazione", "Congedo di paternità",
		"Le opinioni sono degli autori.", "Con il contributo della Regione.",
	)
	got.tagged(t, `Figure Alt="Emblema dell’Unione europea"`, `Lang="it-CH"`, `Figure Alt="Regione"`)
	if n := strings.Count(got.Structure(), "Emblema"); n != 1 {
		t.Errorf("the emblem of one programme is shown %d times", n)
	}
	if got.Pages != 1 {
		t.Errorf("%d pages", got.Pages)
	}
}

func TestWithoutFundingThereIsNoEmblem(t *testing.T) {
	v := sheet()
	v.Paper.Funding = nil
	got := set(t, means(t, nil), v)
	if text := got.Text(); !strings.HasPrefix(text, "Diritto – Kit per genitori\n") || strings.Contains(got.Structure(), "Emblema") {
		t.Errorf("the sheet begins with\n%.200s", text)
	}
}

func TestAThemeWithoutEmblemLeavesItsPlaceEmpty(t *testing.T) {
	v := sheet()
	v.Paper.Look.Emblem.Name = "assets/none.svg"
	got := set(t, means(t, nil), v)
	if strings.Contains(got.Structure(), "Emblema") {
		t.Error("an emblem that the theme does not have")
	}
	got.says(t, "Finanziato dall’Unione europea", "Congedo di paternità")
}

func TestTextInAnotherLanguageIsTagged(t *testing.T) {
	v := sheet()
	v.Sheet.Title, v.Sheet.TitleLang = "Elternzeit", "de"
	v.Sheet.Territory, v.Sheet.TerritoryLang = "Südtirol", "de"
	v.Sheet.Body.Source = "Si dice [parental leave]{lang=en} altrove.\n"
	got := set(t, means(t, nil), v)
	got.tagged(t, `Lang="de"`, "Elternzeit", `Lang="de"`, "Südtirol", `Lang="en"`, "parental leave")
}

func TestColoursAreThoseOfTheTheme(t *testing.T) {
	v := sheet()
	v.Paper.Look.Accent, v.Paper.Look.Muted, v.Paper.Look.Rule = "#f00", "red", "#12345g"
	got := set(t, means(t, nil), v)
	if !strings.Contains(got.inside, "\n1 0 0 rg\n") {
		t.Error("nothing is drawn in #f00")
	}
	got.says(t, "Diritto – Kit per genitori") // in black: a theme with such a colour has been reported
}

func TestADocumentHasTheSameBytesEveryTime(t *testing.T) {
	for name, v := range map[string]any{"sheet": sheet(), "guide": guide(), "kit": kit(), "project": project()} {
		first, err := document.PDF(means(t, pictures), v)
		if err != nil {
			t.Fatal(err)
		}
		second, err := document.PDF(means(t, pictures), v)
		if err != nil || !bytes.Equal(first, second) {
			t.Errorf("%s: other bytes (%v)", name, err)
		}
	}
}

func TestOnlyViewsOfDocumentsAreSet(t *testing.T) {
	for _, v := range []any{nil, view.SheetPaper{}, &view.Sheet{}} {
		if data, err := document.PDF(means(t, nil), v); err == nil || data != nil {
			t.Errorf("%T: %d bytes, error %v", v, len(data), err)
		}
	}
}
