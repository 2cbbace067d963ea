package theme

import (
	"reflect"
	"slices"
	"text/template/parse"

	"dossier/internal/diag"
)

// value returns the type of an operand.
func (c *checker) value(n parse.Node, s scope) reflect.Type {
	switch n := n.(type) {
	case *parse.DotNode:
		return s.dot
	case *parse.FieldNode:
		return c.chain(n, s.dot, ".", n.Ident, 0, s)
	case *parse.VariableNode:
		return c.chain(n, s.lookup(n.Ident[0]), n.Ident[0], n.Ident, 1, s)
	case *parse.ChainNode:
		return c.chain(n, c.value(n.Node, s), n.Node.String(), n.Field, 0, s)
	case *parse.PipeNode:
		return c.commands(n, s)
	case *parse.IdentifierNode:
		return c.function(n, nil, nil, s)
	case *parse.StringNode:
		return reflect.TypeFor[string]()
	case *parse.BoolNode:
		return reflect.TypeFor[bool]()
	case *parse.NumberNode:
		return numberType(n)
	}
	return nil
}

func numberType(n *parse.NumberNode) reflect.Type {
	if n.IsInt {
		return reflect.TypeFor[int]()
	}
	return reflect.TypeFor[float64]()
}

// chain follows names from a type. path is what stands before them, so that it
// can be said which optional value needs a condition around it.
func (c *checker) chain(n parse.Node, typ reflect.Type, path string, names []string, from int, s scope) reflect.Type {
	for i := from; i < len(names); i++ {
		if typ == nil {
			return nil
		}
		if optional(typ) && !s.proves(path) {
			c.add(diag.At(s.atField(n, names, i), "template-field.optional", path, names[i]).
				WithHint("hint.theme-with", path))
		}
		next, ok := member(typ, names[i])
		if !ok {
			c.unknownField(n, typ, names, i, s)
			return nil
		}
		typ, path = next, join(path, names[i])
	}
	return typ
}

func join(path, name string) string {
	if path == "." {
		return "." + name
	}
	return path + "." + name
}

func optional(typ reflect.Type) bool { return typ != nil && typ.Kind() == reflect.Pointer }

// proves reports whether the value at a path is known to be there.
func (s scope) proves(path string) bool {
	return slices.Contains(s.guards, path)
}

// member returns the type of a field, or of the result of a method without
// arguments.
func member(typ reflect.Type, name string) (reflect.Type, bool) {
	if m, ok := typ.MethodByName(name); ok && m.Type.NumIn() == 1 && m.Type.NumOut() == 1 {
		return m.Type.Out(0), true
	}
	typ = dereference(typ)
	if typ.Kind() != reflect.Struct {
		return nil, false
	}
	f, ok := typ.FieldByName(name)
	return f.Type, ok && f.IsExported()
}

func dereference(typ reflect.Type) reflect.Type {
	if optional(typ) {
		return typ.Elem()
	}
	return typ
}

func (c *checker) unknownField(n parse.Node, typ reflect.Type, names []string, i int, s scope) {
	pos := s.atField(n, names, i)
	if dereference(typ).Kind() != reflect.Struct {
		c.add(diag.At(pos, "template-field.none", names[i], describe(typ)))
		return
	}
	d := diag.At(pos, "template-field", dereference(typ).Name(), names[i])
	c.add(nearest(d, names[i], members(typ)))
}

// members are the names that a template can write after a value of the type.
func members(typ reflect.Type) []string {
	var names []string
	for m := range typ.NumMethod() {
		names = append(names, typ.Method(m).Name)
	}
	for _, f := range reflect.VisibleFields(dereference(typ)) {
		names = append(names, f.Name)
	}
	return names
}

// printable refuses to write out what is not text.
func (c *checker) printable(p *parse.PipeNode, typ reflect.Type, s scope) {
	if typ != nil && !scalar(typ) {
		c.report(p, s, "template-field.print", p.String(), describe(typ))
	}
}

func scalar(typ reflect.Type) bool {
	switch typ.Kind() {
	case reflect.String, reflect.Bool, reflect.Int, reflect.Float64:
		return true
	}
	return false
}

// condition refuses {{if .Struct}}, which always holds.
func (c *checker) condition(p *parse.PipeNode, typ reflect.Type, s scope) {
	if typ != nil && typ.Kind() == reflect.Struct {
		c.report(p, s, "template-field.condition", p.String(), describe(typ))
	}
}

// describe says in the reader's language what a type is.
func describe(typ reflect.Type) diag.Message {
	switch typ.Kind() {
	case reflect.String:
		return diag.Message{Key: "see.theme-text"}
	case reflect.Bool:
		return diag.Message{Key: "see.theme-bool"}
	case reflect.Int, reflect.Float64:
		return diag.Message{Key: "see.theme-number"}
	case reflect.Slice:
		return diag.Message{Key: "see.theme-list", Args: []any{typ.Elem().Name()}}
	}
	return diag.Message{Key: "see.theme-struct", Args: []any{dereference(typ).Name()}}
}
