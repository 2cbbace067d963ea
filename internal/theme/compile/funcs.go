package compile

import (
	"html/template"
	"reflect"
)

// Func is a function that templates may call, pure but for Hole. It is made by
// Text, Name, Drawing, Writer, Method or Hole.
type Func struct {
	in     reflect.Type // of the argument of writes and tells
	text   func(id string, args ...any) string
	name   func(string) string
	html   bool // what name gives is HTML
	writes func(dst []byte, p place) []byte
	tells  func(p place) bool
	hole   bool
	plain  any // the same for html/template
}

// Funcs are functions by name.
type Funcs map[string]Func

// Plain returns the functions as html/template wants them.
func (all Funcs) Plain() template.FuncMap {
	plain := template.FuncMap{}
	for name, f := range all {
		if f.plain != nil {
			plain[name] = f.plain
		}
	}
	return plain
}

// Text makes a function that writes a text with values. It is given constants
// and text, whole numbers and truth values of the view, and must not keep args.
func Text(f func(id string, args ...any) string) Func { return Func{text: f, plain: f} }

// Name makes a function from text to text.
func Name(f func(string) string) Func { return Func{name: f, plain: f} }

// Drawing makes a function from text to HTML.
func Drawing(f func(string) template.HTML) Func {
	return Func{name: func(s string) string { return string(f(s)) }, html: true, plain: f}
}

// Hole makes the function in whose place the caller of Append writes. Where a
// template is left to html/template, it gives the mark.
func Hole(mark template.HTML) Func {
	return Func{hole: true, plain: func() template.HTML { return mark }}
}

func htmlOf[A any](f func(dst []byte, a A) []byte) func(A) template.HTML {
	return func(a A) template.HTML { return template.HTML(f(nil, a)) }
}
