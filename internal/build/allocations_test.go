package build_test

import (
	"path/filepath"
	"runtime"
	"testing"

	"dossier/internal/build"
)

// What a page of a site of 1 000 pages may cost, built from nothing: a guard
// against carelessness that holds on every machine, as times do not.
const (
	maxAllocations = 900
	maxBytes       = 110_000
)

func TestAPageCostsFewAllocations(t *testing.T) {
	if underRace {
		t.Skip("the race detector allocates too")
	}
	site := corpus(t, 25)
	site.paperless()
	o := build.Options{Root: site.dir, Today: clock(), Out: filepath.Join(t.TempDir(), "public")}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	r := mustBuild(t, o)
	runtime.ReadMemStats(&after)
	pages := uint64(r.Totals.Pages)
	allocations, bytes := (after.Mallocs-before.Mallocs)/pages, (after.TotalAlloc-before.TotalAlloc)/pages
	t.Logf("%d pages: %d allocations and %d bytes a page", pages, allocations, bytes)
	if allocations > maxAllocations || bytes > maxBytes || pages < 1000 {
		t.Errorf("%d pages cost %d allocations and %d bytes each; the limits are %d and %d", pages, allocations, bytes, maxAllocations, maxBytes)
	}
}
