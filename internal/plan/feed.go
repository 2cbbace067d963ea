package plan

import (
	"cmp"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"dossier/internal/dossier"
	"dossier/internal/i18n"
	"dossier/internal/schema"
	"dossier/internal/view"
)

// feedEntries is how many entries a feed holds.
const feedEntries = 20

func (l *local) feedURL() string     { return l.homeURL(l.lang) + "feed.xml" }
func (l *local) calendarURL() string { return l.homeURL(l.lang) + "calendar.ics" }

func (l *local) feedFile() view.File {
	return l.generated(l.t("feed.title", "site", l.siteTitle()), l.feedURL(), "Atom", "application/atom+xml")
}

func (l *local) calendarFile() view.File {
	return l.generated(l.t("calendar.title", "site", l.siteTitle()), l.calendarURL(), "iCalendar", "text/calendar")
}

// generated describes a file that this build makes; its size is not known yet.
func (l *local) generated(label, url, format, mediaType string) view.File {
	return view.File{Label: label, URL: l.href(url), Format: format, Language: l.locale.Language(l.lang), Lang: l.lang, Type: mediaType}
}

// data plans the feed, the calendar and the open-data files of the language.
func (l *local) data() {
	l.step("feed", (*local).feed)
	l.step("calendar", (*local).wholeCalendar)
	l.step("tables", (*local).tables)
}

// tables plans the open-data files.
func (l *local) tables() {
	for _, table := range []*view.Table{l.projectTable(), l.partnerTable(), l.eventTable()} {
		l.claim(Output{Path: l.dataPath(table.Name, "json"), Renderer: "json", View: table, Sources: l.sources()})
		if table.Name == "partners" {
			l.claim(Output{Path: l.dataPath(table.Name, "csv"), Renderer: "csv", View: table})
		}
	}
}

func (l *local) dataPath(name, format string) string {
	return l.lang + "/data/" + name + "." + format
}

// feed has the language's news and events, newest first. What exists in another
// language only is not in it.
func (l *local) feed() {
	v := &view.Feed{
		Title: l.siteTitle(), Lang: l.lang, Self: l.abs(l.feedURL()), Home: l.abs(l.homeURL(l.lang)),
		ID: l.abs(l.homeURL(l.lang)), Rights: l.licence(),
	}
	v.Subtitle, _ = l.text(l.site.Home.Summary())
	if l.site.Owner != nil {
		v.Author, _ = l.name(l.site.Owner.Entry)
	}
	for _, i := range l.latest() {
		entry := l.feedEntry(i)
		v.Entries, v.Updated = append(v.Entries, entry), max(v.Updated, entry.Updated)
	}
	if v.Updated == "" {
		v.Updated = rfc3339(l.site.Today)
	}
	l.claim(Output{Path: trimSlash(l.feedURL()), Renderer: "feed", View: v, Sources: l.sources()})
}

// feedItem is a record that may be in the feed.
type feedItem struct {
	*dossier.Entry
	published i18n.Date
	category  string
	url       string
}

// latest are the records in the feed, newest first.
func (l *local) latest() []feedItem {
	var items []feedItem
	for _, n := range l.site.News {
		if n.Has(l.lang) {
			items = append(items, feedItem{n.Entry, n.Date.Date, "news-kind." + n.Type.Value, n.URL(l.lang)})
		}
	}
	for _, e := range l.site.Events {
		if e.Has(l.lang) {
			items = append(items, feedItem{e.Entry, e.Start.Day, "event-kind." + e.Type.Value, e.URL(l.lang)})
		}
	}
	slices.SortStableFunc(items, func(a, b feedItem) int {
		return cmp.Or(b.published.First().Compare(a.published.First()), cmp.Compare(a.url, b.url))
	})
	return items[:min(len(items), feedEntries)]
}

func (l *local) feedEntry(i feedItem) view.FeedEntry {
	title, _ := l.name(i.Entry)
	summary, _ := l.text(i.Summary)
	updated := i.Updated
	if updated.First().Compare(i.published.First()) < 0 {
		updated = i.published
	}
	return view.FeedEntry{
		ID: l.abs(i.url), URL: l.abs(i.url), Title: title, Summary: summary, Body: l.body(i.Entry),
		Published: rfc3339(i.published), Updated: rfc3339(updated), Category: l.t(i.category),
	}
}

// rfc3339 is the start of a day in UTC; a date with less precision counts from
// its first day.
func rfc3339(d i18n.Date) string { return d.First().String() + "T00:00:00Z" }

func (l *local) eventFile(e *dossier.Event) view.File {
	return l.generated(l.t("action.calendar"), e.URL(l.lang)+l.slugOf(e.Entry)+"-"+l.lang+".ics", "iCalendar", "text/calendar")
}

// calendar plans the iCalendar file of one event.
func (l *local) calendar(e *dossier.Event) {
	if !e.Has(l.lang) {
		return
	}
	title, _ := l.name(e.Entry)
	v := &view.Calendar{
		Name: title, Lang: l.lang, Prod: l.prodID(), Zone: l.site.Config.Site.Timezone.Value,
		Events: []view.CalendarEvent{l.calendarEvent(e)},
	}
	path := trimSlash(e.URL(l.lang)) + l.slugOf(e.Entry) + "-" + l.lang + ".ics"
	l.claim(Output{Path: path, Renderer: "calendar", View: v, Pos: e.Fence(l.lang), Sources: partPaths(e.Entry)})
}

func partPaths(e *dossier.Entry) []string {
	var paths []string
	for _, p := range e.Parts {
		paths = append(paths, p.Path)
	}
	slices.Sort(paths)
	return paths
}

// wholeCalendar has all events of the language, to subscribe to.
func (l *local) wholeCalendar() {
	v := &view.Calendar{Name: l.t("calendar.title", "site", l.siteTitle()), Lang: l.lang, Prod: l.prodID(), Zone: l.site.Config.Site.Timezone.Value}
	for _, e := range l.site.Events {
		if e.Has(l.lang) {
			v.Events = append(v.Events, l.calendarEvent(e))
		}
	}
	l.claim(Output{Path: trimSlash(l.calendarURL()), Renderer: "calendar", View: v, Sources: l.sources()})
}

func (l *local) prodID() string {
	return "-//dossier//" + l.siteTitle() + "//" + strings.ToUpper(l.lang)
}

func (l *local) calendarEvent(e *dossier.Event) view.CalendarEvent {
	l.uses(e.Entry)
	stamp := e.Updated
	if stamp.IsZero() {
		stamp = e.Start.Day
	}
	v := view.CalendarEvent{
		UID:   e.Entry.ID + "@" + bareHost(l.site.Config.Site.BaseURL.Value),
		Stamp: strings.ReplaceAll(stamp.First().String(), "-", "") + "T000000Z",
		URL:   l.abs(e.URL(l.lang)), Location: l.place(e), Status: "CONFIRMED", AllDay: !e.Start.HasTime,
	}
	v.Summary, _ = l.name(e.Entry)
	v.Description, _ = l.text(e.Entry.Summary)
	switch e.State {
	case "cancelled":
		v.Status = "CANCELLED"
	case "postponed":
		v.Status = "TENTATIVE"
	}
	if e.Venue.Address.Given() {
		v.Location = strings.Join([]string{e.Venue.Name.Value, e.Venue.Address.Value, e.Venue.City.Value}, ", ")
	}
	if e.Venue.Lat.Given && e.Venue.Lon.Given {
		v.Lat, v.Lon = decimal(e.Venue.Lat.F), decimal(e.Venue.Lon.F)
	}
	l.calendarTimes(e, &v)
	return v
}

// calendarTimes writes start and end; the end of an all-day event is the day
// after its last (RFC 5545, 3.6.1).
func (l *local) calendarTimes(e *dossier.Event, v *view.CalendarEvent) {
	if v.AllDay {
		last := e.LastDay()
		after := time.Date(last.Year, time.Month(last.Month), last.Day+1, 0, 0, 0, 0, time.UTC)
		v.Start = strings.ReplaceAll(e.Start.Day.First().String(), "-", "")
		v.End = after.Format("20060102")
		return
	}
	v.Zone = l.site.Config.Site.Timezone.Value
	v.Start = l.localStamp(e.Start)
	if e.End.HasTime {
		v.End = l.localStamp(e.End)
	}
}

func (l *local) localStamp(m schema.Moment) string {
	return dossier.Time(m, l.zone()).In(l.zone()).Format("20060102T150405")
}

// bareHost is the host of an address.
func bareHost(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	return u.Host
}

func decimal(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }
