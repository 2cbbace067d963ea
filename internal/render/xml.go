package render

import (
	"bytes"
	"strings"
)

// xmlWriter writes XML element by element. Text is escaped and characters that
// XML 1.0 forbids are dropped (section 2.2).
type xmlWriter struct{ bytes.Buffer }

func newXML() *xmlWriter {
	w := &xmlWriter{}
	w.WriteString("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
	return w
}

var xmlEscapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "\n", "&#10;", "\r", "&#13;", "\t", "&#9;")

func xmlText(s string) string {
	return xmlEscapes.Replace(strings.Map(func(r rune) rune {
		if r == '\t' || r == '\n' || r == '\r' || r >= 0x20 && r != 0xfffe && r != 0xffff {
			return r
		}
		return -1
	}, s))
}

// open writes a start tag; attrs are pairs of name and value.
func (w *xmlWriter) open(name string, attrs ...string) {
	w.WriteString("<" + name)
	w.attrs(attrs)
	w.WriteString(">")
}

func (w *xmlWriter) close(name string) { w.WriteString("</" + name + ">\n") }

// empty writes an element without content.
func (w *xmlWriter) empty(name string, attrs ...string) {
	w.WriteString("<" + name)
	w.attrs(attrs)
	w.WriteString("/>\n")
}

func (w *xmlWriter) attrs(attrs []string) {
	for i := 0; i+1 < len(attrs); i += 2 {
		w.WriteString(" " + attrs[i] + `="` + xmlText(attrs[i+1]) + `"`)
	}
}

// text writes an element with text; nothing when the text is empty.
func (w *xmlWriter) text(name, text string, attrs ...string) {
	if text == "" {
		return
	}
	w.open(name, attrs...)
	w.WriteString(xmlText(text))
	w.close(name)
}
