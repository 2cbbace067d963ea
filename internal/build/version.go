package build

import (
	"bytes"
	"debug/elf"
	"io"
	"os"

	"dossier/internal/memo"
)

// programVersion identifies the running program, so that a change of its code is
// a change of every key: the toolchain's build id where it can be found, the
// digest of the file elsewhere.
func programVersion() (memo.Key, error) {
	name, err := os.Executable()
	if err != nil {
		return memo.Key{}, err
	}
	return versionOf(name)
}

func versionOf(name string) (memo.Key, error) {
	f, err := os.Open(name)
	if err != nil {
		return memo.Key{}, err
	}
	defer f.Close()
	if id := buildID(f); len(id) > 0 {
		return memo.Bytes(id), nil
	}
	all, err := os.ReadFile(name)
	return memo.Bytes(all), err
}

// buildID reads the note that Go's linker leaves: a section of its own in ELF
// files, a marked string near the start in others.
func buildID(f *os.File) []byte {
	if e, err := elf.NewFile(f); err == nil {
		if s := e.Section(".note.go.buildid"); s != nil {
			if id, err := s.Data(); err == nil {
				return id
			}
		}
		return nil
	}
	head := make([]byte, 64<<10)
	n, _ := io.ReadFull(f, head)
	_, rest, found := bytes.Cut(head[:n], []byte("\xff Go build ID: \""))
	if !found {
		return nil
	}
	id, _, found := bytes.Cut(rest, []byte("\"\n \xff"))
	if !found {
		return nil
	}
	return bytes.Clone(id)
}
