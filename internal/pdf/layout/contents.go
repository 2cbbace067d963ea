package layout

import (
	"strconv"

	"dossier/internal/pdf"
	"dossier/internal/pdf/line"
)

// An entry is a line of contents: a heading, a leader, and the page, which is
// drawn when all pages are known.
type entry struct {
	head  *head
	text  *line.Text
	link  *node
	look  look
	width float64 // of text, leader and number
	hang  float64 // of the lines of text after the first

	page     *pdf.Page
	x        float64 // right edge of the number
	y        float64 // top of the line on which it stands
	baseline float64
}

// measure: see Contents. In a note it is nothing.
func (b Contents) measure(m *measurer) {
	if m.aside {
		return
	}
	depth := b.Depth
	if depth <= 0 {
		depth = 6
	}
	var list []*head
	top := 6
	for i := m.at; i < len(m.heads); i++ {
		if h := &m.heads[i]; h.id != "" && h.level <= depth {
			list = append(list, h)
			top = min(top, h.level)
		}
	}
	toc := tocs{root: m.node.child(pdf.TOC, pdf.Attributes{}), top: top}
	for _, h := range list {
		m.entry(h, toc.at(h.level), h.level-top)
	}
	if len(list) > 0 {
		m.space(paragraphGap * m.lineHeight())
	}
}

// tocs are the TOC elements of contents, one in the other by level.
type tocs struct {
	root *node
	top  int
	open []*node // by depth below the root
}

// at returns the TOC for entries of a level.
func (t *tocs) at(level int) *node {
	depth := level - t.top
	t.open = t.open[:min(depth, len(t.open))]
	for len(t.open) < depth {
		parent := t.root
		if n := len(t.open); n > 0 {
			parent = t.open[n-1]
		}
		t.open = append(t.open, parent.child(pdf.TOC, pdf.Attributes{}))
	}
	if depth == 0 {
		return t.root
	}
	return t.open[depth-1]
}

// entry adds the strips of an entry, depth levels below the uppermost.
func (m *measurer) entry(h *head, toc *node, depth int) {
	k := m.look()
	k.bold = depth == 0
	if k.bold {
		m.space(0.35 * m.lineHeight())
	}
	a := m.attributes(h.lang)
	link := toc.child(pdf.TOCI, pdf.Attributes{}).child(pdf.Reference, pdf.Attributes{}).child(pdf.LinkTag, a)
	outer := m.column
	m.indent(float64(depth)*1.3*k.size, 0)
	e := &entry{head: h, link: link, look: k, width: m.width, hang: min(k.size, m.width/8)}
	room := max(m.width-3.5*k.size, m.width/2)
	o := line.Options{Width: room, Lang: m.language(h.lang), Leading: m.lineHeight() * 1.05, Hang: e.hang}
	e.text = m.setter.Break(m.spans([]Span{{Text: h.text}}, k), o)
	from := len(m.galley)
	for i := range e.text.Lines {
		l := &e.text.Lines[i]
		m.put(strip{height: l.Height, baseline: l.Baseline, tagged: true, ink: e.ink(m.setting, i)})
	}
	bind(m.since(from), tied)
	m.entries = append(m.entries, e)
	m.column = outer
}

// ink draws a line of the entry, with the leader after the last.
func (e *entry) ink(s *setting, i int) ink {
	return func(page *pdf.Page, x, y float64) {
		l := &e.text.Lines[i]
		element := e.link.element()
		e.text.Draw(page, element, x, y, i, i+1)
		page.Link(element, pdf.Rect{X: x, Y: y, W: e.width, H: l.Height}, pdf.Target{Anchor: e.head.id}, e.head.text)
		if i+1 == len(e.text.Lines) {
			e.page, e.x, e.y, e.baseline = page, x+e.width, y, l.Baseline
			e.leader(s, x+l.Width+e.hang*float64(min(i, 1)))
		}
	}
}

// dotPitch is the distance of two dots of a leader, as a multiple of the size.
const dotPitch = 0.55

// leader draws dots from the text to where the number begins. They stand on a
// grid that counts from the right, so that those of all entries are in columns.
func (e *entry) leader(s *setting, from float64) {
	pitch, dot := dotPitch*s.style.Size, 0.08*s.style.Size
	var p pdf.Path
	for x := e.x - 2.2*e.look.size; x > from+0.8*e.look.size; x -= pitch {
		p.Rect(pdf.Rect{X: x - dot/2, Y: e.y + e.baseline - dot, W: dot, H: dot})
	}
	if !p.Empty() {
		e.page.Artifact(pdf.Layout).Fill(p, s.style.Muted)
	}
}

// number draws the number of the page to which the entry leads.
func (e *entry) number(s *setting, page int) {
	look := line.Style{Faces: s.style.Faces.faces(e.look.bold, false), Size: e.look.size, Colour: e.look.colour}
	text := s.setter.Break([]line.Span{{Text: strconv.Itoa(page), Style: look}}, line.Options{Width: 10 * e.look.size})
	l := &text.Lines[0]
	text.Draw(e.page, e.link.element(), e.x-l.Width, e.y+e.baseline-l.Baseline, 0, 1)
}
