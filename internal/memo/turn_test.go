package memo

import (
	"fmt"
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

func TestAskingWhetherAnEntryIsThereIsUse(t *testing.T) {
	s := NewStore()
	s.Put(Sum("a"), []byte("a"))
	for range 3 {
		s.Turn()
		if !s.Has(Sum("a")) {
			t.Fatal("an entry in use is gone")
		}
	}
	if s.Has(Sum("b")) {
		t.Error("there is an entry that nobody put")
	}
}

func TestAStoreThatTurnsDoesNotGrow(t *testing.T) {
	s := NewStore()
	for i := range 1000 {
		s.Put(Sum("page", i), []byte(fmt.Sprint(i)))
		s.Get(Sum("page", i-1))
		s.Turn()
	}
	if n := len(s.held); n > 2 {
		t.Errorf("after 1000 turns the store holds %d entries", n)
	}
}

func TestAStoreInMemoryHasNothingToSave(t *testing.T) {
	s := NewStore()
	s.Put(Sum("a"), []byte("a"))
	if err := s.Save(); err != nil {
		t.Error(err)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	if b, ok := s.Get(Sum("a")); !ok || string(b) != "a" {
		t.Errorf("after saving there is %q, %v", b, ok)
	}
}
