package schema

import (
	"net/mail"
	"net/url"
	"slices"
	"strings"

	"dossier/internal/i18n"
	"dossier/internal/pattern"
)

// form is a further rule on a text: it returns the key of a diagnostic, a hint
// and the hint's arguments, or nothing when the text obeys it.
type form func(value string) (key, hint string, args []any)

// forms are the rules that a tag may name.
var forms = map[string]form{
	"url":      webAddress,
	"base":     baseAddress,
	"email":    emailAddress,
	"phone":    phone,
	"country":  country,
	"currency": currency,
	"slug":     slug,
	"alias":    alias,
	"lang":     language,
}

var (
	hostForm    = pattern.New(`^[\pL\pN_]([\pL\pN_-]*[\pL\pN])?(\.[\pL\pN]([\pL\pN_-]*[\pL\pN])?)+$`)
	addressForm = pattern.New(`https?://[^\s<>()\[\]"']+`)
	schemeForm  = pattern.New(`^(?i:h?t+ps?)[:;]?/{0,3}`)
)

func webAddress(s string) (string, string, []any) {
	if goodAddress(s) {
		return "", "", nil
	}
	if meant := addressMeant(s); meant != s && goodAddress(meant) {
		return "wrong-type.url", "hint.did-you-mean", []any{meant}
	}
	return "wrong-type.url", "hint.url-form", nil
}

// goodAddress takes absolute addresses of the web without a user's name: what
// stands in a content file is published.
func goodAddress(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.User == nil &&
		hostForm.MatchString(u.Hostname()) && !strings.ContainsAny(s, " <>\"\\") && !strings.HasSuffix(s, ",")
}

// addressMeant guesses an address from one without its scheme, with a slash or a
// colon mistyped, in brackets, or with spaces.
func addressMeant(s string) string {
	if found := addressForm.FindAllString(s, -1); len(found) == 1 && (strings.ContainsAny(s, "<([") || strings.Contains(s, " http")) {
		return found[0]
	}
	rest, scheme := s, "https://"
	if m := schemeForm.FindString(s); m != "" {
		rest = s[len(m):]
		if !strings.Contains(strings.ToLower(m), "s") {
			scheme = "http://"
		}
	}
	if host, _, _ := strings.Cut(rest, "/"); strings.ContainsAny(host, " @,") {
		return s
	}
	return scheme + strings.ReplaceAll(rest, " ", "%20")
}

// baseAddress is the address of a whole site: nothing may follow its path.
func baseAddress(s string) (string, string, []any) {
	if u, err := url.Parse(s); err == nil && (u.RawQuery != "" || u.Fragment != "") && goodAddress(s) {
		u.RawQuery, u.Fragment = "", ""
		return "wrong-type.url", "hint.did-you-mean", []any{u.String()}
	}
	if u, err := url.Parse(s); err == nil && u.Scheme != "" && u.Host != "" && u.User == nil && (u.Scheme == "http" || u.Scheme == "https") {
		return "", "", nil // also of this machine
	}
	return webAddress(s)
}

func emailAddress(s string) (string, string, []any) {
	if goodMail(s) {
		return "", "", nil
	}
	meant := strings.TrimPrefix(s, "mailto:")
	if a, err := mail.ParseAddress(meant); err == nil {
		meant = a.Address
	}
	meant = strings.NewReplacer(" ", "", "(at)", "@", "[at]", "@", "(chiocciola)", "@", "(dot)", ".", "<", "", ">", "").Replace(meant)
	if goodMail(meant) {
		return "wrong-type.email", "hint.did-you-mean", []any{meant}
	}
	return "wrong-type.email", "hint.email-form", nil
}

func goodMail(s string) bool {
	a, err := mail.ParseAddress(s)
	_, host, _ := strings.Cut(s, "@")
	return err == nil && a.Address == s && hostForm.MatchString(host)
}

var phoneForm = pattern.New(`^\+?[0-9(][0-9 ()./\x{a0}\x{2009}\x{202f}-]*[0-9]$`)

func phone(s string) (string, string, []any) {
	if phoneForm.MatchString(s) && strings.Count(s, "(") == strings.Count(s, ")") && digits(s) >= 3 && digits(s) <= 15 {
		return "", "", nil
	}
	return "wrong-type.phone", "hint.phone-form", nil
}

// digits counts them: a number of the telephone network has at most 15 (ITU-T
// E.164).
func digits(s string) int {
	n := 0
	for _, r := range s {
		if r >= '0' && r <= '9' {
			n++
		}
	}
	return n
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
	code, _, _ := strings.Cut(s, "-") // IT-25 is Lombardy
	switch up := strings.ToUpper(code); {
	case up == "EU", up == "UE":
		return "bad-country", "hint.write", []any{"EU"}
	case i18n.KnownCountry(up):
		return "bad-country", "hint.write", []any{up}
	}
	if code, ok := i18n.CountryNamed(s); ok {
		return "bad-country", "hint.write", []any{code}
	}
	return "bad-country", "hint.country-form", nil
}

var currencyForm = pattern.New(`^[A-Z]{3}$`)

func currency(s string) (string, string, []any) {
	if currencyForm.MatchString(s) && i18n.KnownCurrency(s) {
		return "", "", nil
	}
	if word := strings.ToLower(s); word == "euro" || word == "€" || word == "eur" {
		return "wrong-type.currency", "hint.write", []any{"EUR"}
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
	if meant := "/" + s; meant != s && !strings.Contains(s, ":") && !strings.HasPrefix(s, "/") {
		if key, _, _ := alias(meant); key == "" {
			return "bad-path.alias", "hint.did-you-mean", []any{meant}
		}
	}
	return "bad-path.alias", "hint.alias-form", nil
}

var languageForm = pattern.New(`^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$`)

func language(s string) (string, string, []any) {
	if languageForm.MatchString(s) && i18n.KnownLanguage(s) {
		return "", "", nil
	}
	low, region, _ := strings.Cut(strings.ReplaceAll(s, "_", "-"), "-")
	meant := strings.ToLower(low)
	if region != "" {
		meant += "-" + region
	}
	if meant != s && languageForm.MatchString(meant) && i18n.KnownLanguage(meant) {
		return "unknown-language.tag", "hint.did-you-mean", []any{meant}
	}
	if code, ok := i18n.LanguageNamed(s); ok {
		return "unknown-language.tag", "hint.did-you-mean", []any{code}
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
