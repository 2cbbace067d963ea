package dossier

import (
	"slices"
	"strings"

	"dossier/internal/content"
	"dossier/internal/diag"
	"dossier/internal/schema"
)

// connect makes the linked record of every entry, then lets each follow its
// references, then fills in what follows from those.
func (l *linker) connect() {
	l.wrap()
	s := l.site
	for _, t := range s.Territories {
		l.linkTerritory(t)
	}
	for _, p := range s.Programmes {
		l.linkProgramme(p)
	}
	for _, p := range s.Partners {
		l.linkPartner(p)
	}
	slices.SortFunc(s.Projects, newestFirst)
	for _, p := range s.Projects {
		l.linkProject(p)
		l.invertProject(p)
		for _, f := range p.Funding {
			if f.Programme != nil {
				f.Programme.Projects = append(f.Programme.Projects, p)
			}
		}
	}
	slices.SortFunc(s.Events, latestFirst)
	for _, e := range s.Events {
		l.linkEvent(e)
	}
	slices.SortFunc(s.News, newsOrder)
	for _, n := range s.News {
		l.linkNews(n)
	}
	for _, g := range s.Guides {
		l.linkGuide(g)
	}
	for _, k := range s.Kits {
		l.linkKit(k)
	}
	for _, p := range s.Projects {
		slices.Reverse(p.Events)
	}
	l.loops()
	s.Owner = l.partner(l.site.Config.Site.Owner)
	l.menus()
	l.related()
}

// menus checks that every entry of a menu leads somewhere.
func (l *linker) menus() {
	menu := l.site.Config.Menu
	for _, entry := range slices.Concat(menu.Main, menu.Footer) {
		address := strings.TrimPrefix(entry.Value, "@/")
		if _, ok := l.entries[address]; ok && address != entry.Value {
			continue
		}
		if item, hidden := l.hidden[address]; hidden {
			l.add(l.unpublished(item, entry.Pos))
			continue
		}
		d := diag.At(entry.Pos, "unknown-reference.menu", entry.Value)
		if near, ok := l.meant(address); ok {
			d = d.WithHint("hint.did-you-mean", "@/"+near).WithSwap(address, near)
		} else {
			d = d.WithHint("hint.link-form", content.Folders())
		}
		l.add(d)
	}
}

// wrap makes the linked struct of each published record.
func (l *linker) wrap() {
	for _, e := range l.site.Entries {
		s := l.site
		switch v := e.Value.(type) {
		case *content.Project:
			p := &Project{Entry: e, Project: v}
			e.linked, s.Projects = p, append(s.Projects, p)
		case *content.Partner:
			p := &Partner{Entry: e, Partner: v}
			e.linked, s.Partners = p, append(s.Partners, p)
		case *content.Event:
			ev := &Event{Entry: e, Event: v}
			e.linked, s.Events = ev, append(s.Events, ev)
		case *content.News:
			n := &News{Entry: e, News: v}
			e.linked, s.News = n, append(s.News, n)
		case *content.Programme:
			p := &Programme{Entry: e, Programme: v}
			e.linked, s.Programmes = p, append(s.Programmes, p)
		case *content.Territory:
			t := &Territory{Entry: e, Territory: v}
			e.linked, s.Territories = t, append(s.Territories, t)
		case *content.Guide:
			g := &Guide{Entry: e, Guide: v}
			e.linked, s.Guides = g, append(s.Guides, g)
		case *content.Kit:
			k := &Kit{Entry: e, Kit: v}
			e.linked, s.Kits = k, append(s.Kits, k)
		case *content.Chapter:
			l.wrapChapter(e, v)
		case *content.Sheet:
			l.wrapSheet(e, v)
		default:
			e.linked = e
			s.Pages = append(s.Pages, e)
		}
	}
}

func (l *linker) wrapChapter(e *Entry, v *content.Chapter) {
	c := &Chapter{Entry: e, Chapter: v}
	e.linked = c
	parent, ok := l.entries["guides/"+e.Parent()]
	if !ok {
		l.orphan(e, "guide", "guides/"+e.Parent())
		return
	}
	c.Guide = parent.linked.(*Guide)
	c.Guide.Chapters = append(c.Guide.Chapters, c)
}

func (l *linker) wrapSheet(e *Entry, v *content.Sheet) {
	s := &Sheet{Entry: e, Sheet: v}
	e.linked = s
	parent, ok := l.entries["kits/"+e.Parent()]
	if !ok {
		l.orphan(e, "kit", "kits/"+e.Parent())
		return
	}
	s.Kit = parent.linked.(*Kit)
	s.Kit.Sheets = append(s.Kit.Sheets, s)
}

// orphan reports a chapter or sheet whose folder has no index.
func (l *linker) orphan(e *Entry, kind, folder string) {
	l.add(diag.At(diag.Pos{File: e.Parts[0].Path}, "unknown-reference.parent", diag.Term(kind), e.Parent()).
		WithHint("hint.create-index", "content/"+folder+"/index.md"))
}

// loops reports projects that follow themselves by some way round.
func (l *linker) loops() {
	for _, p := range l.site.Projects {
		if way := wayBack(p, p, nil); way != nil {
			at := slices.IndexFunc(p.Project.Follows, func(r schema.Ref) bool { return r.ID == way[1] })
			l.add(diag.At(p.Project.Follows[at].Pos, "follows-loop", strings.Join(way, " → ")).WithHint("hint.break-loop"))
		}
	}
	for _, t := range l.site.Territories {
		if circular(t, func(t *Territory) *Territory { return t.Within }) {
			l.add(diag.At(t.Territory.Within.Pos, "follows-loop.within", t.Entry.ID).WithHint("hint.break-loop"))
			t.Within = nil
		}
	}
	for _, p := range l.site.Partners {
		if circular(p, func(p *Partner) *Partner { return p.Parent }) {
			l.add(diag.At(p.Belongs.Pos, "follows-loop.parent", p.Entry.ID).WithHint("hint.break-loop"))
			p.Parent = nil
		}
	}
	for _, p := range l.site.Programmes {
		if circular(p, func(p *Programme) *Programme { return p.Parent }) {
			l.add(diag.At(p.Belongs.Pos, "follows-loop.parent", p.Entry.ID).WithHint("hint.break-loop"))
			p.Parent = nil
		}
	}
}

// maxAncestors is more than any record has.
const maxAncestors = 50

// circular reports whether the way up from a record leads back to it.
func circular[T comparable](start T, up func(T) T) bool {
	var none T
	for at, steps := up(start), 0; at != none && steps < maxAncestors; at, steps = up(at), steps+1 {
		if at == start {
			return true
		}
	}
	return false
}

// wayBack returns the ids on a path of predecessors that leads from p to start.
func wayBack(p, start *Project, path []string) []string {
	path = append(slices.Clone(path), p.Entry.ID)
	if len(path) > 100 {
		return nil
	}
	for _, before := range p.Follows {
		if before == start {
			return append(path, start.Entry.ID)
		}
		if slices.Contains(path, before.Entry.ID) {
			continue
		}
		if way := wayBack(before, start, path); way != nil {
			return way
		}
	}
	return nil
}
