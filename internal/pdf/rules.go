package pdf

import (
	"fmt"
	"slices"
	"strings"
)

// rule says where an element may stand (ISO 32000-1, 14.8.4).
type rule struct {
	parents []Tag // empty: any
	kids    []Tag // empty: any, and content of its own
	blank   bool  // may be without content
	heading int   // its level; 0: none
}

// rules are those of the standard structure types.
var rules = map[Tag]rule{
	DocumentTag: {}, Part: {}, Sect: {}, Div: {}, BlockQuote: {}, Caption: {}, P: {},
	H1: {heading: 1}, H2: {heading: 2}, H3: {heading: 3}, H4: {heading: 4}, H5: {heading: 5}, H6: {heading: 6},
	Span: {blank: true}, Note: {}, Reference: {}, Code: {}, LinkTag: {}, Figure: {},

	TOC:  {kids: []Tag{TOCI, TOC, Caption}},
	TOCI: {parents: []Tag{TOC}},

	L:     {kids: []Tag{LI, L, Caption}},
	LI:    {parents: []Tag{L}, kids: []Tag{Lbl, LBody}},
	Lbl:   {parents: []Tag{LI, Note, TOCI}},
	LBody: {parents: []Tag{LI}},

	Table: {kids: []Tag{TR, THead, TBody, Caption}},
	THead: {parents: []Tag{Table}, kids: []Tag{TR}},
	TBody: {parents: []Tag{Table}, kids: []Tag{TR}},
	TR:    {parents: []Tag{Table, THead, TBody}, kids: []Tag{TH, TD}},
	TH:    {parents: []Tag{TR}, blank: true},
	TD:    {parents: []Tag{TR}, blank: true},
}

// checker finds what was asked for and cannot be.
type checker struct {
	found []error
	level int // of the last heading
	ids   map[string]bool
}

func (c *checker) fault(format string, args ...any) {
	c.found = append(c.found, fmt.Errorf("pdf: "+format, args...))
}

// document checks what is not in the structure tree.
func (c *checker) document(d *Document) {
	if d.info.Title == "" {
		c.fault("no title")
	}
	if !language(d.info.Lang) {
		c.fault("language %q", d.info.Lang)
	}
	if d.info.Modified != "" && !isoDate(d.info.Modified) {
		c.fault("date %q is not like 2021-03-25", d.info.Modified)
	}
	if len(d.pages) == 0 {
		c.fault("no pages")
	}
	for _, e := range d.outline {
		c.anchor(d, e.anchor, "outline")
	}
	for _, p := range d.pages {
		c.page(p)
	}
}

// page checks a page; the sizes are those that ISO 19005-2, 6.1.13 allows.
func (c *checker) page(p *Page) {
	for _, side := range []float64{p.width, p.height} {
		if !(side >= 3 && side <= 14400) {
			c.fault("page %d: a side of %g points", p.number, side)
		}
	}
	if p.content.bad {
		c.fault("page %d: a measure that is no number, or out of range", p.number)
	}
	for _, l := range p.links {
		if l.to.Anchor != "" {
			c.anchor(p.doc, l.to.Anchor, fmt.Sprintf("page %d: link", p.number))
		}
	}
}

func (c *checker) anchor(d *Document, name, where string) {
	if _, set := d.anchors[name]; !set {
		c.fault("%s to %q, an anchor that was never set", where, name)
	}
}

// element checks an element and all below it, in reading order.
func (c *checker) element(e *Element) {
	r, standard := rules[e.tag]
	if !standard {
		c.fault("%s: no standard type", e)
	}
	if len(e.kids) == 0 && !r.blank {
		c.fault("%s: empty", e)
	}
	c.place(e, r)
	c.attributes(e)
	if r.heading != 0 {
		if r.heading > c.level+1 {
			c.fault("%s: a heading of level %d after one of level %d", e, r.heading, c.level)
		}
		c.level = r.heading
	}
	for _, k := range e.kids {
		if k.element != nil {
			c.element(k.element)
		}
	}
}

// place checks the element against its parent and its kids.
func (c *checker) place(e *Element, r rule) {
	if len(r.parents) > 0 && (e.parent == nil || !slices.Contains(r.parents, e.parent.tag)) {
		c.fault("%s: stands in none of %v", e, r.parents)
	}
	for _, k := range e.kids {
		switch {
		case len(r.kids) == 0:
		case k.element == nil:
			c.fault("%s: has content of its own", e)
		case !slices.Contains(r.kids, k.element.tag):
			c.fault("%s: stands in a %s", k.element, e.tag)
		}
	}
	switch e.tag {
	case Table:
		c.table(e)
	case LinkTag:
		if !slices.ContainsFunc(e.kids, func(k kid) bool { return k.link != nil }) {
			c.fault("%s: leads nowhere", e)
		}
	}
}

// table checks that a table has one head at most, and a body where it has a head
// (ISO 14289-1, 7.5 by way of ISO 32000-1, table 337).
func (c *checker) table(e *Element) {
	count := map[Tag]int{}
	for i, k := range e.kids {
		if k.element == nil {
			continue
		}
		count[k.element.tag]++
		if k.element.tag == Caption && i > 0 && i < len(e.kids)-1 {
			c.fault("%s: neither first nor last in its table", k.element)
		}
	}
	if count[THead] > 1 || count[Caption] > 1 {
		c.fault("%s: two heads or captions", e)
	}
	if count[THead] > 0 && count[TBody] == 0 {
		c.fault("%s: a head without a body", e)
	}
	if count[TBody] > 0 && count[TR] > 0 {
		c.fault("%s: rows beside its body", e)
	}
}

func (c *checker) attributes(e *Element) {
	a := e.attrs
	if a.Lang != "" && !language(a.Lang) {
		c.fault("%s: language %q", e, a.Lang)
	}
	switch {
	case e.tag == Figure && a.Alt == "":
		c.fault("%s: no Alt", e)
	case e.tag == Figure && a.BBox == nil:
		c.fault("%s: no BBox", e)
	case e.tag == Note && a.ID == "":
		c.fault("%s: no ID", e)
	case e.tag == TH && !slices.Contains(scopes, a.Scope):
		c.fault("%s: Scope %q", e, a.Scope)
	case e.tag == L && a.Numbering != "" && !slices.Contains(numberings, a.Numbering):
		c.fault("%s: Numbering %q", e, a.Numbering)
	}
	if a.ID == "" {
		return
	}
	if c.ids[a.ID] {
		c.fault("%s: ID %q is another's", e, a.ID)
	}
	c.ids[a.ID] = true
}

var (
	scopes     = []string{"Row", "Column", "Both"}
	numberings = []string{
		"None", "Disc", "Circle", "Square", "Decimal", "UpperRoman", "LowerRoman", "UpperAlpha", "LowerAlpha",
	}
)

// language tells whether s has the form of a language tag (ISO 32000-1, 14.9.2).
func language(s string) bool {
	for i, part := range strings.Split(s, "-") {
		if part == "" || len(part) > 8 {
			return false
		}
		for _, r := range part {
			letter := r|0x20 >= 'a' && r|0x20 <= 'z'
			if !letter && (i == 0 || r < '0' || r > '9') {
				return false
			}
		}
	}
	return true
}

// isoDate tells whether s has the form of a day: 2021-03-25.
func isoDate(s string) bool {
	if len(s) != len("2021-03-25") {
		return false
	}
	for i := range len(s) {
		if dash := i == 4 || i == 7; dash != (s[i] == '-') || !dash && (s[i] < '0' || s[i] > '9') {
			return false
		}
	}
	return true
}
