package build_test

import (
	"testing"

	"dossier/internal/build"
	"dossier/internal/check/ua"
	"dossier/internal/plan"
	"dossier/internal/view"
)

// BenchmarkDocuments sets documents of the demonstration site and says what a
// page of each costs in processor time; the guide is also set as a book.
func BenchmarkDocuments(b *testing.B) {
	o := demonstration(b).options()
	r := mustBuild(b, o)
	large := func(o plan.Output) bool { v, ok := o.View.(*view.SheetPaper); return ok && v.Large }
	for _, kind := range []struct {
		name string
		is   func(plan.Output) bool
	}{
		{"sheet", func(o plan.Output) bool { return o.Renderer == "sheet" && !large(o) }},
		{"large", large},
		{"guide", func(o plan.Output) bool { return o.Renderer == "guide" }},
		{"kit", func(o plan.Output) bool { return o.Renderer == "kit" }},
		{"dossier", func(o plan.Output) bool { return o.Renderer == "dossier" }},
	} {
		b.Run(kind.name, func(b *testing.B) { benchmarkKind(b, r, kind.is) })
	}
}

// benchmarkKind sets all documents of a kind, one after another.
func benchmarkKind(b *testing.B, r *build.Result, is func(plan.Output) bool) {
	pages, bytes, documents := 0, 0, 0
	var outputs []plan.Output
	for i, o := range r.Outputs {
		if !is(o) {
			continue
		}
		report, err := ua.Check(r.Files[i].Data)
		if err != nil {
			b.Fatal(err)
		}
		outputs = append(outputs, o)
		pages, bytes, documents = pages+report.Pages, bytes+len(r.Files[i].Data), documents+1
	}
	if documents == 0 {
		b.Fatal("the site has no such document")
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, o := range outputs {
			if _, err := r.Render(o); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*pages)/1000, "ms/page")
	b.ReportMetric(float64(pages)/float64(documents), "pages/document")
	b.ReportMetric(float64(bytes)/float64(documents)/1000, "kB/document")
}
