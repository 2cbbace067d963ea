package pdf

import (
	"bytes"
	"crypto/sha256"
	"strconv"

	"github.com/klauspost/compress/zlib"
)

// file is the outermost layer of a PDF: numbered objects and the table that says
// where they are (ISO 32000-1, 7.5). Streams stand for themselves; all other
// objects are packed into object streams.
type file struct {
	buf    []byte
	places []place // by object number
	pack   pack
	zip    *zlib.Writer
	zipped bytes.Buffer
}

// place is where an object is: at an offset, or in an object stream under an
// index.
type place struct {
	offset int
	pack   ref // 0: none
	index  int
}

// pack is the object stream under way.
type pack struct {
	object
	ref   ref
	index object // number and offset of each
	count int
}

// packed is how many objects an object stream holds at most: a reader that wants
// one unpacks them all.
const packed = 200

// header names the version; its second line tells programs that move files that
// they are binary.
const header = "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"

func newFile() *file {
	f := &file{buf: make([]byte, 0, 1<<16), places: make([]place, 1, 256)}
	f.buf = append(f.buf, header...)
	f.zip, _ = zlib.NewWriterLevel(&f.zipped, level)
	return f
}

// level of compression: higher ones are slower and hardly smaller.
const level = 6

// alloc returns a new object number.
func (f *file) alloc() ref {
	f.places = append(f.places, place{})
	return ref(len(f.places) - 1)
}

// object begins an object other than a stream. It ends where the next begins.
func (f *file) object(r ref) *object {
	p := &f.pack
	if p.count == packed {
		f.flush()
	}
	if p.count == 0 {
		p.ref = f.alloc()
	} else {
		p.raw("\n")
	}
	p.index.int(int(r)).int(len(p.b))
	f.places[r] = place{pack: p.ref, index: p.count}
	p.count++
	return &p.object
}

// flush writes the object stream under way.
func (f *file) flush() {
	p := &f.pack
	if p.count == 0 {
		return
	}
	p.index.raw("\n")
	first := len(p.index.b)
	extra := "/Type/ObjStm/N " + strconv.Itoa(p.count) + "/First " + strconv.Itoa(first)
	f.stream(p.ref, extra, append(p.index.b, p.b...), deflated)
	p.b, p.index.b, p.count = p.b[:0], p.index.b[:0], 0
}

// coding is how the data of a stream is written.
type coding bool

const (
	plain    coding = false // as given: not coded, or coded as its dictionary says
	deflated coding = true
)

// stream writes a stream. Extra is what its dictionary says besides the length
// and the coding.
func (f *file) stream(r ref, extra string, data []byte, c coding) {
	if c == deflated {
		extra += "/Filter/FlateDecode"
		data = f.deflate(data)
	}
	f.places[r] = place{offset: len(f.buf)}
	o := object{b: f.buf}
	o.int(int(r)).raw(" 0 obj\n<<").raw(extra).raw("/Length ").int(len(data))
	o.raw(">>\nstream\n")
	f.buf = append(o.b, data...)
	f.buf = append(f.buf, "\nendstream\nendobj\n"...)
}

// deflate returns data compressed, valid until the next call.
func (f *file) deflate(data []byte) []byte {
	f.zipped.Reset()
	f.zip.Reset(&f.zipped)
	f.zip.Write(data)
	f.zip.Close()
	return f.zipped.Bytes()
}

// finish writes the cross-reference stream (ISO 32000-1, 7.5.8) and returns the
// file. Its /ID is a digest of all that it holds.
func (f *file) finish(catalog, info ref) []byte {
	f.flush()
	self := f.alloc()
	start := len(f.buf)
	f.places[self] = place{offset: start}
	sum := sha256.Sum256(f.buf)
	var o object
	o.raw("/Type/XRef/Size ").int(len(f.places))
	o.raw("/W[1 4 2]/Root ").ref(catalog).raw("/Info ").ref(info)
	o.raw("/ID[").hex(sum[:16]).hex(sum[:16]).raw("]")
	f.stream(self, string(o.b), f.table(), deflated)
	f.buf = append(f.buf, "startxref\n"+strconv.Itoa(start)+"\n%%EOF\n"...)
	return f.buf
}

// table returns the entries of the cross-reference stream.
func (f *file) table() []byte {
	t := make([]byte, 0, 7*len(f.places))
	t = append(t, 0, 0, 0, 0, 0, 0xff, 0xff)
	for _, p := range f.places[1:] {
		kind, at := byte(1), p.offset
		if p.pack != 0 {
			kind, at = 2, int(p.pack)
		}
		t = append(t, kind, byte(at>>24), byte(at>>16), byte(at>>8), byte(at), byte(p.index>>8), byte(p.index))
	}
	return t
}
