package build_test

import (
	"archive/zip"
	"bytes"
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/internal/build"
	"dossier/internal/check/ua"
	"dossier/internal/theme"
	"dossier/themes"
)

func TestAChangeRendersWhatShowsItAndNothingElse(t *testing.T) {
	for _, tt := range []struct {
		name   string
		change func(s testSite)
		want   []string
	}{
		{"nothing", func(testSite) {}, nil},
		{"time stamps alone", testSite.age, nil},
		{"the body of a project", func(s testSite) {
			s.replace("content/projects/fjord/index.en.md", "they can foresee", "they can plan")
		}, []string{"en/projects/fjord/fjord-en.pdf", "en/projects/fjord/index.html"}},
		{"the body of a page", func(s testSite) {
			s.replace("content/pages/about.el.md", "Ο ιστότοπος ανήκει", "Αυτός ο ιστότοπος ανήκει")
		}, []string{"el/o-istotopos/index.html"}},
		{"the body of an event, which the feed carries", func(s testSite) {
			s.replace("content/events/apning.en.md", "Everybody", "Anybody")
		}, []string{"en/events/2026/opening/index.html", "en/feed.xml"}},
		{"the body of a chapter, which the whole guide shows", func(s testSite) {
			s.replace("content/guides/hverdag/010-tid.nb.md", "Begynn", "Start")
		}, []string{
			"nb/veiledere/hverdag/hele-veilederen/index.html", "nb/veiledere/hverdag/hverdag-nb.epub",
			"nb/veiledere/hverdag/hverdag-nb.pdf", "nb/veiledere/hverdag/tiden/index.html",
		}},
		{"the title of a project", func(s testSite) {
			s.replace("content/projects/fjord/index.en.md", "Kinder hours", "Better hours")
		}, []string{
			"en/data/projects.json",
			"en/events/2026/opening/index.html",
			"en/guides/week/index.html",
			"en/index.html",
			"en/kits/families/index.html",
			"en/kits/families/nursery-place/index.html",
			"en/kits/families/territory/more-og-romsdal/index.html",
			"en/partners/aarhus/index.html",
			"en/partners/alesund-kommune/index.html",
			"en/partners/project/fjord/index.html",
			"en/partners/project/index.html",
			"en/partners/zurich/index.html",
			"en/programmes/horizon/index.html",
			"en/projects/fjord/fjord-en.pdf",
			"en/projects/fjord/index.html",
			"en/projects/index.html",
			"en/projects/programme/horizon/index.html",
			"en/projects/status/running/index.html",
			"en/projects/territory/more-og-romsdal/index.html",
			"en/site-map/index.html",
			"en/territories/more-og-romsdal/index.html",
		}},
		{"an amount of a sheet", func(s testSite) {
			s.replace("content/kits/familier/barnehage.md", `en: "free of charge`, `en: "nothing`)
		}, []string{
			"en/kits/families/families-en.pdf",
			"en/kits/families/families-en.zip",
			"en/kits/families/nursery-place/index.html",
			"en/kits/families/nursery-place/nursery-place-en.pdf",
			"en/kits/families/nursery-place/nursery-place-large-print-en.pdf",
			"en/kits/families/territory/more-og-romsdal/families-more-og-romsdal-en.pdf",
			"en/kits/families/territory/more-og-romsdal/families-more-og-romsdal-en.zip",
		}},
		{"the alias of a page", func(s testSite) {
			s.replace("content/pages/about.nb.md", "slug:", "aliases: [/nb/gammel]\nslug:")
		}, []string{"_redirects", "_redirects.apache", "_redirects.netlify", "_redirects.nginx", "nb/gammel/index.html"}},
		{"a file published as it is", func(s testSite) { s.write("static/CNAME", "fjord.example.no\n") }, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			site := europe(t)
			r := site.resident()
			r.build()
			tt.change(site)
			if diff := cmp.Diff(tt.want, r.rendered()); diff != "" {
				t.Errorf("rendered (-want +got):\n%s", diff)
			}
		})
	}
}

func TestANewNameIsRenderedWhereverItIsShown(t *testing.T) {
	for _, tt := range []struct {
		name, path, old, text string
		atLeast               int
	}{
		{"partner", "content/partners/aarhus.md", `name: "Aarhus"`, `name: "Aarhus by"`, 50},
		{"event in one language", "content/events/apning.nb.md", "Åpningskonferanse", "Storkonferanse", 5},
		{"territory in one language", "content/territories/more-og-romsdal.md", `en: "Møre og Romsdal"`, `en: "West coast"`, 5},
		{"guide in one language", "content/guides/hverdag/index.it.md", "La settimana in ordine", "La settimana ordinata", 5},
	} {
		t.Run(tt.name, func(t *testing.T) {
			site := europe(t)
			r := site.resident()
			before := r.build()
			site.replace(tt.path, tt.old, tt.text)
			got := r.rendered()
			if diff := cmp.Diff(changed(before, r.last), got); diff != "" {
				t.Errorf("rendered is not what changed (-changed +rendered):\n%s", diff)
			}
			_, word, _ := strings.Cut(strings.Trim(tt.text, `"`), `"`)
			if word == "" {
				word = tt.text
			}
			if diff := cmp.Diff(showing(t, r.last, word), got); diff != "" {
				t.Errorf("rendered is not what shows %q (-showing +rendered):\n%s", word, diff)
			}
			if len(got) < tt.atLeast {
				t.Errorf("only %d outputs show the name", len(got))
			}
		})
	}
}

// showing are the outputs that hold a text.
func showing(t *testing.T, r *build.Result, text string) []string {
	t.Helper()
	var paths []string
	for _, f := range r.Files {
		if strings.Contains(words(t, f.Path, f.Data), text) {
			paths = append(paths, f.Path)
		}
	}
	return paths
}

// words are what a reader finds in a file: in a document its text, in an archive
// that of its members.
func words(t *testing.T, name string, data []byte) string {
	t.Helper()
	switch path.Ext(name) {
	case ".pdf":
		report, err := ua.Check(data)
		if err != nil {
			t.Fatal(err)
		}
		return report.Title + "\n" + report.Text()
	case ".zip", ".epub":
		z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		var all strings.Builder
		for _, f := range z.File {
			member, err := fs.ReadFile(z, f.Name)
			if err != nil {
				t.Fatal(err)
			}
			all.WriteString(words(t, f.Name, member) + "\n")
		}
		return all.String()
	}
	return string(data)
}

// layout is the text of a file of the built-in theme.
func layout(t testing.TB, name string) string {
	t.Helper()
	base, ok := themes.Builtin("civic")
	if !ok {
		t.Fatal("no built-in theme")
	}
	b, err := fs.ReadFile(base, name)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestAChangedLayoutRendersThePagesOfItsKind(t *testing.T) {
	site := europe(t)
	r := site.resident()
	byKind := map[string][]string{}
	for _, o := range r.build().Outputs {
		if o.Renderer == "html" {
			byKind[o.Template] = append(byKind[o.Template], o.Path)
		}
	}
	for kind, pages := range byKind {
		name := "themes/civic/layouts/" + kind + ".html"
		before := r.last
		site.write(name, layout(t, "layouts/"+kind+".html")+"<p>one more line</p>\n")
		got := r.rendered()
		if diff := cmp.Diff(pages, got); diff != "" {
			t.Errorf("%s: rendered (-pages of the kind +got):\n%s", kind, diff)
		}
		if diff := cmp.Diff(changed(before, r.last), got); diff != "" && !theme.Standalone(kind) {
			t.Errorf("%s: rendered is not what changed:\n%s", kind, diff)
		}
		site.remove("themes")
		if got := r.rendered(); len(got) > 0 {
			t.Errorf("%s: with the layout as it was, %d outputs were made again", kind, len(got))
		}
	}
}

func TestAChangeOfTheThemeRendersThePagesThatReachIt(t *testing.T) {
	site := europe(t)
	r := site.resident()
	pages := func(of func(template string) bool) []string {
		var out []string
		for _, o := range r.last.Outputs {
			if o.Renderer == "html" && of(o.Template) {
				out = append(out, o.Path)
			}
		}
		return out
	}
	r.build()
	every := pages(func(string) bool { return true })
	framed := pages(func(kind string) bool { return !theme.Standalone(kind) })
	for _, tt := range []struct {
		name string
		file string
		text string
		want []string
	}{
		{"a style sheet, whose name changes with it", "assets/css/01-tokens.css", layout(t, "assets/css/01-tokens.css") + ".x{color:red}\n", every},
		{"the frame", "layouts/base.html", strings.Replace(layout(t, "layouts/base.html"), "<footer", "<p>one more</p><footer", 1) + " ", framed},
		{"a partial of one kind", "layouts/partials/sessions.html", layout(t, "layouts/partials/sessions.html") + "<p>more</p>", pages(func(k string) bool { return k == "event" })},
	} {
		t.Run(tt.name, func(t *testing.T) {
			site := testSite{t, site.dir}
			site.write("themes/civic/"+tt.file, tt.text)
			got := r.rendered()
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("rendered (-want +got):\n%s", diff)
			}
			sameFiles(t, "against a fresh build", site.fresh(), r.last)
			site.remove("themes")
			r.build()
		})
	}
}

func TestAMessageOverrideRendersThePagesThatShowIt(t *testing.T) {
	site := europe(t)
	r := site.resident()
	r.build()
	site.replace("i18n/nb.toml", `venue = "Sted og adkomst"`, `venue = "Hvor det er"`)
	if diff := cmp.Diff([]string{"nb/arrangementer/2026/apning/index.html"}, r.rendered()); diff != "" {
		t.Errorf("a word of the theme (-want +got):\n%s", diff)
	}
	site.replace("i18n/el.toml", `right = "Δικαίωμα"`, `right = "Αξίωση"`)
	got := r.rendered()
	if diff := cmp.Diff(showing(t, r.last, "Αξίωση"), got); diff != "" || len(got) == 0 {
		t.Errorf("a label of the program (-showing +rendered):\n%s", diff)
	}
	if slices.ContainsFunc(got, func(p string) bool { return !strings.HasPrefix(p, "el/") }) {
		t.Errorf("a Greek word was rendered elsewhere: %v", got)
	}
}
