package check

import (
	"bytes"
	"maps"
	"slices"

	"dossier/internal/check/ua"
	"dossier/internal/diag"
)

// documents judges PDF documents that the build made, by path, against the
// machine-checkable rules of PDF/UA-1 and PDF/A-2a, and follows their links to the
// site. Whatever is wrong with them is an error.
func (f Finished) documents(site Site) []diag.Diagnostic {
	var diags []diag.Diagnostic
	for _, path := range slices.Sorted(maps.Keys(f.Own)) {
		report, err := ua.Check(f.Own[path])
		if err != nil {
			diags = append(diags, onPage(path, "document-structure.own", "ISO 32000-1", err.Error()))
		}
		for _, found := range report.Findings {
			diags = append(diags, onPage(path, "document-structure.own", found.Rule, found.What))
		}
		for _, address := range report.Addresses {
			diags = append(diags, f.ownAddress(site, path, address)...)
		}
	}
	return diags
}

// attachments judges PDF documents that editors put beside their pages, under
// their path in the site: of them it is told, as a warning, what keeps a screen
// reader out.
func attachments(attached map[string][]byte) []diag.Diagnostic {
	var diags []diag.Diagnostic
	for _, path := range slices.Sorted(maps.Keys(attached)) {
		diags = append(diags, accessible(path, attached[path])...)
	}
	return diags
}

// accessible says what an attached document lacks.
func accessible(path string, data []byte) []diag.Diagnostic {
	var diags []diag.Diagnostic
	tell := func(key string, args ...any) {
		diags = append(diags, diag.At(diag.Pos{File: path}, key, args...).WithHint("hint.accessible-pdf"))
	}
	report, err := ua.Check(data)
	if err != nil && !isPDF(data) { // told where it is offered, as damaged-file
		return nil
	}
	if err != nil {
		tell("document-structure.unreadable", err.Error())
		return diags
	}
	if report.Elements == 0 {
		tell("document-structure.untagged")
	}
	if report.Title == "" {
		tell("document-structure.title")
	}
	if report.Lang == "" {
		tell("document-structure.language")
	}
	return diags
}

// isPDF reports whether a file has the beginning and the end of a PDF.
func isPDF(data []byte) bool {
	const near = 1024
	return bytes.Contains(data[:min(near, len(data))], []byte("%PDF-")) && bytes.Contains(data[max(0, len(data)-near):], []byte("%%EOF"))
}
