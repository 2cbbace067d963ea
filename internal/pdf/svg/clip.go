package svg

import (
	"strings"

	"dossier/internal/pdf"
)

// clip is the part of the drawing in which shapes are seen.
type clip struct {
	path pdf.Path
	box  box
	rect bool // the path is the box
	edge bool // of the drawing itself
}

// edge is the clip of the whole drawing.
func edge(b box) *clip { return &clip{b.path(), b, true, true} }

// shows tells whether anything in an area can be seen.
func (c *clip) shows(b box) bool { return c.box.meets(b) }

// around is the path to clip what takes an area; nil when all of it is seen.
func (c *clip) around(b box) *pdf.Path {
	if c.rect && c.box.holds(b) {
		return nil
	}
	return &c.path
}

// within is what two clips leave. Only upright rectangles can be put together,
// or clips of which one holds the other. A clip that touches the edge of another
// may stand over it by what rounding does. Where nothing is left there is no clip.
func (c *clip) within(outer *clip) (*clip, bool) {
	slack := 1e-4 * max(outer.box.right-outer.box.left, outer.box.foot-outer.box.top)
	switch {
	case outer.rect && outer.box.grown(slack).holds(c.box):
		return c, true
	case c.rect && c.box.holds(outer.box):
		return outer, true
	case c.rect && outer.rect:
		both := c.box.meet(outer.box)
		if both.left >= both.right || both.top >= both.foot {
			return nil, true
		}
		return &clip{both.path(), both, true, false}, true
	}
	return nil, false
}

// clipTo narrows a state to the clip path of an element.
func (d *drawer) clipTo(n *node, st *state) error {
	inner, err := d.clipPath(n, *st)
	if err != nil {
		return err
	}
	both, ok := inner.within(st.clip)
	switch {
	case !ok && st.clip.edge:
		return refuse(n, "clip-path beyond the viewBox")
	case !ok:
		return refuse(n, "clip-path in a clip-path")
	}
	st.narrow(both)
	return nil
}

// clipToBox narrows a state to a rectangle of its own plane.
func (st *state) clipToBox(b box) bool {
	p := newPen(st.matrix)
	p.polygon([]float64{b.left, b.top, b.right, b.top, b.right, b.foot, b.left, b.foot})
	p.close()
	both, ok := p.clip().within(st.clip)
	if !ok || p.wild {
		return false
	}
	st.narrow(both)
	return true
}

// narrow clips a state; without a clip nothing of it is seen.
func (st *state) narrow(c *clip) {
	st.clip, st.gone = c, c == nil
}

func (p *pen) clip() *clip { return &clip{path: p.path, box: p.box, rect: p.isRect()} }

// clipPath draws the single figure of a clip path.
func (d *drawer) clipPath(n *node, st state) (*clip, error) {
	target := d.reference(st.clipPath)
	if target == nil {
		return nil, refuseValue(n, "clip-path", function(st.clipPath))
	}
	if units := target.attr("clipPathUnits"); units != "" && units != "userSpaceOnUse" {
		return nil, refuseValue(target, "clipPathUnits", units)
	}
	figure := target.onlyFigure()
	if figure == nil {
		return nil, refuse(target, "<clipPath>")
	}
	if err := d.spend(n, target.cost+figure.cost); err != nil {
		return nil, err
	}
	return d.clipFigure(target, figure, st)
}

func (d *drawer) clipFigure(target, figure *node, st state) (*clip, error) {
	st.style = initial
	for _, n := range []*node{target, figure} {
		s, err := d.style(n, st.style, st.view)
		if err != nil {
			return nil, err
		}
		m, ok := transforms(s.transform)
		if !ok || s.clipPath != "" || s.clipEvenOdd && n == figure {
			return nil, refuse(n, "<clipPath>")
		}
		st.style, st.matrix = s, m.Mul(st.matrix)
	}
	p, err := d.outline(figure, st)
	if err != nil {
		return nil, err
	}
	if !p.drawn {
		return nil, refuse(target, "<clipPath>")
	}
	return p.clip(), nil
}

// reference is the clip path that url(#id) names.
func (d *drawer) reference(value string) *node {
	inside, found := strings.CutPrefix(value, "url(")
	inside, closed := strings.CutSuffix(inside, ")")
	id, local := strings.CutPrefix(strings.Trim(inside, ` '"`), "#")
	target := d.doc.ids[id]
	if !found || !closed || !local || target == nil || target.name != "clipPath" {
		return nil
	}
	return target
}

// onlyFigure is the figure in an element that has exactly one child to be seen.
func (n *node) onlyFigure() *node {
	var only *node
	for _, c := range n.children {
		switch {
		case c.name == "" || unseen[c.name]:
		case only != nil || figures[c.name] == nil:
			return nil
		default:
			only = c
		}
	}
	return only
}
