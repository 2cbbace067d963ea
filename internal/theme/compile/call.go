package compile

import (
	"fmt"
	"html/template"
	"slices"
	"text/template/parse"
)

// call compiles the call of a function. Calls with constants are made now.
func (f *frame) call(n *parse.IdentifierNode, args []parse.Node, last *expr) expr {
	var values []expr
	for _, arg := range args {
		values = append(values, f.operand(arg))
	}
	if last != nil {
		values = append(values, *last)
	}
	e := f.function(n, values, last != nil)
	if e.write == nil && !slices.ContainsFunc(values, func(v expr) bool { return v.known == nil }) {
		return e.folded()
	}
	return e
}

func (f *frame) function(n *parse.IdentifierNode, args []expr, piped bool) expr {
	if own, ok := f.c.funcs[n.Ident]; ok {
		return f.own(n, own, args)
	}
	switch n.Ident {
	case "and", "or":
		if piped {
			f.refuse(n, "its last argument is computed before the others")
		}
		return f.choice(n, args, n.Ident == "or")
	case "not":
		f.count(n, args, 1, 1)
		return negated(f.holds(n, args[0]))
	case "eq", "ne", "lt", "le", "gt", "ge":
		return f.comparison(n, args)
	case "len":
		f.count(n, args, 1, 1)
		return f.length(n, args[0])
	case "index":
		f.count(n, args, 2, 2)
		return f.index(n, args[0], args[1])
	case "slice":
		f.count(n, args, 1, 4)
		return f.slice(n, args[0], args[1:])
	case "print", "println", "printf":
		return f.print(n, args)
	}
	f.refuse(n, "not a known function")
	return expr{}
}

// count demands a number of arguments.
func (f *frame) count(n parse.Node, args []expr, least, most int) {
	if len(args) < least || len(args) > most {
		f.refuse(n, "%d arguments", len(args))
	}
}

// demand demands an argument of a type.
func (f *frame) demand(n parse.Node, is bool) {
	if !is {
		f.refuse(n, "an argument is of another type")
	}
}

// own calls a function that the compiler was given.
func (f *frame) own(n parse.Node, fn Func, args []expr) expr {
	switch {
	case fn.text != nil:
		return f.message(n, fn, args)
	case fn.name != nil:
		f.count(n, args, 1, 1)
		f.demand(n, args[0].typ == textType)
		arg := args[0].text
		e := expr{class: text, typ: textType, text: func(r *run) string { return fn.name(arg(r)) }}
		if fn.html {
			e.typ = htmlType
		}
		return e
	case fn.writes != nil:
		return f.writer(n, fn, args)
	case fn.hole:
		f.count(n, args, 0, 0)
		e := expr{class: text, typ: htmlType, write: (*run).write}
		e.text = func(*run) string { fail("a part is used as a value"); return "" }
		return e
	}
	f.refuse(n, "not a function")
	return expr{}
}

func (f *frame) message(n parse.Node, fn Func, args []expr) expr {
	f.demand(n, len(args) > 0 && args[0].typ == textType)
	id, boxes := args[0].text, f.boxes(n, args[1:])
	return expr{class: text, typ: textType, text: func(r *run) string {
		before := len(r.args)
		key := id(r)
		for _, box := range boxes {
			v := box(r)
			r.args = append(r.args, v)
		}
		out := fn.text(key, r.args[before:]...)
		r.args = r.args[:before]
		return out
	}}
}

// writer calls a function that writes what it is given.
func (f *frame) writer(n parse.Node, fn Func, args []expr) expr {
	f.count(n, args, 1, 1)
	arg := args[0]
	if arg.class == pointer {
		arg = f.target(n, arg)
	}
	f.demand(n, arg.typ == fn.in)
	e := expr{class: text, typ: htmlType}
	switch arg.class {
	case record:
		e.write = func(r *run) { p := arg.place(r); r.out = fn.writes(r.out, p) }
		e.text = func(r *run) string { return string(fn.writes(nil, arg.place(r))) }
	case many:
		e.write = func(r *run) { l := arg.list(r); r.out = fn.writes(r.out, l.place()) }
		e.text = func(r *run) string { return string(fn.writes(nil, arg.list(r).place())) }
	default:
		f.refuse(n, "neither struct nor list")
	}
	return e
}

// boxes are arguments for functions that take anything.
func (f *frame) boxes(n parse.Node, args []expr) []func(*run) any {
	var all []func(*run) any
	for _, a := range args {
		all = append(all, f.box(n, a))
	}
	return all
}

func (f *frame) box(n parse.Node, e expr) func(*run) any {
	switch {
	case e.known != nil && e.typ != htmlType:
		return func(*run) any { return e.known }
	case e.typ == htmlType:
		return func(r *run) any { return template.HTML(e.text(r)) }
	case e.class == text:
		return func(r *run) any { return e.text(r) }
	case e.class == number:
		return func(r *run) any { return e.number(r) }
	case e.class == truth:
		return func(r *run) any { return e.truth(r) }
	}
	f.refuse(n, "an argument is neither text nor number nor truth")
	return nil
}

// print is one of fmt's functions.
func (f *frame) print(n *parse.IdentifierNode, args []expr) expr {
	if n.Ident == "printf" {
		fn := Func{text: fmt.Sprintf}
		return f.message(n, fn, args)
	}
	sprint := fmt.Sprint
	if n.Ident == "println" {
		sprint = fmt.Sprintln
	}
	boxes := f.boxes(n, args)
	return expr{class: text, typ: textType, text: func(r *run) string {
		var all []any
		for _, box := range boxes {
			all = append(all, box(r))
		}
		return sprint(all...)
	}}
}
