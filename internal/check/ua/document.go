package ua

import (
	"regexp"
)

// document checks the catalogue.
func (c *checker) document() {
	catalog := c.catalog()
	mark := c.f.dict(catalog.get("MarkInfo"))
	if !c.f.boolean(mark.get("Marked")) {
		c.add("UA 6.2-1", 0, "the document is not marked as tagged (MarkInfo, Marked)")
	}
	if c.f.boolean(mark.get("Suspects")) {
		c.add("UA 7.1-4", 0, "the document says of itself that its tags are suspect")
	}
	if !c.f.boolean(c.f.dict(catalog.get("ViewerPreferences")).get("DisplayDocTitle")) {
		c.add("UA 7.1-10", 0, "the title is not shown in the window (ViewerPreferences, DisplayDocTitle)")
	}
	c.language = c.f.string(catalog.get("Lang"))
	if c.language == "" {
		c.add("UA 7.2", 0, "the document does not say its language (Lang)")
	}
	c.lang(catalog, 0, "the document")
	if c.f.dict(catalog.get("Names")).has("JavaScript") {
		c.add("A2 6.5.1-1", 0, "the document has scripts")
	}
	if c.f.boolean(c.f.dict(catalog.get("AcroForm")).get("NeedAppearances")) {
		c.add("A2 6.4.1-3", 0, "the form needs appearances to be made")
	}
	c.layers(c.f.dict(catalog.get("OCProperties")))
}

// languageTag is the form of a language tag (RFC 5646): a language of two or
// three letters with subtags, or a private one.
var languageTag = regexp.MustCompile(`^([a-zA-Z]{2,3}|[xX]-[a-zA-Z0-9]{1,8})(-[a-zA-Z0-9]{1,8})*$`)

// lang checks the language that a dictionary states.
func (c *checker) lang(d *dict, page int, where string) {
	if o := d.get("Lang"); o != nil {
		if s := c.f.string(o); !languageTag.MatchString(s) {
			c.add("UA 7.2-29", page, "%s: %.40q is no language tag (BCP 47)", where, s)
		}
	}
}

// layers checks the configurations of optional content (ISO 14289-1, 7.10).
func (c *checker) layers(properties *dict) {
	configs := append(array{properties.get("D")}, c.f.array(properties.get("Configs"))...)
	for _, o := range configs {
		d := c.f.dict(o)
		if d == nil {
			continue
		}
		if c.f.string(d.get("Name")) == "" {
			c.add("UA 7.10-1", 0, "a configuration of optional content has no name")
		}
		if d.has("AS") {
			c.add("UA 7.10-2", 0, "a configuration of optional content has the key AS")
		}
	}
}
