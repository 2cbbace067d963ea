package memo

import (
	"bytes"
	"os"
	"slices"
	"sync"
	"sync/atomic"
)

// Store remembers bytes under keys. It is safe for concurrent use. Bytes handed
// in or out are shared and must not be changed.
//
// A store that NewStore made is in memory. One that Open made keeps its entries
// on disk, in an append-only pack with an index beside it, and only its index in
// memory.
type Store struct {
	mu    sync.RWMutex  // the writer's lock is also Save's
	held  map[Key]*cell // entries in memory
	parts []*part       // indexes read at the opening, one's own first
	out   *writer       // nil: nothing is written
	own   *part         // the first of parts, or nil
}

// cell is an entry in memory.
type cell struct {
	bytes []byte
	used  atomic.Bool // asked for or put since the last turn
}

// NewStore returns an empty store in memory.
func NewStore() *Store { return &Store{held: map[Key]*cell{}} }

// Get returns what is remembered under the key. An entry that was damaged on disk
// is none.
func (s *Store) Get(k Key) ([]byte, bool) { return s.GetIn(new([]byte), k) }

// GetIn is Get for who has room for the bytes: where they have to be read they stand
// there, and are good until the room is used again.
func (s *Store) GetIn(room *[]byte, k Key) ([]byte, bool) {
	for {
		f, ok := s.find(k)
		if !ok || f.file == nil {
			return f.bytes, ok
		}
		if b, ok := f.read(room); ok {
			return b, true
		}
		s.lose(k, f) // there may be another
	}
}

// lose forgets an entry that cannot be read.
func (s *Store) lose(k Key, f found) {
	if f.state != nil {
		f.state.Store(gone)
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.out.forget(k)
}

// find returns where an entry is.
func (s *Store) find(k Key) (found, bool) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if c, ok := s.held[k]; ok {
		c.used.Store(true)
		return found{bytes: c.bytes}, true
	}
	if f, ok := s.out.find(k); ok {
		return f, true
	}
	for _, p := range s.parts {
		if i, ok := p.find(k); ok {
			return found{file: p.file, entry: p.entry(i), state: &p.states[i]}, true
		}
	}
	return found{}, false
}

// found is an entry: its bytes, or where they are in a pack. They are read without the
// lock of the store. A pack that is written anew meanwhile has closed its file, and
// the entry is looked for again.
type found struct {
	bytes []byte
	file  *os.File
	entry entry
	state *atomic.Uint32 // of an entry of a part; nil: it was put
}

// read reads the bytes of an entry in a pack into a room, which is made larger where
// it has to be.
func (f found) read(room *[]byte) ([]byte, bool) {
	b := slices.Grow((*room)[:0], int(f.entry.length))[:f.entry.length]
	*room = b
	ok := f.entry.read(f.file, b)
	if ok && f.state != nil {
		f.state.Store(used)
	}
	return b, ok
}

// Has reports whether something is remembered under the key, without reading it.
// Like Get it counts as use.
func (s *Store) Has(k Key) bool {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if c, ok := s.held[k]; ok {
		c.used.Store(true)
		return true
	}
	if s.out.has(k) {
		return true
	}
	for _, p := range s.parts {
		if i, ok := p.find(k); ok {
			p.states[i].Store(used)
			return true
		}
	}
	return false
}

// Put remembers bytes under the key. A store on disk keeps no copy in memory.
func (s *Store) Put(k Key, b []byte) {
	if full := s.put(k, b, checksum(k, b)); full != nil {
		s.out.fly(full)
		s.mu.Lock()
		defer s.mu.Unlock()
		s.out.arrive(full)
	}
}

// put takes an entry in. It returns what is to be written then without the lock, if
// anything.
func (s *Store) put(k Key, b []byte, sum uint32) *flight {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.held, k)
	if s.own.same(k, b, sum) {
		s.out.forget(k)
		return nil
	}
	if s.out.put(k, b, sum) {
		return s.out.depart()
	}
	if s.own != nil || s.out != nil { // the caller may use its memory again
		b = bytes.Clone(b)
	}
	c := &cell{bytes: b}
	c.used.Store(true)
	s.held[k] = c
	return nil
}

// OnDisk reports whether Put leaves the caller its bytes, to be used again.
func (s *Store) OnDisk() bool { return s.own != nil || s.out != nil }

// Turn forgets the entries in memory that were not used since the last turn, so
// that the store of a process that builds again and again stays as large as one
// build. Entries on disk are forgotten by Save.
func (s *Store) Turn() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for k, c := range s.held {
		if !c.used.Swap(false) {
			delete(s.held, k)
		}
	}
}
