package ua

import (
	"math"
	"unicode"
)

// maxSlots bounds the codes for which fonts make room.
const maxSlots = 1 << 22

// glyph is what is known of a code of a font; it is checked when it is first
// shown. visible is false for text that leaves no marks.
func (c *checker) glyph(f *font, code int, visible bool, page int) *glyph {
	if code >= len(f.glyphs) {
		size := max(256, code+1)
		if c.slots += size - len(f.glyphs); c.slots > maxSlots {
			c.f.exhausted = errWork
			return &glyph{}
		}
		f.glyphs = append(f.glyphs, make([]glyph, size-len(f.glyphs))...)
	}
	g := &f.glyphs[code]
	if !g.known {
		g.known = true
		g.width = float32(f.width(code))
		c.meaning(f, g, code, page)
	}
	if visible && !g.checked {
		g.checked = true
		c.shape(f, g, code, page)
	}
	return g
}

func (f *font) width(code int) float64 {
	if w, ok := f.widths[code]; ok {
		return w
	}
	return f.otherwise
}

// meaning finds the text of a code (ISO 14289-1, 7.21.7).
func (c *checker) meaning(f *font, g *glyph, code, page int) {
	switch text, ok := f.text(code); {
	case ok && text != "":
		g.text = text
	default:
		c.add("UA 7.21.7-1", page, "the font %s does not say what the shown code %d means (ToUnicode)", f.name, code)
	}
	for _, r := range g.text {
		if unicode.Is(unicode.Co, r) {
			c.add("A2 6.2.11.7.3-1", page, "the font %s gives the code %d a meaning for private use, %U", f.name, code, r)
		}
	}
}

// text is the Unicode text of a code.
func (f *font) text(code int) (string, bool) {
	if f.unicode != nil {
		s, ok := f.unicode.texts[code]
		return s, ok
	}
	if f.latin && code >= 0x20 {
		return windows(code), true
	}
	return "", false
}

// windows1252 are the characters of Windows-1252 from 0x80 to 0x9F.
var windows1252 = []rune("€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ")

func windows(code int) string {
	if code >= 0x80 && code < 0xA0 {
		return string(windows1252[code-0x80])
	}
	return string(rune(code))
}

// shape checks the glyph of a code against the font program.
func (c *checker) shape(f *font, g *glyph, code, page int) {
	if !f.composite {
		return
	}
	gid := code
	if f.gids != nil {
		gid = 0
		if 2*code+1 < len(f.gids) {
			gid = u16(f.gids, 2*code)
		}
	}
	if gid == 0 {
		c.add("UA 7.21.8-1", page, "the font %s shows .notdef (code %d)", f.name, code)
		return
	}
	if f.program == nil {
		return
	}
	if gid >= f.program.glyphs {
		c.add("UA 7.21.4.1-2", page, "the font %s has no glyph %d", f.name, gid)
		return
	}
	if w := f.program.advance(gid); math.Abs(w-float64(g.width)) > 1 {
		c.add("UA 7.21.5-1", page, "the font %s: the glyph %d is %.0f wide, the file says %.0f", f.name, gid, w, g.width)
	}
	if printed(g.text) && !f.program.inked(gid, 0) {
		c.add("UA 7.21.4.1-2", page, "the font %s has no outline for the glyph %d (%q)", f.name, gid, g.text)
	}
}

// unseen are the characters that have no look of their own.
var unseen = []*unicode.RangeTable{unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector}

// printed asks whether text leaves marks on paper.
func printed(text string) bool {
	for _, r := range text {
		if unicode.IsGraphic(r) && !unicode.IsSpace(r) && !unicode.In(r, unseen...) && r != '\u2800' {
			return true
		}
	}
	return false
}
