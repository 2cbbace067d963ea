package plan

import (
	"slices"
	"strings"
)

// Before is an earlier plan about which there was nothing to say, when nothing has
// changed since but words of bodies and sizes of documents.
type Before struct {
	Plan
	Edited []string // files of the site whose words have changed
}

// again makes only the groups anew that have read what has changed, and takes over
// all else. It is false where that does not do, as when a group makes other outputs
// than before; then nothing has been planned.
func (p *planner) again() bool {
	if p.in.Before == nil {
		return false
	}
	steps, places, ok := p.stale()
	if !ok {
		return false
	}
	made := make([]*planner, len(steps))
	p.in.each(len(steps), func(i int) { made[i] = p.make(steps[i]) })
	for i, m := range made {
		before := p.in.Before.Groups[places[i]]
		if len(m.diags)+len(m.gaps) > 0 || !m.same || !slices.EqualFunc(m.outputs, before.Outputs, sameClaim) {
			return false
		}
	}
	p.in.each(len(made), func(i int) { made[i].produceAll() })
	p.outputs, p.groups = slices.Clone(p.in.Before.Outputs), slices.Clone(p.in.Before.Groups)
	for i, m := range made {
		for j := range m.outputs {
			o := &m.outputs[j]
			m.note(j, o)
			at, _ := slices.BinarySearchFunc(p.outputs, o.Path, func(o Output, path string) int { return strings.Compare(o.Path, path) })
			p.outputs[at] = *o
		}
		p.groups[places[i]] = m.group(steps[i].name, m.outputs)
	}
	return true
}

// stale finds the groups that have read what has changed: their steps, and their
// places among the groups before. It is false where there was something to say
// about a group, or where a list of the whole site would have to be made again.
func (p *planner) stale() (steps []step, places []int, ok bool) {
	groups := p.in.Before.Groups
	moved := p.moved()
	at := 0
	for _, s := range p.steps {
		if s.name == "" {
			continue
		}
		if at == len(groups) || groups[at].Name != s.name {
			return nil, nil, false
		}
		if slices.ContainsFunc(groups[at].Reads, moved) {
			steps, places = append(steps, s), append(places, at)
		}
		at++
	}
	return steps, places, !slices.ContainsFunc(groups[at:], func(g Group) bool { return slices.ContainsFunc(g.Reads, moved) })
}

// moved tells whether something that was read is not the same any more.
func (p *planner) moved() func(Read) bool {
	edited := map[string]bool{}
	for _, file := range p.in.Before.Edited {
		edited[readBody+file] = true
	}
	return func(r Read) bool {
		return edited[r.What] || strings.HasPrefix(r.What, readDocument) && p.in.reading(r.What) != r.Is
	}
}

// sameClaim reports whether two outputs want the same place for the same reason.
func sameClaim(a, b Output) bool {
	return a.Path == b.Path && a.Renderer == b.Renderer && a.Template == b.Template && a.Pos == b.Pos && a.OnePage == b.OnePage
}
