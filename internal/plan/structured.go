package plan

import (
	"dossier/internal/dossier"
	"dossier/internal/schema"
	"dossier/internal/view"
)

// Structured data in the vocabulary of schema.org.

// node starts a thing; props are left out when they say nothing.
func node(kind, id string, props ...[]view.Prop) view.Node {
	n := view.Node{Type: kind, ID: id}
	for _, p := range props {
		n.Props = append(n.Props, p...)
	}
	return n
}

func prop(name string, texts ...string) []view.Prop {
	var given []string
	for _, t := range texts {
		if t != "" {
			given = append(given, t)
		}
	}
	if len(given) == 0 {
		return nil
	}
	return []view.Prop{{Name: name, Texts: given}}
}

func nested(name string, nodes ...view.Node) []view.Prop {
	if len(nodes) == 0 {
		return nil
	}
	return []view.Prop{{Name: name, Nodes: nodes}}
}

func bare(name, value string) []view.Prop { return []view.Prop{{Name: name, Value: value}} }

// tagged is a text with its language when that is not the page's.
func (l *local) tagged(name, text, lang string) []view.Prop {
	if text == "" {
		return nil
	}
	return []view.Prop{{Name: name, Texts: []string{text}, Lang: lang}}
}

// id is the identifier of a record in structured data.
func (l *local) id(e *dossier.Entry) string { return l.abs(e.URL(l.lang)) + "#" + string(e.Kind) }

// reference points at a thing that another page describes.
func (l *local) reference(kind string, e *dossier.Entry) view.Node {
	name, lang := l.name(e)
	return node(kind, l.id(e), l.tagged("name", name, lang), prop("url", l.abs(e.URL(l.lang))))
}

func (l *local) organisation(p *dossier.Partner) view.Node {
	return l.reference(organisationType(p.Type.Value), p.Entry)
}

// organisationType maps our kinds to the vocabulary's.
func organisationType(kind string) string {
	switch kind {
	case "eu-institution", "national-authority", "regional-authority", "local-authority", "health-authority", "public-agency":
		return "GovernmentOrganization"
	case "university":
		return "CollegeOrUniversity"
	case "research-body":
		return "ResearchOrganization"
	case "enterprise", "cooperative", "social-cooperative", "public-service-company":
		return "Corporation"
	case "trade-union":
		return "WorkersUnion"
	case "ngo", "association", "foundation", "network", "employers-association":
		return "NGO"
	}
	return "Organization"
}

func (l *local) publisher() []view.Prop {
	if l.site.Owner == nil {
		return nil
	}
	return nested("publisher", l.organisation(l.site.Owner))
}

func (l *local) siteData(purpose string) []view.Node {
	return []view.Node{node("WebSite", l.abs(l.homeURL(l.lang))+"#website",
		prop("name", l.siteTitle()), prop("url", l.abs(l.homeURL(l.lang))), prop("description", purpose),
		prop("inLanguage", l.lang), l.publisher())}
}

// listData describes a listing and its items.
func (l *local) listData(f frame, list any) []view.Node {
	var items []view.Node
	add := func(e *dossier.Entry) {
		items = append(items, node("ListItem", "", bare("position", itoa(len(items)+1)), prop("url", l.abs(e.URL(l.lang)))))
	}
	switch records := list.(type) {
	case []*dossier.Project:
		for _, r := range records {
			add(r.Entry)
		}
	case []*dossier.Partner:
		for _, r := range records {
			add(r.Entry)
		}
	case []*dossier.Event:
		for _, r := range records {
			add(r.Entry)
		}
	case []*dossier.News:
		for _, r := range records {
			add(r.Entry)
		}
	case []*dossier.Guide:
		for _, r := range records {
			add(r.Entry)
		}
	case []*dossier.Kit:
		for _, r := range records {
			add(r.Entry)
		}
	}
	url := l.abs(f.url(l.lang))
	page := node("CollectionPage", url, prop("name", f.title), prop("url", url), prop("description", f.summary), prop("inLanguage", l.lang))
	if len(items) > 0 {
		page.Props = append(page.Props, nested("mainEntity", node("ItemList", "", bare("numberOfItems", itoa(len(items))), nested("itemListElement", items...)))...)
	}
	return []view.Node{page}
}

func (l *local) projectData(p *dossier.Project) []view.Node {
	name, lang := l.name(p.Entry)
	summary, _ := l.text(p.Entry.Summary)
	var funders, members []view.Node
	for _, f := range p.Funding {
		if f.Programme != nil && f.Programme.Funder != nil {
			funders = append(funders, l.organisation(f.Programme.Funder))
		}
	}
	for _, m := range p.Members {
		members = append(members, l.organisation(m.Partner))
	}
	n := node("ResearchProject", l.id(p.Entry), l.tagged("name", name, lang), prop("alternateName", p.Acronym.Value),
		prop("url", l.abs(p.URL(l.lang))), prop("description", summary), prop("foundingDate", p.Start.String()))
	if p.Project.End.Given() {
		n.Props = append(n.Props, prop("dissolutionDate", p.Project.End.String())...)
	}
	if p.Lead != nil {
		n.Props = append(n.Props, nested("parentOrganization", l.organisation(p.Lead))...)
	}
	n.Props = append(n.Props, nested("funder", funders...)...)
	n.Props = append(n.Props, nested("member", members...)...)
	return []view.Node{n}
}

func (l *local) partnerData(p *dossier.Partner) []view.Node {
	name, lang := l.name(p.Entry)
	about, aboutLang := l.text(p.About)
	var other []string
	for _, n := range l.otherNames(p) {
		other = append(other, n.Name)
	}
	n := node(organisationType(p.Type.Value), l.id(p.Entry), l.tagged("name", name, lang), prop("alternateName", other...),
		l.tagged("description", about, aboutLang), prop("url", l.abs(p.URL(l.lang))), prop("sameAs", p.Website.Value),
		nested("address", node("PostalAddress", "", prop("addressLocality", p.City.Value), prop("addressCountry", p.Country.Value))))
	if p.Logo != nil {
		n.Props = append(n.Props, prop("logo", l.abs(p.Logo.URL))...)
	}
	if p.Parent != nil {
		n.Props = append(n.Props, nested("parentOrganization", l.organisation(p.Parent))...)
	}
	return []view.Node{n}
}

func (l *local) eventData(e *dossier.Event) []view.Node {
	name, lang := l.name(e.Entry)
	summary, _ := l.text(e.Entry.Summary)
	n := node("Event", l.id(e.Entry), l.tagged("name", name, lang), prop("description", summary), prop("url", l.abs(e.URL(l.lang))),
		prop("startDate", l.machineTime(e.Start)), prop("endDate", l.endTime(e)),
		prop("eventStatus", "https://schema.org/"+eventStatus(e.State)),
		prop("eventAttendanceMode", "https://schema.org/"+attendanceMode(e.Mode.Value)),
		nested("location", l.location(e)))
	var organisers, performers []view.Node
	for _, o := range e.Organisers {
		organisers = append(organisers, l.organisation(o))
	}
	for _, s := range e.People() {
		performers = append(performers, node("Person", "", prop("name", s.Name.Value)))
	}
	n.Props = append(n.Props, nested("organizer", organisers...)...)
	n.Props = append(n.Props, nested("performer", performers...)...)
	n.Props = append(n.Props, prop("inLanguage", words(e.Event.Languages)...)...)
	return []view.Node{n}
}

func words(list []schema.Str) []string {
	var out []string
	for _, s := range list {
		out = append(out, s.Value)
	}
	return out
}

func eventStatus(state string) string {
	switch state {
	case "cancelled":
		return "EventCancelled"
	case "postponed":
		return "EventPostponed"
	case "moved-online":
		return "EventMovedOnline"
	}
	return "EventScheduled"
}

func attendanceMode(mode string) string {
	switch mode {
	case "online":
		return "OnlineEventAttendanceMode"
	case "hybrid":
		return "MixedEventAttendanceMode"
	}
	return "OfflineEventAttendanceMode"
}

func (l *local) location(e *dossier.Event) view.Node {
	if e.Mode.Value == "online" || !e.Venue.Name.Given() {
		url := e.Online.URL.Value
		if url == "" {
			url = l.abs(e.URL(l.lang))
		}
		return node("VirtualLocation", "", prop("url", url))
	}
	v := e.Venue
	country := v.Country.Value
	return node("Place", "", prop("name", v.Name.Value), nested("address", node("PostalAddress", "",
		prop("streetAddress", v.Address.Value), prop("postalCode", v.Postal.Value),
		prop("addressLocality", v.City.Value), prop("addressCountry", country))))
}

func (l *local) newsData(n *dossier.News) []view.Node {
	name, lang := l.name(n.Entry)
	summary, _ := l.text(n.Entry.Summary)
	item := node("NewsArticle", l.id(n.Entry), l.tagged("headline", name, lang), prop("description", summary),
		prop("url", l.abs(n.URL(l.lang))), prop("datePublished", n.Date.String()), prop("inLanguage", l.lang), l.publisher())
	if !n.Updated.IsZero() {
		item.Props = append(item.Props, prop("dateModified", n.Updated.String())...)
	}
	if len(n.Authors) > 0 {
		var authors []view.Node
		for _, a := range n.Authors {
			authors = append(authors, node("Person", "", prop("name", a.Value)))
		}
		item.Props = append(item.Props, nested("author", authors...)...)
	} else if l.site.Owner != nil {
		item.Props = append(item.Props, nested("author", l.organisation(l.site.Owner))...)
	}
	return []view.Node{item}
}

func (l *local) guideData(g *dossier.Guide) []view.Node {
	n := l.document("DigitalDocument", g.Entry)
	var parts []view.Node
	for _, c := range g.In(l.lang) {
		parts = append(parts, l.reference("DigitalDocument", c.Entry))
	}
	n.Props = append(n.Props, nested("hasPart", parts...)...)
	if g.Publisher != nil {
		n.Props = append(n.Props, nested("publisher", l.organisation(g.Publisher))...)
	}
	return []view.Node{n}
}

// document describes a text of the site.
func (l *local) document(kind string, e *dossier.Entry) view.Node {
	name, lang := l.name(e)
	summary, _ := l.text(e.Summary)
	n := node(kind, l.id(e), l.tagged("name", name, lang), prop("description", summary),
		prop("url", l.abs(e.URL(l.lang))), prop("inLanguage", l.lang), prop("license", licenceURL))
	if !e.Updated.IsZero() {
		n.Props = append(n.Props, prop("dateModified", e.Updated.String())...)
	}
	return n
}

// licenceURL is that of the texts: Creative Commons Attribution 4.0.
const licenceURL = "https://creativecommons.org/licenses/by/4.0/"

func (l *local) chapterData(g *dossier.Guide, c *dossier.Chapter) []view.Node {
	n := l.document("DigitalDocument", c.Entry)
	n.Props = append(n.Props, nested("isPartOf", l.reference("DigitalDocument", g.Entry))...)
	return []view.Node{n}
}

func (l *local) kitData(k *dossier.Kit) []view.Node {
	n := l.document("DigitalDocument", k.Entry)
	var parts []view.Node
	for _, s := range listed(l, k.Sheets) {
		parts = append(parts, l.reference("DigitalDocument", s.Entry))
	}
	n.Props = append(n.Props, nested("hasPart", parts...)...)
	return []view.Node{n}
}

// sheetData describes the document and the public service that it explains.
func (l *local) sheetData(s *dossier.Sheet) []view.Node {
	doc := l.document("DigitalDocument", s.Entry)
	doc.Props = append(doc.Props, nested("isPartOf", l.reference("DigitalDocument", s.Kit.Entry))...)
	name, lang := l.name(s.Entry)
	place, _ := l.sheetPlace(s)
	service := node("GovernmentService", l.abs(s.URL(l.lang))+"#service", l.tagged("name", name, lang),
		prop("serviceType", l.t("area."+s.Area.Value)), prop("url", l.abs(s.URL(l.lang))),
		nested("areaServed", node("AdministrativeArea", "", prop("name", place))),
		nested("audience", node("PeopleAudience", "", prop("audienceType", l.beneficiaries(s)))))
	if s.Provider != nil {
		service.Props = append(service.Props, nested("provider", l.organisation(s.Provider))...)
	}
	doc.Props = append(doc.Props, nested("about", view.Node{ID: service.ID})...)
	return []view.Node{doc, service}
}

// breadcrumbData repeats the breadcrumb; every page below the home page has one.
func (l *local) breadcrumbData(p view.Page) []view.Node {
	if len(p.Breadcrumb) == 0 {
		return nil
	}
	var items []view.Node
	for _, link := range p.Breadcrumb {
		items = append(items, node("ListItem", "", bare("position", itoa(len(items)+1)),
			prop("name", link.Label), prop("item", l.site.Config.Origin+link.URL)))
	}
	items = append(items, node("ListItem", "", bare("position", itoa(len(items)+1)), prop("name", p.Title), prop("item", p.Canonical)))
	return []view.Node{node("BreadcrumbList", p.Canonical+"#breadcrumb", nested("itemListElement", items...))}
}
