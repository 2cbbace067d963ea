package plan

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"dossier/internal/dossier"
	"dossier/internal/i18n"
	"dossier/internal/view"
)

// SiteURL is a page of the site map for machines.
type SiteURL struct {
	Lang       string
	URL        string // site path
	Updated    i18n.Date
	Alternates []view.Alternate
}

// machineFiles are those at the root that hosts and search engines read.
func (p *planner) machineFiles(urls []SiteURL) {
	first := p.locals[0]
	v := &view.URLSet{}
	slices.SortFunc(urls, func(a, b SiteURL) int { return cmp.Compare(a.URL, b.URL) })
	urls = slices.CompactFunc(urls, func(a, b SiteURL) bool { return a.URL == b.URL })
	for _, u := range urls {
		entry := view.SiteURL{Loc: first.abs(u.URL), Alternates: u.Alternates}
		if !u.Updated.IsZero() {
			entry.LastMod = u.Updated.String()
		}
		v.URLs = append(v.URLs, entry)
	}
	p.claim(Output{Path: "sitemap.xml", Renderer: "sitemap", View: v})
	p.claim(Output{Path: "robots.txt", Renderer: "robots", View: &view.Robots{SiteMap: first.abs("/sitemap.xml"), Disallow: p.in.NoIndex}})
	p.claim(Output{Path: "_headers", Renderer: "headers", View: &view.HostRules{CSP: p.in.CSP, Base: p.site.Config.Base}})
	moved := &view.HostRules{Base: p.site.Config.Base}
	for _, r := range p.site.Redirects {
		moved.Redirects = append(moved.Redirects, view.HostRedirect{From: first.href(r.From), To: first.href(r.Entry.URL(r.Lang))})
	}
	p.claim(Output{Path: "_redirects", Renderer: "redirects", View: moved})
}

// files are those that are published as they are, and photographs in their sizes.
func (p *planner) files() {
	for _, a := range p.in.Assets {
		p.claim(Output{Path: a.Path, Renderer: "asset", View: &view.Static{Source: a.Path, Digest: digestOf(a.Digest)}})
	}
	for _, f := range p.in.Static {
		p.claim(Output{
			Path: f.Path, Renderer: "static", View: &view.Static{Source: f.Source, Digest: digestOf(f.Digest)},
			Pos: posOf(f.Source), Sources: []string{f.Source},
		})
	}
	for _, a := range p.site.Assets {
		p.asset(a)
	}
}

func (p *planner) asset(a *dossier.Asset) {
	if !a.Raster {
		p.claim(Output{
			Path: trimSlash(a.URL), Renderer: "static", View: &view.Static{Source: a.Path, Digest: a.Digest},
			Pos: posOf(a.Path), Sources: []string{a.Path},
		})
		return
	}
	for _, v := range a.Variants {
		p.claim(Output{
			Path: trimSlash(v.URL), Renderer: "picture", Pos: posOf(a.Path), Sources: []string{a.Path},
			View: &view.Picture{Source: a.Path, Digest: a.Digest, Width: v.Width, Format: strings.ToLower(strings.TrimPrefix(path.Ext(a.URL), "."))},
		})
	}
}
