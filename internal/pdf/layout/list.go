package layout

import (
	"slices"
	"strconv"

	"dossier/internal/pdf"
	"dossier/internal/pdf/line"
)

// A label stands beside a strip: the mark of an item, the term of a definition.
type label struct {
	text *line.Text
	node *node
	x    float64 // from the left edge of the galley
}

// label puts a label beside the strips from one on, on the base line of the
// first, and keeps those together that it stands beside.
func (m *measurer) label(from int, l label) {
	s := &m.galley[from]
	down := 0.0
	if s.baseline > 0 && len(l.text.Lines) > 0 {
		down = max(0, s.baseline-l.text.Lines[0].Baseline)
	}
	draw := func(page *pdf.Page, x, y float64) {
		l.text.Draw(page, l.node.element(), x+l.x, y+down, 0, len(l.text.Lines))
	}
	s.first = append([]ink{draw}, s.first...)
	m.tagged++
	for i := range l.text.Lines {
		notes := m.footnotes(l.text.Lines[i].Notes)
		s.notes = append(notes, s.notes...)
		if s.row != nil {
			s.row.notes = append(s.row.notes, notes...)
		}
	}
	if s.row != nil {
		s.row.least = max(s.row.least, l.text.Height())
		s.height = max(s.height, s.row.least)
	}
	m.reserve(from, down+l.text.Height()-s.height)
}

// reserve keeps as many strips after one together as stand beside a label, of
// which rest is left below the strip. Where there are not enough, or too high
// ones to be sure of a page for all of them, it adds an empty one.
func (m *measurer) reserve(at int, rest float64) {
	for ; rest > tolerance; at++ {
		last := &m.galley[at]
		beside := at+1 < len(m.galley) && (last.after == fixed || m.modest(&m.galley[at+1]))
		last.after = fixed
		if !beside {
			empty := strip{height: rest, region: last.region, opens: last.region.length()}
			m.galley = slices.Insert(m.galley, at+1, empty)
			return
		}
		rest -= m.galley[at+1].gap + m.galley[at+1].height
	}
}

// modest tells strips of which several have room on any page.
func (m *measurer) modest(s *strip) bool {
	return !s.fresh && s.gap+s.height < 2.1*m.lineHeight()
}

// widest is the width of the widest line.
func widest(t *line.Text) float64 {
	w := 0.0
	for i := range t.Lines {
		w = max(w, t.Lines[i].Width)
	}
	return w
}

// A listing is how the items of a list stand.
type listing struct {
	node   *node
	labels []itemLabel // by item
	indent float64     // of the bodies
	width  float64     // of the labels' column; 0: as they ask
	above  bool        // the labels stand above the bodies
	rules  bool        // a hairline between items
	terms  bool        // the labels are terms: text that belongs to the body
	gap    float64
}

// itemLabel is the label of an item. One without spans is none; one without a
// text stands above the body.
type itemLabel struct {
	spans []line.Span
	text  *line.Text
}

// tallLabel is how many lines of a label may stand beside a body.
const tallLabel = 4

// measure: see List.
func (b List) measure(m *measurer) {
	g := listing{gap: gapOf(b.Items)}
	numbering := "None"
	switch {
	case b.Plain:
	case b.Ordered:
		numbering = "Decimal"
	case m.depth%2 == 1 && m.covers('◦'):
		numbering = "Circle"
	default:
		numbering = "Disc"
	}
	a := m.attributes(b.Lang)
	a.Numbering = numbering
	g.node = m.node.child(pdf.L, a)
	m.listItems(&g, b.Items, m.language(b.Lang), func(i int) []Span { return b.mark(numbering, i) })
}

// mark is the mark of an item without a label of its own.
func (b *List) mark(numbering string, i int) []Span {
	switch numbering {
	case "Decimal":
		return []Span{{Text: strconv.Itoa(max(b.Start, 1)+i) + "."}}
	case "Circle":
		return []Span{{Text: "◦"}}
	case "Disc":
		return []Span{{Text: "•"}}
	}
	return nil
}

// covers tells whether running text can show a character.
func (m *measurer) covers(r rune) bool {
	for _, f := range m.style.Faces.Regular {
		if f.Covers(r) {
			return true
		}
	}
	return false
}

// gapOf is the space between items, in lines: more where items have several
// paragraphs.
func gapOf(items []Item) float64 {
	for i := range items {
		texts := 0
		for _, b := range items[i].Blocks {
			if _, list := b.(List); !list {
				texts++
			}
		}
		if texts > 1 {
			return looseItemGap
		}
	}
	return itemGap
}

// measure: see Definitions.
func (b Definitions) measure(m *measurer) {
	g := listing{
		terms: true,
		node:  m.node.child(pdf.L, pdf.Attributes{Numbering: "None", Lang: m.attributes(b.Lang).Lang}),
		rules: b.Rules, above: b.Width <= 0, width: b.Width, gap: gapOf(b.Items),
	}
	if b.Rules || g.above {
		g.gap = looseItemGap
	}
	m.listItems(&g, b.Items, m.language(b.Lang), func(int) []Span { return nil })
}

// listItems measures items with their labels. mark gives those without a label
// one.
func (m *measurer) listItems(g *listing, items []Item, lang string, mark func(i int) []Span) {
	outer := m.column
	m.lang = lang
	if m.depth > 0 {
		m.space(itemGap * m.lineHeight())
	}
	m.setLabels(g, items, mark)
	m.depth++
	any := false
	for i := range items {
		if any {
			m.gap(g.gap * m.lineHeight())
		}
		any = m.item(g, &items[i], &g.labels[i], any) || any
	}
	m.column = outer
	if any {
		m.gap(paragraphGap * m.lineHeight())
	}
}

// setLabels sets the labels, and makes their column as wide as they ask, but not
// wider than a third of the whole.
func (m *measurer) setLabels(g *listing, items []Item, mark func(i int) []Span) {
	g.labels = make([]itemLabel, len(items))
	g.above = g.above || m.width < 9*m.size() // no room for two columns
	limit := g.width
	if limit == 0 {
		limit = m.width / 3
	}
	limit = min(limit, m.width/2)
	wide := 0.0
	for i := range items {
		list := items[i].Label
		if !visible(list) {
			list = mark(i)
		}
		if !visible(list) {
			continue
		}
		l := &g.labels[i]
		l.spans = m.spans(list, m.look())
		if t := m.setter.Break(l.spans, m.labelOptions(limit-0.5*m.size())); !g.above && len(t.Lines) <= tallLabel {
			l.text = t
			wide = max(wide, widest(t))
		}
	}
	switch {
	case g.above:
	case g.width > 0:
		g.indent = limit
	case wide > 0:
		g.indent = max(min(wide, limit)+0.5*m.size(), 1.4*m.size())
	}
}

func (m *measurer) labelOptions(width float64) line.Options {
	return line.Options{Width: width, Lang: m.lang, Leading: m.lineHeight()}
}

// parts are the label and the body of an item. A term is no label: PDF/UA wants
// those of a list to be marks or numbers (ISO 14289-1, 7.6).
func (g *listing) parts(li *node) (lbl, lbody *node) {
	if g.terms {
		lbody = li.child(pdf.LBody, pdf.Attributes{})
		return lbody.child(pdf.P, pdf.Attributes{}), lbody
	}
	return li.child(pdf.Lbl, pdf.Attributes{}), li.child(pdf.LBody, pdf.Attributes{})
}

// item measures an item, and tells whether there is anything to it. Of one
// without a body its own label is the body.
func (m *measurer) item(g *listing, it *Item, l *itemLabel, ruled bool) bool {
	li := g.node.child(pdf.LI, pdf.Attributes{})
	lbl, lbody := g.parts(li)
	outer, before, from, tagged := m.column, m.next, len(m.galley), m.tagged
	if g.rules && ruled {
		m.put(m.ruleStrip(true)).after = tied
		m.gap(g.gap * m.lineHeight())
	}
	start := len(m.galley)
	if l.spans != nil && l.text == nil {
		m.text(l.spans, lbl, m.labelOptions(m.width))
		m.tie(start)
	}
	body := len(m.galley)
	x := m.x
	m.indent(g.indent, 0)
	m.below(lbody, func() { m.blocks(it.Blocks) })
	m.column = outer
	switch {
	case len(m.galley) > body:
		if l.text != nil {
			m.label(body, label{text: l.text, node: lbl, x: x})
		}
	case visible(it.Label):
		if !g.terms {
			lbl.tag = pdf.LBody
		}
		if start == body {
			m.text(l.spans, lbl, m.labelOptions(m.width))
		} else {
			m.galley[body-1].after = free
		}
	default:
		m.galley, m.next, m.tagged = m.galley[:from], before, tagged
		return false
	}
	return true
}
