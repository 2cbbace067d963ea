// Package pdf writes tagged PDF: version 1.7, marked as PDF/UA-1 (ISO 14289-1)
// and PDF/A-2a (ISO 19005-2). It knows nothing of what it writes about.
//
// Structure comes first. All ink goes through an Ink, and an Ink belongs to an
// Element of the structure tree or is declared an artifact: nothing can be drawn
// that a screen reader does not know of. An element joins its parent when it is
// first drawn, or when Join is called, so that the order of the tree is the
// order of reading.
//
// Measures are in points (1/72 inch); x grows to the right and y downwards, from
// the upper left corner of the page. Text is Unicode in normalisation form C.
//
// The same calls give the same bytes: there is no clock, no random number and no
// map order in the file; its /ID is the digest of its content.
//
// Below this package: face (fonts), svg (drawings as vectors), line (paragraphs
// into lines), layout (blocks into pages).
package pdf

// Colour is an sRGB colour.
type Colour struct{ R, G, B uint8 }

// Rect is an area of a page: its upper left corner, width and height.
type Rect struct{ X, Y, W, H float64 }

// Point is a place on a page.
type Point struct{ X, Y float64 }

// Info describes the document as a whole. Title and Lang are required.
type Info struct {
	Title    string
	Author   string
	Subject  string
	Keywords []string
	Lang     string // BCP 47
	Creator  string // the program
	Modified string // ISO date, 2021-03-25; empty: no dates are written
}

// Target is where a link leads: a web address, or an anchor of the document.
// Exactly one of the two is given.
type Target struct {
	URL    string
	Anchor string
}

// ArtifactKind says what ink without meaning for the reader is (ISO 32000-1,
// 14.8.2.2.2).
type ArtifactKind string

const (
	Pagination ArtifactKind = "Pagination" // running heads and page numbers
	Layout     ArtifactKind = "Layout"     // rules, tints, leaders, repeated table heads
	Background ArtifactKind = "Background"
)

// Tag is a standard structure type (ISO 32000-1, 14.8.4).
type Tag string

const (
	DocumentTag Tag = "Document"
	Part        Tag = "Part"
	Sect        Tag = "Sect"
	Div         Tag = "Div"
	BlockQuote  Tag = "BlockQuote"
	Caption     Tag = "Caption"
	TOC         Tag = "TOC"
	TOCI        Tag = "TOCI"
	P           Tag = "P"
	H1          Tag = "H1"
	H2          Tag = "H2"
	H3          Tag = "H3"
	H4          Tag = "H4"
	H5          Tag = "H5"
	H6          Tag = "H6"
	L           Tag = "L"
	LI          Tag = "LI"
	Lbl         Tag = "Lbl"
	LBody       Tag = "LBody"
	Table       Tag = "Table"
	THead       Tag = "THead"
	TBody       Tag = "TBody"
	TR          Tag = "TR"
	TH          Tag = "TH"
	TD          Tag = "TD"
	Span        Tag = "Span"
	Note        Tag = "Note"
	Reference   Tag = "Reference"
	Code        Tag = "Code"
	LinkTag     Tag = "Link"
	Figure      Tag = "Figure"
)

// Attributes are what an element may say besides its type. Empty fields are left
// out.
type Attributes struct {
	Lang      string // BCP 47, where it differs from the parent's
	Alt       string // of a Figure: required
	Actual    string // replacement text (/ActualText)
	ID        string // of a Note: required, unique
	Scope     string // of a TH: Row, Column or Both; required
	Numbering string // of an L: Decimal, Disc, None, …
	ColSpan   int
	RowSpan   int
	BBox      *Rect // of a Figure: required; on the page where it is drawn
}
