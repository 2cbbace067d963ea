package main

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"time"
)

// record is what all kinds share.
type record struct {
	id             string
	title, summary text
	related        []string
}

// member is an organisation's part in a project.
type member struct {
	partner int
	role    string
}

type project struct {
	record
	acronym     string
	tagline     text
	start, end  time.Time
	members     []member // the first one leads
	programme   int
	total       int
	grant       string
	territories []int
	follows     int // -1: none
	goals       []int
	objectives  []text
}

type partner struct {
	record
	name, kind string
	city       city
	about      text
}

type event struct {
	record
	project    int
	kind       string
	day        time.Time
	city       city
	organisers []int
	speakers   []speaker
	attendance int
}

type speaker struct {
	name    string
	partner int
	talk    text
}

type news struct {
	record
	project  int
	kind     string
	day      time.Time
	event    int
	partners []int
}

type sheet struct {
	record
	kit, territory int // territory -1: national
	area           string
	provider       int
	checked        time.Time
	amount         text
}

// skewed chooses so many organisations: a few sit in many projects, most in few.
func skewed(r *rand.Rand, count, of int) []int {
	var out []int
	for len(out) < count {
		i := min(of-1, int(float64(of)*math.Pow(r.Float64(), 2.2)))
		if !slices.Contains(out, i) {
			out = append(out, i)
		}
	}
	slices.Sort(out)
	return out
}

func newPartner(i int) partner {
	r := draw("partner", i)
	body := r.IntN(len(bodies))
	p := partner{
		record: record{id: fmt.Sprintf("partner-%04d", i)}, kind: kindOf[body], city: pick(r, cities),
		name: fmt.Sprintf("%s %s – %s %d", bodies[body], pick(r, towns), pick(r, subjects), i),
	}
	for l := range languages {
		p.title[l] = p.name
		p.about[l] = p.name + " " + stocks[l].takesPart + "."
	}
	return p
}

func (s *site) newProject(i, of int) project {
	r := draw("project", i)
	name := pick(r, acronyms)
	p := project{
		record: record{id: fmt.Sprintf("%s-%04d", name, i)}, acronym: fmt.Sprintf("%s %d", capital(name), i),
		start: day(2014, r.IntN(4500)), programme: r.IntN(len(s.programmes)), total: (60 + r.IntN(2340)) * 1000, follows: -1,
		goals: skewed(r, 2, 17), grant: fmt.Sprintf("VS/%d/%04d", 2014+i%10, i),
	}
	p.title = title(r, func(int) string { return p.acronym })
	p.summary, p.tagline = s.summary(r), s.phrase(r)
	p.end = p.start.AddDate(0, 0, pick(r, []int{365, 540, 730, 1095}))
	for j, n := range skewed(r, 5+r.IntN(min(14, len(s.partners))-4), len(s.partners)) {
		p.members = append(p.members, member{n, pick(r, []string{"partner", "partner", "associated", "contractor"})})
		if j == 0 {
			p.members[0].role = "lead"
		}
	}
	p.territories = skewed(r, 1+r.IntN(2), len(s.territories))
	if i > 0 && i%5 == 0 {
		p.follows = i - 1
	}
	for range stocks[it].lines {
		p.objectives = append(p.objectives, s.phrase(r))
	}
	return p
}

func (s *site) newEvent(i int) event {
	r := draw("event", i)
	p := s.projects[i/eventsPer]
	e := event{
		record: record{id: fmt.Sprintf("event-%05d", i)}, project: i / eventsPer, day: day(2015, r.IntN(4200)),
		kind: pick(r, []string{"conference", "workshop", "study-visit", "training", "final-event"}), city: pick(r, cities), attendance: 20 + r.IntN(200),
	}
	e.title = title(r, func(l int) string { return stocks[l].event })
	e.summary = s.summary(r)
	for j, n := range skewed(r, 3, len(p.members)) {
		if j == 0 {
			e.organisers = []int{p.members[n].partner}
			continue
		}
		e.speakers = append(e.speakers, speaker{pick(r, people), p.members[n].partner, s.phrase(r)})
	}
	return e
}

func (s *site) newNews(i int) news {
	r := draw("news", i)
	p := s.projects[i/newsPer]
	n := news{project: i / newsPer, day: day(2015, r.IntN(4200)), kind: pick(r, []string{"news", "news", "research", "call"}), event: -1}
	n.id = fmt.Sprintf("%s-news-%05d", date(n.day), i)
	n.title = title(r, func(l int) string { return stocks[l].news })
	n.summary = s.summary(r)
	for _, m := range skewed(r, 2, len(p.members)) {
		n.partners = append(n.partners, p.members[m].partner)
	}
	if i%newsPer < eventsPer {
		n.event = i/newsPer*eventsPer + i%newsPer
	}
	return n
}

// newSheet draws a sheet; those of one kit hold in two territories or nationally.
func (s *site) newSheet(i int) sheet {
	r := draw("sheet", i)
	k := sheet{
		record: record{id: fmt.Sprintf("sheet-%04d", i)}, kit: i / sheetsPerKit, territory: -1, area: pick(r, []string{"right", "service", "incentive"}),
		provider: pick(r, s.projects[i/sheetsPer].members).partner, checked: time.Date(2026, time.January, 10+r.IntN(270), 0, 0, 0, 0, time.UTC),
	}
	if place := i % 3; place > 0 {
		k.territory = (k.kit + place) % len(s.territories)
	}
	k.title = title(r, func(l int) string { return stocks[l].sheet })
	k.summary, k.amount = s.summary(r), s.phrase(r)
	return k
}

func (k sheet) path() string { return kitID(k.kit) + "/" + k.id }

func kitID(n int) string { return fmt.Sprintf("kit-%03d", n) }

func (s *site) kits() int { return (len(s.sheets) + sheetsPerKit - 1) / sheetsPerKit }

// kitProject is the project that a kit comes from.
func (s *site) kitProject(kit int) project { return s.projects[kit*sheetsPerKit/sheetsPer] }

func day(year, after int) time.Time {
	return time.Date(year, time.January, 1+after, 0, 0, 0, 0, time.UTC)
}

func date(t time.Time) string { return t.Format(time.DateOnly) }
