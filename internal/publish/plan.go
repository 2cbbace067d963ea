package publish

import (
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
)

// PlanError reports an output that must not be published, or that comes without
// its bytes. The registry of
// outputs refuses such paths long before, so it means a defect of the program.
type PlanError struct {
	Path, Reason string
}

func (e PlanError) Error() string {
	return fmt.Sprintf("output %q: %s", e.Path, e.Reason)
}

// foldersOf returns every folder that holds a file of a site, directly or below.
func foldersOf(content map[string]entry) map[string]bool {
	folders := make(map[string]bool, len(content))
	for name := range content {
		for dir := parent(name); dir != "." && !folders[dir]; dir = parent(dir) {
			folders[dir] = true
		}
	}
	return folders
}

// checkKinds refuses a site in which a folder is a file, too.
func checkKinds(content map[string]entry, folders map[string]bool) error {
	for name := range content {
		if folders[name] {
			return PlanError{name, "is both a file and a folder"}
		}
	}
	return nil
}

// badPath says why an output may not have this path; empty means it may.
func badPath(name string) string {
	switch {
	case name == "." || !fs.ValidPath(name):
		return "is not a clean relative path"
	case strings.IndexByte(name, '\\') >= 0 || strings.IndexByte(name, 0) >= 0:
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
