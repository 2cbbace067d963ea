package plan

import (
	"dossier/internal/dossier"
	"dossier/internal/view"
)

// territories plans the list of territories and every territory.
func (l *local) territories() {
	l.step("territories", (*local).territoryList)
	for _, t := range l.site.Territories {
		l.record(t.Entry, func(main *local) (frame, func(view.Page) any) { return main.territory(t) })
	}
}

func (l *local) territoryList() {
	f := l.ofSection("section", "territories")
	v := &view.Section{Body: l.sectionIntro("territories"), Empty: l.t("empty.territories")}
	if list := cards(l, l.site.Territories, 0, l.territoryCard); len(list) > 0 {
		v.Groups = []view.Group{{Cards: list}}
	}
	v.Page = l.page(f)
	l.html(f, v)
}

func (l *local) territory(t *dossier.Territory) (frame, func(view.Page) any) {
	f := l.ofEntry("territory", t.Entry)
	v := &view.Territory{
		Body: l.body(t.Entry), Projects: cards(l, t.Projects, 0, l.projectCard),
		Sheets: l.areas(t.Sheets), Kits: l.territoryKits(t),
	}
	v.Name, v.NameLang = l.name(t.Entry)
	v.About, v.AboutLang = l.text(t.About)
	v.Facts = append(l.fact("kind", word(l.t("territory-kind."+t.Type.Value))), l.fact("code", word(t.Code.Value))...)
	if f.summary == "" {
		f.summary = l.t("territory-summary", "name", v.Name)
	}
	for _, inside := range t.Inside {
		v.Inside = append(v.Inside, l.link(inside.Entry))
	}
	if t.Within != nil {
		link := l.link(t.Within.Entry)
		v.Within = &link
	}
	return f, func(page view.Page) any { v.Page = page; return v }
}

// territoryKits are the kits that have sheets of their own for the territory.
func (l *local) territoryKits(t *dossier.Territory) []view.Card {
	var out []view.Card
	for _, k := range listed(l, l.site.Kits) {
		for _, place := range k.Places() {
			if place == t {
				card := l.kitCard(k)
				card.URL = l.href(l.placeURL(k, t)(k.Lang(l.lang)))
				out = append(out, card)
			}
		}
	}
	return out
}
