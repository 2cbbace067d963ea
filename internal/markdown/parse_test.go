package markdown

import (
	"fmt"
	"strings"
	"testing"

	"dossier/internal/diag"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// parse reads a body that begins on line 10 of a.it.md.
func parse(text string) *Doc {
	return Parse(Source{File: "a.it.md", Text: []byte(text), FirstLine: 10, Lang: "it"})
}

func at(line, col, end int) diag.Pos {
	return diag.Pos{File: "a.it.md", Line: line, Col: col, EndCol: end}
}

func TestParseFindsLinksWhereTheyStand(t *testing.T) {
	for _, tc := range []struct {
		name, text string
		want       []Link
	}{
		{"record with fragment", "Vedi [MASP](@/projects/masp#objectives).", []Link{
			{LinkInternal, "@/projects/masp#objectives", "projects/masp", "objectives", "MASP", at(10, 13, 39)},
		}},
		{"section, no text", "[](@/projects/)", []Link{
			{LinkInternal, "@/projects/", "projects", "", "", at(10, 4, 15)},
		}},
		{"columns count characters", "a\tè – 😀 [à](#é)", []Link{
			{LinkAnchor, "#é", "", "é", "à", at(10, 13, 15)},
		}},
		{"same address twice", "a.pdf [a.pdf](a.pdf) [x](a.pdf#page=2)", []Link{
			{LinkFile, "a.pdf", "a.pdf", "", "a.pdf", at(10, 15, 20)},
			{LinkFile, "a.pdf#page=2", "a.pdf", "page=2", "x", at(10, 26, 38)},
		}},
		{"angle brackets and escapes", `[x](<mio file\).pdf> "titolo")`, []Link{
			{LinkFile, "mio file).pdf", "mio file).pdf", "", "x", at(10, 6, 20)},
		}},
		{"in a list in a quotation", "> testo\n>\n> - uno\n>   [x](y.pdf)", []Link{
			{LinkFile, "y.pdf", "y.pdf", "", "x", at(13, 9, 14)},
		}},
		{"reference: at its definition", "[x][r]\n\n[r]: https://a.example/b \"t\"", []Link{
			{LinkExternal, "https://a.example/b", "", "", "x", at(12, 6, 25)},
		}},
		{"addresses in angle brackets", "a <https://a.example> <a@b.example>", []Link{
			{LinkExternal, "https://a.example", "", "", "https://a.example", at(10, 4, 21)},
			{LinkExternal, "mailto:a@b.example", "", "", "a@b.example", at(10, 24, 35)},
		}},
		{"table cell", "| a |\n|---|\n| b [x](tel:+39) |", []Link{
			{LinkExternal, "tel:+39", "", "", "x", at(12, 9, 16)},
		}},
		{"notes come last", "[^1] [b](b)\n\n[^1]: [a](a)\n\n[c](c)", []Link{
			{LinkFile, "b", "b", "", "b", at(10, 10, 11)},
			{LinkFile, "c", "c", "", "c", at(14, 5, 6)},
			{LinkFile, "a", "a", "", "a", at(12, 11, 12)},
		}},
		{"empty address: at its bracket", "ab [x]()", []Link{
			{LinkForbidden, "", "", "", "x", at(10, 8, 9)},
		}},
		{"text of a picture", "[![il logo](l.png)](x.pdf)", []Link{
			{LinkFile, "x.pdf", "x.pdf", "", "il logo", at(10, 21, 26)},
		}},
		{"not in code", "`[x](y)`\n\n    [x](y)", nil},
		{"no bare addresses", "www.example.org https://example.org", nil},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if diff := cmp.Diff(tc.want, parse(tc.text).Links); diff != "" {
				t.Errorf("links (-want +got):\n%s", diff)
			}
		})
	}
}

func TestParseFindsImagesWhereTheyStand(t *testing.T) {
	got := parse("x\n\n![Il *palazzo*](foto 1.jpg)\n![Il *palazzo*](<foto 1.jpg> \"La \\\"sede\\\"\")").Images
	want := []Image{{Dest: "foto 1.jpg", Alt: "Il palazzo", Title: `La "sede"`, Pos: at(13, 18, 28)}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("images (-want +got):\n%s", diff)
	}
}

func TestParseNamesHeadings(t *testing.T) {
	got := parse("## Perché è così?\n\ntesto\n\n## Perché è così?\n### L'*avvio* {#start .x}\nSotto\n---\n## ??\n## Start\n## Fn 1\n## Perche è così 2").Headings
	want := []Heading{
		{2, "Perché è così?", "perche-e-cosi", false, at(10, 1, 18)},
		{2, "Perché è così?", "perche-e-cosi-2", false, at(14, 1, 18)},
		{3, "L’avvio", "start", true, at(15, 1, 14)},
		{2, "Sotto", "sotto", false, at(16, 1, 6)},
		{2, "??", "section", false, at(18, 1, 6)},
		{2, "Start", "start-2", false, at(19, 1, 9)},
		{2, "Fn 1", "h-fn-1", false, at(20, 1, 8)},
		{2, "Perche è così 2", "perche-e-cosi-2-2", false, at(21, 1, 19)},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("headings (-want +got):\n%s", diff)
	}
}

func TestParseFindsLanguagesAndAnchors(t *testing.T) {
	d := parse("## Réseau {lang=fr}\n\nIl [Net *work*]{lang=en-GB #net} e [x](y){lang=de}.")
	want := []LangSpan{{"fr", at(10, 12, 19)}, {"en-GB", at(12, 17, 27)}, {"de", at(12, 43, 50)}}
	if diff := cmp.Diff(want, d.Languages); diff != "" {
		t.Errorf("languages (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"net"}, d.Anchors); diff != "" {
		t.Errorf("anchors (-want +got):\n%s", diff)
	}
}

func TestParseGivesPlainText(t *testing.T) {
	d := parse("## Il \"titolo\"\n\nUna *riga*\ncon [link](x.pdf) e `codice`.[^1]\n\n- a\n- b\n\n| c | d |\n|---|---|\n| e | f |\n\n![alt](x.png \"didascalia\")\n\n<b>tolto</b>\n\n[^1]: nota & fine")
	want := "Il «titolo»\nUna riga con link e codice.\na\nb\nc\nd\ne\nf\nalt\ndidascalia\ntolto\nnota & fine\n"
	if diff := cmp.Diff(want, d.whole.plain); diff != "" {
		t.Errorf("plain (-want +got):\n%s", diff)
	}
	if d.Words != 19 {
		t.Errorf("words = %d, want 19", d.Words)
	}
}

func TestFindLocatesPhrases(t *testing.T) {
	d := parse("Il \"progetto\" -- è `in corso` ora.\n[x](<in corso>)\nOra è *in\n  CORSO* l'anno\n\n- già 'in corsa' nell'anno")
	for _, tc := range []struct {
		phrase string
		want   diag.Pos
	}{
		{"progetto", at(10, 5, 13)},
		{"PROGETTO", at(10, 5, 13)},
		{"è", at(10, 18, 19)},
		{"in  corso", at(12, 8, 10)},
		{"corso l'anno", at(13, 3, 16)},
		{"l’anno", at(13, 10, 16)},
		{"in corsa", at(15, 8, 16)},
		{"anno", at(13, 12, 16)},
		{"ora.", at(10, 31, 35)},
	} {
		if pos, ok := d.Find(tc.phrase); !ok || pos != tc.want {
			t.Errorf("Find(%q) = %v %v, want %v", tc.phrase, pos, ok, tc.want)
		}
	}
	for _, phrase := range []string{"prog", "rogetto", "e in corso", "", "  ", "in cors", "corso nell'anno"} {
		if pos, ok := d.Find(phrase); ok {
			t.Errorf("Find(%q) = %v, want none", phrase, pos)
		}
	}
}

// problems lists the diagnostics of a body as "line:col-end key".
func problems(text string) []string {
	var got []string
	for _, d := range parse(text).Diags {
		p := d.Pos
		got = append(got, fmt.Sprintf("%d:%d-%d %s", p.Line, p.Col, p.EndCol, d.Message.Key))
	}
	return got
}

func TestParseTellsProblems(t *testing.T) {
	for _, tc := range []struct {
		name, text string
		want       []string
	}{
		{"nothing wrong", "## Uno\n\ntesto\n\n### Due\n\n## Tre", nil},
		{"block of HTML", "a\n\n<div class=x>\ntesto\n</div>", []string{"12:1-14 raw-html"}},
		{"inline HTML, once a line", "a <b>c</b> <i>d</i>\ne <u>f</u>", []string{"10:3-6 raw-html", "11:3-6 raw-html"}},
		{"comment", "a\n\n<!-- nota -->\n\nb <!-- x --> c", []string{"12:1-14 raw-html", "14:3-13 raw-html"}},
		{"levels skipped", "## a\n\n#### b\n\n#### c", []string{"12:1-7 heading-jump"}},
		{"first level skipped", "### a", []string{"10:1-6 heading-jump"}},
		{"level one", "# Titolo\n\n## b", []string{"10:1-9 heading-jump.one"}},
		{"level one underlined", "Titolo\n=====", []string{"10:1-7 heading-jump.one"}},
		{"levels up again", "## a\n\n### b\n\n#### c\n\n## d", nil},
		{"empty heading", "##\n\ntesto", []string{"10:1-3 empty-heading"}},
		{"capitals", "## LA MAMMA\n\n## MAMMA\n\n## CHE COS'È IL CONGEDO?", []string{"10:1-12 caps-heading", "12:1-9 caps-heading", "14:1-25 caps-heading"}},
		{"acronyms", "## MASP\n\n## MIRE 2\n\n## Il FSE\n\n## FSE PON\n\n## 2020\n\n## INPS", nil},
		{"quotes: curly then straight", "disse “ciao\" e andò", []string{"10:12-13 mixed-quotes"}},
		{"quotes: straight then curly", "disse \"ciao” e andò", []string{"10:12-13 mixed-quotes"}},
		{"quotes: angle then straight", "«ciao *a* tutti\" fine", []string{"10:16-17 mixed-quotes"}},
		{"quotes that match", "«a “b” c» \"d\" „e“ „f” \"g\nh\" `“x\"` \\\"i” 21\"", nil},
		{"quotes in separate paragraphs", "“a\n\nb\"", nil},
		{"glued notes", "le organizzazioni1 e aziende2, lavoro12.", []string{"10:4-19 glued-footnote", "10:22-30 glued-footnote", "10:32-40 glued-footnote"}},
		{"glued: false alarms", "CO2 H2O B2B covid19 mp3 Agenda2030 allegato1.pdf www.esempio12.it/pagina1 `codice1` v_numero1 Erasmus1 [x](pagina1) tre3 titolo1a", nil},
		{"glued in a name with capital", "Articolo1", nil},
		{"schemes", "[a](javascript:alert(1)) [b](ftp://x) <data:text/html,x> [c](//evil.example)", []string{
			"10:5-24 broken-link.scheme", "10:30-37 broken-link.scheme", "10:40-56 broken-link.scheme", "10:62-76 broken-link.scheme",
		}},
		{"good schemes", "[a](http://x.it) [b](https://x.it) [c](mailto:a@b.it) [d](tel:1) [e](e.pdf) [f](#g) [h](@/i/j) [k](?l=m:n)", nil},
		{"picture without text", "![](a.png) ![ ](b.png) ![c](c.png)", []string{"10:5-10 missing-alt.body", "10:17-22 missing-alt.body"}},
		{"picture from elsewhere", "![a](data:image/png;base64,x) ![b](mailto:x)", []string{"10:6-29 broken-link.scheme", "10:36-44 broken-link.scheme"}},
		{"attributes", "## a {#b onclick=\"x\"}\n\n[c]{style=d} [e]{lang=italiano} [f]{#b} [g]{#fn-1}", []string{
			"10:10-21 bad-attribute", "12:5-12 bad-attribute", "12:18-31 bad-attribute.value", "12:33-34 bad-attribute.twice", "12:45-50 bad-attribute.value",
		}},
		{"unknown notice", "> [!NOTA]\n> testo", []string{"10:3-10 unknown-notice"}},
		{"notes without a place", "a[^1] b[^x]\n\n[^1]: c\n\n[^due]: d\n\n[^1]: e", []string{"10:10-11 unknown-footnote", "14:3-6 unused-footnote", "16:3-4 unused-footnote.twice"}},
		{"too deep", strings.Repeat("> ", 51) + "x", []string{"10:101-102 too-deep"}},
		{"deep enough", strings.Repeat("> ", 50) + "x", nil},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if diff := cmp.Diff(tc.want, problems(tc.text), cmpopts.EquateEmpty()); diff != "" {
				t.Errorf("problems (-want +got):\n%s", diff)
			}
		})
	}
}

func TestProblemsHaveSentencesAndRemedies(t *testing.T) {
	d := parse("# A\n\n#### B\n\n##\n\n## LA MAMMA {x=y #a}\n\n[c]{#a} [d]{lang=9} <b>\n\n“e\" f1 parole1[^h] [g](x:y) ![](z)\n\n> [!X]\n> y\n\n[^i]: j\n\n" + strings.Repeat("- ", 60) + "x")
	if len(d.Diags) < 15 {
		t.Fatalf("only %d problems", len(d.Diags))
	}
	for _, p := range d.Diags {
		for _, m := range []diag.Message{p.Message, p.Hint} {
			for _, lang := range []diag.Lang{diag.English, diag.Italian} {
				if s := m.In(lang); s == "" || strings.Contains(s, "%!") || s == m.Key || strings.HasPrefix(s, m.Key+"[") {
					t.Errorf("%s in %s: %q", p.ID, lang, s)
				}
			}
		}
	}
}

func TestTypographic(t *testing.T) {
	for _, tc := range []struct{ lang, in, want string }{
		{"it", `L'"anno" 'zero' -- anni '90 e '80... po' di`, "L’«anno» ‘zero’ – anni ’90 e ’80… po’ di"},
		{"it", `a \" & &amp; <b> *x*`, `a \" & &amp; <b> *x*`},
		{"it-IT", `"a 'b' c"`, "«a ‘b’ c»"},
		{"en", `"It's", he said: 'no "really" no'.`, "“It’s”, he said: ‘no “really” no’."},
		{"fr", `"l'été"`, "«\u202fl’été\u202f»"},
		{"de", `"a" 'b'`, "„a“ ‚b‘"},
		{"nb", `"a"`, "«a»"},
		{"el", `"α"`, "«α»"},
		{"pl", `"a"`, "„a”"},
		{"bg", `"а"`, "„а“"},
		{"it", `un tubo da 5" e 10' ("vero")`, `un tubo da 5" e 10' («vero»)`},
		{"it", `"a" "b"`, `«a» «b»`},
		{"it", "'ndrangheta e 'sto", "’ndrangheta e ’sto"},
		{"sv", `"a" 'b'`, "”a” ’b’"},
		{"uk", `"а"`, "«а»"},
		{"it", "----- ..... -", "----- ..... -"},
		{"it", "", ""},
	} {
		if got := Typographic(tc.in, tc.lang); got != tc.want {
			t.Errorf("Typographic(%q, %s) = %q, want %q", tc.in, tc.lang, got, tc.want)
		}
	}
}
