// Package jsonld writes the nodes of a page as one JSON-LD document in the
// vocabulary of schema.org.
//
// It takes view nodes and returns JSON text. Properties keep the order in which
// they are given, and the text may stand inside a script element as it is: <, >,
// &, U+2028 and U+2029 are escaped.
package jsonld

import (
	"encoding/json"
	"strings"
	"unicode/utf8"

	"dossier/internal/view"
)

// Encode returns the nodes as a graph; without nodes it returns nothing.
func Encode(nodes []view.Node) string {
	if len(nodes) == 0 {
		return ""
	}
	var b strings.Builder
	b.Grow(2048)
	b.WriteString(`{"@context":"https://schema.org","@graph":`)
	list(&b, nodes, true, node)
	b.WriteByte('}')
	return b.String()
}

func node(b *strings.Builder, n view.Node) {
	o := object{b: b}
	o.open()
	if n.Type != "" {
		o.name("@type")
		text(b, n.Type)
	}
	if n.ID != "" {
		o.name("@id")
		text(b, n.ID)
	}
	for _, p := range n.Props {
		if !empty(p) {
			o.name(p.Name)
			value(b, p)
		}
	}
	o.close()
}

// empty holds for a property without a value, which is left out. A Value that is
// neither a JSON number nor a boolean is no value.
func empty(p view.Prop) bool {
	return len(p.Nodes) == 0 && len(p.Texts) == 0 && !bare(p.Value)
}

func value(b *strings.Builder, p view.Prop) {
	switch {
	case len(p.Nodes) > 0:
		list(b, p.Nodes, len(p.Nodes) > 1, node)
	case len(p.Texts) > 0:
		list(b, p.Texts, len(p.Texts) > 1, func(b *strings.Builder, s string) { tagged(b, s, p.Lang) })
	default:
		b.WriteString(p.Value)
	}
}

// bare reports whether the text is a JSON number or boolean.
func bare(s string) bool {
	if !json.Valid([]byte(s)) {
		return false
	}
	return s == "true" || s == "false" || s[0] == '-' || (s[0] >= '0' && s[0] <= '9')
}

// tagged writes a text, as a value object when its language is given (JSON-LD
// 1.1, section 4.2.4).
func tagged(b *strings.Builder, s, lang string) {
	if lang == "" {
		text(b, s)
		return
	}
	o := object{b: b}
	o.open()
	o.name("@value")
	text(b, s)
	o.name("@language")
	text(b, lang)
	o.close()
}

// list writes the items with commas between them, in brackets when asked to.
func list[T any](b *strings.Builder, items []T, brackets bool, one func(*strings.Builder, T)) {
	if brackets {
		b.WriteByte('[')
	}
	for i, item := range items {
		if i > 0 {
			b.WriteByte(',')
		}
		one(b, item)
	}
	if brackets {
		b.WriteByte(']')
	}
}

// object writes the punctuation of an object.
type object struct {
	b     *strings.Builder
	begun bool
}

func (o *object) open()  { o.b.WriteByte('{') }
func (o *object) close() { o.b.WriteByte('}') }

func (o *object) name(s string) {
	if o.begun {
		o.b.WriteByte(',')
	}
	o.begun = true
	text(o.b, s)
	o.b.WriteByte(':')
}

// text writes a JSON string. Marshal cannot fail on a string: it replaces bytes
// that are not UTF-8.
func text(b *strings.Builder, s string) {
	if plain(s) {
		b.WriteByte('"')
		b.WriteString(s)
		b.WriteByte('"')
		return
	}
	quoted, _ := json.Marshal(s)
	b.Write(quoted)
}

// plain reports whether a text stands in JSON as it is: nothing in it is escaped.
func plain(s string) bool {
	for i := range len(s) {
		switch c := s[i]; {
		case c < 0x20, c == '"', c == '\\', c == '<', c == '>', c == '&', c == 0x7f:
			return false
		case c == 0xe2: // of U+2028 and U+2029, which end a line in JavaScript
			if strings.HasPrefix(s[i:], "\u2028") || strings.HasPrefix(s[i:], "\u2029") {
				return false
			}
		}
	}
	return utf8.ValidString(s)
}
