// Package build runs the phases of dossier, in order, from files on disk to a
// published site.
//
//	source.Load → content.Decode → dossier.Link → plan.Documents, plan.Outputs
//	→ render.Output → check → publish
//
// Documents (PDF, EPUB, ZIP) are planned and rendered before the pages, because
// a page says how large the documents are that it offers. A page is rendered and
// handed to the publisher as soon as it is planned, so that a large site is never in
// memory as a whole.
//
// Each phase is a function from one immutable value to the next. There is no
// second, incremental path: a build after a change is this same run, in which
// most results are already remembered under their keys. There are two short cuts:
// after a save of nothing but words the development server takes records, site and
// plan over as they are (edited.go), and after an edit of nothing but words and
// templates a build need not even read them (short.go); after one of names it plans
// only what shows them (names.go). Every phase collects what it can find wrong; errors
// stop the build before anything is published, and the old site stays.
package build

import (
	"errors"
	"path/filepath"
	"runtime/debug"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"dossier/internal/config"
	"dossier/internal/content"
	"dossier/internal/diag"
	"dossier/internal/dossier"
	"dossier/internal/i18n"
	"dossier/internal/ledger"
	"dossier/internal/memo"
	"dossier/internal/pdf/line"
	"dossier/internal/plan"
	"dossier/internal/publish"
	"dossier/internal/source"
	"dossier/internal/theme"
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
	Preview bool // for whoever writes it: vanished addresses are warnings
	Workers int  // 0: one more than there are processors

	MaxWarnings *int // how many warnings may remain; more stop the build as well; nil: any number

	Progress func(done, of int) // is told how far the pages are; may be nil

	Cache string // the cache folder; empty: .cache in the site's
	Shard Shard  // the part of the site to make; zero: all of it

	Last  *Result     // an earlier run of this process to take over from; may be nil
	Store *memo.Store // what is remembered; nil: the cache folder

	// Touched are all the files that may have changed since Last, relative to Root,
	// where that is known; nil: any may have.
	Touched []string
}

// Result is what a run knows at its end. After errors only the phases that ran
// have left something.
type Result struct {
	Snapshot *source.Snapshot
	Config   *config.Config
	Theme    *theme.Theme
	Site     *dossier.Site
	Ledger   *ledger.Ledger // of published addresses; nil: the site keeps none, or it cannot be read
	Outputs  []plan.Output
	Files    []publish.File // the finished outputs, by path; without bytes where those were published
	Rendered []Rendered     // outputs that were not remembered
	Diags    []diag.Diagnostic
	Report   publish.Report
	Changed  int // files that are new or other than in the site published before
	Gone     int // files of the site published before that are no more
	Phases   []Phase
	Failed   bool // errors, or warnings under Strict: nothing was published
	Totals   Totals
	Edits    int // how many runs in a row have taken over all but edited words: what else they need, they have not asked the store for

	// For the next run of this process.
	choices memo.Key     // what was asked for: options, day, program
	set     *content.Set // the records
	quiet   bool         // there was nothing to say about outputs
	plans   plans
	known   known
	words   line.Memory // words of documents, set in type
}

// plans are what was planned.
type plans struct{ documents, pages plan.Plan }

// groups are those of both plans.
func (p plans) groups() []plan.Group { return slices.Concat(p.documents.Groups, p.pages.Groups) }

// Phase is how long a phase took.
type Phase struct {
	Name string
	Took time.Duration
	N    int // how many things it handled
}

// run is one build.
type run struct {
	Options
	*Result
	program memo.Key
	store   *memo.Store
	writer  *publish.Writer   // nil: nothing is published
	started chan struct{}     // closed when the publisher is ready, or has failed; nil: it was not asked
	failure error             // of making it ready
	ofTheme []diag.Diagnostic // what is wrong with the theme
	told    int               // how many diagnostics there were before those of outputs
	last    known
	odd     bool              // reading the sources told something
	paperOf map[string]*paper // planned documents, by path
	links   links
	others  map[string]bool       // outputs whose bytes are not those of the build before, by path
	renamed bool                  // a page has other ids than in the build before, or is new
	edited  map[string]bool       // files of the site whose words have changed, when nothing else has since the last run; else nil
	now     time.Time             // since when the phase runs
	desks   sync.Pool             // of *desk
	lost    atomic.Pointer[error] // of reading a text again
	large   sync.Mutex            // held while a large photograph is unpacked
}

// Run builds the site. The error is that of the disk, or a bug of ours; what is
// wrong with the content is in the Result.
func Run(o Options) (*Result, error) {
	program, err := programVersion()
	if err != nil {
		return nil, err
	}
	r := &run{
		Options: o, Result: &Result{words: o.shaped()}, program: program,
		links: links{pages: map[string]bool{}}, others: map[string]bool{}, now: time.Now(),
		desks: sync.Pool{New: func() any { return new(desk) }},
	}
	r.known.rendered = map[string][]string{}
	defer r.close()
	if err := r.run(); err != nil {
		return r.Result, err
	}
	r.Diags = diag.Sort(r.Diags)
	diag.Correct(r.Diags, r.Snapshot.Read)
	r.Failed = r.failed()
	return r.Result, nil
}

func (r *run) run() error {
	before := r.lastSources()
	snap, diags, err := source.Load(r.Root, config.File, source.Options{Beside: []string{ledger.File}, Last: before, Touched: r.Touched, Each: r.each})
	if err != nil {
		return err
	}
	r.Snapshot = snap
	r.tell(diags)
	r.odd = len(diags) > 0
	r.phase("source", len(snap.Files))
	if done, err := r.unchanged(); done || err != nil {
		r.phase("compare", len(snap.Files))
		return err
	}
	if done, err := r.edits(); done || err != nil {
		r.phase("edits", len(r.edited))
		if err == nil {
			err = r.produce()
		}
		return err
	}
	r.begin()
	defer r.withdraw()
	configured := false
	err = r.atOnce(
		func() error { r.last = r.recall(); return nil },
		func() (err error) { configured, err = r.prepare(); return err },
	)
	if err != nil || !configured {
		return err
	}
	r.phase("settings", 1)
	if r.last.kept != nil {
		defer debug.SetGCPercent(spared())
	}
	short := r.short(before)
	if done, err := short.words(); done || err != nil {
		return err
	}

	var set *content.Set
	err = r.atOnce(
		r.loadTheme,
		func() (err error) { set, diags, err = r.decode(); return err },
	)
	if err != nil {
		return err
	}
	r.set = set
	r.tell(slices.DeleteFunc(r.ofTheme, func(d diag.Diagnostic) bool { return d.ID == "theme-missing" && snap.Refused[d.Pos.File] }))
	if r.Out != "" {
		snap.Release() // the development server shows sources
	}
	diags = append(diags, set.Rules(r.Config.Codes())...)
	if !r.Drafts {
		diags = set.WithoutDrafts(diags)
	}
	r.tell(diags)
	r.phase("theme, content", len(set.Items()))

	if err := r.readLedger(); err != nil {
		return err
	}
	if err := r.link(); err != nil {
		return err
	}
	r.choices = r.choicesIn(r.Config.Zone)
	r.known.basis = r.basis(set)
	r.phase("link", len(r.Site.Entries))
	if done, err := short.names(); done || err != nil {
		return err
	}

	return r.produce()
}

// spared makes the collector rarer for a build that takes over from another process, and
// returns what it was. Such a build asks for little memory in all, less than one from
// nothing needs, and most of it to the end. Who has set GOGC is obeyed.
func spared() (before int) {
	const usual, rare = 100, 400 // percent of what is in use
	if before = debug.SetGCPercent(rare); before != usual {
		debug.SetGCPercent(before)
	}
	return before
}

func (r *run) decode() (*content.Set, []diag.Diagnostic, error) {
	return content.Decode(r.Snapshot, content.Options{
		Languages: r.Config.Codes(), Program: r.program, Memory: r.store, Last: r.lastSet(), Each: r.each,
	})
}

// link links the records. One worker does most of it; the others get layouts ready
// meanwhile, if pages are to be made.
func (r *run) link() error {
	var linked atomic.Bool
	var diags []diag.Diagnostic
	err := r.atOnce(
		func() (err error) {
			defer linked.Store(true)
			r.Site, diags, err = dossier.Link(r.Config, r.set, r.Snapshot.Commits, dossier.Options{
				Today: r.today(), Drafts: r.Drafts, Future: r.Future, Documents: r.keptDocuments(),
				Read: r.Snapshot.Read, Memory: r.store, Program: r.program, Each: r.each,
			})
			return err
		},
		func() error {
			if !r.failed() {
				r.Theme.Prepare(linked.Load)
			}
			return nil
		},
	)
	r.tell(diags)
	return err
}

// produce makes the outputs of the linked site and publishes them.
func (r *run) produce() error {
	r.told = len(r.Diags)
	if !r.failed() {
		if err := r.begun(); err != nil {
			return err
		}
	}
	in := r.planInputs()
	err := r.documents(&in)
	if err == nil {
		r.phase("documents", len(in.Papers))
		err = r.pages(in)
	}
	if errors.Is(err, errForgotten) {
		return r.afresh()
	}
	if err != nil {
		return err
	}
	r.phase("pages", len(r.Outputs)-len(in.Papers))
	wrong := r.failed()
	r.tell(r.checkLedger())
	if wrong || r.Shard.Given() && r.failed() {
		return nil
	}
	if r.Shard.Given() {
		return r.writePart()
	}
	r.tell(r.crossed())
	r.tell(r.checkLinks())
	r.tell(r.checkDocuments())
	r.Totals = r.totals()
	r.phase("check", len(r.Files))
	if r.failed() || r.writer == nil {
		return r.remember()
	}
	r.Changed, r.Gone = r.writer.Difference()
	if r.Report, err = r.writer.Commit(); err != nil {
		return err
	}
	r.phase("publish", r.Report.Written)
	return r.remember()
}

// afresh makes the outputs again without taking anything over.
func (r *run) afresh() error {
	r.last, r.plans, r.edited = known{}, plans{}, nil
	r.startAgain()
	return r.produce()
}

// startAgain forgets the outputs that were made.
func (r *run) startAgain() {
	r.Outputs, r.Files, r.Rendered, r.renamed = nil, nil, nil, false
	clear(r.others)
	clear(r.links.pages)
	clear(r.known.rendered)
	r.withdraw()
	r.begin()
}

// list plans outputs. Over a site with errors it serves only to find what else
// is wrong: a record that lacks what it must have may then stop it, which says
// nothing that has not been said.
func (r *run) list(in plan.Inputs, from func(*dossier.Site, plan.Inputs) plan.Plan) (made plan.Plan) {
	if diag.HasErrors(r.Diags) {
		defer func() { _ = recover() }()
	}
	made = from(r.Site, in)
	r.tell(made.Diags)
	return made
}

func (r *run) phase(name string, n int) {
	now := time.Now()
	r.Phases = append(r.Phases, Phase{Name: name, Took: now.Sub(r.now), N: n})
	r.now = now
}

// tell adds what was found, but for what its record accepts.
func (r *run) tell(ds []diag.Diagnostic) { r.Diags = append(r.Diags, r.Accepted(ds)...) }

// Accepted drops the warnings that the records concerned accept.
func (r *Result) Accepted(ds []diag.Diagnostic) []diag.Diagnostic {
	if r.set == nil {
		return ds // no record is known yet
	}
	return r.set.Accepted(ds)
}

// failed holds once something was found that must not be published.
func (r *run) failed() bool {
	return r.Stops(r.Diags)
}

// lastSet is what an earlier run of this process has decoded; nil without one.
func (r *run) lastSet() *content.Set {
	if r.Last == nil {
		return nil
	}
	return r.Last.set
}

// today is the day of the build.
func (r *run) today() i18n.Date {
	if !r.Today.IsZero() {
		return r.Today
	}
	return i18n.DateOf(time.Now().In(r.Config.Zone))
}

func (o Options) target() publish.Target {
	return publish.Target{Dir: o.Out, State: filepath.Join(o.Root, ".dossier")}
}
