package markdown

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"
)

// prose writes nodes as plain text.
type prose struct {
	typesetter
	src []byte
	out []byte
}

func newProse(src []byte, q quotes) *prose {
	p := &prose{src: src, typesetter: typesetter{quotes: q, markup: true}}
	p.reset()
	return p
}

// textOf returns the plain text of what stands in a node.
func textOf(n ast.Node, src []byte, q quotes) string {
	p := newProse(src, q)
	p.inlines(n)
	return strings.TrimSpace(string(p.out))
}

// blocks writes every block in n, each with a newline behind it.
func (p *prose) blocks(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch {
		case c.Kind() == ast.KindCodeBlock || c.Kind() == ast.KindFencedCodeBlock:
			for i := range c.Lines().Len() {
				line := c.Lines().At(i)
				p.foreign(string(line.Value(p.src)), line.Start-line.Padding)
			}
		case hasInline(c):
			p.reset()
			p.inlines(c)
			p.foreign("\n", 0)
			if img := figureImage(c); img != nil {
				p.caption(img)
			}
		default:
			p.blocks(c)
		}
	}
}

// foreign writes text that no phrase is searched in. It stands at the given
// offset of the source, where it stands there.
func (p *prose) foreign(s string, at int) {
	if p.track {
		p.marks = append(p.marks, mark{plain: len(p.out), src: ^max(at, 0)})
	}
	p.out = append(p.out, s...)
}

// caption writes the title of a figure.
func (p *prose) caption(img *ast.Image) {
	at, ok := titlePlace(img, p.src)
	t := typesetter{quotes: p.quotes, markup: true, track: p.track && ok, offset: at}
	t.reset()
	text := t.set(nil, string(img.Title), endOfText)
	p.foreign("", at)
	for _, m := range t.marks {
		p.marks = append(p.marks, mark{plain: len(p.out) + m.plain, src: ^m.src})
	}
	p.out = append(p.out, text...)
	p.foreign("\n", 0)
}

// titlePlace returns where a picture's title begins: behind its address, by a
// little white space and a quotation mark. The parser hands titles out as copies,
// from several lines without their indentation; those cannot be followed, and
// the place is that of the picture.
func titlePlace(img *ast.Image, src []byte) (int, bool) {
	if at, ok := offsetIn(src, img.Destination); ok {
		at += len(img.Destination)
		near := src[at:min(at+len(img.Title)+maxSnippet, len(src))]
		if i := bytes.Index(near, img.Title); i >= 0 {
			return at + i, true
		}
	}
	return max(img.Pos(), 0), false
}

func (p *prose) inlines(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		p.inline(c)
	}
}

func (p *prose) inline(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		p.out = p.text(p.out, n, p.src)
		if n.SoftLineBreak() || n.HardLineBreak() {
			p.prev = endOfText
			p.note(len(p.out), n.Segment.Stop-p.offset)
			p.out = append(p.out, ' ')
		}
	case *ast.CodeSpan:
		p.foreign(codeText(n, p.src), firstOffset(n))
		p.prev = 'x'
	case *ast.AutoLink:
		at, _ := offsetIn(p.src, n.Label(p.src))
		p.foreign(string(n.Label(p.src)), at)
		p.prev = 'x'
	case *ast.RawHTML, *east.FootnoteLink, *east.FootnoteBacklink:
	default:
		p.inlines(n)
	}
}

// text sets one text node.
func (t *typesetter) text(dst []byte, n *ast.Text, src []byte) []byte {
	t.offset = n.Segment.Start
	s := src[n.Segment.Start:n.Segment.Stop]
	next := rune(endOfText)
	if l := len(s); l > 0 && (s[l-1] == '"' || s[l-1] == '\'') {
		next = following(n, src)
	}
	return t.set(dst, util.BytesToReadOnlyString(s), next)
}

// following returns the character that is read behind n in its block. Code and
// pictures count as a letter, a note's number as a full stop.
func following(n ast.Node, src []byte) rune {
	if t, ok := n.(*ast.Text); ok && (t.SoftLineBreak() || t.HardLineBreak()) {
		return endOfText
	}
	for ; n != nil && n.Type() == ast.TypeInline; n = n.Parent() {
		for s := n.NextSibling(); s != nil; s = s.NextSibling() {
			if r, ok := leading(s, src); ok {
				return r
			}
		}
	}
	return endOfText
}

// leading returns the first character of n, if it has any.
func leading(n ast.Node, src []byte) (rune, bool) {
	switch n := n.(type) {
	case *ast.Text:
		s := src[n.Segment.Start:n.Segment.Stop]
		if len(s) == 0 {
			return endOfText, n.SoftLineBreak() || n.HardLineBreak()
		}
		r, _ := utf8.DecodeRune(s)
		return r, true
	case *ast.CodeSpan, *ast.Image, *ast.AutoLink:
		return 'x', true
	case *east.FootnoteLink:
		return '.', true
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if r, ok := leading(c, src); ok {
			return r, true
		}
	}
	return 0, false
}

// firstOffset returns where the text of a code span begins in the source.
func firstOffset(n *ast.CodeSpan) int {
	if t, ok := n.FirstChild().(*ast.Text); ok {
		return t.Segment.Start
	}
	return n.Pos()
}

// codeText returns the text of a code span; its line ends are spaces.
func codeText(n *ast.CodeSpan, src []byte) string {
	var b strings.Builder
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			b.Write(t.Segment.Value(src))
		}
	}
	return strings.ReplaceAll(b.String(), "\n", " ")
}

// titleOf sets the title of a link or picture.
func titleOf(raw []byte, q quotes) string {
	t := typesetter{quotes: q, markup: true}
	t.reset()
	return string(t.set(nil, string(raw), endOfText))
}
