package content

import (
	"dossier/internal/markdown"
	"dossier/internal/memo"
)

// ongoing are words that claim that something goes on, by language. They are
// looked for as whole words in the texts of projects.
var ongoing = map[string][]string{
	"it": {"tuttora in corso", "in corso", "attualmente", "è in fase di"},
	"en": {"ongoing", "under way", "underway", "in progress", "is currently", "are currently"},
}

// Phrases are phrases that texts are searched for. That none stands in a text is
// remembered, so that a text that has not changed need not be read again.
type Phrases struct {
	List   []string
	key    memo.Key
	search *markdown.Phrases
}

func newPhrases(program memo.Key, kind string, list []string) *Phrases {
	return &Phrases{List: list, key: memo.Sum(kind, program, list), search: markdown.NewPhrases(list...)}
}

// OngoingPhrases are the words of a language that claim that something goes on.
func OngoingPhrases(program memo.Key, lang string) *Phrases {
	return newPhrases(program, "ongoing", ongoing[lang])
}

// OtherNames are the names that organisations have beside their own, as
// Set.OtherNames lists them.
func OtherNames(program memo.Key, names []string) *Phrases {
	return newPhrases(program, "other names", names)
}

// OtherNames lists the names that the organisations have beside their own.
func (s *Set) OtherNames() []string {
	var names []string
	for _, p := range s.Partners {
		for _, aka := range p.Aka {
			names = append(names, aka.Value)
		}
	}
	return names
}

// Find returns the phrases that stand in a body, in order. read returns a file of
// the site; the error is its.
func (p *Phrases) Find(memory Memory, b Body, read func(path string) ([]byte, error)) ([]markdown.Found, error) {
	if len(p.List) == 0 {
		return nil, nil
	}
	none := memo.Sum(p.key, b.Source)
	if memory.Has(none) {
		return nil, nil
	}
	whole, err := b.Doc.Whole(func() ([]byte, error) { return Text(read, b.Source) })
	if err != nil {
		return nil, err
	}
	found := whole.FindEach(p.search)
	if len(found) == 0 {
		memory.Put(none, nil)
	}
	return found, nil
}
