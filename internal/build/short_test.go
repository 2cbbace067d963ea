package build_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dossier/internal/build"
)

// wentShort reports whether a build has not gone through the site.
func wentShort(r *build.Result) bool {
	return slices.ContainsFunc(r.Phases, func(p build.Phase) bool { return p.Name == "short" })
}

// TestTheShortWayIsTakenForWordsTemplatesAndNames pins which changes need not go through
// the site, and that the site is the same either way.
func TestTheShortWayIsTakenForWordsTemplatesAndNames(t *testing.T) {
	const project, page = "content/projects/alfa/index.en.md", "content/pages/about.en.md"
	const partner, owner = "content/partners/cooperativa-sole.md", "content/partners/comune-di-prova.md"
	const base = "themes/civic/layouts/base.html"
	more := func(file, text string) func(testSite) {
		return func(s testSite) { s.write(file, s.read(file)+text) }
	}
	for _, tt := range []struct {
		name  string
		alter func(s testSite)
		short bool
	}{
		{"a sentence", more(project, "\nOne more sentence.\n"), true},
		{"two texts", func(s testSite) { more(project, "\nMore.\n")(s); more(page, "\nMore.\n")(s) }, true},
		{"both languages of a text", func(s testSite) {
			more(project, "\nMore.\n")(s)
			more(strings.Replace(project, ".en.", ".it.", 1), "\nDi più.\n")(s)
		}, true},
		{"a template", more(base, "<p>One more</p>\n"), true},
		{"a template and a text", func(s testSite) { more(base, "<p>One more</p>\n")(s); more(page, "\nMore.\n")(s) }, true},
		{"a text that takes longer", more(page, strings.Repeat("\nMore and more words.\n", 200)), true},
		{"a name", func(s testSite) { s.replace(partner, "Cooperativa Sole", "Cooperativa Luna") }, true},
		{"a summary and words", func(s testSite) { s.replace(project, "balancing", "sharing"); more(project, "\nMore.\n")(s) }, true},
		{"two titles", func(s testSite) {
			s.replace(project, "Alfa, time", "Alfa, hours")
			s.replace("content/news/2026-03-31-risultati.it.md", "I risultati", "Gli esiti")
		}, true},
		{"a name that begins with another letter", func(s testSite) { s.replace(partner, "Cooperativa Sole", "Sole") }, false},
		{"a name that others are called by", func(s testSite) { s.replace(partner, "Cooperativa Sole", "Municipio di Prova") }, false},
		{"a name on every page", func(s testSite) { s.replace(owner, "City of Prova", "Town of Prova") }, false},
		{"another name besides", func(s testSite) { s.replace(owner, "Municipio", "Comunità") }, false},
		{"a country", func(s testSite) { s.replace(partner, "country: IT", "country: FR") }, false},
		{"a title and a link", func(s testSite) {
			s.replace(project, "Alfa, time", "Alfa, hours")
			more(project, "\nSee [the page](@/pages/about).\n")(s)
		}, false},
		{"a title and a picture", func(s testSite) {
			s.replace(project, "Alfa, time", "Alfa, hours")
			s.write("content/projects/alfa/lake.svg", `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>`)
			more(project, "\n![A lake](lake.svg)\n")(s)
		}, false},
		{"a title and a template", func(s testSite) { s.replace(project, "Alfa, time", "Alfa, hours"); more(base, "<p>One more</p>\n")(s) }, false},
		{"a title, and a page gone", func(s testSite) {
			s.replace(project, "Alfa, time", "Alfa, hours")
			s.remove("public/en/about/index.html")
		}, false},
		{"a title, and the cache lost", func(s testSite) { s.replace(project, "Alfa, time", "Alfa, hours"); s.remove(outputsCache) }, false},
		{"a link", more(project, "\nSee [the page](@/pages/about).\n"), false},
		{"a heading", more(project, "\n## One more\n\nText.\n"), false},
		{"a mistake", more(project, "\nSee [the page](@/pages/none).\n"), false},
		{"a warning", more(project, "\nNot **closed.\n"), false},
		{"a title in the menu", func(s testSite) { s.replace(page, "title:", "title: More of") }, false},
		{"a record gone", func(s testSite) { s.remove(page) }, false},
		{"a record more", func(s testSite) { s.write("content/pages/more.en.md", s.read(page)) }, false},
		{"a template with a mistake", more(base, "{{.None}}"), false},
		{"a template with other ids", func(s testSite) { s.replace(base, `id="main"`, `id="principal"`) }, false},
		{"a template with a dead link", more(base, `<a href="/none/">none</a>`), false},
		{"a style", more("themes/civic/assets/css/07-own.css", "p { margin: 0 }"), false},
		{"a setting", func(s testSite) { s.replace("site.toml", "#0b3d75", "#0b3d76") }, false},
		{"a file of static/", func(s testSite) { s.write("static/note.txt", "x") }, false},
		{"words, and the cache lost", func(s testSite) { more(page, "\nMore.\n")(s); s.remove(outputsCache) }, false},
		{"words, and the plan lost", func(s testSite) { more(page, "\nMore.\n")(s); s.remove(".cache/state") }, false},
		{"words, and what was told lost", func(s testSite) { more(page, "\nMore.\n")(s); s.remove(".cache/last") }, false},
		{"words, and a page damaged", func(s testSite) { more(page, "\nMore.\n")(s); s.write("public/en/index.html", "x") }, false},
		{"words, and a page gone", func(s testSite) { more(page, "\nMore.\n")(s); s.remove("public/en/index.html") }, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			site := tiny(t)
			site.write(base, layout(t, "layouts/base.html"))
			site.write("themes/civic/assets/css/07-own.css", "")
			o := build.Options{Root: site.dir, Today: clock(), Out: site.path("public")}
			mustBuild(t, o)
			tt.alter(site)
			got := run(t, o)
			if short := wentShort(got); short != tt.short {
				t.Errorf("the short way was taken: %v; the site says\n%s", short, told(got.Diags))
			}
			fresh := run(t, site.options())
			if told(got.Diags) != told(fresh.Diags) {
				t.Errorf("it says\n%s\nanew\n%s", told(got.Diags), told(fresh.Diags))
			}
			if fresh.Failed {
				return
			}
			sameFiles(t, tt.name, fresh, got)
			differ, err := build.Verify(o)
			if err != nil || len(differ) > 0 {
				t.Errorf("published otherwise than anew: %v, %v", differ, err)
			}
			if again := mustBuild(t, o); !again.Report.NothingToDo {
				t.Error("there was still something to do")
			}
		})
	}
}

// TestAfterTheShortWayNothingIsForgotten takes it more often than the cache keeps what
// is not asked for, and then goes through the site.
func TestAfterTheShortWayNothingIsForgotten(t *testing.T) {
	site := tiny(t)
	const page = "content/pages/about.en.md"
	o := build.Options{Root: site.dir, Today: clock(), Out: filepath.Join(t.TempDir(), "public")}
	first := mustBuild(t, o)
	for range 6 {
		site.write(page, site.read(page)+"\nMore.\n")
		if r := mustBuild(t, o); !wentShort(r) || len(r.Rendered) != 1 || r.Changed != 1 || r.Totals != first.Totals {
			t.Fatalf("short: %v, %d made, %d changed, %+v", wentShort(r), len(r.Rendered), r.Changed, r.Totals)
		}
		if _, anew, why := build.ReadLog(site.dir).Rendered("en/about/index.html"); !anew || !slices.Equal(why, []string{"view.Body"}) {
			t.Errorf("the log says that the page was made anew: %v, because of %v", anew, why)
		}
	}
	site.replace("content/projects/alfa/index.en.md", "title:", "title: More of")
	r := mustBuild(t, o)
	sameFiles(t, "afterwards", site.fresh(), r)
	if len(r.Rendered) > len(r.Files)/2 {
		t.Errorf("%d of %d outputs were made again after a title", len(r.Rendered), len(r.Files))
	}
}

// TestTheCacheForgetsWhatTheShortWayHasReplaced changes a template again and again.
func TestTheCacheForgetsWhatTheShortWayHasReplaced(t *testing.T) {
	site := tiny(t)
	const base, index = "themes/civic/layouts/base.html", ".cache/outputs.index"
	written := layout(t, "layouts/base.html")
	site.write(base, written)
	o := build.Options{Root: site.dir, Today: clock(), Out: filepath.Join(t.TempDir(), "public")}
	mustBuild(t, o)
	var sizes []int
	for i := range 8 {
		site.write(base, written+fmt.Sprintf("<p>%d</p>\n", i))
		if r := mustBuild(t, o); !wentShort(r) {
			t.Fatal("a template went the long way")
		}
		sizes = append(sizes, len(site.read(index)))
	}
	const perEdit = 100 // bytes of the entry that says what the theme is
	if later := sizes[3:]; later[len(later)-1]-later[0] > perEdit*len(later) {
		t.Errorf("the index grows: %d", sizes)
	}
}

// TestDocumentsAreMadeAnewForTheirWords goes through the site, because a document
// shows more of a text than its view says.
func TestDocumentsAreMadeAnewForTheirWords(t *testing.T) {
	site := europe(t)
	o := build.Options{Root: site.dir, Today: clock(), Out: filepath.Join(t.TempDir(), "public")}
	mustBuild(t, o)
	site.replace("content/projects/fjord/index.en.md", "they can foresee", "they can plan")
	r := mustBuild(t, o)
	if wentShort(r) {
		t.Error("the short way was taken")
	}
	sameFiles(t, "a project", site.fresh(), r)
}

// TestACacheOfSeveralBuildsIsNotBelieved puts files of the cache back to what they
// were one build ago, as after a kill between the writing of two of them.
func TestACacheOfSeveralBuildsIsNotBelieved(t *testing.T) {
	const page = "content/pages/about.en.md"
	for _, old := range [][]string{{"state"}, {"sources"}, {"last"}, {"state", "sources"}, {"state", "last"}, {"sources", "last"}, {"state", "sources", "last"}} {
		site := tiny(t)
		o := build.Options{Root: site.dir, Today: clock(), Out: filepath.Join(t.TempDir(), "public")}
		mustBuild(t, o)
		before := map[string]string{}
		for _, name := range old {
			before[name] = site.read(".cache/" + name)
		}
		site.write(page, site.read(page)+"\nMore.\n")
		if !wentShort(mustBuild(t, o)) {
			t.Fatal("the short way was not taken")
		}
		for name, text := range before {
			site.write(".cache/"+name, text)
		}
		site.write(page, site.read(page)+"\nStill more.\n")
		if wentShort(mustBuild(t, o)) {
			t.Errorf("with an old %v the short way was taken", old)
		}
		if differ, err := build.Verify(o); err != nil || len(differ) > 0 {
			t.Errorf("with an old %v: published otherwise than anew: %v, %v", old, differ, err)
		}
	}
}

// TestEveryNameTakesTheShortWay changes every title, name and summary of a site in turn,
// with the cache on disk.
func TestEveryNameTakesTheShortWay(t *testing.T) {
	site := tiny(t)
	o := build.Options{Root: site.dir, Today: clock(), Out: filepath.Join(t.TempDir(), "public")}
	mustBuild(t, o)
	changed, short := 0, 0
	for _, name := range site.records() {
		before := site.read(name)
		for _, at := range shown.FindAllStringIndex(before, -1) {
			line := before[at[0]:at[1]]
			site.write(name, before[:at[0]]+line+" Zz"+before[at[1]:])
			r := mustBuild(t, o)
			sameFiles(t, name+": "+line, site.fresh(), r)
			if differ, err := build.Verify(o); err != nil || len(differ) > 0 {
				t.Errorf("%s: %s: published otherwise than anew: %v, %v", name, line, differ, err)
			}
			changed++
			if wentShort(r) {
				short++
			}
		}
		site.write(name, before)
		mustBuild(t, o)
	}
	if changed < 20 || short < changed/2 {
		t.Errorf("of %d texts that were changed %d went short", changed, short)
	}
}
