package ua

import (
	"errors"
	"io"
)

// Limits. They lie far above any document of ours and keep hostile files cheap.
const (
	maxObjects   = 1 << 20 // indirect objects
	maxStream    = 32 << 20
	maxWork      = 256 << 20 // bytes decoded, and read again
	maxTries     = 32        // references that lead to references
	maxLoading   = 16        // objects needed to load an object
	maxRevisions = 256       // cross-reference sections
)

var (
	errNoPDF     = errors.New("this is no PDF file: it does not begin with %PDF-")
	errTruncated = errors.New("the file is cut off: it does not end with startxref and %%EOF")
	errEncrypted = errors.New("the file is encrypted")
	errWork      = errors.New("the file demands more work than a document of its kind may")
)

// file is a PDF file whose objects are loaded when they are asked for.
type file struct {
	found *findings

	data    []byte
	entries []xrefEntry // by object number
	slots   []slot
	trailer *dict
	loading int

	names     map[string]object
	parser    parser
	inflater  io.ReadCloser
	work      int
	exhausted error
}

// slot holds an object once it is loaded.
type slot struct {
	state slotState
	val   object
}

type slotState uint8

const (
	unread slotState = iota
	underway
	loaded
)

// open reads the cross-reference sections of a file.
func open(data []byte, found *findings) (*file, error) {
	f := &file{found: found, data: data, names: map[string]object{}}
	f.parser.names = f.names
	if len(data) < 8 || string(data[:5]) != "%PDF-" {
		return nil, errNoPDF
	}
	if err := f.readXref(); err != nil {
		return nil, err
	}
	f.slots = make([]slot, len(f.entries))
	if f.trailer.has("Encrypt") {
		return nil, errEncrypted
	}
	return f, nil
}

// reader is a parser of the file, or of content, at an offset.
func (f *file) reader(data []byte, at int) *parser {
	p := &parser{names: f.names}
	p.data, p.pos = data, at
	return p
}

// spend charges work of so many bytes; it is false when the file has had its
// share.
func (f *file) spend(n int) bool {
	f.work += n
	if f.work > maxWork {
		f.exhausted = errWork
	}
	return f.exhausted == nil
}

// at is the indirect object of that number; nil when there is none.
func (f *file) at(num int) object {
	if num < 0 || num >= len(f.slots) {
		return nil
	}
	s := &f.slots[num]
	if s.state == loaded {
		return s.val
	}
	if s.state == underway || f.loading == maxLoading {
		f.found.add("PDF 7.3.10", 0, "object %d needs itself to be read", num)
		return nil
	}
	s.state = underway
	f.loading++
	val := f.load(num)
	f.loading--
	if s.state == underway {
		s.state, s.val = loaded, val
	}
	return s.val
}

// resolve follows references to a value.
func (f *file) resolve(o object) object {
	for range maxTries {
		r, ok := o.(ref)
		if !ok {
			return o
		}
		o = f.at(r.num)
	}
	return nil
}

// dict is the dictionary that an object is or, for a stream, has.
func (f *file) dict(o object) *dict {
	switch o := f.resolve(o).(type) {
	case *dict:
		return o
	case *stream:
		return o.dict
	}
	return nil
}

func (f *file) stream(o object) *stream {
	s, _ := f.resolve(o).(*stream)
	return s
}

func (f *file) array(o object) array {
	a, _ := f.resolve(o).(array)
	return a
}

// list is an array as it stands, or another object as an array of itself.
func (f *file) list(o object) array {
	switch v := f.resolve(o).(type) {
	case nil:
		return nil
	case array:
		return v
	}
	return array{o}
}

func (f *file) name(o object) name {
	n, _ := f.resolve(o).(name)
	return n
}

func (f *file) boolean(o object) bool {
	b, _ := f.resolve(o).(bool)
	return b
}

func (f *file) integer(o object) (int, bool) {
	i, ok := f.resolve(o).(int)
	return i, ok
}

func (f *file) number(o object) (float64, bool) {
	switch v := f.resolve(o).(type) {
	case int:
		return float64(v), true
	case float64:
		return v, true
	}
	return 0, false
}

// string is the Unicode text of a text string; "" when it is none.
func (f *file) string(o object) string {
	s, _ := f.resolve(o).(str)
	return textString(s)
}

// number is the object number of a reference, 0 of another object.
func number(o object) int {
	r, _ := o.(ref)
	return r.num
}
