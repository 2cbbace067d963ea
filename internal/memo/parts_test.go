package memo

import (
	"bytes"
	"fmt"
	"sync"
	"testing"
)

func TestPartsAreReadTogetherAndWrittenApart(t *testing.T) {
	dir := t.TempDir()
	for i, name := range []string{"outputs-1-of-2", "outputs-2-of-2", "outputs", "output", "outputsmore"} {
		s := open(t, dir, name)
		put(s, fmt.Sprint(i))
		if err := s.Save(); err != nil {
			t.Fatal(err)
		}
		s.Close()
	}
	for _, name := range []string{"outputs", "outputs-2-of-2", "outputs-new"} {
		s := open(t, dir, name)
		holds(t, s, "0", "1", "2")
		lacks(t, s, "3", "4")
		s.Close()
	}
	other := read(t, dir, "-1-of-2"+indexSuffix)
	for i := range 2 * oldest {
		within(t, dir, func(s *Store) { put(s, fmt.Sprint("new ", i)) })
	}
	if !bytes.Equal(other, read(t, dir, "-1-of-2"+indexSuffix)) {
		t.Error("another part's index was written")
	}
	holds(t, open(t, dir, "outputs"), "0", "1")
}

func TestASecondStoreReadsAndKeepsItsOwnInMemory(t *testing.T) {
	dir := stored(t, "one")
	first, second := open(t, dir, "outputs"), open(t, dir, "outputs")
	put(first, "first")
	put(second, "second")
	holds(t, first, "one", "first")
	holds(t, second, "one", "second")
	lacks(t, first, "second")
	for _, s := range []*Store{second, first, second} {
		if err := s.Save(); err != nil {
			t.Error(err)
		}
	}
	first.Close()
	second.Close()
	third := open(t, dir, "outputs")
	holds(t, third, "one", "first")
	lacks(t, third, "second")
	put(third, "third")
	holds(t, third, "third")
	if len(third.held) > 0 {
		t.Error("the lock outlives the store that held it")
	}
}

func TestAStoreMayBeUsedFromManyGoroutines(t *testing.T) {
	dir := stored(t, sample()...)
	within(t, dir, func(s *Store) {
		var wg sync.WaitGroup
		for n := range 4 {
			wg.Go(func() {
				for i := range 150 {
					text := long(fmt.Sprint("new ", (n+i)%160), 9000)
					put(s, text)
					holds(t, s, text)
					holds(t, s, sample()[i])
					if i%50 == 0 {
						if err := s.Save(); err != nil {
							t.Error(err)
						}
					}
				}
			})
		}
		wg.Wait()
	})
	holds(t, open(t, dir, "outputs"), sample()[:100]...)
}
