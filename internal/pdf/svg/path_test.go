package svg_test

import (
	"math"
	"testing"

	"dossier/internal/pdf"
	"dossier/internal/pdf/svg"
)

// pathOf is the path of path data, filled.
func pathOf(t *testing.T, data string) pdf.Path {
	t.Helper()
	return only(t, `<path d="`+data+`"/>`).Path
}

func TestPathDataOfStraightLines(t *testing.T) {
	square := through(true, 10, 20, 30, 20, 30, 40, 10, 40)
	for _, data := range []string{
		"M10 20 L30 20 L30 40 L10 40 Z", "M10,20,30,20,30,40,10,40z", "M10 20H30V40H10Z", "m10 20h20v20h-20z", "m10 20 20 0 0 20-20 0z", "m10,20l20,0l0,20l-20,0z",
		" M 1e1 2E+1 H 300e-1 V +40 H 10 Z ", "M10.0.2e2H30V40H10z", "M\t10\n20\r\nh20v20 , h-20z", "M10 20H30V40H10Zz",
	} {
		if diff := differ(square, pathOf(t, data)); diff != "" {
			t.Errorf("%q\n%s", data, diff)
		}
	}
}

func TestCompactNumbersNeedNothingBetweenThem(t *testing.T) {
	want := through(false, .5, .5, 1, 98, 1.5, 97.25, 2, 97.25)
	if diff := differ(want, pathOf(t, "M.5.5 1 98l.5-.75.5 0")); diff != "" {
		t.Error(diff)
	}
}

func TestAPieceAfterACloseBeginsWhereTheOneBeforeBegan(t *testing.T) {
	var want pdf.Path
	want.Move(10, 10)
	want.Line(20, 10)
	want.Line(20, 20)
	want.Close()
	want.Move(10, 10)
	want.Line(15, 30)
	want.Close()
	want.Move(12, 14)
	want.Line(13, 14)
	if diff := differ(want, pathOf(t, "M10 10h10v10zl5 20zm2 4h1")); diff != "" {
		t.Error(diff)
	}
}

func TestCurves(t *testing.T) {
	cubic := func(numbers ...float64) pdf.Path {
		var p pdf.Path
		p.Move(numbers[0], numbers[1])
		for n := numbers[2:]; len(n) > 0; n = n[6:] {
			p.Curve(n[0], n[1], n[2], n[3], n[4], n[5])
		}
		return p
	}
	cases := []struct {
		data string
		want pdf.Path
	}{
		{"M10 10C20 0 30 0 40 10", cubic(10, 10, 20, 0, 30, 0, 40, 10)},
		{"m10 10c10-10 20-10 30 0", cubic(10, 10, 20, 0, 30, 0, 40, 10)},
		{"M10 10C20 0 30 0 40 10S60 20 70 10", cubic(10, 10, 20, 0, 30, 0, 40, 10, 50, 20, 60, 20, 70, 10)},
		{"M10 10c10-10 20-10 30 0s20 10 30 0", cubic(10, 10, 20, 0, 30, 0, 40, 10, 50, 20, 60, 20, 70, 10)},
		{"M10 10S20 20 30 10", cubic(10, 10, 10, 10, 20, 20, 30, 10)},
		{"M10 10Q25 40 40 10", cubic(10, 10, 20, 30, 30, 30, 40, 10)},
		{"M10 10q15 30 30 0t30 0", cubic(10, 10, 20, 30, 30, 30, 40, 10, 50, -10, 60, -10, 70, 10)},
		{"M10 10Q25 40 40 10T70 10", cubic(10, 10, 20, 30, 30, 30, 40, 10, 50, -10, 60, -10, 70, 10)},
		{"M10 10T40 40", cubic(10, 10, 10, 10, 20, 20, 40, 40)},
		{"M10 10C20 0 30 0 40 10T70 10", cubic(10, 10, 20, 0, 30, 0, 40, 10, 40, 10, 50, 10, 70, 10)},
	}
	for _, c := range cases {
		if diff := differ(c.want, pathOf(t, c.data)); diff != "" {
			t.Errorf("%s\n%s", c.data, diff)
		}
	}
}

// kappa is how far the handles of a quarter circle reach, in radii: 4/3·tan(π/8).
var kappa = 4.0 / 3 * math.Tan(math.Pi/8)

func TestAQuarterOfACircle(t *testing.T) {
	k := 20 * kappa
	var want pdf.Path
	want.Move(50, 30)
	want.Curve(50+k, 30, 70, 50-k, 70, 50)
	for _, data := range []string{
		"M50 30A20 20 0 0 1 70 50", "M50 30a20 20 0 0120 20", "M50 30a20,20,0,0,1,20,20", "M50 30a-20 20 0 0120 20", "M50 30a20 20-360 01 20 20", "M50 30a20 20 37 0120 20",
	} {
		if diff := differ(want, pathOf(t, data)); diff != "" {
			t.Errorf("%s\n%s", data, diff)
		}
	}
}

func TestTheFlagsOfAnArcChooseAmongFour(t *testing.T) {
	// From (50,30) to (70,50) on a circle of radius 20 lie the centres (50,50)
	// and (70,30); the handles of each quarter stay within the circle's square.
	for flags, want := range map[string]pdf.Rect{
		"0 0": {X: 50, Y: 30, W: 20, H: 20}, "0 1": {X: 50, Y: 30, W: 20, H: 20},
		"1 0": {X: 30, Y: 30, W: 40, H: 40}, "1 1": {X: 50, Y: 10, W: 40, H: 40},
	} {
		got := pathOf(t, "M50 30A20 20 0 "+flags+" 70 50")
		if diff := differ(want, got.Bounds()); diff != "" {
			t.Errorf("%s: %s", flags, diff)
		}
	}
	k := 20 * kappa
	var left pdf.Path
	left.Move(50, 30)
	left.Curve(50, 30+k, 70-k, 50, 70, 50)
	if diff := differ(left, pathOf(t, "M50 30A20 20 0 0 0 70 50")); diff != "" {
		t.Error(diff)
	}
}

func TestRadiiTooSmallGrow(t *testing.T) {
	// The half circle over a distance of 40 has radius 20, whatever is asked.
	k := 20 * kappa
	var want pdf.Path
	want.Move(30, 50)
	want.Curve(30, 50-k, 50-k, 30, 50, 30)
	want.Curve(50+k, 30, 70, 50-k, 70, 50)
	for _, data := range []string{"M30 50A1 1 0 0 1 70 50", "M30 50A20 20 0 1 1 70 50", "M30 50A5 5 90 0 1 70 50"} {
		if diff := differ(want, pathOf(t, data)); diff != "" {
			t.Errorf("%s\n%s", data, diff)
		}
	}
}

func TestATurnedEllipse(t *testing.T) {
	// Turned by 90°, radii 10 and 20 are those of an ellipse 40 wide and 20 high.
	kx, ky := 20*kappa, 10*kappa
	var want pdf.Path
	want.Move(30, 50)
	want.Curve(30, 50-ky, 50-kx, 40, 50, 40)
	want.Curve(50+kx, 40, 70, 50-ky, 70, 50)
	if diff := differ(want, pathOf(t, "M30 50A10 20 90 0 1 70 50")); diff != "" {
		t.Error(diff)
	}
}

func TestArcsThatAreNone(t *testing.T) {
	for data, want := range map[string]pdf.Path{
		"M10 10A0 5 0 0 1 30 10":               through(false, 10, 10, 30, 10),
		"M10 10A5 0 0 0 1 30 10":               through(false, 10, 10, 30, 10),
		"M10 10A5 5 0 0 1 10 10A0 0 0 0 1 9 9": through(false, 10, 10, 9, 9),
	} {
		if diff := differ(want, pathOf(t, data)); diff != "" {
			t.Errorf("%s\n%s", data, diff)
		}
	}
}

func TestBasicShapes(t *testing.T) {
	k := 10 * kappa
	var circle, corners pdf.Path
	circle.Circle(50, 40, 10)
	corners.Move(14, 10)
	corners.Line(26, 10)
	corners.Curve(26+4*kappa, 10, 30, 12-2*kappa, 30, 12)
	corners.Line(30, 38)
	corners.Curve(30, 38+2*kappa, 26+4*kappa, 40, 26, 40)
	corners.Line(14, 40)
	corners.Curve(14-4*kappa, 40, 10, 38+2*kappa, 10, 38)
	corners.Line(10, 12)
	corners.Curve(10, 12-2*kappa, 14-4*kappa, 10, 14, 10)
	corners.Close()
	var oval pdf.Path
	oval.Move(60, 40)
	oval.Curve(60, 40+2*k, 50+k, 60, 50, 60)
	oval.Curve(50-k, 60, 40, 40+2*k, 40, 40)
	oval.Curve(40, 40-2*k, 50-k, 20, 50, 20)
	oval.Curve(50+k, 20, 60, 40-2*k, 60, 40)
	oval.Close()
	cases := []struct {
		element string
		want    pdf.Path
	}{
		{`<rect x="10" y="10" width="20" height="30"/>`, through(true, 10, 10, 30, 10, 30, 40, 10, 40)},
		{`<rect x="10%" y="10%" width="20%" height="30%" rx="0"/>`, through(true, 10, 10, 30, 10, 30, 40, 10, 40)},
		{`<rect x="10" y="10" width="20" height="30" rx="4" ry="2"/>`, corners},
		{`<circle cx="50" cy="40" r="10"/>`, circle},
		{`<circle cx="50%" cy="40%" r="10%"/>`, circle},
		{`<ellipse cx="50" cy="40" rx="10"/>`, circle},
		{`<ellipse cx="50" cy="40" rx="10" ry="20"/>`, oval},
		{`<line x1="1" x2="5" y2="6" stroke="red"/>`, through(false, 1, 0, 5, 6)},
		{`<polyline points="1,2 3,4 5,6"/>`, through(false, 1, 2, 3, 4, 5, 6)},
		{`<polygon points=" 1 2,3 4-5+6 "/>`, through(true, 1, 2, 3, 4, -5, 6)},
	}
	for _, c := range cases {
		if diff := differ(c.want, only(t, c.element).Path); diff != "" {
			t.Errorf("%s\n%s", c.element, diff)
		}
	}
}

func TestCornersAreAtMostHalfASide(t *testing.T) {
	want := only(t, `<rect x="10" y="10" width="20" height="10" rx="10" ry="5"/>`)
	for _, element := range []string{`<rect x="10" y="10" width="20" height="10" rx="90" ry="5"/>`, `<rect x="10" y="10" width="20" height="10" rx="60"/>`} {
		if diff := differ(want, only(t, element)); diff != "" {
			t.Errorf("%s\n%s", element, diff)
		}
	}
	if diff := differ(only(t, `<rect width="20" height="10" rx="3" ry="3"/>`), only(t, `<rect width="20" height="10" ry="3"/>`)); diff != "" {
		t.Error(diff)
	}
}

func TestTransforms(t *testing.T) {
	cases := []struct {
		transform string
		x, y      float64 // where (10, 20) comes to lie
	}{
		{"", 10, 20},
		{"none", 10, 20},
		{"translate(5)", 15, 20},
		{"translate(5,-6)", 15, 14},
		{"translateX(5px) translateY(6px)", 15, 26},
		{"scale(2)", 20, 40},
		{"scale(2 .5)", 20, 10},
		{"rotate(90) translate(0,-90)", 70, 10},
		{"translate(50) rotate(90)", 30, 10},
		{"rotate(180, 20, 30)", 30, 40},
		{"rotate(180deg)translate(-40px,-50px)", 30, 30},
		{"skewX(45)", 30, 20},
		{"skewY(45)", 10, 30},
		{"matrix(1 2 3 4 -40 -60)", 30, 40},
		{"translate(10 10),scale(2)", 30, 50},
		{"scale(2) , translate(10 10)", 40, 60},
	}
	for _, c := range cases {
		path := only(t, `<path transform="`+c.transform+`" d="M10 20h0"/>`).Path
		b := path.Bounds()
		if math.Abs(b.X-c.x) > .001 || math.Abs(b.Y-c.y) > .001 {
			t.Errorf("%s: %v, %v, want %v, %v", c.transform, b.X, b.Y, c.x, c.y)
		}
	}
}

func TestTransformsNest(t *testing.T) {
	got := only(t, `<g transform="translate(50 50)"><a transform="rotate(90)"><path transform="scale(2)" d="M0 0h10v5z" stroke="red" stroke-width="3"/></a></g>`)
	want := svg.Shape{Path: through(true, 50, 50, 50, 70, 40, 70), Fill: black, Stroke: colour(255, 0, 0), StrokeWidth: 6, Mitre: 4}
	if diff := differ(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestStrokesAreAsWideAsAreasGrow(t *testing.T) {
	for transform, want := range map[string]float64{"scale(2)": 4, "scale(2 8)": 8, "scale(-3 3)": 6, "rotate(33)": 2, "skewX(45)": 2, "matrix(0 2 2 0 0 0)": 4} {
		got := only(t, `<g transform="translate(50 50)"><path transform="`+transform+`" d="M0 0h.1" fill="none" stroke="red" stroke-width="2"/></g>`)
		if math.Abs(got.StrokeWidth-want) > 1e-9 {
			t.Errorf("%s: %v, want %v", transform, got.StrokeWidth, want)
		}
	}
}
