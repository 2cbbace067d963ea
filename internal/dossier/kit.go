package dossier

import (
	"cmp"
	"slices"

	"dossier/internal/content"
	"dossier/internal/diag"
	"dossier/internal/i18n"
	"dossier/internal/schema"
)

// Kit is a linked kit with its sheets.
type Kit struct {
	*Entry
	*content.Kit
	Project *Project
	Guide   *Guide
	Sheets  []*Sheet // by area, then id
}

// Sheet is a sheet of a kit.
type Sheet struct {
	*Entry
	*content.Sheet
	Kit       *Kit
	Territory *Territory // nil: it holds in the whole country
	Provider  *Partner
}

// areas are in the order in which a kit shows them.
var areas = []string{"right", "service", "incentive"}

// Areas returns the areas of a kit in the order in which they are shown.
func Areas() []string { return areas }

// ReviewBy is the day by which the sheet must be read again: given, or a year
// after it was last checked.
func (s *Sheet) ReviewBy() i18n.Date {
	if s.Sheet.ReviewBy.Given() {
		return s.Sheet.ReviewBy.Date
	}
	return s.Checked.AddYears(1)
}

// Places returns the territories for which the kit has sheets of its own.
func (k *Kit) Places() []*Territory {
	var places []*Territory
	for _, s := range k.Sheets {
		if s.Territory != nil && !slices.Contains(places, s.Territory) {
			places = append(places, s.Territory)
		}
	}
	slices.SortFunc(places, func(a, b *Territory) int { return cmp.Compare(a.Entry.ID, b.Entry.ID) })
	return places
}

// For returns the sheets that hold in a territory: its own, those of the
// territories it lies within, and the national ones.
func (k *Kit) For(t *Territory) []*Sheet {
	return slices.DeleteFunc(slices.Clone(k.Sheets), func(s *Sheet) bool {
		return s.Territory != nil && !s.Territory.Contains(t)
	})
}

func (l *linker) linkKit(k *Kit) {
	if k.Project = l.project(k.Kit.Project); k.Project != nil {
		k.Project.Kits = append(k.Project.Kits, k)
	}
	if k.Guide = l.guide(k.Kit.Guide); k.Guide != nil {
		k.Guide.Kits = append(k.Guide.Kits, k)
	}
	for _, s := range k.Sheets {
		l.linkSheet(s)
	}
	slices.SortFunc(k.Sheets, func(a, b *Sheet) int {
		return cmp.Or(
			cmp.Compare(slices.Index(areas, a.Area.Value), slices.Index(areas, b.Area.Value)),
			cmp.Compare(a.Entry.ID, b.Entry.ID),
		)
	})
}

func (l *linker) linkSheet(s *Sheet) {
	if s.Sheet.Territory.ID != content.National {
		if s.Territory = l.place(s.Sheet.Territory); s.Territory != nil {
			s.Territory.Sheets = append(s.Territory.Sheets, s)
		}
	}
	if s.Provider = l.partner(s.Sheet.Provider); s.Provider != nil {
		s.Provider.Sheets = append(s.Provider.Sheets, s)
	}
}

// place follows the reference of a sheet to its territory, for which the reserved
// word may have been meant: “nazionale”.
func (l *linker) place(r schema.Ref) *Territory {
	_, known := l.entries[content.KindTerritory.Folder()+"/"+r.ID]
	if near, ok := diag.Nearest(r.ID, []string{content.National}); ok && !known {
		l.add(diag.At(r.Pos, "unknown-reference", diag.Term(content.KindTerritory), r.ID).WithHint("hint.did-you-mean", near).WithSwap(r.ID, near))
		return nil
	}
	return l.territory(r)
}
