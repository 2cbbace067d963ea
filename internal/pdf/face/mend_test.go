package face

import (
	"testing"

	layout "github.com/go-text/typesetting/font/opentype/tables"
	"github.com/google/go-cmp/cmp"
)

// hidden covers the glyphs 100 to 163, a range so long that the shaper forgets what
// follows, and after them the Cyrillic а, which is glyph 1205 of Source Sans.
const (
	hidden      = 1205
	hiddenIndex = 64
)

func hiding() []byte { return words(2, 2, 100, 163, 0, hidden, hidden, hiddenIndex) }

// indexed writes the start of a subtable: numbers, of which the second is the place
// of the coverage, then for each glyph covered the place of the same part, the
// part, and the coverage.
func indexed(numbers, part []int) []byte {
	const count = hiddenIndex + 1
	at := 2 * (len(numbers) + 1 + count)
	numbers[1] = at + 2*len(part)
	out := append(words(numbers...), words(count)...)
	out = append(out, words(repeated(at, count)...)...)
	return append(append(out, words(part...)...), hiding()...)
}

func TestLongRangesHideNoSubstitutions(t *testing.T) {
	next := lookup{1, words(1, 6, 1, 1, 1, hidden)}
	values := append(words(2, 6+2*(hiddenIndex+1), hiddenIndex+1), words(repeated(hidden+1, hiddenIndex+1)...)...)
	tests := map[string][]lookup{
		"single by distance": {{1, append(words(1, 6, 1), hiding()...)}},
		"single by list":     {{1, append(values, hiding()...)}},
		"multiple":           {{2, indexed([]int{1, 0}, []int{1, hidden + 1})}},
		"alternate":          {{3, indexed([]int{1, 0}, []int{1, hidden + 1})}},
		"ligature":           {{4, indexed([]int{1, 0}, []int{1, 4, hidden + 1, 1})}},
		"context":            {{5, append(words(3, 1, 1, 12, 0, 1), hiding()...)}, next},
		"chain":              {{6, append(words(3, 0, 1, 16, 0, 1, 0, 1), hiding()...)}, next},
	}
	for name, lookups := range tests {
		f := loadData(t, changed(t, func(p tables) { p["GSUB"] = layoutTable("ccmp", lookups...) }))
		if got := f.NewShaper().Shape("а", "it")[0].ID; got != hidden+1 {
			t.Errorf("%s: glyph %d, not %d", name, got, hidden+1)
		}
	}
}

func TestLongRangesHideNoPositions(t *testing.T) {
	const moved = 70
	next := lookup{1, words(1, 8, 4, moved, 1, 1, hidden)}
	// Class 1 of second glyphs is the Cyrillic а; pairs with class 0 do not count.
	classes := append(words(2, 32, 4, 0, 20, 24, 1, 2, 0, moved), words(2, 0, 1, hidden, 1, 1)...)
	tests := map[string][]lookup{
		"pairs by glyphs":  {{2, indexed([]int{1, 0, 4, 0}, []int{1, hidden, moved})}},
		"pairs by classes": {{2, append(classes, hiding()...)}},
		"context":          {{7, append(words(3, 1, 1, 12, 0, 1), hiding()...)}, next},
		"chain":            {{8, append(words(3, 0, 1, 16, 0, 1, 0, 1), hiding()...)}, next},
	}
	for name, lookups := range tests {
		f := loadData(t, changed(t, func(p tables) { p["GPOS"] = layoutTable("kern", lookups...) }))
		glyph := f.NewShaper().Shape("аа", "it")[0]
		if got := glyph.Advance - f.Advance(hidden); got != moved {
			t.Errorf("%s: moved by %v, not %v", name, got, moved)
		}
	}
}

// TestLongRangesHideNoMarks takes the Cyrillic а for a mark on a digit.
func TestLongRangesHideNoMarks(t *testing.T) {
	const count, digit, high = hiddenIndex + 1, 1334, 40
	marks := words(count)
	for range count {
		marks = append(marks, words(0, 2+4*count)...)
	}
	marks = append(marks, words(1, 0, 0)...)
	tests := map[string]struct {
		kind, class int // of the lookup, of the digit in GDEF
		bases       []int
	}{
		"on a letter":   {4, 1, []int{1, 4, 1, 30, high}},
		"on a ligature": {5, 2, []int{1, 4, 1, 4, 1, 30, high}},
		"on a mark":     {6, 3, []int{1, 4, 1, 30, high}},
	}
	for name, test := range tests {
		at := 12 + len(marks)
		table := append(words(1, at+6+2*len(test.bases), at, 1, 12, at+6), marks...)
		table = append(append(table, words(1, 1, digit)...), words(test.bases...)...)
		f := loadData(t, changed(t, func(p tables) {
			p["GPOS"] = layoutTable("mark", lookup{test.kind, append(table, hiding()...)})
			p["GDEF"] = words(1, 0, 12, 0, 0, 0, 2, 2, hidden, hidden, 3, digit, digit, test.class)
		}))
		glyphs := f.NewShaper().Shape("1а", "bg")
		if glyphs[0].ID != digit || glyphs[1].Y != high {
			t.Errorf("a mark %s: %+v", name, glyphs)
		}
	}
}

func TestCoveragesAreListedWhenTheListMeansTheSame(t *testing.T) {
	ordered := layout.Coverage2{Ranges: []layout.RangeRecord{{StartGlyphID: 3, EndGlyphID: 5}, {StartGlyphID: 9, EndGlyphID: 9, StartCoverageIndex: 3}}}
	backwards := layout.Coverage2{Ranges: []layout.RangeRecord{{StartGlyphID: 5, EndGlyphID: 3}}}
	overlapping := layout.Coverage2{Ranges: []layout.RangeRecord{{StartGlyphID: 3, EndGlyphID: 5}, {StartGlyphID: 5, EndGlyphID: 5, StartCoverageIndex: 3}}}
	counted := layout.Coverage2{Ranges: []layout.RangeRecord{{StartGlyphID: 3, EndGlyphID: 5, StartCoverageIndex: 1}}}
	list := layout.Coverage1{Glyphs: []layout.GlyphID{3, 4, 5, 9}}
	tests := []struct {
		name       string
		give, want layout.Coverage
		left       int
	}{
		{"ranges in order", ordered, list, 4},
		{"more glyphs than are allowed", ordered, ordered, 3},
		{"a range from back to front", backwards, backwards, 100},
		{"ranges that overlap", overlapping, overlapping, 100},
		{"ranges counted otherwise", counted, counted, 100},
		{"a list", list, list, 100},
	}
	for _, test := range tests {
		m := mender{left: test.left}
		if diff := cmp.Diff(test.want, m.list(test.give), cmp.AllowUnexported(layout.Coverage1{}, layout.Coverage2{})); diff != "" {
			t.Errorf("%s (-want +got)\n%s", test.name, diff)
		}
	}
}
