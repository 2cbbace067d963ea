package theme

import (
	"path"
	"slices"

	"dossier/internal/diag"
	"dossier/internal/tree"
)

// manifestKeys are what theme.toml may say.
var manifestKeys = []string{"name", "version", "description", "bundle", "document"}

// ununderstood are the problems after which nobody knows what theme.toml lists.
var ununderstood = []string{"bad-toml", "bad-date", "duplicate-key", "not-utf8", "conflict-markers", "unknown-field", "wrong-type"}

// readManifest reads theme.toml and reports what cannot be in it.
func readManifest(f file) (*tree.Node, []diag.Diagnostic) {
	text, ds := tree.Clean(f.pos, f.data)
	if len(ds) > 0 {
		return &tree.Node{Kind: tree.Map}, ds
	}
	root, ds := tree.TOML(f.pos, text, 1)
	for _, entry := range root.Fields {
		if slices.Contains(manifestKeys, entry.Key) || len(entry.Key) > 2 && entry.Key[:2] == "x_" {
			continue
		}
		d := diag.At(entry.Pos, "unknown-field", entry.Key).WithHint("hint.known-fields", manifestKeys)
		if near, ok := diag.Nearest(entry.Key, manifestKeys); ok {
			d = d.WithHint("hint.did-you-mean", near)
		}
		ds = append(ds, d)
	}
	return root, ds
}

// causes drops what follows from a theme.toml that cannot be read: the assets that
// it lists are not known then.
func causes(ds []diag.Diagnostic) []diag.Diagnostic {
	unread := slices.ContainsFunc(ds, func(d diag.Diagnostic) bool {
		return path.Base(d.Pos.File) == manifestName && slices.Contains(ununderstood, d.ID)
	})
	return slices.DeleteFunc(ds, func(d diag.Diagnostic) bool {
		return unread && d.ID == "unknown-asset" && path.Base(d.Pos.File) != manifestName
	})
}
