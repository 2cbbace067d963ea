package layout

import (
	"errors"
	"fmt"

	"dossier/internal/pdf/face"
)

// Measures that follow from a Style: spaces in lines of text, the rest in points
// or as a multiple of the size.
const (
	paragraphGap = 0.6 // after a paragraph
	headGap      = 1.6 // above a heading
	subheadGap   = 0.7 // above a heading right after another
	underHead    = 0.4
	itemGap      = 0.2
	looseItemGap = 0.5 // of lists with items of several blocks
	blockGap     = 0.9 // around boxes, tables and pictures
	noteGap      = 0.9 // between text and notes
	smallSize    = 0.85
	headLeading  = 1.2
	markSize     = 0.68 // of the mark of a note
	markRaise    = 0.36
	hairline     = 0.5
	edgeWidth    = 3
)

// headingSizes are those of headings without a size in the style.
var headingSizes = [6]float64{2, 1.5, 1.25, 1.1, 1, 1}

// complete fills in what is derived from the rest.
func (s Style) complete() Style {
	if s.Size == 0 {
		s.Size = 11.5
	}
	if s.Leading == 0 {
		s.Leading = 1.35
	}
	if s.Spacing == 0 {
		s.Spacing = 1
	}
	for i := range s.Headings {
		if s.Headings[i] == 0 {
			s.Headings[i] = headingSizes[i]
		}
	}
	f := &s.Faces
	f.Bold, f.Italic = otherwise(f.Bold, f.Regular), otherwise(f.Italic, f.Regular)
	f.BoldItalic = otherwise(f.BoldItalic, f.Bold)
	return s
}

func otherwise(a, b []*face.Face) []*face.Face {
	if len(a) == 0 {
		return b
	}
	return a
}

// check tells whether there is room for text: ten lines of ten characters.
func (s *Style) check() error {
	if len(s.Faces.Regular) == 0 {
		return errors.New("layout: no regular face")
	}
	if !(s.columnHeight() >= 10*s.lineHeight() && s.columnWidth() >= 10*s.Size && s.Size > 0) {
		return fmt.Errorf("layout: no room for text of %g points on %g × %g", s.Size, s.columnWidth(), s.columnHeight())
	}
	return nil
}

func (s *Style) columnWidth() float64  { return s.Width - s.Left - s.Right }
func (s *Style) columnHeight() float64 { return s.Height - s.Top - s.Bottom }
func (s *Style) lineHeight() float64   { return s.Size * s.Leading }

// faces are those of text that is bold or italic.
func (f *Faces) faces(bold, italic bool) []*face.Face {
	switch {
	case bold && italic:
		return f.BoldItalic
	case bold:
		return f.Bold
	case italic:
		return f.Italic
	}
	return f.Regular
}
