package memo_test

import (
	"bytes"
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/internal/memo"
)

// pos, word, list and so on have the make of the values that are kept.

type pos struct {
	File              string
	Line, Col, EndCol int
}

type word struct {
	Lang, Value string
	Pos         pos
}

type head struct {
	Kind  kind
	ID    string
	Parts []word
	seal  [32]byte
	odd   []string
}

type kind string

type rate float32

type body struct {
	Text  string
	Doc   *doc
	inner map[kind]*word
}

type doc struct {
	Blocks []block
	Level  int8
	raw    []byte
	notes  any
}

type block struct {
	Kind   uint8
	Blocks []block
	Next   *block
	Cells  [][]word
	Grid   [2][3]int16
}

type record struct {
	head
	*pos
	Bodies []body
	Title  struct{ In []word }
	Rate   rate
	Sum    float64
	On     bool
	Flags  [3]bool
	Many   []bool
	A      int32
	B      uint
	C      uint16
	D      uint32
	E      uint64
	F      int64
	Names  map[string]string
	Places map[string][]pos
	Set    map[string]struct{}
	Marks  []struct{}
	none   struct{}
	Bits   [11]pos
}

// filler makes values of every make; depth bounds those of recursive types.

type filler struct{ *rand.Rand }

func (f filler) fill(v reflect.Value, depth int) {
	if f.IntN(3) == 0 || depth > 9 {
		return
	}
	switch v.Kind() {
	case reflect.Bool:
		v.SetBool(f.IntN(2) == 0)
	case reflect.String:
		v.SetString([]string{"", "it", "content/news/a.md", "Łódź", strings.Repeat("long ", 60), fmt.Sprint(f.Int())}[f.IntN(6)])
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		v.SetInt(int64(f.Uint64()) >> f.IntN(64))
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		v.SetUint(f.Uint64() >> f.IntN(64))
	case reflect.Float32, reflect.Float64:
		v.SetFloat([]float64{math.Copysign(0, -1), 1.5, math.Inf(1), -1e30, f.Float64()}[f.IntN(5)])
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), f.IntN(4), 4))
		f.elements(v, depth)
	case reflect.Array:
		f.elements(v, depth)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		f.fill(v.Elem(), depth+1)
	case reflect.Map:
		f.entries(v, depth)
	case reflect.Struct:
		for i := range v.NumField() {
			f.fill(reflect.NewAt(v.Field(i).Type(), v.Field(i).Addr().UnsafePointer()).Elem(), depth)
		}
	}
}

func (f filler) elements(v reflect.Value, depth int) {
	for i := range v.Len() {
		f.fill(v.Index(i), depth+1)
	}
}

func (f filler) entries(v reflect.Value, depth int) {
	v.Set(reflect.MakeMap(v.Type()))
	for range f.IntN(4) {
		key, elem := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
		f.fill(key, depth+1)
		f.fill(elem, depth+1)
		v.SetMapIndex(key, elem)
	}
}

// comesBack writes the value and reads it.

func comesBack[T any](t *testing.T, v T) {
	t.Helper()
	const before = "something before"
	b := memo.Append([]byte(before), &v)
	if again := memo.Append(nil, &v); !strings.HasPrefix(string(b), before) || string(b[len(before):]) != string(again) {
		t.Fatalf("a %T is written differently in another place or the second time", v)
	}
	b = b[len(before):]
	if dynamic := memo.AppendAny(nil, &v); !bytes.Equal(b, dynamic) {
		t.Errorf("a %T is written differently by its dynamic type", v)
	}
	var got, dynamic T
	if err := memo.Decode(b, &got); err != nil {
		t.Fatalf("a %T: %v", v, err)
	}
	if err := memo.DecodeAny(b, &dynamic); err != nil {
		t.Fatalf("a %T: %v", v, err)
	}
	if !reflect.DeepEqual(v, got) || !reflect.DeepEqual(v, dynamic) {
		t.Errorf("a %T came back different:\n%+v\n%+v", v, v, got)
	}
}

func TestValuesComeBackAsTheyWere(t *testing.T) {
	f := filler{rand.New(rand.NewPCG(1, 2))}
	for range 300 {
		roundTrip[record](t, f)
		roundTrip[body](t, f)
		roundTrip[[]block](t, f)
		roundTrip[map[kind]record](t, f)
		roundTrip[[][]byte](t, f)
		roundTrip[*string](t, f)
		roundTrip[bool](t, f)
		roundTrip[int8](t, f)
		roundTrip[[4]float32](t, f)
		roundTrip[struct{}](t, f)
	}
}

func roundTrip[T any](t *testing.T, f filler) {
	t.Helper()
	var v T
	f.fill(reflect.ValueOf(&v).Elem(), 0)
	comesBack(t, v)
}

func TestTheLimitsOfNumbersComeBack(t *testing.T) {
	comesBack(t, []int8{math.MinInt8, math.MaxInt8})
	comesBack(t, []int16{math.MinInt16, math.MaxInt16})
	comesBack(t, []int32{math.MinInt32, math.MaxInt32})
	comesBack(t, []int64{math.MinInt64, math.MaxInt64})
	comesBack(t, []int{math.MinInt, math.MaxInt, -1, 0})
	comesBack(t, []uint16{math.MaxUint16})
	comesBack(t, []uint32{math.MaxUint32})
	comesBack(t, []uint64{math.MaxUint64})
	comesBack(t, []float64{math.SmallestNonzeroFloat64, math.MaxFloat64})
	comesBack(t, []float32{math.SmallestNonzeroFloat32, math.MaxFloat32})
	comesBack(t, struct{ A, B int8 }{A: -1, B: math.MinInt8})
}

func TestNilAndEmptyAreToldApart(t *testing.T) {
	comesBack(t, body{})
	comesBack(t, body{inner: map[kind]*word{}})
	comesBack(t, body{inner: map[kind]*word{"": nil, "x": {}}})
	comesBack(t, body{Doc: &doc{}})
	comesBack(t, body{Doc: &doc{raw: []byte{}, Blocks: []block{}}})
	comesBack(t, body{Doc: &doc{Blocks: []block{{Cells: [][]word{nil, {}, {{}}}}}}})
}

func TestUnexportedFieldsComeBack(t *testing.T) {
	comesBack(t, record{head: head{seal: [32]byte{31: 7}, odd: []string{"odd"}}, none: struct{}{}})
}

func TestANegativeZeroKeepsItsSign(t *testing.T) {
	v := record{Sum: math.Copysign(0, -1)}
	var got record
	if err := memo.Decode(memo.Append(nil, &v), &got); err != nil || !math.Signbit(got.Sum) {
		t.Errorf("%v, %v", got.Sum, err)
	}
}

func TestWhatIsZeroTakesLittleRoom(t *testing.T) {
	if n := len(memo.Append(nil, &record{})); n > 4 {
		t.Errorf("an empty record takes %d bytes", n)
	}
	if n := len(memo.Append(nil, &word{Pos: pos{Line: 1}})); n > 2 {
		t.Errorf("one number takes %d bytes", n)
	}
}

func TestARepeatedStringIsWrittenOnce(t *testing.T) {
	file := strings.Repeat("long/", 20)
	v := make([]pos, 100)
	for i := range v {
		v[i] = pos{File: strings.Clone(file), Line: i}
	}
	b := memo.Append(nil, &v)
	if n := strings.Count(string(b), file); n != 1 || len(b) > len(file)+500 {
		t.Errorf("the name is written %d times, in %d bytes", n, len(b))
	}
	comesBack(t, v)
}

func TestStringsArePartsOfTheBytes(t *testing.T) {
	v := []string{"first word", "second word", "first word"}
	b := memo.Append(nil, &v)
	var got []string
	if err := memo.Decode(b, &got); err != nil {
		t.Fatal(err)
	}
	copy(b[bytes.Index(b, []byte("first")):], "third")
	if diff := cmp.Diff([]string{"third word", "second word", "third word"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestBytesAreCopied(t *testing.T) {
	v := [][]byte{[]byte("mine to change")}
	b := memo.Append(nil, &v)
	var got [][]byte
	if err := memo.Decode(b, &got); err != nil {
		t.Fatal(err)
	}
	got[0][0] = 'X'
	if bytes.Contains(b, []byte("Xine")) {
		t.Error("who changes decoded bytes changes what they were read from")
	}
}

func TestAValueIsReadOverAnother(t *testing.T) {
	got := body{Text: "old", Doc: &doc{}}
	if err := memo.Decode(memo.Append(nil, &body{}), &got); err != nil || !reflect.DeepEqual(got, body{}) {
		t.Errorf("%+v, %v", got, err)
	}
}

// page is like a page of a site: two texts, a few dozen words with their places.

func page() record {
	v := record{head: head{Kind: "news", ID: "some-news"}}
	for i := range 40 {
		at := pos{File: "content/news/2021/some-news/index.it.md", Line: i, Col: 3, EndCol: 20}
		v.Title.In = append(v.Title.In, word{Lang: "it", Value: fmt.Sprintf("word %d of many", i), Pos: at})
	}
	v.Bodies = []body{{Text: strings.Repeat("A text of some length. ", 60), Doc: &doc{}}}
	return v
}

func TestDecodingTakesAsManyAllocationsAsThereAreSlicesAndPointers(t *testing.T) {
	v := page()
	b := memo.Append(nil, &v)
	var got record
	n := testing.AllocsPerRun(100, func() {
		if err := memo.Decode(b, &got); err != nil {
			t.Fatal(err)
		}
	})
	if n > 4 {
		t.Errorf("%v allocations for two slices and a pointer", n)
	}
	if diff := cmp.Diff(v, got, cmp.Exporter(func(reflect.Type) bool { return true })); diff != "" {
		t.Error(diff)
	}
}

func BenchmarkCodec(b *testing.B) {
	v := page()
	encoded := memo.Append(nil, &v)
	b.Run("append", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			memo.Append(encoded[:0:0], &v)
		}
	})
	b.Run("decode", func(b *testing.B) {
		b.ReportAllocs()
		var got record
		for b.Loop() {
			if err := memo.Decode(encoded, &got); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/(40*6), "ns/field")
	})
}

// sameValue compares by what is written, since a NaN differs from itself.
