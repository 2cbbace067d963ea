package media_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"dossier/internal/media"
)

func TestSVGSize(t *testing.T) {
	cases := []struct {
		name, attrs string
		w, h        int
	}{
		{"view box", `viewBox="0 0 120 80"`, 120, 80},
		{"view box with commas", `viewBox="0,0,120,80"`, 120, 80},
		{"view box over lines", "viewBox=\"0 0\n\t120 80\"", 120, 80},
		{"view box is rounded", `viewBox="-5 -5 119.5 80.4"`, 120, 80},
		{"view box before width and height", `width="10" height="10" viewBox="0 0 120 80"`, 120, 80},
		{"a tiny view box has one pixel at least", `viewBox="0 0 0.3 0.2"`, 1, 1},
		{"width and height", `width="120" height="80px"`, 120, 80},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			w, h, problem := media.SVG([]byte(`<svg xmlns="http://www.w3.org/2000/svg" ` + c.attrs + `/>`))
			if w != c.w || h != c.h || problem != "" {
				t.Errorf("%d × %d %s, want %d × %d", w, h, problem, c.w, c.h)
			}
		})
	}
}

func TestSVGWithoutAUsableSizeIsTold(t *testing.T) {
	for _, attrs := range []string{
		"", `width="100%" height="100%"`, `width="10cm" height="4cm"`, `width="120"`, `viewBox="0 0 0 0"`, `viewBox="0 0 -5 -5"`,
		`viewBox="0 0 120"`, `viewBox="0 0 NaN NaN"`, `viewBox="0 0 Inf Inf"`, `viewBox="0 0 1e300 1e300"`, `width="-1" height="-1"`,
	} {
		if w, h, problem := media.SVG([]byte("<svg " + attrs + "/>")); problem != "image-unreadable.viewbox" {
			t.Errorf("%s: %d × %d %q", attrs, w, h, problem)
		}
	}
}

func TestWhatIsNoSVGIsTold(t *testing.T) {
	for _, text := range []string{
		"", "hello", "<html/>", "<svg viewBox='0 0 1 1'>", "<svg viewBox='0 0 1 1'><g></svg>", "\x89PNG\r\n", "<!-- nothing -->",
		"<svg viewBox='0 0 1 1'>&nbsp;</svg>", "<?xml version='1.0' encoding='iso-8859-1'?><svg viewBox='0 0 1 1'/>", "<svg viewBox='0 0 1 1' a=b/>",
	} {
		if _, _, problem := media.SVG([]byte(text)); problem != "image-unreadable" {
			t.Errorf("%q: %q", text, problem)
		}
	}
}

// drawing puts something into a drawing.
func drawing(inside string) string {
	return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">` + inside + `</svg>`
}

func TestDrawingsThatRunOrLoadSomethingAreRefused(t *testing.T) {
	cases := map[string]string{
		"script":                       drawing(`<script>alert(1)</script>`),
		"script in capitals":           drawing(`<SCRIPT/>`),
		"script with a prefix":         drawing(`<s:script xmlns:s="http://www.w3.org/2000/svg"/>`),
		"script behind the drawing":    drawing("") + `<script/>`,
		"handler":                      drawing(`<rect onload="alert(1)"/>`),
		"handler on the root":          `<svg viewBox="0 0 1 1" onLoad="alert(1)"/>`,
		"foreign object":               drawing(`<foreignObject><p/></foreignObject>`),
		"HTML without foreign object":  drawing(`<h:img xmlns:h="http://www.w3.org/1999/xhtml" src="http://x.example/a.png"/>`),
		"frame":                        drawing(`<iframe/>`),
		"animation":                    drawing(`<animate attributeName="href" to="javascript:alert(1)"/>`),
		"set":                          drawing(`<set attributeName="onclick" to="alert(1)"/>`),
		"link with script":             drawing(`<a href="javascript:alert(1)"/>`),
		"link with script and spaces":  drawing(`<a href=" java&#10;script:alert(1)"/>`),
		"picture from elsewhere":       drawing(`<image href="https://x.example/a.png"/>`),
		"picture without a scheme":     drawing(`<image xlink:href="//x.example/a.png"/>`),
		"picture beside":               drawing(`<image xlink:href="a.png"/>`),
		"drawing in a link":            drawing(`<a href="data:image/svg+xml,&lt;svg onload='x'/>"/>`),
		"page in a link":               drawing(`<a href="data:text/html,x"/>`),
		"use from elsewhere":           drawing(`<use xlink:href="http://x.example/#a"/>`),
		"style that loads":             drawing(`<rect style="fill:url(http://x.example/a)"/>`),
		"style that loads in quotes":   drawing(`<rect style="fill:url( 'http://x.example/a')"/>`),
		"style with a second address":  drawing(`<rect style="fill:url(#a);background:url(//x.example)"/>`),
		"attribute that loads":         drawing(`<rect fill="url(http://x.example/a#b)"/>`),
		"attribute with an escape":     drawing(`<rect fill="\75rl(http://x.example/a)"/>`),
		"sheet that imports":           drawing(`<style>@import "http://x.example/a.css";</style>`),
		"sheet in CDATA":               drawing(`<style><![CDATA[@IMPORT url(http://x.example/a.css);]]></style>`),
		"sheet behind a comment":       drawing(`<style><!-- x --> a{background:url(http://x.example/a)}</style>`),
		"sheet with a font":            drawing(`<style>@font-face{src:url(https://x.example/a.woff2)}</style>`),
		"sheet with an image set":      drawing(`<style>a{background:image-set("http://x.example/a" 1x)}</style>`),
		"sheet with an escape":         drawing(`<style>a{background:u\72l(http://x.example/a)}</style>`),
		"sheet linked by instruction":  `<?xml-stylesheet href="http://x.example/a.css"?>` + drawing(""),
		"entity":                       `<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>` + drawing(""),
		"entities within entities":     `<!DOCTYPE svg [<!entity a "aaaa">]>` + drawing(""),
		"parameter entity":             `<!DOCTYPE svg [<!ENTITY % x SYSTEM "http://x.example/a">]>` + drawing(""),
		"handler of a namespaced kind": drawing(`<rect ev:onclick="x" xmlns:ev="http://www.w3.org/2001/xml-events"/>`),
	}
	for name, text := range cases {
		t.Run(name, func(t *testing.T) {
			if w, h, problem := media.SVG([]byte(text)); problem != "image-unreadable.script" || w != 0 || h != 0 {
				t.Errorf("%d × %d %q: %s", w, h, problem, text)
			}
		})
	}
}

func TestHarmlessDrawingsPass(t *testing.T) {
	cases := map[string]string{
		"gradient":              drawing(`<linearGradient id="g"/><rect fill="url(#g)" style="stroke: url('#g')"/>`),
		"use of a part":         drawing(`<use href="#a"/><use xlink:href="#a"/>`),
		"embedded photograph":   drawing(`<image href="data:image/png;base64,AAAA"/>`),
		"sheet":                 drawing(`<style>.a{fill:#0b3d75;clip-path:url("#c")}@font-face{src:url(data:font/woff2;base64,AA)}</style>`),
		"words about addresses": drawing(`<title>url(http://x.example) @import C:\docs</title><desc>a</desc>`),
		"file name of Inkscape": drawing(`<g xmlns:i="http://www.inkscape.org/namespaces/inkscape" i:export-filename="C:\docs\a.png"/>`),
		"public doctype":        `<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">` + drawing(""),
		"text after a sheet":    drawing(`<style>a{}</style><text>@import \ url(x)</text>`),
	}
	for name, text := range cases {
		t.Run(name, func(t *testing.T) {
			if w, h, problem := media.SVG([]byte(text)); problem != "" || w != 9 || h != 9 {
				t.Errorf("%d × %d %q: %s", w, h, problem, text)
			}
		})
	}
}

func TestTheSitesOwnDrawingsPass(t *testing.T) {
	names, err := filepath.Glob("../../content/*/*/*.svg")
	if err != nil || len(names) == 0 {
		t.Fatalf("no drawings: %v", err)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, _, problem := media.SVG(data); problem != "" {
			t.Errorf("%s: %s", name, problem)
		}
	}
}

var script = regexp.MustCompile(`(?i)<script[\s/>]`)

func FuzzSVG(f *testing.F) {
	for _, seed := range []string{
		"", drawing(""), drawing(`<style>a{fill:url(#a)}</style>`), drawing(`<script/>`), `<svg width="9" height="9px"/>`,
		`<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>`, `<?xml version="1.0"?><svg viewBox="0 0 1e9 -1"/>`, "<svg viewBox='0 0 1 1'", strings.Repeat("<g>", 50),
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		w, h, problem := media.SVG(data)
		if ok := w > 0 && h > 0 && w <= 1<<20 && h <= 1<<20; ok != (problem == "") {
			t.Fatalf("%d × %d, %q", w, h, problem)
		}
		if problem == "" && script.Match(data) && !strings.Contains(string(data), "<!") && !strings.Contains(string(data), "<?") {
			t.Fatal("a script passed")
		}
	})
}
