package ua

// allowedAnnotations are the types that PDF/A-2 permits (ISO 19005-2, 6.3.1).
var allowedAnnotations = words(`Text Link FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly
	StrikeOut Stamp Caret Ink Popup FileAttachment Widget PrinterMark Watermark`)

// The flags of an annotation (ISO 32000-1, table 165).
const (
	flagInvisible = 1 << iota
	flagHidden
	flagPrint
	_
	_
	flagNoView
	_
	_
	flagToggle
)

// annotations checks the annotations of every page.
func (c *checker) annotations() {
	for _, p := range c.pages {
		all := c.f.array(p.get("Annots"))
		if len(all) > 0 && c.f.name(p.get("Tabs")) != "S" {
			c.add("UA 7.18.3-1", p.number, "the tab order of a page with annotations is not that of the structure (Tabs)")
		}
		for _, o := range all {
			d := c.f.dict(o)
			c.annotation(p, d)
			c.tagged(p, d, c.tree.objects[number(o)])
		}
	}
}

// annotation checks an annotation by itself (ISO 19005-2, 6.3).
func (c *checker) annotation(p *page, d *dict) {
	kind := c.f.name(d.get("Subtype"))
	if !allowedAnnotations[kind] {
		c.add("A2 6.3.1-1", p.number, "annotation of the type %q", kind)
	}
	r, ok := c.rect(d.get("Rect"))
	if !ok {
		c.add("PDF 12.5.2", p.number, "%s annotation without a rectangle", kind)
	}
	flags, ok := c.f.integer(d.get("F"))
	switch {
	case kind == "Popup":
	case !ok:
		c.add("A2 6.3.2-1", p.number, "%s annotation without flags (F)", kind)
	case flags&flagPrint == 0:
		c.add("A2 6.3.2-2", p.number, "%s annotation is not printed", kind)
	case flags&(flagInvisible|flagHidden|flagNoView|flagToggle) != 0:
		c.add("A2 6.3.2-2", p.number, "%s annotation is hidden", kind)
	}
	look := c.f.dict(d.get("AP"))
	empty := r[0] == r[2] && r[1] == r[3]
	if look == nil && kind != "Link" && kind != "Popup" && !empty {
		c.add("A2 6.3.3-1", p.number, "%s annotation without an appearance", kind)
	}
	if look != nil && (len(look.entries) != 1 || !look.has("N")) {
		c.add("A2 6.3.3-2", p.number, "%s annotation has appearances besides the normal one", kind)
	}
	if kind == "Widget" && d.has("A") {
		c.add("A2 6.4.1-1", p.number, "Widget annotation with an action")
	}
}

// tagged checks how an annotation stands in the structure tree (ISO 14289-1,
// 7.18). e is nil when it does not.
func (c *checker) tagged(p *page, d *dict, e *element) {
	if flags, _ := c.f.integer(d.get("F")); flags&flagHidden != 0 {
		return
	}
	kind := c.f.name(d.get("Subtype"))
	want, rule := name("Annot"), "UA 7.18.1-1"
	switch kind {
	case "Link":
		want, rule = "Link", "UA 7.18.5-1"
		c.destination(p, d)
	case "Widget":
		want, rule = "Form", "UA 7.18.4-1"
	case "Popup", "PrinterMark":
		return
	}
	var alt string
	switch {
	case e == nil:
		c.add(rule, p.number, "%s annotation is not in the structure tree", kind)
	case e.std != want:
		c.add(rule, p.number, "%s annotation within %s", kind, e)
	default:
		alt = c.f.string(e.get("Alt"))
	}
	said := c.f.string(d.get("Contents")) != ""
	switch {
	case kind == "Link" && !said:
		c.add("UA 7.18.5-2", p.number, "Link annotation without a description (Contents)")
	case kind == "Widget" && c.f.string(d.get("TU")) == "" && alt == "":
		c.add("UA 7.18.1-3", p.number, "Widget annotation without a description (TU)")
	case kind != "Widget" && !said && alt == "":
		c.add("UA 7.18.1-2", p.number, "%s annotation without a description (Contents)", kind)
	}
}

// destination checks that a link leads somewhere.
func (c *checker) destination(p *page, d *dict) {
	action := c.f.dict(d.get("A"))
	switch {
	case d.has("Dest"):
		c.target(p.number, "a link", d.get("Dest"))
	case c.f.name(action.get("S")) == "GoTo":
		c.target(p.number, "a link", action.get("D"))
	case c.f.name(action.get("S")) == "URI":
		u := c.f.string(action.get("URI"))
		if u == "" {
			c.add("PDF 12.6.4.7", p.number, "a link has an empty address")
		}
		c.links = append(c.links, u)
	case action == nil:
		c.add("PDF 12.5.6.5", p.number, "a link leads nowhere")
	}
}

// target checks that a destination names a page of the document (ISO 32000-1,
// 12.3.2).
func (c *checker) target(page int, who string, o object) {
	switch v := c.f.resolve(o).(type) {
	case name:
		o = c.f.dict(c.catalog().get("Dests")).get(v)
	case str:
		o = c.namedDestinations()[v]
	}
	if d := c.f.dict(o); d != nil {
		o = d.get("D")
	}
	a := c.f.array(o)
	if len(a) < 2 || c.pageNumber(number(a[0])) == 0 {
		c.add("PDF 12.3.2", page, "%s leads to no page of the document", who)
	}
}

// namedDestinations are the destinations of the name tree, read once.
func (c *checker) namedDestinations() map[str]object {
	if c.dests == nil {
		c.dests = map[str]object{}
		c.leaves(c.f.dict(c.catalog().get("Names")).get("Dests"), "Names", 0, func(key, val object) {
			if s, ok := key.(str); ok {
				c.dests[s] = val
			}
		})
	}
	return c.dests
}

// outline checks that every bookmark has a title and leads to a page (ISO
// 32000-1, 12.3.3).
func (c *checker) outline() {
	seen := map[*dict]bool{}
	c.bookmarks(c.f.dict(c.catalog().get("Outlines")), seen, 0)
}

func (c *checker) bookmarks(above *dict, seen map[*dict]bool, level int) {
	var before object
	for o := above.get("First"); o != nil; {
		d := c.f.dict(o)
		if d == nil || seen[d] || level > maxLevels {
			c.add("PDF 12.3.3", 0, "the outline is broken at object %d", number(o))
			return
		}
		seen[d] = true
		title := c.f.string(d.get("Title"))
		if title == "" {
			c.add("PDF 12.3.3", 0, "a bookmark has no title")
		}
		if d.has("Dest") {
			c.target(0, "a bookmark", d.get("Dest"))
		} else if action := c.f.dict(d.get("A")); c.f.name(action.get("S")) == "GoTo" {
			c.target(0, "a bookmark", action.get("D"))
		}
		if c.f.dict(d.get("Parent")) != above || c.f.dict(d.get("Prev")) != c.f.dict(before) {
			c.add("PDF 12.3.3", 0, "the bookmark %.40q does not name its neighbours", title)
		}
		c.bookmarks(d, seen, level+1)
		before, o = o, d.get("Next")
	}
}
