package plan

import (
	"slices"
	"strings"

	"dossier/internal/diag"
	"dossier/internal/dossier"
	"dossier/internal/i18n"
	"dossier/internal/markdown"
	"dossier/internal/schema"
	"dossier/internal/view"
)

// frame holds what the surroundings of a main part are made from.
type frame struct {
	template  string
	title     string
	titleLang string
	summary   string
	url       func(lang string) string // site path in a language; empty: no such page
	folder    string                   // section that the page lies in; "" for none
	top       bool                     // the page is that section's own
	crumbs    []view.Link              // between the section and the page
	strip     []view.Funding
	neutral   bool
	updated   i18n.Date
	image     *dossier.Picture
	kind      string // of Open Graph: website, article
	draft     bool
	data      []view.Node
	script    bool
	pos       diag.Pos
	original  *dossier.Entry // set on a fallback page: the record shown in its own language
}

// ofEntry is the frame of a record's own page.
func (l *local) ofEntry(template string, e *dossier.Entry) frame {
	title, titleLang := l.name(e)
	summary, _ := l.text(e.Summary)
	return frame{
		template: template, title: title, titleLang: titleLang, summary: summary,
		url: func(lang string) string {
			if !e.Has(lang) {
				return ""
			}
			return e.URL(lang)
		},
		folder: e.Kind.Folder(), updated: e.Updated, image: e.Image, kind: "article",
		draft: e.Draft, pos: e.AddressPos(l.lang),
	}
}

// page makes the frame around a main part.
func (l *local) page(f frame) view.Page {
	url := f.url(l.lang)
	p := view.Page{
		Kind: f.template, Lang: l.lang, Dir: l.dir(), Title: f.title, TitleLang: f.titleLang,
		HeadTitle: l.headTitle(f), Summary: f.summary, URL: l.href(url),
		NoIndex: l.in.NoIndex || f.draft, Draft: f.draft,
		Site: l.around.site, Languages: l.switcher(f), Menu: l.marked(l.around.main, f, url), Footer: l.marked(l.around.footer, frame{}, url),
		Breadcrumb: l.breadcrumb(f), Strip: f.strip, Updated: l.date(f.updated), Feeds: l.around.feeds,
		Data: f.data, NeedsJS: f.script,
	}
	if f.original != nil {
		l.fallback(&p, f)
		return p
	}
	p.Canonical = l.abs(url)
	if !p.NoIndex {
		p.Alternates = l.alternates(f.url)
	}
	p.Social = l.social(f)
	if f.neutral {
		p.Neutral = l.neutral()
	}
	p.Data = append(p.Data, l.breadcrumbData(p)...)
	return p
}

// fallback marks a page whose main part is in another language: it says so, it
// names the original as the canonical page, and search engines do not see it.
func (l *local) fallback(p *view.Page, f frame) {
	e := f.original
	p.MainLang = e.Origin
	p.Canonical = l.abs(e.URL(e.Origin))
	p.NoIndex = true
	p.Data = nil
	p.Notice = &view.Notice{
		Kind: "info",
		Text: l.t("notice.untranslated", "language", l.locale.Language(e.Origin)),
		Link: &view.Link{
			Label: l.t("notice.original"), URL: l.href(e.URL(e.Origin)), Lang: l.foreign(e.Origin),
		},
	}
}

// region is the language with its country, as Open Graph writes it: it_IT.
func (l *local) region() string { return strings.ReplaceAll(l.locale.Tag(), "-", "_") }

func (l *local) dir() string {
	if l.locale.RTL() {
		return "rtl"
	}
	return "ltr"
}

// headTitle is “Page – Section – Site”.
func (l *local) headTitle(f frame) string {
	parts := []string{f.title}
	if len(f.crumbs) > 0 {
		parts = append(parts, f.crumbs[len(f.crumbs)-1].Label)
	}
	if f.folder != "" && f.folder != "pages" && !f.top {
		parts = append(parts, l.sectionTitle(f.folder))
	}
	site := l.siteTitle()
	if f.title != site {
		parts = append(parts, site)
	}
	return strings.Join(parts, " – ")
}

func (l *local) siteTitle() string {
	title, _ := l.text(l.site.Config.Site.Title)
	return title
}

// sectionTitle is the title of a folder's own page: the editor's, or the
// program's where there is none.
func (l *local) sectionTitle(folder string) string {
	if v := l.site.SectionOf(folder).Title(l.lang); v != "" {
		return markdown.Typographic(v, l.lang)
	}
	return l.t("section." + folder)
}

func (l *local) menuLabel(folder string) string {
	if v := l.site.SectionOf(folder).MenuLabel(l.lang); v != "" {
		return markdown.Typographic(v, l.lang)
	}
	return l.sectionTitle(folder)
}

func (l *local) frameSite() view.Site {
	s := view.Site{
		Title: l.siteTitle(), HomeURL: l.href(l.homeURL(l.lang)), Licence: l.licence(),
		SiteMap:  view.Link{Label: l.t("sitemap.title"), URL: l.href(l.siteMapURL(l.lang))},
		OpenData: l.openData(),
	}
	if o := l.site.Owner; o != nil {
		s.Owner = l.link(o.Entry)
	}
	if contacts := l.pageLink("contacts"); contacts.URL != "" {
		s.Contact = contacts
		s.Feedback = contacts
	}
	if a := l.pageLink("accessibility"); a.URL != "" {
		s.Feedback = a
	}
	return s
}

func (l *local) licence() string {
	if text, _ := l.text(l.site.Config.Site.Licence); text != "" {
		return text
	}
	return l.t("licence")
}

// pageLink leads to one of the site's own pages, when it exists.
func (l *local) pageLink(id string) view.Link {
	for _, e := range l.site.Pages {
		if e.ID == id && e.Listed(l.lang) {
			return l.link(e)
		}
	}
	return view.Link{}
}

func (l *local) homeURL(lang string) string { return "/" + lang + "/" }

// switcher leads to the same page in the other languages and, where there is
// none, to the listing above it, and says so.
func (l *local) switcher(f frame) []view.Switch {
	var out []view.Switch
	for _, other := range l.locals {
		s := view.Switch{
			Code: other.lang, Tag: other.lang, Label: l.languageLabel(other.lang),
			Current: other.lang == l.lang,
		}
		switch url := f.url(other.lang); {
		case url != "":
			s.URL = l.href(url)
		case f.folder != "":
			s.URL = l.href(l.site.SectionOf(f.folder).URL(other.lang))
			s.Missing = other.t("switch.missing", "section", other.sectionTitle(f.folder))
		default:
			s.URL = l.href(l.homeURL(other.lang))
			s.Missing = other.t("switch.missing", "section", other.siteTitle())
		}
		out = append(out, s)
	}
	return out
}

func (l *local) languageLabel(code string) string {
	for _, language := range l.site.Config.Languages {
		if language.Code.Value == code {
			return language.Label.Value
		}
	}
	return code
}

// alternates is the reciprocal set of a page: itself, the translations that
// exist, and x-default, the first configured language that has it.
func (l *local) alternates(url func(string) string) []view.Alternate {
	var out []view.Alternate
	for _, other := range l.locals {
		if u := url(other.lang); u != "" {
			out = append(out, view.Alternate{HrefLang: other.lang, URL: l.abs(u)})
		}
	}
	if len(out) == 0 {
		return nil
	}
	standard := out[0].URL
	if url(l.lang) == l.homeURL(l.lang) {
		standard = l.abs("/")
	}
	return append(out, view.Alternate{HrefLang: "x-default", URL: standard})
}

// menuEntry is an entry of a menu with its id in site.toml: @/projects.
type menuEntry struct {
	id   string
	link view.NavLink
}

// menuEntries resolves the ids of a menu. What is not listed in this language is
// left out; what does not exist at all has been reported by then.
func (l *local) menuEntries(ids []schema.Str) []menuEntry {
	var out []menuEntry
	for _, id := range ids {
		if link, ok := l.menuLink(strings.TrimPrefix(id.Value, "@/")); ok {
			out = append(out, menuEntry{id: id.Value, link: link})
		}
	}
	return out
}

func (l *local) menuLink(address string) (view.NavLink, bool) {
	for _, s := range l.site.Sections {
		if s.Folder == address {
			return view.NavLink{Label: l.menuLabel(address), URL: l.href(s.URL(l.lang))}, true
		}
	}
	if e := l.site.At(address); e != nil && e.Listed(l.lang) {
		link := l.link(e)
		return view.NavLink{Label: link.Label, URL: link.URL, Lang: link.Lang}, true
	}
	return view.NavLink{}, false
}

// marked are the entries of a menu as a page shows them: the page itself and the
// section that it lies in stand out.
func (l *local) marked(menu []menuEntry, f frame, url string) []view.NavLink {
	out := make([]view.NavLink, len(menu))
	for i, entry := range menu {
		out[i] = entry.link
		out[i].Current = entry.link.URL == l.href(url)
		out[i].Inside = !out[i].Current && f.folder != "" && l.inMenu(f.folder) == entry.id
	}
	return out
}

// inMenu is the menu entry that a folder's pages belong to: guides are shown in
// the section of the kits, unless they have an entry of their own.
func (l *local) inMenu(folder string) string {
	if folder == "guides" && !slices.ContainsFunc(l.around.main, func(e menuEntry) bool { return e.id == "@/guides" }) {
		folder = "kits"
	}
	return "@/" + folder
}

func (l *local) breadcrumb(f frame) []view.Link {
	if f.template == "home" {
		return nil
	}
	out := []view.Link{{Label: l.t("home.crumb"), URL: l.href(l.homeURL(l.lang))}}
	if f.folder != "" && f.folder != "pages" && !f.top {
		out = append(out, view.Link{Label: l.sectionTitle(f.folder), URL: l.href(l.site.SectionOf(f.folder).URL(l.lang))})
	}
	return append(out, f.crumbs...)
}

func (l *local) social(f frame) view.Social {
	s := view.Social{Type: f.kind, Locale: l.region()}
	if s.Type == "" {
		s.Type = "website"
	}
	for _, other := range l.locals {
		if other.lang != l.lang && f.url(other.lang) != "" {
			s.Others = append(s.Others, other.region())
		}
	}
	if f.image != nil {
		a := f.image.For(l.lang)
		if a.Format != "svg" {
			s.Image = l.abs(a.URL)
			s.ImageAlt, _ = f.image.Alt(l.lang)
		}
	}
	return s
}

// html registers a page. v is the finished view, a pointer to a struct with Page.
func (l *local) html(f frame, v any) {
	l.htmlAt(l, f, v)
}

// htmlAt registers a page whose main part was made by another language's planner.
func (l *local) htmlAt(main *local, f frame, v any) {
	url := f.url(l.lang)
	sources := l.sources()
	o := Output{
		Path: strings.TrimPrefix(url, "/") + "index.html", Renderer: "html", Template: f.template,
		Lang: l.lang, View: v, Pos: f.pos, Sources: sources,
	}
	if main != l {
		o.MainLang = main.lang
		o.Sources = append(o.Sources, main.sources()...)
	}
	l.claim(o)
	if f.original == nil && !f.draft {
		l.urls = append(l.urls, SiteURL{Lang: l.lang, URL: url, Updated: f.updated, Alternates: l.alternates(f.url)})
	}
}

// record plans the page of a record in this language: its own, or under the
// policy notice the original's main part in this language's frame.
func (l *local) record(e *dossier.Entry, build func(main *local) (frame, func(view.Page) any)) {
	l.steps = append(l.steps, step{
		name: l.lang + " page " + e.Address(), lang: l.lang,
		run: func(l *local) { l.recordPage(e, build) },
	})
}

func (l *local) recordPage(e *dossier.Entry, build func(main *local) (frame, func(view.Page) any)) {
	switch {
	case e.Has(l.lang):
		f, finish := build(l)
		l.html(f, finish(l.page(f)))
	case e.Policy == "notice":
		main := l.planner.local(e.Origin)
		f, finish := build(main)
		f.original = e
		f.title, f.titleLang = l.name(e)
		f.crumbs, f.strip = nil, nil
		own := f.url
		f.url = func(lang string) string {
			if lang == l.lang {
				return e.URL(lang)
			}
			return own(lang)
		}
		f.strip = l.stripFor(e)
		l.htmlAt(main, f, finish(l.page(f)))
	}
}

// sectionIntro is the text of a folder's own page.
func (l *local) sectionIntro(folder string) view.Body {
	return l.body(l.site.SectionOf(folder).Entry)
}

// ofSection is the frame of a folder's own page.
func (l *local) ofSection(template, folder string) frame {
	s := l.site.SectionOf(folder)
	summary, _ := l.text(s.Summary())
	if summary == "" {
		summary = l.t("section-summary." + folder)
	}
	return frame{
		template: template, title: l.sectionTitle(folder), summary: summary,
		url: s.URL, folder: folder, top: true, updated: s.Entry.Updated, pos: sectionPos(s),
	}
}

func sectionPos(s *dossier.Section) diag.Pos {
	if s.Section == nil {
		return diag.Pos{File: "content/" + s.Folder}
	}
	return s.Entry.Parts[0].Fence
}
