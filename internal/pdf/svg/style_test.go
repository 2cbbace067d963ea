package svg_test

import (
	"testing"

	"golang.org/x/image/colornames"

	"dossier/internal/pdf"
	"dossier/internal/pdf/svg"
)

func TestColours(t *testing.T) {
	for text, want := range map[string]*pdf.Colour{
		"red": colour(255, 0, 0), "DarkSlateGray": colour(0x2f, 0x4f, 0x4f), "rebeccapurple": colour(0x66, 0x33, 0x99), "#1a2B3c": colour(0x1a, 0x2b, 0x3c),
		"#1aB": colour(0x11, 0xaa, 0xbb), "#0008": colour(119, 119, 119), "#00000080": colour(127, 127, 127), "rgb(1,2,3)": colour(1, 2, 3), "rgb( 1 2 3 )": colour(1, 2, 3),
		"RGB(100%, 50%, 0%)": colour(255, 128, 0), "rgba(0,0,0,.5)": colour(128, 128, 128), "rgb(0 0 0 / 20%)": colour(204, 204, 204), "rgb(300, -5, 0)": colour(255, 0, 0),
		"currentColor": colour(0x17, 0x21, 0x2f), "transparent": nil, "none": nil, " blue ": colour(0, 0, 255), "": black,
	} {
		d := parse(t, drawing(`<path d="M0 0h9" fill="`+text+`" stroke="`+text+`"/><path d="M0 0h9" fill="lime"/>`))
		if got := d.Shapes[0]; want == nil && len(d.Shapes) != 1 || want != nil && differ(want, got.Fill) != "" {
			t.Errorf("%q: %v, want %v", text, got.Fill, want)
		}
	}
	for name, c := range colornames.Map {
		if got := only(t, `<path d="M0 0h9" fill="`+name+`"/>`).Fill; *got != *colour(c.R, c.G, c.B) {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestOpacityIsMixedWithWhite(t *testing.T) {
	for attrs, want := range map[string][2]*pdf.Colour{
		`opacity=".5"`:                             {colour(128, 128, 255), colour(255, 128, 128)},
		`fill-opacity="50%"`:                       {colour(128, 128, 255), colour(255, 0, 0)},
		`stroke-opacity=".2"`:                      {colour(0, 0, 255), colour(255, 204, 204)},
		`opacity="5" fill-opacity="-5"`:            {nil, colour(255, 0, 0)},
		`style="opacity:.4;stroke-opacity:50%"`:    {colour(153, 153, 255), colour(255, 204, 204)},
		`stroke-opacity="0"`:                       {colour(0, 0, 255), nil},
		`style="fill:#00f8;stroke:rgb(255 0 0/0)"`: {colour(119, 119, 255), nil},
	} {
		got := only(t, `<path d="M9 9h9" fill="blue" stroke="red" `+attrs+`/>`)
		if diff := differ(want, [2]*pdf.Colour{got.Fill, got.Stroke}); diff != "" {
			t.Errorf("%s\n%s", attrs, diff)
		}
	}
	nested := only(t, `<g opacity=".5"><g opacity=".5" fill-opacity=".8"><path d="M9 9h9"/></g></g>`)
	if diff := differ(colour(204, 204, 204), nested.Fill); diff != "" {
		t.Error(diff)
	}
}

func TestPropertiesPassToChildren(t *testing.T) {
	got := only(t, `<g fill="none" stroke="red" stroke-width="10%" stroke-linecap="round" stroke-linejoin="bevel" fill-rule="evenodd"><g><path d="M9 9h9"/></g></g>`)
	want := svg.Shape{Path: through(false, 9, 9, 18, 9), Stroke: colour(255, 0, 0), StrokeWidth: 10, Cap: 1, Join: 2, Mitre: 4}
	got.Clip = nil
	if diff := differ(want, got); diff != "" {
		t.Error(diff)
	}
	got = only(t, `<g fill="red" fill-rule="evenodd" stroke="blue" color="lime"><path d="M9 9h9" fill="inherit" stroke="currentColor" stroke-linecap="square" stroke-linejoin="round" stroke-miterlimit="2.5" color="currentColor"/></g>`)
	want = svg.Shape{Path: through(false, 9, 9, 18, 9), Fill: colour(255, 0, 0), EvenOdd: true, Stroke: colour(0, 255, 0), StrokeWidth: 1, Cap: 2, Join: 1, Mitre: 2.5}
	if diff := differ(want, got); diff != "" {
		t.Error(diff)
	}
	got = only(t, `<g visibility="hidden"><path d="M9 9h9" visibility="visible"/></g>`)
	if got.Fill == nil {
		t.Error("a visible path in a hidden group is not drawn")
	}
}

func TestCurrentColourIsTheColourWhereTheShapeStands(t *testing.T) {
	d := parse(t, drawing(`<g fill="currentColor"><path d="M9 9h9"/><g color="red"><path d="M9 9h9"/></g><g color="#f008"><path d="M9 9h9"/></g></g>`))
	for i, want := range []*pdf.Colour{colour(0x17, 0x21, 0x2f), colour(255, 0, 0), colour(255, 119, 119)} {
		if diff := differ(want, d.Shapes[i].Fill); diff != "" {
			t.Errorf("%d: %s", i, diff)
		}
	}
}

func TestTheCascade(t *testing.T) {
	const red, other = "fill:red", "fill:blue"
	for name, c := range map[string]struct{ sheet, attrs string }{
		"attribute":                    {"", `fill="red"`},
		"style over attribute":         {"", `fill="blue" style="` + red + `"`},
		"rule over attribute":          {"path{" + red + "}", `fill="blue"`},
		"style over rule":              {"path{" + other + "}", `style=" FILL : red ; ; nothing "`},
		"any element":                  {"*{" + red + "}", ""},
		"class":                        {".a{" + red + "}", `class="b a"`},
		"class over element":           {".a{" + red + "}path{" + other + "}", `class="a"`},
		"id over class":                {"#i{" + red + "}.a.b{" + other + "}", `class="a b" id="i"`},
		"two classes over one":         {"path.a.b{" + red + "}.a{" + other + "}", `class="a b"`},
		"later over earlier":           {"path{" + other + "}path{" + red + "}", ""},
		"any of a list":                {"g , .a ,circle{" + red + "}", `class="a"`},
		"important over style":         {"path{fill:red ! important}", `style="fill:blue"`},
		"only those that match":        {"path{" + red + "}g{" + other + "}.b{" + other + "}#b{" + other + "}path.b{" + other + "}:root{" + other + "}", ""},
		"any element with a class":     {"*.a{" + red + "}", `class="a"`},
		"comments":                     {"/* a{ */path/**/{/*fill:blue;*/" + red + "/* ;", ""},
		"dark mode is not paper":       {"path{" + red + "}@media (prefers-color-scheme: dark){path{" + other + "}a{}}", ""},
		"fonts are not needed":         {"@charset 'utf-8';@font-face{font-family:A;src:url(a)}path{" + red + "}", ""},
		"empty values say nothing":     {"path{" + red + "}", `style="fill:"`},
		"unknown properties":           {"path{" + red + ";cursor:pointer;-x-y:z}", `data-x="y"`},
		"variable":                     {":root{--a:red}path{fill:var(--a)}", ""},
		"variable of the element":      {":root{--a:blue}path{fill:var( --a );--a:red}", ""},
		"variable with a spare":        {"path{fill:var(--none, red)}", ""},
		"variable with a variable":     {"svg{--b:red;--a:var(--b)}path{fill:var(--a,blue)}", ""},
		"spare with a variable":        {"svg{--b:red}path{fill:var(--a,var(--b))}", ""},
		"what changes nothing is read": {"path{" + red + ";filter:none;mask:none;stroke-dasharray:none;letter-spacing:0px;paint-order:normal}", ""},
	} {
		got := only(t, `<style type="text/css">`+c.sheet+`</style><path d="M9 9h9" `+c.attrs+`/>`)
		if diff := differ(colour(255, 0, 0), got.Fill); diff != "" {
			t.Errorf("%s\n%s", name, diff)
		}
	}
}

func TestStyleSheetsMayStandAnywhere(t *testing.T) {
	got := only(t, `<path class="a" d="M9 9h9"/><defs><style>.a{fill:red}</style><style><![CDATA[.a{fill:lime}]]></style></defs>`)
	if diff := differ(colour(0, 255, 0), got.Fill); diff != "" {
		t.Error(diff)
	}
}

func TestAPropertyTransformIsATransform(t *testing.T) {
	got := only(t, `<path d="M0 0h9" transform="scale(9)" style="transform:translate(10px, 20px)"/>`)
	if diff := differ(through(false, 10, 20, 19, 20), got.Path); diff != "" {
		t.Error(diff)
	}
}
