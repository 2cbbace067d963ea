package i18n_test

import (
	"testing"
	"time"

	"dossier/internal/i18n"
)

func TestLocaleTakesAnyWellFormedTag(t *testing.T) {
	tests := []struct {
		code, locale, tag string
		rtl               bool
	}{
		{"it", "it-IT", "it-IT", false},
		{"it", "", "it", false},
		{"en", "en-gb", "en-GB", false},
		{"no", "no-NO", "no-NO", false},
		{"ar", "ar-EG", "ar-EG", true},
		{"he", "he", "he", true},
		{"ur", "", "ur", true},
		{"sr", "sr-Latn-RS", "sr-Latn-RS", false},
		{"tlh", "", "tlh", false},
	}
	for _, tt := range tests {
		l, err := i18n.NewLocale(tt.code, tt.locale)
		if err != nil {
			t.Errorf("%s: %v", tt.locale, err)
			continue
		}
		if l.Code() != tt.code || l.Tag() != tt.tag || l.RTL() != tt.rtl {
			t.Errorf("%s: %s, %s, rtl %v", tt.locale, l.Code(), l.Tag(), l.RTL())
		}
	}
	for _, bad := range []string{"", "it_", "i", "italiano!", "en--GB"} {
		if _, err := i18n.NewLocale(bad, ""); err == nil {
			t.Errorf("%q is accepted", bad)
		}
	}
}

func TestDatesAreWrittenAsTheLanguageWritesThem(t *testing.T) {
	tests := []struct{ tag, day, full, month, year string }{
		{"it-IT", "25 marzo 2021", "giovedì 25 marzo 2021", "marzo 2021", "2021"},
		{"it", "25 marzo 2021", "giovedì 25 marzo 2021", "marzo 2021", "2021"},
		{"en-GB", "25 March 2021", "Thursday, 25 March 2021", "March 2021", "2021"},
		{"en", "25 March 2021", "Thursday, 25 March 2021", "March 2021", "2021"},
		{"en-US", "March 25, 2021", "Thursday, March 25, 2021", "March 2021", "2021"},
		{"nb", "25. mars 2021", "torsdag 25. mars 2021", "mars 2021", "2021"},
		{"no", "25. mars 2021", "torsdag 25. mars 2021", "mars 2021", "2021"},
		{"el", "25 Μαρτίου 2021", "Πέμπτη 25 Μαρτίου 2021", "Μάρτιος 2021", "2021"},
		{"bg", "25 март 2021 г.", "четвъртък, 25 март 2021 г.", "март 2021 г.", "2021 г."},
		{"pl", "25 marca 2021", "czwartek, 25 marca 2021", "marzec 2021", "2021"},
		{"de", "25. März 2021", "Donnerstag, 25. März 2021", "März 2021", "2021"},
		{"fr", "25 mars 2021", "jeudi 25 mars 2021", "mars 2021", "2021"},
		{"fi", "25. maaliskuuta 2021", "torstai 25. maaliskuuta 2021", "maaliskuu 2021", "2021"},
		{"hu", "2021. március 25.", "2021. március 25., csütörtök", "2021. március", "2021."},
		{"tlh", "2021-03-25", "2021-03-25", "2021-03", "2021"},
	}
	for _, tt := range tests {
		l := locale(t, tt.tag)
		d := date(t, "2021-03-25")
		for _, c := range []struct{ got, want string }{
			{l.Date(d), tt.day},
			{l.DateLong(d), tt.full},
			{l.Date(date(t, "2021-03")), tt.month},
			{l.DateLong(date(t, "2021-03")), tt.month},
			{l.Date(date(t, "2021")), tt.year},
			{l.Date(i18n.Date{}), ""},
		} {
			if c.got != c.want {
				t.Errorf("%s: %q, want %q", tt.tag, c.got, c.want)
			}
		}
	}
}

func TestDateBlockHasThePartsThatTheDateSays(t *testing.T) {
	tests := []struct{ tag, date, day, month, year string }{
		{"it", "2021-03-05", "5", "mar", "2021"},
		{"bg", "2021-03-25", "25", "март", "2021"},
		{"bg", "2021-01-25", "25", "яну", "2021"},
		{"it", "2021-12", "", "dic", "2021"},
		{"it", "2021", "", "", "2021"},
		{"it", "", "", "", ""},
		{"tlh", "2021-03-25", "25", "03", "2021"},
	}
	for _, tt := range tests {
		day, month, year := locale(t, tt.tag).DateShortMonth(date(t, tt.date))
		if day != tt.day || month != tt.month || year != tt.year {
			t.Errorf("%s %s: %q %q %q", tt.tag, tt.date, day, month, year)
		}
	}
}

func TestDateRangeSaysSharedPartsOnce(t *testing.T) {
	tests := []struct{ tag, from, to, want string }{
		{"it", "2019-02-01", "2021-04-30", "1 febbraio 2019 – 30 aprile 2021"},
		{"it", "2019-09-02", "2019-09-03", "2–3 settembre 2019"},
		{"it", "2020-06-02", "2020-07-03", "2 giugno – 3 luglio 2020"},
		{"it", "2020-06-02", "2020-07-02", "2 giugno – 2 luglio 2020"},
		{"it", "2019-06-02", "2020-06-02", "2 giugno 2019 – 2 giugno 2020"},
		{"it", "2020-06-02", "2020-06-02", "2 giugno 2020"},
		{"it", "2020-06-02", "", "2 giugno 2020"},
		{"it", "", "2020-06-02", "2 giugno 2020"},
		{"it", "", "", ""},
		{"it", "2019", "2021", "2019–2021"},
		{"it", "2019-02", "2019-04", "febbraio–aprile 2019"},
		{"it", "2019-02", "2021-04", "febbraio 2019 – aprile 2021"},
		{"it", "2019", "2021-04-30", "2019 – 30 aprile 2021"},
		{"en-GB", "2019-09-02", "2019-09-03", "2–3 September 2019"},
		{"en-US", "2019-09-02", "2019-09-03", "September 2–3, 2019"},
		{"en-US", "2019-09-02", "2019-10-03", "September 2 – October 3, 2019"},
		{"en-US", "2019-09-02", "2020-09-03", "September 2, 2019 – September 3, 2020"},
		{"de", "2019-09-02", "2019-09-03", "2.–3. September 2019"},
		{"nb", "2020-06-02", "2020-07-03", "2. juni – 3. juli 2020"},
		{"es", "2020-06-02", "2020-07-03", "2 de junio – 3 de julio de 2020"},
		{"bg", "2019-09-02", "2019-09-03", "2–3 септември 2019 г."},
		{"bg", "2019", "2021", "2019–2021 г."},
		{"pl", "2019-02", "2019-04", "luty–kwiecień 2019"},
		{"pl", "2019-09-02", "2019-09-03", "2–3 września 2019"},
		{"lv", "2020-06-02", "2020-07-03", "2020. gada 2. jūnijs – 3. jūlijs"},
		{"tlh", "2019-09-02", "2019-09-03", "2019-09-02 – 2019-09-03"},
	}
	for _, tt := range tests {
		if got := locale(t, tt.tag).DateRange(date(t, tt.from), date(t, tt.to)); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.tag, got, tt.want)
		}
	}
}

func TestTimesAreWrittenAsTheLanguageWritesThem(t *testing.T) {
	at := func(hour, minute int) time.Time { return time.Date(2021, 3, 25, hour, minute, 0, 0, time.UTC) }
	tests := []struct {
		tag      string
		from, to time.Time
		one, two string
	}{
		{"it", at(9, 5), at(13, 0), "09:05", "09:05–13:00"},
		{"fi", at(9, 5), at(13, 0), "9.05", "9.05–13.00"},
		{"el", at(9, 5), at(11, 0), "9:05 π.μ.", "9:05–11:00 π.μ."},
		{"el", at(0, 5), at(12, 0), "12:05 π.μ.", "12:05 π.μ. – 12:00 μ.μ."},
		{"tlh", at(9, 5), at(13, 0), "09:05", "09:05–13:00"},
		{"it", at(9, 5), time.Time{}, "09:05", "09:05"},
		{"it", at(9, 5), at(9, 5), "09:05", "09:05"},
	}
	for _, tt := range tests {
		l := locale(t, tt.tag)
		if one, two := l.Time(tt.from), l.TimeRange(tt.from, tt.to); one != tt.one || two != tt.two {
			t.Errorf("%s: %q and %q, want %q and %q", tt.tag, one, two, tt.one, tt.two)
		}
	}
}

func TestZoneNameIsAnAbbreviationOrADistance(t *testing.T) {
	tests := []struct {
		zone *time.Location
		want string
	}{
		{time.FixedZone("CEST", 7200), "CEST"},
		{time.UTC, "UTC"},
		{time.FixedZone("", 7200), "UTC+02:00"},
		{time.FixedZone("-0330", -12600), "UTC−03:30"},
	}
	for _, tt := range tests {
		if got := locale(t, "it").ZoneName(time.Date(2021, 7, 1, 10, 0, 0, 0, tt.zone)); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.zone, got, tt.want)
		}
	}
}

func TestQuotesFollowTheLanguage(t *testing.T) {
	for tag, want := range map[string][2]string{
		"it": {"«", "»"}, "en-GB": {"“", "”"}, "de": {"„", "“"}, "pl": {"„", "”"}, "sv": {"”", "”"},
		"fr": {"«\u202f", "\u202f»"}, "nl": {"‘", "’"}, "pt": {"«", "»"}, "pt-BR": {"“", "”"},
		"ar": {"”", "“"}, "tlh": {"“", "”"},
	} {
		open, end := locale(t, tag).Quotes()
		if got := [2]string{open, end}; got != want {
			t.Errorf("%s: got %q, want %q", tag, got, want)
		}
	}
}
