package i18n

import (
	"math"
	"strconv"
	"strings"
)

const asciiLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

// Number writes a whole number with the locale's grouping: "1.234.567".
func (l *Locale) Number(n int64) string {
	digits, below := strings.CutPrefix(strconv.FormatInt(n, 10), "-")
	digits = l.grouped(digits, l.format.group)
	if below {
		return l.format.minus + digits
	}
	return digits
}

// Decimal writes a number with at most maxDigits digits after the decimal mark,
// trailing zeros left out.
func (l *Locale) Decimal(f float64, maxDigits int) string {
	s := strconv.FormatFloat(f, 'f', maxDigits, 64)
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return s
	}
	s, below := strings.CutPrefix(s, "-")
	whole, fraction, _ := strings.Cut(s, ".")
	fraction = strings.TrimRight(fraction, "0")
	s = l.grouped(whole, l.format.group)
	if fraction != "" {
		s += l.format.decimal + fraction
	}
	if below && strings.Trim(whole+fraction, "0") != "" {
		s = l.format.minus + s
	}
	return s
}

// Percent writes a share of 1 in per cent: 0.8 is "80%", or "80 %" where the
// language sets a space.
func (l *Locale) Percent(f float64, maxDigits int) string {
	return expand(l.format.percent, func(string) string { return l.Decimal(f*100, maxDigits) })
}

// Money writes whole units of an ISO 4217 currency: "1.234.567 €". A currency
// without a symbol in the language keeps its code.
func (l *Locale) Money(amount int64, currency string) string {
	digits, below := strings.CutPrefix(strconv.FormatInt(amount, 10), "-")
	digits = l.grouped(digits, l.format.moneyGroup)
	pattern := l.format.money
	if below {
		pattern = l.format.moneyBelow
	}
	symbol := l.symbol(currency)
	if strings.ContainsAny(symbol[max(0, len(symbol)-1):], asciiLetters) {
		// A code before the figures is set off from them (CLDR currencySpacing).
		pattern = strings.ReplaceAll(pattern, "{c}{n}", "{c}\u00a0{n}")
	}
	return expand(pattern, func(name string) string {
		switch name {
		case "c":
			return symbol
		case "-":
			return l.format.minus
		}
		return digits
	})
}

// symbol returns the currency's sign in the language. The euro's is used
// everywhere, though CLDR has the code in some languages.
func (l *Locale) symbol(currency string) string {
	if currency == "EUR" {
		return "€"
	}
	for pair := range strings.SplitSeq(l.format.symbols, "|") {
		if code, sign, _ := strings.Cut(pair, "="); code == currency {
			return sign
		}
	}
	return currency
}

// Bytes writes a file's size in decimal units (1 kB is 1000 bytes, as in the
// SI): "85 kB", "1,2 MB". One digit follows the mark below ten.
func (l *Locale) Bytes(n int64) string {
	size, unit := float64(n)/1000, 0
	if n > 0 {
		size = max(size, 0.1) // what is there is not nothing
	}
	for ; size >= 999.5 && unit < 2; unit++ {
		size /= 1000
	}
	digits := 0
	if size < 9.95 {
		digits = 1
	}
	return expand(pick(l.format.sizes, unit), func(string) string { return l.Decimal(size, digits) })
}

// grouped sets the separator between thousands, in numbers long enough for it.
func (l *Locale) grouped(digits, separator string) string {
	if len(digits) < l.format.groupFrom {
		return digits
	}
	var b strings.Builder
	for i, c := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteString(separator)
		}
		b.WriteRune(c)
	}
	return b.String()
}
