package ua_test

import (
	"encoding/ascii85"
	"fmt"
	"strings"
	"testing"

	"dossier/internal/check/ua"
)

// drawn is what the tiny document says when its second page is drawn so.
func drawn(t *testing.T, draw string, plant ...func(*book)) string {
	t.Helper()
	b := tiny(t)
	b.set(content2, "%s", stream("", []byte("/P /MC0 BDC BT /F1 10 Tf "+draw+" ET EMC")))
	for _, p := range plant {
		p(b)
	}
	r := check(t, b.classic())
	if len(r.Findings) > 0 {
		t.Errorf("found %v", r.Findings)
	}
	_, rest, _ := strings.Cut(r.Text(), "ciao and ")
	text, _, _ := strings.Cut(rest, "\n")
	return text
}

func TestTextIsReadHoweverItIsDrawn(t *testing.T) {
	ab, cd := codes("ab"), codes("cd")
	for _, test := range []struct{ name, draw, want string }{
		{"kerning joins", "[" + ab + " 80 " + cd + "] TJ", "abcd"},
		{"a jump along the line parts", "[" + ab + " -600 " + cd + "] TJ", "ab cd"},
		{"a jump back parts", "1 0 0 1 90 700 Tm " + ab + " Tj 1 0 0 1 50 700 Tm " + cd + " Tj", "ab cd"},
		{"text that goes on joins", "1 0 0 1 50 700 Tm " + ab + " Tj 1 0 0 1 60 700 Tm " + cd + " Tj", "abcd"},
		{"a new line parts", ab + " Tj 0 -14 Td " + cd + " Tj", "ab cd"},
		{"a space at the end of a line is one", codes("ab ") + " Tj 0 -14 Td " + cd + " Tj", "ab cd"},
		{"a compound at the end of a line joins", codes("ab-") + " Tj 0 -14 Td " + cd + " Tj", "ab-cd"},
		{"an address at the end of a line joins", codes("a/") + " Tj 0 -14 Td " + cd + " Tj", "a/cd"},
		{"leading", "14 TL " + ab + " Tj T* " + cd + " Tj", "ab cd"},
		{"a quotation mark begins a line", "14 TL " + ab + " Tj " + cd + " '", "ab cd"},
		{"two quotation marks begin a line", "14 TL " + ab + " Tj 1 2 " + cd + ` "`, "ab cd"},
		{"raised text joins", ab + " Tj 4 Ts " + cd + " Tj", "abcd"},
		{"spaced text joins", "9 Tc [" + ab + cd + "] TJ", "abcd"},
		{"widened text joins", "200 Tz 1 Tw " + ab + " Tj 1 0 0 1 20 0 Tm " + cd + " Tj", "abcd"},
		{"text in a turned space joins", "0 1 -1 0 50 50 Tm " + ab + " Tj 0 1 -1 0 50 60 Tm " + cd + " Tj", "abcd"},
		{"replacement text", ab + " Tj /Span << /ActualText (x\\(y\\)z) >> BDC " + cd + " Tj EMC", "abx(y)z"},
		{"invisible text", "3 Tr " + ab + " Tj", "ab"},
		{"strings with escapes", "(\\000\\102\\0\\\nC\\000\\104\\0E) Tj", "abcd"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := drawn(t, test.draw); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestTextOfASimpleFontIsRead(t *testing.T) {
	simple := simpleFont("/Subtype /TrueType /Encoding /WinAnsiEncoding /FirstChar 0 /LastChar 255 /Widths [" + strings.Repeat("500 ", 256) + "]")
	got := drawn(t, "/F2 10 Tf (caf\\351 \\200 ab\\)\\\r\n) Tj", simple, func(b *book) {
		b.swap(page2, "/Font <<", "/Font << /F2 "+refs(b.find("/WinAnsiEncoding")))
	})
	if got != "café € ab)" {
		t.Errorf("got %q", got)
	}
}

func TestStreamsAreDecodedHoweverTheyAreWritten(t *testing.T) {
	plain := []byte("/P /MC0 BDC BT /F1 12 Tf 72 700 Td " + codes("on 85") + " Tj ET EMC")
	a85 := make([]byte, ascii85.MaxEncodedLen(len(plain)))
	a85 = append(a85[:ascii85.Encode(a85, plain)], "~>"...)
	for _, test := range []struct{ name, dict, data string }{
		{"hexadecimal", "/Filter /ASCIIHexDecode", fmt.Sprintf("%x>", plain)},
		{"base 85", "/Filter [/ASCII85Decode]", string(a85)},
		{"two filters", "/Filter [/ASCIIHexDecode /FlateDecode] /DecodeParms [null << /Predictor 1 >>]", fmt.Sprintf("%X>", deflate(plain))},
	} {
		t.Run(test.name, func(t *testing.T) {
			b := tiny(t)
			b.set(content2, "%s", stream(test.dict, []byte(test.data)))
			if r := check(t, b.classic()); len(r.Findings) > 0 || !strings.Contains(r.Text(), "ciao and on 85") {
				t.Errorf("found %v in %q", r.Findings, r.Text())
			}
		})
	}
}

func TestTitlesAreReadHoweverTheyAreWritten(t *testing.T) {
	for _, test := range []struct{ written, want string }{
		{"(Caf\\351 \\205 \\(\\240\\))", "Café – (€)"},
		{"<FEFF00C9001B656E001B0074>", "Ét"},
		{"<EFBBBFC3A9>", "é"},
		{"(\\030\\x)", "˘x"},
	} {
		b := tiny(t)
		b.swap(info, "(A tiny document)", test.written)
		b.swapIn(metadata, "A tiny document", test.want)
		if r := check(t, b.classic()); len(r.Findings) > 0 || r.Title != test.want {
			t.Errorf("%s: %q, %v", test.written, r.Title, r.Findings)
		}
	}
}

func TestFaultsOfObjectStreamsAreFound(t *testing.T) {
	data := string(tiny(t).packed())
	at := strings.Index(data, "/Type /ObjStm")
	for _, test := range []struct{ name, old, with, rules, err string }{
		{"of another type", "/ObjStm", "/ObjStx", "", "no catalogue"},
		{"that cannot be decoded", "/FlateDecode", "/InflaDecode", "", "no catalogue"},
		{"with too many objects", fmt.Sprintf("/N %d", firstElement-1+len(tinyElements)-8), "/N 99", "PDF 7.5.7", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			planted := data[:at] + strings.Replace(data[at:], test.old, test.with, 1)
			if planted == data || len(planted) != len(data) {
				t.Fatal("not planted")
			}
			r, err := ua.Check([]byte(planted))
			if test.err != "" && (err == nil || !strings.Contains(err.Error(), test.err)) {
				t.Errorf("got %v, want %q", err, test.err)
			}
			if got := rules(r.Findings); got != test.rules {
				t.Errorf("found %q, want %q", got, test.rules)
			}
		})
	}
}

func TestABrokenObjectOfAnObjectStreamIsFound(t *testing.T) {
	for _, text := range []string{"<< /A", "]", "R", "", "<< /A [1 2 >>", "<< 1 2 >>", "<< /A 1 /B >>"} {
		b := tiny(t)
		b.add("%s", text)
		if got := rules(check(t, b.packed()).Findings); got != "PDF 7.3" {
			t.Errorf("%q: found %q", text, got)
		}
	}
}
