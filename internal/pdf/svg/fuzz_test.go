package svg_test

import (
	"errors"
	"fmt"
	"math"
	"os"
	"strings"
	"testing"

	"dossier/internal/pdf"
	"dossier/internal/pdf/svg"
)

// FuzzParse holds Parse to its word: a Drawing of finite numbers within its
// limits, or a Refusal with a line of the file.
func FuzzParse(f *testing.F) {
	for _, inside := range []string{
		"", `<rect width="9" height="9" rx="3" fill="rgb(1 2 3/50%)" stroke="red"/>`, `<path d="M.5.5-1-2a5 5 0 01.5.5z m1 1q1 2 3 4t5 6S7 8 9 9"/>`,
		`<style>.a,#b{fill:var(--c,red)!important}@media (prefers-color-scheme:dark){}</style><g class="a" id="b"><circle r="5%"/></g>`,
		`<symbol id="s" viewBox="0 0 9 9"><ellipse rx="5"/></symbol><use href="#s" width="5" transform="rotate(45 1 2) skewX(9)"/>`,
		`<clipPath id="c"><path d="M0 0h5v5h-5z"/></clipPath><text clip-path="url(#c)" style="font:bold 9px/ a">A<tspan x="5" dy="1em">B</tspan></text>`,
		`<polygon points="1,2 3-4,5e1 6"/><g opacity=".5"><line x1="1cm" stroke="currentColor"/></g>`, `<text style="font: / 1px"/>`, `<filter/>`,
	} {
		f.Add(drawing(inside))
	}
	for _, name := range []string{"emblem-eu.svg", "favicon.svg", "icons/play.svg"} {
		data, err := os.ReadFile("../../../themes/civic/assets/" + name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(data))
	}
	f.Fuzz(func(t *testing.T, file string) {
		d, err := svg.Parse([]byte(file))
		var r *svg.Refusal
		switch {
		case err == nil:
			sound(t, d)
		case !errors.As(err, &r) || r.Line < 1 || r.Line > 1+strings.Count(file, "\n") || r.What == "" || len(r.What) > 200:
			t.Errorf("%#v", err)
		}
	})
}

// sound tells what is wrong with a drawing.
func sound(t *testing.T, d *svg.Drawing) {
	t.Helper()
	finite(t, "size", d.Width, d.Height)
	for i, s := range d.Shapes {
		what := fmt.Sprintf("shape %d", i)
		if s.Text != nil {
			finite(t, what, s.Text.X, s.Text.Y, s.Text.Size)
			if s.Text.String == "" || s.Text.Size <= 0 {
				t.Errorf("%s: text %+v", what, s.Text)
			}
		} else if s.Path.Empty() || s.Fill == nil && s.Stroke == nil {
			t.Errorf("%s: nothing to draw", what)
		}
		if s.Stroke != nil && !(s.StrokeWidth > 0) {
			t.Errorf("%s: stroke of width %v", what, s.StrokeWidth)
		}
		finite(t, what, s.StrokeWidth)
		bounded(t, what, &s.Path)
		if s.Clip != nil {
			bounded(t, what, s.Clip)
		}
	}
}

func bounded(t *testing.T, what string, p *pdf.Path) {
	t.Helper()
	b := p.Bounds()
	finite(t, what, b.X, b.Y, b.W, b.H)
}

func finite(t *testing.T, what string, numbers ...float64) {
	t.Helper()
	for _, n := range numbers {
		if math.IsNaN(n) || math.Abs(n) > 1e10 {
			t.Errorf("%s: %v", what, n)
		}
	}
}

func BenchmarkParse(b *testing.B) {
	for _, name := range []string{"content/projects/mire/lines.en.svg", "content/guides/masp/leaves.it.svg", "themes/civic/assets/emblem-eu.svg"} {
		data, err := os.ReadFile("../../../" + name)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(name[strings.LastIndex(name, "/")+1:], func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := svg.Parse(data); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
