package document

import (
	"strconv"
	"strings"

	"dossier/internal/pdf"
	"dossier/internal/pdf/layout"
	"dossier/internal/pdf/line"
)

// frame draws the running foot (the site, the page) and, from the second page,
// a running head with the document and the chapter.
func (s *setter) frame(head bool) layout.Frame {
	return func(f layout.Furniture) {
		y := f.Style.Height - f.Style.Bottom + 6*millimetre
		s.margin(f, y, line.Left, s.paper.Site)
		label := strings.Replace(s.paper.Labels.Page, "%d", strconv.Itoa(f.Number), 1)
		s.margin(f, y, line.Right, strings.Replace(label, "%d", strconv.Itoa(f.Pages), 1))
		if head && f.Number > 1 {
			top := f.Style.Top - 8*millimetre
			s.margin(f, top, line.Left, s.paper.Title)
			if f.Running != s.paper.Title {
				s.margin(f, top, line.Right, f.Running)
			}
		}
	}
}

// margin writes one line outside the text, as an artifact.
func (s *setter) margin(f layout.Furniture, y float64, align line.Align, text string) {
	if text == "" {
		return
	}
	width := f.Style.Width - f.Style.Left - f.Style.Right
	size := 8.5
	if s.large() {
		size = smallestLarge
	}
	spans := []line.Span{{Text: text, Style: line.Style{Faces: f.Style.Faces.Regular, Size: size, Colour: f.Style.Muted}}}
	set := f.Setter.Break(spans, line.Options{Width: width * 0.7, Lang: s.paper.Lang})
	x := f.Style.Left
	if align == line.Right {
		x += width - set.Lines[0].Width
	}
	set.DrawArtifact(f.Page, pdf.Pagination, x, y, 0, 1)
}
