package line_test

import (
	"strings"
	"testing"

	"dossier/internal/pdf"
	"dossier/internal/pdf/line"
)

// page is about 500 words in eleven paragraphs, as on a page of A4.
func (tr *trial) page() [][]line.Span {
	var out [][]line.Span
	for range 11 {
		out = append(out, tr.plain(prose))
	}
	return out
}

// BenchmarkPage breaks and draws the text of a page whose words are known.
func BenchmarkPage(b *testing.B) {
	tr := begin(b)
	paragraphs := tr.page()
	b.ReportAllocs()
	for n := 0; b.Loop(); n++ {
		tr.set(paragraphs)
		if n%200 == 199 { // a document of a sensible length
			b.StopTimer()
			tr = begun(b, tr)
			tr.set(paragraphs)
			b.StartTimer()
		}
	}
	words := 0
	for _, p := range paragraphs {
		words += len(strings.Fields(p[0].Text))
	}
	b.ReportMetric(float64(words), "words")
}

// BenchmarkFirstPage has to shape all words.
func BenchmarkFirstPage(b *testing.B) {
	tr := begin(b)
	paragraphs := tr.page()
	b.ReportAllocs()
	for b.Loop() {
		tr = begun(b, tr)
		tr.set(paragraphs)
	}
}

// BenchmarkBreak breaks the text of a page and does not draw it.
func BenchmarkBreak(b *testing.B) {
	tr := begin(b)
	paragraphs := tr.page()
	b.ReportAllocs()
	for b.Loop() {
		for _, p := range paragraphs {
			tr.Break(p, line.Options{Width: 450, Lang: "it"})
		}
	}
}

func (tr *trial) set(paragraphs [][]line.Span) {
	page, y := tr.a4(), 60.0
	for _, p := range paragraphs {
		text := tr.Break(p, line.Options{Width: 450, Lang: "it"})
		text.Draw(page, tr.Root().Child(pdf.P, pdf.Attributes{}), 72, y, 0, len(text.Lines))
		y += text.Height()
	}
}
