package markdown

import (
	"bytes"
	"sort"
	"strings"
	"unicode/utf8"

	"dossier/internal/diag"
)

// Gap is a character of a body that cannot be shown.
type Gap struct {
	Rune rune
	Pos  diag.Pos // of the first one
}

// Covered reports whether all characters of the text without markup are covered,
// such as by the fonts of a document. Line ends and tabs need no glyph and are not
// asked for.
func (d *Doc) Covered(covers func(rune) bool) bool {
	return !strings.ContainsFunc(d.Runes, func(r rune) bool { return r != '\n' && r != '\t' && !covers(r) })
}

// Missing returns the characters of the text without markup that are not covered,
// each once, in the order in which they first stand there. The Doc is whole.
// A character that typography made, such as “ of a straight quote, is where that
// stands.
func (d *Doc) Missing(covers func(rune) bool) []Gap {
	if d.Covered(covers) {
		return nil
	}
	var gaps []Gap
	asked := map[rune]bool{'\n': true, '\t': true}
	text := d.whole
	for i, r := range text.plain {
		if asked[r] {
			continue
		}
		asked[r] = true
		if !covers(r) {
			gaps = append(gaps, Gap{Rune: r, Pos: text.source(i, r)})
		}
	}
	return gaps
}

// source returns the position of what the character at a byte of the text comes
// from: itself, else all of the piece of source that was replaced.
func (d *reach) source(plain int, r rune) diag.Pos {
	i := sort.Search(len(d.marks), func(i int) bool { return d.marks[i].plain > plain }) - 1
	if i < 0 {
		return d.lines.span(0, 0)
	}
	text := d.lines.text
	start := d.marks[i].place()
	if at := start + plain - d.marks[i].plain; at < len(text) && bytes.HasPrefix(text[at:], utf8.AppendRune(nil, r)) {
		return d.lines.span(at, at+utf8.RuneLen(r))
	}
	_, size := utf8.DecodeRune(text[start:])
	stop := start + size
	if i+1 < len(d.marks) {
		if next := d.marks[i+1].place(); next > start && next <= start+maxReference {
			stop = next
		}
	}
	return d.lines.span(start, stop)
}

// place returns the place in the source.
func (m mark) place() int {
	if m.src < 0 {
		return ^m.src
	}
	return m.src
}
