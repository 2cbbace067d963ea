package ua

// leaves walks a number tree or a name tree (ISO 32000-1, 7.9.6 and 7.9.7); under
// is "Nums" or "Names".
func (c *checker) leaves(o object, under name, level int, each func(key, val object)) {
	d := c.f.dict(o)
	if level > maxLevels || c.f.exhausted != nil || !c.f.spend(64) {
		return
	}
	pairs := c.f.array(d.get(under))
	for i := 0; i+1 < len(pairs); i += 2 {
		each(c.f.resolve(pairs[i]), pairs[i+1])
	}
	for _, kid := range c.f.array(d.get("Kids")) {
		c.leaves(kid, under, level+1, each)
	}
}

// parentTree checks that the parent tree leads from every piece of marked content
// and every annotation to the element that owns it (ISO 32000-1, 14.7.4.4).
func (c *checker) parentTree() {
	if c.tree.dict == nil {
		return
	}
	parents := map[int]object{}
	c.leaves(c.tree.dict.get("ParentTree"), "Nums", 0, func(key, val object) {
		if n, ok := key.(int); ok {
			parents[n] = val
		}
	})
	taken := map[int]bool{}
	for _, p := range c.pages {
		if len(p.mcids) > 0 {
			c.contentParents(p, parents, taken)
		}
		for _, o := range c.f.array(p.get("Annots")) {
			c.annotationParent(p, o, parents, taken)
		}
	}
	c.missing()
}

// contentParents checks the parents of a page's marked content.
func (c *checker) contentParents(p *page, parents map[int]object, taken map[int]bool) {
	key, ok := c.f.integer(p.get("StructParents"))
	owners := c.f.array(parents[key])
	if !ok || owners == nil {
		c.add("PDF 14.7.4.4", p.number, "the page has no entry in the parent tree")
		return
	}
	if taken[key] {
		c.add("PDF 14.7.4.4", p.number, "the page shares its entry in the parent tree")
	}
	taken[key] = true
	for mcid := range len(owners) {
		if !p.mcids[mcid] {
			continue
		}
		if e := c.tree.owners[markKey{p.num, mcid}]; e != nil && c.f.dict(owners[mcid]) != e.dict {
			c.add("PDF 14.7.4.4", p.number, "the parent tree gives the content %d to another element", mcid)
		}
	}
	for mcid := range p.mcids {
		if mcid >= len(owners) {
			c.add("PDF 14.7.4.4", p.number, "the parent tree has no entry for some content")
		}
	}
}

// annotationParent checks that the parent tree leads from an annotation to the
// element that refers to it.
func (c *checker) annotationParent(p *page, o object, parents map[int]object, taken map[int]bool) {
	e := c.tree.objects[number(o)]
	if number(o) == 0 || e == nil {
		return
	}
	key, ok := c.f.integer(c.f.dict(o).get("StructParent"))
	switch {
	case !ok || parents[key] == nil:
		c.add("PDF 14.7.4.4", p.number, "annotation %d has no entry in the parent tree (StructParent)", number(o))
	case c.f.dict(parents[key]) != e.dict:
		c.add("PDF 14.7.4.4", p.number, "the parent tree gives annotation %d to another element", number(o))
	case taken[key]:
		c.add("PDF 14.7.4.4", p.number, "annotation %d shares its entry in the parent tree", number(o))
	}
	taken[key] = true
}

// missing checks both ways that elements and content know of each other.
func (c *checker) missing() {
	for _, e := range c.tree.all {
		for _, k := range e.kids {
			if k.element == nil && k.object == 0 && c.contents[k.mark] == nil {
				c.add("PDF 14.7.4", e.page, "%s has the content %d, which is not there", e, k.mark.mcid)
			}
		}
	}
	for _, key := range c.order {
		if c.tree.owners[key] == nil {
			c.add("PDF 14.7.4", c.contents[key].page, "the content %d belongs to no structure element", key.mcid)
		}
	}
}
