package markdown

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// allowed are the elements of a body and their attributes.
var allowed = map[string]string{
	"p": "class", "h1": "id class lang", "h2": "id class lang", "h3": "id class lang", "h4": "id class lang",
	"h5": "id class lang", "h6": "id class lang", "blockquote": "", "ul": "", "ol": "start", "li": "id",
	"pre": "tabindex", "code": "class", "hr": "", "br": "", "em": "", "strong": "", "del": "", "dl": "", "dt": "", "dd": "",
	"a": "href rel hreflang title class lang id role aria-label", "span": "id class lang", "sup": "class",
	"img":     "src srcset sizes alt width height loading decoding",
	"div":     "class role tabindex aria-label",
	"section": "class role aria-label", "figure": "class", "figcaption": "",
	"table": "", "thead": "", "tbody": "", "tr": "", "th": "scope class", "td": "class",
}

// unsafeParts returns what in a page's HTML is not allowed, as a browser reads it.
func unsafeParts(t testing.TB, page string) []string {
	t.Helper()
	context := &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body}
	nodes, err := html.ParseFragment(strings.NewReader(page), context)
	if err != nil {
		t.Fatalf("HTML does not parse: %v", err)
	}
	var bad []string
	for _, n := range nodes {
		for d := range allNodes(n) {
			bad = append(bad, unsafeNode(d)...)
		}
	}
	return bad
}

func allNodes(n *html.Node) func(func(*html.Node) bool) {
	return func(yield func(*html.Node) bool) {
		if !yield(n) {
			return
		}
		for d := range n.Descendants() {
			if !yield(d) {
				return
			}
		}
	}
}

func unsafeNode(n *html.Node) []string {
	if n.Type == html.TextNode {
		return nil
	}
	attrs, ok := allowed[n.Data]
	if n.Type != html.ElementNode || !ok {
		return []string{"node " + n.Data}
	}
	var bad []string
	for _, a := range n.Attr {
		if a.Namespace != "" || !slices.Contains(strings.Fields(attrs), a.Key) {
			bad = append(bad, n.Data+" "+a.Key)
		}
		if slices.Contains([]string{"href", "src", "srcset"}, a.Key) && !safeAddress(a.Val) {
			bad = append(bad, n.Data+" "+a.Key+"="+a.Val)
		}
	}
	return bad
}

// safeAddress reads an address as browsers do: leading controls and spaces go,
// tabs and line ends go anywhere.
func safeAddress(v string) bool {
	v = strings.TrimLeftFunc(v, func(r rune) bool { return r <= ' ' })
	v = strings.NewReplacer("\t", "", "\n", "", "\r", "").Replace(v)
	before, _, has := strings.Cut(v, ":")
	if !has || strings.ContainsAny(before, "/?#") {
		return true
	}
	return slices.Contains([]string{"http", "https", "mailto", "tel"}, strings.ToLower(before))
}

func TestHTMLLetsNoAttackThrough(t *testing.T) {
	data, err := os.ReadFile("testdata/attacks.txt")
	if err != nil {
		t.Fatal(err)
	}
	attacks := strings.Split(strings.TrimSpace(string(data)), "\n%%\n")
	if len(attacks) < 60 {
		t.Fatalf("only %d attacks", len(attacks))
	}
	for _, a := range attacks {
		a = strings.NewReplacer("<TAB>", "\t", "<NUL>", "\x00", "<CR>", "\r", "<SOH>", "\x01").Replace(a)
		page := render(a, "it")
		if bad := unsafeParts(t, page); len(bad) > 0 {
			t.Errorf("%q lets through %q:\n%s", a, bad, page)
		}
	}
}

// TestUnsafePartsSeesThem shows that the judge of the tests above can fail.
func TestUnsafePartsSeesThem(t *testing.T) {
	for _, page := range []string{
		"<script>1</script>", `<p onclick="x">`, `<a href="java&#9;script:x">a</a>`, `<p style="x">`, "<!-- x -->",
		`<img src="data:x" alt="">`, `<iframe></iframe>`, `<svg><a href="x"></a></svg>`, `<a href=" JavaScript:x">a</a>`,
	} {
		if len(unsafeParts(t, page)) == 0 {
			t.Errorf("%s passes", page)
		}
	}
}

func FuzzMarkdown(f *testing.F) {
	inputs, err := filepath.Glob("testdata/*.md")
	if err != nil {
		f.Fatal(err)
	}
	for _, in := range append(inputs, "testdata/attacks.txt") {
		text, err := os.ReadFile(in)
		if err != nil {
			f.Fatal(err)
		}
		for block := range strings.SplitSeq(string(text), "\n\n") {
			f.Add(block)
		}
		f.Add(string(text))
	}
	f.Fuzz(func(t *testing.T, text string) {
		d := Parse(Source{File: "a.md", Text: []byte(text), FirstLine: 1, Lang: "it"})
		page := asHTML([]byte(text), "it", resolve(d))
		if bad := unsafeParts(t, page); len(bad) > 0 {
			t.Errorf("lets through %q:\n%s", bad, page)
		}
		written := slices.DeleteFunc(slices.Clone(d.Headings), func(h Heading) bool { return h.Text == "" })
		if n := countHeadings(page); n < len(written) || n > len(d.Headings) {
			t.Errorf("%d headings in HTML, %d in Doc:\n%s", n, len(d.Headings), page)
		}
		if id := repeatedID(page); id != "" {
			t.Errorf("id %q is given twice:\n%s", id, page)
		}
		checkPositions(t, text, d)
		checkAgreement(t, []byte(text), "it")
	})
}

// repeatedID returns an id that a page gives twice, or "".
func repeatedID(page string) string {
	seen := map[string]bool{}
	for z := html.NewTokenizer(strings.NewReader(page)); z.Next() != html.ErrorToken; {
		for _, a := range z.Token().Attr {
			if a.Key == "id" && seen[a.Val] {
				return a.Val
			}
			seen[a.Val] = seen[a.Val] || a.Key == "id"
		}
	}
	return ""
}

func countHeadings(page string) int {
	n := 0
	for _, level := range "123456" {
		n += strings.Count(page, "</h"+string(level)+">")
	}
	return n
}

// checkPositions holds that every position is within the text.
func checkPositions(t *testing.T, text string, d *Doc) {
	t.Helper()
	lines := strings.Split(strings.ToValidUTF8(text, "\uFFFD"), "\n")
	for _, l := range d.Links {
		line, col := l.Pos.Line, l.Pos.Col
		if line < 1 || line > len(lines) || col < 1 || col > len([]rune(lines[line-1]))+1 || l.Pos.EndCol < col {
			t.Errorf("link %q at %+v is outside of the text", l.Dest, l.Pos)
		}
	}
	for _, p := range d.Diags {
		if p.Pos.Line < 1 || p.Pos.Line > len(lines) || p.Pos.Col < 1 {
			t.Errorf("%s at %+v is outside of the text", p.ID, p.Pos)
		}
	}
}
