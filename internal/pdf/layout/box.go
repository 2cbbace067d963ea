package layout

import (
	"dossier/internal/pdf"
)

// tint paints an area.
func tint(c pdf.Colour) func(*pdf.Page, pdf.Rect) {
	return func(page *pdf.Page, area pdf.Rect) { rule(page, area, c) }
}

// rule fills an area with ink that is not read.
func rule(page *pdf.Page, area pdf.Rect, c pdf.Colour) {
	var p pdf.Path
	p.Rect(area)
	page.Artifact(pdf.Layout).Fill(p, c)
}

// measure: see Callout.
func (b Callout) measure(m *measurer) {
	fill, edge := b.Fill, b.Edge
	box := Box{Fill: &fill, Bar: &edge, Padding: 0.6 * m.lineHeight(), Blocks: b.Blocks}
	if legible(b.Title) {
		box.Blocks = append([]Block{titled{b.Title}}, b.Blocks...)
	}
	box.measure(m)
}

// titled is the title of a callout.
type titled struct{ text string }

func (b titled) measure(m *measurer) {
	from := len(m.galley)
	Paragraph{Spans: []Span{{Text: b.text}}, Bold: true, Tight: true}.measure(m)
	m.tie(from)
	m.space(0.2 * m.lineHeight())
}

// measure: see Box.
func (b Box) measure(m *measurer) {
	left := b.Padding
	if b.Bar != nil {
		left += edgeWidth
	}
	from := len(m.galley)
	m.space(0.4 * m.lineHeight())
	m.below(m.node.child(pdf.Div, pdf.Attributes{}), func() {
		m.inside(region{pad: b.Padding, paint: b.paint}, left, b.Padding, func() { m.blocks(b.Blocks) })
	})
	if len(m.galley) == from {
		return
	}
	m.untie(from)
	m.keep(from)
	m.space(blockGap * m.lineHeight())
}

// untie lets a page end after the last strip, even when it is a heading.
func (m *measurer) untie(from int) {
	if n := len(m.galley); n > from {
		m.galley[n-1].after = min(m.galley[n-1].after, kept)
	}
}

// paint draws the ground, the edges and the bar.
func (b Box) paint(page *pdf.Page, area pdf.Rect) {
	if b.Fill != nil {
		rule(page, area, *b.Fill)
	}
	if b.Edge != nil {
		inner := pdf.Rect{X: area.X + hairline/2, Y: area.Y + hairline/2, W: area.W - hairline, H: area.H - hairline}
		var p pdf.Path
		p.Rect(inner)
		page.Artifact(pdf.Layout).Stroke(p, pdf.Pen{Width: hairline}, *b.Edge)
	}
	if b.Bar != nil {
		rule(page, pdf.Rect{X: area.X, Y: area.Y, W: edgeWidth, H: area.H}, *b.Bar)
	}
}

// measure: see Quote.
func (b Quote) measure(m *measurer) {
	bar := m.style.Rule
	lang, from := m.lang, len(m.galley)
	n := m.node.child(pdf.BlockQuote, m.attributes(b.Lang))
	m.lang = m.language(b.Lang)
	edge := region{paint: func(page *pdf.Page, area pdf.Rect) {
		rule(page, pdf.Rect{X: area.X, Y: area.Y, W: edgeWidth, H: area.H}, bar)
	}}
	m.below(n, func() {
		m.inside(edge, edgeWidth+m.size(), m.size(), func() { m.blocks(b.Blocks) })
	})
	m.lang = lang
	if len(m.galley) > from {
		m.untie(from)
		m.space(paragraphGap * m.lineHeight())
	}
}

// measure: see Rule.
func (Rule) measure(m *measurer) {
	m.space(0.5 * m.lineHeight())
	m.put(m.ruleStrip(false))
	m.space(0.5 * m.lineHeight())
}

// ruleStrip is a hairline across the column.
func (m *measurer) ruleStrip(loose bool) strip {
	width, colour := m.width, m.style.Rule
	return strip{height: hairline, loose: loose, ink: func(page *pdf.Page, x, y float64) {
		rule(page, pdf.Rect{X: x, Y: y, W: width, H: hairline}, colour)
	}}
}

// measure: see Columns.
func (b Columns) measure(m *measurer) {
	r := row{middle: b.Middle}
	x := m.x
	for i, width := range b.widths(m.width) {
		n := m.node.child(pdf.Div, pdf.Attributes{})
		c := m.column
		c.x, c.width, c.node = x-m.x, width, n
		tagged := m.tagged
		strips := m.apart(c, func(m *measurer) { m.blocks(b.Cells[i]) })
		if len(strips) > 0 {
			r.cells = append(r.cells, newCell(strips))
		}
		if m.tagged > tagged {
			r.nodes = append(r.nodes, n)
		}
		x += width + b.gap(m.width)
	}
	if len(r.cells) > 0 {
		m.put(r.strip())
		m.space(paragraphGap * m.lineHeight())
	}
}

// gap between two columns.
func (b *Columns) gap(whole float64) float64 {
	if n := len(b.Cells) - 1; n > 0 {
		return min(max(b.Gap, 0), whole/4/float64(n))
	}
	return 0
}

// widths scales the shares of the columns. Those not given are 1; the smallest
// is at least a twelfth of the largest.
func (b *Columns) widths(whole float64) []float64 {
	widths := make([]float64, len(b.Cells))
	sum, largest := 0.0, 1.0
	for i := range widths {
		widths[i] = 1
		if i < len(b.Widths) && b.Widths[i] > 0 {
			widths[i] = b.Widths[i]
		}
		largest = max(largest, widths[i])
	}
	for i := range widths {
		widths[i] = max(widths[i], largest/12)
		sum += widths[i]
	}
	for i := range widths {
		widths[i] *= (whole - b.gap(whole)*float64(len(b.Cells)-1)) / sum
	}
	return widths
}
