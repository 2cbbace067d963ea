package document

import (
	"slices"
	"strings"

	"rsc.io/qr"

	"dossier/internal/pdf"
	"dossier/internal/pdf/layout"
	"dossier/internal/pdf/line"
	"dossier/internal/pdf/svg"
	"dossier/internal/view"
)

// plain is text with one look.
func plain(text string) []layout.Span { return []layout.Span{{Text: text}} }

// spoken is text in a language of its own.
func spoken(text, lang string) []layout.Span { return []layout.Span{{Text: text, Lang: lang}} }

// small is text in the margin of attention.
func (s *setter) small(text string) layout.Paragraph {
	return layout.Paragraph{Spans: []layout.Span{{Text: text, Muted: true}}, Size: s.atLeast(0.85)}
}

// Large print begins at largePrint points, from which columns are too narrow;
// nothing in it is smaller than smallestLarge.
const largePrint, smallestLarge = 16, 14.0

// large holds for documents in large print.
func (s *setter) large() bool { return s.style.Size >= largePrint }

// atLeast is a multiple of the size, but in large print never less than 14
// points.
func (s *setter) atLeast(factor float64) float64 {
	if !s.large() {
		return factor
	}
	return max(factor, smallestLarge/s.style.Size)
}

// linked is text that leads to an address; without one it is text.
func linked(text, url, lang string) layout.Span {
	span := layout.Span{Text: text, Lang: lang}
	if url != "" {
		span.Link = &line.Link{To: pdf.Target{URL: url}, Contents: text}
	}
	return span
}

// strip is the head of the first page: for every programme the emblem with its
// statement (Regulation (EU) 2021/1060, Annex IX), other logos after it.
func (s *setter) strip() error {
	for i := range s.paper.Funding {
		f := &s.paper.Funding[i]
		var cells [][]layout.Block
		var widths []float64
		if f.Emblem {
			emblem, err := s.emblem()
			if err != nil {
				return err
			}
			cells, widths = append(cells, []layout.Block{emblem}), append(widths, emblemWidth)
		}
		words := []layout.Block{}
		if f.Statement != "" {
			words = append(words, layout.Paragraph{Spans: plain(f.Statement), Face: s.style.Faces.Statement, Tight: true})
		}
		if f.Project != "" || f.Programme != "" {
			words = append(words, layout.Paragraph{Spans: []layout.Span{{Text: programme(f), Lang: f.Lang, Muted: true}}, Size: s.atLeast(0.85), Tight: true})
		}
		at := len(widths)
		cells, widths = append(cells, words), append(widths, 0)
		for _, logo := range f.Logos {
			figure, err := s.figure(&logo, 0, emblemHeight)
			if err != nil {
				return err
			}
			cells, widths = append(cells, []layout.Block{figure}), append(widths, emblemWidth)
		}
		widths[at] = s.style.Width - s.style.Left - s.style.Right - stripGap*float64(len(widths)-1)
		for _, w := range append(slices.Clone(widths[:at]), widths[at+1:]...) {
			widths[at] -= w
		}
		s.add(layout.Columns{Widths: widths, Gap: stripGap, Cells: cells, Middle: true})
	}
	if len(s.paper.Funding) > 0 {
		s.add(layout.Space{Height: 3}, layout.Rule{}, layout.Space{Height: 3})
	}
	return nil
}

// The emblem is at least 1 cm high (EU visual guidelines); its sides are 2 to 3.
const (
	emblemHeight = 10 * millimetre
	emblemWidth  = emblemHeight * 3 / 2
	stripGap     = 12
)

func programme(f *view.Funding) string {
	parts := []string{}
	for _, p := range []string{f.Project, f.Programme, f.Grant} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	return strings.Join(parts, " – ")
}

func (s *setter) emblem() (layout.Block, error) {
	data, ok := s.in.File(s.paper.Look.Emblem.Name)
	if !ok {
		return layout.Space{}, nil
	}
	drawing, err := svg.Parse(data)
	if err != nil {
		return nil, err
	}
	return layout.Figure{Drawing: drawing, Alt: s.paper.Labels.Emblem, Width: emblemWidth}, nil
}

// figure is a picture of the site. One that cannot be drawn as vectors, which
// has been reported, is told by its description.
func (s *setter) figure(image *view.Image, width, height float64) (layout.Block, error) {
	f := layout.Figure{Alt: image.Alt, Lang: image.Lang, Width: width, MaxHeight: height}
	if image.Credit != "" {
		f.Caption = []layout.Span{{Text: image.Credit, Muted: true}}
	}
	ok, err := s.draw(&f, image.URL)
	if err != nil || ok {
		return f, err
	}
	return layout.Paragraph{Spans: spoken(image.Alt, image.Lang)}, nil
}

// draw finds the picture that the document shows at an address. False means
// that it cannot be drawn.
func (s *setter) draw(f *layout.Figure, url string) (bool, error) {
	for _, p := range s.paper.Pictures {
		if p.URL != url {
			continue
		}
		data, err := s.in.Picture(p.Picture)
		if err != nil {
			return false, err
		}
		if p.Picture.Format == "svg" {
			f.Drawing, err = svg.Parse(data)
		} else {
			f.Image, err = s.doc.Image(data)
		}
		return err == nil, nil
	}
	return false, nil
}

// facts are terms with their values.
func facts(list []view.Fact) []layout.Item {
	var items []layout.Item
	for _, f := range list {
		var spans []layout.Span
		for i, v := range f.Values {
			if i > 0 {
				spans = append(spans, layout.Span{Text: ", "})
			}
			spans = append(spans, linked(v.Text, v.URL, v.Lang))
		}
		items = append(items, term(f.Label, spans...))
	}
	return items
}

func term(label string, value ...layout.Span) layout.Item {
	return layout.Item{
		Label:  []layout.Span{{Text: label, Bold: true}},
		Blocks: []layout.Block{layout.Paragraph{Spans: value, Tight: true}},
	}
}

// factBox is a tinted box of facts, in columns where they are many.
func (s *setter) factBox(items []layout.Item) layout.Block {
	columns := min(3, (len(items)+1)/2)
	if s.large() {
		columns = 1
	}
	box := layout.Columns{Gap: 16}
	for i := range columns {
		from, to := (i*len(items)+columns-1)/columns, ((i+1)*len(items)+columns-1)/columns
		box.Widths = append(box.Widths, 1)
		box.Cells = append(box.Cells, []layout.Block{layout.Definitions{Items: items[from:to]}})
	}
	return layout.Box{Fill: &s.style.Soft, Bar: &s.style.Accent, Padding: 8, Blocks: []layout.Block{box}}
}

// heading is a heading of the document's own, listed in its outline.
func (s *setter) heading(level int, text, id string) layout.Heading {
	return layout.Heading{Level: level, ID: s.anchor(id), Spans: plain(text)}
}

// anchor makes an anchor its own in the document.
func (s *setter) anchor(id string) string {
	for s.ids[id] {
		id += "-"
	}
	s.ids[id] = true
	return id
}

// code is the QR code that leads to a page on the web, with its address.
func (s *setter) code(url, address string, width float64) ([]layout.Block, error) {
	code, err := qr.Encode(url, qr.M)
	if err != nil {
		return nil, err
	}
	return []layout.Block{
		layout.Modules{
			Size: code.Size, Black: code.Black, Width: width,
			Alt: strings.Replace(s.paper.Labels.QR, "%s", address, 1),
		},
		layout.Paragraph{Spans: []layout.Span{{Text: s.paper.Labels.Web, Bold: true}}, Size: s.atLeast(0.8), Tight: true},
		layout.Paragraph{Spans: []layout.Span{linked(address, url, "")}, Size: s.atLeast(0.8), Tight: true},
	}, nil
}

// disclaimers are the words that the programmes ask for, in a multiple of the
// size.
func (s *setter) disclaimers(size float64) []layout.Block {
	var out []layout.Block
	for i := range s.paper.Funding {
		f := &s.paper.Funding[i]
		for _, text := range []string{f.Sentence, f.Disclaimer} {
			if text != "" {
				out = append(out, layout.Paragraph{Spans: []layout.Span{{Text: text, Muted: true}}, Size: s.atLeast(size)})
			}
		}
	}
	return out
}

// noBreak keeps a number on one line.
const noBreak = "\u00A0"

// contacts says where to ask.
func (s *setter) contacts(list []view.SheetContact) layout.Block {
	var items []layout.Item
	for _, c := range list {
		spans := []layout.Span{{Text: c.Name, Lang: c.Lang, Bold: true}}
		sep := " – "
		if c.Phone != "" {
			spans = append(spans, layout.Span{Text: sep + s.paper.Labels.Phone + noBreak}, linked(strings.ReplaceAll(c.Phone, " ", noBreak), "tel:"+c.Tel, ""))
			sep = ", "
		}
		if c.Email != "" {
			spans = append(spans, layout.Span{Text: sep}, linked(c.Email, "mailto:"+c.Email, ""))
			sep = ", "
		}
		if c.URL != "" {
			spans = append(spans, layout.Span{Text: sep}, linked(bare(c.URL), c.URL, ""))
		}
		items = append(items, layout.Item{Blocks: []layout.Block{layout.Paragraph{Spans: spans, Tight: true}}})
	}
	return layout.List{Items: items}
}

func legal(list []view.Link) layout.Block {
	var items []layout.Item
	for _, l := range list {
		items = append(items, layout.Item{Blocks: []layout.Block{layout.Paragraph{Spans: []layout.Span{linked(l.Label, l.URL, l.Lang)}, Tight: true}}})
	}
	return layout.List{Items: items}
}

// bare is a web address as people write it.
func bare(url string) string {
	_, rest, _ := strings.Cut(url, "://")
	return strings.TrimSuffix(strings.TrimPrefix(rest, "www."), "/")
}
