// Package dossier links records into a site.
//
// Input is the Set of decoded records, the configuration and the day of the
// build; output a Site in which every reference is a pointer, every inverse is
// filled in, every record has its addresses and every link in a body its target.
// Nothing is localised and nothing is laid out here. The Site does not change
// once Link has returned it.
package dossier

import (
	"cmp"
	"slices"

	"dossier/internal/config"
	"dossier/internal/content"
	"dossier/internal/diag"
	"dossier/internal/i18n"
	"dossier/internal/markdown"
	"dossier/internal/memo"
	"dossier/internal/schema"
)

// Options are what a build may ask of linking, and what linking needs of it.
type Options struct {
	Today  i18n.Date // the day of the build, in the site's zone
	Drafts bool      // publish drafts too
	Future bool      // publish what is not yet due

	// Documents are paths of files that were published beside pages. Where a page
	// has moved, its alias leads from them as well.
	Documents []string

	Read    func(path string) ([]byte, error) // the bytes of a file of the site
	Memory  content.Memory                    // of what was found out about files before; nil: none
	Program memo.Key                          // identifies the code: what is remembered holds for it alone
	Each    func(n int, step func(i int))     // runs independent steps, perhaps at once; nil: in order
}

// complete puts in what may be left out.
func (o Options) complete() Options {
	if o.Memory == nil {
		o.Memory = memo.NewStore()
	}
	if o.Each == nil {
		o.Each = func(n int, step func(i int)) {
			for i := range n {
				step(i)
			}
		}
	}
	return o
}

// Site is the linked site. Lists are in the order in which they are shown.
type Site struct {
	Config *config.Config
	Today  i18n.Date

	Projects    []*Project   // newest first
	Partners    []*Partner   // by id; directories sort by name per language
	Events      []*Event     // newest first
	News        []*News      // newest first
	Programmes  []*Programme // by id
	Territories []*Territory // by id
	Guides      []*Guide     // by id
	Kits        []*Kit       // by id
	Pages       []*Entry     // by id
	Sections    []*Section   // by folder; every folder has one
	Home        *Section
	Owner       *Partner

	Entries   []*Entry // every published record
	Assets    []*Asset // files of records that a page uses, by path
	Redirects []Redirect
	NextDate  i18n.Date // when the site next changes by itself; zero: never

	codes  []string          // of the languages, in configured order
	at     map[string]*Entry // by address
	edited map[*Body]*Body   // texts that have changed since the records were linked
}

// Entry is a published record with its addresses. Its texts are those of Site.Body.
type Entry struct {
	content.Item
	Langs   []string // in which it is published, in configured order
	Origin  string   // language of the original
	Policy  string   // for the other languages: link, notice, hide
	Image   *Picture
	Related []*Entry
	Updated i18n.Date // given by the editor or by history; may be zero
	Draft   bool      // shown only because drafts were asked for

	Number int // its place in the Set's Items; -1: a section without a file

	address string // of its Record
	linked  any    // the struct of its kind: *Project, *Partner …
	urls    []address
	bodies  []*Body
}

// Address returns how the record is referred to: "projects/masp".
func (e *Entry) Address() string { return e.address }

// Body is a text whose links, pictures and headings are resolved.
type Body struct {
	Lang     string
	Source   string // names the words: content.Text returns them
	Doc      *markdown.Doc
	Resolved markdown.Resolved
	Pictures []*Asset // by index of Doc.Images; nil where there is no such file
	Named    []*Entry // records whose names it shows
}

// At returns the published record or section of an address, such as
// "projects/masp" or "projects"; nil where there is none.
func (s *Site) At(address string) *Entry { return s.at[address] }

// Has reports whether the record is published in the language.
func (e *Entry) Has(lang string) bool { return slices.Contains(e.Langs, lang) }

// Linked returns the struct of the record's kind: *Project, *Partner and so on; a
// page's is its *Entry.
func (e *Entry) Linked() any { return e.linked }

// Lang returns the language in which a reader of lang gets the record: that one,
// or else the original's.
func (e *Entry) Lang(lang string) string {
	if e.Has(lang) {
		return lang
	}
	return e.Origin
}

// URL returns the site's path (without the base path) that a reader of lang is
// sent to: "/it/progetti/masp/". Under the policy notice there is a page in
// every language, otherwise the original's is the one.
func (e *Entry) URL(lang string) string {
	if e.Has(lang) || e.Policy == "notice" {
		return e.url(lang)
	}
	return e.url(e.Origin)
}

// Listed reports whether the record appears in lists of the language.
func (e *Entry) Listed(lang string) bool { return e.Has(lang) || e.Policy != "hide" }

// Source returns the path of the file that has the record's text in a language.
func (e *Entry) Source(lang string) string {
	for _, p := range e.Parts {
		if p.Lang == lang {
			return p.Path
		}
	}
	return e.Parts[0].Path
}

// Asset is a file of a record, published as it is or in several sizes.
type Asset struct {
	Path          string // in the site: content/projects/masp/lines.svg
	URL           string // site path without the base: /files/projects/masp/lines.svg
	Size          int64
	Digest        string
	Width, Height int
	Raster        bool      // a photograph: re-encoded, without its metadata
	Variants      []Variant // smaller sizes, ascending
	Format        string    // jpeg, png, svg, gif, or the extension
}

// Variant is a smaller size of a photograph.
type Variant struct {
	Width, Height int
	URL           string
}

// Picture is an Asset with its description, by language.
type Picture struct {
	Asset      *Asset
	PerLang    map[string]*Asset // where a language has a file of its own
	Alt        func(lang string) (text, in string)
	Credit     string
	Decorative bool
}

// For returns the file for a language.
func (p *Picture) For(lang string) *Asset {
	if a, ok := p.PerLang[lang]; ok {
		return a
	}
	return p.Asset
}

// Redirect is an old address.
type Redirect struct {
	From  string // site path without the base
	Entry *Entry
	Lang  string
	Pos   diag.Pos
}

// Section is a folder's own page, or the home page.
type Section struct {
	*Entry
	*content.Section // nil when the site has no file for it
	Folder           string
}

// Title is the editor's title of the section in a language.
func (s *Section) Title(lang string) string { return s.Entry.Title.Value(lang) }

// Summary is the editor's introduction in one sentence.
func (s *Section) Summary() schema.Text { return s.Entry.Summary }

// MenuLabel is the editor's short label for menus in a language.
func (s *Section) MenuLabel(lang string) string {
	if s.Section == nil {
		return ""
	}
	return s.Section.Menu.Value(lang)
}

// Link makes a Site of the records. commits are the dates of last change by path
// (nil without history). The error is that of Options.Read.
func Link(cfg *config.Config, set *content.Set, commits map[string]string, opts Options) (*Site, []diag.Diagnostic, error) {
	l := &linker{
		site:    &Site{Config: cfg, Today: opts.Today, codes: cfg.Codes()},
		set:     set,
		opts:    opts.complete(),
		commits: commits,
		langs:   cfg.Codes(),
		hidden:  map[string]content.Item{},
		assets:  map[string]*Asset{},
		active:  map[string]bool{},
	}
	l.publish()
	l.sections()
	l.address()
	l.connect()
	l.resolveBodies()
	l.pictures()
	l.aliases()
	l.check()
	l.strays()
	l.finish()
	return l.site, l.diags, l.err
}

type linker struct {
	site    *Site
	set     *content.Set
	opts    Options
	commits map[string]string
	langs   []string
	entries map[string]*Entry       // by address: "projects/masp"
	hidden  map[string]content.Item // drafts, future and expired records
	assets  map[string]*Asset       // by path in the site
	active  map[string]bool         // files that pages offer and that are not published
	diags   []diag.Diagnostic
	err     error // the first of the disk
}

func (l *linker) add(d diag.Diagnostic) { l.diags = append(l.diags, d) }

// publish decides which records are part of this build.
func (l *linker) publish() {
	items := l.set.Items()
	l.site.Entries = make([]*Entry, 0, len(items))
	for i, item := range items {
		switch {
		case item.Kind == content.KindSection:
		case l.shown(item):
			l.site.Entries = append(l.site.Entries, &Entry{Item: item, Number: i, address: item.Address()})
		default:
			l.hidden[item.Address()] = item
		}
	}
	l.entries = make(map[string]*Entry, len(items))
	for _, e := range l.site.Entries {
		l.entries[e.address] = e
	}
	l.opts.Each(len(l.site.Entries), func(i int) { l.settle(l.site.Entries[i]) })
}

func (l *linker) pending(i content.Item) bool {
	return i.Publish.Given() && i.Publish.First().Compare(l.opts.Today) > 0
}

func (l *linker) expired(i content.Item) bool {
	return i.Expires.Given() && i.Expires.Last().Compare(l.opts.Today) < 0
}

// shown also hides the chapters and sheets of what is hidden.
func (l *linker) shown(i content.Item) bool {
	if i.Draft.On && !l.opts.Drafts || l.pending(i) && !l.opts.Future || l.expired(i) {
		return false
	}
	if i.Kind == content.KindChapter || i.Kind == content.KindSheet {
		_, parentHidden := l.hidden[i.Kind.Folder()+"/"+i.Parent()]
		return !parentHidden
	}
	return true
}

// settle finds the languages of a record, its original and its policy.
func (l *linker) settle(e *Entry) {
	e.Draft = e.Item.Draft.On || l.pending(e.Item)
	switch e.Kind {
	case content.KindPartner, content.KindProgramme, content.KindTerritory:
		e.Langs = l.langs
	default:
		for _, lang := range l.langs {
			if _, ok := e.Title.Get(lang); ok || slices.Contains(e.Item.Langs(), lang) {
				e.Langs = append(e.Langs, lang)
			}
		}
	}
	if len(e.Langs) == 0 {
		e.Langs = l.langs[:1]
	}
	e.Origin = e.Langs[0]
	for _, lang := range e.Langs {
		if !e.Stamps.Has(lang) { // the original is the file without a translation stamp
			e.Origin = lang
			break
		}
	}
	e.Policy = l.site.Config.Missing(e.Kind.Folder())
	if e.Missing.Given() {
		e.Policy = e.Missing.Value
	}
	e.updated(l.commits)
}

func (e *Entry) updated(commits map[string]string) {
	if e.Common.Updated.Given() {
		e.Updated = e.Common.Updated.Date
		return
	}
	for _, p := range e.Parts {
		if d, ok := i18n.ParseDate(commits[p.Path]); ok && d.Compare(e.Updated) > 0 {
			e.Updated = d
		}
	}
}

// sections gives every folder a section, with or without a file of its own.
func (l *linker) sections() {
	own := map[string]*content.Section{}
	for _, s := range l.set.Sections {
		own[s.ID] = s
	}
	for _, folder := range append([]string{""}, content.Folders()...) {
		s := &Section{Folder: folder, Section: own[folder]}
		number := slices.Index(l.set.Sections, s.Section) // Items begins with them
		item := content.Item{Record: &content.Record{Kind: content.KindSection, ID: folder}, Common: &content.Common{}}
		if s.Section != nil {
			item = content.Item{Record: &s.Section.Record, Common: &s.Section.Common, Title: s.Section.Title, Summary: s.Section.Summary, Value: s.Section}
		}
		s.Entry = &Entry{Item: item, Number: number, address: item.Address(), Langs: l.langs, Origin: l.langs[0], Policy: "link"}
		s.Entry.updated(l.commits)
		if folder == "" {
			l.site.Home = s
		} else {
			l.site.Sections = append(l.site.Sections, s)
		}
		l.entries[folder] = s.Entry
	}
}

// SectionOf returns the section of a folder.
func (s *Site) SectionOf(folder string) *Section {
	for _, sec := range s.Sections {
		if sec.Folder == folder {
			return sec
		}
	}
	return s.Home
}

// finish puts everything into its final order.
func (l *linker) finish() {
	l.site.at = l.entries
	for _, a := range l.assets {
		l.site.Assets = append(l.site.Assets, a)
	}
	slices.SortFunc(l.site.Assets, func(a, b *Asset) int { return cmp.Compare(a.Path, b.Path) })
	slices.SortFunc(l.site.Redirects, func(a, b Redirect) int { return cmp.Compare(a.From, b.From) })
	l.nextDate()
}
