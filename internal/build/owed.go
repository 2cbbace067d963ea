package build

import (
	"strings"

	"dossier/internal/check"
	"dossier/internal/dossier"
)

// Owed says, by path, what pages have to show of the programmes that funded them.
// It follows from the records alone, so that it can be held against the pages.
func (r *Result) Owed() map[string]check.Owed {
	owed := map[string]check.Owed{}
	for _, e := range r.Site.Entries {
		projects := projectsOf(e)
		if len(projects) == 0 {
			continue
		}
		for _, lang := range e.Langs {
			owed[strings.TrimPrefix(e.URL(lang), "/")+"index.html"] = owedTo(projects, lang)
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
