package svg_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"dossier/internal/pdf"
	"dossier/internal/pdf/svg"
)

// drawing is a file of 100 by 100 units.
func drawing(inside string) string {
	return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 100 100">` + inside + `</svg>`
}

func parse(t *testing.T, file string) *svg.Drawing {
	t.Helper()
	d, err := svg.Parse([]byte(file))
	if err != nil {
		t.Fatalf("%s\n%v", file, err)
	}
	return d
}

// only parses a drawing of one shape.
func only(t *testing.T, inside string) svg.Shape {
	t.Helper()
	d := parse(t, drawing(inside))
	if len(d.Shapes) != 1 {
		t.Fatalf("%s\n%d shapes, want 1", inside, len(d.Shapes))
	}
	return d.Shapes[0]
}

// differ compares drawings and paths, of coordinates a thousandth of a unit.
func differ(want, got any) string {
	return cmp.Diff(want, got, cmp.Exporter(func(reflect.Type) bool { return true }), cmpopts.EquateApprox(0, 0.001))
}

func colour(r, g, b uint8) *pdf.Colour { return &pdf.Colour{R: r, G: g, B: b} }

var black = colour(0, 0, 0)

// through is a path of straight lines, closed or not.
func through(closed bool, at ...float64) pdf.Path {
	var p pdf.Path
	p.Move(at[0], at[1])
	for i := 2; i < len(at); i += 2 {
		p.Line(at[i], at[i+1])
	}
	if closed {
		p.Close()
	}
	return p
}

func TestEveryDrawingOfTheTreeCanBeDrawn(t *testing.T) {
	found := 0
	for _, folder := range []string{"content", "testdata", "themes/civic/assets"} {
		err := filepath.WalkDir(filepath.Join("../../..", folder), func(name string, _ fs.DirEntry, err error) error {
			if err != nil || filepath.Ext(name) != ".svg" {
				return err
			}
			found++
			data, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			d, err := svg.Parse(data)
			if err != nil {
				t.Errorf("%s: %v", name, err)
				return nil
			}
			if least := strings.Count(string(data), "<text") + 1; len(d.Shapes) < least {
				t.Errorf("%s: %d shapes, want at least %d", name, len(d.Shapes), least)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if found < 20 {
		t.Errorf("only %d drawings found", found)
	}
}

func TestADrawingOfTheTreeIsReadAsItIsWritten(t *testing.T) {
	data, err := os.ReadFile("../../../content/projects/smart-lab/cover.svg")
	if err != nil {
		t.Fatal(err)
	}
	got := parse(t, string(data))
	want := &svg.Drawing{Width: 1200, Height: 630, Title: "Smart Lab", Shapes: []svg.Shape{
		{Path: through(true, 0, 0, 1200, 0, 1200, 630, 0, 630), Fill: colour(255, 255, 255)},
		{Path: through(true, 0, 0, 1200, 0, 1200, 630, 0, 630), Fill: colour(0xee, 0xf3, 0xf9)},
		{Path: through(true, 300, 300, 450, 300, 450, 440, 300, 440), Fill: colour(0x0b, 0x3d, 0x75)},
		{Path: through(true, 525, 210, 675, 210, 675, 440, 525, 440), Fill: colour(0x1c, 0x5a, 0x3a)},
		{Path: through(true, 750, 120, 900, 120, 900, 440, 750, 440), Fill: colour(0x7a, 0x2e, 0x1d)},
		{Path: through(false, 240, 444, 960, 444), Stroke: colour(0x1b, 0x1b, 0x1b), StrokeWidth: 8, Mitre: 4},
		{Text: &svg.Text{
			X: 600, Y: 570, Size: 72, String: "Smart Lab", Anchor: "middle", Bold: true,
			Colour: *colour(0x0b, 0x3d, 0x75),
		}},
	}}
	if d := differ(want, got); d != "" {
		t.Error(d)
	}
}

func TestTheSizeIsThatOfTheViewBox(t *testing.T) {
	cases := []struct {
		attrs         string
		width, height float64
	}{
		{`viewBox="0 0 30 20"`, 30, 20},
		{`viewBox="-5,5 30.5 1e1" width="300" height="7"`, 30.5, 10},
		{`width="40" height="20px"`, 40, 20},
		{`width="1in" height="2.54cm"`, 96, 96},
		{`width="72pt" height="25.4mm"`, 96, 96},
		{`width="6pc" height="101.6Q"`, 96, 96},
		{`width="2em" height="4ex"`, 32, 32},
		{`viewBox="0 0 9 9" style="width:100%;height:auto"`, 9, 9},
	}
	for _, c := range cases {
		d := parse(t, `<svg `+c.attrs+`/>`)
		if d.Width != c.width || d.Height != c.height || len(d.Shapes) != 0 {
			t.Errorf("%s: %v × %v, want %v × %v", c.attrs, d.Width, d.Height, c.width, c.height)
		}
	}
}

func TestTheViewBoxBeginsAtTheOrigin(t *testing.T) {
	d := parse(t, `<svg viewBox="-50 20 100 100"><path d="M-40 30h10v10z"/></svg>`)
	want := []svg.Shape{{Path: through(true, 10, 10, 20, 10, 20, 20), Fill: black}}
	if diff := differ(want, d.Shapes); diff != "" {
		t.Error(diff)
	}
}

func TestWhatStandsOutsideIsClippedOrLeftOut(t *testing.T) {
	d := parse(t, drawing(`<rect width="100" height="100"/><rect x="90" y="90" width="20" height="5"/><rect x="101" width="5" height="5"/>`+
		`<line x1="0" y1="50" x2="50" y2="50" stroke="red" stroke-width="4"/>`))
	if len(d.Shapes) != 3 {
		t.Fatalf("%d shapes, want 3", len(d.Shapes))
	}
	var canvas pdf.Path
	canvas.Rect(pdf.Rect{W: 100, H: 100})
	for i, want := range []*pdf.Path{nil, &canvas, &canvas} {
		if diff := differ(want, d.Shapes[i].Clip); diff != "" {
			t.Errorf("shape %d: %s", i, diff)
		}
	}
}

func TestWhatHasNoInkIsPassedOver(t *testing.T) {
	for _, inside := range []string{
		``, `<g/>`, `<title>Title</title><desc>Description</desc><metadata><a/></metadata>`, `<!-- comment --><?target instruction?>`,
		`<defs><rect width="9" height="9"/><linearGradient id="unused"/><filter/></defs>`, `<symbol><rect width="9" height="9"/></symbol>`,
		`<other:rect xmlns:other="urn:other"><other:rect/></other:rect>`, `<rect width="9" height="9" fill="none"/>`,
		`<rect width="9" height="9" fill="transparent"/>`, `<rect width="9" height="9" fill-opacity="0"/>`, `<rect width="0" height="9"/>`,
		`<rect width="9" height="-9"/>`, `<circle/>`, `<circle r="-1"/>`, `<ellipse rx="0" ry="9"/>`, `<ellipse rx="auto"/>`, `<path/>`,
		`<path d=""/>`, `<path d="M5 5"/>`, `<path d="M5 5M9 9"/>`, `<polygon/>`, `<polygon points="5 5"/>`, `<polyline points=""/>`,
		`<line x1="9" fill="red"/>`, `<line x1="9" stroke="red" stroke-width="0"/>`, `<g display="none"><rect width="9" height="9"/></g>`,
		`<g visibility="hidden"><rect width="9" height="9"/><text>A</text></g>`, `<text x="5" y="5"> <tspan>
		</tspan></text>`, `<text font-size="0">A</text>`, `<text fill="none">A</text>`, `<text><tspan display="none">A</tspan></text>`,
		`<use href="#s" width="0"/><symbol id="s"><rect width="9" height="9"/></symbol>`, `<use href="#d"/><defs id="d"/>`,
		`<use href="#s" /><symbol id="s" display="none"><rect width="9" height="9"/></symbol>`, `stray text`,
	} {
		if d := parse(t, drawing(inside)); len(d.Shapes) != 0 {
			t.Errorf("%s: %d shapes, want none", inside, len(d.Shapes))
		}
	}
	if d := parse(t, `<svg viewBox="0 0 9 9" display="none"><rect width="9" height="9"/></svg>`); len(d.Shapes) != 0 {
		t.Error("a hidden drawing is drawn")
	}
}

func TestTheTitleIsThatOfTheDrawing(t *testing.T) {
	d := parse(t, drawing("<g><title>Part</title></g><title>\n  Two  words <![CDATA[& more]]>\n</title><title>Second</title>"))
	if d.Title != "Two words & more" {
		t.Errorf("title %q", d.Title)
	}
}

func TestParseSaysTheSameTwice(t *testing.T) {
	file := drawing(`<style>.a{fill:red}#b{fill:blue}</style><rect class="a" id="b" width="9" height="9"/><text>A<tspan x="1">B</tspan></text>`)
	if diff := differ(parse(t, file), parse(t, file)); diff != "" {
		t.Error(diff)
	}
}

// refused parses a file that cannot be drawn.
func refused(t *testing.T, file string) svg.Refusal {
	t.Helper()
	d, err := svg.Parse([]byte(file))
	var r *svg.Refusal
	if !errors.As(err, &r) || d != nil {
		t.Fatalf("%.300s\nis not refused: %v", file, err)
	}
	return *r
}
