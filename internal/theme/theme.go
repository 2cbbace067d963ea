// Package theme loads a theme and writes pages with it.
//
// Input: the files of a built-in theme with the site's own over them, file by
// file, and the languages of the site. Output: a Theme, whose templates have all
// been checked against the views that they are given, whose messages exist in
// every language, and whose assets are named after their content; and a
// diagnostic for every mistake found. A Theme does not change and may be used
// from many goroutines at once.
//
// A template sees its view and the functions of functionTable, all of them pure,
// and nothing else. Hence what a page looks like follows from the view and from
// Digest.
package theme

import (
	"html/template"
	"io/fs"

	"dossier/internal/diag"
	"dossier/internal/i18n"
	"dossier/internal/pdf/face"
	"dossier/internal/view"
	"dossier/themes"
)

// Options says which theme is loaded and for which site.
type Options struct {
	Name      string   // as in site.toml
	NamePos   diag.Pos // where it stands there
	Base      fs.FS    // the built-in theme; nil when there is none of the name
	Site      fs.FS    // the site's own themes/<name>/; nil when there is none
	SitePath  string   // what diagnostics call it: "themes/civic"
	Languages []*i18n.Locale
	Messages  []i18n.MessageFile // of the program; the theme's come over them
	Overrides []i18n.MessageFile // of the site; they come over the theme's
	Accent    string             // #0b3d75; empty: the default
	AccentPos diag.Pos
	BasePath  string // "/" or "/sub/"
	Body      func(view.Body) string
	JSONLD    func([]view.Node) string
	Last      *Theme // an earlier one to take unchanged faces from; may be nil
}

// Theme is a theme made ready for one site.
type Theme struct {
	catalogue *i18n.Catalogue
	sources   sources
	assets    *assetSet
	languages map[string]*template.Template // by code and by tag
	digests   map[digestKey][32]byte
	look      view.Look
	files     map[string][]byte     // what documents are made with, by name
	faces     map[string]*face.Face // likewise
}

const (
	manifestName  = "theme.toml"
	messageFolder = "i18n/"
	messageType   = ".toml"
)

// Load reads a theme and reports all that is wrong with it. The theme that it
// returns is good for rendering when no diagnostic is an error; its catalogue
// always is.
func Load(o Options) (*Theme, []diag.Diagnostic) {
	all, messageFiles, ds := readFiles(o)
	t := &Theme{}
	ds = append(ds, t.loadMessages(o, messageFiles)...)
	if len(all) == 0 {
		return t, diag.Sort(append(ds, o.unknown()))
	}
	ds = append(ds, t.loadTemplates(o, all)...)
	ds = append(ds, t.loadAssets(o, all)...)
	ds = append(ds, t.loadDocument(o, all)...)
	ds = append(ds, t.checkTemplates()...)
	ds = append(ds, t.checkMessages()...)
	collapse(t.sources)
	ds = append(ds, t.bind(o)...)
	t.digestAll(o)
	return t, diag.Sort(ds)
}

// unknown says that there is no such theme.
func (o Options) unknown() diag.Diagnostic {
	d := diag.At(o.NamePos, "theme-missing", o.Name, themes.Names())
	return nearest(d, o.Name, themes.Names())
}

// Catalogue returns the messages of program, theme and site.
func (t *Theme) Catalogue() *i18n.Catalogue { return t.catalogue }

// Assets returns the files to publish, by path.
func (t *Theme) Assets() []Asset {
	if t.assets == nil {
		return nil
	}
	return t.assets.all()
}

// AssetURL returns the address of an asset with the site's base path.
func (t *Theme) AssetURL(name string) (string, bool) {
	if t.assets == nil {
		return "", false
	}
	return t.assets.url(name)
}

// loadTemplates parses the layouts and partials, and misses the layouts that a
// theme must have.
func (t *Theme) loadTemplates(o Options, all files) []diag.Diagnostic {
	var ds []diag.Diagnostic
	t.sources, ds = parseAll(all)
	for _, kind := range kindNames() {
		if t.sources[layoutName(kind)] == nil {
			ds = append(ds, diag.At(diag.Pos{File: "themes/" + o.Name}, "template-partial.layout", layoutName(kind)))
		}
	}
	for _, s := range ordered(t.sources) {
		if _, known := kinds[s.kind]; s.kind != "" && !known {
			ds = append(ds, nearest(diag.At(s.whole(), "template-partial.kind", s.kind), s.kind, kindNames()))
		}
	}
	return ds
}

// loadAssets makes the assets, all but those that are only ever drawn into
// pages.
func (t *Theme) loadAssets(o Options, all files) []diag.Diagnostic {
	light, dark, ds := accents(o.Accent, o.AccentPos)
	t.assets = newAssetSet(all, o.BasePath, accentRule(light, dark))
	var linked, drawn []string
	for _, s := range ordered(t.sources) {
		linked = append(linked, texts(s.uses.assets)...)
		drawn = append(drawn, texts(s.uses.inlines)...)
	}
	t.assets.make(linked, drawn)
	return append(ds, t.assets.ds...)
}

// checkTemplates holds the templates against their views.
func (t *Theme) checkTemplates() []diag.Diagnostic {
	c := checker{
		set:       t.sources,
		functions: functionTable(),
		assets:    t.assets.names(),
		inline:    t.assets.drawings(),
		seen:      map[visit]bool{},
	}
	c.layouts()
	return append(c.ds, t.checkMain()...)
}

// checkMain demands that the frame has a place for the main part.
func (t *Theme) checkMain() []diag.Diagnostic {
	base := t.sources[layoutName(baseKind)]
	if base == nil || base.tree == nil {
		return nil
	}
	for _, s := range t.sources.reach(base.name) {
		if len(s.uses.main) > 0 {
			return nil
		}
	}
	return []diag.Diagnostic{diag.At(base.whole(), "template-syntax.no-main", "{{main}}")}
}
