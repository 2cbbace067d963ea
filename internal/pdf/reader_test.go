package pdf_test

import (
	"bytes"
	"compress/zlib"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"dossier/internal/check/ua"
)

// reader finds its way through a file: its table of objects, then what they say.
// Objects are map[string]any, []any, name, str, float64, reference, stream, bool
// and nil.
type reader struct {
	t       testing.TB
	data    []byte
	places  [][3]int
	trailer map[string]any
	report  ua.Report
}

type (
	name      string
	str       string
	reference int
	stream    struct {
		dict map[string]any
		data []byte // as in the file
	}
)

// read reads a file, in which the checker must find nothing wrong.
func read(t testing.TB, data []byte) *reader {
	t.Helper()
	report, err := ua.Check(data)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range report.Findings {
		t.Errorf("%+v", f)
	}
	r := open(t, data)
	r.report = report
	return r
}

// open reads a file as it is.
func open(t testing.TB, data []byte) *reader {
	t.Helper()
	r := &reader{t: t, data: data}
	start := regexp.MustCompile(`startxref\n(\d+)\n%%EOF\n$`).FindSubmatch(data)
	if start == nil {
		t.Fatal("no startxref at the end")
	}
	offset, _ := strconv.Atoi(string(start[1]))
	table := r.indirect(offset).(stream)
	r.trailer = table.dict
	for entries := r.unpack(table); len(entries) > 0; entries = entries[7:] {
		number := func(b []byte) (n int) {
			for _, c := range b {
				n = n<<8 | int(c)
			}
			return n
		}
		r.places = append(r.places, [3]int{number(entries[:1]), number(entries[1:5]), number(entries[5:7])})
	}
	return r
}

// at follows a path from the catalog: "Pages/Kids/0/Tabs".
func (r *reader) at(path string) any { return r.in(r.trailer["Root"], path) }

// page follows a path from a page, numbered from 1.
func (r *reader) page(n int, path string) any {
	return r.in(r.at("Pages/Kids/"+strconv.Itoa(n-1)), path)
}

// in follows a path from an object; it is nil where there is nothing.
func (r *reader) in(o any, path string) any {
	r.t.Helper()
	for key := range strings.SplitSeq(path, "/") {
		switch at := r.resolve(o).(type) {
		case map[string]any:
			o = at[key]
		case stream:
			o = at.dict[key]
		case []any:
			i, err := strconv.Atoi(key)
			if err != nil || i >= len(at) {
				r.t.Fatalf("no %q of %q in %v", key, path, at)
			}
			o = at[i]
		default:
			return nil
		}
	}
	return r.resolve(o)
}

// content returns the decoded stream at a path.
func (r *reader) content(o any) []byte {
	r.t.Helper()
	s, ok := o.(stream)
	if !ok {
		r.t.Fatalf("no stream: %v", o)
	}
	return r.unpack(s)
}

func (r *reader) unpack(s stream) []byte {
	r.t.Helper()
	if s.dict["Filter"] != name("FlateDecode") {
		return s.data
	}
	z, err := zlib.NewReader(bytes.NewReader(s.data))
	if err != nil {
		r.t.Fatal(err)
	}
	data, err := io.ReadAll(z)
	if err != nil {
		r.t.Fatal(err)
	}
	return data
}

// resolve follows a reference.
func (r *reader) resolve(o any) any {
	r.t.Helper()
	ref, is := o.(reference)
	if !is {
		return o
	}
	place := r.places[ref]
	if place[0] == 1 {
		return r.indirect(place[1])
	}
	pack := r.indirect(r.places[place[1]][1]).(stream)
	data, first := r.unpack(pack), int(pack.dict["First"].(float64))
	index := strings.Fields(string(data[:first]))
	if index[2*place[2]] != strconv.Itoa(int(ref)) {
		r.t.Fatalf("object %d is not where the table says", ref)
	}
	offset, _ := strconv.Atoi(index[2*place[2]+1])
	return (&parser{r.t, data[first+offset:]}).value()
}

// indirect reads the stream at an offset.
func (r *reader) indirect(offset int) any {
	r.t.Helper()
	head := regexp.MustCompile(`^\d+ 0 obj\n`).Find(r.data[offset:])
	if head == nil {
		r.t.Fatalf("no object at %d", offset)
	}
	p := &parser{r.t, r.data[offset+len(head):]}
	dict := p.value().(map[string]any)
	n := int(dict["Length"].(float64))
	p.skip("\nstream\n")
	s := stream{dict, p.rest[:n]}
	p.rest = p.rest[n:]
	p.skip("\nendstream\nendobj\n")
	return s
}

// parser reads values.
type parser struct {
	t    testing.TB
	rest []byte
}

var token = regexp.MustCompile(`^(?:<<|>>|[\[\]()<>]|/[^\s/<>\[\]()]*|(\d+) 0 R|[^\s/<>\[\]()]+)`)

func (p *parser) skip(s string) {
	p.t.Helper()
	rest, ok := bytes.CutPrefix(p.rest, []byte(s))
	if !ok {
		p.t.Fatalf("no %q but %.20q", s, p.rest)
	}
	p.rest = rest
}

func (p *parser) value() any {
	p.t.Helper()
	p.rest = bytes.TrimLeft(p.rest, " \n")
	m := token.FindSubmatch(p.rest)
	if m == nil {
		p.t.Fatalf("no value: %.20q", p.rest)
	}
	p.rest = p.rest[len(m[0]):]
	switch s := string(m[0]); {
	case len(m[1]) > 0:
		n, _ := strconv.Atoi(string(m[1]))
		return reference(n)
	case s == "<<":
		dict := map[string]any{}
		for key := p.value(); key != end(">>"); key = p.value() {
			dict[string(key.(name))] = p.value()
		}
		return dict
	case s == "[":
		list := []any{}
		for v := p.value(); v != end("]"); v = p.value() {
			list = append(list, v)
		}
		return list
	case s == ">>" || s == "]":
		return end(s)
	case s == "(":
		return p.literal()
	case s == "<":
		hex, rest, _ := bytes.Cut(p.rest, []byte(">"))
		p.rest = rest
		return str(unhex(string(hex)))
	case s[0] == '/':
		return name(s[1:])
	case s == "true" || s == "null":
		return map[string]any{"true": true}[s]
	default:
		v, err := strconv.ParseFloat(s, 64)
		if err != nil {
			p.t.Fatal(err)
		}
		return v
	}
}

// end is the mark that ends a dictionary or an array.
type end string

func (p *parser) literal() str {
	var s []byte
	for {
		c := p.rest[0]
		p.rest = p.rest[1:]
		switch c {
		case ')':
			return str(s)
		case '\\':
			c = p.rest[0]
			p.rest = p.rest[1:]
			if c == 'r' {
				c = '\r'
			}
		}
		s = append(s, c)
	}
}

func unhex(s string) string {
	var b []byte
	for i := 0; i+1 < len(s); i += 2 {
		n, _ := strconv.ParseUint(s[i:i+2], 16, 8)
		b = append(b, byte(n))
	}
	return string(b)
}

// text returns what a text string says, "" for nil.
func text(o any) string {
	s, _ := o.(str)
	after, wide := strings.CutPrefix(string(s), "\xfe\xff")
	if !wide {
		return string(s)
	}
	var units []uint16
	for i := 0; i+1 < len(after); i += 2 {
		units = append(units, uint16(after[i])<<8|uint16(after[i+1]))
	}
	return string(utf16.Decode(units))
}

// drawn returns the operators of a page.
func (r *reader) drawn(n int) string {
	r.t.Helper()
	return string(r.content(r.page(n, "Contents")))
}

// list returns the array at a path of an object, none for nil.
func (r *reader) list(o any, path string) []any {
	r.t.Helper()
	l, _ := r.in(o, path).([]any)
	return l
}
