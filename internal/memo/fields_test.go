package memo_test

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"reflect"
	"testing"

	"dossier/internal/memo"
)

func fields(v any) (b []byte, keys []memo.Key) {
	memo.Fields(v, func(out []byte, each []memo.Key) { b, keys = bytes.Clone(out), each })
	return b, keys
}

func TestAStructComesBackFieldByField(t *testing.T) {
	for seed := range uint64(50) {
		var v record
		f := filler{rand.New(rand.NewPCG(seed, 8))}
		f.fill(reflect.ValueOf(&v).Elem(), 0)
		b, keys := fields(&v)
		if len(keys) != reflect.TypeOf(v).NumField() {
			t.Fatalf("%d keys", len(keys))
		}
		got := record{A: 7}
		if err := new(memo.Reader).Read(b, &got); err != nil || !reflect.DeepEqual(got, v) {
			t.Fatalf("seed %d: %v\n%+v\ninstead of\n%+v", seed, err, got, v)
		}
		for n := range b {
			if err := new(memo.Reader).Read(b[:n:n], &got); !errors.Is(err, memo.ErrMalformed) || !reflect.DeepEqual(got, record{}) {
				t.Fatalf("seed %d, %d of %d bytes: %v, %+v", seed, n, len(b), err, got)
			}
		}
		if err := new(memo.Reader).Read(append(b, 0), &got); !errors.Is(err, memo.ErrMalformed) {
			t.Fatalf("seed %d, a byte more: %v", seed, err)
		}
	}
}

func TestTheKeyOfAFieldFollowsFromTheFieldAlone(t *testing.T) {
	type pair struct{ A, B string }
	_, one := fields(&pair{"the same", "the same"})
	_, two := fields(&pair{"another", "the same"})
	if one[0] == two[0] {
		t.Error("two values of a field have one key")
	}
	if one[1] != two[1] {
		t.Error("the key of a field depends on the one before")
	}
}

func TestAReaderTakesOverWhatIsTheSame(t *testing.T) {
	type wide struct {
		A, B, C, D, E, F, G, H string
		Menu, Path             []string
	}
	type page struct {
		Page wide
		Body []string
	}
	const long = "a text that is long enough to be kept"
	var r memo.Reader
	var b []byte
	for i, v := range []page{
		{wide{A: "one", Menu: []string{long, "a"}}, []string{long}},
		{wide{A: "two", Menu: []string{long, "a"}}, []string{long, long}},
		{wide{A: "three", Menu: []string{long, "a"}, Path: []string{long, "a"}}, []string{long, long}},
		{wide{A: "four", Menu: []string{long, "b"}}, []string{long, long}},
		{wide{}, nil},
		{wide{A: "one", Menu: []string{long, "a"}}, []string{long}},
	} {
		out, _ := fields(&v)
		clear(b) // the memory of the one before is used again
		b = append(b[:0], out...)
		var got page
		if err := r.Read(b, &got); err != nil || !reflect.DeepEqual(got, v) {
			t.Errorf("%d: %v\n%+v\ninstead of\n%+v", i, err, got, v)
		}
	}
}

func TestAReaderReadsAgainWhatHasNotChanged(t *testing.T) {
	type list struct{ Menu []string }
	b, _ := fields(&list{[]string{"a text that is long enough to be kept", "another"}})
	var r memo.Reader
	var v list
	read := func() {
		if err := r.Read(b, &v); err != nil {
			t.Fatal(err)
		}
	}
	read()
	read()
	if n := testing.AllocsPerRun(100, read); n > 0 {
		t.Errorf("%v allocations", n)
	}
}
