package content

import "dossier/internal/schema"

// Page is a page of prose: about, privacy, legal notes.
type Page struct {
	Record
	Common
	Words
}

// Section is the introduction to a folder's listing, or the home page.
type Section struct {
	Record
	Common
	Title   schema.Text `key:"title" is:"required"`
	Summary schema.Text `key:"summary"`
	Menu    schema.Text `key:"menu"`
}

func (p *Page) item() Item {
	return Item{Record: &p.Record, Common: &p.Common, Title: p.Title, Summary: p.Summary, Value: p}
}

func (s *Section) item() Item {
	return Item{Record: &s.Record, Common: &s.Common, Title: s.Title, Summary: s.Summary, Value: s}
}
