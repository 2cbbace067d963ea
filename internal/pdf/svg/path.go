package svg

import "strings"

// tracer draws path data (SVG 2, clause 9.3).
type tracer struct {
	*pen
	scanner
	x, y             float64 // where the pen is
	startX, startY   float64 // where the piece began
	handleX, handleY float64 // last control point, for the smooth forms
	last             byte    // command before, as a capital
	open             bool    // the piece has been moved to since the last close
}

// arity is how many numbers a command takes.
var arity = map[byte]int{'M': 2, 'L': 2, 'H': 1, 'V': 1, 'C': 6, 'S': 4, 'Q': 4, 'T': 2, 'A': 7, 'Z': 0}

// data draws path data and tells whether all of it is well formed.
func (p *pen) data(text string) bool {
	t := tracer{pen: p, scanner: scanner{s: text}}
	var command byte
	for t.space(); t.i < len(t.s); t.gap() {
		switch c := t.peek(); {
		case isLetter(c):
			command = c
			t.i++
			t.space()
		case command == 0 || command|0x20 == 'z':
			return false
		}
		if !t.step(command) {
			return false
		}
		command = following(command)
	}
	return true
}

// following is the command that holds when numbers follow without one: after a
// move, lines.
func following(command byte) byte {
	switch command {
	case 'M':
		return 'L'
	case 'm':
		return 'l'
	}
	return command
}

// step reads the numbers of one command and draws it.
func (t *tracer) step(command byte) bool {
	upper := command &^ 0x20
	count, known := arity[upper]
	if !known || t.last == 0 && upper != 'M' {
		return false
	}
	var room [7]float64
	a := room[:count]
	for i := range a {
		if i > 0 {
			t.gap()
		}
		var ok bool
		if upper == 'A' && (i == 3 || i == 4) {
			a[i], ok = t.flag()
		} else {
			a[i], ok = t.number()
		}
		if !ok {
			return false
		}
	}
	if command != upper {
		t.absolute(upper, a)
	}
	t.draw(upper, a)
	t.last = upper
	return t.segments <= maxSegments
}

// absolute makes the numbers of a relative command absolute.
func (t *tracer) absolute(command byte, a []float64) {
	switch command {
	case 'H':
		a[0] += t.x
	case 'V':
		a[0] += t.y
	case 'A':
		a[5] += t.x
		a[6] += t.y
	default:
		for i := 0; i < len(a); i += 2 {
			a[i] += t.x
			a[i+1] += t.y
		}
	}
}

func (t *tracer) draw(command byte, a []float64) {
	if !t.open && command != 'M' && command != 'Z' {
		t.pen.move(t.startX, t.startY)
		t.open = true
	}
	switch command {
	case 'M':
		t.begin(a[0], a[1])
	case 'L':
		t.lineTo(a[0], a[1])
	case 'H':
		t.lineTo(a[0], t.y)
	case 'V':
		t.lineTo(t.x, a[0])
	case 'C':
		t.curveTo(a[0], a[1], a[2], a[3], a[4], a[5])
	case 'S':
		x, y := t.mirrored("CS")
		t.curveTo(x, y, a[0], a[1], a[2], a[3])
	case 'Q':
		t.quadTo(a[0], a[1], a[2], a[3])
	case 'T':
		x, y := t.mirrored("QT")
		t.quadTo(x, y, a[0], a[1])
	case 'A':
		t.pen.arc(ellipseArc{t.x, t.y, a[0], a[1], a[2], a[3] == 1, a[4] == 1, a[5], a[6]})
		t.x, t.y = a[5], a[6]
	case 'Z':
		t.end()
	}
}

func (t *tracer) begin(x, y float64) {
	t.pen.move(x, y)
	t.x, t.y, t.startX, t.startY, t.open = x, y, x, y, true
}

// end closes the piece. The next one begins where it began unless it is moved.
func (t *tracer) end() {
	if t.open {
		t.pen.close()
	}
	t.x, t.y, t.open = t.startX, t.startY, false
}

func (t *tracer) lineTo(x, y float64) {
	t.pen.line(x, y)
	t.x, t.y = x, y
}

func (t *tracer) curveTo(x1, y1, x2, y2, x, y float64) {
	t.pen.curve(x1, y1, x2, y2, x, y)
	t.handleX, t.handleY, t.x, t.y = x2, y2, x, y
}

func (t *tracer) quadTo(x1, y1, x, y float64) {
	t.pen.quad(t.x, t.y, x1, y1, x, y)
	t.handleX, t.handleY, t.x, t.y = x1, y1, x, y
}

// mirrored is the control point of a smooth form: the last one on the other side
// of the point, or the point itself after a command of another kind.
func (t *tracer) mirrored(kinds string) (float64, float64) {
	if strings.IndexByte(kinds, t.last) < 0 {
		return t.x, t.y
	}
	return 2*t.x - t.handleX, 2*t.y - t.handleY
}
