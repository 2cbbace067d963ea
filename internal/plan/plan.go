// Package plan turns the linked site into the list of outputs: what is published
// at which path, made by which renderer, from which view.
//
// Here texts are chosen in the reader's language, dates and numbers written out,
// lists sorted and cut. What leaves this package are plain values (package view)
// and their keys: an output whose key is known need not be rendered again. A
// registry of paths refuses two outputs in one place.
package plan

import (
	"cmp"
	"slices"

	"dossier/internal/diag"
	"dossier/internal/dossier"
	"dossier/internal/i18n"
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
	View     any    // what the renderer gets
	Key      memo.Key
	Pos      diag.Pos  // who claims the path
	Sources  []string  // files of the site that the view draws on, sorted
	Parts    []Part    // what the key is made of, to say why it changed
	Sections []Section // of a sheet on paper: where its headings were written
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

// Part is an ingredient of a key: the program, the templates, or one field of
// the view.
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
	NoIndex   bool // a preview: nothing may be indexed

	// For documents.
	Look     view.Look
	Covers   func(r rune) bool                                    // whether a face has a glyph
	Drawable func(source string) (line int, what string, ok bool) // whether a drawing can be drawn as vectors, and if not, why
	Papers   []Output                                             // of Documents; the pages come after them
	Made     map[string]Made                                      // the finished documents by path
}

// File is a file that is published as it is.
type File struct {
	Path   string // in the output
	Source string // in the site; empty for the theme's
	Digest memo.Key
}

// Outputs plans the whole site but for its documents. The list is sorted by path.
func Outputs(site *dossier.Site, in Inputs) ([]Output, []diag.Diagnostic) {
	p := newPlanner(site, in)
	for _, o := range in.Papers {
		p.claims[folded(o.Path)] = o
	}
	for _, l := range p.locals {
		l.surround()
	}
	for _, l := range p.locals {
		l.home()
		l.projects()
		l.partners()
		l.events()
		l.news()
		l.guides()
		l.kits()
		l.programmes()
		l.territories()
		l.pages()
		l.siteMap()
		l.data()
	}
	p.shared()
	return p.sorted(), p.diags
}

func newPlanner(site *dossier.Site, in Inputs) *planner {
	p := &planner{site: site, in: in, claims: map[string]Output{}}
	for _, locale := range site.Config.Locales {
		p.locals = append(p.locals, newLocal(p, locale))
	}
	return p
}

// sorted returns the outputs by path.
func (p *planner) sorted() []Output {
	slices.SortFunc(p.outputs, func(a, b Output) int { return cmp.Compare(a.Path, b.Path) })
	return p.outputs
}

type planner struct {
	site    *dossier.Site
	in      Inputs
	locals  []*local
	outputs []Output
	claims  map[string]Output
	urls    []siteURL // for the site map
	diags   []diag.Diagnostic

	drawings []*dossier.Asset // that documents show
	gaps     []gapAt          // that have been told
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
