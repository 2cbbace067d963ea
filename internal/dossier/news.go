package dossier

import (
	"cmp"

	"dossier/internal/content"
)

// News is a linked article.
type News struct {
	*Entry
	*content.News
	Projects []*Project
	Events   []*Event
	Partners []*Partner
	Files    []Download
}

// Download is a file that a page offers.
type Download struct {
	content.Download
	Asset *Asset
}

func (l *linker) linkNews(n *News) {
	for _, ref := range n.News.Projects {
		if p := l.project(ref); p != nil {
			n.Projects = append(n.Projects, p)
			p.News = append(p.News, n)
		}
	}
	for _, ref := range n.News.Events {
		if e := l.event(ref); e != nil {
			n.Events = append(n.Events, e)
		}
	}
	for _, ref := range n.News.Partners {
		if p := l.partner(ref); p != nil {
			n.Partners = append(n.Partners, p)
		}
	}
	for _, d := range n.News.Files {
		if a := l.file(n.News.Dir, d.File.Value, "", d.File.Pos); a != nil {
			n.Files = append(n.Files, Download{Download: d, Asset: a})
		}
	}
}

func newsOrder(a, b *News) int {
	return cmp.Or(b.Date.Compare(a.Date.Date), cmp.Compare(a.Entry.ID, b.Entry.ID))
}
