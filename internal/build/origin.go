package build

import (
	"cmp"
	"slices"

	"dossier/internal/config"
	"dossier/internal/plan"
)

// Origin is the file of the site that a fault of a finished output is looked for
// in: the site's own template of its kind, else its own frame of all pages, else
// the record's file, which claims the path, and at once where its words are meant;
// of the theme's assets, the theme. An output that has none of these stands for itself.
func (r *Result) Origin(path string, words bool) string {
	at, found := slices.BinarySearchFunc(r.Outputs, path, func(o plan.Output, path string) int { return cmp.Compare(o.Path, path) })
	if !found {
		return path
	}
	o := r.Outputs[at]
	if o.Renderer == "asset" {
		return "themes/" + r.Config.Site.Theme.Value
	}
	for _, template := range []string{o.Template, "base"} {
		layout := "themes/" + r.Config.Site.Theme.Value + "/layouts/" + template + ".html"
		if _, own := r.Snapshot.File(layout); own && !words && o.Renderer == "html" {
			return layout
		}
	}
	if o.Pos.File == "" || o.Pos.File == config.File {
		return path
	}
	return o.Pos.File
}
