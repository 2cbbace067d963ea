package layout_test

import (
	"fmt"
	"testing"

	"dossier/internal/pdf"
	"dossier/internal/pdf/layout"
)

// guide is a document of about twenty pages of text, tables, lists and notes.
func guide() []layout.Block {
	soft := a4().Soft
	list := []layout.Block{layout.Heading{Level: 1, ID: "title", Spans: span("A guide")}, layout.Contents{Depth: 3}}
	for i := range 12 {
		name := fmt.Sprint("chapter-", i)
		note := &layout.Note{ID: "note-" + name, Blocks: []layout.Block{para(words(20 + i))}}
		var rows [][]layout.Cell
		for j := range 12 {
			rows = append(rows, cells(words(2+j%3), words(6+i+j), fmt.Sprint(j*i)))
		}
		var items []layout.Item
		for j := range 8 {
			items = append(items, layout.Item{Blocks: []layout.Block{layout.Paragraph{Spans: span(words(10 + j*3 + i)), Tight: true}}})
		}
		list = append(list,
			layout.Heading{Level: 2, ID: name, Spans: span("A chapter of the guide"), Page: i%3 == 0},
			layout.Paragraph{Spans: []layout.Span{{Text: words(60 + i)}, {Text: "1", Note: note}, {Text: " " + words(50+i)}}},
			para(words(110+i)), layout.List{Items: items}, layout.Heading{Level: 3, ID: name + "-a", Spans: span("A section")},
			layout.Table{Head: cells("Name", "What", "Fee"), Rows: rows}, para(words(90+i)),
			layout.Callout{Title: "Note", Fill: soft, Blocks: []layout.Block{para(words(40 + i))}}, para(words(120+i)),
		)
	}
	return list
}

func BenchmarkGuide(b *testing.B) {
	style, list := a4(), guide()
	pages := 0
	b.ReportAllocs()
	for b.Loop() {
		doc := newDocument()
		r, err := layout.Set(doc, style, list, frame)
		if err != nil {
			b.Fatal(err)
		}
		pages = r.Pages
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*pages), "µs/page")
	b.ReportMetric(float64(pages), "pages")
}

func BenchmarkGuideToBytes(b *testing.B) {
	style, list := a4(), guide()
	b.ReportAllocs()
	for b.Loop() {
		doc := newDocument()
		if _, err := layout.Set(doc, style, list, frame); err != nil {
			b.Fatal(err)
		}
		if _, err := doc.Bytes(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSheet(b *testing.B) {
	style := a4()
	doc := newDocument()
	list := every(b, doc)[11:18]
	b.ReportAllocs()
	for b.Loop() {
		doc := pdf.New(pdf.Info{Title: "Sheet", Lang: "en"})
		if _, err := layout.Set(doc, style, list, nil); err != nil {
			b.Fatal(err)
		}
		if _, err := doc.Bytes(); err != nil {
			b.Fatal(err)
		}
	}
}
