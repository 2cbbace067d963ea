package content

import "dossier/internal/schema"

// Programme is a funding programme, a plan or a call.
type Programme struct {
	Record
	Common
	Name            schema.Text  `key:"name" is:"required"`
	Short           schema.Str   `key:"short"`
	Type            schema.Str   `key:"kind" is:"required" enum:"eu-programme structural-fund national regional territorial-plan call"`
	Period          Period       `key:"period"`
	Funder          schema.Ref   `key:"funder" is:"required" ref:"partners"`
	Belongs         schema.Ref   `key:"parent" ref:"programmes"`
	Emblem          schema.Str   `key:"emblem" enum:"eu none"`
	Logos           []schema.Str `key:"logos"`
	Acknowledgement schema.Text  `key:"acknowledgement"`
	Disclaimer      schema.Text  `key:"disclaimer"`
	URL             schema.Str   `key:"url" form:"url"`
	LegalBasis      schema.Str   `key:"legal_basis"`
	Summary         schema.Text  `key:"summary"`
	About           schema.Text  `key:"about"`
}

// Period is a span of years or dates.
type Period struct {
	From schema.Date `key:"from"`
	To   schema.Date `key:"to"`
}

func (p *Programme) item() Item {
	return Item{Record: &p.Record, Common: &p.Common, Title: p.Name, Summary: p.Summary, Value: p}
}
