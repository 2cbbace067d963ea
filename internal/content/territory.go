package content

import "dossier/internal/schema"

// Territory is a place in which projects work and for which sheets hold.
type Territory struct {
	Record
	Common
	Name    schema.Text `key:"name" is:"required"`
	Type    schema.Str  `key:"kind" is:"required" enum:"municipality metropolitan-city province region health-district social-district country"`
	Code    schema.Str  `key:"code"`
	Within  schema.Ref  `key:"within" ref:"territories"`
	Summary schema.Text `key:"summary"`
	About   schema.Text `key:"about"`
}

func (t *Territory) item() Item {
	return Item{Record: &t.Record, Common: &t.Common, Title: t.Name, Summary: t.Summary, Value: t}
}
