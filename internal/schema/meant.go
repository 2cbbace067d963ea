package schema

import (
	"strconv"
	"strings"

	"dossier/internal/pattern"
)

// What follows reads values as people write them, and writes them as we want them.

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

var groupedNumber = pattern.New(`^[€$£]?\s*(\d{1,3}(?:[. ’',]\d{3})*)(?:[.,]\d{2})?\s*(?:€|EUR|euro)?$`)

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

var decimalComma = pattern.New(`^(\d+)(?:[.,](\d+))?\s*(%?)$`)

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
