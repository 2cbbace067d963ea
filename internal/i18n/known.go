package i18n

import (
	"strings"

	"golang.org/x/text/currency"
	"golang.org/x/text/language"
)

// KnownLanguage reports whether a tag is made of codes that the registry of
// languages has (BCP 47, RFC 5646).
func KnownLanguage(tag string) bool {
	_, err := language.Parse(tag)
	return err == nil
}

// KnownCurrency reports whether a code is that of a currency (ISO 4217).
func KnownCurrency(code string) bool {
	_, err := currency.ParseISO(code)
	return err == nil
}

// CountryNamed returns the code of the country that is called so in a language of
// the tables.
func CountryNamed(name string) (code string, ok bool) {
	for _, base := range []string{"it", "en", "fr", "de", "es"} {
		locale, err := NewLocale(base, base)
		if err != nil {
			continue
		}
		for _, code := range CountryCodes() {
			if strings.EqualFold(locale.Country(code), name) {
				return code, true
			}
		}
	}
	return "", false
}

// LanguageNamed returns the code of the language that is called so in Italian or
// English, of those that sites are usually written in.
func LanguageNamed(name string) (code string, ok bool) {
	for _, base := range []string{"it", "en"} {
		locale, err := NewLocale(base, base)
		if err != nil {
			continue
		}
		for _, code := range []string{"it", "en", "fr", "de", "es", "pt", "nl", "ro", "pl", "el", "sl", "hr", "sq", "ar", "uk", "zh"} {
			if strings.EqualFold(locale.Language(code), name) {
				return code, true
			}
		}
	}
	return "", false
}
