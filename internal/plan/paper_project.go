package plan

import (
	"dossier/internal/dossier"
	"dossier/internal/view"
)

// projectPath is the path of a project's dossier.
func (l *local) projectPath(p *dossier.Project) string {
	return l.documentPath(p.URL(l.lang), l.slugOf(p.Entry), "-"+l.lang+".pdf")
}

// projectPaper plans a project's dossier: what its page says, as a document.
func (l *local) projectPaper(p *dossier.Project) {
	if !p.Has(l.lang) {
		return
	}
	m := l.newPaper(p.Entry)
	v := &view.ProjectPaper{
		Acronym: p.Acronym.Value, Status: *l.status("status", p.State), Facts: m.paperFacts(l.projectFacts(p)),
		Body: m.body(p.Entry, 0, "text-"), Image: m.picture(p.Entry), Lines: l.lines(p), Goals: l.goals(p),
		Timeline: l.timeline(p), Deliverables: l.deliverables(p), Partnership: l.partnership(p),
		Alliance: l.alliance(p), Groups: l.memberGroups(p), Contact: l.contact(p),
	}
	v.Tagline, v.TaglineLang = l.text(p.Tagline)
	for i := range v.Timeline {
		v.Timeline[i].URL = l.absolute(v.Timeline[i].URL)
	}
	for i := range v.Deliverables {
		v.Deliverables[i].URL = l.absolute(v.Deliverables[i].URL)
		if f := v.Deliverables[i].File; f != nil {
			f.URL = l.absolute(f.URL)
		}
	}
	for _, r := range v.Partnership {
		for _, c := range r.Countries {
			m.completePartners(c.Partners)
		}
	}
	for _, g := range v.Groups {
		m.completePartners(g.Partners)
	}
	v.Paper = m.paper
	m.publish(l.projectPath(p), "dossier", v, p.Entry)
	m.finish(p.Entry, v)
}

// completePartners makes the addresses of organisations absolute.
func (l *local) completePartners(list []view.PartnerItem) {
	for i := range list {
		list[i].URL = l.absolute(list[i].URL)
	}
}
