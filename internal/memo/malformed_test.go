package memo_test

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"runtime"
	"strings"
	"testing"

	"dossier/internal/memo"
)

func TestAMalformedValueIsAnErrorAndLeavesNothing(t *testing.T) {
	var v record
	f := filler{rand.New(rand.NewPCG(3, 4))}
	f.fill(reflect.ValueOf(&v).Elem(), 0)
	good := memo.Append(nil, &v)
	malformed := [][]byte{append(bytes.Clone(good), 0)}
	for n := range good {
		malformed = append(malformed, good[:n])
	}
	for _, b := range malformed {
		got := record{A: 7}
		if err := memo.Decode(b, &got); !errors.Is(err, memo.ErrMalformed) || !reflect.DeepEqual(got, record{}) {
			t.Fatalf("%d of %d bytes: %v, %+v", len(b), len(good), err, got)
		}
	}
}

func TestMalformedPiecesAreErrors(t *testing.T) {
	for name, c := range map[string]struct {
		into any
		b    []byte
	}{
		"nothing":                      {new(int), nil},
		"varint without end":           {new(uint64), bytes.Repeat([]byte{0x80}, 12)},
		"int8 too great":               {new(int8), []byte{0x80, 0x02}},
		"int16 too great":              {new(int16), []byte{0x80, 0x80, 0x08}},
		"int32 too great":              {new(int32), []byte{0x80, 0x80, 0x80, 0x80, 0x10}},
		"uint16 too great":             {new(uint16), []byte{0x80, 0x80, 0x04}},
		"uint32 too great":             {new(uint32), []byte{0x80, 0x80, 0x80, 0x80, 0x10}},
		"bool of 2":                    {new(bool), []byte{2}},
		"half a float":                 {new(float64), []byte{1, 2, 3, 4}},
		"string that is too short":     {new(string), []byte{8, 'a'}},
		"string that refers to itself": {new(string), []byte{1}},
		"reference to a reference":     {new([]string), []byte{4, 2, 'a', 3, 7}},
		"reference ahead":              {new([]string), []byte{3, 9, 2, 'a'}},
		"reference to half a string":   {new([]string), []byte{3, 2, 20, 5}},
		"pointer of 2":                 {new(*int), []byte{2, 0}},
		"interface that is not nil":    {new(any), []byte{1}},
		"more elements than bytes":     {new([]int), []byte{200, 1, 1, 1}},
		"more entries than bytes":      {new(map[string]int), []byte{200, 1, 0, 1}},
		"keys out of order":            {new(map[string]int), []byte{3, 2, 'b', 0, 2, 'a', 0}},
		"a key twice":                  {new(map[string]int), []byte{3, 2, 'a', 0, 2, 'a', 0}},
		"bit without a field":          {new(pos), []byte{0x10}},
		"nothings without number":      {new([]struct{}), []byte{0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f}},
	} {
		if err := memo.DecodeAny(c.b, c.into); !errors.Is(err, memo.ErrMalformed) {
			t.Errorf("%s: %v, %v", name, err, reflect.ValueOf(c.into).Elem())
		}
	}
}

func TestDeepNestingIsAnErrorNotACrash(t *testing.T) {
	b := bytes.Repeat([]byte{4, 1}, 1<<20) // field Next, a pointer
	var v block
	if err := memo.Decode(b, &v); !errors.Is(err, memo.ErrMalformed) {
		t.Error(err)
	}
}

func TestAHugeLengthTakesNoMemory(t *testing.T) {
	b := append([]byte{0xff, 0xff, 0xff, 0xff, 0x0f}, make([]byte, 4096)...)
	var v []record
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	err := memo.Decode(b, &v)
	runtime.ReadMemStats(&after)
	if took := after.TotalAlloc - before.TotalAlloc; err == nil || took > 1<<20 {
		t.Errorf("%v after taking %d bytes", err, took)
	}
}

func TestTypesThatCannotBeWrittenAreRefusedByName(t *testing.T) {
	self := block{}
	self.Next = &self
	for want, write := range map[string]func(){
		"struct { A []struct { F func() } }.A[].F: a func()": func() {
			memo.Append(nil, &struct{ A []struct{ F func() } }{})
		},
		"struct { C *chan int }.C[]: a chan int":          func() { memo.Append(nil, &struct{ C *chan int }{}) },
		"map[int]string: a map[int]string cannot":         func() { memo.Append(nil, &map[int]string{}) },
		"complex128: a complex128":                        func() { memo.Append(nil, new(complex128)) },
		"memo_test.doc.notes: a string cannot be written": func() { memo.Append(nil, &doc{notes: "x"}) },
		"a pointer is wanted, not a memo_test.doc":        func() { memo.AppendAny(nil, doc{}) },
		"a *memo_test.block lies within itself":           func() { memo.Append(nil, &self) },
	} {
		if said := panics(write); !strings.Contains(said, want) {
			t.Errorf("%q was to be said, not %q", want, said)
		}
	}
	comesBack(t, pos{File: "still in order after all that"})
}

func panics(do func()) (said string) {
	defer func() { said = fmt.Sprint(recover()) }()
	do()
	return ""
}

func FuzzCodec(f *testing.F) {
	fill := filler{rand.New(rand.NewPCG(5, 6))}
	for range 8 {
		var v record
		fill.fill(reflect.ValueOf(&v).Elem(), 0)
		f.Add(memo.Append(nil, &v))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		var v, again record
		if memo.Decode(b, &v) != nil {
			return
		}
		if err := memo.Decode(memo.Append(nil, &v), &again); err != nil {
			t.Fatal(err)
		}
		if !sameValue(v, again) {
			t.Error("what was read cannot be written")
		}
	})
}

func sameValue(a, b record) bool { return bytes.Equal(memo.Append(nil, &a), memo.Append(nil, &b)) }
