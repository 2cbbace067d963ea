package plan

import (
	"slices"
	"strings"

	"dossier/internal/dossier"
)

// Before is an earlier plan about which there was nothing to say, when nothing has
// changed since but words of bodies, of titles, names and summaries, and sizes of
// documents.
type Before struct {
	Plan            // Known has the outputs of its groups, which these may lack
	Edited []string // files of the site whose words have changed
}

// Again makes only those groups of the pages anew that follow from what has changed
// since the plan before, and returns them. It is false where that does not do, as when
// a group makes other outputs than before; then nothing has been made.
func Again(site *dossier.Site, in Inputs) (now []Group, ok bool) {
	p := laid(site, in)
	p.sharedSteps()
	remade, ok := p.remade()
	for _, r := range remade {
		r.planner.noteAll()
		now = append(now, r.group(r.step.name, r.outputs))
	}
	return now, ok
}

// again does so within the whole plan, and takes over all else.
func (p *planner) again() bool {
	if p.in.Before == nil {
		return false
	}
	remade, ok := p.remade()
	if !ok {
		return false
	}
	p.outputs, p.groups, p.ordered = slices.Clone(p.in.Before.Outputs), slices.Clone(p.in.Before.Groups), true
	for _, r := range remade {
		r.planner.noteAll()
		for _, o := range r.outputs {
			at, _ := slices.BinarySearchFunc(p.outputs, o.Path, func(o Output, path string) int { return strings.Compare(o.Path, path) })
			p.outputs[at] = o
		}
		p.groups[r.at] = r.group(r.step.name, r.outputs)
	}
	return true
}

// remade is a group that was made anew.
type remade struct {
	*planner
	step step
	at   int // its place among the groups before
}

// remade makes the groups anew that follow from what has changed, with their outputs.
func (p *planner) remade() ([]remade, bool) {
	all, ok := p.stale()
	if !ok {
		return nil, false
	}
	p.in.each(len(all), func(i int) { all[i].planner = p.make(all[i].step) })
	for _, m := range all {
		before, known := p.known(m.step)
		if len(m.diags)+len(m.gaps) > 0 || !known || !m.same || !slices.EqualFunc(m.outputs, before.Outputs, sameClaim) {
			return nil, false
		}
	}
	p.in.each(len(all), func(i int) {
		if len(all[i].outputs) <= few {
			all[i].produceAll()
		}
	})
	for _, m := range all {
		if m.notes == nil {
			m.share()
		}
	}
	return all, true
}

// noteAll notes in the outputs of a group what became of them.
func (p *planner) noteAll() {
	for i := range p.outputs {
		p.note(i, &p.outputs[i])
	}
}

// stale finds the groups that follow from what has changed. It is false where there was
// something to say about a group, or where all groups follow from it, or a list of the
// whole site would have to be made again.
func (p *planner) stale() (all []remade, ok bool) {
	groups := p.in.Before.Groups
	moved := p.moved()
	changed := func(g Group) bool {
		return p.in.renamed(g.Uses) || slices.ContainsFunc(g.Reads, moved)
	}
	if p.in.renamed(p.uses()) { // what is around all pages
		return nil, false
	}
	at := 0
	for _, s := range p.steps {
		if s.name == "" {
			continue
		}
		if at == len(groups) || groups[at].Name != s.name {
			return nil, false
		}
		if changed(groups[at]) {
			all = append(all, remade{step: s, at: at})
		}
		at++
	}
	return all, !slices.ContainsFunc(groups[at:], changed)
}

// moved tells whether something that was read is not the same any more.
func (p *planner) moved() func(Read) bool {
	edited := p.in.Before.Edited
	return func(r Read) bool {
		if file, body := strings.CutPrefix(r.What, readBody); body {
			return slices.Contains(edited, file)
		}
		return p.in.reading(r.What) != r.Is
	}
}

// sameClaim reports whether two outputs want the same place for the same reason.
func sameClaim(a, b Output) bool {
	return a.Path == b.Path && a.Renderer == b.Renderer && a.Template == b.Template && a.Pos == b.Pos && a.OnePage == b.OnePage
}
