package diag

import (
	"fmt"
	"slices"
	"strings"
)

// Lang is a language that dossier itself speaks: to editors, not to readers of
// the site.
type Lang string

// The languages of the interface.
const (
	English Lang = "en"
	Italian Lang = "it"
)

// Term is an argument that has a word of its own in each language, such as the
// name of a content type. A term without an entry stands for itself.
type Term string

// entry is one sentence of the catalogue, as fmt formats with indexed verbs.
type entry struct {
	severity Severity
	en, it   string
}

// catalogue holds every sentence. Each area writes its own table beside it.
var catalogue = merge(
	contentMessages,
	markdownMessages,
	siteMessages,
	hintMessages,
	i18nMessages,
	themeMessages,
)

func merge(tables ...map[string]entry) map[string]entry {
	all := map[string]entry{}
	for _, t := range tables {
		for key, e := range t {
			if _, twice := all[key]; twice {
				panic("diag: message " + key + " is written twice")
			}
			all[key] = e
		}
	}
	return all
}

// IDs returns the id of every diagnostic there is, sorted.
func IDs() []string {
	var ids []string
	for key := range catalogue {
		id, _, _ := strings.Cut(key, ".")
		if id != "hint" && id != "see" {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// In writes the message in the given language.
func (m Message) In(lang Lang) string {
	if m.Key == "" {
		return ""
	}
	e, ok := catalogue[m.Key]
	if !ok {
		return m.Key + fmt.Sprint(m.Args...)
	}
	format := e.en
	if lang == Italian {
		format = e.it
	}
	args := make([]any, len(m.Args))
	for i, a := range m.Args {
		args[i] = localise(a, lang)
	}
	return fmt.Sprintf(format, args...)
}

func localise(arg any, lang Lang) any {
	switch v := arg.(type) {
	case Term:
		return v.in(lang)
	case []string:
		return strings.Join(v, ", ")
	case Message:
		return v.In(lang)
	}
	return arg
}

func (t Term) in(lang Lang) string {
	if w, ok := terms[t]; ok {
		if lang == Italian {
			return w.it
		}
		return w.en
	}
	return string(t)
}

// Counted is a number of things of a kind: “3 news”.
type Counted struct {
	N    int
	Word Term // its plural is the term "N.plural"
}

// Joined writes counts as a list.
func Joined(parts []Counted) Message {
	args := make([]any, len(parts))
	for i, p := range parts {
		args[i] = p
	}
	return Message{Key: "list", Args: args}
}
