package ua

// table checks a table: its sections, and that its cells fill a rectangle (ISO
// 14289-1, 7.2 and 7.5).
func (c *checker) table(t *element) {
	c.sections(t)
	rows := tableRows(t)
	g := grid{filled: map[cell]bool{}, width: map[int]int{}}
	for i, row := range rows {
		column := 0
		for _, k := range row.kids {
			if k.element != nil && (k.element.std == "TH" || k.element.std == "TD") {
				column = c.place(&g, k.element, cell{i, column})
			}
		}
	}
	for i, row := range rows {
		if n := g.width[i]; n != g.columns {
			c.add("UA 7.2-43", row.page, "row %d of a table has %d columns, another has %d", i+1, n, g.columns)
		}
	}
	if g.rows > len(rows) {
		c.add("UA 7.2-41", t.page, "a cell of a table spans more rows than there are")
	}
}

// sections checks the order and the number of the parts of a table.
func (c *checker) sections(t *element) {
	count := map[name]int{}
	for i, k := range t.kids {
		if k.element == nil {
			continue
		}
		count[k.element.std]++
		if k.element.std == "Caption" && i > 0 && i < len(t.kids)-1 {
			c.add("UA 7.2-16", t.page, "the Caption of a table is neither its first nor its last part")
		}
	}
	if count["THead"] > 1 {
		c.add("UA 7.2-11", t.page, "a table has more than one THead")
	}
	if count["TFoot"] > 1 {
		c.add("UA 7.2-12", t.page, "a table has more than one TFoot")
	}
	if count["TFoot"] > 0 && count["TBody"] == 0 {
		c.add("UA 7.2-13", t.page, "a table has a TFoot but no TBody")
	}
	if count["THead"] > 0 && count["TBody"] == 0 {
		c.add("UA 7.2-14", t.page, "a table has a THead but no TBody")
	}
	if count["Caption"] > 1 {
		c.add("UA 7.2-39", t.page, "a table has more than one Caption")
	}
}

// tableRows are the rows of a table and of its sections.
func tableRows(t *element) []*element {
	var rows []*element
	for _, k := range t.kids {
		switch {
		case k.element == nil:
		case k.element.std == "TR":
			rows = append(rows, k.element)
		case k.element.std != "Caption":
			for _, r := range k.element.kids {
				if r.element != nil && r.element.std == "TR" {
					rows = append(rows, r.element)
				}
			}
		}
	}
	return rows
}

// cell is a place in a table.
type cell struct{ row, column int }

// grid is a table with its cells laid out.
type grid struct {
	filled        map[cell]bool
	width         map[int]int // places of a row that are filled
	rows, columns int
}

// maxSpan bounds the rows and columns that a cell may span; maxCells those of a
// table.
const (
	maxSpan  = 1000
	maxCells = 1 << 18
)

// place puts a cell at the first free place of its row and returns the column
// after it.
func (c *checker) place(g *grid, e *element, at cell) int {
	across, down := c.span(e, "ColSpan"), c.span(e, "RowSpan")
	if len(g.filled)+across*down > maxCells {
		c.f.exhausted = errWork
		return 0
	}
	for g.filled[at] {
		at.column++
	}
	for row := at.row; row < at.row+down; row++ {
		for column := at.column; column < at.column+across; column++ {
			if g.filled[cell{row, column}] {
				c.add("UA 7.2-15", e.page, "two cells of a table stand at the same place")
				continue
			}
			g.filled[cell{row, column}] = true
			g.width[row]++
		}
	}
	g.rows, g.columns = max(g.rows, at.row+down), max(g.columns, at.column+across)
	return at.column + across
}

// span is a cell's number of rows or columns.
func (c *checker) span(e *element, key name) int {
	o := e.attribute(key)
	if o == nil {
		return 1
	}
	n, ok := c.f.integer(o)
	if !ok || n < 1 || n > maxSpan {
		c.add("UA 7.2-43", e.page, "%s has a %s that is no number of cells", e, key)
		return 1
	}
	return n
}
