package build

import (
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"dossier/internal/check"
	"dossier/internal/diag"
	"dossier/internal/memo"
	"dossier/internal/publish"
)

// PartsError says why folders of parts do not make a site.
type PartsError struct {
	Reason string // "missing", "twice", "other-site", "damaged"
	Dir    string // the folder concerned; of a missing part: any
	Shard  int
	Of     int
	Path   string // of a damaged file
}

func (e PartsError) Error() string {
	return fmt.Sprintf("parts: %s: part %d of %d, %s %s", e.Reason, e.Shard, e.Of, e.Dir, e.Path)
}

// Merged is what a merge knows at its end.
type Merged struct {
	Files  int
	Diags  []diag.Diagnostic
	Report publish.Report
	Failed bool // links of the whole lead nowhere: nothing was published
}

// Merge joins the parts of a site, checks the links of the whole and publishes it.
// The union of the parts is what one build makes.
func Merge(o Options, dirs []string) (*Merged, error) {
	parts, err := readParts(dirs)
	if err != nil {
		return nil, err
	}
	w, err := publish.Begin(o.target(), publish.Options{Each: o.each})
	if err != nil {
		return nil, err
	}
	defer w.Abort()
	scans := map[string]check.Page{}
	all := map[string]bool{}
	m := &Merged{}
	for i, p := range parts {
		names := slices.Sorted(maps.Keys(p.Files))
		pages := make([]check.Page, len(names))
		errs := make([]error, len(names))
		o.each(len(names), func(k int) { pages[k], errs[k] = p.put(w, dirs[i], names[k]) })
		if err := errors.Join(errs...); err != nil {
			return nil, err
		}
		for k, name := range names {
			all[name] = true
			if isPage(name) {
				scans[name] = pages[k]
			}
		}
	}
	m.Files = len(all)
	m.Diags = linksOf(parts[0].Base, all, scans)
	if m.Failed = diag.HasErrors(m.Diags); m.Failed {
		return m, nil
	}
	m.Report, err = w.Commit()
	return m, err
}

// linksOf judges the links of all pages.
func linksOf(base string, all map[string]bool, scans map[string]check.Page) []diag.Diagnostic {
	site := check.Site{
		Base: base,
		Has:  func(path string) bool { return all[path] },
		IDs:  func(page string) (check.IDs, bool) { p, ok := scans[page]; return p.IDs(), ok },
	}
	var diags []diag.Diagnostic
	judge := site.NewJudge()
	for _, page := range slices.Sorted(maps.Keys(scans)) {
		diags = append(diags, judge.Page(page, scans[page])...)
	}
	return check.Fold(diags, func(page string, _ bool) string { return page })
}

// put hands a file of a part to the publisher, and scans pages.
func (p part) put(w *publish.Writer, dir, name string) (check.Page, error) {
	damaged := PartsError{Reason: "damaged", Dir: dir, Shard: p.Shard, Of: p.Of, Path: name}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return check.Page{}, err
	}
	defer root.Close()
	data, err := root.ReadFile(filepath.FromSlash(name))
	if errors.Is(err, fs.ErrNotExist) {
		return check.Page{}, damaged
	}
	if err != nil {
		return check.Page{}, err
	}
	digest := memo.Bytes(data)
	if hex.EncodeToString(digest[:]) != p.Files[name] {
		return check.Page{}, damaged
	}
	var page check.Page
	if isPage(name) {
		page = check.Scan(data)
	}
	return page, w.Put(publish.File{Path: name, Digest: digest, Data: data})
}

// readParts reads the manifests of all parts and demands that they belong
// together and are all there.
func readParts(dirs []string) ([]part, error) {
	parts := make([]part, len(dirs))
	have := map[int]bool{}
	for i, dir := range dirs {
		p, err := readPart(dir)
		if err != nil {
			return nil, err
		}
		first := p
		if i > 0 {
			first = parts[0]
		}
		switch {
		case p.Plan != first.Plan || p.Of != first.Of || p.Base != first.Base:
			return nil, PartsError{Reason: "other-site", Dir: dir, Shard: p.Shard, Of: p.Of}
		case have[p.Shard]:
			return nil, PartsError{Reason: "twice", Dir: dir, Shard: p.Shard, Of: p.Of}
		}
		have[p.Shard], parts[i] = true, p
	}
	for n := 1; len(parts) > 0 && n <= parts[0].Of; n++ {
		if !have[n] {
			return nil, PartsError{Reason: "missing", Shard: n, Of: parts[0].Of}
		}
	}
	return parts, nil
}
