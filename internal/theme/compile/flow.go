package compile

import (
	"reflect"
	"text/template/parse"
)

// branch compiles an if. Of a condition that is constant only the way remains
// that is taken.
func (b *block) branch(n *parse.BranchNode) {
	f := b.f
	vars := f.vars
	defer func() { f.vars = vars }()
	cond := b.condition(n.Pipe)
	switch {
	case cond.known == true:
		b.within(n.List, f.dot)
		return
	case cond.known == false:
		b.within(n.ElseList, f.dot)
		return
	}
	b.either(cond.truth, f.inner(n.List, f.dot), f.inner(n.ElseList, f.dot))
}

// condition compiles the condition of an if, which may declare a variable.
func (b *block) condition(p *parse.PipeNode) expr {
	f := b.f
	switch {
	case len(p.Decl) == 0:
		return f.condition(p)
	case len(p.Decl) > 1 || p.IsAssign:
		f.refuse(p, "sets a variable")
	}
	b.do(f.declare(p.Decl[0], f.pipe(p.Cmds)))
	return f.holds(p, f.lookup(p.Decl[0]).value)
}

func (b *block) either(holds func(*run) bool, yes, no steps) {
	switch {
	case len(no) > 0:
		b.do(func(r *run) {
			if holds(r) {
				yes.do(r)
			} else {
				no.do(r)
			}
		})
	case len(yes) == 1:
		only := yes[0]
		b.do(func(r *run) {
			if holds(r) {
				only(r)
			}
		})
	default:
		b.do(func(r *run) {
			if holds(r) {
				yes.do(r)
			}
		})
	}
}

// with compiles a with: its value is computed once, and is dot where it holds.
func (b *block) with(n *parse.BranchNode) {
	f := b.f
	vars := f.vars
	defer func() { f.vars = vars }()
	if len(n.Pipe.Decl) > 1 || n.Pipe.IsAssign {
		f.refuse(n.Pipe, "sets a variable")
	}
	e := f.pipe(n.Pipe.Cmds)
	slot := f.newSlot()
	b.do(f.store(n.Pipe, slot, e))
	value := f.inSlot(n.Pipe, slot, e.typ)
	if len(n.Pipe.Decl) > 0 {
		b.do(f.declare(n.Pipe.Decl[0], value))
	}
	b.either(f.holds(n.Pipe, value).truth, f.inner(n.List, f.there(n.Pipe, slot, e.typ)), f.inner(n.ElseList, f.dot))
}

// there is the value of a slot that is known not to be nil: instead of a pointer
// the struct that it points to, which templates cannot tell apart.
func (f *frame) there(n parse.Node, slot int, typ reflect.Type) expr {
	if classOf(typ) == pointer {
		typ = typ.Elem()
	}
	return f.inSlot(n, slot, typ)
}

// loop compiles a range over a list or up to a number.
func (b *block) loop(n *parse.BranchNode) {
	f := b.f
	vars := f.vars
	defer func() { f.vars = vars }()
	if n.Pipe.IsAssign {
		f.refuse(n.Pipe, "sets a variable")
	}
	e := f.pipe(n.Pipe.Cmds)
	dot, index := f.newSlot(), f.newSlot()
	var each func(r *run, body steps) bool
	typ := e.typ
	switch e.class {
	case many:
		typ = typ.Elem()
		each = overList(e, classOf(typ), typ.Size(), dot, index)
	case number:
		f.demand(n.Pipe, len(n.Pipe.Decl) < 2)
		each = upTo(e, dot)
	default:
		f.refuse(n.Pipe, "neither list nor number")
	}
	body := block{f: f}
	body.declareEach(n.Pipe, f.inSlot(n.Pipe, dot, typ), f.inSlot(n.Pipe, index, numberType))
	body.within(n.List, f.inSlot(n.Pipe, dot, typ))
	inside := body.seal()
	f.vars = unknown(vars, n.Pipe)
	otherwise := f.inner(n.ElseList, f.dot)
	b.do(func(r *run) {
		if !each(r, inside) {
			otherwise.do(r)
		}
	})
}

// declareEach gives names to element and index.
func (b *block) declareEach(p *parse.PipeNode, element, index expr) {
	switch len(p.Decl) {
	case 1:
		b.do(b.f.declare(p.Decl[0], element))
	case 2:
		b.do(b.f.declare(p.Decl[0], index))
		b.do(b.f.declare(p.Decl[1], element))
	}
}

// unknown hides the variables of a range from its else: there they would be
// what was ranged over.
func unknown(vars []variable, p *parse.PipeNode) []variable {
	for _, n := range p.Decl {
		vars = append(vars[:len(vars):len(vars)], variable{name: n.Ident[0]})
	}
	return vars
}

// overList returns what executes a body for every element, and reports whether
// there was one.
func overList(e expr, c class, size uintptr, dot, index int) func(*run, steps) bool {
	return func(r *run, body steps) bool {
		l := e.list(r)
		for i := range l {
			r.slots[r.base+dot].take(c, l.at(i, size))
			r.slots[r.base+index].number = i
			if body.do(r); r.left() {
				break
			}
		}
		return len(l) > 0
	}
}

func upTo(e expr, dot int) func(*run, steps) bool {
	return func(r *run, body steps) bool {
		n := e.number(r)
		for i := range n {
			r.slots[r.base+dot].number = i
			if body.do(r); r.left() {
				break
			}
		}
		return n > 0
	}
}

// left reports whether the loop is left, and ends the jump.
func (r *run) left() bool {
	out := r.jump == leave
	r.jump = stay
	return out
}

// call compiles the call of a template.
func (b *block) call(n *parse.TemplateNode) {
	f := b.f
	if n.Pipe == nil {
		u := f.c.unit(n.Name, nil)
		b.do(func(r *run) {
			r.reserve(u.slots)
			r.call(u)
		})
		return
	}
	if len(n.Pipe.Decl) > 0 {
		f.refuse(n, "sets a variable")
	}
	e := f.pipe(n.Pipe.Cmds)
	u, put := f.c.unit(n.Name, e.typ), f.put(n, e)
	b.do(func(r *run) {
		r.reserve(u.slots)
		put(r, r.top)
		r.call(u)
	})
}
