package ledger

import "dossier/internal/diag"

// Fate is what has become of the record that an address came from.
type Fate struct {
	Kind FateKind
	File string // the record's file, as far as there is one
	Lang string // of Untranslated
	To   string // of Moved: the record's address now
	Date string // of Expired: the first day without it; of Pending: the day it is due
}

// FateKind is one of the ways in which an address can vanish.
type FateKind int

// The fates of a record.
const (
	Deleted      FateKind = iota // there is no such record, or nothing uses the file any more
	Draft                        // it is a draft
	Pending                      // it is not yet due
	Expired                      // its last day has passed
	Moved                        // it has another address
	Untranslated                 // it has no page in this language any more
	Emptied                      // it is there, but no longer makes this page or document
)

// Now is what the ledger is held against.
type Now struct {
	Published []Page
	Fate      func(Entry) Fate
	Today     string // ISO date
}

// has is the set of the published addresses.
func (n Now) has() map[string]bool {
	has := make(map[string]bool, len(n.Published))
	for _, p := range n.Published {
		has[p.Address] = true
	}
	return has
}

// Judge reports the addresses that are live and would not be published, and those
// that are gone and are published again. A document goes with its page: it is
// reported only where the page stays.
func (l Ledger) Judge(now Now) []diag.Diagnostic {
	has := now.has()
	lost := l.lost(has)
	var out []diag.Diagnostic
	for _, e := range l.Entries {
		switch {
		case e.Gone != "" && has[e.Address] && e.Gone <= now.Today:
			out = append(out, diag.At(e.Pos, "vanished-address.again", e.Address, e.Gone).WithHint("hint.lock-again"))
		case e.Gone != "" || has[e.Address] || document(e.Address) && lost[pageOf(e.Address)]:
		default:
			if d, bad := missing(e, now.Fate(e)); bad {
				out = append(out, d)
			}
		}
	}
	return out
}

// lost are the pages of the ledger that are not published, gone or not.
func (l Ledger) lost(has map[string]bool) map[string]bool {
	lost := map[string]bool{}
	for _, e := range l.Entries {
		if !has[e.Address] && !document(e.Address) {
			lost[e.Address] = true
		}
	}
	return lost
}

// missing words what has become of an address; what has expired is no problem.
func missing(e Entry, f Fate) (diag.Diagnostic, bool) {
	var d diag.Diagnostic
	switch f.Kind {
	case Expired:
		return d, false
	case Draft:
		d = diag.At(e.Pos, "vanished-address.draft", e.Address, f.File)
	case Pending:
		return diag.At(e.Pos, "vanished-address.pending", e.Address, f.File, f.Date).WithHint("hint.vanished-pending"), true
	case Moved:
		return diag.At(e.Pos, "vanished-address.moved", e.Address, f.File, f.To).WithHint("hint.vanished-moved", e.Address, f.File), true
	case Untranslated:
		d = diag.At(e.Pos, "vanished-address.language", e.Address, f.File, diag.Term("lang."+f.Lang))
	case Emptied:
		d = diag.At(e.Pos, "vanished-address.part", e.Address, f.File)
	default:
		d = deleted(e, f)
	}
	return d.WithHint("hint.vanished", e.Address), true
}

func deleted(e Entry, f Fate) diag.Diagnostic {
	switch {
	case f.File != "":
		return diag.At(e.Pos, "vanished-address.unused", e.Address, f.File)
	case e.Source == "":
		return diag.At(e.Pos, "vanished-address.unknown", e.Address)
	}
	return diag.At(e.Pos, "vanished-address", e.Address, e.Source)
}

// Given are the addresses that nobody shall find any more: those given up, and
// those whose record has expired, with the documents beside them, in the order of
// the ledger. Some of them may be published again.
func (l Ledger) Given(fate func(Entry) Fate) []string {
	over := map[string]bool{}
	for _, e := range l.Entries {
		if e.Gone != "" || fate(e).Kind == Expired {
			over[e.Address] = true
		}
	}
	var out []string
	for _, e := range l.Entries {
		if over[e.Address] || document(e.Address) && over[pageOf(e.Address)] {
			out = append(out, e.Address)
		}
	}
	return out
}

// Documents are the live addresses that are no pages: where a page moves, they go
// with it.
func (l Ledger) Documents() []string {
	var out []string
	for _, e := range l.Entries {
		if e.Gone == "" && document(e.Address) {
			out = append(out, e.Address)
		}
	}
	return out
}
