package svg

import "dossier/internal/pdf"

// drawer turns the tree into shapes.
type drawer struct {
	doc      *document
	rules    []rule
	drawing  *Drawing
	steps    int
	segments int
}

// state is what holds where an element is drawn.
type state struct {
	style
	matrix pdf.Matrix // into the drawing
	view   view
	clip   *clip
	depth  int
}

func draw(doc *document, rules []rule) (*Drawing, error) {
	d := drawer{doc: doc, rules: rules, drawing: &Drawing{}}
	root := doc.root
	s, err := d.style(root, initial, view{})
	if err != nil {
		return nil, err
	}
	if s.transform != "" || s.clipPath != "" {
		return nil, refuse(root, "<svg transform>")
	}
	v, ok := d.canvas(root)
	if !ok {
		return nil, refuse(root, "viewBox")
	}
	d.drawing.Width, d.drawing.Height = v.box.w, v.box.h
	st := state{style: s, matrix: translation(-v.x, -v.y), view: v.box}
	st.clip = edge(box{0, 0, v.box.w, v.box.h})
	d.drawing.Title = root.title()
	if s.gone {
		return d.drawing, nil
	}
	if err := d.children(root, st); err != nil {
		return nil, err
	}
	return d.drawing, nil
}

// viewBox is the part of the plane that is shown.
type viewBox struct {
	x, y float64
	box  view
}

func readViewBox(text string) (viewBox, bool) {
	list, ok := numbers(text)
	if !ok || len(list) != 4 {
		return viewBox{}, false
	}
	v := viewBox{list[0], list[1], view{list[2], list[3]}}
	return v, v.box.w > 0 && v.box.h > 0 && v.box.w <= maxNumber && v.box.h <= maxNumber
}

// canvas is the viewBox of the root element or, without one, its size.
func (d *drawer) canvas(root *node) (viewBox, bool) {
	if text := root.attr("viewBox"); text != "" {
		return readViewBox(text)
	}
	w, okW := measure(root.attr("width"), initial.fontSize, 0)
	h, okH := measure(root.attr("height"), initial.fontSize, 0)
	return viewBox{box: view{w, h}}, okW && okH && w > 0 && h > 0 && w <= maxNumber && h <= maxNumber
}

func (n *node) title() string {
	for _, c := range n.children {
		if c.name == "title" {
			return collapsed(c.content())
		}
	}
	return ""
}

// spend counts what has been done. A file that asks for far more than its size
// lets expect, by using the same elements over and over, is refused.
func (d *drawer) spend(n *node, steps int) error {
	if d.steps += steps; d.steps > maxSteps {
		return refuse(n, "size")
	}
	return nil
}

func (d *drawer) children(n *node, st state) error {
	for _, c := range n.children {
		if err := d.element(c, st); err != nil {
			return err
		}
	}
	return nil
}

// element draws an element within what holds around it.
func (d *drawer) element(n *node, around state) error {
	if n.name == "" || unseen[n.name] {
		return nil
	}
	if around.depth >= maxDepth {
		return refuse(n, "depth")
	}
	if err := d.spend(n, n.cost); err != nil {
		return err
	}
	figure := figures[n.name]
	if figure == nil && !drawn[n.name] {
		return refuse(n, "<"+short(n.name)+">")
	}
	st, err := d.enter(n, around)
	if err != nil || st.gone {
		return err
	}
	switch n.name {
	case "use":
		return d.use(n, st)
	case "text":
		return d.text(n, st)
	case "g", "a":
		return d.children(n, st)
	}
	return d.figure(n, st)
}

// unseen elements hold what others refer to, or nothing to be seen.
var unseen = map[string]bool{
	"defs": true, "title": true, "desc": true, "metadata": true, "style": true, "symbol": true, "clipPath": true,
}

// drawn are the elements that are drawn besides the figures.
var drawn = map[string]bool{"g": true, "a": true, "use": true, "text": true}

// enter works out style, place and clip of an element.
func (d *drawer) enter(n *node, around state) (state, error) {
	st := around
	st.depth++
	var err error
	if st.style, err = d.style(n, around.style, around.view); err != nil {
		return st, err
	}
	m, ok := transforms(st.transform)
	if !ok {
		return st, refuseValue(n, "transform", st.transform)
	}
	st.matrix = m.Mul(around.matrix)
	if st.clipPath != "" && !st.gone {
		err = d.clipTo(n, &st)
	}
	return st, err
}

// figure draws a basic shape or path.
func (d *drawer) figure(n *node, st state) error {
	for _, c := range n.children {
		if c.name != "" && !unseen[c.name] {
			return refuse(c, "<"+short(c.name)+">")
		}
	}
	p, err := d.outline(n, st)
	if err != nil || !p.drawn || st.hidden {
		return err
	}
	fill, stroke := st.inks(n)
	shape := Shape{Path: p.path, Fill: fill, EvenOdd: fill != nil && st.evenOdd}
	seen := p.box
	if width := st.strokeWidth * scale(st.matrix); stroke != nil && width > 0 {
		shape.Stroke, shape.StrokeWidth, shape.Cap, shape.Join = stroke, min(width, maxNumber), st.cap, st.join
		shape.Mitre = st.mitre
		// A mitre reaches half of its length beyond the line, a square cap less
		// than the line's width.
		seen = seen.grown(width * max(1, st.mitre/2))
	}
	if shape.Fill == nil && shape.Stroke == nil || !st.clip.shows(seen) {
		return nil
	}
	shape.Clip = st.clip.around(seen)
	d.drawing.Shapes = append(d.drawing.Shapes, shape)
	return nil
}

// outline draws the path of a figure.
func (d *drawer) outline(n *node, st state) (*pen, error) {
	var bad string
	p := newPen(st.matrix)
	problem := figures[n.name](p, geometry{n, st.fontSize, st.view, &bad})
	d.segments += p.segments
	switch {
	case d.segments > maxSegments:
		return nil, refuse(n, "segments")
	case problem != "":
		return nil, refuse(n, "<"+n.name+"> "+problem)
	case p.wild:
		return nil, refuse(n, "<"+n.name+"> coordinate")
	}
	return p, nil
}

// inks are the colours of fill and stroke. A line has no inside.
func (st *state) inks(n *node) (fill, stroke *pdf.Colour) {
	if n.name != "line" {
		fill = st.ink(st.fill, st.fillOpacity)
	}
	return fill, st.ink(st.stroke, st.strokeOpacity)
}

// ink is the colour of a paint on white paper; nil when there is nothing of it.
func (st *state) ink(p paint, opacity float64) *pdf.Colour {
	t := p.tint
	if p.kind == current {
		t = st.color
	}
	opacity *= st.opacity
	if p.kind == noPaint || t.alpha*opacity == 0 {
		return nil
	}
	c := t.onWhite(opacity)
	return &c
}
