package i18n

import "slices"

// Kept is a catalogue as plain values, for a cache: what is needed to write its
// messages, without what was needed to check them.
type Kept struct {
	ids       []string
	languages []keptLanguage
}

type keptLanguage struct {
	code     string
	digest   [32]byte
	messages []keptMessage
}

// keptMessage is a message under its place among the ids.
type keptMessage struct {
	id     int
	forms  [formCount]text
	plural bool
}

// Keep returns the catalogue as plain values, always in the same order.
func (c *Catalogue) Keep(langs []string) Kept {
	k := Kept{ids: c.ids}
	for _, lang := range langs {
		m := c.Messages(lang)
		l := keptLanguage{code: lang, digest: m.digest}
		for i, id := range c.ids {
			if found, ok := m.byID[id]; ok {
				l.messages = append(l.messages, keptMessage{i, found.forms, found.plural})
			}
		}
		k.languages = append(k.languages, l)
	}
	return k
}

// Catalogue returns the catalogue that was kept. It is false when it is not one
// of the languages, which are those that Keep was given.
func (k Kept) Catalogue(langs []string) (*Catalogue, bool) {
	c := &Catalogue{ids: k.ids, languages: map[string]*Messages{}}
	same := func(l keptLanguage, lang string) bool { return l.code == lang }
	if !slices.EqualFunc(k.languages, langs, same) {
		return nil, false
	}
	for _, l := range k.languages {
		m := newMessages(l.code)
		m.byID, m.digest = make(map[string]message, len(l.messages)), l.digest
		for _, kept := range l.messages {
			if kept.id < 0 || kept.id >= len(k.ids) {
				return nil, false
			}
			m.byID[k.ids[kept.id]] = message{forms: kept.forms, plural: kept.plural}
		}
		c.languages[l.code] = m
	}
	return c, true
}
