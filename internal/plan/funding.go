package plan

import (
	"dossier/internal/dossier"
	"dossier/internal/view"
)

// funding says what the rules of a project's programmes ask to be shown.
func (l *local) funding(p *dossier.Project) []view.Funding {
	var out []view.Funding
	for _, f := range p.Funding {
		if f.Programme == nil || f.Statement.Value == "none" {
			continue
		}
		pr := f.Programme
		name, in := l.name(pr.Entry)
		item := view.Funding{
			Programme: name, Lang: in, URL: l.href(pr.Entry.URL(l.lang)), Emblem: pr.EU(),
			Statement: l.statement(f), Grant: f.Grant.Value,
		}
		item.Sentence, _ = l.text(pr.Acknowledgement)
		item.Disclaimer, _ = l.text(pr.Disclaimer)
		item.Call, _ = l.text(f.Call)
		for _, logo := range pr.Logos {
			image := l.asset(logo, "12rem")
			image.Alt = name
			item.Logos = append(item.Logos, *image)
		}
		out = append(out, item)
	}
	return out
}

// statement is the sentence that the EU's visibility rules prescribe (Regulation
// (EU) 2021/1060, Annex IX), or its like for other funders.
func (l *local) statement(f dossier.Funding) string {
	if f.Programme.EU() {
		return l.t("statement.eu-" + f.Statement.Value)
	}
	funder := ""
	if f.Programme.Funder != nil {
		funder, _ = l.name(f.Programme.Funder.Entry)
	}
	return l.t("statement."+f.Statement.Value, "funder", funder)
}

// fundingOf joins the strips of several projects; each names its project, so that
// no programme's emblem stands over another's.
func (l *local) fundingOf(projects []*dossier.Project) []view.Funding {
	var out []view.Funding
	for _, p := range projects {
		for _, f := range l.funding(p) {
			if len(projects) > 1 {
				f.Project = p.Acronym.Value
			}
			out = append(out, f)
		}
	}
	return out
}

// stripFor is the funding strip of a record's page.
func (l *local) stripFor(e *dossier.Entry) []view.Funding {
	return l.fundingOf(projectsOf(e))
}

// projectsOf returns the projects that a record belongs to.
func projectsOf(e *dossier.Entry) []*dossier.Project {
	var one *dossier.Project
	switch v := e.Linked().(type) {
	case *dossier.Project:
		one = v
	case *dossier.Event:
		return v.Projects
	case *dossier.News:
		return v.Projects
	case *dossier.Guide:
		one = v.Project
	case *dossier.Kit:
		one = v.Project
	case *dossier.Chapter:
		if v.Guide != nil {
			one = v.Guide.Project
		}
	case *dossier.Sheet:
		if v.Kit != nil {
			one = v.Kit.Project
		}
	}
	if one == nil {
		return nil
	}
	return []*dossier.Project{one}
}

// neutral names the programmes that have projects, without emblems.
func (l *local) neutral() []view.Link {
	var out []view.Link
	for _, p := range l.site.Programmes {
		if len(p.Projects) > 0 {
			out = append(out, l.link(p.Entry))
		}
	}
	return out
}
