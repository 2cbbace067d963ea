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
}

// hostRules are what hosts read about headers, redirects and pages that are gone.
// Each reads one of the files and takes no notice of the others.
func (p *planner) hostRules(gone []string) {
	base := p.site.Config.Base
	p.claim(Output{Path: "_headers", Renderer: "headers", View: &view.HostRules{CSP: p.in.CSP, Base: base}})
	moved := &view.HostRules{Base: base, Gone: gone}
	for _, r := range p.site.Redirects {
		to := p.locals[0].href(r.Entry.URL(r.Lang))
		if path.Ext(strings.TrimSuffix(r.From, "/")) != "" { // of a document: nobody asks for it with a slash
			moved.Redirects = append(moved.Redirects, view.HostRedirect{From: p.locals[0].href(strings.TrimSuffix(r.From, "/")), To: to})
		}
		moved.Redirects = append(moved.Redirects, view.HostRedirect{From: p.locals[0].href(r.From), To: to})
	}
	p.claim(Output{Path: "_redirects", Renderer: "redirects", View: &view.HostRules{Base: base, Redirects: moved.Redirects}})
	p.claim(Output{Path: "_redirects.netlify", Renderer: "redirects of Netlify", View: moved})
	p.claim(Output{Path: "_redirects.nginx", Renderer: "redirects of nginx", View: moved})
	p.claim(Output{Path: "_redirects.apache", Renderer: "redirects of Apache", View: moved})
}

// gone are the addresses given up whose place nothing takes.
func (p *planner) gone() []string {
	taken := map[string]bool{}
	for _, f := range p.in.Static {
		taken[f.Path] = true
	}
	for _, a := range p.site.Assets {
		taken[trimSlash(a.URL)] = true
	}
	var out []string
	for _, g := range p.in.Gone {
		_, page := p.claims[folded(g.Path)]
		_, alias := p.claims[folded(g.Path+"/index.html")]
		if !page && !alias && !taken[g.Path] {
			out = append(out, p.locals[0].href(g.Address))
		}
	}
	return out
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
