package document

import (
	"strconv"

	"dossier/internal/markdown"
	"dossier/internal/pdf"
	"dossier/internal/pdf/layout"
	"dossier/internal/pdf/line"
	"dossier/internal/view"
)

// flow turns the blocks of one Markdown text into blocks of the layout.
type flow struct {
	*setter
	links map[*markdown.Hyperlink]*line.Link // one link may have several pieces
	err   error
}

// body adds a text.
func (s *setter) body(b view.Body) error {
	if b.Empty() {
		return nil
	}
	text, err := s.in.Text(b.Source)
	if err != nil {
		return err
	}
	f := &flow{setter: s, links: map[*markdown.Hyperlink]*line.Link{}}
	s.add(f.list(markdown.Tree(text, b.Lang, b.Resolved))...)
	return f.err
}

// list keeps the number of blocks, so that places in the text can be counted.
func (f *flow) list(blocks []markdown.Block) []layout.Block {
	out := make([]layout.Block, len(blocks))
	for i := range blocks {
		out[i] = f.block(&blocks[i])
	}
	return out
}

func (f *flow) block(b *markdown.Block) layout.Block {
	switch b.Kind {
	case markdown.BlockHeading:
		return layout.Heading{Level: b.Level, ID: f.anchor(b.ID), Spans: f.spans(b.Inlines), Lang: b.Lang}
	case markdown.BlockList:
		return layout.List{Ordered: b.Ordered, Start: b.Start, Items: f.items(b.Items)}
	case markdown.BlockQuote:
		return layout.Quote{Blocks: f.list(b.Blocks)}
	case markdown.BlockNotice:
		return layout.Callout{Title: b.Title, Edge: f.edge(b.Notice), Fill: f.style.Soft, Blocks: f.list(b.Blocks)}
	case markdown.BlockCode:
		return layout.Code{Text: b.Text}
	case markdown.BlockRule:
		return layout.Rule{}
	case markdown.BlockTable:
		return f.table(b)
	case markdown.BlockDefinitions:
		return f.definitions(b)
	case markdown.BlockFigure:
		return f.illustration(b.Picture, f.spans(b.Inlines), f.spans(b.Caption))
	}
	if len(b.Inlines) == 1 && b.Inlines[0].Image != nil && b.Inlines[0].Link == nil {
		return f.illustration(b.Inlines[0].Image, nil, nil) // a picture on its own, without caption
	}
	return layout.Paragraph{Spans: f.spans(b.Inlines), Tight: b.Tight}
}

// edge is the colour beside a notice: a warning is brown, as on the web.
func (f *flow) edge(kind string) pdf.Colour {
	if kind == "warning" || kind == "caution" {
		return pdf.Colour{R: 0x7a, G: 0x4b, B: 0x00}
	}
	return f.style.Accent
}

func (f *flow) items(list []markdown.Item) []layout.Item {
	out := make([]layout.Item, len(list))
	for i := range list {
		out[i] = layout.Item{Blocks: f.list(list[i].Blocks)}
	}
	return out
}

func (f *flow) table(b *markdown.Block) layout.Block {
	t := layout.Table{Head: f.cells(b.Head)}
	for _, row := range b.Rows {
		t.Rows = append(t.Rows, f.cells(row))
	}
	for _, a := range b.Align {
		t.Align = append(t.Align, alignments[a])
	}
	return t
}

// alignments of columns, by those of Markdown.
var alignments = [...]line.Align{
	markdown.AlignNone: line.Left, markdown.AlignLeft: line.Left, markdown.AlignCentre: line.Centre, markdown.AlignRight: line.Right,
}

func (f *flow) cells(list []markdown.Cell) []layout.Cell {
	out := make([]layout.Cell, len(list))
	for i := range list {
		out[i] = layout.Cell{Spans: f.spans(list[i].Inlines), Head: list[i].Head}
	}
	return out
}

func (f *flow) definitions(b *markdown.Block) layout.Block {
	var items []layout.Item
	for _, d := range b.Definitions {
		item := layout.Item{}
		for i, t := range d.Terms {
			if i > 0 {
				item.Label = append(item.Label, layout.Span{Text: ", ", Bold: true})
			}
			for _, span := range f.spans(t) {
				span.Bold = true
				item.Label = append(item.Label, span)
			}
		}
		for _, text := range d.Descriptions {
			item.Blocks = append(item.Blocks, f.list(text.Blocks)...)
		}
		items = append(items, item)
	}
	return layout.Definitions{Items: items}
}

// illustration is a picture of the text. One that cannot be shown is told by its
// description.
func (f *flow) illustration(p *markdown.Illustration, told, caption []layout.Span) layout.Block {
	if p != nil {
		figure := layout.Figure{Alt: p.Alt, Caption: caption}
		ok, err := f.draw(&figure, p.URL)
		if err != nil {
			f.err = err
		}
		if ok {
			return figure
		}
		told = plain(p.Alt)
	}
	if len(told) > 0 && len(caption) > 0 {
		told = append(told, plain(" ")...)
	}
	return layout.Paragraph{Spans: append(told, caption...)}
}

func (f *flow) spans(list []markdown.Inline) []layout.Span {
	out := make([]layout.Span, 0, len(list))
	for i := range list {
		in := &list[i]
		span := layout.Span{Text: in.Text, Bold: in.Bold, Italic: in.Italic, Code: in.Code, Lang: in.Lang, Break: in.Break}
		switch {
		case in.Note != nil:
			span.Text = strconv.Itoa(in.Note.Number)
			if in.Note.Blocks != nil {
				span.Note = f.note(in.Note)
			} else {
				span.Raised = true // a further mark of the same note
			}
		case in.Image != nil:
			span.Text = in.Image.Alt
		}
		if in.Link != nil {
			span.Link = f.link(in.Link, in.Text)
		}
		if span.Text != "" || span.Break {
			out = append(out, span)
		}
	}
	return out
}

func (f *flow) note(n *markdown.Footnote) *layout.Note {
	return &layout.Note{ID: f.anchor("note-" + strconv.Itoa(n.Number)), Blocks: f.list(n.Blocks)}
}

// link is where a piece of text leads; Contents tells it to those who do not see
// the text.
func (f *flow) link(h *markdown.Hyperlink, text string) *line.Link {
	l := f.links[h]
	if l == nil {
		l = &line.Link{To: pdf.Target{URL: h.URL}}
		if h.Anchor != "" {
			l.To = pdf.Target{Anchor: h.Anchor}
			f.inner = append(f.inner, l)
		}
		f.links[h] = l
	}
	l.Contents += text
	return l
}
