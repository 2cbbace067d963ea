package schema_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/internal/diag"
	"dossier/internal/schema"
	"dossier/internal/tree"
)

// dossier is a struct with every kind of field.
type dossier struct {
	Common
	Name     schema.Str    `key:"name"`
	Kind     schema.Str    `key:"kind" enum:"guide kit manual"`
	Lead     schema.Ref    `key:"lead" ref:"partners"`
	Any      schema.Ref    `key:"any"`
	Total    schema.Int    `key:"total"`
	Rate     schema.Float  `key:"rate"`
	Open     schema.Bool   `key:"open"`
	Start    schema.Date   `key:"start"`
	At       schema.Moment `key:"at"`
	Title    schema.Text   `key:"title"`
	Price    schema.Text   `key:"price" enum:"free"`
	Site     schema.Str    `key:"site" form:"url"`
	Email    schema.Str    `key:"email" form:"email"`
	Country  schema.Str    `key:"country" form:"country"`
	Currency schema.Str    `key:"currency" form:"currency"`
	Lang     schema.Str    `key:"lang" form:"lang"`
	Tags     []schema.Str  `key:"tags" enum:"a b"`
	Partners []member      `key:"partners" short:"partner"`
	Venue    venue         `key:"venue"`
	Hidden   string
}

type Common struct {
	Slug    schema.Text     `key:"slug" form:"slug"`
	Aliases schema.TextList `key:"aliases" form:"alias"`
	Stamps  schema.Stamps   `key:"translation"`
}

type member struct {
	Partner schema.Ref  `key:"partner" is:"required" ref:"partners"`
	Role    schema.Str  `key:"role" enum:"lead partner"`
	Note    schema.Text `key:"note"`
}

type venue struct {
	Name   schema.Str  `key:"name" is:"required"`
	City   schema.Str  `key:"city" is:"required"`
	Access schema.Text `key:"access"`
}

// file is one file of a record.
type file struct{ lang, text string }

// decode fills a struct from files; what is wrong is written as place and key
// with the words of the hint.
func decode(t *testing.T, languages []string, dst any, files ...file) []string {
	t.Helper()
	d := schema.NewDecoder(nil, languages, dst)
	for _, f := range files {
		name := strings.TrimSuffix("index."+f.lang, ".") + ".md"
		root, ds := tree.YAML(name, []byte(f.text), 2)
		if len(ds) > 0 {
			t.Fatalf("%s: %v", name, ds)
		}
		d.Add(root, f.lang)
	}
	var out []string
	for _, x := range d.Finish(diag.Pos{File: "index.md", Line: 1, Col: 1, EndCol: 4}) {
		out = append(out, line(x))
	}
	return out
}

func line(x diag.Diagnostic) string {
	s := fmt.Sprintf("%s:%d:%d %s", x.Pos.File, x.Pos.Line, x.Pos.Col, x.Message.Key)
	for _, r := range x.Related {
		s += fmt.Sprintf(" (%s:%d)", r.Pos.File, r.Pos.Line)
	}
	return s
}

var both = []string{"it", "en"}

func TestValuesOfTheirType(t *testing.T) {
	var got dossier
	problems := decode(t, both, &got, file{"", strings.Join([]string{
		"name: ' NO '", "kind: kit", "lead: '@/partners/comune-di-milano'", "any: '@/kits/parental-kit/x'", "total: 00185", "rate: 4.0", "open: true",
		"start: 2020-06", "at: 2021-03-25T10:00+02:00", "title: {it: Ciao, en: Hi}", "price: free", "site: https://a.example/x", "email: a@b.example",
		"country: EU", "currency: EUR", "lang: it-IT", "tags: [b, a]", "partners: [afol, {partner: inps, role: partner, note: {it: N}}]",
		"venue: {name: Sala, city: Milano}", "slug: {it: ciao}", "aliases: [/it/vecchio/]", "x_own: anything",
	}, "\n")})
	if len(problems) > 0 {
		t.Fatalf("unexpected: %v", problems)
	}
	checks := map[string][2]any{
		"name":     {"NO", got.Name.Value},
		"kind":     {"kit", got.Kind.Value},
		"lead":     {"comune-di-milano", got.Lead.ID},
		"any":      {"kits/parental-kit/x", got.Any.ID},
		"total":    {int64(185), got.Total.N},
		"rate":     {4.0, got.Rate.F},
		"open":     {true, got.Open.On && got.Open.Given},
		"start":    {"2020-06", got.Start.String()},
		"at":       {"2021-03-25T10:00", got.At.String()},
		"offset":   {7200, got.At.Offset},
		"title":    {"Hi", got.Title.Value("en")},
		"price":    {"free", got.Price.Value("en")},
		"tags":     {"b", got.Tags[0].Value},
		"partners": {"afol inps partner N", got.Partners[0].Partner.ID + " " + got.Partners[1].Partner.ID + " " + got.Partners[1].Role.Value + " " + got.Partners[1].Note.Value("it")},
		"venue":    {"Sala Milano", got.Venue.Name.Value + " " + got.Venue.City.Value},
		"slug":     {"ciao", got.Slug.Value("it")},
		"aliases":  {"/it/vecchio/", got.Aliases.Items[0].Value},
		"place":    {diag.Pos{File: "index.md", Line: 4, Col: 7, EndCol: 36}, got.Lead.Pos},
	}
	for name, c := range checks {
		if diff := cmp.Diff(c[0], c[1]); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestValuesOfAnotherType(t *testing.T) {
	cases := []struct{ text, key, hint string }{
		{"total: abc", "wrong-type.number", ""},
		{"total: 1.234.567 €", "wrong-type.number", "1234567"},
		{"total: 1.234.567,50 €", "wrong-type.number", "1234567"},
		{"total: € 1.234", "wrong-type.number", "1234"},
		{"total: 1 234 567", "wrong-type.number", "1234567"},
		{"total: 12,50", "wrong-type.number", "12"},
		{"total: 12.5.6", "wrong-type.number", ""},
		{"total: 4.0", "wrong-type.number", ""},
		{"total: [1]", "wrong-type.scalar", ""},
		{"total: 99999999999999999999", "wrong-type.number", ""},
		{"rate: 80%", "wrong-type.decimal", ""},
		{"rate: 0,8", "wrong-type.decimal", ""},
		{"rate: .inf", "wrong-type.decimal", ""},
		{"rate: NaN", "wrong-type.decimal", ""},
		{"open: maybe", "wrong-type.bool", ""},
		{"open: 1", "wrong-type.bool", ""},
		{"start: 15/06/2020", "bad-date", "2020-06-15"},
		{"start: 5.6.2020", "bad-date", "2020-06-05"},
		{"start: 2021-13-45", "bad-date", ""},
		{"start: 31/02/2020", "bad-date", ""},
		{"start: 2021-02-29", "bad-date.calendar", ""},
		{"start: June 2020", "bad-date", ""},
		{"start: 20200615", "bad-date", ""},
		{"start: {from: 2020}", "wrong-type.scalar", ""},
		{"at: 2021-03-25 at 10", "bad-date.moment", ""},
		{"at: 2021-03T10:00", "bad-date.moment", ""},
		{"at: 2021-03-25T24:00", "bad-date.moment", ""},
		{"at: 2021-03-25T10:60", "bad-date.moment", ""},
		{"at: 2021-02-30T10:00", "bad-date.calendar", ""},
		{"at: 2021-03-25T10:00+19:00", "bad-date.moment", ""},
		{"lead: Comune di Milano", "wrong-type.reference", ""},
		{"lead: [a]", "wrong-type.scalar", ""},
		{"lead: ../x", "wrong-type.reference", ""},
		{"kind: gude", "bad-enum", "guide"},
		{"kind: Guide", "bad-enum", "guide"},
		{"kind: zzzzzz", "bad-enum", ""},
		{"tags: [a, c]", "bad-enum", ""},
		{"site: www.comune.milano.it", "wrong-type.url", "https://www.comune.milano.it"},
		{"site: comune", "wrong-type.url", ""},
		{"site: javascript:alert(1)", "wrong-type.url", ""},
		{"site: ftp://a.example", "wrong-type.url", ""},
		{"site: http://localhost", "wrong-type.url", ""},
		{"email: nobody", "wrong-type.email", ""},
		{"email: Name <a@b.example>", "wrong-type.email", ""},
		{"email: 'a@b.example '", "wrong-type.email", ""},
		{"country: EL", "bad-country.eu-list", "GR"},
		{"country: UK", "bad-country.eu-list", "GB"},
		{"country: it", "bad-country", "IT"},
		{"country: XX", "bad-country", ""},
		{"currency: euro", "wrong-type.currency", ""},
		{"lang: Italian", "unknown-language.tag", ""},
		{"slug: {it: Già fatto}", "bad-path.slug", "gia-fatto"},
		{"aliases: [vecchio]", "bad-path.alias", ""},
		{"aliases: [/a/../b]", "bad-path.alias", ""},
		{"aliases: [//evil.example/]", "bad-path.alias", ""},
		{"aliases: /a/", "wrong-type.list", ""},
		{"tags: a", "wrong-type.list", "a"},
		{"tags: {a: b}", "wrong-type.list", ""},
		{"partners: afol", "wrong-type.list", "afol"},
		{"partners: {partner: a}", "wrong-type.list", ""},
		{"venue: Sala", "wrong-type.map", ""},
		{"venue: [a]", "wrong-type.map", ""},
		{"title: Ciao", "wrong-type.neutral-text", `{it: "Ciao", en: "…"}`},
		{"title: [a]", "wrong-type.text", ""},
		{"title: {it: [a]}", "wrong-type.text", ""},
		{"title: {fr: a}", "unknown-language.key", ""},
		{"title: {itt: a}", "unknown-language.key", "it"},
		{"translation: x", "wrong-type.map", ""},
		{"translation: {off: it}", "unknown-field", ""},
		{"translation: {of: [it]}", "wrong-type.scalar", ""},
		{"password: x", "credential", ""},
		{"venue: {API-Key: x, name: a, city: b}", "credential", ""},
		{"titel: x", "unknown-field", "title"},
		{"venue: {name: a, city: b, acess: {it: x}}", "unknown-field", "access"},
		{"Hidden: x", "unknown-field", ""},
		{"somethingelse: x", "unknown-field", ""},
	}
	for _, c := range cases {
		t.Run(c.text, func(t *testing.T) {
			var got dossier
			d := schema.NewDecoder(nil, both, &got)
			root, ds := tree.YAML("index.md", []byte(c.text), 2)
			if len(ds) > 0 {
				t.Fatal(ds)
			}
			d.Add(root, "")
			problems := d.Finish(diag.Pos{File: "index.md", Line: 1, Col: 1})
			if len(problems) != 1 || problems[0].Message.Key != c.key {
				t.Fatalf("want %s, got %v", c.key, problems)
			}
			p := problems[0]
			if p.Pos.Line != 2 || p.Pos.Col < 1 || p.Pos.Col > len(c.text)+1 {
				t.Errorf("it stands at %+v", p.Pos)
			}
			if c.hint == "" {
				return
			}
			for _, a := range p.Hint.Args {
				if a == c.hint {
					return
				}
			}
			t.Errorf("the hint is %s %v, want %q in it", p.Hint.Key, p.Hint.Args, c.hint)
		})
	}
}

func TestNorwayIsNotFalse(t *testing.T) {
	var got dossier
	if problems := decode(t, both, &got, file{"", "country: NO\nname: 00185\nat: 2021-03-25"}); len(problems) > 0 {
		t.Fatal(problems)
	}
	if got.Country.Value != "NO" || got.Name.Value != "00185" || got.At.HasTime || got.At.String() != "2021-03-25" {
		t.Errorf("got %+v %+v %+v", got.Country, got.Name, got.At)
	}
}

func TestMoments(t *testing.T) {
	cases := map[string]struct {
		text   string
		offset int
		given  bool
	}{
		"2021-03-25T10:05":          {"2021-03-25T10:05", 0, false},
		"2021-03-25 10:05:30":       {"2021-03-25T10:05", 0, false},
		"2021-03-25T10:05Z":         {"2021-03-25T10:05", 0, true},
		"2021-03-25T10:05-03:30":    {"2021-03-25T10:05", -12600, true},
		"2021-03-25T10:05:00+01:00": {"2021-03-25T10:05", 3600, true},
		"2021-03":                   {"2021-03", 0, false},
		"2021":                      {"2021", 0, false},
	}
	for text, want := range cases {
		var got dossier
		problems := decode(t, both, &got, file{"", "at: " + text})
		if len(problems) > 0 || got.At.String() != want.text || got.At.Offset != want.offset || got.At.HasOffset != want.given || !got.At.Given() {
			t.Errorf("%s: %+v %v", text, got.At, problems)
		}
	}
}

func TestWordsForYesAndNo(t *testing.T) {
	for text, want := range map[string]bool{"true": true, "yes": true, "sì": true, "SI": true, "false": false, "No": false} {
		var got dossier
		if problems := decode(t, both, &got, file{"", "open: " + text}); len(problems) > 0 || got.Open.On != want || !got.Open.Given {
			t.Errorf("%s: %+v %v", text, got.Open, problems)
		}
	}
}

// record has required fields of every shape.
type record struct {
	Title schema.Text  `key:"title" is:"required"`
	Name  schema.Str   `key:"name" is:"required"`
	Kind  schema.Str   `key:"kind" is:"required" enum:"guide kit"`
	Start schema.Date  `key:"start" is:"required"`
	Tags  []schema.Ref `key:"tags" is:"required"`
	Venue venue        `key:"venue" is:"required"`
	Line  []member     `key:"line" short:"partner"`
}

const whole = "name: n\nkind: kit\nstart: 2020\ntags: [a]\nvenue: {name: a, city: b}\n"

func TestWhatIsRequired(t *testing.T) {
	cases := []struct {
		name  string
		files []file
		want  []string
	}{
		{"all is there", []file{{"", whole}}, nil},
		{"nothing is there", []file{{"", ""}}, []string{
			"index.md:1:1 missing-field", "index.md:1:1 missing-field", "index.md:1:1 missing-field", "index.md:1:1 missing-field", "index.md:1:1 missing-field",
		}},
		{"written in another file", []file{{"", ""}, {"en", whole}}, nil},
		{"left empty", []file{{"", strings.Replace(whole, "name: n", "name:", 1)}}, []string{"index.md:2:1 missing-field.empty"}},
		{"left empty by a form", []file{{"", strings.Replace(whole, "start: 2020", `start: ""`, 1)}}, []string{"index.md:4:1 missing-field.empty"}},
		{"a list of nothing", []file{{"", strings.Replace(whole, "[a]", "\n  -\n  - ''", 1)}}, []string{"index.md:5:1 missing-field.empty"}},
		{"a member is missing", []file{{"", strings.Replace(whole, ", city: b", "", 1)}}, []string{"index.md:6:8 missing-field.member"}},
		{"a member is left empty", []file{{"", strings.Replace(whole, "city: b", "city:", 1)}}, []string{"index.md:6:18 missing-field.empty"}},
		{"a member stands in another file", []file{{"", strings.Replace(whole, ", city: b", "", 1)}, {"it", "venue: {city: b}"}}, nil},
		{"a member stands in an earlier file", []file{{"", whole}, {"it", "venue: {access: Ascensore}"}}, nil},
		{"members of lists are not shared", []file{{"", whole + "line: [{partner: a}, {role: lead}]"}}, []string{"index.md:7:22 missing-field.member"}},
		{"a member of a list is left empty", []file{{"", whole + "line: [{partner: , role: lead}]"}}, []string{"index.md:7:9 missing-field.empty"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, decode(t, both, &record{}, c.files...)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestTheHintShowsHowAMissingFieldIsWritten(t *testing.T) {
	for key, hint := range map[string]string{"kind: kit\n": "hint.add-enum", "start: 2020\n": "hint.add-date", "name: n\n": "hint.add-field"} {
		d := schema.NewDecoder(nil, both, &record{})
		root, _ := tree.YAML("index.md", []byte(strings.Replace(whole, key, "", 1)), 2)
		d.Add(root, "")
		if ds := d.Finish(diag.Pos{File: "index.md", Line: 1}); len(ds) != 1 || ds[0].Hint.Key != hint {
			t.Errorf("without %q: %v", key, ds)
		}
	}
}

func TestTextsAreRequiredPerLanguage(t *testing.T) {
	for _, c := range []struct {
		name, text, lang, missing string
	}{
		{"there", "title: Hi", "en", ""},
		{"not there", "name: n", "en", "title"},
		{"in the other language only", "title: Ciao", "it", "title"},
		{"left empty", `title: ""`, "en", "title"},
	} {
		d := schema.NewDecoder(nil, both, &record{})
		root, _ := tree.YAML("index.md", []byte(c.text), 2)
		d.Add(root, c.lang)
		var keys []string
		for _, x := range d.Missing("en", diag.Pos{File: "index.en.md", Line: 1}) {
			keys = append(keys, fmt.Sprint(x.Message.Args[0]))
		}
		if got := strings.Join(keys, " "); got != c.missing {
			t.Errorf("%s: missing %q, want %q", c.name, got, c.missing)
		}
	}
}

func TestFactsAreMergedOverFiles(t *testing.T) {
	cases := []struct {
		name  string
		files []file
		want  []string
	}{
		{"repeated and equal", []file{{"", "start: 2020-01-02"}, {"it", "start: '2020-01-02'"}}, nil},
		{"repeated and different", []file{{"", "start: 2020-01-02"}, {"it", "start: 2020-01-03"}}, []string{"index.it.md:2:8 fact-differs (index.md:2)"}},
		{"different in two languages", []file{{"it", "name: a"}, {"en", "name: b"}}, []string{"index.en.md:2:7 fact-differs (index.it.md:2)"}},
		{"different from the first in both", []file{{"", "total: 1"}, {"it", "total: 2"}, {"en", "total: 3"}}, []string{
			"index.it.md:2:8 fact-differs (index.md:2)", "index.en.md:2:8 fact-differs (index.md:2)",
		}},
		{"spread over files", []file{{"", "name: a"}, {"it", "total: 1"}, {"en", "start: 2020"}}, nil},
		{"left empty in one", []file{{"", "start:"}, {"it", "start: 2020"}, {"en", "start: ''"}}, nil},
		{"a list in one file", []file{{"it", "tags: [a]"}, {"en", "name: x"}}, nil},
		{"the same list in two", []file{{"", "tags: [a, b]"}, {"it", "tags:\n- a\n- b"}}, nil},
		{"lists that differ", []file{{"", "tags: [a]"}, {"it", "tags: [b]"}}, []string{"index.it.md:2:1 fact-differs.list (index.md:2)"}},
		{"a map over files", []file{{"", "venue: {name: a, city: b}"}, {"it", "venue: {access: Ascensore}"}, {"en", "venue: {access: Lift}"}}, nil},
		{"a member that differs", []file{{"", "venue: {name: a, city: b}"}, {"it", "venue: {city: c}"}}, []string{"index.it.md:2:15 fact-differs (index.md:2)"}},
		{"a text in map and file, equal", []file{{"", "title: {it: A, en: B}"}, {"it", "title: A"}}, nil},
		{"a text in map and file, different", []file{{"", "title: {it: A, en: B}"}, {"it", "title: C"}}, []string{"index.it.md:2:8 fact-differs (index.md:2)"}},
		{"each language its text", []file{{"it", "title: A"}, {"en", "title: B"}}, nil},
		{"each language its aliases and stamp", []file{
			{"it", "aliases: [/it/a/]"}, {"en", "aliases: [/en/a/]\ntranslation: {of: it, at: 2021-01-01, fingerprint: x}"},
		}, nil},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, decode(t, both, &dossier{}, c.files...)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestTheFirstValueHolds(t *testing.T) {
	var got dossier
	decode(t, both, &got, file{"", "name: a\nvenue: {name: x, city: y}"}, file{"it", "name: b\nvenue: {access: Ascensore}"}, file{"en", "venue: {access: Lift}"})
	if got.Name.Value != "a" || got.Venue.Name.Value != "x" || got.Venue.Access.Value("it") != "Ascensore" || got.Venue.Access.Value("en") != "Lift" {
		t.Errorf("got %+v", got)
	}
}

func TestASiteOfOneLanguageWritesTextsBare(t *testing.T) {
	var got dossier
	problems := decode(t, []string{"it"}, &got, file{"", "title: Ciao\npartners: [{partner: a, note: Nota}]\nslug: x"})
	if len(problems) > 0 || got.Title.Value("it") != "Ciao" || got.Partners[0].Note.Value("it") != "Nota" {
		t.Errorf("%+v %v", got.Title, problems)
	}
}

func TestEmptyItemsOfListsAreNotThere(t *testing.T) {
	var got dossier
	problems := decode(t, both, &got, file{"", "tags: [a, ~, '', b]\npartners:\n  - a\n  -\n  - b\naliases: ['', /a/]"})
	if len(problems) > 0 || len(got.Tags) != 2 || len(got.Partners) != 2 || len(got.Aliases.Items) != 1 {
		t.Errorf("%d tags, %d partners, %d aliases, %v", len(got.Tags), len(got.Partners), len(got.Aliases.Items), problems)
	}
}

func TestAStampIsOfItsFile(t *testing.T) {
	var got dossier
	if problems := decode(t, both, &got, file{"it", "title: A"}, file{"en", "translation: {of: it, at: 2021-01-01, fingerprint: abc}"}); len(problems) > 0 {
		t.Fatal(problems)
	}
	want := []schema.Stamp{{Lang: "en", Of: "it", At: "2021-01-01", Fingerprint: "abc", Pos: diag.Pos{File: "index.en.md", Line: 2, Col: 14}}}
	if diff := cmp.Diff(want, got.Stamps.In); diff != "" || got.Stamps.Has("it") || !got.Stamps.Has("en") {
		t.Error(diff)
	}
}

func TestOneRunTellsEverything(t *testing.T) {
	got := decode(t, both, &dossier{}, file{"", "total: x\nopen: y\nstart: z\nnme: a\nkind: b\nsite: c"})
	if len(got) != 6 {
		t.Errorf("%d problems of 6: %v", len(got), got)
	}
}

func TestTextsByLanguage(t *testing.T) {
	text := schema.Text{In: []schema.LangText{{Lang: "en", Value: "Hi"}, {Lang: "fr", Value: "Salut"}}}
	for _, c := range []struct {
		lang  string
		order []string
		want  string
	}{{"fr", both, "Salut"}, {"it", both, "Hi"}, {"it", []string{"it", "fr", "en"}, "Salut"}, {"it", []string{"it"}, ""}} {
		if got := text.Best(c.lang, c.order).Value; got != c.want {
			t.Errorf("%s of %v: %q, want %q", c.lang, c.order, got, c.want)
		}
	}
	if diff := cmp.Diff([]string{"en", "fr"}, text.Langs()); diff != "" || text.Value("it") != "" || !text.Given() || (schema.Text{}).Given() {
		t.Error(diff)
	}
}

func TestGiven(t *testing.T) {
	var empty, full dossier
	decode(t, both, &full, file{"", "name: a\nlead: b\nstart: 2020\nat: 2020"})
	if empty.Name.Given() || empty.Lead.Given() || empty.Start.Given() || empty.At.Given() {
		t.Error("something is given in an empty record")
	}
	if !full.Name.Given() || !full.Lead.Given() || !full.Start.Given() || !full.At.Given() {
		t.Error("something given is not seen")
	}
}
