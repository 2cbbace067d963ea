package diag

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// Printer writes diagnostics for people, each with the line it is about.
type Printer struct {
	Lang   Lang
	Color  bool                             // ANSI colours
	Source func(file string) ([]byte, bool) // may be nil: no lines are shown
}

// Text writes the diagnostics in their order, at most limit of them (0: all), and
// says how many are left. Where there are too many, warnings give way to errors.
// The slice is not changed.
func (p Printer) Text(w io.Writer, ds []Diagnostic, limit int) {
	ds = Sort(slices.Clone(ds))
	shown := ds
	if limit > 0 && len(ds) > limit {
		shown = weightiest(ds, limit)
	}
	s := sheet{Printer: p, files: map[string][]string{}}
	for _, d := range shown {
		s.diagnostic(d)
	}
	if rest := len(ds) - len(shown); rest > 0 {
		s.writeln(Message{Key: "see.more", Args: []any{rest}}.In(p.Lang))
	}
	io.WriteString(w, s.text.String())
}

// Summary writes one line that counts errors and warnings; nothing when there
// are none.
func (p Printer) Summary(w io.Writer, errors, warnings int) {
	var parts []Counted
	if errors > 0 {
		parts = append(parts, Counted{errors, "error"})
	}
	if warnings > 0 {
		parts = append(parts, Counted{warnings, "warning"})
	}
	if len(parts) > 0 {
		fmt.Fprintln(w, Joined(parts).In(p.Lang))
	}
}

// weightiest keeps n diagnostics in their order: errors as far as there are, then
// warnings.
func weightiest(ds []Diagnostic, n int) []Diagnostic {
	errors, _ := Count(ds)
	room := map[Severity]int{Error: min(errors, n), Warning: max(0, n-errors)}
	var kept []Diagnostic
	for _, d := range ds {
		if room[d.Severity] > 0 {
			room[d.Severity]--
			kept = append(kept, d)
		}
	}
	return kept
}

// sheet is a text in the making. It splits each file into lines once.
type sheet struct {
	Printer
	text  strings.Builder
	files map[string][]string
}

// writeln writes the parts that are not empty, a space between them.
func (s *sheet) writeln(parts ...string) {
	parts = slices.DeleteFunc(parts, func(p string) bool { return p == "" })
	s.text.WriteString(strings.Join(parts, " "))
	s.text.WriteByte('\n')
}

func (s *sheet) diagnostic(d Diagnostic) {
	severity := Term(d.Severity.String()).in(s.Lang) + ":"
	s.writeln(s.paint(bold, visible(place(d.Pos))), s.paint(hue(d), severity),
		visible(d.Message.In(s.Lang)), s.paint(faint, "["+d.ID+"]"))
	s.excerpt(d)
	for _, r := range d.Related {
		s.writeln(" ", Term("note").in(s.Lang)+":", visible(place(r.Pos)), visible(r.Message.In(s.Lang)))
	}
	if d.Fix != "" {
		fix, _, _ := mark(d.Fix, max(d.Pos.Col, 1), d.Pos.EndCol)
		s.writeln(" ", Term("fix").in(s.Lang)+":", fix)
	}
}

// excerpt shows the line with carets under the marked part and the hint behind
// them; the hint by itself where there is nothing to mark.
func (s *sheet) excerpt(d Diagnostic) {
	hint := visible(d.Hint.In(s.Lang))
	line, found := s.line(d.Pos)
	if found {
		if d.ID == "credential" {
			line = withoutValue(line, d.Pos)
		}
		number := strconv.Itoa(d.Pos.Line)
		shown, lead, carets := mark(line, d.Pos.Col, d.Pos.EndCol)
		s.writeln(" ", number, "|", shown)
		if carets != "" {
			s.writeln(" ", strings.Repeat(" ", len(number)), "|", lead+s.paint(hue(d), carets), hint)
			return
		}
	}
	if hint != "" {
		s.writeln("  =", hint)
	}
}

// withoutValue cuts a line behind the marked name of a field: what follows is a
// secret, and the logs of builds are often public.
func withoutValue(line string, p Pos) string {
	chars := []rune(line)
	if p.EndCol < 1 || p.EndCol > len(chars) {
		return ""
	}
	return string(chars[:p.EndCol-1]) + ": …"
}

func (s *sheet) line(p Pos) (string, bool) {
	if p.Line < 1 || s.Source == nil {
		return "", false
	}
	lines, known := s.files[p.File]
	if !known {
		if data, ok := s.Source(p.File); ok {
			lines = linesOf(data)
		}
		s.files[p.File] = lines
	}
	if p.Line > len(lines) {
		return "", false
	}
	return lines[p.Line-1], true
}

// place writes a position as editors and terminals understand it: "file:7:3:".
// Without a file it is empty.
func place(p Pos) string {
	switch {
	case p.File == "":
		return ""
	case p.Line == 0:
		return p.File + ":"
	case p.Col == 0:
		return fmt.Sprintf("%s:%d:", p.File, p.Line)
	}
	return fmt.Sprintf("%s:%d:%d:", p.File, p.Line, p.Col)
}

// The codes of ANSI terminals (ECMA-48, SGR) for what stands out.
const (
	bold   = "1"
	faint  = "2"
	red    = "1;31"
	yellow = "1;33"
)

func hue(d Diagnostic) string {
	if d.Severity == Warning {
		return yellow
	}
	return red
}

func (s *sheet) paint(code, text string) string {
	if !s.Color || text == "" {
		return text
	}
	return "\x1b[" + code + "m" + text + "\x1b[0m"
}
