package markdown

import (
	"strconv"
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
				p.foreign(string(line.Value(p.src)))
			}
		case hasInline(c):
			p.reset()
			p.inlines(c)
			p.foreign("\n")
			if img := figureImage(c); img != nil {
				p.foreign(titleOf(img.Title, p.quotes) + "\n")
			}
		default:
			p.blocks(c)
		}
	}
}

// foreign writes text that no phrase is searched in.
func (p *prose) foreign(s string) {
	if p.track {
		p.marks = append(p.marks, mark{plain: len(p.out), src: -1})
	}
	p.out = append(p.out, s...)
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
		p.foreign(codeText(n, p.src))
		p.prev = 'x'
	case *ast.AutoLink:
		p.foreign(string(n.Label(p.src)))
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

// decode resolves the escapes and references of an address.
func decode(raw []byte) string {
	s := string(raw)
	if !strings.ContainsAny(s, `\&`) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		switch {
		case s[i] == '\\' && i+1 < len(s) && isASCIIPunct(s[i+1]):
			b.WriteByte(s[i+1])
			i += 2
		case s[i] == '&':
			text, n := reference(s[i:])
			b.WriteString(text)
			i += n
		default:
			b.WriteByte(s[i])
			i++
		}
	}
	return b.String()
}

// maxReference is how long &…; can be (CommonMark § 2.5).
const maxReference = 40

// reference resolves the character reference at the start of s, which begins
// with "&", and returns how many bytes it takes. What is none stands for itself.
func reference(s string) (string, int) {
	end := strings.IndexByte(s[:min(len(s), maxReference)], ';')
	if end < 2 {
		return "&", 1
	}
	name := s[1:end]
	if name[0] == '#' {
		return numericReference(name[1:], end+1)
	}
	if e, ok := util.LookUpHTML5EntityByName(name); ok {
		return string(e.Characters), end + 1
	}
	return "&", 1
}

func numericReference(digits string, size int) (string, int) {
	base, limit := 10, 7
	if strings.HasPrefix(digits, "x") || strings.HasPrefix(digits, "X") {
		base, limit, digits = 16, 6, digits[1:]
	}
	v, err := strconv.ParseUint(digits, base, 32)
	if err != nil || len(digits) > limit {
		return "&", 1
	}
	r := rune(v)
	if v < ' ' && v != '\t' && v != '\n' || v >= 0x7f && v < 0xa0 || !utf8.ValidRune(r) {
		r = utf8.RuneError
	}
	return string(r), size
}
