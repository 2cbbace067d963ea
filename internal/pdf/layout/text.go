package layout

import (
	"strings"
	"unicode"

	"dossier/internal/pdf"
	"dossier/internal/pdf/face"
	"dossier/internal/pdf/line"
)

// A look is how spans look unless they say otherwise.
type look struct {
	size   float64 // in points
	colour pdf.Colour
	bold   bool
	face   []*face.Face // nil: the style's
	bare   bool         // code without a tint of its own
}

// look is that of running text.
func (m *measurer) look() look { return look{size: m.size(), colour: m.style.Text} }

// spans gives spans their look, and measures the notes that they mark.
func (m *measurer) spans(list []Span, k look) []line.Span {
	out := make([]line.Span, len(list))
	for i := range list {
		s, o := &list[i], &out[i]
		o.Text, o.Lang, o.Link, o.Code, o.Break = s.Text, s.Lang, s.Link, s.Code, s.Break
		o.Style = m.face(s, k)
		if s.Note != nil || s.Raised {
			o.Note = m.note(s)
			o.Style.Raise = o.Style.Size * markRaise
			o.Style.Size *= markSize
		}
	}
	return out
}

// face is the style of a span.
func (m *measurer) face(s *Span, k look) line.Style {
	st := line.Style{Faces: m.style.Faces.faces(s.Bold || k.bold, s.Italic), Size: k.size, Colour: k.colour}
	if k.face != nil && !s.Bold && !s.Italic {
		st.Faces = k.face
	}
	if s.Small {
		st.Size *= smallSize
	}
	if s.Muted {
		st.Colour = m.style.Muted
	}
	if s.Link != nil {
		st.Colour, st.Underline = m.style.Link, true
	}
	if s.Code && !k.bare {
		st.Fill = &m.style.Soft
	}
	return st
}

// visible tells whether spans have something to be read.
func visible(list []Span) bool {
	for i := range list {
		if !list[i].Break && legible(list[i].Text) {
			return true
		}
	}
	return false
}

// legible tells whether a text has a character with a shape of its own.
func legible(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool {
		return unicode.In(r, unicode.L, unicode.N, unicode.P, unicode.S)
	})
}

// text adds the lines of a paragraph. Two of them at least stay on either side
// of a page break.
func (m *measurer) text(spans []line.Span, n *node, o line.Options) {
	o.Width = m.width
	t := m.setter.Break(spans, o)
	shared := &lines{text: t, node: n}
	from := len(m.galley)
	for i := range t.Lines {
		l := &t.Lines[i]
		m.put(strip{
			height: l.Height, baseline: l.Baseline, lines: shared, line: i,
			tagged: true, notes: m.footnotes(l.Notes),
		})
	}
	if count := len(t.Lines); count > 1 {
		m.galley[from].after = paired
		m.galley[from+count-2].after = paired
	}
}

// language is that of a block.
func (m *measurer) language(lang string) string {
	if lang == "" {
		return m.lang
	}
	return lang
}

// measure: see Paragraph.
func (b Paragraph) measure(m *measurer) {
	if !visible(b.Spans) {
		return
	}
	k := m.look()
	k.bold, k.face = b.Bold, b.Face
	if b.Size > 0 {
		k.size *= b.Size
	}
	if b.Color != nil {
		k.colour = *b.Color
	}
	tag := b.Tag
	if tag == "" {
		tag = pdf.P
	}
	o := line.Options{Lang: m.language(b.Lang), Align: b.Align, Leading: k.size * m.style.Leading}
	m.text(m.spans(b.Spans, k), m.node.child(tag, m.attributes(b.Lang)), o)
	if announces(b.Spans) {
		last := &m.galley[len(m.galley)-1]
		last.after = max(last.after, kept)
	}
	if !b.Tight {
		m.space(paragraphGap * m.lineHeight())
	}
}

// announces tells whether spans end in a colon, so that what they announce should
// be on the same page.
func announces(list []Span) bool {
	for i := len(list) - 1; i >= 0; i-- {
		if text := strings.TrimSpace(list[i].Text); text != "" {
			return strings.HasSuffix(text, ":")
		}
	}
	return false
}

// measure: see Code.
func (b Code) measure(m *measurer) {
	if !legible(b.Text) {
		return
	}
	k := m.look()
	k.size *= 0.92
	k.bare = true
	var list []Span
	for text := range strings.Lines(strings.TrimRight(b.Text, "\r\n")) {
		text = strings.ReplaceAll(strings.TrimRight(text, "\r\n"), "\t", "    ")
		if len(list) > 0 {
			list = append(list, Span{Break: true})
		}
		list = append(list, Span{Text: text, Code: true})
	}
	m.space(0.3 * m.lineHeight())
	ground := region{pad: 0.4 * m.lineHeight(), paint: tint(m.style.Soft)}
	m.inside(ground, 8, 8, func() {
		o := line.Options{Lang: m.lang, Leading: k.size * m.style.Leading}
		m.text(m.spans(list, k), m.node.child(pdf.P, pdf.Attributes{}), o)
	})
	m.space(blockGap * m.lineHeight())
}
