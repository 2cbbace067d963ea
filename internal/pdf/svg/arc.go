package svg

import "math"

// ellipseArc is an arc as path data writes it: from a point to a point, on an
// ellipse of given radii whose x axis is turned by a number of degrees.
type ellipseArc struct {
	x0, y0       float64
	rx, ry, turn float64
	large, sweep bool
	x, y         float64
}

// arc draws an arc as cubic curves of at most a quarter each (SVG 2, appendix
// B.2). One without radius is a line, one between the same points is nothing.
func (p *pen) arc(a ellipseArc) {
	if a.x0 == a.x && a.y0 == a.y {
		return
	}
	a.rx, a.ry = math.Abs(a.rx), math.Abs(a.ry)
	if a.rx == 0 || a.ry == 0 {
		p.line(a.x, a.y)
		return
	}
	c := a.centred()
	if math.IsNaN(c.sweep) {
		p.wild = true
		return
	}
	pieces := max(1, math.Ceil(math.Abs(c.sweep)/(math.Pi/2)-1e-9))
	part := c.sweep / pieces
	for i := range int(pieces) {
		from := c.from + float64(i)*part
		x1, y1, x2, y2, x, y := c.piece(from, part)
		if i == int(pieces)-1 {
			x, y = a.x, a.y
		}
		p.curve(x1, y1, x2, y2, x, y)
	}
}

// centredArc is an arc by the centre of its ellipse; angles in radians.
type centredArc struct {
	cx, cy, rx, ry float64
	sin, cos       float64 // of the turn
	from, sweep    float64
}

// centred finds the ellipse. Radii too small to reach are enlarged until they do.
func (a ellipseArc) centred() centredArc {
	c := centredArc{rx: a.rx, ry: a.ry}
	c.sin, c.cos = math.Sincos(radians(math.Mod(a.turn, 360)))
	dx, dy := (a.x0-a.x)/2, (a.y0-a.y)/2
	// The first point as seen from half way, on a circle of radius 1.
	ux, uy := (c.cos*dx+c.sin*dy)/c.rx, (c.cos*dy-c.sin*dx)/c.ry
	away := math.Hypot(ux, uy)
	if away > 1 {
		c.rx, c.ry, ux, uy = c.rx*away, c.ry*away, ux/away, uy/away
		away = 1
	}
	// The centre lies square to it, on the side that the flags say.
	off := math.Sqrt(max(0, 1-away*away)) / away
	if a.large == a.sweep {
		off = -off
	}
	mx, my := off*uy, -off*ux
	c.cx = c.cos*mx*c.rx - c.sin*my*c.ry + (a.x0+a.x)/2
	c.cy = c.sin*mx*c.rx + c.cos*my*c.ry + (a.y0+a.y)/2
	c.from = math.Atan2(uy-my, ux-mx)
	c.sweep = math.Atan2(-uy-my, -ux-mx) - c.from
	switch {
	case a.sweep && c.sweep < 0:
		c.sweep += 2 * math.Pi
	case !a.sweep && c.sweep > 0:
		c.sweep -= 2 * math.Pi
	}
	return c
}

// piece is the curve from an angle over a part of the arc.
func (c centredArc) piece(from, part float64) (x1, y1, x2, y2, x, y float64) {
	k := 4.0 / 3 * math.Tan(part/4)
	sin0, cos0 := math.Sincos(from)
	sin1, cos1 := math.Sincos(from + part)
	x1, y1 = c.at(cos0-k*sin0, sin0+k*cos0)
	x2, y2 = c.at(cos1+k*sin1, sin1-k*cos1)
	x, y = c.at(cos1, sin1)
	return x1, y1, x2, y2, x, y
}

// at maps a point of the unit circle onto the ellipse.
func (c centredArc) at(x, y float64) (float64, float64) {
	x, y = x*c.rx, y*c.ry
	return c.cos*x - c.sin*y + c.cx, c.sin*x + c.cos*y + c.cy
}
