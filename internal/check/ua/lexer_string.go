package ua

// hex reads a hexadecimal string after its opening bracket (ISO 32000-1,
// 7.3.4.3).
func (l *lexer) hex() token {
	start, digits, high := len(l.scratch), 0, 0
	for ; l.pos < len(l.data); l.pos++ {
		b := l.data[l.pos]
		if b == '>' {
			l.pos++
			if digits%2 != 0 {
				l.flaws |= oddHex
				l.scratch = append(l.scratch, byte(high<<4))
			}
			return l.str(l.scratch[start:])
		}
		v := hexValue(b)
		if v < 0 {
			if classes[b] != white {
				l.flaws |= notHex
			}
			continue
		}
		if digits++; digits%2 != 0 {
			high = v
		} else {
			l.scratch = append(l.scratch, byte(high<<4|v))
		}
	}
	return token{kind: tokBad}
}

func (l *lexer) str(text []byte) token {
	if len(text) > 32767 {
		l.flaws |= longString
	}
	return token{kind: tokString, text: text}
}

// literal reads a string after its opening parenthesis. Strings without escapes
// are not copied.
func (l *lexer) literal() token {
	start, depth, plain := l.pos, 1, true
	for ; l.pos < len(l.data); l.pos++ {
		switch l.data[l.pos] {
		case '\\':
			plain = false
			l.pos++
		case '\r':
			plain = false
		case '(':
			depth++
		case ')':
			if depth--; depth > 0 {
				continue
			}
			text := l.data[start:l.pos]
			l.pos++
			if !plain {
				text = l.unescape(text)
			}
			return l.str(text)
		}
	}
	l.pos = len(l.data)
	return token{kind: tokBad}
}

// escapes are the escape sequences of one letter (ISO 32000-1, table 3).
var escapes = [256]byte{'n': '\n', 'r': '\r', 't': '\t', 'b': '\b', 'f': '\f', '(': '(', ')': ')', '\\': '\\'}

// unescape decodes a literal string into the scratch space.
func (l *lexer) unescape(text []byte) []byte {
	start := len(l.scratch)
	for i := 0; i < len(text); i++ {
		b := text[i]
		switch {
		case b == '\r':
			if i+1 < len(text) && text[i+1] == '\n' {
				i++
			}
			b = '\n'
		case b == '\\' && i+1 < len(text):
			i++
			var skip bool
			if b, i, skip = escaped(text, i); skip {
				continue
			}
		}
		l.scratch = append(l.scratch, b)
	}
	return l.scratch[start:]
}

// escaped is the byte that the escape at text[i] stands for, and where it ends. A
// line end after a backslash stands for nothing.
func escaped(text []byte, i int) (b byte, end int, skip bool) {
	b = text[i]
	switch {
	case b == '\r':
		if i+1 < len(text) && text[i+1] == '\n' {
			i++
		}
		return 0, i, true
	case b == '\n':
		return 0, i, true
	case escapes[b] != 0:
		return escapes[b], i, false
	case b < '0' || b > '7':
		return b, i, false
	}
	v := 0
	for end = i; end < len(text) && end < i+3 && text[end] >= '0' && text[end] <= '7'; end++ {
		v = v<<3 | int(text[end]-'0')
	}
	return byte(v), end - 1, false
}
