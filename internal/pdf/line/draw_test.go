package line_test

import (
	"math"
	"os/exec"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/internal/pdf"
	"dossier/internal/pdf/line"
)

var (
	blue = pdf.Colour{R: 0x1d, G: 0x4e, B: 0x89}
	site = pdf.Target{URL: "https://example.org/"}
)

// mixed is a paragraph in which everything occurs.
func (tr *trial) mixed(first, second *line.Note) []line.Span {
	linked, bold, mark := tr.regular, tr.bold, tr.regular
	linked.Underline, bold.Underline = true, true
	linked.Colour, bold.Colour = blue, blue
	mark.Size, mark.Raise = 8, 4
	link := &line.Link{To: site, Contents: "Pagina del servizio"}
	foreign := &line.Link{To: site, Contents: "Pagina tedesca"}
	return []line.Span{
		{Text: "Vedi ", Style: tr.regular},
		{Text: "la pagina ", Style: linked, Link: link},
		{Text: "del servizio", Style: bold, Link: link},
		{Text: "!", Style: tr.regular},
		{Text: "1", Style: mark, Note: first},
		{Text: " e ", Style: tr.regular, Lang: "it"},
		{Text: "Grüße ", Style: tr.italic, Lang: "de"},
		{Text: "aus Wien", Style: linked, Lang: "de", Link: foreign},
		{Text: " con ", Style: tr.regular},
		{Text: "dossier build", Style: tr.code, Code: true},
		{Text: ".", Style: tr.regular},
		{Text: "2", Style: mark, Note: second},
	}
}

func TestWhatSpansMeanIsInTheTree(t *testing.T) {
	tr := begin(t)
	first, second := &line.Note{ID: "n1"}, &line.Note{ID: "n2"}
	text := tr.Break(tr.mixed(first, second), line.Options{Width: 150, Lang: "it"})
	page := tr.a4()
	text.Draw(page, tr.paragraph(), 72, 72, 0, len(text.Lines))
	for _, n := range []*line.Note{second, first} {
		p := n.Element.Child(pdf.P, pdf.Attributes{})
		tr.Break(tr.plain("Nota "+n.ID), line.Options{Width: 150}).Draw(page, p, 72, 700, 0, 1)
	}
	want := []string{
		"Document", " P", "  Vedi", "  Link", "   la pagina del servizio", "  !", "  Reference", "   1",
		"  Note", "   P", "    Nota n1", "  e", `  Span Lang="de"`, "   Grüße", "  Link", `   Span Lang="de"`, "    aus Wien",
		"  con", "  Code", "   dossier build", "  .", "  Reference", "   2", "  Note", "   P", "    Nota n2",
	}
	if diff := cmp.Diff(want, tree(t, tr.bytes())); diff != "" {
		t.Error(diff)
	}
}

func TestNotesAreOnTheLinesOfTheirMarks(t *testing.T) {
	tr := begin(t)
	first, second := &line.Note{ID: "n1"}, &line.Note{ID: "n2"}
	spans := append(tr.mixed(first, second), line.Span{Break: true}, line.Span{Text: "Fine", Style: tr.regular})
	text := tr.Break(spans, line.Options{Width: 500, Lang: "it"})
	got := [][]*line.Note{}
	for _, l := range text.Lines {
		got = append(got, l.Notes)
	}
	if len(got) != 2 || len(got[0]) != 2 || got[0][0] != first || got[0][1] != second || got[1] != nil {
		t.Errorf("notes %v", got)
	}
	if first.Element != nil {
		t.Error("a note has an element before its mark is drawn")
	}
}

func TestALinkOverTwoLinesIsOneElementWithTwoAreas(t *testing.T) {
	tr := begin(t)
	link := &line.Link{To: site, Contents: "Pagina"}
	style := tr.regular
	style.Underline = true
	spans := []line.Span{{Text: "nnnn ", Style: tr.regular}, {Text: "nnnn nnnn", Style: style, Link: link}, {Text: ".", Style: tr.regular}}
	text := tr.Break(spans, line.Options{Width: tr.width("nnnn nnnn"), Leading: 18})
	text.Draw(tr.a4(), tr.paragraph(), 72, 72, 0, 2)
	data := tr.bytes()
	areas := rects(data, linkArea)
	word := tr.width("nnnn")
	want := []pdf.Rect{{X: 72 + tr.width("nnnn "+"\u00A0") - tr.width("\u00A0"), Y: 72, W: word, H: 18}, {X: 72, Y: 90, W: word, H: 18}}
	if !alike(areas, want) {
		t.Errorf("areas %v, want %v", areas, want)
	}
	lines := rects(data, filled)
	if len(lines) != 2 || lines[0].W != areas[0].W || lines[0].H < 0.3 || lines[0].H > 1.5 || lines[0].Y < 72+text.Lines[0].Baseline {
		t.Errorf("underlines %v", lines)
	}
	if got := strings.Count(strings.Join(tree(t, data), "\n"), "Link"); got != 1 {
		t.Errorf("%d elements, want 1", got)
	}
}

func TestALinkGoesOnOnTheNextPage(t *testing.T) {
	tr := begin(t)
	link := &line.Link{To: site, Contents: "Pagina"}
	text := tr.Break([]line.Span{{Text: "nnnn nnnn", Style: tr.regular, Link: link}}, line.Options{Width: tr.width("nnnnn")})
	first, second, e := tr.a4(), tr.a4(), tr.paragraph()
	text.Draw(first, e, 72, 72, 0, 1)
	text.Draw(second, e, 72, 72, 1, 2)
	want := []string{"Document", " P", "  Link", "   nnnn", "   nnnn"}
	if diff := cmp.Diff(want, tree(t, tr.bytes())); diff != "" {
		t.Error(diff)
	}
}

func TestANoteInsideALinkIsReadWhereItStands(t *testing.T) {
	tr := begin(t)
	link := &line.Link{To: site, Contents: "Pagina"}
	note := &line.Note{ID: "n1"}
	spans := []line.Span{{Text: "1", Style: tr.regular, Link: link, Note: note}, {Text: " nn", Style: tr.regular}}
	tr.Break(spans, line.Options{Width: 300}).Draw(tr.a4(), tr.paragraph(), 72, 72, 0, 1)
	tr.Break(tr.plain("Nota"), line.Options{Width: 300}).Draw(tr.Page(1), note.Element.Child(pdf.P, pdf.Attributes{}), 72, 700, 0, 1)
	want := []string{"Document", " P", "  Reference", "   Link", "    1", "  Note", "   P", "    Nota", "  nn"}
	if diff := cmp.Diff(want, tree(t, tr.bytes())); diff != "" {
		t.Error(diff)
	}
}

func TestAnArtifactIsNotRead(t *testing.T) {
	tr := begin(t)
	note := &line.Note{ID: "n1"}
	text := tr.Break(tr.mixed(note, &line.Note{ID: "n2"}), line.Options{Width: 300})
	page := tr.a4()
	text.DrawArtifact(page, pdf.Pagination, 72, 72, 0, len(text.Lines))
	tr.Break(tr.plain("Letto"), line.Options{Width: 300}).Draw(page, tr.paragraph(), 72, 300, 0, 1)
	data := tr.bytes()
	if diff := cmp.Diff([]string{"Document", " P", "  Letto"}, tree(t, data)); diff != "" {
		t.Error(diff)
	}
	if note.Element != nil || len(rects(data, linkArea)) > 0 {
		t.Error("an artifact has notes or links")
	}
	if n := len(textAt(data)); n < 8 {
		t.Errorf("%d runs are drawn", n)
	}
}

func TestATintStaysInItsColumnAndLine(t *testing.T) {
	tr := begin(t)
	const width = 90.0
	text := tr.Break([]line.Span{{Text: "codice lungo e ancora", Style: tr.code, Code: true}, {Text: " x", Style: tr.regular}}, line.Options{Width: width, Leading: 12.2})
	text.Draw(tr.a4(), tr.paragraph(), 72, 72, 0, len(text.Lines))
	data := tr.bytes()
	tints := rects(data, filled)
	if len(tints) != len(text.Lines) {
		t.Fatalf("%d tints on %d lines", len(tints), len(text.Lines))
	}
	y := 72.0
	for i, r := range tints {
		if r.X < 72-0.01 || r.X+r.W > 72+width+0.01 || r.Y < y-0.01 || r.Y+r.H > y+text.Lines[i].Height+0.01 {
			t.Errorf("tint %v of the line at %.2f", r, y)
		}
		y += text.Lines[i].Height
	}
	if first := strings.Index(inflated(data), " re\n"); first > strings.Index(inflated(data), "BT ") {
		t.Error("a tint is drawn over text")
	}
}

func TestWordsOnTwoLinesAreReadAsTwo(t *testing.T) {
	tr := begin(t)
	tests := []struct {
		name, text, fits, want string
	}{
		{"at a space", "parola parola", "parola", "parola parola"},
		{"at a forced break", "parola\nparola", "parola parola", "parola parola"},
		{"but not at a hyphen", "parola-parola", "parola-", "parola-parola"},
		{"nor in an address", "www.parola.it/parola", "www.parola.it/", "www.parola.it/parola"},
		{"nor anywhere in a word", "parolaparola", "parola", "parolaparola"},
		{"and a soft hyphen stays one", "parola\u00ADparola", "parola-", "parola\u00ADparola"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			text := tr.Break(tr.plain(test.text), line.Options{Width: tr.width(test.fits) + 0.5})
			if len(text.Lines) != 2 {
				t.Fatalf("lines %q", lines(text))
			}
			if got := text.String(0) + text.String(1); got != test.want {
				t.Errorf("read as %q, want %q", got, test.want)
			}
		})
	}
}

func TestTheFileReadsAsTheText(t *testing.T) {
	tr := begin(t)
	text := tr.Break(tr.plain(prose), line.Options{Width: 150, Lang: "it"})
	text.Draw(tr.a4(), tr.paragraph(), 72, 72, 0, len(text.Lines))
	data := tr.bytes()
	if got := strings.TrimSpace(report(t, data).Text()); got != prose {
		t.Errorf("read as %q", got)
	}
	program, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Log("poppler is not here: judged by the project's own reader alone")
		return
	}
	command := exec.Command(program, "-", "-")
	command.Stdin = strings.NewReader(string(data))
	out, err := command.Output()
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(strings.Fields(string(out)), " "); got != prose {
		t.Errorf("poppler reads %q", got)
	}
}

func TestTheSameCallsGiveTheSameFile(t *testing.T) {
	file := func() string {
		tr := begin(t)
		spans := tr.mixed(&line.Note{ID: "n1"}, &line.Note{ID: "n2"})
		text := tr.Break(spans, line.Options{Width: 150, Lang: "it"})
		text.Draw(tr.a4(), tr.paragraph(), 72, 72, 0, len(text.Lines))
		for _, s := range spans {
			if s.Note != nil {
				tr.Break(tr.plain("Nota"), line.Options{Width: 90}).Draw(tr.Page(1), s.Note.Element, 72, 700, 0, 1)
			}
		}
		return string(tr.bytes())
	}
	if first, second := file(), file(); first != second {
		t.Error("two files")
	}
}

// alike tells areas that differ by no more than the file's precision.
func alike(a, b []pdf.Rect) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		for _, d := range []float64{a[i].X - b[i].X, a[i].Y - b[i].Y, a[i].W - b[i].W, a[i].H - b[i].H} {
			if math.Abs(d) > 0.02 {
				return false
			}
		}
	}
	return true
}
