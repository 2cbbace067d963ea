package forget

import (
	"iter"
	"slices"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// word is a run of letters and digits: how it is compared, and where it begins.
type word struct {
	folded []byte // valid until the next word
	at     int
}

// wordsOf parts a text into words. Marks and characters that nobody sees, such as
// the soft hyphen, part nothing.
func wordsOf(text []byte) iter.Seq[word] {
	return func(yield func(word) bool) {
		w := word{at: -1}
		for i := 0; i < len(text); {
			r, size := rune(text[i]), 1
			if r >= utf8.RuneSelf {
				r, size = utf8.DecodeRune(text[i:])
			}
			switch {
			case isOfWord(r):
				if w.at < 0 {
					w.at = i
				}
				w.folded = fold(w.folded, r)
			case w.at >= 0 && !unicode.In(r, unicode.Mn, unicode.Cf):
				if !yield(w) {
					return
				}
				w = word{folded: w.folded[:0], at: -1}
			}
			i += size
		}
		if w.at >= 0 {
			yield(w)
		}
	}
}

func isOfWord(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

// fold appends a letter without case and accents.
func fold(to []byte, r rune) []byte {
	if r < utf8.RuneSelf {
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return append(to, byte(r))
	}
	r = unicode.ToLower(r)
	if plain := whole(r); plain != "" {
		return append(to, plain...)
	}
	for _, part := range norm.NFKD.String(string(r)) {
		if !unicode.Is(unicode.Mn, part) {
			to = utf8.AppendRune(to, part)
		}
	}
	return to
}

// whole is for letters that Unicode does not take apart into a letter and a mark,
// and for the sigma that ends a word.
func whole(r rune) string {
	switch r {
	case 'ß':
		return "ss"
	case 'ø':
		return "o"
	case 'đ', 'ð':
		return "d"
	case 'ł':
		return "l"
	case 'æ':
		return "ae"
	case 'œ':
		return "oe"
	case 'ı':
		return "i"
	case 'ħ':
		return "h"
	case 'þ':
		return "th"
	case 'ς':
		return "σ"
	}
	return ""
}

// spots yields where the name begins in a text, in ascending order.
func (p Person) spots(text []byte) iter.Seq[int] {
	return func(yield func(int) bool) {
		n := len(p.orders[0])
		ids, starts := make([]int, 0, n), make([]int, 0, n)
		for w := range wordsOf(text) {
			id, known := p.ids[string(w.folded)]
			if !known {
				ids, starts = ids[:0], starts[:0]
				continue
			}
			if len(ids) == n {
				ids, starts = slices.Delete(ids, 0, 1), slices.Delete(starts, 0, 1)
			}
			ids, starts = append(ids, id), append(starts, w.at)
			if slices.ContainsFunc(p.orders, func(order []int) bool { return slices.Equal(order, ids) }) {
				if !yield(starts[0]) {
					return
				}
				ids, starts = ids[:0], starts[:0]
			}
		}
	}
}
