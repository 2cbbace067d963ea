package memo

import (
	"fmt"
	"runtime"
	"testing"
)

func TestAnEntryIsDroppedWhenSeveralSavesDidNotUseIt(t *testing.T) {
	dir := stored(t, "kept", "seldom", "idle")
	for i := range 4 * oldest {
		within(t, dir, func(s *Store) {
			holds(t, s, "kept")
			if i%(oldest-1) == 0 && !s.Has(Sum("seldom")) {
				t.Fatalf("an entry that is used now and then is gone in save %d", i)
			}
		})
		s := open(t, dir, "outputs")
		if there := s.Has(Sum("idle")); there != (i+1 < oldest) {
			t.Errorf("after %d saves without use: there is an entry: %v", i+1, there)
		}
		s.Close()
	}
}

func TestSavingTwiceAgesOnce(t *testing.T) {
	dir := stored(t, "idle")
	within(t, dir, func(s *Store) {
		for i := range 2 * oldest {
			put(s, fmt.Sprint(i))
			if err := s.Save(); err != nil {
				t.Fatal(err)
			}
		}
	})
	holds(t, open(t, dir, "outputs"), "idle")
}

func TestTheCacheDoesNotGrowWithoutBounds(t *testing.T) {
	dir := t.TempDir()
	const each = 400 << 10
	most := int64(0)
	for i := range 100 {
		within(t, dir, func(s *Store) {
			put(s, long(fmt.Sprint("build ", i), each))
			if s.Get(Sum("steady")); i == 0 {
				put(s, "steady")
			}
		})
		most = max(most, size(t, dir))
	}
	if bound := int64(slack + (oldest+3)*each); most > bound {
		t.Errorf("the files grew to %d bytes, more than %d", most, bound)
	}
	s := open(t, dir, "outputs")
	holds(t, s, "steady", long("build 99", each), long("build 98", each))
	lacks(t, s, long("build 50", each))
}

func TestAStoreGoesOnAfterItWasCompacted(t *testing.T) {
	dir := stored(t, long("waste", 2*slack), "kept")
	for range oldest - 1 {
		within(t, dir, func(s *Store) { s.Get(Sum("kept")) })
	}
	s := open(t, dir, "outputs")
	put(s, "before")
	holds(t, s, "kept")
	for _, text := range []string{"after", long("after", 2*bufferSize), "last"} {
		if err := s.Save(); err != nil {
			t.Fatal(err)
		}
		holds(t, s, "kept", "before")
		put(s, text)
	}
	if n := size(t, dir); n > slack {
		t.Fatalf("not compacted: %d bytes", n)
	}
	if err := s.Save(); err != nil {
		t.Fatal(err)
	}
	s.Close()
	s = open(t, dir, "outputs")
	holds(t, s, "kept", "before", "after", long("after", 2*bufferSize), "last")
	lacks(t, s, long("waste", 2*slack))
}

func TestAReaderKeepsWhatItOpenedWhileTheWriterCompacts(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a pack that is being read cannot be replaced there")
	}
	dir := stored(t, "one", long("waste", 2*slack))
	writer, reader := open(t, dir, "outputs"), open(t, dir, "outputs")
	for range oldest {
		holds(t, writer, "one")
		put(writer, "two")
		if err := writer.Save(); err != nil {
			t.Fatal(err)
		}
		writer.Close()
		writer = open(t, dir, "outputs")
	}
	if size(t, dir) > slack {
		t.Fatal("not compacted")
	}
	holds(t, reader, "one")
	lacks(t, reader, "two")
}

func TestSavingMoreForgetsNothing(t *testing.T) {
	dir := stored(t, "idle")
	for i := range 3 * oldest {
		s := open(t, dir, "outputs")
		put(s, fmt.Sprint(i))
		if err := s.SaveMore(); err != nil {
			t.Fatal(err)
		}
		s.Close()
	}
	s := open(t, dir, "outputs")
	holds(t, s, "idle")
	for i := range 3 * oldest {
		holds(t, s, fmt.Sprint(i))
	}
}

func TestWhatIsRetiredGrowsOlderWithEverySave(t *testing.T) {
	dir := stored(t, "retired", "read and retired", "asked for again", "idle")
	for i := range oldest {
		s := open(t, dir, "outputs")
		if there := s.Has(Sum("retired")); !there {
			t.Fatalf("gone after %d saves", i)
		}
		s.Close()
		s = open(t, dir, "outputs")
		if i == 0 {
			holds(t, s, "read and retired")
			s.Retire(Sum("retired"))
			s.Retire(Sum("read and retired"))
			s.Retire(Sum("asked for again"))
			s.Retire(Sum("never put"))
		}
		if i == 1 {
			s.Retire(Sum("asked for again"))
			holds(t, s, "asked for again")
		}
		put(s, fmt.Sprint(i))
		if err := s.SaveMore(); err != nil {
			t.Fatal(err)
		}
		s.Close()
	}
	s := open(t, dir, "outputs")
	holds(t, s, "idle", "asked for again", "0", "1", "2")
	lacks(t, s, "retired", "read and retired")
}

func TestSavingMoreDoesNotGrowWithoutBounds(t *testing.T) {
	const each = 400 << 10
	dir := stored(t, "steady", long("page 0", each))
	most := int64(0)
	for i := range 100 {
		s := open(t, dir, "outputs")
		s.Retire(Sum(long(fmt.Sprint("page ", i), each)))
		put(s, long(fmt.Sprint("page ", i+1), each))
		if err := s.SaveMore(); err != nil {
			t.Fatal(err)
		}
		s.Close()
		most = max(most, size(t, dir))
	}
	if bound := int64(slack + (oldest+3)*each); most > bound {
		t.Errorf("the files grew to %d bytes, more than %d", most, bound)
	}
	holds(t, open(t, dir, "outputs"), "steady", long("page 100", each))
}
