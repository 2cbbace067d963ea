package build

import (
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"dossier/internal/content"
	"dossier/internal/diag"
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
		d := diag.At(diag.Pos{File: ledger.File}, "not-regular-file", ledger.File).WithHint("hint.regular-file")
		return &ledger.Ledger{}, []diag.Diagnostic{d}, nil
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
	fate := func(ledger.Entry) ledger.Fate { return ledger.Fate{} }
	if slices.ContainsFunc(r.set.Items(), r.expired) {
		fate = r.fates()
	}
	var out []plan.Gone
	for _, address := range r.Ledger.Given(fate) {
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
	var fate func(ledger.Entry) ledger.Fate // made when something is missing, which is seldom
	return ledger.Now{
		Published: r.published(), Today: r.Site.Today.String(),
		Fate: func(e ledger.Entry) ledger.Fate {
			if fate == nil {
				fate = r.fates()
			}
			return fate(e)
		},
	}
}

// expired reports whether the last day of a record has passed.
func (r *Result) expired(item content.Item) bool {
	return item.Expires.Given() && item.Expires.Last().Compare(r.Site.Today) < 0
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
