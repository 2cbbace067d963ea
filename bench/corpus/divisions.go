package main

import (
	"fmt"
	"slices"
)

// Lists that are narrowed to a country, a programme, a state have pages of their
// own. Our command makes them by itself; for Hugo each is a file that says which
// list it is and what it keeps. They stand in a folder of their own, so that no
// section takes them for its records.

// division is one such list: the records of a section by one of their facts.
type division struct {
	section, by string
	path        text
	keys        []string
	whole       bool // whether there is a page with all its groups
}

func (h hugo) divisions() {
	for _, d := range h.allDivisions() {
		base := address(h.lang, d.section, d.path[h.lang])
		if d.whole {
			h.division(d, "", base)
		}
		for _, key := range d.keys {
			h.division(d, key, base+inAddress(key)[h.lang]+"/")
		}
	}
}

func (h hugo) division(d division, key, url string) {
	var f front
	f.raw("title", d.by)
	f.raw("type", d.section)
	f.raw("layout", "division")
	f.raw("by", d.by)
	name := "by/" + d.section + "/" + d.by
	if key != "" {
		f.str("key", key)
		name += "-" + key
	}
	h.page(name, url, &f, "")
}

// inAddress is a key as addresses have it: a word of the language, or the id.
func inAddress(key string) text {
	if word, ok := addressWords[key]; ok {
		return word
	}
	return text{key, key}
}

func (h hugo) allDivisions() []division {
	var countries, kinds, projects, programmes, states []string
	for _, o := range funders {
		countries, kinds = append(countries, o.country), append(kinds, o.kind)
	}
	for _, p := range h.site.partners {
		countries, kinds = append(countries, p.city.country), append(kinds, p.kind)
	}
	used := map[int]bool{}
	var places []string
	for _, p := range h.site.projects {
		projects = append(projects, p.id)
		programmes = append(programmes, h.site.programmes[p.programme].id)
		states = append(states, state(p))
		for _, t := range p.territories {
			used[t] = true
		}
	}
	for i, t := range h.territories {
		if used[i] {
			places = append(places, t.id)
		}
	}
	return []division{
		{"partners", "country", text{"paese", "country"}, distinct(countries), true},
		{"partners", "kind", text{"tipo", "kind"}, distinct(kinds), true},
		{"partners", "project", text{"progetto", "project"}, projects, true},
		{"projects", "programme", text{"programma", "programme"}, distinct(programmes), false},
		{"projects", "territory", text{"territorio", "territory"}, places, false},
		{"projects", "status", text{"stato", "status"}, distinct(states), false},
	}
}

func distinct(keys []string) []string {
	slices.Sort(keys)
	return slices.Compact(keys)
}

// buildDay is the day for which both sides build.
const buildDay = "2026-11-22"

func state(p project) string {
	switch {
	case date(p.end) < buildDay:
		return "completed"
	case date(p.start) > buildDay:
		return "planned"
	}
	return "running"
}

// kitPlaces are a kit's pages for each territory that it has sheets of its own for.
func (h hugo) kitPlaces(kit int) {
	var places []int
	for _, k := range h.sheets[kit*sheetsPerKit : min(len(h.sheets), (kit+1)*sheetsPerKit)] {
		if k.territory >= 0 {
			places = append(places, k.territory)
		}
	}
	slices.Sort(places)
	for _, n := range slices.Compact(places) {
		t := h.territories[n]
		var f front
		f.str("title", h.kit(kit).title[h.lang])
		f.raw("type", "kits")
		f.raw("layout", "place")
		f.raw("kit", kitID(kit))
		f.raw("territory", t.id)
		h.page(fmt.Sprintf("by/kits/%s-%s", kitID(kit), t.id), address(h.lang, "kits", fmt.Sprintf("%s/%s/%s", kitID(kit), text{"territorio", "territory"}[h.lang], t.id)), &f, "")
	}
}
