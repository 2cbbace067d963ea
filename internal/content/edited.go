package content

import (
	"cmp"
	"maps"
	"slices"

	"dossier/internal/markdown"
	"dossier/internal/source"
)

// Edited returns the set as it is after files were written anew, and the records
// that they belong to. It is false where more has changed than words of bodies that
// neither lead anywhere else than before nor give anything to say: then all
// records have to be decoded. The error is that of the disk.
func (s *Set) Edited(snap *source.Snapshot, files []source.File, o Options) (next *Set, edited []Item, ok bool, err error) {
	next = &Set{Files: s.Files, Refused: s.Refused, Misnamed: s.Misnamed, made: maps.Clone(s.made)}
	names := OtherNames(o.Program, s.OtherNames())
	left := len(files)
	for _, item := range s.Items() {
		made := item.Value.(holder)
		if n := item.count(files); n > 0 {
			left -= n
			d, err := o.again(snap, item, names)
			if err != nil || d == nil || !sameBut(item.Record, d.made.record()) {
				return nil, nil, false, err
			}
			made = d.made
			next.made[d.key] = made
			edited = append(edited, made.item())
		}
		next.add(made)
	}
	return next, edited, left == 0, nil
}

// count returns how many of some files are the record's.
func (r *Record) count(files []source.File) int {
	n := 0
	for _, part := range r.Parts {
		for i := range files {
			if files[i].Path == part.Path {
				n++
			}
		}
	}
	return n
}

// again decodes a record from its files as they are now; nil where there is
// something to say about it.
func (o Options) again(snap *source.Snapshot, old Item, names *Phrases) (*decoder, error) {
	var files []file
	for _, part := range old.Parts {
		f, there := snap.File(part.Path)
		n, problem := namer{o.Languages}.parse(part.Path)
		if !there || problem != nil {
			return nil, nil
		}
		files = append(files, file{f, n})
	}
	slices.SortFunc(files, func(a, b file) int { return cmp.Compare(a.Path, b.Path) })
	d := &decoder{}
	if d.run(o, snap, files, names); d.err != nil || len(d.diags) > 0 {
		return nil, d.err
	}
	one := &Set{}
	if one.add(d.made); len(one.Rules(o.Languages)) > 0 {
		return nil, nil
	}
	for _, b := range d.made.record().Bodies {
		for _, phrases := range []*Phrases{names, OngoingPhrases(o.Program, b.Lang)} {
			if found, err := phrases.Find(o.Memory, b, snap.Read); err != nil || len(found) > 0 {
				return nil, err
			}
		}
	}
	return d, nil
}

// sameBut reports whether two records differ in nothing but the words of bodies.
func sameBut(a, b *Record) bool {
	return a.Facets == b.Facets && sameTargets(a.Bodies, b.Bodies)
}

// sameTargets reports whether texts lead to the same places and show the same pictures.
func sameTargets(a, b []Body) bool {
	return slices.EqualFunc(a, b, func(p, q Body) bool {
		return p.Lang == q.Lang && slices.EqualFunc(p.Doc.Links, q.Doc.Links, sameLink) && slices.EqualFunc(p.Doc.Images, q.Doc.Images, sameImage)
	})
}

func sameLink(a, b markdown.Link) bool {
	a.Pos = b.Pos
	return a == b
}

func sameImage(a, b markdown.Image) bool {
	a.Pos = b.Pos
	return a == b
}
