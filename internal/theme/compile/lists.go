package compile

import (
	"slices"
	"text/template/parse"
)

// length is that of a list, or the bytes of a text.
func (f *frame) length(n parse.Node, e expr) expr {
	out := expr{class: number, typ: numberType}
	switch e.class {
	case text:
		out.number = func(r *run) int { return len(e.text(r)) }
	case many:
		out.number = func(r *run) int { return len(e.list(r)) }
	default:
		f.refuse(n, "it has no length")
	}
	return out
}

// index is an element of a list.
func (f *frame) index(n parse.Node, of, at expr) expr {
	f.demand(n, of.class == many && at.class == number)
	typ := of.typ.Elem()
	size := typ.Size()
	return f.inMemory(n, address{base: func(r *run) place {
		l, i := of.list(r), at.number(r)
		if i < 0 || i >= len(l) {
			fail("index out of range in " + n.String())
		}
		return l.at(i, size)
	}}, typ)
}

// slice is a part of a text or list. The bounds of a list may reach beyond its
// length, up to its capacity.
func (f *frame) slice(n parse.Node, e expr, bounds []expr) expr {
	for _, b := range bounds {
		f.demand(n, b.class == number)
	}
	typ := e.typ
	switch e.class {
	case text:
		f.count(n, bounds, 0, 2)
		return expr{class: text, typ: typ, text: func(r *run) string {
			s := e.text(r)
			at := cuts(r, bounds, len(s), len(s))
			return s[at[0]:at[1]]
		}}
	case many:
		return expr{class: many, typ: typ, list: func(r *run) list {
			l := e.list(r)
			return l.cut(typ, cuts(r, bounds, len(l), cap(l)))
		}}
	}
	f.refuse(n, "neither text nor list")
	return expr{}
}

// cuts computes the bounds of a part, two or three.
func cuts(r *run, bounds []expr, length, most int) []int {
	at := []int{0, length}
	for i, b := range bounds {
		v := b.number(r)
		if v < 0 || v > most {
			fail("bound out of range")
		}
		if i < len(at) {
			at[i] = v
		} else {
			at = append(at, v)
		}
	}
	if !slices.IsSorted(at) {
		fail("bounds in the wrong order")
	}
	return at
}
