package html

import (
	"fmt"
	"reflect"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"dossier/internal/i18n"
	"dossier/internal/render/jsonld"
	"dossier/internal/theme"
	"dossier/internal/view"
	"dossier/themes"
)

// views has one empty view of each kind.
func views() map[string]any {
	return map[string]any{
		"home": &view.Home{}, "section": &view.Section{}, "text": &view.Text{}, "sitemap": &view.SiteMap{},
		"404": &view.NotFound{}, "chooser": &view.Chooser{}, "redirect": &view.Redirect{},
		"projects": &view.Projects{}, "project": &view.Project{}, "partners": &view.Partners{}, "partner": &view.Partner{},
		"events": &view.Events{}, "event": &view.Event{}, "newslist": &view.NewsList{}, "news": &view.News{},
		"guide": &view.Guide{}, "chapter": &view.Chapter{}, "wholeguide": &view.WholeGuide{},
		"kits": &view.Kits{}, "kit": &view.Kit{}, "sheet": &view.Sheet{},
		"programme": &view.Programme{}, "territory": &view.Territory{},
	}
}

// load loads the default theme with something of the site's own over it.
func load(t *testing.T, own fstest.MapFS) *theme.Theme {
	t.Helper()
	base, ok := themes.Builtin("civic")
	if !ok {
		t.Fatal("no theme civic")
	}
	o := theme.Options{
		Name: "civic", Base: base, SitePath: "themes/civic", BasePath: "/",
		Body:   func(dst []byte, b view.Body) []byte { return append(dst, html.EscapeString(b.Source)...) },
		JSONLD: jsonld.Append,
	}
	if own != nil {
		o.Site = own
	}
	for _, code := range []string{"it", "en"} {
		l, err := i18n.NewLocale(code, "")
		if err != nil {
			t.Fatal(err)
		}
		o.Languages = append(o.Languages, l)
	}
	th, ds := theme.Load(o)
	for _, d := range ds {
		t.Error(d)
	}
	return th
}

// fill puts the text into every string of a view, and one or two items into
// every list, down to a depth that recursive views do not exceed.
func fill(v reflect.Value, text string, depth int) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(text)
	case reflect.Int:
		v.SetInt(2)
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Pointer:
		if depth > 0 {
			v.Set(reflect.New(v.Type().Elem()))
			fill(v.Elem(), text, depth-1)
		}
	case reflect.Slice:
		if depth > 0 {
			v.Set(reflect.MakeSlice(v.Type(), 2, 2))
			fill(v.Index(0), text, depth-1)
			fill(v.Index(1), text, depth-1)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() && f.Name != "Resolved" {
				fill(v.Field(i), text, depth)
			}
		}
	}
}

// filled returns the view of a kind, filled; the languages are configured ones.
func filled(kind, text string) any {
	v := views()[kind]
	fill(reflect.ValueOf(v).Elem(), text, 3)
	if p := reflect.ValueOf(v).Elem().FieldByName("Page"); p.IsValid() {
		p.FieldByName("Lang").SetString("it")
		p.FieldByName("MainLang").SetString("en")
	} else {
		reflect.ValueOf(v).Elem().FieldByName("Lang").SetString("it")
	}
	return v
}

const hostile = `"'></script></title></textarea><script>alert(1)</script><img src=x onerror=alert(1)> javascript:alert(1)`

func TestEveryKindShowsHostileViewsWithoutLettingThemRun(t *testing.T) {
	th := load(t, nil)
	for kind := range views() {
		page, err := Append(nil, th, kind, filled(kind, hostile))
		if err != nil {
			t.Errorf("%s: %v", kind, err)
			continue
		}
		doc, err := html.Parse(strings.NewReader(string(page)))
		if err != nil {
			t.Fatal(err)
		}
		for n := range doc.Descendants() {
			if reason := runs(n); reason != "" {
				t.Errorf("%s: %s", kind, reason)
			}
		}
	}
}

// runs says why an element would run something.
func runs(n *html.Node) string {
	if n.Data == "script" && n.FirstChild != nil && !strings.Contains(fmt.Sprint(n.Attr), "application/ld+json") {
		return "script with a text: " + n.FirstChild.Data
	}
	for _, a := range n.Attr {
		if strings.HasPrefix(a.Key, "on") || strings.HasPrefix(strings.TrimSpace(a.Val), "javascript:") {
			return fmt.Sprintf("<%s %s=%q>", n.Data, a.Key, a.Val)
		}
	}
	return ""
}

func TestEveryKindShowsEmptyViews(t *testing.T) {
	th := load(t, nil)
	for kind, v := range views() {
		s := reflect.ValueOf(v).Elem()
		if p := s.FieldByName("Page"); p.IsValid() {
			s = p
		}
		s.FieldByName("Lang").SetString("en")
		page, err := Append(nil, th, kind, v)
		if err != nil {
			t.Errorf("%s: %v", kind, err)
		}
		if !strings.HasPrefix(string(page), "<!doctype html>") {
			t.Errorf("%s begins with %.40q", kind, page)
		}
	}
}

func TestMainPartSpeaksItsOwnLanguage(t *testing.T) {
	th := load(t, fstest.MapFS{
		"layouts/base.html": {Data: []byte(`<!doctype html><title>x</title>{{t "test.hello"}}<main>{{main}}</main>`)},
		"layouts/text.html": {Data: []byte(`{{t "test.hello"}} {{.Page.Title}}`)},
		"i18n/it.toml":      {Data: []byte("test.hello = \"Ciao\"\n")},
		"i18n/en.toml":      {Data: []byte("test.hello = \"Hello\"\n")},
	})
	for _, c := range []struct{ lang, main, want string }{
		{"it", "", "Ciao<main>Ciao A</main>"},
		{"en", "it", "Hello<main>Ciao A</main>"},
	} {
		v := view.Text{Page: view.Page{Lang: c.lang, MainLang: c.main, Title: "A"}}
		page, err := Append(nil, th, "text", v)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff("<!doctype html><title>x</title>"+c.want, string(page)); diff != "" {
			t.Error(diff)
		}
	}
}

func TestRedirectIsAWholeDocument(t *testing.T) {
	th := load(t, fstest.MapFS{"layouts/redirect.html": {Data: []byte(`<!doctype html><a href="{{.Target}}">{{.Text}}</a>`)}})
	page, err := Append(nil, th, "redirect", view.Redirect{Lang: "it", Target: "/it/", Text: "Vai"})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(`<!doctype html><a href="/it/">Vai</a>`, string(page)); diff != "" {
		t.Error(diff)
	}
}

func TestValuesThatAreNoViewsAreErrors(t *testing.T) {
	th := load(t, nil)
	for _, v := range []any{nil, 3, struct{}{}, struct{ Page string }{}} {
		if _, err := Append(nil, th, "text", v); err == nil {
			t.Errorf("%#v: no error", v)
		}
	}
}

// Pages are written by many workers at once, from the first one on.
func TestPagesCanBeWrittenAtOnce(t *testing.T) {
	th := load(t, nil)
	var wait sync.WaitGroup
	pages := make([]map[string]string, 8)
	for i := range pages {
		wait.Go(func() {
			pages[i] = map[string]string{}
			for kind := range views() {
				page, err := Append(nil, th, kind, filled(kind, "x"))
				if err != nil {
					t.Error(err)
				}
				pages[i][kind] = string(page)
			}
		})
	}
	wait.Wait()
	for _, other := range pages[1:] {
		if diff := cmp.Diff(pages[0], other); diff != "" {
			t.Fatal(diff)
		}
	}
}
