package pdf_test

import (
	"io/fs"
	"testing"

	"dossier/internal/pdf"
	"dossier/internal/pdf/face"
	"dossier/themes"
)

var (
	black = pdf.Colour{}
	blue  = pdf.Colour{R: 0x1d, G: 0x4e, B: 0x89}
)

// trial is a document under way in a test, with a face to write in.
type trial struct {
	*pdf.Document
	t      testing.TB
	face   *face.Face
	shaper *face.Shaper
}

func begin(t testing.TB) *trial {
	t.Helper()
	return beginWith(t, pdf.Info{Title: "Trial", Lang: "en"})
}

func beginWith(t testing.TB, info pdf.Info) *trial {
	t.Helper()
	f := loadFace(t, "SourceSans3-Regular.ttf")
	return &trial{Document: pdf.New(info), t: t, face: f, shaper: f.NewShaper()}
}

func loadFace(t testing.TB, name string) *face.Face {
	t.Helper()
	fsys, ok := themes.Builtin("civic")
	if !ok {
		t.Fatal("no theme civic")
	}
	data, err := fs.ReadFile(fsys, "fonts/"+name)
	if err != nil {
		t.Fatal(err)
	}
	f, err := face.Load(data)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// a4 adds a page.
func (tr *trial) a4() *pdf.Page { return tr.NewPage(595.28, 841.89) }

// write sets a line of text in 12 points.
func (tr *trial) write(ink pdf.Ink, x, y float64, text string) {
	ink.Glyphs(tr.Font(tr.face), 12, black, x, y, tr.shaper.Shape(text, "en"))
}

// element makes a child of the root with a word on the page.
func (tr *trial) element(p *pdf.Page, tag pdf.Tag, a pdf.Attributes) *pdf.Element {
	e := tr.Root().Child(tag, a)
	tr.write(p.Tagged(e), 72, 72, "word")
	return e
}

// bytes returns the file, which must be one.
func (tr *trial) bytes() []byte {
	tr.t.Helper()
	data, err := tr.Bytes()
	if err != nil {
		tr.t.Fatal(err)
	}
	return data
}

// whole draws a document in which everything occurs.
func whole(t testing.TB) []byte {
	t.Helper()
	tr := beginWith(t, pdf.Info{
		Title: "Leave for mothers & fathers – “all” of it", Author: "ŽENY, o.p.s.", Subject: "Rights (2024)",
		Keywords: []string{"leave", "maternità"}, Lang: "en", Creator: "trial 1", Modified: "2024-02-29",
	})
	p, q := tr.a4(), tr.a4()
	front(tr, p)
	table(tr, q)
	picture(tr, q)
	for page := range tr.Pages() {
		tr.write(tr.Page(page+1).Artifact(pdf.Pagination), 500, 800, "Page")
	}
	tr.Outline(1, "Leave", "top")
	tr.Outline(3, "Mères", "deep")
	tr.Outline(2, "Table", "table")
	tr.Outline(1, "End", "end")
	tr.PageLabels(1, pdf.RomanLower, "", 1)
	tr.PageLabels(2, pdf.Decimal, "A-", 3)
	return tr.bytes()
}

// front draws headings, text with a link over two lines, a note and a list.
func front(tr *trial, p *pdf.Page) {
	p.Anchor("top", 72, 60)
	p.Anchor("deep", 72, 120)
	root, q := tr.Root(), tr.Page(2)
	var ground pdf.Path
	ground.Rect(pdf.Rect{X: 60, Y: 50, W: 300, H: 30})
	p.Artifact(pdf.Background).Fill(ground, pdf.Colour{R: 0xe8, G: 0xee, B: 0xf6})
	tr.write(p.Tagged(root.Child(pdf.H1, pdf.Attributes{})), 72, 72, "Leave for mothers and fathers")
	para := root.Child(pdf.P, pdf.Attributes{})
	tr.write(p.Tagged(para), 72, 100, "AVAuthority gives ")
	link := para.Child(pdf.LinkTag, pdf.Attributes{})
	tr.write(p.Tagged(link), 180, 100, "the rules")
	p.Link(link, pdf.Rect{X: 180, Y: 90, W: 50, H: 14}, pdf.Target{URL: "https://example.org/a(b)?ž=1"}, "The rules")
	tr.write(p.Tagged(link), 72, 115, "of leave")
	p.Link(link, pdf.Rect{X: 72, Y: 105, W: 50, H: 14}, pdf.Target{URL: "https://example.org/a(b)?ž=1"}, "The rules")
	tr.write(p.Tagged(para), 122, 115, " to all")
	mark := para.Child(pdf.Reference, pdf.Attributes{})
	tr.write(p.Tagged(mark), 160, 112, "1")
	note := para.Child(pdf.Note, pdf.Attributes{ID: "note-1"})
	note.Join()
	tr.write(p.Tagged(para), 170, 115, ", in short; see ")
	inner := para.Child(pdf.LinkTag, pdf.Attributes{})
	tr.write(p.Tagged(inner), 260, 115, "the table")
	p.Link(inner, pdf.Rect{X: 260, Y: 105, W: 60, H: 14}, pdf.Target{Anchor: "table"}, "The table, page A-3")
	tr.write(p.Tagged(para.Child(pdf.Span, pdf.Attributes{Lang: "fr"})), 320, 115, "congé")
	list := root.Child(pdf.L, pdf.Attributes{Numbering: "Decimal"})
	for i, text := range []string{"first", "second"} {
		item := list.Child(pdf.LI, pdf.Attributes{})
		y := 140 + 15*float64(i)
		tr.write(p.Tagged(item.Child(pdf.Lbl, pdf.Attributes{})), 72, y, string(rune('1'+i)))
		tr.write(p.Tagged(item.Child(pdf.LBody, pdf.Attributes{})), 90, y, text)
	}
	tr.write(p.Tagged(note.Child(pdf.P, pdf.Attributes{})), 72, 780, "A note at the foot")
	last := root.Child(pdf.P, pdf.Attributes{})
	tr.write(p.Tagged(last), 72, 300, "a paragraph that goes on")
	tr.write(q.Tagged(last), 72, 72, "on the next page")
}

func table(tr *trial, p *pdf.Page) {
	p.Anchor("table", 0, 80)
	p.Anchor("end", 0, 800)
	t := tr.Root().Child(pdf.Table, pdf.Attributes{})
	tr.write(p.Tagged(t.Child(pdf.Caption, pdf.Attributes{})), 72, 90, "Weeks")
	head := t.Child(pdf.THead, pdf.Attributes{}).Child(pdf.TR, pdf.Attributes{})
	tr.write(p.Tagged(head.Child(pdf.TH, pdf.Attributes{Scope: "Column"})), 72, 110, "Who")
	tr.write(p.Tagged(head.Child(pdf.TH, pdf.Attributes{Scope: "Column", ColSpan: 2})), 172, 110, "Weeks")
	row := t.Child(pdf.TBody, pdf.Attributes{}).Child(pdf.TR, pdf.Attributes{})
	tr.write(p.Tagged(row.Child(pdf.TH, pdf.Attributes{Scope: "Row"})), 72, 130, "Mothers")
	tr.write(p.Tagged(row.Child(pdf.TD, pdf.Attributes{})), 172, 130, "20")
	row.Child(pdf.TD, pdf.Attributes{}).Join()
	var rule pdf.Path
	rule.Move(72, 115)
	rule.Line(300, 115)
	p.Artifact(pdf.Layout).Stroke(rule, pdf.Pen{Width: 0.5}, blue)
}

// picture draws a figure of vectors, clipped, and one of pixels with a mask.
func picture(tr *trial, p *pdf.Page) {
	var disc, window, ring pdf.Path
	disc.Circle(150, 250, 50)
	window.RoundRect(pdf.Rect{X: 100, Y: 220, W: 100, H: 60}, 10)
	fig := tr.Root().Child(pdf.Figure, pdf.Attributes{Alt: "A disc", BBox: &pdf.Rect{X: 100, Y: 200, W: 100, H: 100}})
	ink := p.Tagged(fig)
	ink.Clip(window, func() { ink.Fill(disc, blue) })
	ring.Circle(150, 250, 30)
	ring.Circle(150, 250, 20)
	ink.FillEvenOdd(ring, pdf.Colour{R: 0xff, G: 0xcc})
	img, err := tr.Image(pngOf(tr.t, "alpha"))
	if err != nil {
		tr.t.Fatal(err)
	}
	area := pdf.Rect{X: 300, Y: 200, W: 80, H: 60}
	p.Tagged(tr.Root().Child(pdf.Figure, pdf.Attributes{Alt: "A gradient", BBox: &area})).Image(img, area)
}
