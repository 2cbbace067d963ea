package memo

import "testing"

func BenchmarkOpenAt40000Entries(b *testing.B) {
	dir := b.TempDir()
	within(b, dir, func(s *Store) {
		for i := range 40000 {
			s.Put(Sum(i), []byte("x"))
		}
	})
	b.Run("open", func(b *testing.B) {
		for b.Loop() {
			s, err := Open(dir, "outputs")
			if err != nil {
				b.Fatal(err)
			}
			s.Close()
		}
	})
	s := open(b, dir, "outputs")
	keys := make([]Key, 40000)
	for i := range keys {
		keys[i] = Sum(i)
	}
	b.Run("has", func(b *testing.B) {
		i := 0
		for b.Loop() {
			if !s.Has(keys[i%len(keys)]) {
				b.Fatal("gone")
			}
			i++
		}
	})
	for _, k := range keys {
		s.Has(k)
	}
	b.Run("save of nothing", func(b *testing.B) {
		for b.Loop() {
			if err := s.Save(); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("put and save", func(b *testing.B) {
		i := 0
		for b.Loop() {
			s.Put(Sum("new", i), []byte("x"))
			if err := s.Save(); err != nil {
				b.Fatal(err)
			}
			i++
		}
	})
}

func BenchmarkAThousandEntriesOf15kB(b *testing.B) {
	page := []byte(long("some words of a page", 15000))
	dir := b.TempDir()
	keys := make([]Key, 1000)
	for i := range keys {
		keys[i] = Sum(i)
	}
	b.Run("put", func(b *testing.B) {
		b.SetBytes(int64(len(keys) * len(page)))
		for b.Loop() {
			s := open(b, dir, "outputs")
			for _, k := range keys {
				s.Put(k, page)
			}
			s.Close() // without a save, so that the next one begins anew
		}
	})
	s := open(b, dir, "outputs")
	for _, k := range keys {
		s.Put(k, page)
	}
	b.Run("get", func(b *testing.B) {
		b.SetBytes(int64(len(keys) * len(page)))
		for b.Loop() {
			for _, k := range keys {
				if _, ok := s.Get(k); !ok {
					b.Fatal("gone")
				}
			}
		}
	})
}
