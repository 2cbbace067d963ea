package layout

import (
	"dossier/internal/pdf"
	"dossier/internal/pdf/line"
)

// A grid is a table under way.
type grid struct {
	head   []gridCell
	rows   [][]gridCell
	widths []float64
	align  []line.Align
	lang   string
	look   look
	column column // of the table
	padX   float64
	padY   float64
}

// gridCell is a cell with its text ready to be set.
type gridCell struct {
	spans       []line.Span
	head, blank bool
}

// measure: see Table.
func (b Table) measure(m *measurer) {
	g := m.grid(&b)
	if len(g.rows) == 0 && len(g.head) == 0 {
		Paragraph{Spans: b.Caption, Lang: b.Lang}.measure(m)
		return
	}
	a := m.attributes(b.Lang)
	table := m.node.child(pdf.Table, a)
	m.space(0.3 * m.lineHeight())
	if visible(b.Caption) {
		from := len(m.galley)
		k := m.look()
		k.bold = true
		o := line.Options{Lang: g.lang, Leading: m.lineHeight()}
		m.text(m.spans(b.Caption, k), table.child(pdf.Caption, pdf.Attributes{}), o)
		m.tie(from)
		m.space(0.3 * m.lineHeight())
	}
	width := 0.0
	for _, w := range g.widths {
		width += w
	}
	outer := m.column
	m.width = width
	m.inside(region{}, 0, 0, func() {
		g.column = m.column
		m.rows(g, table)
	})
	m.column = outer
	m.space(blockGap * m.lineHeight())
}

// grid readies the cells of a table that has any, and settles its columns.
func (m *measurer) grid(b *Table) *grid {
	g := &grid{align: b.Align, lang: m.language(b.Lang), look: m.look()}
	if b.Small {
		g.look.size *= smallSize
	}
	columns := len(b.Head)
	for _, row := range b.Rows {
		columns = max(columns, len(row))
	}
	g.padX = min(0.5*g.look.size, m.width/float64(8*max(columns, 1)))
	g.padY = 0.3 * g.look.size
	if anyVisible(b.Head) {
		g.head = m.gridRow(g, b.Head, columns, true)
	}
	for _, row := range b.Rows {
		if anyVisible(row) {
			g.rows = append(g.rows, m.gridRow(g, row, columns, false))
		}
	}
	g.widths = m.columnWidths(g, columns)
	return g
}

func anyVisible(row []Cell) bool {
	for i := range row {
		if visible(row[i].Spans) {
			return true
		}
	}
	return false
}

// gridRow readies a row, with blank cells where it is short.
func (m *measurer) gridRow(g *grid, row []Cell, columns int, head bool) []gridCell {
	out := make([]gridCell, columns)
	for i := range out {
		out[i].blank = true
		if i >= len(row) || !visible(row[i].Spans) {
			continue
		}
		k := g.look
		k.bold = head || row[i].Head
		out[i] = gridCell{spans: m.spans(row[i].Spans, k), head: k.bold}
	}
	return out
}

// rows adds the strips of the rows.
func (m *measurer) rows(g *grid, table *node) {
	body := table.child(pdf.TBody, pdf.Attributes{})
	switch {
	case len(g.rows) == 0:
		m.headRow(g, body)
	case len(g.head) > 0:
		m.headRow(g, table.child(pdf.THead, pdf.Attributes{}))
	}
	from := len(m.galley)
	for _, cells := range g.rows {
		r := m.tableRow(g, cells, body, "Row")
		r.ground = g.hairline(m.style.Rule)
		m.put(r.strip())
	}
	if n := len(m.galley); n-from > 2 {
		m.galley[from].after, m.galley[n-2].after = kept, kept
	}
}

// headRow adds the head, which stays with the first row and stands again on
// every page.
func (m *measurer) headRow(g *grid, section *node) {
	r := m.tableRow(g, g.head, section, "Column")
	r.ground = g.headGround(m.style.Soft, m.style.Rule)
	s := m.put(r.strip())
	if len(g.rows) == 0 {
		return
	}
	s.after = tied
	if s.height <= m.room/4 {
		m.region.repeat = &repeat{height: s.height, ink: r.repeated(s.height)}
	}
}

// tableRow sets the cells of a row. Those of a head have the given scope.
func (m *measurer) tableRow(g *grid, cells []gridCell, section *node, scope string) *row {
	tr := section.child(pdf.TR, pdf.Attributes{})
	r := &row{top: g.padY, bottom: g.padY, cells: make([]cell, 0, len(cells)), nodes: make([]*node, 0, len(cells))}
	x := 0.0
	for i := range cells {
		c := &cells[i]
		n := tr.child(pdf.TD, pdf.Attributes{})
		if c.head {
			n.tag, n.attrs.Scope = pdf.TH, scope
		}
		o := line.Options{Lang: g.lang, Leading: g.look.size * m.style.Leading}
		if i < len(g.align) {
			o.Align = g.align[i]
		}
		at := g.column
		at.x, at.width = x+g.padX, g.widths[i]-2*g.padX
		r.nodes = append(r.nodes, n)
		if !c.blank {
			r.cells = append(r.cells, newCell(m.apart(at, func(m *measurer) { m.text(c.spans, n, o) })))
		}
		x += g.widths[i]
	}
	return r
}

// hairline stands below a row.
func (g *grid) hairline(c pdf.Colour) func(*pdf.Page, float64, float64, float64) {
	width := g.column.width
	return func(page *pdf.Page, x, y, height float64) {
		rule(page, pdf.Rect{X: x, Y: y + height - hairline, W: width, H: hairline}, c)
	}
}

// headGround is a tint with a line below.
func (g *grid) headGround(fill, c pdf.Colour) func(*pdf.Page, float64, float64, float64) {
	width := g.column.width
	return func(page *pdf.Page, x, y, height float64) {
		rule(page, pdf.Rect{X: x, Y: y, W: width, H: height}, fill)
		rule(page, pdf.Rect{X: x, Y: y + height - 2*hairline, W: width, H: 2 * hairline}, c)
	}
}

// repeated draws the row again, for the eye alone.
func (r *row) repeated(height float64) ink {
	return func(page *pdf.Page, x, y float64) {
		r.ground(page, x, y, height)
		for _, c := range r.cells {
			at := cursor{y: y + r.top}
			for i := range c.strips {
				s := &c.strips[i]
				s.lines.text.DrawArtifact(page, pdf.Layout, x+s.x, at.step(s), s.line, s.line+1)
			}
		}
	}
}
