package line

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/internal/pdf"
	"dossier/internal/pdf/face"
)

// A voice is a list of faces and a language: what decides how a word is shaped.
// Size and colour do not.
type voice struct {
	setter *Setter
	founts []*fount
	lang   string
	words  map[string]*word   // whole words, cut at their opportunities
	parts  map[string][]piece // parts of words that change their look inside
	space  piece
	hyphen piece // drawn where a word is broken at a soft hyphen, and read as one

	ascent, descent float64 // of the first face, for a size of 1; both positive
}

// A fount is a face with what a document needs to set it.
type fount struct {
	face   *face.Face
	shaper *face.Shaper // nil until something has to be shaped
	font   *pdf.Font    // nil until something is drawn with it
	memory Memory
}

// A word is what stands between two spaces.
type word struct{ pieces []piece }

// A piece is set in one face and not broken.
type piece struct {
	glyphs []face.Glyph
	fount  *fount
	text   string
	width  float64 // in thousandths of the em
	opp    opp     // after it, inside its word
}

const softHyphen = '\u00AD'

func (s *Setter) voice(faces []*face.Face, lang string) *voice {
	for _, v := range s.voices {
		if v.lang == lang && slices.EqualFunc(v.founts, faces, (*fount).sets) {
			return v
		}
	}
	v := &voice{setter: s, lang: lang, words: map[string]*word{}, parts: map[string][]piece{}}
	for _, f := range faces {
		v.founts = append(v.founts, s.fount(f))
	}
	m := faces[0].Metrics()
	v.ascent, v.descent = m.Ascent/1000, -m.Descent/1000
	v.space = v.founts[0].piece(" ", lang)
	v.hyphen = v.founts[0].piece("-", lang)
	v.hyphen.glyphs = slices.Clone(v.hyphen.glyphs)
	v.hyphen.glyphs[0].Text = string(softHyphen)
	s.voices = append(s.voices, v)
	return v
}

func (s *Setter) fount(f *face.Face) *fount {
	for _, known := range s.founts {
		if known.face == f {
			return known
		}
	}
	made := &fount{face: f, memory: s.memory}
	s.founts = append(s.founts, made)
	return made
}

func (f *fount) sets(other *face.Face) bool { return f.face == other }

// in is the document's font for the fount, which is embedded from its first use.
func (f *fount) in(doc *pdf.Document) *pdf.Font {
	if f.font == nil {
		f.font = doc.Font(f.face)
	}
	return f.font
}

// word is text, which holds no space, shaped and cut.
func (v *voice) word(text string) *word {
	if w, ok := v.words[text]; ok {
		return w
	}
	text = strings.Clone(text)
	cuts := v.setter.cuts(text)
	bare := strip(text, cuts)
	w := &word{pieces: split(v.shape(bare), cuts)}
	v.words[text] = w
	return w
}

// part is text, from which strip has taken what is not drawn, shaped and not cut.
func (v *voice) part(text string) []piece {
	if p, ok := v.parts[text]; ok {
		return p
	}
	text = strings.Clone(text)
	p := v.shape(text)
	v.parts[text] = p
	return p
}

// shape sets each run of text in the first face that covers it.
func (v *voice) shape(text string) []piece {
	var pieces []piece
	from, current := 0, (*fount)(nil)
	flush := func(to int) {
		if from < to && current != nil {
			pieces = append(pieces, current.piece(text[from:to], v.lang))
		}
		from = to
	}
	for i, r := range text {
		f := v.covering(r, current)
		if f != current || f == nil {
			flush(i)
		}
		if current = f; f == nil {
			pieces = append(pieces, v.substitute(r))
			from = i + utf8.RuneLen(r)
		}
	}
	flush(len(text))
	return pieces
}

// covering is the first fount with a glyph for r, or nil. What leans on the
// character before it stays in that one's face where it can.
func (v *voice) covering(r rune, current *fount) *fount {
	if current != nil && unicode.In(r, unicode.M, unicode.Cf) && current.face.Covers(r) {
		return current
	}
	for _, f := range v.founts {
		if f.face.Covers(r) {
			return f
		}
	}
	return nil
}

// substitute stands for a character that no face covers. It is read as that
// character all the same.
func (v *voice) substitute(r rune) piece {
	p := v.space
	if f := v.covering(utf8.RuneError, nil); f != nil {
		p = f.piece(string(utf8.RuneError), v.lang)
	}
	p.text = string(r)
	p.glyphs = slices.Clone(p.glyphs[:1])
	p.glyphs[0].Text = p.text
	p.width = p.glyphs[0].Advance
	return p
}

// piece is text, shaped or remembered.
func (f *fount) piece(text, lang string) piece {
	p := piece{fount: f, text: text, glyphs: f.glyphs(text, lang)}
	for i := range p.glyphs {
		p.width += p.glyphs[i].Advance
	}
	return p
}

func (f *fount) glyphs(text, lang string) []face.Glyph {
	if f.memory == nil {
		return f.shape(text, lang)
	}
	key := Shaped{f.face, lang, text}
	glyphs, ok := f.memory.Get(key)
	if !ok {
		glyphs = f.shape(text, lang)
		f.memory.Put(key, glyphs)
	}
	return glyphs
}

// shape sets text. A glyph .notdef, which a face may give for white space it
// does not have, becomes a space.
func (f *fount) shape(text, lang string) []face.Glyph {
	if f.shaper == nil {
		f.shaper = f.face.NewShaper()
	}
	glyphs := f.shaper.Shape(text, lang)
	for i := range glyphs {
		if glyphs[i].ID == 0 {
			space := f.shaper.Shape(" ", lang)[0]
			space.Text = glyphs[i].Text
			glyphs[i] = space
		}
	}
	return glyphs
}
