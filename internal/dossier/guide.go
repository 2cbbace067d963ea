package dossier

import (
	"cmp"
	"slices"

	"dossier/internal/content"
	"dossier/internal/diag"
)

// Guide is a linked guide with its chapters in order.
type Guide struct {
	*Entry
	*content.Guide
	Project   *Project
	Publisher *Partner
	Chapters  []*Chapter
	Kits      []*Kit
}

// Chapter is a chapter of a guide.
type Chapter struct {
	*Entry
	*content.Chapter
	Guide *Guide
}

// In returns the chapters that a reader of the language is shown.
func (g *Guide) In(lang string) []*Chapter {
	return slices.DeleteFunc(slices.Clone(g.Chapters), func(c *Chapter) bool { return !c.Listed(lang) })
}

func (l *linker) linkGuide(g *Guide) {
	if g.Project = l.project(g.Guide.Project); g.Project != nil {
		g.Project.Guides = append(g.Project.Guides, g)
	}
	if g.Publisher = l.partner(g.Guide.Publisher); g.Publisher != nil {
		g.Publisher.Guides = append(g.Publisher.Guides, g)
	}
	slices.SortFunc(g.Chapters, func(a, b *Chapter) int {
		return cmp.Or(cmp.Compare(a.Order, b.Order), cmp.Compare(a.Entry.ID, b.Entry.ID))
	})
	for i, c := range g.Chapters[min(1, len(g.Chapters)):] {
		if before := g.Chapters[i]; before.Order == c.Order {
			l.add(diag.At(diag.Pos{File: c.Parts[0].Path}, "bad-path.chapter-twice", c.Order, before.Parts[0].Path).WithHint("hint.other-number"))
		}
	}
}
