package build_test

import (
	"maps"
	"regexp"
	"strings"
	"testing"

	"dossier/internal/build"
	"dossier/internal/check"
	"dossier/internal/diag"
)

// underSubPath builds the demonstration site for an address with a path, an old
// address among its pages.
func underSubPath(t *testing.T) *build.Result {
	t.Helper()
	site := demonstration(t)
	site.words("content/pages/moved", "Pagina spostata", "Moved page", "Testo.")
	site.replace("content/pages/moved.it.md", "title:", "aliases: [/it/vecchia]\ntitle:")
	o := site.options()
	o.BaseURL = "https://example.org/a/sub-path/"
	return mustBuild(t, o)
}

var (
	addressAttribute = regexp.MustCompile(`\s(?:href|src|poster|action)="(/[^"]*)"`)
	srcsetAttribute  = regexp.MustCompile(`\ssrcset="([^"]*)"`)
	absoluteAddress  = regexp.MustCompile(`https://example\.org(/[^"'<\s]*)`)
)

func TestUnderASubPathEveryAddressBeginsWithIt(t *testing.T) {
	r := underSubPath(t)
	addresses := 0
	for _, f := range r.Files {
		text := string(f.Data)
		if strings.HasSuffix(f.Path, ".html") {
			for _, m := range addressAttribute.FindAllStringSubmatch(text, -1) {
				addresses++
				if !strings.HasPrefix(m[1], "/a/sub-path/") {
					t.Errorf("%s: %s", f.Path, m[1])
				}
			}
			for _, m := range srcsetAttribute.FindAllStringSubmatch(text, -1) {
				for _, source := range strings.Split(m[1], ", ") {
					if !strings.HasPrefix(source, "/a/sub-path/") {
						t.Errorf("%s: srcset %s", f.Path, source)
					}
				}
			}
		}
		for _, m := range absoluteAddress.FindAllStringSubmatch(text, -1) {
			if !strings.HasPrefix(m[1], "/a/sub-path/") {
				t.Errorf("%s: %s", f.Path, m[0])
			}
		}
		if strings.Contains(text, "conciliare.example.it") {
			t.Errorf("%s holds the address of site.toml", f.Path)
		}
	}
	if addresses < 5000 {
		t.Errorf("only %d addresses were looked at", addresses)
	}
}

func TestUnderASubPathTheFilesForHostsAndMachinesHoldIt(t *testing.T) {
	r := underSubPath(t)
	contains(t, file(t, r, "_redirects"), "/a/sub-path/it/vecchia/ /a/sub-path/it/moved/ 301\n")
	contains(t, file(t, r, "it/vecchia/index.html"), `url=/a/sub-path/it/moved/`, `<link rel="canonical" href="https://example.org/a/sub-path/it/moved/">`)
	contains(t, file(t, r, "_headers"), "/a/sub-path/*\n", "/a/sub-path/assets/*\n")
	contains(t, file(t, r, "robots.txt"), "Sitemap: https://example.org/a/sub-path/sitemap.xml\n")
	contains(t, file(t, r, "it/feed.xml"), "<id>https://example.org/a/sub-path/it/</id>")
	contains(t, file(t, r, "it/calendar.ics"), "URL:https://example.org/a/sub-path/it/eventi/")
	contains(t, file(t, r, "it/data/projects.json"), "https://example.org/a/sub-path/it/progetti/masp/")

	locations := regexp.MustCompile(`<loc>([^<]*)</loc>`).FindAllStringSubmatch(file(t, r, "sitemap.xml"), -1)
	if len(locations) < 250 {
		t.Errorf("the site map has only %d pages", len(locations))
	}
	for _, m := range locations {
		path, ok := strings.CutPrefix(m[1], "https://example.org/a/sub-path/")
		if path == "" || strings.HasSuffix(path, "/") {
			path += "index.html"
		}
		if !ok || !hasFile(r, path) {
			t.Errorf("the site map holds %s", m[1])
		}
	}
}

func TestAnIndependentReaderFindsNoDeadLink(t *testing.T) {
	demo := demonstration(t).options()
	sub := demo
	sub.BaseURL = "https://example.org/a/sub-path/"
	for name, o := range map[string]build.Options{
		"at the root": demo, "under a sub-path": sub, "six languages": europe(t).options(), "made up": corpus(t, 2).options(),
		"notices": onlyItalian(t, "notice").options(), "links": onlyItalian(t, "link").options(),
	} {
		t.Run(name, func(t *testing.T) {
			r := mustBuild(t, o)
			pages := map[string][]byte{}
			for _, f := range r.Files {
				pages[f.Path] = f.Data
			}
			finished := check.Finished{Files: maps.Clone(pages), Base: r.Config.Base, Origin: r.Config.Origin, Owed: r.Owed(), Source: r.Origin}
			if diags := finished.Check(); diag.HasErrors(diags) {
				t.Errorf("%s", told(diags))
			}
		})
	}
}
