package ua

import "regexp"

// font is a font as the content of pages uses it.
type font struct {
	*dict
	name      name
	composite bool // codes of two bytes
	cid       *dict
	unicode   *cmap
	latin     bool // codes mean what Windows-1252 says
	widths    map[int]float64
	otherwise float64 // width of what widths does not have
	gids      []byte  // CIDToGIDMap, nil when codes are glyphs
	program   *sfnt   // nil of a font without TrueType outlines or without these checks
	glyphs    []glyph // by code
}

// glyph is what is known of a code once it was shown.
type glyph struct {
	text    string
	width   float32 // thousandths of the em
	known   bool
	checked bool // in a rendering mode that leaves marks
}

// fontKinds are the types of fonts (ISO 32000-1, table 110).
var fontKinds = words("Type0 Type1 MMType1 TrueType Type3")

// fontOf reads a font dictionary, each once.
func (c *checker) fontOf(d *dict, page int) *font {
	if f := c.fonts[d]; f != nil || d == nil || !c.f.spend(1024) {
		return f
	}
	f := &font{dict: d, name: c.f.name(d.get("BaseFont"))}
	if c.fonts == nil {
		c.fonts = map[*dict]*font{}
	}
	c.fonts[d] = f
	kind := c.f.name(d.get("Subtype"))
	if c.f.name(d.get("Type")) != "Font" || !fontKinds[kind] {
		c.add("A2 6.2.11.2", page, "the font %s is of the unknown type %q", f.name, kind)
		return f
	}
	if s := c.f.stream(d.get("ToUnicode")); s != nil {
		if data, ok := c.f.decode(s); ok {
			f.unicode = c.f.parseCMap(data)
		}
	}
	if f.unicode != nil && f.unicode.bad {
		c.add("UA 7.21.7-2", page, "the font %s maps to U+0000, U+FEFF or U+FFFE", f.name)
	}
	if kind == "Type0" {
		c.composite(f, page)
	} else {
		c.simple(f, kind, page)
	}
	return f
}

// simple reads a font with codes of one byte.
func (c *checker) simple(f *font, kind name, page int) {
	encoding := f.get("Encoding")
	switch n := c.f.name(encoding); n {
	case "WinAnsiEncoding", "MacRomanEncoding", "MacExpertEncoding":
		f.latin = true
	}
	first, ok1 := c.f.integer(f.get("FirstChar"))
	last, ok2 := c.f.integer(f.get("LastChar"))
	widths := c.f.array(f.get("Widths"))
	f.widths = map[int]float64{}
	for i, o := range widths {
		f.widths[first+i], _ = c.f.number(o)
	}
	if kind != "Type3" && !c.descriptor(f, f.dict, page) {
		return
	}
	if !ok1 || !ok2 || len(widths) != last-first+1 {
		c.add("A2 6.2.11.2-6", page, "the font %s does not have a width for each of its codes", f.name)
	}
	if kind == "TrueType" {
		symbolic := c.fontFlags(f.dict)&flagSymbolic != 0
		if symbolic && encoding != nil {
			c.add("UA 7.21.6-3", page, "the symbolic font %s has an Encoding", f.name)
		}
		if base := c.f.name(c.f.dict(encoding).get("BaseEncoding")); !symbolic && !f.latin && base == "" {
			c.add("UA 7.21.6-2", page, "the font %s has no encoding that is allowed", f.name)
		}
	}
}

// composite reads a Type 0 font with its one descendant (ISO 32000-1, 9.7).
func (c *checker) composite(f *font, page int) {
	f.composite, f.otherwise = true, 1000
	if n := c.f.name(f.get("Encoding")); n != "Identity-H" && n != "Identity-V" {
		c.add("UA 7.21.3.3-1", page, "the font %s has an encoding other than Identity, which is not judged here", f.name)
	}
	kids := c.f.array(f.get("DescendantFonts"))
	if len(kids) != 1 || c.f.dict(kids[0]) == nil {
		c.add("A2 6.2.11.2", page, "the font %s does not have one descendant font", f.name)
		return
	}
	f.cid = c.f.dict(kids[0])
	c.cidWidths(f)
	c.descriptor(f, f.cid, page)
	if c.f.name(f.cid.get("Subtype")) != "CIDFontType2" {
		return
	}
	if n := c.f.name(f.cid.get("BaseFont")); n != f.name {
		c.add("PDF 9.7.6.1", page, "the font %s has a descendant of another name, %s", f.name, n)
	}
	switch o := c.f.resolve(f.cid.get("CIDToGIDMap")).(type) {
	case *stream:
		f.gids, _ = c.f.decode(o)
	case name:
		if o != "Identity" {
			c.add("UA 7.21.3.2-1", page, "the font %s has the unknown CIDToGIDMap %s", f.name, o)
		}
	default:
		c.add("UA 7.21.3.2-1", page, "the font %s has no CIDToGIDMap", f.name)
	}
	c.openProgram(f, page)
}

// cidWidths reads the array W (ISO 32000-1, 9.7.4.3).
func (c *checker) cidWidths(f *font) {
	if w, ok := c.f.number(f.cid.get("DW")); ok {
		f.otherwise = w
	}
	f.widths = map[int]float64{}
	w := c.f.array(f.cid.get("W"))
	for i := 0; i+1 < len(w); {
		first, _ := c.f.integer(w[i])
		if each := c.f.array(w[i+1]); each != nil {
			for j, o := range each {
				f.widths[first+j], _ = c.f.number(o)
			}
			i += 2
			continue
		}
		last, _ := c.f.integer(w[i+1])
		if i+2 < len(w) && first >= 0 && c.f.spend(max(0, last-first)) {
			all, _ := c.f.number(w[i+2])
			for cid := first; cid <= min(last, maxCode); cid++ {
				f.widths[cid] = all
			}
		}
		i += 3
	}
}

// subsetName is the form of a font name that says "a subset".
var subsetName = regexp.MustCompile(`^[A-Z]{6}\+[^+]+$`)

const (
	flagSymbolic    = 1 << 2
	flagNonsymbolic = 1 << 5
)

func (c *checker) fontFlags(d *dict) int {
	flags, _ := c.f.integer(c.f.dict(d.get("FontDescriptor")).get("Flags"))
	return flags
}

// descriptor checks that a font is embedded and rightly named; d is the font or
// its descendant. It is false for a font that is not embedded.
func (c *checker) descriptor(f *font, d *dict, page int) bool {
	desc := c.f.dict(d.get("FontDescriptor"))
	var program *stream
	for _, key := range []name{"FontFile", "FontFile2", "FontFile3"} {
		if s := c.f.stream(desc.get(key)); s != nil {
			program = s
		}
	}
	if program == nil {
		c.add("UA 7.21.4.1-1", page, "the font %s is not embedded", f.name)
		return false
	}
	if n := c.f.name(desc.get("FontName")); n != c.f.name(d.get("BaseFont")) {
		c.add("PDF 9.8.1", page, "the font %s is described under the name %s", f.name, n)
	}
	if flags := c.fontFlags(d); flags&flagSymbolic != 0 == (flags&flagNonsymbolic != 0) {
		c.add("PDF 9.8.2", page, "the font %s is neither symbolic nor non-symbolic, or both", f.name)
	}
	c.subset(f.name, program, page)
	return true
}

// subset checks the tag of a font that is embedded in part (ISO 32000-1, 9.6.4).
func (c *checker) subset(n name, program *stream, page int) {
	tagged := false
	for i := range len(n) {
		tagged = tagged || n[i] == '+'
	}
	if !tagged {
		return
	}
	if !subsetName.MatchString(string(n)) {
		c.add("PDF 9.6.4", page, "the font name %s does not begin with a tag of six capital letters", n)
	}
	if c.subsets == nil {
		c.subsets = map[name]*stream{}
	}
	if other := c.subsets[n]; other != nil && other != program {
		c.add("PDF 9.6.4", page, "two subsets have the same name, %s", n)
	}
	c.subsets[n] = program
}

// openProgram reads the outlines and widths of a TrueType font.
func (c *checker) openProgram(f *font, page int) {
	desc := c.f.dict(f.cid.get("FontDescriptor"))
	s := c.f.stream(desc.get("FontFile2"))
	if s == nil {
		return
	}
	data, ok := c.f.decode(s)
	if !ok {
		return
	}
	program, err := parseSfnt(data)
	if err != nil {
		c.add("A2 6.2.11.2", page, "the program of the font %s cannot be read: %v", f.name, err)
		return
	}
	f.program = program
	if set := c.f.stream(desc.get("CIDSet")); set != nil {
		c.cidSet(f, set, page)
	}
}

// cidSet checks that the set of a subset's characters names all glyphs (ISO
// 19005-2, 6.2.11.4.2).
func (c *checker) cidSet(f *font, set *stream, page int) {
	bits, ok := c.f.decode(set)
	for gid := range f.program.glyphs {
		if !ok || gid/8 >= len(bits) || bits[gid/8]>>(7-gid%8)&1 == 0 {
			c.add("UA 7.21.4.2-2", page, "the CIDSet of the font %s does not name all of its glyphs", f.name)
			return
		}
	}
}
