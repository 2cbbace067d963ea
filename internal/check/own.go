package check

import (
	"bytes"
	"maps"
	"path"
	"slices"
	"strings"

	"dossier/internal/diag"
)

// written are the outputs that are text: in them, the site's own addresses are
// written whole.
var written = []string{".html", ".xml", ".json", ".ics", ".csv", ".txt"}

// ownAddresses follows every address of the site that is written whole, wherever
// it is: in pages for other programs, in feeds, calendars, data and the site map.
func (f Finished) ownAddresses(site Site) []diag.Diagnostic {
	if f.Origin == "" {
		return nil
	}
	var diags []diag.Diagnostic
	for _, p := range slices.Sorted(maps.Keys(f.Files)) {
		if !slices.Contains(written, path.Ext(p)) {
			continue
		}
		seen := map[string]bool{}
		for address := range whole(f.Files[p], f.Origin+f.Base) {
			target := f.Base + address
			if !seen[address] && !site.Has(site.file(p, target)) {
				diags = append(diags, onPage(p, "broken-link.output", target))
			}
			seen[address] = true
		}
	}
	return diags
}

// ownAddress follows the address of a link in a document, if it is the site's.
func (f Finished) ownAddress(site Site, from, address string) []diag.Diagnostic {
	rest, own := strings.CutPrefix(address, f.Origin+f.Base)
	if f.Origin == "" || !own {
		return nil
	}
	if key := site.judge(from, f.Base+rest); key != "" {
		return []diag.Diagnostic{onPage(from, key, f.Base+rest)}
	}
	return nil
}

// whole yields what follows the start of the site's addresses, up to where an
// address ends. Lines that a calendar folds are joined first (RFC 5545, 3.1).
func whole(text []byte, start string) func(yield func(string) bool) {
	text = bytes.ReplaceAll(text, []byte("\r\n "), nil)
	return func(yield func(string) bool) {
		for {
			at := bytes.Index(text, []byte(start))
			if at < 0 {
				return
			}
			text = text[at+len(start):]
			end := bytes.IndexAny(text, " \t\r\n\"'<>()[]{}\\|,;?#&*")
			if end < 0 {
				end = len(text)
			}
			if !yield(strings.TrimRight(string(text[:end]), ".:!")) {
				return
			}
		}
	}
}
