package memo

import (
	"encoding/binary"
	"fmt"
	"maps"
	"math"
	"reflect"
	"slices"
	"sync"
)

// encoder writes one value.
type encoder struct {
	out   []byte
	from  int     // where the value begins in it
	depth int     // slices, maps and pointers around
	known written // strings
	last  string  // the string referred to last: most often the next as well
	where int     // its offset
}

// shortest is the length of the strings from which on a reference is shorter.
const shortest = 3

// mostKept is the greatest buffer that an idle encoder keeps.
const mostKept = 1 << 20

// encoders are idle encoders: their tables and buffers are worth keeping.
var encoders = sync.Pool{New: func() any { return new(encoder) }}

func appendValue(dst []byte, s *shape, p place) []byte {
	e := encoders.Get().(*encoder)
	own := e.out
	if cap(dst)-len(dst) > cap(own) { // there is more room than here
		e.out, e.from = dst, len(dst)
		e.value(s, p)
		dst, e.out = e.out, own
	} else {
		e.value(s, p)
		dst = append(dst, e.out...)
	}
	e.release()
	return dst
}

// release gives an encoder back.
func (e *encoder) release() {
	e.forget()
	e.out, e.from = e.out[:0], 0
	if cap(e.out) > mostKept {
		e.out = nil
	}
	e.known.shrink()
	encoders.Put(e)
}

// forget makes an encoder one that has met no string.
func (e *encoder) forget() {
	e.last, e.where = "", 0
	e.known.forget()
}

func (e *encoder) uint(n uint64) { e.out = binary.AppendUvarint(e.out, n) }
func (e *encoder) int(n int64)   { e.out = binary.AppendVarint(e.out, n) }

func (e *encoder) value(s *shape, p place) {
	switch s.form {
	case formBool, formUint8:
		e.out = append(e.out, *as[uint8](p))
	case formInt8:
		e.int(int64(*as[int8](p)))
	case formInt16:
		e.int(int64(*as[int16](p)))
	case formInt32:
		e.int(int64(*as[int32](p)))
	case formInt64:
		e.int(*as[int64](p))
	case formUint16:
		e.uint(uint64(*as[uint16](p)))
	case formUint32:
		e.uint(uint64(*as[uint32](p)))
	case formUint64:
		e.uint(*as[uint64](p))
	case formFloat32:
		e.out = binary.LittleEndian.AppendUint32(e.out, math.Float32bits(*as[float32](p)))
	case formFloat64:
		e.out = binary.LittleEndian.AppendUint64(e.out, math.Float64bits(*as[float64](p)))
	case formString:
		e.string(*as[string](p))
	case formRun:
		e.out = append(e.out, p.run(s.size)...)
	case formArray:
		e.elements(s.elem, p, s.count)
	case formStruct:
		e.fields(s, p)
	case formSlice, formBytes, formMap, formPointer, formNil:
		e.reference(s, p)
	}
}

func (e *encoder) string(s string) {
	if len(s) < shortest {
		e.uint(uint64(len(s)) << 1)
		e.out = append(e.out, s...)
		return
	}
	if !identical(s, e.last) {
		at, ok := e.known.place(e.out[e.from:], s)
		if !ok {
			e.uint(uint64(len(s)) << 1)
			e.out = append(e.out, s...)
			return
		}
		e.last, e.where = s, at
	}
	e.uint(uint64(e.where)<<1 | 1)
}

// fields writes the bits first as zeros, because what follows is written in one
// go with setting them.
func (e *encoder) fields(s *shape, p place) {
	bits := len(e.out)
	for range s.least {
		e.out = append(e.out, 0)
	}
	for i, f := range s.fields {
		at := p.plus(f.offset)
		if f.shape.zero(at) {
			continue
		}
		e.out[bits+i/8] |= 1 << (i % 8)
		if f.shape.form != formBool {
			e.value(f.shape, at)
		}
	}
}

func (e *encoder) elements(s *shape, p place, n int) {
	if s.form == formEmpty {
		return
	}
	for i := range n {
		e.value(s, p.plus(uintptr(i)*s.size))
	}
}

// reference writes what may be nil.
func (e *encoder) reference(s *shape, p place) {
	if p.isNil() {
		e.uint(0)
		return
	}
	if e.depth++; e.depth > deepest {
		panic(fmt.Sprintf("memo: a %s lies within itself", s.typ))
	}
	switch s.form {
	case formBytes:
		b := *as[[]byte](p)
		e.uint(uint64(len(b)) + 1)
		e.out = append(e.out, b...)
	case formSlice:
		e.uint(uint64(p.length()) + 1)
		e.elements(s.elem, p.first(), p.length())
	case formMap:
		e.entries(s, p)
	case formPointer:
		e.uint(1)
		e.value(s.elem, p.target())
	case formNil:
		panic(fmt.Sprintf("memo: %s: a %s cannot be written", s.path, p.value(s.typ).Elem().Type()))
	}
	e.depth--
}

func (e *encoder) entries(s *shape, p place) {
	held := map[string]place{}
	for keys := p.value(s.typ).MapRange(); keys.Next(); {
		v := reflect.New(s.elem.typ)
		v.Elem().Set(keys.Value())
		held[keys.Key().String()] = placeIn(v)
	}
	e.uint(uint64(len(held)) + 1)
	for _, key := range slices.Sorted(maps.Keys(held)) {
		e.string(key)
		e.value(s.elem, held[key])
	}
}
