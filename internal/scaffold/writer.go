package scaffold

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"dossier/internal/content"
	"dossier/internal/diag"
	"dossier/internal/schema"
)

// types are the structs that hold the kinds' schemas.
var types = map[content.Kind]reflect.Type{
	content.KindProject:   reflect.TypeFor[content.Project](),
	content.KindPartner:   reflect.TypeFor[content.Partner](),
	content.KindEvent:     reflect.TypeFor[content.Event](),
	content.KindNews:      reflect.TypeFor[content.News](),
	content.KindProgramme: reflect.TypeFor[content.Programme](),
	content.KindTerritory: reflect.TypeFor[content.Territory](),
	content.KindGuide:     reflect.TypeFor[content.Guide](),
	content.KindChapter:   reflect.TypeFor[content.Chapter](),
	content.KindKit:       reflect.TypeFor[content.Kit](),
	content.KindSheet:     reflect.TypeFor[content.Sheet](),
	content.KindPage:      reflect.TypeFor[content.Page](),
}

// Kinds returns the kinds of records that can be made.
func Kinds() []content.Kind {
	return []content.Kind{
		content.KindProject, content.KindPartner, content.KindEvent, content.KindNews, content.KindProgramme,
		content.KindTerritory, content.KindGuide, content.KindChapter, content.KindKit, content.KindSheet, content.KindPage,
	}
}

// editable are the fields of a struct that editors write: stamps are left to
// tools.
func editable(t reflect.Type) []schema.Field {
	return slices.DeleteFunc(schema.Fields(t), func(f schema.Field) bool {
		return f.Type == reflect.TypeFor[schema.Stamps]()
	})
}

// writer writes the front matter of one file.
type writer struct {
	r     Record
	lang  string // of the file; empty: neutral
	lines []string
}

func (r Record) writer(lang string) *writer { return &writer{r: r, lang: lang} }

func (w *writer) comment(text string) { w.lines = append(w.lines, "# "+text) }

// page closes the front matter and adds the body.
func (w *writer) page(body string) []byte {
	text := "---\n" + strings.Join(w.lines, "\n") + "\n---\n"
	if body != "" {
		text += "\n" + body
	}
	return []byte(text)
}

func (w *writer) fields(fields []schema.Field) {
	owner := types[w.r.Kind].Name()
	for _, f := range fields {
		if w.r.written(f) {
			w.field(owner, f, place{value: w.r.value(f.Key)})
		} else {
			w.field(owner, f, place{off: true})
		}
	}
}

// place says how a field is written.
type place struct {
	depth int    // levels of indentation
	item  bool   // first member of a list's entry
	off   bool   // commented out
	value string // YAML; empty: left open
}

func (p place) inside(levels int) place { return place{depth: p.depth + levels, off: p.off} }

func (w *writer) line(p place, text string) {
	indent := strings.Repeat("  ", p.depth)
	if p.item {
		indent = indent[:len(indent)-2] + "- "
	}
	if p.off {
		indent = "# " + indent
	}
	w.lines = append(w.lines, indent+text)
}

func (w *writer) field(owner string, f schema.Field, p place) {
	note := "  # " + w.note(owner, f)
	members, isList := inner(f.Type)
	switch {
	case members != nil:
		w.line(p, f.Key+":"+note)
		next := p.inside(1)
		if isList {
			next = p.inside(2)
		}
		next.item, next.off = isList, true
		w.members(members, next)
	case f.Type == reflect.TypeFor[schema.Text]() && w.lang == "" && len(w.r.Site) > 1:
		w.line(p, f.Key+":"+note)
		next := p.inside(1)
		next.value = p.value
		for _, lang := range w.r.Languages {
			w.line(next, strings.TrimRight(lang+": "+next.value, " "))
		}
	default:
		w.line(p, strings.TrimRight(f.Key+": "+p.value, " ")+note)
	}
}

// members writes the fields of a struct inside a record. They are commented out
// even where the struct is required: which of them are wanted is for the editor
// to say.
func (w *writer) members(t reflect.Type, p place) {
	for _, f := range editable(t) {
		w.field(t.Name(), f, p)
		p.item = false
	}
}

// element returns the type of a field's values, and whether it is a list of them.
func element(t reflect.Type) (reflect.Type, bool) {
	if t == reflect.TypeFor[schema.TextList]() {
		return t, true
	}
	if t.Kind() == reflect.Slice {
		return t.Elem(), true
	}
	return t, false
}

// inner returns the struct that a field consists of, and whether it is a list of
// them; nil for a field of plain values.
func inner(t reflect.Type) (members reflect.Type, isList bool) {
	t, isList = element(t)
	if t.PkgPath() == reflect.TypeFor[schema.Text]().PkgPath() {
		return nil, isList
	}
	return t, isList
}

// note says what a field means and how it is written.
func (w *writer) note(owner string, f schema.Field) string {
	parts := []string{meaning(owner, f.Key).in(string(w.r.Notes))}
	if form := w.form(f); form != "" {
		parts = append(parts, form)
	}
	if f.Required {
		parts = append(parts, say("required", w.r.Notes))
	}
	return strings.Join(parts, "; ")
}

// form says how a value is written, as far as the schema knows.
func (w *writer) form(f schema.Field) string {
	if members, _ := inner(f.Type); members != nil {
		return ""
	}
	var parts []string
	value, isList := element(f.Type)
	if isList {
		parts = append(parts, say("form.list", w.r.Notes))
	}
	if one := w.one(f, value); one != "" {
		parts = append(parts, one)
	}
	return strings.Join(parts, ", ")
}

// one says how a single value is written.
func (w *writer) one(f schema.Field, value reflect.Type) string {
	notes := w.r.Notes
	switch {
	case len(f.Enum) > 0 && value == reflect.TypeFor[schema.Text]():
		return say("form.word", notes, strings.Join(f.Enum, ", "))
	case len(f.Enum) > 0:
		return say("form.enum", notes, strings.Join(f.Enum, ", "))
	case f.Ref != "":
		return say("form.ref", notes, f.Ref)
	case f.Form != "":
		return say("form."+f.Form, notes)
	}
	if key, ok := typeForms[value]; ok {
		return say(key, notes)
	}
	return ""
}

// typeForms are what the types say by themselves.
var typeForms = map[reflect.Type]string{
	reflect.TypeFor[schema.Ref]():    "form.any",
	reflect.TypeFor[schema.Date]():   "form.date",
	reflect.TypeFor[schema.Moment](): "form.moment",
	reflect.TypeFor[schema.Bool]():   "form.bool",
	reflect.TypeFor[schema.Int]():    "form.int",
	reflect.TypeFor[schema.Float]():  "form.float",
}

// meaning looks a field up: under its struct, else among those of every kind.
func meaning(owner, key string) text {
	for _, name := range []string{owner + "." + key, "Common." + key} {
		if t, ok := meanings[name]; ok {
			return t
		}
	}
	return text{en: key, it: key}
}

// say writes a sentence of the comments.
func say(key string, lang diag.Lang, args ...any) string {
	return fmt.Sprintf(sentences[key].in(string(lang)), args...)
}
