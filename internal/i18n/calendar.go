package i18n

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// moment holds what the patterns of dates and times may ask for.
type moment struct {
	Date
	hour, minute int
}

// Date writes a date in words: "15 giugno 2020", "giugno 2020", "2020".
func (l *Locale) Date(d Date) string {
	if d.IsZero() {
		return ""
	}
	return l.write(l.pattern(d), moment{Date: d})
}

// DateLong writes a day with its weekday: "giovedì 25 marzo 2021". A vaguer
// date is written as Date writes it.
func (l *Locale) DateLong(d Date) string {
	if d.Day == 0 {
		return l.Date(d)
	}
	return l.write(l.format.full, moment{Date: d})
}

// DateShortMonth returns the parts of a date block, "25", "mar", "2021"; those
// that the date does not say are empty.
func (l *Locale) DateShortMonth(d Date) (day, month, year string) {
	if d.Day != 0 {
		day = strconv.Itoa(d.Day)
	}
	if d.Month != 0 {
		month = pick(l.format.short, d.Month-1)
		if month == "" {
			month = fmt.Sprintf("%02d", d.Month)
		}
	}
	if !d.IsZero() {
		year = strconv.Itoa(d.Year)
	}
	return day, month, year
}

// DateRange writes a period, saying what both ends share once: "2–3 settembre
// 2019", "2 giugno – 3 luglio 2020". Without one of its ends it is the other.
func (l *Locale) DateRange(a, b Date) string {
	switch {
	case b.IsZero() || a == b:
		return l.Date(a)
	case a.IsZero():
		return l.Date(b)
	case l.pattern(a) != l.pattern(b):
		return l.Date(a) + " – " + l.Date(b)
	}
	return l.span(l.pattern(a), moment{Date: a}, moment{Date: b})
}

// Time writes the time of day in t's own location: "10:00".
func (l *Locale) Time(t time.Time) string {
	return l.write(l.format.time, momentOf(t))
}

// TimeRange writes hours from and to: "10:00–13:00"; without an end, the start.
func (l *Locale) TimeRange(a, b time.Time) string {
	start, end := momentOf(a), momentOf(b)
	if b.IsZero() || start.hour == end.hour && start.minute == end.minute {
		return l.Time(a)
	}
	return l.span(l.format.time, start, end)
}

// ZoneName names the zone of t as readers know it: its abbreviation where there
// is one ("CEST"), else the distance from UTC ("UTC+02:00").
func (l *Locale) ZoneName(t time.Time) string {
	name, offset := t.Zone()
	if name != "" && strings.Trim(name, asciiLetters) == "" {
		return name
	}
	sign := '+'
	if offset < 0 {
		sign, offset = '−', -offset
	}
	return fmt.Sprintf("UTC%c%02d:%02d", sign, offset/3600, offset/60%60)
}

func momentOf(t time.Time) moment {
	return moment{DateOf(t), t.Hour(), t.Minute()}
}

// pattern returns the pattern for the date's precision.
func (l *Locale) pattern(d Date) string {
	switch {
	case d.Month == 0:
		return l.format.year
	case d.Day == 0:
		return l.format.month
	}
	return l.format.long
}

func (l *Locale) write(pattern string, at moment) string {
	return expand(pattern, func(name string) string { return l.value(name, at) })
}

func (l *Locale) value(name string, at moment) string {
	switch name {
	case "y":
		return strconv.Itoa(at.Year)
	case "M":
		return pick(l.format.months, at.Month-1)
	case "L":
		return pick(l.format.alone, at.Month-1)
	case "MM":
		return fmt.Sprintf("%02d", at.Month)
	case "d":
		return strconv.Itoa(at.Day)
	case "dd":
		return fmt.Sprintf("%02d", at.Day)
	case "E":
		return pick(l.format.weekdays, int(at.weekday()))
	}
	return l.clock(name, at)
}

func (l *Locale) clock(name string, at moment) string {
	switch name {
	case "H":
		return strconv.Itoa(at.hour)
	case "HH":
		return fmt.Sprintf("%02d", at.hour)
	case "h":
		return strconv.Itoa((at.hour+11)%12 + 1)
	case "m":
		return fmt.Sprintf("%02d", at.minute)
	}
	if at.hour < 12 {
		return l.format.am
	}
	return l.format.pm
}

// span writes from a to b in one pattern. The words at its head and tail that
// say the same of both are written once. CLDR's own interval patterns are not
// used: in some languages they change to figures or pad days with zeros.
func (l *Locale) span(pattern string, a, b moment) string {
	words := strings.Split(pattern, " ")
	head, tail := 0, len(words)
	for head < tail && l.shared(words[head], a, b) {
		head++
	}
	for tail > head && l.shared(words[tail-1], a, b) {
		tail--
	}
	core := strings.Join(words[head:tail], " ")
	dash := " – "
	if tail-head <= 1 && !strings.Contains(core, "-") {
		dash = "–"
	}
	start := strings.TrimSuffix(l.write(core, a), ",")
	words[head] = start + dash + l.write(core, b)
	joined := append(words[:head+1:head+1], words[tail:]...)
	return l.write(strings.Join(joined, " "), a)
}

// shared reports whether a word of a pattern says the same of both. A month is
// the same only within one year.
func (l *Locale) shared(word string, a, b moment) bool {
	same := true
	expand(word, func(name string) string {
		switch name {
		case "y":
			same = same && a.Year == b.Year
		case "M", "L", "MM":
			same = same && a.Year == b.Year && a.Month == b.Month
		case "a":
			same = same && a.hour/12 == b.hour/12
		default:
			same = false
		}
		return ""
	})
	return same
}
