package plan

import (
	"slices"
	"strings"

	"dossier/internal/dossier"
	"dossier/internal/markdown"
	"dossier/internal/view"
)

// partnerItem is an organisation in a list, without its roles: on a project's page
// nobody asks for those in all others.
func (l *local) partnerItem(p *dossier.Partner) view.PartnerItem {
	if known, ok := l.learnt.organisations[p]; ok {
		l.uses(p.Entry)
		return known.item
	}
	item := view.PartnerItem{
		Short: p.Short.Value, URL: l.href(p.URL(l.lang)), City: p.City.Value,
		Country: l.locale.Country(p.Country.Value), Kind: l.t("partner-kind." + p.Type.Value),
	}
	item.Name, item.Lang = l.name(p.Entry)
	var other []string
	for _, n := range l.otherNames(p) {
		other = append(other, n.Name)
	}
	item.Also = strings.Join(other, ", ")
	return item
}

// partnerRoles are an organisation's roles in projects.
func (l *local) partnerRoles(p *dossier.Partner) (roles []view.Link) {
	if known, ok := l.learnt.organisations[p]; ok {
		return known.roles
	}
	for _, part := range p.Parts {
		if !part.Project.Listed(l.lang) {
			continue
		}
		roles = append(roles, view.Link{
			Label: l.t("role-in", "project", part.Project.Acronym.Value, "role", l.t("role."+part.Role)),
			URL:   l.href(part.Project.URL(l.lang)), Lang: l.foreign(part.Project.Lang(l.lang)),
		})
	}
	return roles
}

// otherNames are all names but the one that is shown.
func (l *local) otherNames(p *dossier.Partner) []view.OtherName {
	shown, _ := l.name(p.Entry)
	var out []view.OtherName
	add := func(name, lang string) {
		name = markdown.Typographic(name, lang)
		if name != "" && name != shown && !slices.ContainsFunc(out, func(o view.OtherName) bool { return o.Name == name }) {
			out = append(out, view.OtherName{Name: name, Lang: l.foreign(lang)})
		}
	}
	own := p.Partner.Lang.Value
	if own == "" {
		own = l.lang
	}
	add(p.Partner.Name.Value, own)
	add(p.Short.Value, own)
	for _, n := range p.Names.In {
		add(n.Value, n.Lang)
	}
	for _, n := range p.Aka {
		add(n.Value, l.lang)
	}
	return out
}
