package document_test

import (
	"html"
	"os"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"dossier/internal/check/ua"
	"dossier/internal/markdown"
	"dossier/internal/render/document"
)

// FuzzGuide sets any text that an editor may write: the document is made, and it
// is accessible.
func FuzzGuide(f *testing.F) {
	attacks, err := os.ReadFile("../../markdown/testdata/attacks.txt")
	if err != nil {
		f.Fatal(err)
	}
	for text := range strings.SplitSeq(string(attacks), "\n%%\n") {
		f.Add(text)
	}
	for _, text := range []string{
		"[ ](https://a.it) [](https://a.it) [**](https://a.it)", "| |\n|-|\n| |", "> \n\n1. \n\n- \n", "a[^1] [b[^1]](https://a.it)\n\n[^1]: c",
		"###### a\n\n# b\n\n##\n\n#### c", "Termine\n: \n: b", "```\n\n\n```\n\n***", "[vai](#qui) [x]{lang=fr} &shy;\u200b\u00a0",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		in := means(t, nil)
		regular := in.Face("fonts/SourceSans3-Regular.ttf")
		uncovered := func(r rune) bool {
			return r == utf8.RuneError || !regular.Covers(r) || unicode.IsControl(r) && r != '\n' && r != '\t'
		}
		if len(text) > 4000 || strings.ContainsFunc(html.UnescapeString(text), uncovered) {
			t.Skip("long texts are for the layout's own target; characters without glyph are refused before")
		}
		data, err := document.PDF(in, within(text, markdown.Resolved{}))
		if err != nil {
			t.Fatal(err)
		}
		report, err := ua.Check(data)
		if err != nil || len(report.Findings) > 0 {
			t.Errorf("%v %v", err, report.Findings)
		}
	})
}
