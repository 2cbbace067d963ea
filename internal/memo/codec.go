package memo

import (
	"errors"
	"fmt"
	"reflect"
	"sync"
)

// The codec writes plain Go values by their structure, and reads them back
// without a copy of their strings. Unexported fields are written like others.
//
// A value is written as follows; numbers are varints unless said otherwise.
//
//	bool             a byte; as a field of a struct nothing, its bit says it all
//	int, uint        its value, signed ones in zigzag
//	float            its bits, 4 or 8 bytes, little-endian
//	string           twice its length, and its bytes; or, where the same string was
//	                 written before, twice its offset in the encoding, plus one
//	slice, map       its length plus one, and its elements; nil is 0. Maps have
//	                 string keys, in order. Runs of bytes are written as they are
//	array            its elements; arrays of bytes as they are
//	pointer          0 for nil; 1, and what it points to
//	interface        0 for nil, the only value that can be written
//	struct           one bit for each field, set where the field is not zero, in as
//	                 few bytes as hold them; then the fields that are not zero. The
//	                 fields of a small struct within count as fields of the outer one
//
// Nothing in it says what type it is of: who reads must know.

// ErrMalformed reports bytes that Append did not write for a value of the type.
var ErrMalformed = errors.New("memo: malformed value")

// Append appends the encoding of the value to dst. The same value gives the same
// bytes. Two pointers to the same thing come back as pointers to two things; a
// cycle is refused with a panic, as is a type that holds functions, channels or
// maps with other keys than strings, and an interface that is not nil: these are
// our own bugs.
func Append[T any](dst []byte, v *T) []byte {
	return appendValue(dst, shapeOf(reflect.TypeFor[T]()), placeOf(v))
}

// AppendAny is Append for a value whose type is known when the program runs: v is
// a pointer to it.
func AppendAny(dst []byte, v any) []byte {
	s, p := pointed(v)
	return appendValue(dst, s, p)
}

// Decode reads a value that Append wrote; b is the whole of it. The strings in the
// value are parts of b, which must not change afterwards. After an error, which is
// always ErrMalformed, the value is zero. The memory taken is bounded by len(b)
// times a number that depends on the type alone.
func Decode[T any](b []byte, v *T) error {
	*v = *new(T)
	if !decodeValue(b, shapeOf(reflect.TypeFor[T]()), placeOf(v)) {
		*v = *new(T)
		return ErrMalformed
	}
	return nil
}

// DecodeAny is Decode for a value whose type is known when the program runs: v is
// a pointer to it.
func DecodeAny(b []byte, v any) error {
	s, p := pointed(v)
	reflect.ValueOf(v).Elem().SetZero()
	if !decodeValue(b, s, p) {
		reflect.ValueOf(v).Elem().SetZero()
		return ErrMalformed
	}
	return nil
}

func pointed(v any) (*shape, place) {
	p := reflect.ValueOf(v)
	if p.Kind() != reflect.Pointer || p.IsNil() {
		panic(fmt.Sprintf("memo: a pointer is wanted, not a %T", v))
	}
	return shapeOf(p.Type().Elem()), placeIn(p)
}

// shapes holds the *shape of every type met, by reflect.Type.
var shapes sync.Map

func shapeOf(t reflect.Type) *shape {
	if s, ok := shapes.Load(t); ok {
		return s.(*shape)
	}
	b := builder{made: map[reflect.Type]*shape{}}
	s := b.shape(t, t.String())
	if s.alone = b.placed; s.alone {
		shapes.Store(t, s)
		return s
	}
	for t, s := range b.made { // all of them are finished
		shapes.LoadOrStore(t, s)
	}
	return s
}

// deepest is how many slices, maps and pointers may lie within one another: far
// beyond any value, far below what a stack holds.
const deepest = 1000
