package epub

import (
	"bytes"
	"fmt"
	"strings"
)

// packageDocument is the OPF file: metadata, manifest, spine.
func (b *book) packageDocument() []byte {
	p := &b.v.Paper
	var w bytes.Buffer
	w.WriteString(`<?xml version="1.0" encoding="UTF-8"?>` + "\n")
	fmt.Fprintf(&w, `<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="%s">`+"\n", escape(p.Lang))
	w.WriteString(`<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">` + "\n")
	element := func(name, attributes, text string) {
		if text != "" {
			fmt.Fprintf(&w, "<%s%s>%s</%s>\n", name, attributes, escape(text), strings.Fields(name)[0])
		}
	}
	meta := func(property, text string) { element("meta", fmt.Sprintf(` property="%s"`, property), text) }
	element("dc:identifier", ` id="id"`, p.URL+"#epub-"+p.Lang)
	element("dc:title", "", p.Title)
	element("dc:language", "", p.Lang)
	element("dc:creator", "", p.Author)
	element("dc:publisher", "", p.Author)
	element("dc:description", "", p.Subject)
	element("dc:date", "", p.Updated.DateTime)
	element("dc:rights", "", p.Licence)
	for _, k := range p.Keywords {
		element("dc:subject", "", k)
	}
	meta("dcterms:modified", modified(p.Updated.DateTime).Format("2006-01-02T15:04:05Z"))
	b.accessibility(meta)
	w.WriteString("</metadata>\n<manifest>\n")
	for _, i := range b.items {
		properties := ""
		if i.properties != "" {
			properties = ` properties="` + i.properties + `"`
		}
		fmt.Fprintf(&w, `<item id="%s" href="%s" media-type="%s"%s/>`+"\n", escape(i.id), escape(i.name), i.media, properties)
	}
	w.WriteString("</manifest>\n<spine>\n")
	for _, i := range b.items {
		if i.spine {
			fmt.Fprintf(&w, `<itemref idref="%s"/>`+"\n", escape(i.id))
		}
		if i.name == titleName {
			w.WriteString(`<itemref idref="nav"/>` + "\n") // the contents follow the title
		}
	}
	w.WriteString("</spine>\n</package>\n")
	return w.Bytes()
}

// accessibility says how the book can be read (EPUB Accessibility 1.1, section
// 2; the terms are those of schema.org).
func (b *book) accessibility(meta func(property, text string)) {
	meta("schema:accessMode", "textual")
	if len(b.images) > 0 {
		meta("schema:accessMode", "visual")
	}
	meta("schema:accessModeSufficient", "textual")
	for _, feature := range []string{
		"tableOfContents", "readingOrder", "structuralNavigation", "alternativeText", "pageNavigation", "pageBreakMarkers", "displayTransformability",
	} {
		meta("schema:accessibilityFeature", feature)
	}
	meta("schema:accessibilityHazard", "none")
	meta("schema:accessibilitySummary", b.v.Paper.Labels.AccessNote)
	meta("dcterms:conformsTo", "EPUB Accessibility 1.1 - WCAG 2.2 Level AA")
	meta("pageBreakSource", b.v.Paper.URL)
}
