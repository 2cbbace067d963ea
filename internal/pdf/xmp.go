package pdf

import (
	"encoding/xml"
	"strings"
)

// clean returns info with its texts made fit for both places where they stand,
// which must agree (ISO 19005-2, 6.6.3).
func clean(info Info) Info {
	for _, s := range []*string{&info.Title, &info.Author, &info.Subject, &info.Creator} {
		*s = oneLine(*s)
	}
	words := make([]string, 0, len(info.Keywords))
	for _, k := range info.Keywords {
		if k = oneLine(k); k != "" {
			words = append(words, k)
		}
	}
	info.Keywords = words
	return info
}

// oneLine makes line breaks and controls, which XML cannot hold, into spaces.
func oneLine(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToValidUTF8(s, "\ufffd"), func(r rune) bool {
		return r <= ' ' || r == 0x7f || r == 0xfffe || r == 0xffff
	}), " ")
}

// writeInfo writes the document information dictionary (ISO 32000-1, 14.3.3).
func writeInfo(o *object, info Info) {
	o.raw("<<")
	for _, s := range []struct{ key, value string }{
		{"/Title ", info.Title},
		{"/Author ", info.Author},
		{"/Subject ", info.Subject},
		{"/Keywords ", strings.Join(info.Keywords, ", ")},
		{"/Creator ", info.Creator},
		{"/Producer ", info.Creator},
	} {
		if s.value != "" {
			o.raw(s.key).text(s.value)
		}
	}
	if info.Modified != "" {
		date := "D:" + strings.ReplaceAll(info.Modified, "-", "") + "000000+00'00'"
		o.raw("/CreationDate ").bytes(date).raw("/ModDate ").bytes(date)
	}
	o.raw(">>")
}

// metadata returns the XMP packet (ISO 16684-1): what the information dictionary
// says, and the standards that the file keeps to. PDF/A knows of PDF/UA's mark by
// the extension schema alone.
func metadata(info Info) []byte {
	x := &xmp{}
	x.raw("<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n")
	x.raw(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` + "\n")
	x.raw(`<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"` +
		` xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">` + "\n")
	x.raw("<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>\n")
	x.list("dc:title", "Alt", info.Title)
	x.list("dc:creator", "Seq", info.Author)
	x.list("dc:description", "Alt", info.Subject)
	x.list("dc:subject", "Bag", info.Keywords...)
	x.list("dc:language", "Bag", info.Lang)
	x.simple("pdf:Keywords", strings.Join(info.Keywords, ", "))
	x.simple("pdf:Producer", info.Creator)
	x.simple("xmp:CreatorTool", info.Creator)
	if info.Modified != "" {
		date := info.Modified + "T00:00:00+00:00"
		x.simple("xmp:CreateDate", date)
		x.simple("xmp:ModifyDate", date)
	}
	x.raw("</rdf:Description>\n" + extension + "</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>")
	return []byte(x.b.String())
}

// extension describes pdfuaid:part (ISO 19005-2, 6.6.2.3.3).
const extension = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"` +
	` xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
`

// xmp is a packet under way.
type xmp struct{ b strings.Builder }

func (x *xmp) raw(s string) { x.b.WriteString(s) }

func (x *xmp) escape(s string) { xml.EscapeText(&x.b, []byte(s)) }

// simple writes a property with one value; none when it is empty.
func (x *xmp) simple(name, value string) {
	if value == "" {
		return
	}
	x.raw("<" + name + ">")
	x.escape(value)
	x.raw("</" + name + ">\n")
}

// list writes a property that is a container, each value an item of it. The
// items of an Alt are in the default language.
func (x *xmp) list(name, kind string, values ...string) {
	if len(values) == 0 || values[0] == "" {
		return
	}
	item := "<rdf:li>"
	if kind == "Alt" {
		item = `<rdf:li xml:lang="x-default">`
	}
	x.raw("<" + name + "><rdf:" + kind + ">")
	for _, v := range values {
		x.raw(item)
		x.escape(v)
		x.raw("</rdf:li>")
	}
	x.raw("</rdf:" + kind + "></" + name + ">\n")
}
