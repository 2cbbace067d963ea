package line

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/internal/pdf/face"
)

// An opp is an opportunity to break after something, by what it costs.
type opp uint8

const (
	never   opp = iota
	space       // after a space
	free        // where UAX 14 allows it without a space: after U+200B, between ideographs
	dash        // after a hyphen or a dash
	soft        // at a soft hyphen, which then shows
	address     // between the parts of an address; counts only in what is long
	name        // inside a part of an address; likewise
	cluster     // anywhere: the last resort
	forced
)

// A cut is an opportunity inside a word: at is the offset of the byte after it.
type cut struct {
	at  int
	opp opp
}

// cuts are the opportunities inside a word, by offset.
func (s *Setter) cuts(text string) []cut {
	if plain(text) {
		return nil
	}
	var cuts []cut
	allowed := s.opportunities(text)
	held := isAddress(text)
	previous := rune(0)
	for i, r := range text {
		for len(allowed) > 0 && allowed[0] < i {
			allowed = allowed[1:]
		}
		if i > 0 {
			o := kind(previous, r, len(allowed) > 0 && allowed[0] == i, held)
			if o != never && (o != name || i > 1) { // a mark does not stand alone
				cuts = append(cuts, cut{at: i, opp: o})
			}
		}
		previous = r
	}
	return cuts
}

// plain words have no opportunity inside: letters of Latin, Greek or Cyrillic,
// digits, apostrophes, and a stop at the end.
func plain(text string) bool {
	for _, r := range strings.TrimRight(text, ",.;:") {
		if !isPlain(r) && r != '\'' && r != '’' {
			return false
		}
	}
	return true
}

// isPlain tells letters and digits, between which UAX 14 knows no opportunity
// (classes AL and NU). The scripts from U+0590 on have rules of their own.
func isPlain(r rune) bool {
	return r < 0x0590 && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

// isAddress tells addresses of the web and of mail from words.
func isAddress(text string) bool {
	return strings.Contains(text, "://") || strings.HasPrefix(text, "www.") ||
		strings.IndexByte(text, '@') > 0 ||
		strings.IndexByte(text, '/') > 0 && strings.IndexByte(text, '.') > 0
}

// kind says what an opportunity between two characters is. Those that UAX 14
// sees in an address, or after a solidus, count as the address's.
func kind(before, after rune, allowed, held bool) opp {
	switch {
	case allowed && before == softHyphen:
		return soft
	case allowed && before == '\u200B':
		return free
	case allowed && !held && before != '/':
		if unicode.Is(unicode.Pd, before) {
			return dash
		}
		return free
	case strings.ContainsRune("/?&=@", before) && (allowed || begins(after)):
		return address
	case allowed, strings.ContainsRune(".-_", before) && begins(after):
		return name
	}
	return never
}

// inAddress tells the opportunities that count only in what is long.
func (o opp) inAddress() bool { return o == address || o == name }

// begins tells what may stand first on a line inside an address.
func begins(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("%~#", r)
}

// opportunities are the offsets in text before which UAX 14 allows a break. They
// are good until the next call.
func (s *Setter) opportunities(text string) []int {
	s.seg.Init([]rune(text))
	s.breaks = s.breaks[:0]
	lines := s.seg.LineIterator()
	for lines.Next() {
		l := lines.Line()
		s.breaks = append(s.breaks, l.OffsetInBytes+l.LengthInBytes)
	}
	return s.breaks
}

// breaksAfterSpace tells whether a line may end at a gap, given the text before
// and after it. The rules that forbid it look at a few characters on either side.
func (s *Setter) breaksAfterSpace(before, gap, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(after)
	if isPlain(first) && (isPlain(last) || strings.ContainsRune(",.;:!?)", last)) {
		return true
	}
	head := lastRunes(before, 4) + gap
	return slices.Contains(s.opportunities(head+firstRunes(after, 4)), len(head))
}

// firstRunes are the first n characters of text.
func firstRunes(text string, n int) string {
	for i := range text {
		if n == 0 {
			return text[:i]
		}
		n--
	}
	return text
}

// lastRunes are the last n characters of text.
func lastRunes(text string, n int) string {
	i := len(text)
	for ; n > 0 && i > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(text[:i])
		i -= size
	}
	return text[i:]
}

// strip takes out what says where to break and is not drawn, and moves the cuts,
// which lie inside text, accordingly.
func strip(text string, cuts []cut) string {
	if strings.IndexFunc(text, isHint) < 0 {
		return text
	}
	var b strings.Builder
	n := 0
	for i, r := range text {
		for ; n < len(cuts) && cuts[n].at <= i; n++ {
			cuts[n].at = b.Len()
		}
		if !isHint(r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// isHint tells soft hyphen, zero width space, word joiner and byte order mark.
func isHint(r rune) bool {
	return r == softHyphen || r == '\u200B' || r == '\u2060' || r == '\uFEFF'
}

// split cuts pieces, which stand one after another.
func split(pieces []piece, cuts []cut) []piece {
	if len(cuts) == 0 {
		return pieces
	}
	out := make([]piece, 0, len(pieces)+len(cuts))
	at := 0
	for _, p := range pieces {
		end := at + len(p.text)
		for len(cuts) > 0 && cuts[0].at < end {
			if head, rest, ok := p.divide(cuts[0].at - at); ok {
				head.opp = cuts[0].opp
				out, p, at = append(out, head), rest, cuts[0].at
			}
			cuts = cuts[1:]
		}
		if len(cuts) > 0 && cuts[0].at == end {
			p.opp = cuts[0].opp
		}
		out, at = append(out, p), end
	}
	return out
}

// divide parts a piece after n bytes of its text, unless a ligature lies there.
func (p *piece) divide(n int) (head, rest piece, ok bool) {
	size, width := 0, 0.0
	for i, g := range p.glyphs {
		if size >= n && !isSurplus(g) {
			head, rest = *p, *p
			head.glyphs, rest.glyphs = p.glyphs[:i], p.glyphs[i:]
			head.text, rest.text = p.text[:n], p.text[n:]
			head.width, rest.width = width, p.width-width
			return head, rest, size == n && n > 0
		}
		if !isSurplus(g) {
			size += len(g.Text)
		}
		width += g.Advance
	}
	return head, rest, false
}

// isSurplus tells a glyph that stands for no further character: its cluster has
// more glyphs than characters.
func isSurplus(g face.Glyph) bool { return g.Text == "\u200B" }
