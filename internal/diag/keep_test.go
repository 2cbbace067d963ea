package diag

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestKeptDiagnosticsSayTheSame(t *testing.T) {
	pos := Pos{File: "content/a.it.md", Line: 3, Col: 4, EndCol: 9}
	want := []Diagnostic{
		At(pos, "unknown-reference", Term("partner"), "comune-milan").WithHint("hint.did-you-mean", "comune-milano").Also(pos, "see.start"),
		At(pos, "alliance-count", int64(12), 3).WithHint("hint.known-fields", []string{"a", "b"}),
		At(pos, "untranslated", Term("lang.en"), Joined([]Counted{{N: 3, Word: "news"}, {N: 1, Word: "sheet"}})),
		{ID: "x", Fix: "title: y"},
		At(pos, "unknown-field", "titel").WithSwap("titel", "title"),
	}
	b, ok := Encode(want)
	if !ok {
		t.Fatal("not kept")
	}
	got, ok := Decode(b)
	if diff := cmp.Diff(want, got); diff != "" || !ok {
		t.Errorf("(-want +got, %v):\n%s", ok, diff)
	}
}

func TestWhatCannotBeKeptIsSaid(t *testing.T) {
	if _, ok := Encode([]Diagnostic{At(Pos{}, "untranslated", 1.5)}); ok {
		t.Error("a fraction was kept")
	}
	for _, b := range []string{"", "x", "{}", `[{"Message":{"Args":[{"Type":"other"}]}}]`, `[{"Hint":{"Args":[{"Type":"message"}]}}]`} {
		if _, ok := Decode([]byte(b)); ok {
			t.Errorf("%q was read", b)
		}
	}
}
