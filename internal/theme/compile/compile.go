// Package compile turns the templates of html/template into programs that
// append pages to bytes.
//
// Input: templates that html/template has escaped (Escape), the type of the
// struct that a template sees, and the functions that it may call. Output: a
// Program, whose fields are resolved to offsets, whose constant parts are
// computed, escaped and joined, and which writes byte for byte what html/template
// would. What it cannot be sure to write alike is refused with Unsupported, and
// the template is left to html/template.
//
// Views are plain: text, whole numbers, truth values, structs, pointers to
// structs, and lists of these. Every action of an escaped template ends in an
// escaper; one that does not is refused, so that a text can never reach a page
// as it is. A Program does not change and may run many times at once.
package compile

import (
	"fmt"
	"reflect"
	"text/template/parse"
)

// Unsupported says what a program cannot be made of.
type Unsupported struct {
	Template string
	Node     string // as it stands in the escaped template
	Reason   string
}

func (u *Unsupported) Error() string {
	return fmt.Sprintf("compile: %s: %s: %s", u.Template, u.Node, u.Reason)
}

// Compiler makes programs of a set of templates, all with the same functions.
// Templates that several programs call are compiled once.
type Compiler struct {
	set   *Set
	funcs Funcs
	units map[key]*unit
	fresh []key // units of the program that is being made
}

// key names a template as compiled for a type of dot.
type key struct {
	name string
	dot  reflect.Type // nil: called without one
}

// unit is a compiled template.
type unit struct {
	body  steps
	slots int // its variables; the first is dot
}

// New returns a compiler.
func New(set *Set, funcs Funcs) *Compiler {
	return &Compiler{set: set, funcs: funcs, units: map[key]*unit{}}
}

// Program writes what a template shows of a struct.
type Program struct {
	dot  reflect.Type
	unit *unit
}

// Compile makes the program of a template that is given structs of a type. An
// error is Unsupported.
//
// Inside the package a construct that cannot be compiled is a panic with
// Unsupported: it can occur at any depth of an expression, and always ends here.
func (c *Compiler) Compile(name string, dot reflect.Type) (p *Program, err error) {
	c.fresh = nil
	defer func() {
		switch r := recover().(type) {
		case nil:
		case *Unsupported:
			c.forget()
			p, err = nil, r
		default:
			panic(r)
		}
	}()
	return &Program{dot: dot, unit: c.unit(name, dot)}, nil
}

// forget drops the units of a program that could not be made: they may lead to
// the one that failed.
func (c *Compiler) forget() {
	for _, k := range c.fresh {
		delete(c.units, k)
	}
}

// unit compiles a template for a type of dot. It is known before its body is,
// since templates may call themselves.
func (c *Compiler) unit(name string, dot reflect.Type) *unit {
	k := key{name, dot}
	if u, ok := c.units[k]; ok {
		return u
	}
	f := &frame{c: c, name: name, slots: 1}
	tree := c.set.trees[name]
	if tree == nil || tree.Root == nil {
		f.refuse(nil, "there is no such template")
	}
	u := &unit{}
	c.units[k] = u
	c.fresh = append(c.fresh, k)
	if dot != nil {
		f.dot = f.inSlot(tree.Root, 0, dot)
	}
	f.vars = []variable{{"$", f.dot, 0}}
	b := block{f: f}
	b.list(tree.Root)
	u.body, u.slots = b.seal(), f.slots
	return u
}

// frame is a template while it is compiled.
type frame struct {
	c     *Compiler
	name  string
	slots int
	dot   expr
	vars  []variable
}

// variable is a name for a slot.
type variable struct {
	name  string
	value expr
	slot  int
}

// refuse ends the compilation.
func (f *frame) refuse(n parse.Node, reason string, args ...any) {
	u := &Unsupported{Template: f.name, Reason: fmt.Sprintf(reason, args...)}
	if n != nil {
		u.Node = n.String()
	}
	panic(u)
}

// newSlot reserves a slot.
func (f *frame) newSlot() int {
	f.slots++
	return f.slots - 1
}

// declare gives an expression a slot and a name, and returns the step that
// computes it.
func (f *frame) declare(n *parse.VariableNode, e expr) step {
	slot := f.newSlot()
	f.vars = append(f.vars, variable{n.Ident[0], f.inSlot(n, slot, e.typ), slot})
	return f.store(n, slot, e)
}

// lookup finds a variable. The parser takes those of an if for known in its
// else; there they are not.
func (f *frame) lookup(n *parse.VariableNode) variable {
	for i := len(f.vars) - 1; i >= 0; i-- {
		if v := f.vars[i]; v.name == n.Ident[0] && v.value.class != nothing {
			return v
		} else if v.name == n.Ident[0] {
			break
		}
	}
	f.refuse(n, "its value is not known here")
	return variable{}
}
