package ua

import "bytes"

// parsing is the work of a byte that becomes part of an object.
const parsing = 8

// load reads an object from its place in the file or in an object stream.
func (f *file) load(num int) object {
	switch e := f.entries[num]; e.kind {
	case inFile:
		return f.loadAt(num, e.at)
	case inStream:
		f.loadStream(e.at)
		return f.slots[num].val
	}
	return nil
}

// loadAt reads the indirect object at an offset.
func (f *file) loadAt(num, offset int) object {
	p := f.reader(f.data, offset)
	n, g, word := p.next(), p.next(), p.next()
	if n.kind != tokInt || g.kind != tokInt || string(word.text) != "obj" || int(n.num) != num {
		f.found.add("PDF 7.5.4", 0, "the cross-reference to object %d leads elsewhere", num)
		return nil
	}
	f.spacing(num, offset, p.pos)
	o, end, err := p.object()
	f.spend(parsing * (p.pos - offset))
	if err != nil {
		f.found.add("PDF 7.3", 0, "object %d cannot be read: %v", num, err)
		return nil
	}
	f.flawed(p.flaws, num)
	if d, ok := o.(*dict); ok && string(end.text) == "stream" {
		return f.streamAt(num, d, p)
	}
	if string(end.text) != "endobj" {
		f.found.add("PDF 7.3.10", 0, "object %d does not end with endobj", num)
	} else if !lineEnd(f.data, p.pos-len("endobj")-1) {
		f.found.add("A2 6.1.9-1", 0, "object %d: endobj does not begin a line", num)
	}
	return o
}

// flawed reports what the lexer has overlooked in an object.
func (f *file) flawed(fl flaws, num int) {
	for _, r := range flawRules {
		if fl&r.flaw != 0 {
			f.found.add(r.rule, 0, "object %d: %s", num, r.what)
		}
	}
}

// spacing checks the white space of "12 0 obj" between start and end (ISO
// 19005-2, 6.1.9).
func (f *file) spacing(num, start, end int) {
	head := f.data[start:end]
	if len(bytes.Fields(head)) != 3 || bytes.Count(head, []byte(" ")) != 2 || bytes.ContainsAny(head, "\r\n\t\x00\f%") ||
		!lineEnd(f.data, start-1) || !lineEnd(f.data, end) {
		f.found.add("A2 6.1.9-1", 0, "object %d: its head is not a line of its own with single spaces", num)
	}
}

// lineEnd asks whether a byte of the data ends a line.
func lineEnd(data []byte, i int) bool {
	return i >= 0 && i < len(data) && (data[i] == '\n' || data[i] == '\r')
}

// streamAt reads a stream whose dictionary and keyword were just read (ISO
// 32000-1, 7.3.8).
func (f *file) streamAt(num int, d *dict, p *parser) object {
	switch rest := f.data[p.pos:]; {
	case bytes.HasPrefix(rest, []byte("\r\n")):
		p.pos += 2
	case bytes.HasPrefix(rest, []byte("\n")):
		p.pos++
	default:
		f.found.add("A2 6.1.7.1-2", 0, "stream %d: no line end after the keyword", num)
	}
	start := p.pos
	length, ok := f.integer(d.get("Length"))
	if ok && length >= 0 && length <= len(f.data)-start {
		if f.endsStream(num, start+length) {
			return &stream{dict: d, num: num, raw: f.data[start : start+length]}
		}
	}
	f.found.add("A2 6.1.7.1-1", 0, "stream %d: Length is not the number of its bytes", num)
	end := bytes.Index(f.data[start:], []byte("endstream"))
	if end < 0 || !f.spend(end) {
		return nil
	}
	return &stream{dict: d, num: num, raw: bytes.TrimRight(f.data[start:start+end], "\r\n")}
}

// endsStream asks whether the data of a stream may end at i.
func (f *file) endsStream(num, i int) bool {
	rest := f.data[i:]
	for _, eol := range []string{"\r\n", "\n", "\r"} {
		if bytes.HasPrefix(rest, []byte(eol)) && bytes.HasPrefix(rest[len(eol):], []byte("endstream")) {
			return true
		}
	}
	if !bytes.HasPrefix(rest, []byte("endstream")) {
		return false
	}
	f.found.add("A2 6.1.7.1-2", 0, "stream %d: no line end before endstream", num)
	return true
}

// loadStream loads all objects of an object stream (ISO 32000-1, 7.5.7).
func (f *file) loadStream(container int) {
	if container < 0 || container >= len(f.entries) || f.entries[container].kind != inFile {
		f.found.add("PDF 7.5.7", 0, "object %d is no object stream", container)
		return
	}
	s := f.stream(ref{num: container})
	data, ok := f.decode(s)
	if !ok {
		return
	}
	count, _ := f.integer(s.get("N"))
	first, _ := f.integer(s.get("First"))
	if f.name(s.get("Type")) != "ObjStm" || first < 0 || first > len(data) || count < 0 {
		f.found.add("PDF 7.5.7", 0, "object %d is no object stream", container)
		return
	}
	head := lexer{data: data[:first]}
	for range count {
		if f.exhausted != nil {
			return
		}
		n, at := head.next(), head.next()
		if n.kind != tokInt || at.kind != tokInt {
			f.found.add("PDF 7.5.7", 0, "object stream %d: its head is too short", container)
			return
		}
		f.loadPacked(container, int(n.num), data, first+int(at.num))
	}
}

// loadPacked reads an object of an object stream, unless a later revision of the
// file has another of that number.
func (f *file) loadPacked(container, num int, data []byte, at int) {
	if num < 0 || num >= len(f.entries) || f.slots[num].state == loaded ||
		f.entries[num].kind != inStream || f.entries[num].at != container {
		return
	}
	p := &f.parser
	if at < 0 || at > len(data) {
		at = len(data)
	}
	p.data, p.pos, p.flaws, p.scratch, p.stack = data, at, 0, p.scratch[:0], p.stack[:0]
	o, err := p.first()
	f.spend(parsing * (p.pos - at))
	if err != nil {
		f.found.add("PDF 7.3", 0, "object %d cannot be read: %v", num, err)
	}
	f.flawed(p.flaws, num)
	f.slots[num] = slot{loaded, o}
}

// first reads the one object at the place of reading and leaves what follows.
func (p *parser) first() (object, error) {
	t := p.next()
	switch t.kind {
	case tokEOF, tokArrayEnd, tokDictEnd, tokBad:
		return nil, errNothing
	case tokKeyword:
		if !p.word(t.text, 0) {
			return nil, errNothing
		}
	default:
		if err := p.value(t); err != nil {
			return nil, err
		}
	}
	return p.stack[len(p.stack)-1], nil
}
