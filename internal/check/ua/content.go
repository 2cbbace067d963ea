package ua

import "bytes"

// machine interprets the content of a page and of what it draws: it follows the
// marked content, the fonts and the position of text, and the colours.
type machine struct {
	*checker
	page *page

	// Of the stream that is being read.
	in        *parser
	ops       []operand
	resources *dict
	inherits  bool // the resources are those of the page, though a form is drawn
	stream    int  // the object number under which its marked content goes
	inText    bool

	gs     graphics
	saved  []graphics
	tm     matrix // of the text
	line   matrix
	marks  []mark
	open   *marked // the content that text belongs to
	hidden int     // artifacts that are open
	level  int     // forms within forms

	loose     int // painting operators outside of all marked content
	looseKind string

	last     rune // of the text shown before
	lastX    float64
	lastY    float64
	lastSize float64
}

// graphics is the part of the graphics state that the checks need.
type graphics struct {
	ctm     matrix
	font    *font
	size    float64
	char    float64 // Tc
	word    float64 // Tw
	scale   float64 // Tz / 100
	leading float64
	rise    float64
	mode    int
}

const (
	maxSaved  = 28   // levels of q that PDF/A-2 allows
	maxNested = 1000 // levels that are followed
	maxForms  = 12

	interpreting = 4 // the work of a byte of content, each time that it is drawn
)

// content checks the content of a page.
func (c *checker) content(p *page) {
	data, ok := c.pageContent(p)
	if !ok {
		return
	}
	m := &machine{checker: c, page: p, stream: p.num, resources: p.resources, last: 'x', lastY: -1e9}
	m.gs = graphics{ctm: unit, scale: 1}
	if space := c.f.dict(p.get("Group")).get("CS"); space != nil {
		m.space(space, 0)
	}
	m.run(data)
	if m.loose > 0 {
		c.add("UA 7.1-3", p.number, "%d painting operators are neither tagged nor an artifact; the first is %s", m.loose, m.looseKind)
	}
	if !p.own && m.resources != nil {
		c.add("A2 6.2.2-2", p.number, "the page has no resources of its own")
	}
}

// pageContent is the content of a page: the streams of its array joined.
func (c *checker) pageContent(p *page) ([]byte, bool) {
	var parts [][]byte
	for _, o := range c.f.list(p.get("Contents")) {
		data, ok := c.f.decode(c.f.stream(o))
		if !ok {
			c.add("PDF 7.7.3.3", p.number, "the content of the page cannot be read")
			return nil, false
		}
		parts = append(parts, data)
	}
	if len(parts) == 1 {
		return parts[0], true
	}
	return bytes.Join(parts, []byte("\n")), true
}

// run interprets a content stream. What it leaves open is reported and closed.
func (m *machine) run(data []byte) {
	m.in = m.f.reader(data, 0)
	marks, saved := len(m.marks), len(m.saved)
	m.f.spend(interpreting * len(data))
	for m.f.exhausted == nil && m.step(marks, saved) {
	}
	m.f.flawedContent(m.in.flaws, m.page.number)
	if len(m.marks) > marks {
		m.add("PDF 14.6", m.page.number, "%d marked-content sequences are not closed", len(m.marks)-marks)
	}
	if len(m.saved) > saved {
		m.add("PDF 8.4.2", m.page.number, "%d graphics states are saved and not restored", len(m.saved)-saved)
		m.gs, m.saved = m.saved[saved], m.saved[:saved]
	}
	if m.inText {
		m.add("PDF 9.4.1", m.page.number, "a text object is not closed")
	}
	for len(m.marks) > marks {
		m.endMark()
	}
}

// flawedContent reports what the lexer has overlooked in content.
func (f *file) flawedContent(fl flaws, page int) {
	for _, r := range flawRules {
		if fl&r.flaw != 0 {
			f.found.add(r.rule, page, "content: %s", r.what)
		}
	}
}

// step reads an operand or carries out an operator; it is false at the end. The
// levels are those of marks and states when the stream began.
func (m *machine) step(marks, saved int) bool {
	t := m.in.next()
	switch t.kind {
	case tokEOF:
		if len(m.ops) > 0 {
			m.add("PDF 7.8.2", m.page.number, "the content ends with operands")
		}
		m.ops = m.ops[:0]
		return false
	case tokKeyword:
		if m.constant(t.text) {
			break
		}
		m.operator(t.text, marks, saved)
		m.ops, m.in.scratch = m.ops[:0], m.in.scratch[:0]
		return true
	case tokBad, tokDictEnd:
		m.add("PDF 7.8.2", m.page.number, "the content has bytes that mean nothing")
		return true
	case tokDict:
		d, err := m.in.dict()
		if err != nil {
			m.add("PDF 7.8.2", m.page.number, "the content has a broken dictionary: %v", err)
			m.in.stack = m.in.stack[:0]
			return true
		}
		m.ops = append(m.ops, operand{kind: tokDict, dict: d})
	default:
		m.ops = append(m.ops, operand{kind: t.kind, num: t.num, text: t.text})
	}
	if len(m.ops) > maxOperands {
		m.f.exhausted = errWork
	}
	return true
}

// constant takes true, false and null as operands.
func (m *machine) constant(text []byte) bool {
	switch string(text) {
	case "true", "false", "null":
		m.ops = append(m.ops, operand{kind: tokKeyword, text: text})
		return true
	}
	return false
}

// operator carries out an operator.
func (m *machine) operator(text []byte, marks, saved int) {
	op, known := operators[string(text)]
	if !known {
		m.add("A2 6.2.2-1", m.page.number, "the content has the unknown operator %.20q", text)
		return
	}
	if !op.fits(m.ops) {
		m.add("PDF 7.8.2", m.page.number, "the operator %s does not have the operands that it takes", text)
		return
	}
	switch op.class {
	case classPaint:
		m.paint(text)
	case classState:
		m.state(string(text), saved)
	case classColour:
		m.colour(string(text))
	case classText:
		m.text(string(text))
	case classShow:
		m.paint(text)
		m.show(string(text))
	case classMark:
		m.mark(string(text), marks)
	case classObjects:
		m.object(string(text), text)
	}
}

// paint notes that something leaves marks.
func (m *machine) paint(op []byte) {
	if m.hidden > 0 || m.open != nil {
		return
	}
	if m.loose == 0 {
		m.looseKind = string(op)
	}
	m.loose++
}

// state saves, restores and changes the graphics state.
func (m *machine) state(op string, saved int) {
	switch op {
	case "q":
		if len(m.saved) == maxNested {
			m.f.exhausted = errWork
			return
		}
		m.saved = append(m.saved, m.gs)
		if len(m.saved) == maxSaved+1 {
			m.add("A2 6.1.13-8", m.page.number, "graphics states are nested more than %d deep", maxSaved)
		}
	case "Q":
		if len(m.saved) == saved {
			m.add("PDF 8.4.2", m.page.number, "a graphics state is restored that was not saved")
			return
		}
		m.gs, m.saved = m.saved[len(m.saved)-1], m.saved[:len(m.saved)-1]
	case "cm":
		m.gs.ctm = m.matrix().times(m.gs.ctm)
	case "gs":
		m.graphicsState(m.resource("ExtGState", m.ops[0].text))
	}
}

// resource is a named resource of the stream that is being read.
func (m *machine) resource(kind name, key []byte) object {
	o := m.f.resolve(m.f.dict(m.resources.get(kind)).get(name(key)))
	if m.inherits {
		m.add("A2 6.2.2-2", m.page.number, "a form uses %.40q of the resources %s of the page, not its own", key, kind)
	}
	if o == nil {
		m.add("PDF 7.8.3", m.page.number, "the content uses %.40q of the resources %s, which is not there", key, kind)
	}
	return o
}

// matrix is a transformation: x' = a·x + c·y + e, y' = b·x + d·y + f.
type matrix [6]float64

var unit = matrix{1, 0, 0, 1, 0, 0}

// matrix makes one of the six operands.
func (m *machine) matrix() (t matrix) {
	for i := range t {
		t[i] = m.ops[i].num
	}
	return t
}

// times is the transformation by s, then by t.
func (s matrix) times(t matrix) matrix {
	return matrix{
		s[0]*t[0] + s[1]*t[2], s[0]*t[1] + s[1]*t[3],
		s[2]*t[0] + s[3]*t[2], s[2]*t[1] + s[3]*t[3],
		s[4]*t[0] + s[5]*t[2] + t[4], s[4]*t[1] + s[5]*t[3] + t[5],
	}
}
