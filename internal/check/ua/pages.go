package ua

import (
	"errors"
	"math"
)

// page is a page of the document.
type page struct {
	*dict
	num       int // object number
	number    int // from 1
	resources *dict
	own       bool // the resources stand in the page itself
	mcids     map[int]bool
}

// maxLevels is how deep the page tree and number trees may be.
const maxLevels = 32

var errPages = errors.New("the file has no catalogue with pages")

// readPages walks the page tree (ISO 32000-1, 7.7.3).
func (c *checker) readPages() error {
	c.pageAt = map[int]int{}
	root := c.catalog().get("Pages")
	if c.f.name(c.f.dict(root).get("Type")) != "Pages" {
		return errPages
	}
	c.pageNode(root, nil, 0)
	if len(c.pages) == 0 {
		return errPages
	}
	return c.f.exhausted
}

func (c *checker) catalog() *dict { return c.f.dict(c.f.trailer.get("Root")) }

// pageNode reads a node of the page tree. What it inherits is given as a chain of
// dictionaries, the nearest last.
func (c *checker) pageNode(o object, above []*dict, level int) {
	num, d := number(o), c.f.dict(o)
	if _, again := c.pageAt[num]; again || d == nil || level > maxLevels {
		c.add("PDF 7.7.3", 0, "the page tree is broken at object %d", num)
		return
	}
	if level > 0 && c.f.dict(d.get("Parent")) != above[level-1] {
		c.add("PDF 7.7.3", 0, "object %d: Parent does not name its node of the page tree", num)
	}
	above = append(above[:level:level], d)
	if c.f.name(d.get("Type")) == "Page" {
		c.pageAt[num] = len(c.pages)
		c.addPage(num, above)
		return
	}
	c.pageAt[num] = -1
	before := len(c.pages)
	for _, kid := range c.f.array(d.get("Kids")) {
		c.pageNode(kid, above, level+1)
	}
	if n, _ := c.f.integer(d.get("Count")); n != len(c.pages)-before {
		c.add("PDF 7.7.3", 0, "object %d: Count is %d, but there are %d pages", num, n, len(c.pages)-before)
	}
}

// addPage notes a page and checks its boundaries (ISO 19005-2, 6.1.13).
func (c *checker) addPage(num int, above []*dict) {
	d := above[len(above)-1]
	p := &page{dict: d, num: num, number: len(c.pages) + 1, own: d.has("Resources"), mcids: map[int]bool{}}
	p.resources = c.f.dict(inherited(above, "Resources"))
	c.pages = append(c.pages, p)
	for _, key := range []name{"MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox"} {
		box := inherited(above, key)
		if box == nil && key != "MediaBox" {
			continue
		}
		r, ok := c.rect(box)
		if !ok {
			c.add("PDF 7.7.3.3", p.number, "%s is no rectangle", key)
			continue
		}
		w, h := math.Abs(r[2]-r[0]), math.Abs(r[3]-r[1])
		if min(w, h) < 3 || max(w, h) > 14400 {
			c.add("A2 6.1.13-11", p.number, "%s is smaller than 3 or larger than 14400 units", key)
		}
	}
}

// inherited is the value of a key in the nearest dictionary that has it.
func inherited(above []*dict, key name) object {
	for i := len(above) - 1; i >= 0; i-- {
		if o := above[i].get(key); o != nil {
			return o
		}
	}
	return nil
}

// rect reads four numbers.
func (c *checker) rect(o object) (r [4]float64, ok bool) {
	a := c.f.array(o)
	if len(a) != 4 {
		return r, false
	}
	for i := range r {
		if r[i], ok = c.f.number(a[i]); !ok {
			return r, false
		}
	}
	return r, true
}
