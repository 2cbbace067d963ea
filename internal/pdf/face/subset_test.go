package face

import (
	"bytes"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz 0123456789 àéèìòùÀÉ ffi «€» αβγάώ дйыж ўї łžşő"

// subsetOf returns the subset of a text.
func subsetOf(t testing.TB, f *Face, text string) *Subset {
	t.Helper()
	sub := f.NewSubset()
	for _, g := range f.NewShaper().Shape(text, "it") {
		sub.Add(g.ID, g.Text)
	}
	return sub
}

func fileOf(t testing.TB, sub *Subset) []byte {
	t.Helper()
	data, err := sub.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestCIDsCountFromOneByFirstUse(t *testing.T) {
	f := load(t, "SourceSans3-Regular.ttf")
	sub := f.NewSubset()
	var got []uint16
	for _, use := range []shown{{28, "a"}, {2, "A"}, {28, "a"}, {28, "α"}, {2, "A"}, {0, "x"}, {65000, "y"}} {
		got = append(got, sub.Add(use.glyph, use.text))
	}
	if diff := cmp.Diff([]uint16{1, 2, 1, 3, 2, 0, 0}, got); diff != "" {
		t.Errorf("CIDs (-want +got)\n%s", diff)
	}
	want := []Used{
		{GID: 0, Text: "\uFFFD", Advance: f.Advance(0)},
		{GID: 28, Text: "a", Advance: 504},
		{GID: 2, Text: "A", Advance: 544},
		{GID: 28, Text: "α", Advance: 504},
	}
	if diff := cmp.Diff(want, sub.CIDs()); diff != "" {
		t.Errorf("used (-want +got)\n%s", diff)
	}
}

func TestEveryCIDHasATextThatPDFTakes(t *testing.T) {
	sub := load(t, "SourceSans3-Regular.ttf").NewSubset()
	for i, text := range []string{"", "\x00", "\uFEFF", "\uFFFE", "\x00a", "\xff"} {
		sub.Add(GID(i+1), text)
	}
	for cid, used := range sub.CIDs() {
		if used.Text == "" || strings.ContainsAny(used.Text, "\x00\uFEFF\uFFFE") {
			t.Errorf("CID %d stands for %q", cid, used.Text)
		}
	}
}

func TestSubsetHoldsWhatADocumentNeeds(t *testing.T) {
	sub := subsetOf(t, load(t, "SourceSans3-Regular.ttf"), letters)
	parts := partsOf(t, fileOf(t, sub))
	var tags []string
	for _, tag := range []string{"GSUB", "OS/2", "cmap", "cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post", "prep"} {
		if _, ok := parts[tag]; ok {
			tags = append(tags, tag)
		}
	}
	if diff := cmp.Diff([]string{"glyf", "head", "hhea", "hmtx", "loca", "maxp"}, tags); diff != "" {
		t.Errorf("tables (-want +got)\n%s", diff)
	}
}

func TestChecksumsAreRight(t *testing.T) {
	data := fileOf(t, subsetOf(t, load(t, "Ubuntu-Regular.ttf"), letters))
	if sum := checksum(data); sum != checksumMagic {
		t.Errorf("the file adds up to %#x", sum)
	}
	for i := range unsigned(data, 4) {
		entry := data[directoryHead+i*directoryEntry:]
		start, length := unsigned(entry, 8)<<16|unsigned(entry, 10), unsigned(entry, 12)<<16|unsigned(entry, 14)
		table := bytes.Clone(data[start : start+padded(length, 4)])
		if string(entry[:4]) == "head" {
			clear(table[headAdjustment:][:4])
		}
		if want := uint32(unsigned(entry, 4))<<16 | uint32(unsigned(entry, 6)); checksum(table) != want {
			t.Errorf("table %s: checksum %#x, not %#x", entry[:4], want, checksum(table))
		}
	}
}

// TestGlyphsKeepTheirOutlines compares with another reader of fonts.
func TestGlyphsKeepTheirOutlines(t *testing.T) {
	for _, file := range fontNames {
		whole, err := sfnt.Parse(fontFile(t, file))
		if err != nil {
			t.Fatal(err)
		}
		f := load(t, file)
		sub := subsetOf(t, f, letters)
		part, err := sfnt.Parse(readable(t, fileOf(t, sub)))
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		for cid, used := range sub.CIDs() {
			want, wantAdvance := drawn(t, whole, int(used.GID))
			got, gotAdvance := drawn(t, part, cid)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s: outline of %q (-want +got)\n%s", file, used.Text, diff)
			}
			if wantAdvance != gotAdvance {
				t.Errorf("%s: %q is %v wide, not %v", file, used.Text, gotAdvance, wantAdvance)
			}
		}
	}
}

// readable adds the tables that a general reader asks for and a PDF does not need.
func readable(t testing.TB, data []byte) []byte {
	parts := partsOf(t, data)
	parts["cmap"] = []byte(emptyCmap)
	parts["post"] = append(words(3, 0), make([]byte, 28)...)
	return parts.file()
}

func drawn(t *testing.T, f *sfnt.Font, glyph int) (sfnt.Segments, fixed.Int26_6) {
	t.Helper()
	var buf sfnt.Buffer
	em := fixed.I(int(f.UnitsPerEm()))
	segments, err := f.LoadGlyph(&buf, sfnt.GlyphIndex(glyph), em, nil)
	if err != nil {
		t.Fatalf("glyph %d: %v", glyph, err)
	}
	advance, err := f.GlyphAdvance(&buf, sfnt.GlyphIndex(glyph), em, font.HintingNone)
	if err != nil {
		t.Fatalf("glyph %d: %v", glyph, err)
	}
	return append(sfnt.Segments{}, segments...), advance
}

func TestSubsetIsAFaceOfTheSameWidths(t *testing.T) {
	for _, file := range fontNames {
		f := load(t, file)
		sub := subsetOf(t, f, letters)
		again := loadData(t, fileOf(t, sub))
		for cid, used := range sub.CIDs() {
			if math.Abs(again.Advance(GID(cid))-used.Advance) > 1e-9 {
				t.Errorf("%s: %q is %v wide in the file, %v as used", file, used.Text, again.Advance(GID(cid)), used.Advance)
			}
		}
		if got, want := again.Metrics().BBox, f.Metrics().BBox; got != want {
			t.Errorf("%s: bounding box %v, not %v", file, got, want)
		}
	}
}

func TestPartsOfCompositesStandAfterTheCIDs(t *testing.T) {
	for _, file := range fontNames {
		f := load(t, file)
		sub := subsetOf(t, f, "àéый")
		again := loadData(t, fileOf(t, sub))
		composites := 0
		for cid := range sub.CIDs() {
			if record, _ := again.outlines.record(GID(cid)); composite(record) {
				composites++
			}
		}
		if composites > 0 && again.glyphs <= len(sub.CIDs()) {
			t.Errorf("%s: %d composites and no part after %d CIDs", file, composites, len(sub.CIDs()))
		}
		if again.glyphs > len(sub.CIDs())+8 {
			t.Errorf("%s: %d glyphs for %d CIDs", file, again.glyphs, len(sub.CIDs()))
		}
	}
}

func TestInstructionsAreLeftOut(t *testing.T) {
	f := load(t, "Ubuntu-Regular.ttf")
	again := loadData(t, fileOf(t, subsetOf(t, f, letters)))
	for g := range again.glyphs {
		record, err := again.outlines.record(GID(g))
		if err != nil {
			t.Fatal(err)
		}
		if len(record) == 0 || composite(record) {
			continue
		}
		if n := unsigned(record, glyphHead+2*signed(record, 0)); n != 0 {
			t.Errorf("glyph %d has %d bytes of instructions", g, n)
		}
	}
	if n := unsigned(again.tables["maxp"], maxpZones+12); n != 0 {
		t.Errorf("maxp allows %d bytes of instructions", n)
	}
}

func TestSameUseGivesTheSameBytes(t *testing.T) {
	f := load(t, "SourceSans3-Regular.ttf")
	sub := subsetOf(t, f, letters)
	first := fileOf(t, sub)
	if !bytes.Equal(first, fileOf(t, sub)) {
		t.Error("the second writing differs")
	}
	if !bytes.Equal(first, fileOf(t, subsetOf(t, load(t, "SourceSans3-Regular.ttf"), letters))) {
		t.Error("the same text in a face loaded anew differs")
	}
}

func TestSubsetIsSmall(t *testing.T) {
	f := load(t, "SourceSans3-Regular.ttf")
	if size := len(fileOf(t, subsetOf(t, f, letters))); size > 16_000 {
		t.Errorf("the subset has %d bytes", size)
	}
}

func TestLargeSubsetsCountPlacesInLongOffsets(t *testing.T) {
	f := load(t, "SourceSans3-Regular.ttf")
	sub := f.NewSubset()
	for g := range f.glyphs {
		sub.Add(GID(g), "x")
		sub.Add(GID(g), "y")
	}
	again := loadData(t, fileOf(t, sub))
	if !again.outlines.long {
		t.Errorf("short offsets for %d bytes", len(again.outlines.glyf))
	}
	if want, got := 2*f.glyphs-1, again.glyphs; want != got {
		t.Errorf("%d glyphs, not %d", got, want)
	}
}

func TestBrokenOutlinesAreToldByGlyph(t *testing.T) {
	// Each is the whole of glyf; glyph 1 is all of it.
	box := []int{0, 0, 0, 0}
	part := func(rest ...int) []byte { return words(append(append([]int{0xFFFF}, box...), rest...)...) }
	tests := map[string][]byte{
		"a record shorter than its head": words(1, 0),
		"contours without ends":          words(append([]int{5}, box...)...),
		"points without flags":           append(words(append([]int{1}, box...)...), words(3, 0)...),
		"a repeat without its number":    append(words(append([]int{1}, box...)...), 0, 3, 0, 0, repeat, 0xFF)[:15],
		"points without coordinates":     append(words(append([]int{1}, box...)...), words(3, 0, 0)...),
		"a composite without parts":      part(),
		"a part without arguments":       part(wideArguments, 2, 0),
		"a part beyond the face":         part(0, 60000, 0),
		"a part to come that does not":   part(moreParts, 2, 0),
	}
	for name, record := range tests {
		data := changed(t, func(p tables) {
			p["glyf"] = record
			put(p["head"], headLocaFormat, 1)
			clear(p["loca"])
			for at := 8; at < len(p["loca"]); at += 4 {
				put(p["loca"], at+2, len(record))
			}
		})
		sub := loadData(t, data).NewSubset()
		sub.Add(1, "x")
		if _, err := sub.Bytes(); err == nil || !strings.Contains(err.Error(), "glyph 1 of SourceSans3-Regular") {
			t.Errorf("%s: error %v", name, err)
		}
	}
}

func TestPlacesBeyondTheOutlinesAreBroken(t *testing.T) {
	data := changed(t, func(p tables) { p["glyf"] = p["glyf"][:100] })
	sub := loadData(t, data).NewSubset()
	sub.Add(700, "x")
	if _, err := sub.Bytes(); err == nil {
		t.Error("a glyph beyond the table glyf is written")
	}
}

func TestLastBytesOfAnOutlineAreKept(t *testing.T) {
	// A triangle whose last coordinate is zero in two bytes, then two bytes of
	// padding, after three bytes of instructions.
	record := append(words(1, 0, 0, 9, 9, 2, 3), 7, 7, 7)
	points := []byte{1, 1, 1, 0, 1, 0, 2, 0, 3, 0, 1, 0, 2, 0, 0}
	record = append(append(record, points...), 0, 0)
	got, err := appendSimple(nil, record)
	if err != nil {
		t.Fatal(err)
	}
	want := append(words(1, 0, 0, 9, 9, 2, 0), points...)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestPartsOfCompositesAreNumberedAnew(t *testing.T) {
	// Parts of every size; the last says that instructions follow, which go.
	record := words(0xFFFF, 0, 0, 9, 9)
	record = append(record, words(moreParts|wideArguments, 10, 1, 2)...)
	record = append(record, words(moreParts|oneScale, 11, 1, 2)...)
	record = append(record, words(moreParts|twoScales, 12, 1, 2, 3)...)
	record = append(record, words(matrix|withInstructions, 13, 1, 2, 3, 4, 5)...)
	want := bytes.Clone(record)
	for i, at := range []int{10, 18, 26, 36} {
		put(want, at+2, 110+i)
	}
	put(want, 36, matrix)
	got, err := appendComposite(nil, append(record, 0, 2, 7, 7), func(g GID) (uint16, error) { return uint16(g) + 100, nil })
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestOutlinesWithoutContoursAreLeftOut(t *testing.T) {
	if got, err := appendSimple(nil, words(0, 0, 0, 0, 0, 0)); err != nil || len(got) > 0 {
		t.Errorf("%d bytes, error %v", len(got), err)
	}
}

func TestSubsetTakesNoMoreThanAFileHolds(t *testing.T) {
	f := load(t, "SourceSans3-Regular.ttf")
	sub := f.NewSubset()
	for i := range 0xFFFE {
		sub.Add(1, string(rune(0x20000+i)))
	}
	if over := sub.Add(1, "over"); over != 0 {
		t.Errorf("one more is CID %d", over)
	}
	if n := len(sub.CIDs()); n != 0xFFFF {
		t.Errorf("%d CIDs", n)
	}
	if n := loadData(t, fileOf(t, sub)).glyphs; n != 0xFFFF {
		t.Errorf("%d glyphs", n)
	}
	if _, err := func() ([]byte, error) {
		sub.used[1].GID = 324 // à, of which the parts find no place
		return sub.Bytes()
	}(); err == nil {
		t.Error("more glyphs than a file can hold are written")
	}
}
