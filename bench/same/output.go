package main

import (
	"html"
	"io/fs"
	"os"
	"path"
	"regexp"
	"strings"
)

// output is what a program published.
type output struct {
	pages  map[string]page // by path
	bytes  int             // of all pages
	others int             // bytes of feeds, data, style sheets
}

// page is what one reads off an HTML file.
type page struct {
	kind     string
	bytes    int
	words    int
	links    map[string]bool
	hreflang int
	data     bool
}

// standalone are pages that only one program makes, or that another makes in its
// own way: the choice of languages and the page for what is not found.
var standalone = map[string]bool{"index.html": true, "404.html": true, "it/404.html": true, "en/404.html": true}

func read(dir string) (output, error) {
	out := output{pages: map[string]page{}}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path.Join(dir, name))
		switch {
		case err != nil:
			return err
		case standalone[name]:
		case strings.HasSuffix(name, ".html"):
			out.pages[name] = parse(string(data))
			out.bytes += len(data)
		default:
			out.others += len(data)
		}
		return nil
	})
	return out, err
}

var (
	dataPage = regexp.MustCompile(`data-page="?([a-z0-9]+)`)
	hrefLang = regexp.MustCompile(`rel="?alternate"? hreflang`)
	href     = regexp.MustCompile(`href=("[^"]*"|[^\s>]+)`)
	script   = regexp.MustCompile(`(?s)<script.*?</script>|<head>.*?</head>`)
	tag      = regexp.MustCompile(`<[^>]+>`)
)

func parse(text string) page {
	p := page{bytes: len(text), links: map[string]bool{}, hreflang: len(hrefLang.FindAllString(text, -1)), data: strings.Contains(text, "application/ld+json")}
	if m := dataPage.FindStringSubmatch(text); m != nil {
		p.kind = m[1]
	}
	for _, m := range href.FindAllStringSubmatch(text, -1) {
		link := html.UnescapeString(strings.Trim(m[1], `"`))
		if strings.HasPrefix(link, "/it/") || strings.HasPrefix(link, "/en/") {
			p.links[link] = true
		}
	}
	p.words = len(strings.Fields(html.UnescapeString(tag.ReplaceAllString(script.ReplaceAllString(text, " "), " "))))
	return p
}
