package i18n

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"hash"
	"maps"
	"slices"
	"strings"

	"golang.org/x/text/language"
)

// Messages are the interface messages of one language.
type Messages struct {
	byID    map[string]message
	plurals plurals
	locale  *Locale
	digest  [32]byte
}

func newMessages(lang string) *Messages {
	locale, err := NewLocale(lang, "")
	if err != nil {
		locale = &Locale{code: lang, tag: lang, format: neutral}
	}
	return &Messages{
		byID:    map[string]message{},
		plurals: pluralsOf(language.Make(locale.base)),
		locale:  locale,
	}
}

// Has reports whether the language has the message.
func (m *Messages) Has(id string) bool {
	_, ok := m.byID[id]
	return ok
}

// Digest changes when any message of the language does.
func (m *Messages) Digest() [32]byte { return m.digest }

// Text writes a message. args are names and values in turn; an integer named
// "count" chooses the plural form and is written with the language's grouping,
// other values as fmt.Sprint writes them. A message or a value that is missing
// shows as ⟦its name⟧, so that a page never hides it.
func (m *Messages) Text(id string, args ...any) string {
	found, ok := m.byID[id]
	if !ok {
		return marked(id)
	}
	t := found.forms[m.choose(found, args)]
	if len(t) == 1 && t[0].name == "" {
		return t[0].literal
	}
	var b strings.Builder
	for _, p := range t {
		if p.name == "" {
			b.WriteString(p.literal)
		} else {
			b.WriteString(m.value(p.name, args))
		}
	}
	return b.String()
}

// choose returns the form for the count, or "other" where the message lacks it.
func (m *Messages) choose(found message, args []any) form {
	if !found.plural {
		return other
	}
	count, ok := integer(argument("count", args))
	if !ok {
		return other
	}
	if f := m.plurals.form(count); found.forms[f] != nil {
		return f
	}
	return other
}

func (m *Messages) value(name string, args []any) string {
	v := argument(name, args)
	if v == nil {
		return marked(name)
	}
	if count, ok := integer(v); ok && name == "count" {
		return m.locale.Number(count)
	}
	return fmt.Sprint(v)
}

// argument returns the value that follows a name, nil if there is none.
func argument(name string, args []any) any {
	for i := 0; i+1 < len(args); i += 2 {
		if args[i] == name {
			return args[i+1]
		}
	}
	return nil
}

func integer(v any) (int64, bool) {
	switch n := v.(type) {
	case int:
		return int64(n), true
	case int64:
		return n, true
	case int32:
		return int64(n), true
	}
	return 0, false
}

func marked(name string) string { return "⟦" + name + "⟧" }

// seal computes the digest once all messages are in.
func (m *Messages) seal() {
	h := sha256.New()
	for _, id := range slices.Sorted(maps.Keys(m.byID)) {
		writeString(h, id)
		for _, source := range m.byID[id].source {
			writeString(h, source)
		}
	}
	h.Sum(m.digest[:0])
}

// writeString sets each text off by its length, so that no two catalogues run
// into the same bytes.
func writeString(h hash.Hash, s string) {
	var size [8]byte
	binary.LittleEndian.PutUint64(size[:], uint64(len(s)))
	h.Write(size[:])
	h.Write([]byte(s))
}
