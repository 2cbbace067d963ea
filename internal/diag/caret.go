package diag

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// maxColumns is how much of a line is shown, in columns of a terminal.
const maxColumns = 120

// tabColumns is the most that a tab can take.
const tabColumns = 8

// cell is a character of a line as a terminal shows it.
type cell struct {
	char    rune
	columns int
}

// mark prepares a line for printing and the carets to print below it: lead is
// what stands before them. A line that is too long is cut around the marked
// part. Columns count from 1 as in Pos; without one there are no carets.
func mark(line string, col, endCol int) (shown, lead, carets string) {
	line, cut := around(line, col)
	if cut > 0 {
		col, endCol = col-cut, max(0, endCol-cut)
	}
	cells := cellsOf(line)
	if col < 1 {
		shown, _ = window(cells, 0, 0)
		return shown, "", ""
	}
	from := min(col-1, len(cells))
	to := min(max(endCol-1, from), len(cells))
	shown, first := window(cells, from, to)
	if first > 0 {
		lead = " " // below the ellipsis
	}
	return shown, lead + blanks(cells[first:from]), strings.Repeat("^", caretCount(cells[from:to]))
}

// around cuts from a very long line what is far from a column and could not be
// shown, and returns how many characters are gone at its beginning.
func around(line string, col int) (near string, cut int) {
	const far = 20 * maxColumns // characters without width take no room
	if len(line) <= 4*far {
		return line, 0
	}
	start, stop := 0, len(line)
	n := 0
	for i := range line {
		if n == col-far {
			start, cut = i, n
		}
		if n == col+far {
			stop = i
			break
		}
		n++
	}
	return line[start:stop], cut
}

// caretCount is at least 1 and no more than the window shows.
func caretCount(marked []cell) int {
	return min(max(1, columns(marked)), maxColumns-1)
}

// window cuts a line to maxColumns around cells from to to. first is the index
// of the first cell that is shown.
func window(cells []cell, from, to int) (shown string, first int) {
	if columns(cells) <= maxColumns {
		return text(cells), 0
	}
	first, last := from, from
	room := maxColumns - 2 // an ellipsis at each end
	for last < to && cells[last].columns <= room {
		room -= cells[last].columns
		last++
	}
	for grown := true; grown; {
		grown = false
		if last < len(cells) && cells[last].columns <= room {
			room -= cells[last].columns
			last++
			grown = true
		}
		if first > 0 && cells[first-1].columns <= room {
			first--
			room -= cells[first].columns
			grown = true
		}
	}
	shown = text(cells[first:last])
	if first > 0 {
		shown = "…" + shown
	}
	if last < len(cells) {
		shown += "…"
	}
	return shown, first
}

func cellsOf(line string) []cell {
	var cells []cell
	for _, r := range line {
		r = visibleRune(r)
		cells = append(cells, cell{r, columnsOf(r)})
	}
	return cells
}

func text(cells []cell) string {
	var b strings.Builder
	for _, c := range cells {
		b.WriteRune(c.char)
	}
	return b.String()
}

func columns(cells []cell) int {
	n := 0
	for _, c := range cells {
		n += c.columns
	}
	return n
}

// blanks is as wide as the cells. Tabs stay tabs, so that it is whatever the
// terminal makes of them.
func blanks(cells []cell) string {
	var b strings.Builder
	for _, c := range cells {
		if c.char == '\t' {
			b.WriteByte('\t')
			continue
		}
		b.WriteString(strings.Repeat(" ", c.columns))
	}
	return b.String()
}

// softHyphen is the one sign of formatting that terminals show.
const softHyphen = '\u00ad'

// columnsOf is the width of a character in a terminal: two for the wide ones of
// East Asia and pictographs (Unicode Standard Annex 11), none for marks that sit
// on the one before and for signs of formatting.
func columnsOf(r rune) int {
	switch {
	case r == '\t':
		return tabColumns
	case r == softHyphen, unicode.Is(unicode.Prepended_Concatenation_Mark, r):
		return 1
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}

// visible takes from a text what could steer the terminal that shows it.
func visible(s string) string { return strings.Map(visibleRune, s) }

// turners are the characters that reorder what stands around them or begin a line
// (Unicode Standard Annexes 9 and 14).
var turners = []rune("\u061c\u2028\u2029\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

func visibleRune(r rune) rune {
	if r != '\t' && unicode.IsControl(r) || slices.Contains(turners, r) {
		return unicode.ReplacementChar
	}
	return r
}
