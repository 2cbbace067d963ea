package ua

import (
	"strings"
)

// elements checks the elements of the structure tree, each by itself and with its
// relatives.
func (c *checker) elements() {
	ids := map[string]*element{}
	for _, e := range c.tree.all {
		c.family(e)
		c.alternatives(e)
		c.lang(e.dict, e.page, e.String())
		c.elementID(e, ids)
		switch e.std {
		case "L":
			c.listElement(e)
		case "Table":
			c.table(e)
		case "TH":
			if e.attribute("Scope") == nil && !e.has("ID") {
				c.add("UA 7.5-1", e.page, "TH without a Scope")
			}
		}
	}
	c.idTree(ids)
	c.headingLevels()
}

// family checks the parent and the kids of an element, and that it has any.
func (c *checker) family(e *element) {
	if rule, ok := within[e.std]; ok {
		var above name
		if e.parent != nil {
			above = e.parent.std
		}
		if !rule.members[above] {
			c.add(rule.rule, e.page, "%s within %s", e, orRoot(above))
		}
	}
	rule, limited := holding[e.std]
	headings, objects := 0, false
	for _, k := range e.kids {
		switch {
		case k.element == nil:
			objects = objects || k.object > 0
			if limited && k.object == 0 {
				c.add(rule.rule, e.page, "%s holds text of its own", e)
			}
		case k.element.std == "H":
			headings++
		}
		if limited && k.element != nil && !rule.members[k.element.std] {
			c.add(rule.rule, e.page, "%s holds %s", e, k.element)
		}
	}
	if headings > 1 {
		c.add("UA 7.4.4-1", e.page, "%s holds more than one H", e)
	}
	c.childless(e, objects)
}

func orRoot(n name) name {
	if n == "" {
		return "the root"
	}
	return n
}

// childless checks for elements without content, and links without annotation.
func (c *checker) childless(e *element, objects bool) {
	if len(e.kids) == 0 {
		switch e.std {
		case "TD", "TH", "Figure", "Span":
		default:
			c.add("UA 7.1", e.page, "%s is empty", e)
		}
	}
	if e.std != "Link" || objects {
		return
	}
	for _, k := range e.kids {
		if k.element != nil {
			return
		}
	}
	c.add("UA 7.18.5", e.page, "Link without an annotation")
}

// alternatives checks the texts that stand for what is no text.
func (c *checker) alternatives(e *element) {
	said := c.f.string(e.get("Alt")) != "" || e.has("ActualText")
	switch e.std {
	case "Figure":
		if !said {
			c.add("UA 7.3-1", e.page, "Figure without alternative text")
		}
		if _, ok := c.rect(e.attribute("BBox")); !ok {
			c.add("UA 7.3", e.page, "Figure without a bounding box (BBox)")
		}
	case "Formula":
		if !said {
			c.add("UA 7.7-1", e.page, "Formula without alternative text")
		}
	}
}

// elementID checks the identifier of an element; a note must have one (ISO
// 14289-1, 7.9).
func (c *checker) elementID(e *element, ids map[string]*element) {
	id := c.f.string(e.get("ID"))
	if id == "" {
		if e.std == "Note" {
			c.add("UA 7.9-1", e.page, "Note without an ID")
		}
		return
	}
	if ids[id] != nil {
		rule := "PDF 14.7.2"
		if e.std == "Note" {
			rule = "UA 7.9-2"
		}
		c.add(rule, e.page, "the ID %.40q is given to more than one element", id)
	}
	ids[id] = e
}

// idTree checks that elements can be found by their identifiers.
func (c *checker) idTree(ids map[string]*element) {
	if len(ids) == 0 {
		return
	}
	if !c.tree.dict.has("IDTree") {
		c.add("PDF 14.7.2", 0, "elements have identifiers, but there is no IDTree")
		return
	}
	known := map[string]*dict{}
	c.leaves(c.tree.dict.get("IDTree"), "Names", 0, func(key, val object) {
		known[c.f.string(key)] = c.f.dict(val)
	})
	for _, e := range c.tree.all {
		if id := c.f.string(e.get("ID")); id != "" && ids[id] == e && known[id] != e.dict {
			c.add("PDF 14.7.2", e.page, "the IDTree does not lead from %.40q to its element", id)
		}
	}
}

// numberings are the values of ListNumbering (ISO 32000-1, table 347).
var numberings = words("None Disc Circle Square Decimal UpperRoman LowerRoman UpperAlpha LowerAlpha")

// listElement checks that a list with labels says what they are (ISO 14289-1,
// 7.6), and that a caption stands first.
func (c *checker) listElement(l *element) {
	labels := false
	for i, k := range l.kids {
		if k.element == nil {
			continue
		}
		if k.element.std == "Caption" && i > 0 {
			c.add("UA 7.2-40", l.page, "the Caption of L is not its first part")
		}
		for _, part := range k.element.kids {
			labels = labels || part.element != nil && part.element.std == "Lbl"
		}
	}
	numbering := c.f.name(l.attribute("ListNumbering"))
	if labels && (numbering == "" || numbering == "None") {
		c.add("UA 7.6", l.page, "L with labels does not say its ListNumbering")
	}
	if numbering != "" && !numberings[numbering] {
		c.add("UA 7.6", l.page, "L has the unknown ListNumbering %s", numbering)
	}
}

// level is the level of a heading: 1 to 6, 0 for H, -1 for another type.
func level(n name) int {
	switch {
	case n == "H":
		return 0
	case len(n) == 2 && n[0] == 'H' && n[1] >= '1' && n[1] <= '6':
		return int(n[1] - '0')
	}
	return -1
}

// headingLevels checks that headings begin with H1 and skip no level on the way
// down, and that they are either all numbered or none (ISO 14289-1, 7.4).
func (c *checker) headingLevels() {
	last, plain := 0, false
	for _, e := range c.tree.all {
		n := level(e.std)
		plain = plain || n == 0
		if n <= 0 {
			continue
		}
		switch {
		case last == 0 && n != 1:
			c.add("UA 7.4.2-1", e.page, "the first heading is H%d", n)
		case n > last+1:
			c.add("UA 7.4.2-1", e.page, "H%d after H%d", n, last)
		}
		last = n
	}
	if plain && last > 0 {
		c.add("UA 7.4.4-2", 0, "the document has both H and numbered headings")
	}
}

// headings lists the headings with their text. A heading must have one.
func (c *checker) headings() []Heading {
	var all []Heading
	for _, e := range c.tree.all {
		n := level(e.std)
		if n < 0 {
			continue
		}
		h := Heading{n, strings.Join(strings.Fields(c.text([]*element{e})), " "), e.page}
		if h.Text == "" {
			c.add("UA 7.4", e.page, "%s without text", e)
		}
		all = append(all, h)
	}
	return all
}
