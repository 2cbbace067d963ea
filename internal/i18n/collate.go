package i18n

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/collate"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

// collationOf returns the tag whose order the collation library gets right: for
// Norwegian it would sort å under a; Danish has the same alphabet.
func collationOf(tag language.Tag, base string) language.Tag {
	if base == "nb" || base == "nn" {
		return language.Danish
	}
	return tag
}

// SortKey returns a string whose byte order is the language's alphabetical
// order, with numbers by their value ("Item 9" before "Item 10"). Texts that
// the alphabet cannot tell apart still have different keys, so that an order
// never depends on where it started. Take the keys once and sort by them.
func (l *Locale) SortKey(s string) string { return l.SortKeys([]string{s})[0] }

// SortKeys returns the sort keys of many texts.
func (l *Locale) SortKeys(texts []string) []string {
	var buf collate.Buffer
	// A collator must not be shared; making one costs a few microseconds.
	collator := collate.New(l.collation, collate.Numeric)
	keys := make([]string, len(texts))
	for i, s := range texts {
		keys[i] = string(collator.KeyFromString(&buf, s)) + "\x00\x00" + s
		buf.Reset()
	}
	return keys
}

// Compare orders two texts as SortKey does.
func (l *Locale) Compare(a, b string) int {
	return strings.Compare(l.SortKey(a), l.SortKey(b))
}

// Initials returns a function that tells the letter of a directory under which a
// text stands: accents are dropped where the language files the letter with its
// plain form, and kept where it is a letter of its own ("Å" in Norwegian, "Ch" in
// Czech). Digits and symbols are "#". The function remembers the letters that it
// has met, and must not be shared.
func (l *Locale) Initials() func(s string) string {
	letters := map[rune]string{}
	return func(s string) string {
		s = norm.NFC.String(strings.TrimLeftFunc(s, func(r rune) bool {
			return !unicode.IsLetter(r) && !unicode.IsNumber(r)
		}))
		r, _ := utf8.DecodeRuneInString(s)
		if !unicode.IsLetter(r) {
			return "#"
		}
		if letter := l.digraph(s); letter != "" {
			return letter
		}
		letter, met := letters[r]
		if !met {
			letter = l.plainLetter(r)
			letters[r] = letter
		}
		return letter
	}
}

// digraphs are the letters written with two or three characters, the longer
// ones first, and the letter they count as where that is another.
var digraphs = map[string]string{
	"bs": "Dž Lj Nj",
	"cs": "Ch",
	"da": "Aa=Å",
	"hr": "Dž Lj Nj",
	"hu": "Dzs Cs Dz Gy Ly Ny Sz Ty Zs",
	"nb": "Aa=Å",
	"nn": "Aa=Å",
	"sk": "Ch Dz Dž",
	"sq": "Dh Gj Ll Nj Rr Sh Th Xh Zh",
}

func (l *Locale) digraph(s string) string {
	for d := range strings.FieldsSeq(digraphs[l.base]) {
		spelt, letter, replaced := strings.Cut(d, "=")
		if len(s) < len(spelt) || !strings.EqualFold(s[:len(spelt)], spelt) {
			continue
		}
		if replaced {
			return letter
		}
		return spelt
	}
	return ""
}

// lastLetters are the letters after Z that neighbours' variants count as: a
// Swedish Ö is filed under Ø in Norway.
var lastLetters = map[string]string{
	"da": "ÆØÅ",
	"fi": "ÅÄÖ",
	"is": "ÞÆÖ",
	"nb": "ÆØÅ",
	"nn": "ÆØÅ",
	"sv": "ÅÄÖ",
}

// plainLetter asks the language's collation which letter r is a form of: the
// one that begins r's primary weights ("Æ" is A and E in English).
func (l *Locale) plainLetter(r rune) string {
	upper := firstRune(cases.Upper(l.collation).String(string(r)))
	c := collate.New(l.collation, collate.Loose)
	var buf collate.Buffer
	want := bytes.Clone(c.KeyFromString(&buf, upper))
	letters := "ABCDEFGHIJKLMNOPQRSTUVWXYZ" + lastLetters[l.base] + firstRune(norm.NFD.String(upper))
	for _, letter := range letters {
		buf.Reset()
		if bytes.HasPrefix(want, c.KeyFromString(&buf, string(letter))) {
			return string(letter)
		}
	}
	return upper
}

func firstRune(s string) string {
	_, size := utf8.DecodeRuneInString(s)
	return s[:size]
}
