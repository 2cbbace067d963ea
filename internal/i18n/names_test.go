package i18n_test

import (
	"slices"
	"testing"

	"dossier/internal/i18n"
)

func TestCountriesHaveTheirNamesInEachLanguage(t *testing.T) {
	tests := []struct{ tag, code, want string }{
		{"it", "NO", "Norvegia"},
		{"it", "EU", "Unione europea"},
		{"it", "MK", "Macedonia del Nord"},
		{"it", "AD", "Andorra"},
		{"it", "ZW", "Zimbabwe"},
		{"en-GB", "CZ", "Czechia"},
		{"nb", "DE", "Tyskland"},
		{"no", "EL", "EL"},
		{"nn", "AT", "Austerrike"},
		{"el", "GR", "Ελλάδα"},
		{"bg", "BG", "България"},
		{"tlh", "IT", "Italy"},
		{"it", "", ""},
	}
	for _, tt := range tests {
		if got := locale(t, tt.tag).Country(tt.code); got != tt.want {
			t.Errorf("%s in %s: %q, want %q", tt.code, tt.tag, got, tt.want)
		}
	}
}

func TestLanguagesHaveTheirNamesInEachLanguage(t *testing.T) {
	tests := []struct{ tag, code, want string }{
		{"it", "en", "inglese"},
		{"it", "en-GB", "inglese"},
		{"it", "zz", "zz"},
		{"it", "zz-ZZ", "zz-ZZ"},
		{"en", "no", "Norwegian"},
		{"de", "it", "Italienisch"},
		{"nb", "nn", "norsk nynorsk"},
		{"mt", "ga", "Irlandiż"},
	}
	for _, tt := range tests {
		if got := locale(t, tt.tag).Language(tt.code); got != tt.want {
			t.Errorf("%s in %s: %q, want %q", tt.code, tt.tag, got, tt.want)
		}
	}
}

func TestEveryLanguageOfTheUnionNamesEveryCountryAndLanguage(t *testing.T) {
	tags := []string{
		"bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "hr", "hu", "is", "it", "lt", "lv",
		"mt", "nb", "nl", "nn", "no", "pl", "pt", "ro", "sk", "sl", "sv",
	}
	for _, tag := range tags {
		l := locale(t, tag)
		for _, code := range i18n.CountryCodes() {
			if name := l.Country(code); name == code || name == "" {
				t.Errorf("%s has no name for the country %s", tag, code)
			}
		}
		for _, code := range tags {
			if name := l.Language(code); name == code || name == "" {
				t.Errorf("%s has no name for the language %s", tag, code)
			}
		}
	}
}

func TestCountryHintKnowsWhatWasMeant(t *testing.T) {
	tests := []struct {
		code, want string
		ok         bool
	}{
		{"EL", "GR", true},
		{"UK", "GB", true},
		{"ITA", "IT", true},
		{"it", "IT", true},
		{"el", "GR", true},
		{"IT", "IT", false},
		{"Italia", "", false},
		{"", "", false},
	}
	for _, tt := range tests {
		got, ok := i18n.CountryHint(tt.code)
		if ok != tt.ok || ok && got != tt.want {
			t.Errorf("%q: %q, %v", tt.code, got, ok)
		}
	}
}

func TestKnownCountriesAreThoseOfIsoAndTheUnion(t *testing.T) {
	codes := i18n.CountryCodes()
	if len(codes) != 251 || !slices.IsSorted(codes) {
		t.Errorf("%d codes, sorted %v", len(codes), slices.IsSorted(codes))
	}
	for code, want := range map[string]bool{
		"IT": true, "EU": true, "XK": true, "GB": true, "EL": false, "UK": false, "it": false, "ZZ": false, "": false,
	} {
		if i18n.KnownCountry(code) != want {
			t.Errorf("%q: known is %v", code, !want)
		}
	}
}
