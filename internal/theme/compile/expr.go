package compile

import (
	"html/template"
	"reflect"
	"text/template/parse"
)

// class is how values of a type are handled.
type class uint8

const (
	nothing class = iota // of a template that is called without dot
	text                 // string, template.HTML
	number               // int
	truth                // bool
	record               // a struct
	pointer              // to a struct; may be nil
	many                 // a slice
)

var (
	textType   = reflect.TypeFor[string]()
	htmlType   = reflect.TypeFor[template.HTML]()
	numberType = reflect.TypeFor[int]()
	truthType  = reflect.TypeFor[bool]()
)

func classOf(typ reflect.Type) class {
	switch typ {
	case textType, htmlType:
		return text
	case numberType:
		return number
	case truthType:
		return truth
	}
	switch {
	case typ.Kind() == reflect.Struct:
		return record
	case typ.Kind() == reflect.Slice:
		return many
	case typ.Kind() == reflect.Pointer && typ.Elem().Kind() == reflect.Struct:
		return pointer
	}
	return nothing
}

// expr computes a value. The member for its class is set.
type expr struct {
	class class
	typ   reflect.Type
	known any // of a constant: string, int or bool

	text   func(*run) string
	number func(*run) int
	truth  func(*run) bool
	place  func(*run) place // of a struct; or where a pointer points to
	at     address          // of a struct
	list   func(*run) list
	write  step // writes what text would give
}

// constant is a value written in a template.
func constant(v any) expr {
	e := expr{known: v, typ: reflect.TypeOf(v)}
	switch v := v.(type) {
	case string:
		e.class, e.text = text, func(*run) string { return v }
	case int:
		e.class, e.number = number, func(*run) int { return v }
	case bool:
		e.class, e.truth = truth, func(*run) bool { return v }
	}
	return e
}

// folded computes an expression of constants now. One that fails is left to
// fail when it is reached.
func (e expr) folded() (out expr) {
	defer func() {
		switch bad := recover().(type) {
		case nil:
		case failure:
			out = e
		default:
			panic(bad)
		}
	}()
	out = e
	switch e.class {
	case text:
		out = constant(e.text(&run{}))
		out.typ = e.typ
	case number:
		out = constant(e.number(&run{}))
	case truth:
		out = constant(e.truth(&run{}))
	}
	return out
}

// inSlot is the value that a slot holds.
func (f *frame) inSlot(n parse.Node, slot int, typ reflect.Type) expr {
	e := expr{class: classOf(typ), typ: typ}
	switch e.class {
	case text:
		e.text = func(r *run) string { return r.slots[r.base+slot].text }
	case number:
		e.number = func(r *run) int { return r.slots[r.base+slot].number }
	case truth:
		e.truth = func(r *run) bool { return r.slots[r.base+slot].number != 0 }
	case record:
		e.at = address{slot: slot}
		e.place = e.at.place()
	case pointer:
		e.place = func(r *run) place { return r.slots[r.base+slot].place }
	case many:
		e.list = func(r *run) list { return r.slots[r.base+slot].list }
	default:
		f.refuse(n, "views have no %s", typ)
	}
	return e
}

// inMemory is the value that lies at an address.
func (f *frame) inMemory(n parse.Node, at address, typ reflect.Type) expr {
	e := expr{class: classOf(typ), typ: typ}
	switch e.class {
	case text:
		e.text = read[string](at)
	case number:
		e.number = read[int](at)
	case truth:
		e.truth = read[bool](at)
	case record:
		e.at, e.place = at, at.place()
	case pointer:
		e.place = read[place](at)
	case many:
		e.list = read[list](at)
	default:
		f.refuse(n, "views have no %s", typ)
	}
	return e
}

// put returns what computes an expression into a slot, counted from the first.
func (f *frame) put(n parse.Node, e expr) func(r *run, slot int) {
	switch e.class {
	case text:
		return func(r *run, slot int) { v := e.text(r); r.slots[slot].text = v }
	case number:
		return func(r *run, slot int) { v := e.number(r); r.slots[slot].number = v }
	case truth:
		return func(r *run, slot int) { v := e.truth(r); r.slots[slot].number = asNumber(v) }
	case record, pointer:
		return func(r *run, slot int) { v := e.place(r); r.slots[slot].place = v }
	case many:
		return func(r *run, slot int) { v := e.list(r); r.slots[slot].list = v }
	}
	f.refuse(n, "it has no value")
	return nil
}

// store returns the step that computes an expression into a slot of the frame.
func (f *frame) store(n parse.Node, slot int, e expr) step {
	put := f.put(n, e)
	return func(r *run) { put(r, r.base+slot) }
}

// holds is the truth of a value: whether it is not the zero of its type, not nil
// and not empty. Structs are always true.
func (f *frame) holds(n parse.Node, e expr) expr {
	out := expr{class: truth, typ: truthType}
	switch e.class {
	case text:
		out.truth = func(r *run) bool { return e.text(r) != "" }
	case number:
		out.truth = func(r *run) bool { return e.number(r) != 0 }
	case truth:
		return e
	case record:
		out.truth = func(r *run) bool { e.place(r); return true }
	case pointer:
		out.truth = func(r *run) bool { return e.place(r) != nil }
	case many:
		out.truth = func(r *run) bool { return len(e.list(r)) > 0 }
	default:
		f.refuse(n, "it has no value")
	}
	if e.known != nil {
		return out.folded()
	}
	return out
}
