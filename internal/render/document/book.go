package document

import (
	"slices"
	"strconv"
	"strings"

	"dossier/internal/pdf"
	"dossier/internal/pdf/layout"
	"dossier/internal/view"
)

// cover is the first page of a guide or a kit.
func (s *setter) cover(kind, edition string, image *view.Image) error {
	if err := s.strip(); err != nil {
		return err
	}
	label := kind
	if edition != "" {
		label += " – " + edition
	}
	s.add(
		layout.Space{Height: 48 * millimetre},
		layout.Box{Bar: &s.style.Accent, Padding: 16, Blocks: []layout.Block{
			layout.Paragraph{Spans: []layout.Span{{Text: label, Bold: true}}, Color: &s.style.Accent, Size: 1.15},
			layout.Heading{Level: 1, ID: s.anchor("cover"), Spans: plain(s.paper.Title), Size: 3.2},
			layout.Paragraph{Spans: plain(s.paper.Subject), Size: 1.3, Color: &s.style.Muted},
		}},
	)
	if image != nil {
		figure, err := s.figure(image, 0, 70*millimetre)
		if err != nil {
			return err
		}
		s.add(figure)
	}
	s.add(layout.Space{Fill: true})
	if s.paper.Author != "" {
		s.add(layout.Paragraph{Spans: []layout.Span{{Text: s.paper.Author, Bold: true}}, Tight: true})
	}
	s.add(layout.Paragraph{Spans: []layout.Span{linked(s.paper.Address, s.paper.URL, "")}})
	s.add(layout.PageBreak{})
	return nil
}

// contents lists the chapters with their pages.
func (s *setter) contents(depth int) {
	s.add(
		layout.Paragraph{Spans: []layout.Span{{Text: s.paper.Labels.Contents, Bold: true}}, Size: 1.6, Color: &s.style.Accent},
		layout.Contents{Depth: depth},
	)
}

// colophon is the last part, on a page of its own or not: what the document is,
// who paid, whose words they are.
func (s *setter) colophon(level int, page bool, items []layout.Item) error {
	heading := s.heading(level, s.paper.Labels.Colophon, "colophon")
	heading.Page, heading.Running = page, s.paper.Labels.Colophon
	s.add(heading)
	if s.paper.Licence != "" {
		items = append(items, term(s.paper.Labels.Licence, layout.Span{Text: s.paper.Licence}))
	}
	s.add(layout.Definitions{Items: items, Width: 38 * millimetre, Rules: true})
	if words := s.disclaimers(0.85); len(words) > 0 {
		s.add(s.heading(level+1, s.paper.Labels.Disclaimer, "disclaimer"))
		s.add(words...)
	}
	code, err := s.code(s.paper.URL, s.paper.Address, codeWidth)
	if err != nil {
		return err
	}
	s.add(layout.Space{Height: 12})
	s.add(code...)
	return nil
}

// Breaks says where the printed pages of a guide begin, so that its EPUB can
// name them: by part ("" for the cover, "guide" for the introduction, then the
// chapters' ids) the number of the page on which each block of the text begins.
type Breaks struct {
	Pages int
	Parts []PartBreaks
}

// PartBreaks are the pages of one part of a guide.
type PartBreaks struct {
	ID     string
	First  int   // page on which the part begins
	Blocks []int // page on which each block of its text begins
}

// Guide sets a guide: cover, contents, introduction, chapters, colophon.
func Guide(in Inputs, v *view.GuidePaper) ([]byte, Breaks, error) {
	s := newSetter(in, &v.Paper, v.Paper.Look.Size)
	parts, err := s.guide(v)
	if err != nil {
		return nil, Breaks{}, err
	}
	result, err := s.set(s.frame(true))
	if err != nil {
		return nil, Breaks{}, err
	}
	data, err := s.doc.Bytes()
	return data, breaks(result, parts), err
}

// guide collects the blocks of a guide, and where its parts begin.
func (s *setter) guide(v *view.GuidePaper) ([]part, error) {
	if err := s.cover(v.Kind, v.Edition, v.Image); err != nil {
		return nil, err
	}
	s.contents(2)
	var parts []part
	if !v.Body.Empty() {
		s.add(layout.Space{Height: 16})
		from := len(s.blocks)
		if err := s.body(v.Body); err != nil {
			return nil, err
		}
		parts = append(parts, part{"guide", from, from, len(s.blocks)})
	}
	for i := range v.Chapters {
		ch := &v.Chapters[i]
		s.add(layout.PageBreak{})
		from := len(s.blocks)
		label := strings.Replace(s.paper.Labels.Chapter, "%d", strconv.Itoa(ch.Number), 1)
		s.add(
			layout.Paragraph{Spans: []layout.Span{{Text: label, Bold: true}}, Color: &s.style.Accent, Tight: true},
			layout.Heading{Level: 2, ID: s.anchor(ch.ID), Spans: plain(ch.Title), Lang: ch.Lang, Size: 1.9, Running: ch.Title},
		)
		text := len(s.blocks)
		if err := s.body(ch.Body); err != nil {
			return nil, err
		}
		parts = append(parts, part{ch.ID, from, text, len(s.blocks)})
	}
	return parts, s.colophon(2, true, facts(v.Facts))
}

// part is a run of blocks: from its first, its text from another on.
type part struct {
	id             string
	from, text, to int
}

func breaks(r layout.Result, parts []part) Breaks {
	out := Breaks{Pages: r.Pages}
	for _, p := range parts {
		out.Parts = append(out.Parts, PartBreaks{ID: p.id, First: r.Blocks[p.from], Blocks: r.Blocks[p.text:p.to]})
	}
	return out
}

// kitPDF sets a kit: cover, contents, the sheets by area, colophon.
func kitPDF(in Inputs, v *view.KitPaper) ([]byte, error) {
	s := newSetter(in, &v.Paper, v.Paper.Look.Size-copyStep)
	s.dense()
	s.style.Top = 15 * millimetre // for the running head
	if err := s.cover(v.Kind, v.Count, nil); err != nil {
		return nil, err
	}
	s.contents(3)
	if !v.Body.Empty() {
		s.add(layout.Space{Height: 16})
		if err := s.body(v.Body); err != nil {
			return nil, err
		}
	}
	for i := range v.Areas {
		area := &v.Areas[i]
		for j := range area.Sheets {
			s.add(layout.PageBreak{})
			if j == 0 {
				heading := s.heading(2, area.Label, area.ID)
				heading.Color = &s.style.Accent
				s.add(heading)
			}
			from := len(s.blocks)
			if err := s.kitSheet(&area.Sheets[j]); err != nil {
				return nil, err
			}
			sheet := slices.Clone(s.blocks[from:])
			s.blocks = append(s.blocks[:from], layout.Sect{Tag: pdf.Sect, Blocks: sheet})
		}
	}
	if err := s.kitEnd(v); err != nil {
		return nil, err
	}
	if _, err := s.set(s.frame(true)); err != nil {
		return nil, err
	}
	return s.doc.Bytes()
}

func (s *setter) kitSheet(v *view.PaperSheet) error {
	s.add(
		layout.Heading{Level: 3, ID: s.anchor(v.ID), Spans: plain(v.Title), Lang: v.TitleLang, Size: 1.9, Running: v.Title},
		layout.Paragraph{Spans: plain(v.Summary), Size: 1.1, Color: &s.style.Muted},
	)
	return s.sheet(v, 4)
}

// kitEnd is what a kit says after its sheets.
func (s *setter) kitEnd(v *view.KitPaper) error {
	if len(v.Elsewhere) > 0 {
		heading := s.heading(2, s.paper.Labels.Elsewhere, "elsewhere")
		heading.Page, heading.Running = true, s.paper.Labels.Elsewhere
		s.add(heading)
		var items []layout.Item
		for _, l := range v.Elsewhere {
			spans := []layout.Span{linked(l.Label, l.URL, l.Lang)}
			if l.Note != "" {
				spans = append(spans, layout.Span{Text: " (" + l.Note + ")"})
			}
			items = append(items, layout.Item{Blocks: []layout.Block{layout.Paragraph{Spans: spans, Tight: true}}})
		}
		s.add(layout.List{Items: items})
	}
	var items []layout.Item
	if s.paper.Updated.Text != "" {
		items = append(items, term(s.paper.Labels.Updated, layout.Span{Text: s.paper.Updated.Text}))
	}
	if p := v.Platform; p != nil {
		items = append(items, layout.Item{
			Label:  []layout.Span{{Text: s.paper.Labels.Platform, Bold: true}},
			Blocks: []layout.Block{layout.Paragraph{Spans: []layout.Span{linked(p.Name, p.URL, "")}, Tight: true}, layout.Paragraph{Spans: spoken(p.Access, p.Lang), Tight: true}},
		})
	}
	return s.colophon(2, len(v.Elsewhere) == 0, items)
}
