package plan

import (
	"dossier/internal/dossier"
	"dossier/internal/view"
)

// programmes plans the list of programmes and every programme.
func (l *local) programmes() {
	l.step("programmes", (*local).programmeList)
	for _, p := range l.site.Programmes {
		l.record(p.Entry, func(main *local) (frame, func(view.Page) any) { return main.programme(p) })
	}
}

func (l *local) programmeList() {
	f := l.ofSection("section", "programmes")
	v := &view.Section{Body: l.sectionIntro("programmes"), Empty: l.t("empty.programmes")}
	if list := cards(l, l.site.Programmes, 0, l.programmeCard); len(list) > 0 {
		v.Groups = []view.Group{{Cards: list}}
	}
	v.Page = l.page(f)
	l.html(f, v)
}

func (l *local) programme(p *dossier.Programme) (frame, func(view.Page) any) {
	f := l.ofEntry("programme", p.Entry)
	v := &view.Programme{
		Short: p.Short.Value, Body: l.body(p.Entry), Facts: l.programmeFacts(p),
		Projects: cards(l, p.Projects, 0, l.projectCard),
	}
	v.Name, v.NameLang = l.name(p.Entry)
	v.About, v.AboutLang = l.text(p.About)
	v.Disclaimer, _ = l.text(p.Disclaimer)
	if f.summary == "" {
		f.summary = l.t("programme-summary", "name", v.Name)
	}
	for _, part := range p.Parts {
		v.Parts = append(v.Parts, l.link(part.Entry))
	}
	if p.Parent != nil {
		link := l.link(p.Parent.Entry)
		v.Parent = &link
	}
	return f, func(page view.Page) any { v.Page = page; return v }
}

func (l *local) programmeFacts(p *dossier.Programme) []view.Fact {
	facts := l.fact("kind", word(l.t("programme-kind."+p.Type.Value)))
	if p.Funder != nil {
		facts = append(facts, l.fact("funder", value(l.link(p.Funder.Entry)))...)
	}
	if p.Period.From.Given() {
		facts = append(facts, l.fact("period", word(l.locale.DateRange(p.Period.From.Date, p.Period.To.Date)))...)
	}
	facts = append(facts, l.fact("legal-basis", word(p.LegalBasis.Value))...)
	if p.Programme.URL.Given() {
		facts = append(facts, l.fact("website", view.FactValue{Text: bareAddress(p.Programme.URL.Value), URL: p.Programme.URL.Value})...)
	}
	return facts
}
