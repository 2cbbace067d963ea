package svg_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"dossier/internal/pdf/svg"
)

func TestWhatCannotBeDrawnIsNamed(t *testing.T) {
	const r = `<rect width="9" height="9" `
	for inside, what := range map[string]string{
		`<filter/>`: "<filter>", `<mask/>`: "<mask>", `<linearGradient/>`: "<linearGradient>", `<pattern/>`: "<pattern>",
		`<image href="a.png"/>`: "<image>", `<foreignObject/>`: "<foreignObject>", `<script/>`: "<script>", `<defs><script/></defs>`: "<script>",
		`<animate/>`: "<animate>", `<svg/>`: "<svg>", `<switch/>`: "<switch>", `<marker/>`: "<marker>", `<rectangle/>`: "<rectangle>",
		`<circle r="5"><animate/></circle>`: "<animate>", `<text><textPath>A</textPath></text>`: "<textPath>", `<tspan/>`: "<tspan>",
		`<anElementWithAnEndlesslyLongName/>`: "<anElementWithAnEndlessly…>",

		r + `fill="url(#a)"/>`: "fill: url()", r + `stroke="url(#a) red"/>`: "stroke: url()", r + `fill="blurple"/>`: "fill: blurple",
		r + `fill="#12345"/>`: "fill: #12345", r + `fill="#12x"/>`: "fill: #12x", r + `fill="rgb(1,2)"/>`: "fill: rgb()", r + `fill="rgb(1,2,x)"/>`: "fill: rgb()",
		r + `fill="rgb(1,2,3px)"/>`: "fill: rgb()", r + `fill="hsl(0 50% 50%)"/>`: "fill: hsl()", r + `color="(1)"/>`: "color: (1)",
		r + `style="fill:var(--no)"/>`: "fill: var()", r + `style="fill:rgb(var(--no))"/>`: "fill: var()", r + `style="fill:var(--no"/>`: "fill: var()",
		r + `style="--a:var(--a);fill:var(--a)"/>`: "fill: var()", r + `style="filter:blur(2px)"/>`: "filter: blur()", r + `filter="url(#a)"/>`: "filter: url()",
		r + `mask="url(#a)"/>`: "mask: url()", r + `stroke-dasharray="4 2"/>`: "stroke-dasharray: 4 2", r + `style="mix-blend-mode:multiply"/>`: "mix-blend-mode: multiply",
		r + `marker-end="url(#a)"/>`: "marker-end: url()", r + `opacity="much"/>`: "opacity: much", r + `fill-opacity="1em"/>`: "fill-opacity: 1em",
		r + `stroke-width="-1"/>`: "stroke-width: -1", r + `stroke-width="1vw"/>`: "stroke-width: 1vw", r + `stroke-linecap="flat"/>`: "stroke-linecap: flat",
		r + `stroke-miterlimit="0.5"/>`: "stroke-miterlimit: 0.5", r + `stroke-miterlimit="none"/>`: "stroke-miterlimit: none", r + `stroke-miterlimit="NaN"/>`: "stroke-miterlimit: NaN",
		r + `fill-rule="odd"/>`: "fill-rule: odd", r + `style="width:5px"/>`: "width in CSS", r + `vector-effect="non-scaling-stroke"/>`: "vector-effect: non-scaling-stroke",
		r + `transform="turn(5)"/>`: "transform: turn(5)", r + `transform="rotate(5 5)"/>`: "transform: rotate(5 5)", r + `transform="scale()"/>`: "transform: scale()",
		r + `transform="scale(2"/>`: "transform: scale(2", r + `transform="2"/>`: "transform: 2", r + `transform="scale(a)"/>`: "transform: scale(a)",

		`<path d="M0 0L"/>`: "<path> d", `<path d="L0 0"/>`: "<path> d", `<path d="5 5"/>`: "<path> d", `<path d="M0 0z5 5"/>`: "<path> d", `<path d="M0 0X5"/>`: "<path> d",
		`<path d="M0 0A5 5 0 2 0 9 9"/>`: "<path> d", `<path d="M0 0 1e99 0"/>`: "<path> d", `<path d="M0 0 1.-"/>`: "<path> d", `<path d="M1,,2"/>`: "<path> d",
		`<polygon points="1 2 3"/>`: "<polygon> points", `<polyline points="1 b"/>`: "<polyline> points", `<rect width="wide"/>`: "<rect> width: wide",
		`<circle r="5vh"/>`: "<circle> r: 5vh", `<ellipse rx="1" ry="."/>`: "<ellipse> ry: .", `<line x1="--1"/>`: "<line> x1: --1",
		`<path d="M0 0H1e8"/>`: "<path> coordinate", `<g transform="scale(1e9)"><g transform="scale(1e9)"><circle r="1"/></g></g>`: "<circle> coordinate",
		`<path d="M0 0A1e9 1e9 0 0 0 1e-320 0"/>`: "<path> coordinate",

		`<use/>`: "<use>", `<use href="#missing"/>`: "<use>", `<use href="other.svg#a"/>`: "<use>", `<use id="a" href="#a"/>`: "depth",
		`<g id="a"><use href="#a"/></g>`: "depth", `<symbol id="a"><use href="#a"/></symbol><use href="#a"/>`: "depth",
		`<use href="#a" x="b"/><g id="a"/>`: "<use> x: b", `<symbol id="a"/><use href="#a" width="b"/>`: "<use> width: b",
		`<symbol id="a" viewBox="0 0"/><use href="#a"/>`: "viewBox", `<symbol id="a" viewBox="0 0 9 9" preserveAspectRatio="none"/><use href="#a"/>`: "preserveAspectRatio",
		`<symbol id="a" fill="blurple"/><use href="#a"/>`: "fill: blurple",

		`<text rotate="5">A</text>`: "rotate", `<text textLength="5">A</text>`: "textLength", `<text x="1 2">A</text>`: "<text> x: 1 2", `<text>A<tspan dy="5">B</tspan></text>`: "<tspan> without x",
		`<text>A<tspan font-weight="bold">B</tspan></text>`: "<tspan> without x", `<text><tspan x="b">B</tspan></text>`: "<tspan> x: b", `<text stroke="red">A</text>`: "stroke of <text>",
		`<text font-weight="heavy">A</text>`: "font-weight: heavy", `<text font-size="huge">A</text>`: "font-size: huge", `<text text-anchor="left">A</text>`: "text-anchor: left",
		`<text letter-spacing="2">A</text>`: "letter-spacing: 2", `<text dominant-baseline="hanging">A</text>`: "dominant-baseline: hanging", `<text text-decoration="underline">A</text>`: "text-decoration: underline",
		`<text style="font:menu">A</text>`: "font: menu", `<text x="1e8">A</text>`: "<text> coordinate", `<text transform="scale(1e9)">A</text>`: "<text> coordinate",
		`<text><tspan fill="blurple">A</tspan></text>`: "fill: blurple", `<text fill="blurple">A</text>`: "fill: blurple", `<text writing-mode="tb">A</text>`: "writing-mode: tb",

		`<text transform="rotate(90)">A</text>`: "text with rotation", `<g transform="rotate(-45 20 20)"><text><tspan>A</tspan></text></g>`: "text with rotation",
		`<text x="2" transform="matrix(0 1 -1 0 5 6)">A</text>`: "text with rotation", `<text transform="scale(-1)">A</text>`: "text with rotation",
		`<text transform="scale(1 2)">A</text>`: "text with distortion", `<text transform="skewX(20)">A</text>`: "text with distortion", `<text transform="scale(-1 1)">A</text>`: "text with distortion",

		`<style type="text/less">a{}</style>`: "<style> type: text/less", `<style>g</style>`: "<style>", `<style>g{fill:red{}}</style>`: "<style>",
		`<style>g rect{fill:red}</style>`: "selector: g rect", `<style>g>rect{}</style>`: "selector: g>rect", `<style>rect:hover{}</style>`: "selector: rect:hover",
		`<style>[x]{}</style>`: "selector: [x]", `<style>.{}</style>`: "selector: .", `<style>{}</style>`: "selector: ", `<style>a*{}</style>`: "selector: a*",
		`<style>@import url(a.css);</style>`: "@import", `<style>@media print{}</style>`: "@media", `<style>@media</style>`: "<style>",

		r + `clip-path="circle(5px)"/>`: "clip-path: circle()", r + `clip-path="url(a.svg#b)"/>`: "clip-path: url()", r + `clip-path="url(#r)"/><g id="r"/>`: "clip-path: url()",
		`<clipPath id="c"/>` + r + `clip-path="url(#c)"/>`:                                                                                                                                "<clipPath>",
		`<clipPath id="c"><path d="M0 0"/></clipPath>` + r + `clip-path="url(#c)"/>`:                                                                                                      "<clipPath>",
		`<clipPath id="c"><circle r="5"/><circle r="9"/></clipPath>` + r + `clip-path="url(#c)"/>`:                                                                                        "<clipPath>",
		`<clipPath id="c"><g/></clipPath>` + r + `clip-path="url(#c)"/>`:                                                                                                                  "<clipPath>",
		`<clipPath id="c"><circle r="5" clip-rule="evenodd"/></clipPath>` + r + `clip-path="url(#c)"/>`:                                                                                   "<clipPath>",
		`<clipPath id="c"><circle r="b"/></clipPath>` + r + `clip-path="url(#c)"/>`:                                                                                                       "<circle> r: b",
		`<clipPath id="c"><circle r="5" fill="blurple"/></clipPath>` + r + `clip-path="url(#c)"/>`:                                                                                        "fill: blurple",
		`<clipPath id="c" clipPathUnits="objectBoundingBox"><circle r="1"/></clipPath>` + r + `clip-path="url(#c)"/>`:                                                                     "clipPathUnits: objectBoundingBox",
		`<clipPath id="c"><circle cx="99" cy="50" r="5"/></clipPath>` + r + `clip-path="url(#c)"/>`:                                                                                       "clip-path beyond the viewBox",
		`<clipPath id="c"><circle cx="50" cy="50" r="5"/></clipPath><clipPath id="d"><circle cx="54" cy="50" r="5"/></clipPath><g clip-path="url(#c)">` + r + `clip-path="url(#d)"/></g>`: "clip-path in a clip-path",
		`<clipPath id="c"><circle cx="50" cy="50" r="5"/></clipPath><symbol id="s"/><g clip-path="url(#c)"><use href="#s" x="50" width="50" height="50"/></g>`:                            "<symbol> in a clip",
	} {
		want := svg.Refusal{Line: 1, What: what}
		if got := refused(t, drawing(inside)); got != want {
			t.Errorf("%s\ngot  %+v\nwant %+v", inside, got, want)
		}
	}
}

func TestAFileThatIsNoDrawingIsRefused(t *testing.T) {
	for file, want := range map[string]svg.Refusal{
		"": {1, "XML"}, "\n\nhello": {3, "XML"}, "\x1f\x8b\x08": {1, "XML"}, "<svg viewBox='0 0 9 9'>\n\n": {3, "XML"}, "<svg viewBox='0 0 9 9'>\n<g></svg>": {2, "XML"},
		"<svg viewBox='0 0 9 9'>\n&nbsp;</svg>": {2, "XML"}, "<?xml version='1.0' encoding='utf-16'?><svg/>": {1, "XML"},
		"<svg viewBox='0 0 9 9'>\n<x:y xmlns:x='urn:x'>\n<z></svg>": {3, "XML"},
		"\n<html/>": {2, "<html>"}, "<h:html xmlns:h='http://www.w3.org/1999/xhtml'/>": {1, "<html>"}, "<svg viewBox='0 0 9 9'/>\n<svg/>": {2, "<svg>"},
		"<svg/>": {1, "viewBox"}, "\n<svg viewBox='0 0 9'/>": {2, "viewBox"}, "<svg viewBox='0 0 0 9'/>": {1, "viewBox"}, "<svg viewBox='0 0 9 1e8'/>": {1, "viewBox"},
		"<svg viewBox='none'/>": {1, "viewBox"}, "<svg width='100%' height='9'/>": {1, "viewBox"}, "<svg width='1e-400' height='9'/>": {1, "viewBox"},
		"<svg viewBox='0 0 9 9' transform='scale(2)'/>": {1, "<svg transform>"}, "<svg viewBox='0 0 9 9' fill='blurple'/>": {1, "fill: blurple"},
		"<!DOCTYPE svg [\n<!ENTITY a 'b'>]><svg/>": {1, "<!ENTITY>"},
	} {
		if got := refused(t, file); got != want {
			t.Errorf("%q\ngot  %+v\nwant %+v", file, got, want)
		}
	}
}

func TestARefusalCarriesTheLine(t *testing.T) {
	cases := []struct {
		file string
		want svg.Refusal
	}{
		{drawing("\n<g>\n\n  <rect\n width='9'\n height='9' fill='url(#a)'/></g>"), svg.Refusal{Line: 4, What: "fill: url()"}},
		{drawing("\r\n<g>\r\n<filter/></g>"), svg.Refusal{Line: 3, What: "<filter>"}},
		{drawing("<!--\n\n-->\n<path d='\nM0 0\nX'/>"), svg.Refusal{Line: 4, What: "<path> d"}},
		{drawing("<style>\n/* one\n two */ g { fill : red }\n\ng g{}\n</style>"), svg.Refusal{Line: 5, What: "selector: g g"}},
		{drawing("<style\n>\ng{fill:red}\n@import 'a';</style>"), svg.Refusal{Line: 4, What: "@import"}},
		{drawing("<style>\n.a{fill:url(#b)}</style>\n<circle r='5'/>\n<circle class='a' r='5'/>"), svg.Refusal{Line: 4, What: "fill: url()"}},
		{drawing("<defs>\n<g id='a'>\n<image/></g></defs>\n<use href='#a'/>"), svg.Refusal{Line: 3, What: "<image>"}},
		{drawing("<text>A\n<tspan\n dy='1'>B</tspan></text>"), svg.Refusal{Line: 2, What: "<tspan> without x"}},
	}
	for _, c := range cases {
		if got := refused(t, c.file); got != c.want {
			t.Errorf("%s\ngot  %+v\nwant %+v", c.file, got, c.want)
		}
	}
	if text := (&svg.Refusal{Line: 4, What: "<filter>"}).Error(); text != "line 4: <filter> cannot be drawn" {
		t.Error(text)
	}
}

// layers makes groups that each use the one before several times.
func layers(inside string, depth, times int) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<g id="l0">%s</g>`, inside)
	for i := 1; i <= depth; i++ {
		fmt.Fprintf(&b, `<g id="l%d">%s</g>`, i, strings.Repeat(fmt.Sprintf(`<use href="#l%d"/>`, i-1), times))
	}
	return drawing("<defs>" + b.String() + fmt.Sprintf(`</defs><use href="#l%d"/>`, depth))
}

func TestHostileFilesAreRefusedSoon(t *testing.T) {
	rep := strings.Repeat
	for name, c := range map[string]struct{ file, what string }{
		"too long":              {drawing(rep(" ", 1<<20)), "size"},
		"too many elements":     {drawing(rep("<g/>", 100_001)), "size"},
		"too deep":              {drawing(rep("<g>", 70) + rep("</g>", 70)), "depth"},
		"deep text":             {drawing("<text>" + rep("<tspan>", 70) + rep("</tspan>", 70) + "</text>"), "depth"},
		"deep by use":           {layers("", 40, 1), "depth"},
		"many segments":         {drawing(`<path d="M0 0` + rep("h1", 100_001) + `"/>`), "segments"},
		"segments of all paths": {drawing(rep(`<path d="M0 0`+rep("h1", 30_000)+`"/>`, 4)), "segments"},
		"arcs":                  {drawing(`<path d="M0 0` + rep("a1 1 0 111 1", 60_000) + `"/>`), "segments"},
		"points":                {drawing(`<polyline points="` + rep("1 ", 200_004) + `"/>`), "segments"},
		"nothing, many times":   {layers("", 10, 10), "size"},
		"shapes, many times":    {layers(`<circle r="5"/>`, 10, 10), "segments"},
		"text, many times":      {layers(`<text>A</text>`, 10, 10), "segments"},
		"long text, many times": {layers(`<text>`+rep("A", 50_000)+`</text>`, 10, 10), "size"},
		"symbols, many times":   {drawing(`<symbol id="s"/><g id="a">` + rep(`<use href="#s"/>`, 5000) + `</g>` + rep(`<use href="#a"/>`, 500)), "size"},
		"clips, many times":     {drawing(`<clipPath id="c"><circle cx="9" cy="9" r="5"/></clipPath><g id="a">` + rep(`<g clip-path="url(#c)"/>`, 3000) + `</g>` + rep(`<use href="#a"/>`, 500)), "segments"},
		"big clip, many times":  {drawing(`<clipPath id="c"><path d="M0 0h5` + rep(" ", 500_000) + `"/></clipPath>` + rep(`<g clip-path="url(#c)"/>`, 500)), "size"},
		"rules by elements":     {drawing(`<style>` + rep(".a{}", 50_000) + `</style>` + rep("<g/>", 50_000)), "size"},
		"rules by classes":      {drawing(`<style>` + rep(".a{}", 50_000) + `</style><g class="` + rep("b ", 200_000) + `"/>`), "size"},
		"selectors":             {drawing(`<style>` + rep("g,", 200_000) + `g{` + rep("a:b;", 100_000) + `}</style><g/>`), "size"},
		"too many rules":        {drawing(`<style>` + rep("g{}", 100_002) + `</style>`), "size"},
		"declarations":          {drawing(`<g style="` + rep("a:b;", 200_000) + `"/>`), "size"},
		"spans":                 {drawing(`<text id="t">` + rep("<tspan/>", 50_000) + `</text>` + rep(`<use href="#t"/>`, 500)), "size"},
	} {
		start := time.Now()
		if got := refused(t, c.file); got.What != c.what {
			t.Errorf("%s: %+v, want %s", name, got, c.what)
		}
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%s: took %v", name, took)
		} else if testing.Verbose() {
			t.Log(name, took)
		}
	}
}
