package pdf

import (
	"math"
	"slices"
	"strconv"

	"dossier/internal/pdf/face"
)

// Ink draws on a page for an element, or as an artifact. It is a small value;
// everything it draws is marked as its owner's.
type Ink struct {
	page  *Page
	owner owner
}

// state is what the page's graphics state is known to be (ISO 32000-1, 8.4): an
// operator that would change nothing is left out.
type state struct {
	fill, stroke Colour
	pen          Pen
	font         *Font
	size         float64
}

// Pen is what lines are drawn with. Cap and Join are numbered as in PDF (ISO
// 32000-1, tables 54 and 55): ends are 0 butt, 1 round or 2 square, corners 0
// mitre, 1 round or 2 bevel. A mitre that would be longer than Mitre times the
// width is cut off; 0 means 10, as in PDF.
type Pen struct {
	Width     float64
	Cap, Join int
	Mitre     float64
}

// newPen is the pen at the beginning of a page (ISO 32000-1, table 52).
var newPen = Pen{Width: 1, Mitre: 10}

// Glyphs draws a run of glyphs of one font with the pen at x on the baseline y.
func (k Ink) Glyphs(f *Font, size float64, c Colour, x, y float64, glyphs []face.Glyph) {
	p := k.page
	if f.doc != p.doc {
		p.doc.complain("page %d: glyphs in a font of another document: %s", p.number, f.face.Name())
		return
	}
	if len(glyphs) == 0 {
		return
	}
	p.enter(k.owner)
	p.setFill(c)
	p.setFont(f, size)
	p.content.raw("BT ").number(x).number(p.height - y).raw(" Td")
	p.show(f, size, glyphs)
	p.content.raw(" ET\n")
}

// show writes the text operators of a run. Between the glyphs stand the
// differences between where the font's own widths would lead and where the
// shaper wants the pen.
func (p *Page) show(f *Font, size float64, glyphs []face.Glyph) {
	o := &p.content
	rise, back := 0.0, 0.0
	o.raw("[<")
	for i := range glyphs {
		g := &glyphs[i]
		if g.Y != rise {
			rise = g.Y
			o.raw(">]TJ ").number(rise * size / 1000).raw(" Ts[<")
		}
		if d := back - g.X; math.Abs(d) >= 0.0005 {
			o.raw(">").number(d).raw("<")
		}
		c := f.code(g)
		if c.cid == 0 {
			p.doc.complain("page %d: %s has no glyph for %q", p.number, f.face.Name(), g.Text)
		}
		o.b = append(o.b, digits[c.cid>>12], digits[c.cid>>8&15], digits[c.cid>>4&15], digits[c.cid&15])
		back = g.X + c.advance - g.Advance
	}
	o.raw(">]TJ")
	if rise != 0 {
		o.raw(" 0 Ts")
	}
}

// Fill fills a path; where it winds around nothing it stays open.
func (k Ink) Fill(path Path, c Colour) { k.fill(path, c, "f\n") }

// FillEvenOdd fills a path, leaving open what it encloses an even number of times.
func (k Ink) FillEvenOdd(path Path, c Colour) { k.fill(path, c, "f*\n") }

func (k Ink) fill(path Path, c Colour, operator string) {
	if path.Empty() {
		return
	}
	k.page.enter(k.owner)
	k.page.setFill(c)
	k.page.trace(path)
	k.page.content.raw(operator)
}

// Stroke draws a line along a path.
func (k Ink) Stroke(path Path, pen Pen, c Colour) {
	if path.Empty() {
		return
	}
	k.page.enter(k.owner)
	k.page.setStroke(pen, c)
	k.page.trace(path)
	k.page.content.raw("S\n")
}

// Image draws an image so that it fills an area.
func (k Ink) Image(img *Image, area Rect) {
	p := k.page
	if img.doc != p.doc {
		p.doc.complain("page %d: an image of another document", p.number)
		return
	}
	p.enter(k.owner)
	if img.index == 0 {
		p.doc.shown = append(p.doc.shown, img)
		img.index = len(p.doc.shown)
	}
	if !slices.Contains(p.images, img) {
		p.images = append(p.images, img)
	}
	p.content.raw("q")
	for _, v := range img.upright().Mul(Matrix{area.W, 0, 0, area.H, area.X, p.height - area.Y - area.H}) {
		p.content.number(v)
	}
	p.content.raw(" cm").name("I" + strconv.Itoa(img.index)).raw(" Do Q\n")
}

// Clip shows of what draw draws only what is inside the path.
func (k Ink) Clip(path Path, draw func()) {
	p := k.page
	p.enter(k.owner)
	p.content.raw("q\n")
	p.trace(path)
	p.content.raw("W n\n")
	before := p.state
	draw()
	p.content.raw("Q\n")
	p.state = before
}

// trace writes a path.
func (p *Page) trace(path Path) {
	o, at := &p.content, path.at
	for _, s := range path.steps {
		args := at[:s.args()]
		at = at[len(args):]
		if s == rect {
			o.number(args[0]).number(p.height - args[1] - args[3]).number(args[2]).number(args[3]).raw(" re\n")
			continue
		}
		for i := 0; i < len(args); i += 2 {
			o.number(args[i]).number(p.height - args[i+1])
		}
		if s != closed {
			o.raw(" ")
		}
		o.b = append(o.b, byte(s), '\n')
	}
}

func (p *Page) setFill(c Colour) {
	if p.state.fill != c {
		p.state.fill = c
		p.content.colour(c).raw(" rg\n")
	}
}

func (p *Page) setStroke(pen Pen, c Colour) {
	if p.state.stroke != c {
		p.state.stroke = c
		p.content.colour(c).raw(" RG\n")
	}
	now := &p.state.pen
	if now.Width != pen.Width {
		now.Width = pen.Width
		p.content.number(pen.Width).raw(" w\n")
	}
	if now.Cap != pen.Cap {
		now.Cap = pen.Cap
		p.content.int(pen.Cap).raw(" J\n")
	}
	if now.Join != pen.Join {
		now.Join = pen.Join
		p.content.int(pen.Join).raw(" j\n")
	}
	if pen.Mitre == 0 {
		pen.Mitre = newPen.Mitre
	}
	if now.Mitre != pen.Mitre && pen.Join == 0 {
		now.Mitre = pen.Mitre
		p.content.number(pen.Mitre).raw(" M\n")
	}
}

func (p *Page) setFont(f *Font, size float64) {
	if p.state.font == f && p.state.size == size {
		return
	}
	p.state.font, p.state.size = f, size
	f.use()
	if !slices.Contains(p.fonts, f) {
		p.fonts = append(p.fonts, f)
	}
	p.content.name("F" + strconv.Itoa(f.index)).number(size).raw(" Tf\n")
}

func (o *object) colour(c Colour) *object {
	return o.number(float64(c.R) / 255).number(float64(c.G) / 255).number(float64(c.B) / 255)
}
