// Package html writes pages: a view in, a whole HTML document out.
package html

import (
	"fmt"
	"reflect"

	"dossier/internal/theme"
	"dossier/internal/view"
)

// Append appends the page of a view, which is a struct of package view with a Page, or
// view.Redirect, or a pointer to one. The error is a bug of ours: a theme that loaded
// without errors can show every view.
func Append(dst []byte, t *theme.Theme, kind string, v any) ([]byte, error) {
	if theme.Standalone(kind) {
		lang, err := stringField(v, "Lang")
		if err != nil {
			return dst, fmt.Errorf("html: %s: %w", kind, err)
		}
		return t.Append(dst, kind, lang, v)
	}
	p, err := pageOf(v)
	if err != nil {
		return dst, fmt.Errorf("html: %s: %w", kind, err)
	}
	out, err := t.AppendPage(dst, kind, p, v)
	if err != nil {
		return dst, fmt.Errorf("html: %s: %w", p.URL, err)
	}
	return out, nil
}

// pageOf finds what is around the main part.
func pageOf(v any) (*view.Page, error) {
	f, err := field(v, "Page")
	if err != nil {
		return nil, err
	}
	if f.CanAddr() {
		f = f.Addr()
	}
	switch p := f.Interface().(type) {
	case *view.Page:
		return p, nil
	case view.Page:
		return &p, nil
	}
	return nil, fmt.Errorf("the Page of %T is a %s", v, f.Type())
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
