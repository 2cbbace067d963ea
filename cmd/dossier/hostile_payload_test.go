package main

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// payloads are what a stranger writes where a text is asked for.
var payloads = []string{
	`<script>alert(1)</script>`,
	`"><script>alert(1)</script>`,
	`'><img src=x onerror=alert(1)>`,
	`<img src=x onerror=alert(1)//`,
	`<svg/onload=alert(1)>`,
	`" onmouseover="alert(1)`,
	`' onfocus='alert(1)' autofocus='`,
	"` onclick=alert(1) `",
	`</title><script>alert(1)</script>`,
	`</script><script>alert(1)</script>`,
	`</textarea></style></noscript><script>alert(1)</script>`,
	`<!--<script>alert(1)</script>-->`,
	`--><script>alert(1)</script><!--`,
	`]]><script>alert(1)</script>`,
	`<![CDATA[<script>alert(1)</script>]]>`,
	`&lt;script&gt;alert(1)&lt;/script&gt;`,
	`\u003cscript\u003ealert(1)\u003c/script\u003e`,
	`<iframe srcdoc="<script>alert(1)</script>"></iframe>`,
	`<meta http-equiv=refresh content="0;url=javascript:alert(1)">`,
	`<base href=//evil.example/><form action=//evil.example><object data=x><embed src=x>`,
	`<style>*{background:url(javascript:alert(1))}</style>`,
	`<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>`,
	`{{printf "<script>"}}{{.Page}}{% raw %}`,
	`${alert(1)} #{alert(1)} <%= alert(1) %>`,
	`javascript:alert(1)`,
	`=cmd|'/C calc'!A0`,
	`+1+1`, `-1+1`, `@SUM(A1)`, "\t=1+1",
	"a\nATTACH:javascript:alert(1)\nX-B: c",
	"a\u2028b\u2029c\u0085d\u202ee",
}

// addresses are what a stranger writes where an address of the web is asked for.
var addresses = []string{
	`javascript:alert(1)`, ` javascript:alert(1)`, "java\tscript:alert(1)", `JaVaScRiPt:alert(1)`, `vbscript:msgbox(1)`,
	`data:text/html,<script>alert(1)</script>`, `data:text/html;base64,PHNjcmlwdD4=`, `//evil.example/x`, `file:///etc/passwd`, `blob:https://a.example/1`,
	`https://a.example/"onmouseover="alert(1)`, `https://a.example/'onmouseover='alert(1)`, `https://a.example/</script><script>alert(1)</script>`,
	`https://a.example/?q=<img src=x onerror=alert(1)>`, "https://a.example/\r\nX: y", `https://a.example/&quot;onclick=alert(1)`,
	`http://javascript:alert(1)@a.example/`, `https://a.example/#]]>`, `javascript://a.example/%0aalert(1)`, `&#106;avascript:alert(1)`,
}

// strangers are the files of a site with a payload in each place for words, and
// addresses in the places for addresses.
func strangers(words, address string) map[string]string {
	q := strconv.Quote
	quoted := func(s string) string { return strings.ReplaceAll(q(s), `\'`, `'`) }
	w, a := quoted(words), quoted(address)
	both := "{it: " + w + ", en: " + w + "}"
	return map[string]string{
		"partners/cooperativa-sole.md": "---\nname: " + w + "\nshort: " + w + "\naka: [" + w + "]\ncity: " + w + "\ncountry: IT\nkind: social-cooperative\nwebsite: " + a +
			"\nsummary: " + both + "\nabout: " + both + "\nlogo:\n  src: logo.svg\n  alt: " + w + "\n---\n",
		"projects/alfa/index.md": "---\nacronym: " + w + "\nstart: 2024-02-01\nend: 2026-04-30\nlead: comune-di-prova\nwebsite: " + a +
			"\npartners:\n  - partner: cooperativa-sole\n    role: partner\n    note: " + both +
			"\nfunding:\n  - programme: easi\n    statement: co-funded\n    grant: " + w + "\n    call: " + both + "\n    total: 150000\n    currency: EUR\n" +
			"territories: [prova]\ncontact:\n  unit: " + w + "\n  email: progetti@comune.prova.example.it\n  url: " + a +
			"\nlines:\n  - id: uno\n    title: " + both + "\n    objective: " + both +
			"\nmilestones:\n  - date: 2024-03-01\n    title: " + both +
			"\ndeliverables:\n  - id: due\n    kind: manual\n    title: " + both + "\n    url: " + a +
			"\nimage:\n  src: foto.svg\n  alt: " + both + "\n  credit: " + w + "\n---\n",
		"projects/alfa/index.it.md": pageOf(w, "tagline: "+w+"\naliases: [/it/vecchio/]\n", "## Obiettivi\n\nUno.\n\n## Risultati\n\nDue."),
		"projects/alfa/index.en.md": pageOf(w, "tagline: "+w+"\n", "## Objectives\n\nOne.\n\n## Results\n\nTwo."),
		"projects/alfa/foto.svg":    "<svg viewBox=\"0 0 9 9\"/>\n",
		"partners/logo.svg":         "<svg viewBox=\"0 0 9 9\"/>\n",
		"events/alfa-final.md": "---\nprojects: [alfa]\nkind: final-event\nstart: 2027-03-25T10:00\nmode: hybrid\nvenue:\n  name: " + w + "\n  room: " + both +
			"\n  address: " + w + "\n  city: " + w + "\n  country: IT\n  access: " + both + "\nonline:\n  url: " + a + "\n  platform: " + w +
			"\nlanguages: [it]\nspeakers:\n  - name: " + w + "\n    role: " + both + "\n    organisation: " + w + "\n    talk: " + both +
			"\naudience: " + both + "\nregistration:\n  url: " + a + "\n---\n",
		"events/alfa-final.it.md":          pageOf(w, "", "Testo."),
		"events/alfa-final.en.md":          pageOf(w, "", "Text."),
		"news/2026-03-31-risultati.it.md":  pageOf(w, "dateline: "+w+"\n", "Testo."),
		"news/2026-03-31-risultati.en.md":  pageOf(w, "dateline: "+w+"\n", "Text."),
		"programmes/easi.md":               "---\nname: " + both + "\nshort: " + w + "\nkind: eu-programme\nfunder: commissione-europea\nemblem: eu\nurl: " + a + "\nacknowledgement: " + both + "\ndisclaimer: " + both + "\n---\n",
		"territories/prova.md":             "---\nname: " + both + "\nkind: municipality\nwithin: italia\n---\n",
		"kits/genitori/index.it.md":        pageOf(w, "", ""),
		"kits/genitori/index.en.md":        pageOf(w, "", ""),
		"guides/manuale/index.it.md":       pageOf(w, "", ""),
		"guides/manuale/index.en.md":       pageOf(w, "", ""),
		"guides/manuale/010-diritti.it.md": pageOf(w, "short_title: "+w+"\n", "## Uno\n\nTesto."),
		"guides/manuale/010-diritti.en.md": pageOf(w, "short_title: "+w+"\n", "## One\n\nText."),
		"pages/about.it.md":                pageOf(w, "", "Testo."),
		"pages/about.en.md":                pageOf(w, "", "Text."),
		"pages/foto.svg":                   "<svg viewBox=\"0 0 9 9\"/>\n",
	}
}

func pageOf(title, more, body string) string {
	return "---\ntitle: " + title + "\nsummary: " + title + "\n" + more + "---\n\n" + body + "\n"
}

// hostileSite makes the tiny site with a stranger's words in it.
func hostileSite(t *testing.T, words, address string) string {
	t.Helper()
	dir := t.TempDir()
	if err := unpack(tinySite, dir); err != nil {
		t.Fatal(err)
	}
	for name, text := range strangers(words, address) {
		writeFile(t, filepath.Join(dir, "content", name), text)
	}
	config, err := os.ReadFile(filepath.Join(dir, "site.toml"))
	if err != nil {
		t.Fatal(err)
	}
	title := "{ it = " + tomlText(words) + ", en = " + tomlText(words) + " }"
	changed := strings.Replace(string(config), `{ it = "Sito di prova", en = "Trial site" }`, title, 1)
	writeFile(t, filepath.Join(dir, "site.toml"), strings.Replace(changed, `"Italiano"`, tomlText(words), 1))
	return dir
}

// tomlText writes a text as a basic string of TOML 1.0.
func tomlText(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteString(`\` + string(r))
		case r < 0x20:
			b.WriteString(`\u00` + strconv.FormatInt(int64(r)>>4, 16) + strconv.FormatInt(int64(r)&15, 16))
		default:
			b.WriteRune(r)
		}
	}
	return b.String() + `"`
}

func TestNothingOfAStrangerRunsInAFinishedSite(t *testing.T) {
	for _, p := range payloads {
		t.Run(p, func(t *testing.T) {
			dir := hostileSite(t, p, "https://a.example/")
			code, _, stderr := command(dir, "build", "--no-cache", "--clock", "2026-11-22")
			if code != exitFine {
				t.Fatalf("exit code %d: %s", code, stderr)
			}
			judgeSite(t, filepath.Join(dir, "public"))
		})
	}
}

func TestNoAddressOfAStrangerRuns(t *testing.T) {
	for _, a := range addresses {
		t.Run(a, func(t *testing.T) {
			dir := hostileSite(t, "Parole", a)
			code, _, stderr := command(dir, "build", "--no-cache", "--clock", "2026-11-22")
			switch {
			case code == exitFine:
				judgeSite(t, filepath.Join(dir, "public"))
			case code != exitContent || !strings.Contains(stderr, "[wrong-type]") && !strings.Contains(stderr, "[credential]") && !strings.Contains(stderr, "[bad-yaml]"):
				t.Errorf("exit code %d: %s", code, stderr)
			}
		})
	}
}

// TestNoAttackInATextRuns gives every attack on the Markdown reader a page. Those
// that are refused are no part of the site; it is built of the others.
func TestNoAttackInATextRuns(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(repository, "internal/markdown/testdata/attacks.txt"))
	if err != nil {
		t.Fatal(err)
	}
	attacks := strings.Split(strings.TrimSpace(string(data)), "\n%%\n")
	for _, p := range payloads {
		attacks = append(attacks, p, "## "+p, "> "+p, "| "+p+" |\n|---|\n| "+p+" |", "Nota[^1].\n\n[^1]: "+p, "["+p+"](@/projects/alfa)", "![una foto](foto.svg \""+p+"\")", "`"+p+"`")
	}
	if len(attacks) < 120 {
		t.Fatalf("only %d attacks", len(attacks))
	}
	dir := t.TempDir()
	if err := unpack(tinySite, dir); err != nil {
		t.Fatal(err)
	}
	pages := filepath.Join(dir, "content", "pages")
	writeFile(t, filepath.Join(pages, "foto.svg"), `<svg viewBox="0 0 9 9"/>`)
	control := strings.NewReplacer("<TAB>", "\t", "<NUL>", "\x00", "<CR>", "\r", "<SOH>", "\x01")
	for i, a := range attacks {
		writeFile(t, filepath.Join(pages, caseName(i)), before+control.Replace(a)+"\n")
	}
	refused := map[string]bool{}
	_, found := checked(t, dir, "en")
	for _, r := range found {
		if r.Severity == "error" && !refused[r.File] {
			refused[r.File] = true
			if err := os.Remove(filepath.Join(dir, r.File)); err != nil {
				t.Fatalf("%s: %v", r.place(), err)
			}
		}
	}
	code, _, stderr := command(dir, "build", "--no-cache", "--clock", "2026-11-22")
	if code != exitFine {
		t.Fatalf("exit code %d: %s", code, stderr)
	}
	if shown := len(attacks) - len(refused); shown < 120 {
		t.Errorf("only %d attacks are shown, %d refused", shown, len(refused))
	}
	judgeSite(t, filepath.Join(dir, "public"))
}
