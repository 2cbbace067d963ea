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
		w.raw("<hr>")
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
	element := "h" + strconv.Itoa(min(max(n.Level+w.resolved.BaseLevel, 1), 6))
	w.raw("<", element)
	if w.heading < len(w.resolved.HeadingIDs) {
		w.attr(attrID, w.resolved.HeadingIDs[w.heading])
	}
	w.heading++
	w.attrs(n)
	w.raw(">")
	w.inlineBlock(n)
	w.raw("</", element, ">")
}

func (w *writer) quotation(n *ast.Blockquote) {
	kind := attr(n, noticeName)
	if kind == "" {
		w.wrap("blockquote", n)
		return
	}
	w.raw(`<div class="notice notice-`, kind, `" role="note">`)
	if title := w.noticeTitle(kind); title != "" {
		w.raw(`<p class="notice-title">`)
		w.text(title)
		w.raw("</p>")
	}
	w.blocks(n)
	w.raw("</div>")
}

func (w *writer) noticeTitle(kind string) string {
	l := &w.resolved.Labels
	switch kind {
	case "tip":
		return l.Tip
	case "important":
		return l.Important
	case "warning":
		return l.Warning
	case "caution":
		return l.Caution
	}
	return l.Note
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

// code writes a block of code. It can be reached by keyboard, since it scrolls.
func (w *writer) code(n ast.Node, language string) {
	w.raw(`<pre tabindex="0"><code`)
	if isToken(language) {
		w.attr(attrClass, "language-"+language)
	}
	w.raw(">")
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		w.text(visible(string(line.Value(w.src))))
	}
	w.raw("</code></pre>")
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
	w.raw(`<section class="footnotes" role="doc-endnotes"`)
	w.attr("aria-label", w.resolved.Labels.Footnotes)
	w.raw("><ol>")
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		note, ok := c.(*east.Footnote)
		if !ok {
			continue
		}
		w.raw(`<li id="`, w.id("fn-"+strconv.Itoa(note.Index)), `">`)
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
