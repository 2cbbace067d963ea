package build_test

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"dossier/internal/build"
)

// FuzzEdits builds on after each edit of a script, whose bytes name the kinds of
// edits, and compares with a build from nothing.
func FuzzEdits(f *testing.F) {
	f.Add(uint64(1), []byte{0, 10})
	f.Fuzz(func(t *testing.T, seed uint64, script []byte) {
		if len(script) > 8 {
			t.Skip()
		}
		site := corpus(t, 1)
		e := &editor{testSite: site, rng: rand.New(rand.NewPCG(seed, 0))}
		r := site.resident()
		r.build()
		kinds := edits()
		for n, b := range script {
			e.n, e.before = n, map[string]string{}
			kind := kinds[int(b)%len(kinds)]
			what := kind.name + ": " + kind.make(e)
			if !compare(t, r, clock(), what, e.touched()) {
				e.undo()
				compare(t, r, clock(), "undone "+what, e.touched())
			}
		}
	})
}

// FuzzCache damages a file of the cache: the next build is that of a clean one.
func FuzzCache(f *testing.F) {
	for _, name := range []string{"outputs.pack", "outputs.index", "sources", "state", "last"} {
		f.Add(name, uint32(100), []byte{0xff})
	}
	f.Fuzz(func(t *testing.T, name string, at uint32, damage []byte) {
		if name != filepath.Base(name) || len(damage) == 0 || name == "." || name == ".." {
			t.Skip()
		}
		site := corpus(t, 1)
		clean := published(t, site)
		file := filepath.Join(site.dir, ".cache", name)
		data, err := os.ReadFile(file)
		if err != nil || len(data) == 0 {
			t.Skip()
		}
		copy(data[int(at)%len(data):], damage)
		if err := os.WriteFile(file, data, 0o644); err != nil {
			t.Fatal(err)
		}
		if after := published(t, site); after != clean {
			t.Errorf("%s damaged at %d by %q: the site is another one", name, at, damage)
		}
	})
}

// published builds a site into its folder and returns the manifest of it.
func published(t *testing.T, site testSite) string {
	t.Helper()
	r, err := build.Run(build.Options{Root: site.dir, Out: filepath.Join(site.dir, "public"), Today: clock()})
	if err != nil || r.Failed {
		t.Fatal(err, r.Diags)
	}
	manifest, err := os.ReadFile(filepath.Join(site.dir, "public", ".dossier.json"))
	if err != nil {
		t.Fatal(err)
	}
	return string(manifest)
}
