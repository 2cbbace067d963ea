package dossier

import (
	"maps"

	"dossier/internal/content"
)

// Edited returns the site as it is after nothing has changed but words of bodies,
// in these records (see content.Set.Edited): every address, list and link is what it
// was. The site that is asked stays as it is.
func (s *Site) Edited(records []content.Item) *Site {
	next := *s
	if next.edited = maps.Clone(s.edited); next.edited == nil {
		next.edited = map[*Body]*Body{}
	}
	for _, r := range records {
		e := s.At(r.Address())
		if e == nil {
			continue // it is not published
		}
		for _, b := range r.Bodies {
			body := *s.Body(e, b.Lang)
			body.Source, body.Doc = b.Source, b.Doc
			next.edited[e.body(b.Lang)] = &body
		}
	}
	return &next
}

// Body returns the text of a record in a language; nil when there is none.
func (s *Site) Body(e *Entry, lang string) *Body {
	b := e.body(lang)
	if edited, ok := s.edited[b]; ok {
		return edited
	}
	return b
}
