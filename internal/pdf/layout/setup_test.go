package layout_test

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"io/fs"
	"sync"
	"testing"

	"dossier/internal/pdf"
	"dossier/internal/pdf/face"
	"dossier/internal/pdf/layout"
	"dossier/internal/pdf/line"
	"dossier/internal/pdf/svg"
	"dossier/themes"
)

// faces are those of the civic theme, opened once.
var faces = sync.OnceValue(func() layout.Faces {
	return layout.Faces{
		Regular: open("SourceSans3-Regular"), Bold: open("SourceSans3-Bold"),
		Italic: open("SourceSans3-It"), BoldItalic: open("SourceSans3-BoldIt"),
	}
})

func open(name string) []*face.Face {
	theme, ok := themes.Builtin("civic")
	if !ok {
		panic("no theme civic")
	}
	data, err := fs.ReadFile(theme, "fonts/"+name+".ttf")
	if err != nil {
		panic(err)
	}
	f, err := face.Load(data)
	if err != nil {
		panic(err)
	}
	return []*face.Face{f}
}

// a4 is a style like that of the project's guides.
func a4() layout.Style {
	return layout.Style{
		Width: 595, Height: 842, Top: 62, Right: 57, Bottom: 57, Left: 57,
		Size: 11.5, Leading: 1.38, Faces: faces(),
		Text: pdf.Colour{R: 0x17, G: 0x21, B: 0x2f}, Muted: pdf.Colour{R: 0x4a, G: 0x56, B: 0x68},
		Accent: pdf.Colour{R: 0x0b, G: 0x3d, B: 0x91}, Soft: pdf.Colour{R: 0xee, G: 0xf2, B: 0xf8},
		Rule: pdf.Colour{R: 0xb4, G: 0xbf, B: 0xce}, Link: pdf.Colour{R: 0x0b, G: 0x3d, B: 0x91},
		Headings: [6]float64{2.1, 1.35, 1.15, 1, 1, 1},
	}
}

func newDocument() *pdf.Document {
	return pdf.New(pdf.Info{Title: "Moving to the other side", Lang: "en", Creator: "dossier", Modified: "2021-03-25"})
}

// words is running text of n words.
func words(n int) string {
	list := []string{
		"residence", "permit", "of", "the", "neighbouring", "region", "is", "asked", "for", "at", "an",
		"office", "with", "identity", "card", "and", "a", "declaration", "that", "you", "live", "there,",
	}
	var b bytes.Buffer
	for i := range n {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(list[(i*7+i/5)%len(list)])
	}
	return b.String() + "."
}

func span(text string) []layout.Span { return []layout.Span{{Text: text}} }

func para(text string) layout.Paragraph { return layout.Paragraph{Spans: span(text)} }

func cells(texts ...string) []layout.Cell {
	var out []layout.Cell
	for _, t := range texts {
		out = append(out, layout.Cell{Spans: span(t)})
	}
	return out
}

// photo is a small picture.
func photo(t testing.TB, doc *pdf.Document, w, h int) *pdf.Image {
	t.Helper()
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			img.Set(x, y, color.RGBA{uint8(x * 255 / w), uint8(y * 255 / h), 0x80, 0xff})
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	out, err := doc.Image(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// drawing is a picture as vectors, with text and a clip.
func drawing(t testing.TB) *svg.Drawing {
	t.Helper()
	d, err := svg.Parse([]byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 120">
<rect width="300" height="120" fill="#eef2f8"/><path d="M10 100 L80 30 L150 80 L290 10" fill="none" stroke="#0b3d91" stroke-width="3"/>
<path fill-rule="evenodd" d="M20 20h30v30h-30z M27 27h16v16h-16z" fill="#a04000"/>
<text x="150" y="112" text-anchor="middle" font-size="11">months</text><text x="290" y="30" text-anchor="end" font-size="11" font-weight="bold">persons</text>
<clipPath id="c"><rect x="200" y="60" width="40" height="40"/></clipPath><circle clip-path="url(#c)" cx="220" cy="80" r="30" fill="#2e7d32"/></svg>`))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// every is a document with every kind of block.
func every(t testing.TB, doc *pdf.Document) []layout.Block {
	accent, soft := a4().Accent, a4().Soft
	web := &line.Link{To: pdf.Target{URL: "https://example.org/permit"}, Contents: "The office's page"}
	inner := &line.Link{To: pdf.Target{Anchor: "who"}, Contents: "Who it is for"}
	long := &layout.Note{ID: "note-long", Blocks: []layout.Block{para(words(90)), layout.List{Items: []layout.Item{
		{Blocks: []layout.Block{para("first case")}}, {Blocks: []layout.Block{para("second case")}},
	}}}}
	short := &layout.Note{ID: "note-short", Blocks: []layout.Block{para("Regulation (EU) 2021/1059, Article 14.")}}
	rows := [][]layout.Cell{}
	for i := range 40 {
		rows = append(rows, cells("Office "+string(rune('A'+i%26)), words(4+i%13), "0432 555 0"+string(rune('0'+i%10)), "12.50"))
	}
	rows[0][0].Head, rows[1][0].Head = true, true
	items := func(n, each int) []layout.Item {
		var out []layout.Item
		for i := range n {
			out = append(out, layout.Item{Blocks: []layout.Block{layout.Paragraph{Spans: span(words(each + i)), Tight: true}}})
		}
		return out
	}
	nested := items(3, 14)
	nested[1].Blocks = append(nested[1].Blocks, layout.List{Items: items(3, 5)})
	return []layout.Block{
		layout.Columns{Widths: []float64{50, 300}, Gap: 12, Middle: true, Cells: [][]layout.Block{
			{layout.Figure{Drawing: drawing(t), Width: 70}}, {layout.Paragraph{Spans: span("Co-funded by the European Union"), Tight: true}},
		}},
		layout.Space{Height: 100},
		layout.Paragraph{Spans: []layout.Span{{Text: "Guide", Bold: true}}, Color: &accent, Size: 1.1},
		layout.Heading{Level: 1, ID: "cover", Spans: span("Moving to the other side of the border: what to know before you go"), Size: 3},
		layout.Paragraph{Spans: span("Residence, work, school and health in the two regions"), Size: 1.25, Color: &accent},
		layout.Space{Fill: true},
		layout.Paragraph{Spans: []layout.Span{{Text: "The partnership", Bold: true}}, Tight: true},
		layout.Paragraph{Spans: []layout.Span{{Text: "example.org", Link: web}}},
		layout.PageBreak{},
		layout.Paragraph{Spans: span("Contents"), Bold: true, Size: 1.6, Color: &accent},
		layout.Contents{Depth: 3},
		layout.Heading{Level: 2, ID: "who", Number: "1", Spans: span("Who it is for"), Page: true, Running: "Who it is for"},
		layout.Paragraph{Spans: []layout.Span{
			{Text: "Whoever moves "},
			{Text: "with a family", Bold: true},
			{Text: " needs "},
			{Text: "all", Italic: true},
			{Text: " of the papers"},
			{Text: "1", Note: short},
			{Text: " that "},
			{Text: "the office lists", Link: web},
			{Text: " ("},
			{Text: "Anmeldebescheinigung", Lang: "de"},
			{Text: "), see "},
			{Text: "chapter one", Link: inner},
			{Text: " and "},
			{Text: "form --new", Code: true},
			{Text: ". " + words(60)},
		}},
		layout.List{Items: nested},
		layout.List{Ordered: true, Start: 8, Items: items(4, 16)},
		layout.List{Plain: true, Items: []layout.Item{
			{Label: span("March 2021"), Blocks: []layout.Block{para(words(8))}}, {Label: span("June"), Blocks: []layout.Block{para(words(25))}},
		}},
		layout.Callout{Title: "Good to know", Edge: accent, Fill: soft, Blocks: []layout.Block{para(words(40)), layout.List{Items: items(2, 8)}}},
		layout.Heading{Level: 3, ID: "papers", Spans: span("The papers"), Short: "Papers"},
		layout.Paragraph{Spans: []layout.Span{{Text: words(120)}, {Text: "2", Note: long}, {Text: " " + words(30)}}},
		layout.Quote{Blocks: []layout.Block{para(words(35)), para(words(12))}, Lang: "en-GB"},
		layout.Code{Text: "dossier build --site .\n\n\tindented line of code\nlast --with=" + words(20)},
		layout.Definitions{Items: []layout.Item{
			{Label: span("Territory"), Blocks: []layout.Block{para(words(6))}}, {Label: span("Who may ask for it"), Blocks: []layout.Block{para(words(24))}},
		}},
		layout.Definitions{Width: 100, Rules: true, Items: []layout.Item{
			{Label: []layout.Span{{Text: "Territory", Bold: true}}, Blocks: []layout.Block{para(words(6))}},
			{Label: []layout.Span{{Text: "Who may ask for the permit and its renewal", Bold: true}}, Blocks: []layout.Block{para(words(4))}},
			{Label: []layout.Span{{Text: "Fee", Bold: true}}, Blocks: []layout.Block{para("16 euros")}},
		}},
		layout.Heading{Level: 2, ID: "offices", Number: "2", Spans: span("Offices"), Running: "Offices"},
		layout.Table{
			Caption: span("Offices and what they ask for"), Head: cells("Office", "What it does", "Telephone", "Fee"), Rows: rows,
			Align: []line.Align{line.Left, line.Left, line.Left, line.Right},
		},
		layout.Table{Head: cells("Short", "Table"), Rows: [][]layout.Cell{cells("a", "b"), cells("c", "d")}, Small: true},
		layout.Figure{Image: photo(t, doc, 400, 220), Alt: "Colours that run into one another", Caption: span("The valley in March. Photograph: the partnership"), Align: line.Centre},
		layout.Figure{Drawing: drawing(t), Alt: "Persons by month, growing", Caption: span("Persons by month")},
		layout.Rule{},
		layout.Box{Fill: &soft, Bar: &accent, Padding: 9, Blocks: []layout.Block{layout.Columns{Widths: []float64{1, 1}, Gap: 18, Cells: [][]layout.Block{
			{layout.Definitions{Items: []layout.Item{{Label: span("Territory"), Blocks: []layout.Block{para("Friuli Venezia Giulia")}}}}},
			{layout.Definitions{Items: []layout.Item{{Label: span("Checked"), Blocks: []layout.Block{para("25 March 2021")}}}}},
		}}}},
		layout.Box{Edge: &accent, Padding: 6, Blocks: []layout.Block{para(words(30))}},
		layout.Sect{Tag: pdf.Sect, Lang: "it", Blocks: []layout.Block{
			layout.Heading{Level: 5, ID: "it", Spans: span("In italiano")}, para("Chi si trasferisce chiede il certificato."),
		}},
		layout.Keep{Blocks: []layout.Block{para(words(20)), layout.Columns{Widths: []float64{3.4, 1}, Gap: 18, Cells: [][]layout.Block{
			{para(words(30))}, {layout.Modules{Size: 21, Width: 74, Alt: "Code that leads to example.org", Black: func(x, y int) bool { return (x*y+x)%3 == 0 }}},
		}}}},
	}
}

// frame draws a foot and a running head.
func frame(f layout.Furniture) {
	text := f.Setter.Break([]line.Span{{Text: f.Running, Style: line.Style{Faces: f.Style.Faces.Regular, Size: 8.5, Colour: f.Style.Muted}}}, line.Options{Width: 300})
	text.DrawArtifact(f.Page, pdf.Pagination, f.Style.Left, 30, 0, len(text.Lines))
}
