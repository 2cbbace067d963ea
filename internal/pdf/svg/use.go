package svg

import (
	"strings"

	"dossier/internal/pdf"
)

// use draws another element of the file in this place.
func (d *drawer) use(n *node, st state) error {
	target := d.target(n)
	if target == nil {
		return refuse(n, "<use>")
	}
	g, bad := st.geometry(n)
	x, y := g.across("x"), g.down("y")
	if *bad != "" {
		return refuse(n, "<use> "+*bad)
	}
	st.matrix = translation(x, y).Mul(st.matrix)
	if target.name == "symbol" {
		return d.symbol(n, target, st)
	}
	return d.element(target, st)
}

func (st *state) geometry(n *node) (geometry, *string) {
	var bad string
	return geometry{n, st.fontSize, st.view, &bad}, &bad
}

// target is the element of the same file that href names.
func (d *drawer) target(n *node) *node {
	href := n.attr("href")
	if href == "" {
		href = n.attr("xlink:href")
	}
	id, local := strings.CutPrefix(href, "#")
	if !local {
		return nil
	}
	return d.doc.ids[id]
}

// symbol draws a symbol, fitted into the size that its user gives.
func (d *drawer) symbol(n, symbol *node, st state) error {
	if st.depth >= maxDepth {
		return refuse(n, "depth")
	}
	if err := d.spend(symbol, symbol.cost); err != nil {
		return err
	}
	inside, err := d.enter(symbol, st)
	if err != nil || inside.gone {
		return err
	}
	size, err := st.portion(n)
	if err != nil {
		return err
	}
	if size.w <= 0 || size.h <= 0 {
		return nil
	}
	if !inside.clipToBox(box{0, 0, size.w, size.h}) {
		return refuse(n, "<symbol> in a clip")
	}
	if inside.gone {
		return nil
	}
	inside.view = size
	if text := symbol.attr("viewBox"); text != "" {
		v, ok := readViewBox(text)
		if !ok {
			return refuse(symbol, "viewBox")
		}
		if a := symbol.attr("preserveAspectRatio"); a != "" && a != "xMidYMid" && a != "xMidYMid meet" {
			return refuse(symbol, "preserveAspectRatio")
		}
		inside.matrix = v.into(size).Mul(inside.matrix)
		inside.view = v.box
	}
	return d.children(symbol, inside)
}

// portion is the size at which a symbol is used: all of the view unless the user
// says otherwise.
func (st *state) portion(n *node) (view, error) {
	size := st.view
	g, bad := st.geometry(n)
	if w, ok := g.optional("width", st.view.w); ok {
		size.w = w
	}
	if h, ok := g.optional("height", st.view.h); ok {
		size.h = h
	}
	if *bad != "" {
		return size, refuse(n, "<use> "+*bad)
	}
	return size, nil
}

// into fits a viewBox into a size, whole and in the middle (SVG 2, clause 8.6,
// xMidYMid meet).
func (v viewBox) into(size view) pdf.Matrix {
	k := min(size.w/v.box.w, size.h/v.box.h)
	return pdf.Matrix{k, 0, 0, k, (size.w-k*v.box.w)/2 - k*v.x, (size.h-k*v.box.h)/2 - k*v.y}
}
