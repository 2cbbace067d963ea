package check

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/text/language"

	"dossier/internal/diag"
)

// languages checks that what a page says of languages is a tag that screen readers
// and search engines know (WCAG 3.1.1 and 3.1.2, BCP 47), and that a link to a
// page in another language says so.
func (s Site) languages(docs []*document) []diag.Diagnostic {
	byPath := map[string]*document{}
	for _, d := range docs {
		byPath[d.path] = d
	}
	var diags []diag.Diagnostic
	for _, d := range docs {
		diags = append(diags, d.tags()...)
		diags = append(diags, s.foreignLinks(d, byPath)...)
	}
	return diags
}

// tags judges every lang and hreflang of a page.
func (d *document) tags() []diag.Diagnostic {
	var diags []diag.Diagnostic
	for _, n := range d.elements {
		for _, a := range n.Attr {
			if a.Key != "lang" && a.Key != "hreflang" || n.DataAtom == atom.Html && strings.TrimSpace(a.Val) == "" {
				continue // a page without any is told of by itself
			}
			if a.Key == "hreflang" && a.Val == anyLanguage {
				continue
			}
			if _, err := language.Parse(a.Val); err != nil {
				diags = append(diags, onPage(d.path, "page-language.tag", a.Val, a.Key, n.Data))
			}
		}
	}
	return diags
}

// foreignLinks finds links to pages of the site in another language that neither
// the link nor what is around it gives away.
func (s Site) foreignLinks(d *document, byPath map[string]*document) []diag.Diagnostic {
	var diags []diag.Diagnostic
	for _, n := range d.elements {
		href, isLink := lookup(n, "href")
		if n.DataAtom != atom.A || !isLink || foreign(href) {
			continue
		}
		target, _, _ := strings.Cut(href, "#")
		to := byPath[s.file(d.path, target)]
		if target == "" || to == nil || to.lang == "" || strings.EqualFold(to.lang, d.lang) || attr(n, "hreflang") != "" {
			continue
		}
		if !marked(n, to.lang) {
			diags = append(diags, onPage(d.path, "page-language.link", to.lang, href))
		}
	}
	return diags
}

// marked reports whether an element, what is in it or what it is in is said to be
// in a language.
func marked(n *html.Node, lang string) bool {
	for c := range n.Descendants() {
		if strings.EqualFold(attr(c, "lang"), lang) {
			return true
		}
	}
	for ; n != nil; n = n.Parent {
		if own, given := lookup(n, "lang"); given {
			return strings.EqualFold(own, lang)
		}
	}
	return false
}
