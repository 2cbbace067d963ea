package markdown

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestMissingTellsWhereCharactersStand asks for the Latin letters of a body.
func TestMissingTellsWhereCharactersStand(t *testing.T) {
	for _, tc := range []struct {
		name, lang, text string
		want             []Gap
	}{
		{"nothing missing", "it", "abc *d* `e`\n\n\tf\tg", nil},
		{"each once, in order", "it", "a ж b я\n\n*cж* я", []Gap{{'ж', at(10, 3, 4)}, {'я', at(10, 7, 8)}}},
		{"quotes and apostrophe", "it", "a \"b\" l'c", []Gap{{'«', at(10, 3, 4)}, {'»', at(10, 5, 6)}, {'’', at(10, 8, 9)}}},
		{"quotes of two characters", "fr", "a \"b\" c", []Gap{{'«', at(10, 3, 4)}, {'\u202f', at(10, 3, 4)}, {'»', at(10, 5, 6)}}},
		{"dots and dashes", "it", "a b... c --- d", []Gap{{'…', at(10, 4, 7)}, {'—', at(10, 10, 13)}}},
		{"reference", "it", "a\nb &copy; &#x416;", []Gap{{'©', at(11, 3, 9)}, {'Ж', at(11, 10, 17)}}},
		{"quotation as written", "it", "«a» è", []Gap{{'«', at(10, 1, 2)}, {'»', at(10, 3, 4)}, {'è', at(10, 5, 6)}}},
		{"code and addresses", "it", "a `b ж` <https://x.яz>\n\n```\nc\n  ш\n```", []Gap{
			{'ж', at(10, 6, 7)}, {'я', at(10, 20, 21)}, {'ш', at(14, 3, 4)},
		}},
		{"caption", "it", "![ж](a.png \"un я... 'x\")", []Gap{{'ж', at(10, 3, 4)}, {'я', at(10, 16, 17)}, {'…', at(10, 17, 20)}, {'’', at(10, 21, 22)}}},
		{"caption of two lines", "it", "![a](b.png \"c\n  ж\")", []Gap{{'ж', at(10, 1, 2)}}},
		{"link, table and list", "it", "- a [ж](b.pdf)\n\n| я |\n|---|\n| [ш]{lang=ru} |", []Gap{
			{'ж', at(10, 6, 7)}, {'я', at(12, 3, 4)}, {'ш', at(14, 4, 5)},
		}},
		{"note", "it", "a[^1]\n\n[^1]: ж", []Gap{{'ж', at(12, 7, 8)}}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			d := Parse(Source{File: "a.it.md", Text: []byte(tc.text), FirstLine: 10, Lang: tc.lang})
			got := d.Missing(func(r rune) bool { return r < 0x7f && r != '\n' && r != '\t' })
			if diff := cmp.Diff(tc.want, got); diff != "" {
				t.Errorf("gaps (-want +got):\n%s", diff)
			}
		})
	}
}

func TestALightDocIsMadeWholeAgain(t *testing.T) {
	text := "## Die *Stadt* Łódź\n\nIl [Comune di Milano](x) e l'\"AFOL\", in  corso."
	whole := parse(text)
	covers := func(r rune) bool { return r < 0x7f }
	light := whole.Light()
	if light.Covered(covers) || !light.Covered(func(rune) bool { return true }) {
		t.Error("a light Doc does not know its characters")
	}
	again, err := light.Whole(func() ([]byte, error) { return []byte(text), nil })
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(whole.Missing(covers), again.Missing(covers)); diff != "" || len(again.Missing(covers)) == 0 {
		t.Error(diff)
	}
	phrases := NewPhrases("comune di milano", "afol", "in corso", "corso di")
	if diff := cmp.Diff(whole.FindEach(phrases), again.FindEach(phrases)); diff != "" || len(again.FindEach(phrases)) != 3 {
		t.Error(diff, again.FindEach(phrases))
	}
}
