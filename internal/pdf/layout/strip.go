package layout

import (
	"dossier/internal/pdf"
	"dossier/internal/pdf/line"
)

// A strip is a piece of a galley that stands on one page as a whole: a line of
// text, a picture, a row. Only a row that is higher than a page is split.
type strip struct {
	height float64
	gap    float64 // above it, unless it is the first of its page
	held   float64 // the part of gap that stays where a page begins on request
	x      float64 // of its ink, from the left edge of the galley

	after  bond    // what a page break after it costs
	region *region // the innermost one that it is in
	opens  int     // how many of its regions go on from the strip before; the others begin
	fill   bool    // what space the page has left goes above it
	fresh  bool    // begins a page
	loose  bool    // vanishes at the beginning of a page
	tagged bool    // has ink that is read

	baseline float64 // of its first line, from its top; 0: it has none
	notes    []*footnote
	first    []ink // labels and anchors, drawn before it

	// Of the following, one is given, or none.
	lines *lines
	line  int // of lines
	row   *row
	ink   ink
}

// ink draws with the left edge of the galley at x and the top of the strip at y.
type ink func(page *pdf.Page, x, y float64)

// lines are the lines of a paragraph, which strips hold one by one.
type lines struct {
	text *line.Text
	node *node
}

// A bond is what a page break costs. Breaks of a higher kind are made only where
// there is none of a lower kind on the page.
type bond uint8

const (
	free   bond = iota
	kept        // within what should stand on one page
	paired      // leaves a line alone
	tied        // parts a heading from what it belongs to
	fixed       // cuts through a label
	bonds       // how many there are
)

// A region is what a run of strips stands on: a tint, an edge, a table with a
// head. It is painted on every page where it has strips.
type region struct {
	parent *region
	depth  int // 0: the outermost
	x      float64
	width  float64
	pad    float64 // above its first and below its last strip on every page
	paint  func(page *pdf.Page, area pdf.Rect)
	repeat *repeat // on every page but the first
}

// repeat is the head of a table where the table goes on.
type repeat struct {
	height float64
	ink    ink
}

// lead is what the region takes at the top of a page where it goes on.
func (r *region) lead() float64 {
	if r.repeat == nil {
		return r.pad
	}
	return r.pad + r.repeat.height
}

// length is the number of regions around and including r.
func (r *region) length() int {
	if r == nil {
		return 0
	}
	return r.depth + 1
}

// overhead is what the region and those around it take of a page, whatever
// stands on it.
func (r *region) overhead() float64 {
	h := 0.0
	for ; r != nil; r = r.parent {
		h += r.lead() + r.pad
	}
	return h
}

// An area is where a region came to stand.
type area struct {
	region      *region
	top, bottom float64
	continued   bool
}

// A cursor goes down a page, or a cell, strip by strip.
type cursor struct {
	y      float64 // below the last strip
	slack  float64 // what a fill gets
	region *region // of the last strip
	begun  bool    // there was a strip
	forced bool    // the page begins on request

	record bool // of areas
	areas  []area
}

// step places a strip and returns its top.
func (c *cursor) step(s *strip) float64 {
	if c.begun {
		c.close(s.opens)
		c.y += s.gap
	} else if c.forced {
		c.y += s.held
	}
	if s.fill {
		c.y += c.slack
	}
	c.open(s.region, s.opens)
	top := c.y
	if c.begun || !s.loose {
		c.y += s.height
	}
	c.region, c.begun = s.region, true
	return top
}

// close ends the regions from a depth on.
func (c *cursor) close(depth int) {
	for r := c.region; r != nil && r.depth >= depth; r = r.parent {
		c.y += r.pad
		c.region = r.parent
		if c.record {
			c.end(r)
		}
	}
}

// open begins the regions of the next strip, the outermost first. Those that go
// on do so only at the beginning of a page.
func (c *cursor) open(r *region, opens int) {
	if r == nil || c.begun && r.depth < opens {
		return
	}
	c.open(r.parent, opens)
	if c.record {
		c.areas = append(c.areas, area{region: r, top: c.y, continued: r.depth < opens})
	}
	if r.depth < opens {
		c.y += r.lead()
	} else {
		c.y += r.pad
	}
}

// end notes where a region ends.
func (c *cursor) end(r *region) {
	for i := len(c.areas) - 1; i >= 0; i-- {
		if c.areas[i].region == r {
			c.areas[i].bottom = c.y
			return
		}
	}
}

// bottom is where the page would end if no strip came after the last.
func (c *cursor) bottom() float64 {
	y := c.y
	for r := c.region; r != nil; r = r.parent {
		y += r.pad
	}
	return y
}

// height of strips that stand on one page.
func height(strips []strip) float64 {
	var c cursor
	for i := range strips {
		c.step(&strips[i])
	}
	return c.bottom()
}
