package face

import (
	"strings"
	"testing"
)

const paragraph = "La Regione del Veneto e i suoi partner hanno messo a punto un servizio che accompagna " +
	"le imprese agricole nell'uso dell'acqua: sei sportelli, una carta delle falde, e avvisi in cinque lingue. " +
	"AVVISO – Tutti i dati sono affidabili, ufficiali e fissati al 2026."

func BenchmarkLoad(b *testing.B) {
	data := fontFile(b, "SourceSans3-Regular.ttf")
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Load(data); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkNewShaper(b *testing.B) {
	f := load(b, "SourceSans3-Regular.ttf")
	b.ReportAllocs()
	for b.Loop() {
		f.NewShaper().Shape("a", "it")
	}
}

func BenchmarkShapeParagraph(b *testing.B) {
	s := load(b, "SourceSans3-Regular.ttf").NewShaper()
	b.ReportAllocs()
	count := 0
	for b.Loop() {
		count += len(s.Shape(paragraph, "it"))
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(count), "ns/glyph")
}

func BenchmarkShapeWords(b *testing.B) {
	s := load(b, "SourceSans3-Regular.ttf").NewShaper()
	words := strings.Fields(paragraph)
	b.ReportAllocs()
	count := 0
	for b.Loop() {
		for _, word := range words {
			count += len(s.Shape(word, "it"))
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(count), "ns/glyph")
}

func BenchmarkSubsetBytes(b *testing.B) {
	f := load(b, "SourceSans3-Regular.ttf")
	sub := f.NewSubset()
	for _, g := range f.NewShaper().Shape("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789àèéìòù.,;:!?()", "it") {
		sub.Add(g.ID, g.Text)
	}
	b.ReportAllocs()
	b.ReportMetric(float64(len(sub.CIDs())), "glyphs")
	for b.Loop() {
		if _, err := sub.Bytes(); err != nil {
			b.Fatal(err)
		}
	}
}
