package build

import (
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"dossier/internal/memo"
	"dossier/internal/publish"
)

// Shard is one of N parts of a site, which as many machines make at the same
// time. Outputs are dealt by the hash of their folder, so that a page and its
// documents, whose sizes it states, are made together.
type Shard struct {
	I, N int // part I of N, from 1
}

// Given reports whether only a part is to be made.
func (s Shard) Given() bool { return s.N > 0 }

func (s Shard) has(output string) bool {
	if !s.Given() {
		return true
	}
	h := fnv.New32a()
	_, _ = h.Write([]byte(path.Dir(output)))
	return h.Sum32()%uint32(s.N) == uint32(s.I-1)
}

// suffix sets the caches of shards that share a folder apart.
func (s Shard) suffix() string {
	if !s.Given() {
		return ""
	}
	return fmt.Sprintf("-%d-of-%d", s.I, s.N)
}

// partName is the manifest of a part, in its folder.
const partName = ".dossier-part.json"

// part says what a folder holds of which site.
type part struct {
	Version int               `json:"version"`
	Shard   int               `json:"shard"`
	Of      int               `json:"of"`
	Plan    string            `json:"plan"`  // digest of every output's path and key
	Base    string            `json:"base"`  // path of the site's address
	Files   map[string]string `json:"files"` // path to SHA-256, in hexadecimal
}

const partVersion = 1

// NotPartError reports a folder into which no part can be written, or out of
// which none can be read.
type NotPartError struct{ Dir string }

func (e NotPartError) Error() string { return e.Dir + " is not the folder of a part" }

// writePart writes the files of the shard into a plain folder, which must be new,
// empty, or hold a part already: that one is replaced.
func (r *run) writePart() error {
	r.Totals = r.totals()
	if err := clearPart(r.Out); err != nil {
		return err
	}
	p := part{Version: partVersion, Shard: r.Shard.I, Of: r.Shard.N, Plan: r.planned().String(), Base: r.Config.Base, Files: map[string]string{}}
	r.Files = nil
	for _, o := range r.Outputs {
		made := productOf(o)
		if made == nil {
			continue
		}
		f := made.file
		r.Files = append(r.Files, publish.File{Path: f.Path, Digest: f.Digest})
		p.Files[f.Path] = hex.EncodeToString(f.Digest[:])
		name := filepath.Join(r.Out, filepath.FromSlash(f.Path))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(name, f.Data, 0o644); err != nil {
			return err
		}
	}
	r.tell(r.checkDocuments())
	data, err := json.MarshalIndent(p, "", " ")
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(r.Out, partName), append(data, '\n'), 0o644); err != nil {
		return err
	}
	r.phase("write", len(r.Files))
	if r.NoCache || r.Store != nil {
		return nil
	}
	return r.store.Save()
}

// planned is the key of the whole plan, by which parts of one site know each
// other.
func (r *run) planned() memo.Key {
	var all []byte
	for _, o := range r.Outputs {
		all = append(append(append(all, o.Path...), 0), o.Key[:]...)
	}
	return memo.Bytes(all)
}

// clearPart empties the folder of an earlier part.
func clearPart(dir string) error {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) || err == nil && len(entries) == 0 {
		return nil
	}
	if err != nil {
		return err
	}
	if _, err := readPart(dir); err != nil {
		return err
	}
	return os.RemoveAll(dir)
}

func readPart(dir string) (part, error) {
	var p part
	data, err := os.ReadFile(filepath.Join(dir, partName))
	if errors.Is(err, fs.ErrNotExist) {
		return p, NotPartError{dir}
	}
	if err == nil && (json.Unmarshal(data, &p) != nil || p.Version != partVersion || p.Of < 1) {
		err = NotPartError{dir}
	}
	return p, err
}
