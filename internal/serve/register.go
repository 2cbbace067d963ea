package serve

import (
	"cmp"
	"reflect"
	"slices"
	"strings"

	"dossier/internal/build"
	"dossier/internal/content"
	"dossier/internal/diag"
	"dossier/internal/dossier"
	"dossier/internal/plan"
	"dossier/internal/view"
)

// register is every page of a site and where it comes from.
type register struct {
	pages    []page // by path
	byURL    map[string]*page
	byRecord map[recordIn]*page
}

// recordIn is a record in a language.
type recordIn struct{ record, lang string }

// page is one HTML output, as an editor asks about it.
type page struct {
	Path      string // in the output
	URL       string // from the root of the server
	Title     string // empty for a page that is no part of the site, such as a redirect
	TitleLang string // when it is another than Lang
	Kind      string // the layout: project, event …
	Lang      string
	MainLang  string // language of the main part where there is no translation
	Draft     bool
	From      string // day from which it is published, where that is still to come
	Pos       diag.Pos
	Files     []string // in which its own text stands
	Sources   []string // everything that it draws on
	Languages []view.Switch
	Record    string // address of the record that it is the page of; empty: of none
}

// at returns the page of an output.
func (r *register) at(path string) (*page, bool) {
	i, ok := slices.BinarySearchFunc(r.pages, path, func(p page, path string) int { return cmp.Compare(p.Path, path) })
	if !ok {
		return nil, false
	}
	return &r.pages[i], true
}

// in returns a page in another of its languages; nil where there is none. A page
// that shows the original for want of a translation is found through its record:
// the switcher does not lead there.
func (r *register) in(p *page, l view.Switch) *page {
	if l.Missing == "" {
		return r.byURL[l.URL]
	}
	return r.byRecord[recordIn{p.Record, l.Code}]
}

// missing are the languages in which there is no such page.
func (r *register) missing(p *page) []string {
	var out []string
	for _, l := range p.Languages {
		if l.Missing != "" && r.in(p, l) == nil {
			out = append(out, l.Code)
		}
	}
	return out
}

func newRegister(r *build.Result) *register {
	known := recordsOf(r.Site)
	out := &register{byURL: map[string]*page{}, byRecord: map[recordIn]*page{}}
	for _, o := range r.Outputs {
		if o.Renderer == "html" {
			out.pages = append(out.pages, pageOf(o, r, known))
		}
	}
	for i := range out.pages {
		p := &out.pages[i]
		out.byURL[p.URL] = p
		if p.Record != "" {
			out.byRecord[recordIn{p.Record, p.Lang}] = p
		}
	}
	return out
}

// records are the published records by the addresses of their pages, without the
// base path, and by their own.
type records struct {
	byURL map[string]*dossier.Entry
	byID  map[string]*dossier.Entry
}

func recordsOf(site *dossier.Site) records {
	r := records{map[string]*dossier.Entry{}, map[string]*dossier.Entry{}}
	for _, e := range site.Entries {
		r.byID[e.Address()] = e
		r.add(e, site.Config.Codes())
	}
	for _, s := range append(slices.Clip(site.Sections), site.Home) {
		if len(s.Entry.Parts) > 0 {
			r.add(s.Entry, site.Config.Codes())
		}
	}
	return r
}

func (r records) add(e *dossier.Entry, langs []string) {
	for _, lang := range langs {
		if e.Has(lang) || e.Policy == "notice" {
			r.byURL[e.URL(lang)] = e
		}
	}
}

// parent is the guide of a chapter, or the kit of a sheet; nil of others.
func (r records) parent(e *dossier.Entry) *dossier.Entry {
	if e.Kind != content.KindChapter && e.Kind != content.KindSheet {
		return nil
	}
	return r.byID[e.Kind.Folder()+"/"+e.Parent()]
}

func pageOf(o plan.Output, r *build.Result, known records) page {
	address := strings.TrimSuffix(o.Path, "index.html")
	p := page{
		Path: o.Path, URL: r.Config.Base + address, Kind: o.Template, Lang: o.Lang, MainLang: o.MainLang,
		Pos: o.Pos, Files: []string{o.Pos.File}, Sources: slices.Compact(slices.Sorted(slices.Values(o.Sources))),
	}
	if v, ok := framed(o.View); ok {
		p.Title, p.TitleLang, p.Draft, p.Languages = v.Title, v.TitleLang, v.Draft, v.Languages
	}
	if e := known.byURL["/"+address]; e != nil {
		p.Files = ownFiles(e, cmp.Or(o.MainLang, o.Lang))
		p.Pos = e.Fence(cmp.Or(o.MainLang, o.Lang))
		p.Record = e.Address()
		p.Draft = false
		for ; e != nil; e = known.parent(e) {
			p.Draft = p.Draft || e.Draft && e.Item.Draft.On
			p.From = max(p.From, due(e, r.Site))
		}
	}
	return p
}

// framed returns what is around the main part of a page; redirects have nothing.
func framed(v any) (view.Page, bool) {
	s := reflect.Indirect(reflect.ValueOf(v))
	if s.Kind() != reflect.Struct {
		return view.Page{}, false
	}
	f := s.FieldByName("Page")
	if !f.IsValid() {
		return view.Page{}, false
	}
	p, ok := f.Interface().(view.Page)
	return p, ok
}

// due is the day on which a record is to be published, if it is still to come.
func due(e *dossier.Entry, site *dossier.Site) string {
	if e.Publish.Given() && e.Publish.First().Compare(site.Today) > 0 {
		return e.Publish.String()
	}
	return ""
}

// ownFiles are a record's neutral file and that of a language.
func ownFiles(e *dossier.Entry, lang string) []string {
	var out []string
	for _, part := range e.Parts {
		if part.Lang == "" || part.Lang == lang {
			out = append(out, part.Path)
		}
	}
	return out
}
