package build_test

import (
	"fmt"
	"runtime"
	"testing"

	"dossier/internal/build"
)

// BenchmarkBuild measures whole runs without publishing: from nothing, with
// nothing changed, and with the body of one project changed, the last two as the
// development server runs them. Times tell by their ratios; allocations a page
// hold on every machine.
func BenchmarkBuild(b *testing.B) {
	for _, size := range []struct{ pages, projects int }{{100, 1}, {1000, 25}} {
		b.Run(fmt.Sprint(size.pages), func(b *testing.B) {
			site := corpus(b, size.projects)
			site.paperless() // documents are measured by themselves
			b.Run("cold", func(b *testing.B) {
				o := site.options()
				measure(b, func(int) *build.Result { return mustBuild(b, o) })
			})
			b.Run("nochange", func(b *testing.B) {
				r := site.resident()
				r.build()
				measure(b, func(int) *build.Result { return r.build() })
			})
			b.Run("body", func(b *testing.B) {
				r := site.resident()
				r.build()
				const name = "content/projects/p0/index.it.md"
				text := site.read(name)
				measure(b, func(i int) *build.Result {
					site.write(name, text+fmt.Sprintf("\nRevisione %d.\n", i))
					return r.build()
				})
			})
		})
	}
}

// measure runs builds and reports what each page costs.
func measure(b *testing.B, build func(i int) *build.Result) {
	b.ReportAllocs()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	pages, i := 0, 0
	for b.Loop() {
		i++
		r := build(i)
		if r.Failed {
			b.Fatal(told(r.Diags))
		}
		pages = 0
		for _, o := range r.Outputs {
			if o.Renderer == "html" {
				pages++
			}
		}
	}
	runtime.ReadMemStats(&after)
	b.ReportMetric(float64(pages), "pages")
	b.ReportMetric(float64(after.Mallocs-before.Mallocs)/float64(b.N*pages), "allocs/page")
	b.ReportMetric(float64(after.TotalAlloc-before.TotalAlloc)/float64(b.N*pages)/1000, "kB/page")
}
