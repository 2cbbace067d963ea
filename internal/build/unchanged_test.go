package build_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"dossier/internal/build"
)

// ran are the phases of a build.
func ran(r *build.Result) []string {
	var names []string
	for _, p := range r.Phases {
		names = append(names, p.Name)
	}
	return names
}

func TestABuildOfNothingNewOnlyCompares(t *testing.T) {
	site := europe(t)
	site.paperless()
	public := filepath.Join(t.TempDir(), "public")
	o := build.Options{Root: site.dir, Today: clock(), Out: public}
	first := mustBuild(t, o)
	if len(first.Diags) == 0 {
		t.Fatal("the site tells nothing: it no longer shows that what was told is told again")
	}
	again := mustBuild(t, o)
	if !slices.Equal(ran(again), []string{"source", "compare"}) {
		t.Errorf("the phases were %v", ran(again))
	}
	if told(again.Diags) != told(first.Diags) || again.Totals != first.Totals || len(again.Files) != len(first.Files) || !again.Report.NothingToDo {
		t.Errorf("the second build tells\n%s\nand %+v; the first told\n%s\nand %+v", told(again.Diags), again.Totals, told(first.Diags), first.Totals)
	}
}

func TestWhateverChangesIsBuilt(t *testing.T) {
	site := europe(t)
	site.paperless()
	site.write("static/robots-extra.txt", "x")
	public := filepath.Join(t.TempDir(), "public")
	base := build.Options{Root: site.dir, Today: clock(), Out: public}
	tomorrow := clock()
	tomorrow.Year++
	for _, tt := range []struct {
		name   string
		change func(o *build.Options)
	}{
		{"a body", func(*build.Options) { site.replace("content/index.en.md", "Read what", "Read all that") }},
		{"a fact", func(*build.Options) { site.replace("site.toml", "#0b3d75", "#0b3d76") }},
		{"a static file", func(*build.Options) { site.write("static/robots-extra.txt", "y") }},
		{"a file more", func(*build.Options) { site.write("static/one-more.txt", "y") }},
		{"a file less", func(*build.Options) { site.remove("static/one-more.txt") }},
		{"the day", func(o *build.Options) { o.Today = tomorrow }},
		{"the address", func(o *build.Options) { o.BaseURL = "https://other.example.org/" }},
		{"drafts", func(o *build.Options) { o.Drafts = true }},
		{"what is due later", func(o *build.Options) { o.Future = true }},
		{"no index", func(o *build.Options) { o.NoIndex = true }},
		{"a published file, by hand", func(*build.Options) { tamper(t, public, "robots.txt") }},
		{"a published file, taken away", func(*build.Options) { take(t, public, "robots.txt") }},
	} {
		t.Run(tt.name, func(t *testing.T) {
			mustBuild(t, base)
			o := base
			tt.change(&o)
			r := run(t, o)
			if slices.Contains(ran(r), "compare") {
				t.Error("nothing was built")
			}
			fresh := o
			fresh.Out, fresh.NoCache = filepath.Join(t.TempDir(), "public"), true
			sameFiles(t, tt.name, mustBuild(t, fresh), r)
			if differ, err := build.Verify(o); err != nil || len(differ) > 0 {
				t.Errorf("published and fresh differ at %v, %v", differ, err)
			}
		})
	}
}

func TestVerifyFindsWhatWasNotBuilt(t *testing.T) {
	site := europe(t)
	site.paperless()
	public := filepath.Join(t.TempDir(), "public")
	o := build.Options{Root: site.dir, Today: clock(), Out: public}
	mustBuild(t, o)
	tamper(t, public, "robots.txt")
	take(t, public, "sitemap.xml")
	if err := os.WriteFile(filepath.Join(public, "more.txt"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	differ, err := build.Verify(o)
	if err != nil || !slices.Equal(differ, []string{"more.txt", "robots.txt", "sitemap.xml"}) {
		t.Errorf("it differs at %v, %v", differ, err)
	}
}

func tamper(t *testing.T, public, name string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(public, name), []byte("changed by hand"), 0o644); err != nil {
		t.Fatal(err)
	}
}

func take(t *testing.T, public, name string) {
	t.Helper()
	if err := os.Remove(filepath.Join(public, name)); err != nil {
		t.Fatal(err)
	}
}
