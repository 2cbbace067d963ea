package build

import (
	"dossier/internal/check"
	"dossier/internal/dossier"
)

// Owed says, by path, what pages have to show of the programmes that funded them.
// It follows from the records alone, so that it can be held against the pages. A
// page belongs to the record whose file claims its path.
func (r *Result) Owed() map[string]check.Owed {
	byFile := map[string]*dossier.Entry{}
	for _, e := range r.Site.Entries {
		for _, p := range e.Parts {
			byFile[p.Path] = e
		}
	}
	owed := map[string]check.Owed{}
	for _, o := range r.Outputs {
		if e := byFile[o.Pos.File]; e != nil && o.Renderer == "html" && o.Template != "redirect" {
			owed[o.Path] = owedTo(projectsOf(e), o.Lang)
		}
	}
	for _, lang := range r.Config.Codes() {
		var home check.Owed
		for _, p := range r.Site.Programmes {
			if len(p.Projects) > 0 {
				home.Named = append(home.Named, r.Site.Name(p.Entry, p.Entry.Lang(lang)))
			}
		}
		owed[lang+"/index.html"] = home
	}
	return owed
}

// projectsOf are the projects that a record tells of.
func projectsOf(e *dossier.Entry) []*dossier.Project {
	switch v := e.Linked().(type) {
	case *dossier.Project:
		return []*dossier.Project{v}
	case *dossier.Event:
		return v.Projects
	case *dossier.News:
		return v.Projects
	case *dossier.Guide:
		return given(v.Project)
	case *dossier.Chapter:
		return given(v.Guide.Project)
	case *dossier.Kit:
		return given(v.Project)
	case *dossier.Sheet:
		return given(v.Kit.Project)
	}
	return nil
}

func given(p *dossier.Project) []*dossier.Project {
	if p == nil {
		return nil
	}
	return []*dossier.Project{p}
}

// owedTo is what a page of the projects owes in a language.
func owedTo(projects []*dossier.Project, lang string) check.Owed {
	var o check.Owed
	for _, p := range projects {
		for _, f := range p.Funding {
			if f.Programme == nil || !f.Programme.EU() || f.Statement.Value == "none" {
				continue
			}
			o.EU, o.Statement = true, true
			if text := f.Programme.Disclaimer.Value(lang); text != "" {
				o.Disclaimers = append(o.Disclaimers, text)
			}
		}
	}
	return o
}
