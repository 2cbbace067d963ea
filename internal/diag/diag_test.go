package diag

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestJSONHoldsWhatIsKnownAndNoMore(t *testing.T) {
	tests := []struct {
		name string
		lang Lang
		ds   []Diagnostic
		want string
	}{
		{"none", English, nil, "[]\n"},
		{
			"everything", Italian,
			[]Diagnostic{At(Pos{"a.md", 2, 1, 2}, "duplicate-key", "<a>").WithHint("hint.delete-one").Also(Pos{"a.md", 1, 1, 2}, "see.first").WithFix("b: 2")},
			`[
  {
    "id": "duplicate-key",
    "severity": "error",
    "file": "a.md",
    "line": 2,
    "column": 1,
    "endColumn": 2,
    "message": "il campo \"<a>\" è scritto due volte",
    "hint": "togli uno dei due",
    "fix": "b: 2",
    "related": [
      {
        "file": "a.md",
        "line": 1,
        "column": 1,
        "endColumn": 2,
        "message": "scritto qui la prima volta"
      }
    ]
  }
]
`,
		},
		{
			"sorted, each once", English,
			[]Diagnostic{At(Pos{}, "shallow-history"), At(Pos{File: "b.md"}, "missing-field", "x"), At(Pos{}, "shallow-history")},
			`[
  {
    "id": "shallow-history",
    "severity": "warning",
    "message": "this copy of the site has no full history: pages show no date of last change"
  },
  {
    "id": "missing-field",
    "severity": "error",
    "file": "b.md",
    "message": "field \"x\" is missing"
  }
]
`,
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var b strings.Builder
			if err := JSON(&b, test.ds, test.lang); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, b.String()); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// full is a disk without room.
type full struct{}

var errFull = errors.New("no space left")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestJSONReportsAWriterThatFails(t *testing.T) {
	if err := JSON(full{}, nil, English); !errors.Is(err, errFull) {
		t.Errorf("got %v", err)
	}
}

func TestMessagesFillInWordsOfTheLanguage(t *testing.T) {
	counts := Joined([]Counted{{3, "news"}, {1, "sheet"}, {0, "event"}})
	tests := []struct {
		name   string
		m      Message
		en, it string
	}{
		{"counts", counts, "3 news, 1 sheet, 0 events", "3 notizie, 1 scheda, 0 eventi"},
		{"a message within a message", Message{"untranslated", []any{Term("lang.it"), counts}}, "not translated into Italian: 3 news, 1 sheet, 0 events", "da tradurre in italiano: 3 notizie, 1 scheda, 0 eventi"},
		{"a language without a name", Message{"missing-alt", []any{"a.png", Term("lang.xx")}}, "image a.png has no alt text in xx", "l’immagine a.png non ha il testo alternativo in xx"},
		{"a section of a sheet", Message{"sheet-question", []any{Term("question.how")}}, `section "How to apply" is missing`, `manca la sezione "Come si richiede"`},
		{"a list of words", Message{"hint.languages", []any{[]string{"it", "en"}}}, "its languages are: it, en", "le sue lingue sono: it, en"},
		{"no message", Message{}, "", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := test.m.In(English); got != test.en {
				t.Errorf("English: %q, want %q", got, test.en)
			}
			if got := test.m.In(Italian); got != test.it {
				t.Errorf("Italian: %q, want %q", got, test.it)
			}
		})
	}
}

func TestSortOrdersByPlaceAndDropsRepetitions(t *testing.T) {
	ds := Sort([]Diagnostic{
		At(Pos{"b.md", 1, 1, 0}, "bad-yaml"),
		At(Pos{"a.md", 10, 1, 0}, "bad-yaml"),
		At(Pos{"a.md", 9, 2, 0}, "bad-yaml"),
		At(Pos{"a.md", 9, 1, 0}, "unknown-field", "x"),
		At(Pos{"a.md", 9, 1, 0}, "unknown-field", "w"),
		At(Pos{"a.md", 9, 1, 0}, "duplicate-key", "x"),
		At(Pos{"a.md", 9, 2, 0}, "bad-yaml"),
		At(Pos{"a.md", 0, 0, 0}, "missing-field", "title"),
	})
	var got []string
	for _, d := range ds {
		got = append(got, place(d.Pos)+" "+d.Message.In(English))
	}
	want := []string{
		`a.md: field "title" is missing`,
		`a.md:9:1: field "x" is written twice`,
		`a.md:9:1: unknown field "w"`,
		`a.md:9:1: unknown field "x"`,
		"a.md:9:2: this line cannot be understood",
		"a.md:10:1: this line cannot be understood",
		"b.md:1:1: this line cannot be understood",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if errors, warnings := Count(append(ds, At(Pos{}, "shallow-history"))); errors != 7 || warnings != 1 {
		t.Errorf("counted %d errors, %d warnings", errors, warnings)
	}
	if !HasErrors(ds) || HasErrors([]Diagnostic{At(Pos{}, "shallow-history")}) {
		t.Error("HasErrors does not tell errors from warnings")
	}
}

func TestNearestFindsWhatWasMeant(t *testing.T) {
	tests := []struct {
		word       string
		candidates []string
		want       string
	}{
		{"titel", []string{"title", "summary", "slug"}, "title"},
		{"summery", []string{"title", "summary", "slug"}, "summary"},
		{"TITLE", []string{"title", "summary"}, "title"},
		{"strat", []string{"end", "start"}, "start"},
		{"comune-milano", []string{"comune-di-milano", "comune-di-roma"}, "comune-di-milano"},
		{"masp-2019", []string{"masp", "mire"}, "masp"},
		{"milano", []string{"afol-metropolitana", "comune-di-milano"}, "comune-di-milano"},
		{"milano", []string{"afol-milano", "comune-di-milano"}, ""},
		{"budget", []string{"title", "summary", "slug"}, ""},
		{"fr", []string{"it", "en"}, ""},
		{"anything", nil, ""},
	}
	for _, test := range tests {
		got, ok := Nearest(test.word, test.candidates)
		if got != test.want || ok != (test.want != "") {
			t.Errorf("%q among %v: %q, %v; want %q", test.word, test.candidates, got, ok, test.want)
		}
	}
}
