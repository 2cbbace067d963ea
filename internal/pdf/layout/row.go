package layout

import (
	"slices"

	"dossier/internal/pdf"
)

// A row is a strip of cells that stand beside one another, each a galley.
type row struct {
	cells       []cell
	nodes       []*node // of the cells: they join in this order
	top, bottom float64 // padding
	middle      bool
	ground      func(page *pdf.Page, x, y, height float64) // what is painted behind it
	least       float64                                    // height of a label beside it
	notes       []*footnote                                // of that label
}

// A cell is what of a galley stands in a row.
type cell struct {
	strips []strip
	height float64
}

func newCell(strips []strip) cell { return cell{strips: strips, height: height(strips)} }

// strip makes a strip of the row.
func (r *row) strip() strip {
	s := strip{row: r, tagged: len(r.nodes) > 0, notes: slices.Clone(r.notes)}
	for _, c := range r.cells {
		s.height = max(s.height, c.height)
		for i := range c.strips {
			s.notes = append(s.notes, c.strips[i].notes...)
		}
	}
	s.height = max(s.height+r.top+r.bottom, r.least)
	return s
}

// split parts the row so that its first part is not higher than room; what is
// left takes its place. Without begins it may refuse, and returns nil; otherwise
// the notes may have to go on to the next page.
func (s *strip) split(room, full float64, begins bool, notes footArea) *strip {
	padding := s.row.top + s.row.bottom
	for least := room - padding; ; {
		first, rest, ok := s.row.part(least, full, false)
		if !ok {
			break
		}
		part := first.strip()
		with, _ := notes.add(part.notes)
		over := part.height + with.height() - notes.height() - room
		if over <= tolerance || with.cap > 0 {
			return s.become(part, rest)
		}
		least = min(least, part.height-padding) - over
	}
	if !begins {
		return nil
	}
	first, rest, _ := s.row.part(room-padding, full, true)
	if !first.any() || !rest.any() {
		return nil
	}
	return s.become(first.strip(), rest)
}

// become makes the strip what is left of it, and its first part a strip like it.
func (s *strip) become(part strip, rest *row) *strip {
	left := rest.strip()
	left.x, left.region, left.after, left.opens = s.x, s.region, s.after, s.region.length()
	part.x, part.region, part.opens, part.gap, part.held = s.x, s.region, s.opens, s.gap, s.held
	part.first, part.fill, part.fresh, part.baseline = s.first, s.fill, s.fresh, s.baseline
	*s = left
	return &part
}

// part fills the cells of two rows: what of each fits into room, and the rest.
// It is not ok when a cell could not begin. With begins at least one does.
func (r *row) part(room, full float64, begins bool) (first, rest *row, ok bool) {
	first, rest, ok = r.cut(room, full, false)
	if begins && !first.any() {
		first, rest, _ = r.cut(room, full, true)
	}
	return first, rest, ok && first.any() && rest.any()
}

func (r *row) cut(room, full float64, begins bool) (first, rest *row, ok bool) {
	a, b := *r, *r
	b.least, b.notes = 0, nil
	a.cells, b.cells = make([]cell, len(r.cells)), make([]cell, len(r.cells))
	ok = true
	for i := range r.cells {
		upper, lower := r.cells[i].cut(filling{room: room, full: full, begins: begins})
		ok = ok && (len(upper) > 0 || len(lower) == 0)
		a.cells[i], b.cells[i] = newCell(upper), newCell(lower)
	}
	return &a, &b, ok
}

func (r *row) any() bool {
	for _, c := range r.cells {
		if len(c.strips) > 0 {
			return true
		}
	}
	return false
}

// cut parts a cell's strips; the cell itself stays as it is.
func (c *cell) cut(f filling) (upper, lower []strip) {
	strips := append([]strip(nil), c.strips...)
	n, part := f.take(strips)
	upper, lower = strips[:n:n], strips[n:]
	if part != nil {
		upper = append(upper, *part)
	}
	return upper, lower
}

// draw draws the row with its upper left corner at x, y.
func (r *row) draw(page *pdf.Page, x, y, height float64) {
	for _, n := range r.nodes {
		n.element().Join()
	}
	inner := height - r.top - r.bottom
	for i := range r.cells {
		c := &r.cells[i]
		draw(page, c.strips, placing{x: x, y: y + r.top, slack: inner - c.height, middle: r.middle})
	}
}
