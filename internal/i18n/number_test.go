package i18n_test

import (
	"math"
	"testing"
)

func TestNumbersAreGroupedAsTheLanguageGroupsThem(t *testing.T) {
	tests := []struct {
		tag                string
		thousand, million  string
		below, half, share string
	}{
		{"it", "1234", "1.234.567", "-12.345", "1234,5", "80%"},
		{"en-GB", "1,234", "1,234,567", "-12,345", "1,234.5", "80%"},
		{"nb", "1\u00a0234", "1\u00a0234\u00a0567", "−12\u00a0345", "1\u00a0234,5", "80\u00a0%"},
		{"fr", "1\u202f234", "1\u202f234\u202f567", "-12\u202f345", "1\u202f234,5", "80\u00a0%"},
		{"de", "1.234", "1.234.567", "-12.345", "1.234,5", "80\u00a0%"},
		{"pl", "1234", "1\u00a0234\u00a0567", "-12\u00a0345", "1234,5", "80%"},
		{"tlh", "1234", "1\u00a0234\u00a0567", "-12\u00a0345", "1234.5", "80%"},
	}
	for _, tt := range tests {
		l := locale(t, tt.tag)
		for _, c := range []struct{ got, want string }{
			{l.Number(1234), tt.thousand},
			{l.Number(1234567), tt.million},
			{l.Number(-12345), tt.below},
			{l.Decimal(1234.50, 2), tt.half},
			{l.Percent(0.8, 1), tt.share},
		} {
			if c.got != c.want {
				t.Errorf("%s: %q, want %q", tt.tag, c.got, c.want)
			}
		}
	}
}

func TestNumbersAtTheEdges(t *testing.T) {
	it := locale(t, "it")
	for _, c := range []struct{ got, want string }{
		{it.Number(0), "0"},
		{it.Number(math.MinInt64), "-9.223.372.036.854.775.808"},
		{it.Decimal(-0.001, 2), "0"},
		{it.Decimal(-1.5, 2), "-1,5"},
		{it.Decimal(2, 2), "2"},
		{it.Decimal(math.NaN(), 2), "NaN"},
		{it.Percent(0.12345, 2), "12,35%"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

func TestMoneyFollowsTheLanguage(t *testing.T) {
	tests := []struct {
		tag      string
		amount   int64
		currency string
		want     string
	}{
		{"it", 1234567, "EUR", "1.234.567\u00a0€"},
		{"it", -1234567, "EUR", "-1.234.567\u00a0€"},
		{"it", 1234567, "NOK", "1.234.567\u00a0NOK"},
		{"en-GB", 1234567, "EUR", "€1,234,567"},
		{"en-GB", 1234567, "NOK", "NOK\u00a01,234,567"},
		{"en-GB", 1234567, "GBP", "£1,234,567"},
		{"nb", 1234567, "NOK", "1\u00a0234\u00a0567\u00a0kr"},
		{"nl", -5, "EUR", "€\u00a0-5"},
		{"de-AT", 1234567, "EUR", "€\u00a01.234.567"},
		{"hu", 1234567, "EUR", "1\u00a0234\u00a0567\u00a0€"},
		{"tlh", 1234567, "EUR", "€\u00a01\u00a0234\u00a0567"},
		{"it", 7, "", "7\u00a0"},
	}
	for _, tt := range tests {
		if got := locale(t, tt.tag).Money(tt.amount, tt.currency); got != tt.want {
			t.Errorf("%s: %d %s = %q, want %q", tt.tag, tt.amount, tt.currency, got, tt.want)
		}
	}
}

func TestBytesUseDecimalUnits(t *testing.T) {
	tests := []struct {
		tag  string
		n    int64
		want string
	}{
		{"it", 85_000, "85 kB"},
		{"it", 1_200_000, "1,2 MB"},
		{"it", 999_400, "999 kB"},
		{"it", 999_600, "1 MB"},
		{"it", 12_345_678, "12 MB"},
		{"it", 512, "0,5 kB"},
		{"it", 0, "0 kB"},
		{"it", 3_400_000_000_000, "3400 GB"},
		{"en-GB", 1_240_000, "1.2 MB"},
		{"fr", 1_200_000, "1,2\u202fMo"},
		{"fi", 1_200_000, "1,2 Mt"},
		{"tlh", 1_200_000, "1.2 MB"},
	}
	for _, tt := range tests {
		if got := locale(t, tt.tag).Bytes(tt.n); got != tt.want {
			t.Errorf("%s: %d = %q, want %q", tt.tag, tt.n, got, tt.want)
		}
	}
}
