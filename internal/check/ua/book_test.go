package ua_test

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// book is a PDF file as the texts of its objects, by number from 1.
type book struct {
	t       testing.TB
	objects map[int]string
	trailer string // without Size
	header  string
}

func newBook(t testing.TB) *book {
	return &book{t: t, objects: map[int]string{}, header: "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"}
}

// add sets an object and returns its number.
func (b *book) add(text string, args ...any) int {
	num := len(b.objects) + 1
	b.set(num, text, args...)
	return num
}

func (b *book) set(num int, text string, args ...any) {
	if len(args) > 0 {
		text = fmt.Sprintf(text, args...)
	}
	b.objects[num] = text
}

// stream makes the text of a stream; dict is its dictionary without brackets and
// Length.
func stream(dict string, data []byte) string {
	return fmt.Sprintf("<< %s /Length %d >>\nstream\n%s\nendstream", dict, len(data), data)
}

// swap replaces a piece of an object, which must be there.
func (b *book) swap(num int, old, with string) {
	b.t.Helper()
	if !strings.Contains(b.objects[num], old) {
		b.t.Fatalf("object %d has no %q:\n%.400s", num, old, b.objects[num])
	}
	b.objects[num] = strings.Replace(b.objects[num], old, with, 1)
}

// swapIn replaces a piece of a stream's data and corrects its length.
func (b *book) swapIn(num int, old, with string) {
	b.t.Helper()
	b.swap(num, old, with)
	head, rest, _ := strings.Cut(b.objects[num], "\nstream\n")
	data := strings.TrimSuffix(rest, "\nendstream")
	dict, _, _ := strings.Cut(head, " /Length ")
	b.objects[num] = stream(strings.TrimPrefix(dict, "<< "), []byte(data))
}

// find is the number of the first object that has all the pieces.
func (b *book) find(pieces ...string) int {
	b.t.Helper()
	for _, num := range b.numbers() {
		if !slices.ContainsFunc(pieces, func(p string) bool { return !strings.Contains(b.objects[num], p) }) {
			return num
		}
	}
	b.t.Fatalf("no object has %q", pieces)
	return 0
}

func (b *book) numbers() []int {
	var all []int
	for num := range b.objects {
		all = append(all, num)
	}
	slices.Sort(all)
	return all
}

// classic writes the file with a cross-reference table.
func (b *book) classic() []byte {
	var out bytes.Buffer
	out.WriteString(b.header)
	size := slices.Max(b.numbers()) + 1
	offsets := make([]int, size)
	for _, num := range b.numbers() {
		offsets[num] = out.Len()
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", num, b.objects[num])
	}
	at := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", size)
	for _, offset := range offsets[1:] {
		if offset == 0 {
			out.WriteString("0000000000 00001 f \n")
		} else {
			fmt.Fprintf(&out, "%010d 00000 n \n", offset)
		}
	}
	fmt.Fprintf(&out, "trailer\n<< /Size %d %s >>\nstartxref\n%d\n%%%%EOF\n", size, b.trailer, at)
	return out.Bytes()
}

// packed writes the file with an object stream and a cross-reference stream, both
// compressed, the latter with a PNG predictor.
func (b *book) packed() []byte {
	var out, head, body bytes.Buffer
	out.WriteString(b.header)
	size := slices.Max(b.numbers()) + 3
	rows := make([][5]byte, size)
	count := 0
	for _, num := range b.numbers() {
		if text := b.objects[num]; strings.Contains(text, "\nstream\n") {
			rows[num] = row(1, out.Len(), 0)
			fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", num, text)
			continue
		}
		rows[num] = row(2, size-2, count)
		fmt.Fprintf(&head, "%d %d ", num, body.Len())
		body.WriteString(b.objects[num] + "\n")
		count++
	}
	rows[size-2] = row(1, out.Len(), 0)
	data := deflate(append(head.Bytes(), body.Bytes()...))
	fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", size-2, stream(fmt.Sprintf("/Type /ObjStm /N %d /First %d /Filter /FlateDecode", count, head.Len()), data))
	at := out.Len()
	rows[size-1] = row(1, at, 0)
	parms := "/DecodeParms << /Predictor 12 /Columns 5 >>"
	xref := stream(fmt.Sprintf("/Type /XRef /Size %d /W [1 3 1] /Filter /FlateDecode %s %s", size, parms, b.trailer), deflate(predict(rows)))
	fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n", size-1, xref, at)
	return out.Bytes()
}

// row is a row of a cross-reference stream with fields of 1, 3 and 1 bytes.
func row(kind byte, at, index int) [5]byte {
	r := [5]byte{}
	binary.BigEndian.PutUint32(r[:4], uint32(at))
	r[0], r[4] = kind, byte(index)
	return r
}

// predict applies each PNG filter in turn.
func predict(rows [][5]byte) []byte {
	var out []byte
	var up [5]byte
	for i, r := range rows {
		kind := byte(i % 5)
		out = append(out, kind)
		for j := range r {
			var left, corner byte
			if j > 0 {
				left, corner = r[j-1], up[j-1]
			}
			out = append(out, r[j]-foretold(kind, int(left), int(up[j]), int(corner)))
		}
		up = r
	}
	return out
}

// foretold is what a PNG filter expects (PNG, 9.2).
func foretold(kind byte, a, b, c int) byte {
	abs := func(n int) int { return max(n, -n) }
	p := a + b - c
	nearest := a
	if abs(p-b) < abs(p-a) {
		nearest = b
	}
	if abs(p-c) < abs(p-nearest) {
		nearest = c
	}
	return byte([]int{0, a, b, (a + b) / 2, nearest}[kind])
}

func deflate(data []byte) []byte {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	_, _ = w.Write(data)
	_ = w.Close()
	return b.Bytes()
}
