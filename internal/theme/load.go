package theme

import (
	"slices"

	"dossier/internal/diag"
)

// loader makes a theme of its files and checks all of it.
type loader struct {
	Options
	stock   stock
	all     files
	sources sources
	assets  *assetSet
	t       *Theme
	ds      []diag.Diagnostic
}

// newTheme loads a theme of which nothing is known.
func newTheme(o Options, s stock, key [32]byte, ds []diag.Diagnostic) (*Theme, []diag.Diagnostic) {
	all, messages, unread := s.all()
	l := &loader{Options: o, stock: s, all: all, t: &Theme{key: key, locales: o.Languages}, ds: append(ds, unread...)}
	l.loadMessages(messages)
	if len(all) == 0 {
		l.tell(o.unknown())
	} else {
		l.load()
	}
	l.t.diags = diag.Sort(causes(l.ds))
	return l.t, slices.Clone(l.t.diags)
}

func (l *loader) load() {
	l.loadTemplates()
	l.loadAssets()
	l.loadDocument()
	l.checkTemplates()
	l.checkMessages()
	l.t.facts.Verbatim = verbatim(l.sources)
	collapse(l.sources, l.t.facts.Verbatim)
	l.t.facts.Digests = l.digests()
	l.t.index(l.Options)
	l.bind()
}

func (l *loader) tell(ds ...diag.Diagnostic) { l.ds = append(l.ds, ds...) }

// loadTemplates parses the layouts and partials, and misses the layouts that a
// theme must have.
func (l *loader) loadTemplates() {
	var ds []diag.Diagnostic
	l.sources, ds = parseAll(l.all)
	l.tell(ds...)
	for _, kind := range kindNames() {
		if l.sources[layoutName(kind)] == nil {
			l.tell(diag.At(diag.Pos{File: "themes/" + l.Name}, "template-partial.layout", layoutName(kind)))
		}
	}
	for _, s := range ordered(l.sources) {
		if _, known := kinds[s.kind]; s.kind != "" && !known {
			l.tell(nearest(diag.At(s.whole(), "template-partial.kind", s.kind), s.kind, kindNames()))
		}
	}
}

// loadAssets makes the assets, all but those that are only ever drawn into
// pages.
func (l *loader) loadAssets() {
	light, dark, ds := accents(l.Accent, l.AccentPos)
	l.assets = newAssetSet(l.all, l.BasePath, accentRule(light, dark))
	var linked, drawn []string
	for _, s := range ordered(l.sources) {
		linked = append(linked, texts(s.uses.assets)...)
		drawn = append(drawn, texts(s.uses.inlines)...)
	}
	l.t.facts.Drawings = l.assets.draw(drawn)
	hidden := func(name string) bool { return slices.Contains(drawn, name) && !slices.Contains(linked, name) }
	l.assets.make(slices.DeleteFunc(l.assets.names(), hidden))
	l.tell(append(ds, l.assets.ds...)...)
	published := l.assets.published
	l.t.assets = func() map[string]Asset { return published }
	l.t.facts.Assets = factsOf(published)
}

// checkTemplates holds the templates against their views.
func (l *loader) checkTemplates() {
	c := checker{
		set:       l.sources,
		functions: functionTable(),
		assets:    l.assets.names(),
		inline:    l.assets.drawings(),
		seen:      map[visit]bool{},
	}
	c.layouts()
	l.tell(c.ds...)
	l.checkMain()
}

// checkMain demands that the frame has a place for the main part.
func (l *loader) checkMain() {
	base := l.sources[layoutName(baseKind)]
	if base == nil || base.tree == nil {
		return
	}
	for _, s := range l.sources.reach(base.name) {
		if len(s.uses.main) > 0 {
			return
		}
	}
	l.tell(diag.At(base.whole(), "template-syntax.no-main", "{{main}}"))
}

// bind escapes the layouts, all at once, and reports those in which it is not
// certain how a value must be escaped.
func (l *loader) bind() {
	all, errs := escape(l.sources, kindNames())
	l.tell(l.sources.unescapables(errs)...)
	l.t.speak(l.lasting(), kindNames(), func() layouts { return all })
}
