package build_test

import (
	"slices"
	"testing"

	"dossier/internal/build"
)

// TestOnlyEditedWordsAreTakenShort pins which saves need not go through the site.
func TestOnlyEditedWordsAreTakenShort(t *testing.T) {
	const project, other = "content/projects/alfa/index.en.md", "content/pages/about.en.md"
	for _, tt := range []struct {
		name  string
		file  string
		text  string // put behind the file's own; empty: see change
		alter func(s testSite)
		short bool
	}{
		{name: "a sentence", file: project, text: "\nOne more sentence.\n", short: true},
		{name: "a list and a table", file: project, text: "\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n", short: true},
		{name: "nothing", short: true},
		{name: "a link", file: project, text: "\nSee [the page](@/pages/about).\n"},
		{name: "a heading", file: project, text: "\n## One more\n\nText.\n"},
		{name: "a target of links", file: project, text: "\nA [place]{#place}.\n"},
		{name: "a picture that is not there", file: project, text: "\n![A lake](lake.svg)\n"},
		{name: "a mistake", file: project, text: "\nSee [the page](@/pages/none).\n"},
		{name: "a warning", file: project, text: "\nNot **closed.\n"},
		{name: "a title", alter: func(s testSite) { s.replace(other, "title:", "title: More of") }},
		{name: "a record gone", alter: func(s testSite) { s.remove(other) }},
		{name: "a record more", alter: func(s testSite) { s.write("content/pages/more.en.md", s.read(other)) }},
		{name: "a style", alter: func(s testSite) { s.write("themes/civic/assets/more.css", "p { margin: 0 }") }},
		{name: "a setting", alter: func(s testSite) { s.replace("site.toml", "#0b3d75", "#0b3d76") }},
		{name: "a file of static/", alter: func(s testSite) { s.write("static/note.txt", "x") }},
	} {
		t.Run(tt.name, func(t *testing.T) {
			site := tiny(t)
			r := site.resident()
			r.build()
			if tt.file != "" {
				site.write(tt.file, site.read(tt.file)+tt.text)
			}
			if tt.alter != nil {
				tt.alter(site)
			}
			got := r.build()
			if short := got.Edits > 0; short != tt.short {
				t.Errorf("taken short: %v; the site says\n%s", short, told(got.Diags))
			}
			fresh := run(t, site.options())
			if told(got.Diags) != told(fresh.Diags) {
				t.Errorf("it says\n%s\nanew\n%s", told(got.Diags), told(fresh.Diags))
			}
			if !fresh.Failed {
				sameFiles(t, tt.name, fresh, got)
			}
		})
	}
}

func TestEditedWordsAreShownWhereverTheyStand(t *testing.T) {
	site := europe(t)
	r := site.resident()
	r.build()
	for _, file := range []string{"content/index.en.md", "content/projects/fjord/index.en.md"} {
		site.write(file, site.read(file)+"\nOne more sentence.\n")
	}
	rendered := r.rendered()
	if r.last.Edits != 1 {
		t.Fatalf("%d edits: the site was gone through", r.last.Edits)
	}
	sameFiles(t, "two texts", site.fresh(), r.last)
	for _, path := range []string{"en/index.html", "en/projects/fjord/index.html"} {
		if !slices.Contains(rendered, path) {
			t.Errorf("%s was not made again, only %v", path, rendered)
		}
	}
}

// TestAfterAHundredEditsTheSiteIsGoneThrough makes sure that what is remembered does
// not grow for ever.
func TestAfterAHundredEditsTheSiteIsGoneThrough(t *testing.T) {
	site := tiny(t)
	r := site.resident()
	r.build()
	for _, tt := range []struct{ before, after int }{{0, 1}, {99, 100}, {100, 0}} {
		r.last.Edits = tt.before
		site.write("content/pages/about.en.md", site.read("content/pages/about.en.md")+"\nMore.\n")
		if got := r.build().Edits; got != tt.after {
			t.Errorf("after %d edits in a row: %d, not %d", tt.before, got, tt.after)
		}
	}
}

func TestOtherChoicesAreNotTakenShort(t *testing.T) {
	site := tiny(t)
	r := site.resident()
	r.build()
	for name, choose := range map[string]func(o *build.Options){
		"drafts":      func(o *build.Options) { o.Drafts = true },
		"the day":     func(o *build.Options) { o.Today = o.Today.AddYears(1) },
		"the address": func(o *build.Options) { o.BaseURL = "https://other.example.org/" },
		"strict":      func(o *build.Options) { o.Strict = true },
	} {
		o := site.options()
		o.Store, o.Last = r.store, r.last
		choose(&o)
		if got := run(t, o); got.Edits > 0 {
			t.Errorf("%s: taken short", name)
		}
	}
}
