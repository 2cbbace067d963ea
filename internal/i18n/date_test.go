package i18n_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"dossier/internal/i18n"
)

func TestParseDateTakesIsoDatesOfTheRealCalendar(t *testing.T) {
	tests := []struct {
		in   string
		want i18n.Date
		ok   bool
	}{
		{"2020", i18n.Date{Year: 2020}, true},
		{"2020-06", i18n.Date{Year: 2020, Month: 6}, true},
		{"2020-06-15", i18n.Date{Year: 2020, Month: 6, Day: 15}, true},
		{"2020-02-29", i18n.Date{Year: 2020, Month: 2, Day: 29}, true},
		{"2021-02-29", i18n.Date{}, false},
		{"2021-13-45", i18n.Date{}, false},
		{"2021-00", i18n.Date{}, false},
		{"0000", i18n.Date{}, false},
		{"2020-6-15", i18n.Date{}, false},
		{"15/06/2020", i18n.Date{}, false},
		{"20200615", i18n.Date{}, false},
		{"2020-06-15T10:00", i18n.Date{}, false},
		{" 2020", i18n.Date{}, false},
		{"", i18n.Date{}, false},
	}
	for _, tt := range tests {
		got, ok := i18n.ParseDate(tt.in)
		if got != tt.want || ok != tt.ok {
			t.Errorf("ParseDate(%q) = %v, %v; want %v, %v", tt.in, got, ok, tt.want, tt.ok)
		}
	}
}

func TestDateSpansTheDaysItCanMean(t *testing.T) {
	tests := []struct{ date, first, last string }{
		{"2020", "2020-01-01", "2020-12-31"},
		{"2020-02", "2020-02-01", "2020-02-29"},
		{"2021-12", "2021-12-01", "2021-12-31"},
		{"2020-06-15", "2020-06-15", "2020-06-15"},
		{"", "", ""},
	}
	for _, tt := range tests {
		d := date(t, tt.date)
		if first, last := d.First().String(), d.Last().String(); first != tt.first || last != tt.last {
			t.Errorf("%q spans %s to %s, want %s to %s", tt.date, first, last, tt.first, tt.last)
		}
		if d.IsZero() != (tt.date == "") {
			t.Errorf("%q: IsZero is %v", tt.date, d.IsZero())
		}
	}
}

func TestDatesSortByFirstDayThenPrecision(t *testing.T) {
	want := []string{"2019-12-31", "2020", "2020-01", "2020-01-01", "2020-01-02", "2020-02", "2021"}
	dates := make([]i18n.Date, len(want))
	for i, s := range want {
		dates[len(want)-1-i] = date(t, s)
	}
	slices.SortFunc(dates, i18n.Date.Compare)
	got := make([]string, len(dates))
	for i, d := range dates {
		got[i] = d.String()
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestAddYearsKeepsPrecisionAndStaysInTheCalendar(t *testing.T) {
	tests := []struct {
		in   string
		n    int
		want string
	}{
		{"2020-02-29", 1, "2021-02-28"},
		{"2020-02-29", 4, "2024-02-29"},
		{"2020-06", -1, "2019-06"},
		{"2020", 5, "2025"},
		{"", 5, ""},
	}
	for _, tt := range tests {
		if got := date(t, tt.in).AddYears(tt.n).String(); got != tt.want {
			t.Errorf("%q + %d years = %q, want %q", tt.in, tt.n, got, tt.want)
		}
	}
}

func TestDateOfIsTheDayInTheTimesOwnZone(t *testing.T) {
	late := time.Date(2021, 3, 25, 23, 30, 0, 0, time.FixedZone("CET", 3600))
	if got := i18n.DateOf(late).String(); got != "2021-03-25" {
		t.Errorf("got %s", got)
	}
	if got := i18n.DateOf(late.In(time.FixedZone("", 2*3600))).String(); got != "2021-03-26" {
		t.Errorf("two hours east: got %s", got)
	}
}

func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"2020", "2020-06", "2020-06-15", "2021-02-29", "", "９９９９"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, ok := i18n.ParseDate(s)
		if !ok {
			if !d.IsZero() {
				t.Fatalf("%q is refused but gives %v", s, d)
			}
			return
		}
		if d.String() != s {
			t.Fatalf("%q is written back as %q", s, d)
		}
		if d.First().Compare(d.Last()) > 0 {
			t.Fatalf("%q ends before it begins", s)
		}
	})
}

// date reads a date of a test table; "" is none.
func date(t *testing.T, s string) i18n.Date {
	t.Helper()
	d, ok := i18n.ParseDate(s)
	if !ok && s != "" {
		t.Fatalf("%q is no date", s)
	}
	return d
}

func locale(t *testing.T, tag string) *i18n.Locale {
	t.Helper()
	l, err := i18n.NewLocale(tag, "")
	if err != nil {
		t.Fatal(err)
	}
	return l
}
