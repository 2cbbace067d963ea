// Package memo gives values keys and remembers bytes under them.
//
// Sum hashes a value by its structure: strings, numbers, booleans, slices,
// structs and pointers to structs, each length-prefixed or tagged so that no two
// different values run together. Whatever is in the value is in the key; there
// are no hand-written hash methods that could forget a field. Maps, interfaces,
// funcs and channels have no stable order or content and are refused with a
// panic: a type that holds one is our own bug, found by the first test that
// hashes it.
//
// Store keeps bytes under their keys, in memory or, through Open and Save, in a
// pack with an index in the cache folder. Append and Decode turn values into such
// bytes and back. Table keeps values as they are for as long as the process lives.
package memo

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"hash"
	"math"
	"reflect"
	"sync"
)

// Key identifies a value by content (SHA-256).
type Key [32]byte

func (k Key) String() string { return hex.EncodeToString(k[:]) }

// Bytes returns the key of a run of bytes.
func Bytes(b []byte) Key { return sha256.Sum256(b) }

// NewHash returns what sums up bytes that come one after another: its sum is the key that
// Bytes gives all of them.
func NewHash() hash.Hash { return sha256.New() }

// Sum returns the key of the values, in order.
func Sum(values ...any) Key {
	w := walkers.Get().(*walker)
	for _, v := range values {
		w.value(reflect.ValueOf(v))
	}
	return w.end()
}

// walker writes out a value to be hashed.
type walker struct{ buf []byte }

var walkers = sync.Pool{New: func() any { return new(walker) }}

// end hashes what was written and gives the walker back.
func (w *walker) end() Key {
	k := Bytes(w.buf)
	w.buf = w.buf[:0]
	walkers.Put(w)
	return k
}

func (w *walker) uint(n uint64) { w.buf = binary.AppendUvarint(w.buf, n) }

func (w *walker) text(s string) {
	w.uint(uint64(len(s)))
	w.buf = append(w.buf, s...)
}

func (w *walker) value(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		w.text(v.String())
	case reflect.Bool:
		w.uint(boolean(v.Bool()))
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		w.uint(uint64(v.Int()))
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		w.uint(v.Uint())
	case reflect.Float32, reflect.Float64:
		w.uint(math.Float64bits(v.Float()))
	case reflect.Slice, reflect.Array:
		w.uint(uint64(v.Len()))
		if v.Kind() == reflect.Slice && v.Type().Elem().Kind() == reflect.Uint8 {
			w.buf = append(w.buf, v.Bytes()...)
			return
		}
		for i := range v.Len() {
			w.value(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			w.value(v.Field(i))
		}
	case reflect.Pointer:
		w.pointer(v)
	default:
		panic(fmt.Sprintf("memo: a %s cannot be hashed", v.Type()))
	}
}

// pointer tells nil from a pointer to an empty struct.
func (w *walker) pointer(v reflect.Value) {
	w.uint(boolean(!v.IsNil()))
	if !v.IsNil() {
		w.value(v.Elem())
	}
}

func boolean(b bool) uint64 {
	if b {
		return 1
	}
	return 0
}
