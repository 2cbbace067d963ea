package plan

import (
	"slices"
	"strings"

	"dossier/internal/dossier"
	"dossier/internal/i18n"
	"dossier/internal/markdown"
	"dossier/internal/view"
)

// projects plans the list of projects, its narrowed forms and every project.
func (l *local) projects() {
	l.step("projects", (*local).projectLists)
	for _, p := range l.site.Projects {
		l.record(p.Entry, func(main *local) (frame, func(view.Page) any) { return main.project(p) })
	}
}

func (l *local) projectLists() {
	all := listed(l, l.site.Projects)
	choices, card := l.projectChoices(all), once(l, l.projectCard)
	named := l.seen.clone() // by the choices, which each page offers
	list := func(f frame, projects []*dossier.Project, current string, body view.Body) {
		v := &view.Projects{
			Body: body, Count: l.count("projects", len(projects)),
			Cards:  cards(l, projects, 0, card),
			Facets: l.projectFacets(all, choices, current),
			Chains: l.chains(projects),
			Empty:  l.t("empty.projects"),
		}
		l.seen.addAll(named)
		f.data = l.listData(f, projects)
		v.Page = l.page(f)
		l.html(f, v)
	}
	list(l.ofSection("projects", "projects"), all, "", l.sectionIntro("projects"))
	for _, c := range choices {
		list(l.ofChoice("projects", "projects", c.label, c.url), c.projects, c.url(l.lang), view.Body{})
	}
}

// choice is one static page of a narrowed list.
type choice[T any] struct {
	facet    string
	label    string
	url      func(lang string) string
	projects []T
}

// ofChoice is the frame of a narrowed list.
func (l *local) ofChoice(template, folder, label string, url func(string) string) frame {
	f := l.ofSection(template, folder)
	f.title = l.t("narrowed", "list", l.sectionTitle(folder), "choice", label)
	f.summary = l.t("narrowed-summary", "list", l.sectionTitle(folder), "choice", label)
	f.url, f.top = url, false
	return f
}

// below makes the address of a page under a section, from words that each
// language writes in its own way.
func (l *local) below(folder string, parts func(l *local) []string) func(string) string {
	return func(lang string) string {
		other := l.planner.local(lang)
		url := l.site.SectionOf(folder).URL(lang)
		for _, part := range parts(other) {
			url += i18n.Slug(part, lang) + "/"
		}
		return url
	}
}

// projectChoices are the lists by programme, territory and status that have at
// least one project.
func (l *local) projectChoices(all []*dossier.Project) []choice[*dossier.Project] {
	var out []choice[*dossier.Project]
	pick := func(facet, label string, parts func(*local) []string, has func(*dossier.Project) bool) {
		url := l.below("projects", parts)
		c := choice[*dossier.Project]{facet: facet, label: label, url: func(lang string) string {
			if !slices.ContainsFunc(l.site.Projects, func(p *dossier.Project) bool { return p.Listed(lang) && has(p) }) {
				return ""
			}
			return url(lang)
		}}
		for _, p := range all {
			if has(p) {
				c.projects = append(c.projects, p)
			}
		}
		if len(c.projects) > 0 {
			out = append(out, c)
		}
	}
	for _, pr := range l.site.Programmes {
		label, _ := l.name(pr.Entry)
		if pr.Short.Given() {
			label = pr.Short.Value
		}
		pick("programme", label, func(o *local) []string { return []string{o.t("path.programme"), o.slugOf(pr.Entry)} },
			func(p *dossier.Project) bool { return slices.Contains(pr.Projects, p) })
	}
	for _, t := range l.site.Territories {
		label, _ := l.name(t.Entry)
		pick("territory", label, func(o *local) []string { return []string{o.t("path.territory"), o.slugOf(t.Entry)} },
			func(p *dossier.Project) bool { return slices.Contains(p.Territories, t) })
	}
	for _, state := range []string{"planned", "running", "completed", "suspended", "terminated"} {
		pick("status", l.t("status."+state), func(o *local) []string { return []string{o.t("path.status"), o.t("status." + state)} },
			func(p *dossier.Project) bool { return p.State == state })
	}
	return out
}

// slugOf is the last part of a record's address.
func (l *local) slugOf(e *dossier.Entry) string {
	url := strings.Trim(e.URL(l.lang), "/")
	return url[strings.LastIndexByte(url, '/')+1:]
}

// projectFacets lead to the narrowed lists.
func (l *local) projectFacets(all []*dossier.Project, choices []choice[*dossier.Project], current string) []view.Facet {
	facets := []view.Facet{{Label: l.t("facet.all"), Links: []view.FacetLink{{
		Label: l.t("facet.all-projects"), URL: l.href(l.site.SectionOf("projects").URL(l.lang)), Count: len(all), Current: current == "",
	}}}}
	for _, c := range choices {
		label := l.t("facet." + c.facet)
		if facets[len(facets)-1].Label != label {
			facets = append(facets, view.Facet{Label: label})
		}
		last := &facets[len(facets)-1]
		url := c.url(l.lang)
		last.Links = append(last.Links, view.FacetLink{Label: c.label, URL: l.href(url), Count: len(c.projects), Current: url == current})
	}
	return facets
}

// chains are rows of projects that follow one another.
func (l *local) chains(list []*dossier.Project) []view.Chain {
	var out []view.Chain
	for _, p := range list {
		if len(listed(l, p.Follows)) > 0 || len(p.FollowedBy) == 0 {
			continue
		}
		chain := view.Chain{}
		for next := []*dossier.Project{p}; len(next) > 0 && len(chain.Links) < 10; next = listed(l, next[0].FollowedBy) {
			chain.Links = append(chain.Links, l.link(next[0].Entry))
		}
		if len(chain.Links) > 1 {
			out = append(out, chain)
		}
	}
	return out
}

// period is a project's span in words.
func (l *local) period(p *dossier.Project) view.Time {
	text := l.locale.DateRange(p.Start.Date, p.Project.End.Date)
	switch {
	case p.Project.End.Given():
	case p.Over():
		text = l.t("period.started", "date", l.locale.Date(p.Start.Date))
	default:
		text = l.t("period.from", "date", l.locale.Date(p.Start.Date))
	}
	return view.Time{Text: text, DateTime: p.Start.String()}
}

func (l *local) project(p *dossier.Project) (frame, func(view.Page) any) {
	f := l.ofEntry("project", p.Entry)
	f.strip = l.funding(p)
	files := l.download(p.Entry, l.projectPath(p), l.t("download.dossier"))
	f.data = l.projectData(p)
	f.data[0].Props = append(f.data[0].Props, nested("subjectOf", l.encodings(files)...)...)
	v := &view.Project{
		Acronym: p.Acronym.Value, Status: *l.status("status", p.State),
		Facts: l.projectFacts(p), Main: l.mainButton(p), Image: l.picture(p.Entry, "(min-width: 64rem) 32rem, 100vw"),
		Body: l.body(p.Entry), Contents: l.contents(p.Entry), Timeline: l.timeline(p),
		Tools: l.tools(p), Deliverables: l.deliverables(p), Partnership: l.partnership(p),
		Alliance: l.alliance(p), Groups: l.memberGroups(p), Funding: f.strip,
		Follows: cards(l, p.Follows, 0, l.projectCard), FollowedBy: cards(l, p.FollowedBy, 0, l.projectCard),
		Events: cards(l, p.Events, 0, l.eventCard), News: cards(l, p.News, 0, l.newsCard),
		Related: l.related(p.Entry), Contact: l.contact(p), Goals: l.goals(p), Lines: l.lines(p),
		Files: files,
	}
	v.Tagline, v.TaglineLang = l.text(p.Tagline)
	return f, func(page view.Page) any { v.Page = page; return v }
}

func (l *local) lines(p *dossier.Project) []view.Line {
	var out []view.Line
	for _, line := range p.Lines {
		item := view.Line{ID: line.ID.Value}
		item.Title, item.Lang = l.text(line.Title)
		item.Objective, _ = l.text(line.Objective)
		out = append(out, item)
	}
	return out
}

func (l *local) contact(p *dossier.Project) view.Contact {
	c := p.Project.Contact
	return view.Contact{
		Unit: markdown.Typographic(c.Unit.Value, l.lang), Email: c.Email.Value, URL: c.URL.Value, Website: p.Project.Website.Value,
	}
}

func (l *local) goals(p *dossier.Project) []view.Goal {
	var out []view.Goal
	for _, n := range p.SDGs {
		out = append(out, view.Goal{Number: int(n.N), Name: l.t("sdg.g" + itoa(int(n.N)))})
	}
	return out
}

func (l *local) projectFacts(p *dossier.Project) []view.Fact {
	var facts []view.Fact
	if p.Lead != nil {
		facts = append(facts, l.fact("lead", value(l.link(p.Lead.Entry)))...)
	}
	facts = append(facts, l.fact("period", when(l.period(p)))...)
	facts = append(facts, l.moneyFacts(p)...)
	if n := len(p.Organisations()); n > 1 {
		countries := p.Countries()
		text := l.t("partners-countries", "partners", l.count("partners", n), "countries", l.count("countries", len(countries)))
		facts = append(facts, l.fact("partnership", word(text))...)
	}
	var places []view.FactValue
	for _, t := range p.Territories {
		places = append(places, value(l.link(t.Entry)))
	}
	facts = append(facts, l.fact("territories", places...)...)
	if p.Project.Website.Given() {
		facts = append(facts, l.fact("website", view.FactValue{Text: bareAddress(p.Project.Website.Value), URL: p.Project.Website.Value})...)
	}
	return append(facts, l.fact("updated", when(l.date(p.Updated)))...)
}

// moneyFacts are programme, grant, budget and the funder's share.
func (l *local) moneyFacts(p *dossier.Project) []view.Fact {
	var facts []view.Fact
	for _, f := range p.Funding {
		if f.Programme == nil {
			continue
		}
		facts = append(facts, l.fact("programme", value(l.link(f.Programme.Entry)))...)
		if call, in := l.text(f.Call); call != "" {
			facts = append(facts, l.fact("call", view.FactValue{Text: call, Lang: in})...)
		}
		facts = append(facts, l.fact("grant", word(f.Grant.Value))...)
		facts = append(facts, l.fact("cup", word(f.CUP.Value))...)
		currency := f.Currency.Value
		if currency == "" {
			currency = "EUR"
		}
		if f.Total.Given {
			facts = append(facts, l.fact("budget", word(l.locale.Money(f.Total.N, currency)))...)
		}
		if f.Contribution.Given {
			facts = append(facts, l.fact("contribution", word(l.locale.Money(f.Contribution.N, currency)))...)
		}
		if f.Rate.Given {
			facts = append(facts, l.fact("rate", word(l.locale.Percent(f.Rate.F, 1)))...)
		}
	}
	return facts
}

// bareAddress is a web address as people write it.
func bareAddress(url string) string {
	_, rest, _ := strings.Cut(url, "://")
	return strings.TrimSuffix(strings.TrimPrefix(rest, "www."), "/")
}

// mainButton opens the first deliverable that has a page: a kit before a guide.
func (l *local) mainButton(p *dossier.Project) *view.Button {
	for _, k := range listed(l, p.Kits) {
		name, in := l.name(k.Entry)
		return &view.Button{Label: l.t("action.open", "title", name), URL: l.href(k.URL(l.lang)), Lang: in}
	}
	for _, g := range listed(l, p.Guides) {
		name, in := l.name(g.Entry)
		return &view.Button{Label: l.t("action.open", "title", name), URL: l.href(g.URL(l.lang)), Lang: in}
	}
	return nil
}

func (l *local) tools(p *dossier.Project) []view.Card {
	return append(cards(l, p.Kits, 0, l.kitCard), cards(l, p.Guides, 0, l.guideCard)...)
}

func (l *local) deliverables(p *dossier.Project) []view.Deliverable {
	var out []view.Deliverable
	for _, o := range p.Outcomes {
		d := view.Deliverable{ID: o.ID.Value, KindLabel: l.t("deliverable." + o.Kind.Value), When: l.date(o.Date.Date)}
		d.Title, d.Lang = l.text(o.Title)
		switch {
		case o.Target != nil && o.Target.Listed(l.lang):
			l.uses(o.Target)
			d.URL, d.Note = l.href(o.Target.URL(l.lang)), l.badge(o.Target)
			if d.Note != "" {
				d.HrefLang = o.Target.Origin
			}
		case o.File != nil:
			file := l.file(o.File, d.Title, l.lang)
			d.File = &file
		case o.URL.Given():
			d.URL = o.URL.Value
		}
		out = append(out, d)
	}
	return out
}
