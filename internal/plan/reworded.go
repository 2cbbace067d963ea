package plan

import (
	"reflect"
	"slices"

	"dossier/internal/memo"
	"dossier/internal/view"
)

// ReadsBody reports whether a group follows from the words of a body in a file.
func (g Group) ReadsBody(file string) bool {
	return slices.ContainsFunc(g.Reads, func(r Read) bool { return r.What == readBody+file })
}

// Rewording is a body whose words have changed, and nothing else.
type Rewording struct {
	File          string
	Digest        memo.Key // of the file now
	Before, After string   // view.Body.Source
}

// Reworded gives a group that has read the words of a body the reading that it has
// now, and its outputs the views that they have now: those that show the body show it
// as it is. Nothing else of a view follows from words but the Minutes that they take.
// view returns what an output showed before, nil for one that shows no body; it is
// false where that is not known, and so is then the group.
func (in Inputs) Reworded(g Group, r Rewording, view func(Output) (any, bool)) (Group, bool) {
	g.Reads, g.Outputs, g.Kept = slices.Clone(g.Reads), slices.Clone(g.Outputs), nil
	for i := range g.Reads {
		if g.Reads[i].What == readBody+r.File {
			g.Reads[i].Is = r.Digest
		}
	}
	for i := range g.Outputs {
		o := &g.Outputs[i]
		v, ok := view(*o)
		if !ok {
			return g, false
		}
		if v != nil && reword(reflect.ValueOf(v), r) {
			o.View = v
			*o = in.Keyed(*o)
		}
	}
	return g, true
}

var bodyType = reflect.TypeFor[view.Body]()

// reword gives the bodies of a view that stand for a text another one, and reports
// whether there are any.
func reword(v reflect.Value, r Rewording) (found bool) {
	switch v.Kind() {
	case reflect.Pointer:
		return !v.IsNil() && reword(v.Elem(), r)
	case reflect.Slice:
		for i := range v.Len() {
			found = reword(v.Index(i), r) || found
		}
	case reflect.Struct:
		if v.Type() == bodyType {
			return rewordBody(v.Addr().Interface().(*view.Body), r)
		}
		for i := range v.NumField() {
			found = reword(v.Field(i), r) || found
		}
	}
	return found
}

func rewordBody(b *view.Body, r Rewording) bool {
	if b.Source != r.Before {
		return false
	}
	b.Source = r.After
	return true
}
