package content

import "dossier/internal/schema"

// National is the reserved word for a sheet that holds in the whole country.
const National = "national"

// Kit is a set of sheets.
type Kit struct {
	Record
	Common
	Words
	Project  schema.Ref   `key:"project" is:"required" ref:"projects"`
	Audience []schema.Str `key:"audience" enum:"parent employer employment-service citizen"`
	Guide    schema.Ref   `key:"guide" ref:"guides"`
	Platform Platform     `key:"platform"`
}

// Platform says how to obtain access to a digital platform, never with which
// credentials.
type Platform struct {
	Name   schema.Str  `key:"name" is:"required"`
	URL    schema.Str  `key:"url" form:"url"`
	Access schema.Text `key:"access"`
}

// Sheet is one subject of a kit on one page.
type Sheet struct {
	Record
	Common
	Words
	Territory     schema.Ref     `key:"territory" is:"required" ref:"territories"`
	Area          schema.Str     `key:"area" is:"required" enum:"right service incentive"`
	Beneficiaries []schema.Str   `key:"beneficiaries" is:"required" enum:"mother father both child employer self-employed unemployed"`
	Provider      schema.Ref     `key:"provider" is:"required" ref:"partners"`
	Amount        schema.Text    `key:"amount"`
	Duration      schema.Text    `key:"duration"`
	Contacts      []SheetContact `key:"contacts"`
	Legal         []Legal        `key:"legal"`
	Checked       schema.Date    `key:"checked" is:"required"`
	ReviewBy      schema.Date    `key:"review_by"`
}

// SheetContact is where to ask.
type SheetContact struct {
	Name  schema.Text `key:"name" is:"required"`
	Phone schema.Str  `key:"phone" form:"phone"`
	Email schema.Str  `key:"email" form:"email"`
	URL   schema.Str  `key:"url" form:"url"`
}

// Legal is a legal reference.
type Legal struct {
	Title schema.Text `key:"title" is:"required"`
	URL   schema.Str  `key:"url" form:"url"`
}

func (k *Kit) item() Item {
	return Item{Record: &k.Record, Common: &k.Common, Title: k.Title, Summary: k.Summary, Value: k}
}

func (s *Sheet) item() Item {
	return Item{Record: &s.Record, Common: &s.Common, Title: s.Title, Summary: s.Summary, Value: s}
}
