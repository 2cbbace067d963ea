package diag

import "strings"

// Swap is a word of the marked text and the one that was probably meant.
type Swap struct{ Old, New string }

// WithSwap says which word of the marked text should be another one. Correct makes
// the corrected line of it.
func (d Diagnostic) WithSwap(wrong, right string) Diagnostic {
	d.Swap = Swap{wrong, right}
	return d
}

// Correct writes the corrected line of every diagnostic that has a swap and no
// line yet, where the word stands exactly once in the marked text: what was meant
// is then certain. source gives the files of the site. The diagnostics given are
// changed.
func Correct(ds []Diagnostic, source func(file string) ([]byte, error)) {
	files := map[string][]string{}
	for i, d := range ds {
		if d.Swap.Old == "" || d.Fix != "" {
			continue
		}
		lines, known := files[d.Pos.File]
		if !known {
			if data, err := source(d.Pos.File); err == nil {
				lines = linesOf(data)
			}
			files[d.Pos.File] = lines
		}
		if 1 <= d.Pos.Line && d.Pos.Line <= len(lines) && len(lines[d.Pos.Line-1]) <= longest {
			ds[i].Fix = d.corrected(lines[d.Pos.Line-1])
		}
	}
}

// longest is the length, in bytes, of a line that is written out corrected: nobody
// reads a longer one, and each of its mistakes would repeat it.
const longest = 2000

// corrected is the line with the word swapped, empty where that is not certain.
func (d Diagnostic) corrected(line string) string {
	chars := []rune(line)
	from, to := d.Pos.Col-1, d.Pos.EndCol-1
	if from < 0 || to <= from || to > len(chars) {
		return ""
	}
	marked := string(chars[from:to])
	if strings.Count(marked, d.Swap.Old) != 1 {
		return ""
	}
	return string(chars[:from]) + strings.Replace(marked, d.Swap.Old, d.Swap.New, 1) + string(chars[to:])
}

// lineEnds turns every kind of line end into the one that lines are split at.
var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// linesOf splits a file as positions count: without its byte-order mark.
func linesOf(data []byte) []string {
	return strings.Split(lineEnds.Replace(strings.TrimPrefix(string(data), "\uFEFF")), "\n")
}
