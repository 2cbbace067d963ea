package plan

import (
	"cmp"
	"slices"

	"dossier/internal/dossier"
)

// shown is a set of records. Most hold a few, and are asked for every link of a page.
type shown struct {
	list []*dossier.Entry
	bits []uint64         // by number, those of the list; nil while there are few
	bare []*dossier.Entry // sections without a file, which have no number
}

// fewShown is up to how many records a set is as fast without bits.
const fewShown = 24

func (s *shown) add(e *dossier.Entry) {
	if s.has(e) {
		return
	}
	if e.Number < 0 {
		s.bare = append(s.bare, e)
		return
	}
	s.list = append(s.list, e)
	switch {
	case s.bits != nil:
		s.mark(e.Number)
	case len(s.list) > fewShown:
		for _, e := range s.list {
			s.mark(e.Number)
		}
	}
}

func (s *shown) addAll(other shown) {
	for _, e := range slices.Concat(other.list, other.bare) {
		s.add(e)
	}
}

func (s *shown) has(e *dossier.Entry) bool {
	switch word := e.Number / 64; {
	case e.Number < 0:
		return slices.Contains(s.bare, e)
	case s.bits == nil:
		return slices.Contains(s.list, e)
	default:
		return word < len(s.bits) && s.bits[word]&(1<<(e.Number%64)) != 0
	}
}

func (s *shown) mark(number int) {
	word := number / 64
	if word >= len(s.bits) {
		s.bits = append(s.bits, make([]uint64, word+1-len(s.bits))...)
	}
	s.bits[word] |= 1 << (number % 64)
}

// numbers are those of the records, ascending.
func (s *shown) numbers() []int32 {
	numbers := make([]int32, len(s.list))
	for i, e := range s.list {
		numbers[i] = int32(e.Number)
	}
	slices.Sort(numbers)
	return numbers
}

// entries are the records with a file, by number: those of a kind by their paths.
func (s *shown) entries() []*dossier.Entry {
	return slices.SortedFunc(slices.Values(s.list), func(a, b *dossier.Entry) int { return cmp.Compare(a.Number, b.Number) })
}

func (s *shown) clone() shown {
	return shown{slices.Clone(s.list), slices.Clone(s.bits), slices.Clone(s.bare)}
}

func (s *shown) clear() { *s = shown{list: s.list[:0], bare: s.bare[:0]} }
