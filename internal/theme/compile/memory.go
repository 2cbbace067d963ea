package compile

import (
	"fmt"
	"reflect"
	"unsafe"
)

// This file is the only one that reads memory by address.
//
// It is safe for these reasons. An address is that of a struct whose type was
// compared with the compiled one (root), or of a field in it, at the offset and
// with the type that reflect gives for it, or of an element below the length of
// a list. Hence what is read at an address has the type that it is read as. Text,
// numbers, truth values and pointers are read as just these; a slice of any type
// as list, since the layout of a slice does not depend on its elements. No
// address is computed that lies outside of its object. Addresses are kept as
// unsafe.Pointer, so that the garbage collector sees them. Nothing is written.

// place is an address.
type place = unsafe.Pointer

// list is a slice of any type.
type list []struct{}

// address says where a value lies: at an offset from where a slot points to, or
// from a place that is computed.
type address struct {
	slot   int
	base   func(*run) place // nil: the slot
	offset uintptr
}

func (a address) plus(offset uintptr) address {
	a.offset += offset
	return a
}

// place returns what computes the address.
func (a address) place() func(*run) place {
	slot, base, offset := a.slot, a.base, a.offset
	if base == nil {
		return func(r *run) place { return unsafe.Add(r.slots[r.base+slot].place, offset) }
	}
	return func(r *run) place { return unsafe.Add(base(r), offset) }
}

// read returns what reads a value at an address.
func read[T any](a address) func(*run) T {
	slot, base, offset := a.slot, a.base, a.offset
	if base == nil {
		return func(r *run) T { return *(*T)(unsafe.Add(r.slots[r.base+slot].place, offset)) }
	}
	return func(r *run) T { return *(*T)(unsafe.Add(base(r), offset)) }
}

// take fills a slot with the value at a place.
func (s *slot) take(c class, p place) {
	switch c {
	case text:
		s.text = *(*string)(p)
	case number:
		s.number = *(*int)(p)
	case truth:
		s.number = asNumber(*(*bool)(p))
	case record:
		s.place = p
	case pointer:
		s.place = *(*place)(p)
	case many:
		s.list = *(*list)(p)
	}
}

// at returns the place of an element, which must exist.
func (l list) at(i int, size uintptr) place {
	return unsafe.Add(place(unsafe.SliceData(l)), uintptr(i)*size)
}

// place is where the slice itself lies, not its elements.
func (l list) place() place { return place(&l) }

// cut slices a list as text/template does.
func (l list) cut(typ reflect.Type, bounds []int) list {
	v := reflect.NewAt(typ, place(&l)).Elem()
	out := reflect.New(typ)
	if len(bounds) == 3 {
		out.Elem().Set(v.Slice3(bounds[0], bounds[1], bounds[2]))
	} else {
		out.Elem().Set(v.Slice(bounds[0], bounds[1]))
	}
	return *(*list)(out.UnsafePointer())
}

// root returns the place of a struct of a type, given as such or by a pointer.
func root(dot any, typ reflect.Type) (place, error) {
	v := reflect.ValueOf(dot)
	switch {
	case !v.IsValid():
	case v.Type() == typ:
		own := reflect.New(typ)
		own.Elem().Set(v)
		return own.UnsafePointer(), nil
	case v.Type() == reflect.PointerTo(typ) && !v.IsNil():
		return v.UnsafePointer(), nil
	}
	return nil, fmt.Errorf("compile: %T is not a %s", dot, typ)
}

// shown returns bytes as text, for as long as they do not change.
func shown(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

// Writer makes a function that appends HTML for a struct or a slice.
func Writer[A any](f func(dst []byte, a A) []byte) Func {
	return Func{
		in:     reflect.TypeFor[A](),
		writes: func(dst []byte, p place) []byte { return f(dst, *(*A)(p)) },
		plain:  htmlOf(f),
	}
}

// Method makes a method of a struct, without arguments, that tells a truth. Its
// name among the functions is that of the type with its package, a point, and
// its own: "view.Body.Empty".
func Method[A any](f func(A) bool) Func {
	return Func{
		in:    reflect.TypeFor[A](),
		tells: func(p place) bool { return f(*(*A)(p)) },
	}
}
