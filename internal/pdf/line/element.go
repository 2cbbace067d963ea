package line

import (
	"slices"

	"dossier/internal/pdf"
)

// A group is what stands together in one element: what leads somewhere, is in
// another language, is code, or marks a note.
type group struct {
	link    *Link
	note    *Note
	lang    string // empty: the paragraph's
	code    bool
	element *pdf.Element // into which its text goes; nil until drawn
}

type linkElement struct {
	link    *Link
	element *pdf.Element
}

// group is the group of a span: the last one's, when the two mean the same.
func (c *composer) group(s *Span) int32 {
	g := group{link: s.Link, note: s.Note, lang: s.Lang, code: s.Code}
	if g.lang == c.lang {
		g.lang = ""
	}
	if n := len(c.groups); n > 0 && c.groups[n-1] == g {
		return int32(n - 1)
	}
	c.groups = append(c.groups, g)
	return int32(len(c.groups) - 1)
}

// enter gives a group its element below e. Reference, Link, Span and Code stand
// inside one another in this order.
func (t *Text) enter(g *group, e *pdf.Element) *pdf.Element {
	if g.element != nil {
		return g.element
	}
	leaf := e
	if g.note != nil {
		leaf = leaf.Child(pdf.Reference, pdf.Attributes{})
	}
	if g.link != nil {
		leaf = t.linkElement(g.link, leaf)
	}
	if g.lang != "" {
		leaf = leaf.Child(pdf.Span, pdf.Attributes{Lang: g.lang})
	}
	if g.code {
		leaf = leaf.Child(pdf.Code, pdf.Attributes{})
	}
	g.element = leaf
	return leaf
}

// linkElement is the element of a link, which is made once for a Text.
func (t *Text) linkElement(l *Link, parent *pdf.Element) *pdf.Element {
	for i := range t.links {
		if t.links[i].link == l {
			return t.links[i].element
		}
	}
	e := parent.Child(pdf.LinkTag, pdf.Attributes{})
	t.links = append(t.links, linkElement{l, e})
	return e
}

// leave lets the note of a mark take its place, right after the mark.
func (t *Text) leave(g *group, e *pdf.Element) {
	if g.note == nil || g.note.Element != nil {
		return
	}
	g.note.Element = e.Child(pdf.Note, pdf.Attributes{ID: g.note.ID})
	g.note.Element.Join()
}

// alike tells styles that look the same.
func alike(a, b *Style) bool {
	return a.Size == b.Size && a.Colour == b.Colour && a.Underline == b.Underline &&
		a.Raise == b.Raise && sameFill(a.Fill, b.Fill) && slices.Equal(a.Faces, b.Faces)
}

func sameFill(a, b *pdf.Colour) bool {
	return a == b || a != nil && b != nil && *a == *b
}
