package memo

import (
	"encoding/binary"
	"hash/maphash"
	"math"
)

// written finds where in an encoding a string was written. An encoder asks it for every
// string: it holds offsets alone, nothing that the collector would have to look at, and
// to empty it takes no longer than what it held.
type written struct {
	tables [mostTables][]offset // made when they are needed; all but the one in use are empty
	use    int                  // which one that is
	held   int                  // strings in it
}

// offset is where a string begins, plus one; zero: none.
type offset struct{ sum, at uint32 }

// The smallest table has so many places, every other four times as many as the one
// before it.
const (
	fewest     = 1 << 7
	mostTables = 12
)

// keptTables are those that an idle encoder keeps: 1.4 MB.
const keptTables = 6

var seed = maphash.MakeSeed()

// place returns where in b the string was written before. Where it was not, it notes
// that it comes at the end.
func (w *written) place(b []byte, s string) (at int, ok bool) {
	table, sum := w.table(), uint32(maphash.String(seed, s))
	i := int(sum) & (len(table) - 1)
	for ; table[i].at != 0; i = (i + 1) & (len(table) - 1) {
		if at := int(table[i].at) - 1; table[i].sum == sum && isWritten(b[at:], s) {
			return at, true
		}
	}
	if len(b) < math.MaxUint32 && (w.held < len(table)/2 || w.grow()) {
		w.put(offset{sum, uint32(len(b)) + 1})
	}
	return 0, false
}

// table is the one in use.
func (w *written) table() []offset {
	if w.tables[w.use] == nil {
		w.tables[w.use] = make([]offset, fewest<<(2*w.use))
	}
	return w.tables[w.use]
}

// put notes a string that is not there yet.
func (w *written) put(o offset) {
	table := w.table()
	i := int(o.sum) & (len(table) - 1)
	for table[i].at != 0 {
		i = (i + 1) & (len(table) - 1)
	}
	table[i] = o
	w.held++
}

// grow goes over to the next table; it is false where there is none. A string that has
// no place is written again.
func (w *written) grow() bool {
	if w.use == mostTables-1 {
		return false
	}
	before := w.table()
	w.use, w.held = w.use+1, 0
	for _, o := range before {
		if o.at != 0 {
			w.put(o)
		}
	}
	clear(before)
	return true
}

// forget empties it.
func (w *written) forget() {
	if w.held > 0 {
		clear(w.tables[w.use])
	}
	w.use, w.held = 0, 0
}

// shrink drops tables that only a large value needs.
func (w *written) shrink() { clear(w.tables[keptTables:]) }

// isWritten reports whether b begins with the string.
func isWritten(b []byte, s string) bool {
	n, width := binary.Uvarint(b)
	b = b[width:]
	return n == uint64(len(s))<<1 && string(b[:len(s)]) == s
}
