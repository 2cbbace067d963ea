package memo

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

// write puts a file of the store in place of what is there.
func write(t testing.TB, dir, suffix string, b []byte) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, "outputs"+suffix), b, 0o644); err != nil {
		t.Fatal(err)
	}
}

// spoilt are all the ways in which one bit is turned or the end is missing.
func spoilt(good []byte) map[string][]byte {
	all := map[string][]byte{}
	for n := range good {
		turned := bytes.Clone(good)
		turned[n] ^= 1 << (n % 8)
		all[fmt.Sprintf("bit of byte %d turned", n)] = turned
		all[fmt.Sprintf("cut to %d bytes", n)] = good[:n]
	}
	return all
}

func TestADamagedIndexIsAnEmptyStore(t *testing.T) {
	dir := stored(t, "one", "two")
	good := read(t, dir, indexSuffix)
	damaged := spoilt(good)
	damaged["a byte more"] = append(bytes.Clone(good), 0)
	damaged["another version"] = bytes.Replace(good, []byte("index 1"), []byte("index 2"), 1)
	for how, b := range damaged {
		write(t, dir, indexSuffix, b)
		s := open(t, dir, "outputs")
		lacks(t, s, "one", "two")
		s.Close()
		if t.Failed() {
			t.Fatal(how)
		}
	}
}

func TestADamagedEntryIsNotThereAndCanBePutAgain(t *testing.T) {
	texts := []string{"one", "two", "three", "four"}
	dir := stored(t, texts...)
	index, good := read(t, dir, indexSuffix), read(t, dir, packSuffix)
	for how, b := range spoilt(good) {
		write(t, dir, packSuffix, b)
		write(t, dir, indexSuffix, index)
		wrong := 0
		within(t, dir, func(s *Store) {
			for _, text := range texts {
				b, ok := s.Get(Sum(text))
				if ok && string(b) != text {
					t.Fatalf("%s: %q was read as %q", how, text, b)
				}
				if !ok {
					wrong++
					lacks(t, s, text)
					put(s, text)
				}
			}
		})
		if wrong == 0 {
			t.Fatalf("%s: nothing was found out", how)
		}
		s := open(t, dir, "outputs")
		holds(t, s, texts...)
		s.Close()
		if t.Failed() {
			t.Fatal(how)
		}
	}
}

func TestWhatWasPutWithoutASaveIsLostAndItsRoomUsedAgain(t *testing.T) {
	dir := stored(t, "one")
	for i := range 5 {
		s := open(t, dir, "outputs")
		put(s, long(fmt.Sprint("lost ", i), 3*bufferSize))
		s.Close()
	}
	within(t, dir, func(s *Store) {
		holds(t, s, "one")
		put(s, "two")
		for i := range 5 {
			lacks(t, s, long(fmt.Sprint("lost ", i), 3*bufferSize))
		}
	})
	holds(t, open(t, dir, "outputs"), "one", "two")
	if n := size(t, dir); n > 1000 {
		t.Errorf("the files still have %d bytes", n)
	}
}

func TestAnIndexNeverMeetsAnotherPack(t *testing.T) {
	dir := stored(t, "one")
	first, older := read(t, dir, packSuffix), read(t, dir, indexSuffix)
	if err := os.Remove(filepath.Join(dir, "outputs"+packSuffix)); err != nil {
		t.Fatal(err)
	}
	within(t, dir, func(s *Store) { lacks(t, s, "one"); put(s, "two") })
	second, newer := read(t, dir, packSuffix), read(t, dir, indexSuffix)
	for _, mixed := range [][2][]byte{{first, newer}, {second, older}, {nil, newer}, {second, nil}} {
		write(t, dir, packSuffix, mixed[0])
		write(t, dir, indexSuffix, mixed[1])
		s := open(t, dir, "outputs")
		lacks(t, s, "one", "two")
		put(s, "three")
		s.Close() // as in a crash: the pack is new, the index is not
		lacks(t, open(t, dir, "outputs"), "one", "two", "three")
	}
}

func TestAnIndexOfTheSameGenerationWithOtherBytesFindsNothing(t *testing.T) {
	a, b := stored(t, "one", "and more"), stored(t, "two", "and less")
	write(t, a, packSuffix, read(t, b, packSuffix))
	lacks(t, open(t, a, "outputs"), "one", "and more", "two")
}

func TestACrashBetweenTheRenamesOfACompactionIsAnEmptyCache(t *testing.T) {
	dir := stored(t, "kept", long("waste", 2*slack))
	var before []byte
	for range oldest {
		before = read(t, dir, indexSuffix)
		within(t, dir, func(s *Store) { s.Get(Sum("kept")) })
	}
	write(t, dir, indexSuffix, before)
	write(t, dir, packSuffix+aside, []byte("left behind"))
	within(t, dir, func(s *Store) { lacks(t, s, "kept"); put(s, "new") })
	holds(t, open(t, dir, "outputs"), "new")
}

func TestAMissingStoreIsEmpty(t *testing.T) {
	lacks(t, open(t, filepath.Join(t.TempDir(), "a", "b"), "outputs"), "one")
}

func TestAFileThatCannotBeReadIsAnError(t *testing.T) {
	for _, suffix := range []string{indexSuffix, packSuffix, "-2" + indexSuffix} {
		dir := t.TempDir()
		if err := os.Mkdir(filepath.Join(dir, "outputs"+suffix), 0o755); err != nil {
			t.Fatal(err)
		}
		s, err := Open(dir, "outputs")
		if err == nil {
			t.Errorf("a folder was read as outputs%s", suffix)
		}
		put(s, "one")
		holds(t, s, "one")
		s.Close()
	}
}

func TestWhatCannotBeWrittenIsReportedBySaveAndKeptInMemory(t *testing.T) {
	s := open(t, stored(t, "one"), "outputs")
	s.out.err = fs.ErrPermission
	if err := s.Save(); err == nil {
		t.Error("an index that is out of date is no error")
	}
	put(s, "two")
	holds(t, s, "one", "two")
	if err := s.Save(); !errors.Is(err, fs.ErrPermission) {
		t.Error(err)
	}
}

func TestAFolderThatCannotBeWrittenIsReadAndReportedBySave(t *testing.T) {
	if runtime.GOOS == "windows" || os.Getuid() == 0 {
		t.Skip("this user may write everywhere")
	}
	dir := stored(t, "one")
	os.Remove(filepath.Join(dir, "outputs"+lockSuffix))
	if err := os.Chmod(dir, 0o555); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(dir, 0o755)
	s := open(t, dir, "outputs")
	holds(t, s, "one")
	if err := s.Save(); err != nil {
		t.Errorf("nothing was to be saved: %v", err)
	}
	put(s, "two")
	holds(t, s, "one", "two")
	if err := s.Save(); !errors.Is(err, fs.ErrPermission) {
		t.Error(err)
	}
}

func TestAClosedStoreHoldsNothingOnDisk(t *testing.T) {
	s := open(t, stored(t, "one"), "outputs")
	s.Close()
	lacks(t, s, "one")
	put(s, "two")
	holds(t, s, "two")
}

func FuzzDecode(f *testing.F) {
	dir := stored(f, "one", "two", "three")
	pack := read(f, dir, packSuffix)
	good := read(f, dir, indexSuffix)
	f.Add(good[:len(good)-sumSize])
	f.Add([]byte(indexMagic))
	f.Fuzz(func(t *testing.T, body []byte) {
		b := append(bytes.Clone(body), make([]byte, sumSize)...)
		x, ok := decode(sealed(b))
		if !ok {
			return
		}
		var list []entry
		for i := range x.count() {
			list = append(list, x.entry(i))
		}
		if !bytes.Equal(encode(x.generation, x.size, list), sealed(b)) {
			t.Error("what was read is written differently")
		}
		p := newPart(x, nil).cut(uint64(len(pack)))
		for i, e := range list {
			if n, ok := p.find(e.key); n != i || ok != e.inside(uint64(len(pack))) {
				t.Errorf("entry %d is found as %d, %v", i, n, ok)
			}
		}
	})
}

// sealed sets the checksum at the end of an index.
func sealed(b []byte) []byte {
	body := b[:len(b)-sumSize]
	return binary.LittleEndian.AppendUint32(bytes.Clone(body), crc32.Checksum(body, castagnoli))
}
