package markdown

import (
	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// tableBlock writes a table in a region that scrolls by itself where the table
// is wider than the page, and that can therefore be reached by keyboard.
func (w *writer) tableBlock(n *east.Table) {
	w.table++
	w.raw(`<div class="table-scroll"`)
	if !w.xml {
		w.region()
	}
	w.raw("><table>")
	body := false
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if c.Kind() == east.KindTableHeader {
			w.raw("<thead>")
			w.row(c, true)
			w.raw("</thead>")
			continue
		}
		if !body {
			w.raw("<tbody>")
			body = true
		}
		w.row(c, false)
	}
	if body {
		w.raw("</tbody>")
	}
	w.raw("</table></div>")
}

// region makes the last element one that readers can go to and scroll.
func (w *writer) region() {
	w.raw(` tabindex="0"`)
	w.hole(holeRegion)
	w.putInt(w.table)
}

// row writes one row.
func (w *writer) row(n ast.Node, head bool) {
	w.raw("<tr>")
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		element := "td"
		if headsColumn(c, head) {
			element = "th"
		}
		w.raw("<", element)
		if element == "th" {
			w.raw(` scope="col"`)
		}
		if cell, ok := c.(*east.TableCell); ok && cell.Alignment != east.AlignNone {
			w.raw(` class="align-`, cell.Alignment.String(), `"`)
		}
		w.raw(">")
		w.inlineBlock(c)
		w.raw("</", element, ">")
	}
	w.raw("</tr>")
}
