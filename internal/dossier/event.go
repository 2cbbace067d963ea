package dossier

import (
	"cmp"
	"time"

	"dossier/internal/content"
	"dossier/internal/diag"
	"dossier/internal/i18n"
	"dossier/internal/schema"
)

// Event is a linked event.
type Event struct {
	*Entry
	*content.Event
	State      string // scheduled, over, postponed, cancelled, moved-online
	Projects   []*Project
	Organisers []*Partner
	Host       *Partner // whose rooms they are
	Transcript *Asset
	speakers   map[string]*Partner
}

// SpeakerOrg returns the organisation a speaker belongs to, when it is a record.
func (e *Event) SpeakerOrg(s content.Speaker) *Partner { return e.speakers[s.Partner.ID] }

// LastDay is the day after which the event is over.
func (e *Event) LastDay() i18n.Date {
	if e.End.Given() {
		return e.End.Day.Last()
	}
	return e.Start.Day.Last()
}

// Time turns a moment of the event into an instant; zone holds where the editor
// gave no offset.
func Time(m schema.Moment, zone *time.Location) time.Time {
	if m.HasOffset {
		zone = time.FixedZone("", m.Offset)
	}
	day := m.Day.First()
	return time.Date(day.Year, time.Month(day.Month), day.Day, m.Hour, m.Min, 0, 0, zone)
}

// People returns everyone named, in the order of the programme.
func (e *Event) People() []content.Speaker {
	var all []content.Speaker
	if e.Moderator.Name.Given() {
		all = append(all, e.Moderator)
	}
	all = append(all, e.Greetings...)
	return append(all, e.Speakers...)
}

func (l *linker) linkEvent(e *Event) {
	for _, ref := range e.Event.Projects {
		if p := l.project(ref); p != nil {
			e.Projects = append(e.Projects, p)
			p.Events = append(p.Events, e)
		}
	}
	for _, ref := range e.Event.Organisers {
		if p := l.partner(ref); p != nil {
			e.Organisers = append(e.Organisers, p)
		}
	}
	if e.Host = l.partner(e.Venue.Partner); e.Host != nil {
		e.Host.Venues = append(e.Host.Venues, e)
	}
	if t := e.Recording.Transcript; t.Given() {
		e.Transcript = l.file(e.Event.Dir, t.Value, "", t.Pos)
	}
	l.instants(e)
	l.talks(e)
	e.State = e.state(l.opts.Today)
}

// instants reports an end before its start where one of the two has an offset and
// the other is in the site's zone.
func (l *linker) instants(e *Event) {
	start, end, zone := e.Start, e.End, l.site.Config.Zone
	if !start.HasTime || !end.HasTime || start.HasOffset == end.HasOffset || !Time(end, zone).Before(Time(start, zone)) ||
		end.Day.Compare(start.Day) < 0 { // which the days alone say
		return
	}
	l.add(diag.At(end.Pos, "end-before-start", "end", end.String(), "start", start.String()).
		WithHint("hint.swap-dates").Also(start.Pos, "see.start"))
}

func (e *Event) state(today i18n.Date) string {
	if e.Status.Value == "cancelled" || e.Status.Value == "postponed" {
		return e.Status.Value
	}
	if last := e.LastDay(); !last.IsZero() && last.Compare(today) < 0 {
		return "over"
	}
	if e.Status.Given() {
		return e.Status.Value
	}
	return "scheduled"
}

// talks tells the speakers' organisations about the event.
func (l *linker) talks(e *Event) {
	e.speakers = map[string]*Partner{}
	var order []*Partner
	spoke := map[*Partner][]content.Speaker{}
	for _, s := range e.People() {
		p := l.partner(s.Partner)
		if p == nil {
			continue
		}
		e.speakers[s.Partner.ID] = p
		if spoke[p] == nil {
			order = append(order, p)
		}
		spoke[p] = append(spoke[p], s)
	}
	for _, p := range order {
		p.Talks = append(p.Talks, Talk{Event: e, Speakers: spoke[p]})
	}
}

func latestFirst(a, b *Event) int {
	return cmp.Or(b.Start.Day.Compare(a.Start.Day), cmp.Compare(a.Entry.ID, b.Entry.ID))
}
