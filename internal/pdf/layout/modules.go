package layout

import "dossier/internal/pdf"

// quiet is the white margin of a two-dimensional code, in modules (ISO/IEC
// 18004, 5.3.8).
const quiet = 4

// measure: see Modules.
func (b Modules) measure(m *measurer) {
	if b.Size <= 0 || b.Black == nil {
		return
	}
	width := b.Width
	if width <= 0 {
		width = 72
	}
	width = min(width, m.width, m.room)
	n := m.node.child(pdf.Figure, pdf.Attributes{Alt: b.Alt})
	indent := indented(b.Align, m.width-width)
	read := legible(b.Alt)
	squares := b.path(width / float64(b.Size+2*quiet))
	m.put(strip{height: width, tagged: read, ink: func(page *pdf.Page, x, y float64) {
		x += indent
		at := pdf.Rect{X: x, Y: y, W: width, H: width}
		ink := page.Artifact(pdf.Layout)
		if read {
			n.bound(at)
			ink = page.Tagged(n.element())
		}
		var ground pdf.Path
		ground.Rect(at)
		ink.Fill(ground, pdf.Colour{R: 255, G: 255, B: 255})
		ink.Fill(squares.Transform(pdf.Matrix{1, 0, 0, 1, x, y}), pdf.Colour{})
	}})
	m.space(0.3 * m.lineHeight())
}

// path is that of the black squares, with as few rectangles as runs of them that
// go on in the next lines allow.
func (b *Modules) path(unit float64) pdf.Path {
	var p pdf.Path
	done := make([]bool, b.Size*b.Size)
	for y := range b.Size {
		for x := 0; x < b.Size; x++ {
			if done[y*b.Size+x] || !b.Black(x, y) {
				continue
			}
			w, h := b.run(x, y, done)
			p.Rect(pdf.Rect{
				X: float64(quiet+x) * unit, Y: float64(quiet+y) * unit,
				W: float64(w) * unit, H: float64(h) * unit,
			})
			x += w - 1
		}
	}
	return p
}

// run is the rectangle of black squares to the right of and below x, y that are
// not drawn yet, as wide as the first line has them.
func (b *Modules) run(x, y int, done []bool) (w, h int) {
	free := func(x, y int) bool { return !done[y*b.Size+x] && b.Black(x, y) }
	for w = 1; x+w < b.Size && free(x+w, y); w++ {
	}
	for h = 1; y+h < b.Size; h++ {
		for i := range w {
			if !free(x+i, y+h) {
				b.fill(x, y, w, h, done)
				return w, h
			}
		}
	}
	b.fill(x, y, w, h, done)
	return w, h
}

func (b *Modules) fill(x, y, w, h int, done []bool) {
	for j := range h {
		for i := range w {
			done[(y+j)*b.Size+x+i] = true
		}
	}
}
