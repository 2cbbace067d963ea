package build

import (
	"path"
	"slices"
	"strings"

	"dossier/internal/config"
	"dossier/internal/content"
	"dossier/internal/dossier"
	"dossier/internal/ledger"
)

// fates tells what has become of the records of addresses.
type fates struct {
	*Result
	items   map[string]content.Item   // by recordKey
	records map[string]content.Item   // by address
	entries map[string]*dossier.Entry // published, by address
	// sections without a file of their own, by folder: content/projects
	sections map[string]*dossier.Entry
	below    map[string][]content.Item // sheets and chapters, by the address of their kit or guide
}

// fates returns what tells what has become of the record of an address.
func (r *Result) fates() func(ledger.Entry) ledger.Fate {
	f := fates{
		Result: r, items: map[string]content.Item{}, records: map[string]content.Item{},
		entries: map[string]*dossier.Entry{}, sections: map[string]*dossier.Entry{}, below: map[string][]content.Item{},
	}
	for _, item := range r.set.Items() {
		f.records[item.Address()] = item
		for _, p := range item.Parts {
			f.items[r.recordKey(p.Path)] = item
		}
		if item.Kind == content.KindSheet || item.Kind == content.KindChapter {
			parent := item.Kind.Folder() + "/" + item.Parent()
			f.below[parent] = append(f.below[parent], item)
		}
	}
	for _, s := range append(slices.Clone(r.Site.Sections), r.Site.Home) {
		f.entries[s.Entry.Address()] = s.Entry
		f.sections["content/"+s.Folder] = s.Entry
	}
	for _, e := range r.Site.Entries {
		f.entries[e.Address()] = e
	}
	return f.of
}

func (f *fates) of(e ledger.Entry) ledger.Fate {
	if section, is := f.sections[e.Source]; is {
		return f.shown(e, section)
	}
	if e.Source == config.File {
		return ledger.Fate{Kind: ledger.Emptied, File: e.Source}
	}
	item, known := f.items[f.recordKey(e.Source)]
	if !known {
		return ledger.Fate{Kind: ledger.Deleted, File: f.unused(e.Source)}
	}
	entry, shown := f.entries[item.Address()]
	if !shown {
		return f.hidden(item)
	}
	if path.Ext(e.Source) != ".md" {
		return ledger.Fate{Kind: ledger.Deleted, File: f.unused(e.Source)}
	}
	return f.shown(e, entry)
}

// unused is a file that is still there although nothing leads to it.
func (f *fates) unused(source string) string {
	if _, there := f.Snapshot.File(source); there {
		return source
	}
	return ""
}

// hidden says why a record is not part of this build; a sheet or a chapter may be
// hidden with what it belongs to.
func (f *fates) hidden(item content.Item) ledger.Fate {
	if fate, found := f.own(item); found {
		return fate
	}
	if parent, known := f.records[item.Kind.Folder()+"/"+item.Parent()]; known {
		if fate, found := f.own(parent); found {
			return fate
		}
	}
	return ledger.Fate{Kind: ledger.Deleted, File: item.Parts[0].Path}
}

// own says why a record hides by itself. Drafts and what is to come are not told
// from what a build with them shows: there they are not hidden.
func (f *fates) own(item content.Item) (ledger.Fate, bool) {
	file := item.Parts[0].Path
	switch {
	case f.expired(item):
		return ledger.Fate{Kind: ledger.Expired, File: file, Date: dossier.DayAfter(item.Expires.Last()).String()}, true
	case item.Draft.On:
		return ledger.Fate{Kind: ledger.Draft, File: file}, true
	case item.Publish.Given() && item.Publish.First().Compare(f.Site.Today) > 0:
		return ledger.Fate{Kind: ledger.Pending, File: file, Date: item.Publish.String()}, true
	}
	return ledger.Fate{}, false
}

// shown says why a record that is published lacks one of its addresses.
func (f *fates) shown(e ledger.Entry, entry *dossier.Entry) ledger.Fate {
	lang, _, _ := strings.Cut(strings.TrimPrefix(e.Address, "/"), "/")
	file := path.Join(e.Source, "index."+lang+".md") // of a section without a file
	if len(entry.Parts) > 0 {
		file = entry.Source(lang)
	}
	to := entry.URL(lang)
	switch {
	case !entry.Has(lang) && entry.Policy != "notice":
		if path.Ext(e.Source) == ".md" && f.unused(e.Source) == "" {
			return ledger.Fate{Kind: ledger.Deleted} // the file of this language
		}
		return ledger.Fate{Kind: ledger.Untranslated, File: file, Lang: lang}
	case e.Address != to && !strings.HasPrefix(e.Address, to):
		return ledger.Fate{Kind: ledger.Moved, File: file, To: to}
	}
	for _, part := range f.below[entry.Address()] {
		if fate, found := f.own(part); found && fate.Kind != ledger.Draft {
			return fate
		}
	}
	return ledger.Fate{Kind: ledger.Emptied, File: file}
}

// recordKey names the record that a file belongs to, whatever its language and
// whether it has a folder: content/projects/masp. Empty: it belongs to none.
func (r *Result) recordKey(file string) string {
	if !strings.HasPrefix(file, "content/") {
		return ""
	}
	if path.Ext(file) != ".md" {
		return path.Dir(file) // beside the record that uses it
	}
	stem := strings.TrimSuffix(file, ".md")
	if lang := strings.TrimPrefix(path.Ext(stem), "."); slices.Contains(r.Config.Codes(), lang) {
		stem = strings.TrimSuffix(stem, "."+lang)
	}
	return strings.TrimSuffix(stem, "/index")
}
