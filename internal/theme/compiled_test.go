package theme

import (
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/internal/i18n"
	"dossier/internal/view"
	"dossier/themes"
)

// civic loads the default theme.
func civic(t testing.TB) (*Theme, Options) {
	t.Helper()
	base, _ := themes.Builtin("civic")
	o := Options{
		Name: "civic", Base: base, BasePath: "/sub/",
		Body:   func(dst []byte, b view.Body) []byte { return append(dst, "<p>"+b.Source+"</p>"...) },
		JSONLD: func(dst []byte, n []view.Node) []byte { return append(dst, strings.Repeat("{}", len(n))...) },
	}
	for _, code := range []string{"it", "en"} {
		l, err := i18n.NewLocale(code, "")
		if err != nil {
			t.Fatal(err)
		}
		o.Languages = append(o.Languages, l)
	}
	th, ds := Load(o)
	for _, d := range ds {
		t.Error(line(d))
	}
	return th, o
}

// uncompiledTheme is the same theme, all of which is left to html/template.
func uncompiledTheme(th *Theme, o Options) *Theme {
	plain := *th
	plain.voices = map[output]func() *voice{}
	stock, _ := newStock(o)
	for _, l := range o.Languages {
		for _, kind := range kindNames() {
			from := stock.reach(layoutName(kind))
			collapse(from, th.facts.Verbatim)
			all, _ := escape(from, nil)
			v := &voice{rest: uncompiled(all.trees, th.functions(o, th.catalogue.Messages(l.Code())))}
			plain.voices[output{kind, l.Code()}] = func() *voice { return v }
		}
	}
	return &plain
}

func TestEveryLayoutOfTheBuiltinThemeIsCompiled(t *testing.T) {
	th, _ := civic(t)
	for of, v := range th.voices {
		if v().programs[of.kind] == nil {
			t.Errorf("%s: %s is not compiled", of.lang, of.kind)
		}
		if v().rest != nil {
			t.Errorf("%s: the templates are kept", of.lang)
		}
	}
}

func TestCompiledPagesAreThoseOfHTMLTemplate(t *testing.T) {
	th, o := civic(t)
	plain := uncompiledTheme(th, o)
	for _, kind := range kindNames() {
		for seed := range uint64(60) {
			v := anyView(kind, generator{rand: rand.New(rand.NewPCG(seed, 1)), texts: hostileTexts})
			samePages(t, th, plain, kind, v)
		}
	}
}

// samePages compares the pages of a view in two forms of a theme.
func samePages(t *testing.T, compiled, plain *Theme, kind string, v any) {
	t.Helper()
	got, errGot := whole(compiled, kind, v)
	want, errWant := whole(plain, kind, v)
	if diff := cmp.Diff(want, got); diff != "" || (errGot == nil) != (errWant == nil) {
		t.Fatalf("%s: errors %v, %v (-html/template +compiled):\n%s", kind, errWant, errGot, diff)
	}
}

// whole writes the page of a view.
func whole(th *Theme, kind string, v any) (string, error) {
	var out []byte
	var err error
	switch p := reflect.ValueOf(v).Elem().FieldByName("Page"); {
	case p.IsValid():
		out, err = th.AppendPage(nil, kind, p.Addr().Interface().(*view.Page), v)
	case kind == baseKind:
		out, err = th.AppendPage(nil, "text", v.(*view.Page), &view.Text{Page: *v.(*view.Page)})
	default:
		out, err = th.Append(nil, kind, "it", v)
	}
	return string(out), err
}

// hostileTexts are what can break a page, among harmless ones.
var hostileTexts = []string{
	"", "", "x", "Città di Udine", "over", "/it/progetti/", "https://example.org/?a=b&c=d#e", "mailto:a@example.org",
	`"'><script>alert(1)</script>`, "</title></textarea></script>", "]]>", "<!--main-->", "{{.}}", "&amp; & +",
	"javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "/a b(c)'d\"e%2fé%zz", "a:b/c", "//x:y", "data:text/html,x",
	"nul\x00nul", "\xff\xfe invalid \xc3", "\U0001F600", "\u2028\u2029", "\ufdd0\ufff9\ufffd", "line\nline\ttab\r`=",
}

// generator fills views at random.
type generator struct {
	rand  *rand.Rand
	texts []string
}

// anyView returns a view of a kind; the languages are configured ones.
func anyView(kind string, g generator) any {
	v := reflect.New(kinds[kind])
	g.fill(v.Elem(), 4)
	page := v.Elem()
	if p := page.FieldByName("Page"); p.IsValid() {
		page = p
	}
	page.FieldByName("Lang").SetString("it")
	if l := page.FieldByName("MainLang"); l.IsValid() {
		l.SetString([]string{"", "en"}[g.rand.IntN(2)])
	}
	return v.Interface()
}

func (g generator) fill(v reflect.Value, depth int) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(g.texts[g.rand.IntN(len(g.texts))])
	case reflect.Int:
		v.SetInt([]int64{0, 1, 2, -7, 12345}[g.rand.IntN(5)])
	case reflect.Bool:
		v.SetBool(g.rand.IntN(2) == 0)
	case reflect.Pointer:
		if depth > 0 && g.rand.IntN(2) == 0 {
			v.Set(reflect.New(v.Type().Elem()))
			g.fill(v.Elem(), depth-1)
		}
	case reflect.Slice:
		if depth > 0 {
			n := []int{0, 1, 3}[g.rand.IntN(3)]
			v.Set(reflect.MakeSlice(v.Type(), n, n))
			for i := range n {
				g.fill(v.Index(i), depth-1)
			}
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() && f.Name != "Resolved" {
				g.fill(v.Field(i), depth)
			}
		}
	}
}

// FuzzCompiledPage puts any text into every field of a project.
func FuzzCompiledPage(f *testing.F) {
	for i, text := range hostileTexts {
		f.Add(text, uint64(i))
	}
	th, o := civic(f)
	plain := uncompiledTheme(th, o)
	f.Fuzz(func(t *testing.T, text string, seed uint64) {
		g := generator{rand: rand.New(rand.NewPCG(seed, 2)), texts: []string{text, text, ""}}
		kind := kindNames()[seed%uint64(len(kinds))]
		samePages(t, th, plain, kind, anyView(kind, g))
	})
}

func BenchmarkRender(b *testing.B) {
	th, o := civic(b)
	g := generator{rand: rand.New(rand.NewPCG(7, 7)), texts: []string{"Città di Udine", "/it/progetti/masp/", "25 March 2021", "over"}}
	v := anyView("project", g)
	for _, c := range []struct {
		name string
		th   *Theme
	}{{"html-template", uncompiledTheme(th, o)}, {"compiled", th}} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			page := &v.(*view.Project).Page
			size := 0
			for b.Loop() {
				out, err := c.th.AppendPage(make([]byte, 0, 16<<10), "project", page, v)
				if err != nil {
					b.Fatal(err)
				}
				size = len(out)
			}
			b.ReportMetric(float64(size), "bytes/page")
		})
	}
}

// What the compiler does not know is left to html/template, layout by layout:
// the frame, the main part, or both.
func TestLayoutThatCannotBeCompiledIsWrittenByHTMLTemplate(t *testing.T) {
	const (
		frame  = `<!doctype html><title>{{.Title}}</title><main>{{main}}</main>`
		main   = `<h1>{{.Page.Title}}</h1>`
		styled = `<p style="color:{{.Lang}}">`
	)
	for _, c := range []struct{ frame, main, want string }{
		{frame, main, ""},
		{frame, main + `<p style="color:{{.Page.Lang}}">`, "text"},
		{frame + styled, main, "base"},
		{styled + frame, main + `<p style="color:{{.Page.Lang}}">`, "base text"},
	} {
		th := load(t, options(t, small("layouts/base.html", c.frame, "layouts/text.html", c.main)))
		var left []string
		for _, kind := range kindNames() {
			if th.voices[output{kind, "en"}]().programs[kind] == nil {
				left = append(left, kind)
			}
		}
		if got := strings.Join(left, " "); got != c.want {
			t.Errorf("%s%s: left to html/template: %s", c.frame, c.main, got)
		}
		v := &view.Text{Page: view.Page{Lang: "en", Title: "a<b"}}
		want := strings.Replace(strings.ReplaceAll(c.frame, "{{.Title}}", "a&lt;b"), "{{main}}", strings.ReplaceAll(c.main, "{{.Page.Title}}", "a&lt;b"), 1)
		want = strings.NewReplacer("{{.Lang}}", "en", "{{.Page.Lang}}", "en").Replace(want)
		got, err := whole(th, "text", v)
		if diff := cmp.Diff(want, got); diff != "" || err != nil {
			t.Errorf("%v\n%s", err, diff)
		}
	}
}

func TestFrameThatLeavesOutItsMainPartIsAnError(t *testing.T) {
	for _, more := range []string{"", `<p style="color:{{.Lang}}">`} {
		th := load(t, options(t, small("layouts/base.html", `<!doctype html><title>x</title>{{if .NoIndex}}{{main}}{{end}}`+more)))
		for _, shown := range []bool{true, false} {
			v := &view.Text{Page: view.Page{Lang: "en", NoIndex: shown}}
			if _, err := whole(th, "text", v); (err == nil) != shown {
				t.Errorf("%q, %v: error %v", more, shown, err)
			}
		}
	}
}
