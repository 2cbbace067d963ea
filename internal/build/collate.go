package build

import (
	"hash/crc32"

	"dossier/internal/i18n"
	"dossier/internal/memo"
)

// fewNames is up to how many names of a list are sorted without being remembered.
const fewNames = 64

// sortKeys are the sort keys of names in a language. To work them out takes longer than
// all else about a long list, and so they are remembered, in pieces of the list. Where
// one ends, its last name says: another name is part of one piece or two.
func (r *run) sortKeys(l *i18n.Locale, names []string) []string {
	if len(names) <= fewNames {
		return l.SortKeys(names)
	}
	keys := make([]string, 0, len(names))
	for from, i := 0, 0; i < len(names); i++ {
		if i+1 == len(names) || endsPiece(names[i]) {
			keys = append(keys, r.sortedPiece(l, names[from:i+1])...)
			from = i + 1
		}
	}
	return keys
}

// endsPiece holds for one name in some 32.
func endsPiece(name string) bool { return crc32.ChecksumIEEE([]byte(name))%32 == 0 }

func (r *run) sortedPiece(l *i18n.Locale, names []string) (keys []string) {
	key := memo.Sum("sort keys", r.program, l.Tag(), names)
	if b, ok := r.store.Get(key); ok && memo.Decode(b, &keys) == nil && len(keys) == len(names) {
		return keys
	}
	keys = l.SortKeys(names)
	r.store.Put(key, memo.Append(nil, &keys))
	return keys
}
