package diag

import (
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/width"
)

// terminal is how a terminal places characters: the column, from 0, at which each
// one stands, and how wide the text is. Tabs stop at every eighth column.
func terminal(text string) (columns []int, wide int) {
	at := 0
	for _, r := range text {
		columns = append(columns, at)
		switch kind := width.LookupRune(r).Kind(); {
		case r == '\t':
			at += 8 - at%8
		case r != '\u00ad' && unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		case kind == width.EastAsianWide || kind == width.EastAsianFullwidth:
			at += 2
		default:
			at++
		}
	}
	return columns, at
}

func TestCaretsStandUnderTheMarkInATerminal(t *testing.T) {
	lines := []string{
		"title: MASP",
		"città: perché",
		"perche\u0301: e\u0300 cosi\u0300",
		"東京: 日本語 x",
		"📞: chiama 👩‍👩‍👧 subito",
		"\ta:\tb c",
		"  - \tx: y",
		"שלום: عربى x",
		"soft\u00adhyphen: zero\u200bwidth",
		"bom\ufeffinside: x",
		strings.Repeat("x", 140) + "東京" + strings.Repeat("y", 140),
		strings.Repeat("東", 200),
		strings.Repeat("e\u0301", 200),
	}
	for _, line := range lines {
		chars := []rune(line)
		for col := range chars {
			if columnsOf(visibleRune(chars[col])) == 0 {
				continue // nothing by itself
			}
			shown, lead, carets := mark(line, col+1, col+2)
			_, before := terminal("    | " + lead)
			_, all := terminal("    | " + lead + carets)
			places, _ := terminal("    | " + shown)
			if shownAt(shown, places, before) != visibleRune(chars[col]) {
				t.Errorf("%q, column %d: the caret is under something else:\n%s\n%s%s", line, col+1, shown, lead, carets)
			}
			if chars[col] != '\t' && all-before != columnsOf(chars[col]) {
				t.Errorf("%q, column %d: %d carets", line, col+1, all-before)
			}
			if _, wide := terminal(shown); !strings.Contains(line, "\t") && wide > maxColumns {
				t.Errorf("%q is shown %d columns wide", line, wide)
			}
		}
	}
}

// shownAt is the visible character that begins at a column, 0 where none does.
func shownAt(shown string, places []int, column int) rune {
	for i, r := range []rune(shown) {
		if places[len("    | ")+i] == column && columnsOf(r) > 0 {
			return r
		}
	}
	return 0
}

func TestContentCannotSteerTheTerminal(t *testing.T) {
	var steering []string
	for r := rune(0); r < 0xA0; r++ {
		if unicode.IsControl(r) && r != '\n' && r != '\r' && r != '\t' {
			steering = append(steering, string(r))
		}
	}
	steering = append(steering, "\u061c", "\u200e", "\u200f", "\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069", "\u2028", "\u2029", "\u0085", "\x1b]0;title\x07", "\x1b[2J")
	for _, s := range steering {
		text := "x" + s + "y"
		d := At(Pos{File: text, Line: 1, Col: 1, EndCol: 9}, "fact-differs", "a", text, text, text).
			WithHint("hint.write", text).WithFix(text).Also(Pos{File: text, Line: 2}, "see.more", 3)
		for _, lang := range []Lang{English, Italian} {
			p := Printer{Lang: lang, Source: func(string) ([]byte, bool) { return []byte(text), true }}
			if out := printed(p, 0, d); strings.Contains(out, s) || strings.Contains(out, "\x1b") {
				t.Errorf("%q reaches the terminal: %q", s, out)
			}
		}
	}
}
