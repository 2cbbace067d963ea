package markdown

import (
	"fmt"
	"testing"
)

func TestXHTMLIsMadeForBooks(t *testing.T) {
	for _, tc := range []struct {
		name, text string
		r          Resolved
		want       string
	}{
		{"elements without content", "a\\\nb\n\n---", Resolved{}, `<p>a<br/>b</p><hr/>`},
		{"languages", "## Un [b]{lang=en} {lang=fr}", Resolved{}, `<h2 lang="fr" xml:lang="fr">Un <span lang="en" xml:lang="en">b</span></h2>`},
		{
			"language of a target", "[](@/x/y)",
			Resolved{Links: []Target{{URL: "x.xhtml", Title: "X & <Y>", Lang: "en"}}},
			`<p><a href="x.xhtml" hreflang="en" lang="en" xml:lang="en">X &amp; &lt;Y&gt;</a></p>`,
		},
		{
			"pictures in one size", "![a](b.png) ![c](d.png \"e\")",
			Resolved{Images: []Picture{
				{URL: "images/b.png", Width: 3, Height: 2, SrcSet: []Variant{{URL: "s.png", Width: 1}}, Sizes: "1px"},
				{URL: "images/d.png", Decorative: true},
			}},
			`<p><img src="images/b.png" alt="a" width="3" height="2"/> <img src="images/d.png" alt=""/></p>`,
		},
		{"code does not scroll", "```go\na\n```", Resolved{}, "<pre><code class=\"language-go\">a\n</code></pre>"},
		{
			"tables do not scroll", "| a |\n|--:|\n| b |",
			Resolved{Labels: testLabels},
			`<div class="table-scroll"><table><thead><tr><th scope="col" class="align-right">a</th></tr></thead><tbody><tr><td class="align-right">b</td></tr></tbody></table></div>`,
		},
		{
			"notes", "a[^1]\n\n[^1]: b",
			Resolved{Labels: testLabels, Prefix: "p-"},
			`<p>a<sup class="footnote-ref"><a href="#p-fn-1" id="p-fnref-1" epub:type="noteref" role="doc-noteref" aria-label="nota 1">1</a></sup></p>` +
				`<section class="footnotes" epub:type="endnotes" role="doc-endnotes" aria-label="Note"><ol><li id="p-fn-1" epub:type="endnote"><p>b <a href="#p-fnref-1" class="footnote-back" role="doc-backlink" aria-label="torna al testo, nota 1">` + "↩\uFE0E" + `</a></p></li></ol></section>`,
		},
		{
			"characters that XML forbids", "a\uFFFEb &#xFFFF; `c\uFFFF` [](@/d)",
			Resolved{Links: []Target{{Title: "e\x01", Dead: true}}},
			"<p>a\uFFFDb \uFFFD <code>c\uFFFD</code> e\uFFFD</p>",
		},
		{"references that only HTML has", "&nbsp;&copy;&hellip;", Resolved{}, "<p>\u00a0©…</p>"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			got := XHTML([]byte(tc.text), "it", tc.r, nil)
			if got != tc.want {
				t.Errorf("\n got %s\nwant %s", got, tc.want)
			}
			inXML(t, got)
		})
	}
}

func TestXHTMLMarksBlocks(t *testing.T) {
	text := "<!-- x -->\n\na[^1]\n\n[b]: c\n\n- d\n\n  e\n\n[^1]: f\n\n## g"
	got := XHTML([]byte(text), "it", Resolved{}, func(i int) string { return fmt.Sprintf(`<i id="%d"/>`, i) })
	want := `<i id="0"/><p>a<sup class="footnote-ref"><a href="#fn-1" id="fnref-1" epub:type="noteref" role="doc-noteref">1</a></sup></p>` +
		`<i id="1"/><ul><li><p>d</p><p>e</p></li></ul><i id="2"/><h2>g</h2>` +
		`<section class="footnotes" epub:type="endnotes" role="doc-endnotes"><ol><li id="fn-1" epub:type="endnote"><p>f <a href="#fnref-1" class="footnote-back" role="doc-backlink">` + "↩\uFE0E" + `</a></p></li></ol></section>`
	if got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
}
