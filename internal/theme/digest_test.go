package theme

import (
	"strings"
	"testing"
)

// digestBase has a guide that uses one message and one asset, and a kit that
// uses others.
func digestBase(more ...string) []string {
	return append([]string{
		"layouts/guide.html", `{{template "lead" .Page}}{{t "kit.read"}}{{asset "a.txt"}}`,
		"layouts/kit.html", `{{t "kit.use"}}{{inline "emblem.svg"}}`,
		"layouts/partials/lead.html", `{{.Summary}}`,
		"assets/a.txt", "a",
		"assets/b.txt", "b",
	}, more...)
}

func TestDigestFollowsWhatTheOutputDependsOnAndNothingElse(t *testing.T) {
	const texts = "[kit]\nuse = \"Use the kit\"\nread = \"Read\"\n"
	for _, c := range []struct {
		name    string
		files   []string
		changes string // of guide/en guide/it kit/en redirect/en
	}{
		{"nothing", nil, ""},
		{"its layout", []string{"layouts/guide.html", `{{template "lead" .Page}}{{t "kit.read"}}{{asset "a.txt"}}.`}, "guide/en guide/it"},
		{"a partial it reaches", []string{"layouts/partials/lead.html", `{{.Summary}}.`}, "guide/en guide/it"},
		{"a partial nobody reaches", []string{"layouts/partials/lost.html", `x`}, ""},
		{"another layout", []string{"layouts/kit.html", `x{{t "kit.use"}}{{inline "emblem.svg"}}`}, "kit/en"},
		{"the frame", []string{"layouts/base.html", `<!doctype html><title>x</title>{{main}}`}, "guide/en guide/it kit/en"},
		{"the redirect", []string{"layouts/redirect.html", `<!doctype html>`}, "redirect/en"},
		{"its message", []string{"i18n/en.toml", strings.Replace(texts, "Read", "Study", 1)}, "guide/en"},
		{"another message", []string{"i18n/en.toml", strings.Replace(texts, "Use", "Take", 1)}, "kit/en"},
		{"a message more", []string{
			"i18n/en.toml", texts + "more = \"m\"\n",
			"i18n/it.toml", "[kit]\nuse = \"Usa il kit\"\nread = \"Leggi\"\nmore = \"m\"\n",
		}, ""},
		{"its asset", []string{"assets/a.txt", "c"}, "guide/en guide/it"},
		{"another asset", []string{"assets/b.txt", "c"}, ""},
		{"its drawing", []string{"assets/emblem.svg", `<svg xmlns="http://www.w3.org/2000/svg"/>`}, "kit/en"},
	} {
		before := load(t, options(t, small(digestBase()...)))
		after := load(t, options(t, small(digestBase(c.files...)...)))
		var changed []string
		for _, output := range []string{"guide/en", "guide/it", "kit/en", "redirect/en"} {
			kind, lang, _ := strings.Cut(output, "/")
			if before.Digest(kind, lang) != after.Digest(kind, lang) {
				changed = append(changed, output)
			}
		}
		if got := strings.Join(changed, " "); got != c.changes {
			t.Errorf("%s: changes %q, want %q", c.name, got, c.changes)
		}
	}
}

func TestDigestFollowsPluralFormsAndBasePath(t *testing.T) {
	files := func(one string) []string {
		return []string{
			"layouts/kit.html", `{{t "kit.count" "count" (len .Areas)}}`,
			"i18n/en.toml", "[kit.count]\none = \"" + one + "\"\nother = \"{{.count}} areas\"\n",
			"i18n/it.toml", "[kit.count]\none = \"{{.count}} area\"\nother = \"{{.count}} aree\"\n",
		}
	}
	before := load(t, options(t, small(files("one area")...)))
	after := load(t, options(t, small(files("an area")...)))
	if before.Digest("kit", "en") == after.Digest("kit", "en") {
		t.Error("a plural form changes, the digest does not")
	}
	if before.Digest("kit", "it") != after.Digest("kit", "it") {
		t.Error("a form of another language changes the digest")
	}
	o := options(t, small(files("one area")...))
	o.BasePath = "/"
	if load(t, o).Digest("kit", "en") == before.Digest("kit", "en") {
		t.Error("the base path changes, the digest does not")
	}
}
