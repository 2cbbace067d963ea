package markdown

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/internal/diag"
)

// Find returns where a phrase first stands in the body: whole words, whatever
// their case, the kind of apostrophe and the spaces between them. Code, the
// addresses of links and the titles of pictures are not searched.
func (d *Doc) Find(phrase string) (diag.Pos, bool) {
	want := strings.Join(strings.Fields(phrase), " ")
	if want == "" {
		return diag.Pos{}, false
	}
	prev := rune(endOfText)
	for i, r := range d.Plain {
		if !isWordRune(prev) {
			if n := matchLength(d.Plain[i:], want); n > 0 {
				if pos, ok := d.locate(i, i+n); ok {
					return pos, true
				}
			}
		}
		prev = r
	}
	return diag.Pos{}, false
}

// matchLength returns how many bytes of s, from its start, are the phrase; 0
// where s begins with something else.
func matchLength(s, phrase string) int {
	i := 0
	for _, want := range phrase {
		got, size := utf8.DecodeRuneInString(s[i:])
		if size == 0 || fold(got) != fold(want) {
			return 0
		}
		i += size
		if want == ' ' {
			i += len(s[i:]) - len(strings.TrimLeft(s[i:], " \n"))
		}
	}
	if r, _ := utf8.DecodeRuneInString(s[i:]); isWordRune(r) {
		return 0
	}
	return i
}

func fold(r rune) rune {
	switch {
	case r == '’':
		return '\''
	case unicode.IsSpace(r):
		return ' '
	}
	return unicode.ToLower(r)
}

// locate returns the position of a piece of Plain.
func (d *Doc) locate(start, stop int) (diag.Pos, bool) {
	from, ok := d.origin(start)
	to, ok2 := d.origin(stop - 1)
	if !ok || !ok2 || to < from {
		return diag.Pos{}, false
	}
	_, size := utf8.DecodeRune(d.lines.text[to:])
	return d.lines.span(from, to+max(size, 1)), true
}

// origin returns where in the source a byte of Plain comes from.
func (d *Doc) origin(plain int) (int, bool) {
	i := sort.Search(len(d.marks), func(i int) bool { return d.marks[i].plain > plain }) - 1
	if i < 0 || d.marks[i].src < 0 {
		return 0, false
	}
	src := d.marks[i].src + plain - d.marks[i].plain
	return src, src < len(d.lines.text)
}
