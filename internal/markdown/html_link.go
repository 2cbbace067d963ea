package markdown

import (
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// linkNode writes a link or an address in <…>.
func (w *writer) linkNode(n ast.Node) {
	t := w.target(n)
	if t.Dead {
		w.linkText(n, t)
		return
	}
	w.raw("<a")
	w.attr("href", address(t.URL))
	if t.External {
		w.raw(` rel="external"`)
	}
	w.attr("hreflang", t.Lang)
	if l, ok := n.(*ast.Link); ok {
		w.attr("title", titleOf(l.Title, w.set.quotes))
	}
	w.attr(attrClass, attr(n, attrClass))
	if lang := attr(n, attrLang); lang != "" {
		w.attr(attrLang, lang)
	} else if w.isEmpty(n) {
		w.attr(attrLang, t.Lang)
	}
	w.raw(">")
	w.linkText(n, t)
	w.raw("</a>")
}

// target returns where the next link leads. What the editor wrote decides
// whether it may be a link at all, and what the linker says where to.
func (w *writer) target(n ast.Node) Target {
	var t Target
	if w.link < len(w.resolved.Links) {
		t = w.resolved.Links[w.link]
	}
	w.link++
	dest, _ := destination(n, w.src)
	kind := kindOf(dest)
	if t.URL == "" && (kind == LinkAnchor || kind == LinkExternal) {
		t.URL, t.External = dest, strings.HasPrefix(dest, "http")
	}
	if kind == LinkAnchor && t.URL == dest && dest != "#" {
		t.URL = "#" + w.id(dest[1:])
	}
	if kind == LinkForbidden || t.URL == "" || !isSafe(t.URL) {
		t.Dead = true
	}
	return t
}

// isSafe reports whether an address from the linker may stand in a page. Unlike
// an editor's it may be rooted in a host.
func isSafe(url string) bool {
	s, has := scheme(url)
	return !strings.ContainsFunc(url, isUnsafeInAddress) && (!has || slices.Contains(allowedSchemes, s))
}

// address writes an address in ASCII; %xx stays as it is.
func address(url string) string {
	return string(util.URLEscape([]byte(url), false))
}

// isEmpty reports whether a link shows nothing of its own.
func (w *writer) isEmpty(n ast.Node) bool {
	if _, ok := n.(*ast.AutoLink); ok {
		return false
	}
	return !n.HasChildren() || textOf(n, w.src, w.set.quotes) == ""
}

// linkText writes what a link shows: its own text, else the target's title, else
// its address, for a link must have a name.
func (w *writer) linkText(n ast.Node, t Target) {
	a, auto := n.(*ast.AutoLink)
	switch {
	case auto:
		w.text(visible(string(a.Label(w.src))))
		w.set.prev = 'x'
	case w.isEmpty(n):
		w.inlines(n)
		dest, _ := destination(n, w.src)
		name := firstNonEmpty(t.Title, t.URL, dest)
		w.text(visible(name))
		w.set.prev = 'x'
	default:
		w.inlines(n)
	}
	if t.Note != "" && !t.Dead {
		w.raw(" (")
		w.text(t.Note)
		w.raw(")")
	}
}

func firstNonEmpty(names ...string) string {
	for _, n := range names {
		if strings.TrimSpace(n) != "" {
			return n
		}
	}
	return ""
}
