package schema

import (
	"testing"

	"dossier/internal/i18n"
)

func TestValuesAsPeopleWriteThem(t *testing.T) {
	tests := []struct {
		read       func(string) (string, bool)
		said, want string // want: empty where nobody can tell
	}{
		{isoFrom, "01/02/2019", "2019-02-01"},
		{isoFrom, "1.2.2019", "2019-02-01"},
		{isoFrom, "1-2-2019", "2019-02-01"},
		{isoFrom, "2019/02/01", "2019-02-01"},
		{isoFrom, "2019-2-1", "2019-02-01"},
		{isoFrom, "02/2019", "2019-02"},
		{isoFrom, "2019/2", "2019-02"},
		{isoFrom, "15 giugno 2020", "2020-06-15"},
		{isoFrom, "1° Marzo 2020", "2020-03-01"},
		{isoFrom, "15 June 2020", "2020-06-15"},
		{isoFrom, " maggio 2026 ", "2026-05"},
		{isoFrom, "31/02/2019", ""},
		{isoFrom, "13/13/2019", ""},
		{isoFrom, "15 giugo 2020", "2020-06-15"},
		{isoFrom, "primavera 2020", ""},
		{isoFrom, "1/2/19", ""},
		{isoFrom, "presto", ""},

		{momentFrom, "15/6/2020 18.30", "2020-06-15T18:30"},
		{momentFrom, "2020-06-15 9:05", "2020-06-15T09:05"},
		{momentFrom, "15 giugno 2020, 18h30", "2020-06-15T18:30"},
		{momentFrom, "15 giugno 2020, ore 18.30", "2020-06-15T18:30"},
		{momentFrom, "15/6/2020", "2020-06-15"},
		{momentFrom, "15/6/2020 25.30", ""},

		{plainBool, "Vero", "true"},
		{plainBool, "off", "false"},
		{plainBool, "forse", ""},

		{i18n.CountryNamed, "Italia", "IT"},
		{i18n.CountryNamed, "italy", "IT"},
		{i18n.CountryNamed, "Regno Unito", "GB"},
		{i18n.CountryNamed, "Padania", ""},
	}
	for _, test := range tests {
		got, ok := test.read(test.said)
		if !ok {
			got = ""
		}
		if got != test.want {
			t.Errorf("%q is taken for %q, not %q", test.said, got, test.want)
		}
	}
}
