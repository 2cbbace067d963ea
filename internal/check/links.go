package check

import (
	"hash/maphash"
	"strings"
)

// Links gathers the addresses of pages, each once: pages have most of theirs in
// common, and one that begins with a slash is the same on all of them. The zero
// value holds none.
type Links struct {
	whole  map[string]string // each of itself
	recent [8192]string      // of those in whole and those that are good on any page, by sum
}

// Add takes in the addresses of a page. It is true when these are then all that can
// be wrong with it: the page gives no id twice, has the targets that it names within
// itself, and no address that means something else elsewhere.
func (l *Links) Add(p Page) (all bool) {
	if l.whole == nil {
		l.whole = map[string]string{}
	}
	all = p.distinct || !p.ids.twice()
	at := 0
	for raw := range p.links.each {
		place := l.place(p, raw, at)
		at++
		switch {
		case len(raw) == 0 || string(raw) == *place:
		case raw[0] == '#':
			all = all && (len(raw) == 1 || p.ids.have(raw[1:]))
		default:
			all = l.add(raw, place) && all
		}
	}
	return all
}

// place is where a recent address with the sum of this one is; it is the atth of its
// page.
func (l *Links) place(p Page, address []byte, at int) *string {
	if at < len(p.sums) {
		return &l.recent[p.sums[at]%uint64(len(l.recent))]
	}
	return &l.recent[maphash.Bytes(sumSeed, address)%uint64(len(l.recent))]
}

// add takes in an address, or reports that it means something else on another page.
func (l *Links) add(raw []byte, place *string) bool {
	if known, ok := l.whole[string(raw)]; ok {
		*place = known
		return true
	}
	address := string(raw)
	switch {
	case strings.HasPrefix(address, "//"), foreign(address):
	case address[0] == '/':
		l.whole[address] = address
	default:
		return false
	}
	*place = address
	return true
}

// Sound reports whether all addresses that were gathered lead somewhere.
func (s Site) Sound(l *Links) bool {
	for link := range l.whole {
		if s.judge("", link) != "" {
			return false
		}
	}
	return true
}
