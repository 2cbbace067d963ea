package dossier

import "dossier/internal/content"

// Territory is a linked territory.
type Territory struct {
	*Entry
	*content.Territory
	Within   *Territory
	Inside   []*Territory
	Projects []*Project
	Sheets   []*Sheet // its own, not those of territories around it
}

func (l *linker) linkTerritory(t *Territory) {
	t.Within = l.territory(t.Territory.Within)
	if t.Within != nil && t.Within != t {
		t.Within.Inside = append(t.Within.Inside, t)
	}
}

// Contains reports whether the other territory is this one or lies within it.
func (t *Territory) Contains(other *Territory) bool {
	for steps := 0; other != nil && steps < 20; steps++ {
		if other == t {
			return true
		}
		other = other.Within
	}
	return false
}
