package plan

import (
	"slices"

	"dossier/internal/dossier"
	"dossier/internal/schema"
	"dossier/internal/view"
)

// roles are in the order in which a partnership is shown.
var roles = []string{"lead", "partner", "associated", "contractor", "in-kind", "member"}

// partnership lists a project's organisations by role, then by country.
func (l *local) partnership(p *dossier.Project) []view.Roles {
	var out []view.Roles
	for _, role := range roles {
		var items []*dossier.Partner
		notes := map[*dossier.Partner]string{}
		if role == "lead" && p.Lead != nil {
			items = append(items, p.Lead)
		}
		for _, m := range p.Members {
			if m.Role == role {
				items = append(items, m.Partner)
				notes[m.Partner], _ = l.text(m.Note)
			}
		}
		if len(items) > 0 {
			out = append(out, view.Roles{Role: role, Label: l.t("roles."+role, "count", len(items)), Countries: l.byCountry(items, notes)})
		}
	}
	return out
}

func (l *local) byCountry(list []*dossier.Partner, notes map[*dossier.Partner]string) []view.CountryPartners {
	var codes []string
	for _, p := range list {
		if !slices.Contains(codes, p.Country.Value) {
			codes = append(codes, p.Country.Value)
		}
	}
	collate(l, codes, l.locale.Country)
	var out []view.CountryPartners
	list = l.sorted(list)
	for _, code := range codes {
		group := view.CountryPartners{Country: l.locale.Country(code)}
		for _, p := range list {
			if p.Country.Value == code {
				item := l.partnerItem(p)
				item.Note = notes[p]
				group.Partners = append(group.Partners, item)
			}
		}
		out = append(out, group)
	}
	return out
}

// sorted orders organisations by the name that this language shows.
func (l *local) sorted(list []*dossier.Partner) []*dossier.Partner {
	out := slices.Clone(list)
	collate(l, out, func(p *dossier.Partner) string {
		name, _ := l.name(p.Entry)
		return name
	})
	return out
}

// alliance says how much of the wider circle is listed.
func (l *local) alliance(p *dossier.Project) *view.Alliance {
	a := p.Project.Alliance
	if !a.Name.Given() && !a.Declared.Given && !a.Open.Given {
		return nil
	}
	out := &view.Alliance{}
	out.Name, out.Lang = l.text(a.Name)
	listed := len(p.Organisations())
	switch {
	case a.Declared.Given && int64(listed) < a.Declared.N:
		out.Sentence = l.t("alliance.partly", "listed", l.locale.Number(int64(listed)), "declared", l.locale.Number(a.Declared.N))
	case a.Declared.Given:
		out.Sentence = l.t("alliance.all", "declared", l.locale.Number(a.Declared.N))
	}
	if a.Open.On && !p.Over() {
		out.Open = l.t("alliance.open")
	}
	return out
}

func (l *local) memberGroups(p *dossier.Project) []view.Members {
	var out []view.Members
	for _, g := range p.Project.Groups {
		m := view.Members{ID: "group-" + g.ID.Value}
		m.Name, m.Lang = l.text(g.Name)
		var list []*dossier.Partner
		for _, o := range p.Organisations() {
			if slices.ContainsFunc(g.Members, func(r schema.Ref) bool { return r.ID == o.Entry.ID }) {
				list = append(list, o)
			}
		}
		for _, member := range p.Members {
			if member.Group == g.ID.Value && !slices.Contains(list, member.Partner) {
				list = append(list, member.Partner)
			}
		}
		for _, o := range l.sorted(list) {
			item := l.partnerItem(o)
			m.Partners = append(m.Partners, item)
		}
		if len(m.Partners) > 0 {
			out = append(out, m)
		}
	}
	return out
}
