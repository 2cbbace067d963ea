package svg

import (
	"math"
	"strconv"
	"strings"
)

// scanner reads numbers in the compact grammar of path data: "1-2", ".5.5" and
// "1e3" need nothing between them.
type scanner struct {
	s string
	i int
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' }
func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// peek is the next byte, 0 at the end.
func (s *scanner) peek() byte {
	if s.i < len(s.s) {
		return s.s[s.i]
	}
	return 0
}

func (s *scanner) space() {
	for s.i < len(s.s) && isSpace(s.s[s.i]) {
		s.i++
	}
}

// gap passes over white space with at most one comma in it.
func (s *scanner) gap() {
	s.space()
	if s.peek() == ',' {
		s.i++
		s.space()
	}
}

func (s *scanner) digits() int {
	from := s.i
	for isDigit(s.peek()) {
		s.i++
	}
	return s.i - from
}

// number reads a number. An e that no digits follow is not part of it: it may
// begin a unit.
func (s *scanner) number() (float64, bool) {
	from := s.i
	if c := s.peek(); c == '+' || c == '-' {
		s.i++
	}
	n := s.digits()
	if s.peek() == '.' {
		s.i++
		n += s.digits()
	}
	if n == 0 {
		return 0, false
	}
	s.exponent()
	f, err := strconv.ParseFloat(s.s[from:s.i], 64)
	return f, err == nil && math.Abs(f) <= 1e9
}

func (s *scanner) exponent() {
	from := s.i
	if s.peek()|0x20 != 'e' {
		return
	}
	s.i++
	if c := s.peek(); c == '+' || c == '-' {
		s.i++
	}
	if s.digits() == 0 {
		s.i = from
	}
}

// flag reads the 0 or 1 of an arc.
func (s *scanner) flag() (float64, bool) {
	c := s.peek()
	if c != '0' && c != '1' {
		return 0, false
	}
	s.i++
	return float64(c - '0'), true
}

// numbers reads a whole list, separated by white space or commas.
func numbers(text string) ([]float64, bool) {
	s := scanner{s: text}
	var list []float64
	for s.space(); s.i < len(s.s); s.gap() {
		f, ok := s.number()
		if !ok {
			return nil, false
		}
		list = append(list, f)
	}
	return list, true
}

// pixels are the units of CSS in pixels (CSS Values 4, clause 6.2).
var pixels = map[string]float64{
	"": 1, "px": 1, "pt": 96.0 / 72, "pc": 16, "in": 96, "cm": 96 / 2.54, "mm": 96 / 25.4, "q": 96 / 101.6, "rem": 16,
}

// measure reads a length. em is the size of the text around it, whole what 100 %
// are.
func measure(text string, em, whole float64) (float64, bool) {
	s := scanner{s: strings.TrimSpace(text)}
	f, ok := s.number()
	if !ok {
		return 0, false
	}
	unit := strings.ToLower(s.s[s.i:])
	switch unit {
	case "%":
		return f / 100 * whole, true
	case "em":
		return f * em, true
	case "ex", "ch":
		return f * em / 2, true
	}
	factor, known := pixels[unit]
	return f * factor, known
}
