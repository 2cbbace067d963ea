package markdown

import (
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// Resolved is what the linker decided about a body, as plain values: it becomes
// part of a page's view.
type Resolved struct {
	HeadingIDs []string  // by index of Doc.Headings
	Links      []Target  // by index of Doc.Links
	Images     []Picture // by index of Doc.Images
	Labels     Labels
	BaseLevel  int    // is added to the level of every heading; normally 0
	Prefix     string // is put before every id but those of headings, and in links within the body
}

// Target is where a link leads. A link without a URL of its own that is an
// anchor or leads outside keeps the address the editor wrote; any other link
// without URL is shown as text.
type Target struct {
	URL      string
	Title    string // the target's, shown where the link has no text
	Lang     string // the target's, where it differs from the body's
	External bool
	Note     string // such as "PDF, 1,2 MB": added in parentheses
	Dead     bool   // show as text
}

// Picture is an image as it is shown. One without URL is shown as its text.
type Picture struct {
	URL           string
	Width, Height int // of the file, in pixels; 0: not known
	SrcSet        []Variant
	Sizes         string
	Alt           string // replaces the editor's where not empty
	Decorative    bool   // no alternative text at all
}

// Variant is the same picture in another width, in pixels.
type Variant struct {
	URL   string
	Width int
}

// Labels is the furniture of a body in the reader's language.
type Labels struct {
	Note, Tip, Important, Warning, Caution string // titles of notices
	Footnotes                              string // names the section of notes
	FootnoteRef                            string // "note %d": names the link to a note
	FootnoteBack                           string // "back to the text, note %d"
	TableRegion                            string // "Table %d": names the region a wide table scrolls in
}

// writer writes one tree as the skeleton of HTML, or of XHTML for a book.
type writer struct {
	prosody
	html    []byte // plain HTML that has not been put down
	out     []byte // the skeleton
	scratch []byte
	xml     bool
	table   int // number of the last one
}

func newWriter(src []byte, q quotes) *writer {
	return &writer{prosody: prosody{src: src, set: typesetter{quotes: q, markup: true}}}
}

// raw writes HTML of ours.
func (w *writer) raw(parts ...string) { w.html = appendRaw(w.html, parts) }

// text writes text of others.
func (w *writer) text(s string) { w.html = appendText(w.html, s, w.xml) }

// closeVoid ends the tag of an element that has no content.
func (w *writer) closeVoid() {
	if w.xml {
		w.raw("/")
	}
	w.raw(">")
}

// attr writes an attribute of ours with a value of others, if there is one.
func (w *writer) attr(name, value string) { w.html = appendAttr(w.html, name, value, w.xml) }

// attrs writes the attributes that the editor gave a node, but for its id.
func (w *writer) attrs(n ast.Node) { w.html = appendAttrs(w.html, n, w.xml) }

func appendAttrs(dst []byte, n ast.Node, xml bool) []byte {
	return appendLang(appendAttr(dst, attrClass, attr(n, attrClass), xml), attr(n, attrLang), xml)
}

func appendRaw(dst []byte, parts []string) []byte {
	for _, p := range parts {
		dst = append(dst, p...)
	}
	return dst
}

func appendText(dst []byte, s string, xml bool) []byte {
	if xml {
		s = xmlText(s)
	}
	return appendEscaped(dst, s)
}

func appendAttr(dst []byte, name, value string, xml bool) []byte {
	if value == "" {
		return dst
	}
	dst = append(append(append(dst, ' '), name...), `="`...)
	return append(appendText(dst, value, xml), '"')
}

func appendLang(dst []byte, tag string, xml bool) []byte {
	dst = appendAttr(dst, attrLang, tag, xml)
	if xml {
		dst = appendAttr(dst, "xml:lang", tag, xml)
	}
	return dst
}

// label fills the number into a label.
func label(format string, n int) string {
	return strings.Replace(format, "%d", strconv.Itoa(n), 1)
}

// escaped are the bytes that HTML writes otherwise.
var escaped = bytesIn("&<>\"")

func appendEscaped(dst []byte, s string) []byte {
	from := 0
	for i := range len(s) {
		if !escaped[s[i]] {
			continue
		}
		esc := ""
		switch s[i] {
		case '&':
			esc = "&amp;"
		case '<':
			esc = "&lt;"
		case '>':
			esc = "&gt;"
		case '"':
			esc = "&quot;"
		}
		dst = append(dst, s[from:i]...)
		dst = append(dst, esc...)
		from = i + 1
	}
	return append(dst, s[from:]...)
}
