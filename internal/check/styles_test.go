package check_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"dossier/internal/check"
)

func TestColoursAreJudgedInBothSchemes(t *testing.T) {
	const base = `:root { color-scheme: light dark; --ground: light-dark(#fff, #111); --text: light-dark(#222, #eee) }
html { color: var(--text); background: var(--ground) }
`
	for _, c := range []struct{ name, css, want string }{
		{"good", `.a { color: light-dark(#0a52a8, #8ab8ff) }`, ""},
		{"too light", `.a { color: light-dark(#999, #8ab8ff) }`, "light .a"},
		{"too dark", `.a { color: light-dark(#0a52a8, #444) }`, "dark .a"},
		{"one colour for both", `.a { color: #767676 }`, "dark .a"},
		{"on its own ground", `.a { color: #fff; background: #0b3d75 }`, ""},
		{"on its own ground, too light", `.a { color: #fff; background-color: #aaa }`, "light .a, dark .a"},
		{"ground alone", `.a { background: #888 }`, "light .a, dark .a"},
		{"ground of the same elements", `.a { background: #000 } .a:hover { color: #fff }`, "light .a"},
		{"text of the same elements", `a:focus { background: #fb4 } .b a:focus { color: #111 }`, ""},
		{"variables within variables", `:root { --soft: var(--none, light-dark(var(--x), #222)); --x: #999 } .a { color: var(--soft) }`, "light .a, dark .a"},
		{"a variable that names itself", `:root { --a: var(--b); --b: var(--a) } .a { color: var(--a) }`, ""},
		{"dark by media", `@media (prefers-color-scheme: dark) { :root { --text: #333 } }`, "dark html"},
		{"light only", `.a { color-scheme: light; color: #222; background: #fff }`, ""},
		{"in print", `@media print { .a { color: #ccc } }`, ""},
		{"in chosen colours", `@media (forced-colors: active) { .a { color: #ccc } }`, ""},
		{"pictures and drawn marks", `.a::before { background: #777 } .b img { background: #777 }`, ""},
		{"colours not in digits", `.a { color: currentColor; background: url(x.png) }`, ""},
		{"several selectors", `.a, .b { color: #999 }`, "light .a"},
		{"selectors in brackets", `:is(.a,.b) i { color: #999 }`, "light :is(.a,.b) i"},
		{"cut off", `.a { color: #999`, "light .a"},
	} {
		t.Run(c.name, func(t *testing.T) {
			files := map[string][]byte{"assets/a.css": []byte(base), "assets/b.css": []byte(c.css)}
			var got []string
			for _, d := range check.Independent(files, "/") {
				if d.Message.Key != "low-contrast.style" {
					t.Error(d.Message.Key)
				}
				scheme := strings.TrimPrefix(fmt.Sprint(d.Message.Args[4]), "scheme.")
				got = append(got, scheme+" "+fmt.Sprint(d.Message.Args[0]))
			}
			if strings.Join(got, ", ") != c.want {
				t.Errorf("found %q, want %q", got, c.want)
			}
		})
	}
}

func TestRealStyleSheetsAreRead(t *testing.T) {
	r := realSite(t)
	files := map[string][]byte{}
	for _, f := range r.Files {
		if strings.HasSuffix(f.Path, ".css") {
			files[f.Path] = []byte(strings.ReplaceAll(string(f.Data), "--muted:light-dark(#4a5868", "--muted:light-dark(#8a98a8"))
		}
	}
	if diags := check.Independent(files, "/"); len(diags) < 5 {
		t.Errorf("a pale --muted is found %d times: %v", len(diags), found(slices.Clone(diags)))
	}
}

func TestStyleSheetsLoadNothingFromElsewhere(t *testing.T) {
	for text, want := range map[string][]string{
		`body { background: url(paper.png) }`:                               nil,
		`@import "more.css"; a { content: "https://example.org/" }`:         nil,
		`/* url(https://example.org/a.png) */`:                              nil,
		`body { background: url( "https://example.org/a.png" ) }`:           {"https://example.org/a.png"},
		`@font-face { src: url(//fonts.example.org/a.woff2) }`:              {"//fonts.example.org/a.woff2"},
		`@import url(HTTPS://example.org/a.css);`:                           {"HTTPS://example.org/a.css"},
		`@IMPORT 'http://example.org/a.css'; i { background: url(data:,) }`: {"http://example.org/a.css"},
	} {
		var got []string
		for _, d := range check.Requests(map[string][]byte{"a.css": []byte(text), "a.txt": []byte(text)}) {
			got = append(got, d.Message.Args[0].(string))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, not %q", text, got, want)
		}
	}
}
