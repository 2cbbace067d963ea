package pdf

import (
	"math"
	"strconv"
	"unicode/utf16"
)

// ref is the number of an indirect object, from 1.
type ref int

// object is PDF syntax under way: values one after another, as ISO 32000-1, 7.3
// writes them. Numbers have at most three decimals.
type object struct {
	b   []byte
	bad bool // a number was infinite or none at all
}

const digits = "0123456789ABCDEF"

func (o *object) raw(s string) *object {
	o.b = append(o.b, s...)
	return o
}

// gap sets a space where the value before would otherwise run into the next.
func (o *object) gap() {
	if n := len(o.b); n > 0 && regular(o.b[n-1]) {
		o.b = append(o.b, ' ')
	}
}

func (o *object) int(n int) *object {
	o.gap()
	o.b = strconv.AppendInt(o.b, int64(n), 10)
	return o
}

func (o *object) ref(r ref) *object {
	o.int(int(r)).raw(" 0 R")
	return o
}

// number writes a real number. The range is that of common readers
// (ISO 32000-1, annex C).
func (o *object) number(v float64) *object {
	if math.IsNaN(v) || math.Abs(v) > 32767 {
		o.bad, v = true, 0
	}
	o.gap()
	n := int64(math.Round(v * 1000))
	if n < 0 {
		o.b = append(o.b, '-')
		n = -n
	}
	o.b = strconv.AppendInt(o.b, n/1000, 10)
	if n %= 1000; n != 0 {
		o.b = append(o.b, '.', digits[n/100])
		if n %= 100; n != 0 {
			o.b = append(o.b, digits[n/10])
			if n %= 10; n != 0 {
				o.b = append(o.b, digits[n])
			}
		}
	}
	return o
}

// area writes a rectangle of a page as PDF wants it: y upwards from the foot.
func (o *object) area(p *Page, r Rect) *object {
	o.raw("[").number(r.X).number(p.height - r.Y - r.H)
	return o.number(r.X + r.W).number(p.height - r.Y).raw("]")
}

// name writes a name. Bytes other than letters, digits and the like are escaped.
func (o *object) name(s string) *object {
	o.b = append(o.b, '/')
	for i := range len(s) {
		if c := s[i]; c > ' ' && c < 0x7f && c != '#' && regular(c) {
			o.b = append(o.b, c)
		} else {
			o.b = append(o.b, '#', digits[c>>4], digits[c&15])
		}
	}
	return o
}

// regular tells whether a byte belongs to a token (ISO 32000-1, 7.2.2).
func regular(c byte) bool {
	switch c {
	case 0, '\t', '\n', '\f', '\r', ' ', '(', ')', '<', '>', '[', ']', '{', '}', '/', '%':
		return false
	}
	return true
}

// text writes a text string: as it is when it is ASCII, otherwise as UTF-16 with
// its mark (ISO 32000-1, 7.9.2.2).
func (o *object) text(s string) *object {
	if ascii(s) {
		return o.bytes(s)
	}
	o.raw("(\xfe\xff")
	for _, r := range s {
		if r < 0x10000 {
			o.unit(uint16(r))
			continue
		}
		high, low := utf16.EncodeRune(r)
		o.unit(uint16(high))
		o.unit(uint16(low))
	}
	return o.raw(")")
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}

func (o *object) unit(u uint16) {
	o.byte(byte(u >> 8))
	o.byte(byte(u))
}

// bytes writes a byte string.
func (o *object) bytes(s string) *object {
	o.b = append(o.b, '(')
	for i := range len(s) {
		o.byte(s[i])
	}
	o.b = append(o.b, ')')
	return o
}

// byte writes a byte of a string.
func (o *object) byte(c byte) {
	switch c {
	case '\r':
		o.b = append(o.b, '\\', 'r')
	case '(', ')', '\\':
		o.b = append(o.b, '\\', c)
	default:
		o.b = append(o.b, c)
	}
}

// hex writes a byte string in hexadecimal.
func (o *object) hex(data []byte) *object {
	o.b = append(o.b, '<')
	for _, c := range data {
		o.b = append(o.b, digits[c>>4], digits[c&15])
	}
	o.b = append(o.b, '>')
	return o
}
