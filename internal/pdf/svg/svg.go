// Package svg turns an SVG file into shapes that a PDF can draw.
//
// Input: the bytes of a file, trusted in nothing. Output: a Drawing, whose
// shapes are in painting order, or a Refusal that names the first thing that
// cannot be drawn as it is meant. Nothing is left out silently: what has no
// effect on paper (metadata, titles, elements of other vocabularies, families of
// type) is passed over, and everything else is drawn or refused.
//
// The vocabulary is SVG 1.1 with the plain paths of SVG 2 and a simple style
// sheet. Type is set in the document's own faces, so that of a text only place,
// size, weight, slant and colour are kept. Opacity is mixed with white: two
// translucent shapes do not show through one another.
//
// What holds whatever the input: Parse neither panics nor hangs, its memory and
// time are bounded by the limits below, and every coordinate of a Drawing is a
// finite number.
package svg

import (
	"fmt"

	"dossier/internal/pdf"
)

// Limits of a file. They are far above what a drawing needs and far below what
// would slow a build down.
const (
	maxBytes    = 1 << 20
	maxElements = 100_000
	maxDepth    = 64       // of elements within elements, <use> followed
	maxSegments = 100_000  // of all paths together, <use> followed; a text is one
	maxSteps    = 16 << 20 // of drawing, one being about what it takes to read a byte
	maxNumber   = 1e6      // of a coordinate in the drawing
)

// Drawing is a picture in Width by Height units, those of the viewBox; without
// one, CSS pixels. Its shapes are in these units from the upper left corner, y
// downwards, and what would show outside of them is clipped.
type Drawing struct {
	Width, Height float64
	Shapes        []Shape
	Title         string // of the root element
}

// Shape is a path with its paints, or a text. Fill is painted before Stroke; at
// least one of the two is given when Text is not.
type Shape struct {
	Path        pdf.Path
	Fill        *pdf.Colour
	EvenOdd     bool // of Fill; otherwise the nonzero rule holds
	Stroke      *pdf.Colour
	StrokeWidth float64 // more than 0 with Stroke
	Cap, Join   int     // as PDF numbers them: 0 butt or mitre, 1 round, 2 square or bevel
	Mitre       float64 // at least 1 with Stroke: how long a mitre may be, in widths
	Text        *Text
	Clip        *pdf.Path // what lies outside is not shown
}

// Text is a line of upright text with one look. X and Y are where its baseline
// starts, ends or has its middle, by Anchor.
type Text struct {
	X, Y, Size   float64
	String       string
	Anchor       string // start, middle or end
	Bold, Italic bool
	Colour       pdf.Colour
}

// Refusal says why a file cannot be drawn: the line, from 1, on which the
// element or rule begins, and what it is in a technical word or two: "<filter>",
// "fill: url()", "XML".
type Refusal struct {
	Line int
	What string
}

func (r *Refusal) Error() string {
	return fmt.Sprintf("line %d: %s cannot be drawn", r.Line, r.What)
}

// Parse reads a drawing. Its error is always a *Refusal.
func Parse(data []byte) (*Drawing, error) {
	doc, err := read(data)
	if err != nil {
		return nil, err
	}
	sheet, err := doc.stylesheet()
	if err != nil {
		return nil, err
	}
	return draw(doc, sheet)
}
