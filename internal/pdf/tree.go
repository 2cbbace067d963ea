package pdf

import (
	"maps"
	"slices"
)

// number gives object numbers to the element and all below it.
func (e *Element) number(f *file) {
	e.ref = f.alloc()
	for _, k := range e.kids {
		if k.element != nil {
			k.element.number(f)
		}
	}
}

// writeTree writes the structure tree with its indexes: from content to
// elements (ParentTree) and from names to elements (IDTree).
func (d *Document) writeTree(f *file, parts parts) {
	ids := map[string]ref{}
	d.root.identify(ids)
	o := f.object(parts.tree)
	o.raw("<</Type/StructTreeRoot/K ").ref(d.root.ref)
	o.raw("/ParentTree ").ref(parts.parents)
	o.raw("/ParentTreeNextKey ").int(d.keys())
	if len(ids) > 0 {
		o.raw("/IDTree<</Names[")
		for _, id := range slices.Sorted(maps.Keys(ids)) {
			o.bytes(id).ref(ids[id])
		}
		o.raw("]>>")
	}
	o.raw(">>")
	d.writeParents(f, parts)
	d.root.write(f, parts.tree)
}

func (e *Element) identify(ids map[string]ref) {
	if e.attrs.ID != "" {
		ids[e.attrs.ID] = e.ref
	}
	for _, k := range e.kids {
		if k.element != nil {
			k.element.identify(ids)
		}
	}
}

// keys returns how many keys the ParentTree has: one for every page, then one for
// every annotation.
func (d *Document) keys() int {
	n := len(d.pages)
	for _, p := range d.pages {
		n += len(p.links)
	}
	return n
}

// writeParents writes the ParentTree (ISO 32000-1, 14.7.4.4).
func (d *Document) writeParents(f *file, parts parts) {
	lists := make([]ref, len(d.pages))
	for i, p := range d.pages {
		lists[i] = f.alloc()
		o := f.object(lists[i])
		o.raw("[")
		for _, e := range p.owners {
			o.ref(e.ref)
		}
		o.raw("]")
	}
	o := f.object(parts.parents)
	o.raw("<</Nums[")
	for i := range d.pages {
		o.int(i).ref(lists[i])
	}
	for _, p := range d.pages {
		for _, l := range p.links {
			o.int(l.key).ref(l.element.ref)
		}
	}
	o.raw("]>>")
}

// write writes the element and all below it.
func (e *Element) write(f *file, parent ref) {
	o := f.object(e.ref)
	o.raw("<</Type/StructElem/S").name(string(e.tag))
	o.raw("/P ").ref(parent)
	page := e.home()
	if page != nil {
		o.raw("/Pg ").ref(page.ref)
	}
	e.writeAttributes(o)
	e.writeKids(o, page)
	o.raw(">>")
	for _, k := range e.kids {
		if k.element != nil {
			k.element.write(f, e.ref)
		}
	}
}

// home returns the page that the element's own content is on unless a kid says
// otherwise: that of the first.
func (e *Element) home() *Page {
	for _, k := range e.kids {
		if k.page != nil {
			return k.page
		}
		if k.link != nil {
			return k.link.page
		}
	}
	return nil
}

func (e *Element) writeKids(o *object, home *Page) {
	if len(e.kids) == 0 {
		return
	}
	o.raw("/K[")
	for _, k := range e.kids {
		switch {
		case k.element != nil:
			o.ref(k.element.ref)
		case k.link != nil:
			o.raw("<</Type/OBJR").otherPage(k.link.page, home)
			o.raw("/Obj ").ref(k.link.ref).raw(">>")
		case k.page == home:
			o.int(k.mcid)
		default:
			o.raw("<</Type/MCR").otherPage(k.page, home)
			o.raw("/MCID ").int(k.mcid).raw(">>")
		}
	}
	o.raw("]")
}

func (o *object) otherPage(page, home *Page) {
	if page != home {
		o.raw("/Pg ").ref(page.ref)
	}
}

// writeAttributes writes what the element says besides its type (ISO 32000-1,
// 14.8.5).
func (e *Element) writeAttributes(o *object) {
	a := e.attrs
	for _, s := range []struct{ key, value string }{{"/Lang ", a.Lang}, {"/Alt ", a.Alt}, {"/ActualText ", a.Actual}} {
		if s.value != "" {
			o.raw(s.key).text(s.value)
		}
	}
	if a.ID != "" {
		o.raw("/ID ").bytes(a.ID)
	}
	switch {
	case a.Numbering != "":
		o.raw("/A<</O/List/ListNumbering").name(a.Numbering).raw(">>")
	case a.Scope != "" || a.ColSpan > 1 || a.RowSpan > 1:
		o.raw("/A<</O/Table")
		if a.Scope != "" {
			o.raw("/Scope").name(a.Scope)
		}
		o.span("/ColSpan ", a.ColSpan)
		o.span("/RowSpan ", a.RowSpan)
		o.raw(">>")
	case a.BBox != nil:
		o.raw("/A<</O/Layout/BBox")
		o.area(e.page(), *a.BBox)
		o.raw(">>")
	}
}

func (o *object) span(key string, n int) {
	if n > 1 {
		o.raw(key).int(n)
	}
}
