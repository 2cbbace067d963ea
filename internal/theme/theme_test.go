package theme

import (
	"fmt"
	"maps"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"dossier/internal/diag"
	"dossier/internal/i18n"
	"dossier/internal/view"
	"dossier/themes"
)

// small is a theme with every layout and next to nothing in them, and then the
// given files: name, text, name, text …
func small(more ...string) fstest.MapFS {
	all := fstest.MapFS{
		"layouts/base.html":             {Data: []byte(`<!doctype html><title>{{.Title}}</title><main>{{main}}</main>`)},
		"layouts/redirect.html":         {Data: []byte(`<!doctype html><a href="{{.Target}}">{{.Text}}</a>`)},
		"layouts/partials/heading.html": {Data: []byte(`<h1>{{.Title}}</h1>`)},
		"assets/emblem.svg":             {Data: []byte(`<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h3v2H0z"/></svg>`)},
		"i18n/it.toml":                  {Data: []byte("[kit]\nuse = \"Usa il kit\"\nread = \"Leggi\"\n")},
		"i18n/en.toml":                  {Data: []byte("[kit]\nuse = \"Use the kit\"\nread = \"Read\"\n")},
	}
	for _, kind := range kindNames() {
		if name := layoutName(kind); all[name] == nil {
			all[name] = &fstest.MapFile{Data: []byte(`{{template "heading" .Page}}`)}
		}
	}
	maps.Copy(all, fileTree(more...))
	return all
}

func fileTree(more ...string) fstest.MapFS {
	all := fstest.MapFS{}
	for i := 0; i < len(more); i += 2 {
		all[more[i]] = &fstest.MapFile{Data: []byte(more[i+1])}
	}
	return all
}

func options(t testing.TB, base fstest.MapFS) Options {
	t.Helper()
	o := Options{
		Name:     "small",
		NamePos:  diag.Pos{File: "site.toml", Line: 3, Col: 9},
		SitePath: "themes/small",
		BasePath: "/sub/",
		Body:     func(dst []byte, b view.Body) []byte { return append(dst, "<p>"+b.Source+"</p>"...) },
		JSONLD:   func(dst []byte, n []view.Node) []byte { return fmt.Appendf(dst, `{"n":%d}`, len(n)) },
	}
	if base != nil {
		o.Base = base
	}
	for _, code := range []string{"it", "en"} {
		l, err := i18n.NewLocale(code, "")
		if err != nil {
			t.Fatal(err)
		}
		o.Languages = append(o.Languages, l)
	}
	return o
}

// load loads a theme without mistakes.
func load(t *testing.T, o Options) *Theme {
	t.Helper()
	th, ds := Load(o)
	for _, d := range ds {
		t.Error(line(d))
	}
	return th
}

// line writes a diagnostic as a line: place, id, message, hint.
func line(d diag.Diagnostic) string {
	s := fmt.Sprintf("%s:%d:%d-%d %s: %s", d.Pos.File, d.Pos.Line, d.Pos.Col, d.Pos.EndCol, d.ID, d.Message.In(diag.English))
	if hint := d.Hint.In(diag.English); hint != "" {
		s += " | " + hint
	}
	return s
}

func lines(ds []diag.Diagnostic) string {
	var all []string
	for _, d := range ds {
		all = append(all, line(d))
	}
	return strings.Join(all, "\n")
}

func page(t *testing.T, th *Theme, kind, lang string, v any) string {
	t.Helper()
	out, err := th.Append(nil, kind, lang, v)
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

func TestUnknownThemeNamesThoseThereAre(t *testing.T) {
	o := options(t, nil)
	o.Name = "civc"
	_, ds := Load(o)
	want := `site.toml:3:9-0 theme-missing: there is no theme "civc"; the program comes with: civic | did you mean "civic"?`
	if diff := cmp.Diff(want, lines(ds)); diff != "" {
		t.Error(diff)
	}
}

func TestThemeMayBeTheSitesAlone(t *testing.T) {
	o := options(t, nil)
	o.Site = small()
	load(t, o)
}

func TestSiteReplacesOneTemplateMessageOrAsset(t *testing.T) {
	base := small("layouts/text.html", `{{template "heading" .Page}}{{t "kit.use"}}, {{t "kit.read"}} {{asset "emblem.svg"}}`)
	before := load(t, options(t, base))
	v := view.Text{Page: view.Page{Title: "A"}}

	o := options(t, base)
	o.Site = fileTree(
		"layouts/partials/heading.html", `<h1 class="own">{{.Title}}</h1>`,
		"i18n/en.toml", "[kit]\nuse = \"Open it\"\n",
		"assets/emblem.svg", `<svg xmlns="http://www.w3.org/2000/svg"/>`,
	)
	o.Overrides = []i18n.MessageFile{{Path: "i18n/en.toml", Lang: "en", Data: []byte("[kit]\nread = \"Study\"\n")}}
	after := load(t, o)

	oldURL, _ := before.AssetURL("emblem.svg")
	newURL, _ := after.AssetURL("emblem.svg")
	if diff := cmp.Diff("<h1>A</h1>Use the kit, Read "+oldURL, page(t, before, "text", "en", v)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(`<h1 class="own">A</h1>Open it, Study `+newURL, page(t, after, "text", "en", v)); diff != "" {
		t.Error(diff)
	}
	if oldURL == newURL {
		t.Error("another asset has the same address", newURL)
	}
}

func TestLanguagesSpeakTheirOwnWords(t *testing.T) {
	th := load(t, options(t, small("layouts/kit.html", `{{t "kit.use"}}`)))
	if got := page(t, th, "kit", "it", view.Kit{}) + "/" + page(t, th, "kit", "en", view.Kit{}); got != "Usa il kit/Use the kit" {
		t.Error(got)
	}
}

func TestFramePutsMainPartInItsPlace(t *testing.T) {
	th := load(t, options(t, small()))
	v := &view.Text{Page: view.Page{Lang: "en", Title: "<!--main-->"}}
	got, err := th.AppendPage(nil, "text", &v.Page, v)
	if err != nil {
		t.Fatal(err)
	}
	want := `<!doctype html><title>&lt;!--main--&gt;</title><main><h1>&lt;!--main--&gt;</h1></main>`
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Error(diff)
	}
}

func TestUnconfiguredLanguageIsAnError(t *testing.T) {
	th := load(t, options(t, small()))
	if _, err := th.Append(nil, "text", "no", view.Text{}); err == nil {
		t.Error("no error")
	}
}

func TestFunctionsWriteBodiesAndJSONLD(t *testing.T) {
	th := load(t, options(t, small("layouts/text.html", `{{body .Body}}{{jsonld .Page.Data}}{{inline "emblem.svg"}}`)))
	v := view.Text{Body: view.Body{Source: "b"}, Page: view.Page{Data: []view.Node{{}, {}}}}
	got := page(t, th, "text", "it", v)
	want := `<p>b</p><script type="application/ld+json">{"n":2}</script><svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h3v2H0z"/></svg>`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestBuiltinThemesHaveNoMistake(t *testing.T) {
	for _, name := range themes.Names() {
		base, _ := themes.Builtin(name)
		o := options(t, nil)
		o.Name, o.Base = name, base
		load(t, o)
	}
}
