package pdf

import (
	"fmt"
	"math"
	"strconv"
	"unicode/utf16"

	"dossier/internal/pdf/face"
)

// Font is a face as one document uses it.
type Font struct {
	doc    *Document
	face   *face.Face
	subset *face.Subset
	recent [256]code
	index  int // from 1 by first use; 0: not used
	ref    ref // while the file is written
}

// code is a glyph's number in the subset and how far the pen goes after it.
type code struct {
	glyph   face.GID
	cid     uint16 // 0: not known yet
	text    string
	advance float64
}

// Font returns the font of a face; the same face gives the same font. Only what
// is drawn of it comes into the file.
func (d *Document) Font(f *face.Face) *Font {
	font := d.fonts[f]
	if font == nil {
		font = &Font{doc: d, face: f, subset: f.NewSubset()}
		d.fonts[f] = font
	}
	return font
}

func (f *Font) use() {
	if f.index == 0 {
		f.doc.used = append(f.doc.used, f)
		f.index = len(f.doc.used)
	}
}

// code returns the code of a glyph. Those met last are at hand: the subset's own
// index is several times slower, and this is asked for every letter.
func (f *Font) code(g *face.Glyph) code {
	c := &f.recent[g.ID%face.GID(len(f.recent))]
	if c.cid == 0 || c.glyph != g.ID || c.text != g.Text {
		*c = code{g.ID, f.subset.Add(g.ID, g.Text), g.Text, f.face.Advance(g.ID)}
	}
	return *c
}

// write writes the font as a Type 0 font of TrueType outlines whose codes are
// the numbers of the glyphs (ISO 32000-1, 9.7.4), order-th of the document.
func (f *Font) write(w *file, order int) error {
	program, err := f.subset.Bytes()
	if err != nil {
		return fmt.Errorf("pdf: font %s: %w", f.face.Name(), err)
	}
	used, name := f.subset.CIDs(), tag(order)+"+"+f.face.Name()
	descendant, descriptor, data, unicode := w.alloc(), w.alloc(), w.alloc(), w.alloc()
	o := w.object(f.ref)
	o.raw("<</Type/Font/Subtype/Type0/BaseFont").name(name)
	o.raw("/Encoding/Identity-H/DescendantFonts[").ref(descendant).raw("]/ToUnicode ").ref(unicode).raw(">>")
	o = w.object(descendant)
	o.raw("<</Type/Font/Subtype/CIDFontType2/BaseFont").name(name)
	o.raw("/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/CIDToGIDMap/Identity/FontDescriptor ").ref(descriptor)
	o.raw("/W[0[")
	for _, u := range used {
		o.number(u.Advance)
	}
	o.raw("]]>>")
	describe(w.object(descriptor), name, f.face.Metrics(), data)
	w.stream(data, "/Length1 "+strconv.Itoa(len(program)), program, deflated)
	w.stream(unicode, "", toUnicode(used), deflated)
	return nil
}

// tag returns the mark of the order-th subset of a document, AAAAAA, AAAAAB, …
// (ISO 32000-1, 9.6.4).
func tag(order int) string {
	letters := []byte("AAAAAA")
	for i := len(letters) - 1; order > 0; i-- {
		letters[i] += byte(order % 26)
		order /= 26
	}
	return string(letters)
}

// Flags of a font descriptor (ISO 32000-1, table 123).
const (
	fixedPitch = 1 << 0
	serif      = 1 << 1
	symbolic   = 1 << 2 // that is: its codes are not those of Latin text
	italic     = 1 << 6
)

func describe(o *object, name string, m face.Metrics, program ref) {
	flags := symbolic
	for _, f := range []struct {
		set bool
		bit int
	}{{m.Fixed, fixedPitch}, {m.Serif, serif}, {m.Italic, italic}} {
		if f.set {
			flags |= f.bit
		}
	}
	o.raw("<</Type/FontDescriptor/FontName").name(name)
	o.raw("/Flags ").int(flags).raw("/FontBBox[")
	for _, v := range m.BBox {
		o.number(math.Round(v))
	}
	o.raw("]/ItalicAngle ").number(m.ItalicAngle)
	o.raw("/Ascent ").number(m.Ascent).raw("/Descent ").number(m.Descent)
	o.raw("/CapHeight ").number(m.CapHeight).raw("/XHeight ").number(m.XHeight)
	o.raw("/StemV ").number(m.StemV).raw("/FontWeight ").int(m.Weight)
	o.raw("/FontFile2 ").ref(program).raw(">>")
}

// toUnicode returns the map from codes to text (ISO 32000-1, 9.10.3), in sections
// of at most a hundred.
func toUnicode(used []face.Used) []byte {
	var o object
	o.raw("/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n" +
		"/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n")
	for first := 1; first < len(used); first += 100 {
		last := min(first+100, len(used))
		o.int(last - first).raw(" beginbfchar\n")
		for cid := first; cid < last; cid++ {
			o.hex([]byte{byte(cid >> 8), byte(cid)})
			o.hex(utf16BE(used[cid].Text)).raw("\n")
		}
		o.raw("endbfchar\n")
	}
	o.raw("endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n")
	return o.b
}

func utf16BE(s string) []byte {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u>>8), byte(u))
	}
	return b
}
