package check

import (
	"bytes"
	"cmp"
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

// sheet is all style sheets of the site together, as far as colours go.
type sheet struct {
	rules []rule
	vars  [2]map[string]string // custom properties of the whole page, in light and dark
}

// rule is a rule with the colours that it sets, as they are written.
type rule struct {
	file         string
	selectors    []string
	text, ground string
	holds        [2]bool // in light and dark
	fixed        bool    // it asks for the light scheme
}

// whole holds for a rule about the whole page.
func (r rule) whole() bool {
	return slices.ContainsFunc(r.selectors, func(one string) bool { return slices.Contains([]string{":root", "html", "body"}, one) })
}

// styles judges the text colours of all style sheets in light and dark scheme,
// each against the ground of its own rule, else of a rule for the same elements,
// else of the page. Colours that are not written in digits are passed over.
func styles(files map[string][]byte) []diag.Diagnostic {
	s := &sheet{vars: [2]map[string]string{{}, {}}}
	for _, file := range slices.Sorted(maps.Keys(files)) {
		if strings.HasSuffix(file, ".css") {
			s.read(file, files[file])
		}
	}
	var diags []diag.Diagnostic
	for scheme, name := range []string{"light", "dark"} {
		page := s.page(scheme)
		for _, r := range s.rules {
			if r.holds[scheme] && (r.text != "" || r.ground != "") {
				diags = append(diags, s.judge(r, scheme, name, page)...)
			}
		}
	}
	return diags
}

// judge compares one rule's text with its ground.
func (s *sheet) judge(r rule, scheme int, name string, page rule) []diag.Diagnostic {
	at := scheme
	if r.fixed {
		at = 0
	}
	for _, one := range r.selectors {
		if drawn(one) {
			continue
		}
		own := s.completed(r, one, scheme, page)
		front, known := s.colour(own.text, at)
		back, both := s.colour(own.ground, at)
		if ratio := contrast(front, back); known && both && ratio < minContrast {
			return []diag.Diagnostic{onPage(r.file, "low-contrast.style", one, front.String(), back.String(), fmt.Sprintf("%.2f", ratio), diag.Term("scheme."+name))}
		}
	}
	return nil
}

// drawn holds for what has no text of its own.
func drawn(selector string) bool {
	return strings.Contains(selector, "::") || strings.HasSuffix(selector, "img") || strings.HasSuffix(selector, "svg")
}

// completed puts in the colour that a rule leaves to others: to those for the same
// elements, the closest of them last.
func (s *sheet) completed(r rule, selector string, scheme int, page rule) rule {
	other := page
	wanted := simple(selector)
	closest := 0
	for _, o := range s.rules {
		for _, one := range o.selectors {
			own := simple(one)
			if !o.holds[scheme] || len(own) < closest || !within(own, wanted) {
				continue
			}
			if o.text != "" && r.text == "" {
				other.text, closest = o.text, len(own)
			}
			if o.ground != "" && r.ground == "" {
				other.ground, closest = o.ground, len(own)
			}
		}
	}
	r.text, r.ground = cmp.Or(r.text, other.text), cmp.Or(r.ground, other.ground)
	return r
}

// simple takes the last part of a selector apart: “.menu a:hover” is about a and
// :hover.
func simple(selector string) []string {
	if at := strings.LastIndexAny(selector, " >+~"); at >= 0 {
		selector = selector[at+1:]
	}
	var all []string
	from := 0
	for i, c := range selector {
		if i > from && (c == '.' || c == ':' || c == '#' || c == '[') {
			all, from = append(all, selector[from:i]), i
		}
	}
	return append(all, selector[from:])
}

func within(some, all []string) bool {
	return !slices.ContainsFunc(some, func(one string) bool { return !slices.Contains(all, one) })
}

// page is the text colour and the ground of the whole page; black on white where
// nothing is said (the initial values).
func (s *sheet) page(scheme int) rule {
	page := rule{text: "#000", ground: "#fff"}
	for _, r := range s.rules {
		if r.whole() && r.holds[scheme] {
			page.text, page.ground = cmp.Or(r.text, page.text), cmp.Or(r.ground, page.ground)
		}
	}
	return page
}

// read collects the rules and custom properties of a style sheet. What is for other media than
// screens, and what stands where a reader has chosen colours, is left out.
func (s *sheet) read(file string, data []byte) {
	p := css.NewParser(tdewolff.NewInputBytes(bytes.Clone(data)), false)
	var media []string
	var now rule
	for {
		kind, _, name := p.Next()
		switch kind {
		case css.ErrorGrammar:
			return
		case css.BeginAtRuleGrammar:
			media = append(media, string(name)+joined(p.Values()))
		case css.EndAtRuleGrammar:
			media = media[:max(len(media)-1, 0)]
		case css.QualifiedRuleGrammar:
			now.selectors = append(now.selectors, parts(joined(p.Values()))...)
		case css.BeginRulesetGrammar:
			now.selectors = append(now.selectors, parts(joined(p.Values()))...)
			now.file, now.holds = file, schemes(media)
		case css.DeclarationGrammar, css.CustomPropertyGrammar:
			s.declare(&now, string(name), strings.TrimSpace(joined(p.Values())))
		case css.EndRulesetGrammar:
			s.rules, now = append(s.rules, now), rule{}
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

// schemes says in which schemes rules hold that stand in these media queries.
func schemes(media []string) [2]bool {
	holds := [2]bool{true, true}
	for _, m := range media {
		m = strings.ReplaceAll(m, " ", "")
		switch {
		case strings.Contains(m, "print"), strings.Contains(m, "forced-colors"), strings.Contains(m, "prefers-contrast"):
			holds = [2]bool{}
		case strings.Contains(m, "prefers-color-scheme:dark"):
			holds[0] = false
		case strings.Contains(m, "prefers-color-scheme:light"):
			holds[1] = false
		}
	}
	return holds
}

func (s *sheet) declare(r *rule, name, value string) {
	switch {
	case strings.HasPrefix(name, "--") && r.whole():
		for i, holds := range r.holds {
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
	return name, parts(strings.TrimSuffix(rest, ")")), true
}

// parts are the members of a list that commas divide, but for those in brackets.
func parts(text string) []string {
	var all []string
	depth, from := 0, 0
	for i, c := range text {
		switch {
		case c == '(':
			depth++
		case c == ')':
			depth--
		case c == ',' && depth == 0:
			all, from = append(all, strings.TrimSpace(text[from:i])), i+1
		}
	}
	return append(all, strings.TrimSpace(text[from:]))
}
