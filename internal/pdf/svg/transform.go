package svg

import (
	"math"
	"strings"

	"dossier/internal/pdf"
)

var asItIs = pdf.Matrix{1, 0, 0, 1, 0, 0}

func apply(m pdf.Matrix, x, y float64) (float64, float64) {
	return m[0]*x + m[2]*y + m[4], m[1]*x + m[3]*y + m[5]
}

// scale is how much a matrix enlarges: the square root of how much it enlarges
// areas.
func scale(m pdf.Matrix) float64 { return math.Sqrt(math.Abs(m[0]*m[3] - m[1]*m[2])) }

func translation(x, y float64) pdf.Matrix { return pdf.Matrix{1, 0, 0, 1, x, y} }

// transforms reads a transform list, "translate(10 20) rotate(45)". The first of
// the list is the outermost.
func transforms(text string) (pdf.Matrix, bool) {
	m := asItIs
	for rest := strings.TrimSpace(text); rest != "" && rest != "none"; {
		name, after, opened := strings.Cut(rest, "(")
		inside, behind, closed := strings.Cut(after, ")")
		if !opened || !closed {
			return m, false
		}
		next, ok := transform(strings.TrimSpace(name), inside)
		if !ok {
			return m, false
		}
		m = next.Mul(m)
		rest = strings.TrimLeft(behind, " \t\r\n\f,")
	}
	return m, true
}

// transform reads one function of a list. The units of its CSS form, px and deg,
// say nothing that is not meant without them.
func transform(name, inside string) (pdf.Matrix, bool) {
	inside = strings.NewReplacer("px", " ", "deg", " ").Replace(inside)
	a, ok := numbers(inside)
	if !ok || len(a) == 0 {
		return asItIs, false
	}
	build, known := makers[maker{name, len(a)}]
	if !known {
		return asItIs, false
	}
	return build(a), true
}

// maker is a function of a transform list and the number of its arguments.
type maker struct {
	name string
	args int
}

var makers = map[maker]func(a []float64) pdf.Matrix{
	{"matrix", 6}:     func(a []float64) pdf.Matrix { return pdf.Matrix(a) },
	{"translate", 1}:  func(a []float64) pdf.Matrix { return translation(a[0], 0) },
	{"translate", 2}:  func(a []float64) pdf.Matrix { return translation(a[0], a[1]) },
	{"translateX", 1}: func(a []float64) pdf.Matrix { return translation(a[0], 0) },
	{"translateY", 1}: func(a []float64) pdf.Matrix { return translation(0, a[0]) },
	{"scale", 1}:      func(a []float64) pdf.Matrix { return pdf.Matrix{a[0], 0, 0, a[0], 0, 0} },
	{"scale", 2}:      func(a []float64) pdf.Matrix { return pdf.Matrix{a[0], 0, 0, a[1], 0, 0} },
	{"rotate", 1}:     func(a []float64) pdf.Matrix { return rotation(a[0]) },
	{"rotate", 3}:     rotationAbout,
	{"skewX", 1}:      func(a []float64) pdf.Matrix { return pdf.Matrix{1, 0, math.Tan(radians(a[0])), 1, 0, 0} },
	{"skewY", 1}:      func(a []float64) pdf.Matrix { return pdf.Matrix{1, math.Tan(radians(a[0])), 0, 1, 0, 0} },
}

func radians(degrees float64) float64 { return degrees * math.Pi / 180 }

func rotation(degrees float64) pdf.Matrix {
	sin, cos := math.Sincos(radians(degrees))
	return pdf.Matrix{cos, sin, -sin, cos, 0, 0}
}

func rotationAbout(a []float64) pdf.Matrix {
	return translation(-a[1], -a[2]).Mul(rotation(a[0])).Mul(translation(a[1], a[2]))
}
