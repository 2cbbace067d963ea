package markdown

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func TestLinksThatSayNothingAreTold(t *testing.T) {
	for _, tc := range []struct {
		name, text string
		want       []string
	}{
		{"one word", "Il bando è [qui](https://a.example).", []string{"10:13-16 vague-link"}},
		{"capitals, arrows and dots", "[» LEGGI   tutto…](@/a/b)", []string{"10:2-18 vague-link"}},
		{"in bold, at the address", "[**qui**](a.pdf)", []string{"10:11-16 vague-link"}},
		{"in English within Italian", "[Click here](a.pdf)", []string{"10:2-12 vague-link"}},
		{"in the language of the link", "[hier](a.pdf){lang=de} [hier](b.pdf)", []string{"10:2-6 vague-link"}},
		{"only signs", "[→](a.pdf)", []string{"10:2-3 vague-link"}},
		{"an address", "<https://a.example/b> [https://a.example](https://a.example) [www.a.example/b](https://www.a.example/b)", []string{
			"10:24-41 vague-link.address", "10:63-78 vague-link.address",
		}},
		{"no text", "[](https://a.example) [](a.pdf)", []string{"10:4-21 vague-link.empty", "10:26-31 vague-link.empty"}},
		{"good texts", "[il bando qui descritto](a.pdf) [Qui Milano](b.pdf) [www.inps.it](https://www.inps.it/) [](@/a/b) [moglie](c.pdf)", nil},
		{"pictures", "[![casa](a.png)](b.pdf)", nil},
		{"mail and telephone", "<a@b.example> [](mailto:a@b.example) [02 1234](tel:021234)", nil},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if diff := cmp.Diff(tc.want, problems(tc.text), cmpopts.EquateEmpty()); diff != "" {
				t.Errorf("problems (-want +got):\n%s", diff)
			}
		})
	}
}

func TestVagueTextsAreWrittenAsTheyAreCompared(t *testing.T) {
	for lang, texts := range vagueTexts {
		for text := range strings.SplitSeq(texts, "|") {
			if text == "" || plainWords(text) != text {
				t.Errorf("%s: %q is compared as %q", lang, text, plainWords(text))
			}
		}
	}
}
