package markdown

// byteSet tells for each byte whether it is in a set. Most bytes of a text are asked
// about several times, and nearly all of them are plain letters: a look into a table
// passes over these faster than comparisons do.
type byteSet [256]bool

func bytesIn(text string) *byteSet {
	var set byteSet
	for i := range len(text) {
		set[text[i]] = true
	}
	return &set
}

// with adds the bytes from first to last.
func (s *byteSet) with(first, last byte) *byteSet {
	for c := int(first); c <= int(last); c++ {
		s[c] = true
	}
	return s
}
