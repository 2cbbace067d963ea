package content

import "dossier/internal/schema"

// Guide is a guide or manual; its chapters are the numbered files of its folder.
type Guide struct {
	Record
	Common
	Words
	Project   schema.Ref   `key:"project" is:"required" ref:"projects"`
	Edition   schema.Str   `key:"edition"`
	Date      schema.Date  `key:"date"`
	Publisher schema.Ref   `key:"publisher" ref:"partners"`
	Licence   schema.Str   `key:"licence"`
	Audience  []schema.Str `key:"audience" enum:"parent employer employment-service citizen"`
}

// Chapter is a chapter of a guide.
type Chapter struct {
	Record
	Common
	Words
	ShortTitle schema.Text `key:"short_title"`
}

func (g *Guide) item() Item {
	return Item{Record: &g.Record, Common: &g.Common, Title: g.Title, Summary: g.Summary, Value: g}
}

func (c *Chapter) item() Item {
	return Item{Record: &c.Record, Common: &c.Common, Title: c.Title, Summary: c.Summary, Value: c}
}
