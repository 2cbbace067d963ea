package check

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"dossier/internal/diag"
)

// judge reports what is wrong with a page by itself.
func (d *document) judge() []diag.Diagnostic {
	j := judge{at: diag.Pos{File: d.path}}
	if strings.TrimSpace(d.lang) == "" {
		j.add("page-language")
	}
	if d.title == "" {
		j.add("page-structure.title")
	}
	if !d.policy {
		j.add("foreign-request.policy")
	}
	for _, n := range d.elements {
		j.element(n)
	}
	if j.tops != 1 {
		j.add("page-structure.top", j.tops)
	}
	return j.diags
}

type judge struct {
	at    diag.Pos
	level int // of the last heading
	tops  int // level-1 headings so far
	diags []diag.Diagnostic
}

func (j *judge) add(key string, args ...any) {
	j.diags = append(j.diags, diag.At(j.at, key, args...).WithHint("hint.of-theme"))
}

func (j *judge) element(n *html.Node) {
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		j.heading(n)
	case atom.Img:
		j.picture(n)
	case atom.A, atom.Area:
		j.link(n)
	case atom.Script:
		j.script(n)
	case atom.Style:
		j.add("inline-code.style")
	}
	if attr(n, "target") == "_blank" {
		j.add("page-structure.window", attr(n, "href"))
	}
	j.attributes(n)
	for _, url := range loads(n) {
		if elsewhere(url) {
			j.add("foreign-request", n.Data, url)
		}
	}
}

// heading follows WCAG technique G141: no level is skipped on the way down.
func (j *judge) heading(n *html.Node) {
	level := int(n.Data[1] - '0')
	if level == 1 {
		j.tops++
	}
	if level > j.level+1 {
		j.add("page-structure.level", level, strings.TrimSpace(text(n)), j.level)
	}
	j.level = level
}

func (j *judge) picture(n *html.Node) {
	if _, given := lookup(n, "alt"); !given {
		j.add("missing-alt.output", attr(n, "src"))
	}
}

func (j *judge) link(n *html.Node) {
	url, isLink := lookup(n, "href")
	if !isLink {
		return
	}
	name := text(n) + attr(n, "aria-label") + attr(n, "aria-labelledby") + attr(n, "alt")
	if strings.TrimSpace(name) == "" {
		j.add("page-structure.link", url)
	}
}

// script allows what the content security policy allows: files, and data that
// nothing runs.
func (j *judge) script(n *html.Node) {
	if attr(n, "src") == "" && attr(n, "type") != "application/ld+json" {
		j.add("inline-code.script")
	}
}

func (j *judge) attributes(n *html.Node) {
	for _, a := range n.Attr {
		switch {
		case a.Key == "style", strings.HasPrefix(a.Key, "on"):
			j.add("inline-code.attribute", a.Key, n.Data)
		case strings.HasPrefix(strings.ToLower(strings.TrimSpace(a.Val)), "javascript:"):
			j.add("inline-code.attribute", a.Key, n.Data)
		}
	}
}

// fetched are the relations of a link element that make a browser ask for
// something.
var fetched = map[string]bool{
	"stylesheet": true, "icon": true, "apple-touch-icon": true, "manifest": true, "preload": true,
	"modulepreload": true, "prefetch": true, "preconnect": true, "dns-prefetch": true,
}

// loads are the addresses that a browser asks for because of an element, without
// the reader's doing.
func loads(n *html.Node) []string {
	var urls []string
	switch n.Data {
	case "a", "area", "base":
		return nil
	case "link":
		for _, rel := range strings.Fields(strings.ToLower(attr(n, "rel"))) {
			if fetched[rel] {
				return []string{attr(n, "href")}
			}
		}
		return nil
	case "object":
		urls = append(urls, attr(n, "data"))
	case "image", "use", "feimage": // of SVG
		urls = append(urls, attr(n, "href"))
	}
	urls = append(urls, attr(n, "src"), attr(n, "poster"))
	return append(urls, append(candidates(attr(n, "srcset")), candidates(attr(n, "imagesrcset"))...)...)
}

// elsewhere holds for addresses that leave the site.
func elsewhere(url string) bool {
	url = strings.ToLower(strings.TrimSpace(url))
	return strings.HasPrefix(url, "//") || strings.HasPrefix(url, "http:") || strings.HasPrefix(url, "https:")
}
