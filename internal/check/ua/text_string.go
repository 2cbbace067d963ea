package ua

import (
	"strings"
	"unicode/utf16"
)

// pdfDoc are the characters of PDFDocEncoding that are not those of Latin-1 (ISO
// 32000-1, D.2), from 0x18 and from 0x80 on.
var (
	pdfDocLow  = []rune("˘ˇˆ˙˝˛˚˜")
	pdfDocHigh = []rune("•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž\uFFFD€")
)

// textString is the text of a text string: UTF-16 or UTF-8 with a byte order
// mark, else PDFDocEncoding (ISO 32000-1, 7.9.2.2).
func textString(s str) string {
	switch {
	case strings.HasPrefix(string(s), "\xFE\xFF"):
		return utf16Text([]byte(s[2:]))
	case strings.HasPrefix(string(s), "\xEF\xBB\xBF"):
		return strings.ToValidUTF8(string(s[3:]), "\uFFFD")
	}
	var b strings.Builder
	for i := range len(s) {
		c := s[i]
		switch {
		case c >= 0x18 && int(c) < 0x18+len(pdfDocLow):
			b.WriteRune(pdfDocLow[c-0x18])
		case c >= 0x80 && int(c) < 0x80+len(pdfDocHigh):
			b.WriteRune(pdfDocHigh[c-0x80])
		default:
			b.WriteRune(rune(c))
		}
	}
	return b.String()
}

// utf16Text decodes UTF-16, high byte first, without language escapes (ISO
// 32000-1, 14.9.2.2). A last odd byte is dropped.
func utf16Text(b []byte) string {
	units := make([]uint16, 0, len(b)/2)
	escape := false
	for i := 0; i+1 < len(b); i += 2 {
		u := uint16(b[i])<<8 | uint16(b[i+1])
		if u == 0x1B {
			escape = !escape
			continue
		}
		if !escape {
			units = append(units, u)
		}
	}
	return string(utf16.Decode(units))
}
