package diag

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// labels are the words that the parts of an article begin with.
type labels struct{ severity, why, todo, accept, wrong, right string }

var articleLabels = map[Lang]labels{
	English: {"Severity: ", "**Why it matters.** ", "**What to do.** ", "**To accept it.** ", "- Wrong: ", "- Right: "},
	Italian: {"Gravità: ", "**Perché conta.** ", "**Che cosa fare.** ", "**Per accettarlo.** ", "- Sbagliato: ", "- Giusto: "},
}

func TestReferenceHasOneSectionPerDiagnostic(t *testing.T) {
	for lang := range articleLabels {
		var ids []string
		for _, a := range articles(lang) {
			ids = append(ids, a.ID)
		}
		if diff := cmp.Diff(IDs(), ids); diff != "" {
			t.Errorf("the reference in %q (-catalogue +sections):\n%s", lang, diff)
		}
	}
}

func TestReferenceSaysWhatWhyAndWhatToDo(t *testing.T) {
	for lang, l := range articleLabels {
		for _, a := range articles(lang) {
			for _, label := range []string{l.why, l.todo, l.wrong, l.right} {
				if strings.Count("\n"+a.Markdown, "\n"+label) != 1 {
					t.Errorf("%q, %s: not exactly one %q", lang, a.ID, label)
				}
			}
			if got, want := strings.Contains(a.Markdown, "\n"+l.accept), slices.Contains(Severities(a.ID), Warning); got != want {
				t.Errorf("%q, %s: says how to accept it: %v; that it can be a warning: %v", lang, a.ID, got, want)
			}
			if written := strings.Contains(a.Markdown, "`ignore: ["+a.ID+"]`"); written != slices.Contains(Acceptable(), a.ID) {
				t.Errorf("%q, %s: shows how a record accepts it: %v", lang, a.ID, written)
			}
		}
	}
}

func TestReferenceGivesTheSeverity(t *testing.T) {
	for lang, l := range articleLabels {
		for _, a := range articles(lang) {
			line, _, _ := strings.Cut(a.Markdown, "\n")
			if !strings.HasPrefix(line, l.severity) {
				t.Errorf("%q, %s: begins with %q, not with its severity", lang, a.ID, line)
			}
			for _, s := range []Severity{Error, Warning} {
				word := Term(s.String()).in(lang)
				if said, is := strings.Contains(line, word), slices.Contains(Severities(a.ID), s); said != is {
					t.Errorf("%q, %s: %q, but that it can be %v: %v", lang, a.ID, line, s, is)
				}
			}
		}
	}
}

func TestExplainFindsAnArticle(t *testing.T) {
	if _, ok := Explain("no-such-thing", English); ok {
		t.Error("an article of nothing")
	}
	for lang, want := range map[Lang]string{
		English: "A country is written as two capital letters of ISO 3166-1.",
		Italian: "Un paese si scrive con le due lettere maiuscole della norma ISO 3166-1.",
	} {
		a, ok := Explain("bad-country", lang)
		if !ok || a.Summary() != want {
			t.Errorf("%q: %v, %q", lang, ok, a.Summary())
		}
	}
}

func TestArticlesFitTheTerminal(t *testing.T) {
	const width = 78
	for lang := range articleLabels {
		for _, a := range articles(lang) {
			text := a.Text(width)
			if !strings.HasPrefix(text, a.ID+"\n\n") || strings.Contains(text, "**") {
				t.Errorf("%q, %s: %q", lang, a.ID, text)
			}
			for line := range strings.Lines(text) {
				if n := len([]rune(strings.TrimSpace(line))); n > width && strings.Contains(strings.TrimSpace(line)[4:], " ") {
					t.Errorf("%q, %s: %d columns: %s", lang, a.ID, n, line)
				}
			}
		}
	}
	short := Article{ID: "x", Markdown: "Severity: error.\n\nOne two three.\n\n- Wrong: four five\n- Right: six"}
	want := "x\n\nSeverity:\nerror.\n\nOne two\nthree.\n\n  - Wrong:\n    four\n    five\n  - Right:\n    six\n"
	if diff := cmp.Diff(want, short.Text(10)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
