package pdf

// link is a link annotation: an area of a page that leads elsewhere.
type link struct {
	page     *Page
	element  *Element
	area     Rect
	to       Target
	contents string
	ref      ref // while the file is written
	key      int // in the ParentTree
}

// anchor is a place that links of the document lead to.
type anchor struct {
	page *Page
	x, y float64
}

// Anchor gives a place of the page a name that links and the outline may use.
func (p *Page) Anchor(name string, x, y float64) {
	if _, known := p.doc.anchors[name]; known || name == "" {
		p.doc.complain("page %d: anchor %q: empty or set before", p.number, name)
		return
	}
	p.doc.anchors[name] = anchor{p, x, y}
}

// Link makes an area lead to a target. The element is a Link; contents say in
// words where it leads (ISO 14289-1, 7.18.5). A link that is broken over lines or
// pages has several areas.
func (p *Page) Link(e *Element, area Rect, to Target, contents string) {
	switch {
	case e.doc != p.doc || e.tag != LinkTag:
		p.doc.complain("page %d: link in an element that is no Link: %s", p.number, e)
		return
	case (to.URL == "") == (to.Anchor == ""):
		p.doc.complain("page %d: link to %+v: not exactly one of address and anchor", p.number, to)
		return
	case contents == "":
		p.doc.complain("page %d: link to %+v without contents", p.number, to)
	}
	l := &link{page: p, element: e, area: area, to: to, contents: contents}
	p.links = append(p.links, l)
	e.Join()
	e.kids = append(e.kids, kid{link: l})
}

// writeLinks writes the annotations. They are printed (ISO 19005-2, 6.3.2) and
// have no border.
func (d *Document) writeLinks(f *file) {
	for _, p := range d.pages {
		for _, l := range p.links {
			o := f.object(l.ref)
			o.raw("<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect").area(p, l.area)
			o.raw("/P ").ref(p.ref).raw("/StructParent ").int(l.key)
			o.raw("/Contents ").text(l.contents)
			if l.to.URL != "" {
				o.raw("/A<</S/URI/URI").bytes(uri(l.to.URL)).raw(">>")
			} else {
				o.raw("/Dest").destination(d.anchors[l.to.Anchor])
			}
			o.raw(">>")
		}
	}
}

func (o *object) destination(a anchor) {
	o.raw("[").ref(a.page.ref).raw("/XYZ").number(a.x).number(a.page.height - a.y).raw(" null]")
}

// uri returns an address in ASCII (ISO 32000-1, 12.6.4.7): other bytes, blanks
// and controls are percent-encoded.
func uri(s string) string {
	var b []byte
	for i := range len(s) {
		if c := s[i]; c > ' ' && c < 0x7f {
			b = append(b, c)
		} else {
			b = append(b, '%', digits[c>>4], digits[c&15])
		}
	}
	return string(b)
}
