package ua

import "fmt"

// refused are keys that PDF/A-2 refuses wherever they stand, or only in
// dictionaries that have another key.
var refused = map[name]refusal{
	"AA":                     {"", "A2 6.5.2", "additional actions"},
	"JS":                     {"", "A2 6.5.1-1", "a script"},
	"XFA":                    {"", "A2 6.4.2-1", "an XFA form"},
	"NeedsRendering":         {"", "A2 6.4.2-2", "the demand to be rendered"},
	"Requirements":           {"", "A2 6.11-1", "requirements"},
	"AlternatePresentations": {"", "A2 6.10-1", "alternate presentations"},
	"PresSteps":              {"", "A2 6.10-2", "presentation steps"},
	"EF":                     {"", "A2 6.8", "an embedded file"},
	"EmbeddedFiles":          {"", "A2 6.8", "embedded files"},
	"Alternates":             {"", "A2 6.2.8-1", "alternates of an image"},
	"OPI":                    {"", "A2 6.2.8-2", "an OPI proxy"},
	"HTP":                    {"", "A2 6.2.5-3", "a halftone phase"},
	"HalftoneName":           {"", "A2 6.2.5-5", "the name of a halftone"},
	"Ref":                    {"Subtype", "UA 7.20-1", "a reference XObject"},
	"FFilter":                {"Length", "A2 6.1.7.1-3", "a stream that is stored outside of the file"},
	"FDecodeParms":           {"Length", "A2 6.1.7.1-3", "a stream that is stored outside of the file"},
	"F":                      {"Length", "A2 6.1.7.1-3", "a stream that is stored outside of the file"},
}

type refusal struct {
	only       name
	rule, what string
}

// named are keys whose dictionaries have keys of the writer's own choice.
var named = map[name]bool{
	"Font": true, "XObject": true, "ExtGState": true, "ColorSpace": true, "Pattern": true, "Shading": true,
	"Properties": true, "RoleMap": true, "ClassMap": true, "Dests": true, "CharProcs": true, "Colorants": true,
}

// sweep checks every object of the file, reachable or not.
func (c *checker) sweep() {
	for num := range c.f.entries {
		o := c.f.at(num)
		if c.f.exhausted != nil {
			return
		}
		c.sweepObject(o, num, "")
	}
	c.sweepObject(c.f.trailer, 0, "")
}

// sweepObject checks an object and those within it; key is what it stands under.
func (c *checker) sweepObject(o object, num int, key name) {
	switch o := o.(type) {
	case array:
		for _, v := range o {
			c.sweepObject(v, num, key)
		}
	case *stream:
		c.filters(o)
		c.sweepObject(o.dict, num, key)
	case *dict:
		if !named[key] {
			c.refuse(o, num)
		}
		for _, e := range o.entries {
			c.sweepObject(e.val, num, e.key)
		}
	}
}

// refuse reports the refused keys of a dictionary, and actions (ISO 19005-2,
// 6.5.1).
func (c *checker) refuse(d *dict, num int) {
	for _, e := range d.entries {
		switch e.key {
		case "A", "OpenAction", "PA", "Next":
			c.action(e.val, num)
		case "TR":
			if !d.has("S") { // a soft mask may have one
				c.add("A2 6.2.5-1", 0, "%s has a transfer function", place(num))
			}
		case "TR2":
			if c.f.name(e.val) != "Default" {
				c.add("A2 6.2.5-2", 0, "%s has a transfer function", place(num))
			}
		case "HalftoneType":
			if t, _ := c.f.integer(e.val); t != 1 && t != 5 {
				c.add("A2 6.2.5-4", 0, "%s is a halftone of type %d", place(num), t)
			}
		}
		if r, no := refused[e.key]; no && (r.only == "" || d.has(r.only)) {
			c.add(r.rule, 0, "%s has %s (/%s)", place(num), r.what, e.key)
		}
	}
}

// place names an object.
func place(num int) string {
	if num == 0 {
		return "the trailer"
	}
	return fmt.Sprintf("object %d", num)
}

// action checks the kind of an action. Attributes of structure elements stand
// under the key A as well; they have an owner, O. What stands under Next in an
// outline has a parent.
func (c *checker) action(o object, num int) {
	for _, v := range c.f.list(o) {
		d := c.f.dict(v)
		switch s := c.f.name(d.get("S")); s {
		case "", "GoTo", "GoToR", "GoToE", "Thread", "URI", "SubmitForm":
		case "Named":
			switch n := c.f.name(d.get("N")); n {
			case "NextPage", "PrevPage", "FirstPage", "LastPage":
			default:
				c.add("A2 6.5.1-2", 0, "%s has the action %s", place(num), n)
			}
		default:
			if !d.has("Parent") && !d.has("O") {
				c.add("A2 6.5.1-1", 0, "%s has an action of the kind %s", place(num), s)
			}
		}
	}
}

// filters checks the names of a stream's filters (ISO 19005-2, 6.1.7.2).
func (c *checker) filters(s *stream) {
	for _, o := range c.f.list(s.get("Filter")) {
		switch n := c.f.name(o); n {
		case "FlateDecode", "ASCIIHexDecode", "ASCII85Decode", "RunLengthDecode", "CCITTFaxDecode", "JBIG2Decode",
			"DCTDecode", "JPXDecode":
		default:
			c.add("A2 6.1.7.2-1", 0, "stream %d has the filter %s", s.num, n)
		}
	}
}
