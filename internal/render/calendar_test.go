package render

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"dossier/internal/view"
)

// unfold reads content lines as RFC 5545, 3.1 says, and checks their form.
func unfold(t *testing.T, data []byte) []string {
	t.Helper()
	text, ended := strings.CutSuffix(string(data), "\r\n")
	if !ended {
		t.Fatalf("the last line does not end in CRLF: %q", data)
	}
	var lines []string
	for _, line := range strings.Split(text, "\r\n") {
		if len(line) > 75 {
			t.Fatalf("a line has %d octets: %q", len(line), line)
		}
		if strings.ContainsAny(line, "\r\n") || !utf8.ValidString(line) {
			t.Fatalf("a line is cut within: %q", line)
		}
		if rest, folded := strings.CutPrefix(line, " "); folded && len(lines) > 0 {
			lines[len(lines)-1] += rest
			continue
		}
		lines = append(lines, line)
	}
	return lines
}

// property returns the values of all lines with a name, without parameters.
func property(lines []string, name string) []string {
	var values []string
	for _, line := range lines {
		if head, value, _ := strings.Cut(line, ":"); head == name || strings.HasPrefix(head, name+";") {
			values = append(values, value)
		}
	}
	return values
}

func render(t *testing.T, v *view.Calendar) []string {
	t.Helper()
	data, err := calendar(v)
	if err != nil {
		t.Fatal(err)
	}
	return unfold(t, data)
}

func TestAnEventWithHours(t *testing.T) {
	got := render(t, &view.Calendar{Name: "Eventi", Lang: "it", Prod: "-//x//IT", Zone: "Europe/Rome", Events: []view.CalendarEvent{{
		UID: "masp@x.example", Stamp: "20210301T000000Z", Start: "20210325T100000", End: "20210325T130000", Zone: "Europe/Rome",
		Summary: "Conciliare: lavoro, famiglia; città", Description: "Due\nrighe", Location: `Sala \ A`, URL: "https://x.example/e/", Status: "CONFIRMED", Lat: "45.46", Lon: "9.19",
	}}})
	at := 0
	for i, line := range got {
		if line == "BEGIN:VEVENT" {
			at = i
		}
	}
	want := []string{
		"BEGIN:VEVENT", "UID:masp@x.example", "DTSTAMP:20210301T000000Z", "DTSTART;TZID=Europe/Rome:20210325T100000", "DTEND;TZID=Europe/Rome:20210325T130000",
		`SUMMARY;LANGUAGE=it:Conciliare: lavoro\, famiglia\; città`, `DESCRIPTION;LANGUAGE=it:Due\nrighe`, `LOCATION:Sala \\ A`, "URL:https://x.example/e/",
		"STATUS:CONFIRMED", "GEO:45.46;9.19", "END:VEVENT", "END:VCALENDAR",
	}
	if diff := cmp.Diff(want, got[at:]); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//IT"}, got[:3]); diff != "" {
		t.Error(diff)
	}
}

func TestAnEventOfWholeDays(t *testing.T) {
	got := render(t, &view.Calendar{Zone: "Europe/Rome", Events: []view.CalendarEvent{{UID: "a", Stamp: "20210301T000000Z", Start: "20210325", End: "20210327", AllDay: true, Summary: "A"}}})
	joined := strings.Join(got, "\n")
	if !strings.Contains(joined, "DTSTART;VALUE=DATE:20210325\nDTEND;VALUE=DATE:20210327\n") {
		t.Errorf("got\n%s", joined)
	}
	for _, absent := range []string{"VTIMEZONE", "TZID", "DESCRIPTION", "LOCATION", "URL", "GEO"} {
		if strings.Contains(joined, absent) {
			t.Errorf("%s is not needed:\n%s", absent, joined)
		}
	}
}

func TestTheTimeZoneHasTheChangesOfItsYears(t *testing.T) {
	got := render(t, &view.Calendar{Zone: "Europe/Rome", Events: []view.CalendarEvent{{UID: "a", Start: "20210325T100000", Zone: "Europe/Rome"}}})
	var zone []string
	for i, line := range got {
		if line == "DTSTART:20210328T020000" || line == "DTSTART:20211031T030000" {
			zone = append(zone, got[i-1:i+5]...)
		}
	}
	// Directive 2000/84/EC: the last Sundays of March and October, 1:00 UTC.
	want := []string{
		"BEGIN:DAYLIGHT", "DTSTART:20210328T020000", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "TZNAME:CEST", "END:DAYLIGHT",
		"BEGIN:STANDARD", "DTSTART:20211031T030000", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "TZNAME:CET", "END:STANDARD",
	}
	if diff := cmp.Diff(want, zone); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if first := property(got, "DTSTART")[0]; first > "20210101T000000" {
		t.Errorf("no offset is known before %s", first)
	}
	if n := len(property(got, "TZID")); n != 1 {
		t.Errorf("%d time zones", n)
	}
}

func TestTimeZonesOfOtherKinds(t *testing.T) {
	timed := []view.CalendarEvent{{UID: "a", Start: "20210325T100000", Zone: "x"}, {UID: "b", Start: "20230101T100000", Zone: "x"}}
	cases := []struct {
		zone     string
		offsets  []string
		observed int
	}{
		{"UTC", []string{"+0000"}, 1},
		{"Asia/Kolkata", []string{"+0530"}, 1},
		{"America/St_Johns", []string{"-0330", "-0230"}, 0},
		{"Europe/Dublin", []string{"+0000", "+0100"}, 0},
	}
	for _, c := range cases {
		got := render(t, &view.Calendar{Zone: c.zone, Events: timed})
		offsets := property(got, "TZOFFSETTO")
		for i, want := range c.offsets {
			if offsets[i] != want {
				t.Errorf("%s: offsets %v", c.zone, offsets)
			}
		}
		if c.observed > 0 && len(offsets) != c.observed {
			t.Errorf("%s: %d observances", c.zone, len(offsets))
		}
	}
	if _, err := calendar(&view.Calendar{Zone: "Europe/Nowhere", Events: timed}); err == nil {
		t.Error("an unknown zone is an error")
	}
}

func TestLongLinesAreFoldedBetweenCharacters(t *testing.T) {
	for _, unit := range []string{"a", "è", "日", "🙂", "aè日🙂"} {
		for pad := range 5 {
			text := strings.Repeat("x", pad) + strings.Repeat(unit, 120)
			got := render(t, &view.Calendar{Name: text, Events: []view.CalendarEvent{{UID: "a", Start: "20210325", AllDay: true, Summary: text}}})
			if summary := property(got, "SUMMARY"); len(summary) != 1 || summary[0] != text {
				t.Errorf("%q is read as %q", text, summary)
			}
		}
	}
}

func TestNoTextBecomesALineOfTheCalendar(t *testing.T) {
	for _, text := range hostile {
		got := render(t, &view.Calendar{Name: text, Prod: text, Events: []view.CalendarEvent{{UID: text, Start: "20210325", AllDay: true, Summary: text, Description: text, Location: text}}})
		if diff := cmp.Diff([]string{"VCALENDAR", "VEVENT"}, property(got, "BEGIN")); diff != "" || len(property(got, "END")) != 2 {
			t.Errorf("%q: %s\n%s", text, diff, strings.Join(got, "\n"))
		}
	}
}

func FuzzCalendar(f *testing.F) {
	for _, text := range hostile {
		f.Add(text)
	}
	f.Add(strings.Repeat("è", 100))
	f.Fuzz(func(t *testing.T, text string) {
		got := render(t, &view.Calendar{Name: text, Prod: text, Lang: "it", Zone: "Europe/Rome", Events: []view.CalendarEvent{
			{UID: text, Start: "20210325T100000", Zone: "Europe/Rome", Summary: text, Description: text, Location: text},
		}})
		begun := property(got, "BEGIN")
		if begun[0] != "VCALENDAR" || begun[len(begun)-1] != "VEVENT" || len(property(got, "END")) != len(begun) || len(property(got, "UID")) != 1 {
			t.Fatalf("%q changed the calendar:\n%s", text, strings.Join(got, "\n"))
		}
	})
}
