package markdown

import (
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
	w.hole(holeSpan)
	w.putText(attr(n, attrID))
	w.attrs(n)
	w.raw(">")
	w.inlines(n)
	w.raw("</span>")
}

// footnoteRef leaves place for the number of a note.
func (w *writer) footnoteRef(n *east.FootnoteLink) {
	w.set.prev = '.'
	w.hole(holeRef)
	w.putInt(n.Index)
	w.putInt(n.RefIndex)
}

// footnoteBack leaves place for the way back from a note.
func (w *writer) footnoteBack(n *east.FootnoteBacklink) {
	w.hole(holeBack)
	w.putInt(n.Index)
	w.putInt(n.RefIndex)
}
