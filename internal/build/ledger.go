package build

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"dossier/internal/config"
	"dossier/internal/content"
	"dossier/internal/diag"
	"dossier/internal/dossier"
	"dossier/internal/ledger"
	"dossier/internal/plan"
)

// readLedger reads urls.lock where the site keeps one.
func (r *run) readLedger() error {
	if _, kept := r.Snapshot.File(ledger.File); !kept {
		return nil
	}
	data, err := r.Snapshot.Read(ledger.File)
	if err != nil {
		return err
	}
	l, diags := ledger.Parse(data)
	r.tell(r.forPreview(diags))
	if len(diags) == 0 {
		r.Ledger = &l
	}
	return nil
}

// ReadLedger reads the ledger of the site in a folder, without the site. It is nil
// where there is none.
func ReadLedger(folder string) (*ledger.Ledger, []diag.Diagnostic, error) {
	root, err := os.OpenRoot(folder)
	if err != nil {
		return nil, nil, err
	}
	defer root.Close()
	info, err := root.Lstat(ledger.File)
	switch {
	case os.IsNotExist(err):
		return nil, nil, nil
	case err != nil:
		return nil, nil, err
	case !info.Mode().IsRegular():
		return nil, nil, &fs.PathError{Op: "read", Path: ledger.File, Err: fs.ErrInvalid}
	}
	data, err := root.ReadFile(ledger.File)
	if err != nil {
		return nil, nil, err
	}
	l, diags := ledger.Parse(data)
	return &l, diags, nil
}

// WriteLedger writes the ledger of the site in a folder, aside and then in place.
func WriteLedger(folder string, l ledger.Ledger) error {
	return replace(filepath.Join(folder, ledger.File), l.Format())
}

// forPreview makes warnings of what must not keep an editor from seeing the site.
func (o Options) forPreview(ds []diag.Diagnostic) []diag.Diagnostic {
	for i := range ds {
		if o.Preview {
			ds[i].Severity = diag.Warning
		}
	}
	return ds
}

// keptDocuments are the paths of documents that were published beside pages, but
// for those that static/ has.
func (r *run) keptDocuments() []string {
	if r.Ledger == nil {
		return nil
	}
	var out []string
	for _, address := range r.Ledger.Documents() {
		file := ledger.Path(address)
		if _, static := r.Snapshot.File("static/" + file); !static {
			out = append(out, file)
		}
	}
	return out
}

// goneAddresses are those that hosts are told about.
func (r *run) goneAddresses() []plan.Gone {
	if r.Ledger == nil {
		return nil
	}
	var out []plan.Gone
	for _, address := range r.Ledger.Given(r.fates()) {
		out = append(out, plan.Gone{Address: address, Path: ledger.Path(address)})
	}
	return out
}

// checkLedger holds the plan against the ledger. Beside other errors it speaks
// only of the pages of records that are free of them: the plan may lack the others
// for that reason, and has no documents.
func (r *run) checkLedger() []diag.Diagnostic {
	if r.Ledger == nil || r.Site == nil || !r.plannedWhole() {
		return nil
	}
	judged := *r.Ledger
	if diag.HasErrors(r.Diags) {
		troubled := r.troubled()
		judged.Entries = slices.DeleteFunc(slices.Clone(judged.Entries), func(e ledger.Entry) bool {
			key := r.recordKey(e.Source)
			return key == "" || troubled[key] || !strings.HasSuffix(e.Address, "/")
		})
	}
	return r.forPreview(judged.Judge(r.Now()))
}

// plannedWhole reports whether planning came to its end: over errors it may not.
func (r *run) plannedWhole() bool {
	_, found := slices.BinarySearchFunc(r.Outputs, "index.html", func(o plan.Output, p string) int { return strings.Compare(o.Path, p) })
	return found
}

// troubled are the records in whose files something is wrong.
func (r *run) troubled() map[string]bool {
	found := map[string]bool{}
	for _, d := range r.Diags {
		if d.Severity == diag.Error {
			found[r.recordKey(d.Pos.File)] = true
		}
	}
	return found
}

// Now is what a ledger is held against: what this build publishes, and what has
// become of the records.
func (r *Result) Now() ledger.Now {
	return ledger.Now{Published: r.published(), Fate: r.fates(), Today: r.Site.Today.String()}
}

// downloads are the files that readers are given to keep, by extension. Pictures,
// style sheets and whatever else is part of a page are not.
var downloads = []string{
	".pdf", ".epub", ".zip", ".odt", ".ods", ".odp", ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".rtf", ".csv", ".html", ".htm",
}

// published are the addresses that a ledger keeps: pages, old addresses that lead
// on, documents, and files that readers download. Lists narrowed to a country or a
// state are not among them: they come and go with what is in them, some by the
// clock.
func (r *Result) published() []ledger.Page {
	sections := r.sections()
	var out []ledger.Page
	for _, o := range r.Outputs {
		address := ledger.Address(o.Path)
		ext := strings.ToLower(path.Ext(o.Path))
		switch {
		case o.Renderer == "html" && o.Template == "redirect":
			if slices.Contains(downloads, path.Ext(strings.TrimSuffix(address, "/"))) {
				address = strings.TrimSuffix(address, "/")
			}
		case o.Renderer == "html":
			own, ofSection := sections[o.Pos.File]
			if o.Template == "404" || ofSection && !slices.Contains(own, address) {
				continue
			}
		case !o.Document() && (o.Renderer != "static" || !slices.Contains(downloads, ext)):
			continue
		}
		out = append(out, ledger.Page{Address: address, Source: o.Pos.File})
	}
	return out
}

// sections are the addresses of the sections' own pages, by the file that claims
// them.
func (r *Result) sections() map[string][]string {
	own := map[string][]string{}
	for _, s := range append(slices.Clone(r.Site.Sections), r.Site.Home) {
		files := []string{"content/" + s.Folder}
		for _, p := range s.Entry.Parts {
			files = append(files, p.Path)
		}
		for _, lang := range r.Site.Config.Codes() {
			for _, f := range files {
				own[f] = append(own[f], s.Entry.URL(lang))
			}
		}
	}
	return own
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

// fates looks records up.
type fates struct {
	*Result
	items   map[string]content.Item   // by recordKey
	records map[string]content.Item   // by address
	entries map[string]*dossier.Entry // published, by address
	// sections without a file of their own, by folder: content/projects
	sections map[string]*dossier.Entry
	below    map[string][]content.Item // sheets and chapters, by the address of their kit or guide
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
	switch today := f.Site.Today; {
	case item.Expires.Given() && item.Expires.Last().Compare(today) < 0:
		return ledger.Fate{Kind: ledger.Expired, File: file, Date: dossier.DayAfter(item.Expires.Last()).String()}, true
	case item.Draft.On:
		return ledger.Fate{Kind: ledger.Draft, File: file}, true
	case item.Publish.Given() && item.Publish.First().Compare(today) > 0:
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
