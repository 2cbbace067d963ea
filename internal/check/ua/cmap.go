package ua

// cmap maps codes to Unicode text: a ToUnicode CMap (ISO 32000-1, 9.10.3).
type cmap struct {
	texts map[int]string
	bad   bool // it maps to U+0000, U+FEFF or U+FFFE
}

// maxCode is the highest code that a cmap maps.
const maxCode = 0xFFFF

// parseCMap reads the mappings of a ToUnicode CMap.
func (f *file) parseCMap(data []byte) *cmap {
	m := &cmap{texts: make(map[int]string, 256)}
	l := &lexer{data: data}
	for {
		l.scratch = l.scratch[:0]
		t := l.next()
		switch {
		case t.kind == tokEOF:
			return m
		case t.kind != tokKeyword:
		case string(t.text) == "beginbfchar":
			m.chars(l)
		case string(t.text) == "beginbfrange":
			m.ranges(l, f)
		}
	}
}

// code is the number that the bytes of a code make.
func code(b []byte) int {
	v := 0
	for _, c := range b[:min(len(b), 4)] {
		v = v<<8 | int(c)
	}
	return v
}

// set maps a code to text given as UTF-16.
func (m *cmap) set(code int, units []byte) {
	if code > maxCode {
		return
	}
	text := utf16Text(units)
	for _, r := range text {
		m.bad = m.bad || r == 0 || r == 0xFEFF || r == 0xFFFE
	}
	m.texts[code] = text
}

// chars reads pairs of a code and its text.
func (m *cmap) chars(l *lexer) {
	for {
		l.scratch = l.scratch[:0]
		from, to := l.next(), l.next()
		if from.kind != tokString || to.kind != tokString {
			return
		}
		m.set(code(from.text), to.text)
	}
}

// ranges reads ranges of codes with the text of the first, or with all texts.
func (m *cmap) ranges(l *lexer, f *file) {
	for {
		l.scratch = l.scratch[:0]
		from, last, to := l.next(), l.next(), l.next()
		if from.kind != tokString || last.kind != tokString {
			return
		}
		lo, hi := code(from.text), min(code(last.text), maxCode)
		switch to.kind {
		case tokString:
			if !f.spend(max(0, hi-lo)) {
				return
			}
			m.rising(lo, hi, append([]byte(nil), to.text...))
		case tokArray:
			for t := l.next(); t.kind == tokString; t = l.next() {
				m.set(lo, t.text)
				lo++
			}
		default:
			return
		}
	}
}

// rising maps codes to texts whose last unit rises with the code.
func (m *cmap) rising(lo, hi int, units []byte) {
	if len(units) < 2 {
		return
	}
	for ; lo <= hi; lo++ {
		m.set(lo, units)
		for i := len(units) - 1; i >= len(units)-2; i-- {
			if units[i]++; units[i] != 0 {
				break
			}
		}
	}
}
