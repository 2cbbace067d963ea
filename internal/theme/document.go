package theme

import (
	"dossier/internal/diag"
	"dossier/internal/schema"
	"dossier/internal/view"
)

// document is the table [document] of theme.toml: how PDF documents look. A
// theme without it, or without a regular face, makes no documents.
type document struct {
	Size       schema.Float `key:"size"`  // of the text, in points
	Large      schema.Float `key:"large"` // of the text in large print, in points
	Text       schema.Str   `key:"text"`  // colours
	Muted      schema.Str   `key:"muted"`
	Accent     schema.Str   `key:"accent"` // default: the site's accent
	Soft       schema.Str   `key:"soft"`   // tint behind boxes and table heads
	Rule       schema.Str   `key:"rule"`   // hairlines
	Link       schema.Str   `key:"link"`
	Regular    []schema.Str `key:"regular"` // faces: TrueType files of the theme, the first that has a glyph sets it
	Bold       []schema.Str `key:"bold"`
	Italic     []schema.Str `key:"italic"`
	BoldItalic []schema.Str `key:"bold-italic"`
	Statement  []schema.Str `key:"statement"` // faces of the funding statement
	Emblem     schema.Str   `key:"emblem"`    // SVG drawing of the EU emblem
}

// manifest is theme.toml as far as documents go; bundles are read elsewhere.
type manifest struct {
	Document document `key:"document"`
}

// Sizes of text that a page of A4 bears, in points. Large print begins at 16
// points (RNIB, Clear Print guidelines).
const (
	minSize, maxSize   = 9.0, 14.0
	minLarge, maxLarge = 16.0, 24.0
)

// documentReader reads the table and remembers what it finds.
type documentReader struct {
	last  *Theme
	all   files
	look  view.Look
	shelf shelf
	ds    []diag.Diagnostic
}

// loadDocument makes the look of documents.
func (l *loader) loadDocument() {
	f, ok := l.all[manifestName]
	if !ok {
		return
	}
	root, ds := readManifest(f)
	if len(ds) > 0 {
		return // told with the bundles
	}
	var m manifest
	if table := root.Get("document"); table != nil {
		d := schema.NewDecoder(nil, nil, &m.Document)
		d.Add(table, "")
		l.tell(d.Finish(f.whole())...)
	}
	light, _, _ := accents(l.Accent, l.AccentPos)
	r := &documentReader{last: l.Last, all: l.all, shelf: newShelf(l.Options, l.stock)}
	r.read(m.Document, light)
	l.tell(r.ds...)
	l.t.facts.Look, l.t.shelf = r.look, r.shelf
}

func (r *documentReader) read(d document, accent string) {
	r.look = view.Look{
		Size: r.size(d.Size, 11, minSize, maxSize), LargeSize: r.size(d.Large, 17, minLarge, maxLarge),
		Text: r.ink(d.Text, "#17212f"), Muted: r.ink(d.Muted, "#4a5868"), Accent: r.ink(d.Accent, accent), Link: r.ink(d.Link, "#0a52a8"),
		Soft: r.colour(d.Soft, "#f0f4fa"), Rule: r.colour(d.Rule, "#c3ccd8"),
		Regular: r.face(d.Regular), Bold: r.face(d.Bold), Italic: r.face(d.Italic), BoldItalic: r.face(d.BoldItalic),
		Statement: r.face(d.Statement),
	}
	if d.Emblem.Given() {
		r.look.Emblem = r.file(d.Emblem)
	}
	for _, list := range []*[]view.ThemeFile{&r.look.Bold, &r.look.Italic, &r.look.BoldItalic, &r.look.Statement} {
		if len(*list) == 0 {
			*list = r.look.Regular
		}
	}
}

func (r *documentReader) size(f schema.Float, standard, least, most float64) float64 {
	if !f.Given {
		return standard
	}
	if f.F < least || f.F > most {
		r.ds = append(r.ds, diag.At(f.Pos, "document-style.size", f.F, least, most))
	}
	return f.F
}

func (r *documentReader) colour(s schema.Str, standard string) string {
	if !s.Given() {
		return standard
	}
	if _, ok := parseColour(s.Value); !ok {
		r.ds = append(r.ds, diag.At(s.Pos, "low-contrast.colour", s.Value).WithHint("hint.theme-colour", standard))
		return standard
	}
	return s.Value
}

// ink is a colour in which text is set: readable on white.
func (r *documentReader) ink(s schema.Str, standard string) string {
	value := r.colour(s, standard)
	c, _ := parseColour(value)
	if ratio := contrast(c, white); s.Given() && ratio < minContrast {
		near := towards(c, black, white)
		r.ds = append(r.ds, diag.At(s.Pos, "low-contrast.document", value, floor(ratio), minContrast).
			WithHint("hint.theme-darker", near.String(), floor(contrast(near, white))))
	}
	return value
}

func (r *documentReader) face(names []schema.Str) []view.ThemeFile {
	var out []view.ThemeFile
	for _, name := range names {
		f := r.file(name)
		if f.Name == "" {
			continue
		}
		load := r.shelf.addFace(f, r.last)
		if !r.shelf.stock.sound(f.Name) {
			if err := load().err; err != nil {
				r.ds = append(r.ds, diag.At(name.Pos, "document-style.face", name.Value, err.Error()).WithHint("hint.truetype"))
				continue
			}
		}
		out = append(out, f)
	}
	return out
}

// file notes a file of the theme that documents are made with.
func (r *documentReader) file(name schema.Str) view.ThemeFile {
	if _, ok := r.all[name.Value]; !ok {
		var names []string
		for _, other := range r.all.below("", "") {
			names = append(names, other.name)
		}
		r.ds = append(r.ds, nearest(diag.At(name.Pos, "document-style.file", name.Value), name.Value, names))
		return view.ThemeFile{}
	}
	r.shelf.addFile(name.Value)
	return r.shelf.stock.themeFile(name.Value)
}
