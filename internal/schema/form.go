package schema

import (
	"net/mail"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"dossier/internal/i18n"
)

// form is a further rule on a text: it returns the key of a diagnostic, a hint
// and the hint's arguments, or nothing when the text obeys it.
type form func(value string) (key, hint string, args []any)

// forms are the rules that a tag may name.
var forms = map[string]form{
	"url":      webAddress,
	"email":    emailAddress,
	"country":  country,
	"currency": currency,
	"slug":     slug,
	"alias":    alias,
	"lang":     language,
}

func webAddress(s string) (string, string, []any) {
	u, err := url.Parse(s)
	if err == nil && (u.Scheme == "http" || u.Scheme == "https") && strings.Contains(u.Host, ".") {
		return "", "", nil
	}
	if err == nil && u.Scheme == "" && strings.HasPrefix(s, "www.") {
		return "wrong-type.url", "hint.did-you-mean", []any{"https://" + s}
	}
	return "wrong-type.url", "hint.url-form", nil
}

func emailAddress(s string) (string, string, []any) {
	a, err := mail.ParseAddress(s)
	if err == nil && a.Address == s {
		return "", "", nil
	}
	return "wrong-type.email", "hint.email-form", nil
}

func country(s string) (string, string, []any) {
	if i18n.KnownCountry(s) || s == "EU" {
		return "", "", nil
	}
	if right, ok := i18n.CountryHint(s); ok {
		if s == "EL" || s == "UK" { // as in the Interinstitutional Style Guide of the EU, 7.1.1
			return "bad-country.eu-list", "hint.write", []any{right}
		}
		return "bad-country", "hint.write", []any{right}
	}
	switch up := strings.ToUpper(s); {
	case up == "EU", up == "UE":
		return "bad-country", "hint.write", []any{"EU"}
	case i18n.KnownCountry(up):
		return "bad-country", "hint.write", []any{up}
	}
	if code, ok := countryNamed(s); ok {
		return "bad-country", "hint.write", []any{code}
	}
	return "bad-country", "hint.country-form", nil
}

var currencyForm = regexp.MustCompile(`^[A-Z]{3}$`)

func currency(s string) (string, string, []any) {
	if currencyForm.MatchString(s) {
		return "", "", nil
	}
	return "wrong-type.currency", "hint.currency-form", nil
}

func slug(s string) (string, string, []any) {
	if i18n.IsSlug(s) {
		return "", "", nil
	}
	return "bad-path.slug", "hint.write", []any{i18n.Slug(s, "en")}
}

func alias(s string) (string, string, []any) {
	if strings.HasPrefix(s, "/") && !strings.ContainsAny(s, " \\?#\"<>") && !strings.Contains(s, "..") && !strings.Contains(s, "//") {
		return "", "", nil
	}
	return "bad-path.alias", "hint.alias-form", nil
}

var languageForm = regexp.MustCompile(`^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$`)

func language(s string) (string, string, []any) {
	if languageForm.MatchString(s) {
		return "", "", nil
	}
	return "unknown-language.tag", "hint.language-form", nil
}

var credentialNames = []string{
	"password", "passwd", "pwd", "passphrase", "secret", "token", "api_key", "apikey",
	"credentials", "credenziali", "login", "username", "utente", "pin",
}

// credential reports whether a field's name says that its value must never be
// published.
func credential(key string) bool {
	return slices.Contains(credentialNames, strings.ToLower(strings.ReplaceAll(key, "-", "_")))
}
