package dossier

import "dossier/internal/content"

// Partner is a linked organisation.
type Partner struct {
	*Entry
	*content.Partner
	Parent *Partner
	Units  []*Partner // organisations that belong to it
	Parts  []Part     // projects it leads or takes part in, newest first
	Funds  []*Programme
	Talks  []Talk
	Venues []*Event // events held in its rooms
	Guides []*Guide // that it published
	Sheets []*Sheet // whose service it provides
	Logo   *Asset
}

// Part is an organisation's part in a project; the role is "lead" or a Member's.
type Part struct {
	Project *Project
	Role    string
	Group   string
	Member  *Member // nil for the lead
}

// Talk is what an organisation's people contributed to an event.
type Talk struct {
	Event    *Event
	Speakers []content.Speaker
}

func (l *linker) linkPartner(p *Partner) {
	if p.Parent = l.partner(p.Belongs); p.Parent != nil && p.Parent != p {
		p.Parent.Units = append(p.Parent.Units, p)
	}
	if p.Partner.Logo.Src.Given() {
		p.Logo = l.image(p.Partner.Dir, p.Partner.Logo.Src.Value, "", p.Partner.Logo.Src.Pos)
	}
}

// invertProject tells the organisations of a project about it.
func (l *linker) invertProject(p *Project) {
	if p.Lead != nil {
		p.Lead.Parts = append(p.Lead.Parts, Part{Project: p, Role: "lead"})
	}
	for i, m := range p.Members {
		m.Partner.Parts = append(m.Partner.Parts, Part{Project: p, Role: m.Role, Group: m.Group, Member: &p.Members[i]})
	}
}
