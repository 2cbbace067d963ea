package theme

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/internal/diag"
)

func TestContrastIsThatOfWCAG(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want float64
	}{
		{"#000000", "#ffffff", 21},
		{"#fff", "#ffffff", 1},
		{"#767676", "#ffffff", 4.54},
		{"#777777", "#ffffff", 4.47},
		{"#ff0000", "#ffffff", 3.99},
		{"#ffffff", "#0000ff", 8.59},
	} {
		a, _ := parseColour(c.a)
		b, _ := parseColour(c.b)
		if got := floor(contrast(a, b)); got != c.want {
			t.Errorf("%s on %s: %.2f, want %.2f", c.a, c.b, got, c.want)
		}
	}
}

func TestAccents(t *testing.T) {
	for _, c := range []struct{ chosen, light, dark, said string }{
		{"", "#0b3d75", "#a9c9ff", ""},
		{"#0B3D75", "#0b3d75", "#a9c9ff", ""},
		{"#7a0019", "#7a0019", "#be828e", ""},
		{
			"#ff0000", "#ee0000", "#f46161",
			`site.toml:7:11-0 low-contrast: the accent #ff0000 has a contrast of 3.99:1 with white; text needs 4.5:1 | the nearest that passes is "#ee0000" (4.53:1)`,
		},
		{
			"#fff", "#767676", "#929292",
			`site.toml:7:11-0 low-contrast: the accent #fff has a contrast of 1.00:1 with white; text needs 4.5:1 | the nearest that passes is "#767676" (4.54:1)`,
		},
		{
			"blue", "#0b3d75", "#a9c9ff",
			`site.toml:7:11-0 low-contrast: "blue" is not a colour | write it in hexadecimal digits, such as "#0b3d75"`,
		},
		{"0b3d75", "#0b3d75", "#a9c9ff", `site.toml:7:11-0 low-contrast: "0b3d75" is not a colour | write it in hexadecimal digits, such as "#0b3d75"`},
		{"#0b3d7g", "#0b3d75", "#a9c9ff", `site.toml:7:11-0 low-contrast: "#0b3d7g" is not a colour | write it in hexadecimal digits, such as "#0b3d75"`},
	} {
		light, dark, ds := accents(c.chosen, diag.Pos{File: "site.toml", Line: 7, Col: 11})
		got := []string{light, dark, lines(ds)}
		if diff := cmp.Diff([]string{c.light, c.dark, c.said}, got); diff != "" {
			t.Errorf("%q: %s", c.chosen, diff)
		}
	}
}

// Every accent, whatever was chosen, must be readable in both schemes.
func TestAccentsAreAlwaysReadable(t *testing.T) {
	ground, _ := parseColour("#10161f")
	for r := 0; r < 256; r += 17 {
		for g := 0; g < 256; g += 17 {
			for b := 0; b < 256; b += 17 {
				chosen := colour{uint8(r), uint8(g), uint8(b)}
				light, dark, _ := accents(chosen.String(), diag.Pos{})
				l, _ := parseColour(light)
				d, _ := parseColour(dark)
				if contrast(l, white) < minContrast || contrast(d, ground) < minContrast {
					t.Errorf("%s: %s and %s", chosen, light, dark)
				}
			}
		}
	}
}
