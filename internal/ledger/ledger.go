// Package ledger keeps the addresses that a site has published, so that none of
// them vanishes unnoticed.
//
// Input is the text of urls.lock, what a build would publish, and what has become
// of the record of each address that is missing; output is diagnostics, or the
// ledger renewed. Everything here is pure: reading and writing the file, and
// asking records for their fate, is the caller's. The file has a line per address,
// sorted, and the same ledger always gives the same bytes.
package ledger

import (
	"cmp"
	"slices"
	"strings"

	"dossier/internal/diag"
)

// File is the ledger's name in the root of a site.
const File = "urls.lock"

// header is the first line of the file.
const header = "# Every address that this site has published; “dossier urls lock” writes this file.\n" +
	"# A build fails when one that is live would vanish.\n"

// Ledger is what urls.lock says. Entries that Parse has read stand as in the file,
// all others are sorted by address.
type Ledger struct {
	Entries []Entry
}

// Entry is one published address.
type Entry struct {
	Address string // below the base path, percent-encoded: "/it/progetti/masp/"
	Gone    string // ISO date of the first day without it; empty: it is live
	Source  string // the file that it was made from; empty when nobody wrote it down
	Pos     diag.Pos
}

// Page is an address that a build publishes, and the file it is made from.
type Page struct {
	Address string
	Source  string
}

// document reports whether an address is that of a file, which lies beside a page,
// rather than of a page.
func document(address string) bool { return !strings.HasSuffix(address, "/") }

// pageOf is the address of the page that a document lies beside.
func pageOf(address string) string { return address[:strings.LastIndexByte(address, '/')+1] }

// Find returns the entry of an address.
func (l Ledger) Find(address string) (Entry, bool) {
	i := slices.IndexFunc(l.Entries, func(e Entry) bool { return e.Address == address })
	if i < 0 {
		return Entry{}, false
	}
	return l.Entries[i], true
}

// Addresses are all addresses of the ledger.
func (l Ledger) Addresses() []string {
	all := make([]string, len(l.Entries))
	for i, e := range l.Entries {
		all[i] = e.Address
	}
	return all
}

// Format writes the ledger as a file.
func (l Ledger) Format() []byte {
	entries := slices.Clone(l.Entries)
	sortEntries(entries)
	b := []byte(header)
	for _, e := range entries {
		b = append(b, e.Address...)
		b = append(b, ' ')
		b = append(b, e.state()...)
		if e.Source != "" {
			b = append(append(b, ' '), e.Source...)
		}
		b = append(b, '\n')
	}
	return b
}

func (e Entry) state() string {
	if e.Gone == "" {
		return live
	}
	return gone + " " + e.Gone
}

func sortEntries(entries []Entry) {
	slices.SortFunc(entries, func(a, b Entry) int { return cmp.Compare(a.Address, b.Address) })
}
