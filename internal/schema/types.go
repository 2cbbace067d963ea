// Package schema turns positioned trees into typed structs.
//
// The struct is the schema: its field types say what a value may be, its tags
// what else holds.
//
//	key:"lead"            the name in the file
//	is:"required"         must be given
//	enum:"guide kit"      one of these words
//	ref:"partners"        the id of a record of this type (resolved later)
//	form:"url"            a further rule: see forms
//	range:"0 1"           of a number: the least and the greatest
//	short:"partner"       a list item written as a bare word means this member
//
// A value of type Text is translated: in the neutral file it is a map of
// languages, in a language's file a bare value. Everything else is a fact: it is
// written once, and where it is repeated in another file it must say the same.
// All problems are collected; decoding never stops at the first.
package schema

import (
	"fmt"
	"slices"

	"dossier/internal/diag"
	"dossier/internal/i18n"
)

// Str is a text that is the same in every language, a code, or one word of an
// enumeration.
type Str struct {
	Value string
	Pos   diag.Pos
}

// Given reports whether the editor wrote a value.
func (s Str) Given() bool { return s.Value != "" }

// Ref is the id of another record.
type Ref struct {
	ID  string
	Pos diag.Pos
}

// Given reports whether the editor wrote a reference.
func (r Ref) Given() bool { return r.ID != "" }

// Int is a whole number.
type Int struct {
	N     int64
	Given bool
	Pos   diag.Pos
}

// Float is a number.
type Float struct {
	F     float64
	Given bool
	Pos   diag.Pos
}

// Bool is true or false.
type Bool struct {
	On    bool
	Given bool
	Pos   diag.Pos
}

// Date is a day, a month or a year.
type Date struct {
	i18n.Date
	Pos diag.Pos
}

// Given reports whether the editor wrote a date.
func (d Date) Given() bool { return !d.IsZero() }

// Moment is a day with, where the editor gave it, a time of day and an offset
// from UTC. Without an offset the time is in the site's zone.
type Moment struct {
	Day       i18n.Date
	HasTime   bool
	Hour, Min int
	HasOffset bool
	Offset    int // seconds east of UTC
	Pos       diag.Pos
}

// Given reports whether the editor wrote a moment.
func (m Moment) Given() bool { return !m.Day.IsZero() }

// Text is a text in one or more languages.
type Text struct {
	In []LangText
}

// LangText is a text in one language.
type LangText struct {
	Lang  string
	Value string
	Pos   diag.Pos
}

// Get returns the text in a language.
func (t Text) Get(lang string) (LangText, bool) {
	for _, v := range t.In {
		if v.Lang == lang {
			return v, true
		}
	}
	return LangText{}, false
}

// Value returns the text in a language, or nothing.
func (t Text) Value(lang string) string {
	v, _ := t.Get(lang)
	return v.Value
}

// Best returns the text in the wanted language or else in the first of the given
// languages that has it. An empty Lang in the result means that there is none.
func (t Text) Best(lang string, order []string) LangText {
	if v, ok := t.Get(lang); ok {
		return v
	}
	for _, l := range order {
		if v, ok := t.Get(l); ok {
			return v
		}
	}
	return LangText{}
}

// Given reports whether the text exists in any language.
func (t Text) Given() bool { return len(t.In) > 0 }

// Langs returns the languages that the text is written in.
func (t Text) Langs() []string {
	var langs []string
	for _, v := range t.In {
		langs = append(langs, v.Lang)
	}
	return langs
}

func (t *Text) set(v LangText) (earlier LangText, twice bool) {
	if i := slices.IndexFunc(t.In, func(o LangText) bool { return o.Lang == v.Lang }); i >= 0 {
		return t.In[i], true
	}
	t.In = append(t.In, v)
	return LangText{}, false
}

// Stamps are marks that tools leave in translated files: each language's file has
// its own, and they are never compared with one another.
type Stamps struct {
	In []Stamp
}

// Stamp says which state of the original a translation was made from.
type Stamp struct {
	Lang        string
	Of          string // language of the original
	At          string // date
	Fingerprint string // of the original's text
	Pos         diag.Pos
}

// Has reports whether the file of a language carries a stamp.
func (s Stamps) Has(lang string) bool {
	return slices.ContainsFunc(s.In, func(stamp Stamp) bool { return stamp.Lang == lang })
}

// TextList is a list that each language file may add to, such as aliases.
type TextList struct {
	Items []LangText
}

// String writes a moment as the editor does: 2021-03-25T10:00.
func (m Moment) String() string {
	if !m.HasTime {
		return m.Day.String()
	}
	return fmt.Sprintf("%sT%02d:%02d", m.Day, m.Hour, m.Min)
}
