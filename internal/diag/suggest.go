package diag

import (
	"strings"
)

// Nearest returns the candidate that the word most likely stands for: one within
// about a third of its length in edit distance (a swap of neighbours counts once;
// words under five letters may differ by one), or one that it begins or ends. Among equals the first wins.
func Nearest(word string, candidates []string) (string, bool) {
	best, limit := "", min(len(word)/3+1, 4)
	if len(word) < 5 {
		limit = 1
	}
	w := []rune(strings.ToLower(word))
	for _, c := range candidates {
		if d := distance(w, []rune(strings.ToLower(c))); d < limit || (d == limit && best == "" && d < len(w)) {
			best, limit = c, d
		}
	}
	if best != "" {
		return best, true
	}
	return partOf(strings.ToLower(word), candidates)
}

// partOf finds the one candidate that contains the word at a hyphen's edge or is
// contained in it.
func partOf(word string, candidates []string) (string, bool) {
	if len(word) < 4 {
		return "", false
	}
	found := ""
	for _, c := range candidates {
		if strings.HasPrefix(c, word) || strings.HasSuffix(c, word) || (len(c) >= 4 && strings.HasPrefix(word, c)) {
			if found != "" {
				return "", false
			}
			found = c
		}
	}
	return found, found != ""
}

// distance is the optimal string alignment distance.
func distance(a, b []rune) int {
	two, one, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range row {
		one[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(one[j]+1, row[j-1]+1, one[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], two[j-2]+1)
			}
		}
		two, one, row = one, row, two
	}
	return one[len(b)]
}
