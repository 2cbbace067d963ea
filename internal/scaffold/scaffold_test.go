package scaffold_test

import (
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"dossier/internal/content"
	"dossier/internal/diag"
	"dossier/internal/i18n"
	"dossier/internal/scaffold"
	"dossier/internal/source"
)

// site has what chapters and sheets need.
var site = fstest.MapFS{
	"content/guides/masp/index.md":             {},
	"content/guides/masp/010-rights.it.md":     {},
	"content/guides/masp/025-services.it.md":   {},
	"content/kits/parental-kit/index.md":       {},
	"content/kits/parental-kit/nursery.md":     {},
	"content/projects/mire/index.en.md":        {},
	"content/projects/mire/cover.svg":          {},
	"content/partners/oecd.md":                 {},
	"content/news/2021-03-24-masp-app.it.md":   {},
	"content/territories/index.it.md":          {},
	"content/events/masp-final/index.it.md":    {},
	"content/kits/parental-kit/leave/index.md": {},
}

func request(kind content.Kind, id string) scaffold.Record {
	return scaffold.Record{
		Kind: kind, ID: id, Languages: []string{"it", "en"}, Site: []string{"it", "en"},
		Today: i18n.Date{Year: 2026, Month: 11, Day: 22}, Notes: diag.English,
	}
}

// ids are a new record of each kind.
var ids = map[content.Kind]string{
	content.KindProject: "new-one", content.KindPartner: "new-one", content.KindEvent: "new-one",
	content.KindNews: "new-one", content.KindProgramme: "new-one", content.KindTerritory: "new-one",
	content.KindGuide: "new-one", content.KindKit: "new-one", content.KindPage: "new-one",
	content.KindChapter: "masp/new-one", content.KindSheet: "parental-kit/new-one",
}

func plan(t *testing.T, r scaffold.Record) []scaffold.File {
	t.Helper()
	files, err := scaffold.Plan(site, r)
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestEachKindGetsItsFiles(t *testing.T) {
	want := map[content.Kind][]string{
		content.KindProject:   {"projects/new-one/index.md", "projects/new-one/index.it.md", "projects/new-one/index.en.md"},
		content.KindPartner:   {"partners/new-one.md"},
		content.KindEvent:     {"events/new-one.md", "events/new-one.it.md", "events/new-one.en.md"},
		content.KindNews:      {"news/2026-11-22-new-one.md", "news/2026-11-22-new-one.it.md", "news/2026-11-22-new-one.en.md"},
		content.KindProgramme: {"programmes/new-one.md"},
		content.KindTerritory: {"territories/new-one.md"},
		content.KindGuide:     {"guides/new-one/index.md", "guides/new-one/index.it.md", "guides/new-one/index.en.md"},
		content.KindChapter:   {"guides/masp/030-new-one.it.md", "guides/masp/030-new-one.en.md"},
		content.KindKit:       {"kits/new-one/index.md", "kits/new-one/index.it.md", "kits/new-one/index.en.md"},
		content.KindSheet:     {"kits/parental-kit/new-one.md", "kits/parental-kit/new-one.it.md", "kits/parental-kit/new-one.en.md"},
		content.KindPage:      {"pages/new-one.it.md", "pages/new-one.en.md"},
	}
	for _, kind := range scaffold.Kinds() {
		var got []string
		for _, f := range plan(t, request(kind, ids[kind])) {
			got = append(got, strings.TrimPrefix(f.Path, "content/"))
		}
		if diff := cmp.Diff(want[kind], got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", kind, diff)
		}
	}
}

// decode reads new files as a build does.
func decode(t *testing.T, files []scaffold.File, languages []string) (*content.Set, []diag.Diagnostic) {
	t.Helper()
	root := t.TempDir()
	if err := scaffold.Write(root, files); err != nil {
		t.Fatal(err)
	}
	snap, diags, err := source.Load(root, "site.toml", source.Options{})
	if err != nil || len(diags) > 0 {
		t.Fatal(err, diags)
	}
	set, diags, err := content.Decode(snap, content.Options{Languages: languages})
	if err != nil {
		t.Fatal(err)
	}
	return set, diag.Sort(append(diags, set.Rules(languages)...))
}

func TestOnlyFieldsToFillInAreMissing(t *testing.T) {
	in := func(path, field string) string { return path + ": " + field }
	words := func(stem string) []string {
		return []string{in(stem+".en.md", "summary"), in(stem+".it.md", "summary")}
	}
	facts := func(path string, fields ...string) []string {
		var out []string
		for _, f := range fields {
			out = append(out, in(path, f))
		}
		return out
	}
	want := map[content.Kind][]string{
		content.KindProject: append(words("projects/new-one/index"),
			facts("projects/new-one/index.md", "acronym", "contact", "lead", "start", "territories", "no-funding")...),
		content.KindPartner: facts("partners/new-one.md", "country", "kind"),
		content.KindEvent: append(words("events/new-one"),
			facts("events/new-one.md", "kind", "languages", "mode", "projects", "start")...),
		content.KindNews:      append(words("news/2026-11-22-new-one"), facts("news/2026-11-22-new-one.md", "kind")...),
		content.KindProgramme: facts("programmes/new-one.md", "funder", "kind"),
		content.KindTerritory: facts("territories/new-one.md", "kind"),
		content.KindGuide:     append(words("guides/new-one/index"), facts("guides/new-one/index.md", "project")...),
		content.KindChapter:   words("guides/masp/030-new-one"),
		content.KindKit:       append(words("kits/new-one/index"), facts("kits/new-one/index.md", "project")...),
		content.KindSheet: append(words("kits/parental-kit/new-one"),
			facts("kits/parental-kit/new-one.md", "area", "beneficiaries", "checked", "provider", "territory")...),
		content.KindPage: words("pages/new-one"),
	}
	for _, kind := range scaffold.Kinds() {
		set, diags := decode(t, plan(t, request(kind, ids[kind])), []string{"it", "en"})
		var got []string
		for _, d := range diags {
			what := d.ID
			if what == "missing-field" {
				what = d.Message.Args[0].(string)
			}
			got = append(got, in(strings.TrimPrefix(d.Pos.File, "content/"), what))
			if own := d.Message.Key == "missing-field.empty"; d.Pos.Col != 1 || own == (d.Pos.Line == 1) || own == (what == "no-funding") {
				t.Errorf("%s: %v is not where the field is left empty", kind, d)
			}
		}
		slices.Sort(got)
		slices.Sort(want[kind])
		if diff := cmp.Diff(want[kind], got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", kind, diff)
		}
		if items := set.Items(); len(items) != 1 || !items[0].Draft.On {
			t.Errorf("%s: not one draft: %v", kind, items)
		}
	}
}

func TestTitleAndSlugComeFromTheID(t *testing.T) {
	set, _ := decode(t, plan(t, request(content.KindNews, "2021-03-evento-finale")), []string{"it", "en"})
	n := set.News[0]
	if n.Title.Value("it") != "Evento finale" || n.Slug.Value("en") != "evento-finale" || n.ID != "2021-03-evento-finale" {
		t.Errorf("id %q, title %q, slug %q", n.ID, n.Title.Value("it"), n.Slug.Value("en"))
	}
	set, _ = decode(t, plan(t, request(content.KindProject, "easi")), []string{"it", "en"})
	if got := set.Projects[0].Acronym.Value; got != "EASI" {
		t.Errorf("acronym %q", got)
	}
}

// uncomment takes the marks off the optional fields.
func uncomment(text []byte) []byte {
	return regexp.MustCompile(`(?m)^# (\s*(?:- )?[a-z_]+:)`).ReplaceAll(text, []byte("$1"))
}

func TestOptionalFieldsAreKnownOnceTheirMarkIsTakenAway(t *testing.T) {
	for _, languages := range [][]string{{"it", "en"}, {"it"}} {
		for _, kind := range scaffold.Kinds() {
			r := request(kind, ids[kind])
			r.Languages, r.Site = languages, languages
			files := plan(t, r)
			for i := range files {
				before := len(files[i].Data)
				files[i].Data = uncomment(files[i].Data)
				if len(files[i].Data) == before {
					t.Errorf("%s has no optional field", files[i].Path)
				}
			}
			_, diags := decode(t, files, languages)
			for _, d := range diags {
				if d.ID != "missing-field" && d.ID != "no-funding" {
					t.Errorf("%v: %s: %s", languages, kind, d.Message.In(diag.English))
				}
			}
		}
	}
}

func TestCommentsSpeakTheLanguageOfTheInterface(t *testing.T) {
	r := request(content.KindProject, "masp")
	r.Notes = diag.Italian
	text := string(plan(t, r)[0].Data)
	for _, want := range []string{
		"lead:  # l’organizzazione capofila; identificativo da content/partners; obbligatorio\n",
		"# status:  # solo se non si ricava dalle date; una fra: completed, suspended, terminated\n",
		"#   - partner:  # ",
		"#       en:\n",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in\n%s", want, text)
		}
	}
}

func TestBodiesHaveHeadingsInTheirLanguage(t *testing.T) {
	files := plan(t, request(content.KindSheet, "parental-kit/new-one"))
	_, it, _ := strings.Cut(string(files[1].Data), "---\n\n")
	want := "## Che cos’è\n\n## A chi spetta\n\n## Quanto spetta\n\n## Come si richiede\n\n## Dove rivolgersi\n"
	if diff := cmp.Diff(want, it); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for kind, id := range ids {
		for _, f := range plan(t, request(kind, id)) {
			words := strings.HasSuffix(f.Path, ".it.md") || strings.HasSuffix(f.Path, ".en.md")
			if has := strings.Contains(string(f.Data), "\n## "); has != words {
				t.Errorf("%s: has a heading: %v", f.Path, has)
			}
		}
	}
}

func TestRefusals(t *testing.T) {
	for _, c := range []struct {
		kind content.Kind
		id   string
		want error
	}{
		{content.KindProject, "mire", scaffold.ExistsError{Path: "content/projects/mire/index.en.md"}},
		{content.KindPartner, "oecd", scaffold.ExistsError{Path: "content/partners/oecd.md"}},
		{content.KindEvent, "masp-final", scaffold.ExistsError{Path: "content/events/masp-final/index.it.md"}},
		{content.KindNews, "2021-03-24-masp-app", scaffold.ExistsError{Path: "content/news/2021-03-24-masp-app.it.md"}},
		{content.KindChapter, "masp/rights", scaffold.ExistsError{Path: "content/guides/masp/010-rights.it.md"}},
		{content.KindSheet, "parental-kit/leave", scaffold.ExistsError{Path: "content/kits/parental-kit/leave/index.md"}},
		{content.KindSheet, "parental-kitt/x", scaffold.ParentError{Kind: content.KindSheet, ID: "parental-kitt", Near: "parental-kit"}},
		{content.KindChapter, "rights", scaffold.ParentError{Kind: content.KindChapter}},
		{content.KindProject, "Più Tempo", scaffold.IDError{ID: "Più Tempo", Better: "piu-tempo"}},
		{content.KindProject, "../masp", scaffold.IDError{ID: "../masp", Better: "masp"}},
		{content.KindPage, "about.it", scaffold.IDError{ID: "about.it", Better: "about-it"}},
		{content.KindSheet, "parental-kit/", scaffold.IDError{}},
		{content.KindProject, "index", scaffold.IDError{ID: "index"}},
	} {
		_, err := scaffold.Plan(site, request(c.kind, c.id))
		if diff := cmp.Diff(c.want, err); diff != "" {
			t.Errorf("%s %q (-want +got):\n%s", c.kind, c.id, diff)
		}
	}
}

func TestWriteNeverOverwrites(t *testing.T) {
	root := t.TempDir()
	files := plan(t, request(content.KindProject, "masp"))
	last := filepath.Join(root, filepath.FromSlash(files[len(files)-1].Path))
	if err := os.MkdirAll(filepath.Dir(last), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(last, []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := scaffold.Write(root, files); !errors.Is(err, os.ErrExist) {
		t.Errorf("error %v", err)
	}
	if got, _ := os.ReadFile(last); string(got) != "mine" {
		t.Errorf("the file was overwritten: %q", got)
	}
}
