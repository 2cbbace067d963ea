package pdf

import "math"

// Path is a line of straight and curved pieces, in points of a page.
type Path struct {
	steps []step
	at    []float64
}

// step is a path operator (ISO 32000-1, table 59).
type step byte

const (
	move   step = 'm'
	line   step = 'l'
	curve  step = 'c'
	closed step = 'h'
	rect   step = 'r'
)

// args returns how many numbers a step takes.
func (s step) args() int {
	switch s {
	case curve:
		return 6
	case rect:
		return 4
	case closed:
		return 0
	}
	return 2
}

func (p *Path) add(s step, at ...float64) {
	p.steps = append(p.steps, s)
	p.at = append(p.at, at...)
}

// Move begins a piece of its own.
func (p *Path) Move(x, y float64) { p.add(move, x, y) }

// Line goes straight on.
func (p *Path) Line(x, y float64) { p.add(line, x, y) }

// Curve goes on to x, y in a cubic Bézier curve with two control points.
func (p *Path) Curve(x1, y1, x2, y2, x, y float64) { p.add(curve, x1, y1, x2, y2, x, y) }

// Close goes straight back to where the piece began.
func (p *Path) Close() { p.add(closed) }

// Rect adds a rectangle.
func (p *Path) Rect(r Rect) { p.add(rect, r.X, r.Y, r.W, r.H) }

// round is how far the control points of a quarter of a circle are from its
// ends, in radii: the curve is then off by less than 0.03 %.
const round = 0.5522847498

// RoundRect adds a rectangle with rounded corners. A radius larger than half a
// side is cut to it.
func (p *Path) RoundRect(r Rect, radius float64) {
	radius = min(radius, r.W/2, r.H/2)
	if radius <= 0 {
		p.Rect(r)
		return
	}
	left, top, right, foot := r.X, r.Y, r.X+r.W, r.Y+r.H
	d := radius * (1 - round)
	p.Move(left+radius, top)
	p.Line(right-radius, top)
	p.Curve(right-d, top, right, top+d, right, top+radius)
	p.Line(right, foot-radius)
	p.Curve(right, foot-d, right-d, foot, right-radius, foot)
	p.Line(left+radius, foot)
	p.Curve(left+d, foot, left, foot-d, left, foot-radius)
	p.Line(left, top+radius)
	p.Curve(left, top+d, left+d, top, left+radius, top)
	p.Close()
}

// Circle adds a circle of radius r around a point.
func (p *Path) Circle(cx, cy, r float64) {
	d := r * round
	p.Move(cx+r, cy)
	p.Curve(cx+r, cy+d, cx+d, cy+r, cx, cy+r)
	p.Curve(cx-d, cy+r, cx-r, cy+d, cx-r, cy)
	p.Curve(cx-r, cy-d, cx-d, cy-r, cx, cy-r)
	p.Curve(cx+d, cy-r, cx+r, cy-d, cx+r, cy)
	p.Close()
}

// Empty tells whether there is nothing to draw.
func (p *Path) Empty() bool { return len(p.steps) == 0 }

// Transform returns the path as m maps it; p stays as it is.
func (p *Path) Transform(m Matrix) Path {
	q := Path{steps: make([]step, 0, len(p.steps)), at: make([]float64, 0, len(p.at))}
	at := p.at
	for _, s := range p.steps {
		args := at[:s.args()]
		at = at[len(args):]
		if s == rect {
			q.quadrangle(m, Rect{args[0], args[1], args[2], args[3]})
			continue
		}
		q.steps = append(q.steps, s)
		for i := 0; i < len(args); i += 2 {
			x, y := m.apply(args[i], args[i+1])
			q.at = append(q.at, x, y)
		}
	}
	return q
}

// quadrangle adds what becomes of a rectangle.
func (p *Path) quadrangle(m Matrix, r Rect) {
	x, y := m.apply(r.X, r.Y)
	if m[1] == 0 && m[2] == 0 && m[0] > 0 && m[3] > 0 {
		p.Rect(Rect{x, y, r.W * m[0], r.H * m[3]})
		return
	}
	p.Move(x, y)
	for _, corner := range [][2]float64{{r.X + r.W, r.Y}, {r.X + r.W, r.Y + r.H}, {r.X, r.Y + r.H}} {
		x, y := m.apply(corner[0], corner[1])
		p.Line(x, y)
	}
	p.Close()
}

// Bounds returns the smallest area that holds all points of the path, those that
// control its curves included.
func (p *Path) Bounds() Rect {
	if len(p.at) == 0 {
		return Rect{}
	}
	left, top, right, foot := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	include := func(x, y float64) {
		left, right = min(left, x), max(right, x)
		top, foot = min(top, y), max(foot, y)
	}
	at := p.at
	for _, s := range p.steps {
		args := at[:s.args()]
		at = at[len(args):]
		if s == rect {
			include(args[0], args[1])
			include(args[0]+args[2], args[1]+args[3])
			continue
		}
		for i := 0; i < len(args); i += 2 {
			include(args[i], args[i+1])
		}
	}
	return Rect{left, top, right - left, foot - top}
}

// Matrix is an affine map as PDF writes it: x' = m0·x + m2·y + m4,
// y' = m1·x + m3·y + m5.
type Matrix [6]float64

// Mul returns the map that does m first, then n.
func (m Matrix) Mul(n Matrix) Matrix {
	return Matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

func (m Matrix) apply(x, y float64) (float64, float64) {
	return m[0]*x + m[2]*y + m[4], m[1]*x + m[3]*y + m[5]
}
