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

// HTML writes a body. It has no newlines between blocks.
func HTML(text []byte, lang string, r Resolved) string {
	root, answers := newResolver(text, lang, r)
	w := &writer{resolver: answers, out: make([]byte, 0, len(text)+len(text)/2)}
	w.blocks(root)
	return string(w.out)
}

// writer writes one tree as HTML, or as XHTML for a book.
type writer struct {
	resolver
	out     []byte
	scratch []byte
	xml     bool
}

// raw writes HTML of ours.
func (w *writer) raw(parts ...string) {
	for _, p := range parts {
		w.out = append(w.out, p...)
	}
}

// text writes text of others.
func (w *writer) text(s string) {
	if w.xml {
		s = xmlText(s)
	}
	w.out = appendEscaped(w.out, s)
}

// closeVoid ends the tag of an element that has no content.
func (w *writer) closeVoid() {
	if w.xml {
		w.raw("/")
	}
	w.raw(">")
}

// attr writes an attribute of ours with a value of others, if there is one.
func (w *writer) attr(name, value string) {
	if value != "" {
		w.raw(" ", name, `="`)
		w.text(value)
		w.raw(`"`)
	}
}

func (w *writer) number(name string, n int) {
	if n > 0 {
		w.raw(" ", name, `="`, strconv.Itoa(n), `"`)
	}
}

// attrs writes the attributes that the editor gave a node, but for its id.
func (w *writer) attrs(n ast.Node) {
	w.attr(attrClass, attr(n, attrClass))
	w.lang(attr(n, attrLang))
}

// lang writes the language of an element.
func (w *writer) lang(tag string) {
	w.attr(attrLang, tag)
	if w.xml {
		w.attr("xml:lang", tag)
	}
}

// label fills the number into a label.
func label(format string, n int) string {
	return strings.Replace(format, "%d", strconv.Itoa(n), 1)
}

func appendEscaped(dst []byte, s string) []byte {
	from := 0
	for i := range len(s) {
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
		default:
			continue
		}
		dst = append(dst, s[from:i]...)
		dst = append(dst, esc...)
		from = i + 1
	}
	return append(dst, s[from:]...)
}
