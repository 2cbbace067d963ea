package source

import "dossier/internal/memo"

// kept is a Snapshot in the cache.
type kept struct {
	Root    string
	Files   []File
	Dates   []string // path and date in turn; nil without history
	History bool
	Taken   int64
	Head    string
}

// Encode writes the snapshot, without the bytes of its files, for the cache.
func (s *Snapshot) Encode() []byte {
	k := kept{Root: s.Root, Files: make([]File, len(s.Files)), History: s.Commits != nil, Taken: s.taken, Head: s.head}
	for i, f := range s.Files {
		f.Data = nil
		k.Files[i] = f
		if date, ok := s.Commits[f.Path]; ok {
			k.Dates = append(k.Dates, f.Path, date)
		}
	}
	const usual = 128 // bytes a file takes
	return memo.Append(make([]byte, 0, usual*len(k.Files)), &k)
}

// Decode reads a snapshot back; its strings share the memory of b.
func Decode(b []byte) (*Snapshot, bool) {
	var k kept
	if len(b) == 0 || memo.Decode(b, &k) != nil {
		return nil, false
	}
	s := &Snapshot{Root: k.Root, Files: k.Files, taken: k.Taken, head: k.Head}
	if k.History {
		s.Commits = make(map[string]string, len(k.Dates)/2)
		for i := 0; i+1 < len(k.Dates); i += 2 {
			s.Commits[k.Dates[i]] = k.Dates[i+1]
		}
	}
	return s, true
}
