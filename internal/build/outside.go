package build

import (
	"reflect"

	"dossier/internal/check"
	"dossier/internal/diag"
	"dossier/internal/dossier"
	"dossier/internal/schema"
)

// Outside returns the addresses of other sites that the published records and
// site.toml name, with every place where one is written, and those that pages link
// to besides, at the files that the pages come from. Addresses are as check.Plain
// writes them.
func (r *Result) Outside() map[string][]diag.Pos {
	found := places{}
	for _, s := range append(r.Site.Sections, r.Site.Home) {
		found.entry(s.Entry)
	}
	for _, e := range r.Site.Entries {
		found.entry(e)
	}
	found.values(reflect.ValueOf(r.Config.Accessibility))
	files := map[string][]byte{}
	for _, f := range r.Files {
		files[f.Path] = f.Data
	}
	for address, page := range check.Outside(files, r.Config.Origin) {
		if found[address] == nil {
			found[address] = []diag.Pos{{File: r.Origin(page, false)}}
		}
	}
	return found
}

// places are addresses with where they are written.
type places map[string][]diag.Pos

func (p places) add(address string, pos diag.Pos) {
	if plain, web := check.Plain(address); web && pos.File != "" {
		p[plain] = append(p[plain], pos)
	}
}

// entry collects the links of a record's bodies and the addresses in its fields.
func (p places) entry(e *dossier.Entry) {
	for _, b := range e.Bodies {
		for _, l := range b.Doc.Links {
			p.add(l.Dest, l.Pos)
		}
	}
	if e.Value != nil {
		p.values(reflect.ValueOf(e.Value).Elem())
	}
}

// values collects the fields that hold an address.
func (p places) values(v reflect.Value) {
	switch v.Kind() {
	case reflect.Slice:
		for i := range v.Len() {
			p.values(v.Index(i))
		}
	case reflect.Struct:
		switch held := v.Interface().(type) {
		case schema.Str:
			p.add(held.Value, held.Pos)
		case schema.LangText:
			p.add(held.Value, held.Pos)
		default:
			p.fields(v)
		}
	}
}

func (p places) fields(v reflect.Value) {
	for i := range v.NumField() {
		if v.Type().Field(i).IsExported() {
			p.values(v.Field(i))
		}
	}
}
