package markdown

import (
	"bytes"
	"encoding/binary"
	"math/bits"
	"slices"
	"sort"
	"unicode/utf8"

	"dossier/internal/diag"

	"github.com/yuin/goldmark/ast"
)

// lines turns offsets in a body into positions in its file.
type lines struct {
	file  string
	first int // line of the file at which the body begins
	text  []byte
	start []int // offset at which each line begins
	runes []int // characters before every stride-th byte
}

// stride keeps counting columns cheap in a body that is one long line.
const stride = 256

func newLines(src Source, text []byte) lines {
	l := lines{file: src.File, first: max(src.FirstLine, 1), text: text, start: []int{0}}
	for n, at := 0, 0; at < len(text); at += stride {
		l.runes = append(l.runes, n)
		n += runeStarts(text[at:min(at+stride, len(text))])
	}
	for at := 0; ; {
		end := bytes.IndexByte(text[at:], '\n')
		if end < 0 {
			return l
		}
		at += end + 1
		l.start = append(l.start, at)
	}
}

// runeStarts counts the bytes that begin a character.
func runeStarts(text []byte) (n int) {
	const highest = 0x8080808080808080 // bits of eight bytes
	for ; len(text) >= 8; text = text[8:] {
		eight := binary.LittleEndian.Uint64(text)
		n += 8 - bits.OnesCount64(eight&^(eight<<1)&highest) // all but 10xxxxxx
	}
	for _, c := range text {
		if utf8.RuneStart(c) {
			n++
		}
	}
	return n
}

// runesBefore counts the characters before an offset.
func (l *lines) runesBefore(offset int) int {
	if offset == 0 {
		return 0
	}
	i := (offset - 1) / stride
	return l.runes[i] + runeStarts(l.text[i*stride:offset])
}

// index returns the line, from 0, that holds the offset.
func (l *lines) index(offset int) int {
	return sort.SearchInts(l.start, offset+1) - 1
}

// span is the position of the text between two offsets. A text that runs over
// the end of its line is marked to there.
func (l *lines) span(start, stop int) diag.Pos {
	start = min(max(start, 0), len(l.text))
	stop = min(max(stop, start), len(l.text))
	i := l.index(start)
	if end := bytes.IndexByte(l.text[start:stop], '\n'); end >= 0 {
		stop = start + end
	}
	col := 1 + l.runesBefore(start) - l.runesBefore(l.start[i])
	return diag.Pos{
		File:   l.file,
		Line:   l.first + i,
		Col:    col,
		EndCol: col + l.runesBefore(stop) - l.runesBefore(start),
	}
}

// offsetIn returns where sub begins in text. The parser hands out destinations
// and titles as slices of the text it was given; such a slice shares the text's
// end of memory, so the difference of capacities is its place, without any
// search that could hit a like text elsewhere.
func offsetIn(text, sub []byte) (int, bool) {
	at := cap(text) - cap(sub)
	if len(sub) == 0 || at < 0 || at+len(sub) > len(text) || &text[at] != &sub[0] {
		return 0, false
	}
	return at, true
}

// place returns the bounds of sub in the source, or those of the node's first
// character where sub is not a piece of it.
func (r *reading) place(n ast.Node, sub []byte) (start, stop int) {
	if at, ok := offsetIn(r.src, sub); ok {
		return at, at + len(sub)
	}
	at := max(n.Pos(), 0)
	return at, at + 1
}

// clean returns the text as it is parsed: valid UTF-8 with a capacity of its own.
func clean(text []byte) []byte {
	if !utf8.Valid(text) {
		text = bytes.ToValidUTF8(text, []byte("\uFFFD"))
	}
	return slices.Clip(text)
}
