package line

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// An item is a piece, or a space, in its place in the paragraph.
type item struct {
	piece *piece
	look  int32
	opp   opp // after it
	space bool
}

// A look is a stretch of text with one style and one meaning.
type look struct {
	Style
	voice *voice
	scale float64 // from thousandths of the em to points
	group int32
	end   int // offset in the paragraph's text
	code  bool
}

// hyphen is the width of what a break shows.
func (l *look) hyphen(o opp) float64 {
	if o != soft {
		return 0
	}
	return l.voice.hyphen.width * l.scale
}

// A paragraph is what spans come to.
type paragraph struct {
	text   string
	looks  []look
	groups []group
	items  []item // in the setter's buffer
}

// compose joins spans, and finds the words in them with their opportunities. The
// last item is always a forced break, unless there is no text at all.
func (s *Setter) compose(spans []Span, lang string) paragraph {
	c := composer{setter: s, lang: lang, fresh: true}
	c.items = s.items[:0]
	c.join(spans)
	c.read()
	s.items = c.items
	return c.paragraph
}

type composer struct {
	paragraph
	setter *Setter
	lang   string
	look   int  // the one that reading has come to
	done   int  // where the last word ends
	fresh  bool // no item since the last forced break
}

// breakMark stands for a forced break in the joined text.
const breakMark = "\u2028"

// join concatenates the spans' text and notes where their looks end.
func (c *composer) join(spans []Span) {
	c.looks = make([]look, 0, len(spans))
	if len(spans) == 1 && !spans[0].Break && spans[0].Text != "" {
		c.text = legible(spans[0].Text)
		c.addLook(&spans[0], len(c.text))
		return
	}
	var b strings.Builder
	for i := range spans {
		switch {
		case spans[i].Break:
			b.WriteString(breakMark)
			if len(c.looks) > 0 {
				c.looks[len(c.looks)-1].end = b.Len()
			}
		case spans[i].Text != "":
			b.WriteString(legible(spans[i].Text))
			c.addLook(&spans[i], b.Len())
		}
	}
	c.text = b.String()
}

// legible makes spaces of control characters that end no line, and U+FFFD of
// what is not a character: the faces do the same, and lengths must agree.
func legible(text string) string {
	text = strings.ToValidUTF8(text, string(utf8.RuneError))
	for i := 0; i < len(text); i++ {
		if b := text[i]; b < ' ' || b >= 0x7F {
			return strings.Map(legibleRune, text)
		}
	}
	return text
}

func legibleRune(r rune) rune {
	switch {
	case endsLine(r):
		return r
	case unicode.IsControl(r):
		return ' '
	case r&0xFFFE == 0xFFFE || r >= 0xFDD0 && r <= 0xFDEF:
		return utf8.RuneError
	}
	return r
}

func (c *composer) addLook(span *Span, end int) {
	g := c.group(span)
	if n := len(c.looks); n > 0 {
		if last := &c.looks[n-1]; last.group == g && alike(&last.Style, &span.Style) {
			last.end = end
			return
		}
	}
	lang := span.Lang
	if lang == "" {
		lang = c.lang
	}
	c.looks = append(c.looks, look{
		Style: span.Style, voice: c.setter.voice(span.Style.Faces, lang),
		scale: span.Style.Size / 1000, group: g, end: end, code: span.Code,
	})
}

// read goes through the text once.
func (c *composer) read() {
	if len(c.looks) == 0 {
		return
	}
	for at := 0; at < len(c.text); {
		r, size := utf8.DecodeRuneInString(c.text[at:])
		c.lookAt(at)
		switch {
		case endsLine(r):
			at += c.lineEnd(c.text[at:], r, size)
		case isGap(r):
			c.gap(c.text[at:at+size], r)
			at += size
		default:
			end := at + size + wordLength(c.text[at+size:])
			c.word(at, end)
			at = end
		}
	}
	if n := len(c.items); n > 0 && c.items[n-1].opp != forced {
		c.add(&c.setter.nothing, true)
		c.items[n].opp = forced
	}
}

// lookAt moves to the look of the character at an offset.
func (c *composer) lookAt(at int) *look {
	for c.looks[c.look].end <= at {
		c.look++
	}
	return &c.looks[c.look]
}

func (c *composer) add(p *piece, space bool) {
	c.items = append(c.items, item{piece: p, look: int32(c.look), opp: p.opp, space: space})
	c.fresh = false
}

// lineEnd is a forced break; it returns the length of what marks it in text.
func (c *composer) lineEnd(text string, r rune, size int) int {
	c.add(&c.setter.nothing, true)
	c.items[len(c.items)-1].opp = forced
	c.fresh = true
	if r == '\r' && strings.HasPrefix(text[size:], "\n") {
		size++
	}
	return size
}

// gap is a space. At the beginning of a line it is left out, but in code it is
// part of the first word.
func (c *composer) gap(text string, r rune) {
	l := &c.looks[c.look]
	indent := c.fresh
	if indent && !l.code {
		return
	}
	p := &l.voice.space
	if r != ' ' {
		p = &l.voice.part(text)[0]
	}
	c.add(p, !indent)
	c.fresh = indent
}

// word is what stands between two spaces: one look as a rule, or several.
func (c *composer) word(at, end int) {
	n := len(c.items)
	if l := c.lookAt(at); l.end >= end {
		w := l.voice.word(c.text[at:end])
		for i := range w.pieces {
			c.add(&w.pieces[i], false)
		}
	} else {
		c.mixed(at, end)
	}
	if len(c.items) == n {
		return
	}
	if n > 0 && c.items[n-1].space && c.items[n-1].opp != forced &&
		c.setter.breaksAfterSpace(c.text[:c.done], c.text[c.done:at], c.text[at:]) {
		c.items[n-1].opp = space
	}
	c.done = end
}

// mixed is a word whose look changes inside. A mark of a note stays with what it
// follows.
func (c *composer) mixed(at, end int) {
	n := len(c.items)
	cuts := c.setter.cuts(c.text[at:end])
	for at < end {
		l := c.lookAt(at)
		to := min(l.end, end)
		inner, edge, rest := cutsWithin(cuts, to-at)
		bare := strip(c.text[at:to], inner)
		pieces := split(l.voice.part(bare), inner)
		for i := range pieces {
			c.add(&pieces[i], false)
		}
		if last := len(c.items) - 1; last >= n && to < end && !c.marks(to) {
			c.items[last].opp = max(c.items[last].opp, edge)
		}
		cuts, at = rest, to
	}
}

// marks tells whether the mark of a note begins at an offset.
func (c *composer) marks(at int) bool {
	return c.groups[c.lookAt(at).group].note != nil
}

// cutsWithin parts cuts at an offset: those before it, the one on it, and those
// behind, which count from it.
func cutsWithin(cuts []cut, n int) (inner []cut, edge opp, rest []cut) {
	i := 0
	for i < len(cuts) && cuts[i].at < n {
		i++
	}
	inner, rest = cuts[:i], cuts[i:]
	if len(rest) > 0 && rest[0].at == n {
		edge, rest = rest[0].opp, rest[1:]
	}
	for i := range rest {
		rest[i].at -= n
	}
	return inner, edge, rest
}

// wordLength is how far a word goes on.
func wordLength(text string) int {
	for i := 0; i < len(text); i++ {
		b := text[i]
		if b >= utf8.RuneSelf {
			return i + longWord(text[i:])
		}
		if b == ' ' || b >= '\n' && b <= '\r' {
			return i
		}
	}
	return len(text)
}

func longWord(text string) int {
	for i, r := range text {
		if endsLine(r) || isGap(r) {
			return i
		}
	}
	return len(text)
}

// endsLine tells the characters after which UAX 14 asks for a new line (classes
// BK, CR, LF and NL).
func endsLine(r rune) bool {
	return r >= '\n' && r <= '\r' || r == '\u0085' || r == '\u2028' || r == '\u2029'
}

// isGap tells spaces at which a line may end. No-break spaces are part of words.
func isGap(r rune) bool {
	switch r {
	case ' ':
		return true
	case '\u2007', '\u202F':
		return false
	}
	return r >= 0x1680 && unicode.Is(unicode.Zs, r)
}
