package pdf_test

import (
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/internal/pdf"
	"dossier/internal/pdf/face"
)

// TestInk compares what is drawn with the operators that come of it, on a page
// 100 points high; those that mark it as content are left out.
func TestInk(t *testing.T) {
	red := pdf.Colour{R: 0xff}
	square := func() (p pdf.Path) {
		p.Rect(pdf.Rect{X: 10, Y: 20, W: 30, H: 40})
		return p
	}()
	cases := []struct {
		what string
		draw func(k pdf.Ink)
		want string
	}{
		{"a rectangle", func(k pdf.Ink) { k.Fill(square, red) }, "1 0 0 rg\n10 40 30 40 re\nf"},
		{"black is there from the start", func(k pdf.Ink) { k.Fill(square, black) }, "10 40 30 40 re\nf"},
		{"a colour is chosen once", func(k pdf.Ink) {
			k.Fill(square, red)
			k.FillEvenOdd(square, red)
		}, "1 0 0 rg\n10 40 30 40 re\nf\n10 40 30 40 re\nf*"},
		{"a line", func(k pdf.Ink) {
			var p pdf.Path
			p.Move(0, 0)
			p.Line(0.12345, 99.9996)
			p.Curve(1, 2, 3, 4, -5, 6.5)
			p.Close()
			k.Stroke(p, pdf.Pen{Width: 0.5}, red)
		}, "1 0 0 RG\n0.5 w\n0 100 m\n0.123 0 l\n1 98 3 96 -5 93.5 c\nh\nS"},
		{"width 1 is there from the start", func(k pdf.Ink) { k.Stroke(square, pdf.Pen{Width: 1}, black) }, "10 40 30 40 re\nS"},
		{"ends and corners are chosen once", func(k pdf.Ink) {
			k.Stroke(square, pdf.Pen{Width: 1, Cap: 2, Join: 1, Mitre: 4}, black)
			k.Stroke(square, pdf.Pen{Width: 1, Cap: 2, Join: 1, Mitre: 4}, black)
			k.Stroke(square, pdf.Pen{Width: 1}, black)
		}, "2 J\n1 j\n10 40 30 40 re\nS\n10 40 30 40 re\nS\n0 J\n0 j\n10 40 30 40 re\nS"},
		{"a mitre has a limit, which only mitres need", func(k pdf.Ink) {
			k.Stroke(square, pdf.Pen{Width: 1, Mitre: 4}, black)
			k.Stroke(square, pdf.Pen{Width: 1, Mitre: 9, Join: 2}, black)
			k.Stroke(square, pdf.Pen{Width: 1}, black)
		}, "4 M\n10 40 30 40 re\nS\n2 j\n10 40 30 40 re\nS\n0 j\n10 M\n10 40 30 40 re\nS"},
		{"nothing", func(k pdf.Ink) {
			k.Fill(square, red)
			k.Fill(pdf.Path{}, black)
			k.Stroke(pdf.Path{}, pdf.Pen{Width: 3}, black)
		}, "1 0 0 rg\n10 40 30 40 re\nf"},
		{"a clip ends with what it changed", func(k pdf.Ink) {
			k.Fill(square, red)
			k.Clip(square, func() { k.Fill(square, black) })
			k.Fill(square, red)
		}, "1 0 0 rg\n10 40 30 40 re\nf\nq\n10 40 30 40 re\nW n\n0 0 0 rg\n10 40 30 40 re\nf\nQ\n10 40 30 40 re\nf"},
		{
			"colours have three decimals", func(k pdf.Ink) { k.Fill(square, pdf.Colour{R: 1, G: 128, B: 254}) },
			"0.004 0.502 0.996 rg\n10 40 30 40 re\nf",
		},
	}
	for _, c := range cases {
		t.Run(c.what, func(t *testing.T) {
			tr := begin(t)
			p := tr.NewPage(100, 100)
			c.draw(p.Tagged(tr.Root().Child(pdf.P, pdf.Attributes{})))
			got := read(t, tr.bytes()).drawn(1)
			got = strings.TrimSuffix(strings.TrimPrefix(got, "/P<</MCID 0>>BDC\n"), "\nEMC\n")
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestArtifactsSayWhatTheyAre(t *testing.T) {
	var square pdf.Path
	square.Rect(pdf.Rect{W: 1, H: 1})
	tr := begin(t)
	p := tr.NewPage(100, 200)
	tr.write(p.Tagged(tr.Root().Child(pdf.P, pdf.Attributes{})), 0, 20, "word")
	for _, kind := range []pdf.ArtifactKind{pdf.Pagination, pdf.Layout, pdf.Background} {
		p.Artifact(kind).Fill(square, black)
		p.Artifact(kind).Fill(square, black)
	}
	_, got, _ := strings.Cut(read(t, tr.bytes()).drawn(1), "ET\nEMC\n")
	two := "BDC\n0 199 1 1 re\nf\n0 199 1 1 re\nf\nEMC\n"
	want := "/Artifact<</Type/Pagination>>" + two + "/Artifact<</Type/Layout>>" + two +
		"/Artifact<</Type/Background/BBox[0 0 100 200]>>" + two
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestGlyphs shows glyphs at odd places: the pen must be where the shaper wants
// it.
func TestGlyphs(t *testing.T) {
	tr := begin(t)
	p := tr.NewPage(100, 100)
	ink := p.Tagged(tr.Root().Child(pdf.P, pdf.Attributes{}))
	glyphs := tr.shaper.Shape("aab", "en")
	a, b := glyphs[0].Advance, glyphs[2].Advance
	glyphs[0].Advance = a - 20 // closer
	glyphs[1].X = 5            // moved, and the next one where it was
	glyphs[2].Y = 100          // raised
	font := tr.Font(tr.face)
	ink.Glyphs(font, 10, black, 7, 60, glyphs)
	ink.Glyphs(font, 10, black, 7, 80, []face.Glyph{glyphs[2], {ID: glyphs[0].ID, Text: "a", Advance: a}})
	ink.Glyphs(font, 8, black, 7, 90, []face.Glyph{{ID: glyphs[2].ID, Text: "b", Advance: b}})
	want := "/P<</MCID 0>>BDC\n/F1 10 Tf\n" +
		"BT 7 40 Td[<0001>15<0001>]TJ 1 Ts[<>5<0002>]TJ 0 Ts ET\n" +
		"BT 7 20 Td[<>]TJ 1 Ts[<0002>]TJ 0 Ts[<0001>]TJ ET\n" +
		"/F1 8 Tf\nBT 7 10 Td[<0002>]TJ ET\nEMC\n"
	r := read(t, tr.bytes())
	if diff := cmp.Diff(want, r.drawn(1)); diff != "" {
		t.Error(diff)
	}
	widths := r.list(r.page(1, "Resources/Font/F1"), "DescendantFonts/0/W/1")
	if diff := cmp.Diff([]any{a, b}, widths[1:]); diff != "" {
		t.Error(diff)
	}
}

func TestFontsAreNamedByUse(t *testing.T) {
	tr := begin(t)
	bold, never := loadFace(t, "SourceSans3-Bold.ttf"), loadFace(t, "SourceSans3-It.ttf")
	tr.Font(never)
	font := tr.Font(bold)
	if tr.Font(bold) != font {
		t.Error("a face has two fonts")
	}
	p, q := tr.a4(), tr.a4()
	e := tr.Root().Child(pdf.P, pdf.Attributes{})
	p.Tagged(e).Glyphs(font, 9, black, 0, 20, bold.NewShaper().Shape("bold", "en"))
	tr.write(p.Tagged(e), 0, 40, "fine")
	tr.write(q.Tagged(e), 0, 40, "fine")
	r := read(t, tr.bytes())
	for path, want := range map[string]any{
		"Pages/Kids/0/Resources/Font/F1/BaseFont":                                   name("AAAAAA+SourceSans3-Bold"),
		"Pages/Kids/0/Resources/Font/F2/BaseFont":                                   name("AAAAAB+SourceSans3-Regular"),
		"Pages/Kids/1/Resources/Font/F1":                                            nil,
		"Pages/Kids/1/Resources/Font/F2/DescendantFonts/0/FontDescriptor/FontName":  name("AAAAAB+SourceSans3-Regular"),
		"Pages/Kids/1/Resources/Font/F2/DescendantFonts/0/FontDescriptor/Flags":     4.0,
		"Pages/Kids/1/Resources/Font/F2/DescendantFonts/0/CIDSystemInfo/Ordering":   str("Identity"),
		"Pages/Kids/1/Resources/Font/F2/DescendantFonts/0/FontDescriptor/FontFile3": nil,
	} {
		if got := r.at(path); got != want {
			t.Errorf("%s: %v", path, got)
		}
	}
	if n := strings.Count(string(tr.bytes()), "/Length1 "); n != 2 {
		t.Errorf("%d font files", n)
	}
}

func TestPathsAreMapped(t *testing.T) {
	var p pdf.Path
	p.Rect(pdf.Rect{X: 1, Y: 2, W: 3, H: 4})
	p.Move(0, 0)
	p.Curve(1, 1, 2, 2, 10, 3)
	turn := pdf.Matrix{0, 1, -1, 0, 0, 0}
	cases := []struct {
		what string
		m    pdf.Matrix
		want pdf.Rect
	}{
		{"as it is", pdf.Matrix{1, 0, 0, 1, 0, 0}, pdf.Rect{X: 0, Y: 0, W: 10, H: 6}},
		{"moved", pdf.Matrix{1, 0, 0, 1, 5, 7}, pdf.Rect{X: 5, Y: 7, W: 10, H: 6}},
		{"scaled", pdf.Matrix{2, 0, 0, 3, 0, 0}, pdf.Rect{X: 0, Y: 0, W: 20, H: 18}},
		{"turned", turn, pdf.Rect{X: -6, Y: 0, W: 6, H: 10}},
		{"moved, then turned", pdf.Matrix{1, 0, 0, 1, 5, 7}.Mul(turn), pdf.Rect{X: -13, Y: 5, W: 6, H: 10}},
		{"turned, then moved", turn.Mul(pdf.Matrix{1, 0, 0, 1, 5, 7}), pdf.Rect{X: -1, Y: 7, W: 6, H: 10}},
	}
	for _, c := range cases {
		q := p.Transform(c.m)
		if got := q.Bounds(); got != c.want {
			t.Errorf("%s: %v, want %v", c.what, got, c.want)
		}
	}
	if got, want := p.Bounds(), (pdf.Rect{W: 10, H: 6}); got != want {
		t.Errorf("changed by mapping: %v", got)
	}
	if got := (&pdf.Path{}).Bounds(); got != (pdf.Rect{}) {
		t.Errorf("of nothing: %v", got)
	}
}

func TestRoundShapesReachAsFarAsTheyShould(t *testing.T) {
	var circle, box, pill, sharp pdf.Path
	r := pdf.Rect{X: 10, Y: 20, W: 40, H: 30}
	circle.Circle(10, 20, 5)
	box.RoundRect(r, 4)
	pill.RoundRect(r, 99)
	sharp.RoundRect(r, 0)
	for what, c := range map[string]struct {
		path pdf.Path
		want pdf.Rect
	}{
		"circle":           {circle, pdf.Rect{X: 5, Y: 15, W: 10, H: 10}},
		"box":              {box, r},
		"radius too large": {pill, r},
		"radius 0":         {sharp, r},
	} {
		got := c.path.Bounds()
		if d := math.Abs(got.X-c.want.X) + math.Abs(got.Y-c.want.Y) + math.Abs(got.W-c.want.W) + math.Abs(got.H-c.want.H); d > 1e-9 {
			t.Errorf("%s: %v, want %v", what, got, c.want)
		}
	}
}

func TestEveryFontHasAMarkOfItsOwn(t *testing.T) {
	tr := begin(t)
	p := tr.a4()
	e := tr.Root().Child(pdf.P, pdf.Attributes{})
	for range 28 {
		f := loadFace(t, "SourceSans3-Regular.ttf")
		p.Tagged(e).Glyphs(tr.Font(f), 9, black, 0, 20, f.NewShaper().Shape("a", "en"))
	}
	r := read(t, tr.bytes())
	for font, want := range map[string]name{"F26": "AAAAAZ", "F27": "AAAABA", "F28": "AAAABB"} {
		if got := r.page(1, "Resources/Font/"+font+"/BaseFont"); got != want+"+SourceSans3-Regular" {
			t.Errorf("%s: %v", font, got)
		}
	}
}

// A glyph that stands for two texts is read as each of them where it stands.
func TestOneGlyphMayStandForTwoTexts(t *testing.T) {
	tr := begin(t)
	a := tr.shaper.Shape("a", "en")[0]
	other := a
	other.Text = "α"
	ink := tr.a4().Tagged(tr.Root().Child(pdf.P, pdf.Attributes{}))
	ink.Glyphs(tr.Font(tr.face), 9, black, 0, 20, []face.Glyph{a, other, a})
	if got := strings.TrimSpace(read(t, tr.bytes()).report.Text()); got != "aαa" {
		t.Errorf("read as %q", got)
	}
}
