package markdown

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// testLabels are the labels of the tests, as a theme would give them.
var testLabels = Labels{
	Note: "Nota", Tip: "Consiglio", Important: "Importante", Warning: "Attenzione", Caution: "Cautela",
	Footnotes: "Note", FootnoteRef: "nota %d", FootnoteBack: "torna al testo, nota %d", TableRegion: "Tabella %d",
}

// resolve plays the linker: every record is at /it/<path>/, every file beside
// the page.
func resolve(d *Doc) Resolved {
	r := Resolved{Labels: testLabels}
	for _, h := range d.Headings {
		r.HeadingIDs = append(r.HeadingIDs, h.ID)
	}
	for _, l := range d.Links {
		r.Links = append(r.Links, resolveLink(l))
	}
	for _, i := range d.Images {
		r.Images = append(r.Images, Picture{
			URL: i.Dest, Width: 1200, Height: 800, Sizes: "100vw",
			SrcSet: []Variant{{URL: "small-" + i.Dest, Width: 600}, {URL: i.Dest, Width: 1200}},
		})
	}
	return r
}

func resolveLink(l Link) Target {
	switch l.Kind {
	case LinkInternal:
		t := Target{URL: "/it/" + l.Path + "/", Title: "Titolo di " + l.Path}
		if l.Fragment != "" {
			t.URL += "#" + l.Fragment
		}
		return t
	case LinkFile:
		return Target{URL: l.Dest, Note: "PDF, 1,2 MB"}
	}
	return Target{URL: l.Dest, External: strings.HasPrefix(l.Dest, "http")}
}

func render(text, lang string) string {
	d := Parse(Source{File: "a.it.md", Text: []byte(text), FirstLine: 1, Lang: lang})
	return asHTML([]byte(text), lang, resolve(d))
}

// TestGolden compares testdata/<name>.<lang>.md with <name>.<lang>.html, which
// has a line for each block so that a change can be read.
func TestGolden(t *testing.T) {
	inputs, err := filepath.Glob("testdata/*.md")
	if err != nil || len(inputs) == 0 {
		t.Fatalf("no inputs: %v", err)
	}
	for _, in := range inputs {
		base := strings.TrimSuffix(in, ".md")
		t.Run(filepath.Base(base), func(t *testing.T) {
			text, err := os.ReadFile(in)
			if err != nil {
				t.Fatal(err)
			}
			got := onLines(render(string(text), strings.TrimPrefix(filepath.Ext(base), ".")))
			if *update {
				if err := os.WriteFile(base+".html", []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(base + ".html")
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("HTML differs (-want +got); rewrite with -update:\n%s", diff)
			}
		})
	}
}

// onLines breaks HTML between blocks.
func onLines(s string) string {
	for _, tag := range []string{"p", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "tr", "thead", "tbody", "table", "div", "section", "figure", "blockquote", "pre", "dt", "dd", "dl"} {
		s = strings.ReplaceAll(s, "</"+tag+">", "</"+tag+">\n")
	}
	return strings.ReplaceAll(s, "<hr>", "<hr>\n")
}
