package build

import (
	"cmp"
	"errors"
	"slices"

	"dossier/internal/content"
	"dossier/internal/plan"
)

// names takes the short way after the site was linked, where no more has changed than
// titles, names and summaries of records, and words of bodies. Of the plan only the
// groups are made that show them (plan.Again); all other files are taken from the list of
// what is visible, without a look at what they follow from.
func (s *short) names() (done bool, err error) {
	if !s.possible {
		return false, nil
	}
	s.said, s.made = nil, nil // records and site were read anew, and have told theirs
	return s.take(s.isNames, s.visible, s.replans, s.publishes)
}

// isNames reports whether nothing else has changed.
func (s *short) isNames() (bool, error) {
	return !s.styled && !s.failed() && s.known.basis == s.run.last.basis && content.LeadAsBefore(s.before, s.Snapshot, s.texts, content.Options{
		Languages: s.Config.Codes(), Program: s.program, Memory: s.store,
	}), nil
}

// replans makes the groups that show what has changed, and judges the links of their
// pages.
func (s *short) replans() (bool, error) {
	in, ok := s.inputs()
	if !ok {
		return false, nil
	}
	told := len(s.Diags)
	var failure error
	in.Make = s.making(&failure)
	groups, ok := plan.Again(s.Site, in)
	if !ok || failure != nil || s.renamed {
		if errors.Is(failure, errForgotten) {
			failure = nil
		}
		return false, failure
	}
	for _, g := range groups {
		s.groups[g.Name] = g
		was, _ := s.run.last.group(g.Name) // Again has read it
		for i, before := range was.Outputs {
			now := productOf(g.Outputs[i])
			s.retire(productOf(before), now)
			s.lists(now.file)
		}
		s.made = append(s.made, g.Outputs...)
	}
	return len(s.judged(true)) == 0 && len(s.Diags) == told, nil
}

// inputs are what the plan needs. It is false where a document would have to be made.
func (s *short) inputs() (in plan.Inputs, ok bool) {
	in = s.planInputs()
	groups := make([]plan.Group, len(s.kept.Groups))
	for i, g := range s.kept.Groups {
		groups[i] = plan.Group{Name: g.Name, Reads: g.Reads, Uses: g.Uses}
	}
	sizes := map[string]int64{}
	in.Made = func(path string) (plan.Made, bool) {
		size, ok := sizes[path]
		return plan.Made{Size: size}, ok
	}
	for _, g := range groups[:s.kept.Papers] {
		whole, known := s.run.last.group(g.Name)
		if !known {
			return in, false
		}
		for _, o := range whole.Outputs {
			sizes[o.Path] = productOf(o).size
		}
		in.Papers = append(in.Papers, whole.Outputs...)
	}
	if slices.ContainsFunc(groups[:s.kept.Papers], func(g plan.Group) bool { return !in.Holds(g) }) {
		return in, false
	}
	slices.SortFunc(in.Papers, func(a, b plan.Output) int { return cmp.Compare(a.Path, b.Path) })
	in.Before = &plan.Before{Plan: plan.Plan{Groups: groups[s.kept.Papers:]}}
	for _, f := range s.texts {
		in.Before.Edited = append(in.Before.Edited, f.Path)
	}
	return in, true
}
