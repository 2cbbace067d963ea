package check_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/internal/build"
	"dossier/internal/check"
	"dossier/internal/diag"
	"dossier/internal/i18n"
)

// good is a page without fault, in the two languages of site.
const good = `<!doctype html>
<html lang="LANG">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<title>Title in LANG</title>
<link rel="canonical" href="https://example.org/sub/LANG/">
` + alternates + `
<link rel="alternate" type="application/atom+xml" hreflang="it" href="/sub/it/feed.xml">
<link rel="stylesheet" href="/sub/assets/a.css">
<script type="application/ld+json">{"@type": "Thing"}</script>
<script defer src="/sub/assets/a.js"></script>
</head>
<body>
<h1 id="top">Title</h1>
<h2 id="part">Part</h2>
<h3>Deeper</h3>
<h2>Another part</h2>
<p><a href="#part">Part</a> <a href="../en/#top" hreflang="en">English</a> <a href="/sub/it/guide.pdf">Guide</a></p>
<p><a href="https://elsewhere.example/">Elsewhere</a> <a href="mailto:a@example.org">Write</a></p>
<p><a href="../it/" hreflang="it"><img src="/sub/assets/a.svg" alt="Home"></a></p>
<img src="/sub/assets/a.svg" srcset="/sub/assets/a.svg 1x, /sub/assets/b.svg 2x" alt="">
<a name="old"></a>
</body>
</html>
`

// alternates are the translations that both pages name.
const alternates = `<link rel="alternate" hreflang="it" href="https://example.org/sub/it/">
<link rel="alternate" hreflang="en" href="https://example.org/sub/en/">
<link rel="alternate" hreflang="x-default" href="https://example.org/sub/it/">`

// site returns two good pages and their files, after a change to the Italian one.
func site(old, with string) map[string][]byte {
	pages := map[string][]byte{
		"it/index.html": []byte(strings.ReplaceAll(good, "LANG", "it")),
		"en/index.html": []byte(strings.ReplaceAll(good, "LANG", "en")),
	}
	for _, file := range []string{"assets/a.css", "assets/a.js", "assets/a.svg", "assets/b.svg", "it/feed.xml", "it/guide.pdf"} {
		pages[file] = nil
	}
	if page := string(pages["it/index.html"]); old != "" {
		pages["it/index.html"] = []byte(strings.Replace(page, old, with, 1))
	}
	return pages
}

// found lists diagnostics as “file key”.
func found(diags []diag.Diagnostic) []string {
	var out []string
	for _, d := range diags {
		out = append(out, d.Pos.File+" "+d.Message.Key)
	}
	slices.Sort(out)
	return out
}

func TestGoodPagesAreFaultless(t *testing.T) {
	if diags := check.Independent(site("", ""), "/sub/"); len(diags) > 0 {
		t.Error(found(diags))
	}
}

func TestPlantedFaultsAreFound(t *testing.T) {
	const body = "</body>"
	for _, c := range []struct {
		name, old, with string
		want            string // of the Italian page unless it names its file; several: one line each
	}{
		{"dead link", body, `<a href="../fr/">Français</a>`, "broken-link.output"},
		{"dead download", `guide.pdf`, `guida.pdf`, "broken-link.output"},
		{"dead picture", `src="/sub/assets/a.svg" srcset`, `src="/sub/assets/c.svg" srcset`, "broken-link.output"},
		{"dead picture of another size", `b.svg 2x`, `c.svg 2x`, "broken-link.output"},
		{"link outside the base path", `/sub/it/guide.pdf`, `/it/guide.pdf`, "broken-link.output"},
		{"dead anchor on the page", `#part`, `#parte`, "broken-anchor.output"},
		{"dead anchor on another page", `../en/#top`, `../en/#bottom`, "broken-anchor.output"},
		{"id twice", `<h3>`, `<h3 id="part">`, "duplicate-id.output"},
		{"no title", `<title>Title in it</title>`, ``, "page-structure.title"},
		{"empty title", `Title in it</title>`, "\n</title>", "page-structure.title"},
		{"title of a drawing only", `<title>Title in it</title>`, `<svg><title>Drawing</title></svg>`, "page-structure.title"},
		{"no level-1 heading", `<h1 id="top">Title</h1>`, `<p id="top">Title</p>`, "page-structure.level\npage-structure.top"},
		{"two level-1 headings", body, `<h1>Again</h1>`, "page-structure.top"},
		{"skipped level", `<h2>Another part</h2>`, `<h2>Another part</h2><h4>Too deep</h4>`, "page-structure.level"},
		{"picture without alt", ` alt="">`, `>`, "missing-alt.output"},
		{"link without text", `>Guide</a>`, "> <span></span>\n</a>", "page-structure.link"},
		{"link with a picture that says nothing", `alt="Home"`, `alt=""`, "page-structure.link"},
		{"new window", `<a href="https://elsewhere.example/"`, `<a target="_blank" href="https://elsewhere.example/"`, "page-structure.window"},
		{"no language", `<html lang="it">`, `<html>`, "page-language\nen/index.html hreflang.language\nhreflang.language"},
		{"empty language", `<html lang="it">`, `<html lang=" ">`, "page-language\nen/index.html hreflang.language\nhreflang.language"},
		{"inline script", body, `<script>alert(1)</script>`, "inline-code.script"},
		{"inline module", body, `<script type="module">import "/x"</script>`, "inline-code.script"},
		{"style element", `</head>`, `<style>p {}</style></head>`, "inline-code.style"},
		{"style attribute", `<h3>`, `<h3 style="color: red">`, "inline-code.attribute"},
		{"event attribute", `<h3>`, `<h3 onclick="f()">`, "inline-code.attribute"},
		{"event attribute in capitals, unquoted", `<h3>`, `<h3 ONCLICK=f()>`, "inline-code.attribute"},
		{"script address", `href="#part"`, `href=" JavaScript:f()"`, "inline-code.attribute"},
		{"foreign picture", body, `<img src="https://elsewhere.example/p.png" alt="">`, "foreign-request"},
		{"foreign picture of another size", `b.svg 2x`, `b.svg 2x, //elsewhere.example/p.png 3x`, "foreign-request"},
		{"foreign script", body, `<script src="//elsewhere.example/x.js"></script>`, "foreign-request"},
		{"foreign style sheet", `</head>`, `<link rel="preload stylesheet" href="https://elsewhere.example/x.css"></head>`, "foreign-request"},
		{"foreign frame", body, `<iframe src="https://elsewhere.example/"></iframe>`, "foreign-request"},
		{"foreign film", body, `<video poster="https://elsewhere.example/p.png"><source src="HTTPS://elsewhere.example/f.mp4"></video>`, "foreign-request\nforeign-request"},
		{"foreign picture without script", body, `<noscript><img src="https://elsewhere.example/p.png" alt=""></noscript>`, "foreign-request"},
		{"foreign drawing", body, `<svg><image href="https://elsewhere.example/p.png"/></svg>`, "foreign-request"},
		{"no policy", `http-equiv="Content-Security-Policy"`, `name="policy"`, "foreign-request.policy"},
		{"empty policy", `content="default-src 'none'"`, `content=""`, "foreign-request.policy"},
		{"policy that lets other sites in", `default-src 'none'`, `default-src 'none'; img-src https://cdn.example`, "foreign-request.weak"},
		{"policy that lets code in pages in", `default-src 'none'`, `default-src 'none'; script-src 'unsafe-inline'`, "foreign-request.weak"},
		{"policy that leaves things out", `default-src 'none'`, `script-src 'self'`, "foreign-request.weak"},
		{"empty heading", `<h3>Deeper</h3>`, `<h3> </h3>`, "page-structure.empty"},
		{"heading of a picture that says nothing", `<h3>Deeper</h3>`, `<h3><img src="/sub/assets/a.svg" alt=""></h3>`, "page-structure.empty"},
		{"no language tag", `<h3>`, `<h3 lang="italiano">`, "page-language.tag"},
		{"no language tag of a page", `<html lang="it">`, `<html lang="it_IT!">`, "page-language.tag\nen/index.html hreflang.language\nhreflang.language"},
		{"no language tag of a translation", `hreflang="en" href="https`, `hreflang="english-uk-x" href="https`, "page-language.tag\nhreflang.language"},
		{"link to another language", ` hreflang="en">English`, `>English`, "page-language.link"},
		{"link in the other language, but not marked", ` hreflang="en">English`, `><span lang="fr">English</span>`, "page-language.link"},
		{"dead poster", body, `<video poster="/sub/assets/p.png"></video>`, "broken-link.output"},
		{"dead picture of another size", `/sub/assets/b.svg 2x`, `/sub/assets/c.svg 2x`, "broken-link.output"},
		{"dead download", `/sub/it/guide.pdf`, `/sub/it/guida.pdf`, "broken-link.output"},
		{"no x-default", `hreflang="x-default"`, `hreflang="fr"`, "hreflang.default\nhreflang.language"},
		{"wrong language of a translation", `hreflang="it" href="https://example.org/sub/it/"`, `hreflang="it" href="https://example.org/sub/en/"`, "hreflang.language"},
		{"names neither itself nor a default", alternates, `<link rel="alternate" hreflang="en" href="https://example.org/sub/en/">`, "hreflang.self\nhreflang.default"},
		{"names nothing", alternates, ``, "hreflang.self\nhreflang.default\nen/index.html hreflang.return\nen/index.html hreflang.return"},
		{"translation that is not there", `hreflang="en" href="https://example.org/sub/en/"`, `hreflang="en" href="https://example.org/sub/eng/"`, "hreflang.target\nen/index.html hreflang.return\nen/index.html hreflang.return"},
		{"translation that is hidden", `<meta charset="utf-8">`, `<meta name="robots" content="noindex, follow">`, "en/index.html hreflang.return\nen/index.html hreflang.return"},
	} {
		t.Run(c.name, func(t *testing.T) {
			pages := site(c.old, c.with)
			if string(pages["it/index.html"]) == string(site("", "")["it/index.html"]) {
				t.Fatal("nothing was planted")
			}
			var want []string
			for line := range strings.Lines(c.want) {
				line = strings.TrimSpace(line)
				if !strings.Contains(line, " ") {
					line = "it/index.html " + line
				}
				want = append(want, line)
			}
			slices.Sort(want)
			if diff := cmp.Diff(want, found(check.Independent(pages, "/sub/"))); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestTitlesAreUniqueWithinALanguage(t *testing.T) {
	pages := site("Title in it", "Title in en")
	if diags := check.Independent(pages, "/sub/"); len(diags) > 0 {
		t.Error("the same title in two languages:", found(diags))
	}
	hidden := strings.Replace(string(pages["it/index.html"]), `<meta charset="utf-8">`, `<meta name="robots" content="noindex">`, 1)
	pages["it/old.html"] = []byte(strings.ReplaceAll(hidden, `rel="alternate"`, `rel="bookmark"`))
	if diags := check.Independent(pages, "/sub/"); len(diags) > 0 {
		t.Error("the same title on a hidden page:", found(diags))
	}
	pages["it/copy.html"] = pages["it/index.html"]
	got := found(check.Independent(pages, "/sub/"))
	if !slices.Contains(got, "it/index.html page-structure.same-title") {
		t.Error("a title used twice is not found:", got)
	}
}

// realSite builds the demonstration site in memory.
func realSite(t *testing.T) *build.Result {
	t.Helper()
	r, err := build.Run(build.Options{
		Root: filepath.Join("..", ".."), Today: i18n.Date{Year: 2026, Month: 11, Day: 22}, NoCache: true,
	})
	if err != nil {
		t.Fatal(err)
	}
	if r.Failed || len(r.Files) == 0 {
		t.Fatalf("the site has errors: %v", r.Diags)
	}
	return r
}

func TestScannerAndParserAgreeOnTheRealSite(t *testing.T) {
	pages, addresses := 0, 0
	for _, f := range realSite(t).Files {
		if filepath.Ext(f.Path) != ".html" {
			continue
		}
		quick, slow := check.Scan(f.Data), check.Parse(f.Data)
		pages, addresses = pages+1, addresses+len(slices.Collect(slow.Links()))
		if diff := cmp.Diff(findings(slow), findings(quick)); diff != "" {
			t.Errorf("%s (-parser +scanner):\n%s", f.Path, diff)
		}
	}
	if pages < 100 || addresses < 10*pages {
		t.Errorf("only %d addresses on %d pages: is this the site?", addresses, pages)
	}
}

func TestScannerAndParserAgreeOnDescriptions(t *testing.T) {
	page := []byte(`<html lang="it"><head><meta name="description" content="About url=x and more">` +
		`<meta http-equiv="refresh" content="0; url=/it/"></head><body></body></html>`)
	want := []string{"/it/"}
	for name, got := range map[string][]string{"scanner": slices.Collect(check.Scan(page).Links()), "parser": slices.Collect(check.Parse(page).Links())} {
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// findings brings a page's findings into one order: a parser may move elements.
func findings(p check.Page) [2][]string {
	return [2][]string{slices.Sorted(p.IDs().All()), slices.Sorted(p.Links())}
}

func TestRealSiteIsFaultless(t *testing.T) {
	r := realSite(t)
	f := check.Finished{Files: map[string][]byte{}, Base: r.Config.Base, Origin: r.Config.Origin, Owed: r.Owed(), Source: r.Origin}
	emblems := 0
	for _, file := range r.Files {
		f.Files[file.Path] = file.Data
	}
	for _, owed := range f.Owed {
		if owed.EU {
			emblems++
		}
	}
	if emblems < 50 {
		t.Errorf("only %d pages owe the emblem: is this the site?", emblems)
	}
	for _, d := range f.Check() {
		t.Errorf("%s: %s", d.Pos.File, d.Message.In(diag.English))
	}
}
