package plan

import (
	"slices"
	"strconv"
	"strings"

	"dossier/internal/dossier"
	"dossier/internal/view"
)

// On the front page.
const (
	homeNews   = 3
	homeEvents = 3
)

func (l *local) home() {
	s := l.site.Home
	summary, _ := l.text(s.Summary())
	title := s.Title(l.lang)
	if title == "" {
		title = l.siteTitle()
	}
	f := frame{
		template: "home", title: title, summary: summary, url: l.homeURL, neutral: true,
		updated: s.Updated, image: s.Image, pos: sectionPos(s),
	}
	f.data = l.siteData(summary)
	v := &view.Home{
		Purpose: summary, Body: l.body(s.Entry),
		Projects: cards(l, l.site.Projects, 0, l.projectCard),
		Numbers:  l.numbers(),
		News:     cards(l, l.site.News, homeNews, l.newsCard),
		NewsURL:  l.href(l.site.SectionOf("news").URL(l.lang)),
		Events:   cards(l, l.site.Events, homeEvents, l.eventCard), EventsURL: l.href(l.site.SectionOf("events").URL(l.lang)),
		Programmes: cards(l, l.fundedProgrammes(), 0, l.programmeCard),
		Partners:   l.leads(), PartnerURL: l.href(l.site.SectionOf("partners").URL(l.lang)),
	}
	l.homeNext(v)
	l.homeActions(v)
	v.Page = l.page(f)
	l.html(f, v)
}

// homeNext shows the next event or, when there is none, the latest news.
func (l *local) homeNext(v *view.Home) {
	var next *dossier.Event
	for _, e := range listed(l, l.site.Events) {
		if e.State == "scheduled" || e.State == "moved-online" {
			next = e // the list is newest first: the last one found is the nearest
		}
	}
	if next != nil {
		card := l.eventCard(next)
		v.Next, v.NextLabel = &card, l.t("home.next-event")
		return
	}
	for _, n := range listed(l, l.site.News) {
		card := l.newsCard(n)
		v.Next, v.NextLabel = &card, l.t("home.latest")
		return
	}
}

func (l *local) homeActions(v *view.Home) {
	for _, k := range listed(l, l.site.Kits) {
		v.Main = &view.Button{Label: l.t("home.open-kit"), URL: l.href(k.URL(l.lang)), Lang: l.foreign(k.Lang(l.lang))}
		v.Places = l.places(k, nil)
		v.PlacesKit, _ = l.name(k.Entry)
		break
	}
	for _, g := range listed(l, l.site.Guides) {
		if g.Project != nil && len(g.Kits) > 0 || v.Second == nil {
			v.Second = &view.Button{Label: l.t("home.open-guide"), URL: l.href(g.URL(l.lang)), Lang: l.foreign(g.Lang(l.lang))}
		}
	}
}

// numbers are computed from the records.
func (l *local) numbers() []view.Number {
	countries := map[string]bool{}
	involved := 0
	for _, p := range l.site.Partners {
		if len(p.Parts) > 0 {
			involved++
			countries[p.Country.Value] = true
		}
	}
	sheets := 0
	for _, k := range l.site.Kits {
		sheets += len(listed(l, k.Sheets))
	}
	var out []view.Number
	add := func(n int, id, folder string) {
		if n > 0 {
			out = append(out, view.Number{Value: l.locale.Number(int64(n)), Label: l.t("number."+id, "count", n), URL: l.href(l.site.SectionOf(folder).URL(l.lang))})
		}
	}
	add(len(listed(l, l.site.Projects)), "projects", "projects")
	add(involved, "partners", "partners")
	add(len(countries), "countries", "partners")
	add(len(listed(l, l.site.Events)), "events", "events")
	add(sheets, "sheets", "kits")
	return out
}

func (l *local) fundedProgrammes() []*dossier.Programme {
	var out []*dossier.Programme
	for _, p := range l.site.Programmes {
		if len(p.Projects) > 0 {
			out = append(out, p)
		}
	}
	return out
}

// leads are the organisations that lead a project.
func (l *local) leads() []view.Logo {
	var out []view.Logo
	for _, p := range l.site.Partners {
		leads := false
		for _, part := range p.Parts {
			leads = leads || part.Role == "lead"
		}
		if !leads {
			continue
		}
		name, in := l.name(p.Entry)
		out = append(out, view.Logo{Name: name, Lang: in, URL: l.href(p.URL(l.lang)), Image: l.logo(p)})
	}
	return out
}

// shared plans what exists once for all languages.
func (p *planner) shared() {
	p.sharedSteps()
	if p.again() {
		return
	}
	p.run()
	first, gone := p.locals[0], p.gone()
	first.last("machine files", func(l *local) { l.machineFiles(p.lists().URLs) })
	first.step("", func(l *local) { l.hostRules(gone) })
	first.step("", func(l *local) { l.files() }) // which pictures are shown, bodies say
	p.run()
}

// sharedSteps puts down what does not follow from all else that is planned.
func (p *planner) sharedSteps() {
	first := p.locals[0]
	first.step("chooser", func(l *local) { l.chooser() })
	first.step("not found", func(l *local) { l.notFound() })
	first.step("redirects", func(l *local) { l.redirects() })
}

// chooser is the page at /: a static choice of languages.
func (p *planner) chooser() {
	first := p.locals[0]
	v := &view.Chooser{}
	for _, l := range p.locals {
		purpose, _ := l.text(l.site.Home.Summary())
		v.Choices = append(v.Choices, view.Choice{
			Lang: l.lang, Dir: l.dir(), Label: l.languageLabel(l.lang), Title: l.siteTitle(),
			Purpose: purpose, URL: l.href(l.homeURL(l.lang)),
		})
	}
	v.Page = p.bare(first, "chooser", p.allTitles(), "/")
	v.Page.Data = first.siteData(v.Page.Summary)
	v.Page.Canonical = first.abs("/")
	v.Page.Alternates = first.alternates(first.homeURL)
	for i := range v.Page.Alternates {
		if v.Page.Alternates[i].HrefLang == "x-default" {
			v.Page.Alternates[i].URL = first.abs("/")
		}
	}
	p.claim(Output{Path: "index.html", Renderer: "html", Template: "chooser", Lang: first.lang, View: v, Sources: []string{"site.toml"}})
	p.urls = append(p.urls, SiteURL{URL: "/", Alternates: v.Page.Alternates})
}

// allTitles is the site's title in every language.
func (p *planner) allTitles() string {
	var titles []string
	for _, l := range p.locals {
		if title := l.siteTitle(); !slices.Contains(titles, title) {
			titles = append(titles, title)
		}
	}
	return strings.Join(titles, " · ")
}

// bare is the frame of a page that belongs to no language and no section.
func (p *planner) bare(l *local, template, title, url string) view.Page {
	summary, _ := l.text(l.site.Home.Summary())
	return view.Page{
		Kind: template, Lang: l.lang, Dir: l.dir(), Title: title, HeadTitle: title, Summary: summary,
		URL: l.href(url), Site: l.around.site, NoIndex: l.in.NoIndex,
		Social: view.Social{Type: "website", Locale: l.region()},
	}
}

// notFound is one page that says in every language that there is none.
func (p *planner) notFound() {
	first := p.locals[0]
	v := &view.NotFound{}
	for _, l := range p.locals {
		a := view.Apology{
			Lang: l.lang, Dir: l.dir(), Title: l.t("not-found.title"), Text: l.t("not-found.text"),
			Language: l.languageLabel(l.lang),
			Links:    []view.Link{{Label: l.t("not-found.home"), URL: l.href(l.homeURL(l.lang))}},
		}
		for _, folder := range []string{"projects", "kits"} {
			a.Links = append(a.Links, view.Link{Label: l.sectionTitle(folder), URL: l.href(l.site.SectionOf(folder).URL(l.lang))})
		}
		a.Links = append(a.Links, view.Link{Label: l.t("sitemap.title"), URL: l.href(l.siteMapURL(l.lang))})
		v.Messages = append(v.Messages, a)
	}
	v.Page = p.bare(first, "404", first.t("not-found.title"), "/404.html")
	v.Page.NoIndex = true
	p.claim(Output{Path: "404.html", Renderer: "html", Template: "404", Lang: first.lang, View: v, Sources: []string{"site.toml"}})
}

// redirects are stubs at old addresses.
func (p *planner) redirects() {
	for _, r := range p.site.Redirects {
		l := p.local(r.Lang)
		target := r.Entry.URL(r.Lang)
		title, _ := l.name(r.Entry)
		v := &view.Redirect{
			Lang: l.lang, Title: title, Target: l.href(target), Absolute: l.abs(target),
			Text: l.t("redirect.text"),
		}
		p.claim(Output{
			Path: trimSlash(r.From) + "index.html", Renderer: "html", Template: "redirect", Lang: l.lang,
			View: v, Pos: r.Pos, Sources: l.sources(),
		})
	}
}

func trimSlash(url string) string { return url[1:] }

func itoa(n int) string { return strconv.Itoa(n) }
