package ua_test

import (
	"io/fs"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/internal/check/ua"
	"dossier/internal/pdf"
	"dossier/internal/pdf/face"
	"dossier/themes"
)

// author writes a document with the program's own writer of PDF.
type author struct {
	t      testing.TB
	doc    *pdf.Document
	face   *face.Face
	shaper *face.Shaper
	page   *pdf.Page
	y      float64
}

func newAuthor(t testing.TB) *author {
	t.Helper()
	fsys, ok := themes.Builtin("civic")
	if !ok {
		t.Fatal("no theme")
	}
	data, err := fs.ReadFile(fsys, "fonts/SourceSans3-Regular.ttf")
	if err != nil {
		t.Fatal(err)
	}
	f, err := face.Load(data)
	if err != nil {
		t.Fatal(err)
	}
	doc := pdf.New(pdf.Info{
		Title: "Congé & maternità – Отпуск", Author: "Ente", Subject: "Diritti", Keywords: []string{"uno", "due"},
		Lang: "it", Creator: "dossier", Modified: "2024-02-29",
	})
	a := &author{t: t, doc: doc, face: f, shaper: f.NewShaper()}
	a.newPage()
	return a
}

func (a *author) newPage() {
	a.page, a.y = a.doc.NewPage(595.28, 841.89), 72
	a.draw(a.page.Artifact(pdf.Pagination), 500, 820, "piè di pagina")
}

func (a *author) draw(ink pdf.Ink, x, y float64, text string) {
	ink.Glyphs(a.doc.Font(a.face), 12, pdf.Colour{R: 16, G: 32, B: 48}, x, y, a.shaper.Shape(text, "it"))
}

// write sets lines of text in an element.
func (a *author) write(e *pdf.Element, lines ...string) {
	for _, text := range lines {
		if a.y > 780 {
			a.newPage()
		}
		a.draw(a.page.Tagged(e), 72, a.y, text)
		a.y += 18
	}
}

// chapter writes one of everything.
func (a *author) chapter(id string) {
	root := a.doc.Root()
	a.page.Anchor(id, 72, a.y-18)
	a.write(root.Child(pdf.H2, pdf.Attributes{}), "Capitolo più lungo di una", "riga per città e così via")
	p := root.Child(pdf.P, pdf.Attributes{})
	a.write(p, "Le lavoratrici e i lavoratori – «tutti» – hanno diritto a")
	link := p.Child(pdf.LinkTag, pdf.Attributes{})
	a.write(link, "un congedo")
	a.page.Link(link, pdf.Rect{X: 72, Y: a.y - 30, W: 60, H: 14}, pdf.Target{URL: "https://example.org/é"}, "un congedo")
	a.write(p.Child(pdf.Reference, pdf.Attributes{}), "1")
	note := p.Child(pdf.Note, pdf.Attributes{ID: id + "-note"})
	a.write(note.Child(pdf.P, pdf.Attributes{}), "Nota a piè di pagina")
	a.write(p.Child(pdf.Span, pdf.Attributes{Lang: "fr"}), "congé de paternité")
	list := root.Child(pdf.L, pdf.Attributes{Numbering: "Disc"})
	for range 3 {
		item := list.Child(pdf.LI, pdf.Attributes{})
		a.write(item.Child(pdf.Lbl, pdf.Attributes{}), "•")
		a.write(item.Child(pdf.LBody, pdf.Attributes{}), "voce dell’elenco")
	}
	a.table()
	a.figure()
}

func (a *author) table() {
	table := a.doc.Root().Child(pdf.Table, pdf.Attributes{})
	row := table.Child(pdf.THead, pdf.Attributes{}).Child(pdf.TR, pdf.Attributes{})
	a.write(row.Child(pdf.TH, pdf.Attributes{Scope: "Column"}), "Chi")
	a.write(row.Child(pdf.TH, pdf.Attributes{Scope: "Column"}), "Quanto")
	body := table.Child(pdf.TBody, pdf.Attributes{})
	row = body.Child(pdf.TR, pdf.Attributes{})
	a.write(row.Child(pdf.TH, pdf.Attributes{Scope: "Row"}), "Madri")
	a.write(row.Child(pdf.TD, pdf.Attributes{}), "5 mesi")
	a.write(body.Child(pdf.TR, pdf.Attributes{}).Child(pdf.TD, pdf.Attributes{ColSpan: 2}), "Fonte: INPS")
}

func (a *author) figure() {
	if a.y > 700 {
		a.newPage()
	}
	area := pdf.Rect{X: 72, Y: a.y, W: 40, H: 40}
	var square pdf.Path
	square.Rect(area)
	a.page.Tagged(a.doc.Root().Child(pdf.Figure, pdf.Attributes{Alt: "Un quadrato", BBox: &area})).Fill(square, pdf.Colour{R: 200})
	a.y += 60
}

// guide is a document of some twenty pages.
func guide(t testing.TB) []byte {
	a := newAuthor(t)
	a.write(a.doc.Root().Child(pdf.H1, pdf.Attributes{}), "Guida")
	for i := range 34 {
		id := "c" + string(rune('A'+i))
		a.chapter(id)
		a.doc.Outline(1, "Capitolo", id)
	}
	data, err := a.doc.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestOurOwnDocumentsHaveNoFindings(t *testing.T) {
	r := check(t, guide(t))
	for _, f := range r.Findings {
		t.Errorf("%s, page %d: %s", f.Rule, f.Page, f.What)
	}
	if r.Pages < 15 || r.Headings != 35 || r.Links != 34 || r.Notes != 34 || r.Lang != "it" || r.Title != "Congé & maternità – Отпуск" {
		t.Errorf("%d pages, %d headings, %d links, %d notes, %q, %q", r.Pages, r.Headings, r.Links, r.Notes, r.Lang, r.Title)
	}
	want := []ua.Heading{{Level: 1, Text: "Guida", Page: 1}, {Level: 2, Text: "Capitolo più lungo di una riga per città e così via", Page: 1}}
	if diff := cmp.Diff(want, r.HeadingsAt[:2]); diff != "" {
		t.Errorf("headings (-want +got):\n%s", diff)
	}
	for _, line := range []string{
		"Guida\n",
		"\nLe lavoratrici e i lavoratori – «tutti» – hanno diritto a un congedo 1\nNota a piè di pagina\ncongé de paternité\n• voce dell’elenco\n",
		"\nMadri\n5 mesi\nFonte: INPS\n",
	} {
		if !strings.Contains(r.Text(), line) {
			t.Errorf("the text lacks %q:\n%.600s", line, r.Text())
		}
	}
	if strings.Contains(r.Text(), "piè di pagina\nNota") || strings.Count(r.Text(), "piè di pagina") != 34 {
		t.Error("the text has artifacts")
	}
}

// reopened takes one of our own documents apart.
func reopened(t testing.TB) *book {
	t.Helper()
	a := newAuthor(t)
	a.write(a.doc.Root().Child(pdf.H1, pdf.Attributes{}), "Guida")
	a.chapter("c")
	a.chapter("d")
	a.doc.Outline(1, "Capitolo", "c")
	data, err := a.doc.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	objects, trailer, err := ua.Objects(data)
	if err != nil {
		t.Fatal(err)
	}
	b := newBook(t)
	b.objects = objects
	b.trailer = strings.TrimSuffix(strings.TrimPrefix(trailer, "<<"), ">>")
	return b
}

func TestFaultsInOurOwnDocumentsAreFound(t *testing.T) {
	if r := check(t, reopened(t).classic()); len(r.Findings) != 0 {
		t.Fatalf("before any fault: %v", r.Findings)
	}
	element := func(kind string) []string { return []string{"/S /" + kind + " "} }
	for _, f := range []struct {
		name, rules string
		where       []string // pieces by which the object is found
		old, with   string
	}{
		{"title not shown", "UA 7.1-10", []string{"/Catalog"}, "/DisplayDocTitle true", "/DisplayDocTitle false"},
		{"no language", "UA 7.2", []string{"/Catalog"}, "/Lang", "/Long"},
		{"no output intent", "A2 6.2.3, A2 6.2.4.3-2", []string{"/Catalog"}, "/OutputIntents", "/Intents"},
		{"no metadata", "UA 7.1-8", []string{"/Catalog"}, "/Metadata", "/Meta"},
		{"heading skips", "UA 7.4.2-1", element("H2"), "/S /H2", "/S /H3"},
		{"type of PDF 2.0", "UA 7.1-5", element("H2"), "/S /H2", "/S /Title"},
		{"figure without text", "UA 7.3-1", element("Figure"), "/Alt", "/Art"},
		{"figure without box", "UA 7.3", element("Figure"), "/BBox", "/Box"},
		{"note without ID", "UA 7.9-1", element("Note"), "/ID", "/Di"},
		{"head cell without scope", "UA 7.5-1", element("TH"), "/Scope", "/Slope"},
		{"list without numbering", "UA 7.6", element("L"), "/ListNumbering", "/Numbering"},
		{"item outside of a list", "UA 7.2-17", element("L"), "/S /L ", "/S /Div "},
		{"row with a cell too many", "UA 7.2-43", []string{"/ColSpan 2"}, "/ColSpan 2", "/ColSpan 3"},
		{"link as a span", "UA 7.18.5-1", element("Link"), "/S /Link", "/S /Span"},
		{"link without contents", "UA 7.18.5-2", []string{"/Subtype /Link"}, "/Contents", "/Words"},
		{"link not printed", "A2 6.3.2-2", []string{"/Subtype /Link"}, "/F 4", "/F 0"},
		{"tab order", "UA 7.18.3-1", []string{"/Type /Page ", "/Annots"}, "/Tabs /S", "/Tabs /R"},
		{"no place in the parent tree", "PDF 14.7.4.4", []string{"/Type /Page "}, "/StructParents", "/Parents"},
		{"no ToUnicode", "UA 7.21.7-1, UA 7.4", []string{"/Subtype /Type0"}, "/ToUnicode", "/Unicode"},
		{"no CIDToGIDMap", "UA 7.21.3.2-1", []string{"/CIDFontType2"}, "/CIDToGIDMap", "/Map"},
		{"other widths", "UA 7.21.5-1", []string{"/CIDFontType2"}, "/W ", "/V "},
		{"font not embedded", "UA 7.21.4.1-1", []string{"/Type /FontDescriptor"}, "/FontFile2", "/File"},
		{"another title", "A2 6.6.3", []string{"/Producer"}, "/Title <", "/Title <41"},
	} {
		t.Run(f.name, func(t *testing.T) {
			b := reopened(t)
			b.swap(b.find(f.where...), f.old, f.with)
			r := check(t, b.packed())
			if got := rules(r.Findings); got != f.rules {
				t.Errorf("found %q, want %q: %v", got, f.rules, r.Findings)
			}
		})
	}
}

func BenchmarkCheck(b *testing.B) {
	data := guide(b)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := ua.Check(data); err != nil {
			b.Fatal(err)
		}
	}
}
