// Package forget finds where a person is named, so that a request to be forgotten
// can be met, and shown to be met.
//
// Input: a name as somebody writes it, and files as path and bytes, one by one.
// Output: the places in a file at which the name stands. Nothing is read from the
// disk or changed here.
//
// Invariants:
//   - Letters are compared without case and accents, and what stands between the
//     words of a name does not matter: spaces, a hyphen of an address, marks of
//     Markdown. Family name first is the same name.
//   - Rather one place too many than one too few: a place is for a person to judge.
//   - What a file shows is looked through as well as its bytes: text of pages
//     without its tags and with its entities, unfolded lines of calendars, text of
//     PDF files, members of ZIP and EPUB files, and PDF and ZIP files that lie
//     within others, as in a cache.
package forget

import (
	"bytes"
	"path"
	"strings"
	"unicode/utf8"
)

// Person is a name to look for.
type Person struct {
	ids    map[string]int // of the folded words of the name
	orders [][]int        // the sequences of words that are the name
}

// Place is where a name stands. Lines and columns count from 1, columns in
// characters; they are 0 in what is not plain text.
type Place struct {
	File   string `json:"file"`
	Within string `json:"within,omitempty"` // a part of the file, such as a member of a ZIP file
	Line   int    `json:"line,omitempty"`
	Column int    `json:"column,omitempty"`
	Text   string `json:"text,omitempty"` // some of the line
}

// New prepares a name; it is false for one without a letter or digit.
func New(name string) (Person, bool) {
	p := Person{ids: map[string]int{}}
	var order []int
	for w := range wordsOf([]byte(name)) {
		id, known := p.ids[string(w.folded)]
		if !known {
			id = len(p.ids)
			p.ids[string(w.folded)] = id
		}
		order = append(order, id)
	}
	if len(order) == 0 {
		return p, false
	}
	p.orders = [][]int{order}
	if n := len(order) - 1; n > 0 {
		p.orders = append(p.orders, append([]int{order[n]}, order[:n]...))
	}
	return p, true
}

// Find returns the places in a file; of what is not plain text one for each part.
func (p Person) Find(file string, data []byte) []Place {
	var places []Place
	if p.in([]byte(file)) {
		places = append(places, Place{File: file, Within: "name"})
	}
	if isText(data) {
		found := p.lines(file, data)
		if len(found) == 0 && p.shown(file, data) {
			found = []Place{{File: file}}
		}
		return append(places, found...)
	}
	if p.in(data) {
		places = append(places, Place{File: file})
	}
	for _, part := range partsOf(data) {
		if p.in([]byte(part.name)) || p.in(part.data) || p.shown(part.name, part.data) {
			places = append(places, Place{File: file, Within: part.name})
		}
	}
	return places
}

// in reports whether the name stands in a text.
func (p Person) in(text []byte) bool {
	for range p.spots(text) {
		return true
	}
	return false
}

// lines returns the places in a text with their lines.
func (p Person) lines(file string, data []byte) []Place {
	var places []Place
	line, counted := 1, 0
	for at := range p.spots(data) {
		line += bytes.Count(data[counted:at], []byte("\n"))
		counted = at
		begin := bytes.LastIndexByte(data[:at], '\n') + 1
		rest, _, _ := bytes.Cut(data[begin:], []byte("\n"))
		places = append(places, Place{
			File: file, Line: line, Column: utf8.RuneCount(data[begin:at]) + 1,
			Text: excerpt(string(rest), at-begin),
		})
	}
	return places
}

// excerpt is some of a line around a place in it.
func excerpt(line string, at int) string {
	const around = 40 // bytes, cut to characters
	from, to := max(0, at-around), min(len(line), at+2*around)
	return strings.TrimSpace(strings.ToValidUTF8(line[from:to], ""))
}

// isText reports whether a file is one that people read as it is.
func isText(data []byte) bool {
	head := data[:min(len(data), 8<<10)]
	return bytes.IndexByte(head, 0) < 0 && !bytes.HasPrefix(head, []byte(pdfHead))
}

// shown reports whether the name stands in what a file shows, beyond its bytes.
func (p Person) shown(file string, data []byte) bool {
	switch strings.ToLower(path.Ext(file)) {
	case ".ics":
		return p.in(unfolded(data))
	case ".html", ".xhtml", ".xml", ".svg", ".opf", ".ncx":
		text := untagged(data)
		if bytes.IndexByte(data, '&') < 0 { // then there is nothing to decode
			return p.in(text)
		}
		return p.in(decoded(data)) || p.in(decoded(text))
	case ".json", ".jsonld", ".geojson":
		return p.in(unescaped(data))
	}
	return false
}
