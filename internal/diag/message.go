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
	treeMessages,
	fieldMessages,
	ruleMessages,
	markdownMessages,
	siteMessages,
	ledgerMessages,
	hintMessages,
	siteHints,
	fieldHints,
	seeMessages,
	i18nMessages,
	themeMessages,
	outputMessages,
	outputHints,
	outsideMessages,
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

// Severities returns the severities that the sentences of an id have, errors
// first. It is empty for an id that there is not.
func Severities(id string) []Severity {
	var all []Severity
	for key, e := range catalogue {
		if of, _, _ := strings.Cut(key, "."); of == id && id != "hint" && id != "see" {
			all = append(all, e.severity)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// gravest is the severity of an id whose sentences may have several.
func gravest(id string) Severity {
	if slices.Contains(Severities(id), Error) {
		return Error
	}
	return Warning
}

// In writes the message in the given language.
func (m Message) In(lang Lang) string {
	args := make([]any, len(m.Args))
	for i, a := range m.Args {
		args[i] = localise(a, lang)
	}
	switch e, known := catalogue[m.Key]; {
	case m.Key == listKey:
		return enumerate(args)
	case known:
		return fmt.Sprintf(e.in(lang), args...)
	case m.Key == "":
		return ""
	}
	return m.Key + fmt.Sprint(args...)
}

func (e entry) in(lang Lang) string {
	if lang == Italian {
		return e.it
	}
	return e.en
}

func localise(arg any, lang Lang) any {
	switch v := arg.(type) {
	case Term:
		return v.in(lang)
	case Counted:
		return v.in(lang)
	case []string:
		return strings.Join(v, ", ")
	case Message:
		return v.In(lang)
	}
	return arg
}

// Words returns the term's word in every language of the interface.
func (t Term) Words() []string { return []string{t.in(English), t.in(Italian)} }

// in returns the word for a term. A language without one is called by its code.
func (t Term) in(lang Lang) string {
	if w, ok := terms[t]; ok {
		return w.in(lang)
	}
	if w, ok := tomlTerms[t]; ok {
		return w.in(lang)
	}
	return strings.TrimPrefix(string(t), "lang.")
}

// Counted is a number of things of a kind: “3 news”.
type Counted struct {
	N    int
	Word Term // its plural is the term Word + ".plural"
}

// in writes the number and the word. English and Italian both use the singular
// for one alone.
func (c Counted) in(lang Lang) string {
	word := c.Word
	if c.N != 1 {
		word += ".plural"
	}
	return fmt.Sprintf("%d %s", c.N, word.in(lang))
}

// listKey is the key of the one message that takes any number of arguments.
const listKey = "list"

// Joined writes counts as a list: “3 news, 1 sheet”.
func Joined(parts []Counted) Message {
	args := make([]any, len(parts))
	for i, p := range parts {
		args[i] = p
	}
	return Message{Key: listKey, Args: args}
}

func enumerate(args []any) string {
	words := make([]string, len(args))
	for i, a := range args {
		words[i] = fmt.Sprint(a)
	}
	return strings.Join(words, ", ")
}
