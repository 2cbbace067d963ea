package content

import (
	"slices"

	"dossier/internal/diag"
)

// unfinished are the ids of what a record still lacks.
var unfinished = []string{"missing-field", "missing-alt", "no-disclaimer", "no-funding", "sheet-question"}

// WithoutDrafts leaves out what drafts still lack: a build that does not show
// them is not held up by them. Whatever is wrong in them otherwise stays.
func (s *Set) WithoutDrafts(ds []diag.Diagnostic) []diag.Diagnostic {
	accepted := func(d diag.Diagnostic) bool { return slices.Contains(unfinished, d.ID) }
	if !slices.ContainsFunc(ds, accepted) {
		return ds
	}
	drafts := map[string]bool{}
	for _, item := range s.Items() {
		for _, part := range item.Parts {
			drafts[part.Path] = item.Draft.On
		}
	}
	return slices.DeleteFunc(slices.Clone(ds), func(d diag.Diagnostic) bool {
		return drafts[d.Pos.File] && accepted(d)
	})
}
