package memo

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"io/fs"
	"math/bits"
	"os"
	"sync/atomic"
)

// part is a pack on disk with its index, for reading.
type part struct {
	index
	file   *os.File
	states []atomic.Uint32 // of each entry
	starts []uint32        // the first entry of each run of keys that begin with the same bits
	shift  int             // of a key's first 64 bits, to those bits
}

// The states of an entry.
const (
	idle    uint32 = iota // not used since the opening
	used                  // asked for or put
	gone                  // damaged
	retired               // others have taken its place, and it was not used since
)

// A pack begins with its magic and its generation: a number that no earlier pack
// under its name had, so that an index never meets another pack than its own.
const (
	packMagic = "dossier pack 1\n\n"
	packHead  = len(packMagic) + 8
)

// openPart reads an index and opens its pack. What is missing, damaged or of
// another version is an empty part, which still knows the highest generation that
// was seen; the error is that of the disk alone.
func openPart(name string) (*part, error) {
	b, err := readFile(name + indexSuffix)
	if err != nil {
		return nil, err
	}
	x, ok := decode(b)
	file, err := os.Open(name + packSuffix)
	if errors.Is(err, fs.ErrNotExist) {
		return newPart(index{generation: x.generation}, nil), nil
	}
	if err != nil {
		return nil, err
	}
	generation, size, err := measure(file)
	if err != nil {
		file.Close()
		return nil, err
	}
	if !ok || generation != x.generation || generation == 0 {
		file.Close()
		return newPart(index{generation: max(generation, x.generation)}, nil), nil
	}
	return newPart(x, file).cut(size), nil
}

// readFile is os.ReadFile; a file that is not there is empty.
func readFile(name string) ([]byte, error) {
	b, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return b, err
}

// measure returns the generation of a pack, 0 when it is none, and its length.
func measure(file *os.File) (generation, size uint64, err error) {
	info, err := file.Stat()
	if err != nil {
		return 0, 0, err
	}
	head := make([]byte, packHead)
	if _, err := file.ReadAt(head, 0); err != nil && err != io.EOF {
		return 0, 0, err
	}
	if info.Size() < int64(packHead) || !bytes.HasPrefix(head, []byte(packMagic)) {
		return 0, 0, nil
	}
	return binary.LittleEndian.Uint64(head[len(packMagic):]), uint64(info.Size()), nil
}

// newPart makes the table by which entries are found: keys are digests, so their
// first bits spread them evenly, and a run of equal bits holds one entry or two.
func newPart(x index, file *os.File) *part {
	p := &part{index: x, file: file, states: make([]atomic.Uint32, x.count())}
	p.shift = 64 - bits.Len(uint(x.count()))
	p.starts = make([]uint32, 1<<(64-p.shift)+1)
	next := 0
	for i := range x.count() {
		for run := p.run(x.key(i)); next <= run; next++ {
			p.starts[next] = uint32(i)
		}
	}
	for ; next < len(p.starts); next++ {
		p.starts[next] = uint32(x.count())
	}
	return p
}

func (p *part) run(key []byte) int { return int(binary.BigEndian.Uint64(key) >> p.shift) }

// cut forgets what is not in a pack of the given length, which is at most that of
// the index.
func (p *part) cut(size uint64) *part {
	if size >= p.size {
		return p
	}
	for i := range p.states {
		if !p.entry(i).inside(size) {
			p.states[i].Store(gone)
		}
	}
	p.size = size
	return p
}

// find returns the number of the entry of a key.
func (p *part) find(k Key) (int, bool) {
	run := p.run(k[:])
	for i := p.starts[run]; i < p.starts[run+1]; i++ {
		if bytes.Equal(p.key(int(i)), k[:]) {
			return int(i), p.states[i].Load() != gone
		}
	}
	return 0, false
}

// read fills b with an entry's bytes; it fails when they are not what was written.
func (e entry) read(file io.ReaderAt, b []byte) bool {
	n, err := file.ReadAt(b, int64(e.offset))
	return n == len(b) && (err == nil || err == io.EOF) && checksum(e.key, b) == e.sum
}

// same reports whether the part holds these very bytes, and counts that as use.
func (p *part) same(k Key, b []byte, sum uint32) bool {
	if p == nil {
		return false
	}
	i, ok := p.find(k)
	if !ok {
		return false
	}
	if e := p.entry(i); e.length != uint32(len(b)) || e.sum != sum {
		return false
	}
	p.states[i].Store(used)
	return true
}

func (p *part) close() error {
	if p.file == nil {
		return nil
	}
	return p.file.Close()
}
