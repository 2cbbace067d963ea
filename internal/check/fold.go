package check

import (
	"cmp"
	"fmt"
	"slices"

	"dossier/internal/diag"
)

// remedies say how to mend what is found in finished pages, by message.
var remedies = map[string]string{
	"broken-link.output":        "hint.output-link",
	"broken-anchor.output":      "hint.output-anchor",
	"duplicate-id.output":       "hint.output-id",
	"missing-alt.output":        "hint.output-alt",
	"page-language":             "hint.output-language",
	"page-language.tag":         "hint.output-tag",
	"page-language.link":        "hint.output-foreign-link",
	"page-structure.title":      "hint.output-title",
	"page-structure.same-title": "hint.output-same-title",
	"page-structure.top":        "hint.output-top",
	"page-structure.level":      "hint.output-level",
	"page-structure.empty":      "hint.output-empty",
	"page-structure.link":       "hint.output-name",
	"page-structure.window":     "hint.output-window",
	"foreign-request":           "hint.output-foreign",
	"foreign-request.style":     "hint.output-foreign-style",
	"foreign-request.policy":    "hint.output-policy",
	"foreign-request.weak":      "hint.output-weak-policy",
	"inline-code.script":        "hint.output-script",
	"inline-code.style":         "hint.output-style",
	"inline-code.attribute":     "hint.output-attribute",
	"hreflang.default":          "hint.output-alternates",
	"hreflang.self":             "hint.output-alternates",
	"hreflang.target":           "hint.output-alternates",
	"hreflang.return":           "hint.output-alternates",
	"hreflang.language":         "hint.output-alternates",
	"eu-visibility.emblem":      "hint.output-funding",
	"eu-visibility.text":        "hint.output-emblem-text",
	"eu-visibility.foreign":     "hint.output-foreign-emblem",
	"eu-visibility.programme":   "hint.output-programme",
	"eu-visibility.statement":   "hint.output-statement",
	"eu-visibility.disclaimer":  "hint.output-disclaimer",
	"low-contrast.style":        "hint.output-contrast",
	"document-structure.own":    "hint.output-document",
}

// onPage is a finding on a finished page, with its remedy.
func onPage(page, key string, args ...any) diag.Diagnostic {
	return diag.At(diag.Pos{File: page}, key, args...).WithHint(remedies[key])
}

// telling says how many of a message's arguments, from the first, tell two
// findings apart, where it is not all: the rest differ from page to page.
var telling = map[string]int{
	"page-structure.level":      1,
	"page-structure.same-title": 1,
	"page-language.link":        1,
	"hreflang.target":           1,
	"hreflang.return":           1,
	"hreflang.language":         1,
}

// ofWords are messages about what an editor wrote; the others are about templates.
var ofWords = map[string]bool{"page-structure.same-title": true}

// Fold tells of a fault once, however many pages have it: at the file that source
// gives for the first page, with a note that names this page and counts the
// others. A template's fault is on every page that it makes; words says that the
// file with the page's words is meant.
func Fold(diags []diag.Diagnostic, source func(page string, words bool) string) []diag.Diagnostic {
	sorted := slices.Clone(diags)
	slices.SortStableFunc(sorted, func(a, b diag.Diagnostic) int { return cmp.Compare(a.Pos.File, b.Pos.File) })
	at := map[string]int{}
	var first []diag.Diagnostic
	var pages [][]string
	for _, d := range sorted {
		id := identity(d)
		i, known := at[id]
		if !known {
			i = len(first)
			at[id], first, pages = i, append(first, d), append(pages, nil)
		}
		pages[i] = append(pages[i], d.Pos.File)
	}
	for i, d := range first {
		first[i] = folded(d, len(slices.Compact(pages[i]))-1, source(d.Pos.File, ofWords[d.Message.Key]))
	}
	return first
}

// identity is what findings of the same fault have in common.
func identity(d diag.Diagnostic) string {
	args := d.Message.Args
	if n, some := telling[d.Message.Key]; some {
		args = args[:n]
	}
	return fmt.Sprintf("%s %q", d.Message.Key, args)
}

// folded moves a finding to the file that it comes from.
func folded(d diag.Diagnostic, more int, source string) diag.Diagnostic {
	page := diag.Pos{File: d.Pos.File}
	d.Pos = diag.Pos{File: source}
	switch {
	case more > 1:
		return d.Also(page, "see.pages", more)
	case more == 1:
		return d.Also(page, "see.page-more")
	case source != page.File:
		return d.Also(page, "see.page")
	}
	return d
}
