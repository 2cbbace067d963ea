package ua

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// The namespaces of XMP metadata that the rules speak of.
const (
	nsRDF       = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
	nsXML       = "http://www.w3.org/XML/1998/namespace"
	nsDC        = "http://purl.org/dc/elements/1.1/"
	nsPDF       = "http://ns.adobe.com/pdf/1.3/"
	nsXMP       = "http://ns.adobe.com/xap/1.0/"
	nsUA        = "http://www.aiim.org/pdfua/ns/id/"
	nsA         = "http://www.aiim.org/pdfa/ns/id/"
	nsExtension = "http://www.aiim.org/pdfa/ns/extension/"
	nsSchema    = "http://www.aiim.org/pdfa/ns/schema#"
	nsProperty  = "http://www.aiim.org/pdfa/ns/property#"
)

// node is an element of XML.
type node struct {
	name xml.Name
	attr []xml.Attr
	kids []*node
	text string
}

// packet is a parsed XMP packet: its properties in the order of the file.
type packet struct {
	properties []*node
	prefixes   map[string]string // namespace → prefix
}

// maxNodes bounds the elements of a packet, and its depth.
const maxNodes = 10000

var errXMP = errors.New("it is no XMP packet")

// parseXMP reads an XMP packet (ISO 16684-1).
func parseXMP(data []byte) (*packet, error) {
	p := &packet{prefixes: map[string]string{}}
	root, err := p.parse(data)
	if err != nil {
		return nil, err
	}
	rdf := root
	if rdf.name.Space != nsRDF {
		if rdf = root.kid(nsRDF, "RDF"); rdf == nil {
			return nil, errXMP
		}
	}
	for _, d := range rdf.kids {
		if d.name != (xml.Name{Space: nsRDF, Local: "Description"}) {
			return nil, errXMP
		}
		for _, a := range d.attr {
			p.properties = append(p.properties, &node{name: a.Name, text: a.Value})
		}
		p.properties = append(p.properties, d.kids...)
	}
	return p, nil
}

// parse builds the tree of elements.
func (p *packet) parse(data []byte) (*node, error) {
	top := &node{}
	open := []*node{top}
	dec := xml.NewDecoder(bytes.NewReader(data))
	for count := 0; ; count++ {
		t, err := dec.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
		if count == maxNodes {
			return nil, errXMP
		}
		last := open[len(open)-1]
		switch t := t.(type) {
		case xml.StartElement:
			n := &node{name: t.Name, attr: p.attributes(t.Attr)}
			last.kids = append(last.kids, n)
			open = append(open, n)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			last.text += strings.TrimSpace(string(t))
		}
	}
	if len(top.kids) != 1 {
		return nil, errXMP
	}
	return top.kids[0], nil
}

// attributes sorts out the declarations of namespaces and what RDF says itself.
func (p *packet) attributes(all []xml.Attr) []xml.Attr {
	var kept []xml.Attr
	for _, a := range all {
		switch {
		case a.Name.Space == "xmlns":
			p.prefixes[a.Value] = a.Name.Local
		case a.Name.Space != nsRDF && a.Name.Space != "":
			kept = append(kept, a)
		}
	}
	return kept
}

func (n *node) kid(space, local string) *node {
	if n == nil {
		return nil
	}
	for _, k := range n.kids {
		if k.name.Space == space && k.name.Local == local {
			return k
		}
	}
	return nil
}

// kids of a node with rdf:Bag, rdf:Seq or rdf:Alt in between; nil of a simple one.
func (n *node) items() []*node {
	if n == nil || len(n.kids) != 1 || n.kids[0].name.Space != nsRDF {
		return nil
	}
	return n.kids[0].kids
}

// field is the text of a field of a structure, as an element or an attribute.
func (n *node) field(space, local string) string {
	if k := n.kid(space, local); k != nil {
		return k.text
	}
	for _, a := range n.attr {
		if a.Name.Space == space && a.Name.Local == local {
			return a.Value
		}
	}
	// A structure may stand in a Description of its own.
	if d := n.kid(nsRDF, "Description"); d != nil {
		return d.field(space, local)
	}
	return ""
}

// property finds a property.
func (p *packet) property(space, local string) *node {
	for _, n := range p.properties {
		if n.name.Space == space && n.name.Local == local {
			return n
		}
	}
	return nil
}

// value is the text of a simple property; of a list, its items joined; of
// alternatives, that of the default language.
func (p *packet) value(space, local string) string {
	n := p.property(space, local)
	if n == nil {
		return ""
	}
	items := n.items()
	if items == nil {
		return n.text
	}
	var texts []string
	for _, item := range items {
		if n.kids[0].name.Local == "Alt" && item.field(nsXML, "lang") == "x-default" {
			return item.text
		}
		texts = append(texts, item.text)
	}
	return strings.Join(texts, ", ")
}
