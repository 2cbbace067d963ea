package ua

import (
	"math"
	"unicode/utf8"
)

// text changes the text state and position (ISO 32000-1, 9.3 and 9.4).
func (m *machine) text(op string) {
	var n [2]float64
	for i := range min(len(m.ops), len(n)) {
		n[i] = m.ops[i].num
	}
	switch op {
	case "BT", "ET":
		m.textObject(op == "BT")
	case "Tf":
		m.gs.font, m.gs.size = m.fontOf(m.f.dict(m.resource("Font", m.ops[0].text)), m.page.number), n[1]
	case "Tc":
		m.gs.char = n[0]
	case "Tw":
		m.gs.word = n[0]
	case "Tz":
		m.gs.scale = n[0] / 100
	case "TL":
		m.gs.leading = n[0]
	case "Tr":
		m.gs.mode = int(n[0])
	case "Ts":
		m.gs.rise = n[0]
	case "Td":
		m.move(n[0], n[1])
	case "TD":
		m.gs.leading = -n[1]
		m.move(n[0], n[1])
	case "T*":
		m.move(0, -m.gs.leading)
	case "Tm":
		m.line = m.matrix()
		m.tm = m.line
	}
}

// textObject begins or ends a text object.
func (m *machine) textObject(begins bool) {
	if begins == m.inText {
		m.add("PDF 9.4.1", m.page.number, "text objects within each other, or ended twice")
	}
	m.inText = begins
	m.tm, m.line = unit, unit
}

// move begins a line at an offset from the last.
func (m *machine) move(x, y float64) {
	m.line = matrix{1, 0, 0, 1, x, y}.times(m.line)
	m.tm = m.line
}

// show shows the strings before a text-showing operator.
func (m *machine) show(op string) {
	switch op {
	case `"`:
		m.gs.word, m.gs.char = m.ops[0].num, m.ops[1].num
		m.move(0, -m.gs.leading)
	case "'":
		m.move(0, -m.gs.leading)
	}
	if m.gs.font == nil || !m.inText {
		m.add("PDF 9.4.3", m.page.number, "text is shown without a font or outside of a text object")
		return
	}
	for i := range m.ops {
		switch o := &m.ops[i]; o.kind {
		case tokString:
			m.string(o.text)
		case tokInt, tokReal:
			if op == "TJ" {
				m.advance(-o.num / 1000 * m.gs.size * m.gs.scale)
			}
		}
	}
}

// advance moves the place of writing by an offset along the line.
func (m *machine) advance(x float64) {
	m.tm[4] += x * m.tm[0]
	m.tm[5] += x * m.tm[1]
}

// string shows a string: it checks its glyphs and gathers its text.
func (m *machine) string(codes []byte) {
	f, size := m.gs.font, 1
	if f.composite {
		size = 2
		if len(codes)%2 != 0 {
			m.add("PDF 9.7.6.2", m.page.number, "a string of the font %s has an odd number of bytes", f.name)
		}
	}
	tagged := m.open != nil && m.hidden == 0
	if tagged {
		m.gap()
	}
	width := 0.0
	for ; len(codes) >= size; codes = codes[size:] {
		code := int(codes[0])
		if size == 2 {
			code = code<<8 | int(codes[1])
		}
		g := m.glyph(f, code, m.gs.mode != 3, m.page.number)
		width += float64(g.width)/1000*m.gs.size + m.gs.char
		if size == 1 && code == ' ' {
			width += m.gs.word
		}
		if tagged {
			m.open.text = append(m.open.text, g.text...)
		}
	}
	m.advance(width * m.gs.scale)
	if tagged {
		m.ended()
	}
}

// at is the place of writing on the page, and the size of the text there.
func (m *machine) at() (x, y, size float64) {
	x, y = m.tm[4]+m.gs.rise*m.tm[2], m.tm[5]+m.gs.rise*m.tm[3]
	c := &m.gs.ctm
	size = m.gs.size * math.Hypot(m.tm[2]*c[0]+m.tm[3]*c[2], m.tm[2]*c[1]+m.tm[3]*c[3])
	return x*c[0] + y*c[2] + c[4], x*c[1] + y*c[3] + c[5], size
}

// gap puts a space into the text where the writing has moved: to another line, or
// along the line by more than kerning does.
func (m *machine) gap() {
	x, y, size := m.at()
	size = max(size, m.lastSize)
	along := x - m.lastX
	if (math.Abs(y-m.lastY) > size/2 || along > size/5 || along < -size/2) && endsOpen(m.last) {
		m.open.text = append(m.open.text, ' ')
	}
}

// ended remembers where the shown text ends, and with what.
func (m *machine) ended() {
	if r, n := utf8.DecodeLastRune(m.open.text); n > 0 {
		m.last = r
	}
	m.lastX, m.lastY, m.lastSize = m.at()
}
