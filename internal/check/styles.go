package check

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"

	tdewolff "github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/css"

	"dossier/internal/diag"
)

// minContrast is what text needs (WCAG 2.2, 1.4.3); larger text needs less, but a
// style sheet does not say how large a text will be.
const minContrast = 4.5

// sheet is a style sheet, as far as colours go.
type sheet struct {
	file  string
	rules []rule
	vars  [2]map[string]string // custom properties of the whole page, in light and dark
}

// rule is a rule with the colours that it sets, as they are written.
type rule struct {
	selector     string
	text, ground string
	light, dark  bool // the schemes in which it holds
	whole        bool // it is about the whole page
	fixed        bool // it asks for the light scheme
}

// contrasts judges the text colours of a style sheet in light and dark scheme,
// each against the ground of its own rule, else of the page, and the page's text
// against every ground. Colours that are not written in digits are passed over.
func contrasts(file string, data []byte) []diag.Diagnostic {
	s := readSheet(file, data)
	var diags []diag.Diagnostic
	for i, scheme := range []string{"light", "dark"} {
		text, ground := s.page(i)
		for _, r := range s.rules {
			if i == 0 && !r.light || i == 1 && !r.dark || r.text == "" && r.ground == "" {
				continue
			}
			at := i
			if r.fixed {
				at = 0
			}
			diags = append(diags, s.judge(r, at, scheme, text, ground)...)
		}
	}
	return diags
}

// judge compares one rule's text with its ground.
func (s *sheet) judge(r rule, at int, scheme, text, ground string) []diag.Diagnostic {
	pair := [2]string{text, ground}
	for i, own := range []string{r.text, r.ground} {
		if own != "" {
			pair[i] = own
		}
	}
	front, known := s.colour(pair[0], at)
	back, both := s.colour(pair[1], at)
	if !known || !both {
		return nil
	}
	ratio := contrast(front, back)
	if ratio >= minContrast {
		return nil
	}
	return []diag.Diagnostic{onPage(s.file, "low-contrast.style", r.selector, front.String(), back.String(), fmt.Sprintf("%.2f", ratio), diag.Term("scheme."+scheme))}
}

// page is the text colour and the ground of the whole page; black on white where
// nothing is said (the initial values).
func (s *sheet) page(scheme int) (text, ground string) {
	text, ground = "#000", "#fff"
	for _, r := range s.rules {
		if !r.whole || scheme == 0 && !r.light || scheme == 1 && !r.dark {
			continue
		}
		if r.text != "" {
			text = r.text
		}
		if r.ground != "" {
			ground = r.ground
		}
	}
	return text, ground
}

// readSheet collects rules and custom properties. What is for other media than
// screens, and what stands where a reader has chosen colours, is left out.
func readSheet(file string, data []byte) *sheet {
	s := &sheet{file: file, vars: [2]map[string]string{{}, {}}}
	p := css.NewParser(tdewolff.NewInputBytes(bytes.Clone(data)), false)
	var media []string
	var selector string
	var now rule
	for {
		kind, _, name := p.Next()
		switch kind {
		case css.ErrorGrammar:
			return s
		case css.BeginAtRuleGrammar:
			media = append(media, string(name)+joined(p.Values()))
		case css.EndAtRuleGrammar:
			media = media[:max(len(media)-1, 0)]
		case css.QualifiedRuleGrammar:
			selector += joined(p.Values()) + ", "
		case css.BeginRulesetGrammar:
			now, selector = newRule(selector+joined(p.Values()), media), ""
		case css.DeclarationGrammar, css.CustomPropertyGrammar:
			s.declare(&now, string(name), strings.TrimSpace(joined(p.Values())))
		case css.EndRulesetGrammar:
			if now.light || now.dark {
				s.rules = append(s.rules, now)
			}
			now = rule{}
		}
	}
}

func joined(values []css.Token) string {
	var b strings.Builder
	for _, v := range values {
		b.Write(v.Data)
	}
	return b.String()
}

// newRule says in which schemes a rule holds.
func newRule(selector string, media []string) rule {
	r := rule{selector: selector, light: true, dark: true}
	r.whole = slices.ContainsFunc(strings.Split(selector, ","), func(one string) bool {
		return slices.Contains([]string{":root", "html", "body"}, strings.TrimSpace(one))
	})
	for _, m := range media {
		m = strings.ReplaceAll(m, " ", "")
		switch {
		case strings.Contains(m, "print"), strings.Contains(m, "forced-colors"), strings.Contains(m, "prefers-contrast"):
			r.light, r.dark = false, false
		case strings.Contains(m, "prefers-color-scheme:dark"):
			r.light = false
		case strings.Contains(m, "prefers-color-scheme:light"):
			r.dark = false
		}
	}
	return r
}

func (s *sheet) declare(r *rule, name, value string) {
	switch {
	case strings.HasPrefix(name, "--") && r.whole:
		for i, holds := range []bool{r.light, r.dark} {
			if holds {
				s.vars[i][name] = value
			}
		}
	case name == "color":
		r.text = value
	case name == "background" || name == "background-color":
		r.ground = value
	case name == "color-scheme":
		r.fixed = value == "light"
	}
}

// colour resolves a value in a scheme.
func (s *sheet) colour(value string, scheme int) (rgb, bool) {
	for range 8 { // a variable may name another one, and itself
		value = strings.TrimSpace(value)
		name, args, called := call(value)
		switch {
		case !called:
			return parseColour(value)
		case name == "light-dark" && len(args) == 2:
			value = args[scheme]
		case name == "var" && len(args) > 0:
			given, known := s.vars[scheme][strings.TrimSpace(args[0])]
			if !known && len(args) > 1 {
				given = strings.Join(args[1:], ",")
			}
			value = given
		default:
			return rgb{}, false
		}
	}
	return rgb{}, false
}

// call takes a function's call apart.
func call(value string) (name string, args []string, ok bool) {
	name, rest, ok := strings.Cut(value, "(")
	if !ok || !strings.HasSuffix(rest, ")") {
		return "", nil, false
	}
	rest = strings.TrimSuffix(rest, ")")
	depth, from := 0, 0
	for i, c := range rest {
		switch {
		case c == '(':
			depth++
		case c == ')':
			depth--
		case c == ',' && depth == 0:
			args, from = append(args, rest[from:i]), i+1
		}
	}
	return name, append(args, rest[from:]), depth == 0
}

// styles judges every style sheet among the outputs.
func styles(files map[string][]byte) []diag.Diagnostic {
	var diags []diag.Diagnostic
	for _, file := range slices.Sorted(maps.Keys(files)) {
		if strings.HasSuffix(file, ".css") {
			diags = append(diags, contrasts(file, files[file])...)
		}
	}
	return diags
}
