package schema

import (
	"maps"
	"reflect"
	"slices"
	"strings"

	"dossier/internal/diag"
	"dossier/internal/tree"
)

// attempt is a field that was given in a file but not understood, or probably
// meant by an unknown one.
type attempt struct{ path, lang string }

// spread is a map whose members may stand in several files: what it lacks is
// known when all have been read.
type spread struct {
	t     reflect.Type
	at    *tree.Node
	scope scope
}

// Diags are the problems found so far.
func (d *Decoder) Diags() []diag.Diagnostic { return d.diags }

// Finish reports required facts that no file gave, with what was found before. at
// is the opening fence of the file where they belong.
func (d *Decoder) Finish(at diag.Pos) []diag.Diagnostic {
	for _, f := range d.shapes.of(d.dst.Type()) {
		if f.Required && !f.Translated() && nothing(d.seen[f.Key]) && !d.Failed(f.Key) {
			d.add(d.missing(f, d.place(f.Key, d.anyLanguage(), at), "missing-field", f.Key))
			d.lacking = append(d.lacking, f.Key)
		}
	}
	told := map[string]bool{}
	for _, m := range d.spread {
		if !told[m.scope.path] {
			d.required(m.t, m.at, m.scope)
		}
		told[m.scope.path] = true
	}
	return d.diags
}

// Failed reports whether any file gives the field, or one that was probably meant
// to be it, in a way that was not understood: to call it missing would mislead.
func (d *Decoder) Failed(path string) bool {
	return d.failedIn(path, "") || slices.ContainsFunc(d.languages, func(lang string) bool { return d.failedIn(path, lang) })
}

// Told are the fields of the record for which Failed holds, and those that Finish
// has called missing: nothing more is to be said about them.
func (d *Decoder) Told() []string {
	keys := slices.Clone(d.lacking)
	for a := range d.failed {
		if !strings.Contains(a.path, ".") {
			keys = append(keys, a.path)
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// failedIn asks this of the files that speak for a language.
func (d *Decoder) failedIn(path, lang string) bool {
	return d.failed[attempt{path, lang}] || d.failed[attempt{path, ""}]
}

// forget drops what failed or was empty within an entry of a list, before the next.
func (d *Decoder) forget(path string) {
	maps.DeleteFunc(d.failed, func(a attempt, _ bool) bool { return strings.HasPrefix(a.path, path+".") })
	maps.DeleteFunc(d.empty, func(a attempt, _ diag.Pos) bool { return strings.HasPrefix(a.path, path+".") })
}

// Missing reports required texts that a language's file does not have.
func (d *Decoder) Missing(lang string, at diag.Pos) []diag.Diagnostic {
	var out []diag.Diagnostic
	for _, f := range d.shapes.of(d.dst.Type()) {
		if !f.Required || f.Type != textType || d.failedIn(f.Key, lang) {
			continue
		}
		if _, ok := d.dst.FieldByIndex(f.index).Interface().(Text).Get(lang); !ok {
			out = append(out, d.missing(f, d.place(f.Key, []string{lang, ""}, at), "missing-field.text", f.Key, lang))
		}
	}
	return out
}

// Wordless reports required texts that are in no language.
func (d *Decoder) Wordless(at diag.Pos) []diag.Diagnostic {
	var out []diag.Diagnostic
	for _, f := range d.shapes.of(d.dst.Type()) {
		if !f.Required || f.Type != textType || d.Failed(f.Key) {
			continue
		}
		if !d.dst.FieldByIndex(f.index).Interface().(Text).Given() {
			out = append(out, d.missing(f, d.place(f.Key, d.anyLanguage(), at), "missing-field", f.Key))
		}
	}
	return out
}

// anyLanguage are the languages of all files, the neutral one's first.
func (d *Decoder) anyLanguage() []string { return append([]string{""}, d.languages...) }

// gap is where a field is missing: at its name, where it was left empty, or else
// where it belongs.
type gap struct {
	diag.Pos
	empty bool
}

func (d *Decoder) place(path string, langs []string, otherwise diag.Pos) gap {
	for _, lang := range langs {
		if at, ok := d.empty[attempt{path, lang}]; ok {
			return gap{at, true}
		}
	}
	return gap{otherwise, false}
}

// missing says that a field is not given, and how it is written in that file.
func (d *Decoder) missing(f Field, at gap, key string, args ...any) diag.Diagnostic {
	if at.empty {
		x := diag.At(at.Pos, "missing-field.empty", f.Key)
		switch {
		case len(f.Enum) > 0:
			return x.WithHint("hint.fill-enum", f.Enum)
		case mergeable(f.Type):
			return x.WithHint("hint.add-map", f.Key, names(d.shapes.of(f.Type)))
		case f.Type.Kind() == reflect.Slice:
			return x.WithHint("hint.fill-list")
		case f.Type == dateType || f.Type == momentType:
			return x.WithHint("hint.date-form")
		}
		return x.WithHint("hint.fill")
	}
	x := diag.At(at.Pos, key, args...)
	switch {
	case d.toml[at.File] || strings.HasSuffix(at.File, ".toml"):
		return x.WithHint("hint.add-toml", f.Key)
	case mergeable(f.Type):
		return x.WithHint("hint.add-map", f.Key, names(d.shapes.of(f.Type)))
	case len(f.Enum) > 0:
		return x.WithHint("hint.add-enum", f.Key, f.Enum)
	case f.Type == dateType || f.Type == momentType:
		return x.WithHint("hint.add-date", f.Key)
	}
	return x.WithHint("hint.add-field", f.Key)
}

// required reports what a map lacks. Texts are checked where they are shown.
func (d *Decoder) required(t reflect.Type, n *tree.Node, s scope) {
	for _, f := range d.shapes.of(t) {
		path := s.in(f.Key).path
		if !f.Required || d.given(f, n, s) || d.Failed(path) {
			continue
		}
		at := d.place(path, []string{s.lang}, n.Pos)
		d.add(d.missing(f, at, "missing-field.member", f.Key, s.path))
	}
}

// given reports whether a member stands in the map or, where maps are merged, in
// the same map of another file.
func (d *Decoder) given(f Field, n *tree.Node, s scope) bool {
	if s.merge {
		return !nothing(d.seen[s.in(f.Key).path])
	}
	own := n.Get(f.Key)
	return !nothing(own) && !blank(own)
}

// nothing reports whether a value was not given, or is a list without entries.
func nothing(n *tree.Node) bool {
	return n == nil || n.Kind == tree.List && len(n.Items) == 0
}
