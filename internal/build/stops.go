package build

import (
	"slices"

	"dossier/internal/diag"
)

// Stops reports whether what was found keeps a site from being published: an
// error, under Strict a warning, or more warnings than MaxWarnings.
func (o Options) Stops(ds []diag.Diagnostic) bool {
	switch {
	case diag.HasErrors(ds), o.Strict && len(ds) > 0:
		return true
	case o.MaxWarnings == nil || len(ds) <= *o.MaxWarnings:
		return false
	}
	return len(diag.Sort(slices.Clone(ds))) > *o.MaxWarnings // told twice is told once
}
