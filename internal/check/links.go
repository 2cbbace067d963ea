package check

import "bytes"

// Links gathers the addresses of pages, each once: pages have most of theirs in
// common, and one that begins with a slash is the same on all of them. The zero
// value holds none.
type Links struct{ whole map[string]bool }

// Add takes in the addresses of a page. It is true when these are then all that can
// be wrong with it: the page gives no id twice, has the targets that it names within
// itself, and no address that means something else elsewhere.
func (l *Links) Add(p Page) (all bool) {
	if l.whole == nil {
		l.whole = map[string]bool{}
	}
	all = !p.ids.twice()
	for raw := range p.links.each {
		switch {
		case len(raw) == 0 || l.whole[string(raw)]:
		case bytes.HasPrefix(raw, []byte("//")):
		case raw[0] == '/':
			l.whole[string(raw)] = true
		case raw[0] == '#':
			all = all && (len(raw) == 1 || p.ids.have(raw[1:]))
		default:
			all = all && foreign(string(raw))
		}
	}
	return all
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
