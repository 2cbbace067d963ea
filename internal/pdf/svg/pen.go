package svg

import (
	"math"

	"dossier/internal/pdf"
)

// pen draws a path through a matrix and keeps what is needed to clip it.
type pen struct {
	path     pdf.Path
	matrix   pdf.Matrix
	box      box
	segments int
	drawn    bool // more than moves
	wild     bool // a coordinate that no drawing has
	vertices [][2]float64
	crooked  bool // curves, or more than one piece
}

// box is an area by its edges. What has no point in it yet is nowhere.
type box struct{ left, top, right, foot float64 }

func nowhere() box { return box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)} }

func newPen(m pdf.Matrix) *pen { return &pen{matrix: m, box: nowhere()} }

// at maps a point of a path.
func (p *pen) at(x, y float64) (float64, float64) {
	x, y = apply(p.matrix, x, y)
	if !(math.Abs(x) <= maxNumber && math.Abs(y) <= maxNumber) {
		p.wild = true
		return 0, 0
	}
	p.box.include(x, y)
	return x, y
}

// room counts a segment; beyond the limit nothing more is drawn.
func (p *pen) room() bool {
	p.segments++
	return p.segments <= maxSegments
}

func (p *pen) move(x, y float64) {
	if !p.room() {
		return
	}
	x, y = p.at(x, y)
	p.path.Move(x, y)
	p.corner(x, y, len(p.vertices) > 0)
}

func (p *pen) line(x, y float64) {
	if !p.room() {
		return
	}
	p.drawn = true
	x, y = p.at(x, y)
	p.path.Line(x, y)
	p.corner(x, y, false)
}

func (p *pen) curve(x1, y1, x2, y2, x, y float64) {
	if !p.room() {
		return
	}
	p.drawn, p.crooked = true, true
	x1, y1 = p.at(x1, y1)
	x2, y2 = p.at(x2, y2)
	x, y = p.at(x, y)
	p.path.Curve(x1, y1, x2, y2, x, y)
}

// quad draws a quadratic curve from x0, y0 as the cubic that is the same curve.
func (p *pen) quad(x0, y0, x1, y1, x, y float64) {
	p.curve(x0+(x1-x0)*2/3, y0+(y1-y0)*2/3, x+(x1-x)*2/3, y+(y1-y)*2/3, x, y)
}

func (p *pen) close() {
	p.drawn = true
	p.path.Close()
}

// corner keeps the first corners: a path of four may be a rectangle.
func (p *pen) corner(x, y float64, again bool) {
	if again {
		p.crooked = true
	}
	if len(p.vertices) <= 5 {
		p.vertices = append(p.vertices, [2]float64{x, y})
	}
}

// isRect tells whether the path is one upright rectangle.
func (p *pen) isRect() bool {
	v := p.vertices
	if len(v) == 5 && v[4] == v[0] {
		v = v[:4]
	}
	if p.crooked || len(v) != 4 {
		return false
	}
	for i := range v {
		next, across := v[(i+1)%4], v[(i+2)%4]
		straight := v[i][0] == next[0] || v[i][1] == next[1]
		if !straight || v[i][0] == across[0] || v[i][1] == across[1] {
			return false
		}
	}
	return true
}

func (b *box) include(x, y float64) {
	b.left, b.right = min(b.left, x), max(b.right, x)
	b.top, b.foot = min(b.top, y), max(b.foot, y)
}

func (b box) grown(by float64) box { return box{b.left - by, b.top - by, b.right + by, b.foot + by} }

func (b box) holds(c box) bool {
	return b.left <= c.left && b.top <= c.top && c.right <= b.right && c.foot <= b.foot
}

func (b box) meets(c box) bool {
	return b.left <= c.right && c.left <= b.right && b.top <= c.foot && c.top <= b.foot
}

func (b box) meet(c box) box {
	return box{max(b.left, c.left), max(b.top, c.top), min(b.right, c.right), min(b.foot, c.foot)}
}

func (b box) path() pdf.Path {
	var p pdf.Path
	p.Rect(pdf.Rect{X: b.left, Y: b.top, W: b.right - b.left, H: b.foot - b.top})
	return p
}
