package main

import (
	"fmt"
	"strconv"
)

// writeOurs writes the site as this project's command reads it: facts once in a
// neutral file, words in a file for each language.
func writeOurs(s *site, t *tree) {
	t.write("site.toml", siteTOML)
	t.write("themes/civic/theme.toml", themeTOML)
	oursFrame(s, t)
	for i, p := range s.projects {
		t.page("content/projects/"+p.id+".md", p.facts(s), "")
		s.oursWords(t, "content/projects/"+p.id, p.record, "project", i)
	}
	for i, p := range s.partners {
		t.page("content/partners/"+p.id+".md", p.facts(), "")
		for l, lang := range languages {
			var f front
			f.str("summary", p.about[l])
			t.page("content/partners/"+p.id+"."+lang+".md", &f, s.body("partner", i, l))
		}
	}
	for i, e := range s.events {
		t.page("content/events/"+e.id+".md", e.facts(s), "")
		s.oursWords(t, "content/events/"+e.id, e.record, "event", i)
	}
	for i, n := range s.news {
		t.page("content/news/"+n.id+".md", n.facts(s), "")
		s.oursWords(t, "content/news/"+n.id, n.record, "news", i)
	}
	s.oursGuide(t)
	s.oursKits(t)
}

// oursWords writes the title, summary and body of a record in each language.
func (s *site) oursWords(t *tree, stem string, r record, key string, n int) {
	for l, lang := range languages {
		body := ""
		if key == "sheet" {
			body = s.sheetBody(n, l)
		} else if key != "" {
			body = s.body(key, n, l)
		}
		var f front
		f.str("title", r.title[l])
		f.str("summary", r.summary[l])
		t.page(stem+"."+lang+".md", &f, body)
	}
}

// oursFrame writes what a site has once.
func oursFrame(s *site, t *tree) {
	r := draw("frame", 0)
	home := record{title: text{"Dossier di progetto", "Project dossiers"}, summary: s.summary(r)}
	s.oursWords(t, "content/index", home, "home", 0)
	for i, p := range prosePages {
		s.oursWords(t, "content/pages/"+p.id, record{title: p.title, summary: s.summary(r)}, "page", i)
	}
	for _, sec := range sections {
		s.oursWords(t, "content/"+sec.folder+"/index", record{title: sec.title, summary: s.summary(r)}, "", 0)
	}
	for _, o := range funders {
		var f front
		f.str("name", o.name)
		f.raw("lang", "it")
		f.str("country", o.country)
		f.raw("kind", o.kind)
		t.page("content/partners/"+o.id+".md", &f, "")
	}
	for _, p := range s.programmes {
		var f front
		f.both("name", p.name)
		f.str("short", p.short)
		f.raw("kind", p.kind)
		f.raw("period", fmt.Sprintf("{from: %d, to: %d}", p.from, p.to))
		f.raw("funder", p.funder)
		t.page("content/programmes/"+p.id+".md", &f, "")
	}
	for i, p := range s.territories {
		var f front
		f.both("name", p.name)
		f.raw("kind", p.kind)
		if i > 0 {
			f.raw("within", s.territories[0].id)
		}
		t.page("content/territories/"+p.id+".md", &f, "")
	}
}

func (p project) facts(s *site) *front {
	var f front
	f.str("acronym", p.acronym)
	f.both("tagline", p.tagline)
	f.raw("start", date(p.start))
	f.raw("end", date(p.end))
	f.raw("lead", s.partners[p.members[0].partner].id)
	f.WriteString("partners:\n")
	for _, m := range p.members[1:] {
		fmt.Fprintf(&f, "  - {partner: %s, role: %s}\n", s.partners[m.partner].id, m.role)
	}
	fmt.Fprintf(&f, "funding:\n  - {programme: %s, statement: funded, grant: %q, total: %d, contribution: %d}\n",
		s.programmes[p.programme].id, p.grant, p.total, p.total*8/10)
	f.ids("territories", s.placeIDs(p.territories))
	if p.follows >= 0 {
		f.ids("follows", []string{s.projects[p.follows].id})
	}
	f.ids("sdgs", numbers(p.goals))
	f.WriteString("lines:\n")
	for i, o := range p.objectives {
		fmt.Fprintf(&f, "  - {id: line-%d, title: %s, objective: %s}\n", i+1, inBoth(text{stocks[it].lines[i], stocks[en].lines[i]}), inBoth(o))
	}
	fmt.Fprintf(&f, "milestones:\n  - {date: %s, title: %s}\n", date(p.start.AddDate(0, 6, 0)), inBoth(text{stocks[it].milestone, stocks[en].milestone}))
	fmt.Fprintf(&f, "deliverables:\n  - {id: report, title: %s, kind: research, url: \"https://example.org/%s/report\", date: %s}\n", inBoth(text{stocks[it].report, stocks[en].report}), p.id, date(p.end))
	fmt.Fprintf(&f, "contact: {email: %s@example.org}\n", p.id)
	f.str("website", "https://"+p.id+".example.org/")
	f.ids("related", p.related)
	return &f
}

func (p partner) facts() *front {
	var f front
	f.str("name", p.name)
	f.raw("lang", "it")
	f.str("country", p.city.country)
	f.raw("kind", p.kind)
	f.str("city", p.city.name)
	f.str("website", "https://"+p.id+".example.org/")
	return &f
}

func (e event) facts(s *site) *front {
	var f front
	f.ids("projects", []string{s.projects[e.project].id})
	f.raw("kind", e.kind)
	f.raw("start", date(e.day)+"T09:30")
	f.raw("end", date(e.day)+"T15:30")
	f.raw("mode", "in-person")
	f.raw("venue", fmt.Sprintf(`{name: "Sala Vetri", address: "Via Roma %d", city: %q, country: %q}`, 1+e.attendance%90, e.city.name, e.city.country))
	f.ids("languages", languages[:])
	f.ids("organisers", s.partnerIDs(e.organisers))
	f.WriteString("speakers:\n")
	for _, sp := range e.speakers {
		fmt.Fprintf(&f, "  - {name: %q, partner: %s, talk: %s}\n", sp.name, s.partners[sp.partner].id, inBoth(sp.talk))
	}
	f.raw("attendance", strconv.Itoa(e.attendance))
	f.ids("related", e.related)
	return &f
}

func (n news) facts(s *site) *front {
	var f front
	f.raw("date", date(n.day))
	f.raw("kind", n.kind)
	f.ids("projects", []string{s.projects[n.project].id})
	if n.event >= 0 {
		f.ids("events", []string{s.events[n.event].id})
	}
	f.ids("partners", s.partnerIDs(n.partners))
	f.ids("related", n.related)
	return &f
}

func (s *site) oursGuide(t *tree) {
	var f front
	f.raw("project", s.projects[0].id)
	f.raw("edition", `"2026"`)
	f.raw("date", "2026-03")
	f.raw("publisher", s.partners[0].id)
	f.raw("audience", "[parent, citizen]")
	t.page("content/guides/masp/index.md", &f, "")
	r := draw("guide", 0)
	s.oursWords(t, "content/guides/masp/index", record{title: guideTitle, summary: s.summary(r)}, "guide", 0)
	for i, c := range s.chapters {
		s.oursWords(t, fmt.Sprintf("content/guides/masp/%03d-%s", 10*(i+1), c.id), c, "chapter", i)
	}
}

func (s *site) oursKits(t *tree) {
	for k := range s.kits() {
		var f front
		f.raw("project", s.kitProject(k).id)
		f.raw("audience", "[parent, employer]")
		t.page("content/kits/"+kitID(k)+"/index.md", &f, "")
		s.oursWords(t, "content/kits/"+kitID(k)+"/index", s.kit(k), "kit", k)
	}
	for i, k := range s.sheets {
		t.page("content/kits/"+k.path()+".md", k.facts(s), "")
		s.oursWords(t, "content/kits/"+k.path(), k.record, "sheet", i)
	}
}

func (k sheet) facts(s *site) *front {
	var f front
	f.raw("territory", k.place(s))
	f.raw("area", k.area)
	f.raw("beneficiaries", "[mother, father, both]")
	f.raw("provider", s.partners[k.provider].id)
	f.both("amount", k.amount)
	fmt.Fprintf(&f, "contacts:\n  - {name: {it: \"Sportello\", en: \"Help desk\"}, email: %s@example.org, phone: \"02 55 %04d\"}\n", k.id, k.kit)
	f.raw("checked", date(k.checked))
	f.ids("related", k.related)
	return &f
}

func (k sheet) place(s *site) string {
	if k.territory < 0 {
		return "national"
	}
	return s.territories[k.territory].id
}

func (s *site) partnerIDs(of []int) []string {
	var out []string
	for _, n := range of {
		out = append(out, s.partners[n].id)
	}
	return out
}

func (s *site) placeIDs(of []int) []string {
	var out []string
	for _, n := range of {
		out = append(out, s.territories[n].id)
	}
	return out
}

func numbers(of []int) []string {
	var out []string
	for _, n := range of {
		out = append(out, strconv.Itoa(n+1))
	}
	return out
}

var guideTitle = text{"Guida MASP", "The MASP guide"}

// kit is the record of a kit.
func (s *site) kit(n int) record {
	return record{
		id:      kitID(n),
		title:   text{fmt.Sprintf("Kit per genitori %d", n), fmt.Sprintf("Parents’ kit %d", n)},
		summary: s.summary(draw("kit", n)),
	}
}
