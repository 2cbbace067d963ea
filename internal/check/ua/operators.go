package ua

// operator is what an operator of content streams takes and does (ISO 32000-1,
// annex A).
type operator struct {
	// takes has a letter for each operand: n number, N name, S string, A array, P a
	// dictionary or a name. A star is anything.
	takes string
	class class
}

type class uint8

const (
	classOther   class = iota
	classPath          // builds a path or ends it without a mark
	classPaint         // leaves marks
	classState         // graphics state
	classColour        // colours and rendering intents
	classText          // text state and position
	classShow          // shows text
	classMark          // marked content
	classObjects       // XObjects and shadings
)

var operators = map[string]operator{
	"b": {"", classPaint}, "B": {"", classPaint}, "b*": {"", classPaint}, "B*": {"", classPaint},
	"f": {"", classPaint}, "F": {"", classPaint}, "f*": {"", classPaint},
	"s": {"", classPaint}, "S": {"", classPaint},

	"m": {"nn", classPath}, "l": {"nn", classPath}, "c": {"nnnnnn", classPath}, "v": {"nnnn", classPath},
	"y": {"nnnn", classPath}, "h": {"", classPath}, "re": {"nnnn", classPath}, "n": {"", classPath},
	"W": {"", classPath}, "W*": {"", classPath},

	"q": {"", classState}, "Q": {"", classState}, "cm": {"nnnnnn", classState}, "gs": {"N", classState},
	"w": {"n", classOther}, "J": {"n", classOther}, "j": {"n", classOther}, "M": {"n", classOther},
	"d": {"An", classOther}, "i": {"n", classOther}, "ri": {"N", classColour},

	"g": {"n", classColour}, "G": {"n", classColour}, "rg": {"nnn", classColour}, "RG": {"nnn", classColour},
	"k": {"nnnn", classColour}, "K": {"nnnn", classColour}, "cs": {"N", classColour}, "CS": {"N", classColour},
	"sc": {"*", classOther}, "SC": {"*", classOther}, "scn": {"*", classColour}, "SCN": {"*", classColour},

	"BT": {"", classText}, "ET": {"", classText}, "Tf": {"Nn", classText}, "Tc": {"n", classText},
	"Tw": {"n", classText}, "Tz": {"n", classText}, "TL": {"n", classText}, "Tr": {"n", classText},
	"Ts": {"n", classText}, "Td": {"nn", classText}, "TD": {"nn", classText}, "Tm": {"nnnnnn", classText},
	"T*": {"", classText},

	"Tj": {"S", classShow}, "TJ": {"A", classShow}, "'": {"S", classShow}, `"`: {"nnS", classShow},

	"BMC": {"N", classMark}, "BDC": {"NP", classMark}, "EMC": {"", classMark},
	"MP": {"N", classOther}, "DP": {"NP", classOther}, "BX": {"", classOther}, "EX": {"", classOther},

	"Do": {"N", classObjects}, "sh": {"N", classObjects}, "BI": {"", classObjects},
	"d0": {"nn", classOther}, "d1": {"nnnnnn", classOther},
}

// operand is a value before an operator. The parts of an array are operands of
// their own between its brackets.
type operand struct {
	kind tokenKind
	num  float64
	text []byte
	dict *dict
}

// maxOperands bounds the operands of an operator.
const maxOperands = 1 << 16

// fits asks whether operands are what an operator takes.
func (o operator) fits(ops []operand) bool {
	if o.takes == "*" {
		return true
	}
	for i := range len(o.takes) {
		n := fit(o.takes[i], ops)
		if n == 0 {
			return false
		}
		ops = ops[n:]
	}
	return len(ops) == 0
}

// fit is the number of operands that the first value consists of; 0 when it is
// not of the kind.
func fit(kind byte, ops []operand) int {
	if len(ops) == 0 {
		return 0
	}
	switch got := ops[0].kind; kind {
	case 'n':
		if got == tokInt || got == tokReal {
			return 1
		}
	case 'N':
		if got == tokName {
			return 1
		}
	case 'S':
		if got == tokString {
			return 1
		}
	case 'P':
		if got == tokName || got == tokDict {
			return 1
		}
	case 'A':
		if got == tokArray {
			return span(ops)
		}
	}
	return 0
}

// span is the number of operands of an array with its brackets; 0 when it does
// not end.
func span(ops []operand) int {
	depth := 0
	for i := range ops {
		switch ops[i].kind {
		case tokArray:
			depth++
		case tokArrayEnd:
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return 0
}
