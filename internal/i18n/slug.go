package i18n

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

// maxSlug is the length of a slug in bytes: long enough for a title, short
// enough for paths of several parts on every file system.
const maxSlug = 80

// Slug makes the address part of a title written in the given language: small
// ASCII letters, digits and single hyphens, at most 80 bytes, cut between
// words. Greek and Cyrillic are transliterated; a title in which no letter can
// be becomes the numbers of its characters, so that it is empty only when the
// title has neither letter nor digit.
func Slug(title, lang string) string {
	base := lang
	if _, plain := countryNames[lang]; !plain {
		base = baseOf(language.Make(lang))
	}
	title = norm.NFC.String(strings.ToLower(title))
	var b strings.Builder
	for rest := title; rest != ""; {
		text, size := letter(rest, base, b.Len() == 0 || strings.HasSuffix(b.String(), separator))
		writeSlug(&b, text)
		rest = rest[size:]
	}
	if s := cutSlug(b.String()); s != "" {
		return s
	}
	return cutSlug(codePoints(title))
}

// IsSlug reports whether s is one: small ASCII letters, digits and hyphens,
// none first, last or next to another.
func IsSlug(s string) bool {
	if s == "" || s[0] == '-' || s[len(s)-1] == '-' || strings.Contains(s, "--") {
		return false
	}
	return strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789-") == ""
}

// separator stands for a gap between words.
const separator = "-"

func writeSlug(b *strings.Builder, text string) {
	if text == separator && (b.Len() == 0 || strings.HasSuffix(b.String(), separator)) {
		return
	}
	b.WriteString(text)
}

func cutSlug(s string) string {
	s = strings.Trim(s, separator)
	if len(s) <= maxSlug {
		return s
	}
	if end := strings.LastIndex(s[:maxSlug+1], separator); end > 0 {
		return s[:end]
	}
	return s[:maxSlug]
}

// codePoints writes letters and digits as their hexadecimal numbers.
func codePoints(title string) string {
	var b strings.Builder
	for _, r := range title {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			b.WriteString(strconv.FormatInt(int64(r), 16) + separator)
		}
	}
	return b.String()
}

// letter transliterates what s begins with and returns how many bytes that was.
// start says that a word begins here.
func letter(s, lang string, start bool) (text string, size int) {
	r, one := utf8.DecodeRuneInString(s)
	if isASCIIAlphanumeric(r) {
		return s[:one], one
	}
	if isApostrophe(r) {
		return apostrophe(lang), one
	}
	_, next := utf8.DecodeRuneInString(s[one:])
	for _, size := range [...]int{one + next, one} {
		if text, ok := transliterate(s, size, lang, start); ok {
			return text, size
		}
	}
	return plain(r), one
}

// plain falls back to the letter without its marks, and to a gap for what is
// no letter.
func plain(r rune) string {
	var b strings.Builder
	for _, part := range norm.NFKD.String(string(r)) {
		text, known := transliterations[""][string(part)]
		switch {
		case isASCIIAlphanumeric(unicode.ToLower(part)):
			b.WriteRune(unicode.ToLower(part))
		case known:
			b.WriteString(text)
		case !unicode.IsLetter(part) && !unicode.IsMark(part):
			writeSlug(&b, separator)
		}
	}
	if b.Len() == 0 && !unicode.IsLetter(r) && !unicode.IsMark(r) {
		return separator
	}
	return b.String()
}

func isASCIIAlphanumeric(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= '0' && r <= '9'
}

func isApostrophe(r rune) bool {
	return r == '\'' || r == '’' || r == '‘' || r == 'ʼ' || r == '´' || r == '`'
}

// apostrophe is a gap where it marks an elided word ("l’età") and nothing where
// it stands inside one ("women’s").
func apostrophe(lang string) string {
	switch lang {
	case "ca", "fr", "ga", "it", "lb", "mt", "oc":
		return separator
	}
	return ""
}
