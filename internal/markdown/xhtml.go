package markdown

import "strings"

// XHTML writes a body for a book: well-formed XML with the elements and the text
// of HTML, without what only serves a page in a browser (scrolling regions,
// pictures in several sizes). Its attributes epub:type and xml:lang ask the
// document that it is put into to declare
//
//	xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"
//
// Notes are a section of endnotes behind the text (EPUB 3 Structural Semantics
// Vocabulary 1.1, notes and annotations).
//
// before returns XHTML to put before the block of that index, such as the mark
// of a page's beginning; it counts the blocks that Tree returns. It may be nil.
func XHTML(text []byte, lang string, r Resolved, before func(block int) string) string {
	src := clean(text)
	root, _ := grow(src)
	w := newWriter(src, quotesOf(lang))
	w.xml = true
	f := filler{resolver: newResolver(r), xml: true, out: make([]byte, 0, len(text)+len(text)/2)}
	block := 0
	for c := root.FirstChild(); c != nil; c = c.NextSibling() {
		if before != nil && isShown(c) {
			f.raw(before(block))
			block++
		}
		w.block(c)
		f.fill(w.take())
	}
	return string(f.out)
}

// meaning writes what an element is: for reading systems of books as epub:type,
// for assistive technology as a role. The role of an endnote is "", since it would
// hide that the note is an item of a list (DPUB-ARIA 1.1 deprecates doc-endnote).
func (w *writer) meaning(epubType, role string) {
	if w.xml {
		w.attr("epub:type", epubType)
	}
	w.attr("role", role)
}

// xmlText replaces what XML may not hold even as a reference (XML 1.0 § 2.2).
func xmlText(s string) string {
	if !strings.ContainsFunc(s, isForbiddenInXML) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if isForbiddenInXML(r) {
			return '\uFFFD'
		}
		return r
	}, s)
}

func isForbiddenInXML(r rune) bool {
	return r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xFFFE || r == 0xFFFF
}
