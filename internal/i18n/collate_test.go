package i18n_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/internal/i18n"
)

func TestNamesSortByTheAlphabetOfTheLanguage(t *testing.T) {
	tests := []struct {
		tags []string
		want []string
	}{
		{[]string{"nb", "no", "nn", "nb-NO", "da"}, []string{"Bergen", "Oslo", "Zürich", "Ærø", "Østfold", "Ålesund", "Aalesund"}},
		{[]string{"it", "en-GB", "de"}, []string{"Aalesund", "Ærø", "Ålesund", "Bergen", "Oslo", "Østfold", "Zürich"}},
		{[]string{"sv", "fi"}, []string{"Bergen", "Zorn", "Ålesund", "Äpple", "Öland"}},
		{[]string{"cs", "sk"}, []string{"Cena", "Česko", "Dům", "Hora", "Chleba", "Ink"}},
		{[]string{"pl"}, []string{"Lwów", "Łódź", "Mazury", "Zamość", "Żabno"}},
		{[]string{"el"}, []string{"Αθήνα", "Άργος", "Βόλος"}},
		{[]string{"it"}, []string{"Azione 2", "Azione 9", "Azione 10"}},
	}
	for _, tt := range tests {
		for _, tag := range tt.tags {
			l := locale(t, tag)
			byCompare := slices.Clone(tt.want)
			slices.Reverse(byCompare)
			byKey := slices.Clone(byCompare)
			slices.SortFunc(byCompare, l.Compare)
			slices.SortFunc(byKey, func(a, b string) int {
				if l.SortKey(a) < l.SortKey(b) {
					return -1
				}
				return 1
			})
			if diff := cmp.Diff(tt.want, byCompare); diff != "" {
				t.Errorf("%s: %s", tag, diff)
			}
			if diff := cmp.Diff(byCompare, byKey); diff != "" {
				t.Errorf("%s: keys sort otherwise: %s", tag, diff)
			}
		}
	}
}

func TestTextsOfOneWeightStillHaveAnOrder(t *testing.T) {
	l := locale(t, "it")
	if l.Compare("a\u200bb", "ab") == 0 || l.Compare("ab", "ab") != 0 {
		t.Error("only equal texts compare equal")
	}
}

func TestInitialIsTheLetterOfADirectory(t *testing.T) {
	tests := []struct{ tag, name, want string }{
		{"it", "Università", "U"},
		{"it", "Èlia", "E"},
		{"it", "Ålesund", "A"},
		{"it", "“La Strada”", "L"},
		{"it", "3 Passi", "#"},
		{"it", "½ pane", "#"},
		{"it", "…", "#"},
		{"it", "", "#"},
		{"it", "Ærø", "A"},
		{"it", "Łódź", "L"},
		{"nb", "Ålesund", "Å"},
		{"nb", "A\u030alesund", "Å"},
		{"nb", "aalesund", "Å"},
		{"no", "Örebro", "Ø"},
		{"nb", "Émile", "E"},
		{"sv", "Örebro", "Ö"},
		{"sv", "Østfold", "Ö"},
		{"pl", "Łódź", "Ł"},
		{"cs", "chleba", "Ch"},
		{"cs", "Česko", "Č"},
		{"hu", "Zsolnay", "Zs"},
		{"is", "Þór", "Þ"},
		{"es", "Ñandú", "Ñ"},
		{"de", "ßa", "S"},
		{"el", "Άργος", "Α"},
		{"bg", "йога", "Й"},
		{"it", "Ελλάδα", "Ε"},
		{"zh", "中国", "中"},
	}
	for _, tt := range tests {
		if got := locale(t, tt.tag).Initials()(tt.name); got != tt.want {
			t.Errorf("%s: %q is filed under %q, want %q", tt.tag, tt.name, got, tt.want)
		}
	}
}

func BenchmarkSortKey(b *testing.B) {
	l, err := i18n.NewLocale("it", "it-IT")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		l.SortKey("Città metropolitana di Milano 10")
	}
}
