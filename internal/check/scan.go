package check

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"hash/maphash"
	"html"
	"iter"
	"slices"
	"strings"
)

// Page is what a scan found in one page: the ids as they come, and each address
// in href, src, srcset, poster and the content of a refresh once. It is kept as
// bytes, to be remembered as it is.
type Page struct {
	ids, links list

	// What a fresh scan knows besides.
	sums     []uint64 // of the addresses
	distinct bool     // no id is there twice
}

// IDs are the ids of a page.
type IDs struct{ list }

// list is a run of texts, each behind its length.
type list []byte

func (l *list) add(text []byte) { *l = append(binary.AppendUvarint(*l, uint64(len(text))), text...) }

// each yields the texts; they share the list's memory.
func (l list) each(yield func([]byte) bool) {
	for len(l) > 0 {
		n, width := binary.Uvarint(l)
		if width <= 0 || n > uint64(len(l)-width) || !yield(l[width:width+int(n)]) {
			return
		}
		l = l[width+int(n):]
	}
}

// All yields the texts.
func (l list) All() iter.Seq[string] {
	return func(yield func(string) bool) {
		for raw := range l.each {
			if !yield(string(raw)) {
				return
			}
		}
	}
}

func (l list) have(text []byte) bool {
	for raw := range l.each {
		if bytes.Equal(raw, text) {
			return true
		}
	}
	return false
}

// long is the size of a list, in bytes, from which it is not gone through for
// every text.
const long = 4096

// twice reports whether a text may be there more than once; of a long list that
// is left to be found out.
func (l list) twice() bool {
	if len(l) > long {
		return true
	}
	seen := 0
	for raw := range l.each {
		seen++
		before := 0
		for other := range l.each {
			if before++; before == seen {
				break
			}
			if bytes.Equal(raw, other) {
				return true
			}
		}
	}
	return false
}

// Key identifies the ids.
func (i IDs) Key() [32]byte { return sha256.Sum256(i.list) }

// IDs returns the ids of the page.
func (p Page) IDs() IDs { return IDs{p.ids} }

// Links yields the addresses of the page.
func (p Page) Links() iter.Seq[string] { return p.links.All() }

// Encode writes a scan for the cache.
func (p Page) Encode() []byte {
	out := binary.AppendUvarint(make([]byte, 0, len(p.ids)+len(p.links)+4), uint64(len(p.ids)))
	return append(append(out, p.ids...), p.links...)
}

// Decode reads a scan back. It shares the memory of b.
func Decode(b []byte) (Page, bool) {
	n, width := binary.Uvarint(b)
	if width <= 0 || n > uint64(len(b)-width) {
		return Page{}, false
	}
	return Page{ids: b[width : width+int(n)], links: b[width+int(n):]}, true
}

// Scan reads the start tags of a page of ours: well-formed, attribute values in
// double quotes. It is a scanner for our own output and not a parser of HTML; an
// independent parser judges the same pages in "dossier check".
func Scan(page []byte) Page { return new(Scanner).Scan(page) }

// Scanner scans one page after another in the same memory.
type Scanner struct {
	scanner
}

// Scan is the function Scan; what it returns is good until the next call.
func (s *Scanner) Scan(page []byte) Page {
	s.scanner = scanner{Page: Page{ids: s.ids[:0], links: s.links[:0], sums: s.sums[:0], distinct: true}, at: s.at[:0], idSums: s.idSums[:0]}
	s.scan(page)
	return s.Page
}

func (s *scanner) scan(page []byte) {
	for {
		at := bytes.IndexByte(page, '<')
		if at < 0 || at+1 >= len(page) {
			return
		}
		page = page[at+1:]
		if bytes.HasPrefix(page, []byte("!--")) {
			page = after(page, "-->")
			continue
		}
		if c := page[0]; c < 'a' || c > 'z' {
			continue
		}
		name, rest := word(page)
		page = s.tag(name, rest)
		switch string(name) {
		case "script":
			page = after(page, "</script")
		case "style":
			page = after(page, "</style")
		}
	}
}

// scanner is a page being scanned.
type scanner struct {
	Page
	at     [][2]int        // where the addresses begin and end in the list
	seen   map[string]bool // the addresses, once there are many
	idSums []uint64
}

func after(b []byte, mark string) []byte {
	at := bytes.Index(b, []byte(mark))
	if at < 0 {
		return nil
	}
	return b[at+len(mark):]
}

func word(b []byte) (name, rest []byte) {
	n := 0
	for n < len(b) && (b[n] > '>' || !ends[b[n]]) {
		n++
	}
	return b[:n], b[n:]
}

// ends holds for the characters that end the name of an element or an attribute.
var ends = ['>' + 1]bool{' ': true, '>': true, '=': true, '/': true, '\n': true, '\t': true}

// tag reads attributes up to the end of a start tag and returns what follows.
func (s *scanner) tag(element, b []byte) []byte {
	for len(b) > 0 {
		switch b[0] {
		case '>':
			return b[1:]
		case ' ', '\n', '\t', '/':
			b = b[1:]
			continue
		}
		var name []byte
		before := len(b)
		name, b = word(b)
		if len(b) > 1 && b[0] == '=' && b[1] == '"' {
			end := bytes.IndexByte(b[2:], '"')
			if end < 0 {
				return nil
			}
			s.attribute(element, name, b[2:2+end])
			b = b[2+end+1:]
		} else if len(b) == before {
			b = b[1:]
		}
	}
	return b
}

func (s *scanner) attribute(element, name, raw []byte) {
	switch string(name) {
	case "id":
		s.id(unescape(raw))
	case "href", "src", "poster", "data", "action":
		s.link(unescape(raw))
	case "srcset":
		for candidate := range bytes.SplitSeq(unescape(raw), []byte(",")) {
			if fields := bytes.Fields(candidate); len(fields) > 0 {
				s.link(fields[0])
			}
		}
	case "content":
		wait, url, ok := strings.Cut(string(raw), "url=")
		if ok && string(element) == "meta" && strings.Trim(wait, "0123456789; ") == "" { // of a refresh, not of a description
			s.link(unescape([]byte(strings.TrimSpace(url))))
		}
	}
}

// id notes an id. Of many it is left to be found out whether one is there twice.
func (s *scanner) id(name []byte) {
	if s.distinct {
		sum := maphash.Bytes(sumSeed, name)
		s.distinct = len(s.ids) <= long && !slices.Contains(s.idSums, sum)
		s.idSums = append(s.idSums, sum)
	}
	s.ids.add(name)
}

func (s *scanner) link(address []byte) {
	sum := maphash.Bytes(sumSeed, address)
	if s.known(address, sum) {
		return
	}
	s.links.add(address)
	s.sums, s.at = append(s.sums, sum), append(s.at, [2]int{len(s.links) - len(address), len(s.links)})
	if s.seen != nil {
		s.seen[string(address)] = true
	}
}

// known reports whether an address was seen before.
func (s *scanner) known(address []byte, sum uint64) bool {
	if s.seen == nil && len(s.links) > long {
		s.seen = map[string]bool{}
		for raw := range s.links.each {
			s.seen[string(raw)] = true
		}
	}
	if s.seen != nil {
		return s.seen[string(address)]
	}
	i := slices.Index(s.sums, sum)
	return i >= 0 && (bytes.Equal(s.links[s.at[i][0]:s.at[i][1]], address) || s.links.have(address))
}

var sumSeed = maphash.MakeSeed()

func unescape(raw []byte) []byte {
	if bytes.IndexByte(raw, '&') < 0 {
		return raw
	}
	return []byte(html.UnescapeString(string(raw)))
}
