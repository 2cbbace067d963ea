package face

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func TestFaceTellsNameAndMetrics(t *testing.T) {
	tests := []struct {
		file, name string
		want       Metrics
	}{
		{"SourceSans3-Regular.ttf", "SourceSans3-Regular", Metrics{
			Ascent: 1000, Descent: -326, CapHeight: 660, XHeight: 486, BBox: [4]float64{-614, -295, 2159, 958},
			StemV: 95.6, Underline: -50, Thickness: 50, Weight: 400,
		}},
		{"SourceSans3-BoldIt.ttf", "SourceSans3-BoldIt", Metrics{
			Ascent: 1000, Descent: -326, CapHeight: 660, XHeight: 496, BBox: [4]float64{-669, -313, 2078, 987},
			ItalicAngle: -11, StemV: 168.9, Underline: -50, Thickness: 50, Italic: true, Weight: 700,
		}},
		{"Ubuntu-Regular.ttf", "Ubuntu-Regular", Metrics{
			Ascent: 932, Descent: -189, CapHeight: 693, XHeight: 520, BBox: [4]float64{-167, -189, 3480, 962},
			StemV: 95.6, Underline: -123, Thickness: 79, Weight: 400,
		}},
	}
	for _, test := range tests {
		f := load(t, test.file)
		if f.Name() != test.name {
			t.Errorf("%s: name %q", test.file, f.Name())
		}
		if diff := cmp.Diff(test.want, f.Metrics(), cmpopts.EquateApprox(0, 0.1)); diff != "" {
			t.Errorf("%s: metrics (-want +got)\n%s", test.file, diff)
		}
	}
}

func TestMetricsOfBareFaces(t *testing.T) {
	tests := []struct {
		name   string
		change func(tables)
		got    func(*Face) any
		want   any
	}{
		{
			"without OS/2 the style of head counts", func(p tables) { delete(p, "OS/2"); put(p["head"], headStyle, 3) },
			func(f *Face) any { return []any{f.metrics.Weight, f.metrics.Italic} },
			[]any{700, true},
		},
		{
			"without heights they follow the ascent", func(p tables) { delete(p, "OS/2") },
			func(f *Face) any { return []any{f.metrics.CapHeight, f.metrics.XHeight} },
			[]any{700.0, 500.0},
		},
		{"the line of OS/2 counts when it says so", func(p tables) {
			put(p["OS/2"], os2Selection, 1<<7)
			put(p["OS/2"], os2Ascent, 750)
			put(p["OS/2"], os2Descent, -250)
		}, func(f *Face) any { return []any{f.metrics.Ascent, f.metrics.Descent} }, []any{750.0, -250.0}},
		{
			"a descent without its sign still goes down", func(p tables) { put(p["hhea"], hheaDescent, 326) },
			func(f *Face) any { return f.metrics.Descent }, -326.0,
		},
		{
			"measures are thousandths of any em", func(p tables) { put(p["head"], headEm, 2000) },
			func(f *Face) any { return []any{f.metrics.Ascent, f.Advance(2)} },
			[]any{500.0, 272.0},
		},
		{
			"a serif family class", func(p tables) { p["OS/2"][os2Family] = 2 },
			func(f *Face) any { return f.metrics.Serif }, true,
		},
		{
			"a serif PANOSE", func(p tables) { p["OS/2"][os2Family] = 0; p["OS/2"][os2Panose+1] = 5 },
			func(f *Face) any { return f.metrics.Serif }, true,
		},
		{
			"a sans-serif family class goes before PANOSE", func(p tables) { p["OS/2"][os2Family] = 8; p["OS/2"][os2Panose+1] = 5 },
			func(f *Face) any { return f.metrics.Serif }, false,
		},
		{
			"a fixed pitch", func(p tables) { put(p["post"], postFixedPitch+2, 1) },
			func(f *Face) any { return f.metrics.Fixed }, true,
		},
		{
			"no slant without post", func(p tables) { delete(p, "post") },
			func(f *Face) any { return []any{f.metrics.ItalicAngle, f.metrics.Underline} },
			[]any{0.0, -100.0},
		},
		{
			"no name", func(p tables) { delete(p, "name") },
			func(f *Face) any { return f.Name() }, "Unnamed",
		},
		{
			"a name without a PostScript name", func(p tables) { p["name"] = words(0, 1, 18, 3, 1, 0x409, 4, 2, 0, 'A') },
			func(f *Face) any { return f.Name() }, "Unnamed",
		},
		{
			"a Macintosh name", func(p tables) { p["name"] = append(words(0, 1, 18, 1, 0, 0, 6, 3, 0), "A/b"...) },
			func(f *Face) any { return f.Name() }, "Ab",
		},
		{
			"a name with a space and brackets", func(p tables) { p["name"] = words(0, 1, 18, 3, 1, 0x409, 6, 10, 0, 'A', ' ', '(', 'à', '-') },
			func(f *Face) any { return f.Name() }, "A-",
		},
		{
			"a name that is cut off", func(p tables) { p["name"] = words(0, 9, 18, 3, 1, 0x409, 6, 99, 0) },
			func(f *Face) any { return f.Name() }, "Unnamed",
		},
	}
	for _, test := range tests {
		f := loadData(t, changed(t, test.change))
		if diff := cmp.Diff(test.want, test.got(f)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", test.name, diff)
		}
	}
}

func TestFaceCoversTheLettersOfLanguages(t *testing.T) {
	alphabets := map[string]string{
		"Italian":   "aàbcdeèéfghiìlmnoòpqrstuùvzAÀEÈÉIÌOÒUÙ «»’“”–—…€§°ªº",
		"Norwegian": "abcdefghijklmnopqrstuvwxyzæøåÆØÅéòâ",
		"Greek":     "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ",
		"Bulgarian": "абвгдежзийклмнопрстуфхцчшщъьюяАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЬЮЯѝ„“№",
		"Polish":    "aąbcćdeęfghijklłmnńoóprsśtuwyzźżĄĆĘŁŃÓŚŹŻ",
	}
	for _, file := range fontNames {
		f := load(t, file)
		for language, letters := range alphabets {
			for _, r := range letters {
				if !f.Covers(r) {
					t.Errorf("%s does not cover %q of %s", file, r, language)
				}
			}
		}
		for _, r := range "\t \u00A0\u00AD\u2009\u200B\u200D\u2028\u202F\u2060\uFE0F\uFEFF\u034F" {
			if !f.Covers(r) {
				t.Errorf("%s does not cover %U, which is not seen", file, r)
			}
		}
		for _, r := range "漢😀ش\uFFFF" {
			if f.Covers(r) {
				t.Errorf("%s covers %U", file, r)
			}
		}
	}
}

func TestAdvanceOfGlyphsBeyondTheFaceIsNothing(t *testing.T) {
	f := load(t, "SourceSans3-Regular.ttf")
	if got := f.Advance(2); got != 544 {
		t.Errorf("the A is %v wide, not 544", got)
	}
	if got := f.Advance(GID(f.glyphs)); got != 0 {
		t.Errorf("a glyph that is not there is %v wide", got)
	}
}

func TestLoadSaysWhatIsWrong(t *testing.T) {
	whole := fontFile(t, "SourceSans3-Regular.ttf")
	without := func(tag string) []byte { return changed(t, func(p tables) { delete(p, tag) }) }
	cut := func(tag string, to int) []byte { return changed(t, func(p tables) { p[tag] = p[tag][:to] }) }
	set := func(tag string, at, value int) []byte {
		return changed(t, func(p tables) { put(p[tag], at, value) })
	}
	tests := []struct {
		name string
		data []byte
		want string
	}{
		{"nothing", nil, "too short"},
		{"a text", []byte("This is no font at all."), "not a TrueType font"},
		{"PostScript outlines", append([]byte("OTTO"), whole[4:]...), "PostScript"},
		{"a collection", append([]byte("ttcf"), whole[4:]...), "collection"},
		{"a web font", append([]byte("wOF2"), whole[4:]...), "WOFF"},
		{"half a directory", whole[:100], "list of tables is cut off"},
		{"half a file", whole[:len(whole)/2], "beyond the end"},
		{"a huge file", make([]byte, largest+1), "16 MiB"},
		{"no maxp", without("maxp"), `"maxp" is missing`},
		{"no hhea", without("hhea"), `"hhea" is missing`},
		{"no hmtx", without("hmtx"), `"hmtx" is missing`},
		{"no loca", without("loca"), `"loca" is missing`},
		{"no glyf", without("glyf"), `"glyf" is missing`},
		{"a short head", cut("head", 50), `"head" is too short`},
		{"a short maxp", cut("maxp", 6), `"maxp" is too short`},
		{"a short hmtx", cut("hmtx", 400), `"hmtx" is too short`},
		{"a short loca", cut("loca", 400), `"loca" is too short`},
		{"a cmap of nonsense", changed(t, func(p tables) { p["cmap"] = words(0, 1, 3, 1, 0, 12, 99, 0) }), "cannot be read"},
		{"an em of nothing", set("head", headEm, 0), "the em has 0 units"},
		{"no glyphs", set("maxp", maxpGlyphs, 0), "no glyphs"},
		{"no widths", set("hhea", hheaWidths, 0), "tells the width of 0"},
		{"too many widths", set("hhea", hheaWidths, 60000), "tells the width of 60000"},
		{"a restricted licence", set("OS/2", os2Embedding, 0x0002), "forbid embedding"},
		{"no subsetting", set("OS/2", os2Embedding, 0x0100), "a part of it"},
		{"bitmaps only", set("OS/2", os2Embedding, 0x0204), "its outlines"},
	}
	for _, test := range tests {
		f, err := Load(test.data)
		if err == nil {
			t.Errorf("%s is loaded as %s", test.name, f.Name())
		} else if !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %q does not say %q", test.name, err, test.want)
		}
	}
}

func TestLicencesThatAllowEmbedding(t *testing.T) {
	for _, bits := range []int{0x0000, 0x0004, 0x0008, 0x0006} {
		data := changed(t, func(p tables) { put(p["OS/2"], os2Embedding, bits) })
		if _, err := Load(data); err != nil {
			t.Errorf("fsType %#04x: %v", bits, err)
		}
	}
}

func TestFaceWithoutUnicodeCoversNothing(t *testing.T) {
	tests := map[string][]byte{
		"no cmap":           changed(t, func(p tables) { delete(p, "cmap") }),
		"an empty cmap":     changed(t, func(p tables) { p["cmap"] = words(0, 0) }),
		"a Macintosh cmap":  changed(t, func(p tables) { p["cmap"] = words(0, 1, 1, 0, 0, 12, 6, 12, 0, 65, 1, 2) }),
		"a cmap beyond end": changed(t, func(p tables) { p["cmap"] = words(0, 1, 3, 1, 0, 9999) }),
	}
	for name, data := range tests {
		if f := loadData(t, data); f.Covers('A') {
			t.Errorf("%s: covers A", name)
		}
	}
}

func TestLoadDoesNotChangeTheFile(t *testing.T) {
	data := fontFile(t, "Ubuntu-Regular.ttf")
	before := bytes.Clone(data)
	f := loadData(t, data)
	sub := f.NewSubset()
	for _, g := range f.NewShaper().Shape("Città", "it") {
		sub.Add(g.ID, g.Text)
	}
	if _, err := sub.Bytes(); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(before, data) {
		t.Error("the bytes of the font have changed")
	}
}
