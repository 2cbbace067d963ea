package markdown

import "github.com/yuin/goldmark/ast"

// linkNode writes a link or an address in <…>.
func (w *writer) linkNode(n ast.Node) {
	t := w.target(n)
	empty := w.isEmpty(n)
	if t.Dead {
		w.linkText(n, t, empty)
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
	w.lang(linkLang(n, t, empty))
	w.raw(">")
	w.inLink = true
	w.linkText(n, t, empty)
	w.raw("</a>")
	for _, ref := range w.release() {
		w.footnoteRef(ref)
	}
}

// linkText writes what a link shows.
func (w *writer) linkText(n ast.Node, t Target, empty bool) {
	w.inlines(n)
	if name := w.linkName(n, t, empty); name != "" {
		w.text(name)
		w.set.prev = 'x'
	}
	w.text(linkNote(t))
}
