package schema

import (
	"reflect"
	"slices"
	"strings"

	"dossier/internal/diag"
	"dossier/internal/tree"
)

func (d *Decoder) text(dst *Text, f Field, n *tree.Node, s scope) {
	switch n.Kind {
	case tree.Map:
		d.textMap(dst, f, n, s)
	case tree.List:
		d.add(diag.At(n.Pos, "wrong-type.text", s.path).WithHint("hint.text-form", s.key()))
	default:
		lang := s.lang
		if slices.Contains(f.Enum, n.Value) {
			d.word(dst, n)
			return
		}
		if lang == "" && len(d.languages) > 1 {
			d.add(diag.At(n.Pos, "wrong-type.neutral-text", s.path).
				WithHint(d.mapHint(n.Pos.File), s.key(), d.languageMap(n.Value, n.Pos.File)))
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
			d.add(diag.At(entry.Value.Pos, "wrong-type.text", s.path).WithHint("hint.text-form", s.key()))
			continue
		}
		if !blank(entry.Value) {
			d.setText(dst, f, entry.Value, entry.Key, s)
		}
	}
}

func (d *Decoder) unknownLanguage(entry tree.Field) diag.Diagnostic {
	x := diag.At(entry.Pos, "unknown-language.key", entry.Key)
	if near, ok := diag.Nearest(entry.Key, d.languages); ok {
		return x.WithHint("hint.did-you-mean", near).WithSwap(entry.Key, near)
	}
	return x.WithHint("hint.languages", d.languages)
}

func (d *Decoder) setText(dst *Text, f Field, n *tree.Node, lang string, s scope) {
	v := LangText{Lang: lang, Value: strings.TrimSpace(n.Value), Pos: n.Pos}
	before := len(d.diags)
	if rule, ok := forms[f.Form]; ok {
		d.form(rule, n, s)
	}
	if len(d.diags) > before {
		return // what is wrong would make further problems of itself
	}
	earlier, twice := dst.set(v)
	if twice && earlier.Value != v.Value {
		d.add(diag.At(v.Pos, "fact-differs", s.path, v.Value, earlier.Value, earlier.Pos.File).
			WithHint("hint.delete-line").Also(earlier.Pos, "see.other-value"))
	}
}

// languageMap writes the value as it should stand in a neutral file.
func (d *Decoder) languageMap(value, file string) string {
	parts, sign := make([]string, len(d.languages)), ": "
	if d.mapHint(file) == "hint.language-table" {
		sign = " = "
	}
	for i, l := range d.languages {
		parts[i] = l + sign + `"…"`
		if i == 0 {
			parts[i] = l + sign + `"` + value + `"`
		}
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

// mapHint is the key of the hint that shows a map of languages as the file writes it.
func (d *Decoder) mapHint(file string) string {
	if d.toml[file] || strings.HasSuffix(file, ".toml") {
		return "hint.language-table"
	}
	return "hint.language-map"
}

func (d *Decoder) textList(dst *TextList, f Field, n *tree.Node, s scope) {
	if n.Kind != tree.List {
		d.add(notList(n, s))
		return
	}
	first := map[string]*tree.Node{}
	for _, item := range filled(n.Items) {
		var v Str
		d.scalar(reflect.ValueOf(&v).Elem(), f, item, s)
		if again, twice := first[v.Value]; twice && v.Given() {
			d.add(diag.At(item.Pos, "duplicate-id.item", v.Value, s.path).WithHint("hint.delete-one").Also(again.Pos, "see.first"))
			continue
		}
		first[v.Value] = item
		if v.Given() {
			dst.Items = append(dst.Items, LangText{Lang: s.lang, Value: v.Value, Pos: v.Pos})
		}
	}
}
