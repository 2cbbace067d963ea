package theme

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"dossier/internal/diag"
)

// colour is an sRGB colour, each channel 0–255.
type colour [3]uint8

// minContrast is what WCAG 2.2 asks of text (success criterion 1.4.3, AA).
const minContrast = 4.5

// The accent of a site that chooses none, drawn together with its counterpart
// for dark schemes.
const (
	defaultAccent     = "#0b3d75"
	defaultAccentDark = "#a9c9ff"
)

var (
	white = colour{255, 255, 255}
	black = colour{0, 0, 0}
	// lightestDark is the lightest surface of the dark scheme: what is readable
	// on it is readable on the page's own #10161f.
	lightestDark = colour{0x1b, 0x2c, 0x45}
)

// accents checks the site's accent and returns it with the one for dark schemes.
func accents(chosen string, pos diag.Pos) (light, dark string, ds []diag.Diagnostic) {
	if chosen == "" || strings.EqualFold(chosen, defaultAccent) {
		return defaultAccent, defaultAccentDark, nil
	}
	c, ok := parseColour(chosen)
	if !ok {
		d := diag.At(pos, "low-contrast.colour", chosen).WithHint("hint.theme-colour", defaultAccent)
		return defaultAccent, defaultAccentDark, []diag.Diagnostic{d}
	}
	if r := contrast(c, white); r < minContrast {
		near := towards(c, black, white)
		ds = append(ds, diag.At(pos, "low-contrast", chosen, floor(r), minContrast).
			WithHint("hint.theme-darker", near.String(), floor(contrast(near, white))))
		c = near
	}
	return c.String(), towards(c, white, lightestDark).String(), ds
}

// towards moves a colour to an end (black or white) by the fewest 256ths that
// make it readable on the ground.
func towards(c, end, ground colour) colour {
	for step := range 257 {
		if m := c.mix(end, step); contrast(m, ground) >= minContrast {
			return m
		}
	}
	return end
}

// mix puts step 256ths of the other colour into c.
func (c colour) mix(other colour, step int) colour {
	var m colour
	for i := range m {
		m[i] = uint8((int(c[i])*(256-step) + int(other[i])*step) / 256)
	}
	return m
}

func (c colour) String() string { return fmt.Sprintf("#%02x%02x%02x", c[0], c[1], c[2]) }

// parseColour reads #rrggbb or #rgb.
func parseColour(s string) (colour, bool) {
	digits, ok := strings.CutPrefix(s, "#")
	if len(digits) == 3 {
		digits = string([]byte{digits[0], digits[0], digits[1], digits[1], digits[2], digits[2]})
	}
	n, err := strconv.ParseUint(digits, 16, 32)
	if !ok || len(digits) != 6 || err != nil {
		return colour{}, false
	}
	return colour{uint8(n >> 16), uint8(n >> 8), uint8(n)}, true
}

// contrast is the ratio of WCAG 2.2, from 1 to 21: "contrast ratio" in its
// glossary.
func contrast(a, b colour) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

// luminance is "relative luminance" in the glossary of WCAG 2.2.
func luminance(c colour) float64 {
	return 0.2126*linear(c[0]) + 0.7152*linear(c[1]) + 0.0722*linear(c[2])
}

func linear(channel uint8) float64 {
	v := float64(channel) / 255
	if v <= 0.04045 {
		return v / 12.92
	}
	return math.Pow((v+0.055)/1.055, 2.4)
}

// floor cuts a ratio to two digits: 4.499 must not read as 4.50.
func floor(ratio float64) float64 { return math.Floor(ratio*100) / 100 }
