package check

import (
	"bytes"
	"maps"
	"slices"

	"dossier/internal/check/ua"
	"dossier/internal/diag"
)

// Documents judges PDF documents, by path, against the machine-checkable rules
// of PDF/UA-1 and PDF/A-2a. own are those that the build made: whatever is wrong
// with them is an error. attached are those that editors put beside their pages,
// under their path in the site: of them it is told, as a warning, what keeps a
// screen reader out.
func Documents(own, attached map[string][]byte) []diag.Diagnostic {
	var diags []diag.Diagnostic
	for _, path := range slices.Sorted(maps.Keys(own)) {
		report, err := ua.Check(own[path])
		if err != nil {
			diags = append(diags, diag.At(diag.Pos{File: path}, "document-structure.own", "ISO 32000-1", err.Error()).WithHint("hint.our-fault"))
		}
		for _, f := range report.Findings {
			diags = append(diags, diag.At(diag.Pos{File: path}, "document-structure.own", f.Rule, f.What).WithHint("hint.our-fault"))
		}
	}
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
