package line

import (
	"dossier/internal/pdf"
	"dossier/internal/pdf/face"
)

// A drawing puts lines on a page: below an element, or as an artifact, when the
// element is nil.
type drawing struct {
	text    *Text
	page    *pdf.Page
	element *pdf.Element
	ink     pdf.Ink // of an artifact
	x       float64 // left edge of the column
}

// An area is where a link stands on a line.
type area struct {
	link     *Link
	from, to float64
}

// A run is what is drawn at once: items of one look in one face.
type run struct {
	first, last int
	from, to    float64 // on the page
	look        *look
	fount       *fount
}

// Draw puts the lines [from, to) on a page, with the upper left corner of the
// first at x, y. Plain text goes into e; Link, Span, Code and Reference elements
// are opened below it, and a Note joins after each Reference. What goes on from
// lines drawn before continues its elements.
func (t *Text) Draw(page *pdf.Page, e *pdf.Element, x, y float64, from, to int) {
	d := drawing{text: t, page: page, element: e, x: x}
	d.lines(y, from, to)
}

// DrawArtifact puts the lines [from, to) on a page as something that is not
// read.
func (t *Text) DrawArtifact(page *pdf.Page, kind pdf.ArtifactKind, x, y float64, from, to int) {
	d := drawing{text: t, page: page, ink: page.Artifact(kind), x: x}
	d.lines(y, from, to)
}

func (d *drawing) lines(y float64, from, to int) {
	lines := d.text.Lines[from:to]
	if d.text.tinted() {
		top := y
		for i := range lines {
			d.tints(&lines[i], top)
			top += lines[i].Height
		}
	}
	for i := range lines {
		d.line(&lines[i], y)
		y += lines[i].Height
	}
}

func (t *Text) tinted() bool {
	for i := range t.looks {
		if t.looks[i].Fill != nil {
			return true
		}
	}
	return false
}

// tints draws the grounds of a line, which reach a little beyond the text but
// not out of the column.
func (d *drawing) tints(l *Line, y float64) {
	ink := d.ink
	if d.element != nil {
		ink = d.page.Artifact(pdf.Layout)
	}
	for r := d.start(l); d.next(&r, l); {
		if r.look.Fill == nil {
			continue
		}
		up, down := r.look.voice.ascent*r.look.Size, r.look.voice.descent*r.look.Size
		base := y + l.Baseline - r.look.Raise
		top, foot := max(y, base-up), min(y+l.Height, base+down)
		from := max(d.x, r.from-tintMargin*r.look.Size)
		to := max(r.to, min(d.x+d.text.width, r.to+tintMargin*r.look.Size))
		fill(ink, pdf.Rect{X: from, Y: top, W: to - from, H: foot - top}, *r.look.Fill)
	}
}

// tintMargin is how far a tint reaches beyond its text, for a size of 1.
const tintMargin = 0.12

func fill(ink pdf.Ink, area pdf.Rect, c pdf.Colour) {
	var p pdf.Path
	p.Rect(area)
	ink.Fill(p, c)
}

// line draws the text of a line, then says where its links are.
func (d *drawing) line(l *Line, y float64) {
	d.text.setter.areas = d.text.setter.areas[:0]
	for r := d.start(l); d.next(&r, l); {
		d.run(&r, l, y)
	}
	if d.element == nil {
		return
	}
	for _, a := range d.text.setter.areas {
		e := d.text.linkElement(a.link, d.element)
		d.page.Link(e, pdf.Rect{X: a.from, Y: y, W: a.to - a.from, H: l.Height}, a.link.To, a.link.Contents)
	}
}

func (d *drawing) start(l *Line) run {
	return run{first: l.first, last: l.first, to: d.x + l.indent}
}

// next goes on to the next run of a line.
func (d *drawing) next(r *run, l *Line) bool {
	if r.last >= l.last {
		return false
	}
	items := d.text.items
	first := items[r.last]
	*r = run{first: r.last, last: r.last, from: r.to, to: r.to, look: &d.text.looks[first.look], fount: first.piece.fount}
	for r.last < l.last && items[r.last].look == first.look && items[r.last].piece.fount == r.fount {
		r.to += items[r.last].piece.width * r.look.scale
		r.last++
	}
	return true
}

// run draws a run and, when it is the last of its line, what comes after it.
func (d *drawing) run(r *run, l *Line, y float64) {
	t := d.text
	glyphs := t.setter.glyphs[:0]
	for i := r.first; i < r.last; i++ {
		glyphs = append(glyphs, t.items[i].piece.glyphs...)
	}
	tail := t.tailOf(l)
	if r.last < l.last {
		tail = nil
	}
	joined := tail != nil && r.look == &t.looks[l.tailLook] && r.fount == tail.fount
	if joined {
		glyphs = append(glyphs, tail.glyphs...)
	}
	t.setter.glyphs = glyphs
	if tail != nil && l.tail == hyphenTail {
		r.to += tail.width * r.look.scale
	}
	g := &t.groups[r.look.group]
	base := y + l.Baseline
	d.glyphs(r, glyphs, base)
	if r.look.Underline {
		d.underline(r, base)
	}
	if g.link != nil {
		d.cover(g.link, r.from, r.to)
	}
	if tail != nil && !joined {
		end := run{from: r.to, look: &t.looks[l.tailLook], fount: tail.fount}
		d.glyphs(&end, tail.glyphs, base)
	}
}

// glyphs draws a run's glyphs in the element of their group.
func (d *drawing) glyphs(r *run, glyphs []face.Glyph, base float64) {
	font := r.fount.in(d.text.setter.doc)
	d.inkOf(r.look).Glyphs(font, r.look.Size, r.look.Colour, r.from, base-r.look.Raise, glyphs)
	if d.element != nil {
		d.text.leave(&d.text.groups[r.look.group], d.element)
	}
}

// underline draws the line under a run, as the first face of its style has it.
func (d *drawing) underline(r *run, base float64) {
	m := r.look.voice.founts[0].face.Metrics()
	top := base - r.look.Raise - m.Underline*r.look.scale
	fill(d.inkOf(r.look), pdf.Rect{X: r.from, Y: top, W: r.to - r.from, H: m.Thickness * r.look.scale}, r.look.Colour)
}

// inkOf is the ink for text of a look.
func (d *drawing) inkOf(l *look) pdf.Ink {
	if d.element == nil {
		return d.ink
	}
	return d.page.Tagged(d.text.enter(&d.text.groups[l.group], d.element))
}

// cover widens the area of a link on this line.
func (d *drawing) cover(l *Link, from, to float64) {
	areas := d.text.setter.areas
	for i := range areas {
		if areas[i].link == l {
			areas[i].to = to
			return
		}
	}
	d.text.setter.areas = append(areas, area{l, from, to})
}
