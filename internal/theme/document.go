package theme

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"

	"dossier/internal/diag"
	"dossier/internal/pdf/face"
	"dossier/internal/schema"
	"dossier/internal/tree"
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
	files map[string][]byte
	faces map[string]*face.Face
	ds    []diag.Diagnostic
}

// loadDocument makes the look of documents.
func (t *Theme) loadDocument(o Options, all files) []diag.Diagnostic {
	f, ok := all[manifestName]
	if !ok {
		return nil
	}
	root, ds := tree.TOML(f.pos, f.data, 1)
	if len(ds) > 0 {
		return nil // told with the bundles
	}
	var m manifest
	if table := root.Get("document"); table != nil {
		d := schema.NewDecoder(nil, &m.Document)
		d.Add(table, "")
		ds = d.Finish(f.whole())
	}
	r := &documentReader{last: o.Last, all: all, files: map[string][]byte{}, faces: map[string]*face.Face{}, ds: ds}
	light, _, _ := accents(o.Accent, o.AccentPos)
	r.read(m.Document, light)
	t.look, t.files, t.faces = r.look, r.files, r.faces
	return r.ds
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
		if r.faces[f.Name] == nil {
			parsed, err := r.load(f)
			if err != nil {
				r.ds = append(r.ds, diag.At(name.Pos, "document-style.face", name.Value, err.Error()).WithHint("hint.truetype"))
				continue
			}
			r.faces[f.Name] = parsed
		}
		out = append(out, f)
	}
	return out
}

// load reads a face, unless an earlier theme has read the same bytes.
func (r *documentReader) load(f view.ThemeFile) (*face.Face, error) {
	if r.last != nil {
		if known := r.last.faces[f.Name]; known != nil && slices.Contains(r.last.faceFiles(), f) {
			return known, nil
		}
	}
	return face.Load(r.files[f.Name])
}

// faceFiles are the files of all faces.
func (t *Theme) faceFiles() []view.ThemeFile {
	return slices.Concat(t.look.Regular, t.look.Bold, t.look.Italic, t.look.BoldItalic, t.look.Statement)
}

// file notes a file of the theme that documents are made with.
func (r *documentReader) file(name schema.Str) view.ThemeFile {
	f, ok := r.all[name.Value]
	if !ok {
		var names []string
		for _, other := range r.all.below("", "") {
			names = append(names, other.name)
		}
		r.ds = append(r.ds, nearest(diag.At(name.Pos, "document-style.file", name.Value), name.Value, names))
		return view.ThemeFile{}
	}
	r.files[f.name] = f.data
	sum := sha256.Sum256(f.data)
	return view.ThemeFile{Name: f.name, Digest: hex.EncodeToString(sum[:])}
}

// Look is how documents look; without a regular face there are none.
func (t *Theme) Look() view.Look { return t.look }

// File returns the bytes of a file that the look names.
func (t *Theme) File(name string) ([]byte, bool) {
	data, ok := t.files[name]
	return data, ok
}

// Face returns a face that the look names, nil for any other name.
func (t *Theme) Face(name string) *face.Face { return t.faces[name] }

// Covers reports whether documents can show a character.
func (t *Theme) Covers(r rune) bool {
	for _, f := range t.look.Regular {
		if t.faces[f.Name].Covers(r) {
			return true
		}
	}
	return false
}
