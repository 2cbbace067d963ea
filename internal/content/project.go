package content

import "dossier/internal/schema"

// Project is a funded project.
type Project struct {
	Record
	Common
	Words
	Acronym      schema.Str     `key:"acronym" is:"required"`
	Tagline      schema.Text    `key:"tagline"`
	Start        schema.Date    `key:"start" is:"required"`
	End          schema.Date    `key:"end"`
	Status       schema.Str     `key:"status" enum:"completed suspended terminated"`
	Lead         schema.Ref     `key:"lead" is:"required" ref:"partners"`
	Partners     []Member       `key:"partners" short:"partner"`
	Alliance     Alliance       `key:"alliance"`
	Groups       []MemberGroup  `key:"groups"`
	Funding      []Funding      `key:"funding"`
	Territories  []schema.Ref   `key:"territories" is:"required" ref:"territories"`
	Follows      []schema.Ref   `key:"follows" ref:"projects"`
	SDGs         []schema.Int   `key:"sdgs"`
	Lines        []Line         `key:"lines"`
	Milestones   []Milestone    `key:"milestones"`
	Deliverables []Deliverable  `key:"deliverables"`
	Contact      ProjectContact `key:"contact" is:"required"`
	Website      schema.Str     `key:"website" form:"url"`
	KeepUntil    schema.Date    `key:"keep_until"`
}

// Member is an organisation's part in a project.
type Member struct {
	Partner schema.Ref  `key:"partner" is:"required" ref:"partners"`
	Role    schema.Str  `key:"role" enum:"partner associated contractor in-kind member"`
	Group   schema.Str  `key:"group"`
	Note    schema.Text `key:"note"`
}

// Alliance is the wider circle that stands behind a project.
type Alliance struct {
	Name     schema.Text `key:"name"`
	Declared schema.Int  `key:"declared" range:"0"`
	Open     schema.Bool `key:"open"`
}

// MemberGroup is a named group within a partnership.
type MemberGroup struct {
	ID      schema.Str   `key:"id" is:"required"`
	Name    schema.Text  `key:"name" is:"required"`
	Members []schema.Ref `key:"members" ref:"partners"`
}

// Funding is a programme's part in a project. Amounts are whole units of the
// currency, the rate is a share between 0 and 1.
type Funding struct {
	Programme    schema.Ref   `key:"programme" ref:"programmes"`
	Statement    schema.Str   `key:"statement" is:"required" enum:"funded co-funded none"`
	Grant        schema.Str   `key:"grant"`
	CUP          schema.Str   `key:"cup"`
	Call         schema.Text  `key:"call"`
	Total        schema.Int   `key:"total" range:"0"`
	Contribution schema.Int   `key:"contribution" range:"0"`
	Currency     schema.Str   `key:"currency" form:"currency"`
	Rate         schema.Float `key:"rate" range:"0 1"`
}

// Line is a line of action or an objective.
type Line struct {
	ID        schema.Str  `key:"id" is:"required" form:"slug"`
	Title     schema.Text `key:"title" is:"required"`
	Objective schema.Text `key:"objective"`
}

// Milestone is a dated point of the project's timeline.
type Milestone struct {
	Date  schema.Date `key:"date" is:"required"`
	Title schema.Text `key:"title"`
	Event schema.Ref  `key:"event" ref:"events"`
}

// Deliverable is something that came out of the project.
type Deliverable struct {
	ID    schema.Str  `key:"id" is:"required" form:"slug"`
	Title schema.Text `key:"title" is:"required"`
	Kind  schema.Str  `key:"kind" is:"required" enum:"guide kit manual research training platform dataset"`
	Ref   schema.Ref  `key:"ref"`
	File  schema.Str  `key:"file"`
	URL   schema.Str  `key:"url" form:"url"`
	Date  schema.Date `key:"date"`
}

// ProjectContact says whom to ask; at least one member is given.
type ProjectContact struct {
	Unit  schema.Str `key:"unit"`
	Email schema.Str `key:"email" form:"email"`
	URL   schema.Str `key:"url" form:"url"`
}

func (p *Project) item() Item {
	return Item{Record: &p.Record, Common: &p.Common, Title: p.Title, Summary: p.Summary, Value: p}
}
