package plan

import (
	"strings"

	"dossier/internal/dossier"
	"dossier/internal/markdown"
	"dossier/internal/view"
)

// guides plans the list of guides, every guide, its chapters, and each guide on
// one page.
func (l *local) guides() {
	l.step("guides", (*local).guideList)
	for _, g := range l.site.Guides {
		l.record(g.Entry, func(main *local) (frame, func(view.Page) any) { return main.guide(g) })
		if g.Has(l.lang) {
			l.step("whole "+g.Address(), func(l *local) { l.wholeGuide(g) })
		}
		for i := range g.Chapters {
			l.record(g.Chapters[i].Entry, func(main *local) (frame, func(view.Page) any) { return main.chapter(g, i) })
		}
	}
}

func (l *local) guideList() {
	f := l.ofSection("section", "guides")
	f.data = l.listData(f, listed(l, l.site.Guides))
	v := &view.Section{Body: l.sectionIntro("guides"), Empty: l.t("empty.guides")}
	if list := cards(l, l.site.Guides, 0, l.guideCard); len(list) > 0 {
		v.Groups = []view.Group{{Cards: list}}
	}
	v.Page = l.page(f)
	l.html(f, v)
}

func (l *local) guide(g *dossier.Guide) (frame, func(view.Page) any) {
	f := l.ofEntry("guide", g.Entry)
	f.strip = l.stripFor(g.Entry)
	f.data = l.guideData(g)
	v := &view.Guide{
		Edition: g.Edition.Value, Facts: l.guideFacts(g, true), Image: l.picture(g.Entry, "(min-width: 64rem) 24rem, 100vw"),
		Body: l.body(g.Entry), Chapters: l.chapterLinks(g, nil), Kits: cards(l, g.Kits, 0, l.kitCard), Funding: f.strip,
		Whole: view.Link{Label: l.t("guide.one-page"), URL: l.href(l.wholeURL(g)(l.lang))},
	}
	pdf, epub := l.guidePaths(g)
	v.Files = append(l.download(g.Entry, pdf, l.t("download.guide")), l.download(g.Entry, epub, l.t("download.book"))...)
	f.data[0].Props = append(f.data[0].Props, nested("encoding", l.encodings(v.Files)...)...)
	if len(v.Chapters) > 0 {
		v.Start = &view.Button{Label: l.t("action.read"), URL: v.Chapters[0].URL}
	}
	if g.Project != nil && g.Project.Listed(l.lang) {
		card := l.projectCard(g.Project)
		v.Project = &card
	}
	return f, func(page view.Page) any { v.Page = page; return v }
}

// guideFacts are what a guide says of itself; a document says its licence in
// words at its end.
func (l *local) guideFacts(g *dossier.Guide, licence bool) []view.Fact {
	facts := l.fact("edition", word(g.Edition.Value))
	facts = append(facts, l.fact("date", when(l.date(g.Date.Date)))...)
	if g.Publisher != nil {
		facts = append(facts, l.fact("publisher", value(l.link(g.Publisher.Entry)))...)
	}
	var audience []view.FactValue
	for _, a := range g.Audience {
		audience = append(audience, word(l.t("audience."+a.Value)))
	}
	facts = append(facts, l.fact("audience", audience...)...)
	if licence {
		facts = append(facts, l.fact("licence", word(g.Guide.Licence.Value))...)
	}
	return append(facts, l.fact("updated", when(l.date(g.Updated)))...)
}

// chapterLinks are a guide's contents; current is the chapter being read.
func (l *local) chapterLinks(g *dossier.Guide, current *dossier.Chapter) []view.ChapterLink {
	var out []view.ChapterLink
	for i, c := range g.In(l.lang) {
		link := view.ChapterLink{Number: i + 1, URL: l.href(c.URL(l.lang)), Current: c == current, Badge: l.badge(c.Entry), Reading: l.reading(c.Entry)}
		link.Title, link.Lang = l.name(c.Entry)
		link.Short, _ = l.text(c.ShortTitle)
		link.Summary, _ = l.text(c.Entry.Summary)
		if link.Short == "" {
			link.Short = link.Title
		}
		out = append(out, link)
	}
	return out
}

func (l *local) chapter(g *dossier.Guide, at int) (frame, func(view.Page) any) {
	c := g.Chapters[at]
	f := l.ofEntry("chapter", c.Entry)
	guide := l.link(g.Entry)
	f.crumbs = []view.Link{guide}
	f.strip = l.stripFor(g.Entry)
	f.data = l.chapterData(g, c)
	v := &view.Chapter{
		Guide: guide, Reading: l.reading(c.Entry), Body: l.body(c.Entry), Contents: l.contents(c.Entry),
		Chapters: l.chapterLinks(g, c), Funding: f.strip,
	}
	for i := range v.Chapters {
		if !v.Chapters[i].Current {
			continue
		}
		v.Number = v.Chapters[i].Number
		v.Label = l.t("guide.chapter-of", "number", v.Number, "total", len(v.Chapters))
		if i > 0 {
			v.Previous = &v.Chapters[i-1]
		}
		if i+1 < len(v.Chapters) {
			v.Next = &v.Chapters[i+1]
		}
	}
	return f, func(page view.Page) any { v.Page = page; return v }
}

func (l *local) wholeURL(g *dossier.Guide) func(string) string {
	return func(lang string) string {
		if !g.Has(lang) {
			return ""
		}
		return g.URL(lang) + l.planner.local(lang).t("path.whole") + "/"
	}
}

// wholeGuide is a guide on one page. Only the chapters of this language are on
// it.
func (l *local) wholeGuide(g *dossier.Guide) {
	guide := l.link(g.Entry)
	f := l.ofEntry("wholeguide", g.Entry)
	f.url = l.wholeURL(g)
	f.title = l.t("guide.whole-title", "title", guide.Label)
	f.crumbs = []view.Link{guide}
	f.strip = l.stripFor(g.Entry)
	v := &view.WholeGuide{Guide: guide, Edition: g.Edition.Value, Funding: f.strip}
	for _, c := range g.In(l.lang) {
		if !c.Has(l.lang) {
			continue
		}
		id := c.Entry.ID[strings.LastIndexByte(c.Entry.ID, '/')+1:]
		ch := view.WholeChapter{ID: id, Number: len(v.Chapters) + 1, Body: deeper(l.body(c.Entry), id)}
		ch.Title, ch.Lang = l.name(c.Entry)
		l.relabel(&ch)
		v.Chapters = append(v.Chapters, ch)
	}
	v.Page = l.page(f)
	l.html(f, v)
}

// relabel tells the notes and tables of a chapter from those of the others.
func (l *local) relabel(ch *view.WholeChapter) {
	labels := &ch.Body.Resolved.Labels
	suffix := l.t("guide.of-chapter", "number", ch.Number)
	for _, label := range []*string{&labels.Footnotes, &labels.FootnoteRef, &labels.FootnoteBack, &labels.TableRegion} {
		*label += suffix
	}
}

// deeper shifts a body one level down and puts the chapter's id before its ids,
// so that several bodies can stand on one page.
func deeper(b view.Body, id string) view.Body {
	ids := make([]string, len(b.Resolved.HeadingIDs))
	for i, h := range b.Resolved.HeadingIDs {
		ids[i] = id + "-" + h
	}
	links := make([]markdown.Target, len(b.Resolved.Links))
	copy(links, b.Resolved.Links)
	b.Resolved.HeadingIDs, b.Resolved.Links = ids, links
	b.Resolved.BaseLevel = 1
	b.Resolved.Prefix = id + "-"
	return b
}
