package main

import (
	"fmt"
	"strconv"
	"strings"
)

// writeHugo writes the same facts, words and bodies as Hugo content: a file for
// each language with everything in its front matter, links by page path. Which
// pages list which others is left to the templates of bench/hugo, as here it is
// left to the program.
func writeHugo(s *site, t *tree) {
	for l := range languages {
		h := hugo{s, t, l}
		h.frame()
		h.projects()
		h.partners()
		h.events()
		h.newsItems()
		h.guide()
		h.kits()
	}
}

// hugo writes one language.
type hugo struct {
	*site
	tree *tree
	lang int
}

// page writes a file; its address is the one that our command gives the page.
func (h hugo) page(name, url string, f *front, body string) {
	f.str("url", url)
	h.tree.page("content/"+name+"."+languages[h.lang]+".md", f, strings.ReplaceAll(body, "](@/", "](/"))
}

func (h hugo) words(f *front, r record) {
	f.str("title", r.title[h.lang])
	f.str("summary", r.summary[h.lang])
}

func (h hugo) own(f *front, key string, t text) { f.str(key, t[h.lang]) }

func (h hugo) frame() {
	r := draw("frame", 0)
	var f front
	h.words(&f, record{title: text{"Dossier di progetto", "Project dossiers"}, summary: h.summary(r)})
	h.page("_index", "/"+languages[h.lang]+"/", &f, h.body("home", 0, h.lang))
	for i, p := range prosePages {
		var f front
		h.words(&f, record{title: p.title, summary: h.summary(r)})
		h.page("pages/"+p.id, address(h.lang, "pages", p.id), &f, h.body("page", i, h.lang))
	}
	for i, sec := range sections {
		var f front
		h.words(&f, record{title: sec.title, summary: h.summary(r)})
		f.raw("weight", strconv.Itoa(i+1))
		h.page(sec.folder+"/_index", "/"+languages[h.lang]+"/"+sec.path[h.lang]+"/", &f, "")
	}
	for _, folder := range []string{"pages", "by"} {
		var f front
		f.raw("title", folder)
		f.raw("build", "{render: never, list: never}")
		h.tree.page("content/"+folder+"/_index."+languages[h.lang]+".md", &f, "")
	}
	var sitemap front
	sitemap.raw("title", "map")
	sitemap.raw("type", "pages")
	sitemap.raw("layout", "map")
	h.page("by/map", address(h.lang, "pages", text{"mappa-del-sito", "site-map"}[h.lang]), &sitemap, "")
	h.programmes()
	h.places()
	h.divisions()
}

func (h hugo) programmes() {
	for i, p := range h.site.programmes {
		var f front
		f.raw("id", p.id)
		h.own(&f, "title", p.name)
		f.str("short", p.short)
		f.raw("kind", p.kind)
		f.raw("from", strconv.Itoa(p.from))
		f.raw("to", strconv.Itoa(p.to))
		f.raw("funder", p.funder)
		f.raw("weight", strconv.Itoa(i+1))
		h.page("programmes/"+p.id, address(h.lang, "programmes", p.id), &f, "")
	}
}

func (h hugo) places() {
	for i, p := range h.territories {
		var f front
		f.raw("id", p.id)
		h.own(&f, "title", p.name)
		f.raw("kind", p.kind)
		if i > 0 {
			f.raw("within", h.territories[0].id)
		}
		h.page("territories/"+p.id, address(h.lang, "territories", p.id), &f, "")
	}
}

func (h hugo) projects() {
	for i, p := range h.site.projects {
		var f front
		f.raw("id", p.id)
		h.words(&f, p.record)
		f.str("acronym", p.acronym)
		h.own(&f, "tagline", p.tagline)
		f.raw("date", date(p.start))
		f.raw("start", date(p.start))
		f.raw("end", date(p.end))
		f.raw("lead", h.site.partners[p.members[0].partner].id)
		f.WriteString("partners:\n")
		for _, m := range p.members {
			fmt.Fprintf(&f, "  - {id: %s, role: %s}\n", h.site.partners[m.partner].id, m.role)
		}
		f.raw("programme", h.site.programmes[p.programme].id)
		f.str("grant", p.grant)
		f.raw("total", strconv.Itoa(p.total))
		f.raw("contribution", strconv.Itoa(p.total*8/10))
		f.ids("territories", h.placeIDs(p.territories))
		if p.follows >= 0 {
			f.ids("follows", []string{h.site.projects[p.follows].id})
		}
		f.ids("sdgs", numbers(p.goals))
		f.WriteString("lines:\n")
		for i, o := range p.objectives {
			fmt.Fprintf(&f, "  - {id: line-%d, title: %s, objective: %s}\n", i+1, quote(stocks[h.lang].lines[i]), quote(o[h.lang]))
		}
		fmt.Fprintf(&f, "milestones:\n  - {date: %s, title: %s}\n", date(p.start.AddDate(0, 6, 0)), quote(stocks[h.lang].milestone))
		fmt.Fprintf(&f, "deliverables:\n  - {id: report, title: %s, kind: research, url: \"https://example.org/%s/report\", date: %s}\n", quote(stocks[h.lang].report), p.id, date(p.end))
		f.str("email", p.id+"@example.org")
		f.str("website", "https://"+p.id+".example.org/")
		f.ids("related", p.related)
		h.page("projects/"+p.id, p.url(h.lang), &f, h.body("project", i, h.lang))
	}
}

func (h hugo) partners() {
	for _, o := range funders {
		var f front
		f.raw("id", o.id)
		f.str("title", o.name)
		f.str("country", o.country)
		f.raw("kind", o.kind)
		h.page("partners/"+o.id, address(h.lang, "partners", o.id), &f, "")
	}
	for i, p := range h.site.partners {
		var f front
		f.raw("id", p.id)
		f.str("title", p.name)
		h.own(&f, "summary", p.about)
		f.str("country", p.city.country)
		f.raw("kind", p.kind)
		f.str("city", p.city.name)
		f.str("website", "https://"+p.id+".example.org/")
		h.page("partners/"+p.id, p.url(h.lang), &f, h.body("partner", i, h.lang))
	}
}

func (h hugo) events() {
	for i, e := range h.site.events {
		var f front
		f.raw("id", e.id)
		h.words(&f, e.record)
		f.raw("date", date(e.day))
		f.raw("start", date(e.day)+"T09:30:00+01:00")
		f.raw("end", date(e.day)+"T15:30:00+01:00")
		f.raw("project", h.site.projects[e.project].id)
		f.raw("kind", e.kind)
		f.raw("venue", fmt.Sprintf(`{name: "Sala Vetri", address: "Via Roma %d", city: %q, country: %q}`, 1+e.attendance%90, e.city.name, e.city.country))
		f.ids("languages", languages[:])
		f.ids("organisers", h.partnerIDs(e.organisers))
		f.WriteString("speakers:\n")
		for _, sp := range e.speakers {
			fmt.Fprintf(&f, "  - {name: %q, partner: %s, talk: %s}\n", sp.name, h.site.partners[sp.partner].id, quote(sp.talk[h.lang]))
		}
		f.raw("attendance", strconv.Itoa(e.attendance))
		f.raw("outputs", "[html, calendar]")
		f.ids("related", e.related)
		h.page("events/"+e.id, e.url(h.lang), &f, h.body("event", i, h.lang))
	}
}

func (h hugo) newsItems() {
	for i, n := range h.news {
		var f front
		f.raw("id", n.id)
		h.words(&f, n.record)
		f.raw("date", date(n.day))
		f.raw("kind", n.kind)
		f.raw("project", h.site.projects[n.project].id)
		if n.event >= 0 {
			f.raw("event", h.site.events[n.event].id)
		}
		f.ids("partners", h.partnerIDs(n.partners))
		f.ids("related", n.related)
		h.page("news/"+n.id, n.url(h.lang), &f, h.body("news", i, h.lang))
	}
}

func (h hugo) guide() {
	var f front
	h.words(&f, record{title: guideTitle, summary: h.summary(draw("guide", 0))})
	f.raw("id", "masp")
	f.raw("layout", "guide")
	f.raw("project", h.site.projects[0].id)
	f.raw("edition", `"2026"`)
	f.raw("date", "2026-03-01")
	f.raw("publisher", h.site.partners[0].id)
	f.raw("audience", "[parent, citizen]")
	h.page("guides/masp/_index", address(h.lang, "guides", "masp"), &f, h.body("guide", 0, h.lang))
	var whole front
	h.words(&whole, record{title: guideTitle})
	whole.raw("type", "guides")
	whole.raw("layout", "whole")
	whole.raw("guide", "masp")
	h.page("by/guides/whole", address(h.lang, "guides", text{"masp/guida-intera", "masp/whole-guide"}[h.lang]), &whole, "")
	for i, c := range h.chapters {
		var f front
		f.raw("id", c.id)
		h.words(&f, c)
		f.raw("weight", strconv.Itoa(i+1))
		h.page("guides/masp/"+c.id, address(h.lang, "guides", "masp/"+c.id), &f, h.body("chapter", i, h.lang))
	}
}

func (h hugo) kits() {
	for k := range h.site.kits() {
		var f front
		h.words(&f, h.kit(k))
		f.raw("id", kitID(k))
		f.raw("layout", "kit")
		f.raw("project", h.kitProject(k).id)
		f.raw("audience", "[parent, employer]")
		h.page("kits/"+kitID(k)+"/_index", address(h.lang, "kits", kitID(k)), &f, h.body("kit", k, h.lang))
		h.kitPlaces(k)
	}
	for i, k := range h.sheets {
		var f front
		f.raw("id", k.id)
		h.words(&f, k.record)
		f.raw("territory", k.place(h.site))
		f.raw("area", k.area)
		f.raw("beneficiaries", "[mother, father, both]")
		f.raw("provider", h.site.partners[k.provider].id)
		h.own(&f, "amount", k.amount)
		f.raw("contact", fmt.Sprintf(`{name: %q, email: %s@example.org, phone: "02 55 %04d"}`, text{"Sportello", "Help desk"}[h.lang], k.id, k.kit))
		f.raw("checked", date(k.checked))
		f.ids("related", k.related)
		h.page("kits/"+k.path(), k.url(h.lang), &f, h.sheetBody(i, h.lang))
	}
}
