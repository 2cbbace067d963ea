package schema

import (
	"reflect"
	"slices"
	"strings"

	"dossier/internal/diag"
	"dossier/internal/tree"
)

// Decoder fills one struct from one or more files: the neutral one and those of
// the languages.
type Decoder struct {
	languages []string // configured, in order
	dst       reflect.Value
	seen      map[string]*tree.Node // facts by path: "venue.name"
	diags     []diag.Diagnostic
}

// NewDecoder returns a decoder into dst, a pointer to a struct.
func NewDecoder(languages []string, dst any) *Decoder {
	return &Decoder{
		languages: languages,
		dst:       reflect.ValueOf(dst).Elem(),
		seen:      map[string]*tree.Node{},
	}
}

// Add decodes a file's fields. lang is empty for the neutral file.
func (d *Decoder) Add(root *tree.Node, lang string) {
	d.fields(d.dst, root, scope{lang: lang, merge: true})
}

// Finish reports required facts that no file gave. at is the opening fence of
// the file where they belong.
func (d *Decoder) Finish(at diag.Pos) []diag.Diagnostic {
	for _, f := range Fields(d.dst.Type()) {
		if f.Required && !f.Translated() && d.seen[f.Key] == nil {
			d.add(diag.At(at, "missing-field", f.Key).WithHint(missingHint(f), f.Key, f.Enum))
		}
	}
	return d.diags
}

// Missing reports required texts that a language's file does not have.
func (d *Decoder) Missing(lang string, at diag.Pos) []diag.Diagnostic {
	var out []diag.Diagnostic
	for _, f := range Fields(d.dst.Type()) {
		if !f.Required || f.Type != textType {
			continue
		}
		if _, ok := d.dst.FieldByIndex(f.index).Interface().(Text).Get(lang); !ok {
			out = append(out, diag.At(at, "missing-field.text", f.Key, lang).WithHint("hint.add-field", f.Key))
		}
	}
	return out
}

func missingHint(f Field) string {
	switch {
	case len(f.Enum) > 0:
		return "hint.add-enum"
	case f.Type == dateType || f.Type == momentType:
		return "hint.add-date"
	}
	return "hint.add-field"
}

func (d *Decoder) add(x diag.Diagnostic) { d.diags = append(d.diags, x) }

// scope says where in which file a value stands.
type scope struct {
	lang  string // of the file; empty: neutral
	path  string
	merge bool // the value may be spread over several files: not inside lists
}

func (s scope) in(key string) scope {
	if s.path != "" {
		key = s.path + "." + key
	}
	return scope{lang: s.lang, path: key, merge: s.merge}
}

func (d *Decoder) fields(dst reflect.Value, n *tree.Node, s scope) {
	fields := Fields(dst.Type())
	for _, entry := range n.Fields {
		if strings.HasPrefix(entry.Key, "x_") {
			continue
		}
		if credential(entry.Key) {
			d.add(diag.At(entry.Pos, "credential", entry.Key).WithHint("hint.no-credential"))
			continue
		}
		f, ok := find(fields, entry.Key)
		if !ok {
			d.add(d.unknown(entry, fields))
			continue
		}
		d.field(dst.FieldByIndex(f.index), f, entry, s.in(f.Key))
	}
}

func (d *Decoder) unknown(entry tree.Field, fields []Field) diag.Diagnostic {
	x := diag.At(entry.Pos, "unknown-field", entry.Key)
	if near, ok := diag.Nearest(entry.Key, names(fields)); ok {
		return x.WithHint("hint.did-you-mean", near)
	}
	return x.WithHint("hint.known-fields", names(fields))
}

func (d *Decoder) field(dst reflect.Value, f Field, entry tree.Field, s scope) {
	n := entry.Value
	if n.Kind == tree.Scalar && n.Null {
		return // written but left empty: as if it were not there
	}
	if s.merge && !f.Translated() && !mergeable(f.Type) {
		if first, twice := d.seen[s.path]; twice {
			d.compare(first, entry, s)
			return
		}
	}
	d.seen[s.path] = n
	d.value(dst, f, n, s)
}

// mergeable are structs: their members are merged one by one.
func mergeable(t reflect.Type) bool {
	return t.Kind() == reflect.Struct && !leaf(t)
}

func leaf(t reflect.Type) bool {
	_, ok := scalars[t]
	return ok || t == textType || t == textListType || t == stampsType
}

func (d *Decoder) compare(first *tree.Node, entry tree.Field, s scope) {
	if tree.Equal(first, entry.Value) {
		return
	}
	if first.Kind == tree.Scalar && entry.Value.Kind == tree.Scalar {
		d.add(diag.At(entry.Value.Pos, "fact-differs", s.path, entry.Value.Value, first.Value, first.Pos.File).
			WithHint("hint.delete-line").Also(first.Pos, "see.other-value"))
		return
	}
	d.add(diag.At(entry.Pos, "fact-differs.list", s.path, first.Pos.File).
		WithHint("hint.delete-line").Also(first.Pos, "see.other-value"))
}

func (d *Decoder) value(dst reflect.Value, f Field, n *tree.Node, s scope) {
	t := dst.Type()
	switch {
	case t == textType:
		d.text(dst.Addr().Interface().(*Text), f, n, s)
	case t == stampsType:
		d.stamp(dst.Addr().Interface().(*Stamps), n, s)
	case t == textListType:
		d.textList(dst.Addr().Interface().(*TextList), f, n, s)
	case leaf(t):
		d.scalar(dst, f, n, s)
	case t.Kind() == reflect.Slice:
		d.list(dst, f, n, s)
	case t.Kind() == reflect.Struct:
		d.structure(dst, f, n, s)
	default:
		panic("schema: no rule for " + t.String())
	}
}

func (d *Decoder) structure(dst reflect.Value, f Field, n *tree.Node, s scope) {
	if n.Kind != tree.Map {
		d.add(diag.At(n.Pos, "wrong-type.map", s.path).WithHint("hint.map-form", names(Fields(dst.Type()))))
		return
	}
	d.fields(dst, n, s)
	d.required(dst, n, s)
}

// required reports what a map lacks. Texts are checked where they are shown.
func (d *Decoder) required(dst reflect.Value, n *tree.Node, s scope) {
	for _, f := range Fields(dst.Type()) {
		if f.Required && n.Get(f.Key) == nil && d.seenElsewhere(s, f) == nil {
			d.add(diag.At(n.Pos, "missing-field.member", f.Key, s.path).WithHint(missingHint(f), f.Key, f.Enum))
		}
	}
}

func (d *Decoder) seenElsewhere(s scope, f Field) *tree.Node {
	if !s.merge {
		return nil
	}
	return d.seen[s.in(f.Key).path]
}

func (d *Decoder) list(dst reflect.Value, f Field, n *tree.Node, s scope) {
	items := n.Items
	if n.Kind == tree.Scalar && leaf(dst.Type().Elem()) && !n.Null {
		d.add(diag.At(n.Pos, "wrong-type.list", s.path).WithHint("hint.list-form", n.Value))
		return
	}
	if n.Kind != tree.List {
		d.add(diag.At(n.Pos, "wrong-type.list", s.path).WithHint("hint.list-of-maps"))
		return
	}
	s.merge = false
	out := reflect.MakeSlice(dst.Type(), len(items), len(items))
	for i, item := range items {
		d.item(out.Index(i), f, item, s)
	}
	dst.Set(out)
}

// item decodes one entry of a list. A bare word stands for the member that the
// schema names.
func (d *Decoder) item(dst reflect.Value, f Field, n *tree.Node, s scope) {
	if leaf(dst.Type()) {
		d.value(dst, f, n, s)
		return
	}
	if f.Short != "" && n.Kind == tree.Scalar {
		short := tree.Field{Key: f.Short, Pos: n.Pos, Value: n}
		n = &tree.Node{Kind: tree.Map, Pos: n.Pos, Fields: []tree.Field{short}}
	}
	d.structure(dst, f, n, s)
}

func (d *Decoder) text(dst *Text, f Field, n *tree.Node, s scope) {
	switch n.Kind {
	case tree.Map:
		d.textMap(dst, f, n, s)
	case tree.List:
		d.add(diag.At(n.Pos, "wrong-type.text", s.path).WithHint("hint.text-form", s.path))
	default:
		lang := s.lang
		if slices.Contains(f.Enum, n.Value) {
			d.word(dst, n)
			return
		}
		if lang == "" && len(d.languages) > 1 {
			d.add(diag.At(n.Pos, "wrong-type.neutral-text", s.path).
				WithHint("hint.language-map", s.path, d.languageMap(n.Value)))
			return
		}
		if lang == "" {
			lang = d.languages[0]
		}
		d.setText(dst, f, n, lang, s)
	}
}

// word sets a fixed word, such as “free”, in every language: it is translated
// where it is shown.
func (d *Decoder) word(dst *Text, n *tree.Node) {
	for _, lang := range d.languages {
		dst.set(LangText{Lang: lang, Value: n.Value, Pos: n.Pos})
	}
}

func (d *Decoder) textMap(dst *Text, f Field, n *tree.Node, s scope) {
	for _, entry := range n.Fields {
		if !slices.Contains(d.languages, entry.Key) {
			d.add(d.unknownLanguage(entry))
			continue
		}
		if entry.Value.Kind != tree.Scalar {
			d.add(diag.At(entry.Value.Pos, "wrong-type.text", s.path).WithHint("hint.text-form", s.path))
			continue
		}
		if !entry.Value.Null {
			d.setText(dst, f, entry.Value, entry.Key, s)
		}
	}
}

func (d *Decoder) unknownLanguage(entry tree.Field) diag.Diagnostic {
	x := diag.At(entry.Pos, "unknown-language.key", entry.Key)
	if near, ok := diag.Nearest(entry.Key, d.languages); ok {
		return x.WithHint("hint.did-you-mean", near)
	}
	return x.WithHint("hint.languages", d.languages)
}

func (d *Decoder) setText(dst *Text, f Field, n *tree.Node, lang string, s scope) {
	v := LangText{Lang: lang, Value: strings.TrimSpace(n.Value), Pos: n.Pos}
	if rule, ok := forms[f.Form]; ok {
		d.form(rule, n, s)
	}
	earlier, twice := dst.set(v)
	if twice && earlier.Value != v.Value {
		d.add(diag.At(v.Pos, "fact-differs", s.path, v.Value, earlier.Value, earlier.Pos.File).
			WithHint("hint.delete-line").Also(earlier.Pos, "see.other-value"))
	}
}

// languageMap writes the value as it should stand in a neutral file.
func (d *Decoder) languageMap(value string) string {
	parts := make([]string, len(d.languages))
	for i, l := range d.languages {
		parts[i] = l + `: "…"`
		if i == 0 {
			parts[i] = l + `: "` + value + `"`
		}
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

// stampKeys are the members of a translation stamp.
var stampKeys = []string{"of", "at", "fingerprint"}

func (d *Decoder) stamp(dst *Stamps, n *tree.Node, s scope) {
	if n.Kind != tree.Map {
		d.add(diag.At(n.Pos, "wrong-type.map", s.path).WithHint("hint.map-form", stampKeys))
		return
	}
	stamp := Stamp{Lang: s.lang, Pos: n.Pos}
	members := map[string]*string{"of": &stamp.Of, "at": &stamp.At, "fingerprint": &stamp.Fingerprint}
	for _, entry := range n.Fields {
		member, ok := members[entry.Key]
		switch {
		case !ok:
			d.add(diag.At(entry.Pos, "unknown-field", entry.Key).WithHint("hint.known-fields", stampKeys))
		case entry.Value.Kind != tree.Scalar:
			d.add(diag.At(entry.Value.Pos, "wrong-type.scalar", s.path+"."+entry.Key).WithHint("hint.one-value", entry.Key))
		default:
			*member = entry.Value.Value
		}
	}
	dst.In = append(dst.In, stamp)
}

func (d *Decoder) textList(dst *TextList, f Field, n *tree.Node, s scope) {
	if n.Kind != tree.List {
		d.add(diag.At(n.Pos, "wrong-type.list", s.path).WithHint("hint.list-form", n.Value))
		return
	}
	for _, item := range n.Items {
		var v Str
		d.scalar(reflect.ValueOf(&v).Elem(), f, item, s)
		if v.Given() {
			dst.Items = append(dst.Items, LangText{Lang: s.lang, Value: v.Value, Pos: v.Pos})
		}
	}
}
