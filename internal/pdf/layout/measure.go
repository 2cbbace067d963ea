package layout

import "dossier/internal/pdf"

// A measurer turns blocks into strips. It adds them to its galley one below the
// other, with the spaces that the blocks around them ask for.
type measurer struct {
	*setting
	column
	galley []strip
	next   pending
	tagged int // strips so far that are read
}

// column is where the next block goes: what it inherits from those around it.
type column struct {
	x, width float64
	room     float64 // height of a page, less what regions take
	node     *node
	region   *region
	lang     string
	scale    float64 // of the size of text
	depth    int     // of lists
	aside    bool    // in a note
}

// pending is what the next strip will have above it.
type pending struct {
	gap, extra float64
	sealed     bool // a region has begun: spaces would stand inside it
	open       bool // opens holds
	opens      int
	fill       bool
	fresh      bool
}

// lineHeight is that of a line of text here.
func (m *measurer) lineHeight() float64 { return m.style.lineHeight() * m.scale }

// size is that of text here.
func (m *measurer) size() float64 { return m.style.Size * m.scale }

// space asks for space above the next strip. Of two spaces that meet the larger
// one counts.
func (m *measurer) space(height float64) {
	if !m.next.sealed {
		m.next.gap = max(m.next.gap, height*m.style.Spacing)
	}
}

// gap asks for exactly this space above the next strip.
func (m *measurer) gap(height float64) {
	if !m.next.sealed {
		m.next.gap = height * m.style.Spacing
	}
}

// put adds a strip.
func (m *measurer) put(s strip) *strip {
	s.gap = m.next.gap + m.next.extra
	s.held = max(0, min(m.next.extra, m.style.columnHeight()-m.region.overhead()-s.height))
	s.fill, s.fresh = m.next.fill, m.next.fresh
	s.x += m.x
	s.region, s.opens = m.region, m.region.length()
	if m.next.open {
		s.opens = min(s.opens, m.next.opens)
	}
	m.next = pending{}
	if s.tagged {
		m.tagged++
	}
	m.galley = append(m.galley, s)
	return &m.galley[len(m.galley)-1]
}

// inside measures what stands on a region of the column's width, indented by
// inset on the left and right.
func (m *measurer) inside(r region, left, right float64, measure func()) {
	outer, before, from := m.column, m.next, len(m.galley)
	r.parent, r.depth, r.x, r.width = m.region, m.region.length(), m.x, m.width
	r.pad = max(0, min(r.pad, (m.style.columnHeight()/4-m.region.overhead())/2))
	m.region = &r
	m.room -= 2 * r.pad
	m.indent(left, right)
	m.opening(r.depth)
	m.next.sealed = true
	measure()
	m.column = outer
	if len(m.galley) == from {
		m.next = before
		return
	}
	m.next.sealed, m.next.gap, m.next.extra = false, 0, 0
	m.opening(r.depth)
}

// opening says that the next strip is in none of the regions from a depth on
// that the last one is in.
func (m *measurer) opening(depth int) {
	if !m.next.open || depth < m.next.opens {
		m.next.open, m.next.opens = true, depth
	}
}

// indent narrows the column, but not to less than six characters.
func (m *measurer) indent(left, right float64) {
	free := max(0, m.width-6*m.size())
	if all := left + right; all > free && all > 0 {
		left, right = left*free/all, right*free/all
	}
	m.x += left
	m.width -= left + right
}

// below measures under another element.
func (m *measurer) below(n *node, measure func()) {
	outer := m.node
	m.node = n
	measure()
	m.node = outer
}

// apart measures blocks into a galley of their own, width points wide and x from
// the left.
func (m *measurer) apart(c column, measure func(m *measurer)) []strip {
	c.region = nil
	inner := measurer{setting: m.setting, column: c}
	inner.next.sealed = true
	measure(&inner)
	m.tagged += inner.tagged
	for i := range inner.galley {
		inner.galley[i].fresh = false
	}
	return inner.galley
}

func (m *measurer) blocks(list []Block) {
	for _, b := range list {
		b.measure(m)
	}
}

// since returns the strips from one on.
func (m *measurer) since(from int) []strip { return m.galley[from:] }

// bind makes page breaks after all strips but the last cost at least b.
func bind(strips []strip, b bond) {
	for i := range len(strips) - 1 {
		strips[i].after = max(strips[i].after, b)
	}
}

// tie keeps all strips from one on with what will follow.
func (m *measurer) tie(from int) {
	for i := range m.since(from) {
		m.galley[from+i].after = tied
	}
}

// keep holds the strips from one on together when a page can hold them.
func (m *measurer) keep(from int) {
	if strips := m.since(from); height(strips) <= m.room+m.region.overhead() {
		bind(strips, kept)
	}
}

// measure: see Space.
func (b Space) measure(m *measurer) {
	if b.Fill {
		m.next.fill = true
	}
	if b.Height > 0 && !m.next.sealed {
		m.next.extra += b.Height
	}
}

// measure: see PageBreak.
func (PageBreak) measure(m *measurer) { m.next.fresh = true }

// measure: see Keep.
func (b Keep) measure(m *measurer) {
	from := len(m.galley)
	m.blocks(b.Blocks)
	m.keep(from)
}

// measure: see Sect.
func (b Sect) measure(m *measurer) {
	tag := b.Tag
	if tag == "" {
		tag = pdf.Div
	}
	lang := m.lang
	n := m.node.child(tag, m.attributes(b.Lang))
	if b.Lang != "" {
		m.lang = b.Lang
	}
	m.below(n, func() { m.blocks(b.Blocks) })
	m.lang = lang
}

// attributes say the language where it differs from that around.
func (m *measurer) attributes(lang string) pdf.Attributes {
	if lang == m.lang {
		lang = ""
	}
	return pdf.Attributes{Lang: lang}
}
