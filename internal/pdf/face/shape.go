package face

import (
	"strings"
	"unicode/utf8"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"
)

// Shaper turns text into glyphs. It belongs to one goroutine: its buffers and what
// it has learnt about languages are used again.
type Shaper struct {
	face   *Face
	font   *harfbuzz.Font
	buffer *harfbuzz.Buffer
	runes  []rune
	starts []int // of the runes in the text; its length at the end
	lang   string
	tag    language.Language
}

// zeroWidth is the text of a glyph beyond those that the characters account for.
const zeroWidth = "\u200B"

// NewShaper returns a shaper of the face.
func (f *Face) NewShaper() *Shaper {
	return &Shaper{
		face:   f,
		font:   harfbuzz.NewFont(font.NewFace(f.text)),
		buffer: harfbuzz.NewBuffer(),
	}
}

// Shape sets a text from left to right with the features that are on by default:
// kerning, ligatures, marks, and the letter forms of a language (a BCP 47 tag).
// The texts of the glyphs make up the text, in which characters that text cannot
// hold are replaced. A character without a glyph gives .notdef.
func (s *Shaper) Shape(text, lang string) []Glyph {
	text = legible(text)
	s.read(text)
	if lang != s.lang {
		s.lang, s.tag = lang, language.NewLanguage(lang)
	}
	glyphs := make([]Glyph, 0, len(s.runes))
	for start := 0; start < len(s.runes); {
		end, script := scriptRun(s.runes, start)
		if script == language.Common {
			script = scriptOf(s.tag)
		}
		glyphs = s.shapeRun(glyphs, text, start, end, script)
		start = end
	}
	return glyphs
}

// read fills runes and starts.
func (s *Shaper) read(text string) {
	s.runes, s.starts = s.runes[:0], s.starts[:0]
	for i, r := range text {
		s.runes = append(s.runes, r)
		s.starts = append(s.starts, i)
	}
	s.starts = append(s.starts, len(text))
}

// shapeRun appends the glyphs of the characters from start to end. Tables that
// bring the shaper down leave the text unshaped.
func (s *Shaper) shapeRun(glyphs []Glyph, text string, start, end int, script language.Script) (shaped []Glyph) {
	defer func() {
		if recover() != nil {
			s.buffer = harfbuzz.NewBuffer()
			shaped = s.unshaped(glyphs, text, start, end)
		}
	}()
	b := s.buffer
	b.Clear()
	b.ClusterLevel = harfbuzz.MonotoneCharacters
	b.Props = harfbuzz.SegmentProperties{Language: s.tag, Script: script, Direction: harfbuzz.LeftToRight}
	b.AddRunes(s.runes, start, end-start)
	b.Shape(s.font, nil)
	return s.gather(glyphs, text, start, end)
}

// gather appends the glyphs of the buffer, cluster by cluster. Clusters rise from
// left to right; the first reaches back to the start, each up to the next.
func (s *Shaper) gather(glyphs []Glyph, text string, start, end int) []Glyph {
	info := s.buffer.Info
	for i := 0; i < len(info); {
		j := i + 1
		for j < len(info) && info[j].Cluster == info[i].Cluster {
			j++
		}
		next := end
		if j < len(info) {
			next = info[j].Cluster
		}
		glyphs = s.cluster(glyphs, text, i, j, start, next)
		i, start = j, next
	}
	return glyphs
}

// cluster appends the glyphs from i to j, which stand for the characters from
// start to end: one each while there are enough, or all for the first when they
// are fewer than the characters.
func (s *Shaper) cluster(glyphs []Glyph, text string, i, j, start, end int) []Glyph {
	ligature := end-start > j-i
	for k := i; k < j; k++ {
		part := zeroWidth
		switch at := start + k - i; {
		case ligature && k == i:
			part = text[s.starts[start]:s.starts[end]]
		case !ligature && at < end:
			part = text[s.starts[at]:s.starts[at+1]]
		}
		glyphs = append(glyphs, s.glyph(k, part))
	}
	return glyphs
}

func (s *Shaper) glyph(k int, text string) Glyph {
	f, pos := s.face, &s.buffer.Pos[k]
	g := Glyph{
		Text:    text,
		Advance: f.thousandths(int(pos.XAdvance)),
		X:       f.thousandths(int(pos.XOffset)),
		Y:       f.thousandths(int(pos.YOffset)),
	}
	if id := s.buffer.Info[k].Glyph; int(id) < f.glyphs {
		g.ID = GID(id)
	}
	return g
}

// unshaped appends the glyph of each character, side by side.
func (s *Shaper) unshaped(glyphs []Glyph, text string, start, end int) []Glyph {
	for i := start; i < end; i++ {
		g := Glyph{Text: text[s.starts[i]:s.starts[i+1]]}
		if id, ok := s.face.text.Cmap.Lookup(s.runes[i]); ok && int(id) < s.face.glyphs {
			g.ID = GID(id)
		}
		g.Advance = s.face.Advance(g.ID)
		glyphs = append(glyphs, g)
	}
	return glyphs
}

// legible replaces what neither a font nor a PDF can take as text: control
// characters, the byte order mark, what is not a character (ISO 14289-1, 7.21.7).
func legible(text string) string {
	for i := 0; i < len(text); i++ {
		if c := text[i]; c < ' ' || c >= 0x7F {
			return strings.Map(legibleRune, text)
		}
	}
	return text
}

func legibleRune(r rune) rune {
	switch {
	case r < ' ' || r >= 0x7F && r < 0xA0:
		return ' '
	case r == '\uFEFF':
		return '\u2060' // the word joiner, which took over its meaning
	case r&0xFFFE == 0xFFFE || r >= 0xFDD0 && r <= 0xFDEF:
		return utf8.RuneError
	}
	return r
}
