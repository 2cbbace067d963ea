// Package jsonld writes the nodes of a page as one JSON-LD document in the
// vocabulary of schema.org.
//
// It takes view nodes and appends JSON text. Properties keep the order in which
// they are given, and the text may stand inside a script element as it is: <, >,
// &, U+2028 and U+2029 are escaped.
package jsonld

import (
	"encoding/json"
	"strings"
	"unicode/utf8"

	"dossier/internal/view"
)

// Append appends the nodes as a graph; without nodes it appends nothing.
func Append(dst []byte, nodes []view.Node) []byte {
	if len(nodes) == 0 {
		return dst
	}
	dst = append(dst, `{"@context":"https://schema.org","@graph":`...)
	return append(list(dst, nodes, true, node), '}')
}

func node(dst []byte, n view.Node) []byte {
	o := object{out: dst}
	o.open()
	if n.Type != "" {
		o.name("@type")
		o.out = AppendText(o.out, n.Type)
	}
	if n.ID != "" {
		o.name("@id")
		o.out = AppendText(o.out, n.ID)
	}
	for _, p := range n.Props {
		if !empty(p) {
			o.name(p.Name)
			o.out = value(o.out, p)
		}
	}
	return o.close()
}

// empty holds for a property without a value, which is left out. A Value that is
// neither a JSON number nor a boolean is no value.
func empty(p view.Prop) bool {
	return len(p.Nodes) == 0 && len(p.Texts) == 0 && !bare(p.Value)
}

func value(dst []byte, p view.Prop) []byte {
	switch {
	case len(p.Nodes) > 0:
		return list(dst, p.Nodes, len(p.Nodes) > 1, node)
	case len(p.Texts) > 0:
		return list(dst, p.Texts, len(p.Texts) > 1, func(dst []byte, s string) []byte { return tagged(dst, s, p.Lang) })
	}
	return append(dst, p.Value...)
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
func tagged(dst []byte, s, lang string) []byte {
	if lang == "" {
		return AppendText(dst, s)
	}
	o := object{out: dst}
	o.open()
	o.name("@value")
	o.out = AppendText(o.out, s)
	o.name("@language")
	o.out = AppendText(o.out, lang)
	return o.close()
}

// list writes the items with commas between them, in brackets when asked to.
func list[T any](dst []byte, items []T, brackets bool, one func([]byte, T) []byte) []byte {
	if brackets {
		dst = append(dst, '[')
	}
	for i, item := range items {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = one(dst, item)
	}
	if brackets {
		dst = append(dst, ']')
	}
	return dst
}

// object writes the punctuation of an object.
type object struct {
	out   []byte
	begun bool
}

func (o *object) open()         { o.out = append(o.out, '{') }
func (o *object) close() []byte { return append(o.out, '}') }

func (o *object) name(s string) {
	if o.begun {
		o.out = append(o.out, ',')
	}
	o.begun = true
	o.out = append(AppendText(o.out, s), ':')
}

// AppendText appends a text as a JSON string that may stand in HTML as well. Marshal
// cannot fail on a string: it replaces bytes that are not UTF-8.
func AppendText(dst []byte, s string) []byte {
	if plain(s) {
		return append(append(append(dst, '"'), s...), '"')
	}
	quoted, _ := json.Marshal(s)
	return append(dst, quoted...)
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
