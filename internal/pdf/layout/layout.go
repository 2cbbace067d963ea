// Package layout sets blocks into pages: it breaks lines, keeps headings with
// what follows, splits tables and notes, and tags all of it.
//
// Input: a Style, the blocks in reading order, and a pdf.Document. Output: pages
// of that document, and a Result that says what came to stand where. Measures
// are in points, from the upper left corner of the page.
//
// What holds whatever the input: every block is drawn, once, in order; nothing
// is drawn outside the margins but what a Frame draws there; a heading never
// stands alone at the foot of a page; a paragraph leaves at least two lines on
// either side of a page break; a block higher than a page is split. Time is
// linear in the length of the text, but for a table cell or a note that alone
// runs over hundreds of pages.
package layout

import (
	"dossier/internal/pdf"
	"dossier/internal/pdf/face"
	"dossier/internal/pdf/line"
	"dossier/internal/pdf/svg"
)

// Style is how a document looks. Sizes not given are derived from Size.
type Style struct {
	Lang                     string  // BCP 47, of the document
	Width, Height            float64 // of the page
	Top, Right, Bottom, Left float64 // margins
	Size                     float64 // of the text
	Leading                  float64 // line height as a multiple of the size
	Spacing                  float64 // of the spaces between blocks, as a multiple of the usual; 0: 1
	Faces                    Faces
	Text, Muted, Accent      pdf.Colour
	Soft, Rule, Link         pdf.Colour  // tint of boxes and table heads, hairlines, links
	Headings                 [6]float64  // sizes of H1 to H6 as multiples of Size
	Memory                   line.Memory // of shaped text, for several documents; may be nil
}

// Faces are the fonts by role. Each is a list: the first face that has a glyph
// for a character sets it.
type Faces struct {
	Regular, Bold, Italic, BoldItalic []*face.Face
	Statement                         []*face.Face // of the funding statement
}

// Block is a piece of a document: one of the types below.
type Block interface {
	// measure adds the block to the galley of m.
	measure(m *measurer)
}

// Span is a piece of a line of text with one look.
type Span struct {
	Text   string
	Bold   bool
	Italic bool
	Code   bool
	Small  bool // 0.85 of the size
	Muted  bool
	Lang   string // BCP 47 when it differs from that around it
	Link   *line.Link
	Note   *Note
	Raised bool // like the mark of a note
	Break  bool // a forced line break
}

// Note is drawn at the foot of the page where its mark stands, and read at the
// mark. The span's Text is the mark.
type Note struct {
	ID     string
	Blocks []Block
}

// Paragraph is running text. Its tag is P unless Tag says otherwise.
type Paragraph struct {
	Spans []Span
	Lang  string
	Tag   pdf.Tag
	Size  float64 // multiple of the style's; 0: 1
	Color *pdf.Colour
	Bold  bool
	Align line.Align
	Face  []*face.Face // instead of the style's regular
	Tight bool         // no space after it; right above a heading it belongs to that
}

// Heading is a heading of level 1 to 6. It takes part in the outline and in
// Contents when ID is given.
type Heading struct {
	Level  int    // a level that would leave one out becomes the one after the last
	ID     string // anchor, unique in the document
	Spans  []Span
	Lang   string
	Number string  // “3”, set before the text and part of it
	Size   float64 // multiple of the style's; 0: by level
	Color  *pdf.Colour
	Page   bool // begins a new page
	// Running replaces the text in the running head; empty: the text itself.
	Running string
	// Short is the text in outline and contents; empty: the text itself.
	Short string
	// Unlisted headings are in neither outline nor contents.
	Unlisted bool
}

// List is a bulleted or numbered list.
type List struct {
	Ordered bool
	Start   int // of an ordered list
	Items   []Item
	Plain   bool // no marks: Numbering None
	Lang    string
}

// Item is an item of a list. Label replaces the mark: the term of a definition,
// the date of a timeline. An item without anything in its blocks has its label
// for a text.
type Item struct {
	Label  []Span
	Blocks []Block
}

// Definitions is a list of terms with what they mean, tagged as a list without
// labels whose items begin with the term. With Width the terms stand in a column of their own.
type Definitions struct {
	Items []Item
	Width float64 // of the terms' column in points; 0: terms stand above
	Rules bool    // a hairline between items
	Lang  string
}

// Table has columns as wide as their content asks. Its head is repeated on every
// page.
type Table struct {
	Caption []Span
	Head    []Cell
	Rows    [][]Cell
	Align   []line.Align // by column
	Lang    string
	Small   bool
}

// Cell is a cell of a table. Head makes it a row's heading.
type Cell struct {
	Spans []Span
	Head  bool
}

// Figure is a picture with its text for those who do not see it. Exactly one of
// Image and Drawing is given.
type Figure struct {
	Image     *pdf.Image
	Drawing   *svg.Drawing
	Alt       string // empty: decorative, drawn as an artifact
	Lang      string
	Caption   []Span
	Width     float64 // 0: as wide as the column, but not larger than natural (96 px to the inch)
	MaxHeight float64 // 0: two thirds of the page
	Align     line.Align
}

// Callout is a notice with a title and a coloured edge.
type Callout struct {
	Title  string
	Edge   pdf.Colour
	Fill   pdf.Colour
	Blocks []Block
}

// Quote is a quotation.
type Quote struct {
	Blocks []Block
	Lang   string
}

// Code is preformatted text; long lines are broken.
type Code struct{ Text string }

// Rule is a hairline across the column.
type Rule struct{}

// Box has a ground, an edge or both around its blocks. It is kept on one page
// where it fits on one.
type Box struct {
	Fill, Edge *pdf.Colour
	Bar        *pdf.Colour // a thick edge on the left
	Padding    float64
	Blocks     []Block
}

// Columns stand beside one another and are kept together.
type Columns struct {
	Widths []float64 // shares; they are scaled to the column
	Gap    float64
	Cells  [][]Block
	Middle bool // centred vertically
}

// Contents lists the headings that follow in the whole document, with their
// pages.
type Contents struct{ Depth int }

// Modules is a two-dimensional code drawn as vectors: black squares on white.
type Modules struct {
	Size  int // modules on a side
	Black func(x, y int) bool
	Width float64 // in points, quiet zone included
	Alt   string
	Align line.Align
}

// Space is empty: Height points more than the blocks around it keep from one
// another, or with Fill as much as pushes what follows to the foot of the page.
// Height is nothing at the top of a page, unless the page begins on request.
type Space struct {
	Height float64
	Fill   bool
}

// PageBreak begins a new page.
type PageBreak struct{}

// Keep holds blocks together on a page where they fit on one.
type Keep struct{ Blocks []Block }

// Sect groups blocks under a structure element: Part, Sect, Div, …
type Sect struct {
	Tag    pdf.Tag
	Lang   string
	Blocks []Block
}

// Frame draws what stands around the text, as artifacts. It is called once for
// every page after all of them are set.
type Frame func(f Furniture)

// Furniture is what a Frame is told of a page.
type Furniture struct {
	Page    *pdf.Page
	Number  int    // of the page, from 1
	Pages   int    // of the document
	Running string // of the last heading of level 1 (or with Running) that began on or before this page
	Setter  *line.Setter
	Style   Style
}

// Result says what came to stand where.
type Result struct {
	Pages    int
	Headings []Place // in order
	Blocks   []int   // page on which each block of the input begins, from 1
}

// Place is a heading, its text as contents have it, and the page on which it
// stands. Level is that of its tag.
type Place struct {
	ID    string
	Level int
	Text  string
	Page  int
}
