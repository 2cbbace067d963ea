package plan

import (
	"slices"
	"strings"

	"dossier/internal/dossier"
	"dossier/internal/view"
)

// kits plans the section “Guide and kit”, every kit, its page per territory, and
// its sheets.
func (l *local) kits() {
	l.step("kits", (*local).kitList)
	for _, k := range l.site.Kits {
		l.record(k.Entry, func(main *local) (frame, func(view.Page) any) { return main.kit(k, nil) })
		for _, t := range k.Places() {
			if k.Has(l.lang) {
				l.step("place "+k.Address()+" "+t.Address(), func(l *local) {
					place, finish := l.kit(k, t)
					l.html(place, finish(l.page(place)))
				})
			}
		}
		for _, s := range k.Sheets {
			l.record(s.Entry, func(main *local) (frame, func(view.Page) any) { return main.sheet(s) })
		}
	}
}

func (l *local) kitList() {
	f := l.ofSection("kits", "kits")
	f.data = l.listData(f, listed(l, l.site.Kits))
	v := &view.Kits{
		Body: l.sectionIntro("kits"), Kits: cards(l, l.site.Kits, 0, l.kitCard),
		Guides: cards(l, l.site.Guides, 0, l.guideCard),
	}
	v.Page = l.page(f)
	l.html(f, v)
}

// placeURL is the address of a kit's page for a territory.
func (l *local) placeURL(k *dossier.Kit, t *dossier.Territory) func(string) string {
	return func(lang string) string {
		if !k.Has(lang) {
			return ""
		}
		o := l.planner.local(lang)
		return k.URL(lang) + o.t("path.territory") + "/" + o.slugOf(t.Entry) + "/"
	}
}

// places are the choices of territory.
func (l *local) places(k *dossier.Kit, current *dossier.Territory) []view.FacetLink {
	var out []view.FacetLink
	for _, t := range k.Places() {
		name, in := l.name(t.Entry)
		out = append(out, view.FacetLink{
			Label: name, Lang: in, URL: l.href(l.placeURL(k, t)(k.Lang(l.lang))),
			Count: len(listed(l, k.For(t))), Current: t == current,
		})
	}
	collate(l, out, func(f view.FacetLink) string { return f.Label })
	return out
}

// kit is a kit's own page, or its page for one territory.
func (l *local) kit(k *dossier.Kit, t *dossier.Territory) (frame, func(view.Page) any) {
	f := l.ofEntry("kit", k.Entry)
	f.strip = l.stripFor(k.Entry)
	f.data = l.kitData(k)
	sheets := k.Sheets
	pdf, zip := l.kitPaths(k, t)
	v := &view.Kit{Places: l.places(k, t), Funding: f.strip}
	if t == nil {
		v.Body = l.body(k.Entry)
		v.Platform = l.platform(k)
		v.Facts = l.kitFacts(k)
	} else {
		sheets = k.For(t)
		v.Place, v.PlaceLang = l.name(t.Entry)
		f.url = l.placeURL(k, t)
		f.crumbs = []view.Link{l.link(k.Entry)}
		f.title = l.t("kit.for", "kit", f.title, "place", v.Place)
		f.summary = l.t("kit.for-summary", "kit", f.crumbs[0].Label, "place", v.Place)
		f.data = nil
	}
	v.Files = append(l.download(k.Entry, pdf, l.t("download.kit")), l.download(k.Entry, zip, l.t("download.archive"))...)
	if t == nil {
		f.data[0].Props = append(f.data[0].Props, nested("encoding", l.encodings(v.Files)...)...)
	}
	v.Areas = l.areas(sheets)
	v.Count = l.count("sheets", len(listed(l, sheets)))
	if k.Guide != nil && k.Guide.Listed(l.lang) {
		card := l.guideCard(k.Guide)
		v.Guide = &card
	}
	if k.Project != nil && k.Project.Listed(l.lang) {
		card := l.projectCard(k.Project)
		v.Project = &card
	}
	return f, func(page view.Page) any { v.Page = page; return v }
}

// areas groups sheets into rights, services and incentives.
func (l *local) areas(sheets []*dossier.Sheet) []view.Group {
	var out []view.Group
	for _, area := range dossier.Areas() {
		of := slices.DeleteFunc(listed(l, sheets), func(s *dossier.Sheet) bool { return s.Area.Value != area })
		collate(l, of, func(s *dossier.Sheet) string {
			name, _ := l.name(s.Entry)
			return name
		})
		if len(of) > 0 {
			out = append(out, view.Group{
				ID: area, Label: l.t("areas." + area), Note: l.count("sheets", len(of)), Cards: cards(l, of, 0, l.sheetCard),
			})
		}
	}
	return out
}

func (l *local) platform(k *dossier.Kit) *view.Platform {
	p := k.Kit.Platform
	if !p.Name.Given() {
		return nil
	}
	out := &view.Platform{Name: p.Name.Value, URL: p.URL.Value}
	out.Access, out.Lang = l.text(p.Access)
	return out
}

func (l *local) kitFacts(k *dossier.Kit) []view.Fact {
	var audience []view.FactValue
	for _, a := range k.Audience {
		audience = append(audience, word(l.t("audience."+a.Value)))
	}
	facts := l.fact("audience", audience...)
	return append(facts, l.fact("updated", when(l.date(k.Updated)))...)
}

// sheetPlace names the territory in which a sheet holds.
func (l *local) sheetPlace(s *dossier.Sheet) (string, string) {
	if s.Territory == nil {
		return l.t("national"), ""
	}
	return l.name(s.Territory.Entry)
}

func (l *local) sheet(s *dossier.Sheet) (frame, func(view.Page) any) {
	f := l.ofEntry("sheet", s.Entry)
	kit := l.link(s.Kit.Entry)
	f.crumbs = []view.Link{kit}
	f.strip = l.stripFor(s.Entry)
	f.data = l.sheetData(s)
	v := &view.Sheet{
		Kit: kit, Area: *l.status("area", s.Area.Value), Beneficiaries: l.beneficiaries(s),
		Checked: l.date(s.Checked.Date), Facts: l.sheetFacts(s), Body: l.body(s.Entry),
		Contents: l.contents(s.Entry), Contacts: l.sheetContacts(s), Legal: l.legal(s),
		Related: l.related(s.Entry), Funding: f.strip,
	}
	usual, large := l.sheetPaths(s)
	v.Files = append(l.download(s.Entry, usual, l.t("download.sheet")), l.download(s.Entry, large, l.t("download.large"))...)
	f.data[0].Props = append(f.data[0].Props, nested("encoding", l.encodings(v.Files)...)...)
	v.Territory, v.TerritoryLang = l.sheetPlace(s)
	if s.Territory != nil {
		v.TerritoryURL = l.href(s.Territory.URL(l.lang))
	}
	if s.ReviewBy().Last().Compare(l.site.Today) < 0 {
		v.ReviewDue = l.t("review-due", "date", l.locale.Date(s.Checked.Date))
	}
	return f, func(page view.Page) any { v.Page = page; return v }
}

func (l *local) beneficiaries(s *dossier.Sheet) string {
	var words []string
	for _, b := range s.Beneficiaries {
		words = append(words, l.t("beneficiary."+b.Value))
	}
	return strings.Join(words, ", ")
}

func (l *local) sheetFacts(s *dossier.Sheet) []view.Fact {
	amount, amountIn := l.text(s.Amount)
	duration, durationIn := l.text(s.Duration)
	facts := l.fact("amount", view.FactValue{Text: amount, Lang: amountIn})
	facts = append(facts, l.fact("duration", view.FactValue{Text: duration, Lang: durationIn})...)
	if s.Provider != nil {
		facts = append(facts, l.fact("provider", value(l.link(s.Provider.Entry)))...)
	}
	return facts
}

func (l *local) sheetContacts(s *dossier.Sheet) []view.SheetContact {
	var out []view.SheetContact
	for _, c := range s.Sheet.Contacts {
		item := view.SheetContact{Phone: c.Phone.Value, Tel: dial(c.Phone.Value), Email: c.Email.Value, URL: c.URL.Value}
		item.Name, item.Lang = l.text(c.Name)
		out = append(out, item)
	}
	return out
}

// dial keeps what a telephone can dial.
func dial(phone string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r == '+' {
			return r
		}
		return -1
	}, phone)
}

func (l *local) legal(s *dossier.Sheet) []view.Link {
	var out []view.Link
	for _, ref := range s.Sheet.Legal {
		link := view.Link{URL: ref.URL.Value}
		link.Label, link.Lang = l.text(ref.Title)
		out = append(out, link)
	}
	return out
}
