package face

import (
	"errors"
	"fmt"

	"github.com/go-text/typesetting/font"
)

// Face is a TrueType face. Glyphs are read when a subset asks for them.
type Face struct {
	name     string
	metrics  Metrics
	em       float64 // font units to the em
	glyphs   int
	tables   tables
	outlines outlines
	widths   widths
	text     *font.Font // without outlines: what shaping needs to know
}

// largest is the size in bytes above which a file is no font for documents.
const largest = 16 << 20

// Load reads a TrueType font file, which must not change afterwards. An error says
// in words what keeps the face from being embedded. A face without a cmap for
// Unicode covers nothing but can be cut down.
func Load(data []byte) (*Face, error) {
	if len(data) > largest {
		return nil, errors.New("the file is larger than 16 MiB")
	}
	t, err := readTables(data)
	if err != nil {
		return nil, err
	}
	if err := mayEmbed(t["OS/2"]); err != nil {
		return nil, err
	}
	f := &Face{tables: t, name: postScriptName(t["name"])}
	if err := f.readGlyphs(); err != nil {
		return nil, err
	}
	f.metrics = f.measure()
	f.text, err = textFont(t)
	return f, err
}

// readGlyphs finds the tables of the glyphs and sees that they agree on how many
// there are.
func (f *Face) readGlyphs() error {
	head, err := f.tables.need("head", headLength)
	if err != nil {
		return err
	}
	maxp, err := f.tables.need("maxp", maxpLength)
	if err != nil {
		return err
	}
	em := unsigned(head, headEm)
	if em < 16 || em > 16384 {
		return fmt.Errorf("the em has %d units; 16 to 16384 are allowed", em)
	}
	f.em, f.glyphs = float64(em), unsigned(maxp, maxpGlyphs)
	if f.glyphs == 0 {
		return errors.New("the font has no glyphs")
	}
	if f.widths, err = readWidths(f.tables, f.glyphs); err != nil {
		return err
	}
	f.outlines, err = readOutlines(f.tables, f.glyphs)
	return err
}

// Name returns the PostScript name, of printable ASCII.
func (f *Face) Name() string { return f.name }

// Metrics returns the measures of the whole face.
func (f *Face) Metrics() Metrics { return f.metrics }

// Covers tells whether the face has a glyph of its own for a character. White
// space and characters that Unicode lets a font ignore are always covered.
func (f *Face) Covers(r rune) bool {
	if invisible(r) {
		return true
	}
	g, ok := f.text.Cmap.Lookup(r)
	return ok && g > 0 && int(g) < f.glyphs
}

// Advance returns the width of a glyph, 0 for one that the face does not have.
func (f *Face) Advance(g GID) float64 {
	if int(g) >= f.glyphs {
		return 0
	}
	advance, _ := f.widths.of(g)
	return f.thousandths(advance)
}

// thousandths converts font units.
func (f *Face) thousandths(units int) float64 { return float64(units) * 1000 / f.em }
