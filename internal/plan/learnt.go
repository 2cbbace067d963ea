package plan

import (
	"slices"

	"dossier/internal/dossier"
	"dossier/internal/view"
)

// learnt is what many pages of a language ask for again and again. It is worked out
// before they are planned, since they share it.
type learnt struct {
	names         map[*dossier.Entry]name
	keys          map[string]string // sort keys of names
	organisations map[*dossier.Partner]organisation
}

// name is what a record is called, with its language when it is not the page's.
type name struct{ text, lang string }

// organisation is what lists show of a partner.
type organisation struct {
	item  view.PartnerItem // without its roles
	roles []view.Link
}

// learnAll learns what a site needs that is planned as a whole: the names of all
// records, and the sort keys of those that many pages sort.
func (l *local) learnAll() {
	l.learnNames(l.site.Entries)
	var sorted []string
	for _, t := range l.site.Territories {
		sorted = append(sorted, l.learnt.names[t.Entry].text)
	}
	for _, k := range l.site.Kits {
		for _, s := range k.Sheets {
			sorted = append(sorted, l.learnt.names[s.Entry].text)
		}
	}
	l.learnKeys(append(sorted, l.organisationNames()...))
}

// learnOrganisations learns what lists show of all partners.
func (l *local) learnOrganisations() {
	partners := l.site.Partners
	if l.learnt.names == nil {
		entries := make([]*dossier.Entry, len(partners))
		for i, p := range partners {
			entries[i] = p.Entry
		}
		l.learnNames(entries)
		l.learnKeys(l.organisationNames())
	}
	made := make([]organisation, len(partners))
	l.inParts(len(partners), func(own *local, from, to int) {
		for i, p := range partners[from:to] {
			made[from+i] = organisation{own.partnerItem(p), own.partnerRoles(p)}
		}
	})
	l.learnt.organisations = make(map[*dossier.Partner]organisation, len(made))
	for i, p := range partners {
		l.learnt.organisations[p] = made[i]
	}
}

// organisationNames are the names of all partners, and of their countries.
func (l *local) organisationNames() []string {
	var names []string
	for _, p := range l.site.Partners {
		names = append(names, l.learnt.names[p.Entry].text, l.locale.Country(p.Country.Value))
	}
	return names
}

func (l *local) learnNames(entries []*dossier.Entry) {
	names := make([]name, len(entries))
	l.inParts(len(entries), func(own *local, from, to int) {
		for i, e := range entries[from:to] {
			text, lang := own.named(e)
			names[from+i] = name{text, lang}
		}
	})
	l.learnt.names = make(map[*dossier.Entry]name, len(entries))
	for i, e := range entries {
		l.learnt.names[e] = names[i]
	}
}

func (l *local) learnKeys(names []string) {
	slices.Sort(names)
	names = slices.Compact(names)
	keys := make([]string, len(names))
	l.inParts(len(names), func(_ *local, from, to int) {
		copy(keys[from:], l.in.sortKeys(l.locale, names[from:to]))
	})
	l.learnt.keys = make(map[string]string, len(names))
	for i, name := range names {
		l.learnt.keys[name] = keys[i]
	}
}

// inParts goes through n things in parts, maybe several at once, each with a planner
// of its own.
func (l *local) inParts(n int, step func(own *local, from, to int)) {
	const size = 512
	l.in.each((n+size-1)/size, func(i int) {
		step(l.fork().local(l.lang), i*size, min(n, (i+1)*size))
	})
}
