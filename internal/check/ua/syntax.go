package ua

import "bytes"

// syntax checks the frame of the file: header, trailer and end (ISO 19005-2,
// 6.1.2 and 6.1.3).
func (c *checker) syntax() {
	data := c.f.data
	end := bytes.IndexAny(data[:min(len(data), 32)], "\r\n")
	if end != len("%PDF-1.7") || string(data[:7]) != "%PDF-1." || data[7] < '0' || data[7] > '7' {
		c.add("A2 6.1.2-1", 0, "the first line is not %%PDF-1.0 to %%PDF-1.7 and nothing else")
	}
	if !binaryComment(data[max(end, 0):]) {
		c.add("A2 6.1.2-2", 0, "the second line is no comment that begins with four bytes above 127")
	}
	tail := data[bytes.LastIndex(data, []byte("%%EOF"))+len("%%EOF"):]
	if s := string(tail); s != "" && s != "\n" && s != "\r\n" && s != "\r" {
		c.add("A2 6.1.3-3", 0, "data follow the end of file marker")
	}
	ids := c.f.array(c.f.trailer.get("ID"))
	if len(ids) != 2 || !c.identifier(ids[0]) || !c.identifier(ids[1]) {
		c.add("A2 6.1.3-1", 0, "the trailer has no ID of two strings")
	}
}

func (c *checker) identifier(o object) bool {
	s, ok := c.f.resolve(o).(str)
	return ok && s != ""
}

// binaryComment asks whether a comment of four bytes above 127 follows the line
// end.
func binaryComment(rest []byte) bool {
	switch {
	case bytes.HasPrefix(rest, []byte("\r\n")):
		rest = rest[2:]
	case len(rest) > 0:
		rest = rest[1:]
	}
	if len(rest) < 5 || rest[0] != '%' {
		return false
	}
	for _, b := range rest[1:5] {
		if b <= 127 {
			return false
		}
	}
	return true
}
