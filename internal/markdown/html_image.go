package markdown

import "github.com/yuin/goldmark/ast"

// figureImage returns the image of a paragraph that is a figure: one image with
// a title and nothing else. Otherwise nil.
func figureImage(n ast.Node) *ast.Image {
	if n.Kind() != ast.KindParagraph {
		return nil
	}
	img, ok := n.FirstChild().(*ast.Image)
	if !ok || img.NextSibling() != nil || len(img.Title) == 0 {
		return nil
	}
	return img
}

func (w *writer) figure(img *ast.Image) {
	w.raw(`<figure class="figure">`)
	w.imageNode(img)
	w.raw("<figcaption>")
	w.text(titleOf(img.Title, w.set.quotes))
	w.notesOf(img)
	w.raw("</figcaption></figure>")
}

// imageNode leaves place for a picture.
func (w *writer) imageNode(n *ast.Image) {
	alt, dest := w.imageOf(n)
	w.hole(holeImage)
	w.putText(alt)
	w.putText(dest)
}

// notesOf writes the references to notes that a picture's text holds.
func (w *writer) notesOf(img *ast.Image) {
	for _, ref := range notesIn(img) {
		w.footnoteRef(ref)
	}
}
