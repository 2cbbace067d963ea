package dossier

import (
	"cmp"
	"slices"

	"dossier/internal/content"
	"dossier/internal/diag"
	"dossier/internal/i18n"
	"dossier/internal/schema"
)

// Project is a linked project.
type Project struct {
	*Entry
	*content.Project
	State       string // planned, running, completed, suspended, terminated
	Lead        *Partner
	Members     []Member // without the lead, in the order written
	Funding     []Funding
	Territories []*Territory
	Follows     []*Project
	FollowedBy  []*Project
	Events      []*Event // oldest first
	News        []*News  // newest first
	Guides      []*Guide
	Kits        []*Kit
	Outcomes    []Outcome
}

// Member is an organisation's part in a project.
type Member struct {
	Partner *Partner
	Role    string
	Group   string
	Note    schema.Text
}

// Funding is a programme's part in a project; Programme is nil for a project
// that nobody funds.
type Funding struct {
	content.Funding
	Programme *Programme
}

// Outcome is a deliverable with the record or file that it points to.
type Outcome struct {
	content.Deliverable
	Target *Entry
	File   *Asset
}

func (l *linker) linkProject(p *Project) {
	p.Lead = l.partner(p.Project.Lead)
	for _, m := range p.Project.Partners {
		if partner := l.partner(m.Partner); partner != nil {
			role := m.Role.Value
			if role == "" {
				role = "partner"
			}
			p.Members = append(p.Members, Member{Partner: partner, Role: role, Group: m.Group.Value, Note: m.Note})
		}
	}
	for _, g := range p.Groups {
		for _, ref := range g.Members {
			if o := l.partner(ref); o != nil && !slices.Contains(p.Organisations(), o) && !p.Broken {
				l.add(diag.At(ref.Pos, "unknown-reference.member", ref.ID).WithHint("hint.add-partner"))
			}
		}
	}
	for _, f := range p.Project.Funding {
		p.Funding = append(p.Funding, Funding{Funding: f, Programme: l.programme(f.Programme)})
	}
	for _, ref := range p.Project.Territories {
		if t := l.territory(ref); t != nil {
			p.Territories = append(p.Territories, t)
			t.Projects = append(t.Projects, p)
		}
	}
	for _, ref := range p.Project.Follows {
		if before := l.project(ref); before != nil {
			p.Follows = append(p.Follows, before)
			before.FollowedBy = append(before.FollowedBy, p)
		}
	}
	for _, m := range p.Milestones {
		l.event(m.Event)
	}
	for _, d := range p.Deliverables {
		o := Outcome{Deliverable: d, Target: l.any(d.Ref)}
		if d.File.Given() {
			o.File = l.file(p.Project.Dir, d.File.Value, "", d.File.Pos)
		}
		p.Outcomes = append(p.Outcomes, o)
	}
	p.State = p.state(l.opts.Today)
}

// state follows from the dates, unless the editor says otherwise.
func (p *Project) state(today i18n.Date) string {
	switch {
	case p.Status.Given():
		return p.Status.Value
	case p.Start.Given() && p.Start.First().Compare(today) > 0:
		return "planned"
	case p.End.Given() && p.End.Last().Compare(today) < 0:
		return "completed"
	}
	return "running"
}

// Over reports whether the project has ended, in whatever way.
func (p *Project) Over() bool { return p.State != "planned" && p.State != "running" }

// Countries returns the countries of lead and partners, sorted by code, without
// repetition.
func (p *Project) Countries() []string {
	var codes []string
	for _, o := range p.Organisations() {
		codes = append(codes, o.Country.Value)
	}
	slices.Sort(codes)
	return slices.Compact(codes)
}

// Organisations returns the lead and the partners.
func (p *Project) Organisations() []*Partner {
	var all []*Partner
	if p.Lead != nil {
		all = append(all, p.Lead)
	}
	for _, m := range p.Members {
		all = append(all, m.Partner)
	}
	return all
}

func newestFirst(a, b *Project) int {
	return cmp.Or(b.Start.Compare(a.Start.Date), cmp.Compare(a.Entry.ID, b.Entry.ID))
}
