package content_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/internal/content"
	"dossier/internal/diag"
)

// rules judges a site whose files were read without a problem.
func rules(t *testing.T, languages []string, fs files) []diag.Diagnostic {
	t.Helper()
	set, ds := decode(snapshot(fs), languages)
	if len(ds) > 0 {
		t.Fatalf("not readable: %v", told(ds))
	}
	return set.Rules(languages)
}

// neutral is a neutral file with these fields.
func neutral(lines ...string) string { return "---\n" + strings.Join(lines, "\n") + "\n---\n" }

// project is a project's neutral file; a line replaces the one of the same key.
func project(lines ...string) string {
	return neutral(replace([]string{
		"acronym: MASP", "start: 2019-02-01", "end: 2020-02-11", "lead: comune", "partners: [afol, inps]",
		"territories: [milano]", "funding: [{programme: easi, statement: co-funded}]", "contact: {email: a@b.example}",
		"title: {it: T, en: T}", "summary: {it: S, en: S}",
	}, lines)...)
}

func event(lines ...string) string {
	return neutral(replace([]string{
		"projects: [masp]", "kind: conference", "start: 2021-03-25T10:00", "end: 2021-03-25T13:00", "mode: in-person",
		"venue: {name: Sala, city: Milano}", "languages: [it]",
		"title: {it: T, en: T}", "summary: {it: S, en: S}",
	}, lines)...)
}

func programme(lines ...string) string {
	return neutral(replace([]string{"name: {it: N, en: N}", "kind: eu-programme", "funder: eu"}, lines)...)
}

// replace puts lines in place of those with the same key; a line that ends in its
// colon takes the key away.
func replace(base, lines []string) []string {
	var out []string
	for _, line := range append(base, lines...) {
		key, value, _ := strings.Cut(line, ":")
		at := -1
		for i, old := range out {
			if strings.HasPrefix(old, key+":") {
				at = i
			}
		}
		switch {
		case at >= 0 && value == "":
			out = append(out[:at], out[at+1:]...)
		case at >= 0:
			out[at] = line
		default:
			out = append(out, line)
		}
	}
	return out
}

// answers is the body of a sheet with the titles given.
func answers(titles ...string) string {
	body := page()
	for _, title := range titles {
		body += "\n## " + title + "\n\nx\n"
	}
	return body
}

const sheetFacts = "---\nterritory: milano\narea: right\nbeneficiaries: [mother]\nprovider: inps\nchecked: 2021-01-01\n---\n"

func TestRules(t *testing.T) {
	five := []string{"Che cos’è", "A chi spetta", "Quanto", "Come fare domanda", "Dove"}
	cases := []struct {
		name string
		fs   files
		want []string
	}{
		{"a whole project", files{"content/projects/p.md": project()}, nil},
		{"end before start", files{"content/projects/p.md": project("end: 2019-01-30")}, []string{
			"projects/p.md:4:6 end-before-start end 2019-01-30 start 2019-02-01",
		}},
		{"end in the year of the start", files{"content/projects/p.md": project("end: 2019")}, nil},
		{"end in the month before", files{"content/projects/p.md": project("end: 2019-01")}, []string{
			"projects/p.md:4:6 end-before-start end 2019-01 start 2019-02-01",
		}},
		{"no funding", files{"content/projects/p.md": project("funding:")}, []string{"projects/p.md:1:1 no-funding p"}},
		{"an empty list of funding", files{"content/projects/p.md": project("funding: []")}, []string{"projects/p.md:1:1 no-funding p"}},
		{"funded by no programme", files{"content/projects/p.md": project("funding: [{statement: funded}]")}, []string{
			"projects/p.md:8:23 no-funding.programme p",
		}},
		{"declared as not funded", files{"content/projects/p.md": project("funding: [{statement: none}]")}, nil},
		{"goals", files{"content/projects/p.md": project("sdgs: [1, 17, 0, 18]")}, []string{
			"projects/p.md:12:15 bad-enum.sdg 0", "projects/p.md:12:18 bad-enum.sdg 18",
		}},
		{"an empty contact", files{"content/projects/p.md": project("contact: {}")}, []string{"projects/p.md:1:1 missing-field contact"}},
		{"any contact will do", files{"content/projects/p.md": project("contact: {unit: Ufficio}")}, nil},
		{"milestone without words", files{"content/projects/p.md": project("milestones: [{date: 2019}, {date: 2020, event: e}]")}, []string{
			"projects/p.md:12:21 missing-field.member title milestones",
		}},
		{"unknown group", files{"content/projects/p.md": project("groups: [{id: a, name: {it: A, en: A}}]", "partners: [{partner: x, group: a}, {partner: y, group: b}]")}, []string{
			"projects/p.md:6:56 unknown-reference.group b",
		}},
		{"partner twice", files{"content/projects/p.md": project("partners: [afol, inps, afol]")}, []string{"projects/p.md:6:24 duplicate-id.member afol"}},
		{"lead among the partners", files{"content/projects/p.md": project("partners: [afol, comune]")}, []string{"projects/p.md:6:18 duplicate-id.member comune"}},

		{"a whole event", files{"content/events/e.md": event()}, nil},
		{"event that ends before it starts", files{"content/events/e.md": event("end: 2021-03-24")}, []string{
			"events/e.md:5:6 end-before-start end 2021-03-24 start 2021-03-25T10:00",
		}},
		{"event that ends an hour too early", files{"content/events/e.md": event("end: 2021-03-25T09:00")}, []string{
			"events/e.md:5:6 end-before-start end 2021-03-25T09:00 start 2021-03-25T10:00",
		}},
		{"event in two offsets", files{"content/events/e.md": event("start: 2021-03-25T10:00+02:00", "end: 2021-03-25T09:30Z")}, nil},
		{"event that ends on its day", files{"content/events/e.md": event("end: 2021-03-25")}, nil},
		{"event in person without a venue", files{"content/events/e.md": event("venue:")}, []string{"events/e.md:1:1 missing-field.venue in-person"}},
		{"hybrid event without a venue", files{"content/events/e.md": event("venue:", "mode: hybrid")}, []string{"events/e.md:1:1 missing-field.venue hybrid"}},
		{"online event", files{"content/events/e.md": event("venue:", "mode: online")}, nil},

		{"news dated by their name", files{"content/news/2021-03-31-x.it.md": page("kind: news")}, nil},
		{"news without a date", files{"content/news/x.it.md": page("kind: news")}, []string{"news/x.it.md:1:1 missing-field date"}},
		{"news with an impossible date in the name", files{"content/news/2021-02-31-x.it.md": page("kind: news")}, []string{"news/2021-02-31-x.it.md:1:1 missing-field date"}},
		{"press release without a dateline in one language", files{
			"content/news/2021-03-31-x.md": neutral("kind: press-release"), "content/news/2021-03-31-x.it.md": page("dateline: Milano"), "content/news/2021-03-31-x.en.md": page(),
		}, []string{"news/2021-03-31-x.en.md:1:1 missing-field.text dateline en"}},

		{"programme without an emblem", files{"content/programmes/e.md": programme()}, nil},
		{"emblem without a disclaimer", files{"content/programmes/e.md": programme("emblem: eu", "disclaimer: {it: D}")}, []string{
			"programmes/e.md:5:9 no-disclaimer e lang.en",
		}},
		{"programme that ends before it begins", files{"content/programmes/e.md": programme("period: {from: 2020, to: 2014}")}, []string{
			"programmes/e.md:5:26 end-before-start to 2014 from 2020",
		}},

		{"a whole sheet", files{"content/kits/k/s.md": sheetFacts, "content/kits/k/s.it.md": answers(five...)}, nil},
		{"sheet without text", files{"content/kits/k/s.md": sheetFacts, "content/kits/k/s.it.md": neutral("title: T", "summary: S")}, []string{
			"kits/k/s.it.md:1:1 sheet-question.all",
		}},
		{"sheet with four answers", files{"content/kits/k/s.md": sheetFacts, "content/kits/k/s.it.md": answers("Uno", "Due", "Tre", "Quattro")}, []string{
			"kits/k/s.it.md:1:1 sheet-question.count 4 5",
		}},
		{"sheet with six", files{"content/kits/k/s.md": sheetFacts, "content/kits/k/s.it.md": answers(append(five, "Altro", "Ancora")...)}, []string{
			"kits/k/s.it.md:28:1 sheet-question.more Altro",
		}},

		{"summary of the greatest length", files{"content/pages/a.it.md": page("summary: " + strings.Repeat("è", 300))[:0] + neutral("title: T", "summary: "+strings.Repeat("è", 300)) + "x"}, nil},
		{"long summary", files{"content/pages/a.it.md": neutral("title: T", "summary: "+strings.Repeat("è", 301)) + "x"}, []string{
			"pages/a.it.md:3:10 long-summary 301 300",
		}},
		{"expires before it is published", files{"content/pages/a.it.md": page("publish: 2021-02-01", "expires: 2021-01-31")}, []string{
			"pages/a.it.md:5:10 end-before-start expires 2021-01-31 publish 2021-02-01",
		}},
		{"picture described in its languages", files{"content/pages/a.it.md": page("image: {src: a.jpg, alt: Foto}")}, nil},
		{"picture described in one of two", files{
			"content/pages/a.it.md": page("image: {src: a.jpg, alt: Foto}"), "content/pages/a.en.md": page(),
		}, []string{"pages/a.it.md:4:14 missing-alt a.jpg lang.en"}},
		{"picture for all languages without words", files{"content/territories/mi.md": neutral("name: {it: M, en: M}", "kind: region", "image: {src: a.jpg}")}, []string{
			"territories/mi.md:4:14 missing-alt a.jpg lang.it", "territories/mi.md:4:14 missing-alt a.jpg lang.en",
		}},
		{"decorative picture", files{"content/pages/a.it.md": page("image: {src: a.jpg, decorative: true}")}, nil},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			ds := rules(t, both, c.fs)
			var got []string
			for _, d := range ds {
				got = append(got, told([]diag.Diagnostic{d})...)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			for _, d := range ds {
				if d.Hint.Key == "" {
					t.Errorf("%s: no word on how to mend it", d.Message.Key)
				}
			}
		})
	}
}

func TestRulesOnASiteOfOneLanguage(t *testing.T) {
	ds := rules(t, []string{"it"}, files{
		"content/kits/k/s.md":        strings.TrimSuffix(sheetFacts, "---\n") + "title: T\nsummary: S\n---\n## Uno\n",
		"content/news/2021-01-01.md": page("kind: press-release"),
		"content/pages/a.md":         page("image: {src: a.jpg}"),
	})
	want := []string{"missing-alt", "missing-field.text", "sheet-question.count"}
	if diff := cmp.Diff(want, keys(ds)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestTheDateOfNewsComesFromTheirName(t *testing.T) {
	set, _ := decode(snapshot(files{
		"content/news/2021-03-31-a.it.md": page("kind: news"), "content/news/2021-03-31-b.it.md": page("kind: news", "date: 2021-04-01"),
	}), both)
	set.Rules(both)
	if a, b := set.News[0].Date.String(), set.News[1].Date.String(); a != "2021-03-31" || b != "2021-04-01" {
		t.Errorf("got %s and %s", a, b)
	}
}

func TestWhatCouldNotBeReadIsNotCalledMissing(t *testing.T) {
	cases := map[string]files{
		"misspelt":        {"content/projects/p.md": project("funding:", "fundng: [{statement: none}]")},
		"of a wrong type": {"content/projects/p.md": project("funding: none")},
		"goal in words":   {"content/projects/p.md": project("sdgs: [five]")},
		"in a broken file": {
			"content/projects/p.md": project("funding:"), "content/projects/p.it.md": "---\ntitle: [\n---\n",
		},
	}
	for name, fs := range cases {
		t.Run(name, func(t *testing.T) {
			set, ds := decode(snapshot(fs), both)
			if len(ds) != 1 {
				t.Fatalf("want one problem, got %v", told(ds))
			}
			if more := set.Rules(both); len(more) > 0 {
				t.Errorf("a consequence is told as well: %v", told(more))
			}
		})
	}
}

func TestAcceptedWarnings(t *testing.T) {
	long := "summary: " + strings.Repeat("x", 301)
	fs := files{
		"content/pages/a.md":    neutral("ignore: [long-summary, end-before-start]", "publish: 2021-02-01", "expires: 2021-01-01"),
		"content/pages/a.it.md": neutral("title: T", long) + "x", "content/pages/b.it.md": neutral("title: T", long) + "x",
	}
	set, _ := decode(snapshot(fs), both)
	got := told(set.Accepted(set.Rules(both)))
	want := []string{"pages/a.md:2:24 bad-enum.ignore-error end-before-start", "pages/a.md:4:10 end-before-start expires 2021-01-01 publish 2021-02-01", "pages/b.it.md:3:10 long-summary 301 300"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestDraftsMayLackSomething(t *testing.T) {
	fs := files{
		"content/projects/p.md": project("funding:", "draft: true", "end: 2018-01-01"),
		"content/projects/q.md": project("funding:"),
	}
	set, _ := decode(snapshot(fs), both)
	got := keys(set.WithoutDrafts(set.Rules(both)))
	if diff := cmp.Diff([]string{"end-before-start", "no-funding"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestASheetAnswersFiveQuestions(t *testing.T) {
	if diff := cmp.Diff([]string{"what", "who", "how-much", "how", "where"}, content.Questions()); diff != "" {
		t.Error(diff)
	}
}
