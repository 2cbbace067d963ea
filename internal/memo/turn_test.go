package memo

import (
	"fmt"
	"path/filepath"
	"testing"
)

func TestTurnForgetsWhatWasNotUsedSinceTheLastTurn(t *testing.T) {
	s := NewStore()
	kept, idle := Sum("kept"), Sum("idle")
	s.Put(kept, []byte("a"))
	s.Put(idle, []byte("b"))
	s.Turn()
	for _, k := range []Key{kept, idle} {
		if _, ok := s.Get(k); !ok {
			t.Fatal("an entry put before the first turn is gone after it")
		}
	}
	s.Turn()
	s.Get(kept)
	s.Turn()
	if b, ok := s.Get(kept); !ok || string(b) != "a" {
		t.Errorf("an entry in use is gone: %q, %v", b, ok)
	}
	if _, ok := s.Get(idle); ok {
		t.Error("an entry nobody asked for is still held")
	}
}

func TestAStoreThatTurnsDoesNotGrow(t *testing.T) {
	s := NewStore()
	for i := range 1000 {
		s.Put(Sum("page", i), []byte(fmt.Sprint(i)))
		s.Get(Sum("page", i-1))
		s.Turn()
	}
	if n := len(s.held) + len(s.used); n > 4 {
		t.Errorf("after 1000 turns the store holds %d entries", n)
	}
}

func TestSaveAfterATurnWritesWhatWasUsedSince(t *testing.T) {
	file := filepath.Join(t.TempDir(), "cache")
	s := NewStore()
	for _, name := range []string{"a", "b"} {
		s.Put(Sum(name), []byte(name))
	}
	if err := s.Save(file); err != nil {
		t.Fatal(err)
	}
	s, err := Open(file)
	if err != nil {
		t.Fatal(err)
	}
	s.Get(Sum("a"))
	s.Get(Sum("b"))
	s.Turn()
	s.Get(Sum("a"))
	if err := s.Save(file); err != nil {
		t.Fatal(err)
	}
	if s, err = Open(file); err != nil {
		t.Fatal(err)
	}
	_, a := s.Get(Sum("a"))
	_, b := s.Get(Sum("b"))
	if !a || b {
		t.Errorf("the file holds a: %v, b: %v; only a was used since the turn", a, b)
	}
}
