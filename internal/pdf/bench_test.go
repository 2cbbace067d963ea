package pdf_test

import (
	"strings"
	"testing"

	"dossier/internal/pdf"
	"dossier/internal/pdf/face"
)

const sentence = "Parents who adopt have the same rights as those by birth, and each may ask for leave of his or her own. "

// BenchmarkSheet writes a page of 45 lines in four fonts, shaped beforehand.
func BenchmarkSheet(b *testing.B) {
	var faces []*face.Face
	var lines [][]face.Glyph
	for _, name := range []string{"Regular", "Bold", "It", "BoldIt"} {
		f := loadFace(b, "SourceSans3-"+name+".ttf")
		faces = append(faces, f)
		lines = append(lines, f.NewShaper().Shape(strings.Repeat(sentence, 1), "en"))
	}
	b.ReportAllocs()
	size := 0
	for b.Loop() {
		d := pdf.New(pdf.Info{Title: "Sheet", Lang: "en"})
		p := d.NewPage(595.28, 841.89)
		for i := range 45 {
			ink := p.Tagged(d.Root().Child(pdf.P, pdf.Attributes{}))
			n := i % len(faces)
			ink.Glyphs(d.Font(faces[n]), 10, black, 50, 60+16*float64(i), lines[n])
		}
		data, err := d.Bytes()
		if err != nil {
			b.Fatal(err)
		}
		size = len(data)
	}
	b.ReportMetric(float64(size), "bytes")
}
