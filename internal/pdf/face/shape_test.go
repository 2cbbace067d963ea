package face

import (
	"bytes"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/go-text/typesetting/language"
	"github.com/google/go-cmp/cmp"
)

func texts(glyphs []Glyph) []string {
	var out []string
	for _, g := range glyphs {
		out = append(out, g.Text)
	}
	return out
}

func ids(glyphs []Glyph) []GID {
	var out []GID
	for _, g := range glyphs {
		out = append(out, g.ID)
	}
	return out
}

func TestGlyphsStandForTheirCharacters(t *testing.T) {
	tests := []struct {
		name, file, text, lang string
		want                   []string
	}{
		{"letters", "SourceSans3-Regular.ttf", "Città", "it", []string{"C", "i", "t", "t", "à"}},
		{"a ligature of two", "SourceSans3-Regular.ttf", "offre", "it", []string{"o", "ff", "r", "e"}},
		{"a ligature of three", "Ubuntu-Regular.ttf", "ufficio", "it", []string{"u", "ffi", "c", "i", "o"}},
		{"a letter with its own accent", "SourceSans3-Regular.ttf", "a\u0300", "it", []string{"a\u0300"}},
		{"an accent that stays apart", "SourceSans3-Regular.ttf", "q\u0303", "it", []string{"q", "\u0303"}},
		{"a soft hyphen", "SourceSans3-Regular.ttf", "a\u00ADb", "it", []string{"a", "\u00AD", "b"}},
		{"a narrow space that the font lacks", "Ubuntu-Regular.ttf", "1\u202F000", "nb", []string{"1", "\u202F", "0", "0", "0"}},
		{"control characters", "SourceSans3-Regular.ttf", "a\tb\x00c\u0085", "it", []string{"a", " ", "b", " ", "c", " "}},
		{"what is no character", "SourceSans3-Regular.ttf", "\uFEFFa\uFFFE\uFDD0\xff", "it", []string{"\u2060", "a", "\uFFFD", "\uFFFD", "\uFFFD"}},
		{"a decomposed letter of another face", "Ubuntu-Regular.ttf", "x漢", "it", []string{"x", "漢"}},
		{"nothing", "SourceSans3-Regular.ttf", "", "it", nil},
	}
	for _, test := range tests {
		got := texts(shape(t, test.file, test.text, test.lang))
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", test.name, diff)
		}
	}
}

func TestTextsMakeUpTheText(t *testing.T) {
	const text = "«Un ufficio» – Η γη και Дъжд, 3 ½ €; l’AV\u00ADVISO q\u0303 ﬁ x\u0323\u0301"
	for _, file := range fontNames {
		glyphs := shape(t, file, text, "it")
		if got := strings.ReplaceAll(strings.Join(texts(glyphs), ""), zeroWidth, ""); got != text {
			t.Errorf("%s: %q", file, got)
		}
		if slices.Contains(texts(glyphs), "") {
			t.Errorf("%s: a glyph without a text", file)
		}
	}
}

func TestGlyphsBeyondTheCharactersHaveAZeroWidthSpace(t *testing.T) {
	// One substitution of ccmp: A becomes A B C.
	multiple := words(1, 8, 1, 14, 1, 1, 2, 3, 2, 3, 4)
	f := loadData(t, changed(t, func(p tables) { p["GSUB"] = layoutTable("ccmp", lookup{2, multiple}) }))
	got := f.NewShaper().Shape("xA", "it")
	if diff := cmp.Diff([]string{"x", "A", zeroWidth, zeroWidth}, texts(got)); diff != "" {
		t.Errorf("texts (-want +got)\n%s", diff)
	}
	if diff := cmp.Diff([]GID{2, 3, 4}, ids(got)[1:]); diff != "" {
		t.Errorf("glyphs (-want +got)\n%s", diff)
	}
}

// lookup is a lookup of one subtable.
type lookup struct {
	kind     int
	subtable []byte
}

// layoutTable writes a GSUB or GPOS in which one feature of every script uses the
// first lookup.
func layoutTable(feature string, lookups ...lookup) []byte {
	out := words(1, 0, 10, 30, 44, // script list, feature list, lookup list
		1, 'D'<<8|'F', 'L'<<8|'T', 8, 4, 0, 0, 0xFFFF, 1, 0, 1)
	out = append(append(out, feature...), words(8, 0, 1, 0, len(lookups))...)
	at := 2 + 2*len(lookups)
	for _, l := range lookups {
		out = append(out, words(at)...)
		at += 8 + len(l.subtable)
	}
	for _, l := range lookups {
		out = append(append(out, words(l.kind, 0, 1, 8)...), l.subtable...)
	}
	return out
}

func TestPairsAreKerned(t *testing.T) {
	for _, file := range fontNames {
		f := load(t, file)
		for _, pair := range []string{"AV", "To", "ΑΥ", "ГА"} {
			glyphs := f.NewShaper().Shape(pair, "it")
			if nominal := f.Advance(glyphs[0].ID); glyphs[0].Advance >= nominal {
				t.Errorf("%s: the first of %s is %v wide, alone %v", file, pair, glyphs[0].Advance, nominal)
			}
			if nominal := f.Advance(glyphs[1].ID); glyphs[1].Advance != nominal {
				t.Errorf("%s: the second of %s is %v wide, alone %v", file, pair, glyphs[1].Advance, nominal)
			}
		}
	}
}

func TestMarksHangOverTheirLetters(t *testing.T) {
	glyphs := shape(t, "SourceSans3-Regular.ttf", "q\u0303", "it")
	if mark := glyphs[1]; mark.Advance != 0 || mark.X >= 0 {
		t.Errorf("the tilde is %v wide and moved by %v", mark.Advance, mark.X)
	}
}

func TestBulgarianHasItsOwnLetters(t *testing.T) {
	s := load(t, "SourceSans3-Regular.ttf").NewShaper()
	const word = "вгдзийклптцшщю"
	russian, bulgarian := ids(s.Shape(word, "ru")), ids(s.Shape(word, "bg"))
	for i, r := range []rune(word) {
		if russian[i] == bulgarian[i] {
			t.Errorf("%c has the same form in Bulgarian and in Russian", r)
		}
	}
	if diff := cmp.Diff(bulgarian, ids(s.Shape(word, "bg-BG"))); diff != "" {
		t.Errorf("with a country (-without +with)\n%s", diff)
	}
	if diff := cmp.Diff(russian, ids(s.Shape(word, "it"))); diff != "" {
		t.Errorf("in an Italian text (-Russian +Italian)\n%s", diff)
	}
}

func TestScriptsInOneTextAreShapedApart(t *testing.T) {
	s := load(t, "SourceSans3-Regular.ttf").NewShaper()
	mixed := s.Shape("AV (дл) αβ 12", "bg")
	var apart []Glyph
	for _, part := range []string{"AV (", "дл) ", "αβ 12"} {
		apart = append(apart, s.Shape(part, "bg")...)
	}
	if diff := cmp.Diff(apart, mixed); diff != "" {
		t.Errorf("(-apart +mixed)\n%s", diff)
	}
}

func TestScriptRuns(t *testing.T) {
	tests := []struct {
		text string
		want []string
	}{
		{"Città", []string{"Città"}},
		{"12 – 14", []string{"12 – 14"}},
		{"«Слово» и word", []string{"«Слово» и ", "word"}},
		{"e\u0301 α", []string{"e\u0301 ", "α"}},
		{"10 µm, 5 Ω", []string{"10 µm, 5 ", "Ω"}},
	}
	for _, test := range tests {
		runes := []rune(test.text)
		var got []string
		for start := 0; start < len(runes); {
			end, _ := scriptRun(runes, start)
			got = append(got, string(runes[start:end]))
			start = end
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%q (-want +got)\n%s", test.text, diff)
		}
	}
}

func TestTextWithoutLettersIsOfTheScriptOfItsLanguage(t *testing.T) {
	tests := map[string]language.Script{
		"it": language.Latin, "el": language.Greek, "el-CY": language.Greek, "bg": language.Cyrillic, "": language.Latin,
	}
	for lang, want := range tests {
		if got := scriptOf(language.NewLanguage(lang)); got != want {
			t.Errorf("%q: %s, not %s", lang, got, want)
		}
	}
}

func TestShaperGivesAFreshResult(t *testing.T) {
	s := load(t, "SourceSans3-Regular.ttf").NewShaper()
	first := s.Shape("Avviso", "it")
	kept := slices.Clone(first)
	s.Shape("ΩΨΧ дл 123456789", "el")
	if diff := cmp.Diff(kept, first); diff != "" {
		t.Errorf("the first result changed (-before +after)\n%s", diff)
	}
	if diff := cmp.Diff(kept, s.Shape("Avviso", "it")); diff != "" {
		t.Errorf("the same text differs (-first +second)\n%s", diff)
	}
}

func TestTablesThatBringTheShaperDownLeaveTheTextUnshaped(t *testing.T) {
	// Marks attach to bases whose array holds one base fewer than its coverage.
	mark := words(1, 12, 18, 1, 26, 38,
		1, 1, 3, // marks: glyph 3
		1, 2, 2, 4, // bases: glyphs 2 and 4
		1, 0, 6, 1, 0, 0, // mark array with an anchor
		1, 4, 1, 0, 0) // base array with an anchor
	extension := append(words(1, 4, 0, 8), mark...)
	f := loadData(t, changed(t, func(p tables) { p["GPOS"] = layoutTable("mark", lookup{9, extension}); delete(p, "GDEF") }))
	want := []Glyph{{ID: 4, Text: "C", Advance: f.Advance(4)}, {ID: 3, Text: "B", Advance: f.Advance(3)}}
	s := f.NewShaper()
	for range 2 {
		if diff := cmp.Diff(want, s.Shape("CB", "it")); diff != "" {
			t.Errorf("(-want +got)\n%s", diff)
		}
	}
}

func TestFaceServesManyGoroutines(t *testing.T) {
	f := load(t, "SourceSans3-Regular.ttf")
	want := documentOf(t, f)
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			if !bytes.Equal(want, documentOf(t, f)) {
				t.Error("a subset differs from another of the same text")
			}
		})
	}
	wait.Wait()
}

// documentOf does all that a document does with a face.
func documentOf(t *testing.T, f *Face) []byte {
	s, sub := f.NewShaper(), f.NewSubset()
	for _, lang := range []string{"it", "bg", "el"} {
		for _, g := range s.Shape("Più acqua, дъжд και γη"+lang, lang) {
			if f.Covers([]rune(g.Text)[0]) {
				sub.Add(g.ID, g.Text)
			}
		}
	}
	data, err := sub.Bytes()
	if err != nil {
		t.Error(err)
	}
	return data
}
