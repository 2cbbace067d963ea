package markdown

// Block is one block of a body as it is to be shown. Its kind says which of its
// fields have a meaning.
type Block struct {
	Kind BlockKind
	Lang string // Heading: the language of its text, where the editor gave one

	// Paragraph, Heading: the text. Figure: the text shown where there is no
	// picture to show.
	Inlines []Inline
	Tight   bool // Paragraph: the text of an item that stands without space around it

	Level int    // Heading: 1 to 6, BaseLevel included
	ID    string // Heading: what links within the body lead to

	Ordered bool   // List
	Start   int    // List: the number of the first item where Ordered
	Items   []Item // List

	Blocks []Block // Quote, Notice: what stands in it
	Notice string  // Notice: note, tip, important, warning or caution
	Title  string  // Notice: the title in the reader's language

	Text     string // Code: lines, each ending in a newline
	Language string // Code: as the editor named it, such as "go"; may be empty

	Head  []Cell   // Table: one cell for each column
	Rows  [][]Cell // Table: as many cells as Head
	Align []Align  // Table: of each column

	Definitions []Definition // Definitions

	Picture *Illustration // Figure: nil where there is no picture to show
	Caption []Inline      // Figure
}

// BlockKind says what a block is.
type BlockKind uint8

// The kinds of blocks.
const (
	BlockParagraph BlockKind = iota
	BlockHeading
	BlockList
	BlockQuote
	BlockNotice
	BlockCode
	BlockRule
	BlockTable
	BlockDefinitions
	BlockFigure
)

// Item is one item of a list, or one description of a term.
type Item struct {
	Blocks []Block
}

// Definition is one or more terms with what they mean.
type Definition struct {
	Terms        [][]Inline
	Descriptions []Item
}

// Cell is one cell of a table.
type Cell struct {
	Inlines []Inline
	Head    bool // it is the heading of its column
}

// Align is how a column of a table is set.
type Align uint8

// The alignments of columns.
const (
	AlignNone Align = iota
	AlignLeft
	AlignCentre
	AlignRight
)

// Inline is a piece of text in one style, or a picture, a note's number or a
// line break within it. Neighbours differ in style, so a word can lie in several.
type Inline struct {
	Text                       string // typeset; a line end of the source is a space
	Bold, Italic, Strike, Code bool
	Lang                       string // where the editor gave one, else that of the block
	ID                         string // of a span that begins here: what links within the body lead to

	Link  *Hyperlink    // the same for all inlines of one link
	Image *Illustration // Text is empty
	Note  *Footnote     // the number of a note stands here; Text is empty
	Break bool          // a new line begins here; Text is empty
}

// Hyperlink is where a link leads.
type Hyperlink struct {
	URL      string // as in HTML: with the base path, in ASCII
	Anchor   string // the ID in the same body, or the linker's anchor in the same document; else empty
	Title    string
	Note     string // such as "PDF, 1,2 MB"; the link's text has it already
	Lang     string // of what the link leads to, where it differs from the body's
	External bool
}

// Illustration is a picture to show. Its Alt is final: the linker's, else the
// editor's; empty where the picture is decorative.
type Illustration struct {
	Picture
	Index int // of Doc.Images
}

// Footnote is the reference to a note. The first one in the order of Tree has the
// note itself, further ones have its number alone.
type Footnote struct {
	Number int
	Blocks []Block
}
