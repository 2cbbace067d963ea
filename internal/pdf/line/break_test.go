package line_test

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/go-text/typesetting/segmenter"
	"github.com/google/go-cmp/cmp"

	"dossier/internal/pdf/face"
	"dossier/internal/pdf/line"
)

func TestLinesEndWhereTheyMay(t *testing.T) {
	tr := begin(t)
	tests := []struct {
		name string
		text string
		fits string // as wide as this is the column
		want []string
	}{
		{"evenly, where the first fit would leave a hole", "nnn nn nn nnnnn", "nnn nn", []string{"nnn", "nn nn", "nnnnn"}},
		{"at spaces, which are not seen there", "nnnn   nnnn", "nnnnn", []string{"nnnn", "nnnn"}},
		{"not with a short word alone on the last", "nnnnnn nnnnnn nnnnnn nnnnnn o", "nnnnnn nnnnnn nnnnnn nnnnnn", []string{"nnnnnn nnnnnn nnnnnn", "nnnnnn o"}},
		{"not at a no-break space", "nn nn 10\u00A0000\u00A0€", "nn nn 10", []string{"nn nn", "10\u00A0000\u00A0€"}},
		{"not at a narrow no-break space", "nn nn 10\u202F%", "nn nn 10", []string{"nn nn", "10\u202F%"}},
		{"not inside guillemets", "nnnn « nnn » nnn", "nnnn « n", []string{"nnnn", "« nnn »", "nnn"}},
		{"not before a colon that stands apart", "nnnn nnn : nnn", "nnnn nnn", []string{"nnnn", "nnn : nnn"}},
		{"before and after a dash that stands apart", "nnn – nnnn", "nnn –", []string{"nnn –", "nnnn"}},
		{"not after a hyphen that begins a word", "nnnn -nn", "nnnn -", []string{"nnnn", "-nn"}},
		{"after a hyphen", "nnnnnn nnnn-nnnn", "nnnnnn nnnn-", []string{"nnnnnn nnnn-", "nnnn"}},
		{"at a soft hyphen, which then shows", "nnnnn nnnn\u00ADnnnn", "nnnnn nnnnnn", []string{"nnnnn nnnn\u00AD", "nnnn"}},
		{"and else it does not", "nnnn\u00ADnnnn", "nnnn-nnnn", []string{"nnnnnnnn"}},
		{"at a zero width space", "nnnn\u200Bnnnn", "nnnnn", []string{"nnnn", "nnnn"}},
		{"not at a word joiner", "nnnnn nnn-\u2060nnn", "nnnnn nnn-", []string{"nnnnn", "nnn-nnn"}},
		{"at a space as wide as an m", "nnnn\u2003nnnn", "nnnnn", []string{"nnnn", "nnnn"}},
		{"at tabs", "\tnnnn\tnnnn", "nnnnn", []string{"nnnn", "nnnn"}},
		{"not at a solidus in what is short", "nnnnnnnn nn/nnn", "nnnnnnnn nn/", []string{"nnnnnnnn", "nn/nnn"}},
		{"not in a short address", "nnnnnnnnnnnn a@b-c.it", "nnnnnnnnnnnn a@b-", []string{"nnnnnnnnnnnn", "a@b-c.it"}},
		{"not in a long address, if it fits on the next line", "nnnnnn n.n/nnnnnn", "nnnnnnnnnn", []string{"nnnnnn", "n.n/nnnnnn"}},
		{"at the marks of a long address", "nn https://nnnnn.it/nnnnnn/nnn?nn=nnnn&n=nnn", "https://nnnnn.it/nnn", []string{"nn https://nnnnn.it/", "nnnnnn/nnn?nn=", "nnnn&n=nnn"}},
		{"at the end of marks that stand together", "www.nnnnnnnnnn.it//nnnn...nnnn", "www.nnnnnnnnnn.it//", []string{"www.nnnnnnnnnn.it//", "nnnn...nnnn"}},
		{"anywhere in a word that is wider", "nnnnnnnnnn", "nnnn", []string{"nnnn", "nnnn", "nn"}},
		{"inside a ligature too", "ffff", "f", []string{"f", "f", "f", "f"}},
		{"but not inside a cluster", "ẹ́ẹ́ẹ́ẹ́", "ẹ́ẹ́", []string{"ẹ́ẹ́", "ẹ́ẹ́"}},
		{"after every character, when nothing fits", "ab cd", "", []string{"a", "b", "c", "d"}},
		{"in Greek", "Η Περιφέρεια στηρίζει τις επιχειρήσεις", "Η Περιφέρεια στηρίζει", []string{"Η Περιφέρεια στηρίζει", "τις επιχειρήσεις"}},
		{"in Cyrillic", "Общината подкрепя предприятията", "Общината подкрепя", []string{"Общината подкрепя", "предприятията"}},
		{"in Polish", "Województwo wspiera przedsiębiorstwa społeczne", "przedsiębiorstwa", []string{"Województwo", "wspiera", "przedsiębiorstwa", "społeczne"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := lines(tr.Break(tr.plain(test.text), line.Options{Width: tr.width(test.fits), Lang: "it"}))
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Opportunities are found word by word. They have to be those that UAX 14 finds
// in the text as a whole.
func TestOpportunitiesAreThoseOfTheWholeText(t *testing.T) {
	tr := begin(t)
	random := rand.New(rand.NewPCG(3, 4))
	parts := []string{" ", " ", " ", "nn", "mmm", "«", "»", "“", "”", "‘", "’", "(", ")", "[", "!", ",", ";", ":", "nn-nn", "–", "—", "…", "12", "%", "€", "§", "\u00A0", "\u202F", "n\u2009", "β", "ж"}
	for range 3000 {
		var b strings.Builder
		for range 2 + random.IntN(8) {
			b.WriteString(parts[random.IntN(len(parts))])
		}
		text := strings.TrimSpace(b.String())
		want := 0.0
		var s segmenter.Segmenter
		s.Init([]rune(text))
		for all := s.LineIterator(); all.Next(); {
			want = max(want, tr.width(string(all.Line().Text)))
		}
		if got, _ := tr.Widths(tr.plain(text), "it"); math.Abs(got-want) > 0.6 {
			t.Errorf("%q: the widest piece is %.2f wide, by the whole text %.2f", text, got, want)
		}
	}
}

func TestForcedBreaksMakeLines(t *testing.T) {
	tr := begin(t)
	r := tr.regular
	forced := line.Span{Break: true}
	tests := []struct {
		name  string
		spans []line.Span
		want  []string
	}{
		{"a span", []line.Span{{Text: "one ", Style: r}, forced, {Text: " two", Style: r}}, []string{"one", "two"}},
		{"an empty line between", []line.Span{{Text: "one", Style: r}, forced, forced, {Text: "two", Style: r}}, []string{"one", "", "two"}},
		{"no line after the last", []line.Span{{Text: "one", Style: r}, forced}, []string{"one"}},
		{"one at the beginning", []line.Span{forced, {Text: "one", Style: r}}, []string{"", "one"}},
		{"line ends of all systems", tr.plain("one\ntwo\r\nthree\rfour\u2028five\u2029six\u0085seven"), []string{"one", "two", "three", "four", "five", "six", "seven"}},
		{"nothing", nil, nil},
		{"no text", []line.Span{{Style: r}}, nil},
		{"nothing but a break", []line.Span{forced}, nil},
		{"nothing but spaces", tr.plain("   "), nil},
		{"spaces around", tr.plain("  one  "), []string{"one"}},
		{"code keeps its indents", []line.Span{{Text: "if\n    x  y\nend", Style: tr.code, Code: true}}, []string{"if", "    x  y", "end"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			text := tr.Break(test.spans, line.Options{Width: 400})
			if diff := cmp.Diff(test.want, lines(text)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestAWordIsOneThroughChangesOfStyle(t *testing.T) {
	tr := begin(t)
	mark := tr.regular
	mark.Size, mark.Raise = 8, 4
	r := func(text string) line.Span { return line.Span{Text: text, Style: tr.regular} }
	b := func(text string) line.Span { return line.Span{Text: text, Style: tr.bold} }
	note := line.Span{Text: "1", Style: mark, Note: &line.Note{ID: "n"}}
	tests := []struct {
		name  string
		spans []line.Span
		fits  string
		want  []string
	}{
		{"punctuation stays", []line.Span{r("nnnn «"), b("nnnn"), r("», nn")}, "nnnn «nnnn", []string{"nnnn", "«nnnn», nn"}},
		{"a space in another span breaks", []line.Span{r("nnnn"), b(" nnnn")}, "nnnnn", []string{"nnnn", "nnnn"}},
		{"a hyphen at the border breaks", []line.Span{r("nnnn-"), b("nnnn")}, "nnnnn", []string{"nnnn-", "nnnn"}},
		{"a soft hyphen at the border breaks", []line.Span{r("nnnn\u00AD"), b("nnnn")}, "nnnnn", []string{"nnnn\u00AD", "nnnn"}},
		{"a soft hyphen of its own breaks", []line.Span{r("nnnn"), b("\u00AD"), r("nnnn")}, "nnnnn", []string{"nnnn\u00AD", "nnnn"}},
		{"an address goes on", []line.Span{r("www.nnnn."), b("it/nnnn-"), r("nn.html")}, "www.nnnn.it/n", []string{"www.nnnn.it/", "nnnn-nn.html"}},
		{"the mark of a note stays", []line.Span{r("nnnn nnnn!"), note, r(" nn")}, "nnnn nnnn!", []string{"nnnn", "nnnn!1 nn"}},
		{"spans that look the same are one", []line.Span{r("nn"), r("nn nn"), r("nn")}, "nnnnn", []string{"nnnn", "nnnn"}},
		{"a wide word is broken across its spans", []line.Span{r("nnnn"), b("nnnn")}, "nnnnn", []string{"nnnnn", "nnn"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := lines(tr.Break(test.spans, line.Options{Width: tr.width(test.fits) + 1, Lang: "it"}))
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestOneFaceAfterAnotherIsAsked(t *testing.T) {
	tr := begin(t)
	only := line.Style{Faces: []*face.Face{tr.code.Faces[0]}, Size: 10}
	both := line.Style{Faces: []*face.Face{tr.code.Faces[0], tr.regular.Faces[0]}, Size: 10}
	const text = "a℗b\U0001F600c\u1680d\u200De \u0301" // ℗ is in Source Sans only, 😀 in neither
	one := tr.Break([]line.Span{{Text: text, Style: only}}, line.Options{Width: 400})
	two := tr.Break([]line.Span{{Text: text, Style: both}}, line.Options{Width: 400})
	for _, broken := range []*line.Text{one, two} {
		if got := strings.Join(lines(broken), "|"); got != text {
			t.Errorf("read as %q", got)
		}
		page, e := tr.a4(), tr.paragraph()
		broken.Draw(page, e, 72, 72, 0, len(broken.Lines))
	}
	if one.Lines[0].Width == two.Lines[0].Width {
		t.Error("the second face makes no difference")
	}
	tr.bytes() // complains of every .notdef
}

func TestBalancedLinesAreOfLikeLength(t *testing.T) {
	tr := begin(t)
	const text = "Sostegno alle imprese sociali che accolgono lavoratori con disabilità grave"
	for _, fits := range []string{text, text[:70], text[:50], text[:30]} {
		width := tr.width(fits)
		loose := tr.Break(tr.plain(text), line.Options{Width: width})
		even := tr.Break(tr.plain(text), line.Options{Width: width, Balance: true})
		if len(loose.Lines) != len(even.Lines) {
			t.Errorf("width %.0f: %d lines became %d: %q", width, len(loose.Lines), len(even.Lines), lines(even))
		}
		if spread(even) > spread(loose)+1e-9 || len(even.Lines) > 1 && spread(even) > 0.35*width {
			t.Errorf("width %.0f: %.0f between the longest and the shortest, not balanced %.0f", width, spread(even), spread(loose))
		}
	}
}

// spread is the difference between the longest line and the shortest.
func spread(text *line.Text) float64 {
	least, most := text.Lines[0].Width, 0.0
	for _, l := range text.Lines {
		least, most = min(least, l.Width), max(most, l.Width)
	}
	return most - least
}

func TestLinesEndMoreEvenlyThanByFirstFit(t *testing.T) {
	tr := begin(t)
	compared := 0
	for width := 150.0; width <= 450; width += 25 {
		text := tr.Break(tr.plain(prose), line.Options{Width: width, Lang: "it"})
		even, first := 0.0, 0.0
		for _, l := range text.Lines[:len(text.Lines)-1] {
			even += (width - l.Width) * (width - l.Width)
		}
		widths, last := tr.firstFit(prose, width)
		for _, w := range widths {
			first += (width - w) * (width - w)
		}
		if !strings.Contains(last, " ") {
			continue // a single word, which costs extra to avoid
		}
		compared++
		if even > first+1 {
			println(lines(text)[len(text.Lines)-1])
			t.Errorf("width %.0f: squares of what is free come to %.0f, by first fit to %.0f", width, even, first)
		}
	}
	if compared < 5 {
		t.Errorf("%d comparisons", compared)
	}
}

// firstFit are the widths of the lines but the last when each takes as many
// words as it can, and the last line.
func (tr *trial) firstFit(text string, width float64) (widths []float64, last string) {
	for _, word := range strings.Fields(text) {
		if next := strings.TrimSpace(last + " " + word); tr.width(next) <= width {
			last = next
			continue
		}
		widths = append(widths, tr.width(last))
		last = word
	}
	return widths, last
}

func TestWidthsAreTheWidestPieceAndTheWholeLine(t *testing.T) {
	tr := begin(t)
	tests := []struct{ text, least, most string }{
		{"una parolona qui", "parolona", "una parolona qui"},
		{"uno\ndue tre quattro\ncinque", "quattro", "due tre quattro"},
		{"nnn-nnnnn", "nnnnn", "nnn-nnnnn"},
		{"nnnnn\u00ADnnn", "nnnnn-", "nnnnnnnn"},
		{"www.nnnnnn.it/nnnn", "nnnnnn.", "www.nnnnnn.it/nnnn"},
		{" nn ", "nn", "nn"},
		{"", "", ""},
	}
	for _, test := range tests {
		least, most := tr.Widths(tr.plain(test.text), "it")
		if !near(least, tr.width(test.least)) || !near(most, tr.width(test.most)) {
			t.Errorf("%q: %.2f, %.2f; want %.2f, %.2f", test.text, least, most, tr.width(test.least), tr.width(test.most))
		}
	}
}

// near tells figures that differ by no more than kerning at a cut.
func near(a, b float64) bool { return a-b < 0.2 && b-a < 0.2 }

func TestNoWordIsSplitInAColumnOfTheLeastWidth(t *testing.T) {
	tr := begin(t)
	text := prose + " servizio@provincia.tn.it https://www.provincia.tn.it/acqua/carta_falde.html inter\u00ADna\u00ADzio\u00ADna\u00ADle"
	least, _ := tr.Widths(tr.plain(text), "it")
	broken := tr.Break(tr.plain(text), line.Options{Width: least, Lang: "it"})
	for i := range broken.Lines {
		got := strings.TrimSpace(broken.String(i))
		if broken.Lines[i].Width > least+1e-6 {
			t.Errorf("line %q is %.2f wide, the column %.2f", got, broken.Lines[i].Width, least)
		}
	}
	for _, word := range strings.Fields(prose) {
		found := false
		for _, l := range lines(broken) {
			found = found || strings.Contains(l, word)
		}
		if !found {
			t.Errorf("%q is on no line", word)
		}
	}
}

func TestLanguagesHaveTheirLetterForms(t *testing.T) {
	tr := begin(t)
	page := tr.a4()
	for _, lang := range []string{"ru", "bg"} {
		e := tr.paragraph()
		tr.Break(tr.plain("в"), line.Options{Width: 100, Lang: lang}).Draw(page, e, 72, 72, 0, 1)
	}
	if n := len(letterVe.FindAllString(inflated(tr.bytes()), -1)); n != 2 {
		t.Errorf("%d glyphs for the letter в in Russian and Bulgarian, want 2", n)
	}
}

// memory counts what is asked for.
type memory struct {
	kept  map[line.Shaped][]face.Glyph
	found int
}

func (m *memory) Get(key line.Shaped) ([]face.Glyph, bool) {
	glyphs, ok := m.kept[key]
	if ok {
		m.found++
	}
	return glyphs, ok
}

func (m *memory) Put(key line.Shaped, glyphs []face.Glyph) { m.kept[key] = glyphs }

func TestAMemoryOfShapedTextChangesNothingInTheFile(t *testing.T) {
	m := &memory{kept: map[line.Shaped][]face.Glyph{}}
	shared := begin(t)
	file := func(memory line.Memory) string {
		tr := begun(t, shared)
		tr.Setter = line.New(tr.Document, memory)
		text := tr.Break(tr.plain(prose+" inter\u00ADna\u00ADzio\u00ADna\u00ADle \U0001F600 -"), line.Options{Width: 120, Lang: "it"})
		text.Draw(tr.a4(), tr.paragraph(), 72, 72, 0, len(text.Lines))
		return string(tr.bytes())
	}
	want := file(nil)
	for range 2 {
		if file(m) != want {
			t.Error("the file differs")
		}
	}
	if m.found < len(m.kept) {
		t.Errorf("%d of %d texts were found again", m.found, len(m.kept))
	}
}
