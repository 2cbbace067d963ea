package tree

import (
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"dossier/internal/diag"
	"dossier/internal/pattern"
)

var blockOpening = pattern.New(`^( *).*[:-]\s+[|>][0-9+-]*\s*(#.*)?$`)

// tabs finds the first line that is indented with a tab, which YAML forbids and
// whose message in every library is a riddle. Within a block text a tab behind its
// indentation is text.
func (r *yamlReader) tabs() (diag.Diagnostic, bool) {
	block := -1 // how far in the field stands whose block text this is; none: -1
	for i, line := range r.lines {
		indent := line[:len(line)-len(strings.TrimLeft(line, " \t"))]
		spaces := len(line) - len(strings.TrimLeft(line, " "))
		switch {
		case strings.TrimSpace(line) == "", block >= 0 && spaces > block:
			continue
		}
		block = -1
		if d, found := r.strange(i, line, spaces); found {
			return d, true
		}
		if strings.ContainsAny(line, "|>") { // few lines have one
			if m := blockOpening.FindStringSubmatch(line); m != nil {
				block = len(m[1])
			}
		}
		if at := strings.IndexByte(indent, '\t'); at >= 0 {
			p := diag.Pos{File: r.file, Line: i + 1 + r.offset, Col: at + 1, EndCol: at + 2}
			return diag.At(p, "bad-yaml.tab").WithHint("hint.spaces").
				WithFix(strings.ReplaceAll(indent, "\t", "  ") + strings.TrimLeft(line, " \t")), true
		}
	}
	return diag.Diagnostic{}, false
}

// strange finds a space of another kind before a field, as pasted text brings it:
// it looks like indentation and is none.
func (r *yamlReader) strange(i int, line string, spaces int) (diag.Diagnostic, bool) {
	first, _ := utf8.DecodeRuneInString(line[spaces:])
	if first < utf8.RuneSelf || !unicode.IsSpace(first) && first != '\u200b' {
		return diag.Diagnostic{}, false
	}
	p := diag.Pos{File: r.file, Line: i + 1 + r.offset, Col: spaces + 1, EndCol: spaces + 2}
	rest := strings.TrimLeftFunc(line, func(c rune) bool { return unicode.IsSpace(c) || c == '\u200b' })
	width := utf8.RuneCountInString(line) - utf8.RuneCountInString(rest)
	if i > 0 {
		if above := valueLine.FindString(r.lines[i-1]); above != "" && fieldLine.MatchString(rest) {
			width = len(above) - len(strings.TrimLeft(above, " ")) // a field below one that has its value
		}
	}
	return diag.At(p, "bad-yaml.space").WithHint("hint.retype-spaces").WithFix(strings.Repeat(" ", width) + rest), true
}

// syntax rewords a syntax error. Of the library's only the position is used; the
// cause is read off the line itself.
func (r *yamlReader) syntax(err error) *diag.Diagnostic {
	line, col := r.mark(err)
	at, text := r.suspect(line)
	p := diag.Pos{File: r.file, Line: at + r.offset, Col: col}
	if at != line {
		p.Col = 1
	}
	d := r.cause(p, text)
	return &d
}

// mark is the place of a syntax error in the text. For what was opened and never
// closed it is the opening: the library notices at the end of the text.
func (r *yamlReader) mark(err error) (line, col int) {
	var at *yaml.LoadError
	if !errors.As(err, &at) || at.Mark.Line == 0 {
		return r.control()
	}
	m, opened := at.Mark, at.ContextMark
	if opened.Line > 0 && (strings.HasPrefix(at.ContextMsg, "while scanning") || strings.Contains(at.ContextMsg, "flow")) {
		m = opened
	}
	line = min(m.Line, len(r.lines))
	return line, min(m.Column, utf8.RuneCountInString(r.lines[line-1])+1)
}

// control is the place of the first control character: the one error for which
// the library names no line.
func (r *yamlReader) control() (line, col int) {
	for i, text := range r.lines {
		at := strings.IndexFunc(text, hidden)
		if at >= 0 {
			return i + 1, utf8.RuneCountInString(text[:at]) + 1
		}
	}
	return 1, 1
}

// suspect returns the line to blame: the one named, or the nearest above it that
// shows a known mistake (libraries often notice one line late).
func (r *yamlReader) suspect(line int) (int, string) {
	for i := line; i >= 1 && i >= line-1; i-- {
		text := r.lines[i-1]
		if colonInValue(text) > 0 || openQuote(text) > 0 || smartQuote(text) > 0 || gluedColon.MatchString(text) {
			return i, text
		}
	}
	if first := r.first(); first < line && !strings.Contains(r.lines[first-1], ":") {
		return first, r.lines[first-1] // “title Results”: taken for a text until the next colon
	}
	for i := line; i >= 1; i-- {
		if strings.TrimSpace(r.lines[i-1]) != "" {
			return i, r.lines[i-1]
		}
	}
	return line, r.lines[line-1]
}

// first is the first line that says something, or 1.
func (r *yamlReader) first() int {
	for i, text := range r.lines {
		if text = strings.TrimSpace(text); text != "" && text[0] != '#' {
			return i + 1
		}
	}
	return 1
}

// gluedColon is a field whose value follows the colon at once: title:Results.
var gluedColon = pattern.New(`^(\s*(?:- )?)([A-Za-z][A-Za-z0-9_-]*:)([^\s:/].*)$`)

func (r *yamlReader) cause(p diag.Pos, text string) diag.Diagnostic {
	if at := strings.IndexFunc(text, hidden); at >= 0 {
		p.Col = utf8.RuneCountInString(text[:at]) + 1
		p.EndCol = p.Col + 1
		plain := strings.Map(visible, text)
		return diag.At(p, "bad-yaml.control").WithHint("hint.retype").WithFix(plain)
	}
	if d, found := starred(p, text); found {
		return d
	}
	if m := gluedColon.FindStringSubmatch(text); m != nil {
		p.Col = utf8.RuneCountInString(m[1]) + 1
		p.EndCol = p.Col + len(m[2])
		return diag.At(p, "bad-yaml").WithHint("hint.field-form").WithFix(m[1] + m[2] + " " + m[3])
	}
	if col := smartQuote(text); col > 0 {
		p.Col, p.EndCol = col, col+1
		return diag.At(p, "bad-yaml.smart-quote").WithHint("hint.straight-quotes").
			WithFix(straighten(text))
	}
	if col := colonInValue(text); col > 0 {
		p.Col, p.EndCol = col, col+1
		return diag.At(p, "bad-yaml.colon").WithHint("hint.quote-value").WithFix(quoteValue(text))
	}
	if sign, col := partBracketed(text); col > 0 {
		p.Col, p.EndCol = col, col+1
		return diag.At(p, "bad-yaml.start", sign).WithHint("hint.quote-value").WithFix(quoteValue(text))
	}
	if col, fix := partQuoted(text); col > 0 {
		p.Col, p.EndCol = col, col+1
		return diag.At(p, "bad-yaml.quotes").WithHint("hint.quote-whole").WithFix(fix)
	}
	if col := openQuote(text); col > 0 {
		p.Col, p.EndCol = col, col+1
		return diag.At(p, "bad-yaml.quote").WithHint("hint.close-quote")
	}
	if col, fix := r.overIndented(p.Line-r.offset, text); col > 0 {
		p.Col = col
		return diag.At(p, "bad-yaml.indent").WithHint("hint.align").WithFix(fix)
	}
	if col, fix := r.between(p.Line-r.offset, text); col > 0 {
		p.Col = col
		return diag.At(p, "bad-yaml.between").WithHint("hint.align").WithFix(fix)
	}
	return atSign(p, text)
}

// hidden tells the characters that no editor shows and YAML does not take.
func hidden(c rune) bool { return c != '\t' && unicode.IsControl(c) }

// visible drops a hidden character from a line.
func visible(c rune) rune {
	if hidden(c) {
		return -1
	}
	return c
}

// atSign names the sign that a syntax error is about, where it is one that texts
// often begin with or that opens something.
func atSign(p diag.Pos, text string) diag.Diagnostic {
	chars := []rune(text)
	if p.Col > len(chars) {
		return diag.At(p, "bad-yaml").WithHint("hint.field-form")
	}
	sign, rest := string(chars[p.Col-1]), string(chars[p.Col-1:])
	m := valueLine.FindStringSubmatch(text)
	switch closing := map[string]string{"[": "]", "{": "}"}[sign]; {
	case closing != "" && strings.Count(rest, sign) > strings.Count(rest, closing):
		p.EndCol = p.Col + 1
		return diag.At(p, "bad-yaml.bracket", sign).WithHint("hint.close-bracket", closing)
	case strings.Contains("@`%", sign) && m != nil && m[2] == rest:
		p.EndCol = p.Col + 1
		return diag.At(p, "bad-yaml.start", sign).WithHint("hint.quote-value").WithFix(quoteValue(text))
	}
	return diag.At(p, "bad-yaml").WithHint("hint.field-form")
}

// partQuoted finds a value whose quotation marks enclose only a part of it, or
// end at an apostrophe: 'l'alleanza', "MASP" e gli altri. It returns the column of
// the first mark, and the line as it was meant.
func partQuoted(line string) (col int, fix string) {
	m := valueLine.FindStringSubmatch(line)
	if m == nil || !strings.ContainsAny(m[2][:1], `"'`) {
		return 0, ""
	}
	mark := m[2][:1]
	value := strings.TrimSpace(m[2])
	plain := strings.NewReplacer(`\"`, "", "''", "").Replace(value)
	marks, ends := strings.Count(plain, mark), strings.HasSuffix(plain, mark)
	if marks < 2 || marks == 2 && ends || strings.Contains(value, " #") {
		return 0, ""
	}
	if ends {
		value = value[1 : len(value)-1]
	}
	return utf8.RuneCountInString(m[1]) + 1, m[1] + quoted(value)
}

// starred finds a text that begins with an asterisk: to YAML a reference, to those
// who know Markdown an emphasis.
func starred(p diag.Pos, text string) (diag.Diagnostic, bool) {
	value, ok := strings.CutPrefix(string([]rune(text)[p.Col-1:]), "*")
	if !ok {
		return diag.Diagnostic{}, false
	}
	name, _, more := strings.Cut(value, " ")
	if (more || strings.HasSuffix(value, "*")) && valueLine.MatchString(text) {
		p.EndCol = p.Col + 1
		return diag.At(p, "bad-yaml.start", "*").WithHint("hint.quote-value").WithFix(quoteValue(text)), true
	}
	return diag.At(p, "bad-yaml.alias", name).WithHint("hint.plain-yaml"), true
}

var bracketedStart = pattern.New(`^(?:\[[^\[\]]*\]|\{[^{}]*\})\s*[^\s#,\]}]`)

// partBracketed finds a text that begins with something in brackets: to YAML a
// list that ends too early.
func partBracketed(line string) (sign string, col int) {
	m := valueLine.FindStringSubmatch(line)
	if m == nil || !bracketedStart.MatchString(m[2]) {
		return "", 0
	}
	return m[2][:1], utf8.RuneCountInString(m[1]) + 1
}

var fieldLine = pattern.New(`^(\s*)([A-Za-z0-9_-]+:(\s.*)?)$`)

// overIndented finds a field that stands further in than the one above it, which
// has its value already. It returns the column of the field, and the line as it
// was meant.
func (r *yamlReader) overIndented(line int, text string) (col int, fix string) {
	m := fieldLine.FindStringSubmatch(text)
	if m == nil || line < 2 {
		return 0, ""
	}
	above := valueLine.FindStringSubmatch(r.lines[line-2])
	if above == nil || strings.ContainsAny(above[2][:1], "|>") {
		return 0, ""
	}
	begin := strings.IndexFunc(above[1], func(c rune) bool { return c != ' ' && c != '-' })
	if len(m[1]) <= begin {
		return 0, ""
	}
	return len(m[1]) + 1, strings.Repeat(" ", begin) + m[2]
}

var itemField = pattern.New(`^\s*(?:- )?[A-Za-z0-9_-]+:(?:\s|$)`)

// between finds a field that stands further out than the one above it, and below no
// field before that one either. It returns the column of the field, and the line as
// it was probably meant.
func (r *yamlReader) between(line int, text string) (col int, fix string) {
	m := fieldLine.FindStringSubmatch(text)
	if m == nil {
		return 0, ""
	}
	own, above, outer := len(m[1]), -1, 0
	for i := line - 1; i >= 1; i-- {
		before := r.lines[i-1]
		if strings.TrimSpace(before) == "" {
			continue
		}
		begin := len(before) - len(strings.TrimLeft(before, " -"))
		if begin == own {
			return 0, ""
		}
		if above < 0 && itemField.MatchString(before) {
			above = begin
		} else if above < 0 {
			above = 0 // no field: this one belongs further out
		}
		if len(before)-len(strings.TrimLeft(before, " ")) < own {
			outer = begin
			break
		}
	}
	switch {
	case above > own:
		return own + 1, strings.Repeat(" ", above) + m[2]
	case above == 0 && own > outer:
		return own + 1, strings.Repeat(" ", outer) + m[2]
	}
	return 0, ""
}

var valueLine = pattern.New(`^(\s*(?:- )?[A-Za-z0-9_-]+:\s+)(\S.*)$`)

// colonInValue returns the column of a “: ” inside an unquoted value.
func colonInValue(line string) int {
	m := valueLine.FindStringSubmatch(line)
	if m == nil || strings.ContainsAny(m[2][:1], `"'[{|>`) {
		return 0
	}
	value, _, _ := strings.Cut(m[2], " #")
	at := strings.Index(value+" ", ": ")
	if at < 0 {
		return 0
	}
	return utf8.RuneCountInString(m[1]+m[2][:at]) + 1
}

// quoteValue puts the value of a line in quotes, a comment behind it not.
func quoteValue(line string) string {
	m := valueLine.FindStringSubmatch(line)
	value, comment, commented := strings.Cut(m[2], " #")
	if commented {
		comment = " #" + comment
	}
	return m[1] + quoted(strings.TrimSpace(value)) + comment
}

func quoted(text string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(text) + `"`
}

// openQuote returns the column of a quotation mark that the line never closes.
func openQuote(line string) int {
	m := valueLine.FindStringSubmatch(line)
	if m == nil || !strings.ContainsAny(m[2][:1], `"'`) {
		return 0
	}
	if strings.Count(m[2], m[2][:1])%2 == 0 {
		return 0
	}
	return utf8.RuneCountInString(m[1]) + 1
}

// curly are the typographic marks that editors' programs put for straight ones.
const curly = "“”„‟‘‚"

// smartQuote returns the column of a typographic quotation mark that stands
// where YAML wants a straight one.
func smartQuote(line string) int {
	m := valueLine.FindStringSubmatch(line)
	if m == nil || !strings.ContainsAny(string([]rune(m[2])[:1]), curly) {
		return 0
	}
	return utf8.RuneCountInString(m[1]) + 1
}

// straighten puts straight quotation marks for the typographic ones that enclose a
// value; those inside it are text and stay.
func straighten(line string) string {
	if m := valueLine.FindStringSubmatch(line); m != nil {
		value := []rune(strings.TrimSpace(m[2]))
		last := len(value) - 1
		if last > 0 && strings.ContainsRune(curly, value[0]) && strings.ContainsRune(curly+"’", value[last]) {
			return m[1] + quoted(string(value[1:last]))
		}
	}
	return strings.NewReplacer("“", `"`, "”", `"`, "„", `"`).Replace(line)
}
