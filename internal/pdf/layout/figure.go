package layout

import (
	"math"

	"dossier/internal/pdf"
	"dossier/internal/pdf/line"
	"dossier/internal/pdf/svg"
)

// pixel is the length of one of 96 to the inch, in points.
const pixel = 0.75

// measure: see Figure.
func (b Figure) measure(m *measurer) {
	width, height := b.natural()
	if !(width > 0 && height > 0) {
		Paragraph{Spans: b.Caption, Lang: b.Lang}.measure(m)
		return
	}
	m.space(0.3 * m.lineHeight())
	caption := m.caption(&b)
	limit := m.room - caption.height()
	if b.MaxHeight > 0 {
		limit = min(limit, b.MaxHeight)
	} else {
		limit = min(limit, m.style.columnHeight()*2/3)
	}
	scale := 1.0
	if b.Width > 0 {
		scale = b.Width / width
	}
	scale = min(scale, m.width/width, max(limit, m.lineHeight())/height)
	m.picture(&b, width*scale, height*scale, caption)
	caption.put(m)
	m.space(blockGap * m.lineHeight())
}

// natural is the size of the picture, 96 pixels to the inch.
func (b *Figure) natural() (width, height float64) {
	if b.Image != nil {
		w, h := b.Image.Size()
		return float64(w) * pixel, float64(h) * pixel
	}
	if b.Drawing != nil {
		return b.Drawing.Width * pixel, b.Drawing.Height * pixel
	}
	return 0, 0
}

// picture adds the picture itself. One without a text for those who do not see
// it is not read.
func (m *measurer) picture(b *Figure, width, height float64, caption *caption) {
	a := m.attributes(b.Lang)
	a.Alt = b.Alt
	parent := m.node
	if caption != nil {
		parent = caption.group
	}
	n := parent.child(pdf.Figure, a)
	indent := indented(b.Align, m.width-width)
	read := legible(b.Alt)
	pen := pen{setting: m.setting, lang: m.language(b.Lang)}
	s := strip{height: height, tagged: read}
	s.ink = func(page *pdf.Page, x, y float64) {
		at := pdf.Rect{X: x + indent, Y: y, W: width, H: height}
		p := pen
		p.page, p.ink = page, page.Artifact(pdf.Layout)
		if read {
			n.bound(at)
			p.element, p.ink = n.element(), page.Tagged(n.element())
		}
		p.picture(b, at)
	}
	m.put(s)
	if caption != nil {
		m.galley[len(m.galley)-1].after = tied
	}
}

// indented is where something starts that leaves some of the width free.
func indented(a line.Align, rest float64) float64 {
	switch a {
	case line.Centre:
		return max(0, rest) / 2
	case line.Right:
		return max(0, rest)
	}
	return 0
}

// A caption stands below its picture. Both are in one group, so that readers of
// the structure tell to which picture it belongs.
type caption struct {
	group  *node
	strips []strip
}

// caption measures the caption, if there is one.
func (m *measurer) caption(b *Figure) *caption {
	if !visible(b.Caption) {
		return nil
	}
	c := &caption{group: m.node.child(pdf.Div, pdf.Attributes{})}
	n := c.group.child(pdf.Caption, m.attributes(b.Lang))
	k := m.look()
	k.size *= smallSize
	o := line.Options{Lang: m.language(b.Lang), Align: b.Align, Leading: k.size * m.style.Leading}
	spans := m.spans(b.Caption, k)
	at := m.column
	at.x = 0
	c.strips = m.apart(at, func(m *measurer) { m.text(spans, n, o) })
	return c
}

// gap between picture and caption.
const captionGap = 4

func (c *caption) height() float64 {
	if c == nil {
		return 0
	}
	return height(c.strips) + captionGap
}

// put adds the caption to the galley.
func (c *caption) put(m *measurer) {
	if c == nil {
		return
	}
	m.gap(captionGap)
	for _, s := range c.strips {
		m.put(s).after = s.after
	}
	bind(m.since(len(m.galley)-len(c.strips)), tied)
}

// A pen draws pictures: into an element, or as an artifact when it has none.
type pen struct {
	*setting
	page    *pdf.Page
	ink     pdf.Ink
	element *pdf.Element
	lang    string
}

func (p *pen) picture(b *Figure, at pdf.Rect) {
	if b.Image != nil {
		p.ink.Image(b.Image, at)
		return
	}
	scale := at.W / b.Drawing.Width
	m := pdf.Matrix{scale, 0, 0, scale, at.X, at.Y}
	for i := range b.Drawing.Shapes {
		s := &b.Drawing.Shapes[i]
		if s.Clip == nil {
			p.shape(s, m, scale)
			continue
		}
		p.ink.Clip(s.Clip.Transform(m), func() { p.shape(s, m, scale) })
	}
}

func (p *pen) shape(s *svg.Shape, m pdf.Matrix, scale float64) {
	if s.Text != nil {
		p.text(s.Text, m[4], m[5], scale)
		return
	}
	path := s.Path.Transform(m)
	switch {
	case s.Fill == nil:
	case s.EvenOdd:
		p.ink.FillEvenOdd(path, *s.Fill)
	default:
		p.ink.Fill(path, *s.Fill)
	}
	if s.Stroke != nil {
		p.ink.Stroke(path, pdf.Pen{Width: s.StrokeWidth * scale, Cap: s.Cap, Join: s.Join, Mitre: s.Mitre}, *s.Stroke)
	}
}

// text draws a text of a drawing that stands at x, y and is scaled.
func (p *pen) text(t *svg.Text, x, y, scale float64) {
	if !legible(t.String) {
		return
	}
	look := line.Style{Faces: p.style.Faces.faces(t.Bold, t.Italic), Size: t.Size * scale, Colour: t.Colour}
	text := p.setter.Break([]line.Span{{Text: t.String, Style: look}}, line.Options{Width: math.MaxFloat32, Lang: p.lang})
	x, y = x+t.X*scale, y+t.Y*scale
	switch t.Anchor {
	case "middle":
		x -= text.Lines[0].Width / 2
	case "end":
		x -= text.Lines[0].Width
	}
	y -= text.Lines[0].Baseline
	if p.element == nil {
		text.DrawArtifact(p.page, pdf.Layout, x, y, 0, len(text.Lines))
		return
	}
	text.Draw(p.page, p.element, x, y, 0, len(text.Lines))
}
