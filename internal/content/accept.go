package content

import (
	"path"
	"slices"
	"strings"

	"dossier/internal/diag"
)

// accepted holds the warnings that records accept: by file, and by the folder of
// records that have one, for what lies beside their texts.
type accepted map[string][]string

// Accepted drops the warnings that the records concerned accept by name in their
// field "ignore". Errors cannot be accepted. The diagnostics given are not changed.
func (s *Set) Accepted(ds []diag.Diagnostic) []diag.Diagnostic {
	if !slices.ContainsFunc(ds, func(d diag.Diagnostic) bool { return d.Severity == diag.Warning }) {
		return ds
	}
	a := accepted{}
	for _, item := range s.Items() {
		for _, id := range item.Ignore {
			a.add(item, id.Value)
		}
	}
	if len(a) == 0 {
		return ds
	}
	return slices.DeleteFunc(slices.Clone(ds), func(d diag.Diagnostic) bool {
		return d.Severity == diag.Warning && a.has(d.Pos.File, d.ID)
	})
}

func (a accepted) add(item Item, id string) {
	for _, part := range item.Parts {
		a[part.Path] = append(a[part.Path], id)
		if folder, name := path.Split(part.Path); strings.HasPrefix(name, "index.") && item.Kind != KindSection {
			a[folder] = append(a[folder], id)
		}
	}
}

// has looks a file up; one that is no text, as a picture, belongs to the record of
// the nearest folder.
func (a accepted) has(file, id string) bool {
	if slices.Contains(a[file], id) {
		return true
	}
	if path.Ext(file) == ".md" {
		return false
	}
	for folder, _ := path.Split(file); folder != ""; folder, _ = path.Split(strings.TrimSuffix(folder, "/")) {
		if slices.Contains(a[folder], id) {
			return true
		}
	}
	return false
}
