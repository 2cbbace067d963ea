package theme

import (
	"html/template"
	"maps"
	"reflect"
	"slices"
	"text/template/parse"

	"dossier/internal/diag"
	"dossier/internal/view"
)

// operand is an argument of a function.
type operand struct {
	node parse.Node
	typ  reflect.Type
}

// function says how a template function is called and what it gives.
type function struct {
	min, max int // arguments; max is -1 when there may be any number
	result   func(c *checker, k call) reflect.Type
}

// call is one use of a function.
type call struct {
	name string
	node parse.Node
	args []operand
	s    scope
}

// functionTable returns all functions that templates may call.
func functionTable() map[string]function {
	text, yes, number := reflect.TypeFor[string](), reflect.TypeFor[bool](), reflect.TypeFor[int]()
	return map[string]function{
		"and":     {1, -1, same},
		"or":      {1, -1, same},
		"not":     {1, 1, always(yes)},
		"len":     {1, 1, countable(number)},
		"index":   {2, 2, element},
		"slice":   {1, 3, first},
		"eq":      {2, -1, compared(yes)},
		"ne":      {2, 2, compared(yes)},
		"lt":      {2, 2, compared(yes)},
		"le":      {2, 2, compared(yes)},
		"gt":      {2, 2, compared(yes)},
		"ge":      {2, 2, compared(yes)},
		"print":   {0, -1, printed(text)},
		"println": {0, -1, printed(text)},
		"printf":  {1, -1, printed(text)},
		"t":       {1, -1, message},
		"asset":   {1, 1, asset},
		"inline":  {1, 1, inline},
		"body":    {1, 1, body},
		"jsonld":  {1, 1, jsonld},
		"main":    {0, 0, mainPart},
	}
}

// function checks a call.
func (c *checker) function(f *parse.IdentifierNode, args []parse.Node, last *operand, s scope) reflect.Type {
	k := call{name: f.Ident, node: f, s: s}
	for _, a := range args {
		k.args = append(k.args, operand{a, c.value(a, k.s)})
		if f.Ident == "and" {
			k.s = k.s.guarded(provenByValue(a, true))
		}
	}
	if last != nil {
		k.args = append(k.args, *last)
	}
	known, ok := c.functions[f.Ident]
	if !ok {
		d := diag.At(s.at(f), "template-syntax.function", f.Ident)
		c.add(nearest(d, f.Ident, slices.Sorted(maps.Keys(c.functions))))
		return nil
	}
	if len(k.args) < known.min || (known.max >= 0 && len(k.args) > known.max) {
		c.report(f, s, "template-syntax.arguments", f.Ident, len(k.args))
		return nil
	}
	return known.result(c, k)
}

func always(typ reflect.Type) func(*checker, call) reflect.Type {
	return func(*checker, call) reflect.Type { return typ }
}

// same is the type that all arguments share: and, or give one of them.
func same(c *checker, k call) reflect.Type {
	typ := k.args[0].typ
	for _, a := range k.args {
		if a.typ != typ {
			return nil
		}
	}
	return typ
}

func first(_ *checker, k call) reflect.Type { return k.args[0].typ }

func countable(number reflect.Type) func(*checker, call) reflect.Type {
	return func(c *checker, k call) reflect.Type {
		if typ := k.args[0].typ; typ != nil && typ.Kind() != reflect.Slice && typ.Kind() != reflect.String {
			c.wrongType(k, 0)
		}
		return number
	}
}

func element(c *checker, k call) reflect.Type {
	typ := k.args[0].typ
	if typ == nil {
		return nil
	}
	if typ.Kind() != reflect.Slice {
		c.wrongType(k, 0)
		return nil
	}
	return typ.Elem()
}

// compared demands scalars of one kind.
func compared(yes reflect.Type) func(*checker, call) reflect.Type {
	return func(c *checker, k call) reflect.Type {
		for i, a := range k.args {
			if a.typ == nil {
				continue
			}
			if head := k.args[0].typ; !scalar(a.typ) || (head != nil && head.Kind() != a.typ.Kind()) {
				c.wrongType(k, i)
			}
		}
		return yes
	}
}

func printed(text reflect.Type) func(*checker, call) reflect.Type {
	return func(c *checker, k call) reflect.Type {
		for i, a := range k.args {
			if a.typ != nil && !scalar(a.typ) {
				c.wrongType(k, i)
			}
		}
		return text
	}
}

// message checks {{t "id" "name" value …}}. Whether the id has a text is known
// by the catalogue.
func message(c *checker, k call) reflect.Type {
	c.constant(k)
	if len(k.args)%2 == 0 {
		c.report(k.node, k.s, "template-syntax.pairs")
	}
	for i, a := range k.args[1:] {
		if _, name := a.node.(*parse.StringNode); i%2 == 0 && !name {
			c.report(k.node, k.s, "template-syntax.pairs")
		} else if a.typ != nil && !scalar(a.typ) {
			c.wrongType(k, i+1)
		}
	}
	return reflect.TypeFor[string]()
}

func asset(c *checker, k call) reflect.Type {
	if n := c.constant(k); n != nil {
		c.known(n, k.s, "unknown-asset", c.assets)
	}
	return reflect.TypeFor[string]()
}

func inline(c *checker, k call) reflect.Type {
	if n := c.constant(k); n != nil {
		c.known(n, k.s, "unknown-asset.inline", c.inline)
	}
	return reflect.TypeFor[template.HTML]()
}

func body(c *checker, k call) reflect.Type {
	c.demand(k, reflect.TypeFor[view.Body]())
	return reflect.TypeFor[template.HTML]()
}

func jsonld(c *checker, k call) reflect.Type {
	c.demand(k, reflect.TypeFor[[]view.Node]())
	return reflect.TypeFor[template.HTML]()
}

// mainPart is known in the frame only.
func mainPart(c *checker, k call) reflect.Type {
	if k.s.root != baseKind {
		c.report(k.node, k.s, "template-syntax.main", layoutName(baseKind))
	}
	return reflect.TypeFor[template.HTML]()
}

func (c *checker) demand(k call, want reflect.Type) {
	if typ := k.args[0].typ; typ != nil && typ != want {
		c.wrongType(k, 0)
	}
}

func (c *checker) wrongType(k call, i int) {
	c.report(k.args[i].node, k.s, "template-field.type", k.name, k.args[i].node.String(), describe(k.args[i].typ))
}

// constant demands that the first argument is written out: only so is it known
// at load what a template uses.
func (c *checker) constant(k call) *parse.StringNode {
	n, ok := k.args[0].node.(*parse.StringNode)
	if !ok {
		c.report(k.args[0].node, k.s, "template-syntax.constant", k.name)
	}
	return n
}

// known demands that a constant is one of the names.
func (c *checker) known(n *parse.StringNode, s scope, key string, names []string) {
	if !slices.Contains(names, n.Text) {
		c.add(nearest(diag.At(s.at(n), key, n.Text), n.Text, names))
	}
}
