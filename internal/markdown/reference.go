package markdown

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/util"
)

// decode resolves the escapes and references of an address.
func decode(raw []byte) string {
	s := string(raw)
	if !strings.ContainsAny(s, `\&`) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		switch {
		case s[i] == '\\' && i+1 < len(s) && isASCIIPunct(s[i+1]):
			b.WriteByte(s[i+1])
			i += 2
		case s[i] == '&':
			text, n := reference(s[i:])
			b.WriteString(text)
			i += n
		default:
			b.WriteByte(s[i])
			i++
		}
	}
	return b.String()
}

// maxReference is how long &…; can be (CommonMark § 2.5).
const maxReference = 40

// reference resolves the character reference at the start of s, which begins
// with "&", and returns how many bytes it takes. What is none stands for itself.
func reference(s string) (string, int) {
	end := strings.IndexByte(s[:min(len(s), maxReference)], ';')
	if end < 2 {
		return "&", 1
	}
	name := s[1:end]
	if name[0] == '#' {
		return numericReference(name[1:], end+1)
	}
	if e, ok := util.LookUpHTML5EntityByName(name); ok {
		return string(e.Characters), end + 1
	}
	return "&", 1
}

func numericReference(digits string, size int) (string, int) {
	base, limit := 10, 7
	if strings.HasPrefix(digits, "x") || strings.HasPrefix(digits, "X") {
		base, limit, digits = 16, 6, digits[1:]
	}
	v, err := strconv.ParseUint(digits, base, 32)
	if err != nil || len(digits) > limit {
		return "&", 1
	}
	r := rune(v)
	if v < ' ' && v != '\t' && v != '\n' || v >= 0x7f && v < 0xa0 || !utf8.ValidRune(r) {
		r = utf8.RuneError
	}
	return string(r), size
}
