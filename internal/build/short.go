package build

import (
	"errors"
	"slices"
	"strings"

	"dossier/internal/content"
	"dossier/internal/diag"
	"dossier/internal/plan"
	"dossier/internal/publish"
	"dossier/internal/render"
	"dossier/internal/source"
)

// short is a build before which nothing has changed but words of bodies and
// templates. It follows from what the last one kept, without records, site and plan:
// of the groups of the plan, which are kept as bytes, it reads those that it needs,
// gives their views the new words, and writes their pages. Where titles, names and
// summaries have changed as well, it has to read records and site (names.go).
//
// Whatever it meets that it does not know makes it give up. The build then goes on as
// every other.
type short struct {
	*run
	before   *source.Snapshot
	kept     *state
	possible bool // no more has changed than texts and templates
	saved    last
	said     []diag.Diagnostic // by the last build
	texts    []source.File     // that are others
	styled   bool              // templates are
	edits    []content.Reworded

	groups map[string]plan.Group // of the plan, that are others now
	made   []plan.Output         // outputs of these that were made
	places []place               // of each
}

// place is where an output stands among the groups.
type place struct {
	group  string
	output int
}

// short is the short way of a run; before is how the last build found the sources.
func (r *run) short(before *source.Snapshot) *short {
	return &short{run: r, before: before, kept: r.last.kept}
}

// words takes the short way where no more has changed than words of bodies and
// templates.
func (s *short) words() (done bool, err error) {
	return s.take(s.isPossible, s.reads, s.looks, s.rewords, s.regroups, s.visible, s.renders, s.publishes)
}

// take takes steps, as long as each says that the next one can be taken.
func (s *short) take(steps ...func() (bool, error)) (done bool, err error) {
	s.groups = map[string]plan.Group{}
	for _, step := range steps {
		if ok, err := step(); err != nil || !ok {
			if s.Files != nil {
				s.possible = false
				s.startAgain()
			}
			return false, err
		}
	}
	s.phase("short", len(s.made))
	return true, s.save()
}

// mostTexts is how many files may have been edited: each is looked for in all groups
// of the plan.
const mostTexts = 20

// isPossible reports whether nothing but texts and templates has changed since the
// last build, nothing was to be said of these, and nothing of outputs.
func (s *short) isPossible() (bool, error) {
	if s.before == nil || s.kept == nil || !s.kept.Quiet || s.kept.Short == maxEdits || s.MaxWarnings != nil || s.odd || len(s.Diags) > 0 {
		return false, nil
	}
	files, ok := s.Snapshot.Edited(s.before)
	if !ok || slices.ContainsFunc(files, func(f source.File) bool { return !isTemplate(f.Path) && isOther(f) }) {
		return false, nil
	}
	if s.saved, ok = s.readLast(); !ok || s.kept.Inputs != s.saved.Inputs || s.saved.Inputs != s.inputsOf(s.before, s.Config.Zone) {
		return false, nil
	}
	edited := map[string]bool{}
	for _, f := range files {
		edited[f.Path] = true
		if isTemplate(f.Path) {
			s.styled = true
		} else {
			s.texts = append(s.texts, f)
		}
	}
	s.said, ok = diag.Decode(s.saved.Diags)
	s.possible = ok && len(s.texts) <= mostTexts && !slices.ContainsFunc(s.said, func(d diag.Diagnostic) bool {
		return about(d, edited) || s.styled && strings.HasPrefix(d.Pos.File, "themes/")
	})
	return s.possible, nil
}

// reads reads the texts, the theme, and for other templates the whole plan; it is false
// where more has changed of a record than words.
func (s *short) reads() (ok bool, err error) {
	words := func() (err error) {
		s.edits, ok, err = content.RewordedIn(s.before, s.Snapshot, s.texts, s.kept.Names, content.Options{
			Languages: s.Config.Codes(), Program: s.program, Memory: s.store,
		})
		return err
	}
	groups := func() error {
		if s.styled {
			s.each(len(s.kept.Groups), func(i int) { s.run.last.group(s.kept.Groups[i].Name) })
		}
		return nil
	}
	err = s.atOnce(s.loadTheme, words, groups)
	return ok, err
}

// looks reports whether nothing has changed of the theme but what its templates write.
func (s *short) looks() (bool, error) {
	return (!s.styled || len(s.ofTheme) == 0) && s.kept.Assets == assetsKey(s.Theme), nil
}

// rewords reports whether views tell no more of the new words than of the old ones.
func (s *short) rewords() (bool, error) {
	return !slices.ContainsFunc(s.edits, func(e content.Reworded) bool {
		return plan.Minutes(e.Before.Doc.Words) != plan.Minutes(e.After.Doc.Words)
	}), nil
}

// regroups makes the groups of the plan what they are now.
func (s *short) regroups() (bool, error) {
	var names []string
	for _, g := range s.kept.Groups {
		if s.styled || s.readsEdited(plan.Group{Reads: g.Reads}) {
			names = append(names, g.Name)
		}
	}
	in := plan.Inputs{Version: s.program, Templates: s.Theme.Digest, Restyled: s.styled, Keep: s.keepView}
	groups, changed, known := make([]plan.Group, len(names)), make([]bool, len(names)), make([]bool, len(names))
	s.each(len(names), func(i int) {
		if groups[i], known[i] = s.run.last.group(names[i]); known[i] {
			groups[i], changed[i], known[i] = s.regroup(in, groups[i])
		}
	})
	if slices.Contains(known, false) {
		return false, nil
	}
	most := 0
	for _, g := range groups {
		most += len(g.Outputs)
	}
	s.made, s.places = make([]plan.Output, 0, most), make([]place, 0, most)
	for i, g := range groups {
		if !changed[i] {
			continue
		}
		s.groups[g.Name] = g
		for k, o := range g.Outputs {
			if o.Key != productOf(o).key {
				s.made, s.places = append(s.made, o), append(s.places, place{g.Name, k})
			}
		}
	}
	return !s.styled || !slices.ContainsFunc(s.kept.Loose, func(o stateLoose) bool { return o.Output.Template != "" }), nil
}

// readsEdited reports whether a group follows from the words of an edited body.
func (s *short) readsEdited(g plan.Group) bool {
	return slices.ContainsFunc(s.edits, func(e content.Reworded) bool { return g.ReadsBody(e.File) })
}

// regroup makes one group what it is now.
func (s *short) regroup(in plan.Inputs, g plan.Group) (now plan.Group, changed, known bool) {
	g.Outputs, changed = in.Dressed(g.Outputs)
	for _, e := range s.edits {
		if !g.ReadsBody(e.File) {
			continue
		}
		f, _ := s.Snapshot.File(e.File)
		if g, known = in.Reworded(g, plan.Rewording{File: e.File, Digest: f.Digest, Before: e.Before.Source, After: e.After.Source}, s.view); !known {
			return g, false, false
		}
		changed = true
	}
	return g, changed, true
}

// view is the view of an output if it can show a body. It is not known of documents,
// which show more of a body than their views say.
func (s *short) view(o plan.Output) (view any, known bool) {
	switch {
	case o.Document():
		return nil, false
	case o.View != nil || !render.IsKept(o.Renderer):
		return o.View, true
	}
	view = s.recallView(o, new(desk))
	return view, view != nil
}

// visible takes the list of all files from the site that is visible: it must be what the
// last build published.
func (s *short) visible() (bool, error) {
	if err := s.begun(); err != nil {
		return false, err
	}
	s.Files = s.writer.Visible()
	return publish.Site(s.Files) == s.saved.Site, nil
}

// renders makes the outputs that are others, and judges their links.
func (s *short) renders() (bool, error) {
	before := make([]*product, len(s.made))
	for i, o := range s.made {
		before[i] = productOf(o)
	}
	if err := s.make(s.made); err != nil || s.renamed {
		if errors.Is(err, errForgotten) {
			err = nil
		}
		return false, err
	}
	s.each(len(s.made), func(i int) { s.retire(before[i], productOf(s.made[i])) })
	for i, o := range s.made {
		o.View = nil
		s.groups[s.places[i].group].Outputs[s.places[i].output] = o
		s.lists(productOf(o).file)
	}
	return len(s.judged(true)) == 0 && len(s.Diags) == 0, nil
}

// lists puts a file that was made in the place of the one before.
func (s *short) lists(f publish.File) {
	if at, there := s.at(f.Path); there {
		s.Files[at].Digest = f.Digest
	}
}

// retire says that what was remembered of an output is no longer needed.
func (s *short) retire(before, now *product) {
	if before.key != now.key {
		s.store.Retire(before.key)
	}
	if before.file.Digest != now.file.Digest {
		s.store.Retire(scanKey(before.file.Digest))
	}
	if before.seen != now.seen {
		s.store.Retire(s.viewKey(before.seen))
	}
}

// publishes puts what has not changed beside what was made, and shows it.
func (s *short) publishes() (bool, error) {
	made := make(map[string]bool, len(s.made))
	for _, o := range s.made {
		made[o.Path] = true
	}
	for _, f := range s.Files {
		if made[f.Path] {
			continue
		}
		if !s.writer.Has(f.Path, f.Digest) {
			return false, nil
		}
		if err := s.put(f); err != nil {
			return false, err
		}
	}
	s.tell(s.said)
	s.Totals = s.saved.Totals
	s.Changed, s.Gone = s.writer.Difference()
	var err error
	s.Report, err = s.writer.Commit()
	return true, err
}

// save keeps what the next build can use.
func (s *short) save() error {
	next := *s.kept
	next.Inputs, next.Short, next.Rendered = s.inputsOf(s.Snapshot, s.Config.Zone), s.kept.Short+1, s.rendered()
	next.Layouts = slices.Clone(s.kept.Layouts)
	for i, l := range next.Layouts {
		next.Layouts[i].Key = plan.LayoutKey(s.Theme.Digest, l.Dress.Template, l.Dress.Lang, l.Dress.MainLang)
	}
	if s.set != nil {
		next.Facets, next.Names = s.known.facets, s.set.OtherNames()
	}
	next.Groups = slices.Clone(s.kept.Groups)
	s.each(len(next.Groups), func(i int) {
		if now, changed := s.groups[next.Groups[i].Name]; changed {
			before := next.Groups[i].Made
			if next.Groups[i] = s.keepMade(now); next.Groups[i].Made != before {
				s.store.Retire(before)
			}
		}
	})
	err := s.atOnce(
		func() error { return replace(s.cacheFile(stateFile), next.encode()) },
		s.store.SaveMore, s.saveSources,
		func() error { return s.saveLast(next.Inputs) },
	)
	if cannotHold(err) {
		return nil
	}
	return err
}
