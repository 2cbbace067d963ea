package content

import (
	"slices"
	"strings"

	"dossier/internal/source"
)

// Reworded is a body before and after its words were edited.
type Reworded struct {
	File          string
	Before, After Body
}

// RewordedIn decodes the records of files that were written anew since an earlier
// snapshot, and no others: those are remembered as they were, and otherNames are
// those of the organisations (see Set.OtherNames). Like Set.Edited it is false where
// more has changed than words, or where that is not known.
func RewordedIn(before, now *source.Snapshot, files []source.File, otherNames []string, o Options) (edits []Reworded, ok bool, err error) {
	names := OtherNames(o.Program, otherNames)
	left := files
	for len(left) > 0 {
		old, ok := o.remembered(before, left[0].Path)
		if !ok {
			return nil, false, nil
		}
		d, err := o.again(now, old, names)
		if err != nil || d == nil || !sameBut(old.Record, d.made.record()) {
			return nil, false, err
		}
		for i, b := range d.made.record().Bodies {
			if was := old.Bodies[i]; was.Source != b.Source {
				edits = append(edits, Reworded{File: fileOf(b.Source), Before: was, After: b})
			}
		}
		left = slices.DeleteFunc(slices.Clone(left), func(f source.File) bool {
			return slices.ContainsFunc(old.Parts, func(p Part) bool { return p.Path == f.Path })
		})
	}
	return edits, true, nil
}

// LeadAsBefore reports whether the texts of the records that files belong to lead where
// they led in an earlier snapshot, and show the same pictures. It is false where that is
// not known.
func LeadAsBefore(before, now *source.Snapshot, files []source.File, o Options) bool {
	return !slices.ContainsFunc(files, func(f source.File) bool {
		was, known := o.remembered(before, f.Path)
		is, still := o.remembered(now, f.Path)
		return !known || !still || !sameTargets(was.Bodies, is.Bodies)
	})
}

// remembered is the record that a file belonged to, as it is remembered.
func (o Options) remembered(snap *source.Snapshot, path string) (Item, bool) {
	n, problem := namer{o.Languages}.parse(path)
	if problem != nil {
		return Item{}, false
	}
	made := newHolder(n.kind)
	b, known := o.Memory.Get(o.key(o.partsOf(snap, n)))
	if made == nil || !known || thaw(b, made) != nil {
		return Item{}, false
	}
	item := made.item()
	return item, slices.ContainsFunc(item.Parts, func(p Part) bool { return p.Path == path })
}

// partsOf are the files of the record that a file belongs to, by path: beside it, or
// in a folder of its name. A chapter has one number in all languages.
func (o Options) partsOf(snap *source.Snapshot, n name) []file {
	stem := strings.TrimSuffix(n.path, ".md")
	stem = strings.TrimSuffix(stem, "."+n.lang)
	stem = strings.TrimSuffix(stem, "/index")
	var parts []file
	for _, f := range snap.StartingWith(stem) {
		rest := strings.TrimPrefix(strings.TrimPrefix(f.Path[len(stem):], "/index"), ".")
		if !strings.HasSuffix(rest, "md") || strings.Contains(rest, "/") {
			continue
		}
		if other, problem := (namer{o.Languages}).parse(f.Path); problem == nil && other.kind == n.kind && other.id == n.id {
			parts = append(parts, file{f, other})
		}
	}
	return parts
}
