package compile

import (
	"cmp"
	"text/template/parse"
)

// comparison compares scalars of one kind. eq may have many: it tells whether
// the first is among the others, all of which are computed.
func (f *frame) comparison(n *parse.IdentifierNode, args []expr) expr {
	most := 2
	if n.Ident == "eq" {
		most = len(args)
	}
	f.count(n, args, 2, most)
	for _, a := range args {
		f.demand(n, a.class == args[0].class)
	}
	out := expr{class: truth, typ: truthType}
	switch first := args[0]; first.class {
	case text:
		out.truth = compared(n.Ident, members(args, func(e expr) func(*run) string { return e.text }))
	case number:
		out.truth = compared(n.Ident, members(args, func(e expr) func(*run) int { return e.number }))
	case truth:
		f.demand(n, n.Ident == "eq" || n.Ident == "ne")
		out.truth = compared(n.Ident, members(args, func(e expr) func(*run) int {
			return func(r *run) int { return asNumber(e.truth(r)) }
		}))
	default:
		f.refuse(n, "neither text nor number nor truth")
	}
	return out
}

// members picks the same member of all expressions.
func members[T any](args []expr, pick func(expr) func(*run) T) []func(*run) T {
	var all []func(*run) T
	for _, a := range args {
		all = append(all, pick(a))
	}
	return all
}

func compared[T cmp.Ordered](how string, args []func(*run) T) func(*run) bool {
	a, b := args[0], args[1]
	switch how {
	case "ne":
		return func(r *run) bool { return a(r) != b(r) }
	case "lt":
		return func(r *run) bool { return a(r) < b(r) }
	case "le":
		return func(r *run) bool { return a(r) <= b(r) }
	case "gt":
		return func(r *run) bool { return a(r) > b(r) }
	case "ge":
		return func(r *run) bool { return a(r) >= b(r) }
	}
	if len(args) == 2 {
		return func(r *run) bool { return a(r) == b(r) }
	}
	return func(r *run) bool {
		first, found := a(r), false
		for _, other := range args[1:] {
			v := other(r)
			found = found || v == first
		}
		return found
	}
}

// choice is the value of and, or: the first argument that decides, or the last.
// Those after it are not computed.
func (f *frame) choice(n parse.Node, args []expr, or bool) expr {
	f.demand(n, len(args) > 0)
	first := args[0]
	for _, a := range args {
		f.demand(n, a.typ == first.typ)
	}
	out := expr{class: first.class, typ: first.typ}
	switch first.class {
	case text:
		out.text = chosen(members(args, func(e expr) func(*run) string { return e.text }), func(v string) bool { return v != "" }, or)
	case number:
		out.number = chosen(members(args, func(e expr) func(*run) int { return e.number }), func(v int) bool { return v != 0 }, or)
	case truth:
		out.truth = chosen(members(args, func(e expr) func(*run) bool { return e.truth }), func(v bool) bool { return v }, or)
	case pointer:
		out.place = chosen(members(args, func(e expr) func(*run) place { return e.place }), func(v place) bool { return v != nil }, or)
	case many:
		out.list = chosen(members(args, func(e expr) func(*run) list { return e.list }), func(v list) bool { return len(v) > 0 }, or)
	default:
		f.refuse(n, "structs are always true")
	}
	return out
}

func chosen[T any](args []func(*run) T, holds func(T) bool, or bool) func(*run) T {
	return func(r *run) (v T) {
		for _, arg := range args {
			if v = arg(r); holds(v) == or {
				break
			}
		}
		return v
	}
}

// condition compiles what only its truth is asked of. There the arguments of
// and, or may be of different types.
func (f *frame) condition(p *parse.PipeNode) expr {
	if len(p.Cmds) != 1 {
		return f.holds(p, f.pipe(p.Cmds))
	}
	cmd := p.Cmds[0]
	name, ok := cmd.Args[0].(*parse.IdentifierNode)
	if _, own := f.c.funcs[cmd.Args[0].String()]; !ok || own {
		return f.holds(p, f.pipe(p.Cmds))
	}
	switch name.Ident {
	case "and", "or":
		f.demand(name, len(cmd.Args) > 1)
		var args []expr
		for _, arg := range cmd.Args[1:] {
			args = append(args, f.conditionOf(arg))
		}
		return f.junction(name, args)
	case "not":
		f.demand(name, len(cmd.Args) == 2)
		return negated(f.conditionOf(cmd.Args[1]))
	}
	return f.holds(p, f.pipe(p.Cmds))
}

// conditionOf is the truth of an argument.
func (f *frame) conditionOf(n parse.Node) expr {
	if p, ok := n.(*parse.PipeNode); ok && len(p.Decl) == 0 {
		return f.condition(p)
	}
	return f.holds(n, f.operand(n))
}

// junction joins conditions two by two, so that each costs one call.
func (f *frame) junction(n *parse.IdentifierNode, args []expr) expr {
	whole := args[0]
	for _, next := range args[1:] {
		a, b := whole.truth, next.truth
		joined := expr{class: truth, typ: truthType, truth: func(r *run) bool { return a(r) && b(r) }}
		if n.Ident == "or" {
			joined.truth = func(r *run) bool { return a(r) || b(r) }
		}
		if whole.known != nil && next.known != nil {
			joined = joined.folded()
		}
		whole = joined
	}
	return whole
}

func negated(e expr) expr {
	yes := e.truth
	e.truth = func(r *run) bool { return !yes(r) }
	if e.known != nil {
		return e.folded()
	}
	return e
}
