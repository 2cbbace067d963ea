package ua

import "encoding/binary"

// outputIntents checks that there is one PDF/A output intent with a sound profile
// (ISO 19005-2, 6.2.3), and remembers its colour space.
func (c *checker) outputIntents() {
	var profile *stream
	for _, o := range c.f.array(c.catalog().get("OutputIntents")) {
		d := c.f.dict(o)
		s := c.f.stream(d.get("DestOutputProfile"))
		if profile != nil && s != nil && s != profile {
			c.add("A2 6.2.3-2", 0, "the output intents have different profiles")
		}
		if s != nil && c.f.name(d.get("S")) == "GTS_PDFA1" {
			profile = s
		}
	}
	if profile == nil {
		c.add("A2 6.2.3", 0, "there is no output intent with a profile (GTS_PDFA1)")
		return
	}
	space, class := c.profile(profile, "A2 6.2.3-1", 0)
	c.intent = space
	if class != "" && class != "mntr" && class != "prtr" {
		c.add("A2 6.2.3-1", 0, "the profile of the output intent is of the class %q", class)
	}
}

// components are the colour spaces of ICC profiles that PDF/A knows, with their
// number of components.
var components = map[string]int{"GRAY": 1, "RGB ": 3, "Lab ": 3, "CMYK": 4}

// required are the tags of a profile made of a matrix and curves (ICC.1, 8.3.3).
var required = []string{"desc", "wtpt", "cprt", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC"}

// profile checks an ICC profile under a rule and returns its colour space and class.
func (c *checker) profile(s *stream, rule string, page int) (space, class string) {
	data, ok := c.f.decode(s)
	if !ok || len(data) < 132 || string(data[36:40]) != "acsp" || int(binary.BigEndian.Uint32(data)) != len(data) {
		c.add(rule, page, "stream %d is no ICC profile", s.num)
		return "", ""
	}
	space, class = string(data[16:20]), string(data[12:16])
	n := components[space]
	if n == 0 {
		c.add(rule, page, "the profile %d has the colour space %q", s.num, space)
	}
	if stated, _ := c.f.integer(s.get("N")); stated != n {
		c.add(rule, page, "the profile %d has %d components, but N is %d", s.num, n, stated)
	}
	if data[8] >= 5 {
		c.add(rule, page, "the profile %d is of version %d", s.num, data[8])
	}
	switch class {
	case "prtr", "mntr", "scnr", "spac":
	default:
		c.add(rule, page, "the profile %d is of the class %q", s.num, class)
	}
	tags, ok := profileTags(data)
	if !ok {
		c.add(rule, page, "the profile %d has tags that lie outside of it", s.num)
	}
	if !tags["A2B0"] && space == "RGB " {
		for _, tag := range required {
			if !tags[tag] {
				c.add(rule, page, "the profile %d lacks the tag %s", s.num, tag)
			}
		}
	}
	return space, class
}

// profileTags are the tags of a profile; false when one lies outside of the data.
func profileTags(data []byte) (map[string]bool, bool) {
	count := int(binary.BigEndian.Uint32(data[128:]))
	if count > (len(data)-132)/12 {
		return nil, false
	}
	tags := map[string]bool{}
	for i := range count {
		row := data[132+12*i:]
		at, size := int(binary.BigEndian.Uint32(row[4:])), int(binary.BigEndian.Uint32(row[8:]))
		if at > len(data) || size > len(data)-at {
			return tags, false
		}
		tags[string(row[:4])] = true
	}
	return tags, true
}
