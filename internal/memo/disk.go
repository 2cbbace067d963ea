package memo

import (
	"bytes"
	"cmp"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Open reads the store kept in a folder under the name of a part: "outputs", or
// "outputs-2-of-4" where a site is built in shards. The other parts of that family
// are read as well, and never written. What is missing, damaged or of another
// version is empty: the cache is safe to delete at any time. The error is that of
// the disk alone, when something cannot be read; the store is then an empty one in
// memory.
//
// While another process has the part open, this store reads it and keeps what is
// put in memory.
func Open(dir, name string) (*Store, error) {
	s := NewStore()
	out := openWriter(filepath.Join(dir, name))
	own, err := openPart(filepath.Join(dir, name))
	if err == nil {
		s.own, s.out, s.parts = own, out, []*part{own}
		s.out.follow(own)
		err = s.openOthers(dir, name)
	}
	if err != nil {
		return NewStore(), errors.Join(err, out.close(), s.closeParts())
	}
	return s, nil
}

// openOthers opens the other parts of the family.
func (s *Store) openOthers(dir, name string) error {
	family, _, _ := strings.Cut(name, "-")
	files, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	for _, f := range files {
		other, ok := strings.CutSuffix(f.Name(), indexSuffix)
		if !ok || other == name || other != family && !strings.HasPrefix(other, family+"-") {
			continue
		}
		p, err := openPart(filepath.Join(dir, other))
		if err != nil {
			return err
		}
		s.parts = append(s.parts, p)
	}
	return nil
}

// Save writes what was put, and the index in place of the one before. Entries that
// were not used in several saves are left out of it, and when the pack holds more
// of such than of others, it is written anew. Nothing is written when nothing
// changed, by a store in memory, or while another process has the part open.
func (s *Store) Save() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.out == nil || !s.changed() {
		return nil
	}
	return s.write((*part).grown)
}

// SaveMore is Save for who has not asked for all that it needs: what was not used grows
// older only when it was retired, or had gone unused before.
func (s *Store) SaveMore() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.out == nil || len(s.out.added) == 0 && (s.out.err == nil || len(s.held) == 0) {
		return nil
	}
	return s.write((*part).stays)
}

// Retire says that nobody needs what is remembered under the key any more, unless it is
// asked for after this and before it is dropped.
func (s *Store) Retire(k Key) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.own == nil {
		return
	}
	if i, ok := s.own.find(k); ok { // it is not gone
		s.own.states[i].Store(retired)
	}
}

// write writes what was put, and the index, and the pack anew where that saves much.
func (s *Store) write(keep keeping) error {
	if err := s.out.flush(); err != nil {
		return err
	}
	b := s.indexed(keep)
	next := index{entries: b[indexHead : len(b)-sumSize]}
	if err := s.out.save(b); err != nil || !wasteful(next.live(), s.out.start) {
		return err
	}
	return s.compact(next.all())
}

// Close releases the files and the lock. What was put and not saved is lost.
func (s *Store) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return errors.Join(s.out.close(), s.closeParts())
}

func (s *Store) closeParts() error {
	var err error
	for _, p := range s.parts {
		err = errors.Join(err, p.close())
	}
	return err
}

// changed reports whether the index on disk is not what it should be.
func (s *Store) changed() bool {
	if len(s.out.added) > 0 || s.out.err != nil && len(s.held) > 0 {
		return true
	}
	for i := range s.own.states {
		if s.own.states[i].Load() != used || s.own.entry(i).age > 0 {
			return true
		}
	}
	return false
}

// oldest is the number of saves after which an entry that was not used is dropped.
const oldest = 3

// indexed writes the index of what is to be saved: what was added, and what is to be
// kept of what the part held at the opening.
func (s *Store) indexed(keep keeping) []byte {
	added := slices.SortedFunc(maps.Values(s.out.added), byKey)
	b := beginIndex(s.out.generation, s.out.start, len(added)+s.own.count())
	for i := range s.own.count() {
		raw := s.own.raw(i)
		for len(added) > 0 && bytes.Compare(added[0].key[:], s.own.key(i)) < 0 {
			b, added = added[0].append(b), added[1:]
		}
		if len(added) > 0 && bytes.Equal(added[0].key[:], s.own.key(i)) {
			continue // it was added again
		}
		if age, kept := keep(s.own, raw[entrySize-1], i); kept {
			b = append(append(b, raw[:entrySize-1]...), age)
		}
	}
	for _, e := range added {
		b = e.append(b)
	}
	return endIndex(b)
}

// keeping returns with which age an entry of a part is to be saved, and whether it is.
type keeping func(p *part, age uint8, i int) (now uint8, kept bool)

// grown keeps what has not become too old: what was not used is older now.
func (p *part) grown(age uint8, i int) (now uint8, kept bool) {
	switch p.states[i].Load() {
	case gone:
		return 0, false
	case used:
		return 0, true
	}
	return age + 1, age+1 < oldest
}

// stays keeps an entry as it was, but for one that was used, and for those that have
// begun to grow old.
func (p *part) stays(age uint8, i int) (now uint8, kept bool) {
	if age == 0 && p.states[i].Load() == idle {
		return 0, true
	}
	return p.grown(age, i)
}

// slack is how many bytes may lie idle in any pack.
const slack = 8 << 20

// wasteful reports whether more of a pack lies idle than is in use.
func wasteful(live, size uint64) bool {
	return size > live && size-live > max(live, slack)
}

// compact puts a new pack in place of the old one. Should it end between the two
// renames, the pack is one that the index does not belong to: an empty cache. The
// files are closed before, because Windows renames over no open file.
func (s *Store) compact(list []entry) error {
	if err := s.out.compact(list, cmp.Or(s.out.pack, s.own.file)); err != nil {
		return err
	}
	err := errors.Join(s.out.closePack(), s.own.close())
	for _, suffix := range []string{packSuffix, indexSuffix} {
		if err == nil {
			err = os.Rename(s.out.name+suffix+aside, s.out.name+suffix)
		}
	}
	own, failed := openPart(s.out.name)
	if failed != nil {
		own = newPart(index{generation: s.out.generation + 1}, nil)
	}
	own.settle()
	s.own, s.parts[0] = own, own
	s.out.added, s.out.saved = map[Key]entry{}, nil
	s.out.follow(own)
	return errors.Join(err, failed)
}

// settle marks what was in use when the part was saved.
func (p *part) settle() {
	for i := range p.states {
		if p.entry(i).age == 0 {
			p.states[i].Store(used)
		}
	}
}
