package schema

import (
	"reflect"
	"slices"
	"strings"
	"unicode"

	"dossier/internal/diag"
	"dossier/internal/tree"
)

// Decoder fills one struct from one or more files: the neutral one and those of
// the languages.
type Decoder struct {
	shapes    Shapes
	languages []string // configured, in order
	dst       reflect.Value
	seen      map[string]*tree.Node // facts by path: "venue.name"
	failed    map[attempt]bool
	empty     map[attempt]diag.Pos // names of fields that were written and left empty
	lacking   []string             // required facts that were called missing
	spread    []spread
	toml      map[string]bool // files whose fields are written as in TOML
	diags     []diag.Diagnostic
}

// NewDecoder returns a decoder into dst, a pointer to a struct. shapes may be nil.
func NewDecoder(shapes Shapes, languages []string, dst any) *Decoder {
	return &Decoder{
		shapes:    shapes,
		languages: languages,
		dst:       reflect.ValueOf(dst).Elem(),
		seen:      map[string]*tree.Node{},
		failed:    map[attempt]bool{},
		empty:     map[attempt]diag.Pos{},
	}
}

// AsTOML says that a file's fields are written name = value; otherwise this is
// known from its name.
func (d *Decoder) AsTOML(file string) {
	if d.toml == nil {
		d.toml = map[string]bool{}
	}
	d.toml[file] = true
}

// Add decodes a file's fields. lang is empty for the neutral file.
func (d *Decoder) Add(root *tree.Node, lang string) {
	d.fields(d.dst, root, scope{lang: lang, merge: true})
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

// key is how the value is called where it stands.
func (s scope) key() string { return s.path[strings.LastIndexByte(s.path, '.')+1:] }

func (d *Decoder) fields(dst reflect.Value, n *tree.Node, s scope) {
	fields := d.shapes.of(dst.Type())
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
			d.add(d.unknown(entry, fields, s))
			continue
		}
		d.field(dst.FieldByIndex(f.index), f, entry, s.in(f.Key))
	}
}

func (d *Decoder) unknown(entry tree.Field, fields []Field, s scope) diag.Diagnostic {
	x := diag.At(entry.Pos, "unknown-field", entry.Key)
	near, ok := "", false
	if _, ok = find(fields, translated[strings.ToLower(entry.Key)]); ok {
		near = translated[strings.ToLower(entry.Key)]
	} else {
		near, ok = diag.Nearest(entry.Key, names(fields))
	}
	if ok {
		d.failed[attempt{s.in(near).path, s.lang}] = true
		return x.WithHint("hint.did-you-mean", near).WithSwap(entry.Key, near)
	}
	return x.WithHint("hint.known-fields", names(fields))
}

func (d *Decoder) field(dst reflect.Value, f Field, entry tree.Field, s scope) {
	n := entry.Value
	if blank(n) || nothing(n) {
		d.empty[attempt{s.path, s.lang}] = entry.Pos
	}
	if blank(n) {
		return // written but left empty: as if it were not there
	}
	if s.merge && !f.Translated() && !mergeable(f.Type) {
		if first, twice := d.seen[s.path]; twice {
			d.compare(first, entry, s)
			return
		}
	}
	d.seen[s.path] = n
	before := len(d.diags)
	d.value(dst, f, n, s)
	if len(d.diags) > before {
		d.failed[attempt{s.path, s.lang}] = true
	}
}

// blank reports whether an editor left a value empty; forms write "" then. A list
// of nothing but empty items is blank, an empty list is not: it says “none”.
func blank(n *tree.Node) bool {
	switch n.Kind {
	case tree.Scalar:
		return n.Null || strings.TrimFunc(n.Value, unseen) == ""
	case tree.List:
		return len(n.Items) > 0 && !slices.ContainsFunc(n.Items, func(item *tree.Node) bool { return !blank(item) })
	}
	return false
}

// unseen are the characters that leave nothing on the page.
func unseen(r rune) bool {
	return unicode.IsSpace(r) || strings.ContainsRune("\u200b\u2060\ufeff\u00ad", r)
}

// filled are the items of a list that are not blank.
func filled(items []*tree.Node) []*tree.Node {
	return slices.DeleteFunc(slices.Clone(items), blank)
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
		d.add(diag.At(n.Pos, "wrong-type.map", s.path).WithHint("hint.map-form", names(d.shapes.of(dst.Type()))))
		return
	}
	if s.merge {
		d.fields(dst, n, s)
		d.spread = append(d.spread, spread{t: dst.Type(), at: n, scope: s})
		return
	}
	d.forget(s.path)
	d.fields(dst, n, s)
	d.required(dst.Type(), n, s)
}

func (d *Decoder) list(dst reflect.Value, f Field, n *tree.Node, s scope) {
	items := filled(n.Items)
	if n.Kind == tree.Scalar && (f.Short != "" || leaf(dst.Type().Elem())) {
		d.add(notList(n, s))
		return
	}
	if n.Kind != tree.List {
		d.add(diag.At(n.Pos, "wrong-type.list", s.path).WithHint("hint.list-of-maps"))
		return
	}
	s.merge = false
	out := reflect.MakeSlice(dst.Type(), 0, len(items))
	first := map[any]*tree.Node{}
	for _, item := range items {
		value := reflect.New(dst.Type().Elem()).Elem()
		d.item(value, f, item, s)
		if key, at := identity(value, item); key != nil {
			if again, twice := first[key]; twice {
				d.add(diag.At(at.Pos, "duplicate-id.item", at.Value, s.path).WithHint("hint.delete-one").Also(again.Pos, "see.first"))
				continue
			}
			first[key] = at
		}
		if !leaf(value.Type()) || !value.IsZero() {
			out = reflect.Append(out, value)
		}
	}
	dst.Set(out)
}

// notList reports a value that stands where a list belongs.
func notList(n *tree.Node, s scope) diag.Diagnostic {
	meant := listed(n.Value)
	x := diag.At(n.Pos, "wrong-type.list", s.path).WithHint("hint.list-form", meant)
	if !n.Quoted && !strings.ContainsAny(n.Value, "[]{}\"'#:") {
		x = x.WithSwap(n.Value, "["+meant+"]")
	}
	return x
}

// identity is what may stand only once in a list: the value itself or the id of a
// group of fields, with its place; nil where things may repeat.
func identity(value reflect.Value, n *tree.Node) (any, *tree.Node) {
	switch v := value.Interface().(type) {
	case Str:
		return given(v.Value), n
	case Ref:
		return given(v.ID), n
	case Int:
		if v.Given {
			return v.N, n
		}
	}
	if id := n.Get("id"); value.Kind() == reflect.Struct && id != nil && !blank(id) {
		return id.Value, id
	}
	return nil, n
}

func given(text string) any {
	if text == "" {
		return nil
	}
	return text
}

// listed takes from a value what its editor took for the signs of a list.
func listed(value string) string {
	if strings.HasPrefix(value, "(") && strings.HasSuffix(value, ")") {
		value = value[1 : len(value)-1]
	}
	return strings.TrimLeft(value, "-–—•*· ")
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
