package markdown

import (
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// inlinesOf returns the text of a block, which is set on its own.
func (p *planter) inlinesOf(n ast.Node) []Inline {
	p.set.reset()
	p.children(n)
	return p.take()
}

// take returns what was written since the last time.
func (p *planter) take() []Inline {
	p.flush()
	if p.id != "" {
		p.add(p.style)
	}
	if len(p.line) == 0 {
		return nil
	}
	line := slices.Clone(p.line)
	p.line = p.line[:0]
	return line
}

// open begins or goes on with a piece of text in the style at hand.
func (p *planter) open() {
	if p.id == "" && p.style == p.piece {
		return
	}
	p.flush()
	p.piece, p.pieceID, p.id = p.style, p.id, ""
}

// flush ends the piece of text at hand.
func (p *planter) flush() {
	if len(p.text) == 0 {
		return
	}
	done := p.piece
	done.Text, done.ID = string(p.text), p.pieceID
	p.line = append(p.line, done)
	p.text, p.pieceID = p.text[:0], ""
}

// write adds text in the style at hand.
func (p *planter) write(s string) {
	if s != "" {
		p.open()
		p.text = append(p.text, s...)
	}
}

// add puts what is not text behind the text.
func (p *planter) add(i Inline) {
	p.flush()
	i.ID, p.id = p.id, ""
	p.line = append(p.line, i)
}

// children writes all that stands in the text of n.
func (p *planter) children(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		p.node(c)
	}
}

func (p *planter) node(n ast.Node) {
	outer := p.style
	switch n := n.(type) {
	case *ast.Text:
		p.textNode(n)
	case *ast.CodeSpan:
		p.style.Code = true
		p.write(visible(codeText(n, p.src)))
		p.set.prev = 'x'
	case *ast.Emphasis:
		if n.Level == 2 {
			p.style.Bold = true
		} else {
			p.style.Italic = true
		}
		p.children(n)
	case *east.Strikethrough:
		p.style.Strike = true
		p.children(n)
	case *ast.Link, *ast.AutoLink:
		p.linkNode(n)
	case *ast.Image:
		p.imageNode(n)
	case *span:
		p.spanNode(n)
	case *east.FootnoteLink:
		p.footnoteRef(n)
	}
	p.style = outer
}

func (p *planter) textNode(n *ast.Text) {
	if n.Segment.Len() > 0 {
		p.open()
		p.text = p.set.text(p.text, n, p.src)
	}
	switch {
	case n.HardLineBreak():
		p.brk()
	case n.SoftLineBreak():
		p.write(" ")
		p.set.prev = endOfText
	}
}

// brk begins a new line.
func (p *planter) brk() {
	i := p.style
	i.Break = true
	p.add(i)
	p.set.prev = endOfText
}

// spanNode writes a span. Its id goes to what is written next.
func (p *planter) spanNode(n *span) {
	if id := p.spanID(attr(n, attrID)); id != "" {
		if p.id != "" {
			p.add(p.style)
		}
		p.id = id
	}
	if lang := attr(n, attrLang); lang != "" {
		p.style.Lang = lang
	}
	p.children(n)
}

func (p *planter) linkNode(n ast.Node) {
	link := p.linkOf(n)
	t := p.target(link.dest)
	if t.Dead {
		p.linkText(n, link, t)
		return
	}
	outer := p.style
	p.style.Link = p.hyperlink(n, t)
	if lang := linkLang(n, link, t); lang != "" {
		p.style.Lang = lang
	}
	p.inLink = true
	p.linkText(n, link, t)
	p.style = outer
	for _, ref := range p.release() {
		p.note(ref.note)
	}
}

// linkLang returns the language of a link's text: the one the editor gave it, or
// that of the title it takes from its target.
func linkLang(n ast.Node, l linkHole, t Target) string {
	if l.empty && !l.named {
		return t.Lang
	}
	return attr(n, attrLang)
}

func (p *planter) hyperlink(n ast.Node, t Target) *Hyperlink {
	h := &Hyperlink{URL: address(t.URL), Note: t.Note, Lang: t.Lang, External: t.External}
	h.Anchor, _ = strings.CutPrefix(t.URL, "#")
	if h.Anchor == t.URL {
		h.Anchor = ""
	}
	if l, ok := n.(*ast.Link); ok {
		h.Title = titleOf(l.Title, p.set.quotes)
	}
	return h
}

// linkText writes what a link shows.
func (p *planter) linkText(n ast.Node, link linkHole, t Target) {
	p.children(n)
	p.write(linkName(link, t))
	if link.shows() {
		p.set.prev = 'x'
	}
	p.write(linkNote(t))
}

// imageNode writes a picture, or its text where there is no picture to show.
func (p *planter) imageNode(n *ast.Image) {
	if pic, ok := p.picture(p.imageOf(n)); ok {
		i := p.style
		i.Image = &pic
		p.add(i)
	} else {
		p.write(pic.Alt)
	}
	p.set.prev = 'x'
	p.notesOf(n)
}

// notesOf writes the references to notes that a picture's text holds.
func (p *planter) notesOf(img *ast.Image) {
	for _, ref := range notesIn(img) {
		p.footnoteRef(ref)
	}
}

// footnoteRef writes the number of a note.
func (p *planter) footnoteRef(n *east.FootnoteLink) {
	p.set.prev = '.'
	if !p.hold(noteRef{n.Index, n.RefIndex}) {
		p.note(n.Index)
	}
}

func (p *planter) note(number int) {
	i := p.style
	i.Note = &Footnote{Number: number}
	if p.notes == nil {
		p.notes = map[int]*Footnote{}
	}
	if p.notes[number] == nil {
		p.notes[number] = i.Note
	}
	p.add(i)
}
