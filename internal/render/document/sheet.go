package document

import (
	"dossier/internal/pdf/layout"
	"dossier/internal/view"
)

// sheetPDF sets a sheet: one page of A4, or as many as large print needs. Text
// that does not fit on the page is tried again a little smaller.
func sheetPDF(in Inputs, v *view.SheetPaper) ([]byte, error) {
	if v.Large {
		s, _, err := setSheet(in, v, v.Paper.Look.LargeSize)
		if err != nil {
			return nil, err
		}
		return s.doc.Bytes()
	}
	for smaller := 0.0; ; smaller += copyStep {
		s, pages, err := setSheet(in, v, v.Paper.Look.Size-smaller)
		if err != nil {
			return nil, err
		}
		if pages == 1 || smaller >= copyMost {
			return s.doc.Bytes()
		}
	}
}

// A sheet is set smaller by steps of half a point, and by one at most: what then
// still runs over is too long.
const copyStep, copyMost = 0.5, 1.0

func setSheet(in Inputs, v *view.SheetPaper, size float64) (*setter, int, error) {
	s := newSetter(in, &v.Paper, size)
	if !v.Large {
		s.dense()
	}
	if err := s.strip(); err != nil {
		return nil, 0, err
	}
	sheet := &v.Sheet
	s.add(
		s.small(sheet.Area+" – "+sheet.Kit),
		layout.Heading{Level: 1, ID: s.anchor("sheet"), Spans: plain(sheet.Title), Lang: sheet.TitleLang},
		layout.Paragraph{Spans: plain(sheet.Summary), Size: 1.05, Color: &s.style.Muted},
	)
	if err := s.sheet(sheet, 2); err != nil {
		return nil, 0, err
	}
	s.add(layout.Space{Fill: true})
	s.add(layout.Keep{Blocks: s.disclaimers(0.75)})
	result, err := s.set(s.frame(v.Large))
	return s, result.Pages, err
}

// dense makes room for a sheet on one page: narrower margins, lines and blocks
// closer together.
func (s *setter) dense() {
	s.style.Top, s.style.Bottom = 9*millimetre, 13*millimetre
	s.style.Left, s.style.Right = 17*millimetre, 17*millimetre
	s.style.Leading, s.style.Spacing = 1.26, 0.5
	s.style.Headings[0], s.style.Headings[1] = 1.9, 1.15
}

// sheet is what follows a sheet's title: facts, the five questions, whom to ask
// and the law, with the way back to the web. level is that of its headings.
func (s *setter) sheet(v *view.PaperSheet, level int) error {
	s.add(s.factBox(s.sheetFacts(v)))
	if v.ReviewDue != "" {
		s.add(layout.Callout{Edge: s.style.Accent, Fill: s.style.Soft, Blocks: []layout.Block{layout.Paragraph{Spans: plain(v.ReviewDue)}}})
	}
	if err := s.body(v.Body); err != nil {
		return err
	}
	var ask []layout.Block
	if len(v.Contacts) > 0 {
		ask = append(ask, s.heading(level, s.paper.Labels.Contacts, v.ID+"-contacts"), s.contacts(v.Contacts))
	}
	if len(v.Legal) > 0 {
		ask = append(ask, s.heading(level, s.paper.Labels.Legal, v.ID+"-legal"), legal(v.Legal))
	}
	code, err := s.code(v.URL, v.Address, codeWidth)
	if err != nil {
		return err
	}
	if s.large() {
		s.add(ask...)
		s.add(layout.Space{Height: s.style.Size}, layout.Keep{Blocks: code})
		return nil
	}
	s.add(layout.Space{Height: 0.4 * s.style.Size}, layout.Columns{Widths: []float64{3.4, 1}, Gap: 18, Cells: [][]layout.Block{ask, code}})
	return nil
}

// codeWidth of a QR code: its modules are then wider than 0.5 mm, which every
// telephone reads at arm's length.
const codeWidth = 26 * millimetre

func (s *setter) sheetFacts(v *view.PaperSheet) []layout.Item {
	var items []layout.Item
	if v.Territory != "" {
		items = append(items, term(s.paper.Labels.Territory, layout.Span{Text: v.Territory, Lang: v.TerritoryLang}))
	}
	if v.Beneficiaries != "" {
		items = append(items, term(s.paper.Labels.Who, layout.Span{Text: v.Beneficiaries}))
	}
	items = append(items, facts(v.Facts)...)
	if v.Checked.Text != "" {
		items = append(items, term(s.paper.Labels.Checked, layout.Span{Text: v.Checked.Text}))
	}
	return items
}
