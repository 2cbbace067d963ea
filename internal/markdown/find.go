package markdown

import (
	"cmp"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/internal/diag"
)

// Find returns where a phrase first stands in the body: whole words, whatever
// their case, the kind of apostrophe and the spaces between them. Code, the
// addresses of links and the titles of pictures are not searched. The Doc is whole.
func (d *Doc) Find(phrase string) (diag.Pos, bool) {
	found := d.FindEach(NewPhrases(phrase))
	if len(found) == 0 {
		return diag.Pos{}, false
	}
	return found[0].Pos, true
}

// Phrases are phrases to be looked for all at once.
type Phrases struct {
	list   []string
	starts map[uint64][]int // by the first word
}

// NewPhrases makes ready to look for phrases. Empty ones are never found.
func NewPhrases(list ...string) *Phrases {
	p := &Phrases{list: make([]string, len(list)), starts: map[uint64][]int{}}
	for i, phrase := range list {
		phrase = strings.Join(strings.Fields(phrase), " ")
		p.list[i] = phrase
		if phrase != "" {
			p.starts[firstWord(phrase)] = append(p.starts[firstWord(phrase)], i)
		}
	}
	return p
}

// Found is a phrase, by its number, and where it first stands.
type Found struct {
	Phrase int
	Pos    diag.Pos
}

// FindEach returns the phrases that stand in the body, in order of their numbers.
// The Doc is whole.
func (d *Doc) FindEach(p *Phrases) []Found {
	if len(p.starts) == 0 {
		return nil
	}
	var found []Found
	text := d.whole
	prev := rune(endOfText)
	for i, r := range text.plain {
		if !isWordRune(prev) && !unicode.IsSpace(r) {
			for _, n := range p.starts[firstWord(text.plain[i:])] {
				if slices.ContainsFunc(found, func(f Found) bool { return f.Phrase == n }) {
					continue
				}
				if length := matchLength(text.plain[i:], p.list[n]); length > 0 {
					if pos, ok := text.locate(i, i+length); ok {
						found = append(found, Found{n, pos})
					}
				}
			}
		}
		prev = r
	}
	slices.SortFunc(found, func(a, b Found) int { return cmp.Compare(a.Phrase, b.Phrase) })
	return found
}

// firstWord is a number (FNV-1a) for the word that a text begins with, or for its
// first character when that belongs to no word; the same however it is written.
func firstWord(s string) uint64 {
	const offset, prime = 14695981039346656037, 1099511628211
	hash := uint64(offset)
	for i, r := range s {
		if i > 0 && !isWordRune(r) {
			break
		}
		hash = (hash ^ uint64(fold(r))) * prime
		if !isWordRune(r) {
			break
		}
	}
	return hash
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

// locate returns the position of a piece of the text.
func (d *reach) locate(start, stop int) (diag.Pos, bool) {
	from, ok := d.origin(start)
	to, ok2 := d.origin(stop - 1)
	if !ok || !ok2 || to < from {
		return diag.Pos{}, false
	}
	_, size := utf8.DecodeRune(d.lines.text[to:])
	return d.lines.span(from, to+max(size, 1)), true
}

// origin returns where in the source a byte of the text comes from.
func (d *reach) origin(plain int) (int, bool) {
	i := sort.Search(len(d.marks), func(i int) bool { return d.marks[i].plain > plain }) - 1
	if i < 0 || d.marks[i].src < 0 {
		return 0, false
	}
	src := d.marks[i].src + plain - d.marks[i].plain
	return src, src < len(d.lines.text)
}
