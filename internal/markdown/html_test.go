package markdown

import (
	"strings"
	"testing"
)

// asHTML writes a body, as the theme does in two steps.
func asHTML(text []byte, lang string, r Resolved) string {
	html, _ := Fill(nil, Sketch(text, lang), r)
	return string(html)
}

func TestHTMLFollowsTheLinker(t *testing.T) {
	for _, tc := range []struct {
		name, text string
		r          Resolved
		want       string
	}{
		{
			"title of a target in another language", "[](@/projects/masp)",
			Resolved{Links: []Target{{URL: "/en/projects/masp/", Title: `MASP & "co"`, Lang: "en"}}},
			`<p><a href="/en/projects/masp/" hreflang="en" lang="en">MASP &amp; &quot;co&quot;</a></p>`,
		},
		{
			"text stays in the page's language", "[qui](@/projects/masp)",
			Resolved{Links: []Target{{URL: "/en/projects/masp/", Title: "MASP", Lang: "en"}}},
			`<p><a href="/en/projects/masp/" hreflang="en">qui</a></p>`,
		},
		{"dead link", "a [*b*](@/x/y) c", Resolved{Links: []Target{{URL: "/x", Dead: true, Note: "PDF"}}}, `<p>a <em>b</em> c</p>`},
		{"dead link without text", "[](@/x/y)", Resolved{Links: []Target{{Title: "Y", Dead: true}}}, `<p>Y</p>`},
		{"no answer for a record", "[b](@/x/y)", Resolved{}, `<p>b</p>`},
		{"no answer for the outside", "[b](https://x) [c](#d) <a@b.it>", Resolved{}, `<p><a href="https://x" rel="external">b</a> <a href="#d">c</a> <a href="mailto:a@b.it">a@b.it</a></p>`},
		{"file with a note", "[b](c.pdf)", Resolved{Links: []Target{{URL: "b c.pdf", Note: "PDF, 1,2 MB"}}}, `<p><a href="b%20c.pdf">b (PDF, 1,2 MB)</a></p>`},
		{"a linker gone astray", "[b](c.pdf) ![d](e.png)", Resolved{
			Links:  []Target{{URL: "javascript:alert(1)"}},
			Images: []Picture{{URL: "javascript:alert(1)"}},
		}, `<p>b d</p>`},
		{"picture not to be had", "![una *piazza*](a.png)", Resolved{}, `<p>una piazza</p>`},
		{
			"decorative picture", "![x](a.png)",
			Resolved{Images: []Picture{{URL: "a.png", Decorative: true}}},
			`<p><img src="a.png" alt="" loading="lazy" decoding="async"></p>`,
		},
		{
			"other text for a picture", "![x](a.png)",
			Resolved{Images: []Picture{{URL: "a.png", Alt: "y"}}},
			`<p><img src="a.png" alt="y" loading="lazy" decoding="async"></p>`,
		},
		{
			"bad variants are left out", "![x](a.png)",
			Resolved{Images: []Picture{{URL: "a.png", SrcSet: []Variant{{URL: "data:x", Width: 1}, {URL: "b.png"}}, Sizes: "1px"}}},
			`<p><img src="a.png" alt="x" loading="lazy" decoding="async"></p>`,
		},
		{"ids carried over", "## Uno {#mine}\n\n### Due", Resolved{HeadingIDs: []string{"objectives"}}, `<h2 id="objectives">Uno</h2><h3>Due</h3>`},
		{
			"ids set apart", "## Uno\n\n[a]{#v} [b](#uno) c[^1]\n\n[^1]: d",
			Resolved{HeadingIDs: []string{"x-uno"}, Prefix: "x-"},
			`<h2 id="x-uno">Uno</h2><p><span id="x-v">a</span> <a href="#x-uno">b</a> c<sup class="footnote-ref"><a href="#x-fn-1" id="x-fnref-1" role="doc-noteref">1</a></sup></p>` +
				`<section class="footnotes" role="doc-endnotes"><ol><li id="x-fn-1"><p>d <a href="#x-fnref-1" class="footnote-back" role="doc-backlink">` + "↩\uFE0E" + `</a></p></li></ol></section>`,
		},
		{"levels shifted", "## Uno\n\n###### Sei", Resolved{BaseLevel: 1}, `<h3>Uno</h3><h6>Sei</h6>`},
		{"span whose id is taken", "## Uno\n\n[a]{#u} [b]{#v} [c]{#v}", Resolved{HeadingIDs: []string{"u"}}, `<h2 id="u">Uno</h2><p><span>a</span> <span id="v">b</span> <span>c</span></p>`},
		{
			"no labels", "a[^1]\n\n[^1]: b\n\n> [!TIP]\n> c",
			Resolved{},
			`<p>a<sup class="footnote-ref"><a href="#fn-1" id="fnref-1" role="doc-noteref">1</a></sup></p><div class="notice notice-tip" role="note"><p>c</p></div>` +
				`<section class="footnotes" role="doc-endnotes"><ol><li id="fn-1"><p>b <a href="#fnref-1" class="footnote-back" role="doc-backlink">` + "↩\uFE0E" + `</a></p></li></ol></section>`,
		},
		{
			"note in a link, behind it", "[a[^1] b](c)\n\n[^1]: d",
			Resolved{Links: []Target{{URL: "c", Note: "PDF"}}},
			`<p><a href="c">a b (PDF)</a><sup class="footnote-ref"><a href="#fn-1" id="fnref-1" role="doc-noteref">1</a></sup></p>` +
				`<section class="footnotes" role="doc-endnotes"><ol><li id="fn-1"><p>d <a href="#fnref-1" class="footnote-back" role="doc-backlink">` + "↩\uFE0E" + `</a></p></li></ol></section>`,
		},
		{
			"note in the text of a figure, in its caption", "![a[^1]](b.png \"c\")\n\n[^1]: d",
			Resolved{Images: []Picture{{URL: "b.png"}}},
			`<figure class="figure"><img src="b.png" alt="a" loading="lazy" decoding="async"><figcaption>c<sup class="footnote-ref"><a href="#fn-1" id="fnref-1" role="doc-noteref">1</a></sup></figcaption></figure>` +
				`<section class="footnotes" role="doc-endnotes"><ol><li id="fn-1"><p>d <a href="#fnref-1" class="footnote-back" role="doc-backlink">` + "↩\uFE0E" + `</a></p></li></ol></section>`,
		},
		{"address in a link", "[a <https://x.example>](b)", Resolved{Links: []Target{{URL: "b"}, {URL: "https://x.example"}}}, `<p><a href="b">a https://x.example</a></p>`},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if got := asHTML([]byte(tc.text), "it", tc.r); got != tc.want {
				t.Errorf("\n got %s\nwant %s", got, tc.want)
			}
		})
	}
}

// TestHTMLKeepsToCommonMark holds what our renderer could get wrong; the parser
// itself is tested against the whole specification by its authors.
func TestHTMLKeepsToCommonMark(t *testing.T) {
	for _, tc := range []struct{ text, want string }{
		{"\\<b>\\&amp;\\*\\`", "<p>&lt;b&gt;&amp;amp;*`</p>"},
		{"&lt;b&gt; &#60; &#x3C; &amp;lt; &nope; &#0; &#xD800; &#128; &ampx; &;", "<p>&lt;b&gt; &lt; &lt; &amp;lt; &amp;nope; \uFFFD \uFFFD \uFFFD &amp;ampx; &amp;;</p>"},
		{"a\x00b\x1bc", "<p>a\uFFFDb\uFFFDc</p>"},
		{"bad \xff utf", "<p>bad \uFFFD utf</p>"},
		{"`` a`b `` ` `", "<p><code>a`b</code> <code> </code></p>"},
		{"**a*b*c**", "<p><strong>a<em>b</em>c</strong></p>"},
		{"[a](b(c)d \"e&quot;f\")", `<p><a href="b(c)d" title="e&quot;f">a</a></p>`},
		{"[a](<b c>)", `<p><a href="b%20c">a</a></p>`},
		{"[a](/%E8?x=ä&amp;y)", `<p><a href="/%E8?x=%C3%A4&amp;y">a</a></p>`},
		{"```js\" onclick=x\n<i>\n```", "<pre tabindex=\"0\"><code>&lt;i&gt;\n</code></pre>"},
		{"~~~ c++\nx\n~~~", "<pre tabindex=\"0\"><code>x\n</code></pre>"},
		{"\ta\n\n\t\tb", "<pre tabindex=\"0\"><code>a\n\n\tb\n</code></pre>"},
		{"a  \nb\\\nc", "<p>a<br>b<br>c</p>"},
		{"- a\n\n  b\n- c", "<ul><li><p>a</p><p>b</p></li><li><p>c</p></li></ul>"},
		{"0. a", `<ol start="0"><li>a</li></ol>`},
		{"", ""},
		{"\n\n \n", ""},
		{"{#a} {.b}", "<p>{#a} {.b}</p>"},
		{"[a]{} [b]{ } [c]{x} [d]{lang=} [e] {lang=fr}", "<p>[a]{} [b]{ } [c]{x} <span>d</span> [e] {lang=fr}</p>"},
		{"\\[a]{lang=fr} [a\\]{lang=fr} ]", "<p>[a]{lang=fr} [a]{lang=fr} ]</p>"},
		{"[a\nb *c*]{lang=fr}\nd", "<p><span lang=\"fr\">a\nb <em>c</em></span>\nd</p>"},
		{"[[a]{lang=fr} b](#c)", `<p><a href="#c"><span lang="fr">a</span> b</a></p>`},
		{"\"a\"*b* \"*c*\" (\"`d`\") \"\n5\"", "<p>«a»<em>b</em> «<em>c</em>» («<code>d</code>») &quot;\n5&quot;</p>"},
		{"[a]{.b .c .d\"} [e]{.f .g class=\"h i\"}", `<p><span class="b c">a</span> <span class="f g h i">e</span></p>`},
		{"```\na\x1bb\n```", "<pre tabindex=\"0\"><code>a\uFFFDb\n</code></pre>"},
		{"> [!NOTE](x) y", `<blockquote><p><a href="x">!NOTE</a> y</p></blockquote>`},
		{"a[^nope] [^]: x", "<p>a[^nope] [^]: x</p>"},
	} {
		d := Parse(Source{Text: []byte(tc.text), Lang: "it"})
		r := resolve(d)
		for i := range r.Links {
			r.Links[i].Note = ""
		}
		if got := asHTML([]byte(tc.text), "it", r); got != tc.want {
			t.Errorf("%q\n got %s\nwant %s", tc.text, got, tc.want)
		}
	}
}

func TestHTMLIsTheSameTwice(t *testing.T) {
	text := strings.Repeat("## A \"b\" {#c}\n\n[x]{#y} [^1] | [](@/z)\n\n[^1]: w\n\n", 5)
	if a, b := render(text, "it"), render(text, "it"); a != b {
		t.Errorf("two runs differ:\n%s\n%s", a, b)
	}
}
