package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// mark stands in a mistake's text where the diagnostic must point.
const mark = "‸"

// mistake is one edit of the demonstration content. The first place where the
// file says old is replaced by new; without old, new is added at the end, and
// makes the file where there is none.
type mistake struct {
	file, old, new string
	id             string
	// at is the place of a diagnostic that does not point at the edit: "1:1", or
	// "0:0" for the file as a whole.
	at string
}

// mistakes are what editors do wrong, each in a record of its own.
var mistakes = []mistake{
	// Organisations: countries, kinds, addresses, names of fields.
	{"partners/oecd.md", `country: "FR"`, `country: ‸"XX"`, "bad-country", ""},
	{"partners/cgil-milano.md", `country: "IT"`, `country: ‸"EL"`, "bad-country", ""},
	{"partners/uil-milano-e-lombardia.md", "kind: trade-union", "kind: ‸union", "bad-enum", ""},
	{"partners/aiccon.md", `website: "https://www.aiccon.it/"`, `website: ‸"www.aiccon.it"`, "wrong-type", ""},
	{"partners/luiss-hub-milano.md", "country: \"IT\"\n", "", "missing-field", "1:1"},
	{"partners/aicq-centronord.md", "name:", "‸nome:", "unknown-field", ""},
	{"partners/reves/index.md", "src: logo.svg", "src: ‸logo.png", "missing-file", ""},
	{"partners/smartworking-srl.md", "lang: it", "lang: ‸italiano", "unknown-language", ""},
	{"partners/eudaimon.md", "country:", "‸password: segreto\ncountry:", "credential", ""},
	{"partners/politecnico-di-milano.md", `country: "IT"`, "country: \"IT\"\n‸country: \"IT\"", "duplicate-key", ""},
	{"partners/telefono-donna.md", "country:", "ids: ‸nessuno\ncountry:", "wrong-type", ""},
	{"partners/lo-scrigno.md", "country:", "ids:\n  ‸code: 12345\ncountry:", "unknown-field", ""},
	{"partners/il-melograno.md", "country:", "parent: ‸comune-milano\ncountry:", "unknown-reference", ""},
	{"partners/p4i.md", "country:", "aliases: [‸vecchio indirizzo]\ncountry:", "bad-path", ""},
	{"partners/life-based-value/index.md", "country:", "summary: ‸Una impresa\ncountry:", "wrong-type", ""},

	// Files that cannot be read. That they exist is known all the same.
	{"partners/equa.md", "country:", "nuts: Milano‸: centro\ncountry:", "bad-yaml", ""},
	{"partners/eureka.md", "country:", "nuts: ‸\"ITC4C\ncountry:", "bad-yaml", ""},
	{"partners/api.md", "country:", "ids:\n‸\tvat: 1\ncountry:", "bad-yaml", ""},
	{"partners/assolombarda.md", "country:", "nuts: ‸“ITC4C”\ncountry:", "bad-yaml", ""},
	{"partners/bin-italia.md", `name: "`, "name: \"‸\xff", "not-utf8", ""},
	{"partners/piano-c/index.md", "country:", "‸<<<<<<< HEAD\ncountry:", "conflict-markers", ""},
	{"partners/asp-immes-e-pat.md", "\n---\n", "\n", "unclosed-front-matter", "1:1"},
	{"pages/vuota.it.md", "", "‸Testo senza intestazione.\n", "unclosed-front-matter", ""},

	// Places and projects: dates, references, money.
	{"territories/trento.md", "within: italia", "within: ‸itlia", "unknown-reference", ""},
	{"territories/italia.md", "kind: country", "kind: country\nwithin: ‸italia", "follows-loop", ""},
	{"territories/sud-est-milano.md", "", "\n‸Un testo per tutte le lingue.\n", "body-in-neutral-file", ""},
	{"projects/masp/index.md", "lead: comune-di-milano", "lead: ‸comune-milano", "unknown-reference", ""},
	{"projects/mire/index.md", "start: 2020-06\n", "start: ‸15/06/2020\n", "bad-date", ""},
	{"projects/smart-lab/index.md", "end: 2020-02-11", "end: ‸2016-02-11", "end-before-start", ""},
	{"projects/smart-lab/index.en.md", "tagline:", "‸taglin:", "unknown-field", ""},
	{"projects/governare-gli-equilibri/index.md", "status: completed", "status: ‸finished", "bad-enum", ""},
	{"projects/complessi-equilibri/index.md", "funding:\n  - statement: none\n", "funding: []\n", "no-funding", "1:1"},
	{"programmes/ptc-2017-2018.md", "funder: regione-lombardia", "funder: ‸Regione Lombardia", "wrong-type", ""},
	{"programmes/ptc-2020-2022.md", "  to: 2022", "  to: ‸2012", "end-before-start", ""},

	// Events and news.
	{"events/masp-final.md", "mode: online", "mode: ‸remote", "bad-enum", ""},
	{"events/masp-workshop.md", "end: 2019-09-03", "end: ‸2019-09-01", "end-before-start", ""},
	{"events/smart-lab-final.md", "start: 2020-02-11", "start: ‸11 febbraio 2020", "bad-date", ""},
	{"events/mire-final.md", "projects: [mire]", "projects: ‸mire", "wrong-type", ""},
	{"news/2021-03-24-masp-app.md", "events: [masp-final]", "events: [‸masp-finale]", "unknown-reference", ""},
	{"news/2020-02-26-smart-lab-final.md", "kind: news", "kind: ‸notizia", "bad-enum", ""},
	{"news/2021-03-31-masp-results.it.md", "---\n", "---\ndate: ‸2021-04-01\n", "fact-differs", ""},
	{"news/2024-02-29-mire-ricerca.it.md", "", "\n\n## In fondo\n\n‸#### Troppo in fondo\n", "heading-jump", ""},

	// Guides, kits and sheets.
	{"guides/masp/index.md", "date: 2026-11", "date: ‸2026-21", "bad-date", ""},
	{"guides/masp/030-tools.en.md", "", "\n\n![](‸leaves.en.svg)\n", "missing-alt", ""},
	{"guides/masp/regole.it.md", "", "---\ntitle: Regole\nsummary: Le regole.\n---\n", "bad-path", "0:0"},
	{"kits/parental-kit/index.md", "guide: masp", "guide: ‸maps", "unknown-reference", ""},
	{"kits/parental-kit/daily-rests.md", "area: right", "area: ‸rights", "bad-enum", ""},
	{"kits/parental-kit/part-time.md", "territory: national", "territory: ‸nazionale", "unknown-reference", ""},
	{"kits/parental-kit/maternity-leave.md", "beneficiaries: [mother]", "beneficiaries: ‸mother", "wrong-type", ""},
	{"kits/parental-kit/parental-leave.md", `url: "https://www.inps.it/"`, `url: ‸"inps"`, "wrong-type", ""},
	{"kits/parental-kit/welfare-network-milano.it.md", "\n## Come si richiede", "\n### Come si richiede", "sheet-question", "1:1"},

	// Texts: links, headings, pictures.
	{"pages/privacy.en.md", "", "\n\n[MASP](‸@/projects/maps)\n", "broken-link", ""},
	{"pages/about.it.md", "", "\n\n[MASP](‸@/projects/masp#nessuno)\n", "broken-anchor", ""},
	{"pages/legal.it.md", "", "\n\n[Volantino](‸volantino.pdf)\n", "missing-file", ""},
	{"pages/contacts.en.md", "", "\n\n[MASP](‸/it/progetti/masp/)\n", "broken-link", ""},
	{"pages/accessibility.en.md", "", "\n\n[Print](‸javascript:print)\n", "broken-link", ""},
	{"pages/contacts.it.md", "", "\n\n![La sede](‸https://example.org/sede.jpg)\n", "missing-file", ""},
	{"pages/accessibility.it.md", "", "\n\n[Sotto](‸#nessuno)\n", "broken-anchor", ""},

	// Names of files.
	{"partners/Nuovo Partner.md", "", "---\nname: Nuovo\n---\n", "bad-path", "0:0"},
	{"progetti/nuovo.it.md", "", "---\ntitle: Nuovo\n---\n", "bad-path", "0:0"},
	{"pages/about.fr.md", "", "---\ntitle: À propos\n---\n", "unknown-language", "0:0"},
	{"partners/ats-milano/index.md", "", "---\nname: ATS\ncountry: IT\nkind: health-authority\n---\n", "duplicate-id", "0:0"},
}

// report is a diagnostic as --format json prints it.
type report struct {
	ID, Severity, File, Message, Hint, Fix string
	Line, Column                           int
}

func (r report) place() string { return fmt.Sprintf("%s:%d:%d %s", r.File, r.Line, r.Column, r.ID) }

func TestOneBuildReportsEveryMistakeInItsPlace(t *testing.T) {
	dir := demonstration(t)
	code, baseline := reports(t, dir)
	if code != exitFine {
		t.Fatalf("the content has errors of its own: %v", baseline)
	}
	before := digests(t, filepath.Join(dir, "public"))
	var want []string
	for _, r := range baseline {
		want = append(want, r.place())
	}
	for _, m := range mistakes {
		want = append(want, m.plant(t, dir))
	}

	code, found := reports(t, dir)
	if code != exitContent {
		t.Errorf("exit code %d", code)
	}
	var got []string
	for _, r := range found {
		got = append(got, r.place())
		if r.Hint == "" && r.Fix == "" {
			t.Errorf("%s: %q says nothing of a remedy", r.place(), r.Message)
		}
	}
	slices.Sort(want)
	slices.Sort(got)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("diagnostics (-planted +reported):\n%s", diff)
	}
	if diff := cmp.Diff(before, digests(t, filepath.Join(dir, "public"))); diff != "" {
		t.Errorf("the published site was touched (-before +after):\n%s", diff)
	}
}

// demonstration copies the demonstration site to a folder of the test.
func demonstration(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range []string{"content", "static", "themes", "i18n"} {
		from := filepath.Join(repository, name)
		if _, err := os.Stat(from); err != nil {
			continue
		}
		if err := os.CopyFS(filepath.Join(dir, name), os.DirFS(from)); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"site.toml", "urls.lock"} {
		text, err := os.ReadFile(filepath.Join(repository, name))
		if err == nil {
			err = os.WriteFile(filepath.Join(dir, name), text, 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// reports builds the site and returns what the build says.
func reports(t *testing.T, dir string) (code int, found []report) {
	t.Helper()
	code, out, stderr := command(dir, "build", "--format", "json", "--clock", "2026-11-22")
	if err := json.Unmarshal([]byte(out), &found); err != nil {
		t.Fatalf("%v in %q; stderr: %s", err, out, stderr)
	}
	return code, found
}

// plant makes the mistake and returns the diagnostic that is due for it.
func (m mistake) plant(t *testing.T, dir string) string {
	t.Helper()
	name := "content/" + m.file
	file := filepath.Join(dir, filepath.FromSlash(name))
	text, err := os.ReadFile(file)
	if err != nil && m.old != "" {
		t.Fatal(err)
	}
	at := strings.Index(string(text), m.old)
	if m.old == "" {
		at = len(text)
	}
	if at < 0 {
		t.Fatalf("%s does not say %q", name, m.old)
	}
	marked := string(text[:at]) + m.new + string(text[at+len(m.old):])
	head, _, pointed := strings.Cut(marked, mark)
	place := m.at
	if pointed {
		line := head[strings.LastIndexByte(head, '\n')+1:]
		place = fmt.Sprintf("%d:%d", strings.Count(head, "\n")+1, len([]rune(line))+1)
	}
	if pointed == (m.at != "") {
		t.Fatalf("%s: a place is marked or given, not both", name)
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(strings.Replace(marked, mark, "", 1)), 0o644); err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("%s:%s %s", name, place, m.id)
}

// digests are those of all files under a folder, by path.
func digests(t *testing.T, dir string) map[string]string {
	t.Helper()
	found := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		sum := sha256.Sum256(data)
		found[path] = hex.EncodeToString(sum[:])
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}
