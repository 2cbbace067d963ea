package plan

import (
	"bytes"
	"encoding/binary"
	"reflect"
	"sync"

	"dossier/internal/memo"
)

// A view is written out field by field, each behind its length, and its key is that
// of what was written: what can be told from the key can be read back.

// scratches are buffers to write views in.
var scratches = sync.Pool{New: func() any { return new([]byte) }}

// sizeBytes are those of the length of a field.
const sizeBytes = 4

// plain writes a view out, given by a pointer to its struct, and returns the keys of
// its fields and of the whole.
func plain(v any) (b []byte, parts []Part, key memo.Key) {
	scratch := scratches.Get().(*[]byte)
	defer scratches.Put(scratch)
	b = (*scratch)[:0]
	fields := reflect.ValueOf(v).Elem()
	parts = make([]Part, fields.NumField())
	all := make([]byte, 0, len(parts)*len(key))
	for i := range parts {
		at := len(b)
		b = memo.AppendAny(append(b, make([]byte, sizeBytes)...), fields.Field(i).Addr().Interface())
		field := b[at+sizeBytes:]
		binary.BigEndian.PutUint32(b[at:], uint32(len(field)))
		parts[i] = Part{"view." + fields.Type().Field(i).Name, memo.Bytes(field)}
		all = append(all, parts[i].Key[:]...)
	}
	*scratch = b
	return bytes.Clone(b), parts, memo.Bytes(all)
}

// Recall reads a view that was written out (see Output.Plain) into v, a pointer to
// an empty struct of its type. It is false for bytes that are no such view.
func Recall(b []byte, v any) bool {
	fields := reflect.ValueOf(v).Elem()
	for i := range fields.NumField() {
		if len(b) < sizeBytes {
			return false
		}
		size := int(binary.BigEndian.Uint32(b))
		if b = b[sizeBytes:]; size > len(b) || memo.DecodeAny(b[:size:size], fields.Field(i).Addr().Interface()) != nil {
			return false
		}
		b = b[size:]
	}
	return len(b) == 0
}
