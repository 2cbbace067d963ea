package pdf_test

import (
	"math"
	"strings"
	"testing"

	"dossier/internal/pdf"
)

// TestMisuse asks for what cannot be; Bytes names it.
func TestMisuse(t *testing.T) {
	none := pdf.Attributes{}
	box := &pdf.Rect{X: 1, Y: 2, W: 3, H: 4}
	here := pdf.Target{Anchor: "here"}
	cases := []struct {
		what string
		draw func(tr *trial, p *pdf.Page)
		want string
	}{
		{"empty", func(tr *trial, _ *pdf.Page) { tr.Root().Child(pdf.P, none).Join() }, "Document > P: empty"},
		{"empty below", func(tr *trial, p *pdf.Page) {
			s := tr.Root().Child(pdf.Sect, none)
			tr.write(p.Tagged(s.Child(pdf.P, none)), 0, 10, "word")
			s.Child(pdf.Div, none).Join()
		}, "Document > Sect > Div: empty"},
		{"unknown type", func(tr *trial, p *pdf.Page) { tr.element(p, "Title", none) }, "Title on page 1: no standard type"},
		{"figure without Alt", func(tr *trial, p *pdf.Page) { tr.element(p, pdf.Figure, pdf.Attributes{BBox: box}) }, "Figure on page 1: no Alt"},
		{"figure without BBox", func(tr *trial, p *pdf.Page) { tr.element(p, pdf.Figure, pdf.Attributes{Alt: "a"}) }, "Figure on page 1: no BBox"},
		{"note without ID", func(tr *trial, p *pdf.Page) { tr.element(p, pdf.Note, none) }, "Note on page 1: no ID"},
		{"IDs alike", func(tr *trial, p *pdf.Page) {
			tr.element(p, pdf.Note, pdf.Attributes{ID: "n"})
			tr.element(p, pdf.Note, pdf.Attributes{ID: "n"})
		}, `Note on page 1: ID "n" is another's`},
		{"head cell without Scope", func(tr *trial, p *pdf.Page) {
			row := tr.Root().Child(pdf.Table, none).Child(pdf.TR, none)
			tr.write(p.Tagged(row.Child(pdf.TH, none)), 0, 10, "word")
		}, `TH on page 1: Scope ""`},
		{"unknown numbering", func(tr *trial, p *pdf.Page) {
			l := tr.Root().Child(pdf.L, pdf.Attributes{Numbering: "Roman"})
			tr.write(p.Tagged(l.Child(pdf.LI, none).Child(pdf.LBody, none)), 0, 10, "word")
		}, `Numbering "Roman"`},
		{"unknown language", func(tr *trial, p *pdf.Page) { tr.element(p, pdf.P, pdf.Attributes{Lang: "en_GB"}) }, `language "en_GB"`},
		{"item outside a list", func(tr *trial, p *pdf.Page) { tr.element(p, pdf.LI, none) }, "LI on page 1: stands in none of [L]"},
		{"label outside an item", func(tr *trial, p *pdf.Page) { tr.element(p, pdf.Lbl, none) }, "Lbl on page 1: stands in none of [LI Note TOCI]"},
		{"body outside an item", func(tr *trial, p *pdf.Page) { tr.element(p, pdf.LBody, none) }, "LBody on page 1: stands in none of [LI]"},
		{"entry outside contents", func(tr *trial, p *pdf.Page) { tr.element(p, pdf.TOCI, none) }, "TOCI on page 1: stands in none of [TOC]"},
		{"row outside a table", func(tr *trial, p *pdf.Page) { tr.element(p, pdf.TR, none) }, "TR on page 1: stands in none of"},
		{"cell outside a row", func(tr *trial, p *pdf.Page) { tr.element(p, pdf.TD, none) }, "TD on page 1: stands in none of [TR]"},
		{"head outside a table", func(tr *trial, p *pdf.Page) { tr.element(p, pdf.THead, none) }, "THead on page 1: stands in none of [Table]"},
		{"paragraph in a list", func(tr *trial, p *pdf.Page) {
			tr.write(p.Tagged(tr.Root().Child(pdf.L, none).Child(pdf.P, none)), 0, 10, "word")
		}, "L > P on page 1: stands in a L"},
		{"text in a row", func(tr *trial, p *pdf.Page) {
			row := tr.Root().Child(pdf.Table, none).Child(pdf.TR, none)
			tr.write(p.Tagged(row), 0, 10, "word")
		}, "TR on page 1: has content of its own"},
		{"two heads", func(tr *trial, p *pdf.Page) { tr.sections(p, pdf.THead, pdf.THead, pdf.TBody) }, "two heads"},
		{"head without body", func(tr *trial, p *pdf.Page) { tr.sections(p, pdf.THead) }, "a head without a body"},
		{"rows beside a body", func(tr *trial, p *pdf.Page) { tr.sections(p, pdf.TBody, pdf.TR) }, "rows beside its body"},
		{"caption in the middle", func(tr *trial, p *pdf.Page) { tr.sections(p, pdf.TBody, pdf.Caption, pdf.TBody) }, "neither first nor last"},
		{"text right in a table", func(tr *trial, p *pdf.Page) {
			tr.write(p.Tagged(tr.Root().Child(pdf.Table, none)), 0, 10, "word")
		}, "Table on page 1: has content of its own"},
		{"begins with H2", func(tr *trial, p *pdf.Page) { tr.element(p, pdf.H2, none) }, "level 2 after one of level 0"},
		{"H1, then H3", func(tr *trial, p *pdf.Page) {
			tr.element(p, pdf.H1, none)
			tr.element(p, pdf.H3, none)
		}, "level 3 after one of level 1"},

		{"link without area", func(tr *trial, p *pdf.Page) { tr.element(p, pdf.LinkTag, none) }, "Link on page 1: leads nowhere"},
		{"link in a paragraph", func(tr *trial, p *pdf.Page) {
			p.Link(tr.element(p, pdf.P, none), *box, here, "Here")
		}, "no Link: Document > P on page 1"},
		{"link without contents", func(tr *trial, p *pdf.Page) {
			p.Link(tr.element(p, pdf.LinkTag, none), *box, pdf.Target{URL: "https://example.org/"}, "")
		}, "without contents"},
		{"link to nothing", func(tr *trial, p *pdf.Page) {
			p.Link(tr.element(p, pdf.LinkTag, none), *box, pdf.Target{}, "Nowhere")
		}, "not exactly one"},
		{"link to two places", func(tr *trial, p *pdf.Page) {
			p.Link(tr.element(p, pdf.LinkTag, none), *box, pdf.Target{URL: "https://example.org/", Anchor: "here"}, "Both")
		}, "not exactly one"},
		{"link to no anchor", func(tr *trial, p *pdf.Page) {
			p.Link(tr.element(p, pdf.LinkTag, none), *box, here, "Here")
		}, `page 1: link to "here", an anchor that was never set`},
		{"outline to no anchor", func(tr *trial, _ *pdf.Page) { tr.Outline(1, "Here", "here") }, `outline to "here"`},
		{"outline of level 0", func(tr *trial, _ *pdf.Page) { tr.Outline(0, "Here", "here") }, `"Here" of level 0`},
		{"outline without title", func(tr *trial, _ *pdf.Page) { tr.Outline(1, "", "here") }, `entry "" of level 1`},
		{"anchor twice", func(_ *trial, p *pdf.Page) {
			p.Anchor("here", 0, 0)
			p.Anchor("here", 0, 9)
		}, `anchor "here"`},
		{"labels from page 0", func(tr *trial, _ *pdf.Page) { tr.PageLabels(0, pdf.Decimal, "", 1) }, "labels from page 0"},

		{"element of another", func(tr *trial, p *pdf.Page) { tr.write(p.Tagged(begin(tr.t).Root()), 0, 10, "word") }, "another document: Document"},
		{"font of another", func(tr *trial, p *pdf.Page) {
			p.Tagged(tr.Root()).Glyphs(begin(tr.t).Font(tr.face), 9, black, 0, 0, tr.shaper.Shape("word", "en"))
		}, "font of another document"},
		{"image of another", func(tr *trial, p *pdf.Page) {
			img, err := begin(tr.t).Image(pngOf(tr.t, "gray"))
			if err != nil {
				tr.t.Fatal(err)
			}
			p.Tagged(tr.Root()).Image(img, *box)
		}, "image of another document"},
		{"no such glyph", func(tr *trial, p *pdf.Page) { tr.write(p.Artifact(pdf.Layout), 0, 0, "漢") }, `no glyph for "漢"`},
		{"no number", func(tr *trial, p *pdf.Page) { tr.write(p.Artifact(pdf.Layout), math.NaN(), 0, "word") }, "page 1: a measure"},
		{"infinite", func(tr *trial, p *pdf.Page) { tr.write(p.Artifact(pdf.Layout), 0, math.Inf(1), "word") }, "page 1: a measure"},
		{"far off", func(tr *trial, p *pdf.Page) { tr.write(p.Artifact(pdf.Layout), 1e6, 0, "word") }, "page 1: a measure"},
		{"no number in the tree", func(tr *trial, p *pdf.Page) {
			tr.element(p, pdf.Figure, pdf.Attributes{Alt: "a", BBox: &pdf.Rect{X: math.NaN()}})
		}, "a measure"},
		{"tiny page", func(tr *trial, _ *pdf.Page) { tr.NewPage(2, 100) }, "page 2: a side of 2 points"},
		{"no page size", func(tr *trial, _ *pdf.Page) { tr.NewPage(100, math.NaN()) }, "page 2: a side of NaN points"},
	}
	for _, c := range cases {
		t.Run(c.what, func(t *testing.T) {
			tr := begin(t)
			p := tr.a4()
			tr.element(p, pdf.P, pdf.Attributes{})
			c.draw(tr, p)
			data, err := tr.Bytes()
			if err == nil || data != nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v\nwant %s", err, c.want)
			}
		})
	}
}

// sections draws a table of sections, with a cell in each.
func (tr *trial) sections(p *pdf.Page, tags ...pdf.Tag) {
	table := tr.Root().Child(pdf.Table, pdf.Attributes{})
	for _, tag := range tags {
		e := table.Child(tag, pdf.Attributes{})
		switch tag {
		case pdf.THead, pdf.TBody:
			e = e.Child(pdf.TR, pdf.Attributes{}).Child(pdf.TD, pdf.Attributes{})
		case pdf.TR:
			e = e.Child(pdf.TD, pdf.Attributes{})
		}
		tr.write(p.Tagged(e), 0, 10, "word")
	}
}

func TestADocumentMustSayWhatItIs(t *testing.T) {
	for _, c := range []struct {
		info pdf.Info
		want string
	}{
		{pdf.Info{Lang: "en"}, "no title"},
		{pdf.Info{Title: " \n", Lang: "en"}, "no title"},
		{pdf.Info{Title: "T"}, `language ""`},
		{pdf.Info{Title: "T", Lang: "1en"}, `language "1en"`},
		{pdf.Info{Title: "T", Lang: "en-"}, `language "en-"`},
		{pdf.Info{Title: "T", Lang: "en", Modified: "25.3.2021"}, "date"},
		{pdf.Info{Title: "T", Lang: "en", Modified: "2021-03-2x"}, "date"},
		{pdf.Info{Title: "T", Lang: "en", Modified: "2021/03/25"}, "date"},
	} {
		tr := beginWith(t, c.info)
		tr.element(tr.a4(), pdf.P, pdf.Attributes{})
		if _, err := tr.Bytes(); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%+v: %v", c.info, err)
		}
	}
	if _, err := begin(t).Bytes(); err == nil || !strings.Contains(err.Error(), "no pages") {
		t.Errorf("without pages: %v", err)
	}
	tr := begin(t)
	tr.write(tr.a4().Artifact(pdf.Layout), 0, 10, "word")
	if _, err := tr.Bytes(); err == nil || !strings.Contains(err.Error(), "Document: empty") {
		t.Errorf("without content: %v", err)
	}
}

func TestWhatIsAllowedPasses(t *testing.T) {
	tr := beginWith(t, pdf.Info{Title: "T", Lang: "sr-Latn-RS"})
	p := tr.a4()
	for _, tag := range []pdf.Tag{pdf.H1, pdf.H2, pdf.H3, pdf.H2, pdf.H1, pdf.Code, pdf.BlockQuote} {
		tr.element(p, tag, pdf.Attributes{})
	}
	toc := tr.Root().Child(pdf.TOC, pdf.Attributes{})
	tr.write(p.Tagged(toc.Child(pdf.TOCI, pdf.Attributes{}).Child(pdf.Lbl, pdf.Attributes{})), 0, 10, "1")
	tr.write(p.Tagged(toc.Child(pdf.TOC, pdf.Attributes{}).Child(pdf.TOCI, pdf.Attributes{})), 0, 10, "word")
	tr.write(p.Tagged(tr.Root().Child(pdf.Note, pdf.Attributes{ID: "n"}).Child(pdf.Lbl, pdf.Attributes{})), 0, 10, "1")
	tr.element(p, pdf.P, pdf.Attributes{}).Child(pdf.Span, pdf.Attributes{Actual: "…"}).Join()
	read(t, tr.bytes())
}
