package layout

import (
	"dossier/internal/pdf"
	"dossier/internal/pdf/line"
)

// A footnote is a note measured for the foot of a page. The notes marked inside
// it come after it.
type footnote struct {
	mark   line.Note
	strips []strip
}

// note measures the note that a span marks. It returns nil when there is nothing
// to it, and for the second mark of the same note.
func (m *measurer) note(s *Span) *line.Note {
	if s.Note == nil || m.known[s.Note] {
		return nil
	}
	m.known[s.Note] = true
	n := &footnote{mark: line.Note{ID: s.Note.ID}}
	root := &node{}
	n.strips = m.apart(m.footColumn(root), func(m *measurer) { m.noteItem(s, root) })
	if len(n.strips) == 0 {
		return nil
	}
	place := func(*pdf.Page, float64, float64) { n.join(m.doc, root) }
	n.strips[0].first = append([]ink{place}, n.strips[0].first...)
	for _, inner := range n.inner() {
		n.strips = append(n.strips, inner.strips...)
	}
	n.strips[0].gap = 0.15 * m.style.lineHeight()
	m.notes[&n.mark] = n
	return &n.mark
}

// footColumn is where notes stand: across the page.
func (m *measurer) footColumn(root *node) column {
	return column{
		width: m.style.columnWidth(), room: m.style.columnHeight() - noteGap*m.style.lineHeight(),
		node: root, lang: m.lang, scale: smallSize, aside: true,
	}
}

// noteItem is the note with its mark before it.
func (m *measurer) noteItem(s *Span, root *node) {
	spans := m.spans([]Span{{Text: s.Text}}, m.look())
	t := m.setter.Break(spans, line.Options{Width: m.width / 4, Lang: m.lang})
	from, outer := len(m.galley), m.column
	indent := max(widest(t)+0.4*m.size(), 1.2*m.size())
	m.indent(indent, 0)
	m.blocks(s.Note.Blocks)
	m.column = outer
	if len(m.galley) > from && legible(s.Text) {
		m.label(from, label{text: t, node: root.child(pdf.Lbl, pdf.Attributes{}), x: m.x})
	}
}

// join gives the note the place in the tree that its mark has made. A mark that
// shows nothing has made none: the note then comes where it is drawn.
func (n *footnote) join(doc *pdf.Document, root *node) {
	if n.mark.Element == nil {
		n.mark.Element = doc.Root().Child(pdf.Note, pdf.Attributes{ID: n.mark.ID})
	}
	root.made = n.mark.Element
}

// inner are the notes marked in the note.
func (n *footnote) inner() []*footnote {
	var inner []*footnote
	for i := range n.strips {
		inner = append(inner, n.strips[i].notes...)
	}
	return inner
}

// footnotes are the notes whose marks stand on a line.
func (m *measurer) footnotes(list []*line.Note) []*footnote {
	if len(list) == 0 {
		return nil
	}
	out := make([]*footnote, 0, len(list))
	for _, n := range list {
		if f := m.notes[n]; f != nil {
			out = append(out, f)
		}
	}
	return out
}
