package compile_test

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"reflect"
	"strings"
	"testing"
	"text/template/parse"

	"dossier/internal/theme/compile"
)

// leaf and page stand for views.
type leaf struct {
	Title, URL, Lang string
	Width            int
	Open             bool
	Text             note
	Next             *leaf
	Leaves           []leaf
}

type note struct{ Source string }

func (n note) Empty() bool { return n.Source == "" }

type page struct {
	Title, URL, Text string
	Number, Zero     int
	Yes, No          bool
	One              leaf
	Some, None       *leaf
	Leaves           []leaf
	Nothing          []leaf
	Words            []string
	Numbers          []int
	Links            []*leaf
	Rows             [][]string
	Note             note
	Ratio            float64
	hidden           string
}

// functions are one of each kind.
func functions() compile.Funcs {
	return compile.Funcs{
		"t":      compile.Text(func(id string, args ...any) string { return "‹" + id + fmt.Sprint(args...) + "›" }),
		"asset":  compile.Name(func(name string) string { return "/assets/" + name + "?a&b" }),
		"inline": compile.Drawing(func(name string) template.HTML { return template.HTML("<svg>" + name + "</svg>") }),
		"body":   compile.Writer(func(dst []byte, n note) []byte { return append(dst, "<p>"+n.Source+"</p>"...) }),
		"words":  compile.Writer(func(dst []byte, w []string) []byte { return append(dst, strings.Join(w, "<br>")...) }),
		"main":   compile.Hole("<!--main-->"),

		"compile_test.note.Empty": compile.Method(note.Empty),
	}
}

func parsed(t testing.TB, text string) *parse.Tree {
	t.Helper()
	tree := parse.New("x")
	tree.Mode = parse.SkipFuncCheck
	tree, err := tree.Parse(text, "", "", map[string]*parse.Tree{})
	if err != nil {
		t.Skip(err)
	}
	return tree
}

// pair is a template in both forms.
type pair struct {
	compiled   *compile.Program
	err        error // why it was not compiled
	unsafe     []error
	templating *template.Template
}

// both makes a template of a text, with partials by name, in both forms.
func both(t testing.TB, text string, partials map[string]string) pair {
	t.Helper()
	trees := map[string]*parse.Tree{"page": parsed(t, text)}
	for name, text := range partials {
		trees[name] = parsed(t, text)
	}
	funcs := functions()
	set := template.New("").Funcs(funcs.Plain())
	for name, tree := range trees {
		template.Must(set.AddParseTree(name, tree.Copy()))
	}
	escaped, errs := compile.Escape(trees, []string{"page"})
	p, err := compile.New(escaped, funcs).Compile("page", reflect.TypeFor[page]())
	return pair{compiled: p, err: err, unsafe: errs, templating: set}
}

// reference executes the template with html/template.
func (p pair) reference(v *page) (string, error) {
	var out bytes.Buffer
	err := p.templating.ExecuteTemplate(&out, "page", v)
	return out.String(), err
}

// same compares both forms, and returns what both write.
func (p pair) same(t *testing.T, v *page) (string, error) {
	t.Helper()
	want, errWant := p.reference(v)
	got, errGot := p.compiled.Append([]byte("before:"), v, func(dst []byte) ([]byte, error) { return append(dst, "<!--main-->"...), nil })
	got, kept := bytes.CutPrefix(got, []byte("before:"))
	if !kept || (errGot == nil) != (errWant == nil) || (errWant == nil && string(got) != want) {
		t.Errorf("html/template writes %q, %v\ncompiled: %q, %v", want, errWant, got, errGot)
	}
	return want, errWant
}

// hostile has what must be escaped in every field.
const hostile = `a"b'c<d>&amp;+ e]]></title>` + "\x00\xff\u2028\ufdd0\U0001F600`="

func sample() *page {
	inner := &leaf{Title: "in<ner", URL: "/x y?a=b&c", Width: 7, Text: note{"n"}}
	return &page{
		Title: "Città & <co>", URL: "https://example.org/?q=1&r=à#f", Text: hostile,
		Number: 42, Yes: true,
		One: leaf{Title: "one", Lang: "it", Next: inner, Leaves: []leaf{{Title: "deep"}}}, Some: inner,
		Leaves: []leaf{{Title: "a", Width: 1, Open: true}, {Title: "b", URL: "javascript:x"}, {Title: "", Next: inner}},
		Words:  []string{"x", "<y>", ""}, Numbers: []int{3, 0, -5}, Links: []*leaf{inner, nil}, Rows: [][]string{{"p", "q"}, nil},
		Note: note{"text"}, hidden: "h",
	}
}

// partials can be called by every template.
var partials = map[string]string{
	"leaf":  `<b>{{.Title}}</b>{{with .Next}}{{template "leaf" .}}{{end}}`,
	"word":  `<i>{{.}}</i>`,
	"list":  `{{range .}}<li>{{.Title}}{{end}}`,
	"tree":  `{{.Title}}{{range .Leaves}}({{template "tree" .}}){{end}}`,
	"fixed": `<hr>{{$x := 1}}{{$x}}`,
	"dot":   `{{if .}}y{{else}}n{{end}}{{$.Title}}`,
}

// constructs are what theme authors write.
var constructs = []string{
	``, `plain < text`, `{{/* comment */}}a{{- /* c */ -}} b`, `  {{- 1 -}}  `,
	// Fields and chains.
	`{{.Title}} {{.One.Title}} {{.One.Next.Title}} {{.Some.Title}}`, `{{.Number}} {{.Zero}} {{.Yes}} {{.No}}`,
	`{{$.Title}} {{$.One.Lang}}`, `{{(index .Leaves 0).Title}} {{(index .Links 0).Title}} {{(.One).Title}}`, `{{.One.Next.Text.Source}}`,
	`{{.None.Title}}`, `{{.Some.Next.Title}}`, `{{if .None}}{{.None.Title}}{{end}}`, `{{.Note.Empty}} {{not .Note.Empty}} {{.Some.Text.Empty}} {{.None.Text.Empty}}`,
	// Variables.
	`{{$x := .Title}}{{$x}}{{$x = "b"}}{{$x}}`, `{{$x := 1}}{{if .Yes}}{{$x = 2}}{{$y := $x}}{{$y}}{{end}}{{$x}}`, `{{$x := 1}}{{$x := "a"}}{{$x}}`,
	`{{$l := .One}}{{$l.Title}}{{$l.Next.Title}}`, `{{$l := .None}}{{if $l}}y{{end}}`, `{{$w := .Words}}{{len $w}}{{index $w 1}}`, `{{$b := eq .Number 42}}{{$b}}`,
	`{{range .Words}}{{$x := .}}{{$x}}{{end}}`, `{{$x := 0}}{{range .Numbers}}{{$x = .}}{{end}}{{$x}}`,
	`{{with $x := .One}}{{$x.Title}}{{.Title}}{{end}}`, `{{with $x := .Title}}{{$x = "z"}}{{.}}{{$x}}{{end}}`, `{{if $x := .Number}}{{$x}}{{else}}{{$x}}{{end}}`,
	`{{range $x := .Words}}{{$x = "z"}}{{.}}{{$x}}{{end}}`, `{{range $i, $x := .Numbers}}{{$i}}:{{$x}};{{$i = 9}}{{$i}}{{end}}`,
	// Conditions.
	`{{if .Title}}a{{end}}{{if .Zero}}b{{else}}c{{end}}{{if .Yes}}d{{end}}{{if .No}}e{{end}}{{if .One}}f{{end}}{{if .None}}g{{end}}{{if .Some}}h{{end}}{{if .Nothing}}i{{end}}{{if .Words}}j{{end}}`,
	`{{if .No}}a{{else if .Zero}}b{{else if .Yes}}c{{else}}d{{end}}`, `{{if true}}{{.Title}}{{else}}{{.None.Title}}{{end}}{{if not true}}x{{end}}{{if ""}}e{{else}}f{{end}}{{if 0}}g{{end}}`,
	`{{if and .Yes .Title .One}}a{{end}}{{if and .Yes .No .None.Title}}b{{end}}{{if or .No .Title .None.Title}}c{{end}}{{if or .No .Zero}}d{{end}}{{if and .Yes .None.Title}}{{end}}`,
	`{{if not .Title}}a{{else}}b{{end}}{{if not (and .Yes (or .No .Zero))}}c{{end}}{{if (.Yes)}}d{{end}}{{if and .Yes (not .No) (eq .Number 42)}}e{{end}}`,
	`{{if .Yes | not}}a{{else}}b{{end}}{{if .Title | len | eq 3}}c{{end}}{{if and true 1 "x"}}d{{end}}{{if or "" 0}}e{{end}}`,
	`{{with .Title}}{{.}}{{$.Number}}{{end}}{{with .None}}a{{else}}{{.Title}}{{end}}{{with .Some}}{{.Title}}{{.Width}}{{end}}{{with .Nothing}}x{{else with .Words}}{{len .}}{{end}}`,
	`{{with .One}}{{with .Next}}{{.Title}}{{$.Title}}{{end}}{{end}}{{with "c"}}{{.}}{{end}}{{with 0}}x{{else}}y{{end}}`,
	`{{or .Title "x"}}{{or "" .Title}}{{and .Title "y"}}{{and "" .Title}}{{or .Zero 5}}{{and .No .Yes}}`, `{{with or .Nothing .Leaves}}{{len .}}{{end}}{{with or .None .Some}}{{.Title}}{{end}}`,
	// Loops.
	`{{range .Leaves}}{{.Title}},{{else}}none{{end}}`, `{{range .Nothing}}x{{else}}none {{.Title}}{{end}}`, `{{range $i, $l := .Leaves}}{{if $i}}, {{end}}{{$l.Title}}{{.Width}}{{end}}`,
	`{{range $w := .Words}}{{$w}};{{end}}`, `{{range .Rows}}[{{range .}}{{.}}{{else}}-{{end}}]{{end}}`, `{{range 3}}{{.}}{{end}}{{range $i := 2}}{{$i}}{{end}}{{range .Zero}}x{{else}}z{{end}}{{range .Number}}{{if eq . 4}}{{break}}{{end}}{{.}}{{end}}`,
	`{{range .Numbers}}{{if not .}}{{continue}}{{end}}{{.}}{{end}}`, `{{range .Leaves}}{{range .Leaves}}{{break}}{{end}}{{.Title}}{{if eq .Title "b"}}{{break}}{{end}}{{end}}`,
	`{{range .Leaves}}{{with .Title}}{{if eq . "b"}}{{break}}{{end}}{{.}}{{end}}{{end}}`, `{{range .Links}}{{if .}}{{.Title}}{{else}}nil{{end}}{{end}}`, `{{range .Links}}{{.Title}}{{end}}`,
	// Calls.
	`{{template "leaf" .One}}{{template "leaf" .Some}}`, `{{range .Words}}{{template "word" .}}{{end}}{{template "word" .Number}}{{template "word" "c<"}}{{template "word" .Yes}}`,
	`{{template "list" .Leaves}}{{template "list" .Nothing}}`, `{{range .Leaves}}{{template "tree" .}}{{end}}{{template "tree" .One}}`, `{{template "fixed"}}{{template "fixed" .}}`,
	`{{template "dot" .}}{{template "leaf" .None}}`, `<title>{{template "word" .Title}}</title>`, `<title>{{template "tree" .One}}</title><p title="{{template "tree" .Some}}">{{template "tree" .One}}`, `<p title="{{template "word" .Text}}">`,
	// Functions.
	`{{eq .Title "x"}}{{eq .Number 1 42 3}}{{ne .Title .URL}}{{eq .Yes true}}{{ne .Yes .No}}{{lt .Number 50}}{{le .Number 42}}{{gt .Number 42}}{{ge .Number 42}}{{lt .Title "D"}}{{eq 1 1}}{{lt 2 1}}`,
	`{{len .Title}}{{len .Leaves}}{{len .Nothing}}{{len "abc"}}`, `{{index .Words 1}}{{index .Numbers 2}}{{(index .Rows 0) | len}}`, `{{index .Words 3}}`, `{{index .Words -1}}`,
	`{{slice .Title 1}}|{{slice .Title 0 3}}|{{slice .Title}}|{{len (slice .Words 1)}}|{{index (slice .Words 1 2) 0}}|{{len (slice .Words 1 2 3)}}|{{len (slice .Words 3)}}`,
	`{{slice .Title 2 1}}`, `{{slice .Title 99}}`, `{{len (slice .Words 0 99)}}`, `{{len (slice .Words 2 1)}}`,
	`{{print}}{{print 1 2 "a" .Title .Number .Yes}}{{println .Title}}{{printf "%s-%03d|%v|%q" .Title .Number .Yes "q"}}{{printf "%d" "x"}}{{.Title | printf "<%s>"}}{{printf "a"}}`,
	`{{t "id"}}{{t "id<" "n" .Number "s" .Title "b" .Yes}}{{"id" | t}}{{t "a" "b" (t "c" "d" .Title)}}{{.Title | t "x" "y"}}`,
	`{{asset "a.css"}}{{asset .Title}}{{inline "i"}}{{inline .Title}}`, `{{body .Note}}{{body .One.Text}}{{with .Note}}{{body .}}{{end}}{{words .Words}}{{words (slice .Words 1)}}`,
	`{{$b := body .Note}}{{$b}}{{if body .Note}}y{{end}}{{len (words .Words)}}{{print (inline "x")}}`,
	`<main>{{main}}</main>`, `{{if .Yes}}{{main}}{{else}}[{{main}}]{{end}}`,
}

func TestConstructsWriteWhatHTMLTemplateWrites(t *testing.T) {
	for _, text := range constructs {
		t.Run(text, func(t *testing.T) {
			p := both(t, text, partials)
			if p.err != nil {
				t.Fatal(p.err)
			}
			p.same(t, sample())
			p.same(t, &page{})
		})
	}
}

// In every place that has escapers of its own, every form of value is escaped as
// html/template does.
func TestEveryContextEscapesAsHTMLTemplateDoes(t *testing.T) {
	values := []string{
		"", "x", hostile, "javascript:alert(1)", "https://a/?b=c&d=%2f%z%", "mailto:a@b", "a:b/c", "/p?q:r", " javascript:x", "HTTP:x", "//h", "a, javascript:b 2x,c  d-e, /f\t1w",
		"\xff\xfe\xc3", "\ufdd0\ufdef\ufff0\ufffd\uffff\U0001FFFF", "\u2028", "\t\n\v\f\r `=", "%", "%a", "%aG", "%aF", "a%2", "a%2f", "éà", "+1",
	}
	for _, text := range []string{
		`{{.Text}}`, `<p>{{.Text}}</p>`, `<p title="{{.Text}}">`, `<p title='{{.Text}}'>`, `<p title={{.Text}}>`, `<p title={{.Text}}{{.Text}} id=a{{.Text}}>`,
		`<a href="{{.Text}}">`, `<a href='{{.Text}}'>`, `<a href={{.Text}}>`, `<a href="/x/{{.Text}}">`, `<a href="/x?q={{.Text}}">`, `<a href="#{{.Text}}">`, `<a href=/x?{{.Text}}>`, `<a href="mailto:{{.Text}}">`, `<a href="tel:{{.Text}}">`,
		`<img src="{{.Text}}" srcset="{{.Text}}">`, `<img srcset="{{.Text}} {{.Number}}w, {{.Text}} 2x">`, `<img srcset='{{.Text}}'>`, `<img srcset={{.Text}}>`,
		`<title>{{.Text}}</title>`, `<textarea>{{.Text}}</textarea>`, `<meta http-equiv="refresh" content="0; url={{.Text}}">`, `<meta name="description" content="{{.Text}}">`, `<meta property="og:url" content="{{.Text}}">`,
		`<!-- {{.Text}} -->a`, `<p lang="{{.Text}}" class="a {{.Text}}" data-x="{{.Text}}" data-href="{{.Text}}">`, `<form action="{{.Text}}">`, `<link rel="canonical" href="{{.Text}}">`, `<time datetime="{{.Text}}">`,
		`<p{{if .Text}} title="{{.Text}}"{{end}}>`, `<script src="{{.Text}}"></script>`, `<script type="application/ld+json">{"a":1}</script>{{.Text}}`, `<td headers="{{.Text}}">`,
		`<p title="{{.Number}}{{.Yes}}" id={{.Number}}>{{.Number}}{{.Yes}}<a href="{{.Number}}?{{.No}}"><img srcset="{{.Number}}"><title>{{.Number}}</title>`,
	} {
		p := both(t, text, nil)
		if p.err != nil {
			t.Errorf("%s: %v", text, p.err)
			continue
		}
		for _, value := range values {
			p.same(t, &page{Text: value, Number: -12, Yes: len(value)%2 == 0})
		}
	}
}

// Constants are escaped when they are compiled.
func TestConstantsAreEscapedAsHTMLTemplateDoes(t *testing.T) {
	for _, text := range []string{
		`<p title="{{t "a&b\"c"}}">{{t "<b>"}}</p>`, `<a href="{{asset "é x'.css"}}">{{asset "<>"}}</a>`, `{{inline "x"}}`, `<a href="{{"javascript:x"}}" title={{"a b"}}>`, `<p id={{1}} class="{{true}}">{{-3}}`,
		`<title>{{t "a<b" "n" 3}}</title>`, `{{printf "%s<%d" "a" 3}}{{print 1 "<"}}`, `{{if eq (len "abc") 3}}{{t "x"}}{{end}}a{{asset "b"}}c`, `{{"\x00\u2028"}}<img srcset="{{"a b, c"}}">`,
	} {
		p := both(t, text, nil)
		if p.err != nil {
			t.Errorf("%s: %v", text, p.err)
			continue
		}
		p.same(t, sample())
	}
}

func TestWhatCannotBeWrittenAlikeIsRefused(t *testing.T) {
	for _, c := range []struct{ text, reason string }{
		{`<script>let a = {{.Text}}</script>`, "no such escaper"},
		{`<script>let a = "{{.Text}}"</script>`, "no such escaper"},
		{`<style>p { color: {{.Text}} }</style>`, "no such escaper"},
		{`<p style="color: {{.Text}}">`, "no such escaper"},
		{`<p onclick="f({{.Text}})">`, "no such escaper"},
		{`<p {{.Text}}>`, "no such escaper"},
		{`<p title="{{body .Note}}">`, "HTML in a place for text"},
		{`<title>{{inline "x"}}</title>`, "HTML in a place for text"},
		{`{{.Text | html}}`, "it is not escaped"},
		{`{{html .Text}}`, "it is not escaped"},
		{`{{.Text | urlquery}}`, "not a known function"},
		{`{{.One}}`, "neither text nor number nor truth"},
		{`{{.Words}}`, "neither text nor number nor truth"},
		{`{{.Ratio}}`, "views have no float64"},
		{`{{1.5}}`, "not a whole number"},
		{`{{'a'}}`, "not a whole number"},
		{`{{.hidden}}`, "has no field"},
		{`{{.Missing}}`, "has no field"},
		{`{{.Title.Missing}}`, "it has no fields"},
		{`{{.Title 3}}`, "not a function"},
		{`{{missing .Title}}`, "not a known function"},
		{`{{template "missing" .}}`, "no such template"},
		{`{{eq .Title 1}}`, "of another type"},
		{`{{eq .One .One}}`, "neither text nor number nor truth"},
		{`{{eq .None nil}}`, "not an operand"},
		{`{{lt .Yes .No}}`, "of another type"},
		{`{{or .Title .Number}}`, "of another type"},
		{`{{or .One .One}}`, "structs are always true"},
		{`{{true | and .No}}`, "before the others"},
		{`{{range .Title}}{{end}}`, "neither list nor number"},
		{`{{range $i, $x := 3}}{{end}}`, "of another type"},
		{`{{$x := 1}}{{range $x = .Numbers}}{{end}}`, "sets a variable"},
		{`{{range $x := .Nothing}}{{else}}{{len $x}}{{end}}`, "not known here"},
		{`{{$x := ""}}{{range $x := .Nothing}}{{else}}{{$x}}{{end}}`, "not known here"},
		{`{{if .Yes}}{{$x := 1}}{{else}}{{$x}}{{end}}`, "not known here"},
		{`{{$x := 1}}{{$x = "a"}}`, "of another type"},
		{`{{index .Title 1}}`, "of another type"},
		{`{{index .Rows 0 0}}`, "3 arguments"},
		{`{{len .One}}`, "no length"},
		{`{{t .Number}}`, "of another type"},
		{`{{t "a" .One}}`, "neither text nor number nor truth"},
		{`{{body .Text}}`, "of another type"},
		{`{{main .}}`, "1 arguments"},
		{`{{$x := main}}`, ""},
	} {
		p := both(t, c.text, nil)
		var u *compile.Unsupported
		if c.reason == "" {
			if p.err != nil {
				t.Errorf("%s: %v", c.text, p.err)
			}
			continue
		}
		if !errors.As(p.err, &u) {
			t.Errorf("%s: compiled; error %v", c.text, p.err)
		} else if u.Template != "page" || !strings.Contains(u.Reason, c.reason) {
			t.Errorf("%s: %v", c.text, u)
		}
	}
}

func TestTemplateThatCannotBeEscapedIsReportedAndRefused(t *testing.T) {
	good, bad := parsed(t, `<p>{{.Title}}</p>`), parsed(t, `<p title="{{if .Yes}}">{{end}}`)
	trees := map[string]*parse.Tree{"good": good, "bad": bad}
	set, errs := compile.Escape(trees, []string{"bad", "good", "missing"})
	var e *template.Error
	if len(errs) != 1 || !errors.As(errs[0], &e) || e.ErrorCode != template.ErrBranchEnd {
		t.Errorf("errors %v", errs)
	}
	c := compile.New(set, functions())
	if _, err := c.Compile("bad", reflect.TypeFor[page]()); err == nil {
		t.Error("the bad one is compiled")
	}
	if _, err := c.Compile("good", reflect.TypeFor[page]()); err != nil {
		t.Error(err)
	}
	if good.Root.String() != `<p>{{.Title}}</p>` {
		t.Errorf("the tree that was given is now %s", good.Root)
	}
}

// A template that is escaped in no way is refused, whatever it comes from.
func TestUnescapedTemplateIsRefused(t *testing.T) {
	trees := map[string]*parse.Tree{"page": parsed(t, `{{.Title}}`)}
	set, _ := compile.Escape(trees, nil)
	_, err := compile.New(set, functions()).Compile("page", reflect.TypeFor[page]())
	if err == nil || !strings.Contains(err.Error(), "it is not escaped") {
		t.Errorf("error %v", err)
	}
}

// What a failed program has left behind is not used for the next one.
func TestProgramAfterARefusedOneIsWhole(t *testing.T) {
	trees := map[string]*parse.Tree{
		"first":  parsed(t, `{{template "a" .}}`),
		"second": parsed(t, `{{template "b" .}}`),
		"a":      parsed(t, `{{if .Zero}}{{template "b" .}}{{end}}{{.Ratio}}`),
		"b":      parsed(t, `{{template "a" .}}`),
	}
	set, _ := compile.Escape(trees, []string{"first", "second"})
	c := compile.New(set, functions())
	for _, name := range []string{"first", "second"} {
		if _, err := c.Compile(name, reflect.TypeFor[page]()); err == nil {
			t.Errorf("%s is compiled", name)
		}
	}
}

func TestHoleIsFilledByTheCaller(t *testing.T) {
	p := both(t, `<main>{{main}}</main>`, nil).compiled
	broken := errors.New("broken")
	got, err := p.Append(nil, &page{}, func(dst []byte) ([]byte, error) { return append(dst, "<h1>"...), nil })
	if string(got) != "<main><h1></main>" || err != nil {
		t.Errorf("%s, %v", got, err)
	}
	got, err = p.Append([]byte("a"), &page{}, func(dst []byte) ([]byte, error) { return append(dst, "half"...), broken })
	if string(got) != "a" || !errors.Is(err, broken) {
		t.Errorf("%s, %v", got, err)
	}
	if _, err := p.Append(nil, &page{}, nil); err == nil {
		t.Error("nothing fills the hole, and there is no error")
	}
}

func TestDotIsTheStructOrAPointerToIt(t *testing.T) {
	p := both(t, `{{.Title}}`, nil).compiled
	for _, v := range []any{page{Title: "a"}, &page{Title: "a"}} {
		if got, err := p.Append(nil, v, nil); string(got) != "a" || err != nil {
			t.Errorf("%T: %s, %v", v, got, err)
		}
	}
	for _, v := range []any{nil, (*page)(nil), leaf{}, &leaf{}, "a", 3} {
		if got, err := p.Append([]byte("a"), v, nil); err == nil || string(got) != "a" {
			t.Errorf("%#v: %s, %v", v, got, err)
		}
	}
}

func TestTemplatesThatCallThemselvesWithoutEndFail(t *testing.T) {
	p := both(t, `{{template "loop" .}}`, map[string]string{"loop": `{{if .Yes}}{{template "loop" .}}{{end}}`})
	if p.err != nil {
		t.Fatal(p.err)
	}
	if _, err := p.compiled.Append(nil, &page{Yes: true}, nil); err == nil {
		t.Error("no error")
	}
	if _, err := p.compiled.Append(nil, &page{}, nil); err != nil {
		t.Error(err)
	}
}
