package memo

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
)

// An index is a file of its magic, the generation of the pack it belongs to, the
// length of that pack, entries in the order of their keys, and the checksum of all
// that. Numbers are little-endian.
const (
	indexMagic = "dossier index 1\n"
	indexHead  = len(indexMagic) + 8 + 8
	entrySize  = len(Key{}) + 8 + 4 + 4 + 1
	sumSize    = 4
)

// entry is where the bytes under a key lie in the pack.
type entry struct {
	key    Key
	offset uint64
	length uint32
	sum    uint32 // of key and bytes
	age    uint8  // saves since it was used
}

// castagnoli is the polynomial that processors know.
var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// checksum is what an entry must have: the key is in it, so that an index that
// meets the wrong pack finds nothing.
func checksum(k Key, b []byte) uint32 {
	return crc32.Update(crc32.Checksum(k[:], castagnoli), castagnoli, b)
}

// index is an index in memory, as it is on disk.
type index struct {
	generation uint64
	size       uint64 // of the pack
	entries    []byte // entrySize bytes each
}

func (x index) count() int { return len(x.entries) / entrySize }

// key is the key of an entry.
func (x index) key(i int) []byte { return x.entries[i*entrySize:][:len(Key{})] }

// raw is an entry as it is written.
func (x index) raw(i int) []byte { return x.entries[i*entrySize:][:entrySize] }

func (x index) entry(i int) entry {
	b := x.raw(i)
	e := entry{key: Key(b)}
	b = b[len(e.key):]
	e.offset = binary.LittleEndian.Uint64(b)
	e.length = binary.LittleEndian.Uint32(b[8:])
	e.sum = binary.LittleEndian.Uint32(b[12:])
	e.age = b[16]
	return e
}

// inside reports whether an entry lies in the pack, behind its head.
func (e entry) inside(size uint64) bool {
	return e.offset >= uint64(packHead) && e.offset <= size && uint64(e.length) <= size-e.offset
}

// encode writes the index of entries, which are in the order of their keys.
func encode(generation, size uint64, entries []entry) []byte {
	b := beginIndex(generation, size, len(entries))
	for _, e := range entries {
		b = e.append(b)
	}
	return endIndex(b)
}

// beginIndex writes what stands in front of up to n entries.
func beginIndex(generation, size uint64, n int) []byte {
	b := append(make([]byte, 0, indexHead+n*entrySize+sumSize), indexMagic...)
	b = binary.LittleEndian.AppendUint64(b, generation)
	return binary.LittleEndian.AppendUint64(b, size)
}

func (e entry) append(b []byte) []byte {
	b = append(b, e.key[:]...)
	b = binary.LittleEndian.AppendUint64(b, e.offset)
	b = binary.LittleEndian.AppendUint32(b, e.length)
	b = binary.LittleEndian.AppendUint32(b, e.sum)
	return append(b, e.age)
}

func endIndex(b []byte) []byte {
	return binary.LittleEndian.AppendUint32(b, crc32.Checksum(b, castagnoli))
}

// decode reads an index, which shares the bytes. It is not one when anything about
// it is wrong.
func decode(b []byte) (index, bool) {
	if len(b) < indexHead+sumSize || !bytes.HasPrefix(b, []byte(indexMagic)) {
		return index{}, false
	}
	b, sum := b[:len(b)-sumSize], b[len(b)-sumSize:]
	if crc32.Checksum(b, castagnoli) != binary.LittleEndian.Uint32(sum) {
		return index{}, false
	}
	x := index{
		generation: binary.LittleEndian.Uint64(b[len(indexMagic):]),
		size:       binary.LittleEndian.Uint64(b[len(indexMagic)+8:]),
		entries:    b[indexHead:],
	}
	return x, len(x.entries)%entrySize == 0 && x.ordered()
}

// all are the entries.
func (x index) all() []entry {
	list := make([]entry, x.count())
	for i := range list {
		list[i] = x.entry(i)
	}
	return list
}

// live is how many bytes of the pack the entries take, with its head.
func (x index) live() uint64 {
	live := uint64(packHead)
	for i := range x.count() {
		live += uint64(binary.LittleEndian.Uint32(x.raw(i)[len(Key{})+8:]))
	}
	return live
}

// ordered reports whether the keys rise and all entries lie in the pack.
func (x index) ordered() bool {
	for i := range x.count() {
		if i > 0 && bytes.Compare(x.key(i-1), x.key(i)) >= 0 || !x.entry(i).inside(x.size) {
			return false
		}
	}
	return true
}
