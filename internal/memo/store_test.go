package memo

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// stored is the file of a store that holds some entries.
func stored(t testing.TB, texts ...string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "cache", "outputs")
	s := NewStore()
	for _, text := range texts {
		s.Put(Sum(text), []byte(text))
	}
	if err := s.Save(file); err != nil {
		t.Fatal(err)
	}
	return file
}

func TestASavedStoreIsReadBackWhole(t *testing.T) {
	texts := []string{"", "one", "two\x00three", string(bytes.Repeat([]byte("long "), 100000))}
	s, err := Open(stored(t, texts...))
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range texts {
		if b, ok := s.Get(Sum(text)); !ok || string(b) != text {
			t.Errorf("an entry of %d bytes came back as %d bytes, %v", len(text), len(b), ok)
		}
	}
	if _, ok := s.Get(Sum("four")); ok {
		t.Error("there is an entry that nobody put")
	}
}

func TestADamagedFileIsAnEmptyStore(t *testing.T) {
	file := stored(t, "one", "two")
	good, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	damaged := [][]byte{nil, []byte("x"), []byte(magic), append(bytes.Clone(good), 0), bytes.Replace(good, []byte("cache 1"), []byte("cache 2"), 1)}
	for n := range good {
		damaged = append(damaged, good[:n])
		turned := bytes.Clone(good)
		turned[n] ^= 0x40
		damaged = append(damaged, turned)
	}
	for _, b := range damaged {
		if err := os.WriteFile(file, b, 0o644); err != nil {
			t.Fatal(err)
		}
		s, err := Open(file)
		if err != nil {
			t.Fatal(err)
		}
		if _, ok := s.Get(Sum("one")); ok {
			t.Fatalf("an entry was read from a damaged file of %d bytes", len(b))
		}
	}
}

func TestAMissingFileIsAnEmptyStoreAndAnUnreadableOneAnError(t *testing.T) {
	if _, err := Open(filepath.Join(t.TempDir(), "none")); err != nil {
		t.Errorf("a missing file: %v", err)
	}
	if _, err := Open(t.TempDir()); err == nil {
		t.Error("a folder was read as a store")
	}
}

func TestSaveWritesOnlyWhatChanged(t *testing.T) {
	file := stored(t, "one", "two")
	long := time.Now().Add(-time.Hour)
	if err := os.Chtimes(file, long, long); err != nil {
		t.Fatal(err)
	}
	written := func(use func(s *Store)) bool {
		s, err := Open(file)
		if err != nil {
			t.Fatal(err)
		}
		use(s)
		if err := s.Save(file); err != nil {
			t.Fatal(err)
		}
		info, err := os.Stat(file)
		if err != nil {
			t.Fatal(err)
		}
		return info.ModTime().After(long.Add(time.Minute))
	}
	if written(func(s *Store) { s.Get(Sum("one")); s.Get(Sum("two")) }) {
		t.Error("the file was written although nothing changed")
	}
	if !written(func(s *Store) { s.Get(Sum("one")) }) {
		t.Error("an entry that was not used is kept")
	}
	s, err := Open(file)
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := s.Get(Sum("two")); ok {
		t.Error("an entry that was not used is still in the file")
	}
}

func TestTheSameEntriesGiveTheSameFile(t *testing.T) {
	a, err := os.ReadFile(stored(t, "one", "two", "three"))
	if err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(stored(t, "three", "one", "two"))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a, b) {
		t.Error("the file depends on the order in which entries came")
	}
}

func FuzzDecode(f *testing.F) {
	file := stored(f, "one", "two")
	good, err := os.ReadFile(file)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(good[len(magic) : len(good)-32])
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, body []byte) {
		sum := Bytes(body)
		held, ok := decode(append(append([]byte(magic), body...), sum[:]...))
		if !ok {
			return
		}
		size := 0
		for _, b := range held {
			size += len(b)
		}
		if size > len(body) {
			t.Errorf("%d bytes were read out of %d", size, len(body))
		}
	})
}
