package face

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// Subset collects the glyphs that a document shows and gives each a number, its
// CID (ISO 32000-1, 9.7.4).
type Subset struct {
	face *Face
	cids map[shown]uint16
	used []Used
}

// Used is a glyph of a subset. A glyph that stands for two texts is there twice,
// so that each copy can be read out as what it is.
type Used struct {
	GID     GID
	Text    string
	Advance float64 // as in the subset's hmtx
}

type shown struct {
	glyph GID
	text  string
}

// replacement is what a glyph without a text stands for.
const replacement = "\uFFFD"

// NewSubset returns a subset that holds only .notdef.
func (f *Face) NewSubset() *Subset {
	return &Subset{
		face: f,
		cids: make(map[shown]uint16, 128),
		used: []Used{{Text: replacement, Advance: f.Advance(0)}},
	}
}

// Add takes a glyph that stands for a text and returns its CID. It is 0 for
// .notdef, for a glyph that the face does not have, and when 65 535 are taken.
func (s *Subset) Add(g GID, text string) uint16 {
	if cid, ok := s.cids[shown{g, text}]; ok {
		return cid
	}
	if g == 0 || int(g) >= s.face.glyphs || len(s.used) > 0xFFFE {
		return 0
	}
	cid := uint16(len(s.used))
	s.cids[shown{g, text}] = cid
	if text = legible(text); text == "" {
		text = replacement
	}
	s.used = append(s.used, Used{GID: g, Text: text, Advance: s.face.Advance(g)})
	return cid
}

// CIDs returns the glyphs by CID. The first is .notdef.
func (s *Subset) CIDs() []Used { return s.used }

// Bytes writes the subset as a TrueType file whose glyph indices are the CIDs;
// the parts of composite glyphs stand after them. Hinting is left out: documents
// are read on screens that smooth outlines, and on paper.
func (s *Subset) Bytes() ([]byte, error) {
	c := cutter{face: s.face, places: make(map[GID]uint16, len(s.used))}
	c.glyphs = make([]GID, 0, len(s.used)+16)
	for i, u := range s.used {
		c.glyphs = append(c.glyphs, u.GID)
		if _, ok := c.places[u.GID]; !ok {
			c.places[u.GID] = uint16(i)
		}
	}
	for i := 0; i < len(c.glyphs); i++ {
		if err := c.cut(c.glyphs[i]); err != nil {
			return nil, fmt.Errorf("glyph %d of %s: %w", c.glyphs[i], s.face.name, err)
		}
	}
	return c.tables().file(), nil
}

// cutter writes the tables of a subset.
type cutter struct {
	face   *Face
	glyphs []GID          // by their index in the subset
	places map[GID]uint16 // the first index of a glyph
	glyf   []byte
	ends   []int // of the glyphs in glyf
}

func (c *cutter) cut(g GID) error {
	record, err := c.face.outlines.record(g)
	if err != nil {
		return err
	}
	switch {
	case composite(record):
		c.glyf, err = appendComposite(c.glyf, record, c.place)
	case len(record) > 0:
		c.glyf, err = appendSimple(c.glyf, record)
	}
	for len(c.glyf)%2 != 0 {
		c.glyf = append(c.glyf, 0)
	}
	c.ends = append(c.ends, len(c.glyf))
	return err
}

// place returns the index of a glyph that a composite needs and appends the glyph
// when it is not there yet.
func (c *cutter) place(g GID) (uint16, error) {
	if index, ok := c.places[g]; ok {
		return index, nil
	}
	if int(g) >= c.face.glyphs {
		return 0, errOutline
	}
	if len(c.glyphs) > 0xFFFE {
		return 0, errors.New("the subset has more than 65 535 glyphs")
	}
	index := uint16(len(c.glyphs))
	c.places[g] = index
	c.glyphs = append(c.glyphs, g)
	return index, nil
}

// tables returns what a reader needs of an embedded TrueType font (ISO 32000-1,
// 9.9, table 126), without the programs of hinting.
func (c *cutter) tables() tables {
	loca, long := c.loca()
	return tables{
		"glyf": c.glyf,
		"head": c.head(long),
		"hhea": c.hhea(),
		"hmtx": c.hmtx(),
		"loca": loca,
		"maxp": c.maxp(),
	}
}

func (c *cutter) loca() (table []byte, long bool) {
	if long = len(c.glyf) > 2*0xFFFF; long {
		table = binary.BigEndian.AppendUint32(make([]byte, 0, 4*len(c.ends)+4), 0)
		for _, end := range c.ends {
			table = binary.BigEndian.AppendUint32(table, uint32(end))
		}
		return table, long
	}
	table = binary.BigEndian.AppendUint16(make([]byte, 0, 2*len(c.ends)+2), 0)
	for _, end := range c.ends {
		table = binary.BigEndian.AppendUint16(table, uint16(end/2))
	}
	return table, long
}

func (c *cutter) head(long bool) []byte {
	// Bits that say what instructions do: they depend on the size, they change
	// advances.
	const instructed = 1<<2 | 1<<4
	table := append([]byte(nil), c.face.tables["head"][:headLength]...)
	binary.BigEndian.PutUint16(table[headFlags:], uint16(unsigned(table, headFlags)&^instructed))
	format := uint16(0)
	if long {
		format = 1
	}
	binary.BigEndian.PutUint16(table[headLocaFormat:], format)
	return table
}

func (c *cutter) hhea() []byte {
	table := append([]byte(nil), c.face.tables["hhea"][:hheaLength]...)
	binary.BigEndian.PutUint16(table[hheaWidths:], uint16(len(c.glyphs)))
	return table
}

func (c *cutter) hmtx() []byte {
	table := make([]byte, 0, 4*len(c.glyphs))
	for _, g := range c.glyphs {
		advance, bearing := c.face.widths.of(g)
		table = binary.BigEndian.AppendUint16(table, uint16(advance))
		table = binary.BigEndian.AppendUint16(table, uint16(bearing))
	}
	return table
}

// maxp keeps the bounds of outlines, which hold for a part of them too, and says
// that there are no instructions: one zone, and nothing of what they need.
func (c *cutter) maxp() []byte {
	const end = maxpZones + 2 + 6*2 // up to maxSizeOfInstructions
	table := append([]byte(nil), c.face.tables["maxp"][:maxpLength]...)
	binary.BigEndian.PutUint16(table[maxpGlyphs:], uint16(len(c.glyphs)))
	clear(table[maxpZones:end])
	table[maxpZones+1] = 1
	return table
}
