package markdown

import (
	"strconv"

	"github.com/yuin/goldmark/ast"
)

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

// imageNode writes a picture, or its text where there is no picture to show.
// A title stands in the caption of a figure, nowhere else: what only shows under
// a mouse is not for everyone.
func (w *writer) imageNode(n *ast.Image) {
	p, ok := w.picture(n)
	if !ok {
		w.text(p.Alt)
		return
	}
	w.raw("<img")
	w.attr("src", p.URL)
	if !w.xml {
		w.srcset(p.Picture)
	}
	w.raw(` alt="`)
	w.text(p.Alt)
	w.raw(`"`)
	w.number("width", p.Width)
	w.number("height", p.Height)
	if !w.xml {
		w.raw(` loading="lazy" decoding="async"`)
	}
	w.closeVoid()
}

// notesOf writes the references to notes that a picture's text holds.
func (w *writer) notesOf(img *ast.Image) {
	for _, ref := range notesIn(img) {
		w.footnoteRef(ref)
	}
}

func (w *writer) srcset(p Picture) {
	set := ""
	for _, v := range p.SrcSet {
		if v.URL == "" || v.Width <= 0 || !isSafe(v.URL) {
			continue
		}
		if set != "" {
			set += ", "
		}
		set += address(v.URL) + " " + strconv.Itoa(v.Width) + "w"
	}
	w.attr("srcset", set)
	if set != "" {
		w.attr("sizes", p.Sizes)
	}
}
