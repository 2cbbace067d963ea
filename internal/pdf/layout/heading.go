package layout

import (
	"fmt"
	"strings"

	"dossier/internal/pdf"
	"dossier/internal/pdf/line"
)

// head is a heading as contents and outline know it.
type head struct {
	level int
	id    string // empty: it is not listed
	text  string
	lang  string
}

// heads are the headings of blocks in the order of reading. Levels leave nothing
// out: the first is 1, and each at most one deeper than the one before
// (ISO 14289-1, 7.4.2).
func heads(blocks []Block) []head {
	s := scan{}
	s.blocks(blocks)
	return s.heads
}

type scan struct {
	heads []head
	level int
}

func (s *scan) blocks(list []Block) {
	for _, b := range list {
		s.block(b)
	}
}

func (s *scan) block(b Block) {
	switch b := b.(type) {
	case Heading:
		s.heading(&b)
	case List:
		s.items(b.Items)
	case Definitions:
		s.items(b.Items)
	case Callout:
		s.blocks(b.Blocks)
	case Quote:
		s.blocks(b.Blocks)
	case Box:
		s.blocks(b.Blocks)
	case Keep:
		s.blocks(b.Blocks)
	case Sect:
		s.blocks(b.Blocks)
	case Columns:
		for _, cell := range b.Cells {
			s.blocks(cell)
		}
	}
}

func (s *scan) items(list []Item) {
	for i := range list {
		s.blocks(list[i].Blocks)
	}
}

func (s *scan) heading(b *Heading) {
	if !visible(b.Spans) {
		return
	}
	s.level = min(max(b.Level, 1), s.level+1, 6)
	h := head{level: s.level, text: b.listed(), lang: b.Lang}
	if !b.Unlisted {
		h.id = b.ID
	}
	s.heads = append(s.heads, h)
}

// text is what the heading says, without the marks of notes.
func (b *Heading) text() string {
	var t strings.Builder
	if b.Number != "" {
		t.WriteString(b.Number + " ")
	}
	for i := range b.Spans {
		switch s := &b.Spans[i]; {
		case s.Break:
			t.WriteString(" ")
		case s.Note == nil && !s.Raised:
			t.WriteString(s.Text)
		}
	}
	return strings.Join(strings.Fields(t.String()), " ")
}

// listed is the text in outline and contents.
func (b *Heading) listed() string {
	if b.Short != "" {
		return b.Short
	}
	return b.text()
}

// measure: see Heading. In a note it is a bold paragraph.
func (b Heading) measure(m *measurer) {
	if !visible(b.Spans) {
		return
	}
	if m.aside {
		Paragraph{Spans: b.Spans, Lang: b.Lang, Bold: true, Tight: true}.measure(m)
		return
	}
	h := &m.heads[m.at]
	m.at++
	m.space(m.aboveHeading() * m.lineHeight())
	m.next.fresh = m.next.fresh || b.Page
	from := len(m.galley)
	m.headingText(&b, h)
	m.galley[from].first = append(m.galley[from].first, m.arrive(&b, h))
	m.tie(from)
	m.space(underHead * m.lineHeight())
}

// aboveHeading is the space above a heading, in lines. A tight paragraph right
// before it belongs to it.
func (m *measurer) aboveHeading() float64 {
	n := len(m.galley)
	if n == 0 {
		return headGap
	}
	last := &m.galley[n-1]
	switch {
	case last.after == tied:
		return subheadGap
	case last.lines != nil && m.next == (pending{}):
		last.after = tied
		return underHead
	}
	return headGap
}

func (m *measurer) headingText(b *Heading, h *head) {
	k := look{size: m.size() * m.style.Headings[h.level-1], colour: m.style.Text, bold: true}
	if b.Size > 0 {
		k.size = m.size() * b.Size
	}
	if b.Color != nil {
		k.colour = *b.Color
	}
	list := b.Spans
	if b.Number != "" {
		list = append([]Span{{Text: b.Number + "\u00a0\u00a0"}}, list...)
	}
	tag := pdf.Tag(fmt.Sprintf("H%d", h.level))
	o := line.Options{Lang: m.language(b.Lang), Leading: k.size * headLeading, Balance: true}
	m.text(m.spans(list, k), m.node.child(tag, m.attributes(b.Lang)), o)
}

// arrive notes where a heading has come to stand.
func (m *measurer) arrive(b *Heading, h *head) ink {
	running := b.Running
	if running == "" && h.level == 1 {
		running = b.text()
	}
	place := Place{ID: b.ID, Level: h.level, Text: h.text}
	id, listed := b.ID, h.id != ""
	s := m.setting
	return func(page *pdf.Page, x, y float64) {
		place.Page = page.Number()
		s.places = append(s.places, place)
		if running != "" {
			s.running = append(s.running, runningHead{page.Number(), running})
		}
		if id != "" {
			page.Anchor(id, x, y)
		}
		if listed {
			s.doc.Outline(place.Level, place.Text, id)
		}
	}
}
