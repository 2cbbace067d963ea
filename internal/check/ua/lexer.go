package ua

import (
	"bytes"
	"math"
)

// lexer splits the bytes of a file or of a content stream into tokens (ISO
// 32000-1, 7.2). It never fails: what it cannot read is a token of kind bad.
type lexer struct {
	data    []byte
	pos     int
	scratch []byte // decoded strings; tokens point into it until its owner resets it
	flaws   flaws
}

// flaws are breaches of PDF/A-2 that a reader can overlook.
type flaws uint8

const (
	oddHex flaws = 1 << iota
	notHex
	longString
	longName
	bigInteger
	bigReal
	twiceKey
)

// flawRules say what each flaw breaks.
var flawRules = []struct {
	flaw       flaws
	rule, what string
}{
	{oddHex, "A2 6.1.6-1", "a hexadecimal string has an odd number of digits"},
	{notHex, "A2 6.1.6-2", "a hexadecimal string has a character that is no digit"},
	{longString, "A2 6.1.13-3", "a string is longer than 32767 bytes"},
	{longName, "A2 6.1.13-4", "a name is longer than 127 bytes"},
	{bigInteger, "A2 6.1.13-1", "an integer does not fit into 32 bits"},
	{bigReal, "A2 6.1.13-2", "a real number is out of range"},
	{twiceKey, "PDF 7.3.7", "a dictionary has the same key twice"},
}

type tokenKind uint8

const (
	tokEOF tokenKind = iota
	tokBad
	tokInt
	tokReal
	tokName
	tokString
	tokKeyword
	tokArray // [
	tokArrayEnd
	tokDict // <<
	tokDictEnd
)

// token is a piece of syntax. text points into the data or the scratch space.
type token struct {
	kind tokenKind
	num  float64
	text []byte
}

const (
	white = 1 << iota
	delimiter
	digit
)

// classes are the character classes of ISO 32000-1, 7.2.2.
var classes = func() (c [256]uint8) {
	for _, b := range []byte("\x00\t\n\f\r ") {
		c[b] = white
	}
	for _, b := range []byte("()<>[]{}/%") {
		c[b] = delimiter
	}
	for _, b := range []byte("0123456789+-.") {
		c[b] = digit
	}
	return c
}()

// next reads a token.
func (l *lexer) next() token {
	l.skip()
	if l.pos >= len(l.data) {
		return token{kind: tokEOF}
	}
	b := l.data[l.pos]
	switch {
	case classes[b] == digit:
		return l.number()
	case classes[b] != delimiter:
		return l.keyword()
	}
	return l.delimited(b)
}

// delimited reads what begins with a delimiter.
func (l *lexer) delimited(b byte) token {
	l.pos++
	switch b {
	case '/':
		return l.name()
	case '(':
		return l.literal()
	case '[':
		return token{kind: tokArray}
	case ']':
		return token{kind: tokArrayEnd}
	case '<':
		if l.at('<') {
			l.pos++
			return token{kind: tokDict}
		}
		return l.hex()
	case '>':
		if l.at('>') {
			l.pos++
			return token{kind: tokDictEnd}
		}
	}
	return token{kind: tokBad}
}

func (l *lexer) at(b byte) bool { return l.pos < len(l.data) && l.data[l.pos] == b }

// skip passes over white space and comments.
func (l *lexer) skip() {
	for l.pos < len(l.data) {
		b := l.data[l.pos]
		if b == '%' {
			end := bytes.IndexAny(l.data[l.pos:], "\r\n")
			if end < 0 {
				end = len(l.data) - l.pos
			}
			l.pos += end
			continue
		}
		if classes[b] != white {
			return
		}
		l.pos++
	}
}

// number reads an integer or a real number. A sign or a point within what began
// as a number makes it bad.
func (l *lexer) number() token {
	start := l.pos
	negative := l.data[l.pos] == '-'
	if negative || l.data[l.pos] == '+' {
		l.pos++
	}
	var v, scale float64 = 0, 0
	digits := 0
	for ; l.pos < len(l.data); l.pos++ {
		b := l.data[l.pos]
		if b == '.' && scale == 0 {
			scale = 1
			continue
		}
		if b < '0' || b > '9' {
			break
		}
		digits++
		v = v*10 + float64(b-'0')
		scale *= 10
	}
	if digits == 0 || l.pos < len(l.data) && classes[l.data[l.pos]]&(white|delimiter) == 0 {
		l.regular()
		return token{kind: tokBad, text: l.data[start:l.pos]}
	}
	return l.value(v, scale, negative)
}

// value is the token of a number read digit by digit; scale is 0 for an integer.
func (l *lexer) value(v, scale float64, negative bool) token {
	kind := tokInt
	if scale > 0 {
		kind = tokReal
		v /= scale
		if math.IsNaN(v) || math.IsInf(v, 0) || v > 3.403e38 {
			l.flaws |= bigReal
			v = 0
		}
	} else if v > math.MaxInt32 && !(negative && v == -math.MinInt32) {
		l.flaws |= bigInteger
		v = min(v, 1<<53)
	}
	if negative {
		v = -v
	}
	return token{kind: kind, num: v}
}

// regular passes over the regular characters that follow.
func (l *lexer) regular() {
	for l.pos < len(l.data) && classes[l.data[l.pos]]&(white|delimiter) == 0 {
		l.pos++
	}
}

func (l *lexer) keyword() token {
	start := l.pos
	l.regular()
	return token{kind: tokKeyword, text: l.data[start:l.pos]}
}

func (l *lexer) name() token {
	start := l.pos
	l.regular()
	text := l.data[start:l.pos]
	if bytes.IndexByte(text, '#') >= 0 {
		text = l.unescapeName(text)
	}
	if len(text) > 127 {
		l.flaws |= longName
	}
	return token{kind: tokName, text: text}
}

func (l *lexer) unescapeName(text []byte) []byte {
	start := len(l.scratch)
	for i := 0; i < len(text); i++ {
		if text[i] == '#' && i+2 < len(text) && hexValue(text[i+1]) >= 0 && hexValue(text[i+2]) >= 0 {
			l.scratch = append(l.scratch, byte(hexValue(text[i+1])<<4|hexValue(text[i+2])))
			i += 2
			continue
		}
		l.scratch = append(l.scratch, text[i])
	}
	return l.scratch[start:]
}

// hexValue is the value of a hexadecimal digit, -1 of another character.
func hexValue(b byte) int {
	switch {
	case b >= '0' && b <= '9':
		return int(b - '0')
	case b >= 'a' && b <= 'f':
		return int(b-'a') + 10
	case b >= 'A' && b <= 'F':
		return int(b-'A') + 10
	}
	return -1
}
