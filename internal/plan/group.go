package plan

import (
	"slices"

	"dossier/internal/diag"
	"dossier/internal/dossier"
	"dossier/internal/memo"
)

// Group is a part of the plan that is made by itself: the page of a record in one
// language, a list with its narrowed forms, a feed. It follows from the shapes of
// all records (see content.Record), the settings and the theme, from the facets of
// the records that it uses, and from what it says it has read besides. A later plan
// in which all of that is the same takes it over as it is.
type Group struct {
	Name    string
	Outputs []Output
	Reads   []Read
	Uses    []int32 // records that it shows something of, by dossier.Entry.Number, ascending

	Listed func() Listed
	Kept   any // of whoever keeps it: comes back with a group that was taken over
}

// Listed is what a group adds to lists of the whole site.
type Listed struct {
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
	last bool // it follows from what all groups before it add to the lists of the site
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

// last puts down a group that is made after all others.
func (l *local) last(name string, run func(l *local)) {
	l.steps = append(l.steps, step{name: name, lang: l.lang, last: true, run: run})
}

// few is up to how many outputs of a group are made by who has planned it: there
// the views are at hand, and need not be held any longer. More are shared out.
const few = 8

// run makes the groups that were put down, and has their outputs made. What is
// registered, and in which order, does not depend on which group was finished first.
func (p *planner) run() {
	if p.in.renamed(p.uses()) { // what is around all pages
		p.in.Known, p.same = nil, false
	}
	p.outputs = slices.Grow(p.outputs, 2*len(p.steps))
	made := make([]*planner, len(p.steps))
	p.in.then(len(made), func(i int) {
		made[i] = p.make(p.steps[i])
		if len(made[i].outputs) <= few {
			made[i].produceAll()
		}
	}, func(i int) {
		p.hand(p.steps[i], made[i])
		made[i] = nil
		if p.in.Done != nil {
			p.in.Done(i+1, len(made))
		}
	})
	p.steps = nil
}

// hand registers a group, once its outputs are made.
func (p *planner) hand(s step, made *planner) {
	if made.notes == nil {
		made.share()
	}
	from := len(p.outputs)
	if quiet := p.take(made); quiet && s.name != "" {
		p.groups = append(p.groups, made.group(s.name, p.outputs[from:]))
	}
}

// produceAll has the outputs of a group made.
func (p *planner) produceAll() {
	p.notes = make([]func(*Output), len(p.outputs))
	for i := range p.outputs {
		p.produce(i)
	}
}

// share has the outputs of a group made, several at once.
func (p *planner) share() {
	p.notes = make([]func(*Output), len(p.outputs))
	p.in.each(len(p.outputs), p.produce)
}

// produce has an output made, and takes its view away. Those of a group that was
// taken over have none, and belong to the plan before.
func (p *planner) produce(i int) {
	if p.in.Make != nil {
		p.notes[i] = p.in.Make(p.outputs[i])
	}
	if !p.in.Views && p.outputs[i].View != nil {
		p.outputs[i].View = nil
	}
}

// note notes in an output, the ith of the group, what became of it.
func (p *planner) note(i int, o *Output) {
	if p.notes != nil && p.notes[i] != nil {
		p.notes[i](o)
	}
}

// group is what a later plan may take over of a planner's work.
func (p *planner) group(name string, outputs []Output) Group {
	if p.dressed {
		g := *p.taken
		g.Outputs, g.Kept = slices.Clone(outputs), nil
		return g
	}
	if p.taken != nil {
		return *p.taken
	}
	listed := Listed{p.urls, p.drawings}
	return Group{
		Name: name, Outputs: slices.Clone(outputs), Reads: p.reads, Uses: p.uses(),
		Listed: func() Listed { return listed },
	}
}

// uses are the records that the planner has shown something of.
func (p *planner) uses() []int32 { return p.used.numbers() }

// make plans one group, or recalls it.
func (p *planner) make(s step) *planner {
	before, known := p.known(s)
	if known && (!s.last || p.same) && p.in.Holds(before) {
		outputs, dressed := p.in.Dressed(before.Outputs)
		return &planner{in: p.in, outputs: outputs, taken: &before, dressed: dressed}
	}
	own := p.fork()
	s.run(own.local(s.lang))
	if known {
		own.same = sameLists(Listed{own.urls, own.drawings}, before.Listed())
		recall(own.outputs, before.Outputs)
	}
	return own
}

// Dressed gives outputs that are taken over the keys that they have with the
// templates as they are now, and reports whether any has another than before.
func (in Inputs) Dressed(before []Output) (outputs []Output, other bool) {
	if !in.Restyled {
		return before, false
	}
	outputs = slices.Clone(before)
	for i := range outputs {
		outputs[i] = in.Identified(outputs[i])
		other = other || outputs[i].Key != before[i].Key
	}
	return outputs, other
}

// recall gives outputs back what was kept of those that had their paths.
func recall(outputs, before []Output) {
	for i := range outputs {
		for _, b := range before {
			if b.Path == outputs[i].Path {
				outputs[i].Kept = b.Kept
			}
		}
	}
}

func sameLists(a, b Listed) bool {
	return slices.Equal(a.Drawings, b.Drawings) && slices.EqualFunc(a.URLs, b.URLs, func(x, y SiteURL) bool {
		return x.Lang == y.Lang && x.URL == y.URL && x.Updated == y.Updated && slices.Equal(x.Alternates, y.Alternates)
	})
}

// recalls reports whether a group of this language is taken over.
func (l *local) recalls(name string) bool {
	before, known := l.known(step{name: l.lang + " " + name})
	return known && l.in.Holds(before)
}

// known returns the group as the plan before made it.
func (p *planner) known(s step) (Group, bool) {
	if p.in.Known == nil || s.name == "" {
		return Group{}, false
	}
	return p.in.Known(s.name)
}

// Holds reports whether a group of the plan before is still as it was: nothing that it
// shows or has read has changed.
func (in Inputs) Holds(g Group) bool {
	return !in.renamed(g.Uses) && !slices.ContainsFunc(g.Reads, func(r Read) bool { return in.reading(r.What) != r.Is })
}

// renamed reports whether the words of one of some records have changed.
func (in Inputs) renamed(uses []int32) bool {
	return in.Renamed != nil && slices.ContainsFunc(uses, func(number int32) bool { return in.Renamed(int(number)) })
}

// fork returns a planner of the same site that has made nothing yet.
func (p *planner) fork() *planner {
	own := &planner{site: p.site, in: p.in, byID: p.byID, codes: p.codes, locals: make([]*local, len(p.locals))}
	locals := make([]local, len(p.locals))
	for i, l := range p.locals {
		locals[i] = *l
		locals[i].planner, locals[i].seen = own, shown{}
		own.locals[i] = &locals[i]
	}
	return own
}

// take registers what another planner has made, and reports whether there was
// nothing to say about it.
func (p *planner) take(m *planner) (quiet bool) {
	quiet = len(m.diags)+len(m.gaps) == 0
	p.diags = append(p.diags, m.diags...)
	for i, o := range m.outputs {
		if !p.register(o) {
			quiet = false
			continue
		}
		m.note(i, &p.outputs[len(p.outputs)-1])
	}
	p.same = p.same && quiet && (m.taken != nil || m.same)
	if m.taken != nil {
		p.listed = append(p.listed, m.taken.Listed)
	} else {
		listed := Listed{m.urls, m.drawings}
		p.listed = append(p.listed, func() Listed { return listed })
	}
	for _, g := range m.gaps {
		p.gap(g)
	}
	return quiet
}

// lists puts together what the groups add to the lists of the site.
func (p *planner) lists() Listed {
	var all Listed
	seen := map[string]bool{}
	for _, listed := range p.listed {
		one := listed()
		all.URLs = append(all.URLs, one.URLs...)
		for _, d := range one.Drawings {
			if !seen[d] {
				seen[d], all.Drawings = true, append(all.Drawings, d)
			}
		}
	}
	return all
}

// read notes that the group depends on more than facets.
func (p *planner) read(what string) {
	if !slices.ContainsFunc(p.reads, func(r Read) bool { return r.What == what }) {
		p.reads = append(p.reads, Read{What: what, Is: p.in.reading(what)})
	}
}

// words is a record's text in a language, nil when there is none. Everything that
// shows a body comes by here.
func (p *planner) words(e *dossier.Entry, lang string) *dossier.Body {
	b := p.site.Body(e, lang)
	if b == nil {
		return nil
	}
	p.read(readBody + e.Source(lang))
	for _, other := range b.Named {
		p.used.add(other)
	}
	return b
}

// Plan is all that was planned.
type Plan struct {
	Outputs []Output // sorted by path
	Groups  []Group  // those that a later plan may take over: there was nothing to say about them
	Diags   []diag.Diagnostic

	steps []step // those of the languages; a later plan of the same site, but for words, has the same
}
