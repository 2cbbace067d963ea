package check

import (
	"path"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"dossier/internal/diag"
)

// Owed is what a page has to show of those who paid: the rules of visibility of
// the Union's programmes (Regulation (EU) 2021/1060, article 50 and annex IX, and
// the model grant agreements of the Commission, article 17).
type Owed struct {
	EU          bool     // it belongs to a project of a programme that asks for the emblem
	Statement   bool     // one of them asks for “Funded by the European Union” or “Co-funded …”
	Disclaimers []string // of those programmes, in the page's language
	Named       []string // programmes that the page must name, in its language: of a home page
}

// statements are the prescribed words (annex IX, 1.3), in small letters. In other
// languages any words beside the emblem are taken for them.
var statements = map[string][]string{
	"de": {"finanziert von der europäischen union", "von der europäischen union finanziert", "von der europäischen union kofinanziert"},
	"en": {"funded by the european union"},
	"es": {"financiado por la unión europea", "cofinanciado por la unión europea"},
	"fr": {"financé par l'union européenne", "cofinancé par l'union européenne"},
	"it": {"finanziato dall'unione europea"},
	"pt": {"financiado pela união europeia"},
}

// visibility compares a page with what it owes. The emblem has to be seen without
// scrolling: it stands before the main part.
func (d *document) visibility(owed Owed) []diag.Diagnostic {
	var diags []diag.Diagnostic
	add := func(key string, args ...any) { diags = append(diags, onPage(d.path, key, args...)) }
	emblems := d.emblems()
	switch {
	case owed.EU && len(emblems) == 0:
		add("eu-visibility.emblem")
	case !owed.EU && len(emblems) > 0:
		add("eu-visibility.foreign")
	}
	for _, n := range emblems {
		if strings.TrimSpace(attr(n, "alt")) == "" {
			add("eu-visibility.text")
		}
	}
	if owed.Statement && len(emblems) > 0 && !slices.ContainsFunc(emblems, d.stated) {
		add("eu-visibility.statement")
	}
	said := letters(d.words())
	for _, text := range owed.Disclaimers {
		if !strings.Contains(said, letters(text)) {
			add("eu-visibility.disclaimer", text)
		}
	}
	for _, name := range owed.Named {
		if !strings.Contains(said, letters(name)) {
			add("eu-visibility.programme", name)
		}
	}
	return diags
}

// emblems are the pictures of the emblem before the main part, and in a page
// without one, all of them.
func (d *document) emblems() []*html.Node {
	var found []*html.Node
	for _, n := range d.elements {
		if n.DataAtom == atom.Main {
			break
		}
		if n.DataAtom == atom.Img && (hasClass(n, "emblem") || strings.HasPrefix(path.Base(attr(n, "src")), "emblem-eu")) {
			found = append(found, n)
		}
	}
	return found
}

// stated reports whether the prescribed words stand beside an emblem.
func (d *document) stated(emblem *html.Node) bool {
	beside := letters(text(emblem.Parent))
	lang, _, _ := strings.Cut(strings.ToLower(d.lang), "-")
	known := statements[lang]
	if len(known) == 0 {
		return letters(text(emblem.Parent)) != letters(attr(emblem, "alt"))
	}
	return slices.ContainsFunc(known, func(words string) bool { return strings.Contains(beside, letters(words)) })
}

// words are all texts of the page.
func (d *document) words() string {
	for _, n := range d.elements {
		if n.DataAtom == atom.Body {
			return text(n)
		}
	}
	return ""
}

func hasClass(n *html.Node, class string) bool {
	return slices.Contains(strings.Fields(attr(n, "class")), class)
}

// letters leaves of a text what is compared: letters and digits, in small. Quotes,
// dashes and spaces are set differently by different hands.
func letters(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, text)
}
