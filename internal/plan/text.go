package plan

import (
	"cmp"
	"slices"

	"dossier/internal/content"
	"dossier/internal/dossier"
	"dossier/internal/view"
)

// pages plans the pages of prose.
func (l *local) pages() {
	for _, e := range l.site.Pages {
		l.record(e, func(main *local) (frame, func(view.Page) any) { return main.textPage(e) })
	}
}

func (l *local) textPage(e *dossier.Entry) (frame, func(view.Page) any) {
	f := l.ofEntry("text", e)
	v := &view.Text{Body: l.body(e), Contents: l.contents(e), Related: cards(l, e.Related, 0, l.anyCard)}
	return f, func(page view.Page) any { v.Page = page; return v }
}

func (l *local) siteMapURL(lang string) string {
	return l.below("", func(o *local) []string { return []string{o.t("path.sitemap")} })(lang)
}

// siteMap lists every page of the language by section.
func (l *local) siteMap() {
	v := &view.SiteMap{}
	for _, folder := range siteMapOrder {
		group := view.SiteMapGroup{Link: view.Link{Label: l.sectionTitle(folder), URL: l.href(l.site.SectionOf(folder).URL(l.lang))}}
		for _, e := range l.siteMapEntries(folder) {
			group.Links = append(group.Links, l.link(e))
		}
		if len(group.Links) > 0 {
			v.Groups = append(v.Groups, group)
		}
	}
	texts := view.SiteMapGroup{Link: view.Link{Label: l.siteTitle(), URL: l.href(l.homeURL(l.lang))}}
	for _, e := range listed(l, l.site.Pages) {
		texts.Links = append(texts.Links, l.link(e))
	}
	v.Groups = append(v.Groups, texts)
	f := frame{template: "sitemap", title: l.t("sitemap.title"), summary: l.t("sitemap.summary"), url: l.siteMapURL}
	v.Page = l.page(f)
	l.html(f, v)
}

// siteMapOrder is the order of the sections.
var siteMapOrder = []string{"projects", "kits", "guides", "events", "news", "partners", "programmes", "territories"}

// siteMapEntries are the records of a folder, those of a guide or kit behind it.
func (l *local) siteMapEntries(folder string) []*dossier.Entry {
	var list []*dossier.Entry
	for _, e := range l.site.Entries {
		if e.Kind.Folder() == folder && e.Listed(l.lang) {
			list = append(list, e)
		}
	}
	if folder == "kits" || folder == "guides" {
		slices.SortStableFunc(list, func(a, b *dossier.Entry) int {
			return cmp.Or(cmp.Compare(a.Parent(), b.Parent()), cmp.Compare(part(a), part(b)), cmp.Compare(a.Order, b.Order))
		})
		return list
	}
	collate(l, list, func(e *dossier.Entry) string {
		name, _ := l.name(e)
		return name
	})
	return list
}

func part(e *dossier.Entry) int {
	if e.Kind == content.KindChapter || e.Kind == content.KindSheet {
		return 1
	}
	return 0
}
