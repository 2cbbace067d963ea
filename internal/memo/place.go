package memo

import (
	"reflect"
	"unsafe"
)

// place is where a value lies in memory. The codec reads and writes values by it,
// and this file is the only one that handles bare memory. It is safe because
//
//   - a place comes from a pointer to a value of the type that its shape was made
//     of, and moves within that value only by offsets that reflect gave;
//   - what is read or written there has the memory layout of the value: as is
//     called with the plain type of the same kind, such as string for a type whose
//     underlying type is string;
//   - new memory is made by reflect, or by make for elements of a plain type, so
//     that the collector knows where its pointers are, and every store of a pointer
//     is one that the compiler sees;
//   - a place is an unsafe.Pointer, never a number, and so keeps its value alive.
type place struct{ p unsafe.Pointer }

func placeOf[T any](v *T) place { return place{unsafe.Pointer(v)} }

// placeIn is the place of what a pointer points to.
func placeIn(v reflect.Value) place { return place{v.UnsafePointer()} }

// as returns the value at the place.
func as[T any](p place) *T { return (*T)(p.p) }

func (p place) plus(offset uintptr) place { return place{unsafe.Add(p.p, offset)} }

// value returns the value at the place, which may be set.
func (p place) value(t reflect.Type) reflect.Value { return reflect.NewAt(t, p.p).Elem() }

// target is what the pointer at the place points to.
func (p place) target() place { return place{*as[unsafe.Pointer](p)} }

// point sets the pointer at the place.
func (p place) point(to place) { *as[unsafe.Pointer](p) = to.p }

// isNil holds for a nil pointer, map, slice or interface at the place: all begin
// with a pointer that is nil then, and then only.
func (p place) isNil() bool { return *as[unsafe.Pointer](p) == nil }

// run returns n bytes from the place on.
func (p place) run(n uintptr) []byte { return unsafe.Slice((*byte)(p.p), n) }

// first is where the elements of the slice at the place lie. All slices have the
// same header.
func (p place) first() place { return place{unsafe.Pointer(unsafe.SliceData(*as[[]byte](p)))} }

// length is the number of elements of the slice at the place.
func (p place) length() int { return len(*as[[]byte](p)) }

// text is a string that shares the bytes.
func text(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

// identical holds for two strings that are the same piece of memory.
func identical(a, b string) bool {
	return len(a) == len(b) && unsafe.StringData(a) == unsafe.StringData(b)
}
