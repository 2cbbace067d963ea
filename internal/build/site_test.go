package build_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"dossier/internal/build"
	"dossier/internal/diag"
	"dossier/internal/i18n"
	"dossier/internal/memo"
	"dossier/internal/publish"
)

// clock is the day for which sites are built here.
func clock() i18n.Date { return i18n.Date{Year: 2026, Month: 11, Day: 22} }

// testSite is a copy of a site that a test may change.
type testSite struct {
	t   testing.TB
	dir string
}

const (
	repository = "../.."
	europeSite = repository + "/testdata/sites/europe"
	tinySite   = repository + "/testdata/sites/tiny"
)

// demonstration copies the project's own site.
func demonstration(t testing.TB) testSite {
	t.Helper()
	s := testSite{t, t.TempDir()}
	for _, part := range []string{"content", "static"} {
		if err := os.CopyFS(filepath.Join(s.dir, part), os.DirFS(filepath.Join(repository, part))); err != nil {
			t.Fatal(err)
		}
	}
	data, err := os.ReadFile(filepath.Join(repository, "site.toml"))
	if err != nil {
		t.Fatal(err)
	}
	s.write("site.toml", string(data))
	return s
}

// europe copies the site in six languages.
func europe(t testing.TB) testSite { return copyOf(t, europeSite) }

// tiny is a site with two languages and one record or two of each kind, without
// documents.
func tiny(t testing.TB) testSite {
	s := copyOf(t, tinySite)
	s.paperless()
	return s
}

func copyOf(t testing.TB, site string) testSite {
	t.Helper()
	s := testSite{t, t.TempDir()}
	if err := os.CopyFS(s.dir, os.DirFS(site)); err != nil {
		t.Fatal(err)
	}
	return s
}

func (s testSite) path(name string) string { return filepath.Join(s.dir, filepath.FromSlash(name)) }

func (s testSite) read(name string) string {
	s.t.Helper()
	b, err := os.ReadFile(s.path(name))
	if err != nil {
		s.t.Fatal(err)
	}
	return string(b)
}

func (s testSite) write(name, text string) {
	s.t.Helper()
	if err := os.MkdirAll(filepath.Dir(s.path(name)), 0o755); err != nil {
		s.t.Fatal(err)
	}
	if err := os.WriteFile(s.path(name), []byte(text), 0o644); err != nil {
		s.t.Fatal(err)
	}
}

// replace changes the first place where old stands, which must be there.
func (s testSite) replace(name, old, text string) {
	s.t.Helper()
	before := s.read(name)
	if !strings.Contains(before, old) {
		s.t.Fatalf("%s does not hold %q", name, old)
	}
	s.write(name, strings.Replace(before, old, text, 1))
}

func (s testSite) remove(name string) {
	s.t.Helper()
	if err := os.RemoveAll(s.path(name)); err != nil {
		s.t.Fatal(err)
	}
}

// age makes every file older than the span within which time stamps prove
// nothing.
func (s testSite) age() {
	s.t.Helper()
	long := time.Now().Add(-time.Hour)
	err := filepath.WalkDir(s.dir, func(p string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		return os.Chtimes(p, long, long)
	})
	if err != nil {
		s.t.Fatal(err)
	}
}

// options build the site without publishing and without the cache folder.
func (s testSite) options() build.Options {
	return build.Options{Root: s.dir, Today: clock(), NoCache: true}
}

// run builds; content may be wrong, the disk may not.
func run(t testing.TB, o build.Options) *build.Result {
	t.Helper()
	r, err := build.Run(o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// mustBuild builds a site without errors.
func mustBuild(t testing.TB, o build.Options) *build.Result {
	t.Helper()
	r := run(t, o)
	if r.Failed {
		t.Fatalf("the site has errors:\n%s", told(r.Diags))
	}
	return r
}

// told is what an editor reads.
func told(ds []diag.Diagnostic) string {
	var b bytes.Buffer
	diag.Printer{Lang: diag.English}.Text(&b, ds, 0)
	return b.String()
}

func (s testSite) fresh() *build.Result {
	s.t.Helper()
	return mustBuild(s.t, s.options())
}

// resident builds a site again and again, as the development server does.
type resident struct {
	site  testSite
	store *memo.Store
	last  *build.Result
}

func (s testSite) resident() *resident { return &resident{site: s, store: memo.NewStore()} }

func (r *resident) build() *build.Result {
	r.site.t.Helper()
	o := r.site.options()
	o.Store, o.Last = r.store, r.last
	r.last = run(r.site.t, o)
	return r.last
}

// rendered builds and returns the paths that were not remembered, sorted.
func (r *resident) rendered() []string {
	r.site.t.Helper()
	result := r.build()
	if result.Failed {
		r.site.t.Fatalf("the site has errors:\n%s", told(result.Diags))
	}
	var paths []string
	for _, m := range result.Rendered {
		paths = append(paths, m.Path)
	}
	slices.Sort(paths)
	return paths
}

// file returns a finished output.
func file(t testing.TB, r *build.Result, path string) string {
	t.Helper()
	for _, f := range r.Files {
		if f.Path == path {
			return string(f.Data)
		}
	}
	t.Fatalf("no output %s", path)
	return ""
}

func hasFile(r *build.Result, path string) bool {
	return slices.ContainsFunc(r.Files, func(f publish.File) bool { return f.Path == path })
}

// changed are the paths whose bytes differ between two builds, or that only one
// of them has.
func changed(a, b *build.Result) []string {
	before := map[string][32]byte{}
	for _, f := range a.Files {
		before[f.Path] = f.Digest
	}
	var paths []string
	for _, f := range b.Files {
		old, known := before[f.Path]
		if !known || old != f.Digest {
			paths = append(paths, f.Path)
		}
		delete(before, f.Path)
	}
	for p := range before {
		paths = append(paths, p)
	}
	slices.Sort(paths)
	return paths
}

// sameFiles demands that two builds made the same files with the same bytes.
func sameFiles(t testing.TB, what string, want, got *build.Result) {
	t.Helper()
	paths := changed(want, got)
	if len(paths) == 0 {
		return
	}
	t.Errorf("%s: %d of %d files differ, first %s", what, len(paths), len(want.Files), strings.Join(paths[:min(5, len(paths))], ", "))
	if p := paths[0]; hasFile(want, p) && hasFile(got, p) {
		t.Errorf("%s: %s", p, firstDifference(file(t, want, p), file(t, got, p)))
	}
}

func firstDifference(a, b string) string {
	at := 0
	for at < len(a) && at < len(b) && a[at] == b[at] {
		at++
	}
	from := max(0, at-60)
	return fmt.Sprintf("at byte %d\n%q\n%q", at, a[from:min(len(a), at+60)], b[from:min(len(b), at+60)])
}

// mainOf is the main part of a page.
func mainOf(t testing.TB, page string) string {
	t.Helper()
	from, to := strings.Index(page, "<main"), strings.Index(page, "</main>")
	if from < 0 || to < from {
		t.Fatal("the page has no main part")
	}
	return page[from : to+len("</main>")]
}

// contains demands each of the texts in a page.
func contains(t testing.TB, page string, texts ...string) {
	t.Helper()
	for _, text := range texts {
		if !strings.Contains(page, text) {
			t.Errorf("missing: %s", text)
		}
	}
}

// lacks demands that none of the texts is in a page.
func lacks(t testing.TB, page string, texts ...string) {
	t.Helper()
	for _, text := range texts {
		if strings.Contains(page, text) {
			t.Errorf("should not be there: %s", text)
		}
	}
}
