package plan_test

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/internal/build"
	"dossier/internal/i18n"
	"dossier/internal/memo"
	"dossier/internal/plan"
)

// site is a copy of the site in six languages.
type site struct {
	t     *testing.T
	dir   string
	store *memo.Store
}

func newSite(t *testing.T) site {
	t.Helper()
	s := site{t, t.TempDir(), memo.NewStore()}
	if err := os.CopyFS(s.dir, os.DirFS("../../testdata/sites/europe")); err != nil {
		t.Fatal(err)
	}
	return s
}

// replace changes the first place where old stands, and returns a function that
// takes the change back.
func (s site) replace(name, old, text string) func() {
	s.t.Helper()
	path := filepath.Join(s.dir, filepath.FromSlash(name))
	before, err := os.ReadFile(path)
	if err != nil {
		s.t.Fatal(err)
	}
	if !strings.Contains(string(before), old) {
		s.t.Fatalf("%s does not hold %q", name, old)
	}
	s.write(name, strings.Replace(string(before), old, text, 1))
	return func() { s.write(name, string(before)) }
}

func (s site) write(name, text string) {
	s.t.Helper()
	if err := os.WriteFile(filepath.Join(s.dir, filepath.FromSlash(name)), []byte(text), 0o644); err != nil {
		s.t.Fatal(err)
	}
}

// plan returns the outputs by path.
func (s site) plan() map[string]plan.Output {
	s.t.Helper()
	r, err := build.Run(build.Options{Root: s.dir, Today: i18n.Date{Year: 2026, Month: 6, Day: 1}, Store: s.store})
	if err != nil {
		s.t.Fatal(err)
	}
	if r.Failed {
		s.t.Fatalf("the site has errors: %v", r.Diags)
	}
	out := map[string]plan.Output{}
	for _, o := range r.Outputs {
		out[o.Path] = o
	}
	return out
}

// inputs are made up: keys depend on them through digests alone.
func inputs(version, templates byte) plan.Inputs {
	return plan.Inputs{
		Version: memo.Key{version},
		Templates: func(template, lang string) [32]byte {
			return memo.Sum(template, lang, int(templates))
		},
	}
}

func TestEveryFieldOfEveryViewIsInTheKey(t *testing.T) {
	in := inputs(1, 1)
	seen := map[reflect.Type]bool{}
	for _, o := range newSite(t).plan() {
		v := reflect.ValueOf(o.View).Elem()
		if seen[v.Type()] {
			continue
		}
		seen[v.Type()] = true
		base := plan.Rekey(o, in)
		for i := range v.NumField() {
			name := v.Type().Field(i).Name
			other := reflect.New(v.Type())
			other.Elem().Set(v)
			vary(t, other.Elem().Field(i))
			o.View = other.Interface()
			got := plan.Rekey(o, in)
			if got.Key == base.Key {
				t.Errorf("%s: another %s has the same key", v.Type(), name)
			}
			if diff := cmp.Diff([]string{"view." + name}, differing(base, got)); diff != "" {
				t.Errorf("%s: another %s is said to be another (-want +got):\n%s", v.Type(), name, diff)
			}
		}
		o.View = v.Addr().Interface()
	}
	if len(seen) < 25 {
		t.Errorf("only %d kinds of views were seen", len(seen))
	}
}

// vary makes a value another one.
func vary(t *testing.T, v reflect.Value) {
	t.Helper()
	switch v.Kind() {
	case reflect.String:
		v.SetString(v.String() + "x")
	case reflect.Bool:
		v.SetBool(!v.Bool())
	case reflect.Int, reflect.Int64:
		v.SetInt(v.Int() + 1)
	case reflect.Slice:
		v.Set(reflect.Append(v, reflect.Zero(v.Type().Elem())))
	case reflect.Pointer:
		if v.IsNil() {
			v.Set(reflect.New(v.Type().Elem()))
		} else {
			v.SetZero()
		}
	case reflect.Struct:
		vary(t, v.Field(v.NumField()-1))
	default:
		t.Fatalf("a view holds a %s", v.Type())
	}
}

// differing are the parts of the key that two outputs do not share.
func differing(a, b plan.Output) []string {
	before := map[string]memo.Key{}
	for _, p := range a.Parts {
		before[p.Name] = p.Key
	}
	var names []string
	if a.Layout != b.Layout {
		names = append(names, "templates")
	}
	for _, p := range b.Parts {
		if before[p.Name] != p.Key {
			names = append(names, p.Name)
		}
		delete(before, p.Name)
	}
	for name := range before {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

func TestWhatIsNotInTheViewIsInTheKeyToo(t *testing.T) {
	o := newSite(t).plan()["en/projects/fjord/index.html"]
	base := plan.Rekey(o, inputs(1, 1))
	for _, tt := range []struct {
		name   string
		change func(o *plan.Output)
		in     plan.Inputs
		want   []string
	}{
		{"the program", func(*plan.Output) {}, inputs(2, 1), nil},
		{"the renderer", func(o *plan.Output) { o.Renderer = "json" }, inputs(1, 1), nil},
		{"the templates", func(*plan.Output) {}, inputs(1, 2), []string{"templates"}},
		{"the template", func(o *plan.Output) { o.Template = "event" }, inputs(1, 1), []string{"templates"}},
		{"the language of the frame", func(o *plan.Output) { o.Lang = "el" }, inputs(1, 1), []string{"templates"}},
		{"the language of the main part", func(o *plan.Output) { o.MainLang = "it" }, inputs(1, 1), []string{"templates"}},
	} {
		other := o
		tt.change(&other)
		got := plan.Rekey(other, tt.in)
		if got.Key == base.Key {
			t.Errorf("%s: the key is the same", tt.name)
		}
		if diff := cmp.Diff(tt.want, differing(base, got)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

func TestTwoSitesThatDifferInOneFieldHaveDifferentKeys(t *testing.T) {
	s := newSite(t)
	before := s.plan()
	const (
		project = "en/projects/fjord/index.html"
		event   = "en/events/2026/opening/index.html"
		sheet   = "en/kits/families/nursery-place/index.html"
		partner = "en/partners/zurich/index.html"
	)
	for _, tt := range []struct {
		file, old, text string
		path            string // an output that shows it
		part            string // and the part of its key that tells
	}{
		{"content/projects/fjord/index.md", "acronym: FJORD", "acronym: FIORD", project, "view.Acronym"},
		{"content/projects/fjord/index.md", "acronym: FJORD", "acronym: FIORD", "en/partners/index.html", "view.Groups"},
		{"content/projects/fjord/index.md", "total: 1250000", "total: 1250001", project, "view.Facts"},
		{"content/projects/fjord/index.md", "end: 2028-01-31", "end: 2028-02-29", project, "view.Timeline"},
		{"content/projects/fjord/index.md", "end: 2028-01-31", "status: suspended", project, "view.Status"},
		{"content/projects/fjord/index.md", "acronym:", "sdgs: [5]\nacronym:", project, "view.Goals"},
		{"content/projects/fjord/index.md", "acronym:", "alliance: {declared: 9}\nacronym:", project, "view.Alliance"},
		{"content/projects/fjord/index.md", "[aarhus, zurich]", "[aarhus, {partner: zurich, role: associated}]", project, "view.Partnership"},
		{"content/projects/fjord/index.md", "email: fjord@", "email: post@", project, "view.Contact"},
		{"content/projects/fjord/index.md", "acronym:", "lines: [{id: one, title: {it: Uno, en: One, nb: En, el: Ένα, bg: Едно, pl: Jeden}}]\nacronym:", project, "view.Lines"},
		{"content/projects/fjord/index.md", "acronym:", "deliverables: [{id: a, kind: guide, title: {it: A, en: A, nb: A, el: A, bg: A, pl: A}, url: \"https://example.no/\"}]\nacronym:", project, "view.Deliverables"},
		{"content/projects/fjord/index.md", "statement: co-funded", "statement: funded", project, "view.Funding"},
		{"content/projects/fjord/index.md", "updated: 2026-03-02", "updated: 2026-03-03", project, "view.Page"},
		{"content/projects/fjord/index.en.md", "they can foresee", "one can foresee", project, "view.Body"},
		{"content/projects/fjord/index.en.md", "## Objectives", "## Aims", project, "view.Contents"},
		{"content/projects/fjord/index.en.md", "title:", "tagline: Slowly\ntitle:", project, "view.Tagline"},
		{"content/events/apning.md", "start: 2026-09-14T10:00", "start: 2026-09-14T10:30", event, "view.Hours"},
		{"content/events/apning.md", "start: 2026-09-14T10:00", "start: 2026-09-13T10:00", event, "view.Date"},
		{"content/events/apning.md", `city: "Ålesund"`, `city: "Molde"`, event, "view.Place"},
		{"content/events/apning.md", "mode: in-person", "mode: hybrid", event, "view.Mode"},
		{"content/events/apning.md", "mode:", "registration: {url: \"https://example.no/go\"}\nmode:", event, "view.Action"},
		{"content/events/apning.md", "mode:", "speakers: [{name: A. Nilsen, partner: aarhus}]\nmode:", event, "view.Speakers"},
		{"content/events/apning.md", "mode:", "speakers: [{name: A. Nilsen, partner: aarhus}]\nmode:", "en/partners/aarhus/index.html", "view.Talks"},
		{"content/events/apning.md", "mode:", "attendance: 80\nmode:", event, "view.Number"},
		{"content/events/apning.md", "mode:", "status: postponed\nmode:", "en/calendar.ics", "view.Events"},
		{"content/events/apning.en.md", "Opening conference", "Great conference", "en/feed.xml", "view.Entries"},
		{"content/events/apning.en.md", "Opening conference", "Great conference", "en/data/events.json", "view.Rows"},
		{"content/kits/familier/barnehage.md", "checked: 2026-05-04", "checked: 2026-05-05", sheet, "view.Checked"},
		{"content/kits/familier/barnehage.md", "checked: 2026-05-04", "checked: 2025-05-05", sheet, "view.ReviewDue"},
		{"content/kits/familier/barnehage.md", "area: right", "area: service", "en/kits/families/index.html", "view.Areas"},
		{"content/kits/familier/barnehage.md", `phone: "+47 70 00 00 00"`, `phone: "+47 70 00 00 01"`, sheet, "view.Contacts"},
		{"content/kits/familier/barnehage.md", "(barnehageloven), section 16", "(barnehageloven), section 17", sheet, "view.Legal"},
		{"content/kits/familier/index.md", "guide: hverdag", "platform: {name: Portal}", "en/kits/families/index.html", "view.Platform"},
		{"content/partners/zurich.md", "lang: de", "lang: de\nshort: ZH", partner, "view.Names"},
		{"content/partners/zurich.md", "lang: de", "lang: de\nwebsite: \"https://www.stadt-zuerich.ch/\"", partner, "view.Website"},
		{"content/partners/zurich.md", "lang: de", "lang: de\nparent: aarhus", "en/partners/aarhus/index.html", "view.Units"},
		{"content/partners/zurich.md", `city: "Zürich"`, `city: "Winterthur"`, "en/data/partners.csv", "view.Rows"},
		{"content/programmes/horizon.md", "authors only", "authors alone", "en/programmes/horizon/index.html", "view.Disclaimer"},
		{"content/programmes/horizon.md", "authors only", "authors alone", project, "view.Page"},
		{"content/programmes/horizon.md", "emblem: eu", "emblem: none", event, "view.Page"},
		{"content/territories/more-og-romsdal.md", `code: "NO0A3"`, `code: "NO0A4"`, "en/territories/more-og-romsdal/index.html", "view.Facts"},
		{"content/guides/hverdag/index.md", `edition: "1"`, `edition: "2"`, "en/guides/week/whole-guide/index.html", "view.Edition"},
		{"content/guides/hverdag/010-tid.en.md", "title:", "short_title: T\ntitle:", "en/guides/week/index.html", "view.Chapters"},
		{"content/index.en.md", "Three northern cities", "Some cities", "index.html", "view.Choices"},
		{"content/pages/about.en.md", "title: \"About\"", "title: \"Who we are\"", "en/news/index.html", "view.Page"},
		{"site.toml", `footer = ["@/pages/about"]`, `footer = ["@/projects"]`, "el/nea/index.html", "view.Page"},
		{"site.toml", `label  = "English"`, `label  = "British English"`, "404.html", "view.Messages"},
		{"site.toml", `accent   = "#0b3d75"`, `accent   = "#7a1f5c"`, "it/index.html", "templates"},
		{"site.toml", "fjord.example.no", "fjorden.example.no", "robots.txt", "view.SiteMap"},
		{"i18n/nb.toml", `skip = "Gå til hovedinnholdet"`, `skip = "Gå til teksten"`, "nb/index.html", "templates"},
	} {
		undo := s.replace(tt.file, tt.old, tt.text)
		now, known := s.plan()[tt.path]
		undo()
		if !known {
			t.Errorf("%s: with %q there is no %s", tt.file, tt.text, tt.path)
			continue
		}
		if now.Key == before[tt.path].Key {
			t.Errorf("%s: with %q the key of %s is the same", tt.file, tt.text, tt.path)
		}
		if parts := differing(before[tt.path], now); !slices.Contains(parts, tt.part) {
			t.Errorf("%s: with %q, %s differs in %v, not in %s", tt.file, tt.text, tt.path, parts, tt.part)
		}
	}
}

func TestSourcesNameTheFilesThatAPageDrawsOn(t *testing.T) {
	out := newSite(t).plan()
	for path, want := range map[string][]string{
		"en/projects/fjord/index.html":                    {"content/projects/fjord/index.en.md", "content/projects/fjord/index.md", "content/partners/aarhus.md", "content/events/apning.en.md"},
		"nb/veiledere/hverdag/hele-veilederen/index.html": {"content/guides/hverdag/010-tid.nb.md", "content/guides/hverdag/index.nb.md"},
		"nb/partnere/land/sveits/index.html":              {"content/partners/zurich.md"},
	} {
		got := out[path].Sources
		if !slices.IsSorted(got) {
			t.Errorf("the sources of %s are out of order", path)
		}
		for _, file := range want {
			if !slices.Contains(got, file) {
				t.Errorf("%s does not name %s among %v", path, file, got)
			}
		}
	}
	if slices.Contains(out["en/projects/fjord/index.html"].Sources, "content/events/apning.nb.md") {
		t.Error("an English page names a Norwegian file")
	}
}
