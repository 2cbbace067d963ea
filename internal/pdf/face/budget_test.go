package face

import (
	"strings"
	"testing"
)

// unfolding writes a layout table of 64 lookups that are one lookup, of 64
// subtables that are one subtable.
func unfolding(kind int, subtable []byte) []byte {
	const times = 64
	out := words(1, 0, 10, 10, 12, 0, times)
	for range times {
		out = append(out, words(2+2*times)...)
	}
	out = append(out, words(kind, 0, times)...)
	for range times {
		out = append(out, words(6+2*times)...)
	}
	return append(out, subtable...)
}

// TestTablesThatUnfoldAreRefused has small tables of which reading would make
// 4096 subtables with more than 128 records each.
func TestTablesThatUnfoldAreRefused(t *testing.T) {
	const many = 200
	tests := []struct {
		name, table string
		kind        int
		subtable    []byte
	}{
		{"coverage", "GSUB", 1, words(1, 6, 0, 1, many)},
		{"single substitution", "GSUB", 1, words(2, 6, many, 1, 0)},
		{"multiple substitution", "GSUB", 2, words(1, 8, 1, 12, 1, 0, many)},
		{"ligatures", "GSUB", 4, words(1, 8, 1, 12, 1, 0, 1, 4, 9, many)},
		{"context by glyphs", "GSUB", 5, words(1, 8, 1, 12, 1, 0, 1, 4, 1, many)},
		{"context by classes", "GSUB", 5, words(2, 10, 0, 1, 14, 1, 0, 1, 4, many, 1)},
		{"classes of a context", "GSUB", 5, words(2, 8, 12, 0, 1, 0, 1, 0, many)},
		{"context by coverages", "GSUB", 5, words(3, 1, 0, 8, 1, many)},
		{"chain by glyphs", "GSUB", 6, words(1, 8, 1, 12, 1, 0, 1, 4, 0, 1, 0, many)},
		{"chain by classes", "GSUB", 6, words(2, 14, 0, 0, 0, 1, 18, 1, 0, 1, 4, 0, 1, 0, many)},
		{"ranges of classes of a chain", "GSUB", 6, words(2, 12, 16, 0, 0, 0, 1, 0, 2, many)},
		{"chain by coverages", "GSUB", 6, words(3, 1, 12, 0, 0, 0, 1, many)},
		{"reverse chain", "GSUB", 8, words(1, 12, 1, 16, 0, many, 1, 0, 1, 0)},
		{"extension", "GSUB", 7, words(1, 1, 0, 8, 2, 6, many, 1, 0)},
		{"single position", "GPOS", 1, words(2, 8, 4, many, 1, 0)},
		{"device of a position", "GPOS", 1, words(1, 10, 0x40, 14, 0, 1, 0, 1, many, 1)},
		{"pairs", "GPOS", 2, words(1, 10, 4, 0, many, 1, 0)},
		{"classes of pairs", "GPOS", 2, words(2, 16, 4, 0, 20, 20, 1, 1, 1, 0, 1, 0, many)},
		{"cursive", "GPOS", 3, words(1, 6, many, 1, 0)},
		{"marks and bases", "GPOS", 4, words(1, 12, 12, many, 12, 16, 1, 0, 1, 0)},
		{"device of an anchor", "GPOS", 4, words(1, 12, 12, 1, 16, 12, 1, 0, 1, 0, 6, 3, 0, 0, 10, 0, 1, many, 1)},
		{"marks and ligatures", "GPOS", 5, words(1, 12, 12, many, 12, 16, 0, 0, 1, 4, 1)},
		{"context of positions", "GPOS", 7, words(3, 1, 0, 8, 1, many)},
		{"chain of positions", "GPOS", 8, words(3, 1, 12, 0, 0, 0, 1, many)},
		{"extension of positions", "GPOS", 9, words(1, 3, 0, 8, 1, 6, many, 1, 0)},
	}
	for _, test := range tests {
		data := changed(t, func(p tables) { p[test.table] = unfolding(test.kind, test.subtable) })
		_, err := Load(data)
		if err == nil || !strings.Contains(err.Error(), "the same parts too often") {
			t.Errorf("%s: error %v", test.name, err)
		}
	}
}

func TestScriptsAndDefinitionsThatUnfoldAreRefused(t *testing.T) {
	const times = 1000
	records := func(offset int) []byte {
		var out []byte
		for range times {
			out = append(out, words('l'<<8|'a', 't'<<8|'n', offset)...)
		}
		return out
	}
	// Scripts that are one script, of languages that are one language.
	scripts := append(words(1, 0, 10, 8, 8, times), records(2+6*times)...)
	scripts = append(append(scripts, append(words(0, times), records(4+6*times)...)...), words(0, 0xFFFF, 1, 0)...)
	// Features that are one feature of many lookups.
	features := append(append(words(1, 0, 8, 10, 8, times), records(2+6*times)...), words(0, 2*times)...)
	// Points of attachment that are one, carets likewise, sets of marks likewise.
	points := append(words(1, 0, 0, 12, 0, 0, 0, times), words(repeated(4+2*times, times)...)...)
	points = append(points, words(times)...)
	carets := append(words(1, 0, 0, 0, 12, 0, 0, times), words(repeated(4+2*times, times)...)...)
	carets = append(carets, words(1, 4, 3, 0, 6, 1, times, 1)...)
	sets := words(1, 2, 0, 0, 0, 0, 14, 1, times)
	for range times {
		sets = append(sets, words(0, 4+4*times)...)
	}
	sets = append(sets, words(1, times)...)
	tests := []struct {
		name, tag string
		table     []byte
	}{
		{"scripts", "GSUB", scripts},
		{"features", "GPOS", features},
		{"points of attachment", "GDEF", points},
		{"carets", "GDEF", carets},
		{"sets of marks", "GDEF", sets},
	}
	for _, test := range tests {
		_, err := Load(changed(t, func(p tables) { p[test.tag] = test.table }))
		if err == nil || !strings.Contains(err.Error(), "the same parts too often") {
			t.Errorf("%s: error %v", test.name, err)
		}
	}
}

func repeated(number, times int) []int {
	out := make([]int, times)
	for i := range out {
		out[i] = number
	}
	return out
}

func TestKerningOfOldFaces(t *testing.T) {
	pairs := words(0, 1, 0, 20, 1, 1, 6, 0, 0, 2, 23, 0xFF9C) // A V: -100
	tests := []struct {
		name string
		kern []byte
		want float64
	}{
		{"pairs", pairs, -100},
		{"more tables than there are", append(words(0, 9), pairs[4:]...), 0},
		{"a table without a length", append(words(0, 2, 0, 0, 1), pairs[10:]...), 0},
		{"Apple's version", append(words(1, 0, 0, 1, 0, 20), pairs[8:]...), 0},
		{"a table that is cut off", pairs[:7], 0},
	}
	for _, test := range tests {
		f := loadData(t, changed(t, func(p tables) { p["kern"] = test.kern; delete(p, "GPOS") }))
		glyphs := f.NewShaper().Shape("AV", "it")
		got := glyphs[0].Advance + glyphs[1].Advance - f.Advance(2) - f.Advance(23)
		if got != test.want {
			t.Errorf("%s: A and V are moved by %v, not %v", test.name, got, test.want)
		}
	}
}

func TestVariationsOfLayoutTablesAreLeftOut(t *testing.T) {
	// The offset of the variations, which is new in version 1.1, leads nowhere.
	f := loadData(t, changed(t, func(p tables) {
		one := layoutTable("ccmp", lookup{1, words(1, 6, 1, 1, 1, 2)})
		p["GSUB"] = one
		put(one, 2, 1)
	}))
	if got := f.NewShaper().Shape("A", "it")[0].ID; got != 3 {
		t.Errorf("A becomes glyph %d, not 3", got)
	}
}
