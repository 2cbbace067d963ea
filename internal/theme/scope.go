package theme

import (
	"reflect"
	"slices"
	"strings"
	"text/template/parse"

	"dossier/internal/diag"
)

// declare returns the scope with one variable more.
func (s scope) declare(name string, typ reflect.Type) scope {
	s.vars = append(slices.Clip(s.vars), variable{name, typ})
	s.guards = slices.DeleteFunc(slices.Clone(s.guards), func(g string) bool { return g == name || strings.HasPrefix(g, name+".") })
	return s
}

// lookup finds a variable; the parser has refused undeclared ones.
func (s scope) lookup(name string) reflect.Type {
	for _, v := range slices.Backward(s.vars) {
		if v.name == name {
			return v.typ
		}
	}
	return nil
}

// moved returns the scope with another dot, which is known to be there.
func (s scope) moved(dot reflect.Type) scope {
	s.dot, s.inside = dot, true
	s.guards = slices.DeleteFunc(slices.Clone(s.guards), func(g string) bool { return strings.HasPrefix(g, ".") })
	s.guards = append(s.guards, ".")
	return s
}

func (s scope) guarded(proven []string) scope {
	s.guards = slices.Clip(s.guards)
	for _, path := range proven {
		s.guards = append(s.guards, path)
		if other, ok := s.otherName(path); ok {
			s.guards = append(s.guards, other)
		}
	}
	return s
}

// otherName is the second name that a value has as long as dot is still $.
func (s scope) otherName(path string) (string, bool) {
	if s.inside {
		return "", false
	}
	if rest, ok := strings.CutPrefix(path, "$."); ok {
		return "." + rest, true
	}
	return "$" + strings.TrimSuffix(path, "."), path[0] == '.'
}

// provenBy returns the values that are there when the condition holds, or when
// it does not.
func provenBy(p *parse.PipeNode, holds bool) []string {
	var proven []string
	if len(p.Cmds) == 1 {
		proven = provenByCommand(p.Cmds[0], holds)
	}
	if holds {
		for _, v := range p.Decl {
			proven = append(proven, v.Ident[0])
		}
	}
	return proven
}

func provenByCommand(cmd *parse.CommandNode, holds bool) []string {
	f, ok := cmd.Args[0].(*parse.IdentifierNode)
	if !ok {
		return provenByValue(cmd.Args[0], holds)
	}
	var proven []string
	switch {
	case f.Ident == "not" && len(cmd.Args) == 2:
		return provenByValue(cmd.Args[1], !holds)
	case f.Ident == "and" && holds, f.Ident == "or" && !holds:
		for _, arg := range cmd.Args[1:] {
			proven = append(proven, provenByValue(arg, holds)...)
		}
	}
	return proven
}

func provenByValue(n parse.Node, holds bool) []string {
	if p, ok := n.(*parse.PipeNode); ok {
		return provenBy(p, holds)
	}
	if path := pathOf(n); path != "" && holds {
		return []string{path}
	}
	return nil
}

// pathOf names a value for guards; other expressions have none.
func pathOf(n parse.Node) string {
	switch n := n.(type) {
	case *parse.DotNode, *parse.FieldNode, *parse.VariableNode:
		return n.String()
	case *parse.PipeNode:
		if len(n.Decl) == 0 && len(n.Cmds) == 1 && len(n.Cmds[0].Args) == 1 {
			return pathOf(n.Cmds[0].Args[0])
		}
	}
	return ""
}

// at returns the place of a node.
func (s scope) at(n parse.Node) diag.Pos {
	return s.from.at(start(n), len(text(n)))
}

// atField returns the place of one name in a chain such as .Image.Alt.
func (s scope) atField(n parse.Node, names []string, i int) diag.Pos {
	from := start(n)
	if c, ok := n.(*parse.ChainNode); ok {
		from = int(c.Position())
	}
	for _, before := range names[:i] {
		from += len(before) + len(".")
	}
	if _, ok := n.(*parse.VariableNode); ok {
		return s.from.at(from, len(names[i]))
	}
	return s.from.at(from+len("."), len(names[i]))
}

// start is the offset of a node's first character. The parser gives a chain of
// names the place of its second name.
func start(n parse.Node) int {
	at := int(n.Position())
	switch n := n.(type) {
	case *parse.FieldNode:
		if len(n.Ident) > 1 {
			at -= len(".") + len(n.Ident[0])
		}
	case *parse.VariableNode:
		if len(n.Ident) > 1 {
			at -= len(n.Ident[0])
		}
	case *parse.PipeNode:
		return start(n.Cmds[0])
	case *parse.CommandNode:
		return start(n.Args[0])
	}
	return at
}

// text is a node as it stands in the template, but for spaces.
func text(n parse.Node) string {
	if t, ok := n.(*parse.TemplateNode); ok {
		return `"` + t.Name + `"`
	}
	return n.String()
}
