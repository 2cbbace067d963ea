package plan

import (
	"slices"

	"dossier/internal/diag"
	"dossier/internal/dossier"
	"dossier/internal/memo"
)

// Group is a part of the plan that is made by itself: the page of a record in one
// language, a list with its narrowed forms, a feed. It follows from the facets of
// all records (see content.Record), the settings and the theme, and from what it
// says it has read besides. A later plan in which all of that is the same takes
// it over as it is.
type Group struct {
	Name    string
	Outputs []Output
	Reads   []Read

	URLs     []SiteURL // for the site map
	Drawings []string  // that documents show, by path
}

// Read is something that may change while all facets stay: the words of a body,
// the size of a document.
type Read struct {
	What string // "body content/news/2019-07-09-end.it.md", "document it/kit/x.pdf"
	Is   memo.Key
}

const (
	readBody     = "body "
	readDocument = "document "
)

// step is a group to be made.
type step struct {
	name string
	lang string
	run  func(l *local)
}

// step puts down a group of this language. It is made later, maybe at the same
// time as others, by a planner of its own, which run is given. One without a name
// is never taken over.
func (l *local) step(name string, run func(l *local)) {
	if name != "" {
		name = l.lang + " " + name
	}
	l.steps = append(l.steps, step{name: name, lang: l.lang, run: run})
}

// batch is how many groups are planned before their outputs are handed on, so
// that the views of a large site are not all held at once.
const batch = 64

// run makes the groups that were put down, in batches, and hands their outputs
// on. What is registered, and in which order, does not depend on which group was
// finished first.
func (p *planner) run() {
	done := 0
	for steps := range slices.Chunk(p.steps, batch) {
		made := make([]*planner, len(steps))
		p.in.each(len(steps), func(i int) { made[i] = p.make(steps[i]) })
		from := len(p.outputs)
		for i, m := range made {
			p.take(steps[i].name, m)
		}
		if p.in.Emit != nil {
			p.in.Emit(p.outputs[from:])
		}
		if !p.in.Views {
			strip(p.outputs[from:])
		}
		done += len(steps)
		if p.in.Done != nil {
			p.in.Done(done, len(p.steps))
		}
	}
	p.steps = nil
}

// make plans one group, or recalls it.
func (p *planner) make(s step) *planner {
	if g, ok := p.in.Known[s.name]; ok && p.holds(g) {
		return &planner{outputs: g.Outputs, urls: g.URLs, drawings: g.Drawings, reads: g.Reads}
	}
	own := p.fork()
	s.run(own.local(s.lang))
	return own
}

// holds reports whether what a group has read is still the same.
func (p *planner) holds(g Group) bool {
	return !slices.ContainsFunc(g.Reads, func(r Read) bool { return p.in.reading(r.What) != r.Is })
}

// fork returns a planner of the same site that has made nothing yet.
func (p *planner) fork() *planner {
	own := &planner{site: p.site, in: p.in, byID: p.byID, codes: p.codes, locals: make([]*local, len(p.locals))}
	locals := make([]local, len(p.locals))
	for i, l := range p.locals {
		locals[i] = *l
		locals[i].planner, locals[i].seen = own, nil
		own.locals[i] = &locals[i]
	}
	return own
}

// take registers what another planner has made.
func (p *planner) take(name string, m *planner) {
	from, quiet := len(p.outputs), len(m.diags)+len(m.gaps) == 0
	p.diags = append(p.diags, m.diags...)
	for _, o := range m.outputs {
		quiet = p.register(o) && quiet
	}
	p.urls = append(p.urls, m.urls...)
	for _, d := range m.drawings {
		if !slices.Contains(p.drawings, d) {
			p.drawings = append(p.drawings, d)
		}
	}
	for _, g := range m.gaps {
		p.gap(g)
	}
	if quiet && name != "" {
		g := Group{Name: name, Outputs: slices.Clone(p.outputs[from:]), Reads: m.reads, URLs: m.urls, Drawings: m.drawings}
		if !p.in.Views {
			strip(g.Outputs)
		}
		p.groups = append(p.groups, g)
	}
}

// strip takes the views away.
func strip(outputs []Output) {
	for i := range outputs {
		outputs[i].View = nil
	}
}

// read notes that the group depends on more than facets.
func (p *planner) read(what string) {
	if !slices.ContainsFunc(p.reads, func(r Read) bool { return r.What == what }) {
		p.reads = append(p.reads, Read{What: what, Is: p.in.reading(what)})
	}
}

// text is a record's text in a language, nil when there is none. Everything that
// shows a body comes by here.
func (p *planner) words(e *dossier.Entry, lang string) *dossier.Body {
	b := e.Body(lang)
	if b != nil {
		p.read(readBody + e.Source(lang))
	}
	return b
}

// Plan is all that was planned.
type Plan struct {
	Outputs []Output // sorted by path
	Groups  []Group  // those that a later plan may take over: there was nothing to say about them
	Diags   []diag.Diagnostic
}
