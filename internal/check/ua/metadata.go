package ua

import (
	"bytes"
	"strings"
	"time"
	"unicode/utf8"
)

// metadata checks the XMP metadata of the document and holds the information
// dictionary against it.
func (c *checker) metadata() {
	s := c.f.stream(c.catalog().get("Metadata"))
	if s == nil || c.f.name(s.get("Type")) != "Metadata" || c.f.name(s.get("Subtype")) != "XML" {
		c.add("UA 7.1-8", 0, "the document has no metadata stream")
		return
	}
	data, ok := c.f.decode(s)
	if !ok {
		return
	}
	if !utf8.Valid(data) {
		c.add("A2 6.6.2.1-5", 0, "the metadata are not UTF-8")
		return
	}
	c.packetHeader(data)
	p, err := parseXMP(data)
	if err != nil {
		c.add("A2 6.6.2.1-4", 0, "the metadata cannot be read: %v", err)
		return
	}
	c.identification(p)
	c.schemas(p)
	c.information(p)
}

// packetHeader checks the processing instruction that opens a packet.
func (c *checker) packetHeader(data []byte) {
	_, rest, _ := bytes.Cut(data, []byte("<?xpacket begin"))
	head, _, _ := bytes.Cut(rest, []byte("?>"))
	if bytes.Contains(head, []byte("bytes=")) {
		c.add("A2 6.6.2.1-2", 0, "the header of the metadata has the attribute bytes")
	}
	if bytes.Contains(head, []byte("encoding=")) {
		c.add("A2 6.6.2.1-3", 0, "the header of the metadata has the attribute encoding")
	}
}

// identification checks what the metadata say of the standards and the title.
func (c *checker) identification(p *packet) {
	if v := p.value(nsUA, "part"); v != "1" {
		c.add("UA 5-1", 0, "the metadata do not say PDF/UA-1 (pdfuaid:part is %.20q)", v)
	}
	if v := p.value(nsA, "part"); v != "2" {
		c.add("A2 6.6.4-2", 0, "the metadata do not say PDF/A-2 (pdfaid:part is %.20q)", v)
	}
	if v := p.value(nsA, "conformance"); v != "A" {
		c.add("A2 6.6.4-3", 0, "the metadata do not say conformance A (pdfaid:conformance is %.20q)", v)
	}
	for _, want := range prefixes {
		if got := p.prefixes[want.space]; got != "" && got != want.prefix {
			c.add(want.rule, 0, "the metadata call the namespace %s %q instead of %s", want.space, got, want.prefix)
		}
	}
	c.title = strings.TrimSpace(p.value(nsDC, "title"))
	if c.title == "" {
		c.add("UA 7.1-9", 0, "the metadata have no title (dc:title)")
	}
}

// prefixes are those that the standards demand for their namespaces.
var prefixes = []struct{ space, prefix, rule string }{
	{nsUA, "pdfuaid", "UA 5-3"},
	{nsA, "pdfaid", "A2 6.6.4-4"},
	{nsExtension, "pdfaExtension", "A2 6.6.2.3.3-1"},
	{nsSchema, "pdfaSchema", "A2 6.6.2.3.3-2"},
	{nsProperty, "pdfaProperty", "A2 6.6.2.3.3-7"},
}

// predefined are the namespaces that need no extension schema (ISO 19005-2,
// 6.6.2.3.1), with the properties of those that writers of documents use.
var predefined = map[string]string{
	nsDC:  "contributor coverage creator date description format identifier language publisher relation rights source subject title type",
	nsPDF: "Keywords PDFVersion Producer Trapped",
	nsXMP: "Advisory BaseURL CreateDate CreatorTool Identifier Label MetadataDate ModifyDate Nickname Rating Thumbnails",
	nsA:   "part amd corr conformance",

	nsExtension:                                 "schemas",
	"http://ns.adobe.com/xap/1.0/rights/":       "",
	"http://ns.adobe.com/xap/1.0/mm/":           "",
	"http://ns.adobe.com/xap/1.0/bj/":           "",
	"http://ns.adobe.com/xap/1.0/t/pg/":         "",
	"http://ns.adobe.com/xmp/1.0/DynamicMedia/": "",
	"http://ns.adobe.com/photoshop/1.0/":        "",
	"http://ns.adobe.com/tiff/1.0/":             "",
	"http://ns.adobe.com/exif/1.0/":             "",
}

// schemas checks that every property is predefined or described by an extension
// schema, and that these are whole (ISO 19005-2, 6.6.2.3).
func (c *checker) schemas(p *packet) {
	described := map[string]bool{}
	for _, schema := range p.property(nsExtension, "schemas").items() {
		space := schema.field(nsSchema, "namespaceURI")
		if space == "" || schema.field(nsSchema, "prefix") == "" || schema.field(nsSchema, "schema") == "" {
			c.add("A2 6.6.2.3.3", 0, "an extension schema lacks its name, namespace or prefix")
		}
		for _, property := range schema.structure(nsSchema, "property").items() {
			category := property.field(nsProperty, "category")
			if property.field(nsProperty, "valueType") == "" || property.field(nsProperty, "description") == "" ||
				category != "internal" && category != "external" {
				c.add("A2 6.6.2.3.3", 0, "a property of an extension schema lacks its type, category or description")
			}
			described[space+property.field(nsProperty, "name")] = true
		}
	}
	for _, n := range p.properties {
		c.valueType(n)
		names, known := predefined[n.name.Space]
		known = known && (names == "" || strings.Contains(" "+names+" ", " "+n.name.Local+" "))
		if !known && !described[n.name.Space+n.name.Local] {
			c.add("A2 6.6.2.3.1-1", 0, "the metadata have the property %.40s of %.60s without an extension schema", n.name.Local, n.name.Space)
		}
	}
}

// containers are the properties whose values are not simple (ISO 16684-1, 8.3).
var containers = map[string]string{
	"title": "Alt", "description": "Alt", "rights": "Alt",
	"creator": "Seq", "date": "Seq",
	"contributor": "Bag", "language": "Bag", "publisher": "Bag", "relation": "Bag", "subject": "Bag", "type": "Bag",
}

// valueType checks that a property of the Dublin Core is a list where it must be,
// and one of the document itself a text (ISO 19005-2, 6.6.2.3.1).
func (c *checker) valueType(n *node) {
	const rule = "A2 6.6.2.3.1-2"
	var got, want string
	if len(n.kids) > 0 {
		got = n.kids[0].name.Local
	}
	switch n.name.Space {
	case nsDC:
		want = containers[n.name.Local]
	case nsPDF, nsA, nsUA:
	case nsXMP:
		if _, err := time.Parse(time.RFC3339, n.text); err != nil && strings.HasSuffix(n.name.Local, "Date") {
			c.add(rule, 0, "the metadata say of %s %.40q, which is no date with a time", n.name.Local, n.text)
		}
		return
	default:
		return
	}
	if got != want {
		c.add(rule, 0, "the property %s of the metadata is %s, not %s", n.name.Local, form(got), form(want))
	}
}

// form names the form of a value.
func form(container string) string {
	if container == "" {
		return "a text"
	}
	return "of the form " + container
}

// structure is a field that is a structure or a list.
func (n *node) structure(space, local string) *node {
	if k := n.kid(space, local); k != nil {
		return k
	}
	return n.kid(nsRDF, "Description").kid(space, local)
}

// informed are the entries of the information dictionary and what they must equal
// in the metadata.
var informed = []struct {
	key          name
	space, local string
}{
	{"Title", nsDC, "title"},
	{"Author", nsDC, "creator"},
	{"Subject", nsDC, "description"},
	{"Keywords", nsPDF, "Keywords"},
	{"Creator", nsXMP, "CreatorTool"},
	{"Producer", nsPDF, "Producer"},
	{"CreationDate", nsXMP, "CreateDate"},
	{"ModDate", nsXMP, "ModifyDate"},
}

// information holds the information dictionary against the metadata.
func (c *checker) information(p *packet) {
	info := c.f.dict(c.f.trailer.get("Info"))
	for _, row := range informed {
		o := info.get(row.key)
		if o == nil {
			continue
		}
		stated, meta := c.f.string(o), p.value(row.space, row.local)
		if strings.HasSuffix(string(row.key), "Date") {
			when, ok1 := pdfDate(stated)
			also, err := time.Parse(time.RFC3339, meta)
			if !ok1 || err != nil || !when.Equal(also) {
				c.add("A2 6.6.3", 0, "%s is %.40q, but the metadata say %.40q", row.key, stated, meta)
			}
			continue
		}
		if strings.TrimSpace(stated) != meta {
			c.add("A2 6.6.3", 0, "%s is %.40q, but the metadata say %.40q", row.key, stated, meta)
		}
	}
}

// pdfDate reads a date with a time and an offset from Greenwich (ISO 32000-1,
// 7.9.4).
func pdfDate(s string) (time.Time, bool) {
	s = strings.ReplaceAll(strings.TrimSuffix(s, "'"), "'", ":")
	t, err := time.Parse("D:20060102150405Z07:00", s)
	return t, err == nil
}
