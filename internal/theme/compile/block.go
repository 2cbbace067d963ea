package compile

import (
	"strconv"
	"strings"
	"text/template/parse"
)

// block collects the steps of a list of nodes. What is constant waits in text
// until something that is not follows.
type block struct {
	f     *frame
	steps steps
	text  []byte
}

// seal returns the steps.
func (b *block) seal() steps {
	if constant := b.waiting(); len(constant) > 0 {
		b.steps = append(b.steps, func(r *run) { r.out = append(r.out, constant...) })
	}
	return b.steps
}

// waiting takes the constant text that no step writes yet.
func (b *block) waiting() []byte {
	constant := b.text
	b.text = nil
	return constant
}

func (b *block) do(s step) { b.steps = append(b.seal(), s) }

func (b *block) list(l *parse.ListNode) {
	if l == nil {
		return
	}
	for _, n := range l.Nodes {
		b.node(n)
	}
}

func (b *block) node(n parse.Node) {
	switch n := n.(type) {
	case *parse.TextNode:
		b.text = append(b.text, n.Text...)
	case *parse.CommentNode:
	case *parse.ActionNode:
		b.action(n)
	case *parse.IfNode:
		b.branch(&n.BranchNode)
	case *parse.WithNode:
		b.with(&n.BranchNode)
	case *parse.RangeNode:
		b.loop(&n.BranchNode)
	case *parse.TemplateNode:
		b.call(n)
	case *parse.BreakNode:
		b.do(func(r *run) { r.jump = leave })
	case *parse.ContinueNode:
		b.do(func(r *run) { r.jump = again })
	default:
		b.f.refuse(n, "not a known node")
	}
}

// inner compiles a list of its own; variables that it declares end with it.
func (f *frame) inner(l *parse.ListNode, dot expr) steps {
	b := block{f: f}
	b.within(l, dot)
	return b.seal()
}

// within compiles a list with a dot of its own.
func (b *block) within(l *parse.ListNode, dot expr) {
	f := b.f
	vars, outer := f.vars, f.dot
	f.dot = dot
	b.list(l)
	f.vars, f.dot = vars, outer
}

// action declares or sets a variable, or prints a value.
func (b *block) action(n *parse.ActionNode) {
	f := b.f
	switch decl := n.Pipe.Decl; {
	case len(decl) == 0:
		b.print(n)
	case len(decl) > 1:
		f.refuse(n, "two variables")
	case n.Pipe.IsAssign:
		v := f.lookup(decl[0])
		e := f.pipe(n.Pipe.Cmds)
		f.demand(n, v.value.typ == e.typ && decl[0].Ident[0] != "$")
		b.do(f.store(n, v.slot, e))
	default:
		b.do(f.declare(decl[0], f.pipe(n.Pipe.Cmds)))
	}
}

// print writes a value as the escapers at the end of its pipeline demand.
func (b *block) print(n *parse.ActionNode) {
	f := b.f
	cmds := n.Pipe.Cmds
	names := escapersOf(cmds)
	cmds = cmds[:len(cmds)-len(names)]
	if len(names) == 0 || len(cmds) == 0 {
		f.refuse(n, "it is not escaped")
	}
	e := f.pipe(cmds)
	if len(names) == 1 && names[0] == dropped {
		b.do(f.store(n, f.newSlot(), e))
		return
	}
	safe, ok := chainOf(names)
	switch {
	case !ok:
		f.refuse(n, "no such escaper here")
	case e.class == number:
		b.scalar(e, func(dst []byte, r *run) []byte { return strconv.AppendInt(dst, int64(e.number(r)), 10) })
	case e.class == truth:
		b.scalar(e, func(dst []byte, r *run) []byte { return strconv.AppendBool(dst, e.truth(r)) })
	case e.class == text && e.typ == htmlType:
		b.html(n, e, names)
	case e.class == text:
		b.escaped(e, safe)
	default:
		f.refuse(n, "neither text nor number nor truth")
	}
}

// escapersOf are the names of the escapers at the end of a pipeline.
func escapersOf(cmds []*parse.CommandNode) []string {
	at := len(cmds)
	var names []string
	for ; at > 0; at-- {
		name, ok := cmds[at-1].Args[0].(*parse.IdentifierNode)
		if !ok || len(cmds[at-1].Args) > 1 || !strings.HasPrefix(name.Ident, escaperPrefix) {
			break
		}
		names = append([]string{name.Ident}, names...)
	}
	return names
}

// scalar writes what needs no escaping: digits, a minus sign, true and false
// mean themselves in every context that there is an escaper for.
func (b *block) scalar(e expr, write func([]byte, *run) []byte) {
	if e.known != nil {
		b.text = write(b.text, &run{})
		return
	}
	b.do(func(r *run) { r.out = write(r.out, r) })
}

// html writes what is HTML already.
func (b *block) html(n parse.Node, e expr, names []string) {
	if len(names) > 1 || names[0] != escaperPrefix+"htmlescaper" {
		b.f.refuse(n, "HTML in a place for text")
	}
	switch {
	case e.known != nil:
		b.text = append(b.text, e.known.(string)...)
	case e.write != nil:
		b.do(e.write)
	default:
		b.do(func(r *run) { r.out = append(r.out, e.text(r)...) })
	}
}

// escaped writes a text, and the constant text before it in the same step.
func (b *block) escaped(e expr, safe chain) {
	if e.known != nil {
		r := &run{out: b.text}
		safe.write(r, e.known.(string))
		b.text = r.out
		return
	}
	before, value := b.waiting(), e.text
	if len(safe) == 1 {
		escape := safe[0]
		b.do(func(r *run) {
			s := value(r)
			r.out = escape(append(r.out, before...), s)
		})
		return
	}
	b.do(func(r *run) {
		s := value(r)
		r.out = append(r.out, before...)
		safe.write(r, s)
	})
}
