package theme

import (
	"maps"
	"reflect"
	"slices"
	"text/template/parse"

	"dossier/internal/diag"
)

// checker holds every template against the views that it is given. It follows
// the layouts from their view into the partials, each once per type of dot, and
// finds all mistakes that would otherwise stop a page.
//
// A type is nil where nothing is known because of an earlier mistake: nothing
// further is said about it.
type checker struct {
	set       sources
	functions map[string]function
	assets    []string // names that asset knows
	inline    []string // names that inline knows
	seen      map[visit]bool
	stack     []visit
	ds        []diag.Diagnostic
}

// visit is a partial with a type of dot.
type visit struct {
	name   string
	dot    reflect.Type
	proven bool // its dot is known to be there
}

// entered is the scope at the beginning of a template.
func (v visit) entered(from *source, root string) scope {
	s := scope{from: from, root: root, dot: v.dot, vars: []variable{{"$", v.dot}}}
	if v.proven {
		s.guards = []string{".", "$"}
	}
	return s
}

// scope is what a place in a template can refer to.
type scope struct {
	from   *source
	root   string // the layout from which we come
	dot    reflect.Type
	inside bool // a with or range has moved dot away from $
	vars   []variable
	guards []string // optional values that are known to be there: “.Image”, “$x”
}

type variable struct {
	name string
	typ  reflect.Type
}

// layouts checks every layout and what it reaches.
func (c *checker) layouts() {
	for _, kind := range kindNames() {
		s := c.set[layoutName(kind)]
		if s == nil || s.tree == nil {
			continue
		}
		v := visit{name: s.name, dot: kinds[kind], proven: true}
		c.list(s.tree.Root, v.entered(s, kind))
	}
}

func (c *checker) list(l *parse.ListNode, s scope) {
	if l == nil {
		return
	}
	for _, n := range l.Nodes {
		s = c.node(n, s)
	}
}

// node checks one node and returns the scope of those that follow.
func (c *checker) node(n parse.Node, s scope) scope {
	switch n := n.(type) {
	case *parse.ActionNode:
		typ, after := c.pipe(n.Pipe, s)
		if len(n.Pipe.Decl) == 0 {
			c.printable(n.Pipe, typ, s)
		}
		return after
	case *parse.IfNode:
		c.ifNode(&n.BranchNode, s)
	case *parse.WithNode:
		c.with(&n.BranchNode, s)
	case *parse.RangeNode:
		c.rangeOver(&n.BranchNode, s)
	case *parse.TemplateNode:
		c.partial(n, s)
	}
	return s
}

func (c *checker) ifNode(b *parse.BranchNode, s scope) {
	typ, inner := c.pipe(b.Pipe, s)
	c.condition(b.Pipe, typ, s)
	c.list(b.List, inner.guarded(provenBy(b.Pipe, true)))
	c.list(b.ElseList, inner.guarded(provenBy(b.Pipe, false)))
}

func (c *checker) with(b *parse.BranchNode, s scope) {
	typ, inner := c.pipe(b.Pipe, s)
	c.list(b.List, inner.guarded(provenBy(b.Pipe, true)).moved(typ))
	c.list(b.ElseList, inner)
}

func (c *checker) rangeOver(b *parse.BranchNode, s scope) {
	key, elem := c.elements(b.Pipe, s)
	inner := s
	switch decl := b.Pipe.Decl; len(decl) {
	case 1:
		inner = inner.declare(decl[0].Ident[0], elem)
	case 2:
		inner = inner.declare(decl[0].Ident[0], key).declare(decl[1].Ident[0], elem)
	}
	c.list(b.List, inner.moved(elem))
	c.list(b.ElseList, s)
}

// elements returns the types of index and element of what is ranged over.
func (c *checker) elements(p *parse.PipeNode, s scope) (key, elem reflect.Type) {
	typ := c.commands(p, s)
	if typ == nil {
		return nil, nil
	}
	switch typ.Kind() {
	case reflect.Slice:
		return reflect.TypeFor[int](), typ.Elem()
	case reflect.Int:
		return typ, typ
	}
	c.report(p, s, "template-field.range", p.String(), describe(typ))
	return nil, nil
}

// partial follows {{template "name" dot}}.
func (c *checker) partial(n *parse.TemplateNode, s scope) {
	v := visit{name: n.Name, proven: true}
	if n.Pipe != nil {
		v.dot, _ = c.pipe(n.Pipe, s)
		v.proven = !optional(v.dot) || s.proves(pathOf(n.Pipe))
	}
	to := c.set[n.Name]
	if to == nil || to.kind != "" {
		c.unknownPartial(n, s)
		return
	}
	if slices.Contains(c.stack, v) {
		c.report(n, s, "template-partial.loop", n.Name)
		return
	}
	if c.seen[v] || to.tree == nil {
		return
	}
	c.seen[v] = true
	c.stack = append(c.stack, v)
	c.list(to.tree.Root, v.entered(to, s.root))
	c.stack = c.stack[:len(c.stack)-1]
}

func (c *checker) unknownPartial(n *parse.TemplateNode, s scope) {
	d := diag.At(s.at(n), "template-partial", n.Name, partialFolder+n.Name+templateType)
	var names []string
	for _, known := range slices.Sorted(maps.Keys(c.set)) {
		if c.set[known].kind == "" {
			names = append(names, known)
		}
	}
	c.add(nearest(d, n.Name, names))
}

// pipe checks a pipeline; the scope returned knows the variables it declares.
func (c *checker) pipe(p *parse.PipeNode, s scope) (reflect.Type, scope) {
	typ := c.commands(p, s)
	if p.IsAssign {
		return typ, s
	}
	for _, v := range p.Decl {
		s = s.declare(v.Ident[0], typ)
	}
	return typ, s
}

// commands returns the type of a pipeline's value: each command gets that of the
// one before as its last argument.
func (c *checker) commands(p *parse.PipeNode, s scope) reflect.Type {
	var last *operand
	for _, cmd := range p.Cmds {
		last = &operand{node: cmd, typ: c.command(cmd, last, s)}
	}
	return last.typ
}

func (c *checker) command(cmd *parse.CommandNode, last *operand, s scope) reflect.Type {
	if f, ok := cmd.Args[0].(*parse.IdentifierNode); ok {
		return c.function(f, cmd.Args[1:], last, s)
	}
	typ := c.value(cmd.Args[0], s)
	if len(cmd.Args) > 1 || last != nil {
		c.report(cmd.Args[0], s, "template-field.arguments", cmd.Args[0].String())
	}
	return typ
}

func (c *checker) report(n parse.Node, s scope, key string, args ...any) {
	c.add(diag.At(s.at(n), key, args...))
}

func (c *checker) add(d diag.Diagnostic) { c.ds = append(c.ds, d) }

// nearest adds the name that may have been meant.
func nearest(d diag.Diagnostic, word string, names []string) diag.Diagnostic {
	if name, ok := diag.Nearest(word, names); ok {
		return d.WithHint("hint.theme-nearest", name)
	}
	return d
}
