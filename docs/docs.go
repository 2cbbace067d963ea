// Package docs holds those pages of this folder that the program itself shows:
// the reference of diagnostics, which “dossier explain” prints. The pages are
// their one home; this package only carries them into the program.
package docs

import _ "embed" // carries the pages

//go:embed diagnostics.md
var english string

//go:embed diagnostics.it.md
var italian string

// Diagnostics is the reference of diagnostics in English or, for "it", in
// Italian, as Markdown: a section with a heading of level 2 for each.
func Diagnostics(lang string) string {
	if lang == "it" {
		return italian
	}
	return english
}
