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
//
// A theme without mistakes can be remembered: what is asked of it without a page
// being written is in its Facts, and a theme made of these does the rest when it
// is first needed, layout by layout.
package theme

import (
	"io/fs"
	"slices"

	"dossier/internal/diag"
	"dossier/internal/i18n"
	"dossier/internal/memo"
	"dossier/internal/view"
	"dossier/themes"
)

// Options says which theme is loaded and for which site.
type Options struct {
	Name      string   // as in site.toml
	NamePos   diag.Pos // where it stands there
	Base      fs.FS    // the built-in theme of the name, part of the program and without mistakes in its faces; may be nil
	Site      fs.FS    // the site's own themes/<name>/; nil when there is none
	SitePath  string   // what diagnostics call it: "themes/civic"
	Languages []*i18n.Locale
	Messages  []i18n.MessageFile // of the program; the theme's come over them
	Overrides []i18n.MessageFile // of the site; they come over the theme's
	Accent    string             // #0b3d75; empty: the default
	AccentPos diag.Pos
	BasePath  string                                 // "/" or "/sub/"
	Body      func(dst []byte, b view.Body) []byte   // appends HTML; pure, and the same as long as the program runs
	JSONLD    func(dst []byte, n []view.Node) []byte // appends JSON, or nothing; likewise

	// Once makes a function of which only the first call does anything, and that
	// returns when it is done: sync.OnceFunc. What is not needed to check the theme
	// is then put off until it is asked for; nil: it is done at once.
	Once func(func()) func()
	// Known returns the Facts that an earlier theme of the key gave, in this program
	// or another run of it, nil when there are none; the bytes must not change
	// afterwards. It may be nil.
	Known func(memo.Key) []byte
	Last  *Theme // an earlier theme of this process to take over from; may be nil
}

// Theme is a theme made ready for one site.
type Theme struct {
	key       memo.Key
	recalled  bool
	diags     []diag.Diagnostic
	locales   []*i18n.Locale
	basePath  string
	catalogue *i18n.Catalogue
	facts     facts
	digests   map[output][32]byte
	voices    map[output]func() *voice
	assets    func() map[string]Asset // by name
	shelf     shelf
}

// output names what a theme writes: a kind in a language, given by code or tag.
type output struct{ kind, lang string }

const (
	manifestName  = "theme.toml"
	messageFolder = "i18n/"
	messageType   = ".toml"
)

// Load reads a theme and reports all that is wrong with it. The theme that it
// returns is good for rendering when no diagnostic is an error; its catalogue
// always is. When nothing has changed it is the last one, or is made of what is
// known.
func Load(o Options) (*Theme, []diag.Diagnostic) {
	stock, ds := newStock(o)
	if len(ds) > 0 {
		return newTheme(o, stock, memo.Key{}, ds)
	}
	key := o.key(stock.own)
	if o.Last != nil && o.Last.key == key {
		return o.Last, slices.Clone(o.Last.diags)
	}
	if o.Known != nil {
		if t, ok := recall(o, stock, key, o.Known(key)); ok {
			return t, nil
		}
	}
	return newTheme(o, stock, key, nil)
}

// key identifies all that a theme depends on besides the program, the places that
// its diagnostics name among it.
func (o Options) key(own files) memo.Key {
	var tags []string
	for _, l := range o.Languages {
		tags = append(tags, l.Code(), l.Tag())
	}
	return memo.Sum(
		o.Name, o.NamePos, o.Base != nil, o.SitePath, own.below("", ""), tags, o.Messages, o.Overrides,
		o.Accent, o.AccentPos, o.BasePath,
	)
}

// lasting are the options that a theme needs as long as it lives.
func (o Options) lasting() Options {
	return Options{Body: o.Body, JSONLD: o.JSONLD, Once: o.Once, BasePath: o.BasePath, Accent: o.Accent}
}

func codes(locales []*i18n.Locale) []string {
	var all []string
	for _, l := range locales {
		all = append(all, l.Code())
	}
	return all
}

// unknown says that there is no such theme.
func (o Options) unknown() diag.Diagnostic {
	d := diag.At(o.NamePos, "theme-missing", o.Name, themes.Names())
	return nearest(d, o.Name, themes.Names())
}

// later puts off what makes a value until it is first asked for, where once says
// how.
func later[T any](once func(func()) func(), produce func() T) func() T {
	if once == nil {
		v := produce()
		return func() T { return v }
	}
	var v T
	do := once(func() { v = produce() })
	return func() T { do(); return v }
}

// Key identifies all that the theme depends on besides the program, so that its
// Facts can be remembered. It is zero when files of the site could not be read.
func (t *Theme) Key() memo.Key { return t.key }

// Recalled reports whether the theme was made of known Facts.
func (t *Theme) Recalled() bool { return t.recalled }

// Catalogue returns the messages of program, theme and site.
func (t *Theme) Catalogue() *i18n.Catalogue { return t.catalogue }

// Digest identifies everything that the output of a kind in a language, given by
// code or tag, can depend on besides its view. A page whose main part is in
// another language depends on the digests of both.
func (t *Theme) Digest(kind, lang string) [32]byte { return t.digests[output{kind, lang}] }
