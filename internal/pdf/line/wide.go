package line

import (
	"unicode"
	"unicode/utf8"
)

// splitWide cuts what is wider than a line, and breaks nowhere, into clusters.
// As a rule there is nothing of the kind, and the items are returned as they are.
func (s *Setter) splitWide(p paragraph, narrow float64) []item {
	var out []item
	from := 0
	x, ink := 0.0, 0.0
	for i, it := range p.items {
		l := &p.looks[it.look]
		x += it.piece.width * l.scale
		if !it.space {
			ink = x
		}
		if it.opp == never {
			continue
		}
		segment := p.items[from : i+1]
		switch {
		case ink+l.hyphen(it.opp) > narrow+tolerance:
			if out == nil {
				out = append(make([]item, 0, 2*len(p.items)), p.items[:from]...)
			}
			out = s.clusters(out, segment)
		case out != nil:
			out = append(out, segment...)
		}
		from, x, ink = i+1, 0, 0
	}
	if out == nil {
		return p.items
	}
	return out
}

// clusters appends the clusters of a segment, with an opportunity after each.
func (s *Setter) clusters(out, segment []item) []item {
	for i, it := range segment {
		if len(it.piece.text) == 0 {
			out = append(out, it)
			continue
		}
		pieces := split([]piece{*it.piece}, s.graphemes(it.piece.text))
		for j := range pieces {
			out = append(out, item{piece: &pieces[j], look: it.look, opp: pieces[j].opp, space: it.space})
		}
		last := &out[len(out)-1]
		if last.opp = it.opp; it.opp == never && i+1 < len(segment) && parts(segment[i+1]) {
			last.opp = cluster
		}
	}
	return out
}

// parts tells whether a line may begin with an item.
func parts(it item) bool {
	r, _ := utf8.DecodeRuneInString(it.piece.text)
	return !it.space && !unicode.In(r, unicode.M, unicode.Cf)
}

// graphemes are the borders of the clusters (UAX 29) inside text.
func (s *Setter) graphemes(text string) []cut {
	s.seg.Init([]rune(text))
	var cuts []cut
	all := s.seg.GraphemeIterator()
	for all.Next() {
		g := all.Grapheme()
		if end := g.OffsetInBytes + g.LengthInBytes; end < len(text) {
			cuts = append(cuts, cut{at: end, opp: cluster})
		}
	}
	return cuts
}
