package ua

import "errors"

// tree is the structure tree (ISO 32000-1, 14.7.2).
type tree struct {
	dict    *dict
	roles   *dict
	classes *dict
	roots   []*element
	all     []*element           // in the order of reading
	at      map[int]*element     // by object number
	owners  map[markKey]*element // of marked content
	objects map[int]*element     // of annotations and other objects, by their number
}

// element is a structure element.
type element struct {
	*dict
	num    int // object number
	parent *element
	raw    name
	std    name // the standard type; empty when there is none
	page   int  // where it begins, from 1; 0 when it says nothing
	kids   []kid
	attrs  []*dict
}

// kid is a part of an element: an element, marked content, or an object.
type kid struct {
	element *element
	mark    markKey // valid when element is nil and object is 0
	object  int
}

// markKey names a marked-content sequence: the object number of the page or form
// whose content it is, and its identifier there.
type markKey struct{ stream, mcid int }

// maxNesting is how deep elements may stand in each other.
const maxNesting = 256

var errTree = errors.New("the structure tree is deeper than any of ours")

// readTree reads the structure tree.
func (c *checker) readTree() {
	t := &c.tree
	t.at, t.owners, t.objects = map[int]*element{}, map[markKey]*element{}, map[int]*element{}
	t.dict = c.f.dict(c.catalog().get("StructTreeRoot"))
	if t.dict == nil {
		c.add("UA 7.1-11", 0, "the document has no structure tree")
		return
	}
	t.roles, t.classes = c.f.dict(t.dict.get("RoleMap")), c.f.dict(t.dict.get("ClassMap"))
	c.roleMap()
	for _, o := range c.f.list(t.dict.get("K")) {
		if e := c.element(o, nil, 0, 0); e != nil {
			t.roots = append(t.roots, e)
		}
	}
	if len(t.roots) == 0 {
		c.add("UA 7.1-11", 0, "the structure tree is empty")
	}
}

// element reads an element and what it holds. page is the object number of the
// page of its content, unless it says otherwise.
func (c *checker) element(o object, parent *element, page, level int) *element {
	num, d := number(o), c.f.dict(o)
	if d == nil || c.tree.at[num] != nil || level == maxNesting {
		if level == maxNesting {
			c.f.exhausted = errTree
		}
		c.add("PDF 14.7.2", 0, "the structure tree is broken at object %d", num)
		return nil
	}
	e := &element{dict: d, num: num, parent: parent, raw: c.f.name(d.get("S"))}
	if num > 0 {
		c.tree.at[num] = e
	}
	c.tree.all = append(c.tree.all, e)
	if pg := number(d.get("Pg")); pg > 0 {
		page = pg
	}
	e.page = c.pageNumber(page)
	e.std = c.role(e.raw, e.page)
	c.parent(e)
	e.attrs = c.attributes(e)
	for _, k := range c.f.list(d.get("K")) {
		c.kid(e, k, page, level)
	}
	return e
}

// pageNumber is the number from 1 of a page given by its object number.
func (c *checker) pageNumber(num int) int {
	if i, ok := c.pageAt[num]; ok && i >= 0 {
		return i + 1
	}
	return 0
}

// parent checks that an element names its parent.
func (c *checker) parent(e *element) {
	above := c.tree.dict
	if e.parent != nil {
		above = e.parent.dict
	}
	switch d := c.f.dict(e.get("P")); d {
	case nil:
		c.add("UA 7.1-12", e.page, "%s does not name its parent (P)", e)
	case above:
	default:
		c.add("PDF 14.7.2", e.page, "%s names another parent than its own (P)", e)
	}
}

// attributes are the attribute dictionaries of an element, those of its classes
// included.
func (c *checker) attributes(e *element) []*dict {
	var all []*dict
	for _, o := range c.f.list(e.get("A")) {
		if d := c.f.dict(o); d != nil {
			all = append(all, d)
		}
	}
	for _, class := range c.f.list(e.get("C")) {
		for _, o := range c.f.list(c.tree.classes.get(c.f.name(class))) {
			if d := c.f.dict(o); d != nil {
				all = append(all, d)
			}
		}
	}
	return all
}

// attribute is the value of an attribute, nil when the element has none such.
func (e *element) attribute(key name) object {
	for _, d := range e.attrs {
		if o := d.get(key); o != nil {
			return o
		}
	}
	return nil
}

// kid reads a part of an element.
func (c *checker) kid(e *element, o object, page, level int) {
	if mcid, ok := c.f.integer(o); ok {
		c.own(e, markKey{page, mcid})
		return
	}
	d := c.f.dict(o)
	if pg := number(d.get("Pg")); pg > 0 && !d.has("S") {
		page = pg
		if e.page == 0 {
			e.page = c.pageNumber(pg)
		}
	}
	switch c.f.name(d.get("Type")) {
	case "MCR":
		if form := number(d.get("Stm")); form > 0 {
			page = form
		}
		mcid, _ := c.f.integer(d.get("MCID"))
		c.own(e, markKey{page, mcid})
	case "OBJR":
		num := number(d.get("Obj"))
		if c.tree.objects[num] != nil {
			c.add("PDF 14.7.4.3", e.page, "object %d belongs to more than one structure element", num)
		}
		c.tree.objects[num] = e
		e.kids = append(e.kids, kid{object: num})
	default:
		if k := c.element(o, e, page, level+1); k != nil {
			e.kids = append(e.kids, kid{element: k})
			if e.page == 0 {
				e.page = k.page
			}
		}
	}
}

// own notes whose content a marked-content sequence is.
func (c *checker) own(e *element, key markKey) {
	if c.tree.owners[key] != nil {
		c.add("PDF 14.7.4", e.page, "the content %d belongs to more than one structure element", key.mcid)
		return
	}
	c.tree.owners[key] = e
	e.kids = append(e.kids, kid{mark: key})
}

// String names an element in findings.
func (e *element) String() string {
	if e.std == "" {
		return string(e.raw)
	}
	return string(e.std)
}
