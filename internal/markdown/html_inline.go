package markdown

import (
	"strconv"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"
)

// inlines writes all that stands in the text of n.
func (w *writer) inlines(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		w.inline(c)
	}
}

func (w *writer) inline(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		w.textNode(n)
	case *ast.CodeSpan:
		w.raw("<code>")
		w.text(visible(codeText(n, w.src)))
		w.raw("</code>")
		w.set.prev = 'x'
	case *ast.Emphasis:
		element := "em"
		if n.Level == 2 {
			element = "strong"
		}
		w.around(element, n)
	case *east.Strikethrough:
		w.around("del", n)
	case *ast.Link, *ast.AutoLink:
		w.linkNode(n)
	case *ast.Image:
		w.imageNode(n)
		w.set.prev = 'x'
		w.notesOf(n)
	case *span:
		w.spanNode(n)
	case *east.FootnoteLink:
		w.footnoteRef(n)
	case *east.FootnoteBacklink:
		w.footnoteBack(n)
	}
}

func (w *writer) around(element string, n ast.Node) {
	w.raw("<", element, ">")
	w.inlines(n)
	w.raw("</", element, ">")
}

func (w *writer) textNode(n *ast.Text) {
	w.scratch = w.set.text(w.scratch[:0], n, w.src)
	w.text(util.BytesToReadOnlyString(w.scratch))
	switch {
	case n.HardLineBreak():
		w.raw("<br")
		w.closeVoid()
		w.set.prev = endOfText
	case n.SoftLineBreak():
		w.raw("\n")
		w.set.prev = endOfText
	}
}

func (w *writer) spanNode(n *span) {
	w.raw("<span")
	w.attr(attrID, w.spanID(n))
	w.attrs(n)
	w.raw(">")
	w.inlines(n)
	w.raw("</span>")
}

// footnoteRef writes the number of a note. The second reference to one note has
// the id fnref-1-2, the third fnref-1-3.
func (w *writer) footnoteRef(n *east.FootnoteLink) {
	if w.hold(n) {
		return
	}
	number := strconv.Itoa(n.Index)
	w.raw(`<sup class="footnote-ref"><a`)
	w.attr("href", "#"+w.id("fn-"+number))
	w.attr(attrID, w.id(refID(n.Index, n.RefIndex)))
	w.meaning("noteref", "doc-noteref")
	w.attr("aria-label", label(w.resolved.Labels.FootnoteRef, n.Index))
	w.raw(">", number, "</a></sup>")
}

// footnoteBack writes the way back from a note; those to a second reference and
// further are told apart by its number.
func (w *writer) footnoteBack(n *east.FootnoteBacklink) {
	name := label(w.resolved.Labels.FootnoteBack, n.Index)
	if n.RefIndex > 0 && name != "" {
		name += " (" + strconv.Itoa(n.RefIndex+1) + ")"
	}
	w.raw(` <a href="#`, w.id(refID(n.Index, n.RefIndex)), `" class="footnote-back" role="doc-backlink"`)
	w.attr("aria-label", name)
	w.raw(">↩\uFE0E</a>")
}

func refID(note, ref int) string {
	id := "fnref-" + strconv.Itoa(note)
	if ref > 0 {
		id += "-" + strconv.Itoa(ref+1)
	}
	return id
}
