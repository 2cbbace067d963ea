package ua

import (
	"strings"
	"unicode/utf8"
)

// words makes a set.
func words(s string) map[name]bool {
	set := map[name]bool{}
	for _, w := range strings.Fields(s) {
		set[name(w)] = true
	}
	return set
}

// standard are the structure types of ISO 32000-1, 14.8.4. Those of PDF 2.0, such
// as Title, are not among them.
var standard = words(`Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private
	P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot
	Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form`)

// inline are the types whose elements stand within a line of text.
var inline = words(`Span Quote Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Lbl LBody Form Formula`)

// within are the parents that a type may have, besides those that hold anything
// (ISO 14289-1, 7.2; ISO 32000-1, tables 336 and 337).
var within = map[name]family{
	"TR":    {"UA 7.2-4", words("Table THead TBody TFoot")},
	"THead": {"UA 7.2-5", words("Table")},
	"TBody": {"UA 7.2-6", words("Table")},
	"TFoot": {"UA 7.2-7", words("Table")},
	"TH":    {"UA 7.2-8", words("TR")},
	"TD":    {"UA 7.2-9", words("TR")},
	"LI":    {"UA 7.2-17", words("L")},
	"LBody": {"UA 7.2-18", words("LI")},
	"TOCI":  {"UA 7.2-26", words("TOC")},
}

// holding are the types that hold only elements of certain types.
var holding = map[name]family{
	"Table": {"UA 7.2-3", words("TR THead TBody TFoot Caption")},
	"TR":    {"UA 7.2-10", words("TH TD")},
	"L":     {"UA 7.2-19", words("L LI Caption")},
	"LI":    {"UA 7.2-20", words("Lbl LBody")},
	"TOC":   {"UA 7.2-27", words("TOC TOCI Caption")},
	"THead": {"UA 7.2-36", words("TR")},
	"TBody": {"UA 7.2-37", words("TR")},
	"TFoot": {"UA 7.2-38", words("TR")},
}

// family is a rule on the relatives of an element.
type family struct {
	rule    string
	members map[name]bool
}

// maxRoles is how many steps the role map may take to a standard type.
const maxRoles = 32

// role is the standard type that a structure type stands for; none is the empty
// name.
func (c *checker) role(s name, page int) name {
	if standard[s] {
		return s
	}
	if !utf8.ValidString(string(s)) {
		c.add("A2 6.1.8-1", page, "the name of the structure type %q is not UTF-8", s)
	}
	at := s
	for range maxRoles {
		next := c.f.name(c.tree.roles.get(at))
		switch {
		case next == "":
			c.add("UA 7.1-5", page, "the structure type %q is neither standard nor mapped to one", s)
			return ""
		case standard[next]:
			return next
		}
		at = next
	}
	c.add("UA 7.1-6", page, "the structure type %q is mapped in a circle", s)
	return ""
}

// roleMap checks that no standard type is mapped.
func (c *checker) roleMap() {
	if c.tree.roles == nil {
		return
	}
	for _, e := range c.tree.roles.entries {
		switch {
		case !standard[e.key]:
		case c.f.name(e.val) == e.key:
			c.add("UA 7.1-6", 0, "the structure type %s is mapped to itself", e.key)
		default:
			c.add("UA 7.1-7", 0, "the standard structure type %s is mapped to another", e.key)
		}
	}
}
