package layout

import "math"

// A span of widths is what a column can be: from its widest word to all of its
// widest cell on one line.
type widths struct{ least, most float64 }

// columnWidths settles the widths of a table's columns: as wide as their content
// asks where there is room for all of it; otherwise what the words need, and of
// the rest more for those that ask for more.
func (m *measurer) columnWidths(g *grid, columns int) []float64 {
	asked := make([]widths, columns)
	m.ask(g, asked, g.head)
	for _, row := range g.rows {
		m.ask(g, asked, row)
	}
	for i := range asked {
		asked[i].most = max(asked[i].most, asked[i].least)
	}
	return share(asked, m.width)
}

// ask notes what the cells of a row need.
func (m *measurer) ask(g *grid, asked []widths, row []gridCell) {
	for i := range row {
		least, most := 0.0, 0.0
		if !row[i].blank {
			least, most = m.setter.Widths(row[i].spans, g.lang)
		}
		// A little more than asked for, so that rounding breaks no line.
		margin := 2*g.padX + tolerance
		asked[i].least = max(asked[i].least, least+margin)
		asked[i].most = max(asked[i].most, most+margin)
	}
}

// roomy is how much wider than its content a table may become to fill the
// column.
const roomy = 1.6

// share gives every column its width, so that all of them fit into whole.
func share(asked []widths, whole float64) []float64 {
	least, most := 0.0, 0.0
	for _, a := range asked {
		least += a.least
		most += a.most
	}
	out := make([]float64, len(asked))
	switch {
	case most <= whole:
		stretch(out, asked, min(whole/most, roomy))
	case least >= whole:
		squeeze(out, asked, whole)
	default:
		grow(out, asked, whole-least)
	}
	return out
}

// stretch makes all columns wider by the same factor.
func stretch(out []float64, asked []widths, factor float64) {
	for i, a := range asked {
		out[i] = a.most * factor
	}
}

// squeeze shares out less than the words need: columns that need little get it,
// the others the same each.
func squeeze(out []float64, asked []widths, whole float64) {
	left, open := whole, len(asked)
	for open > 0 {
		even, settled := left/float64(open), false
		for i, a := range asked {
			if out[i] == 0 && a.least <= even {
				out[i] = a.least
				left -= a.least
				open--
				settled = true
			}
		}
		if settled {
			continue
		}
		for i := range asked {
			if out[i] == 0 {
				out[i] = even
			}
		}
		return
	}
}

// grow shares out what is left above what the words need. The share of a column
// grows with the root of what it asks for, so that a long text does not starve
// the short ones; none gets more than it asks for.
func grow(out []float64, asked []widths, extra float64) {
	for i, a := range asked {
		out[i] = a.least
	}
	for range asked {
		weights := 0.0
		for i, a := range asked {
			weights += math.Sqrt(max(a.most-out[i], 0))
		}
		if weights == 0 || extra <= tolerance {
			return
		}
		given := 0.0
		for i, a := range asked {
			want := max(a.most-out[i], 0)
			more := min(extra*math.Sqrt(want)/weights, want)
			out[i] += more
			given += more
		}
		extra -= given
	}
}
