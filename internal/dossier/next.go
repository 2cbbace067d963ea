package dossier

import (
	"time"

	"dossier/internal/i18n"
)

// nextDate finds the first day after today on which something changes by itself:
// a record appears or expires, a project or an event changes its state, a date
// of a timeline is reached, a sheet is due for review.
func (l *linker) nextDate() {
	consider := func(d i18n.Date) {
		if !d.IsZero() && d.Compare(l.opts.Today) > 0 && (l.site.NextDate.IsZero() || d.Compare(l.site.NextDate) < 0) {
			l.site.NextDate = d
		}
	}
	for _, item := range l.set.Items() {
		consider(item.Publish.First())
		consider(DayAfter(item.Expires.Last()))
	}
	for _, e := range l.site.Events {
		for _, d := range e.turns() {
			consider(d)
		}
	}
	for _, p := range l.site.Projects {
		for _, d := range p.turns() {
			consider(d)
		}
	}
	for _, n := range l.site.News {
		consider(n.Date.First())
	}
	for _, k := range l.site.Kits {
		for _, s := range k.Sheets {
			consider(DayAfter(s.ReviewBy().Last()))
		}
	}
}

// turns are the days on which an event's pages change.
func (e *Event) turns() []i18n.Date {
	r := e.Registration
	return []i18n.Date{e.Start.Day.First(), DayAfter(e.LastDay()), r.Opens.First(), DayAfter(r.Closes.Day.First())}
}

// turns are the days on which a project's pages change.
func (p *Project) turns() []i18n.Date {
	days := []i18n.Date{p.Start.First(), p.Project.End.First(), DayAfter(p.Project.End.Last())}
	for _, m := range p.Milestones {
		days = append(days, m.Date.First())
	}
	for _, d := range p.Deliverables {
		days = append(days, d.Date.First())
	}
	return days
}

// DayAfter is the day after a day; zero after none.
func DayAfter(d i18n.Date) i18n.Date {
	if d.IsZero() {
		return d
	}
	return i18n.DateOf(time.Date(d.Year, time.Month(d.Month), d.Day+1, 0, 0, 0, 0, time.UTC))
}
