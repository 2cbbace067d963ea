package markdown

import (
	"strings"
	"testing"
	"time"
)

// pathological is the size of the bodies below: large enough for any time that
// grows with its square to show.
const pathological = 1 << 18

// TestParseTakesBoundedTime feeds what is known to make Markdown parsers slow.
// The limit follows the time that a body of plain prose takes on this machine.
func TestParseTakesBoundedTime(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	const size = pathological
	prose := took(strings.Repeat("Il progetto *sostiene* l'equilibrio [fra](a.pdf) vita e lavoro.\n\n", size/66))
	limit := max(2*time.Second, 40*prose)
	many := func(s string) string { return strings.Repeat(s, size/len(s)) }
	half := func(a, b string) string {
		return strings.Repeat(a, size/2/len(a)) + strings.Repeat(b, size/2/len(b))
	}
	for name, text := range map[string]string{
		"quotations":             many(">"),
		"quotations and lines":   half("> ", "\na"),
		"lists":                  many("- "),
		"numbered lists":         many("1. "),
		"list by indentation":    nested(700),
		"definition lists":       "a\n" + many(": "),
		"notes within notes":     many("[^a]: "),
		"many notes":             half("[^a]", "\n[^b]: c"),
		"many notes, all used":   half("\n[^a]: c", "[^a]"),
		"open emphasis":          many("*a "),
		"open and closed":        many("*a_ "),
		"emphasis of all kinds":  many("*a **b _c __d ~~e "),
		"emphasis nested":        half("*a **", "b* c**"),
		"brackets":               many("["),
		"brackets both":          half("[", "]"),
		"brackets with targets":  half("[", "](a)"),
		"pictures nested":        half("![", "](a)"),
		"open titles":            many("[a](b (c "),
		"open targets":           many("[a](<b"),
		"open references":        many("[a][b "),
		"link definitions":       many("[a]: b\n"),
		"open definition titles": many("[a]: b 'c\n"),
		"table of many columns":  "|" + strings.Repeat("a|", size/8) + "\n|" + strings.Repeat("-|", size/8) + "\n" + strings.Repeat("a\n", size/4),
		"table of many rows":     "|a|b|\n|-|-|\n" + many("|a|b|\n"),
		"delimiter rows":         many("a|b\n-|-\n"),
		"escaped pipes in code":  "|a|\n|-|\n" + many("|`\\|`|\n"),
		"back ticks":             ticks(700),
		"tags":                   many("<a "),
		"tags with values":       many("<a b='c\" "),
		"comments":               many("<!-- a "),
		"instructions":           many("<?a "),
		"declarations":           many("<!A "),
		"addresses":              many("<https://a"),
		"references":             many("&a"),
		"quotes":                 many("'a \"b "),
		"spans":                  many("[a]{lang=fr}"),
		"spans nested":           half("[", "]{lang=fr}"),
		"spans unopened":         many("]{lang=fr}"),
		"attributes unclosed":    "## a" + many("{a="),
		"headings":               many("## a\n"),
		"one long line of links": many("[a](b) "),
		"one long line of HTML":  many("a<b>"),
		"forbidden links":        many("[a](b:c) "),
		"glued":                  many("parole1 "),
		"mixed quotes":           many("“a\" "),
		"notices":                many("> [!NOTE]\n\n"),
		"hard breaks":            many("a\\\n"),
		"underlined":             many("a\n=\n"),
		"spaces":                 "a" + many(" ") + "b",
		"capitals":               "## " + many("LA MAMMA "),
	} {
		t.Run(name, func(t *testing.T) {
			if d := took(text); d > limit {
				t.Errorf("took %v, plain prose %v", d, prose)
			}
		})
	}
}

// took is how long it takes to parse a body and to write it in every form.
func took(text string) time.Duration {
	start := time.Now()
	d := Parse(Source{File: "a.md", Text: []byte(text), FirstLine: 1, Lang: "it"})
	d.Missing(func(rune) bool { return false })
	asHTML([]byte(text), "it", resolve(d))
	XHTML([]byte(text), "it", resolve(d), nil)
	Tree([]byte(text), "it", resolve(d))
	return time.Since(start)
}

// nested is a list in a list, to a given depth, by indentation.
func nested(depth int) string {
	var b strings.Builder
	for i := range depth {
		b.WriteString(strings.Repeat(" ", i) + "- a\n")
	}
	return b.String()
}

// ticks holds runs of back ticks of every length but no two alike.
func ticks(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString("a" + strings.Repeat("`", i+1))
	}
	return b.String()
}
