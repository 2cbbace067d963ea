package memo

import (
	"encoding/binary"
	"math"
	"math/bits"
	"reflect"
)

// decoder reads one value. Its methods report whether all was well.
type decoder struct {
	b     []byte
	at    int
	depth int // slices, maps and pointers around
}

// decodeValue fills a zero value.
func decodeValue(b []byte, s *shape, p place) bool {
	d := decoder{b: b}
	return d.value(s, p) && d.at == len(b)
}

func (d *decoder) uint() (uint64, bool) {
	if d.at < len(d.b) && d.b[d.at] < 0x80 {
		d.at++
		return uint64(d.b[d.at-1]), true
	}
	return d.long()
}

func (d *decoder) long() (uint64, bool) {
	n, width := binary.Uvarint(d.b[d.at:])
	d.at += max(width, 0)
	return n, width > 0
}

func (d *decoder) int() (int64, bool) {
	n, ok := d.uint()
	return int64(n>>1) ^ -int64(n&1), ok
}

// take returns the next n bytes.
func (d *decoder) take(n uint64) ([]byte, bool) {
	if n > uint64(len(d.b)-d.at) {
		return nil, false
	}
	from := d.at
	d.at += int(n)
	return d.b[from:d.at:d.at], true
}

func (d *decoder) value(s *shape, p place) bool {
	switch s.form {
	case formString:
		return d.string(as[string](p))
	case formInt64:
		n, ok := d.int()
		*as[int64](p) = n
		return ok
	case formStruct:
		return d.fields(s, p)
	case formSlice, formBytes, formMap, formPointer, formNil:
		return d.reference(s, p)
	case formRun:
		b, ok := d.take(uint64(s.size))
		copy(p.run(s.size), b)
		return ok
	case formArray:
		return d.elements(s.elem, p, s.count)
	case formEmpty:
		return true
	}
	return d.scalar(s, p)
}

// scalar reads the kinds that are rare.
func (d *decoder) scalar(s *shape, p place) bool {
	switch s.form {
	case formFloat32, formFloat64:
		return d.float(s, p)
	case formInt8, formInt16, formInt32:
		return d.signed(s, p)
	case formBool, formUint8:
		b, ok := d.take(1)
		if !ok || s.form == formBool && b[0] > 1 {
			return false
		}
		*as[uint8](p) = b[0]
		return true
	}
	n, ok := d.uint()
	switch s.form {
	case formUint16:
		*as[uint16](p) = uint16(n)
		return ok && n <= math.MaxUint16
	case formUint32:
		*as[uint32](p) = uint32(n)
		return ok && n <= math.MaxUint32
	}
	*as[uint64](p) = n
	return ok
}

func (d *decoder) signed(s *shape, p place) bool {
	n, ok := d.int()
	switch s.form {
	case formInt8:
		*as[int8](p) = int8(n)
		return ok && int64(int8(n)) == n
	case formInt16:
		*as[int16](p) = int16(n)
		return ok && int64(int16(n)) == n
	}
	*as[int32](p) = int32(n)
	return ok && int64(int32(n)) == n
}

func (d *decoder) float(s *shape, p place) bool {
	b, ok := d.take(uint64(s.size))
	switch {
	case !ok:
		return false
	case s.form == formFloat32:
		*as[uint32](p) = binary.LittleEndian.Uint32(b)
	default:
		*as[uint64](p) = binary.LittleEndian.Uint64(b)
	}
	return true
}

// string reads a string, or finds the one that it refers to.
func (d *decoder) string(s *string) bool {
	n, ok := d.uint()
	if !ok {
		return false
	}
	if n&1 == 1 {
		return d.earlier(n>>1, s)
	}
	b, ok := d.take(n >> 1)
	if len(b) > 0 {
		*s = text(b)
	}
	return ok
}

// earlier reads the string at an offset before this place.
func (d *decoder) earlier(offset uint64, s *string) bool {
	if offset >= uint64(d.at) {
		return false
	}
	from := decoder{b: d.b[:d.at], at: int(offset)}
	n, ok := from.uint()
	if !ok || n&1 == 1 {
		return false
	}
	b, ok := from.take(n >> 1)
	*s = text(b)
	return ok
}

// fields reads the fields that have their bit set.
func (d *decoder) fields(s *shape, p place) bool {
	set, ok := d.take(uint64(s.least))
	if !ok {
		return false
	}
	for i, eight := range set {
		for ; eight != 0; eight &= eight - 1 {
			n := i*8 + bits.TrailingZeros8(eight)
			if n >= len(s.fields) || !d.field(&s.fields[n], p) {
				return false
			}
		}
	}
	return true
}

// field reads a field that is not zero; the forms that most fields have come first.
func (d *decoder) field(f *field, p place) bool {
	p = p.plus(f.offset)
	switch f.shape.form {
	case formString:
		return d.string(as[string](p))
	case formInt64:
		n, ok := d.int()
		*as[int64](p) = n
		return ok
	case formBool:
		*as[bool](p) = true
		return true
	}
	return d.value(f.shape, p)
}

func (d *decoder) elements(s *shape, p place, n int) bool {
	for i := range n {
		if !d.value(s, p.plus(uintptr(i)*s.size)) {
			return false
		}
	}
	return true
}

// reference reads what may be nil.
func (d *decoder) reference(s *shape, p place) bool {
	n, ok := d.uint()
	if !ok || n == 0 {
		return ok
	}
	if d.depth++; d.depth > deepest {
		return false
	}
	ok = d.held(s, p, n-1)
	d.depth--
	return ok
}

// held reads what is not nil: n is its length, or 0 for a pointer.
func (d *decoder) held(s *shape, p place, n uint64) bool {
	switch s.form {
	case formPointer:
		v := placeIn(reflect.New(s.elem.typ))
		p.point(v)
		return n == 0 && d.value(s.elem, v)
	case formBytes:
		b, ok := d.take(n)
		*as[[]byte](p) = append([]byte{}, b...)
		return ok
	case formSlice:
		return d.slice(s, p, n)
	case formMap:
		return d.entries(s, p, n)
	}
	return false
}

// slice reads n elements, for which there must be bytes enough left; elements that
// take no memory take none here either.
func (d *decoder) slice(s *shape, p place, n uint64) bool {
	least := uint64(s.elem.least)
	if least > 0 && n > uint64(len(d.b)-d.at)/least || n > math.MaxInt32 {
		return false
	}
	v := p.value(s.typ)
	if n == 0 || least == 0 {
		v.Set(reflect.MakeSlice(s.typ, int(n), int(n)))
		return true
	}
	v.Grow(int(n))
	v.SetLen(int(n))
	return d.elements(s.elem, p.first(), int(n))
}

// entries reads n keys, each greater than the one before, with their values.
func (d *decoder) entries(s *shape, p place, n uint64) bool {
	if n > uint64(len(d.b)-d.at)/uint64(1+s.elem.least) {
		return false
	}
	made := reflect.MakeMapWithSize(s.typ, int(n))
	p.value(s.typ).Set(made)
	before := ""
	for i := range n {
		key := ""
		v := reflect.New(s.elem.typ)
		if !d.string(&key) || i > 0 && key <= before || !d.value(s.elem, placeIn(v)) {
			return false
		}
		made.SetMapIndex(reflect.ValueOf(key).Convert(s.typ.Key()), v.Elem())
		before = key
	}
	return true
}
