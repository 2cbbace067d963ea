package markdown

import "github.com/yuin/goldmark/ast"

// linkNode writes what stands in a link or an address in <…>, and leaves place for
// the link itself.
func (w *writer) linkNode(n ast.Node) {
	hole := w.linkOf(n)
	hole.attrs = w.linkAttrs(n)
	w.putLink(hole)
	w.inlines(n)
	if hole.shows() {
		w.set.prev = 'x'
	}
	w.hole(holeLinkEnd)
}

// linkAttrs are the attributes that the editor gave a link.
func (w *writer) linkAttrs(n ast.Node) string {
	var attrs []byte
	if l, ok := n.(*ast.Link); ok {
		attrs = appendAttr(attrs, "title", titleOf(l.Title, w.set.quotes), w.xml)
	}
	return string(appendAttrs(attrs, n, w.xml))
}
