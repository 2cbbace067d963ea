package main

import (
	"fmt"
	"math/rand/v2"
	"slices"
)

// site is what both trees show: facts and titles of every record. Bodies are
// made when they are written.
type site struct {
	projects    []project
	partners    []partner
	events      []event
	news        []news
	sheets      []sheet
	chapters    []record
	programmes  []programme
	territories []territory
	pool        [len(languages)][]string // sentences
}

// How many of each there are to a project, and how many sheets to a kit.
const (
	partnersPer, eventsPer, newsPer, sheetsPer = 3, 2, 4, 2
	sheetsPerKit                               = 10
	chapterCount                               = 12
)

// What a site has beside its records, in one language: the front page, sections,
// pages, site map, the guide whole and in one piece, programmes, organisations
// that fund, and lists by country, kind, programme and state.
const (
	pagesPerProject = 1 + partnersPer + eventsPer + newsPer + sheetsPer + 1 // and the list of its partners
	fixedPages      = 71
)

// pagesOf is how many pages so many projects give in both languages.
func pagesOf(projects int) int {
	kits := (sheetsPer*projects + sheetsPerKit - 1) / sheetsPerKit
	perLanguage := fixedPages + pagesPerProject*projects + 3*kits + 2*territoriesFor(projects)
	return len(languages) * perLanguage
}

// projectsFor is the number of projects that comes nearest to so many pages.
func projectsFor(pages int) int {
	n := max(1, (pages-pagesOf(0))/(len(languages)*(pagesPerProject+1)))
	for abs(pagesOf(n+1)-pages) < abs(pagesOf(n)-pages) {
		n++
	}
	for n > 1 && abs(pagesOf(n-1)-pages) < abs(pagesOf(n)-pages) {
		n--
	}
	return n
}

func abs(n int) int { return max(n, -n) }

// draw is a source of chance of its own for everything that has a name, so that
// a record does not depend on those before it.
func draw(name string, n int) *rand.Rand {
	h := uint64(14695981039346656037) // FNV-1a
	for _, b := range []byte(name) {
		h = (h ^ uint64(b)) * 1099511628211
	}
	return rand.New(rand.NewPCG(h, uint64(n)))
}

func pick[T any](r *rand.Rand, from []T) T { return from[r.IntN(len(from))] }

func newSite(projects int) *site {
	s := &site{}
	for l := range languages {
		s.pool[l] = sentences(l)
	}
	s.territories, s.programmes = territories(projects), programmes()
	for i := range max(12, partnersPer*projects) {
		s.partners = append(s.partners, newPartner(i))
	}
	for i := range projects {
		s.projects = append(s.projects, s.newProject(i, projects))
	}
	for i := range eventsPer * projects {
		s.events = append(s.events, s.newEvent(i))
	}
	for i := range newsPer * projects {
		s.news = append(s.news, s.newNews(i))
	}
	for i := range sheetsPer * projects {
		s.sheets = append(s.sheets, s.newSheet(i))
	}
	for i := range chapterCount {
		r := draw("chapter", i)
		c := record{id: fmt.Sprintf("chapter-%02d", i+1), title: title(r, func(l int) string { return fmt.Sprintf("%s %d", stocks[l].chapter, i+1) })}
		c.summary = s.summary(r)
		s.chapters = append(s.chapters, c)
	}
	s.relate()
	return s
}

// relate gives every project, event, news and sheet three of its kind to go on with.
func (s *site) relate() {
	for i := range s.projects {
		s.projects[i].related = others(i, len(s.projects), "projects", func(n int) string { return s.projects[n].id })
	}
	for i := range s.events {
		s.events[i].related = others(i, len(s.events), "events", func(n int) string { return s.events[n].id })
	}
	for i := range s.news {
		s.news[i].related = others(i, len(s.news), "news", func(n int) string { return s.news[n].id })
	}
	for i := range s.sheets {
		s.sheets[i].related = others(i, len(s.sheets), "kits", func(n int) string { return s.sheets[n].path() })
	}
}

func others(i, of int, folder string, id func(int) string) []string {
	r := draw("related "+folder, i)
	var out []string
	for range 3 {
		ref := folder + "/" + id(r.IntN(of))
		if ref != folder+"/"+id(i) && !slices.Contains(out, ref) {
			out = append(out, ref)
		}
	}
	return out
}

// known finds the organisation that comes nearest to being named by 20 pages in
// each language, which are 40 in both, and the address of a page that names it.
func (s *site) known() (partner, pages int, page string) {
	naming := make([]int, len(s.partners))
	first := make([]string, len(s.partners))
	name := func(url string, organisations ...int) {
		slices.Sort(organisations)
		for _, n := range slices.Compact(organisations) {
			naming[n]++
			if first[n] == "" {
				first[n] = url
			}
		}
	}
	for _, p := range s.projects {
		var all []int
		for _, m := range p.members {
			all = append(all, m.partner)
		}
		name(p.url(it), all...)
	}
	for _, e := range s.events {
		all := slices.Clone(e.organisers)
		for _, sp := range e.speakers {
			all = append(all, sp.partner)
		}
		name(e.url(it), all...)
	}
	for _, n := range s.news {
		name(n.url(it), slices.Clone(n.partners)...)
	}
	for _, k := range s.sheets {
		name(k.url(it), k.provider)
	}
	partner = 1 // the first one owns the site
	for i := partner; i < len(naming); i++ {
		if abs(naming[i]-20) < abs(naming[partner]-20) {
			partner = i
		}
	}
	return partner, naming[partner], first[partner]
}
