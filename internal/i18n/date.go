package i18n

import (
	"cmp"
	"fmt"
	"time"
)

// Date is a calendar date with the precision its writer gave: a year, a month
// or a day. Month and Day are 0 where not given; the zero value is no date.
type Date struct{ Year, Month, Day int }

// ParseDate reads an ISO 8601 calendar date: 2020, 2020-06 or 2020-06-15.
// Anything else, and a day that no calendar has, is false.
func ParseDate(s string) (Date, bool) {
	for _, layout := range [...]string{"2006", "2006-01", "2006-01-02"} {
		if len(s) != len(layout) {
			continue
		}
		t, err := time.Parse(layout, s)
		if err != nil || t.Year() == 0 {
			return Date{}, false
		}
		return DateOf(t).cut(len(layout)), true
	}
	return Date{}, false
}

// cut drops what an ISO form of the given length does not say.
func (d Date) cut(length int) Date {
	if length < len("2006-01-02") {
		d.Day = 0
	}
	if length < len("2006-01") {
		d.Month = 0
	}
	return d
}

// DateOf returns the day of t, in t's own location.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date{y, int(m), d}
}

// IsZero reports whether there is no date.
func (d Date) IsZero() bool { return d == Date{} }

// String writes the date as ISO 8601, no more precise than it is.
func (d Date) String() string {
	switch {
	case d.IsZero():
		return ""
	case d.Month == 0:
		return fmt.Sprintf("%04d", d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// First returns the earliest day the date can mean.
func (d Date) First() Date {
	if d.IsZero() {
		return d
	}
	return Date{d.Year, max(d.Month, 1), max(d.Day, 1)}
}

// Last returns the latest day the date can mean.
func (d Date) Last() Date {
	switch {
	case d.IsZero():
		return d
	case d.Month == 0:
		return Date{d.Year, 12, 31}
	case d.Day == 0:
		return Date{d.Year, d.Month, daysIn(d.Year, d.Month)}
	}
	return d
}

// Compare orders dates by their first day; of two that begin together the
// vaguer comes first.
func (d Date) Compare(e Date) int {
	a, b := d.First(), e.First()
	return cmp.Or(
		cmp.Compare(a.Year, b.Year),
		cmp.Compare(a.Month, b.Month),
		cmp.Compare(a.Day, b.Day),
		cmp.Compare(d.Month, e.Month),
		cmp.Compare(d.Day, e.Day),
	)
}

// AddYears moves the date by n years; 29 February becomes 28 February where
// the year has none.
func (d Date) AddYears(n int) Date {
	if d.IsZero() {
		return d
	}
	d.Year += n
	if d.Day != 0 {
		d.Day = min(d.Day, daysIn(d.Year, d.Month))
	}
	return d
}

func daysIn(year, month int) int {
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

func (d Date) weekday() time.Weekday {
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC).Weekday()
}
