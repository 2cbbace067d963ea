package publish

import (
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// plan is the content a published folder is to have: valid, sorted by path.
type plan struct {
	files   []File
	index   map[string]int  // path to position in files
	folders map[string]bool // every folder that holds a file, directly or below
}

// PlanError reports an output that must not be published. The registry of
// outputs refuses such paths long before, so it means a defect of the program.
type PlanError struct {
	Path, Reason string
}

func (e PlanError) Error() string {
	return fmt.Sprintf("output %q: %s", e.Path, e.Reason)
}

// newPlan sorts and checks the outputs; the caller's slice stays as it is.
func newPlan(files []File) (plan, error) {
	p := plan{
		files:   slices.Clone(files),
		index:   make(map[string]int, len(files)),
		folders: make(map[string]bool, len(files)),
	}
	slices.SortFunc(p.files, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	for i, f := range p.files {
		if reason := badPath(f.Path); reason != "" {
			return plan{}, PlanError{f.Path, reason}
		}
		if _, twice := p.index[f.Path]; twice {
			return plan{}, PlanError{f.Path, "is planned twice"}
		}
		p.index[f.Path] = i
		p.addFolders(f.Path)
	}
	for _, f := range p.files {
		if p.folders[f.Path] {
			return plan{}, PlanError{f.Path, "is both a file and a folder"}
		}
	}
	return p, nil
}

func (p plan) addFolders(file string) {
	for dir := path.Dir(file); dir != "." && !p.folders[dir]; dir = path.Dir(dir) {
		p.folders[dir] = true
	}
}

// digests returns what the manifest of the plan lists.
func (p plan) digests() map[string][32]byte {
	files := make(map[string][32]byte, len(p.files))
	for _, f := range p.files {
		files[f.Path] = f.Digest
	}
	return files
}

// badPath says why an output may not have this path; empty means it may.
func badPath(name string) string {
	switch {
	case name == "." || !fs.ValidPath(name):
		return "is not a clean relative path"
	case strings.ContainsAny(name, "\\\x00"):
		return "holds a backslash or NUL"
	case !filepath.IsLocal(filepath.FromSlash(name)):
		return "is not a portable path"
	case isReserved(name):
		return "is reserved for the publisher"
	}
	return ""
}

// isReserved reports whether a path lies where the publisher keeps its own
// files, in any spelling that a file system ignoring case takes for the same.
func isReserved(name string) bool {
	first, _, _ := strings.Cut(name, "/")
	return strings.EqualFold(first, manifestName) || strings.EqualFold(first, stagingName)
}
