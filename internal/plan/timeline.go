package plan

import (
	"cmp"
	"slices"

	"dossier/internal/dossier"
	"dossier/internal/i18n"
	"dossier/internal/view"
)

// moment is an entry of a timeline with what it is sorted by.
type moment struct {
	view.Moment
	date i18n.Date
	rank int // on the same day the start comes first and the end last
}

// timeline merges a project's start, milestones, events, deliverables, news and
// end.
func (l *local) timeline(p *dossier.Project) []view.Moment {
	var all []moment
	add := func(rank int, kind string, date i18n.Date, title, url, lang string) {
		if date.IsZero() {
			return
		}
		all = append(all, moment{date: date, rank: rank, Moment: view.Moment{
			Kind: kind, KindLabel: l.t("moment." + kind), When: l.date(date), Title: title, URL: url, Lang: lang,
			Future: date.First().Compare(l.site.Today) > 0,
		}})
	}
	add(0, "start", p.Start.Date, l.t("moment.started"), "", "")
	inMilestones := map[string]bool{}
	for _, m := range p.Milestones {
		title, in := l.text(m.Title)
		url := ""
		if m.Event.Given() {
			inMilestones[m.Event.ID] = true
			title, url, in = l.milestoneEvent(p, m.Event.ID, title, in)
		}
		add(1, "milestone", m.Date.Date, title, url, in)
	}
	for _, e := range listed(l, p.Events) {
		if link := l.link(e.Entry); !inMilestones[e.Entry.ID] {
			add(2, "event", e.Start.Day, link.Label, link.URL, link.Lang)
		}
	}
	for _, d := range p.Outcomes {
		title, in := l.text(d.Title)
		add(3, "deliverable", d.Date.Date, title, "", in)
	}
	for _, n := range listed(l, p.News) {
		link := l.link(n.Entry)
		add(4, "news", n.Date.Date, link.Label, link.URL, link.Lang)
	}
	add(5, "end", p.Project.End.Date, l.t("moment.ended"), "", "")
	slices.SortStableFunc(all, func(a, b moment) int {
		return cmp.Or(a.date.Compare(b.date), cmp.Compare(a.rank, b.rank))
	})
	out := make([]view.Moment, len(all))
	for i, m := range all {
		out[i] = m.Moment
	}
	return out
}

// milestoneEvent names a milestone after its event, unless it has a title.
func (l *local) milestoneEvent(p *dossier.Project, id, title, in string) (string, string, string) {
	for _, e := range listed(l, p.Events) {
		if e.Entry.ID == id {
			link := l.link(e.Entry)
			if title == "" {
				title, in = link.Label, link.Lang
			}
			return title, link.URL, in
		}
	}
	return title, "", in
}
