package layout

import "dossier/internal/pdf"

// node is an element of the structure tree to be. The element itself is made when
// something is first drawn into it, so that nothing empty gets into the tree and
// a note can hang below an element that its mark makes.
type node struct {
	parent *node // nil: made is given
	tag    pdf.Tag
	attrs  pdf.Attributes
	made   *pdf.Element
}

func (n *node) child(tag pdf.Tag, a pdf.Attributes) *node {
	return &node{parent: n, tag: tag, attrs: a}
}

// element returns the element, which takes its place in the tree with its first
// ink.
func (n *node) element() *pdf.Element {
	if n.made == nil {
		n.made = n.parent.element().Child(n.tag, n.attrs)
	}
	return n.made
}

// bound says which area of its page the node's picture covers.
func (n *node) bound(area pdf.Rect) {
	n.attrs.BBox = &area
	n.element().Set(n.attrs)
}
