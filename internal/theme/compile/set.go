package compile

import (
	"errors"
	"fmt"
	"html/template"
	"maps"
	"slices"
	"strings"
	"text/template/parse"
)

// Set is a set of escaped templates.
type Set struct {
	trees map[string]*parse.Tree
}

// derivedMark parts the name of a template from the context that html/template
// has derived a copy of it for: card$htmltemplate_stateRCDATA_elementTitle.
const derivedMark = "$htmltemplate_"

// maxDerivations is how deep templates may call each other inside of attributes
// and titles; deeper ones are refused when they are compiled.
const maxDerivations = 8

// Escape has html/template escape the named templates and all that they call.
// The given trees stay as they are. It returns the errors of the templates that
// cannot be escaped, which are *template.Error.
//
// What html/template writes into a derived copy cannot be had from it. But it
// uses a template that already has the copy's name, hence the templates are
// escaped again with such copies until no further one is asked for.
func Escape(trees map[string]*parse.Tree, names []string) (*Set, []error) {
	names = slices.DeleteFunc(slices.Clone(names), func(name string) bool { return trees[name] == nil })
	trees = maps.Clone(trees)
	var s *Set
	for range maxDerivations {
		all, set := copied(trees)
		s = all
		if !escapedAtOnce(set, names) {
			s, set = copied(trees)
			if errs := s.escapeEach(set, names); len(errs) > 0 {
				return s, errs
			}
		}
		missing := s.missing()
		if len(missing) == 0 {
			break
		}
		for _, name := range missing {
			original, _, _ := strings.Cut(name, derivedMark)
			trees[name] = trees[original]
		}
	}
	return s, nil
}

// copied makes templates of copies of the trees; html/template writes its
// escapers into them.
func copied(trees map[string]*parse.Tree) (*Set, *template.Template) {
	s, set := &Set{trees: map[string]*parse.Tree{}}, template.New("")
	for name, tree := range trees {
		own := tree.Copy()
		own.Name = name
		// There is no error before the first execution.
		if _, err := set.AddParseTree(name, own); err == nil {
			s.trees[name] = own
		}
	}
	return s, set
}

// escapedAtOnce escapes the templates by way of one that calls all of them: for
// each that it is asked for, html/template goes through all that there are. It
// reports whether they were escaped as they are one by one, each beginning and
// ending in the text of a page.
func escapedAtOnce(set *template.Template, names []string) bool {
	if len(names) == 0 {
		return true
	}
	var text strings.Builder
	for _, name := range names {
		fmt.Fprintf(&text, "{{template %q}}", name)
	}
	all, err := set.New(derivedMark).Parse(text.String())
	if err != nil || !escaped(all) {
		return false
	}
	ok := true
	eachCall(all.Tree.Root, func(name string) { ok = ok && !strings.Contains(name, derivedMark) })
	return ok
}

// escapeEach escapes the templates one by one and drops those that cannot be.
func (s *Set) escapeEach(set *template.Template, names []string) []error {
	var errs []error
	for _, name := range names {
		var bad *template.Error
		if err := set.Lookup(name).Execute(closed{}, nil); errors.As(err, &bad) {
			errs = append(errs, bad)
			delete(s.trees, name)
		}
	}
	return errs
}

// escaped escapes a template. This comes before the first byte is written, and
// none can be.
func escaped(t *template.Template) bool {
	var bad *template.Error
	return !errors.As(t.Execute(closed{}, nil), &bad)
}

// missing are the derived templates that are called and that the set has not.
func (s *Set) missing() []string {
	names := map[string]bool{}
	for _, tree := range s.trees {
		eachCall(tree.Root, func(name string) {
			if s.trees[name] == nil && strings.Contains(name, derivedMark) {
				names[name] = true
			}
		})
	}
	return slices.Sorted(maps.Keys(names))
}

// eachCall visits the names of the templates that are called below a list.
func eachCall(l *parse.ListNode, visit func(name string)) {
	if l == nil {
		return
	}
	for _, n := range l.Nodes {
		switch n := n.(type) {
		case *parse.TemplateNode:
			visit(n.Name)
		case *parse.IfNode:
			eachCall(n.List, visit)
			eachCall(n.ElseList, visit)
		case *parse.WithNode:
			eachCall(n.List, visit)
			eachCall(n.ElseList, visit)
		case *parse.RangeNode:
			eachCall(n.List, visit)
			eachCall(n.ElseList, visit)
		}
	}
}

// closed is a writer that takes nothing.
type closed struct{}

func (closed) Write([]byte) (int, error) { return 0, errors.ErrUnsupported }
