package plan

import (
	"slices"
	"strings"

	"dossier/internal/dossier"
	"dossier/internal/view"
)

// guidePaths are the paths of a guide's books.
func (l *local) guidePaths(g *dossier.Guide) (pdf, epub string) {
	url, name := g.URL(l.lang), l.slugOf(g.Entry)
	return l.documentPath(url, name, "-"+l.lang+".pdf"), l.documentPath(url, name, "-"+l.lang+".epub")
}

// guidePapers plans a guide as PDF and as EPUB. Only the chapters of this
// language are in it.
func (l *local) guidePapers(g *dossier.Guide) {
	if !g.Has(l.lang) {
		return
	}
	m := l.newPaper(g.Entry)
	v := &view.GuidePaper{
		Kind: l.t("kind.guide"), Edition: g.Edition.Value, Facts: m.paperFacts(l.guideFacts(g, false)),
		Body: m.body(g.Entry, 0, "guide-"), Image: m.picture(g.Entry),
	}
	if g.Publisher != nil {
		m.paper.Author, _ = l.name(g.Publisher.Entry)
	}
	within := map[string]string{} // absolute address of a chapter → its anchor
	for _, c := range g.Chapters {
		if c.Has(l.lang) {
			within[l.abs(c.URL(l.lang))] = chapterID(c)
		}
	}
	v.Body = anchored(v.Body, within)
	for _, c := range g.In(l.lang) {
		if !c.Has(l.lang) {
			continue
		}
		id := chapterID(c)
		ch := view.WholeChapter{ID: id, Number: len(v.Chapters) + 1, Body: anchored(m.body(c.Entry, 1, id+"-"), within)}
		ch.Title, ch.Lang = l.name(c.Entry)
		v.Chapters = append(v.Chapters, ch)
	}
	v.Paper = m.paper
	pdf, epub := l.guidePaths(g)
	m.publish(pdf, "guide", v, g.Entry)
	m.publish(epub, "epub", v, g.Entry)
	m.finish(g.Entry, v)
}

func chapterID(c *dossier.Chapter) string {
	return c.Entry.ID[strings.LastIndexByte(c.Entry.ID, '/')+1:]
}

// anchored turns links to chapters of the same book into links within it:
// "#mother" for the chapter, "#mother-leave" for a heading in it.
func anchored(b view.Body, within map[string]string) view.Body {
	b.Resolved.Links = slices.Clone(b.Resolved.Links)
	for i, link := range b.Resolved.Links {
		address, fragment, _ := strings.Cut(link.URL, "#")
		id, ok := within[address]
		if !ok {
			continue
		}
		if fragment != "" {
			id += "-" + fragment
		}
		b.Resolved.Links[i].URL = "#" + id
	}
	return b
}
