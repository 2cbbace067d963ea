package svg

import (
	"slices"
	"strings"
)

// rule is one selector of a style sheet with its declarations.
type rule struct {
	element      string // any when empty
	ids, classes []string
	root         bool
	declarations []declaration
}

// weight orders rules: ids count before classes before elements (Selectors 4,
// clause 17).
func (r rule) weight() int {
	w := 10_000*len(r.ids) + 10*len(r.classes)
	if r.root {
		w += 10
	}
	if r.element != "" {
		w++
	}
	return w
}

// identity is what selectors can ask of an element.
type identity struct {
	element, id string
	classes     []string
	root        bool
}

func (r rule) matches(who identity) bool {
	if r.element != "" && r.element != who.element || r.root && !who.root {
		return false
	}
	for _, id := range r.ids {
		if who.id != id {
			return false
		}
	}
	for _, class := range r.classes {
		if !slices.Contains(who.classes, class) {
			return false
		}
	}
	return true
}

// stylesheet reads all <style> elements into rules, the strongest last.
func (doc *document) stylesheet() ([]rule, error) {
	var rules []rule
	for _, n := range doc.styles {
		if kind := n.attr("type"); kind != "" && kind != "text/css" {
			return nil, refuseValue(n, "<style> type", kind)
		}
		r := sheetReader{text: withoutComments(n.content()), line: n.line}
		if len(n.children) > 0 {
			r.line = n.children[0].line
		}
		found, err := r.rules()
		if err != nil {
			return nil, err
		}
		rules = append(rules, found...)
	}
	slices.SortStableFunc(rules, func(a, b rule) int { return a.weight() - b.weight() })
	return rules, nil
}

// withoutComments blanks comments out; lines stay lines.
func withoutComments(text string) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(text, "/*")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		comment, after, _ := strings.Cut(rest, "*/")
		b.WriteString(" " + strings.Repeat("\n", strings.Count(comment, "\n")))
		text = after
	}
}

// sheetReader walks over a style sheet.
type sheetReader struct {
	text string
	i    int
	line int
}

func (r *sheetReader) refuse(what string) error { return &Refusal{r.line, what} }

// skip passes over n bytes and counts their lines.
func (r *sheetReader) skip(n int) string {
	passed := r.text[r.i : r.i+n]
	r.line += strings.Count(passed, "\n")
	r.i += n
	return passed
}

func (r *sheetReader) space() {
	rest := r.text[r.i:]
	r.skip(len(rest) - len(strings.TrimLeft(rest, " \t\r\n\f")))
}

func (r *sheetReader) rules() ([]rule, error) {
	var rules []rule
	for r.space(); r.i < len(r.text); r.space() {
		if r.text[r.i] == '@' {
			if err := r.atRule(); err != nil {
				return nil, err
			}
			continue
		}
		found, err := r.rule()
		if err != nil {
			return nil, err
		}
		if rules = append(rules, found...); len(rules) > maxElements {
			return nil, r.refuse("size")
		}
	}
	return rules, nil
}

// atRule passes over what has no meaning on paper in the document's own type.
func (r *sheetReader) atRule() error {
	end := strings.IndexAny(r.text[r.i:], "{;")
	if end < 0 {
		return r.refuse("<style>")
	}
	prelude := r.text[r.i : r.i+end]
	name, _, _ := strings.Cut(strings.Join(strings.Fields(prelude), " "), " ")
	night := name == "@media" && strings.Contains(prelude, "prefers-color-scheme")
	if !night && name != "@font-face" && name != "@charset" && name != "@namespace" {
		return r.refuse(short(name))
	}
	closing := end + 1
	if r.text[r.i+end] == '{' {
		closing = block(r.text[r.i:])
	}
	r.skip(closing)
	return nil
}

// block is how long a text is up to the end of its first braces.
func block(text string) int {
	depth := 0
	for i := range len(text) {
		switch text[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return len(text)
}

// rule reads a list of selectors and the declarations that they share.
func (r *sheetReader) rule() ([]rule, error) {
	opening := strings.IndexByte(r.text[r.i:], '{')
	if opening < 0 {
		return nil, r.refuse("<style>")
	}
	length := block(r.text[r.i:])
	body := strings.TrimSuffix(r.text[r.i+opening+1:r.i+length], "}")
	if strings.ContainsAny(body, "{}") {
		return nil, r.refuse("<style>")
	}
	var rules []rule
	shared := declarations(body)
	for selector := range strings.SplitSeq(r.text[r.i:r.i+opening], ",") {
		one, ok := readSelector(strings.TrimSpace(selector))
		if !ok {
			return nil, r.refuse("selector: " + short(selector))
		}
		one.declarations = shared
		rules = append(rules, one)
	}
	r.skip(length)
	return rules, nil
}

// readSelector reads an element with classes and ids; any of the three may be
// missing.
func readSelector(text string) (rule, bool) {
	var r rule
	s := scanner{s: text}
	for first := true; s.i < len(s.s); first = false {
		mark := s.peek()
		if mark == '.' || mark == '#' || mark == ':' || mark == '*' {
			s.i++
		}
		name := s.name()
		switch {
		case mark == '*' && first && name == "":
		case name == "":
			return r, false
		case mark == '.':
			r.classes = append(r.classes, name)
		case mark == '#':
			r.ids = append(r.ids, name)
		case mark == ':' && name == "root":
			r.root = true
		case first && mark != '*' && mark != ':':
			r.element = name
		default:
			return r, false
		}
	}
	return r, text != ""
}

// name reads a CSS identifier without escapes.
func (s *scanner) name() string {
	from := s.i
	for c := s.peek(); isLetter(c) || isDigit(c) || c == '-' || c == '_' || c >= 0x80; c = s.peek() {
		s.i++
	}
	return s.s[from:s.i]
}
