package svg

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// Names of the vocabularies that mean something here.
const (
	svgSpace   = "http://www.w3.org/2000/svg"
	xlinkSpace = "http://www.w3.org/1999/xlink"
	xmlSpace   = "http://www.w3.org/XML/1998/namespace"
)

// node is an element, or a piece of text when it has no name.
type node struct {
	name     string
	line     int // on which it begins
	text     string
	attrs    []attribute
	children []*node
	cost     int // steps that drawing it takes, in those of reading a byte
}

type attribute struct{ name, value string }

// attr is the value of an attribute without the white space around it.
func (n *node) attr(name string) string {
	for _, a := range n.attrs {
		if a.name == name {
			return strings.TrimSpace(a.value)
		}
	}
	return ""
}

// document is a file as a tree.
type document struct {
	root   *node
	ids    map[string]*node // the first element of each id
	styles []*node          // <style> elements in order
}

// reader builds a document from the tokens of a file.
type reader struct {
	xml      *xml.Decoder
	doc      document
	open     []*node
	elements int
}

// read parses the file. Elements of other vocabularies are dropped with all that
// is in them; a script is refused wherever it stands.
func read(data []byte) (*document, error) {
	if len(data) > maxBytes {
		return nil, &Refusal{1, "size"}
	}
	r := reader{xml: xml.NewDecoder(bytes.NewReader(data)), doc: document{ids: map[string]*node{}}}
	for {
		line, _ := r.xml.InputPos()
		token, err := r.xml.Token()
		if errors.Is(err, io.EOF) && r.doc.root != nil {
			return &r.doc, nil
		}
		if err != nil {
			line, _ = r.xml.InputPos()
			return nil, &Refusal{line, "XML"}
		}
		if err := r.token(token, line); err != nil {
			return nil, err
		}
	}
}

func (r *reader) token(token xml.Token, line int) error {
	switch t := token.(type) {
	case xml.StartElement:
		return r.start(t, line)
	case xml.EndElement:
		r.open = r.open[:len(r.open)-1]
	case xml.CharData:
		r.chars(string(t), line)
	case xml.Directive:
		if bytes.Contains(bytes.ToUpper(t), []byte("<!ENTITY")) {
			return &Refusal{line, "<!ENTITY>"}
		}
	}
	return nil
}

func (r *reader) start(t xml.StartElement, line int) error {
	n := &node{name: t.Name.Local, line: line}
	if r.elements++; r.elements > maxElements {
		return refuse(n, "size")
	}
	if len(r.open) == maxDepth {
		return refuse(n, "depth")
	}
	if n.name == "script" {
		return refuse(n, "<script>")
	}
	if t.Name.Space != svgSpace && t.Name.Space != "" {
		return r.foreign(n)
	}
	n.setAttributes(t.Attr)
	if err := r.place(n); err != nil {
		return err
	}
	r.open = append(r.open, n)
	return nil
}

// foreign passes over an element of another vocabulary.
func (r *reader) foreign(n *node) error {
	if len(r.open) == 0 {
		return refuse(n, "<"+short(n.name)+">")
	}
	if r.xml.Skip() != nil {
		line, _ := r.xml.InputPos()
		return &Refusal{line, "XML"}
	}
	return nil
}

// place hangs an element into the tree.
func (r *reader) place(n *node) error {
	if len(r.open) == 0 {
		if n.name != "svg" || r.doc.root != nil {
			return refuse(n, "<"+short(n.name)+">")
		}
		r.doc.root = n
	} else {
		parent := r.open[len(r.open)-1]
		parent.children = append(parent.children, n)
	}
	if id := n.attr("id"); id != "" && r.doc.ids[id] == nil {
		r.doc.ids[id] = n
	}
	if n.name == "style" {
		r.doc.styles = append(r.doc.styles, n)
	}
	return nil
}

func (n *node) setAttributes(attrs []xml.Attr) {
	n.cost = 32
	n.attrs = make([]attribute, 0, len(attrs))
	for _, a := range attrs {
		n.cost += len(a.Name.Local) + len(a.Value)
		switch a.Name.Space {
		case "":
			n.attrs = append(n.attrs, attribute{a.Name.Local, a.Value})
		case xmlSpace:
			n.attrs = append(n.attrs, attribute{"xml:" + a.Name.Local, a.Value})
		case xlinkSpace:
			n.attrs = append(n.attrs, attribute{"xlink:" + a.Name.Local, a.Value})
		}
	}
}

// chars keeps text where text can mean something.
func (r *reader) chars(text string, line int) {
	if len(r.open) == 0 {
		return
	}
	parent := r.open[len(r.open)-1]
	switch parent.name {
	case "text", "tspan", "a", "style", "title":
		parent.children = append(parent.children, &node{text: text, line: line})
	}
}

// content is the text directly within an element.
func (n *node) content() string {
	var b strings.Builder
	for _, c := range n.children {
		b.WriteString(c.text)
	}
	return b.String()
}

// refuse makes the error of an element.
func refuse(n *node, what string) error { return &Refusal{n.line, what} }

// refuseValue names a property and, where it is short, the value that cannot be
// drawn.
func refuseValue(n *node, name, value string) error {
	return &Refusal{n.line, name + ": " + short(value)}
}

// short keeps what comes from a file fit for a message.
func short(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	const most = 24
	for i := range s {
		if i >= most {
			return s[:i] + "…"
		}
	}
	return s
}
