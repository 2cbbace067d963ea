package dossier

import (
	"dossier/internal/markdown"
	"dossier/internal/memo"
)

// hit is a text in which phrases were found.
type hit struct {
	entry *Entry
	body  *Body
	found []markdown.Found
}

// search looks for phrases in the texts of records, all of them or those in one
// language. That none stands in a text is remembered, by the kind of search.
func (l *linker) search(kind string, phrases []string, entries []*Entry, lang string) []hit {
	if len(phrases) == 0 {
		return nil
	}
	var texts []hit
	for _, e := range entries {
		for _, b := range e.Bodies {
			if lang == "" || b.Lang == lang {
				texts = append(texts, hit{entry: e, body: e.bodies[b.Lang]})
			}
		}
	}
	wanted := markdown.NewPhrases(phrases...)
	key := memo.Sum(kind, l.opts.Program, phrases)
	l.opts.Each(len(texts), func(i int) {
		t := &texts[i]
		none := memo.Sum(key, t.entry.digest(t.body.Lang))
		if _, known := l.opts.Memory.Get(none); known {
			return
		}
		if t.found = t.body.Doc.FindEach(wanted); len(t.found) == 0 {
			l.opts.Memory.Put(none, nil)
		}
	})
	var hits []hit
	for _, t := range texts {
		if len(t.found) > 0 {
			hits = append(hits, t)
		}
	}
	return hits
}

// digest is that of the file with the record's text in a language; the neutral
// file on a site of one language.
func (e *Entry) digest(lang string) memo.Key {
	for _, p := range e.Parts {
		if p.Lang == lang {
			return p.Digest
		}
	}
	return e.Parts[0].Digest
}
