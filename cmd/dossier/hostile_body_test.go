package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// bodyCase is a text, and what must be told of it: severity and id, at the mark
// where the text has one, and a piece of the remedy. Several stand one behind the
// other, in the order of their places. Nothing may be told beside them.
type bodyCase struct {
	text string
	want []toldOf
}

// toldOf is one diagnostic that is due.
type toldOf struct{ id, remedy string }

func errorOf(id, remedy string) []toldOf   { return []toldOf{{"error " + id, remedy}} }
func warningOf(id, remedy string) []toldOf { return []toldOf{{"warning " + id, remedy}} }

// bodyCases are mistakes in texts, each on a page of its own.
var bodyCases = []bodyCase{
	// Links to pages.
	{"[Alfa](‸@/projects/alpha)", errorOf("broken-link", "@/projects/alfa")},
	{"[Alfa](‸@/project/alfa)", errorOf("broken-link", "@/projects/alfa")},
	{"[Alfa](‸@projects/alfa)", errorOf("broken-link", "write @/projects/alfa")},
	{"[Alfa](‸projects/alfa)", errorOf("broken-link", "write @/projects/alfa")},
	{"[Alfa](‸/projects/alfa)", errorOf("broken-link", "write @/projects/alfa")},
	{"[Alfa](‸../projects/alfa)", errorOf("broken-link", "write @/projects/alfa")},
	{"[Alfa](‸../projects/alfa/)", errorOf("broken-link", "write @/projects/alfa")},
	{"[Alfa](‸../projects/alfa/index.it.md)", errorOf("broken-link", "write @/projects/alfa")},
	{"[Noi](‸about.it.md)", errorOf("broken-link", "write @/pages/about")},
	{"[Noi](‸about)", errorOf("broken-link", "write @/pages/about")},
	{"[Alfa](‸@/projects/Alfa)", errorOf("broken-link", "@/projects/alfa")},
	{"[Alfa](‸@/projects/alfa.it.md)", errorOf("broken-link", "@/projects/alfa")},
	{"[Alfa](‸@/projects/alfa/index.it.md)", errorOf("broken-link", "@/projects/alfa")},
	{"[Alfa](‸@/progetti/alfa)", errorOf("broken-link", "@/projects/alfa")},
	{"[Alfa](‸@/it/progetti/alfa)", errorOf("broken-link", "folders are")},
	{"[Alfa](‸@/projects/%61lfa)", errorOf("broken-link", "@/projects/alfa")},
	{"[Alfa](<‸@/projects/al fa>)", errorOf("broken-link", "@/projects/alfa")},
	{"[Alfa](‸@/projects/alfa?x=1)", errorOf("broken-link", "@/projects/alfa")},
	{"[Alfa](‸/it/progetti/alfa/)", errorOf("broken-link", "write @/projects/alfa")},
	{"[Alfa](‸https://prova.example.it/it/progetti/alfa/)", errorOf("broken-link", "write @/projects/alfa")},
	{"[Alfa](‸http://prova.example.it/it/progetti/alfa)", errorOf("broken-link", "write @/projects/alfa")},
	{"<‸https://prova.example.it/it/nulla/>", errorOf("broken-link", "folders are")},
	{"[Home](‸//prova.example.it/it/)", errorOf("broken-link", "@/folder/id")},
	{"[Home](‸/)", errorOf("broken-link", "folders are")},
	{"[Alfa](‸@/)", errorOf("broken-link", "folders are")},
	{"[Alfa](@/projects/alfa) e [](@/projects)", nil},

	// Anchors.
	{"[Alfa](‸@/projects/alfa#nessuno)", errorOf("broken-anchor", "obiettivi")},
	{"[Alfa](‸@/projects/alfa#Obiettivi)", errorOf("broken-anchor", "obiettivi")},
	{"[Sotto](‸#nessuno)", errorOf("broken-anchor", "no headings")},
	{"## Uno\n\n[Sotto](‸#un)", errorOf("broken-anchor", "uno")},
	{"[Sotto](‸#)", errorOf("broken-link", "@/folder/id")},

	// Files.
	{"[nota](‸Nota.txt)", errorOf("missing-file", "nota.txt")},
	{"[nota](‸nota.tx)", errorOf("missing-file", "nota.txt")},
	{"[nota](‸un%20file.txt)", errorOf("missing-file", "un file.txt")},
	{"[nota](‸nota.txt?x=1)", errorOf("missing-file", "nota.txt")},
	{"[nota](‸../../../etc/passwd)", errorOf("missing-file", "folder of this page")},
	{"[nota](‸altro/nota.txt)", errorOf("missing-file", "content/pages/altro")},
	{"[nota](‸/files/pages/nota.txt)", errorOf("broken-link", "nota.txt")},
	{`[nota](‸C:\Users\mario\nota.txt)`, errorOf("broken-link", "file beside")},
	{"[nota](‸file:///home/mario/nota.txt)", errorOf("broken-link", "file beside")},
	{"[nota](nota.txt) e [nota](<un file.txt>) e [nota](./nota.txt#riga)", nil},
	{"[programma](‸gioco.html)", errorOf("bad-path", "PDF or ZIP")},
	{"[volantino](‸falso.pdf)", warningOf("damaged-file", "export")},

	// Addresses outside the site.
	{"[nota](‸www.example.org)", errorOf("missing-file", "https://www.example.org")},
	{"[nota](‸example.org/pagina)", errorOf("missing-file", "https://example.org/pagina")},
	{"[nota](‸https//example.org/)", errorOf("missing-file", "https://example.org/")},
	{"[nota](‸https:/example.org/)", errorOf("broken-link", "https://www")},
	{"[nota](‸https://)", errorOf("broken-link", "https://www")},
	{"<‸https://>", errorOf("broken-link", "https://www")},
	{"[nota](<‸https://exa mple.org/>)", errorOf("broken-link", "https://www")},
	{"[nota](‸https://example.org:99999/)", errorOf("broken-link", "https://www")},
	{"[nota](‸https://intranet/pagina)", errorOf("broken-link", "https://www")},
	{"[nota](‸https://example.org/%zz)", errorOf("broken-link", "https://www")},
	{"[nota](‸http://[::1/)", errorOf("broken-link", "https://www")},
	{"[nota](‸https://mario:segreto@example.org/)", errorOf("credential", "before the @")},
	{"[nota](‸htps://example.org)", errorOf("broken-link", "http, https")},
	{"[nota](‸ftp://example.org/x)", errorOf("broken-link", "http, https")},
	{"[nota](‸javascript:alert%281%29)", errorOf("broken-link", "http, https")},
	{"[nota](‸sms:123)", errorOf("broken-link", "http, https")},
	{"[scrivi](‸mailto:mario)", errorOf("broken-link", "mailto:name@example.org")},
	{"[scrivi](‸mailto:)", errorOf("broken-link", "mailto:name@example.org")},
	{"[scrivi](‸mailto://mario@example.org)", errorOf("broken-link", "mailto:name@example.org")},
	{"[scrivi](‸mario@example.org)", errorOf("missing-file", "mailto:mario@example.org")},
	{"[chiama](<‸tel:+39 02 123456>)", errorOf("broken-link", "tel:+3902123456")},
	{"[chiama](‸tel:abc)", errorOf("broken-link", "tel:+39")},
	{"<mario@example.org> [a](mailto:a@example.org,b@example.org?subject=Ciao%20a%20tutti) [b](tel:112) [c](HTTPS://EXAMPLE.ORG)", nil},

	// Links that are none.
	{"[testo]() e [testo](‸)", []toldOf{{"error broken-link", "@/folder/id"}, {"error broken-link", "@/folder/id"}}},
	{"[testo] (‸https://example.org/)", errorOf("broken-link", "space between")},
	{"(testo)[‸https://example.org/]", errorOf("broken-link", "square brackets")},
	{"[testo](‸https://example.org/", errorOf("broken-link", "closing bracket")},
	{"[testo](‸un file.txt)", errorOf("broken-link", "<")},
	{"[testo](‸https://example.org/ \"titolo)", errorOf("broken-link", "closing bracket")},
	{"[testo][‸manca]", errorOf("broken-link", "[manca]: address")},
	{"[‸testo][]", errorOf("broken-link", "[testo]: address")},
	{"[[‸alfa]]", errorOf("broken-link", "@/folder/id")},
	{"![foto] (‸foto.svg)", errorOf("broken-link", "space between")},
	{"[caption id=\"x\"]Una foto‸[/caption]", warningOf("unread-mark", "back ticks")},
	{"[](‸https://example.org/)", warningOf("vague-link", "square brackets")},
	{"[testo][r]\n\n[r]: ‸nessuno.txt", errorOf("missing-file", "put it there")},
	{"Le parentesi [sic] e [1] e [2][3] (come qui), con un elenco [a] (b).", nil},

	// Pictures.
	{"![](‸foto.svg)", errorOf("missing-alt", "![what it shows](foto.svg)")},
	{"![IMG_2034](‸foto.svg)", errorOf("missing-alt", "![what it shows]")},
	{"![Schermata 2024-03-01](‸foto.svg)", errorOf("missing-alt", "![what it shows]")},
	{"![Foto 3: la riunione](foto.svg)", nil},
	{"![foto.svg](‸foto.svg)", errorOf("missing-alt", "![what it shows](foto.svg)")},
	{"![foto](‸Foto.svg)", errorOf("missing-file", "foto.svg")},
	{"![foto](‸)", errorOf("broken-link", "folder of this file")},
	{"![foto](‸//example.org/x.png)", errorOf("broken-link", "folder of this file")},
	{"![foto](‸https://example.org/x.png)", errorOf("missing-file", "folder of this page")},
	{"![foto](‸data:image/png;base64,AAAA)", errorOf("broken-link", "folder of this file")},
	{"![foto](‸@/projects/alfa)", errorOf("broken-link", "folder of this file")},
	{"![foto](‸nota.txt)", errorOf("image-unreadable", "JPEG or PNG")},
	{"[![](‸foto.svg)](https://example.org/)", errorOf("missing-alt", "![what it shows]")},
	{"![foto](foto.svg)‸{width=50%}", warningOf("bad-attribute", "{lang=fr}")},
	{"![Una foto](foto.svg \"Un titolo\")", nil},

	// Headings.
	{"‸# Titolo", errorOf("heading-jump", "##")},
	{"‸#### Titolo", errorOf("heading-jump", "##")},
	{"## Uno\n\n‸#### Due", errorOf("heading-jump", "###")},
	{"‸##Titolo", warningOf("unread-mark", "space")},
	{"‸####### Sette", warningOf("unread-mark", "two to six")},
	{"‸## TUTTO MAIUSCOLO QUI", warningOf("caps-heading", "sentence case")},
	{"‸##", warningOf("empty-heading", "delete the line")},
	{"## Uno {#x}\n\n‸## Due {#x}", warningOf("bad-attribute", "name of its own")},
	{"## Uno ‸{#uno due}", warningOf("bad-attribute", "{#name}")},
	{"## Uno ‸{#uno", warningOf("bad-attribute", "{#name}")},
	{"## Uno {‸onclick=x}", warningOf("bad-attribute", "{#name}")},
	{"## Uno {‸#fn-1}", warningOf("bad-attribute", "fn-")},
	{"## Uno\n\n## Uno\n\n## Due {#d .c lang=fr}", nil},

	// Notes.
	{"Testo[^‸1].", warningOf("unknown-footnote", "[^1]: …")},
	{"[^‸1]: Nota.", warningOf("unused-footnote", "delete the note")},
	{"Testo[^1].\n\n[^1]: Una.\n\n[^‸1]: Due.", warningOf("unused-footnote", "label of its own")},
	{"Testo‸^[nota in linea].", warningOf("unknown-footnote", "[^1]: …")},
	{"Testo.\n\n‸[1]: Nota scritta male", warningOf("unread-mark", "[^1]: …")},
	{"Testo[^1] e ancora[^1].\n\n[^1]: Una.", nil},

	// Marks never closed, and those of other programs.
	{"Uno ‸**mai chiuso", warningOf("unread-mark", "**words**")},
	{"Uno ‸*mai chiuso", warningOf("unread-mark", "*words*")},
	{"Uno ‸~~mai chiuso", warningOf("unread-mark", "~~words~~")},
	{"Uno ‸`mai chiuso", warningOf("unread-mark", "back tick")},
	{"‸** spazio dentro **", warningOf("unread-mark", "no space inside")},
	{"Testo\n\n‸```\nmai chiuso", errorOf("unread-mark", "a line ```")},
	{"Testo\n\n‸~~~python\nmai chiuso", errorOf("unread-mark", "a line ~~~")},
	{"‸{{< youtube x >}}", warningOf("unread-mark", "back ticks")},
	{"‸{% include x %}", warningOf("unread-mark", "back ticks")},
	{"‸:::note\ntesto\n:::", warningOf("unread-mark", "[!NOTE]")},
	{"‸{.classe}\nParagrafo", warningOf("bad-attribute", "{#name}")},
	{"[parola]{‸lang=francese}", warningOf("bad-attribute", "{lang=fr}")},
	{"> ‸[!NOTA]\n> Testo.", warningOf("unknown-notice", "note, tip")},
	{"2 * 3 = 6, 5*4, 2**10, snake_case, prezzo* e tutt\\*, ____, `**a**` e \\[a](b)\n\n```\n[a] (https://example.org/) **a\n```", nil},

	// Raw HTML.
	{"‸<div>ciao</div>", warningOf("raw-html", "Markdown")},
	{"Testo ‸<b>grassetto</b>.", warningOf("raw-html", "Markdown")},
	{"‸<script>alert(1)</script>", warningOf("raw-html", "Markdown")},
	{"‸<div>\nmai chiuso", warningOf("raw-html", "Markdown")},
	{"‸<!-- mai chiuso", warningOf("raw-html", "Markdown")},
	{"Testo ‸<a href=\"javascript:x\">a</a>.", warningOf("raw-html", "Markdown")},

	// Tables.
	{"‸| a | b |\n|---|\n| 1 | 2 |", warningOf("unread-mark", "|---|---|")},
	{"‸| a | b |\n| 1 | 2 |", warningOf("unread-mark", "|---|---|")},
	{"| a | b |\n|---|---|\n‸| 1 | 2 | 3 |\n| 1 |", warningOf("table-columns", "as many cells")},
	{"| a | b |\n|---|---|\n‸| 1 |", warningOf("table-columns", "as many cells")},
	{"| a | b |\n|:--|--:|\n| 1 \\| 2 | 3 |\nuno | due\n", nil},

	// Limits.
	{strings.Repeat("> ", 50) + "‸> troppo", errorOf("too-deep", "split")},
	{strings.Repeat("- ", 50) + "‸- troppo", errorOf("too-deep", "split")},
}

// beside are files that the texts name.
var beside = map[string]string{
	"nota.txt": "x", "un file.txt": "x", "foto.svg": `<svg viewBox="0 0 9 9"/>`, "gioco.html": "<p>", "falso.pdf": "<p>",
}

// before is the front matter of each text.
const before = "---\ntitle: Caso\nsummary: Un caso.\nignore: [untranslated]\n---\n\n"

func TestEveryMistakeInATextIsToldInItsPlaceWithARemedy(t *testing.T) {
	if len(bodyCases) < 90 {
		t.Fatalf("only %d cases", len(bodyCases))
	}
	dir := t.TempDir()
	if err := unpack(tinySite, dir); err != nil {
		t.Fatal(err)
	}
	pages := filepath.Join(dir, "content", "pages")
	for name, text := range beside {
		writeFile(t, filepath.Join(pages, name), text)
	}
	for i, c := range bodyCases {
		writeFile(t, filepath.Join(pages, caseName(i)), before+strings.Replace(c.text, mark, "", 1)+"\n")
	}
	code, found := checked(t, dir, "en")
	if code != exitContent {
		t.Errorf("exit code %d", code)
	}
	italian := map[string]report{}
	_, inItalian := checked(t, dir, "it")
	for _, r := range inItalian {
		italian[r.place()] = r
	}
	byFile := map[string][]report{}
	for _, r := range found {
		byFile[r.File] = append(byFile[r.File], r)
		if other := italian[r.place()]; other.Message == "" || other.Message == r.Message || (other.Hint == "") != (r.Hint == "") {
			t.Errorf("%s: in Italian %q, %q", r.place(), other.Message, other.Hint)
		}
	}
	for i, c := range bodyCases {
		c.judge(t, byFile["content/pages/"+caseName(i)])
	}
}

func caseName(i int) string { return fmt.Sprintf("caso-%03d.it.md", i) }

// judge compares what was told with what is due.
func (c bodyCase) judge(t *testing.T, found []report) {
	t.Helper()
	var got, want []string
	for i, r := range found {
		said := r.Severity + " " + r.ID
		if i < len(c.want) && !strings.Contains(r.Hint+r.Fix, c.want[i].remedy) {
			t.Errorf("%q: the remedy is %q, which does not say %q", c.text, r.Hint, c.want[i].remedy)
		}
		got = append(got, said)
	}
	for _, w := range c.want {
		want = append(want, w.id)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%q (-want +got):\n%s", c.text, diff)
		return
	}
	head, _, marked := strings.Cut(before+c.text, mark)
	if !marked {
		return
	}
	line := strings.Count(head, "\n") + 1
	column := len([]rune(head[strings.LastIndexByte(head, '\n')+1:])) + 1
	if last := found[len(found)-1]; last.Line != line || last.Column != column {
		t.Errorf("%q: told at %d:%d, not at %d:%d", c.text, last.Line, last.Column, line, column)
	}
}

// checked is what dossier check says of a site.
func checked(t *testing.T, dir, language string) (code int, found []report) {
	t.Helper()
	var out, stderr bytes.Buffer
	code = run([]string{"-C", dir, "--ui", language, "check", "--format", "json", "--clock", "2026-11-22"}, &out, &stderr)
	if err := json.Unmarshal(out.Bytes(), &found); err != nil {
		t.Fatalf("%v in %q; stderr: %s", err, out.String(), stderr.String())
	}
	return code, found
}

func writeFile(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
