package render

import (
	"bytes"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"dossier/internal/view"
)

// calendar writes an iCalendar file (RFC 5545).
func calendar(v *view.Calendar) ([]byte, error) {
	w := &icsWriter{}
	w.line("BEGIN:VCALENDAR")
	w.line("VERSION:2.0")
	w.line("PRODID:" + icsText(v.Prod))
	w.line("CALSCALE:GREGORIAN")
	w.line("METHOD:PUBLISH")
	w.line("X-WR-CALNAME:" + icsText(v.Name))
	if err := w.zone(v); err != nil {
		return nil, err
	}
	for _, e := range v.Events {
		w.event(e, v.Lang)
	}
	w.line("END:VCALENDAR")
	return w.Bytes(), nil
}

// icsWriter writes content lines that end in CRLF and are folded at 75 octets
// (RFC 5545, 3.1), never inside a character.
type icsWriter struct{ bytes.Buffer }

func (w *icsWriter) line(s string) {
	const limit = 75
	for room := limit; len(s) > room; room = limit - 1 {
		at := room
		for at > 1 && !utf8.RuneStart(s[at]) {
			at--
		}
		w.WriteString(s[:at] + "\r\n ")
		s = s[at:]
	}
	w.WriteString(s + "\r\n")
}

var icsEscapes = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\r\n", `\n`, "\n", `\n`, "\r", `\n`)

// icsText escapes a TEXT value (3.3.11) and drops control characters.
func icsText(s string) string {
	return icsEscapes.Replace(strings.Map(func(r rune) rune {
		if r < 0x20 && r != '\n' && r != '\r' || r == 0x7f {
			return -1
		}
		return r
	}, s))
}

func (w *icsWriter) event(e view.CalendarEvent, lang string) {
	w.line("BEGIN:VEVENT")
	w.line("UID:" + icsText(e.UID))
	w.line("DTSTAMP:" + e.Stamp)
	w.moment("DTSTART", e.Start, e)
	if e.End != "" {
		w.moment("DTEND", e.End, e)
	}
	w.line("SUMMARY;LANGUAGE=" + lang + ":" + icsText(e.Summary))
	w.optional("DESCRIPTION;LANGUAGE="+lang, icsText(e.Description))
	w.optional("LOCATION", icsText(e.Location))
	w.optional("URL", e.URL)
	w.optional("STATUS", e.Status)
	if e.Lat != "" {
		w.line("GEO:" + e.Lat + ";" + e.Lon)
	}
	w.line("END:VEVENT")
}

func (w *icsWriter) optional(name, value string) {
	if value != "" {
		w.line(name + ":" + value)
	}
}

func (w *icsWriter) moment(name, value string, e view.CalendarEvent) {
	if e.AllDay {
		name += ";VALUE=DATE"
	} else if e.Zone != "" {
		name += ";TZID=" + e.Zone
	}
	w.line(name + ":" + value)
}

// zone writes the rules of the time zone for the years of the events: one
// observance for each change of the offset, so that every reader gets the hours
// right without a table of zones of its own.
func (w *icsWriter) zone(v *view.Calendar) error {
	first, last := timedYears(v.Events)
	if first == 0 {
		return nil
	}
	zone, err := time.LoadLocation(v.Zone)
	if err != nil {
		return fmt.Errorf("calendar: %w", err)
	}
	w.line("BEGIN:VTIMEZONE")
	w.line("TZID:" + v.Zone)
	at := time.Date(first-1, 1, 1, 0, 0, 0, 0, time.UTC).In(zone)
	end := time.Date(last+1, 1, 1, 0, 0, 0, 0, time.UTC)
	w.observance(at, at)
	for {
		_, change := at.ZoneBounds()
		if change.IsZero() || change.After(end) {
			break
		}
		w.observance(change.Add(-time.Second), change)
		at = change
	}
	w.line("END:VTIMEZONE")
	return nil
}

// observance writes the offset that begins at a moment; before is an instant at
// which the old offset still held.
func (w *icsWriter) observance(before, start time.Time) {
	kind := "STANDARD"
	if start.IsDST() {
		kind = "DAYLIGHT"
	}
	_, from := before.Zone()
	name, to := start.Zone()
	onset := start.UTC().Add(time.Duration(from) * time.Second)
	w.line("BEGIN:" + kind)
	w.line("DTSTART:" + onset.Format("20060102T150405"))
	w.line("TZOFFSETFROM:" + icsOffset(from))
	w.line("TZOFFSETTO:" + icsOffset(to))
	w.line("TZNAME:" + name)
	w.line("END:" + kind)
}

func icsOffset(seconds int) string {
	sign := "+"
	if seconds < 0 {
		sign, seconds = "-", -seconds
	}
	return fmt.Sprintf("%s%02d%02d", sign, seconds/3600, seconds/60%60)
}

// timedYears are the first and last year of events with a time of day; zero when
// there are none.
func timedYears(events []view.CalendarEvent) (first, last int) {
	for _, e := range events {
		if e.AllDay {
			continue
		}
		t, err := time.Parse("20060102T150405", e.Start)
		if err != nil {
			continue
		}
		if first == 0 || t.Year() < first {
			first = t.Year()
		}
		last = max(last, t.Year())
	}
	return first, last
}
