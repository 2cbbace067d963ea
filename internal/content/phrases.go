package content

import (
	"slices"

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

// OtherNames are the names that organisations have beside their own.
func OtherNames(program memo.Key, partners []*Partner) *Phrases {
	var names []string
	for _, p := range partners {
		for _, aka := range p.Aka {
			names = append(names, aka.Value)
		}
	}
	return newPhrases(program, "other names", names)
}

// Find returns the phrases that stand in a record's body, in order.
func (p *Phrases) Find(memory Memory, r *Record, b Body) []markdown.Found {
	if len(p.List) == 0 {
		return nil
	}
	none := memo.Sum(p.key, r.digest(b.Lang))
	if _, known := memory.Get(none); known {
		return nil
	}
	found := b.Doc.FindEach(p.search)
	if len(found) == 0 {
		memory.Put(none, nil)
	}
	return found
}

// digest is that of the file with the record's text in a language; of the neutral
// file on a site of one language.
func (r *Record) digest(lang string) memo.Key {
	if i := slices.IndexFunc(r.Parts, func(p Part) bool { return p.Lang == lang }); i >= 0 {
		return r.Parts[i].Digest
	}
	return r.Parts[0].Digest
}
