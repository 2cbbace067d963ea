package svg_test

import (
	"testing"

	"dossier/internal/pdf"
	"dossier/internal/pdf/svg"
)

func TestUseDrawsAnElementInItsPlace(t *testing.T) {
	const defs = `<defs><path id="p" d="M0 0h10v5z" transform="scale(2)"/><g id="g" transform="translate(1 1)"><path d="M0 0h10v5z"/></g></defs>`
	cases := []struct {
		use  string
		want pdf.Path
	}{
		{`<use href="#p"/>`, through(true, 0, 0, 20, 0, 20, 10)},
		{`<use xlink:href="#p" x="10" y="20%"/>`, through(true, 10, 20, 30, 20, 30, 30)},
		{`<use href="#p" xlink:href="#g" x="10" transform="rotate(90) translate(0 -40)"/>`, through(true, 40, 10, 40, 30, 30, 30)},
		{`<g transform="translate(5 5)"><use href="#g" x="10" y="20"/></g>`, through(true, 16, 26, 26, 26, 26, 31)},
	}
	for _, c := range cases {
		want := svg.Shape{Path: c.want, Fill: black}
		if diff := differ(want, only(t, defs+c.use)); diff != "" {
			t.Errorf("%s\n%s", c.use, diff)
		}
	}
}

func TestWhatIsUsedTakesTheStyleOfItsUser(t *testing.T) {
	d := parse(t, drawing(`<g fill="lime"><path id="p" d="M9 9h9"/><path id="q" d="M9 9h9" fill="red"/></g><use href="#p" fill="blue"/><use href="#q" fill="blue"/>`))
	for i, want := range []*pdf.Colour{colour(0, 255, 0), colour(255, 0, 0), colour(0, 0, 255), colour(255, 0, 0)} {
		if diff := differ(want, d.Shapes[i].Fill); diff != "" {
			t.Errorf("%d: %s", i, diff)
		}
	}
}

func TestASymbolIsFittedInTheMiddle(t *testing.T) {
	cases := []struct {
		symbol, use string
		want        pdf.Path
	}{
		// 10 × 20 into 40 × 40: twice as large, 10 from the left.
		{`viewBox="0 0 10 20"`, `x="5" y="6" width="40" height="40"`, through(true, 15, 6, 35, 6, 35, 46, 15, 46)},
		{`viewBox="-10 0 30 20"`, `width="30" height="60"`, through(true, 10, 20, 20, 20, 20, 40, 10, 40)},
		{`viewBox="0 0 10 20" preserveAspectRatio="xMidYMid meet"`, ``, through(true, 25, 0, 75, 0, 75, 100, 25, 100)},
		{``, `x="5" width="40" height="40"`, through(true, 5, 0, 15, 0, 15, 20, 5, 20)},
		{`transform="scale(2)"`, ``, through(true, 0, 0, 20, 0, 20, 40, 0, 40)},
	}
	for _, c := range cases {
		got := only(t, `<symbol id="s" `+c.symbol+`><rect width="10" height="20"/></symbol><use href="#s" `+c.use+`/>`)
		want := svg.Shape{Path: c.want, Fill: black}
		if diff := differ(want, got); diff != "" {
			t.Errorf("%s %s\n%s", c.symbol, c.use, diff)
		}
	}
}

func TestPercentagesInASymbolAreOfItsViewBox(t *testing.T) {
	got := only(t, `<symbol id="s" viewBox="0 0 10 20"><rect width="100%" height="50%"/></symbol><use href="#s" width="10" height="20"/>`)
	if diff := differ(through(true, 0, 0, 10, 0, 10, 10, 0, 10), got.Path); diff != "" {
		t.Error(diff)
	}
}

func TestWhatHangsOutOfASymbolIsClipped(t *testing.T) {
	got := only(t, `<symbol id="s" viewBox="0 0 10 10"><circle cx="10" cy="5" r="4"/></symbol><use href="#s" x="20" y="30" width="20" height="20"/>`)
	if diff := differ(ptr(through(true, 20, 30, 40, 30, 40, 50, 20, 50)), got.Clip); diff != "" {
		t.Error(diff)
	}
}

func ptr(p pdf.Path) *pdf.Path { return &p }

// boxed is the clip of two rectangles: a single one.
func boxed(x, y, w, h float64) pdf.Path {
	var p pdf.Path
	p.Rect(pdf.Rect{X: x, Y: y, W: w, H: h})
	return p
}

func TestClipPaths(t *testing.T) {
	var circle pdf.Path
	circle.Circle(50, 50, 20)
	const defs = `<clipPath id="c"><title>T</title><circle cx="50" cy="50" r="20"/></clipPath><clipPath id="r" transform="translate(10 10)"><path d="M0 0H40V30H0z"/></clipPath>` +
		`<clipPath id="s" clipPathUnits="userSpaceOnUse"><rect x="30" y="30" width="90" height="90"/></clipPath><clipPath id="t"><path d="M0 0h50l-9 40h-40z"/></clipPath>` +
		`<clipPath id="all"><rect width="100" height="100"/></clipPath><clipPath id="edge"><circle cx="50" cy="50" r="50.001"/></clipPath>`
	corner := through(true, 10, 10, 50, 10, 50, 40, 10, 40)
	cases := []struct {
		inside string
		want   *pdf.Path
	}{
		{`<rect width="90" height="90" clip-path="url(#c)"/>`, &circle},
		{`<g clip-path="url( '#c' )"><rect width="90" height="90"/></g>`, &circle},
		{`<rect width="90" height="90" style="clip-path:url(&quot;#r&quot;)"/>`, &corner},
		{`<rect x="20" y="20" width="9" height="9" clip-path="url(#r)"/>`, nil},
		{`<g transform="translate(5 5)" clip-path="url(#r)"><rect width="90" height="90"/></g>`, ptr(through(true, 15, 15, 55, 15, 55, 45, 15, 45))},
		{`<g clip-path="url(#r)"><rect width="90" height="90" clip-path="url(#s)"/></g>`, ptr(boxed(30, 30, 20, 10))},
		{`<g clip-path="url(#all)"><rect width="90" height="90" clip-path="url(#c)"/></g>`, &circle},
		{`<g clip-path="url(#c)"><rect width="90" height="90" clip-path="url(#all)"/></g>`, &circle},
		{`<rect width="90" height="90" clip-path="url(#t)"/>`, ptr(through(true, 0, 0, 50, 0, 41, 40, 1, 40))},
		{`<rect width="90" height="90" clip-path="none"/>`, nil},
		{`<text clip-path="url(#c)">A</text>`, &circle},
		{`<text>A</text>`, nil},
	}
	for _, c := range cases {
		if diff := differ(c.want, only(t, defs+c.inside).Clip); diff != "" {
			t.Errorf("%s\n%s", c.inside, diff)
		}
	}
	if only(t, defs+`<rect width="100" height="100" clip-path="url(#edge)"/>`).Clip == nil {
		t.Error("a clip that touches the edge is lost")
	}
	for _, inside := range []string{`<symbol id="sy"><circle r="9"/></symbol><use href="#sy" x="200"/>`, `<rect width="9" height="9" clip-path="url(#r)"/>`, `<g clip-path="url(#r)"><g transform="translate(50 50)" clip-path="url(#r)"><rect width="50" height="50"/></g></g>`} {
		if d := parse(t, drawing(defs+inside)); len(d.Shapes) != 0 {
			t.Errorf("%s: %d shapes, want none", inside, len(d.Shapes))
		}
	}
}
