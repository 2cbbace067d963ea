package check

import (
	"slices"

	"dossier/internal/diag"
)

// groups are the checks that can be asked for by themselves, and the diagnostics
// that belong to each.
var groups = map[string][]string{
	"links":         {"broken-link", "broken-anchor", "missing-file", "unpublished-target", "external-link", "duplicate-id"},
	"accessibility": {"page-structure", "missing-alt", "vague-link", "low-contrast", "heading-jump", "empty-heading", "caps-heading", "duplicate-id", "page-language", "accessibility-review"},
	"languages":     {"hreflang", "page-language", "untranslated", "outline-differs", "required-language"},
	"visibility":    {"eu-visibility", "no-disclaimer", "no-funding"},
	"privacy":       {"foreign-request", "inline-code", "credential"},
	"documents":     {"document-structure", "document-style", "no-glyph", "not-drawable", "sheet-too-long"},
}

// Groups are the names of the groups of checks, in the order in which they are
// named to users.
func Groups() []string {
	return []string{"links", "accessibility", "languages", "visibility", "privacy", "documents"}
}

// Chosen reports whether a diagnostic belongs to one of the groups; to none
// chosen, all do.
func Chosen(only []string, id string) bool {
	return len(only) == 0 || slices.ContainsFunc(only, func(group string) bool { return slices.Contains(groups[group], id) })
}

// Only keeps what belongs to the chosen groups, and errors, over which there are
// no pages to look at.
func Only(only []string, diags []diag.Diagnostic) []diag.Diagnostic {
	return slices.DeleteFunc(diags, func(d diag.Diagnostic) bool {
		return d.Severity != diag.Error && !Chosen(only, d.ID)
	})
}
