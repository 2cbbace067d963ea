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
			out = s.clusters(out, segment, p.looks)
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
func (s *Setter) clusters(out, segment []item, looks []look) []item {
	for i, it := range segment {
		if len(it.piece.text) == 0 {
			out = append(out, it)
			continue
		}
		pieces := s.shred(it.piece, looks[it.look].voice.lang)
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

// shred parts a piece into its clusters. Those of a ligature are shaped anew.
func (s *Setter) shred(p *piece, lang string) []piece {
	cuts := s.graphemes(p.text)
	pieces := split([]piece{*p}, cuts)
	if len(pieces) == len(cuts)+1 {
		return pieces
	}
	out := make([]piece, 0, len(cuts)+1)
	for _, part := range pieces {
		from := 0
		for _, c := range s.graphemes(part.text) {
			out = append(out, p.fount.piece(part.text[from:c.at], lang))
			out[len(out)-1].opp = cluster
			from = c.at
		}
		if from > 0 {
			opp := part.opp
			part = p.fount.piece(part.text[from:], lang)
			part.opp = opp
		}
		out = append(out, part)
	}
	return out
}

// parts tells whether a line may begin with an item: it is seen, and does not
// lean on what stands before it.
func parts(it item) bool {
	r, _ := utf8.DecodeRuneInString(it.piece.text)
	return !it.space && it.piece.width > 0 && !unicode.Is(unicode.M, r)
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
