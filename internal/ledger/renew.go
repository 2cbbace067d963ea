package ledger

import "slices"

// Changes count what renewing a ledger did.
type Changes struct {
	Added int // addresses that it did not have
	Gone  int // that were live
	Back  int // that were gone
}

// Renew brings the ledger up to what is published: new addresses are added, what
// is gone stays, what has expired is gone since its last day. Whatever else is
// missing stays live: to give it up is for a person to decide.
func (l Ledger) Renew(now Now) (Ledger, Changes) {
	var c Changes
	known := make(map[string]Entry, len(l.Entries))
	for _, e := range l.Entries {
		known[e.Address] = e
	}
	has := now.has()
	var next []Entry
	for _, p := range now.Published {
		switch before, there := known[p.Address]; {
		case !there:
			c.Added++
		case before.Gone != "":
			c.Back++
		}
		next = append(next, Entry{Address: p.Address, Source: p.Source})
	}
	for _, e := range l.Entries {
		if has[e.Address] {
			continue
		}
		if since := since(e, known, has, now.Fate); e.Gone == "" && since != "" {
			e.Gone = since
			c.Gone++
		}
		next = append(next, e)
	}
	sortEntries(next)
	return Ledger{slices.CompactFunc(next, func(a, b Entry) bool { return a.Address == b.Address })}, c
}

// since is the first day without an address that is not published; empty while it
// is live. A document goes with its page.
func since(e Entry, known map[string]Entry, has map[string]bool, fate func(Entry) Fate) string {
	if e.Gone != "" {
		return e.Gone
	}
	if f := fate(e); f.Kind == Expired {
		return f.Date
	}
	if !document(e.Address) {
		return ""
	}
	page, there := known[pageOf(e.Address)]
	if !there || has[page.Address] {
		return ""
	}
	return since(page, known, has, fate)
}

// GiveUp marks an address as gone since a day, and with a page the documents
// beside it that are no longer published. It returns how many were live.
func (l Ledger) GiveUp(address, day string, published []Page) (Ledger, int) {
	has := Now{Published: published}.has()
	next := slices.Clone(l.Entries)
	n := 0
	for i, e := range next {
		with := document(e.Address) && pageOf(e.Address) == address && !has[e.Address]
		if e.Gone == "" && (e.Address == address || with) {
			next[i].Gone = day
			n++
		}
	}
	return Ledger{next}, n
}
