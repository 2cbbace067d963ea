package content_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"dossier/internal/content"
	"dossier/internal/diag"
	"dossier/internal/source"
)

// files are the files of a site by path.
type files map[string]string

func snapshot(fs files) *source.Snapshot {
	s := &source.Snapshot{}
	for p, text := range fs {
		s.Files = append(s.Files, source.File{Path: p, Size: int64(len(text)), Data: []byte(text)})
	}
	slices.SortFunc(s.Files, func(a, b source.File) int { return strings.Compare(a.Path, b.Path) })
	return s
}

// decode decodes without any memory of it.
func decode(snap *source.Snapshot, languages []string) (*content.Set, []diag.Diagnostic) {
	set, ds, err := content.Decode(snap, content.Options{Languages: languages})
	if err != nil {
		panic(err)
	}
	return set, ds
}

// told writes diagnostics: place, key, arguments.
func told(ds []diag.Diagnostic) []string {
	var out []string
	for _, d := range diag.Sort(slices.Clone(ds)) {
		line := fmt.Sprintf("%s:%d:%d %s", strings.TrimPrefix(d.Pos.File, "content/"), d.Pos.Line, d.Pos.Col, d.Message.Key)
		for _, a := range d.Message.Args {
			line += fmt.Sprintf(" %v", a)
		}
		out = append(out, line)
	}
	return out
}

// keys are the keys of diagnostics, sorted.
func keys(ds []diag.Diagnostic) []string {
	var out []string
	for _, d := range ds {
		out = append(out, d.Message.Key)
	}
	slices.Sort(out)
	return out
}

var both = []string{"it", "en"}

// named writes what a record is: kind, id, order, languages, folder.
func named(i content.Item) string {
	return fmt.Sprintf("%s %q %d %v %s %s", i.Kind, i.ID, i.Order, i.Langs(), i.Dir, i.Address())
}

func TestPathsSayWhichRecordAFileBelongsTo(t *testing.T) {
	cases := []struct{ path, want string }{
		{"content/index.it.md", `section "" 0 [it] content `},
		{"content/projects/index.en.md", `section "projects" 0 [en] content/projects projects`},
		{"content/projects/masp.md", `project "masp" 0 [] content/projects projects/masp`},
		{"content/projects/masp.it.md", `project "masp" 0 [it] content/projects projects/masp`},
		{"content/projects/masp/index.md", `project "masp" 0 [] content/projects/masp projects/masp`},
		{"content/projects/masp/index.en.md", `project "masp" 0 [en] content/projects/masp projects/masp`},
		{"content/projects/report-v0.5.2.it.md", `project "report-v0.5.2" 0 [it] content/projects projects/report-v0.5.2`},
		{"content/partners/comune-di-milano.md", `partner "comune-di-milano" 0 [] content/partners partners/comune-di-milano`},
		{"content/events/masp-final.md", `event "masp-final" 0 [] content/events events/masp-final`},
		{"content/news/2021-03-31-results.en.md", `news "2021-03-31-results" 0 [en] content/news news/2021-03-31-results`},
		{"content/programmes/easi.md", `programme "easi" 0 [] content/programmes programmes/easi`},
		{"content/territories/milano.md", `territory "milano" 0 [] content/territories territories/milano`},
		{"content/pages/about.it.md", `page "about" 0 [it] content/pages pages/about`},
		{"content/guides/masp/index.md", `guide "masp" 0 [] content/guides/masp guides/masp`},
		{"content/guides/masp/010-rights.it.md", `chapter "masp/rights" 10 [it] content/guides/masp guides/masp/rights`},
		{"content/guides/masp/7-rights/index.en.md", `chapter "masp/rights" 7 [en] content/guides/masp/7-rights guides/masp/rights`},
		{"content/kits/parental/index.it.md", `kit "parental" 0 [it] content/kits/parental kits/parental`},
		{"content/kits/parental/leave.it.md", `sheet "parental/leave" 0 [it] content/kits/parental kits/parental/leave`},
		{"content/kits/parental/leave/index.md", `sheet "parental/leave" 0 [] content/kits/parental/leave kits/parental/leave`},
	}
	for _, c := range cases {
		t.Run(c.path, func(t *testing.T) {
			set, _ := decode(snapshot(files{c.path: "---\n---\n"}), both)
			items := set.Items()
			if len(items) != 1 {
				t.Fatalf("%d records", len(items))
			}
			if diff := cmp.Diff(c.want, named(items[0])); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestPathsThatNameNoRecord(t *testing.T) {
	cases := []struct{ path, want string }{
		{"content/readme.md", "bad-path.top"},
		{"content/project/masp.md", "bad-path.folder project"},
		{"content/xyz/masp.md", "bad-path.folder xyz"},
		{"content/projects/masp/notes.md", "bad-path.place projects"},
		{"content/projects/masp/a/index.md", "bad-path.place projects"},
		{"content/kits/a/b/c.md", "bad-path.place kits"},
		{"content/projects/MASP.md", "bad-path.id MASP"},
		{"content/projects/città.md", "bad-path.id città"},
		{"content/projects/a_b.md", "bad-path.id a_b"},
		{"content/projects/a b.md", "bad-path.id a b"},
		{"content/projects/-a.md", "bad-path.id -a"},
		{"content/projects/Masp/index.md", "bad-path.id Masp"},
		{"content/kits/Parental/leave.md", "bad-path.id Parental"},
		{"content/kits/parental/Leave.md", "bad-path.id Leave"},
		{"content/guides/masp/rights.it.md", "bad-path.chapter rights"},
		{"content/guides/masp/010-Rights.it.md", "bad-path.id Rights"},
		{"content/guides/Masp/010-rights.it.md", "bad-path.id Masp"},
		{"content/projects/masp.fr.md", "unknown-language fr [it en]"},
		{"content/projects/masp.itt.md", "unknown-language itt [it en]"},
		{"content/projects/masp.en-GB.md", "unknown-language en-GB [it en]"},
	}
	for _, c := range cases {
		t.Run(c.path, func(t *testing.T) {
			set, ds := decode(snapshot(files{c.path: "---\ntitle: x\n---\n"}), both)
			want := strings.TrimPrefix(c.path, "content/") + ":0:0 " + c.want
			if diff := cmp.Diff([]string{want}, told(ds)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if len(set.Items()) > 0 {
				t.Error("a record was made")
			}
			if len(ds) > 0 && ds[0].Hint.Key == "" {
				t.Error("no word on how to mend it")
			}
		})
	}
}

func TestAWrongNameIsGivenABetterOne(t *testing.T) {
	for p, want := range map[string]string{
		"content/projects/MASP 2.md":         "masp-2",
		"content/project/masp.md":            "projects",
		"content/projects/masp.itt.md":       "masp.it.md",
		"content/guides/masp/rights.it.md":   "010-rights",
		"content/territories/Città Metro.md": "citta-metro",
	} {
		_, ds := decode(snapshot(files{p: "---\n---\n"}), both)
		if len(ds) != 1 || len(ds[0].Hint.Args) == 0 || ds[0].Hint.Args[0] != want {
			t.Errorf("%s: %v, want %q", p, ds, want)
		}
	}
}

// page is a whole page of prose with more front matter.
func page(more ...string) string {
	return "---\ntitle: T\nsummary: S\n" + strings.Join(more, "\n") + "\n---\nbody\n"
}

func TestFilesOfARecordAreOne(t *testing.T) {
	set, ds := decode(snapshot(files{
		"content/pages/about.en.md": page(), "content/pages/about.it.md": page(), "content/pages/about.md": "---\nupdated: 2021-01-01\n---\n",
		"content/pages/about/photo.jpg": "x", "content/pages/zoo/index.it.md": page(), "content/pages/a.it.md": page(), "static/x.md": "x",
	}), both)
	if len(ds) > 0 {
		t.Fatalf("unexpected: %v", told(ds))
	}
	var got []string
	for _, p := range set.Pages {
		got = append(got, named(content.Item{Record: &p.Record}))
	}
	want := []string{
		`page "a" 0 [it] content/pages pages/a`, `page "about" 0 [it en] content/pages pages/about`, `page "zoo" 0 [it] content/pages/zoo pages/zoo`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	about := set.Pages[1]
	if about.Updated.String() != "2021-01-01" || about.Title.Value("en") != "T" {
		t.Errorf("got %+v", about.Common)
	}
	b, ok := about.Body("en")
	if !ok || b.Doc.Words == 0 {
		t.Errorf("body: %+v", b)
	}
	words, err := content.Text(func(path string) ([]byte, error) { return []byte(page()), nil }, b.Source)
	if err != nil || string(words) != "body\n" || !strings.HasPrefix(b.Source, "content/pages/about.en.md@") {
		t.Errorf("%q: %q, %v", b.Source, words, err)
	}
	if _, ok := about.Body("fr"); ok {
		t.Error("a body in a language that is not there")
	}
	if about.Parts[0].Lang != "" || about.Fence("en").File != "content/pages/about.en.md" || about.Fence("fr") != about.Parts[0].Fence {
		t.Errorf("parts %+v", about.Parts)
	}
	if _, ok := set.Files["content/pages/about/photo.jpg"]; !ok || len(set.Files) != 1 {
		t.Errorf("files: %v", set.Files)
	}
}

func TestTwoFilesForOneLanguage(t *testing.T) {
	_, ds := decode(snapshot(files{"content/pages/a.it.md": page(), "content/pages/a/index.it.md": page()}), both)
	want := []string{"pages/a/index.it.md:0:0 duplicate-id a content/pages/a.it.md"}
	if diff := cmp.Diff(want, told(ds)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestAChapterHasOneNumber(t *testing.T) {
	_, ds := decode(snapshot(files{"content/guides/g/010-a.it.md": page(), "content/guides/g/020-a.en.md": page()}), both)
	want := []string{"guides/g/020-a.en.md:0:0 bad-path.chapter-number 20 10"}
	if diff := cmp.Diff(want, told(ds)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestFactsOverFiles(t *testing.T) {
	cases := []struct {
		name   string
		fs     files
		wanted []string
	}{
		{"the same fact in two files", files{
			"content/pages/a.md": "---\nupdated: 2021-01-01\n---\n", "content/pages/a.it.md": page("updated: 2021-01-01"),
		}, nil},
		{"facts that differ", files{
			"content/pages/a.md": "---\nupdated: 2021-01-01\n---\n", "content/pages/a.it.md": page("updated: 2021-01-02"),
		}, []string{"pages/a.it.md:4:10 fact-differs updated 2021-01-02 2021-01-01 content/pages/a.md"}},
		{"YAML here and TOML there", files{
			"content/pages/a.md": "+++\nupdated = 2021-01-01\n+++\n", "content/pages/a.it.md": page("updated: 2021-01-01"),
		}, nil},
		{"a picture over files", files{
			"content/pages/a.md":    "---\nimage: {src: a.jpg, alt: {it: Foto}}\n---\n",
			"content/pages/a.en.md": page("image: {alt: Photo}"), "content/pages/a.it.md": page("image: {credit: Rossi}"),
		}, nil},
		{"a bare text in a neutral file", files{"content/pages/a.md": "---\ntitle: T\n---\n", "content/pages/a.it.md": page()}, []string{
			"pages/a.md:2:8 wrong-type.neutral-text title",
		}},
		{"texts by language in a neutral file", files{"content/pages/a.md": "---\ntitle: {it: T, en: U}\n---\n", "content/pages/a.it.md": page()}, nil},
		{"fields of one's own", files{"content/pages/a.it.md": page("x_note: {any: [thing]}")}, nil},
		{"unknown field", files{"content/pages/a.it.md": page("titel: x")}, []string{"pages/a.it.md:4:1 unknown-field titel"}},
		{"credential", files{"content/pages/a.it.md": page("pass: x", "password: x")}, []string{
			"pages/a.it.md:4:1 unknown-field pass", "pages/a.it.md:5:1 credential password",
		}},
		{"a title is missing in one language", files{"content/pages/a.it.md": page(), "content/pages/a.en.md": "---\nsummary: S\n---\nbody"}, []string{
			"pages/a.en.md:1:1 missing-field.text title en",
		}},
		{"a body in the neutral file", files{"content/pages/a.md": "---\nupdated: 2021\n---\n\n\nbody", "content/pages/a.it.md": page()}, []string{
			"pages/a.md:6:1 body-in-neutral-file",
		}},
		{"a second document in the header", files{"content/pages/a.it.md": "---\ntitle: T\n...\nsummary: S\n---\n"}, []string{"pages/a.it.md:3:1 bad-yaml"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, ds := decode(snapshot(c.fs), both)
			if diff := cmp.Diff(c.wanted, told(ds)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestARecordHasANameInSomeLanguage(t *testing.T) {
	cases := []struct {
		name string
		fs   files
		want []string
	}{
		{"territory without a name", files{"content/territories/mi.md": "---\nkind: region\n---\n"}, []string{"territories/mi.md:1:1 missing-field name"}},
		{"territory with a name in one language", files{"content/territories/mi.md": "---\nname: {it: M}\nkind: region\n---\n"}, nil},
		{"territory with a file of words", files{
			"content/territories/mi.md": "---\nkind: region\n---\n", "content/territories/mi.it.md": "---\nname: M\n---\n",
			"content/territories/mi.en.md": "---\nabout: x\n---\n",
		}, nil},
		{"page of which only the neutral file is there", files{"content/pages/a.md": "---\nupdated: 2021\n---\n"}, []string{
			"pages/a.md:1:1 missing-field summary", "pages/a.md:1:1 missing-field title",
		}},
		{"name that was not understood", files{"content/territories/mi.md": "---\nname: M\nkind: region\n---\n"}, []string{
			"territories/mi.md:2:7 wrong-type.neutral-text name",
		}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, ds := decode(snapshot(c.fs), both)
			if diff := cmp.Diff(c.want, told(ds)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestASiteOfOneLanguage(t *testing.T) {
	set, ds := decode(snapshot(files{
		"content/pages/a.md":        page(),
		"content/territories/mi.md": "---\nname: Milano\nkind: municipality\n---\n",
		"content/pages/b.md":        "---\nsummary: S\n---\nbody",
	}), []string{"it"})
	if diff := cmp.Diff([]string{"pages/b.md:1:1 missing-field.text title it"}, told(ds)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if b, ok := set.Pages[0].Body("it"); !ok || b.Lang != "it" || set.Territories[0].Name.Value("it") != "Milano" {
		t.Errorf("body %+v, name %+v", b, set.Territories[0].Name)
	}
}

func TestProblemsOfBodiesStandOnTheirLines(t *testing.T) {
	_, ds := decode(snapshot(files{"content/pages/a.it.md": "---\r\ntitle: T\r\nsummary: S\r\n---\r\n\r\ntext\r\n\r\n<div>raw</div>\r\n"}), both)
	if len(ds) != 1 || ds[0].ID != "raw-html" || ds[0].Pos.Line != 8 || ds[0].Pos.Col != 1 {
		t.Errorf("got %v", told(ds))
	}
}

func TestEveryFileIsJudgedInOneRun(t *testing.T) {
	_, ds := decode(snapshot(files{
		"content/pages/a.it.md": "---\na: [\n---\n", "content/pages/b.it.md": "no header", "content/pages/c.it.md": page("nme: x"),
		"content/pages/d.fr.md": page(), "content/pages/e.it.md": "---\ntitle: \xe0\n---\n",
	}), both)
	want := []string{"bad-yaml", "not-utf8", "unclosed-front-matter.none", "unknown-field", "unknown-language"}
	if diff := cmp.Diff(want, keys(ds)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestItemsAreOfEveryKind(t *testing.T) {
	fs := files{"content/index.it.md": page(), "content/guides/g/010-a.it.md": page(), "content/kits/k/s.it.md": page()}
	for _, folder := range content.Folders() {
		fs["content/"+folder+"/x/index.it.md"] = page()
	}
	set, _ := decode(snapshot(fs), both)
	kinds := map[content.Kind]bool{}
	for _, i := range set.Items() {
		kinds[i.Kind] = true
		if i.Value == nil || i.Record == nil || i.Common == nil {
			t.Errorf("%s is not whole", i.Kind)
		}
	}
	if len(kinds) != 12 {
		t.Errorf("%d kinds: %v", len(kinds), kinds)
	}
	if set.Chapters[0].Parent() != "g" || content.KindSheet.Folder() != "kits" || content.KindSection.Folder() != "" {
		t.Error("chapters live in guides, sheets in kits, sections nowhere")
	}
}

// kinds are the paths at which FuzzFrontMatter puts its file.
var kinds = []string{
	"content/pages/a.it.md", "content/projects/a.md", "content/events/a.md", "content/kits/k/s.it.md", "content/guides/g/1-x.en.md",
	"content/partners/p.md", "content/news/2021-01-01-x.it.md", "content/programmes/p.md", "content/index.it.md",
}

func FuzzFrontMatter(f *testing.F) {
	for i, seed := range []string{
		page(), "---\ntitle: [\n---\n", "+++\ntitle = 'x'\n[image]\nsrc = 'a'\n+++\nbody", "---\nimage: {src: a, alt: b}\nrelated: [a, b/c]\n---\n",
		"---\ntitle: {it: x}\ntranslation: {of: it}\naliases: [/a/]\nignore: [x]\n---\n# h\n", "\ufeff---\r\nupdated: 31/02/2020\r\n---\r\n", "---\nx: “y”\n---\n[a](b)",
		"---\nupdated: 2021-01-01T10:00\ndraft: maybe\n---\n> [!NOTE]\n> x\n", "---\n? x\n---\n", project(), event(), programme(), sheetFacts,
	} {
		f.Add(uint8(i), []byte(seed))
		f.Add(uint8(i+1), []byte(seed))
	}
	f.Fuzz(func(t *testing.T, kind uint8, data []byte) {
		path := kinds[int(kind)%len(kinds)]
		set, ds := decode(&source.Snapshot{Files: []source.File{{Path: path, Size: int64(len(data)), Data: data}}}, both)
		ds = append(ds, set.Rules(both)...)
		text := strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(strings.TrimPrefix(string(data), "\ufeff"))
		lines := strings.Split(text, "\n")
		for _, d := range ds {
			if d.Pos.File != path || d.Pos.Line < 0 || d.Pos.Line > len(lines) {
				t.Fatalf("%s at %+v of %d lines", d.Message.Key, d.Pos, len(lines))
			}
			if d.Pos.Line > 0 && utf8.ValidString(text) && d.Pos.Col > utf8.RuneCountInString(lines[d.Pos.Line-1])+1 {
				t.Fatalf("%s at %+v: %q", d.Message.Key, d.Pos, lines[d.Pos.Line-1])
			}
			for _, lang := range []diag.Lang{diag.English, diag.Italian} {
				if s := d.Message.In(lang) + d.Hint.In(lang); strings.Contains(s, "%!") && !strings.Contains(text, "%") {
					t.Fatalf("%s says %q", d.Message.Key, s)
				}
			}
		}
	})
}
