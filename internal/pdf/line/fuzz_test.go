package line_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/go-text/typesetting/segmenter"

	"dossier/internal/pdf"
	"dossier/internal/pdf/line"
)

func FuzzBreak(f *testing.F) {
	f.Add(prose, uint16(200), uint16(0x1234))
	f.Add("https://www.provincia.tn.it/bandi-e-avvisi/2026.html?a=b&c=d nome.cognome@example.org", uint16(60), uint16(0))
	f.Add("co\u00ADope\u00ADra\u00ADzio\u00ADne\u2003a\u200Bb\u2060c\uFEFF\r\n\t x\u0301y \U0001F468\u200D\U0001F469\u200D\U0001F467", uint16(17), uint16(0x0F0F))
	f.Add("« a » (b) “c” – d; e: f! g? 10\u00A0000\u202F€", uint16(30), uint16(0x5555))
	f.Add("Η Περιφέρεια στηρίζει. Общината подкрепя. ประเทศไทย 日本語の文章、です。 שלום", uint16(40), uint16(7))
	f.Add("\x00\x80\xff\u1680\u2028\uFFFE", uint16(3), uint16(1))
	f.Add("\uFFFD\u200D\uFFFD\u00ADop ε\u0601 ffi", uint16(17), uint16(0))
	f.Add("a\uFFF2 \u200Eb", uint16(0), uint16(15))
	tr := begin(f)
	f.Fuzz(func(t *testing.T, text string, width, how uint16) {
		tr := begun(t, tr)
		spans := tr.cut(text, how)
		o := line.Options{Width: float64(width%600) / 2, Lang: "it", Balance: how%5 == 0, Hang: float64(how % 3 * 10), Align: line.Align(how % 3)}
		check(t, tr, spans, o)
	})
}

func TestWhateverIsSetIsWholeAndFits(t *testing.T) {
	tr := begin(t)
	random := rand.New(rand.NewPCG(1, 2))
	alphabet := []rune("aaeeiionnrstlm    ----//..,;:!?«»()@=&%_1230–—’ αβγжщłßé\u00A0\u00AD\u200B\u2060\u202F\u0301\u2003\n日本ไ\U0001F600")
	for range 500 {
		text := make([]rune, random.IntN(200))
		for i := range text {
			text[i] = alphabet[random.IntN(len(alphabet))]
		}
		o := line.Options{Width: random.Float64() * 300, Lang: "it", Balance: random.IntN(4) == 0, Hang: float64(random.IntN(3) * 10)}
		check(t, begun(t, tr), tr.cut(string(text), uint16(random.Uint32())), o)
	}
}

// begun is a new document with the faces of another trial.
func begun(t testing.TB, tr *trial) *trial {
	made := *tr
	made.t = t
	made.Document = pdf.New(pdf.Info{Title: "Trial", Lang: "it"})
	made.Setter = line.New(made.Document, nil)
	return &made
}

// cut makes spans of text. The bits of how say where they end and what follows.
func (tr *trial) cut(text string, how uint16) []line.Span {
	link := &line.Link{To: site, Contents: "Pagina"}
	kinds := []line.Span{{Style: tr.regular}, {Style: tr.bold, Link: link}, {Style: tr.code}, {Style: tr.italic, Lang: "de"}}
	var out []line.Span
	for i := 0; len(text) > 0; i++ {
		n := len(text)
		if step := int(how>>(i%12)&15) * 3; how != 0 && step > 0 && step < n {
			n = step
		}
		s := kinds[(i*int(how|1))%len(kinds)]
		s.Text, text = text[:n], text[n:]
		out = append(out, s)
	}
	return out
}

// check holds the lines against what they always have to be, and draws them.
func check(t *testing.T, tr *trial, spans []line.Span, o line.Options) {
	t.Helper()
	text := tr.Break(spans, o)
	var got, want strings.Builder
	for i, l := range text.Lines {
		s := text.String(i)
		got.WriteString(seen(s))
		room := o.Width
		if i > 0 {
			room -= o.Hang
		}
		if l.Width > room+1e-5 && tr.clusters(s) > 1 {
			t.Errorf("line %q is %.3f wide, and there is room for %.3f", s, l.Width, room)
		}
		if l.Height <= 0 || l.Baseline <= 0 || l.Baseline > l.Height {
			t.Errorf("line %q: baseline %.2f of %.2f", s, l.Baseline, l.Height)
		}
	}
	for _, s := range spans {
		want.WriteString(seen(strings.ToValidUTF8(s.Text, "\uFFFD")))
	}
	if got.String() != want.String() {
		t.Errorf("%q\nbecame %q", want.String(), got.String())
	}
	e := tr.paragraph()
	for from := 0; from < len(text.Lines); from += 20 {
		text.Draw(tr.a4(), e, 72, 72, from, min(from+20, len(text.Lines)))
	}
	if len(text.Lines) > 0 && got.Len() > 0 {
		tr.bytes()
	}
}

// seen is text without spaces and what says where to break, and with U+FFFD for
// what is no character.
func seen(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r) || unicode.IsControl(r), strings.ContainsRune("\u00AD\u200B\u2060\uFEFF", r):
			return -1
		case r&0xFFFE == 0xFFFE || r >= 0xFDD0 && r <= 0xFDEF:
			return utf8.RuneError
		}
		return r
	}, text)
}

// clusters is how many a line has that have a width.
func (tr *trial) clusters(text string) int {
	var s segmenter.Segmenter
	s.Init([]rune(seen(text)))
	n := 0
	for all := s.GraphemeIterator(); all.Next(); {
		if tr.width(string(all.Grapheme().Text)) > 0 {
			n++
		}
	}
	return n
}

func TestAVeryLongParagraphIsSetInLinearTime(t *testing.T) {
	tr := begin(t)
	for _, text := range []string{
		strings.Repeat("parola e ancora ", 33_000),
		strings.Repeat("parolaparola", 8_000),
		strings.Repeat("a\u200B\u200B", 50_000),
		strings.Repeat("\u200D\u200B", 50_000) + "a",
		strings.Repeat("www.esempio.it/", 6_000),
		strings.Repeat("( ", 20_000),
		strings.Repeat("a \n", 20_000),
	} {
		broken := tr.Break(tr.plain(text), line.Options{Width: 450})
		if slices.ContainsFunc(broken.Lines, func(l line.Line) bool { return l.Width > 450.001 }) {
			t.Errorf("%.20q…: a line is too wide", text)
		}
	}
}
