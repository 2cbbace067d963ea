package scaffold

import (
	"reflect"
	"testing"

	"dossier/internal/content"
)

// fieldsOf names every field below a struct as the tables do.
func fieldsOf(t reflect.Type, into map[string]bool) {
	for _, f := range editable(t) {
		name := t.Name() + "." + f.Key
		if _, own := meanings[name]; !own {
			if _, shared := meanings["Common."+f.Key]; shared {
				name = "Common." + f.Key
			}
		}
		into[name] = true
		if members, _ := inner(f.Type); members != nil {
			fieldsOf(members, into)
		}
	}
}

func TestEveryFieldHasAMeaningAndEveryMeaningAField(t *testing.T) {
	used := map[string]bool{}
	for _, kind := range Kinds() {
		fieldsOf(types[kind], used)
	}
	for name := range used {
		if m := meanings[name]; m.en == "" || m.it == "" {
			t.Errorf("%s: no meaning", name)
		}
	}
	for name := range meanings {
		if !used[name] {
			t.Errorf("%s: no such field", name)
		}
	}
	if len(types) != len(Kinds()) {
		t.Errorf("%d types, %d kinds", len(types), len(Kinds()))
	}
}

func TestEveryFormOfTheSchemaIsDescribed(t *testing.T) {
	var visit func(reflect.Type)
	visit = func(at reflect.Type) {
		for _, f := range editable(at) {
			if _, ok := sentences["form."+f.Form]; f.Form != "" && !ok {
				t.Errorf("%s.%s: no words for the form %q", at.Name(), f.Key, f.Form)
			}
			if members, _ := inner(f.Type); members != nil {
				visit(members)
			}
		}
	}
	for _, kind := range Kinds() {
		visit(types[kind])
	}
}

func TestSheetsHaveTheirQuestions(t *testing.T) {
	if got, want := len(headings[content.KindSheet]), len(content.Questions()); got != want {
		t.Errorf("%d headings, %d questions", got, want)
	}
}
