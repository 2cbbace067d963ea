package plan

import (
	"slices"
	"time"

	"dossier/internal/dossier"
	"dossier/internal/i18n"
	"dossier/internal/schema"
	"dossier/internal/view"
)

// events plans the list of events and every event.
func (l *local) events() {
	l.step("events", (*local).eventList)
	for _, e := range l.site.Events {
		l.record(e.Entry, func(main *local) (frame, func(view.Page) any) { return main.event(e) })
		l.step("calendar "+e.Address(), func(l *local) { l.calendar(e) })
	}
}

func (l *local) eventList() {
	f := l.ofSection("events", "events")
	v := &view.Events{Body: l.sectionIntro("events"), Empty: l.t("empty.events"), Calendar: l.calendarFile()}
	all := listed(l, l.site.Events)
	f.data = l.listData(f, all)
	for _, e := range all {
		if e.State == "over" || e.State == "cancelled" {
			v.Past = l.intoYear(v.Past, year(e.Start.Day), l.eventCard(e))
			continue
		}
		v.Upcoming = slices.Insert(v.Upcoming, 0, l.eventCard(e))
	}
	v.Page = l.page(f)
	l.html(f, v)
}

// intoYear adds a card to the group of its year; cards come newest first.
func (l *local) intoYear(groups []view.Group, year string, c view.Card) []view.Group {
	if len(groups) == 0 || groups[len(groups)-1].Label != year {
		groups = append(groups, view.Group{ID: "year-" + year, Label: year})
	}
	last := &groups[len(groups)-1]
	last.Cards = append(last.Cards, c)
	return groups
}

// year is the year of a date in digits.
func year(d i18n.Date) string {
	if d.IsZero() {
		return ""
	}
	return i18n.Date{Year: d.Year}.String()
}

func (l *local) event(e *dossier.Event) (frame, func(view.Page) any) {
	f := l.ofEntry("event", e.Entry)
	f.strip = l.fundingOf(e.Projects)
	f.data = l.eventData(e)
	f.script = e.Recording.URL.Given()
	v := &view.Event{
		KindLabel: l.t("event-kind." + e.Type.Value), When: l.eventTime(e), Hours: l.hours(e), Place: l.place(e),
		Mode: l.t("event-mode." + e.Mode.Value), Status: *l.status("event-status", e.State),
		Action: l.eventAction(e), Facts: l.eventFacts(e), Body: l.body(e.Entry), Contents: l.contents(e.Entry),
		Sessions: l.sessions(e), Venue: l.venue(e), Recording: l.recording(e),
		Image:    l.picture(e.Entry, "(min-width: 64rem) 32rem, 100vw"),
		Projects: cards(l, e.Projects, 0, l.projectCard), Related: l.related(e.Entry), Funding: f.strip,
	}
	if leaf := l.leaf(e.Start.Day); leaf != nil {
		v.Date = *leaf
	}
	v.Audience, v.AudienceLang = l.text(e.Audience)
	if e.Attendance.Given {
		v.Number = l.t("attendance", "count", e.Attendance.N)
	}
	if e.State == "scheduled" || e.State == "moved-online" {
		file := l.eventFile(e)
		v.Calendar = &file
	}
	if e.Moderator.Name.Given() {
		v.Moderator = append(v.Moderator, l.person(e, e.Moderator))
	}
	for _, s := range e.Greetings {
		v.Greetings = append(v.Greetings, l.person(e, s))
	}
	for _, s := range e.Speakers {
		v.Speakers = append(v.Speakers, l.person(e, s))
	}
	return f, func(page view.Page) any { v.Page = page; return v }
}

func (l *local) zone() *time.Location { return l.site.Config.Zone }

// eventTime is the day or days in words.
func (l *local) eventTime(e *dossier.Event) view.Time {
	day := l.locale.DateLong(e.Start.Day)
	if e.End.Given() && e.End.Day.Compare(e.Start.Day) != 0 {
		day = l.locale.DateRange(e.Start.Day, e.End.Day)
	}
	return view.Time{Text: day, DateTime: l.machineTime(e.Start)}
}

// machineTime is a moment for <time datetime>, with the offset that held then.
func (l *local) machineTime(m schema.Moment) string {
	if !m.HasTime {
		return m.Day.String()
	}
	return dossier.Time(m, l.zone()).Format("2006-01-02T15:04-07:00")
}

// hours are the times of day with their zone.
func (l *local) hours(e *dossier.Event) string {
	if !e.Start.HasTime {
		return ""
	}
	from := dossier.Time(e.Start, l.zone())
	zone := l.locale.ZoneName(from)
	if !e.End.HasTime {
		return l.t("hours.from", "start", l.locale.Time(from), "zone", zone)
	}
	return l.t("hours.range", "range", l.locale.TimeRange(from, dossier.Time(e.End, l.zone())), "zone", zone)
}

// place is the venue and city, or “online”.
func (l *local) place(e *dossier.Event) string {
	if e.Mode.Value == "online" || !e.Venue.Name.Given() {
		return l.t("event-mode.online")
	}
	if e.Venue.City.Given() && e.Venue.City.Value != e.Venue.Name.Value {
		return e.Venue.Name.Value + ", " + e.Venue.City.Value
	}
	return e.Venue.Name.Value
}

// eventAction is the one button: register while one can, watch once it is over.
// A link to a registration that has closed is never shown as a button.
func (l *local) eventAction(e *dossier.Event) *view.Button {
	r := e.Registration
	today := l.site.Today
	switch {
	case e.State == "over" && e.Recording.URL.Given():
		return &view.Button{Label: l.t("action.watch"), URL: e.Recording.URL.Value, Note: e.Recording.Provider.Value}
	case e.State != "scheduled" && e.State != "moved-online", !r.URL.Given():
		return nil
	case r.Closes.Given() && r.Closes.Day.Compare(today) < 0, r.Opens.Given() && r.Opens.First().Compare(today) > 0:
		return nil
	}
	b := &view.Button{Label: l.t("action.register"), URL: r.URL.Value}
	if r.Closes.Given() {
		b.Note = l.t("action.until", "date", l.locale.Date(r.Closes.Day))
	}
	return b
}

func (l *local) eventFacts(e *dossier.Event) []view.Fact {
	t := l.eventTime(e)
	facts := l.fact("when", when(t), word(l.hours(e)))
	facts = append(facts, l.fact("place", word(l.place(e)))...)
	facts = append(facts, l.fact("mode", word(l.t("event-mode."+e.Mode.Value)))...)
	facts = append(facts, l.fact("platform", word(e.Online.Platform.Value))...)
	var languages, organisers []view.FactValue
	for _, code := range e.Event.Languages {
		languages = append(languages, word(l.locale.Language(code.Value)))
	}
	facts = append(facts, l.fact("languages", languages...)...)
	price, in := l.text(e.Price)
	if price == "free" {
		price = l.t("price.free")
	}
	facts = append(facts, l.fact("price", view.FactValue{Text: price, Lang: in})...)
	for _, o := range e.Organisers {
		organisers = append(organisers, value(l.link(o.Entry)))
	}
	facts = append(facts, l.fact("organisers", organisers...)...)
	if e.Registration.Capacity.Given {
		facts = append(facts, l.fact("capacity", word(l.locale.Number(e.Registration.Capacity.N)))...)
	}
	return facts
}

func (l *local) sessions(e *dossier.Event) []view.Session {
	var out []view.Session
	for _, s := range e.Sessions {
		item := view.Session{}
		item.Title, item.Lang = l.text(s.Title)
		switch {
		case s.Start.HasTime && s.End.HasTime:
			item.Hours = l.locale.TimeRange(dossier.Time(s.Start, l.zone()), dossier.Time(s.End, l.zone()))
		case s.Start.HasTime:
			item.Hours = l.locale.Time(dossier.Time(s.Start, l.zone()))
		case s.End.HasTime:
			item.Hours = l.t("hours.until", "end", l.locale.Time(dossier.Time(s.End, l.zone())))
		}
		if s.Start.Given() {
			item.DateTime = l.machineTime(s.Start)
		}
		for _, speaker := range s.Speakers {
			item.Speakers = append(item.Speakers, speaker.Value)
		}
		out = append(out, item)
	}
	return out
}

func (l *local) venue(e *dossier.Event) *view.Venue {
	if !e.Venue.Name.Given() {
		return nil
	}
	v := &view.Venue{Name: e.Venue.Name.Value, Address: e.Venue.Address.Value, City: e.Venue.City.Value}
	if e.Venue.Postal.Given() {
		v.City = e.Venue.Postal.Value + " " + v.City
	}
	v.Room, v.Lang = l.text(e.Venue.Room)
	v.Access, _ = l.text(e.Venue.Access)
	if e.Host != nil {
		l.uses(e.Host.Entry)
		v.URL = l.href(e.Host.URL(l.lang))
	}
	if e.Venue.Lat.Given && e.Venue.Lon.Given {
		v.Map = "https://www.openstreetmap.org/?mlat=" + decimal(e.Venue.Lat.F) + "&mlon=" + decimal(e.Venue.Lon.F)
	}
	return v
}

func (l *local) recording(e *dossier.Event) *view.Recording {
	if !e.Recording.URL.Given() {
		return nil
	}
	r := &view.Recording{URL: e.Recording.URL.Value, Provider: e.Recording.Provider.Value, Captions: l.t("captions.no")}
	if r.Provider == "" {
		r.Provider = bareHost(r.URL)
	}
	if e.Recording.Captions.On {
		r.Captions = l.t("captions.yes")
	}
	if e.Transcript != nil {
		file := l.file(e.Transcript, l.t("transcript"), l.lang)
		r.Transcript = &file
	}
	return r
}
