package check

import "dossier/internal/diag"

// Parse is what the independent parser finds of what Scan looks for.
func Parse(page []byte) Page { return parse("page.html", page).page() }

// Independent is what is found in pages of whose making nothing is known, each
// fault on each page.
func Independent(pages map[string][]byte, base string) []diag.Diagnostic {
	return Finished{Files: pages, Base: base}.judge()
}

// Members are the diagnostics of a group.
func Members(group string) []string { return groups[group] }

// Requests is what is found of style sheets that load from elsewhere.
func Requests(files map[string][]byte) []diag.Diagnostic { return requests(files) }
