// Package line sets paragraphs of styled text into lines and draws the lines
// into tagged pages.
//
// Input: spans of Unicode text in normalisation form C, each with its look and
// with what it means (a language, a link, the mark of a note, code). Output: a
// Text, whose lines a Draw puts below an element of the structure tree.
//
// Lines are chosen for the paragraph as a whole, so that their ends are as even
// as the words allow; spaces do not stretch. Opportunities to break are those of
// UAX 14, save that addresses are kept whole where they are short and break
// after their marks where they are long.
//
// What holds whatever the input: no line is wider than asked for unless a single
// cluster is; every character is drawn once, in order, but for spaces at the
// ends of lines, soft hyphens and marks that only say where to break; words that
// stand on two lines are read as two words; the glyph .notdef is never drawn.
//
// Measures are in points; y grows downwards.
package line

import (
	"github.com/go-text/typesetting/segmenter"

	"dossier/internal/pdf"
	"dossier/internal/pdf/face"
)

// Align says at which edge of the column lines are even.
type Align int

const (
	Left Align = iota
	Centre
	Right
)

// Style is how a span looks.
type Style struct {
	Faces     []*face.Face // at least one: the first that has a glyph for a character sets it
	Size      float64
	Colour    pdf.Colour
	Underline bool
	Raise     float64     // above the baseline: marks of notes
	Fill      *pdf.Colour // tint behind the text
}

// Span is a piece of text with one look and one meaning.
type Span struct {
	Text  string
	Style Style
	Lang  string // BCP 47, where it differs from the paragraph's
	Link  *Link
	Note  *Note // Text is then the mark
	Code  bool  // spaces at the beginning of its lines are kept
	Break bool  // a forced line break; the rest of the span is ignored
}

// Link is where its spans lead. Spans of a paragraph that share the pointer are
// one link: one element, with an annotation for every line.
type Link struct {
	To       pdf.Target
	Contents string // the annotation's description (/Contents), which PDF/UA asks for
}

// Note ties a mark to the note itself. Element is nil until the mark is drawn;
// then it is a pdf.Note that has taken its place in the tree right after the
// pdf.Reference that holds the mark.
type Note struct {
	ID      string
	Element *pdf.Element
}

// Options are the measures of a paragraph.
type Options struct {
	Width   float64
	Lang    string  // BCP 47
	Leading float64 // height of a line; 0: 1.35 of the largest size
	Align   Align
	Hang    float64 // indent of the lines after the first
	Balance bool    // lines of like length: headings
}

// Setter sets the paragraphs of one document. It remembers the words it has
// shaped. It is not for concurrent use.
type Setter struct {
	doc     *pdf.Document
	memory  Memory
	founts  []*fount
	voices  []*voice
	nothing piece // what a forced break draws

	seg    segmenter.Segmenter
	breaks []int // what seg found

	// What is used again from one paragraph, or line, to the next.
	items  []item
	fit    fitter
	glyphs []face.Glyph
	areas  []area
}

// New is a setter for doc. Memory may be nil.
func New(doc *pdf.Document, memory Memory) *Setter { return &Setter{doc: doc, memory: memory} }

// Memory keeps shaped text from one document to the next: the words of a
// language are soon known. What it hands out is shared and never changed.
type Memory interface {
	Get(key Shaped) ([]face.Glyph, bool)
	Put(key Shaped, glyphs []face.Glyph)
}

// Shaped is what the glyphs of a text depend on.
type Shaped struct {
	Face *face.Face
	Lang string
	Text string
}

// Break sets spans into lines. Spans without text come to no lines.
func (s *Setter) Break(spans []Span, o Options) *Text {
	p := s.compose(spans, o.Lang)
	t := &Text{setter: s, looks: p.looks, groups: p.groups, width: o.Width}
	if len(p.items) == 0 {
		return t
	}
	narrow := min(o.Width, o.Width-o.Hang)
	items := s.splitWide(p, narrow)
	s.fit.collect(items, p.looks, narrow)
	s.fit.choose(o)
	t.items = append(make([]item, 0, len(items)), items...)
	t.build(s.fit.stops, o)
	return t
}

// Widths are the width of the widest piece that breaks nowhere (addresses broken
// at their marks), and the width of the paragraph with no break but the forced
// ones.
func (s *Setter) Widths(spans []Span, lang string) (least, most float64) {
	p := s.compose(spans, lang)
	var x, from, ink, begin float64
	for _, it := range p.items {
		l := &p.looks[it.look]
		x += it.piece.width * l.scale
		if !it.space {
			ink = x
		}
		if it.opp == never {
			continue
		}
		least = max(least, ink-from+l.hyphen(it.opp))
		from = x
		if it.opp == forced {
			most = max(most, ink-begin)
			begin = x
		}
	}
	return least, most
}
