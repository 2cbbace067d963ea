package theme

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// squeezed parses a template and writes it without superfluous white space.
func squeezed(t *testing.T, text string, more ...string) string {
	t.Helper()
	set, ds := parseAll(files{})
	for i, s := range append([]string{"layouts/x.html", text}, more...) {
		if i%2 == 1 {
			continue
		}
		src := newSource(file{name: s, data: []byte(append([]string{"layouts/x.html", text}, more...)[i+1])})
		if d, bad := src.parse(); bad {
			ds = append(ds, d)
		}
		src.uses = usesOf(src.tree)
		set[src.name] = src
	}
	if len(ds) > 0 {
		t.Fatal(lines(ds))
	}
	collapse(set, verbatim(set))
	var all []string
	for _, s := range ordered(set) {
		all = append(all, s.tree.Root.String())
	}
	return strings.Join(all, "|")
}

func TestWhiteSpaceIsTakenOutWhereItPartsNothing(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"<ul>\n  <li>a</li>\n  <li>b</li>\n</ul>\n", "<ul><li>a</li><li>b</li></ul>"},
		{"<p>\n  one\n  two <b>three</b>\n  <i>four</i>\n</p>", "<p>one two <b>three</b> <i>four</i></p>"},
		{"<p>{{.A}}\n{{.B}}</p>", "<p>{{.A}} {{.B}}</p>"},
		{"<b>x</b>\n{{if .A}}\n <i>y</i>\n{{end}}\n<div>", "<b>x</b> {{if .A}} <i>y</i> {{end}}<div>"},
		{"<li{{with .Lang}} lang=\"{{.}}\"{{end}}>\n x", "<li{{with .Lang}} lang=\"{{.}}\"{{end}}>x"},
		{"<img\n  src=\"a\"\n  alt='b  c'  >\n", "<img src=\"a\" alt='b  c' > "},
		{"<pre>\n a  b\n</pre>\n<p>", "<pre>\n a  b\n</pre><p>"},
		{"<textarea> a\n  </textarea>  x", "<textarea> a\n  </textarea> x"},
		{"<script>\nlet a  = '<p> </p>'\n</script>\n<p>", "<script>\nlet a  = '<p> </p>'\n</script><p>"},
		{"<!--  a <p>  -->  x", "<!--  a <p>  --> x"},
		{"a  < b  > c", "a < b > c"},
		{"<PRE>  </PRE>  <DIV>  a", "<PRE>  </PRE><DIV>a"},
		{"<p title=\"{{if .A}}  >{{end}}  \">  x", "<p title=\"{{if .A}}  >{{end}}  \">x"},
		{"5\u00a0 €", "5\u00a0 €"},
		{"  ", " "},
		{"<", "<"},
	} {
		if diff := cmp.Diff(c.want, squeezed(t, c.text)); diff != "" {
			t.Errorf("%q: %s", c.text, diff)
		}
	}
}

func TestPartialsInsideRawElementsAreLeftAlone(t *testing.T) {
	got := squeezed(t, `<pre>{{template "a"}}</pre>{{template "c"}}`,
		"layouts/partials/a.html", "a  a{{template \"b\"}}",
		"layouts/partials/b.html", "b  b",
		"layouts/partials/c.html", "c  c",
	)
	want := `a  a{{template "b"}}|b  b|c c|<pre>{{template "a"}}</pre>{{template "c"}}`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
