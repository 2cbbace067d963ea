package memo

import (
	"bytes"
	"encoding/binary"
	"reflect"
)

// sizeBytes are those of the length in front of a piece.
const sizeBytes = 4

// Fields writes a struct field by field, each as Append does, and hands use what was
// written, which is good until that returns, with the key of each field. A field that
// is itself a struct of many fields is written piece by piece. v is a pointer to the
// struct.
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
		from := len(e.out)
		for _, piece := range f.pieces() {
			e.piece(piece.shape, at.plus(f.offset+piece.offset))
		}
		keys = append(keys, Bytes(e.out[from:]))
	}
	return keys
}

// piece writes a value behind its length, so that it can be read by itself.
func (e *encoder) piece(s *shape, p place) {
	e.out = append(e.out, make([]byte, sizeBytes)...)
	e.from = len(e.out)
	e.value(s, p)
	binary.BigEndian.PutUint32(e.out[e.from-sizeBytes:], uint32(len(e.out)-e.from))
	e.forget()
}

// wide reports whether a field is a struct of many fields.
func (f field) wide() bool { return f.shape.form == formStruct && len(f.shape.own) > smallStruct }

// pieces are what a field is written in, by their offsets in it.
func (f field) pieces() []field {
	if f.wide() {
		return f.shape.own
	}
	return f.shape.whole
}

// Reader reads structs that Fields wrote, one after another. What is the same in one
// as it was in the one before is read once: structs that it has filled may share
// memory, and must not be changed. It is for one goroutine at a time; the zero value is
// ready.
type Reader struct {
	last map[*shape][]recent // pieces, by what they are pieces of
}

// recent is a piece as it was read last.
type recent struct {
	bytes []byte
	value reflect.Value // invalid until it has come twice
}

// A piece that is not read again has at least and at most so many bytes: a shorter one
// is read as fast, and a longer one is seldom that of another struct as well.
const (
	shortPiece = 24
	longPiece  = 16 << 10
)

// Read fills the struct that v points to. The strings in it are parts of b, which must
// not change as long as it is used. After an error, which is always ErrMalformed, the
// struct is zero.
func (r *Reader) Read(b []byte, v any) error {
	of, at := pointed(v)
	reflect.ValueOf(v).Elem().SetZero()
	for i, f := range of.own {
		parent, n := of, i
		if f.wide() {
			parent, n = f.shape, 0
		}
		for k, piece := range f.pieces() {
			plain, rest, ok := cut(b)
			if !ok || !r.piece(parent, n+k, plain, piece.shape, at.plus(f.offset+piece.offset)) {
				reflect.ValueOf(v).Elem().SetZero()
				return ErrMalformed
			}
			b = rest
		}
	}
	if len(b) > 0 {
		reflect.ValueOf(v).Elem().SetZero()
		return ErrMalformed
	}
	return nil
}

// piece reads the nth piece of a struct.
func (r *Reader) piece(of *shape, n int, b []byte, s *shape, p place) bool {
	if len(b) < shortPiece || len(b) > longPiece || s.form == formString {
		return decodeValue(b, s, p)
	}
	last := r.recent(of, n)
	if !bytes.Equal(last.bytes, b) {
		last.bytes, last.value = append(last.bytes[:0], b...), reflect.Value{}
		return decodeValue(b, s, p)
	}
	if !last.value.IsValid() {
		v := reflect.New(s.typ)
		if !decodeValue(bytes.Clone(b), s, placeIn(v)) {
			return false
		}
		last.value = v.Elem()
	}
	p.value(s.typ).Set(last.value)
	return true
}

func (r *Reader) recent(of *shape, n int) *recent {
	if r.last == nil {
		r.last = map[*shape][]recent{}
	}
	all := r.last[of]
	if all == nil {
		all = make([]recent, len(of.own))
		r.last[of] = all
	}
	return &all[n]
}

// cut takes off the bytes of the first piece.
func cut(b []byte) (piece, rest []byte, ok bool) {
	if len(b) < sizeBytes {
		return nil, nil, false
	}
	size := int(binary.BigEndian.Uint32(b))
	if b = b[sizeBytes:]; size > len(b) {
		return nil, nil, false
	}
	return b[:size:size], b[size:], true
}
