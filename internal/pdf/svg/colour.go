package svg

import (
	"math"
	"strconv"
	"strings"

	"golang.org/x/image/colornames"

	"dossier/internal/pdf"
)

// ink is the colour that currentColor stands for where nothing sets it: the
// colour of text.
var ink = tint{pdf.Colour{R: 0x17, G: 0x21, B: 0x2f}, 1}

// tint is a colour and how much of it there is, from 0 to 1.
type tint struct {
	pdf.Colour
	alpha float64
}

// onWhite is what a tint looks like on white paper.
func (t tint) onWhite(opacity float64) pdf.Colour {
	share := t.alpha * opacity
	mix := func(c uint8) uint8 { return uint8(math.Round(255 - (255-float64(c))*share)) }
	return pdf.Colour{R: mix(t.R), G: mix(t.G), B: mix(t.B)}
}

// paint is what a fill or stroke is done with.
type paint struct {
	kind paintKind
	tint tint // of a plain paint
}

type paintKind uint8

const (
	noPaint paintKind = iota
	plain
	current // currentColor, whatever it is where the shape stands
)

// readPaint reads the value of fill or stroke.
func readPaint(text string) (paint, bool) {
	switch strings.ToLower(text) {
	case "none":
		return paint{}, true
	case "currentcolor":
		return paint{kind: current}, true
	}
	t, ok := readTint(text)
	return paint{plain, t}, ok
}

// readTint reads a colour: a name, #rgb, #rrggbb, rgb() or one of these with
// alpha (CSS Color 4).
func readTint(text string) (tint, bool) {
	text = strings.ToLower(text)
	if digits, ok := strings.CutPrefix(text, "#"); ok {
		return hexTint(digits)
	}
	if inside, ok := strings.CutSuffix(text, ")"); ok {
		return rgbTint(inside)
	}
	switch text {
	case "transparent":
		return tint{}, true
	case "rebeccapurple":
		return tint{pdf.Colour{R: 0x66, G: 0x33, B: 0x99}, 1}, true
	}
	c, known := colornames.Map[text]
	return tint{pdf.Colour{R: c.R, G: c.G, B: c.B}, 1}, known
}

func hexTint(digits string) (tint, bool) {
	if len(digits) == 3 || len(digits) == 4 {
		var b strings.Builder
		for i := range len(digits) {
			b.WriteByte(digits[i])
			b.WriteByte(digits[i])
		}
		digits = b.String()
	}
	if len(digits) == 6 {
		digits += "ff"
	}
	n, err := strconv.ParseUint(digits, 16, 32)
	if err != nil || len(digits) != 8 {
		return tint{}, false
	}
	return tint{pdf.Colour{R: uint8(n >> 24), G: uint8(n >> 16), B: uint8(n >> 8)}, float64(n&0xff) / 255}, true
}

// rgbTint reads rgb( or rgba( with its arguments, with commas or without.
func rgbTint(text string) (tint, bool) {
	name, inside, _ := strings.Cut(text, "(")
	args := strings.FieldsFunc(inside, func(r rune) bool { return strings.ContainsRune(" ,/\t\r\n", r) })
	if name != "rgb" && name != "rgba" || len(args) != 3 && len(args) != 4 {
		return tint{}, false
	}
	var rgb [3]uint8
	for i := range rgb {
		f, ok := ratio(args[i], 255)
		if !ok {
			return tint{}, false
		}
		rgb[i] = uint8(math.Round(f * 255))
	}
	alpha, ok := 1.0, true
	if len(args) == 4 {
		alpha, ok = ratio(args[3], 1)
	}
	return tint{pdf.Colour{R: rgb[0], G: rgb[1], B: rgb[2]}, alpha}, ok
}

// ratio reads a number or percentage as a share of the whole, from 0 to 1.
func ratio(text string, whole float64) (float64, bool) {
	s := scanner{s: text}
	f, ok := s.number()
	if !ok {
		return 0, false
	}
	switch s.s[s.i:] {
	case "":
		f /= whole
	case "%":
		f /= 100
	default:
		return 0, false
	}
	return min(max(f, 0), 1), true
}
