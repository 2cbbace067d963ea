package build_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/internal/build"
	"dossier/internal/i18n"
)

func TestASiteInSixLanguagesBuildsWithoutAWord(t *testing.T) {
	site := europe(t)
	o := site.options()
	o.Today = i18n.Date{Year: 2026, Month: 6, Day: 1}
	r := mustBuild(t, o)
	if len(r.Diags) > 0 {
		t.Errorf("the site says:\n%s", told(r.Diags))
	}
	count := map[string]int{}
	for _, f := range r.Files {
		lang, _, _ := strings.Cut(f.Path, "/")
		if strings.HasSuffix(f.Path, "/index.html") {
			count[lang]++
		}
		if strings.Contains(string(f.Data), "⟦") {
			t.Errorf("%s shows the name of a message that is missing", f.Path)
		}
	}
	for _, lang := range []string{"en", "nb", "el", "bg", "pl"} {
		if count[lang] != count["it"] || count[lang] < 30 {
			t.Errorf("%d pages in Italian, %d in %s", count["it"], count[lang], lang)
		}
	}
}

// june builds the site in six languages before its event.
func june(t *testing.T) *build.Result {
	t.Helper()
	o := europe(t).options()
	o.Today = i18n.Date{Year: 2026, Month: 6, Day: 1}
	return mustBuild(t, o)
}

func TestEveryLanguageIsWrittenAsItIsWrittenThere(t *testing.T) {
	r := june(t)
	for _, tt := range []struct {
		page  string
		texts []string
	}{
		{"nb/arrangementer/2026/apning/index.html", []string{
			"mandag 14. september 2026", "kl. 10:00–12:30 (CEST)", `<span class="month">sep</span>`,
			`datetime="2026-09-14T10:00&#43;02:00"`, "<dd>norsk bokmål</dd><dd>engelsk</dd>", "Legg til i kalenderen",
		}},
		{"el/ekdiloseis/2026/enarktirio-synedrio/index.html", []string{
			"Δευτέρα 14 Σεπτεμβρίου 2026", "10:00 π.μ. – 12:30 μ.μ. (CEST)", `<span class="month">Σεπ</span>`, "Προσθήκη στο ημερολόγιο",
		}},
		{"nb/prosjekter/fjord/index.html", []string{
			"1. februar 2026 – 31. januar 2028", "1\u00a0250\u00a0000\u00a0€", "80\u00a0%", "3 virksomheter fra 3 land", "<h4>Danmark</h4>", "<h4>Sveits</h4>",
			"Medfinansiert av Den europeiske union", "2 kapitler", "1 ark",
		}},
		{"el/erga/filikotera-oraria/index.html", []string{
			"1 Φεβρουαρίου 2026 – 31 Ιανουαρίου 2028", "1.250.000\u00a0€", "80%", "3 οργανισμοί από 3 χώρες", "<h4>Δανία</h4>", "<h4>Ελβετία</h4>",
			"Με τη συγχρηματοδότηση της Ευρωπαϊκής Ένωσης", "2 κεφάλαια", "1 δελτίο",
		}},
		{"bg/sabitia/2026/otkrivashta-konferentsia/index.html", []string{
			"понеделник, 14 септември 2026 г.", "10:00–12:30 (CEST)", `<span class="month">септ</span>`, "Добавяне в календара",
		}},
		{"pl/wydarzenia/2026/konferencja-otwierajaca/index.html", []string{
			"poniedziałek, 14 września 2026", "10:00–12:30 (CEST)", `<span class="month">wrz</span>`, "Dodaj do kalendarza",
		}},
		{"bg/proekti/po-blagopriyatno-rabotno-vreme/index.html", []string{
			"1 февруари 2026 – 31 януари 2028 г.", "1\u00a0250\u00a0000\u00a0€", "80%", "3 организации от 3 държави", "<h4>Дания</h4>", "<h4>Швейцария</h4>",
			"Съфинансирано от Европейския съюз", "2 глави", "1 фиш",
		}},
		{"pl/projekty/przyjazne-godziny-pracy/index.html", []string{
			"1 lutego 2026 – 31 stycznia 2028", "1\u00a0250\u00a0000\u00a0€", "80%", "3 organizacje, 3 kraje", "<h4>Dania</h4>", "<h4>Szwajcaria</h4>",
			"Dofinansowane przez Unię Europejską", "2 rozdziały", "1 karta",
		}},
		{"nb/partnere/index.html", []string{"4 virksomheter", "1 virksomhet<"}},
		{"el/etairoi/index.html", []string{"4 οργανισμοί", "1 οργανισμός<"}},
		{"bg/partnyori/index.html", []string{"4 организации", "1 организация<"}},
		{"pl/partnerzy/index.html", []string{"4 organizacje", "1 organizacja<"}},
		{"nb/veiledere/hverdag/index.html", []string{"<time datetime=\"2026-05\">mai 2026</time>", "1 minutt<"}},
		{"el/odigoi/evdomada/index.html", []string{"<time datetime=\"2026-05\">Μάιος 2026</time>", "1 λεπτό"}},
		{"el/odigoi/evdomada/chronos/index.html", []string{`aria-label="σημείωση 1"`, "Κεφάλαιο 1 από 2"}},
	} {
		t.Run(tt.page, func(t *testing.T) { contains(t, file(t, r, tt.page), tt.texts...) })
	}
}

var shownName = regexp.MustCompile(`<span class="org-name"><a href="[^"]*"[^>]*>([^<]*)</a>`)

// names are the organisations of a directory in their order.
func names(page string) []string {
	var out []string
	for _, m := range shownName.FindAllStringSubmatch(page, -1) {
		out = append(out, m[1])
	}
	return out
}

func TestDirectoriesFollowTheAlphabetOfTheirLanguage(t *testing.T) {
	site := europe(t)
	site.replace("content/partners/aarhus.md", `lang: da`, "lang: da\naka: [\"Århus\"]")
	site.facts("content/partners/alta.md", `name: "Alta kommune"`, "lang: nb", `country: "NO"`, "kind: local-authority")
	site.facts("content/partners/athens.md", `name: "Athens"`, `names: {el: "Αθήνα"}`, "lang: en", `country: "GR"`, "kind: local-authority")
	r := site.fresh()
	for _, tt := range []struct {
		page string
		want []string
	}{
		{"nb/partnere/index.html", []string{"Alta kommune", "Athens", "Europakommisjonen", "Zürich", "Ålesund kommune", "Aarhus"}},
		{"it/partner/index.html", []string{"Aarhus", "Ålesund kommune", "Alta kommune", "Athens", "Commissione europea", "Zurigo"}},
		{"en/partners/index.html", []string{"Aarhus", "Alta kommune", "Athens", "European Commission", "Municipality of Ålesund", "Zürich"}},
		{"el/etairoi/index.html", []string{"Aarhus", "Alta kommune", "Αθήνα", "Δήμος Όλεσουντ", "Ευρωπαϊκή Επιτροπή", "Ζυρίχη"}},
		{"pl/partnerzy/index.html", []string{"Aarhus", "Alta kommune", "Athens", "Gmina Ålesund", "Komisja Europejska", "Zurych"}},
	} {
		if diff := cmp.Diff(tt.want, names(file(t, r, tt.page))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.page, diff)
		}
	}
	nb := file(t, r, "nb/partnere/index.html")
	contains(t, nb, `<a href="#group-a">A <span`, `<a href="#group-uc5">Å <span`, `<section id="group-uc5"><h2>Å</h2><p class="count">2 virksomheter</p>`)
}

func TestEveryPageNamesItsTranslationsAndTheyNameItBack(t *testing.T) {
	r := june(t)
	form := regexp.MustCompile(`<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">`)
	sets := map[string]map[string]string{}
	for _, f := range r.Files {
		if !strings.HasSuffix(f.Path, "index.html") {
			continue
		}
		set := map[string]string{}
		for _, m := range form.FindAllStringSubmatch(string(f.Data), -1) {
			set[m[1]] = m[2]
		}
		sets["https://fjord.example.no/"+strings.TrimSuffix(f.Path, "index.html")] = set
	}
	for url, set := range sets {
		if len(set) != 7 {
			t.Errorf("%s names %d counterparts, not 6 languages and x-default", url, len(set))
		}
		for lang, other := range set {
			if lang == "x-default" && url == "https://fjord.example.no/" {
				continue
			}
			back, exists := sets[other]
			if !exists {
				t.Errorf("%s names %s, which is not there", url, other)
			} else if diff := cmp.Diff(set, back); diff != "" {
				t.Errorf("%s and %s name different sets:\n%s", url, other, diff)
			}
		}
	}
	if want := "https://fjord.example.no/el/erga/filikotera-oraria/"; sets[englishURL]["el"] != want {
		t.Errorf("the Greek counterpart of %s is %s, not %s", englishURL, sets[englishURL]["el"], want)
	}
}

func TestAddressesAreSmallAsciiInEveryLanguage(t *testing.T) {
	form := regexp.MustCompile(`^[a-z0-9._/-]+$`)
	for _, f := range june(t).Files {
		if !form.MatchString(f.Path) {
			t.Errorf("%s", f.Path)
		}
	}
}

func TestALanguageThatLacksAMessageIsTold(t *testing.T) {
	site := europe(t)
	site.replace("i18n/el.toml", "skip = \"Μετάβαση στο κύριο περιεχόμενο\"\n", "")
	site.replace("i18n/nb.toml", "one = \"{{.count}} prosjekt\"\n", "")
	r := run(t, site.options())
	if !r.Failed {
		t.Error("the site was built")
	}
	text := told(r.Diags)
	contains(t, text, "frame.skip", "count.projects", "missing-message")
}

func TestTheSwitcherOffersEveryLanguageByItsOwnName(t *testing.T) {
	page := file(t, june(t), "nb/prosjekter/fjord/index.html")
	at := 0
	for _, label := range []string{">Italiano<", ">English<", ">Norsk bokmål<", ">Ελληνικά<", ">Български<", ">Polski<"} {
		next := strings.Index(page[at:], label)
		if next < 0 {
			t.Fatalf("%s is missing or out of order", label)
		}
		at += next
	}
	contains(t, page, `<li lang="el"><a href="/el/erga/filikotera-oraria/" hreflang="el">`)
	if slices.Contains(strings.Fields(page), "<small>") {
		t.Error("a translation is said to be missing")
	}
}
