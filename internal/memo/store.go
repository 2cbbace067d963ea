package memo

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"
)

// Store remembers bytes under keys. It is safe for concurrent use. Bytes handed
// in or out are shared and must not be changed.
type Store struct {
	mu   sync.RWMutex
	held map[Key][]byte
	used map[Key]bool // asked for or put since the store was opened, or turned
	disk int          // entries that the file holds
}

// NewStore returns an empty store.
func NewStore() *Store {
	return &Store{held: map[Key][]byte{}, used: map[Key]bool{}}
}

// Get returns what is remembered under the key.
func (s *Store) Get(k Key) ([]byte, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	b, ok := s.held[k]
	if ok {
		s.used[k] = true
	}
	return b, ok
}

// Put remembers bytes under the key.
func (s *Store) Put(k Key, b []byte) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.held[k] = b
	s.used[k] = true
}

// Turn forgets the entries that were not used since the last turn, so that the
// store of a process that builds again and again stays as large as one build. It
// is for stores that are never saved: Save takes a turned store for changed and
// writes what was used since.
func (s *Store) Turn() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for k := range s.held {
		if !s.used[k] {
			delete(s.held, k)
		}
	}
	s.used = make(map[Key]bool, len(s.held))
	s.disk = neverSaved
}

// neverSaved is a number of entries that no file holds.
const neverSaved = -1

// magic opens the cache file; its number is the version of the format.
const magic = "dossier cache 1\n"

// Open reads the store kept in a file. A file that is missing, damaged or of
// another version is an empty store: the cache is safe to delete at any time.
// The error is that of the disk alone.
func Open(file string) (*Store, error) {
	s := NewStore()
	b, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return s, nil
	}
	if err != nil {
		return s, err
	}
	if held, ok := decode(b); ok {
		s.held = held
		s.disk = len(held)
	}
	return s, nil
}

// decode reads entries: key, length, bytes, and at the end a digest of it all.
func decode(b []byte) (map[Key][]byte, bool) {
	body, ok := bytes.CutPrefix(b, []byte(magic))
	if !ok || len(body) < sha256.Size {
		return nil, false
	}
	body, tail := body[:len(body)-sha256.Size], body[len(body)-sha256.Size:]
	if sum := sha256.Sum256(body); !bytes.Equal(sum[:], tail) {
		return nil, false
	}
	held := map[Key][]byte{}
	for len(body) > 0 {
		if len(body) < len(Key{}) {
			return nil, false
		}
		k := Key(body[:len(Key{})])
		n, width := binary.Uvarint(body[len(k):])
		from := len(k) + width
		if width <= 0 || n > uint64(len(body)-from) {
			return nil, false
		}
		held[k] = slices.Clip(body[from : from+int(n)])
		body = body[from+int(n):]
	}
	return held, true
}

// Save writes the entries that were used since the store was opened, aside and
// then in place. It writes nothing when they are what the file already holds.
func (s *Store) Save(file string) error {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.unchanged() {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	aside := file + ".new"
	if err := os.WriteFile(aside, s.encode(), 0o644); err != nil {
		return err
	}
	return os.Rename(aside, file)
}

// unchanged holds when every entry was used and none is new: entries are only
// ever added, so equal counts mean equal sets.
func (s *Store) unchanged() bool {
	return len(s.used) == s.disk && len(s.held) == s.disk
}

func (s *Store) encode() []byte {
	keys := make([]Key, 0, len(s.used))
	for k := range s.used {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b Key) int { return bytes.Compare(a[:], b[:]) })
	out := []byte(magic)
	for _, k := range keys {
		out = append(out, k[:]...)
		out = binary.AppendUvarint(out, uint64(len(s.held[k])))
		out = append(out, s.held[k]...)
	}
	sum := sha256.Sum256(out[len(magic):])
	return append(out, sum[:]...)
}
