package build_test

import (
	"path/filepath"
	"testing"

	"dossier/internal/build"
)

// TestAnotherLayoutPlansNothing holds that pages are written anew from the views that
// the cache keeps, and planned anew where it has lost them.
func TestAnotherLayoutPlansNothing(t *testing.T) {
	for _, tt := range []struct {
		name   string
		layout string
		spoil  func(s testSite)
		taken  bool // pages are taken over from the plan before
	}{
		{name: "of all pages", layout: "base", taken: true},
		{name: "of projects", layout: "project", taken: true},
		{name: "with the views lost", layout: "base", spoil: func(s testSite) { s.remove(outputsCache) }},
		{name: "with the plan lost", layout: "base", spoil: func(s testSite) { s.remove(".cache/state") }},
		{name: "and words", layout: "base", taken: true, spoil: func(s testSite) {
			s.write("content/index.en.md", s.read("content/index.en.md")+"\nOne more sentence.\n")
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			site := europe(t)
			name := "layouts/" + tt.layout + ".html"
			site.write("themes/civic/"+name, layout(t, name))
			o := build.Options{Root: site.dir, Today: clock(), Out: filepath.Join(t.TempDir(), "public")}
			mustBuild(t, o)
			site.write("themes/civic/"+name, layout(t, name)+"<p>One more</p>\n")
			if tt.spoil != nil {
				tt.spoil(site)
			}
			got := mustBuild(t, o)
			sameFiles(t, tt.name, site.fresh(), got)
			for _, o := range got.Outputs {
				if o.Path == "en/projects/fjord/index.html" && (o.Parts == nil) != tt.taken {
					t.Errorf("the page was taken over from the plan before: %v", !tt.taken)
				}
			}
		})
	}
}
