package theme

import (
	"crypto/sha256"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// published lists the assets: path, type, content.
func published(th *Theme) string {
	var all []string
	for _, a := range th.Assets() {
		all = append(all, a.Path+" "+a.Type+" "+string(a.Data))
	}
	return strings.Join(all, "\n")
}

func TestAssetsAreBundledMinifiedAndNamedAfterTheirContent(t *testing.T) {
	o := options(t, small(
		"theme.toml", "[bundle]\n\"site.css\" = [\"css/1.css\", \"css/2.css\"]\n\"site.js\" = [\"js/*.js\"]\n",
		"assets/css/1.css", "/* colours */\na { color: var(--site-accent); }\n",
		"assets/css/2.css", ".e { background: url( 'asset:emblem.svg' ) }\n",
		"assets/js/a.js", "const one = 1 // first\n",
		"assets/js/b.js", "console.log(one)\n",
		"assets/icons/play.svg", "<!-- x --><svg xmlns=\"http://www.w3.org/2000/svg\">\n</svg>",
		"layouts/kit.html", `{{inline "icons/play.svg"}}`,
		"layouts/text.html", `<link href="{{asset "site.css"}}">`,
	))
	o.Accent = "#7a0019"
	th := load(t, o)
	want := `assets/emblem.414a1ede.svg image/svg+xml <svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h3v2H0z"/></svg>
assets/site.2834ea56.css text/css; charset=utf-8 :root{--site-accent:#7a0019;--site-accent-dark:#be828e}a{color:var(--site-accent)}
.e{background:url(/sub/assets/emblem.414a1ede.svg)}
assets/site.4eb5ed38.js text/javascript; charset=utf-8 const one=1
console.log(one)`
	if diff := cmp.Diff(want, published(th)); diff != "" {
		t.Error(diff)
	}
	for _, a := range th.Assets() {
		if sum := fmt.Sprintf("%x", sha256.Sum256(a.Data)); !strings.Contains(a.Path, "."+sum[:8]+".") {
			t.Errorf("%s is not named after its content, %s", a.Path, sum)
		}
	}
	url, _ := th.AssetURL("site.css")
	if url != "/sub/assets/site.2834ea56.css" {
		t.Error(url)
	}
	if _, ok := th.AssetURL("icons/play.svg"); ok {
		t.Error("a drawing that is only put into pages is published")
	}
}

func TestSiteReplacesOnePartOfABundle(t *testing.T) {
	o := options(t, small(
		"theme.toml", "[bundle]\n\"site.css\" = [\"css/*.css\"]\n",
		"assets/css/1.css", "a{top:0}",
		"assets/css/2.css", "b{top:0}",
	))
	o.Site = fileTree("assets/css/1.css", "i{top:0}", "assets/css/9.css", "u{top:0}")
	if got := published(load(t, o)); !strings.Contains(got, "css; charset=utf-8 i{top:0}\nb{top:0}\nu{top:0}") {
		t.Error(got)
	}
}

func TestMistakesInAssets(t *testing.T) {
	_, ds := Load(options(t, small(
		"theme.toml", "[bundle]\n\"site.css\" = [\"css/1.css\", \"css/3.css\"]\n",
		"assets/css/1.css", "a{}\n.è{background:url(asset:emblm.svg)}",
		"assets/a.js", "let x = 1;\nlet y = ;",
	)))
	want := `themes/small/assets/a.js:2:9-0 template-syntax: the file cannot be understood here: unexpected ; in expression
themes/small/assets/css/1.css:2:25-34 unknown-asset: the theme has no asset "emblm.svg" | did you mean "emblem.svg"?
themes/small/theme.toml:2:28-39 unknown-asset: the theme has no asset "css/3.css" | did you mean "css/1.css"?`
	if diff := cmp.Diff(want, lines(ds)); diff != "" {
		t.Error(diff)
	}
}
