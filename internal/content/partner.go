package content

import "dossier/internal/schema"

// Partner is an organisation: a lead, a partner, a funder, a venue's owner, a
// speaker's organisation.
type Partner struct {
	Record
	Common
	Name    schema.Str   `key:"name" is:"required"`
	Lang    schema.Str   `key:"lang" form:"lang"`
	Names   schema.Text  `key:"names"`
	Short   schema.Str   `key:"short"`
	Aka     []schema.Str `key:"aka"`
	Country schema.Str   `key:"country" is:"required" form:"country"`
	Type    schema.Str   `key:"kind" is:"required" enum:"eu-institution national-authority regional-authority local-authority health-authority public-agency public-service-company university research-body enterprise employers-association trade-union cooperative social-cooperative association ngo network foundation international-organisation other"`
	City    schema.Str   `key:"city"`
	NUTS    schema.Str   `key:"nuts"`
	Belongs schema.Ref   `key:"parent" ref:"partners"`
	Website schema.Str   `key:"website" form:"url"`
	Logo    Logo         `key:"logo"`
	About   schema.Text  `key:"about"`
	IDs     PartnerIDs   `key:"ids"`
	Summary schema.Text  `key:"summary"`
}

// Logo is an organisation's mark.
type Logo struct {
	Src schema.Str `key:"src" is:"required"`
	Alt schema.Str `key:"alt"`
}

// PartnerIDs are an organisation's numbers in public registers: the Italian
// index of public administrations, the EU's participant code, ROR, Wikidata and
// VAT.
type PartnerIDs struct {
	IPA      schema.Str `key:"ipa"`
	PIC      schema.Str `key:"pic"`
	ROR      schema.Str `key:"ror"`
	Wikidata schema.Str `key:"wikidata"`
	VAT      schema.Str `key:"vat"`
}

func (p *Partner) item() Item {
	return Item{Record: &p.Record, Common: &p.Common, Title: p.Names, Summary: p.Summary, Value: p}
}
