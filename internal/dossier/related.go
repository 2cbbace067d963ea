package dossier

import (
	"slices"

	"dossier/internal/diag"
	"dossier/internal/i18n"
)

// maxRelated is how many pages “you may also be interested in” shows.
const maxRelated = 3

// facet is what relates a record to others.
type facet struct {
	projects    []*Project
	territories []*Territory
	date        i18n.Date
}

// neighbours are the records that have a facet, newest first, and for each
// project and territory the places in that list of those that belong to it.
type neighbours struct {
	pool        []*Entry
	ofProject   map[*Project][]int
	ofTerritory map[*Territory][]int
}

func newNeighbours(entries []*Entry) neighbours {
	n := neighbours{ofProject: map[*Project][]int{}, ofTerritory: map[*Territory][]int{}}
	dates := map[*Entry]i18n.Date{}
	for _, e := range entries {
		if f, ok := facetOf(e); ok {
			n.pool, dates[e] = append(n.pool, e), f.date
		}
	}
	slices.SortStableFunc(n.pool, func(a, b *Entry) int { return dates[b].Compare(dates[a]) })
	for at, e := range n.pool {
		f, _ := facetOf(e)
		for _, p := range f.projects {
			n.ofProject[p] = place(n.ofProject[p], at)
		}
		for _, t := range f.territories {
			n.ofTerritory[t] = place(n.ofTerritory[t], at)
		}
	}
	return n
}

// place adds a place to an ascending list, once.
func place(list []int, at int) []int {
	if len(list) > 0 && list[len(list)-1] == at {
		return list
	}
	return append(list, at)
}

// merged calls visit for the records at the places of some ascending lists, each
// once, newest first, until it returns false.
func (n neighbours) merged(lists [][]int, visit func(*Entry) bool) {
	for {
		next := -1
		for _, list := range lists {
			if len(list) > 0 && (next < 0 || list[0] < next) {
				next = list[0]
			}
		}
		if next < 0 || !visit(n.pool[next]) {
			return
		}
		for i, list := range lists {
			if len(list) > 0 && list[0] == next {
				lists[i] = list[1:]
			}
		}
	}
}

// related finds at most three pages a reader may want next: those the editor
// names, then of the same project, then of a shared territory, then the newest.
func (l *linker) related() {
	n := newNeighbours(l.site.Entries)
	for _, e := range l.site.Entries {
		for _, ref := range e.Common.Related {
			other := l.any(ref)
			if other == e {
				l.add(diag.At(ref.Pos, "follows-loop.self", ref.ID).WithHint("hint.remove-link"))
			} else if other != nil {
				e.Related = append(e.Related, other)
			}
		}
	}
	l.opts.Each(len(l.site.Entries), func(i int) {
		e := l.site.Entries[i]
		if f, ok := facetOf(e); ok {
			n.relate(e, f)
		}
		e.Related = e.Related[:min(len(e.Related), maxRelated)]
	})
}

func (n neighbours) relate(e *Entry, f facet) {
	add := func(other *Entry) bool {
		if len(e.Related) >= maxRelated {
			return false
		}
		if other != e && !slices.Contains(e.Related, other) && !shows(e, other) {
			e.Related = append(e.Related, other)
		}
		return true
	}
	var sameProject, sameTerritory [][]int
	for _, p := range f.projects {
		sameProject = append(sameProject, n.ofProject[p])
	}
	for _, t := range f.territories {
		sameTerritory = append(sameTerritory, n.ofTerritory[t])
	}
	n.merged(sameProject, add)
	n.merged(sameTerritory, add)
}

// shows reports whether a project's page lists the other record anyway.
func shows(e, other *Entry) bool {
	p, ok := e.linked.(*Project)
	if !ok {
		return false
	}
	o, isProject := other.linked.(*Project)
	if !isProject {
		return slices.Contains(projectsOf(other), p)
	}
	return slices.Contains(p.Follows, o) || slices.Contains(p.FollowedBy, o)
}

func projectsOf(e *Entry) []*Project {
	f, _ := facetOf(e)
	return f.projects
}

func facetOf(e *Entry) (facet, bool) {
	switch v := e.linked.(type) {
	case *Project:
		return facet{[]*Project{v}, v.Territories, v.Start.Date}, true
	case *Event:
		return facet{v.Projects, territoriesOf(v.Projects), v.Start.Day}, true
	case *News:
		return facet{v.Projects, territoriesOf(v.Projects), v.Date.Date}, true
	case *Sheet:
		f := facet{date: v.Checked.Date}
		if v.Territory != nil {
			f.territories = []*Territory{v.Territory}
		}
		return f, true
	}
	return facet{}, false
}

func territoriesOf(projects []*Project) []*Territory {
	var all []*Territory
	for _, p := range projects {
		all = append(all, p.Territories...)
	}
	return all
}
