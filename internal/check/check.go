// Package check judges finished outputs as an outsider would: it looks at the
// bytes and at nothing that made them.
//
// Scan finds the ids and addresses of a page quickly enough for every build, and
// is remembered per digest; Links compares the scans of all pages, so that no
// dead link, anchor, picture or download is published.
package check

import (
	"encoding/json"
	"path"
	"slices"
	"strings"

	"dossier/internal/diag"
)

// Page is what a scan found in one page.
type Page struct {
	IDs   []string `json:"i,omitempty"`
	Links []string `json:"l,omitempty"` // addresses in href, src, srcset, poster and content of refresh
}

// Encode writes a scan for the cache.
func (p Page) Encode() []byte {
	out, _ := json.Marshal(p)
	return out
}

// Decode reads a scan back.
func Decode(b []byte) (Page, bool) {
	var p Page
	err := json.Unmarshal(b, &p)
	return p, err == nil
}

// Site is the finished site: its paths, and the scan of every page.
type Site struct {
	Base  string // base path with both slashes
	Paths map[string]bool
	Pages map[string]Page // by path
}

// Links reports every address of the site that leads nowhere. Files are named as
// in the output folder.
func (s Site) Links() []diag.Diagnostic {
	var paths []string
	for p := range s.Pages {
		paths = append(paths, p)
	}
	slices.Sort(paths)
	var diags []diag.Diagnostic
	for _, p := range paths {
		for _, link := range s.Pages[p].Links {
			if key := s.judge(p, link); key != "" {
				diags = append(diags, diag.At(diag.Pos{File: p}, key, link))
			}
		}
		diags = append(diags, duplicates(p, s.Pages[p].IDs)...)
	}
	return diags
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
	if !s.Paths[file] {
		return "broken-link.output"
	}
	if fragment == "" {
		return ""
	}
	if p, isPage := s.Pages[file]; isPage && !slices.Contains(p.IDs, fragment) {
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

func duplicates(page string, ids []string) []diag.Diagnostic {
	sorted := slices.Sorted(slices.Values(ids))
	var diags []diag.Diagnostic
	for i := 1; i < len(sorted); i++ {
		if sorted[i] == sorted[i-1] && (i < 2 || sorted[i] != sorted[i-2]) {
			diags = append(diags, diag.At(diag.Pos{File: page}, "duplicate-id.output", sorted[i]))
		}
	}
	return diags
}
