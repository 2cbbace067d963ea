package layout

import "dossier/internal/pdf"

// A placing says where strips are drawn: with the upper left corner of their
// galley at x, y. Slack is how much higher than they are the place is; fills get
// it, or it is shared out above and below them.
type placing struct {
	x, y, slack float64
	middle      bool
	forced      bool // the page begins on request
}

// cursor returns a cursor at the top of the place.
func (p *placing) cursor(strips []strip) cursor {
	c := cursor{y: p.y, forced: p.forced}
	fills := 0
	for i := range strips {
		if strips[i].fill {
			fills++
		}
	}
	switch {
	case fills > 0:
		c.slack = max(p.slack, 0) / float64(fills)
	case p.middle:
		c.y += p.slack / 2
	}
	return c
}

// draw draws strips: first what they stand on, then the strips in order.
func draw(page *pdf.Page, strips []strip, p placing) {
	c := p.cursor(strips)
	paint(page, strips, c, p.x)
	for i := 0; i < len(strips); {
		s := &strips[i]
		begun := c.begun
		y := c.step(s)
		for _, ink := range s.first {
			ink(page, p.x, y)
		}
		i++
		switch {
		case s.loose && !begun:
		case s.lines != nil:
			i += drawLines(page, strips[i-1:], &c, p.x, y)
		case s.row != nil:
			s.row.draw(page, p.x+s.x, y, s.height)
		case s.ink != nil:
			s.ink(page, p.x+s.x, y)
		}
	}
}

// drawLines draws the first strip together with those of its paragraph that
// follow, and returns how many these are.
func drawLines(page *pdf.Page, strips []strip, c *cursor, x, y float64) int {
	s, n := &strips[0], 1
	for n < len(strips) && strips[n].lines == s.lines && len(strips[n].first) == 0 {
		c.step(&strips[n])
		n++
	}
	s.lines.text.Draw(page, s.lines.node.element(), x+s.x, y, s.line, s.line+n)
	return n - 1
}

// paint draws what the strips stand on: all of it before the text, so that text
// which belongs together is not interrupted.
func paint(page *pdf.Page, strips []strip, c cursor, x float64) {
	c.record = true
	ys := make([]float64, 0, 8)
	for i := range strips {
		y := c.step(&strips[i])
		if r := strips[i].row; r != nil && r.ground != nil {
			ys = append(ys, float64(i), y)
		}
	}
	c.close(0)
	for i := range c.areas {
		a := &c.areas[i]
		r := a.region
		if r.paint != nil {
			r.paint(page, pdf.Rect{X: x + r.x, Y: a.top, W: r.width, H: a.bottom - a.top})
		}
		if a.continued && r.repeat != nil {
			r.repeat.ink(page, x+r.x, a.top+r.pad)
		}
	}
	for i := 0; i < len(ys); i += 2 {
		s := &strips[int(ys[i])]
		s.row.ground(page, x+s.x, ys[i+1], s.height)
	}
}
