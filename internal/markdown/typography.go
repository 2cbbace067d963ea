package markdown

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// quotes are the marks that a language sets for straight ones.
type quotes struct {
	open, close           string // for "
	innerOpen, innerClose string // for " within "
	singleOpen            string // for ' at the start of a quotation
	singleClose           string
}

// apostrophe stands for ' wherever it is no quotation mark.
const apostrophe = "’"

// quotesOf returns the marks of a language, after the tables of CLDR and, for
// the languages of the Union, the Interinstitutional style guide. The spaces of
// French are narrow and do not break.
func quotesOf(lang string) quotes {
	base, _, _ := strings.Cut(lang, "-")
	switch strings.ToLower(base) {
	case "it", "es", "pt", "ca", "el", "eu", "gl":
		return quotes{"«", "»", "“", "”", "‘", "’"}
	case "nb", "nn", "no", "da":
		return quotes{"«", "»", "“", "”", "‘", "’"}
	case "fr":
		return quotes{"«\u202f", "\u202f»", "“", "”", "‘", "’"}
	case "de", "cs", "sk", "sl", "is", "et", "lt", "sq":
		return quotes{"„", "“", "‚", "‘", "‚", "‘"}
	case "bg", "mk", "sr":
		return quotes{"„", "“", "‚", "‘", "‚", "‘"}
	case "pl", "ro", "hu", "hr", "nl":
		return quotes{"„", "”", "«", "»", "‚", "’"}
	case "sv", "fi":
		return quotes{"”", "”", "’", "’", "’", "’"}
	case "uk", "ru", "lv":
		return quotes{"«", "»", "„", "“", "‘", "’"}
	}
	return quotes{"“", "”", "‘", "’", "‘", "’"}
}

// Typographic sets the quotes, apostrophes, dashes and dots of a plain text,
// such as a title, as the body of a page would have them.
func Typographic(s, lang string) string {
	if plainLength(s) == len(s) {
		return s
	}
	t := typesetter{quotes: quotesOf(lang)}
	t.reset()
	return string(t.set(nil, s, endOfText))
}

// endOfText stands for the character before the first and behind the last.
const endOfText = ' '

// mark ties a place in the text set to the place in the source it comes from.
// Up to the next mark both go on in step. Where no phrase is searched the place
// in the source is negative: its complement.
type mark struct{ plain, src int }

// typesetter turns the text of one block after another from straight to
// typographic characters. It goes through a block in pieces, since links and
// emphasis cut its text, and remembers what stood before.
type typesetter struct {
	quotes
	prev   rune // the last character set
	double int  // open quotations
	single int

	markup bool // the text is Markdown: \ escapes, &…; are references
	track  bool // keep marks
	offset int  // of the piece in the source
	marks  []mark
}

// reset begins a new block.
func (t *typesetter) reset() {
	t.prev, t.double, t.single = endOfText, 0, 0
}

// set appends s to dst as it is to be read. next is the character behind s.
func (t *typesetter) set(dst []byte, s string, next rune) []byte {
	lastSingle := lastClosing(s, next)
	for i := 0; i < len(s); {
		plain := i + plainLength(s[i:])
		if plain > i {
			dst = t.verbatim(dst, s[i:plain], i)
			i = plain
			continue
		}
		text, size := t.special(s, i, next, lastSingle)
		t.note(len(dst), i)
		dst = append(dst, text...)
		t.prev, _ = utf8.DecodeLastRuneInString(text)
		i += size
	}
	t.note(len(dst), len(s))
	return dst
}

func (t *typesetter) verbatim(dst []byte, s string, at int) []byte {
	t.note(len(dst), at)
	t.prev, _ = utf8.DecodeLastRuneInString(s)
	return append(dst, s...)
}

func (t *typesetter) note(plain, at int) {
	if t.track {
		t.marks = append(t.marks, mark{plain: plain, src: t.offset + at})
	}
}

// special are the bytes that may not stand for themselves.
var special = bytesIn("\"'\\&-.\x7f").with(0, ' '-1)

// plainLength counts the bytes at the start of s that stand for themselves.
func plainLength(s string) int {
	for i := range len(s) {
		if !special[s[i]] {
			continue
		}
		switch c := s[i]; {
		case c == '"' || c == '\'' || c == '\\' || c == '&':
			return i
		case (c == '-' || c == '.') && i+1 < len(s) && s[i+1] == c:
			return i
		case c < ' ' && c != '\n' && c != '\t' || c == 0x7f:
			return i
		}
	}
	return len(s)
}

// special returns what stands for the special character at s[i], and how many
// bytes of s it takes.
func (t *typesetter) special(s string, i int, next rune, lastSingle int) (string, int) {
	switch s[i] {
	case '"':
		return t.doubleQuote(runeAt(s, i+1, next)), 1
	case '\'':
		return t.singleQuote(s[i+1:], runeAt(s, i+1, next), i <= lastSingle), 1
	case '-', '.':
		return dots(s[i:])
	case '\\':
		if t.markup && i+1 < len(s) && isASCIIPunct(s[i+1]) {
			return s[i+1 : i+2], 2
		}
		return `\`, 1
	case '&':
		if t.markup {
			return reference(s[i:])
		}
		return "&", 1
	}
	return "\uFFFD", 1
}

// dots reads a run of dots or hyphens: exactly three dots are an ellipsis, two
// hyphens an en dash, three an em dash, any other run stays.
func dots(s string) (string, int) {
	n := 1
	for n < len(s) && s[n] == s[0] {
		n++
	}
	switch {
	case s[0] == '.' && n == 3:
		return "…", n
	case s[0] == '-' && n == 2:
		return "–", n
	case s[0] == '-' && n == 3:
		return "—", n
	}
	return s[:n], n
}

func (t *typesetter) doubleQuote(next rune) string {
	opens := isEdge(t.prev)
	switch {
	case t.double > 0 && !opens:
		if unicode.IsDigit(t.prev) && unicode.IsDigit(next) {
			return `"`
		}
		t.double--
		if t.double%2 == 1 {
			return t.innerClose
		}
		return t.close
	case !unicode.IsSpace(next) && !unicode.IsDigit(t.prev):
		t.double++
		if t.double%2 == 0 {
			return t.innerOpen
		}
		return t.open
	}
	return `"`
}

// singleQuote sets ' by what stands around it: after is the text behind it,
// closes says that a quotation opened here could end within that text.
func (t *typesetter) singleQuote(after string, next rune, closes bool) string {
	switch {
	case isWordRune(t.prev) && isWordRune(next), isDecade(after):
		return apostrophe
	case isEdge(t.prev) && !unicode.IsSpace(next) && closes:
		t.single++
		return t.singleOpen
	case t.single > 0 && !isEdge(t.prev):
		t.single--
		return t.singleClose
	case unicode.IsDigit(t.prev):
		return "'"
	}
	return apostrophe
}

// isDecade reports whether s begins with two digits and no third: '90, '68.
func isDecade(s string) bool {
	digit := func(i int) bool { return i < len(s) && isDigit(s[i]) }
	return digit(0) && digit(1) && !digit(2)
}

// lastClosing returns the place of the last ' in s that can close a quotation,
// minus one, so that every ' up to there has a closing one behind it; -1: none.
func lastClosing(s string, next rune) int {
	for i := strings.LastIndexByte(s, '\''); i > 0; i = strings.LastIndexByte(s[:i], '\'') {
		before, _ := utf8.DecodeLastRuneInString(s[:i])
		if !isEdge(before) && !isWordRune(runeAt(s, i+1, next)) {
			return i - 1
		}
	}
	return -1
}

// runeAt returns the character at s[i:], or next where s ends.
func runeAt(s string, i int, next rune) rune {
	if i >= len(s) {
		return next
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	return r
}

// isEdge reports whether a quotation can open behind r.
func isEdge(r rune) bool {
	return unicode.IsSpace(r) || strings.ContainsRune("([{<«“„‘‚–—-/", r)
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isASCIIPunct(c byte) bool {
	return c > ' ' && c < 0x7f && !isWordRune(rune(c))
}
