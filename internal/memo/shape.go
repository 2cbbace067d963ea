package memo

import (
	"fmt"
	"reflect"
	"slices"
)

// shape is how values of a type are written and read: made once for each type.
type shape struct {
	form   form
	typ    reflect.Type
	size   uintptr
	least  int     // bytes that a value takes at least when it is written
	elem   *shape  // of slices, arrays, maps and pointers
	count  int     // of arrays
	fields []field // of structs
	own    []field // of structs, as they are declared
	whole  []field // the value itself, as a piece
	path   string  // of interfaces: where the type was met
	alone  bool    // there is such a path in it: it is not shared by types around it
}

// field is a piece of a struct.
type field struct {
	offset uintptr
	shape  *shape
}

// form is what a shape does with memory.
type form uint8

const (
	formEmpty form = iota // takes no memory and is not written
	formBool
	formInt8
	formInt16
	formInt32
	formInt64
	formUint8
	formUint16
	formUint32
	formUint64
	formFloat32
	formFloat64
	formString
	formBytes // slice of bytes
	formRun   // array of bytes
	formSlice
	formArray
	formMap
	formPointer
	formStruct
	formNil // interface
)

// smallStruct is the number of fields up to which a struct is taken apart into
// those of the struct that it is a field of, so that one byte of bits serves both.
const smallStruct = 8

// builder makes the shapes of a type and of the types within.
type builder struct {
	made   map[reflect.Type]*shape // also those that are being made
	placed bool                    // one of them says where it was met, and is no other's
}

// forms are those of the kinds; what is not here cannot be written.
var forms = map[reflect.Kind]form{
	reflect.Bool: formBool, reflect.String: formString,
	reflect.Int8: formInt8, reflect.Int16: formInt16, reflect.Int32: formInt32, reflect.Int64: formInt64,
	reflect.Uint8: formUint8, reflect.Uint16: formUint16, reflect.Uint32: formUint32, reflect.Uint64: formUint64,
	reflect.Float32: formFloat32, reflect.Float64: formFloat64,
	reflect.Slice: formSlice, reflect.Array: formArray, reflect.Map: formMap, reflect.Pointer: formPointer,
	reflect.Struct: formStruct, reflect.Interface: formNil,
}

// formOf is the form of a type, whose int and uint have the size of the machine's.
func formOf(t reflect.Type) (form, bool) {
	kind := t.Kind()
	switch {
	case t.Size() == 0 && (kind == reflect.Struct || kind == reflect.Array):
		return formEmpty, true
	case kind == reflect.Int:
		kind = map[uintptr]reflect.Kind{4: reflect.Int32, 8: reflect.Int64}[t.Size()]
	case kind == reflect.Uint:
		kind = map[uintptr]reflect.Kind{4: reflect.Uint32, 8: reflect.Uint64}[t.Size()]
	}
	f, ok := forms[kind]
	return f, ok
}

func (b *builder) shape(t reflect.Type, path string) *shape {
	if s, ok := b.made[t]; ok {
		return s
	}
	if s, ok := shapes.Load(t); ok && !s.(*shape).alone {
		return s.(*shape)
	}
	f, ok := formOf(t)
	if !ok || f == formMap && t.Key().Kind() != reflect.String {
		refuse(t, path)
	}
	s := &shape{form: f, typ: t, size: t.Size(), least: 1, path: path}
	s.whole = []field{{0, s}}
	b.made[t] = s
	switch f {
	case formEmpty:
		s.least = 0
	case formNil:
		b.placed = true
	case formFloat32, formFloat64:
		s.least = int(s.size)
	case formPointer, formSlice, formMap:
		b.elem(s, path)
	case formArray:
		s.count = t.Len()
		b.elem(s, path)
		s.least = s.count * s.elem.least
	case formStruct:
		b.structure(s, path)
	}
	return s
}

func refuse(t reflect.Type, path string) {
	panic(fmt.Sprintf("memo: %s: a %s cannot be written", path, t))
}

// elem makes the shape of what a value holds, and finds runs of bytes.
func (b *builder) elem(s *shape, path string) {
	s.elem = b.shape(s.typ.Elem(), path+"[]")
	switch {
	case s.elem.form != formUint8:
	case s.form == formSlice:
		s.form = formBytes
	case s.form == formArray:
		s.form = formRun
	}
}

func (b *builder) structure(s *shape, path string) {
	small := pieces(s.typ) <= smallStruct
	for i := range s.typ.NumField() {
		f := s.typ.Field(i)
		b.field(s, f, small, path+"."+f.Name)
	}
	s.least = (len(s.fields) + 7) / 8
}

// field adds a field, or the fields of a small struct in its place.
func (b *builder) field(s *shape, f reflect.StructField, small bool, path string) {
	inner := b.shape(f.Type, path)
	s.own = append(s.own, field{f.Offset, inner})
	switch {
	case inner.form == formEmpty:
	case inner.form == formStruct && small:
		for _, piece := range inner.fields {
			s.fields = append(s.fields, field{f.Offset + piece.offset, piece.shape})
		}
	default:
		s.fields = append(s.fields, field{f.Offset, inner})
	}
}

// pieces counts the fields of a struct and of those within.
func pieces(t reflect.Type) int {
	n := 0
	for i := range t.NumField() {
		if f := t.Field(i).Type; f.Kind() == reflect.Struct {
			n += pieces(f)
		} else {
			n++
		}
	}
	return n
}

// zero reports whether the value need not be written as a field.
func (s *shape) zero(p place) bool {
	switch s.form {
	case formBool, formInt8, formUint8:
		return *as[uint8](p) == 0
	case formInt16, formUint16:
		return *as[uint16](p) == 0
	case formInt32, formUint32, formFloat32:
		return *as[uint32](p) == 0
	case formInt64, formUint64, formFloat64:
		return *as[uint64](p) == 0
	case formString:
		return *as[string](p) == ""
	case formSlice, formBytes, formMap, formPointer, formNil:
		return p.isNil()
	case formRun:
		return !slices.ContainsFunc(p.run(s.size), func(b byte) bool { return b != 0 })
	case formArray:
		return s.zeroArray(p)
	}
	return !slices.ContainsFunc(s.fields, func(f field) bool { return !f.shape.zero(p.plus(f.offset)) })
}

func (s *shape) zeroArray(p place) bool {
	for i := range s.count {
		if !s.elem.zero(p.plus(uintptr(i) * s.elem.size)) {
			return false
		}
	}
	return true
}
