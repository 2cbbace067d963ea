package theme

import (
	"slices"

	"dossier/internal/diag"
	"dossier/internal/i18n"
	"dossier/internal/memo"
	"dossier/internal/view"
)

// facts are what is asked of a theme without anything being written with it, and
// what spares checking it again. They are plain values.
type facts struct {
	Catalogue i18n.Kept
	Digests   [][32]byte // of the kinds in order, of each in the languages in order
	Look      view.Look
	Assets    []AssetFact  // by path
	Drawings  []ingredient // that templates put into pages
	Verbatim  []string     // partials whose white space counts
	Covered   []span       // characters below watched that documents can show
}

// span is a run of characters, both ends in it.
type span struct{ First, Last rune }

// watched is the end of the characters of which the facts tell whether documents
// can show them: those of all living scripts, and of emoji. For others the faces
// are asked.
const watched rune = 0x20000

// Facts returns what there is to remember of the theme, under its Key and the
// program; nil when it has mistakes. It looks through the whole face of documents,
// which takes milliseconds.
func (t *Theme) Facts() []byte {
	if len(t.diags) > 0 {
		return nil
	}
	f := t.facts
	f.Catalogue = t.catalogue.Keep(codes(t.locales))
	if !t.recalled {
		f.Covered = t.covered()
	}
	return memo.Append(nil, &f)
}

// covered looks through the face.
func (t *Theme) covered() []span {
	var all []span
	for r := range watched {
		if !t.Covers(r) {
			continue
		}
		if n := len(all); n > 0 && all[n-1].Last == r-1 {
			all[n-1].Last = r
		} else {
			all = append(all, span{r, r})
		}
	}
	return all
}

// Covers reports whether documents can show a character.
func (t *Theme) Covers(r rune) bool {
	if t.recalled && r < watched {
		_, found := slices.BinarySearchFunc(t.facts.Covered, r, span.order)
		return found
	}
	return slices.ContainsFunc(t.facts.Look.Regular, func(file view.ThemeFile) bool {
		f := t.Face(file.Name)
		return f != nil && f.Covers(r)
	})
}

// order places a run before, at or after a character.
func (s span) order(r rune) int {
	switch {
	case s.Last < r:
		return -1
	case s.First > r:
		return 1
	}
	return 0
}

// recall makes a theme of the facts of one with the same key. It is false for
// bytes that are not such facts.
func recall(o Options, s stock, key memo.Key, known []byte) (*Theme, bool) {
	t := &Theme{key: key, recalled: true, locales: o.Languages}
	if memo.Decode(known, &t.facts) != nil || len(t.facts.Digests) != len(kinds)*len(o.Languages) {
		return nil, false
	}
	ok := false
	if t.catalogue, ok = t.facts.Catalogue.Catalogue(codes(o.Languages)); !ok {
		return nil, false
	}
	t.facts.Catalogue = i18n.Kept{}
	t.index(o)
	t.shelf = newShelf(o, s)
	t.shelf.fill(t.facts.Look, o.Last)
	t.produce(o.lasting(), s)
	return t, true
}

// produce puts off what writes pages: the assets, and each layout by itself.
func (t *Theme) produce(o Options, s stock) {
	t.assets = later(o.Once, func() map[string]Asset {
		light, dark, _ := accents(o.Accent, diag.Pos{})
		all, _, _ := s.all()
		set := newAssetSet(all, o.BasePath, accentRule(light, dark))
		set.make(t.published())
		return set.published
	})
	for _, kind := range kindNames() {
		t.speak(o, []string{kind}, later(o.Once, func() layouts {
			from := s.reach(layoutName(kind))
			collapse(from, t.facts.Verbatim)
			set, _ := escape(from, []string{kind})
			return set
		}))
	}
}

// index makes what is asked for by name.
func (t *Theme) index(o Options) {
	t.basePath = o.BasePath
	t.digests = map[output][32]byte{}
	for i, kind := range kindNames() {
		for j, l := range o.Languages {
			sum := t.facts.Digests[i*len(o.Languages)+j]
			t.digests[output{kind, l.Code()}], t.digests[output{kind, l.Tag()}] = sum, sum
		}
	}
}
