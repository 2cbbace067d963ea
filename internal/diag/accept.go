package diag

import "slices"

// siteWide are the warnings about the site as a whole, which no record can accept.
var siteWide = []string{"accessibility-review", "low-contrast", "shallow-history", "unknown-language", "vanished-address"}

// Acceptable are the ids of the warnings that a record can accept by name, sorted.
// Some of them are errors in other cases; those stay.
func Acceptable() []string {
	return slices.DeleteFunc(IDs(), func(id string) bool {
		return slices.Contains(siteWide, id) || !slices.Contains(Severities(id), Warning)
	})
}

// Unacceptable says why an id cannot stand in a record's list of accepted
// warnings, at its place there. It is false where it can.
func Unacceptable(pos Pos, id string) (Diagnostic, bool) {
	acceptable := Acceptable()
	switch {
	case slices.Contains(acceptable, id):
		return Diagnostic{}, false
	case slices.Contains(siteWide, id):
		return At(pos, "bad-enum.ignore-site", id).WithHint("hint.ignore-out"), true
	case len(Severities(id)) > 0:
		return At(pos, "bad-enum.ignore-error", id).WithHint("hint.ignore-out"), true
	}
	d := At(pos, "bad-enum.ignore", id).WithHint("hint.ignore-name")
	if near, ok := Nearest(id, IDs()); ok {
		d = d.WithHint("hint.did-you-mean", near).WithSwap(id, near)
	}
	return d, true
}
