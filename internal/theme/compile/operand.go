package compile

import (
	"reflect"
	"strings"
	"text/template/parse"
)

// operand compiles what stands for a single value.
func (f *frame) operand(n parse.Node) expr {
	switch n := n.(type) {
	case *parse.DotNode:
		if f.dot.class == nothing {
			f.refuse(n, "there is no dot")
		}
		return f.dot
	case *parse.FieldNode:
		return f.fields(n, f.dot, n.Ident)
	case *parse.VariableNode:
		return f.fields(n, f.lookup(n).value, n.Ident[1:])
	case *parse.ChainNode:
		return f.fields(n, f.operand(n.Node), n.Field)
	case *parse.PipeNode:
		if len(n.Decl) > 0 {
			f.refuse(n, "a variable is declared inside of an expression")
		}
		return f.pipe(n.Cmds)
	case *parse.IdentifierNode:
		return f.call(n, nil, nil)
	case *parse.StringNode:
		return constant(n.Text)
	case *parse.BoolNode:
		return constant(n.True)
	case *parse.NumberNode:
		return f.number(n)
	}
	f.refuse(n, "not an operand")
	return expr{}
}

// number accepts whole numbers only: views have no others, and numbers of
// different kinds cannot be compared.
func (f *frame) number(n *parse.NumberNode) expr {
	if !n.IsInt || n.IsComplex || int64(int(n.Int64)) != n.Int64 || strings.ContainsAny(n.Text, ".eEpPi'") {
		f.refuse(n, "not a whole number")
	}
	return constant(int(n.Int64))
}

// pipe compiles a pipeline: each command gets the value of the one before as its
// last argument.
func (f *frame) pipe(cmds []*parse.CommandNode) expr {
	var last *expr
	for _, cmd := range cmds {
		e := f.command(cmd, last)
		last = &e
	}
	return *last
}

func (f *frame) command(cmd *parse.CommandNode, last *expr) expr {
	if name, ok := cmd.Args[0].(*parse.IdentifierNode); ok {
		return f.call(name, cmd.Args[1:], last)
	}
	if len(cmd.Args) > 1 || last != nil {
		f.refuse(cmd, "not a function")
	}
	return f.operand(cmd.Args[0])
}

// fields follows names from a value.
func (f *frame) fields(n parse.Node, e expr, names []string) expr {
	for _, name := range names {
		e = f.field(n, f.target(n, e), name)
	}
	return e
}

// target is the struct that a value is or points to.
func (f *frame) target(n parse.Node, e expr) expr {
	switch e.class {
	case record:
		return e
	case pointer:
		to := e.place
		e.at = address{base: func(r *run) place {
			p := to(r)
			if p == nil {
				fail("nil pointer in " + n.String())
			}
			return p
		}}
		e.class, e.typ, e.place = record, e.typ.Elem(), e.at.place()
		return e
	}
	f.refuse(n, "it has no fields")
	return expr{}
}

// field is a field of a struct, or a method: those come first.
func (f *frame) field(n parse.Node, e expr, name string) expr {
	if _, ok := reflect.PointerTo(e.typ).MethodByName(name); ok {
		return f.method(n, e, name)
	}
	field, ok := e.typ.FieldByName(name)
	if !ok || !field.IsExported() {
		f.refuse(n, "%s has no field %s", e.typ, name)
	}
	at, typ := e.at, e.typ
	for _, i := range field.Index {
		if typ.Kind() != reflect.Struct {
			f.refuse(n, "%s is behind a pointer", name)
		}
		at, typ = at.plus(typ.Field(i).Offset), typ.Field(i).Type
	}
	return f.inMemory(n, at, typ)
}

func (f *frame) method(n parse.Node, e expr, name string) expr {
	m, ok := f.c.funcs[e.typ.String()+"."+name]
	if !ok || m.tells == nil || m.in != e.typ {
		f.refuse(n, "%s is a method", name)
	}
	place := e.place
	return expr{class: truth, typ: truthType, truth: func(r *run) bool { return m.tells(place(r)) }}
}
