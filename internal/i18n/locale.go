// Package i18n writes dates, numbers, names and messages the way a language
// does.
//
// Input: a BCP 47 tag, plain values, and the TOML files of interface messages.
// Output: text, sort keys, slugs, and diagnostics about the message files.
// Everything here is a pure function of its arguments: no clock, no
// environment, no state. A Locale, a Catalogue and its Messages never change
// once made and may be used from many goroutines at a time.
//
// The ways of writing come from Unicode CLDR through the generated cldr_*.go.
package i18n

import (
	"fmt"
	"strings"

	"golang.org/x/text/language"
)

// Locale writes for the readers of one configured language.
type Locale struct {
	code, tag string
	base      string // language subtag that the tables know it by
	format    format
	tables    tables
	collation language.Tag
	rtl       bool
}

// format holds a locale's patterns, in which {name} stands for a value; lists
// are joined by "|".
type format struct {
	months, alone, short, weekdays string // alone: month without a day, as in "czerwiec 2020"
	long, full, month, year        string // d day, M and L month with and without day, y year, E weekday
	time, am, pm                   string // H and HH hours to 23, h to 12, m minutes, a half of the day
	decimal, group, minus          string
	groupFrom                      int    // fewest digits of a whole part that is grouped
	percent                        string // n number
	money, moneyBelow, moneyGroup  string // c currency, - minus
	symbols                        string // CODE=symbol
	sizes                          string // kilobyte, megabyte, gigabyte
}

// neutral serves the languages without a table: ISO 8601 and plain figures.
var neutral = format{
	long: "{y}-{MM}-{dd}", full: "{y}-{MM}-{dd}", month: "{y}-{MM}", year: "{y}",
	time: "{HH}:{m}", decimal: ".", group: "\u00a0", groupFrom: 5, minus: "-",
	percent: "{n}%", money: "{c}\u00a0{n}", moneyBelow: "{c}\u00a0{-}{n}", moneyGroup: "\u00a0",
	sizes: "{n} kB|{n} MB|{n} GB",
}

// NewLocale returns the locale of a configured language: its code in site.toml
// ("it") and its BCP 47 tag ("it-IT"; empty: the code). A region without a
// table of its own is written as its language; a bare "en" or "pt" as in
// Europe; an unknown language in ISO 8601. The error is a tag that is not well
// formed (RFC 5646, section 2.2.9).
func NewLocale(code, locale string) (*Locale, error) {
	if locale == "" {
		locale = code
	}
	tag, err := parseTag(locale)
	if err != nil {
		return nil, fmt.Errorf("language %q: %w", locale, err)
	}
	base, region := baseOf(tag), regionOf(tag)
	return &Locale{
		code:      code,
		tag:       tag.String(),
		base:      base,
		format:    formatOf(base, region),
		tables:    tablesOf(base),
		collation: collationOf(tag, base),
		rtl:       isRTL(tag),
	}, nil
}

// parseTag accepts well-formed tags whose subtags are in no registry.
func parseTag(s string) (language.Tag, error) {
	tag, err := language.Raw.Parse(s)
	if _, unregistered := err.(language.ValueError); unregistered {
		return tag, nil
	}
	return tag, err
}

// baseOf returns the language subtag; Norwegian without a written standard is
// Bokmål, by far the commoner.
func baseOf(tag language.Tag) string {
	base, _, _ := tag.Raw()
	if base.String() == "no" {
		return "nb"
	}
	return base.String()
}

func regionOf(tag language.Tag) string {
	_, _, region := tag.Raw()
	return region.String()
}

func formatOf(base, region string) format {
	if f, ok := formats[base+"-"+region]; ok {
		return f
	}
	if f, ok := formats[base]; ok {
		return f
	}
	return neutral
}

// Code returns the language's code in site.toml.
func (l *Locale) Code() string { return l.code }

// Tag returns the BCP 47 tag for lang and hreflang attributes.
func (l *Locale) Tag() string { return l.tag }

// RTL reports whether the language is written from right to left.
func (l *Locale) RTL() bool { return l.rtl }

func isRTL(tag language.Tag) bool {
	script, _ := tag.Script()
	switch script.String() {
	case "Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa":
		return true
	}
	return false
}

// Quotes returns the language's quotation marks (CLDR, main delimiters).
// French sets a narrow no-break space inside them.
func (l *Locale) Quotes() (open, end string) {
	switch l.base {
	case "bg", "cs", "de", "et", "is", "lt", "mk", "sk", "sl":
		return "„", "“"
	case "bs", "hr", "hu", "pl", "ro", "sr":
		return "„", "”"
	case "fr":
		return "«\u202f", "\u202f»"
	case "el", "es", "it", "nb", "nn", "uk":
		return "«", "»"
	case "pt":
		if strings.HasSuffix(l.tag, "-BR") {
			return "“", "”"
		}
		return "«", "»"
	case "fi", "sv":
		return "”", "”"
	case "ar":
		return "”", "“"
	case "nl":
		return "‘", "’"
	}
	return "“", "”"
}

// expand fills a pattern's {names}.
func expand(pattern string, value func(name string) string) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(pattern, "{")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		name, after, _ := strings.Cut(rest, "}")
		b.WriteString(value(name))
		pattern = after
	}
}

// pick returns one of a "|"-joined list, counted from 0; empty if there is none.
func pick(list string, n int) string {
	for ; n > 0 && list != ""; n-- {
		_, list, _ = strings.Cut(list, "|")
	}
	one, _, _ := strings.Cut(list, "|")
	return one
}
