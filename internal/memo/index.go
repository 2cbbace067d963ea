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

func (x index) entry(i int) entry {
	b := x.entries[i*entrySize:][:entrySize]
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
	out := make([]byte, 0, indexHead+len(entries)*entrySize+sumSize)
	out = append(out, indexMagic...)
	out = binary.LittleEndian.AppendUint64(out, generation)
	out = binary.LittleEndian.AppendUint64(out, size)
	for _, e := range entries {
		out = append(out, e.key[:]...)
		out = binary.LittleEndian.AppendUint64(out, e.offset)
		out = binary.LittleEndian.AppendUint32(out, e.length)
		out = binary.LittleEndian.AppendUint32(out, e.sum)
		out = append(out, e.age)
	}
	return binary.LittleEndian.AppendUint32(out, crc32.Checksum(out, castagnoli))
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

// ordered reports whether the keys rise and all entries lie in the pack.
func (x index) ordered() bool {
	for i := range x.count() {
		if i > 0 && bytes.Compare(x.key(i-1), x.key(i)) >= 0 || !x.entry(i).inside(x.size) {
			return false
		}
	}
	return true
}
