package memo

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"
)

// open opens a part for the length of the test.

func open(t testing.TB, dir, name string) *Store {
	t.Helper()
	s, err := Open(dir, name)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// within opens the store of a folder, has it used, saves and closes it.

func within(t testing.TB, dir string, use func(s *Store)) {
	t.Helper()
	s := open(t, dir, "outputs")
	use(s)
	if err := s.Save(); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

// stored is a folder with a store that holds some texts under their keys.

func stored(t testing.TB, texts ...string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "cache")
	within(t, dir, func(s *Store) { put(s, texts...) })
	return dir
}

func put(s *Store, texts ...string) {
	for _, text := range texts {
		s.Put(Sum(text), []byte(text))
	}
}

// holds fails the test unless the store holds these texts.

func holds(t testing.TB, s *Store, texts ...string) {
	t.Helper()
	for _, text := range texts {
		if b, ok := s.Get(Sum(text)); !ok || string(b) != text {
			t.Errorf("%.20q came back as %.20q, %v", text, b, ok)
		}
		if !s.Has(Sum(text)) {
			t.Errorf("%.20q is not there", text)
		}
	}
}

// lacks fails the test if the store holds one of these texts.

func lacks(t testing.TB, s *Store, texts ...string) {
	t.Helper()
	for _, text := range texts {
		if b, ok := s.Get(Sum(text)); ok {
			t.Errorf("there is %.20q under %.20q", b, text)
		}
		if s.Has(Sum(text)) {
			t.Errorf("%.20q is there", text)
		}
	}
}

// long is a text of so many bytes, another for each name.

func long(name string, n int) string { return string(bytes.Repeat([]byte(name+" "), n/(len(name)+1))) }

// sample are texts that fill the buffer several times.

func sample() []string {
	texts := []string{"", "one", "two\x00three", long("very long", 3*bufferSize)}
	for i := range 200 {
		texts = append(texts, long(fmt.Sprint("text ", i), 10000))
	}
	return texts
}

func TestASavedStoreIsReadBackWhole(t *testing.T) {
	dir := stored(t, sample()...)
	for range 2 {
		s := open(t, dir, "outputs")
		holds(t, s, sample()...)
		lacks(t, s, "four")
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestWhatWasPutIsThereBeforeItIsSaved(t *testing.T) {
	s := open(t, t.TempDir(), "outputs")
	for _, text := range sample() {
		put(s, text)
		holds(t, s, text)
	}
	holds(t, s, sample()...)
}

// TestWhatManyPutAtOnceIsThereForAll writes more than the buffers hold, from several
// sides: entries are read while those beside them are on their way to the disk.
func TestWhatManyPutAtOnceIsThereForAll(t *testing.T) {
	const sides, each = 8, 120
	dir := t.TempDir()
	name := func(side, n int) string { return fmt.Sprintf("%d of side %d", n, side) }
	text := func(side, n int) []byte { return []byte(long(name(side, n), 5000)) }
	check := func(s *Store, side, n int) {
		if b, ok := s.Get(Sum(name(side, n))); !ok || !bytes.Equal(b, text(side, n)) {
			t.Errorf("%s is not what was put", name(side, n))
		}
	}
	within(t, dir, func(s *Store) {
		var all sync.WaitGroup
		for side := range sides {
			all.Go(func() {
				for n := range each {
					s.Put(Sum(name(side, n)), text(side, n))
					check(s, side, n)
					check(s, side, n/2)
				}
			})
		}
		all.Wait()
	})
	within(t, dir, func(s *Store) {
		for i := range sides * each {
			check(s, i/each, i%each)
		}
	})
}

// TestRoomThatIsUsedAgainIsNoPartOfTheStore reads entries into one room, from memory
// and from disk.
func TestRoomThatIsUsedAgainIsNoPartOfTheStore(t *testing.T) {
	for _, s := range []*Store{NewStore(), open(t, stored(t, "one", "other"), "outputs")} {
		put(s, "new", "two")
		var room []byte
		for range 2 {
			for _, text := range []string{"one", "new", "other", "two"} {
				b, ok := s.GetIn(&room, Sum(text))
				if ok && string(b) != text {
					t.Errorf("%q is %q", text, b)
				}
			}
		}
		holds(t, s, "new", "two")
	}
}

func TestBytesHandedOutStayAsTheyAre(t *testing.T) {
	s := open(t, t.TempDir(), "outputs")
	put(s, "first")
	b, _ := s.Get(Sum("first"))
	put(s, sample()...)
	if string(b) != "first" {
		t.Errorf("it became %q", b)
	}
}

func TestAStoreGoesOnAfterASave(t *testing.T) {
	dir := t.TempDir()
	within(t, dir, func(s *Store) {
		for _, text := range sample() {
			put(s, text)
			if err := s.Save(); err != nil {
				t.Fatal(err)
			}
		}
		holds(t, s, sample()...)
	})
	holds(t, open(t, dir, "outputs"), sample()...)
}

func TestALaterPutReplacesAnEarlierOne(t *testing.T) {
	dir := stored(t, "one")
	k := Sum("one")
	for _, text := range []string{"second", "third", "third"} {
		within(t, dir, func(s *Store) {
			before, _ := s.Get(k)
			s.Put(k, []byte("passing"))
			s.Put(k, before)
			if b, ok := s.Get(k); !ok || !bytes.Equal(b, before) {
				t.Errorf("%q is %q, %v", before, b, ok)
			}
			s.Put(k, []byte(text))
			if b, ok := s.Get(k); !ok || string(b) != text {
				t.Errorf("%q is %q, %v", text, b, ok)
			}
		})
		within(t, dir, func(s *Store) {
			if b, ok := s.Get(k); !ok || string(b) != text {
				t.Errorf("%q is %q, %v on disk", text, b, ok)
			}
		})
	}
}

func TestPuttingTheSameAgainTakesNoRoom(t *testing.T) {
	dir := stored(t, "one", "two")
	before := size(t, dir)
	within(t, dir, func(s *Store) { put(s, "one", "two", "one") })
	if after := size(t, dir); after != before {
		t.Errorf("the files grew from %d bytes to %d", before, after)
	}
}

func size(t testing.TB, dir string) (n int64) {
	t.Helper()
	files, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		info, err := f.Info()
		if err != nil {
			t.Fatal(err)
		}
		n += info.Size()
	}
	return n
}

func TestSaveWritesOnlyWhatChanged(t *testing.T) {
	dir := stored(t, "one", "two")
	past := time.Now().Add(-time.Hour)
	written := func(use func(s *Store)) bool {
		for _, suffix := range []string{packSuffix, indexSuffix} {
			if err := os.Chtimes(filepath.Join(dir, "outputs"+suffix), past, past); err != nil {
				t.Fatal(err)
			}
		}
		within(t, dir, use)
		for _, suffix := range []string{packSuffix, indexSuffix} {
			if info, err := os.Stat(filepath.Join(dir, "outputs"+suffix)); err != nil {
				t.Fatal(err)
			} else if info.ModTime().After(past.Add(time.Minute)) {
				return true
			}
		}
		return false
	}
	if written(func(s *Store) { holds(t, s, "one", "two") }) {
		t.Error("written although nothing changed")
	}
	if !written(func(s *Store) { holds(t, s, "one") }) {
		t.Error("an entry that was not used is not counted as such")
	}
	if !written(func(s *Store) { holds(t, s, "one", "two") }) {
		t.Error("an entry that is used again is not counted as such")
	}
	if !written(func(s *Store) { holds(t, s, "one", "two"); put(s, "three") }) {
		t.Error("a new entry is not written")
	}
}

func TestTheSameStepsGiveTheSameFiles(t *testing.T) {
	a, b := stored(t, sample()...), stored(t, sample()...)
	for _, suffix := range []string{packSuffix, indexSuffix} {
		if !bytes.Equal(read(t, a, suffix), read(t, b, suffix)) {
			t.Errorf("%s differs", suffix)
		}
	}
}

func read(t testing.TB, dir, suffix string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(dir, "outputs"+suffix))
	if err != nil {
		t.Fatal(err)
	}
	return b
}
