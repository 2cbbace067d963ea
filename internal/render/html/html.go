// Package html writes pages: a view in, a whole HTML document out.
package html

import (
	"bytes"
	"cmp"
	"fmt"
	"html/template"
	"reflect"

	"dossier/internal/theme"
	"dossier/internal/view"
)

// Render writes the page of a view, which is a struct of package view with a
// Page, or view.Redirect, or a pointer to one. The error is a bug of ours: a
// theme that loaded without errors can show every view.
func Render(t *theme.Theme, kind string, v any) ([]byte, error) {
	var out bytes.Buffer
	if theme.Standalone(kind) {
		lang, err := stringField(v, "Lang")
		if err != nil {
			return nil, fmt.Errorf("html: %s: %w", kind, err)
		}
		err = t.Execute(&out, kind, lang, v)
		return out.Bytes(), err
	}
	p, err := pageOf(v)
	if err != nil {
		return nil, fmt.Errorf("html: %s: %w", kind, err)
	}
	var main bytes.Buffer
	if err := t.Execute(&main, kind, cmp.Or(p.MainLang, p.Lang), v); err != nil {
		return nil, fmt.Errorf("html: main part of %s: %w", p.URL, err)
	}
	// The layouts have escaped the main part.
	if err := t.ExecuteBase(&out, p, template.HTML(main.String())); err != nil {
		return nil, fmt.Errorf("html: frame of %s: %w", p.URL, err)
	}
	return out.Bytes(), nil
}

// pageOf finds what is around the main part.
func pageOf(v any) (*view.Page, error) {
	f, err := field(v, "Page")
	if err != nil {
		return nil, err
	}
	p, ok := f.Interface().(view.Page)
	if !ok {
		return nil, fmt.Errorf("the Page of %T is a %s", v, f.Type())
	}
	return &p, nil
}

func stringField(v any, name string) (string, error) {
	f, err := field(v, name)
	if err != nil {
		return "", err
	}
	return f.String(), nil
}

func field(v any, name string) (reflect.Value, error) {
	s := reflect.Indirect(reflect.ValueOf(v))
	if s.Kind() != reflect.Struct {
		return reflect.Value{}, fmt.Errorf("%T is no view", v)
	}
	f := s.FieldByName(name)
	if !f.IsValid() {
		return f, fmt.Errorf("%T has no %s", v, name)
	}
	return f, nil
}
