package build

import (
	"maps"
	"path"
	"slices"
	"strings"

	"dossier/internal/content"
	"dossier/internal/diag"
	"dossier/internal/plan"
	"dossier/internal/source"
)

// maxEdits is how many runs in a row may take over what the run before them knew.
// The next one goes through everything, and the store can forget what has had its
// day.
const maxEdits = 100

// edits reports whether nothing has changed since the last run of this process but
// words of bodies, as in most saves of somebody who writes, and then takes over its
// records, its site and its plan. Who opens a page on a site of ten thousand after a
// save waits for that page alone.
func (r *run) edits() (bool, error) {
	last := r.Last
	if last == nil || r.Store == nil || r.Out != "" || r.Shard.Given() || r.MaxWarnings != nil || r.odd || last.Site == nil || last.Failed || !last.quiet || last.Edits == maxEdits ||
		last.choices != r.choicesIn(last.Config.Zone) {
		return false, nil
	}
	files, ok := r.Snapshot.Edited(last.Snapshot)
	if !ok || slices.ContainsFunc(files, isOther) {
		return false, nil
	}
	edited := make(map[string]bool, len(files))
	for _, f := range files {
		edited[f.Path] = true
	}
	if slices.ContainsFunc(last.Diags, func(d diag.Diagnostic) bool { return about(d, edited) }) {
		return false, nil
	}
	set, records, ok, err := last.set.Edited(r.Snapshot, files, content.Options{
		Languages: last.Config.Codes(), Program: r.program, Memory: r.Store, Last: last.set,
	})
	if !ok || err != nil {
		return false, err
	}
	r.store, r.edited, r.Edits = r.Store, edited, last.Edits+1
	r.Config, r.Theme, r.Ledger, r.Diags = last.Config, last.Theme, last.Ledger, slices.Clone(last.Diags)
	r.set, r.Site, r.choices = set, last.Site.Edited(records), last.choices
	r.last = last.known
	r.known.basis, r.known.facets = last.known.basis, last.known.facets
	return true, nil
}

// isOther holds for a file that belongs to no text of a record.
func isOther(f source.File) bool {
	return !strings.HasPrefix(f.Path, "content/") || path.Ext(f.Path) != ".md"
}

// about reports whether a diagnostic points into one of the files.
func about(d diag.Diagnostic, files map[string]bool) bool {
	return files[d.Pos.File] || slices.ContainsFunc(d.Related, func(n diag.Related) bool { return files[n.Pos.File] })
}

// earlier is a plan of the last run, when only words have changed since.
func (r *run) earlier(of func(plans) plan.Plan) *plan.Before {
	if r.edited == nil {
		return nil
	}
	return &plan.Before{Plan: of(r.Last.plans), Edited: slices.Collect(maps.Keys(r.edited))}
}
