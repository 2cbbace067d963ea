package check

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"dossier/internal/diag"
)

// alternate is a translation that a page names: <link rel="alternate" hreflang>.
type alternate struct{ lang, url string }

// anyLanguage is the hreflang of the page for readers of all other languages.
const anyLanguage = "x-default"

// sameTitles reports pages of one language that search engines and screen
// readers would announce alike (WCAG 2.4.2).
func sameTitles(docs []*document) []diag.Diagnostic {
	first := map[string]string{}
	var diags []diag.Diagnostic
	for _, d := range docs {
		if d.hidden || d.title == "" {
			continue
		}
		key := d.lang + "\n" + d.title
		if other, twice := first[key]; twice {
			diags = append(diags, diag.At(diag.Pos{File: d.path}, "page-structure.same-title", d.title, other).WithHint("hint.other-title"))
			continue
		}
		first[key] = d.path
	}
	return diags
}

// translations checks that every page for search engines names itself, a page
// for all other languages, and translations that name it in turn. Pages that are
// hidden stand outside every set.
func (s Site) translations(docs []*document) []diag.Diagnostic {
	byPath := map[string]*document{}
	for _, d := range docs {
		byPath[d.path] = d
	}
	var diags []diag.Diagnostic
	for _, d := range docs {
		if d.hidden {
			continue
		}
		add := func(key string, args ...any) {
			diags = append(diags, diag.At(diag.Pos{File: d.path}, key, args...).WithHint("hint.of-theme"))
		}
		if !d.names(anyLanguage) {
			add("hreflang.default")
		}
		if !d.listed(s, d) {
			add("hreflang.self")
		}
		s.others(d, byPath, add)
	}
	return diags
}

// others follows the translations that a page names.
func (s Site) others(d *document, byPath map[string]*document, add func(key string, args ...any)) {
	for _, a := range d.others {
		target := byPath[s.output(a.url)]
		switch {
		case target == nil:
			add("hreflang.target", a.lang, a.url)
		case target.hidden || !target.listed(s, d):
			add("hreflang.return", a.lang, target.path)
		case a.lang != anyLanguage && !strings.EqualFold(a.lang, target.lang):
			add("hreflang.language", a.lang, target.path, target.lang)
		}
	}
}

func (d *document) names(lang string) bool {
	return slices.ContainsFunc(d.others, func(a alternate) bool { return a.lang == lang })
}

// listed reports whether a page names another one.
func (d *document) listed(s Site, other *document) bool {
	return slices.ContainsFunc(d.others, func(a alternate) bool { return s.output(a.url) == other.path })
}

// output is the path in the output that an absolute address of this site leads
// to; empty for one that is not below the base path.
func (s Site) output(address string) string {
	u, err := url.Parse(address)
	if err != nil || !u.IsAbs() {
		return ""
	}
	rest, inside := strings.CutPrefix(u.Path, s.Base)
	if !inside {
		return ""
	}
	if rest == "" || strings.HasSuffix(rest, "/") {
		return path.Join(rest, "index.html")
	}
	return rest
}
