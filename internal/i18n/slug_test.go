package i18n_test

import (
	"strings"
	"testing"

	"dossier/internal/i18n"
)

func TestSlugsReadLikeTheTitle(t *testing.T) {
	tests := []struct{ lang, title, want string }{
		{"it", "L’età d’oro", "l-eta-d-oro"},
		{"it", "Perché è così?", "perche-e-cosi"},
		{"it-IT", "Un po' di PARITÀ – 50/50", "un-po-di-parita-50-50"},
		{"en", "Women’s work: what's new", "womens-work-whats-new"},
		{"fr", "L’œuvre où l’été", "l-oeuvre-ou-l-ete"},
		{"de", "Große Übung für Ämter", "grosse-uebung-fuer-aemter"},
		{"sv", "Ändring på ön", "andring-pa-on"},
		{"nb", "Ålesund, Ærø og Østfold", "alesund-aero-og-ostfold"},
		{"is", "Þjóðskrá Íslands", "thjodskra-islands"},
		{"pl", "Łódź i Zażółć", "lodz-i-zazolc"},
		{"mt", "Il-Ħajja f’Għawdex", "il-hajja-f-ghawdex"},
		{"el", "Ευρωπαϊκή Ένωση", "evropaiki-enosi"},
		{"el", "Αυτοκίνητο μπαμπάς λύκου", "aftokinito-bampas-lykou"},
		{"el", "Άγγελος", "angelos"},
		{"bg", "България – Щастие, ъгъл", "balgaria-shtastie-agal"},
		{"bg", "Баща и дете", "bashta-i-dete"},
		{"uk", "Єднання Згода мрія", "yednannia-zghoda-mriia"},
		{"ru", "Ёлка и щётка", "elka-i-shchetka"},
		{"sr", "Љубав и Шума", "ljubav-i-suma"},
		{"tr", "İstanbul ışığı", "istanbul-isigi"},
		{"ro", "Știință", "stiinta"},
		{"it", "ﬁne n.º 1 ½", "fine-n-o-1-1-2"},
		{"it", "--  a _ b  --", "a-b"},
		{"zh", "中文", "4e2d-6587"},
		{"it", "Rock 中文", "rock"},
		{"it", "?!", ""},
		{"it", "", ""},
	}
	for _, tt := range tests {
		got := i18n.Slug(tt.title, tt.lang)
		if got != tt.want {
			t.Errorf("%s: %q becomes %q, want %q", tt.lang, tt.title, got, tt.want)
		}
		if got != "" && !i18n.IsSlug(got) {
			t.Errorf("%q is not a slug", got)
		}
	}
}

func TestSlugIsTheSameForComposedAndDecomposedLetters(t *testing.T) {
	for composed, decomposed := range map[string]string{"Città": "Citta\u0300", "Йога": "И\u0306ога", "Für": "Fu\u0308r"} {
		if a, b := i18n.Slug(composed, "de"), i18n.Slug(decomposed, "de"); a != b {
			t.Errorf("%q and %q", a, b)
		}
	}
}

func TestLongSlugsAreCutBetweenWords(t *testing.T) {
	tests := []struct{ title, want string }{
		{strings.Repeat("parola ", 20), strings.TrimSuffix(strings.Repeat("parola-", 11), "-")},
		{strings.Repeat("a", 80) + " b", strings.Repeat("a", 80)},
		{strings.Repeat("a", 100), strings.Repeat("a", 80)},
	}
	for _, tt := range tests {
		if got := i18n.Slug(tt.title, "it"); got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}

func TestIsSlugKnowsTheForm(t *testing.T) {
	for s, want := range map[string]bool{
		"a": true, "a-b-2": true, "2020": true,
		"": false, "-a": false, "a-": false, "a--b": false, "A": false, "à": false, "a b": false, "a/b": false, "a.b": false,
	} {
		if i18n.IsSlug(s) != want {
			t.Errorf("%q: %v", s, !want)
		}
	}
}

func FuzzSlug(f *testing.F) {
	for _, s := range []string{"L’età d’oro", "Ευρωπαϊκή", "Щастие", "中文", "ÆØÅ", "\xff", "ΐ", "İ", "㎢", "ﷺ", "௧"} {
		for _, lang := range []string{"it", "de", "el", "bg", "uk", "??"} {
			f.Add(s, lang)
		}
	}
	f.Fuzz(func(t *testing.T, title, lang string) {
		s := i18n.Slug(title, lang)
		if s != "" && !i18n.IsSlug(s) {
			t.Fatalf("%q in %q becomes %q", title, lang, s)
		}
		if len(s) > 80 {
			t.Fatalf("%q has %d bytes", s, len(s))
		}
		if again := i18n.Slug(s, lang); again != s {
			t.Fatalf("%q becomes %q the second time", s, again)
		}
	})
}
