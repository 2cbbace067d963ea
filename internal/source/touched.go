package source

import (
	"cmp"
	"errors"
	"io/fs"
	"slices"

	"golang.org/x/text/unicode/norm"
)

// touched takes over the last snapshot but for the bytes of the files that may have
// changed. It is false where that is not enough, and then has done nothing: files
// came or went, or are no longer what can be taken.
func (l *loader) touched() bool {
	if l.Touched == nil || l.Last == nil || len(l.Last.Refused) > 0 || l.Last.Root != l.next.Root {
		return false
	}
	files := slices.Clone(l.Last.Files)
	for _, name := range l.Touched {
		at, known := slices.BinarySearchFunc(files, norm.NFC.String(name), func(f File, p string) int { return cmp.Compare(f.Path, p) })
		info, err := l.dir.Lstat(name)
		switch {
		case !known && errors.Is(err, fs.ErrNotExist):
			continue // it came and went
		case !known || err != nil || files[at].name != name || !info.Mode().IsRegular() || info.Size() > sizeLimit(files[at].Path):
			return false
		}
		files[at].Size, files[at].stamp = info.Size(), stampOf(info)
		if err := files[at].read(l.dir, info.Size() <= maxText); err != nil {
			return false
		}
	}
	// The other files were not looked at: whether they can have changed is still
	// told by the time at which they were.
	l.next.Files, l.next.Refused, l.next.taken = files, l.Last.Refused, l.Last.taken
	return true
}

// Edited returns the files whose bytes are others than in an earlier snapshot. It
// is false where more than that has changed: files came or went, or the history did.
func (s *Snapshot) Edited(before *Snapshot) (files []File, ok bool) {
	if len(s.Files) != len(before.Files) || s.head != before.head || s.Root != before.Root {
		return nil, false
	}
	for i, f := range s.Files {
		if f.Path != before.Files[i].Path {
			return nil, false
		}
		if f.Digest != before.Files[i].Digest {
			files = append(files, f)
		}
	}
	return files, true
}
