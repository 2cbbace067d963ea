package memo

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"errors"
	"math"
	"os"
	"path/filepath"
	"slices"
)

// writer appends to a pack. A nil writer holds nothing and takes nothing in, nor
// does one that failed.
type writer struct {
	name       string // of pack, index and lock, without their suffixes
	lock       *os.File
	pack       *os.File // opened when there is something to write
	generation uint64
	goesOn     bool   // the pack is that of one's own part, not a new one
	start      uint64 // where buf belongs in the pack
	buf        []byte
	added      map[Key]entry // since the opening
	saved      []byte        // the index as it was saved last
	err        error         // what keeps the writer from writing
	flights
}

// The suffixes of a part's files.
const (
	packSuffix  = ".pack"
	indexSuffix = ".index"
	lockSuffix  = ".lock"
	aside       = ".new" // of a file that is being written, after its own
)

// bufferSize is how many bytes are written at a time, or a little more. Where an entry
// was large, its buffer is used again up to mostBuffered.
const (
	bufferSize   = 256 << 10
	mostBuffered = 4 << 20
)

// openWriter takes the lock of a part; nil when another process holds it.
func openWriter(name string) *writer {
	w := &writer{name: name, added: map[Key]entry{}}
	if w.err = os.MkdirAll(filepath.Dir(name), 0o755); w.err != nil {
		return w
	}
	if w.lock, w.err = os.OpenFile(name+lockSuffix, os.O_RDWR|os.O_CREATE, 0o644); w.err != nil {
		return w
	}
	if !tryLock(w.lock) {
		w.lock.Close()
		return nil
	}
	return w
}

// follow makes the writer go on behind a part, or begin anew where it is empty.
func (w *writer) follow(own *part) {
	if w == nil {
		return
	}
	w.goesOn = own.file != nil
	w.generation, w.start = own.generation, own.size
	if !w.goesOn {
		w.generation, w.start = own.generation+1, uint64(packHead)
	}
}

// put reports whether the writer took the entry in.
func (w *writer) put(k Key, b []byte, sum uint32) bool {
	if w == nil || w.err != nil || uint64(len(b)) > math.MaxUint32 {
		return false
	}
	e := entry{key: k, offset: w.start + uint64(len(w.buf)), length: uint32(len(b)), sum: sum}
	if old, ok := w.added[k]; ok && old.length == e.length && old.sum == sum {
		return true
	}
	w.added[k] = e
	w.buf = append(w.buf, b...)
	return true
}

// forget drops what was added under a key, if anything.
func (w *writer) forget(k Key) {
	if w != nil {
		delete(w.added, k)
	}
}

func (w *writer) has(k Key) bool {
	if w == nil {
		return false
	}
	_, ok := w.added[k]
	return ok
}

func (w *writer) find(k Key) (found, bool) {
	if !w.has(k) {
		return found{}, false
	}
	e := w.added[k]
	if e.offset >= w.start {
		return found{bytes: bytes.Clone(w.buf[e.offset-w.start:][:e.length:e.length])}, true
	}
	if b, ok := w.aloft(e); ok {
		return found{bytes: bytes.Clone(b)}, true
	}
	return found{file: w.pack, entry: e}, true
}

// flush writes the buffer, which stays as it is when that fails.
func (w *writer) flush() error {
	if w.err == nil {
		w.err = w.settled()
	}
	if w.err != nil || len(w.buf) == 0 {
		return w.err
	}
	if err := w.open(); err != nil {
		return err
	}
	if _, err := w.pack.WriteAt(w.buf, int64(w.start)); err != nil {
		return err
	}
	w.start += uint64(len(w.buf))
	w.buf = w.buf[:0]
	if cap(w.buf) > mostBuffered {
		w.buf = nil
	}
	return nil
}

// open opens the pack and cuts off what stands behind the place to write at: what
// a process left that did not come to save its index.
func (w *writer) open() error {
	if w.pack != nil {
		return nil
	}
	f, err := os.OpenFile(w.name+packSuffix, os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return err
	}
	if w.goesOn {
		err = f.Truncate(int64(w.start))
	} else {
		err = begin(f, w.generation)
	}
	if err != nil {
		f.Close()
		return err
	}
	w.pack = f
	return nil
}

// begin makes a file an empty pack.
func begin(f *os.File, generation uint64) error {
	if err := f.Truncate(0); err != nil {
		return err
	}
	_, err := f.WriteAt(binary.LittleEndian.AppendUint64([]byte(packMagic), generation), 0)
	return err
}

// save writes an index if it is another than the last.
func (w *writer) save(b []byte) error {
	if bytes.Equal(b, w.saved) {
		return nil
	}
	if err := replace(w.name+indexSuffix, b); err != nil {
		return err
	}
	w.saved = b
	return nil
}

// replace writes a file aside and then in place.
func replace(name string, b []byte) error {
	if err := os.WriteFile(name+aside, b, 0o644); err != nil {
		return err
	}
	return os.Rename(name+aside, name)
}

// compact writes a new pack and its index aside: the entries, read from the old
// pack.
func (w *writer) compact(entries []entry, old *os.File) error {
	f, err := os.Create(w.name + packSuffix + aside)
	if err != nil {
		return err
	}
	fresh := &writer{pack: f, generation: w.generation + 1, start: uint64(packHead), added: map[Key]entry{}}
	err = begin(f, fresh.generation)
	slices.SortFunc(entries, func(a, b entry) int { return cmp.Compare(a.offset, b.offset) })
	var kept []entry
	var scratch []byte
	for _, e := range entries {
		scratch = slices.Grow(scratch[:0], int(e.length))
		b := scratch[:e.length]
		if !e.read(old, b) {
			continue
		}
		if err == nil && fresh.put(e.key, b, e.sum) {
			moved := fresh.added[e.key]
			moved.age = e.age
			kept = append(kept, moved)
		}
		if len(fresh.buf) >= bufferSize {
			err = errors.Join(err, fresh.flush())
		}
	}
	slices.SortFunc(kept, byKey)
	err = errors.Join(err, fresh.flush(), f.Close())
	if err != nil {
		return err
	}
	return os.WriteFile(w.name+indexSuffix+aside, encode(fresh.generation, fresh.start, kept), 0o644)
}

func byKey(a, b entry) int { return bytes.Compare(a.key[:], b.key[:]) }

// closePack closes the pack; what is written next opens it again.
func (w *writer) closePack() error {
	if w.pack == nil {
		return nil
	}
	err := errors.Join(w.settled(), w.pack.Close())
	w.pack = nil
	return err
}

// close releases the pack and the lock.
func (w *writer) close() error {
	if w == nil {
		return nil
	}
	err := w.closePack()
	if w.lock != nil {
		err = errors.Join(err, w.lock.Close())
	}
	w.err = cmp.Or(w.err, os.ErrClosed)
	return err
}
