package plan

import (
	"dossier/internal/dossier"
	"dossier/internal/view"
)

// card is what all cards have in common.
func (l *local) card(kind string, e *dossier.Entry) view.Card {
	c := view.Card{Kind: kind, KindLabel: l.t("kind." + kind), URL: l.href(e.URL(l.lang)), Draft: e.Draft}
	c.Title, c.Lang = l.name(e)
	c.Summary, _ = l.text(e.Summary)
	c.Badge = l.badge(e)
	if c.Badge != "" {
		c.Lang = l.foreign(e.Origin)
	}
	return c
}

// cards makes cards of the records that this language lists, at most n of them
// (0: all).
func cards[T interface{ Listed(string) bool }](l *local, list []T, n int, card func(T) view.Card) []view.Card {
	var out []view.Card
	for _, item := range listed(l, list) {
		if n > 0 && len(out) == n {
			break
		}
		out = append(out, card(item))
	}
	return out
}

// once makes the card of a record once, for lists that it is on several times.
func once[T comparable](l *local, card func(T) view.Card) func(T) view.Card {
	type made struct {
		card  view.Card
		shown shown // what it draws on, which then each of their pages does
	}
	all := map[T]made{}
	return func(item T) view.Card {
		m, known := all[item]
		if !known {
			before := l.seen
			l.seen = shown{}
			m.card = card(item)
			m.shown, l.seen = l.seen, before
			all[item] = m
		}
		l.seen.addAll(m.shown)
		return m.card
	}
}

func (l *local) status(group, code string) *view.Status {
	return &view.Status{Code: code, Label: l.t(group + "." + code)}
}

func (l *local) projectCard(p *dossier.Project) view.Card {
	c := l.card("project", p.Entry)
	if tagline, _ := l.text(p.Tagline); tagline != "" {
		c.Summary = tagline
	}
	c.Status = l.status("status", p.State)
	c.When = l.period(p)
	if p.Lead != nil {
		name, in := l.name(p.Lead.Entry)
		c.Facts = append(c.Facts, l.fact("lead", view.FactValue{Text: name, Lang: in})...)
	}
	for _, f := range p.Funding {
		if f.Programme != nil && f.Programme.Funder != nil {
			name, in := l.name(f.Programme.Funder.Entry)
			c.Facts = append(c.Facts, l.fact("funder", view.FactValue{Text: name, Lang: in})...)
			break
		}
	}
	return c
}

func (l *local) eventCard(e *dossier.Event) view.Card {
	c := l.card("event", e.Entry)
	c.KindLabel = l.t("event-kind." + e.Type.Value)
	c.Status = l.status("event-status", e.State)
	c.Date = l.leaf(e.Start.Day)
	c.When = l.eventTime(e)
	c.Facts = append(c.Facts, l.fact("place", word(l.place(e)))...)
	return c
}

func (l *local) newsCard(n *dossier.News) view.Card {
	c := l.card("news", n.Entry)
	c.KindLabel = l.t("news-kind." + n.Type.Value)
	c.When = l.date(n.Date.Date)
	return c
}

func (l *local) guideCard(g *dossier.Guide) view.Card {
	c := l.card("guide", g.Entry)
	if n := len(g.In(l.lang)); n > 0 {
		c.Facts = append(c.Facts, l.fact("contents", word(l.count("chapters", n)))...)
	}
	return c
}

func (l *local) kitCard(k *dossier.Kit) view.Card {
	c := l.card("kit", k.Entry)
	if n := len(listed(l, k.Sheets)); n > 0 {
		c.Facts = append(c.Facts, l.fact("contents", word(l.count("sheets", n)))...)
	}
	return c
}

func (l *local) sheetCard(s *dossier.Sheet) view.Card {
	c := l.card("sheet", s.Entry)
	c.KindLabel = l.t("area." + s.Area.Value)
	name, in := l.sheetPlace(s)
	c.Facts = append(c.Facts, l.fact("territory", view.FactValue{Text: name, Lang: in})...)
	return c
}

func (l *local) programmeCard(p *dossier.Programme) view.Card {
	c := l.card("programme", p.Entry)
	c.KindLabel = l.t("programme-kind." + p.Type.Value)
	if n := len(listed(l, p.Projects)); n > 0 {
		c.Facts = append(c.Facts, l.fact("projects", word(l.count("projects", n)))...)
	}
	return c
}

func (l *local) territoryCard(t *dossier.Territory) view.Card {
	c := l.card("territory", t.Entry)
	c.KindLabel = l.t("territory-kind." + t.Type.Value)
	if n := len(listed(l, t.Projects)); n > 0 {
		c.Facts = append(c.Facts, l.fact("projects", word(l.count("projects", n)))...)
	}
	return c
}

// anyCard makes the card of a record of whatever kind.
func (l *local) anyCard(e *dossier.Entry) view.Card {
	switch v := e.Linked().(type) {
	case *dossier.Project:
		return l.projectCard(v)
	case *dossier.Event:
		return l.eventCard(v)
	case *dossier.News:
		return l.newsCard(v)
	case *dossier.Guide:
		return l.guideCard(v)
	case *dossier.Kit:
		return l.kitCard(v)
	case *dossier.Sheet:
		return l.sheetCard(v)
	case *dossier.Programme:
		return l.programmeCard(v)
	case *dossier.Territory:
		return l.territoryCard(v)
	}
	return l.card("page", e)
}

// related is “you may also be interested in”.
func (l *local) related(e *dossier.Entry) []view.Card {
	return cards(l, e.Related, 0, l.anyCard)
}
