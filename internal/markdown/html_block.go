package markdown

import (
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// blocks writes every block in n.
func (w *writer) blocks(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		w.block(c)
	}
}

func (w *writer) block(n ast.Node) {
	switch n := n.(type) {
	case *ast.Paragraph:
		w.paragraph(n)
	case *ast.TextBlock:
		w.inlineBlock(n)
	case *ast.Heading:
		w.headingBlock(n)
	case *ast.Blockquote:
		w.quotation(n)
	case *ast.List:
		w.list(n)
	case *ast.ListItem:
		w.wrap("li", n)
	case *ast.CodeBlock:
		w.code(n, "")
	case *ast.FencedCodeBlock:
		w.code(n, string(n.Language(w.src)))
	case *ast.ThematicBreak:
		w.raw("<hr")
		w.closeVoid()
	case *east.Table:
		w.tableBlock(n)
	case *east.DefinitionList:
		w.wrap("dl", n)
	case *east.DefinitionTerm:
		w.raw("<dt>")
		w.inlineBlock(n)
		w.raw("</dt>")
	case *east.DefinitionDescription:
		w.wrap("dd", n)
	case *east.FootnoteList:
		w.footnoteList(n)
	}
}

// wrap writes the blocks of n in an element.
func (w *writer) wrap(element string, n ast.Node) {
	w.raw("<", element, ">")
	w.blocks(n)
	w.raw("</", element, ">")
}

// inlineBlock writes the text of a block, which is set on its own.
func (w *writer) inlineBlock(n ast.Node) {
	w.set.reset()
	w.inlines(n)
}

func (w *writer) paragraph(n *ast.Paragraph) {
	if img := figureImage(n); img != nil {
		w.figure(img)
		return
	}
	w.raw("<p>")
	w.inlineBlock(n)
	w.raw("</p>")
}

func (w *writer) headingBlock(n *ast.Heading) {
	if !isShown(n) {
		w.hole(holeNoHeading)
		return
	}
	w.hole(holeHeading)
	w.putInt(n.Level)
	w.putText(string(appendAttrs(nil, n, w.xml)))
	w.inlineBlock(n)
	w.hole(holeHeadingEnd)
	w.putInt(n.Level)
}

func (w *writer) quotation(n *ast.Blockquote) {
	kind := attr(n, noticeName)
	if kind == "" {
		w.wrap("blockquote", n)
		return
	}
	w.raw(`<div class="notice notice-`, kind, `" role="note">`)
	w.hole(holeNotice)
	w.putText(kind)
	w.blocks(n)
	w.raw("</div>")
}

func (w *writer) list(n *ast.List) {
	if !n.IsOrdered() {
		w.wrap("ul", n)
		return
	}
	w.raw("<ol")
	if n.Start != 1 {
		w.raw(` start="`, strconv.Itoa(n.Start), `"`)
	}
	w.raw(">")
	w.blocks(n)
	w.raw("</ol>")
}

// code writes a block of code. On a page, where it scrolls, it can be reached by
// keyboard.
func (w *writer) code(n ast.Node, language string) {
	w.raw("<pre")
	if !w.xml {
		w.raw(` tabindex="0"`)
	}
	w.raw("><code")
	if isToken(language) {
		w.attr(attrClass, "language-"+language)
	}
	w.raw(">")
	w.text(codeLines(n, w.src))
	w.raw("</code></pre>")
}

// codeLines returns the text of a block of code; every line ends in a newline.
func codeLines(n ast.Node, src []byte) string {
	var b strings.Builder
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		b.Write(line.Value(src))
	}
	return visible(b.String())
}

// visible replaces control characters, which HTML may not hold.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r >= 0x7f && r < 0xa0 {
			return '\uFFFD'
		}
		return r
	}, s)
}

// footnoteList writes the notes that the text refers to.
func (w *writer) footnoteList(n *east.FootnoteList) {
	w.raw(`<section class="footnotes"`)
	w.meaning("endnotes", "doc-endnotes")
	w.hole(holeNotes)
	w.raw("><ol>")
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		note, ok := c.(*east.Footnote)
		if !ok {
			continue
		}
		w.raw("<li")
		w.hole(holeID)
		w.putText("fn-" + strconv.Itoa(note.Index))
		w.meaning("endnote", "")
		w.raw(">")
		for b := note.FirstChild(); b != nil; b = b.NextSibling() {
			if b.Type() == ast.TypeInline {
				w.inline(b)
			} else {
				w.block(b)
			}
		}
		w.raw("</li>")
	}
	w.raw("</ol></section>")
}
