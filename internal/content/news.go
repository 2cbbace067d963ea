package content

import "dossier/internal/schema"

// News is an article, a press release, an interview.
type News struct {
	Record
	Common
	Words
	Date     schema.Date  `key:"date"`
	Type     schema.Str   `key:"kind" is:"required" enum:"news press-release research call interview"`
	Dateline schema.Text  `key:"dateline"`
	Projects []schema.Ref `key:"projects" ref:"projects"`
	Events   []schema.Ref `key:"events" ref:"events"`
	Partners []schema.Ref `key:"partners" ref:"partners"`
	Authors  []schema.Str `key:"authors"`
	Files    []Download   `key:"files" short:"file"`
}

// Download is a file that a page offers.
type Download struct {
	File  schema.Str  `key:"file" is:"required"`
	Label schema.Text `key:"label"`
}

func (n *News) item() Item {
	return Item{Record: &n.Record, Common: &n.Common, Title: n.Title, Summary: n.Summary, Value: n}
}
