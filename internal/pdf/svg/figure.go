package svg

import "math"

// figures are the basic shapes (SVG 2, clause 10). A figure tells what is wrong
// with it: the name of an attribute, or nothing. What has no size is not drawn.
var figures = map[string]func(p *pen, g geometry) string{
	"path":     path,
	"rect":     rect,
	"circle":   circle,
	"ellipse":  ellipse,
	"line":     line,
	"polyline": polyline,
	"polygon":  polygon,
}

// geometry reads the lengths of an element.
type geometry struct {
	node *node
	em   float64
	view view
	bad  *string // the first attribute that is no length
}

// view is the size of which percentages are taken.
type view struct{ w, h float64 }

// diagonal is what 100 % of a length that is neither horizontal nor vertical is
// (SVG 2, clause 8.9).
func (v view) diagonal() float64 { return math.Hypot(v.w, v.h) / math.Sqrt2 }

func (g geometry) length(name string, whole float64) float64 {
	f, _ := g.optional(name, whole)
	return f
}

// optional is the length of an attribute, and whether it is given.
func (g geometry) optional(name string, whole float64) (float64, bool) {
	text := g.node.attr(name)
	if text == "" || text == "auto" {
		return 0, false
	}
	f, ok := measure(text, g.em, whole)
	if !ok && *g.bad == "" {
		*g.bad = name + ": " + short(text)
	}
	return f, ok
}

func (g geometry) across(name string) float64 { return g.length(name, g.view.w) }
func (g geometry) down(name string) float64   { return g.length(name, g.view.h) }

func path(p *pen, g geometry) string {
	if !p.data(g.node.attr("d")) {
		return "d"
	}
	return ""
}

func rect(p *pen, g geometry) string {
	x, y, w, h := g.across("x"), g.down("y"), g.across("width"), g.down("height")
	rx, ry := g.radii()
	rx, ry = min(rx, w/2), min(ry, h/2)
	switch {
	case w <= 0 || h <= 0:
	case rx <= 0 || ry <= 0:
		p.polygon([]float64{x, y, x + w, y, x + w, y + h, x, y + h})
		p.close()
	default:
		p.rounded(x, y, w, h, rx, ry)
	}
	return *g.bad
}

// radii of corners or of an ellipse: one that is not given is the other.
func (g geometry) radii() (rx, ry float64) {
	rx, hasX := g.optional("rx", g.view.w)
	ry, hasY := g.optional("ry", g.view.h)
	if !hasX {
		rx = ry
	}
	if !hasY {
		ry = rx
	}
	return rx, ry
}

func (p *pen) rounded(x, y, w, h, rx, ry float64) {
	corner := func(x0, y0, x, y float64) {
		p.arc(ellipseArc{x0, y0, rx, ry, 0, false, true, x, y})
	}
	p.move(x+rx, y)
	p.line(x+w-rx, y)
	corner(x+w-rx, y, x+w, y+ry)
	p.line(x+w, y+h-ry)
	corner(x+w, y+h-ry, x+w-rx, y+h)
	p.line(x+rx, y+h)
	corner(x+rx, y+h, x, y+h-ry)
	p.line(x, y+ry)
	corner(x, y+ry, x+rx, y)
	p.close()
}

func circle(p *pen, g geometry) string {
	r := g.length("r", g.view.diagonal())
	p.oval(g.across("cx"), g.down("cy"), r, r)
	return *g.bad
}

func ellipse(p *pen, g geometry) string {
	rx, ry := g.radii()
	p.oval(g.across("cx"), g.down("cy"), rx, ry)
	return *g.bad
}

func (p *pen) oval(cx, cy, rx, ry float64) {
	if rx <= 0 || ry <= 0 {
		return
	}
	p.move(cx+rx, cy)
	p.arc(ellipseArc{cx + rx, cy, rx, ry, 0, false, true, cx - rx, cy})
	p.arc(ellipseArc{cx - rx, cy, rx, ry, 0, false, true, cx + rx, cy})
	p.close()
}

func line(p *pen, g geometry) string {
	p.move(g.across("x1"), g.down("y1"))
	p.line(g.across("x2"), g.down("y2"))
	return *g.bad
}

func polyline(p *pen, g geometry) string {
	list, ok := numbers(g.node.attr("points"))
	if !ok || len(list)%2 != 0 {
		return "points"
	}
	p.polygon(list)
	return ""
}

func polygon(p *pen, g geometry) string {
	problem := polyline(p, g)
	if p.drawn {
		p.close()
	}
	return problem
}

// polygon draws straight lines through points, and does not close them.
func (p *pen) polygon(list []float64) {
	for i := 0; i < len(list); i += 2 {
		if i == 0 {
			p.move(list[0], list[1])
		} else {
			p.line(list[i], list[i+1])
		}
	}
}
