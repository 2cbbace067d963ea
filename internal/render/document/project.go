package document

import (
	"strconv"

	"dossier/internal/pdf/layout"
	"dossier/internal/view"
)

// projectPDF sets a project's dossier, in the order of its page.
func projectPDF(in Inputs, v *view.ProjectPaper) ([]byte, error) {
	s := newSetter(in, &v.Paper, v.Paper.Look.Size)
	s.style.Leading, s.style.Spacing = 1.34, 0.85
	if err := s.strip(); err != nil {
		return nil, err
	}
	label := v.Acronym
	if v.Status.Label != "" {
		label += " – " + v.Status.Label
	}
	s.add(
		layout.Paragraph{Spans: []layout.Span{{Text: label, Bold: true}}, Color: &s.style.Accent},
		layout.Heading{Level: 1, ID: s.anchor("project"), Spans: plain(s.paper.Title), Size: 2.3},
	)
	if v.Tagline != "" {
		s.add(layout.Paragraph{Spans: spoken(v.Tagline, v.TaglineLang), Size: 1.2, Color: &s.style.Muted})
	}
	s.add(s.factBox(facts(v.Facts)))
	if v.Image != nil {
		figure, err := s.figure(v.Image, 0, 52*millimetre)
		if err != nil {
			return nil, err
		}
		s.add(figure)
	}
	if err := s.body(v.Body); err != nil {
		return nil, err
	}
	s.lines(v.Lines)
	s.goals(v.Goals)
	s.timeline(v.Timeline)
	s.results(v.Deliverables)
	s.partnership(v)
	if err := s.projectEnd(&v.Contact); err != nil {
		return nil, err
	}
	if _, err := s.set(s.frame(true)); err != nil {
		return nil, err
	}
	return s.doc.Bytes()
}

// projectEnd says whom to ask, who paid, and where the page is.
func (s *setter) projectEnd(c *view.Contact) error {
	code, err := s.code(s.paper.URL, s.paper.Address, codeWidth)
	if err != nil {
		return err
	}
	words := s.contact(c)
	if notes := s.disclaimers(0.85); len(notes) > 0 {
		words = append(words, s.heading(2, s.paper.Labels.Disclaimer, "block-funding"))
		words = append(words, notes...)
	}
	words = append(words, s.small(s.paper.Licence))
	s.add(layout.Space{Height: s.style.Size}, layout.Columns{Widths: []float64{3.4, 1}, Gap: 18, Cells: [][]layout.Block{words, code}})
	return nil
}

func (s *setter) lines(list []view.Line) {
	if len(list) == 0 {
		return
	}
	s.add(s.heading(2, s.paper.Labels.Lines, "block-lines"))
	var items []layout.Item
	for _, l := range list {
		items = append(items, layout.Item{Label: []layout.Span{{Text: l.Title, Lang: l.Lang, Bold: true}}, Blocks: []layout.Block{
			layout.Paragraph{Spans: spoken(l.Objective, l.Lang), Tight: true},
		}})
	}
	s.add(layout.Definitions{Items: items})
}

func (s *setter) goals(list []view.Goal) {
	if len(list) == 0 {
		return
	}
	s.add(s.heading(2, s.paper.Labels.Goals, "block-goals"))
	var items []layout.Item
	for _, g := range list {
		items = append(items, layout.Item{Blocks: []layout.Block{layout.Paragraph{Spans: plain(strconv.Itoa(g.Number) + ". " + g.Name), Tight: true}}})
	}
	s.add(layout.List{Items: items, Plain: true})
}

func (s *setter) timeline(list []view.Moment) {
	if len(list) == 0 {
		return
	}
	s.add(s.heading(2, s.paper.Labels.Timeline, "block-timeline"))
	var items []layout.Item
	for _, m := range list {
		spans := []layout.Span{linked(m.Title, m.URL, m.Lang)}
		if m.KindLabel != "" && m.Kind != "start" && m.Kind != "end" {
			spans = append(spans, layout.Span{Text: " – " + m.KindLabel, Muted: true})
		}
		items = append(items, term(m.When.Text, spans...))
	}
	s.add(layout.Definitions{Items: items, Width: 44 * millimetre, Rules: true})
}

func (s *setter) results(list []view.Deliverable) {
	if len(list) == 0 {
		return
	}
	s.add(s.heading(2, s.paper.Labels.Results, "block-deliverables"))
	var items []layout.Item
	for _, d := range list {
		url := d.URL
		if d.File != nil {
			url = d.File.URL
		}
		spans := []layout.Span{linked(d.Title, url, d.Lang)}
		if d.When.Text != "" {
			spans = append(spans, layout.Span{Text: " – " + d.When.Text, Muted: true})
		}
		items = append(items, term(d.KindLabel, spans...))
	}
	s.add(layout.Definitions{Items: items, Width: 38 * millimetre, Rules: true})
}

// partnership lists the organisations by role and, within it, by country.
func (s *setter) partnership(v *view.ProjectPaper) {
	if len(v.Partnership) == 0 {
		return
	}
	s.add(s.heading(2, s.paper.Labels.Partners, "block-partnership"))
	if v.Alliance != nil && v.Alliance.Sentence != "" {
		s.add(layout.Paragraph{Spans: []layout.Span{{Text: v.Alliance.Name + ": ", Lang: v.Alliance.Lang, Bold: true}, {Text: v.Alliance.Sentence}}})
	}
	for _, r := range v.Partnership {
		s.add(layout.Heading{Level: 3, ID: s.anchor("role-" + r.Role), Spans: plain(r.Label)})
		var items []layout.Item
		for _, c := range r.Countries {
			items = append(items, organisations(c.Country, c.Partners)...)
		}
		s.add(layout.List{Items: items})
	}
	for _, g := range v.Groups {
		s.add(
			layout.Heading{Level: 3, ID: s.anchor("group-" + g.ID), Spans: plain(g.Name), Lang: g.Lang},
			layout.List{Items: organisations("", g.Partners)},
		)
	}
}

func organisations(country string, list []view.PartnerItem) []layout.Item {
	var items []layout.Item
	for _, p := range list {
		spans := []layout.Span{linked(p.Name, p.URL, p.Lang)}
		place := p.City
		if country != "" {
			place = country
			if p.City != "" {
				place = p.City + ", " + country
			}
		}
		if place != "" {
			spans = append(spans, layout.Span{Text: noBreak + "– " + place, Muted: true})
		}
		if p.Note != "" {
			spans = append(spans, layout.Span{Text: " (" + p.Note + ")", Muted: true})
		}
		items = append(items, layout.Item{Blocks: []layout.Block{layout.Paragraph{Spans: spans, Tight: true}}})
	}
	return items
}

func (s *setter) contact(c *view.Contact) []layout.Block {
	if c.Unit == "" && c.Email == "" && c.URL == "" {
		return nil
	}
	var spans []layout.Span
	add := func(span layout.Span) {
		if len(spans) > 0 {
			spans = append(spans, layout.Span{Text: ", "})
		}
		spans = append(spans, span)
	}
	if c.Unit != "" {
		add(layout.Span{Text: c.Unit, Lang: c.Lang})
	}
	if c.Email != "" {
		add(linked(c.Email, "mailto:"+c.Email, ""))
	}
	for _, url := range []string{c.URL, c.Website} {
		if url != "" {
			add(linked(bare(url), url, ""))
		}
	}
	return []layout.Block{s.heading(2, s.paper.Labels.Contact, "block-contact"), layout.Paragraph{Spans: spans}}
}
