package plan

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"dossier/internal/diag"
	"dossier/internal/dossier"
	"dossier/internal/schema"
	"dossier/internal/view"
)

// glyphs reports every character of a document that its faces cannot show, where
// the editor wrote it.
func (m *paperMaker) glyphs(e *dossier.Entry, v any) {
	for _, b := range m.bodies {
		if b.Doc.Covered(m.in.Covers) {
			continue
		}
		for _, gap := range m.in.Whole(b).Missing(m.in.Covers) {
			m.gaps = append(m.gaps, gapAt{gap.Rune, gap.Pos})
		}
	}
	for _, r := range m.uncovered(reflect.ValueOf(v), nil) {
		m.gaps = append(m.gaps, gapAt{r, m.written(e, r)})
	}
}

// gapAt is a character that no face can show, and where it stands.
type gapAt struct {
	r   rune
	pos diag.Pos
}

// gap reports a character once per place, however many documents show it.
func (p *planner) gap(at gapAt) {
	if !slices.Contains(p.gaps, at) {
		p.gaps = append(p.gaps, at)
		p.diags = append(p.diags, diag.At(at.pos, "no-glyph", string(at.r), fmt.Sprintf("U+%04X", at.r)).WithHint("hint.no-glyph"))
	}
}

// uncovered collects the characters of a view's texts that no face can show.
// Bodies are looked at where they were written.
func (m *paperMaker) uncovered(v reflect.Value, found []rune) []rune {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			return m.uncovered(v.Elem(), found)
		}
	case reflect.Slice:
		for i := range v.Len() {
			found = m.uncovered(v.Index(i), found)
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[view.Body]() {
			return found
		}
		for i := range v.NumField() {
			found = m.uncovered(v.Field(i), found)
		}
	case reflect.String:
		for _, r := range v.String() {
			if !m.in.Covers(r) && !slices.Contains(found, r) {
				found = append(found, r)
			}
		}
	}
	return found
}

// written finds the field of a record that holds a character: of the document's
// own record first, then of those that it names.
func (m *paperMaker) written(own *dossier.Entry, r rune) diag.Pos {
	if pos, ok := fieldWith(reflect.ValueOf(own.Item.Value), r); ok {
		return pos
	}
	best, found := own.Fence(m.lang), false
	for _, e := range m.site.Entries {
		if !m.seen.has(e) {
			continue
		}
		if pos, ok := fieldWith(reflect.ValueOf(e.Item.Value), r); ok && !found {
			best, found = pos, true
		}
	}
	return best
}

// fieldWith returns the place of the first text of a record that has the
// character.
func fieldWith(v reflect.Value, r rune) (diag.Pos, bool) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			return fieldWith(v.Elem(), r)
		}
	case reflect.Slice:
		for i := range v.Len() {
			if pos, ok := fieldWith(v.Index(i), r); ok {
				return pos, ok
			}
		}
	case reflect.Struct:
		switch s := v.Interface().(type) {
		case schema.Str:
			return s.Pos, strings.ContainsRune(s.Value, r)
		case schema.LangText:
			return s.Pos, strings.ContainsRune(s.Value, r)
		}
		for i := range v.NumField() {
			if !v.Type().Field(i).IsExported() {
				continue
			}
			if pos, ok := fieldWith(v.Field(i), r); ok {
				return pos, ok
			}
		}
	}
	return diag.Pos{}, false
}

// drawable reports the drawings of documents that cannot be drawn as vectors.
func (p *planner) drawable() {
	for _, path := range p.lists().Drawings {
		if line, what, ok := p.in.Drawable(path); !ok {
			p.diags = append(p.diags, diag.At(diag.Pos{File: path, Line: line, Col: 1}, "not-drawable", what).WithHint("hint.not-drawable"))
		}
	}
}
