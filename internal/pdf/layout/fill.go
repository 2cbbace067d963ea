package layout

// A filling is a page, or a cell's part of one, as it takes strips.
type filling struct {
	room   float64  // its height
	full   float64  // that of an empty page: what is higher is split
	forced bool     // the page begins on request
	begins bool     // it takes at least one strip, whether it fits or not
	foot   footArea // notes that stand on it
}

// tolerance is what a page may be overfull by: less than ink shows.
const tolerance = 0.01

// take returns how many of the strips stand on the page, and when the strip
// after them is split, its part on this page. The strip is then what is left of
// it. Space that was asked for at the beginning of the page gives way to what
// belongs together.
func (f *filling) take(strips []strip) (n int, part *strip) {
	c, notes := cursor{forced: f.forced}, f.foot
	for i := range strips {
		s := &strips[i]
		if s.fresh && i > 0 {
			return i, nil
		}
		next := c
		next.step(s)
		with, ok := notes.add(s.notes)
		fits := ok && next.bottom()+with.height() <= f.room+tolerance
		if !fits && (next.bottom() > f.room+tolerance || f.mayEnd(strips[:i])) {
			return f.end(strips, i, &c, notes)
		}
		c, notes = next, with
	}
	return len(strips), nil
}

// mayEnd tells whether a page may end after strips, so that what follows can wait
// for a page with room for its notes. Where it may not, the notes go on to the
// next page.
func (f *filling) mayEnd(strips []strip) bool {
	_, b := f.lastBreak(strips)
	return !f.begins || b < paired
}

// end ends the page before strip i, which does not fit, or in the middle of it.
func (f *filling) end(strips []strip, i int, c *cursor, notes footArea) (n int, part *strip) {
	n, b := f.lastBreak(strips[:i])
	if b >= paired && f.forced && strips[0].held > 0 {
		strips[0].held = 0
		return f.take(strips)
	}
	if part := f.split(&strips[i], c, notes); part != nil {
		return i, part
	}
	if i == 0 && f.begins {
		return 1, nil
	}
	return n, nil
}

// lastBreak returns after how many strips the page had best end. What need not
// begin here may rather begin on the next page.
func (f *filling) lastBreak(strips []strip) (n int, best bond) {
	best = bonds
	if !f.begins {
		best = paired
	}
	for i := len(strips) - 1; i >= 0 && best > free; i-- {
		if strips[i].after < best {
			n, best = i+1, strips[i].after
		}
	}
	return n, best
}

// split parts a row that no page can hold, so that its first part ends with the
// page. It returns nil when the row is to stand on the next page.
func (f *filling) split(s *strip, c *cursor, notes footArea) *strip {
	if s.row == nil {
		return nil
	}
	begins := !c.begun && f.begins
	if !begins && s.height <= f.full-s.region.overhead() {
		return nil
	}
	empty := strip{gap: s.gap, held: s.held, region: s.region, opens: s.opens, fill: s.fill}
	at := *c
	at.step(&empty)
	room := f.room - at.bottom() - notes.height()
	if begins {
		room = f.room - at.bottom()
	}
	return s.split(room, f.full, begins, notes)
}

// A footArea is how much of a page its notes take.
type footArea struct {
	notes cursor
	page  float64 // its height; 0: notes do not count here
	cap   float64 // what is reserved where not all notes find room; 0: they do
	gap   float64 // between text and notes
}

// Of a page, what is kept for notes that come from the page before, and how high
// a note may be to be kept in one piece.
const (
	shareOfCarried = 0.6
	shareOfWhole   = 0.25
	leastOfNote    = 3 // lines of a longer one that stand with its mark
)

// carry reserves room for what notes the page before had no room for.
func (f *footArea) carry(strips []strip) {
	for i := range strips {
		f.notes.step(&strips[i])
	}
	if h := f.notes.bottom(); h > shareOfCarried*f.page {
		f.cap = shareOfCarried * f.page
	}
}

// add reserves room for more notes. Where a note before goes on to the next page
// there is none.
func (f footArea) add(notes []*footnote) (footArea, bool) {
	if len(notes) == 0 || f.page == 0 {
		return f, true
	}
	ok := true
	for _, n := range notes {
		ok = ok && f.cap == 0
		whole := height(n.strips) <= shareOfWhole*f.page
		for i := range n.strips {
			f.notes.step(&n.strips[i])
			if i+1 == leastOfNote && !whole && f.cap == 0 {
				f.cap = f.notes.bottom()
			}
		}
	}
	return f, ok
}

// height is what is reserved.
func (f *footArea) height() float64 {
	switch {
	case f.cap > 0:
		return f.cap + f.gap
	case f.notes.begun:
		return f.notes.bottom() + f.gap
	}
	return 0
}
