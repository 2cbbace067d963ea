package memo

import (
	"encoding/binary"
	"reflect"
)

// sizeBytes are those of the length in front of a field.
const sizeBytes = 4

// Fields writes a struct field by field, each as Append does, and hands use what was
// written, which is good until that returns, with the key of each field. v is a
// pointer to the struct.
func Fields(v any, use func(b []byte, keys []Key)) {
	e := encoders.Get().(*encoder)
	keys := e.each(v)
	use(e.out, keys)
	e.release()
}

// each writes the fields of a struct.
func (e *encoder) each(v any) []Key {
	of, at := pointed(v)
	keys := make([]Key, 0, len(of.own))
	for _, f := range of.own {
		e.out = append(e.out, make([]byte, sizeBytes)...)
		e.from = len(e.out)
		e.value(f.shape, at.plus(f.offset))
		field := e.out[e.from:]
		binary.BigEndian.PutUint32(e.out[e.from-sizeBytes:], uint32(len(field)))
		keys = append(keys, Bytes(field))
		e.forget()
	}
	return keys
}

// DecodeFields reads a struct that Fields wrote; like DecodeAny otherwise.
func DecodeFields(b []byte, v any) error {
	of, at := pointed(v)
	reflect.ValueOf(v).Elem().SetZero()
	for _, f := range of.own {
		field, rest, ok := cut(b)
		if !ok || !decodeValue(field, f.shape, at.plus(f.offset)) {
			reflect.ValueOf(v).Elem().SetZero()
			return ErrMalformed
		}
		b = rest
	}
	if len(b) > 0 {
		reflect.ValueOf(v).Elem().SetZero()
		return ErrMalformed
	}
	return nil
}

// cut takes off the bytes of the first field.
func cut(b []byte) (field, rest []byte, ok bool) {
	if len(b) < sizeBytes {
		return nil, nil, false
	}
	size := int(binary.BigEndian.Uint32(b))
	if b = b[sizeBytes:]; size > len(b) {
		return nil, nil, false
	}
	return b[:size:size], b[size:], true
}
