package dossier

import (
	"errors"

	"dossier/internal/content"
	"dossier/internal/markdown"
)

// hit is a text in which phrases were found.
type hit struct {
	entry *Entry
	body  content.Body
	found []markdown.Found
}

// search looks for phrases in the texts of records, all of them or those in one
// language.
func (l *linker) search(p *content.Phrases, entries []*Entry, lang string) []hit {
	var texts []hit
	for _, e := range entries {
		for _, b := range e.Bodies {
			if lang == "" || b.Lang == lang {
				texts = append(texts, hit{entry: e, body: b})
			}
		}
	}
	failed := make([]error, len(texts))
	l.opts.Each(len(texts), func(i int) {
		texts[i].found, failed[i] = p.Find(l.opts.Memory, texts[i].body, l.opts.Read)
	})
	l.err = errors.Join(append([]error{l.err}, failed...)...)
	var hits []hit
	for _, t := range texts {
		if len(t.found) > 0 {
			hits = append(hits, t)
		}
	}
	return hits
}
