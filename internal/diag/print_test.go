package diag

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// oneFile is a site of a single file.
func oneFile(text string) func(string) ([]byte, bool) {
	return func(file string) ([]byte, bool) { return []byte(text), file == "a.md" }
}

func at(line, col, endCol int) Pos { return Pos{File: "a.md", Line: line, Col: col, EndCol: endCol} }

func printed(p Printer, limit int, ds ...Diagnostic) string {
	var b strings.Builder
	p.Text(&b, ds, limit)
	return b.String()
}

func TestTextShowsPlaceCauseAndRemedy(t *testing.T) {
	partner := At(at(2, 7, 20), "unknown-reference", Term("partner"), "comune-milano").
		WithHint("hint.did-you-mean-in", "comune-di-milano", "content/partners/comune-di-milano.md")
	const header = "---\nlead: comune-milano\n---\n"
	tests := []struct {
		name   string
		lang   Lang
		source string
		d      Diagnostic
		want   string
	}{
		{
			"the model's example", English, header, partner, `
a.md:2:7: error: unknown partner "comune-milano" [unknown-reference]
  2 | lead: comune-milano
    |       ^^^^^^^^^^^^^ did you mean "comune-di-milano"? (content/partners/comune-di-milano.md)
`,
		},
		{
			"in Italian", Italian, header, partner, `
a.md:2:7: errore: riferimento sconosciuto (partner): "comune-milano" [unknown-reference]
  2 | lead: comune-milano
    |       ^^^^^^^^^^^^^ intendevi "comune-di-milano"? (content/partners/comune-di-milano.md)
`,
		},
		{
			"CRLF and a byte-order mark are not shown or counted", English, "\uFEFFtitel: x\r\nb: y\r\n",
			At(at(1, 1, 6), "unknown-field", "titel").WithHint("hint.did-you-mean", "title"), `
a.md:1:1: error: unknown field "titel" [unknown-field]
  1 | titel: x
    | ^^^^^ did you mean "title"?
`,
		},
		{
			"single carriage returns end lines too", English, "a: 1\rtitel: x\rb: y",
			At(at(2, 1, 6), "unknown-field", "titel"), `
a.md:2:1: error: unknown field "titel" [unknown-field]
  2 | titel: x
    | ^^^^^
`,
		},
		{
			"tabs before the mark stay tabs", English, "\ta\tstart: 1\n", At(at(1, 4, 9), "duplicate-key", "start"), "\n" +
				"a.md:1:4: error: field \"start\" is written twice [duplicate-key]\n" +
				"  1 | \ta\tstart: 1\n" +
				"    | \t \t^^^^^\n",
		},
		{
			"wide characters take two columns", English, "東京: ＡＢ x\n", At(at(1, 5, 7), "duplicate-key", "x"), `
a.md:1:5: error: field "x" is written twice [duplicate-key]
  1 | 東京: ＡＢ x
    |       ^^^^
`,
		},
		{
			"combining marks take none", English, "perche\u0301: no\n", At(at(1, 10, 12), "duplicate-key", "x"), `
a.md:1:10: error: field "x" is written twice [duplicate-key]
  1 | perche` + "\u0301" + `: no
    |         ^^
`,
		},
		{
			"a place behind the line's end is marked there", English, "a:\n", At(at(1, 9, 0), "bad-yaml"), `
a.md:1:9: error: this line cannot be understood [bad-yaml]
  1 | a:
    |   ^
`,
		},
		{
			"an empty line", English, "\nb: 1\n", At(at(1, 1, 0), "bad-yaml"), `
a.md:1:1: error: this line cannot be understood [bad-yaml]
  1 |
    | ^
`,
		},
		{
			"a line that the file does not have", English, "a: 1\n", At(at(7, 1, 0), "bad-yaml").WithHint("hint.field-form"), `
a.md:7:1: error: this line cannot be understood [bad-yaml]
  = write name: value, with a space after the colon
`,
		},
		{
			"a line without a column", English, "a: 1\n", At(at(1, 0, 0), "bad-yaml").WithHint("hint.field-form"), `
a.md:1: error: this line cannot be understood [bad-yaml]
  1 | a: 1
  = write name: value, with a space after the colon
`,
		},
		{
			"a file as a whole", Italian, "", At(Pos{File: "content"}, "untranslated", Term("lang.en"),
				Joined([]Counted{{3, "news"}, {1, "sheet"}})), `
content: avviso: da tradurre in inglese: 3 notizie, 1 scheda [untranslated]
`,
		},
		{
			"no file at all", English, "", At(Pos{}, "shallow-history").WithHint("hint.full-clone"), `
warning: this copy of the site has no full history: pages show no date of last change [shallow-history]
  = fetch the whole history: git fetch --unshallow
`,
		},
		{
			"a second place and a corrected line", English, "a: 1\na: 2\n",
			At(at(2, 1, 2), "duplicate-key", "a").WithHint("hint.delete-one").Also(at(1, 1, 2), "see.first").WithFix("b: 2"), `
a.md:2:1: error: field "a" is written twice [duplicate-key]
  2 | a: 2
    | ^ delete one of the two
  note: a.md:1:1: first written here
  fix: b: 2
`,
		},
		{
			"the same in Italian", Italian, "a: 1\na: 2\n",
			At(at(2, 1, 2), "duplicate-key", "a").WithHint("hint.delete-one").Also(at(1, 1, 2), "see.first").WithFix("b: 2"), `
a.md:2:1: errore: il campo "a" è scritto due volte [duplicate-key]
  2 | a: 2
    | ^ togli uno dei due
  nota: a.md:1:1: scritto qui la prima volta
  correzione: b: 2
`,
		},
		{
			"nothing steers the terminal", English, "a: \x1b[31m\u202ex\n", At(at(1, 4, 5), "fact-differs", "a", "\x1b[31m", "1", "b.md"), `
a.md:1:4: error: "a" is ` + "\uFFFD" + `[31m here but 1 in b.md: facts are written once [fact-differs]
  1 | a: ` + "\uFFFD[31m\uFFFD" + `x
    |    ^
`,
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := printed(Printer{Lang: test.lang, Source: oneFile(test.source)}, 0, test.d)
			if diff := cmp.Diff(strings.TrimPrefix(test.want, "\n"), got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestLongLinesAreCutAroundTheMark(t *testing.T) {
	tests := []struct {
		name         string
		source       string
		col, endCol  int
		under        string // what the carets stand under
		startCut     bool
		endCut       bool
		columnsWidth int
	}{
		{"mark at the start", "HERE" + strings.Repeat("x", 300), 1, 5, "HERE", false, true, 120},
		{"mark in the middle", strings.Repeat("x", 200) + "HERE" + strings.Repeat("y", 200), 201, 205, "HERE", true, true, 120},
		{"mark at the end", strings.Repeat("x", 300) + "HERE", 301, 305, "HERE", true, false, 120},
		{"a line that just fits", strings.Repeat("x", 116) + "HERE", 117, 121, "HERE", false, false, 120},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			out := printed(Printer{Source: oneFile(test.source)}, 0, At(at(1, test.col, test.endCol), "bad-yaml"))
			lines := strings.Split(out, "\n")
			shown, carets := []rune(lines[1])[len("  1 | "):], []rune(lines[2])[len("    | "):]
			if len(shown) > test.columnsWidth {
				t.Errorf("%d columns: %s", len(shown), string(shown))
			}
			from := strings.Index(string(carets), "^")
			if got := string(shown[from:len(carets)]); got != test.under {
				t.Errorf("the carets stand under %q:\n%s", got, out)
			}
			if got := shown[0] == '…'; got != test.startCut {
				t.Errorf("cut at the start: %v", got)
			}
			if got := shown[len(shown)-1] == '…'; got != test.endCut {
				t.Errorf("cut at the end: %v", got)
			}
		})
	}
}

func TestAMarkWiderThanTheWindowIsCutToo(t *testing.T) {
	out := printed(Printer{Source: oneFile(strings.Repeat("x", 500))}, 0, At(at(1, 50, 450), "bad-yaml"))
	for line := range strings.Lines(out) {
		if n := len([]rune(line)); n > len("    | ")+maxColumns+1 {
			t.Errorf("%d columns: %s", n, line)
		}
	}
	if !strings.Contains(out, "^^^^^^^^^^") {
		t.Errorf("no carets:\n%s", out)
	}
}

func TestTextSortsAndSaysHowManyAreLeft(t *testing.T) {
	warning := At(Pos{File: "a.md", Line: 1, Col: 1}, "long-summary", 400, 300)
	first := At(Pos{File: "a.md", Line: 3, Col: 1}, "unknown-field", "x")
	second := At(Pos{File: "a.md", Line: 20, Col: 1}, "unknown-field", "y")
	third := At(Pos{File: "b.md", Line: 2, Col: 1}, "unknown-field", "z")
	all := []Diagnostic{third, first, warning, second, first}
	places := func(text string) []string {
		var got []string
		for line := range strings.Lines(text) {
			where, _, ok := strings.Cut(line, ": error:")
			if !ok {
				where, _, _ = strings.Cut(line, ": warning:")
			}
			got = append(got, strings.TrimSuffix(where, "\n"))
		}
		return got
	}
	tests := []struct {
		name  string
		limit int
		want  []string
	}{
		{"all, each once", 0, []string{"a.md:1:1", "a.md:3:1", "a.md:20:1", "b.md:2:1"}},
		{"exactly as many as there are", 4, []string{"a.md:1:1", "a.md:3:1", "a.md:20:1", "b.md:2:1"}},
		{"warnings give way", 3, []string{"a.md:3:1", "a.md:20:1", "b.md:2:1", "and 1 more"}},
		{"the first errors", 2, []string{"a.md:3:1", "a.md:20:1", "and 2 more"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := places(printed(Printer{Lang: English}, test.limit, all...))
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
	if all[0].Pos.File != "b.md" {
		t.Error("the caller's slice was reordered")
	}
	if got := printed(Printer{Lang: Italian}, 1, all...); !strings.HasSuffix(got, "\ne altri 3\n") {
		t.Errorf("in Italian: %q", got)
	}
}

func TestColourMarksWithoutChangingTheText(t *testing.T) {
	p := Printer{Source: oneFile("titel: x\n")}
	d := At(at(1, 1, 6), "unknown-field", "titel").WithHint("hint.did-you-mean", "title")
	plain := printed(p, 0, d)
	p.Color = true
	coloured := printed(p, 0, d)
	if !strings.Contains(coloured, "\x1b[1;31merror:\x1b[0m") || !strings.Contains(coloured, "\x1b[1;31m^^^^^\x1b[0m did") {
		t.Errorf("no colour: %q", coloured)
	}
	stripped := strings.NewReplacer("\x1b[1;31m", "", "\x1b[1m", "", "\x1b[2m", "", "\x1b[0m", "").Replace(coloured)
	if diff := cmp.Diff(plain, stripped); diff != "" {
		t.Errorf("(-plain +coloured):\n%s", diff)
	}
}

func TestSummaryCounts(t *testing.T) {
	tests := []struct {
		lang             Lang
		errors, warnings int
		want             string
	}{
		{English, 3, 2, "3 errors, 2 warnings\n"},
		{Italian, 3, 2, "3 errori, 2 avvisi\n"},
		{English, 1, 1, "1 error, 1 warning\n"},
		{Italian, 1, 1, "1 errore, 1 avviso\n"},
		{English, 0, 4, "4 warnings\n"},
		{Italian, 2, 0, "2 errori\n"},
		{English, 0, 0, ""},
	}
	for _, test := range tests {
		var b strings.Builder
		Printer{Lang: test.lang}.Summary(&b, test.errors, test.warnings)
		if b.String() != test.want {
			t.Errorf("%s %d %d: %q, want %q", test.lang, test.errors, test.warnings, b.String(), test.want)
		}
	}
}
