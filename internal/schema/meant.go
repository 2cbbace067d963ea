package schema

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"dossier/internal/i18n"
	"dossier/internal/tree"
)

// What follows reads values as people write them, and writes them as we want them.

// dateForms are ways to write a date; the groups are named after what they hold.
var dateForms = []*regexp.Regexp{
	regexp.MustCompile(`^(?P<d>\d{1,2})[/.-](?P<m>\d{1,2})[/.-](?P<y>\d{4})$`),
	regexp.MustCompile(`^(?P<y>\d{4})[/.-](?P<m>\d{1,2})[/.-](?P<d>\d{1,2})$`),
	regexp.MustCompile(`^(?P<m>\d{1,2})[/.-](?P<y>\d{4})$`),
	regexp.MustCompile(`^(?P<y>\d{4})[/.](?P<m>\d{1,2})$`),
	regexp.MustCompile(`^(?P<d>\d{1,2})[°º]?\s+(?P<name>\pL+)\s+(?P<y>\d{4})$`),
	regexp.MustCompile(`^(?P<name>\pL+)\s+(?P<y>\d{4})$`),
}

// months are the names of the months in the languages of editors.
var months = [][]string{
	{"gennaio", "january"},
	{"febbraio", "february"},
	{"marzo", "march"},
	{"aprile", "april"},
	{"maggio", "may"},
	{"giugno", "june"},
	{"luglio", "july"},
	{"agosto", "august"},
	{"settembre", "september"},
	{"ottobre", "october"},
	{"novembre", "november"},
	{"dicembre", "december"},
}

// isoFrom writes a date such as 15/6/2020, 2020/06/15 or 15 giugno 2020 the way we
// want it.
func isoFrom(s string) (string, bool) {
	for _, form := range dateForms {
		m := form.FindStringSubmatch(strings.TrimSpace(s))
		if m == nil {
			continue
		}
		part := map[string]string{}
		for i, name := range form.SubexpNames() {
			part[name] = m[i]
		}
		if name := part["name"]; name != "" {
			part["m"] = month(name)
		}
		iso := part["y"] + twoDigits(part["m"]) + twoDigits(part["d"])
		if _, ok := i18n.ParseDate(iso); ok && part["m"] != "" {
			return iso, true
		}
	}
	return "", false
}

// twoDigits writes a part of a date behind a hyphen, nothing where it is not given.
func twoDigits(s string) string {
	if s == "" {
		return ""
	}
	return fmt.Sprintf("-%02s", s)
}

// month is the number of a month by its name, empty for other words.
func month(name string) string {
	for i, names := range months {
		for _, known := range names {
			if strings.EqualFold(name, known) {
				return strconv.Itoa(i + 1)
			}
		}
	}
	return ""
}

var spokenTime = regexp.MustCompile(`^(.+?)(?:T|,?\s+(?:ore|alle|at)\s+|[ ,]+)(\d{1,2})[:.h](\d\d)$`)

// momentFrom writes a day and time such as 15/6/2020 18.30 the way we want it.
func momentFrom(s string) (string, bool) {
	m := spokenTime.FindStringSubmatch(s)
	if m == nil {
		return isoFrom(s)
	}
	day, ok := isoFrom(m[1])
	if !ok {
		day = m[1]
	}
	fixed := fmt.Sprintf("%sT%02s:%s", day, m[2], m[3])
	_, problem := readMoment(&tree.Node{Value: fixed}, Field{})
	return fixed, problem == ""
}

// boolWords are what people write for yes and no beside what a field takes.
var boolWords = map[string]string{
	"vero": "true", "on": "true", "1": "true", "y": "true", "s": "true", "x": "true",
	"falso": "false", "off": "false", "0": "false", "n": "false",
}

// plainBool writes a word for yes or no as true or false.
func plainBool(s string) (string, bool) {
	word, ok := boolWords[strings.ToLower(strings.TrimSpace(s))]
	return word, ok
}

// countryNamed is the code of a country by its name in a language of editors.
func countryNamed(name string) (code string, ok bool) {
	for _, lang := range []string{"it", "en"} {
		locale, err := i18n.NewLocale(lang, "")
		if err != nil {
			continue
		}
		for _, code := range i18n.CountryCodes() {
			if strings.EqualFold(locale.Country(code), name) {
				return code, true
			}
		}
	}
	return "", false
}

var groupedNumber = regexp.MustCompile(`^[€$£]?\s*(\d{1,3}(?:[. ’',]\d{3})*)(?:[.,]\d{2})?\s*(?:€|EUR|euro)?$`)

// plainNumber strips thousands separators, cents and currency signs.
func plainNumber(s string) (string, bool) {
	m := groupedNumber.FindStringSubmatch(strings.TrimSpace(s))
	if m == nil {
		return "", false
	}
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, m[1]), true
}

var decimalComma = regexp.MustCompile(`^(\d+)(?:[.,](\d+))?\s*(%?)$`)

// plainDecimal writes 0,8 and 80 % as 0.8.
func plainDecimal(s string) (string, bool) {
	m := decimalComma.FindStringSubmatch(strings.TrimSpace(s))
	if m == nil {
		return "", false
	}
	v, err := strconv.ParseFloat(m[1]+"."+m[2]+"0", 64)
	if err != nil {
		return "", false
	}
	if m[3] != "" {
		v /= 100
	}
	return strconv.FormatFloat(v, 'f', -1, 64), true
}
