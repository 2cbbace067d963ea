package build_test

import (
	"strings"
	"testing"

	"dossier/internal/diag"
)

func TestTwoOutputsInOnePlaceAreAnErrorThatNamesBoth(t *testing.T) {
	for _, tt := range []struct {
		name    string
		change  func(s testSite)
		address string
		first   string // file that holds the address
		second  string // file that wants it as well
	}{
		{"two slugs", func(s testSite) {
			s.words("content/pages/other", "Altra", "Other", "Testo.")
			s.replace("content/pages/other.en.md", "title:", "slug: about\ntitle:")
		}, "/en/about/", "content/pages/about.en.md", "content/pages/other.en.md"},
		{"two slugs that differ by language only in their record", func(s testSite) {
			s.words("content/projects/second", "Secondo", "Second", "")
			s.facts("content/projects/second.md", "acronym: S", "start: 2026", "lead: zurich", "funding: [{statement: none}]", "territories: [more-og-romsdal]", "contact: {email: a@example.no}")
			s.replace("content/projects/second.it.md", "title:", "slug: fjord\ntitle:")
		}, "/it/progetti/fjord/", "content/projects/fjord/index.it.md", "content/projects/second.it.md"},
		{"a page and a section", func(s testSite) {
			s.replace("content/pages/about.en.md", "slug: about", "slug: projects")
		}, "/en/projects/", "content/projects", "content/pages/about.en.md"},
		{"a page and the site map", func(s testSite) {
			s.replace("content/pages/about.en.md", "slug: about", "slug: site-map")
		}, "/en/site-map/", "content/pages/about.en.md", "site.toml"},
		{"an organisation and the directory by country", func(s testSite) {
			s.replace("content/partners/zurich.md", "lang: de", "lang: de\nslug: {en: country}")
		}, "/en/partners/country/", "content/partners", "content/partners/zurich.md"},
		{"a sheet and the page of a kit for a place", func(s testSite) {
			s.replace("content/kits/familier/barnehage.en.md", "slug: nursery-place", "slug: territory")
			s.replace("content/territories/more-og-romsdal.md", "slug: {el:", "aliases: [/en/kits/families/territory]\nslug: {el:")
		}, "/en/kits/families/territory/", "content/kits/familier/barnehage.en.md", "content/territories/more-og-romsdal.md"},
		{"a chapter and the whole guide", func(s testSite) {
			s.replace("content/guides/hverdag/010-tid.en.md", "slug: time", "slug: whole-guide")
		}, "/en/guides/week/whole-guide/", "content/guides/hverdag/index.en.md", "content/guides/hverdag/010-tid.en.md"},
		{"an old address and a page", func(s testSite) {
			s.replace("content/pages/about.en.md", "slug:", "aliases: [/en/projects/fjord]\nslug:")
		}, "/en/projects/fjord/", "content/projects/fjord/index.en.md", "content/pages/about.en.md"},
		{"an old address twice", func(s testSite) {
			s.replace("content/pages/about.en.md", "slug:", "aliases: [/en/old]\nslug:")
			s.replace("content/events/apning.en.md", "slug:", "aliases: [/en/old/]\nslug:")
		}, "/en/old/", "content/events/apning.en.md", "content/pages/about.en.md"},
		{"a file and a page", func(s testSite) {
			s.write("static/en/about/index.html", "mine")
		}, "/en/about/", "content/pages/about.en.md", "static/en/about/index.html"},
		{"a file and a page that differ in case", func(s testSite) {
			s.write("static/EN/About/Index.html", "mine")
		}, "/EN/About/Index.html", "content/pages/about.en.md", "static/EN/About/Index.html"},
		{"a file and a generated one", func(s testSite) { s.write("static/robots.txt", "mine") }, "/robots.txt", "site.toml", "static/robots.txt"},
		{"a file and the asset of a page", func(s testSite) {
			s.write("content/pages/note.pdf", "%PDF-1.4")
			s.replace("content/pages/about.en.md", "The site", "[Note](note.pdf) The site")
			s.write("static/files/pages/note.pdf", "mine")
		}, "/files/pages/note.pdf", "static/files/pages/note.pdf", "content/pages/note.pdf"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			site := europe(t)
			tt.change(site)
			o := site.options()
			o.Out = site.path("public") // whose writer takes a path but once
			r := run(t, o)
			if !r.Failed || len(r.Files) > 0 {
				t.Fatal("the site was built")
			}
			d, found := collision(r.Diags, tt.address)
			if !found {
				t.Fatalf("no url-collision of %s in\n%s", tt.address, told(r.Diags))
			}
			if tt.second != "" && d.Pos.File != tt.second {
				t.Errorf("the error stands in %q, not %q", d.Pos.File, tt.second)
			}
			if tt.first != "" && (len(d.Related) != 1 || d.Related[0].Pos.File != tt.first) {
				t.Errorf("the first claim is %v, not that of %q", d.Related, tt.first)
			}
		})
	}
}

func collision(ds []diag.Diagnostic, address string) (diag.Diagnostic, bool) {
	for _, d := range ds {
		if d.ID == "url-collision" && d.Message.Args[0] == address {
			return d, true
		}
	}
	return diag.Diagnostic{}, false
}

func TestAnAddressThatIsTooLongForSomeHostsIsRefused(t *testing.T) {
	site := europe(t)
	site.replace("content/pages/about.en.md", "slug: about", "slug: "+strings.Repeat("long-", 40)+"end")
	o := site.options()
	o.Out = site.path("public")
	r := run(t, o)
	if !r.Failed {
		t.Error("the site was built")
	}
	contains(t, told(r.Diags), "bad-path")
}
