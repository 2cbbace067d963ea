package build

import (
	"cmp"
	"slices"

	"dossier/internal/plan"
)

// Origin is the file of the site that a fault of a finished output is looked for
// in: the site's own template of its kind where there is one, else the record's
// file, which claims the path. An output that is not planned stands for itself.
func (r *Result) Origin(path string) string {
	at, found := slices.BinarySearchFunc(r.Outputs, path, func(o plan.Output, path string) int { return cmp.Compare(o.Path, path) })
	if !found {
		return path
	}
	o := r.Outputs[at]
	layout := "themes/" + r.Config.Site.Theme.Value + "/layouts/" + o.Template + ".html"
	if _, own := r.Snapshot.File(layout); own && o.Template != "" {
		return layout
	}
	return cmp.Or(o.Pos.File, path)
}
