package plan

import (
	"path"

	"dossier/internal/dossier"
	"dossier/internal/view"
)

// news plans the list of news and every article.
func (l *local) news() {
	l.step("news", (*local).newsList)
	for _, n := range l.site.News {
		l.record(n.Entry, func(main *local) (frame, func(view.Page) any) { return main.article(n) })
	}
}

func (l *local) newsList() {
	f := l.ofSection("newslist", "news")
	v := &view.NewsList{Body: l.sectionIntro("news"), Feed: l.feedFile(), Empty: l.t("empty.news")}
	all := listed(l, l.site.News)
	f.data = l.listData(f, all)
	for _, n := range all {
		v.Years = l.intoYear(v.Years, year(n.Date.Date), l.newsCard(n))
	}
	v.Page = l.page(f)
	l.html(f, v)
}

func (l *local) article(n *dossier.News) (frame, func(view.Page) any) {
	f := l.ofEntry("news", n.Entry)
	f.strip = l.fundingOf(n.Projects)
	f.data = l.newsData(n)
	v := &view.News{
		KindLabel: l.t("news-kind." + n.Type.Value), When: l.date(n.Date.Date), Reading: l.reading(n.Entry),
		Image: l.picture(n.Entry, "(min-width: 64rem) 42rem, 100vw"), Body: l.body(n.Entry), Contents: l.contents(n.Entry),
		Projects: cards(l, n.Projects, 0, l.projectCard), Events: cards(l, n.Events, 0, l.eventCard),
		Related: l.related(n.Entry), Funding: f.strip,
	}
	v.Dateline, v.Lang = l.text(n.Dateline)
	for _, a := range n.Authors {
		v.Authors = append(v.Authors, a.Value)
	}
	for _, p := range n.Partners {
		v.Partners = append(v.Partners, l.link(p.Entry))
	}
	for _, d := range n.Files {
		label, _ := l.text(d.Label)
		if label == "" {
			label = path.Base(d.Asset.URL)
		}
		v.Files = append(v.Files, l.file(d.Asset, label, l.lang))
	}
	if len(n.Projects) > 0 && n.Type.Value == "press-release" {
		c := l.contact(n.Projects[0])
		v.Contact = &c
	}
	return f, func(page view.Page) any { v.Page = page; return v }
}
