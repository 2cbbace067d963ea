// Package face reads TrueType faces, shapes text with them, and cuts them down to
// the glyphs that a document shows.
//
// Input: the bytes of a TrueType font file with outlines in glyf, and text in
// Unicode normalisation form C with its language. Output: positioned glyphs, and
// a font file small enough to embed. A Face does not change and may be used from
// many goroutines; a Shaper and a Subset belong to one document.
//
// Measures are in thousandths of the em, as PDF counts them (ISO 32000-1, 9.2.4);
// y grows upwards.
package face

// GID numbers a glyph in its font file.
type GID uint16

// Glyph is one glyph of a shaped text, in visual order.
type Glyph struct {
	ID      GID
	Text    string  // what it stands for: never empty, several characters for a ligature
	Advance float64 // to the next glyph, kerning included
	X, Y    float64 // displacement from the pen
}

// Metrics are what a PDF font descriptor and a layout need (ISO 32000-1, table
// 122), in thousandths of the em.
type Metrics struct {
	Ascent, Descent      float64 // of the line: Descent is negative
	CapHeight, XHeight   float64
	BBox                 [4]float64 // left, bottom, right, top
	ItalicAngle          float64    // degrees, negative when it leans to the right
	StemV                float64
	Underline, Thickness float64 // position (negative: below the baseline) and width of an underline
	Serif, Italic, Fixed bool
	Weight               int // 400 regular, 700 bold
}
