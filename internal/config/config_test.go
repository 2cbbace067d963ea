package config_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/internal/config"
	"dossier/internal/diag"
)

const whole = `[site]
base_url = "https://dossier.example.it/"
title = { it = "Conciliare", en = "Work and life" }
owner = "comune-di-milano"
[[language]]
code = "it"
label = "Italiano"
locale = "it-IT"
required = true
[[language]]
code = "en"
label = "English"
locale = "en-GB"
`

func told(ds []diag.Diagnostic) []string {
	var out []string
	for _, d := range diag.Sort(slices.Clone(ds)) {
		line := fmt.Sprintf("%s:%d:%d %s", d.Pos.File, d.Pos.Line, d.Pos.Col, d.Message.Key)
		for _, a := range d.Message.Args {
			line += fmt.Sprintf(" %v", a)
		}
		out = append(out, line)
	}
	return out
}

func parse(t *testing.T, text string) *config.Config {
	t.Helper()
	c, ds := config.Parse([]byte(text))
	if len(ds) > 0 {
		t.Fatalf("unexpected: %v", told(ds))
	}
	return c
}

func TestWhatIsNotSaidHasADefault(t *testing.T) {
	c := parse(t, whole)
	got := map[string]string{
		"time zone": c.Zone.String(), "theme": c.Site.Theme.Value, "accent": c.Site.Accent.Value,
		"missing": c.Missing("projects"), "stale": c.Translation.Stale.Value,
		"projects in Italian": c.Path("projects", "it"), "projects in English": c.Path("projects", "en"), "territories": c.Path("territories", "it"),
		"pages": c.Path("pages", "it"), "codes": strings.Join(c.Codes(), " "), "base": c.Base, "origin": c.Origin,
		"required": fmt.Sprint(c.Required("it"), c.Required("en"), c.Required("fr")),
	}
	want := map[string]string{
		"time zone": "Europe/Rome", "theme": "civic", "accent": "#0b3d75", "missing": "link", "stale": "warn",
		"projects in Italian": "progetti", "projects in English": "projects", "territories": "territori", "pages": "", "codes": "it en",
		"base": "/", "origin": "https://dossier.example.it", "required": "true false false",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if c.Locale("it") != c.Locales[0] || c.Locale("en") != c.Locales[1] || c.Locale("fr") != nil {
		t.Error("a locale is not that of its language")
	}
}

func TestWhatIsSaidHolds(t *testing.T) {
	c := parse(t, strings.Replace(whole, "[[language]]", `timezone = "America/New_York"
theme = "own"
accent = "#123456"
[translation]
missing = "notice"
stale = "error"
[types]
projects = { path = { it = "lavori" }, missing = "hide" }
pages = { path = { it = "pagine" } }
[menu]
main = ["@/projects", "@/pages/about"]
[accessibility]
statement = "https://form.agid.gov.it/x"
reviewed = 2026-09-10
[[language]]`, 1))
	got := []string{
		c.Zone.String(), c.Site.Theme.Value, c.Site.Accent.Value, c.Translation.Stale.Value, c.Missing("projects"), c.Missing("news"),
		c.Path("projects", "it"), c.Path("projects", "en"), c.Path("pages", "it"), c.Path("pages", "en"), c.Menu.Main[1].Value, c.Accessibility.Reviewed.String(),
	}
	want := []string{"America/New_York", "own", "#123456", "error", "hide", "notice", "lavori", "projects", "pagine", "", "@/pages/about", "2026-09-10"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestEveryFolderHasItsOptions(t *testing.T) {
	for _, folder := range []string{"projects", "partners", "events", "news", "guides", "kits", "programmes", "territories", "pages"} {
		c := parse(t, whole+"[types]\n"+folder+" = { path = { en = \"own-"+folder+"\" } }\n")
		if got := c.Path(folder, "en"); got != "own-"+folder {
			t.Errorf("%s: %q", folder, got)
		}
	}
}

func TestTheAddressIsSplit(t *testing.T) {
	for address, want := range map[string][2]string{
		"https://a.example":           {"https://a.example", "/"},
		"https://a.example/":          {"https://a.example", "/"},
		"https://a.example/sub":       {"https://a.example", "/sub/"},
		"https://a.example/sub/site/": {"https://a.example", "/sub/site/"},
		"http://a.example:8080/sub/":  {"http://a.example:8080", "/sub/"},
	} {
		c := parse(t, strings.Replace(whole, "https://dossier.example.it/", address, 1))
		if got := [2]string{c.Origin, c.Base}; got != want {
			t.Errorf("%s: %q, want %q", address, got, want)
		}
	}
}

func TestAnotherAddressForAPreview(t *testing.T) {
	c := parse(t, whole)
	c.SetBaseURL("https://preview.example/mr-7/")
	if c.Origin != "https://preview.example" || c.Base != "/mr-7/" {
		t.Errorf("%s %s", c.Origin, c.Base)
	}
	c.SetBaseURL("http://[broken")
	if c.Base != "/" {
		t.Errorf("base %q of a broken address", c.Base)
	}
}

func TestMistakesInSettings(t *testing.T) {
	swap := func(old, now string) string { return strings.Replace(whole, old, now, 1) }
	cases := []struct {
		name, text string
		want       []string
	}{
		{"empty", "", []string{"site.toml:0:0 missing-field.language"}},
		{"no language", "[site]\nbase_url = \"https://a.example\"\n", []string{"site.toml:0:0 missing-field.language"}},
		{"languages of another form", "language = \"it\"\n", []string{"site.toml:0:0 missing-field.language"}},
		{"not TOML", "[site\n", []string{"site.toml:1:6 bad-toml toml.section"}},
		{"a key twice", whole + "[menu]\nmain = []\nmain = []\n", []string{"site.toml:16:1 duplicate-key main"}},
		{"no table site", strings.Join(strings.Split(whole, "\n")[4:], "\n"), []string{"site.toml:1:1 missing-field site"}},
		{"no address", swap("base_url = \"https://dossier.example.it/\"\n", ""), []string{"site.toml:1:2 missing-field.member base_url site"}},
		{"address without a scheme", swap("https://dossier", "dossier"), []string{"site.toml:2:12 wrong-type.url site.base_url dossier.example.it/"}},
		{"no owner", swap("owner = \"comune-di-milano\"\n", ""), []string{"site.toml:1:2 missing-field.member owner site"}},
		{"no title", swap("title = { it = \"Conciliare\", en = \"Work and life\" }\n", ""), []string{"site.toml:1:2 missing-field.member title site"}},
		{"title in one language", swap(", en = \"Work and life\"", ""), []string{"site.toml:3:16 missing-field.text title en"}},
		{"title without a language", swap("{ it = \"Conciliare\", en = \"Work and life\" }", "\"X\""), []string{"site.toml:3:9 wrong-type.neutral-text site.title"}},
		{"unknown field", swap("owner =", "ownr = \"x\"\nowner ="), []string{"site.toml:4:1 unknown-field ownr"}},
		{"unknown table", whole + "[publish]\nx = 1\n", []string{"site.toml:14:2 unknown-field publish"}},
		{"unknown type", whole + "[types]\nproject = {}\n", []string{"site.toml:15:1 unknown-field project"}},
		{"unknown policy", whole + "[translation]\nmissing = \"show\"\n", []string{"site.toml:15:11 bad-enum translation.missing show"}},
		{"language twice", whole + "[[language]]\ncode = \"it\"\nlabel = \"Ancora\"\n", []string{"site.toml:15:8 duplicate-id.language it"}},
		{"language twice behind one without a code", whole + "[[language]]\nlabel = \"X\"\n[[language]]\ncode = \"it\"\nlabel = \"Y\"\n", []string{
			"site.toml:14:3 missing-field.member code language", "site.toml:17:8 duplicate-id.language it",
		}},
		{"language without a label", swap("label = \"English\"\n", ""), []string{"site.toml:10:3 missing-field.member label language"}},
		{"code in capitals", strings.ReplaceAll(strings.ReplaceAll(whole, "en = ", "EN = "), "\"en\"", "\"EN\""), []string{"site.toml:11:8 unknown-language.tag language.code EN"}},
		{"unknown locale", swap("en-GB", "english"), []string{"site.toml:13:10 unknown-language.tag language.locale english"}},
		{"unknown zone", swap("[[language]]", "timezone = \"Europe/Milano\"\n[[language]]"), []string{"site.toml:5:12 bad-enum.timezone Europe/Milano"}},
		{"zone of the machine", swap("[[language]]", "timezone = \"Local\"\n[[language]]"), []string{"site.toml:5:12 bad-enum.timezone Local"}},
		{"path that is no slug", whole + "[types]\nnews = { path = { en = \"News & more\" } }\n", []string{"site.toml:15:24 bad-path.slug types.news.path News & more"}},
		{"path in an unknown language", whole + "[types]\nnews = { path = { fr = \"nouvelles\" } }\n", []string{"site.toml:15:19 unknown-language.key fr"}},
		{"date of another form", whole + "[accessibility]\nreviewed = \"10/09/2026\"\n", []string{"site.toml:15:12 bad-date accessibility.reviewed 10/09/2026"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, ds := config.Parse([]byte(c.text))
			if diff := cmp.Diff(c.want, told(ds)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			for _, d := range ds {
				if d.Hint.Key == "" && d.ID != "duplicate-id" {
					t.Errorf("%s: no word on how to mend it", d.Message.Key)
				}
			}
		})
	}
}

func TestOneRunTellsEverything(t *testing.T) {
	_, ds := config.Parse([]byte(strings.NewReplacer("https://dossier", "dossier", "en-GB", "english", "owner", "ownr").Replace(whole) + "[translation]\nstale = \"x\"\n"))
	if len(ds) < 4 {
		t.Errorf("%d problems: %v", len(ds), told(ds))
	}
}

func TestTheSitesOwnSettings(t *testing.T) {
	text, err := os.ReadFile("../../site.toml")
	if err != nil {
		t.Fatal(err)
	}
	parse(t, string(text))
}
