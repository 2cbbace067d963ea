package i18n

import (
	"strings"

	"golang.org/x/text/language"
)

// tables holds the names of countries and languages in one language, in the order
// of their codes.
type tables struct{ countries, languages []string }

// tablesOf falls back to English, so that a reader sees a name, not a code.
func tablesOf(base string) tables {
	if _, ok := countryNames[base]; !ok {
		base = "en"
	}
	return tables{strings.Split(countryNames[base], "|"), strings.Split(languageNames[base], "|")}
}

// The places of codes in their lists.
var (
	countryAt  = placesOf(countryCodes)
	languageAt = placesOf(languageCodes)
)

func placesOf(codes string) map[string]int {
	at := map[string]int{}
	for i, code := range strings.Fields(codes) {
		at[code] = i
	}
	return at
}

// Country names a country by its ISO 3166-1 alpha-2 code, or the European Union
// by "EU". An unknown code is returned as it is.
func (l *Locale) Country(iso2 string) string {
	return nameOf(iso2, countryAt, l.tables.countries)
}

// Language names a language by its code, as within a sentence: "inglese". A
// region is ignored, an unknown code is returned as it is.
func (l *Locale) Language(code string) string {
	base, _, _ := strings.Cut(code, "-")
	if name := nameOf(base, languageAt, l.tables.languages); name != base {
		return name
	}
	return code
}

func nameOf(code string, at map[string]int, names []string) string {
	if i, ok := at[code]; ok && i < len(names) {
		return names[i]
	}
	return code
}

// KnownCountry reports whether code is an ISO 3166-1 alpha-2 code, "EU", or
// "XK", which the EU's institutions use for Kosovo.
func KnownCountry(code string) bool {
	_, known := countryAt[code]
	return known
}

// CountryCodes returns every known code, sorted.
func CountryCodes() []string { return strings.Fields(countryCodes) }

// CountryHint returns the code that was probably meant: the ISO code for those
// that the EU's own lists spell otherwise (EL, UK; Interinstitutional style
// guide, annex A5), for three-letter and withdrawn codes and for small letters.
func CountryHint(code string) (correct string, ok bool) {
	upper := strings.ToUpper(code)
	if upper == "EL" {
		return "GR", true
	}
	region, err := language.ParseRegion(upper)
	if err != nil {
		return "", false
	}
	correct = region.Canonicalize().String()
	return correct, correct != code && KnownCountry(correct)
}
