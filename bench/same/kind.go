package main

import (
	"fmt"
	"maps"
	"slices"
)

// kind holds the pages of one kind of both outputs.
type kind struct {
	name   string
	a, b   []page
	common []float64 // of pages that both have: the share of our links that the other has
}

// pair sorts the pages of both outputs by the kind that ours gives them.
func pair(a, b output) []kind {
	byName := map[string]*kind{}
	of := func(name string) *kind {
		if byName[name] == nil {
			byName[name] = &kind{name: name}
		}
		return byName[name]
	}
	for _, name := range slices.Sorted(maps.Keys(a.pages)) {
		p := a.pages[name]
		k := of(p.kind)
		k.a = append(k.a, p)
		if q, ok := b.pages[name]; ok {
			k.b = append(k.b, q)
			k.common = append(k.common, share(p.links, q.links))
		}
	}
	var out []kind
	for _, name := range slices.Sorted(maps.Keys(byName)) {
		out = append(out, *byName[name])
	}
	return out
}

// share is how much of ours stands in the other's.
func share(ours, other map[string]bool) float64 {
	if len(ours) == 0 {
		return 1
	}
	n := 0
	for link := range ours {
		if other[link] {
			n++
		}
	}
	return float64(n) / float64(len(ours))
}

func (k kind) row() string {
	return fmt.Sprintf("| %s | %d | %d | %.0f | %.0f | %.2f | %.2f | %.0f %% | %.0f, %.0f | %.0f, %.0f %% |",
		k.name, len(k.a), len(k.b), middle(k.a, bytesOf), middle(k.b, bytesOf), k.ratio(), quotient(middle(k.b, wordsOf), middle(k.a, wordsOf)),
		100*median(k.common), middle(k.a, hreflangOf), middle(k.b, hreflangOf), 100*mean(k.a), 100*mean(k.b))
}

// ratio is the other's bytes a page to ours.
func (k kind) ratio() float64 { return quotient(middle(k.b, bytesOf), middle(k.a, bytesOf)) }

// fair holds when both sides name as many translations and hold structured data.
func (k kind) fair() bool {
	return middle(k.a, hreflangOf) == middle(k.b, hreflangOf) && mean(k.a) == mean(k.b)
}

// spread is the median of the ratios of all kinds.
func spread(kinds []kind) float64 {
	var ratios []float64
	for _, k := range kinds {
		ratios = append(ratios, k.ratio())
	}
	return median(ratios)
}

func bytesOf(p page) float64    { return float64(p.bytes) }
func wordsOf(p page) float64    { return float64(p.words) }
func hreflangOf(p page) float64 { return float64(p.hreflang) }

func middle(pages []page, of func(page) float64) float64 {
	var values []float64
	for _, p := range pages {
		values = append(values, of(p))
	}
	return median(values)
}

// mean is the share of pages that hold structured data.
func mean(pages []page) float64 {
	n := 0
	for _, p := range pages {
		if p.data {
			n++
		}
	}
	return quotient(float64(n), float64(len(pages)))
}

func median(values []float64) float64 {
	if len(values) == 0 {
		return 0
	}
	slices.Sort(values)
	return values[len(values)/2]
}

func quotient(a, b float64) float64 {
	if b == 0 {
		return 0
	}
	return a / b
}
