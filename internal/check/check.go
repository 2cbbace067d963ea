// Package check judges finished outputs as an outsider would: it looks at the
// bytes and at nothing that made them.
//
// Scan finds the ids and addresses of a page quickly enough for every build, and
// is remembered per digest; Site compares scans, so that no dead link, anchor,
// picture or download is published.
package check

import (
	"path"
	"slices"
	"strings"

	"dossier/internal/diag"
)

// Site is what is known of the finished site: what is published, and the ids of
// its pages.
type Site struct {
	Base string                        // base path with both slashes
	Has  func(path string) bool        // whether there is such an output
	IDs  func(page string) (IDs, bool) // the ids of a page; false: no page
}

// Judge looks at one page after another. Addresses that begin with a slash are the
// same on every page: one that was found good is not followed again.
type Judge struct {
	Site
	good map[string]bool
}

// NewJudge returns a judge of pages of the site.
func (s Site) NewJudge() *Judge { return &Judge{s, map[string]bool{}} }

// Page reports every address of a page that leads nowhere, and ids that it gives
// twice. Files are named as in the output folder.
func (j *Judge) Page(page string, scan Page) []diag.Diagnostic {
	var diags []diag.Diagnostic
	for raw := range scan.links.each {
		if j.good[string(raw)] {
			continue
		}
		link := string(raw)
		switch key := j.judge(page, link); {
		case key != "":
			diags = append(diags, onPage(page, key, link))
		case strings.HasPrefix(link, "/"):
			j.good[link] = true
		}
	}
	return append(diags, duplicates(page, scan.IDs())...)
}

// judge returns what is wrong with an address on a page, or nothing.
func (s Site) judge(page, link string) string {
	if link == "" || foreign(link) {
		return ""
	}
	target, fragment, _ := strings.Cut(link, "#")
	target, _, _ = strings.Cut(target, "?")
	file := page
	if target != "" {
		file = s.file(page, target)
	}
	if !s.Has(file) {
		return "broken-link.output"
	}
	if fragment == "" {
		return ""
	}
	if ids, isPage := s.IDs(file); isPage && !ids.have([]byte(fragment)) {
		return "broken-anchor.output"
	}
	return ""
}

// file is the path in the output that an address leads to.
func (s Site) file(page, target string) string {
	var p string
	if rest, ok := strings.CutPrefix(target, s.Base); ok {
		p = rest
	} else if strings.HasPrefix(target, "/") {
		return "outside the base path"
	} else {
		p = path.Join(path.Dir(page), target)
		if strings.HasSuffix(target, "/") {
			p += "/"
		}
	}
	if p == "" || strings.HasSuffix(p, "/") {
		p += "index.html"
	}
	return p
}

// foreign holds for addresses that leave the site or are none.
func foreign(link string) bool {
	if strings.HasPrefix(link, "//") {
		return true
	}
	scheme, _, ok := strings.Cut(link, ":")
	return ok && !strings.ContainsAny(scheme, "/?#")
}

func duplicates(page string, ids IDs) []diag.Diagnostic {
	if !ids.twice() {
		return nil
	}
	sorted := slices.Sorted(ids.All())
	var diags []diag.Diagnostic
	for i := 1; i < len(sorted); i++ {
		if sorted[i] == sorted[i-1] && (i < 2 || sorted[i] != sorted[i-2]) {
			diags = append(diags, onPage(page, "duplicate-id.output", sorted[i]))
		}
	}
	return diags
}
