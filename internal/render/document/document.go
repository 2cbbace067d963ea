// Package document turns the views of sheets, guides, kits and projects into
// accessible PDF: it says what stands on the pages and in which order, as blocks
// of internal/pdf/layout, which sets and tags them.
//
// Input: a view and the theme's faces and pictures. Output: the bytes of the
// document. Every document shows the emblem, the statement and the disclaimer of
// its funding, and has the headings of the web page that it belongs to.
//
// Errors are our own bugs: what can be wrong with the content has been reported
// before.
package document

import (
	"fmt"
	"strconv"

	"dossier/internal/pdf"
	"dossier/internal/pdf/face"
	"dossier/internal/pdf/layout"
	"dossier/internal/pdf/line"
	"dossier/internal/view"
)

// Inputs are what documents are made with besides their views.
type Inputs struct {
	Face    func(name string) *face.Face
	File    func(name string) ([]byte, bool) // of the theme
	Picture func(p view.Picture) ([]byte, error)
	Text    func(source string) ([]byte, error) // the words of a view.Body
	Memory  line.Memory                         // of shaped text, for several documents; may be nil
}

// PDF writes a document: v is a pointer to a SheetPaper, GuidePaper, KitPaper or
// ProjectPaper.
func PDF(in Inputs, v any) ([]byte, error) {
	switch v := v.(type) {
	case *view.SheetPaper:
		return sheetPDF(in, v)
	case *view.GuidePaper:
		data, _, err := Guide(in, v)
		return data, err
	case *view.KitPaper:
		return kitPDF(in, v)
	case *view.ProjectPaper:
		return projectPDF(in, v)
	}
	return nil, fmt.Errorf("document: no document is made of %T", v)
}

// millimetre in points.
const millimetre = 72 / 25.4

// setter makes one document: it collects blocks and knows the means.
type setter struct {
	in     Inputs
	paper  *view.Paper
	doc    *pdf.Document
	style  layout.Style
	blocks []layout.Block
	ids    map[string]bool // anchors of headings and notes
	inner  []*line.Link    // links within the document
}

func newSetter(in Inputs, paper *view.Paper, size float64) *setter {
	s := &setter{in: in, paper: paper, style: style(in, paper, size), ids: map[string]bool{}}
	s.doc = pdf.New(pdf.Info{
		Title: paper.Title, Author: paper.Author, Subject: paper.Subject, Keywords: paper.Keywords,
		Lang: paper.Lang, Creator: "dossier", Modified: paper.Updated.DateTime,
	})
	return s
}

// add appends blocks.
func (s *setter) add(blocks ...layout.Block) { s.blocks = append(s.blocks, blocks...) }

// set makes the pages. A link to a place that the document does not have leads
// to the web.
func (s *setter) set(frame layout.Frame) (layout.Result, error) {
	for _, l := range s.inner {
		if !s.ids[l.To.Anchor] {
			l.To = pdf.Target{URL: s.paper.URL + "#" + l.To.Anchor}
		}
	}
	return layout.Set(s.doc, s.style, s.blocks, frame)
}

// style is how the theme sets documents on A4 (ISO 216).
func style(in Inputs, paper *view.Paper, size float64) layout.Style {
	look := &paper.Look
	faces := func(files []view.ThemeFile) []*face.Face {
		var out []*face.Face
		for _, f := range files {
			if loaded := in.Face(f.Name); loaded != nil {
				out = append(out, loaded)
			}
		}
		return out
	}
	return layout.Style{
		Memory: in.Memory, Lang: paper.Lang,
		Width: 210 * millimetre, Height: 297 * millimetre,
		Top: 16 * millimetre, Right: 20 * millimetre, Bottom: 20 * millimetre, Left: 20 * millimetre,
		Size: size, Leading: 1.38,
		Faces: layout.Faces{
			Regular: faces(look.Regular), Bold: faces(look.Bold), Italic: faces(look.Italic),
			BoldItalic: faces(look.BoldItalic), Statement: faces(look.Statement),
		},
		Text: colour(look.Text), Muted: colour(look.Muted), Accent: colour(look.Accent),
		Soft: colour(look.Soft), Rule: colour(look.Rule), Link: colour(look.Link),
		Headings: [6]float64{2.1, 1.35, 1.15, 1, 1, 1},
	}
}

// colour reads #rrggbb or #rgb, which the theme has checked.
func colour(hex string) pdf.Colour {
	if len(hex) == 4 {
		hex = string([]byte{'#', hex[1], hex[1], hex[2], hex[2], hex[3], hex[3]})
	}
	if len(hex) != 7 {
		return pdf.Colour{}
	}
	n, err := strconv.ParseUint(hex[1:], 16, 32)
	if err != nil {
		return pdf.Colour{}
	}
	return pdf.Colour{R: uint8(n >> 16), G: uint8(n >> 8), B: uint8(n)}
}
