// Package build runs the phases of dossier, in order, from files on disk to a
// published site.
//
//	source.Load → content.Decode → dossier.Link → plan.Documents, plan.Outputs
//	→ render.Output → check.Links → publish.Write
//
// Documents (PDF, EPUB, ZIP) are planned and rendered before the pages, because
// a page says how large the documents are that it offers.
//
// Each phase is a function from one immutable value to the next. There is no
// second, incremental path: a build after a change is this same run, in which
// most outputs are already remembered under their keys. Every phase collects
// what it can find wrong; errors stop the build before anything is published,
// and the old site stays.
package build

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"time"

	"dossier/internal/check"
	"dossier/internal/config"
	"dossier/internal/content"
	"dossier/internal/diag"
	"dossier/internal/dossier"
	"dossier/internal/i18n"
	"dossier/internal/markdown"
	"dossier/internal/memo"
	"dossier/internal/pdf/line"
	"dossier/internal/plan"
	"dossier/internal/publish"
	"dossier/internal/render"
	"dossier/internal/render/jsonld"
	"dossier/internal/source"
	"dossier/internal/theme"
	"dossier/internal/view"
)

// Options say what is built, from where and to where.
type Options struct {
	Root    string    // the site's folder
	Out     string    // the published folder; empty: do not publish
	Today   i18n.Date // the day of the build; zero: today in the site's zone
	BaseURL string    // instead of the one in site.toml
	Drafts  bool
	Future  bool
	Strict  bool // warnings stop the build as well
	NoCache bool
	NoIndex bool // a preview: search engines are asked to stay away
	Workers int  // 0: as many as there are processors

	Last  *Result     // an earlier run to take unchanged files from; may be nil
	Store *memo.Store // remembered outputs; nil: those of the cache folder
}

// Result is what a run knows at its end. After errors only the phases that ran
// have left something.
type Result struct {
	Snapshot *source.Snapshot
	Config   *config.Config
	Theme    *theme.Theme
	Site     *dossier.Site
	Outputs  []plan.Output
	Files    []publish.File // the finished outputs, by path
	Rendered []Rendered     // outputs that were not remembered
	Diags    []diag.Diagnostic
	Report   publish.Report
	Changed  int // files that are new or other than in the site published before
	Gone     int // files of the site published before that are no more
	Phases   []Phase
	Failed   bool // errors, or warnings under Strict: nothing was published

	finished map[string]publish.File // documents, by path
	shaped   line.Memory             // words of documents, set in type
}

// Phase is how long a phase took.
type Phase struct {
	Name string
	Took time.Duration
	N    int // how many things it handled
}

// Run builds the site. The error is that of the disk, or a bug of ours; what is
// wrong with the content is in the Result.
func Run(o Options) (*Result, error) {
	r := &Result{shaped: o.shaped()}
	t := stopwatch{r: r, last: time.Now()}

	snap, diags, err := source.Load(o.Root, config.File, o.lastSnapshot())
	if err != nil {
		return nil, err
	}
	r.Snapshot = snap
	r.tell(diags)
	t.phase("source", len(snap.Files))

	if !r.configure(o) {
		return r.end(o), nil
	}
	if err := r.loadTheme(o); err != nil {
		return nil, err
	}
	t.phase("theme", len(r.Theme.Assets()))

	set, diags := content.Decode(snap, r.Config.Codes())
	diags = append(diags, set.Rules(r.Config.Codes())...)
	if !o.Drafts {
		diags = set.WithoutDrafts(diags)
	}
	r.tell(diags)
	t.phase("content", len(set.Items()))

	r.Site, diags = dossier.Link(r.Config, set, snap.Commits, dossier.Options{
		Today: o.today(r.Config.Zone), Drafts: o.Drafts, Future: o.Future,
	})
	r.tell(diags)
	r.Diags = set.Accepted(r.Diags)
	t.phase("link", len(r.Site.Entries))

	version, err := programVersion()
	if err != nil {
		return nil, err
	}
	store, err := o.store()
	if err != nil {
		return nil, err
	}
	in := r.planInputs(o, version)
	if err := r.documents(o, &in, store); err != nil {
		return nil, err
	}
	t.phase("documents", len(in.Papers))

	r.plan(in)
	t.phase("plan", len(r.Outputs))
	if r.failed(o) {
		return r.end(o), nil
	}

	if err := r.render(o, store); err != nil {
		return nil, err
	}
	t.phase("render", len(r.Rendered))

	r.tell(r.checkLinks(o, store))
	r.tell(r.checkDocuments(o, store))
	t.phase("check", len(r.Files))
	if r.failed(o) || o.Out == "" {
		return r.end(o), nil
	}

	r.compare(o)
	if r.Report, err = publish.Write(o.target(), r.Files); err != nil {
		return r, err
	}
	t.phase("publish", r.Report.Written)
	if err := r.remember(o, store); err != nil {
		return r, err
	}
	return r.end(o), nil
}

// plan lists the pages and all else that is no document.
func (r *Result) plan(in plan.Inputs) {
	outputs := r.list(in, plan.Outputs)
	r.Outputs = append(r.Outputs, outputs...)
	slices.SortFunc(r.Outputs, func(a, b plan.Output) int { return cmp.Compare(a.Path, b.Path) })
}

// list plans outputs. Over a site with errors it serves only to find what else
// is wrong: a record that lacks what it must have may then stop it, which says
// nothing that has not been said.
func (r *Result) list(in plan.Inputs, from func(*dossier.Site, plan.Inputs) ([]plan.Output, []diag.Diagnostic)) []plan.Output {
	if diag.HasErrors(r.Diags) {
		defer func() { _ = recover() }()
	}
	outputs, diags := from(r.Site, in)
	r.tell(diags)
	return outputs
}

// compare counts what readers will find changed. The report of publish counts
// what was written, to a folder that is one build older.
func (r *Result) compare(o Options) {
	before, err := publish.Manifest(o.Out)
	if err != nil {
		before = nil
	}
	kept := 0
	for _, f := range r.Files {
		digest, known := before[f.Path]
		if known {
			kept++
		}
		if !known || digest != f.Digest {
			r.Changed++
		}
	}
	r.Gone = len(before) - kept
}

// stopwatch times the phases.
type stopwatch struct {
	r    *Result
	last time.Time
}

func (s *stopwatch) phase(name string, n int) {
	now := time.Now()
	s.r.Phases = append(s.r.Phases, Phase{Name: name, Took: now.Sub(s.last), N: n})
	s.last = now
}

func (r *Result) tell(ds []diag.Diagnostic) { r.Diags = append(r.Diags, ds...) }

// failed holds once something was found that must not be published.
func (r *Result) failed(o Options) bool {
	return diag.HasErrors(r.Diags) || o.Strict && len(r.Diags) > 0
}

func (r *Result) end(o Options) *Result {
	r.Diags = diag.Sort(r.Diags)
	r.Failed = r.failed(o)
	return r
}

func (o Options) lastSnapshot() *source.Snapshot {
	if o.Last == nil {
		return nil
	}
	return o.Last.Snapshot
}

func (o Options) today(zone *time.Location) i18n.Date {
	if !o.Today.IsZero() {
		return o.Today
	}
	return i18n.DateOf(time.Now().In(zone))
}

func (o Options) target() publish.Target {
	return publish.Target{Dir: o.Out, State: filepath.Join(o.Root, ".dossier")}
}

// configure reads site.toml.
func (r *Result) configure(o Options) bool {
	f, ok := r.Snapshot.File(config.File)
	if !ok {
		r.tell([]diag.Diagnostic{diag.At(diag.Pos{File: config.File}, "missing-file.site").WithHint("hint.site-folder")})
		return false
	}
	cfg, diags := config.Parse(f.Data)
	r.tell(diags)
	r.Config = cfg
	if diag.HasErrors(diags) {
		return false
	}
	if o.BaseURL != "" {
		cfg.SetBaseURL(o.BaseURL)
	}
	return true
}

// body turns a Markdown text of a view into HTML.
func body(b view.Body) string { return markdown.HTML([]byte(b.Source), b.Lang, b.Resolved) }

func (r *Result) planInputs(o Options, version memo.Key) plan.Inputs {
	in := plan.Inputs{
		Catalogue: r.Theme.Catalogue(), Version: version, Templates: r.Theme.Digest,
		CSP: contentSecurityPolicy, NoIndex: o.NoIndex,
		Look: r.Theme.Look(), Covers: r.Theme.Covers, Drawable: r.drawable,
	}
	for _, a := range r.Theme.Assets() {
		in.Assets = append(in.Assets, plan.File{Path: a.Path, Digest: memo.Bytes(a.Data)})
	}
	for _, f := range r.Snapshot.Under("static") {
		in.Static = append(in.Static, plan.File{Path: f.Path[len("static/"):], Source: f.Path, Digest: f.Digest})
	}
	return in
}

func (r *Result) renderInputs() render.Inputs {
	assets := map[string][]byte{}
	for _, a := range r.Theme.Assets() {
		assets[a.Path] = a.Data
	}
	return render.Inputs{
		Theme: r.Theme, Body: body, Made: r.made, Memory: r.shaped,
		Asset: func(path string) ([]byte, bool) { data, ok := assets[path]; return data, ok },
		Source: func(path string) ([]byte, bool) {
			f, ok := r.Snapshot.File(path)
			return f.Data, ok
		},
	}
}

// checkLinks scans every page, remembers the scans, and compares them.
func (r *Result) checkLinks(o Options, store *memo.Store) []diag.Diagnostic {
	site := check.Site{Base: r.Config.Base, Paths: map[string]bool{}, Pages: map[string]check.Page{}}
	scans := make([]check.Page, len(r.Files))
	each(len(r.Files), o.Workers, func(i int) {
		if filepath.Ext(r.Files[i].Path) == ".html" {
			scans[i] = scan(r.Files[i], store)
		}
	})
	for i, f := range r.Files {
		site.Paths[f.Path] = true
		if filepath.Ext(f.Path) == ".html" {
			site.Pages[f.Path] = scans[i]
		}
	}
	return site.Links()
}

func scan(f publish.File, store *memo.Store) check.Page {
	key := memo.Sum("scan", f.Digest[:])
	if b, ok := store.Get(key); ok {
		if p, ok := check.Decode(b); ok {
			return p
		}
	}
	p := check.Scan(f.Data)
	store.Put(key, p.Encode())
	return p
}

// jsonLD is how views' structured data is written.
func jsonLD(nodes []view.Node) string { return jsonld.Encode(nodes) }

// cacheFolder is in the site’s root and ignored by git.
const (
	cacheFolder = ".cache"
	outputsFile = "outputs"
)

func (o Options) cacheFile(name string) string { return filepath.Join(o.Root, cacheFolder, name) }

func (o Options) store() (*memo.Store, error) {
	if o.Store != nil {
		return o.Store, nil
	}
	if o.NoCache {
		return memo.NewStore(), nil
	}
	return memo.Open(o.cacheFile(outputsFile))
}

// remember saves the cache. A cache that cannot be written is no reason to fail:
// the site is published and the next build is merely slower.
func (r *Result) remember(o Options, store *memo.Store) error {
	if o.NoCache || o.Store != nil {
		return nil
	}
	if err := r.saveLog(o); err != nil && !os.IsPermission(err) {
		return err
	}
	if err := store.Save(o.cacheFile(outputsFile)); err != nil && !os.IsPermission(err) {
		return err
	}
	return nil
}
