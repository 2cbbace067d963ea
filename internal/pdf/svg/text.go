package svg

import (
	"math"
	"strings"

	"dossier/internal/pdf"
)

// composer takes a <text> apart into runs of one look, each with a place of its
// own. How long a text is is not known here, so that a run that would have to
// follow another is refused unless it looks the same.
type composer struct {
	drawer  *drawer
	x, y    float64
	run     strings.Builder
	look    look
	placed  state // where the run began
	element *node // in which the run began
	begun   bool  // the run has a letter or a kept space
}

// look is what all letters of a Text share.
type look struct {
	size         float64
	bold, italic bool
	colour       pdf.Colour
	shown        bool
	shift        float64
}

// text draws a text element.
func (d *drawer) text(n *node, st state) error {
	c := composer{drawer: d}
	if err := c.place(n, st); err != nil {
		return err
	}
	if err := c.inside(n, st); err != nil {
		return err
	}
	return c.flush()
}

// inside composes what a text or tspan holds.
func (c *composer) inside(n *node, st state) error {
	for _, child := range n.children {
		var err error
		switch child.name {
		case "":
			err = c.letters(n, child.text, st)
		case "tspan", "a":
			err = c.span(child, st)
		case "title", "desc", "metadata":
		default:
			err = refuse(child, "<"+short(child.name)+">")
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (c *composer) span(n *node, around state) error {
	if around.depth >= maxDepth {
		return refuse(n, "depth")
	}
	if err := c.drawer.spend(n, n.cost); err != nil {
		return err
	}
	st := around
	st.depth++
	var err error
	if st.style, err = c.drawer.style(n, around.style, around.view); err != nil || st.gone {
		return err
	}
	if err := c.place(n, st); err != nil {
		return err
	}
	return c.inside(n, st)
}

// place moves to where a text or tspan says. A new x begins a new run.
func (c *composer) place(n *node, st state) error {
	for _, name := range []string{"rotate", "textLength"} {
		if n.attr(name) != "" {
			return refuse(n, name)
		}
	}
	g, bad := st.geometry(n)
	x, hasX := g.optional("x", st.view.w)
	y, hasY := g.optional("y", st.view.h)
	dx, dy := g.across("dx"), g.down("dy")
	if *bad != "" {
		return refuse(n, "<"+n.name+"> "+*bad)
	}
	moved := hasY || dx != 0 || dy != 0
	if c.begun && moved && !hasX {
		return refuse(n, "<tspan> without x")
	}
	if hasX {
		if err := c.flush(); err != nil {
			return err
		}
		c.x = x
	}
	if hasY {
		c.y = y
	}
	c.x, c.y = c.x+dx, c.y+dy
	return nil
}

// letters adds text to the run.
func (c *composer) letters(n *node, text string, st state) error {
	if err := c.drawer.spend(n, len(text)); err != nil {
		return err
	}
	blank := !st.space && collapsed(text) == ""
	if blank && !c.begun {
		return nil
	}
	if !blank {
		l, err := st.look(n)
		if err != nil {
			return err
		}
		if c.begun && l != c.look {
			return refuse(n, "<tspan> without x")
		}
		if !c.begun {
			c.look, c.placed, c.element, c.begun = l, st, n, true
		}
	}
	if st.space {
		text = strings.NewReplacer("\r\n", " ", "\n", " ", "\t", " ").Replace(text)
	}
	c.run.WriteString(text)
	return nil
}

// look is how letters look in a state; a text with an outline is refused.
func (st *state) look(n *node) (look, error) {
	if st.ink(st.stroke, st.strokeOpacity) != nil && st.strokeWidth > 0 {
		return look{}, refuse(n, "stroke of <text>")
	}
	l := look{size: st.fontSize, bold: st.bold, italic: st.italic, shift: st.shift}
	if fill := st.ink(st.fill, st.fillOpacity); fill != nil && !st.hidden {
		l.colour, l.shown = *fill, true
	}
	return l, nil
}

// flush ends the run and adds it to the drawing.
func (c *composer) flush() error {
	text := c.run.String()
	c.run.Reset()
	if !c.begun {
		return nil
	}
	c.begun = false
	if !c.placed.space {
		text = collapsed(text)
	}
	if text == "" || !c.look.shown || c.look.size == 0 {
		return nil
	}
	t := Text{
		X: c.x, Y: c.y + c.look.shift*c.look.size, Size: c.look.size, String: text, Anchor: c.placed.anchor,
		Bold: c.look.bold, Italic: c.look.italic, Colour: c.look.colour,
	}
	m := c.placed.matrix
	if !t.settle(m) {
		return refuse(c.element, "<text> coordinate")
	}
	if t.Size == 0 {
		return nil
	}
	if what := twist(m); what != "" {
		return refuse(c.element, "text with "+what)
	}
	if c.drawer.segments++; c.drawer.segments > maxSegments {
		return refuse(c.element, "segments")
	}
	shape := Shape{Text: &t}
	if !c.placed.clip.edge {
		shape.Clip = &c.placed.clip.path
	}
	c.drawer.drawing.Shapes = append(c.drawer.drawing.Shapes, shape)
	return nil
}

// settle takes a text into the drawing's own units, and tells whether its place
// and size are numbers that a drawing has.
func (t *Text) settle(m pdf.Matrix) bool {
	t.X, t.Y = apply(m, t.X, t.Y)
	t.Size *= scale(m)
	return math.Abs(t.X) <= maxNumber && math.Abs(t.Y) <= maxNumber && t.Size <= maxNumber
}

// twist tells what a map does to text besides moving and scaling it: "rotation",
// "distortion" when its letters change their shape or are mirrored, or nothing.
func twist(m pdf.Matrix) string {
	hair := scale(m) * 1e-6 // of the rounding of angles
	switch {
	case math.Abs(m[0]-m[3]) > hair || math.Abs(m[1]+m[2]) > hair:
		return "distortion"
	case math.Abs(m[1]) > hair || m[0] < 0:
		return "rotation"
	}
	return ""
}

// collapsed is a text with single spaces for all white space and none at its
// ends. No-break spaces stay.
func collapsed(text string) string {
	words := strings.FieldsFunc(text, func(r rune) bool { return r < 0x80 && isSpace(byte(r)) })
	return strings.Join(words, " ")
}
