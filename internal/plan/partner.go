package plan

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"dossier/internal/content"
	"dossier/internal/dossier"
	"dossier/internal/i18n"
	"dossier/internal/view"
)

// directory is one way of dividing the partners: each of its groups is a static
// page of its own.
type directory struct {
	name string                                          // letter, country, kind, project
	key  func(l *local, p *dossier.Partner) []string     // groups that the partner is in
	text func(l *local, key string) (label, lang string) // of a group
	slug func(o *local, key string) string
	in   func(o *local, key string) bool // whether the language has the group; nil: each has
}

func (l *local) directories() []directory {
	initial := l.locale.Initials()
	return []directory{
		{
			name: "letter",
			key: func(l *local, p *dossier.Partner) []string {
				name, _ := l.name(p.Entry)
				return []string{initial(name)}
			},
			text: func(_ *local, key string) (string, string) { return key, "" },
			slug: func(o *local, key string) string { return letterSlug(key) },
		},
		{
			name: "country",
			key:  func(_ *local, p *dossier.Partner) []string { return []string{p.Country.Value} },
			text: func(l *local, key string) (string, string) { return l.locale.Country(key), "" },
			slug: func(o *local, key string) string { return o.locale.Country(key) },
		},
		{
			name: "kind",
			key:  func(_ *local, p *dossier.Partner) []string { return []string{p.Type.Value} },
			text: func(l *local, key string) (string, string) { return l.t("partner-kinds." + key), "" },
			slug: func(o *local, key string) string { return o.t("partner-kinds." + key) },
		},
		{
			name: "project",
			key: func(l *local, p *dossier.Partner) []string {
				var ids []string
				for _, part := range p.Parts {
					if part.Project.Listed(l.lang) && !slices.Contains(ids, part.Project.Entry.ID) {
						ids = append(ids, part.Project.Entry.ID)
					}
				}
				return ids
			},
			text: func(l *local, key string) (string, string) { return l.name(l.byID[key].Entry) },
			slug: func(o *local, key string) string { return o.slugOf(o.byID[key].Entry) },
			in:   func(o *local, key string) bool { return o.byID[key].Listed(o.lang) },
		},
	}
}

// letterSlug keeps letters apart whose Latin form is the same, as Å and A, by
// their code points.
func letterSlug(letter string) string {
	if letter == "#" {
		return "0-9"
	}
	var parts []string
	for _, r := range letter {
		if r < utf8.RuneSelf {
			parts = append(parts, string(r))
		} else {
			parts = append(parts, "u"+strconv.FormatInt(int64(r), 16))
		}
	}
	return strings.Join(parts, "")
}

// partners plans the directory, each of its divisions, and every partner. Each page
// is a group by itself: a partner with another name is on few of them.
func (l *local) partners() {
	l.step("partners", (*local).partnerList)
	if !l.recalls("partners") {
		l.learnOrganisations()
	}
	for _, d := range l.directories()[1:] {
		buckets := l.buckets(d, l.site.Partners)
		l.step("partners by "+d.name, func(l *local) { l.division(d, buckets) })
		for _, b := range buckets {
			l.step("partners by "+d.name+" "+b.key, func(l *local) { l.divisionPart(d, b, buckets) })
		}
	}
	for _, p := range l.site.Partners {
		l.record(p.Entry, func(main *local) (frame, func(view.Page) any) { return main.partner(p) })
	}
}

func (l *local) partnerList() {
	all := l.sorted(l.site.Partners)
	f := l.ofSection("partners", "partners")
	f.script = true
	f.data = l.listData(f, all)
	byLetter := l.directories()[0]
	v := &view.Partners{
		Body: l.sectionIntro("partners"), Count: l.count("partners", len(all)),
		Views: l.directoryViews("letter"), Groups: l.groups(byLetter, l.labelled(byLetter, l.buckets(byLetter, all))), Downloads: l.partnerFiles(),
	}
	v.Facet = jumps(l.t("facet.letter"), v.Groups)
	v.Page = l.page(f)
	l.html(f, v)
}

// jumps leads to the groups of the same page.
func jumps(label string, groups []view.PartnerGroup) view.Facet {
	facet := view.Facet{Label: label}
	for _, g := range groups {
		facet.Links = append(facet.Links, view.FacetLink{Label: g.Label, URL: "#" + g.ID, Count: len(g.Items), Lang: g.Lang})
	}
	return facet
}

// division plans the directory by country, say.
func (l *local) division(d directory, buckets []bucket) {
	f := l.ofChoice("partners", "partners", l.t("directory."+d.name), l.divisionURL(d))
	buckets = l.labelled(d, buckets)
	v := &view.Partners{
		Count: l.count("partners", len(l.site.Partners)), Views: l.directoryViews(d.name),
		Facet: l.facetOf(d, buckets), Downloads: l.partnerFiles(),
	}
	if len(buckets) <= maxParts {
		f.script = true
		v.Groups = l.groups(d, buckets)
		for i := range v.Groups {
			v.Groups[i].URL = v.Facet.Links[i].URL
		}
	}
	v.Page = l.page(f)
	l.html(f, v)
}

// facetOf leads to the parts of a division.
func (l *local) facetOf(d directory, buckets []bucket) view.Facet {
	facet := view.Facet{Label: l.t("directory." + d.name)}
	for _, b := range buckets {
		link := view.FacetLink{URL: l.href(l.partURL(d, b.key)(l.lang)), Count: len(b.partners)}
		link.Label, link.Lang = d.text(l, b.key)
		facet.Links = append(facet.Links, link)
	}
	return facet
}

// maxParts is up to how many parts of a division each of them leads to all others,
// and the page of the division shows all organisations. With more, that page leads
// to the parts alone, and it is the only one that does: otherwise the site grew with
// the square of its projects, and the page to megabytes.
const maxParts = 60

// divisionPart plans the page of a country, say.
func (l *local) divisionPart(d directory, own bucket, buckets []bucket) {
	others := []bucket{own}
	if len(buckets) <= maxParts {
		others = l.labelled(d, buckets)
	}
	group := l.groups(d, []bucket{own})[0]
	f := l.ofChoice("partners", "partners", group.Label, l.partURL(d, own.key))
	f.script = true
	f.crumbs = []view.Link{{Label: l.t("directory." + d.name), URL: l.href(l.divisionURL(d)(l.lang))}}
	v := &view.Partners{
		Count: l.count("partners", len(group.Items)), Views: l.directoryViews(d.name), Downloads: l.partnerFiles(),
		Groups: []view.PartnerGroup{group}, Facet: l.facetOf(d, others),
	}
	for i := range v.Facet.Links {
		v.Facet.Links[i].Current = others[i].key == own.key
	}
	v.Page = l.page(f)
	l.html(f, v)
}

func (l *local) divisionURL(d directory) func(string) string {
	return l.below("partners", func(o *local) []string { return []string{o.t("path." + d.name)} })
}

func (l *local) partURL(d directory, key string) func(string) string {
	url := l.below("partners", func(o *local) []string { return []string{o.t("path." + d.name), d.slug(o, key)} })
	return func(lang string) string {
		if d.in != nil && !d.in(l.planner.local(lang), key) {
			return ""
		}
		return url(lang)
	}
}

// directoryViews are the ways to divide the directory.
func (l *local) directoryViews(current string) []view.NavLink {
	var out []view.NavLink
	for _, d := range l.directories() {
		url := l.site.SectionOf("partners").URL(l.lang)
		if d.name != "letter" {
			url = l.divisionURL(d)(l.lang)
		}
		out = append(out, view.NavLink{Label: l.t("directory." + d.name), URL: l.href(url), Current: d.name == current})
	}
	return out
}

// bucket is a group of a division: those partners that share a key.
type bucket struct {
	key      string
	partners []*dossier.Partner
}

// buckets are the groups of a division.
func (l *local) buckets(d directory, all []*dossier.Partner) []bucket {
	var out []bucket
	at := map[string]int{}
	for _, p := range all {
		for _, key := range d.key(l, p) {
			i, known := at[key]
			if !known {
				i = len(out)
				at[key], out = i, append(out, bucket{key: key})
			}
			out[i].partners = append(out[i].partners, p)
		}
	}
	return out
}

// labelled puts the groups of a division in the order of their labels.
func (l *local) labelled(d directory, buckets []bucket) []bucket {
	out := slices.Clone(buckets)
	collate(l, out, func(b bucket) string {
		label, _ := d.text(l, b.key)
		return label
	})
	return out
}

// groups are the groups of a division with their partners, sorted by name.
func (l *local) groups(d directory, buckets []bucket) []view.PartnerGroup {
	var out []view.PartnerGroup
	for _, b := range buckets {
		g := view.PartnerGroup{ID: "group-" + i18n.Slug(d.slug(l, b.key), l.lang), Count: l.count("partners", len(b.partners))}
		g.Label, g.Lang = d.text(l, b.key)
		for _, p := range l.sorted(b.partners) {
			item := l.partnerItem(p)
			item.Roles = l.partnerRoles(p)
			g.Items = append(g.Items, item)
		}
		out = append(out, g)
	}
	return out
}

func (l *local) partner(p *dossier.Partner) (frame, func(view.Page) any) {
	f := l.ofEntry("partner", p.Entry)
	if f.summary == "" {
		f.summary, _ = l.text(p.About)
	}
	if f.summary == "" {
		f.summary = l.t("partner-summary", "name", f.title, "kind", l.t("partner-kind."+p.Type.Value))
	}
	f.kind = "profile"
	f.data = l.partnerData(p)
	v := &view.Partner{
		Kind: l.t("partner-kind." + p.Type.Value), Place: l.partnerPlace(p), Logo: l.logo(p), Body: l.body(p.Entry),
		Facts: l.partnerFacts(p), Funds: cards(l, p.Funds, 0, l.programmeCard),
		Venues: cards(l, p.Venues, 0, l.eventCard), Guides: cards(l, p.Guides, 0, l.guideCard),
		Sheets: cards(l, p.Sheets, 0, l.sheetCard), Names: l.otherNames(p),
	}
	v.Name, v.NameLang = l.name(p.Entry)
	v.About, v.AboutLang = l.text(p.About)
	if p.Website.Given() {
		v.Website = &view.Link{Label: bareAddress(p.Website.Value), URL: p.Website.Value}
	}
	if p.Parent != nil {
		link := l.link(p.Parent.Entry)
		v.Parent = &link
	}
	for _, unit := range l.sorted(p.Units) {
		v.Units = append(v.Units, l.link(unit.Entry))
	}
	for _, part := range p.Parts {
		if part.Project.Listed(l.lang) {
			v.Projects = append(v.Projects, l.participation(part))
		}
	}
	for _, t := range p.Talks {
		if t.Event.Listed(l.lang) {
			v.Talks = append(v.Talks, l.talk(t))
		}
	}
	return f, func(page view.Page) any { v.Page = page; return v }
}

func (l *local) partnerPlace(p *dossier.Partner) string {
	country := l.locale.Country(p.Country.Value)
	if p.City.Given() {
		return p.City.Value + ", " + country
	}
	return country
}

func (l *local) partnerFacts(p *dossier.Partner) []view.Fact {
	facts := l.fact("kind", word(l.t("partner-kind."+p.Type.Value)))
	facts = append(facts, l.fact("city", word(p.City.Value))...)
	facts = append(facts, l.fact("country", word(l.locale.Country(p.Country.Value)))...)
	if p.Parent != nil {
		facts = append(facts, l.fact("belongs", value(l.link(p.Parent.Entry)))...)
	}
	ids := p.IDs
	for _, id := range []struct{ label, value string }{
		{"ipa", ids.IPA.Value}, {"pic", ids.PIC.Value}, {"ror", ids.ROR.Value}, {"wikidata", ids.Wikidata.Value}, {"vat", ids.VAT.Value},
	} {
		facts = append(facts, l.fact(id.label, word(id.value))...)
	}
	return facts
}

func (l *local) participation(part dossier.Part) view.Participation {
	out := view.Participation{Project: l.projectCard(part.Project), Role: l.t("role." + part.Role)}
	if part.Member == nil {
		return out
	}
	out.Note, out.NoteLang = l.text(part.Member.Note)
	for _, g := range part.Project.Project.Groups {
		inGroup := g.ID.Value == part.Group
		for _, m := range g.Members {
			inGroup = inGroup || m.ID == part.Member.Partner.Entry.ID
		}
		if inGroup {
			out.Group, _ = l.text(g.Name)
		}
	}
	return out
}

func (l *local) talk(t dossier.Talk) view.Talk {
	out := view.Talk{Event: l.link(t.Event.Entry), When: l.date(t.Event.Start.Day)}
	for _, s := range t.Speakers {
		person := l.person(t.Event, s)
		person.Org, person.OrgURL = "", "" // the page is the organisation's own
		out.People = append(out.People, person)
	}
	return out
}

// person is someone named at an event.
func (l *local) person(e *dossier.Event, s content.Speaker) view.Person {
	p := view.Person{Name: s.Name.Value, Org: s.Organisation.Value}
	p.Role, p.RoleLang = l.text(s.Role)
	p.Title, p.TitleLang = l.text(s.Talk)
	if org := e.SpeakerOrg(s); org != nil {
		p.Org, p.OrgLang = l.name(org.Entry)
		p.OrgURL = l.href(org.URL(l.lang))
	}
	return p
}
