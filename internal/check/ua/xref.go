package ua

import (
	"bytes"
	"fmt"
)

// xrefEntry says where an object stands.
type xrefEntry struct {
	kind xrefKind
	at   int // offset in the file, or number of the object stream
}

type xrefKind uint8

const (
	absent xrefKind = iota
	free
	inFile
	inStream
)

// badXref is an error of a cross-reference section.
func badXref(format string, args ...any) error {
	return fmt.Errorf("the cross-reference table cannot be read: "+format, args...)
}

// readXref reads the cross-reference sections from the newest to the oldest (ISO
// 32000-1, 7.5.4 to 7.5.8).
func (f *file) readXref() error {
	at, err := f.startXref()
	if err != nil {
		return err
	}
	seen := map[int]bool{}
	for next := []int{at}; len(next) > 0; {
		at, next = next[0], next[1:]
		if seen[at] || len(seen) == maxRevisions {
			return badXref("its sections lead to each other in a circle")
		}
		seen[at] = true
		d, err := f.section(at)
		if err != nil {
			return err
		}
		if f.trailer == nil {
			f.trailer = d
		}
		for _, key := range []name{"XRefStm", "Prev"} {
			if prev, ok := d.get(key).(int); ok {
				next = append(next, prev)
			}
		}
	}
	return nil
}

// startXref finds the last startxref.
func (f *file) startXref() (int, error) {
	tail := f.data[max(0, len(f.data)-2048):]
	i := bytes.LastIndex(tail, []byte("startxref"))
	if i < 0 || !bytes.Contains(tail[i:], []byte("%%EOF")) {
		return 0, errTruncated
	}
	l := lexer{data: tail, pos: i + len("startxref")}
	t := l.next()
	if t.kind != tokInt {
		return 0, badXref("startxref gives no offset")
	}
	return int(t.num), nil
}

// section reads the cross-reference table or stream at an offset and returns its
// trailer dictionary.
func (f *file) section(at int) (*dict, error) {
	if at < 0 || at >= len(f.data) {
		return nil, badXref("offset %d lies outside of the file", at)
	}
	p := f.reader(f.data, at)
	if t := p.next(); string(t.text) == "xref" {
		return f.table(p)
	}
	return f.xrefStream(at)
}

// table reads the subsections of a table, then its trailer.
func (f *file) table(p *parser) (*dict, error) {
	if !lineEnd(p.data, p.pos) {
		f.found.add("A2 6.1.4-2", 0, "the keyword xref is not followed by a line end alone")
	}
	for {
		t := p.next()
		if string(t.text) == "trailer" {
			break
		}
		n := p.next()
		if t.kind != tokInt || n.kind != tokInt || t.num < 0 || n.num < 0 {
			return nil, badXref("a subsection has no head")
		}
		if err := f.subsection(p, int(t.num), int(n.num)); err != nil {
			return nil, err
		}
	}
	o, _, err := p.object()
	d, ok := o.(*dict)
	if err != nil || !ok {
		return nil, badXref("there is no trailer")
	}
	f.flawed(p.flaws, 0)
	return d, nil
}

func (f *file) subsection(p *parser, first, count int) error {
	for i := range count {
		at, gen, kind := p.next(), p.next(), p.next()
		if at.kind != tokInt || gen.kind != tokInt || kind.kind != tokKeyword {
			return badXref("the entry of object %d is malformed", first+i)
		}
		e := xrefEntry{kind: free}
		if string(kind.text) == "n" {
			e = xrefEntry{inFile, int(at.num)}
		}
		if err := f.set(first+i, e); err != nil {
			return err
		}
	}
	return nil
}

// set notes where an object stands, unless a newer section has said so.
func (f *file) set(num int, e xrefEntry) error {
	if num >= maxObjects {
		return badXref("it speaks of more than %d objects", maxObjects)
	}
	if num >= len(f.entries) {
		f.entries = append(f.entries, make([]xrefEntry, num+1-len(f.entries))...)
	}
	if f.entries[num].kind != absent {
		return nil
	}
	if e.kind == inFile && (e.at < 0 || e.at >= len(f.data)) {
		return badXref("object %d lies outside of the file", num)
	}
	f.entries[num] = e
	return nil
}

// xrefStream reads a cross-reference stream.
func (f *file) xrefStream(at int) (*dict, error) {
	p := f.reader(f.data, at)
	num := p.next()
	if num.kind != tokInt {
		return nil, badXref("there is none at offset %d", at)
	}
	s, _ := f.loadAt(int(num.num), at).(*stream)
	if s == nil || f.name(s.get("Type")) != "XRef" {
		return nil, badXref("there is none at offset %d", at)
	}
	data, ok := f.decode(s)
	if !ok {
		return nil, badXref("its stream cannot be decoded")
	}
	widths, total, err := f.fieldWidths(s)
	if err != nil {
		return nil, err
	}
	size, _ := s.get("Size").(int)
	index, ok := s.get("Index").(array)
	if !ok {
		index = array{0, size}
	}
	for i := 0; i+1 < len(index); i += 2 {
		first, ok1 := index[i].(int)
		count, ok2 := index[i+1].(int)
		if !ok1 || !ok2 || first < 0 || count < 0 || count > len(data)/total {
			return nil, badXref("its index does not fit its stream")
		}
		if err := f.rows(data[:count*total], first, widths); err != nil {
			return nil, err
		}
		data = data[count*total:]
	}
	return s.dict, nil
}

// fieldWidths reads the widths in bytes of the three fields of a row, and their sum.
func (f *file) fieldWidths(s *stream) (w [3]int, total int, err error) {
	a := f.array(s.get("W"))
	if len(a) != 3 {
		return w, 0, badXref("its rows have no widths")
	}
	for i := range w {
		w[i], _ = a[i].(int)
		if w[i] < 0 || w[i] > 8 {
			return w, 0, badXref("its rows have no widths")
		}
		total += w[i]
	}
	if total == 0 {
		return w, 0, badXref("its rows have no widths")
	}
	return w, total, nil
}

// rows reads the rows of a cross-reference stream for the objects from first on.
func (f *file) rows(data []byte, first int, widths [3]int) error {
	for num := first; len(data) > 0; num++ {
		fields := [3]int{1, 0, 0}
		for i, w := range widths {
			if w > 0 {
				fields[i] = 0
			}
			for _, b := range data[:w] {
				fields[i] = fields[i]<<8 | int(b)
			}
			data = data[w:]
		}
		e := xrefEntry{kind: free}
		switch fields[0] {
		case 1:
			e = xrefEntry{inFile, fields[1]}
		case 2:
			e = xrefEntry{inStream, fields[1]}
		}
		if err := f.set(num, e); err != nil {
			return err
		}
	}
	return nil
}
