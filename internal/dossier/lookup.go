package dossier

import (
	"slices"
	"strings"

	"dossier/internal/content"
	"dossier/internal/diag"
	"dossier/internal/schema"
)

// The typed look-ups return nil for a reference that was not given or cannot be
// followed; in the second case they have reported why.

func (l *linker) partner(r schema.Ref) *Partner {
	return target[*Partner](l, r, content.KindPartner)
}

func (l *linker) project(r schema.Ref) *Project {
	return target[*Project](l, r, content.KindProject)
}

func (l *linker) event(r schema.Ref) *Event {
	return target[*Event](l, r, content.KindEvent)
}

func (l *linker) programme(r schema.Ref) *Programme {
	return target[*Programme](l, r, content.KindProgramme)
}

func (l *linker) territory(r schema.Ref) *Territory {
	return target[*Territory](l, r, content.KindTerritory)
}

func (l *linker) guide(r schema.Ref) *Guide {
	return target[*Guide](l, r, content.KindGuide)
}

// target follows a reference whose kind is known.
func target[T any](l *linker, r schema.Ref, kind content.Kind) T {
	var none T
	if !r.Given() {
		return none
	}
	e := l.follow(kind.Folder()+"/"+r.ID, r, string(kind))
	if e == nil {
		return none
	}
	return e.linked.(T)
}

// any follows a reference that names its folder: kits/parental-kit.
func (l *linker) any(r schema.Ref) *Entry {
	if !r.Given() {
		return nil
	}
	return l.follow(r.ID, r, "record")
}

// follow finds a published record by address.
func (l *linker) follow(address string, r schema.Ref, kind string) *Entry {
	if e, ok := l.entries[address]; ok {
		return e
	}
	if item, ok := l.hidden[address]; ok {
		l.add(l.unpublished(item, r.Pos))
		return nil
	}
	if !l.isRefused(address) {
		l.add(l.unknown(address, r, kind))
	}
	return nil
}

// unpublished reports a reference to a record that is not part of this build: an
// error while it is a draft or not due, a warning once it has expired.
func (l *linker) unpublished(item content.Item, at diag.Pos) diag.Diagnostic {
	if l.expired(item) {
		return diag.At(at, "unpublished-target.expired", item.Address(), item.Expires.String()).WithHint("hint.remove-link")
	}
	if item.Draft.On {
		return diag.At(at, "unpublished-target", item.Address()).WithHint("hint.publish-first", item.Parts[0].Path)
	}
	return diag.At(at, "unpublished-target.future", item.Address(), item.Publish.String()).WithHint("hint.publish-first", item.Parts[0].Path)
}

func (l *linker) unknown(address string, r schema.Ref, kind string) diag.Diagnostic {
	d := diag.At(r.Pos, "unknown-reference", diag.Term(kind), r.ID)
	if kind == "record" {
		if found := l.elsewhere(r.ID); found != "" { // related: [masp], without its folder
			return d.WithHint("hint.did-you-mean", found)
		}
	}
	if near := l.nearest(address, r.ID); near != nil {
		id := strings.TrimPrefix(near.Address(), strings.TrimSuffix(address, r.ID))
		return d.WithHint("hint.did-you-mean-in", id, near.Parts[0].Path).WithSwap(r.ID, id)
	}
	return d.WithHint("hint.create-record", diag.Term(kind), r.ID)
}

// elsewhere finds the one record of any folder that has an id.
func (l *linker) elsewhere(id string) string {
	found := ""
	for _, e := range l.site.Entries {
		if e.Item.ID != id {
			continue
		}
		if found != "" {
			return ""
		}
		found = e.Address()
	}
	return found
}

// meant finds the address that a link stands for: that of a section, of a record in
// the same folder or the one that was meant, or of the one record of that id.
func (l *linker) meant(address string) (string, bool) {
	folder, id, below := strings.Cut(address, "/")
	if !below {
		return diag.Nearest(folder, content.Folders())
	}
	if near, ok := diag.Nearest(folder, content.Folders()); ok && !slices.Contains(content.Folders(), folder) {
		folder = near
	}
	if e := l.nearest(folder+"/"+id, id); e != nil {
		return e.Address(), true
	}
	found := l.elsewhere(id)
	return found, found != ""
}

// nearest finds the record that was probably meant: by other names of an
// organisation first, then by the spelling of ids of the same folder.
func (l *linker) nearest(address, id string) *Entry {
	folder := strings.TrimSuffix(address, id)
	if folder == "partners/" {
		if p := l.named(id); p != nil {
			return p
		}
	}
	var ids []string
	for a := range l.entries {
		if rest, ok := strings.CutPrefix(a, folder); ok && rest != "" {
			ids = append(ids, rest)
		}
	}
	slices.Sort(ids)
	if near, ok := diag.Nearest(id, ids); ok {
		return l.entries[folder+near]
	}
	return nil
}

// named finds an organisation one of whose names makes the same id.
func (l *linker) named(id string) *Entry {
	for _, p := range l.set.Partners {
		names := append([]schema.Str{p.Name, p.Short}, p.Aka...)
		for _, n := range p.Names.In {
			names = append(names, schema.Str{Value: n.Value})
		}
		for _, n := range names {
			if n.Given() && slugID(n.Value) == id {
				return l.entries["partners/"+p.ID]
			}
		}
	}
	return nil
}
