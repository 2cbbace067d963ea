// Package plan turns the linked site into the list of outputs: what is published
// at which path, made by which renderer, from which view.
//
// Here texts are chosen in the reader's language, dates and numbers written out,
// lists sorted and cut. What leaves this package are plain values (package view)
// and their keys: an output whose key is known need not be rendered again. A
// registry of paths refuses two outputs in one place.
package plan

import (
	"slices"
	"strings"

	"dossier/internal/diag"
	"dossier/internal/dossier"
	"dossier/internal/i18n"
	"dossier/internal/markdown"
	"dossier/internal/memo"
	"dossier/internal/view"
)

// Output is one file of the published site.
type Output struct {
	Path     string // relative to the output folder: it/progetti/masp/index.html
	Renderer string // html, feed, calendar, sitemap, robots, headers, redirects, json, csv, static, asset, picture; of documents: sheet, guide, kit, dossier, epub, archive
	Template string // of html: the layout's name
	Lang     string // of html
	MainLang string // of html: language of the main part when it is another one
	View     any    // what the renderer gets; nil when the output was taken over, or handed on
	Key      memo.Key
	Seen     memo.Key  // of the view alone
	Layout   memo.Key  // of what its templates read besides the view; zero without a template
	Pos      diag.Pos  // who claims the path
	Sources  []string  // files of the site that the view draws on, sorted
	Parts    []Part    // what Seen is made of, to say why it changed; nil when the output was taken over
	Sections []Section // of a sheet on paper: where its headings were written
	OnePage  bool      // of a sheet on paper: it may not have more

	Kept any // what the build knows of it once it is made; comes back with an output that is taken over
}

// Document reports whether the output is a document that we make: PDF, EPUB, ZIP.
func (o Output) Document() bool { return o.PDF() || o.Renderer == "epub" || o.Renderer == "archive" }

// PDF reports whether the output is a PDF document that we make.
func (o Output) PDF() bool {
	return slices.Contains([]string{"sheet", "guide", "kit", "dossier"}, o.Renderer)
}

// Section is a heading of a body and where it was written.
type Section struct {
	Title string
	Pos   diag.Pos
}

// Part is an ingredient of the key of a view: one of its fields.
type Part struct {
	Name string
	Key  memo.Key
}

// Inputs are what plan needs besides the site.
type Inputs struct {
	Catalogue *i18n.Catalogue
	Version   memo.Key                             // of the program
	Templates func(template, lang string) [32]byte // digest of what a page of this kind reads besides its view
	Assets    []File                               // of the theme, already fingerprinted
	Static    []File                               // of static/, published as they are
	CSP       string
	SortKeys  func(l *i18n.Locale, names []string) []string // i18n.Locale.SortKeys; nil: that itself
	NoIndex   bool                                          // a preview: nothing may be indexed
	Gone      []Gone                                        // addresses that nobody shall find any more

	// For documents.
	Look     view.Look
	Covers   func(r rune) bool                                    // whether a face has a glyph
	Whole    func(b *dossier.Body) *markdown.Doc                  // what is told by the words of a body
	Drawable func(source string) (line int, what string, ok bool) // whether a drawing can be drawn as vectors, and if not, why
	Papers   []Output                                             // of Documents; the pages come after them
	Made     func(path string) (Made, bool)                       // a finished document; asked from many steps at once

	// Known returns a group of an earlier plan with the same shapes of all records,
	// settings and theme but for its templates; nil: there is none. Renamed holds, by
	// dossier.Entry.Number, for records whose facets have changed since. Restyled says
	// that the templates may have.
	Known    func(name string) (Group, bool)
	Renamed  func(number int) bool
	Restyled bool
	Before   *Before // more than Known: most of it need not even be looked at; may be nil

	Digest func(path string) memo.Key          // of a file of the site
	Keep   func(o Output, view []byte)         // is handed each view as memo.Reader reads it, good until it returns; may be nil
	Each   func(n int, step func(i int))       // runs independent steps, perhaps at once; nil: in order
	Then   func(n int, step, then func(i int)) // Each, with then called in order, one at a time, each once its step has run
	Views  bool                                // outputs keep their views once they are made
	Done   func(groups, of int)                // is told how far planning and making are; may be nil

	// Make is handed an output as soon as it is planned, from many steps at once, and
	// before it is known that no other has its path. What it returns is called when
	// that is known, in the order of the plan, with the output to note in it what
	// became of it. May be nil.
	Make func(Output) (note func(*Output))
}

func (in Inputs) sortKeys(l *i18n.Locale, names []string) []string {
	if in.SortKeys != nil {
		return in.SortKeys(l, names)
	}
	return l.SortKeys(names)
}

func (in Inputs) each(n int, step func(i int)) {
	if in.Each != nil {
		in.Each(n, step)
		return
	}
	for i := range n {
		step(i)
	}
}

// then runs steps and what comes after them.
func (in Inputs) then(n int, step, then func(i int)) {
	if in.Then != nil {
		in.Then(n, step, then)
		return
	}
	for i := range n {
		step(i)
		then(i)
	}
}

// reading returns what a group reads, as it is now.
func (in Inputs) reading(what string) memo.Key {
	if path, ok := strings.CutPrefix(what, readDocument); ok {
		made, _ := in.Made(path)
		return memo.Sum(made.Size)
	}
	return in.Digest(strings.TrimPrefix(what, readBody))
}

// File is a file that is published as it is.
type File struct {
	Path   string // in the output
	Source string // in the site; empty for the theme's
	Digest memo.Key
}

// Gone is an address that was given up, below the base path, and the path of the
// file that it showed. Where that path is taken again, it is not gone.
type Gone struct {
	Address, Path string
}

// Outputs plans the whole site but for its documents.
func Outputs(site *dossier.Site, in Inputs) Plan {
	p := laid(site, in)
	p.shared()
	return p.plan()
}

// laid puts down the groups that each language has.
func laid(site *dossier.Site, in Inputs) *planner {
	p := newPlanner(site, in)
	for _, o := range in.Papers {
		p.claims[folded(o.Path)] = claim{o.Pos, o.Document()}
	}
	for _, l := range p.locals {
		l.surround()
	}
	if in.Before != nil && in.Before.steps != nil {
		p.laid = in.Before.steps
		p.steps = slices.Clip(p.laid)
		return p
	}
	made := make([]*local, len(p.locals))
	p.in.each(len(made), func(i int) {
		made[i] = p.fork().local(p.locals[i].lang)
		made[i].lay()
	})
	for i, l := range made {
		p.steps = append(p.steps, l.steps...)
		p.used.addAll(l.used)
		p.locals[i].learnt = l.learnt
	}
	p.laid = p.steps
	return p
}

// lay puts down the groups of a language.
func (l *local) lay() {
	const usualLists = 64 // about how many groups there are beside those of records
	l.steps = make([]step, 0, len(l.site.Entries)+usualLists)
	l.step("home", (*local).home)
	l.projects()
	l.partners()
	l.events()
	l.news()
	l.guides()
	l.kits()
	l.programmes()
	l.territories()
	l.pages()
	l.step("sitemap", (*local).siteMap)
	l.data()
}

func newPlanner(site *dossier.Site, in Inputs) *planner {
	p := &planner{site: site, in: in, codes: site.Config.Codes(), byID: map[string]*dossier.Project{}, claims: map[string]claim{}, same: in.Known != nil}
	for _, project := range site.Projects {
		p.byID[project.Entry.ID] = project
	}
	for _, locale := range site.Config.Locales {
		p.locals = append(p.locals, newLocal(p, locale))
	}
	if in.Known == nil { // everything is planned anew
		for _, l := range p.locals {
			l.learnAll()
		}
	}
	return p
}

// plan returns what has been made, the outputs sorted by path.
func (p *planner) plan() Plan {
	if !p.ordered {
		p.outputs = sorted(p.outputs)
	}
	return Plan{p.outputs, p.groups, withoutEchoes(p.diags), p.laid}
}

// sorted orders outputs by path. They are large: only their places are moved about.
func sorted(outputs []Output) []Output {
	if slices.IsSortedFunc(outputs, func(a, b Output) int { return strings.Compare(a.Path, b.Path) }) {
		return outputs
	}
	order := make([]int32, len(outputs))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(a, b int32) int { return strings.Compare(outputs[a].Path, outputs[b].Path) })
	out := make([]Output, len(outputs))
	for i, at := range order {
		out[i] = outputs[at]
	}
	return out
}

// planner plans the whole site, or one group of it.
type planner struct {
	site   *dossier.Site
	in     Inputs
	byID   map[string]*dossier.Project
	codes  []string // of the languages, in configured order
	locals []*local

	steps  []step           // of the whole: what is still to be made
	laid   []step           // of the whole: those of the languages
	claims map[string]claim // of the whole: who has which path
	groups []Group          // of the whole
	same   bool             // of the whole: no address and no drawing has changed since the plan that is known

	outputs  []Output
	ordered  bool            // of the whole: outputs are, by path
	listed   []func() Listed // of the whole
	urls     []SiteURL       // for the site map
	drawings []string        // that documents show, by path
	gaps     []gapAt         // characters that no face has
	reads    []Read          // of a group
	used     shown           // of a group: records that it shows something of
	notes    []func(*Output) // of a group: what Make returned for its outputs; nil: they are not made
	taken    *Group          // of a group: it was taken over
	dressed  bool            // of such a group: its outputs have other templates
	diags    []diag.Diagnostic
}

// local returns the planner of a language.
func (p *planner) local(lang string) *local {
	for _, l := range p.locals {
		if l.lang == lang {
			return l
		}
	}
	return p.locals[0]
}
