package theme

import (
	"regexp"
	"slices"
	"strings"
	"text/template/parse"

	"dossier/internal/diag"
	"dossier/internal/memo"
	"dossier/internal/pattern"
)

// source is a parsed template.
type source struct {
	file
	name string // as a partial is called ("card"), or layouts/<kind>.html
	kind string // of a layout
	tree *parse.Tree
	uses uses
	sum  memo.Key // of its bytes
}

// sources are the templates by name.
type sources map[string]*source

const (
	layoutFolder  = "layouts/"
	partialFolder = "layouts/partials/"
	templateType  = ".html"
)

func layoutName(kind string) string { return layoutFolder + kind + templateType }

// parseAll reads every template; those with a mistake are reported and left out
// of use, but stay known by name.
func parseAll(all files) (sources, []diag.Diagnostic) {
	set := sources{}
	var ds []diag.Diagnostic
	for _, f := range all.below(layoutFolder, templateType) {
		s := newSource(f)
		set[s.name] = s
		if d, bad := s.parse(); bad {
			ds = append(ds, d)
			continue
		}
		s.uses = usesOf(s.tree)
	}
	return set, ds
}

// reach parses a layout of a theme without mistakes, and what it leads to.
func (s stock) reach(layout string) sources {
	set, seen := sources{}, map[string]bool{}
	var follow func(name string)
	follow = func(name string) {
		if seen[name] {
			return
		}
		seen[name] = true
		f, ok := s.file(name)
		from := newSource(f)
		if _, bad := from.parse(); bad || !ok {
			return
		}
		set[from.name], from.uses = from, usesOf(from.tree)
		for _, p := range from.uses.partials {
			follow(partialFolder + p.Name + templateType)
		}
	}
	follow(layout)
	return set
}

func newSource(f file) *source {
	short := strings.TrimSuffix(f.name, templateType)
	s := &source{file: f, sum: f.digest()}
	if partial, ok := strings.CutPrefix(short, partialFolder); ok {
		s.name = partial
	} else {
		s.name, s.kind = f.name, strings.TrimPrefix(short, layoutFolder)
	}
	return s
}

func (s *source) parse() (diag.Diagnostic, bool) {
	text := string(s.data)
	trees, err := parseText(s.name, text)
	if err != nil {
		return s.syntax(text, err), true
	}
	if d, bad := s.defined(text, trees); bad {
		return d, true
	}
	s.tree = trees[s.name]
	return diag.Diagnostic{}, false
}

// defined refuses templates inside a template.
func (s *source) defined(text string, trees map[string]*parse.Tree) (diag.Diagnostic, bool) {
	if len(trees) == 1 {
		return diag.Diagnostic{}, false
	}
	i := slices.IndexFunc(actions(text), func(a action) bool { return a.word == "define" || a.word == "block" })
	if i < 0 {
		return diag.Diagnostic{}, false
	}
	a := actions(text)[i]
	d := diag.At(s.at(a.start, a.len()), "template-syntax.define", a.word)
	return d.WithHint("hint.theme-define"), true
}

// parseText leaves unknown functions to the checker, which finds all of them.
func parseText(name, text string) (map[string]*parse.Tree, error) {
	trees := map[string]*parse.Tree{}
	tree := parse.New(name)
	tree.Mode = parse.SkipFuncCheck
	tree, err := tree.Parse(text, "", "", trees)
	trees[name] = tree // the parser leaves empty ones out
	return trees, err
}

// syntax turns the parser's error into a diagnostic. The parser names a line at
// best, and for a missing end the last one: the true place is that of the first
// action with which the text before it no longer parses, or of the action that
// opened what is not closed.
func (s *source) syntax(text string, err error) diag.Diagnostic {
	var open []action
	for _, a := range actions(text) {
		if a.end < 0 {
			return diag.At(s.at(a.start, len("{{")), "template-syntax.action").WithHint("hint.theme-close-action")
		}
		if _, err := parseText(s.name, text[:a.end]); err != nil && !unfinished(err) {
			return diag.At(s.at(a.start, a.len()), "template-syntax", reason(err))
		}
		open = a.nest(open)
	}
	if len(open) > 0 {
		a := open[len(open)-1]
		return diag.At(s.at(a.start, a.len()), "template-syntax.unclosed", a.word).WithHint("hint.theme-end", "{{end}}")
	}
	return diag.At(s.whole(), "template-syntax", reason(err))
}

func unfinished(err error) bool { return strings.Contains(err.Error(), "unexpected EOF") }

// placeOfError is what the parser puts in front of its sentences.
var placeOfError = pattern.New(`^template: [^:]*:\d+: `)

func reason(err error) string { return placeOfError.Compiled().ReplaceAllString(err.Error(), "") }

// action is a {{…}} of a template's text.
type action struct {
	start, end int // end is -1 when it is not closed
	word       string
}

func (a action) len() int { return a.end - a.start }

// nest returns the open blocks after the action.
func (a action) nest(open []action) []action {
	switch a.word {
	case "if", "range", "with", "block", "define":
		return append(open, a)
	case "end":
		return open[:max(0, len(open)-1)]
	}
	return open
}

// actions finds the actions of a text, complete or not.
func actions(text string) []action {
	var found []action
	for from := 0; ; {
		i := strings.Index(text[from:], "{{")
		if i < 0 {
			return found
		}
		a := action{start: from + i, end: -1}
		length, closed := actionLength(text[a.start:])
		if !closed {
			return append(found, a)
		}
		a.end = a.start + length
		a.word = firstWord(text[a.start:a.end])
		found = append(found, a)
		from = a.end
	}
}

var (
	// token is what may stand in an action, whole quotations and comments first.
	token = regexp.MustCompile("(?s)^(?:/\\*.*?\\*/|\"(?:[^\"\\\\\n]|\\\\.)*\"|`[^`]*`|'(?:[^'\\\\\n]|\\\\.)*'|[^\"`'])")
	word  = regexp.MustCompile(`^\{\{(?:- )?\s*([a-z]+)`)
)

func actionLength(text string) (length int, closed bool) {
	for at := len("{{"); at < len(text); {
		if strings.HasPrefix(text[at:], "}}") {
			return at + len("}}"), true
		}
		n := len(token.FindString(text[at:]))
		if n == 0 {
			break
		}
		at += n
	}
	return 0, false
}

func firstWord(text string) string {
	if m := word.FindStringSubmatch(text); m != nil {
		return m[1]
	}
	return ""
}
