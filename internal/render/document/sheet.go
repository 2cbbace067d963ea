package document

import (
	"dossier/internal/pdf/layout"
	"dossier/internal/view"
)

// sheetPDF sets a sheet: one page of A4, or as many as large print needs.
func sheetPDF(in Inputs, v *view.SheetPaper) ([]byte, error) {
	size := v.Paper.Look.Size
	if v.Large {
		size = v.Paper.Look.LargeSize
	}
	s := newSetter(in, &v.Paper, size)
	if err := s.strip(); err != nil {
		return nil, err
	}
	sheet := &v.Sheet
	s.add(
		small(sheet.Area+" – "+sheet.Kit),
		layout.Heading{Level: 1, ID: s.anchor("sheet"), Spans: spoken(sheet.Title, sheet.TitleLang)},
		layout.Paragraph{Spans: plain(sheet.Summary), Size: 1.1, Color: &s.style.Muted},
	)
	if err := s.sheet(sheet, 2); err != nil {
		return nil, err
	}
	s.add(layout.Space{Fill: true})
	s.add(s.disclaimers()...)
	if _, err := s.set(s.frame(false)); err != nil {
		return nil, err
	}
	return s.doc.Bytes()
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
	s.add(layout.Columns{Widths: []float64{3.4, 1}, Gap: 18, Cells: [][]layout.Block{ask, code}})
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
