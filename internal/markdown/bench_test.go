package markdown

import (
	"os"
	"strings"
	"testing"
)

// body is a page of usual length: about 900 words.
func body(tb testing.TB) []byte {
	tb.Helper()
	var b strings.Builder
	for _, name := range []string{"blocks", "inline", "tables"} {
		text, err := os.ReadFile("testdata/" + name + ".it.md")
		if err != nil {
			tb.Fatal(err)
		}
		b.Write(text)
		b.WriteString(strings.Repeat("Il progetto sostiene l'equilibrio fra *vita* e lavoro nelle [imprese](@/partners/x) della città. ", 15))
		b.WriteString("\n\n")
	}
	return []byte(b.String())
}

func BenchmarkParse(b *testing.B) {
	text := body(b)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Parse(Source{File: "a.it.md", Text: text, FirstLine: 1, Lang: "it"})
	}
}

func BenchmarkTree(b *testing.B) {
	text := body(b)
	r := resolve(Parse(Source{File: "a.it.md", Text: text, FirstLine: 1, Lang: "it"}))
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Tree(text, "it", r)
	}
}

func BenchmarkHTML(b *testing.B) {
	text := body(b)
	r := resolve(Parse(Source{File: "a.it.md", Text: text, FirstLine: 1, Lang: "it"}))
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		asHTML(text, "it", r)
	}
}
