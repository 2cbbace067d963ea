package face

import (
	"errors"
	"math"
	"strings"
	"unicode/utf16"
)

// Places in the tables with the measures of a face (OpenType 1.9, chapters head,
// hhea, maxp, OS/2, post, name).
const (
	headLength     = 54
	headAdjustment = 8
	headFlags      = 16
	headEm         = 18
	headBox        = 36
	headStyle      = 44
	headLocaFormat = 50

	hheaLength  = 36
	hheaAscent  = 4
	hheaDescent = 6
	hheaWidths  = 34

	maxpLength = 32
	maxpGlyphs = 4
	maxpZones  = 14

	os2Weight      = 4
	os2Embedding   = 8
	os2Family      = 30
	os2Panose      = 32
	os2Selection   = 62
	os2Ascent      = 68
	os2Descent     = 70
	os2Length      = 78 // of version 0 with the measures of a line
	os2XHeight     = 86
	os2CapHeight   = 88
	os2LengthTwo   = 96 // of version 2, which brought the heights
	postItalic     = 4
	postUnderline  = 8
	postThickness  = 10
	postFixedPitch = 12
	postLength     = 32
)

// mayEmbed reads the licence bits of the font (OpenType 1.9, OS/2, fsType). Of
// several levels of permission the least restrictive counts.
func mayEmbed(os2 []byte) error {
	const restricted, anyLevel, whole, bitmaps = 0x0002, 0x000E, 0x0100, 0x0200
	if len(os2) < os2Embedding+2 {
		return nil
	}
	bits := unsigned(os2, os2Embedding)
	switch {
	case bits&anyLevel == restricted:
		return errors.New("its licence bits (fsType) forbid embedding")
	case bits&whole != 0:
		return errors.New("its licence bits (fsType) forbid embedding a part of it")
	case bits&bitmaps != 0:
		return errors.New("its licence bits (fsType) forbid embedding its outlines")
	}
	return nil
}

// measure gathers the metrics. Tables that lack them leave what a plain upright
// face would have.
func (f *Face) measure() Metrics {
	head, hhea := f.tables["head"], f.tables["hhea"]
	m := Metrics{
		Ascent:    f.thousandths(signed(hhea, hheaAscent)),
		Descent:   -math.Abs(f.thousandths(signed(hhea, hheaDescent))),
		Underline: -100,
		Thickness: 50,
		Weight:    400,
		Italic:    head[headStyle+1]&2 != 0,
	}
	if head[headStyle+1]&1 != 0 {
		m.Weight = 700
	}
	for i := range m.BBox {
		m.BBox[i] = f.thousandths(signed(head, headBox+2*i))
	}
	f.measureStyle(&m)
	f.measureSlant(&m)
	f.measureHeights(&m)
	// No table tells the width of a stem: it grows with the weight, from about 50
	// for a light face to about 165 for a bold one.
	m.StemV = 10 + 220*math.Max(0, float64(m.Weight-50))/900
	return m
}

// measureStyle reads the weight, the class and the line's measures of OS/2.
func (f *Face) measureStyle(m *Metrics) {
	const italic, typographic = 1 << 0, 1 << 7 // of fsSelection
	os2 := f.tables["OS/2"]
	if len(os2) < os2Length {
		return
	}
	if weight := unsigned(os2, os2Weight); weight >= 1 && weight <= 1000 {
		m.Weight = weight
	}
	selection := unsigned(os2, os2Selection)
	m.Italic = m.Italic || selection&italic != 0
	if selection&typographic != 0 {
		m.Ascent = f.thousandths(signed(os2, os2Ascent))
		m.Descent = -math.Abs(f.thousandths(signed(os2, os2Descent)))
	}
	panose := os2[os2Panose : os2Panose+10]
	m.Fixed = panose[0] == 2 && panose[3] == 9
	m.Serif = serif(os2[os2Family], panose)
}

// serif reads the family class or, where it is silent, the PANOSE classification
// of Latin text faces.
func serif(class byte, panose []byte) bool {
	switch class {
	case 1, 2, 3, 4, 5, 7:
		return true
	case 0:
		return panose[0] == 2 && panose[1] >= 2 && panose[1] <= 10
	}
	return false
}

// measureSlant reads the table post.
func (f *Face) measureSlant(m *Metrics) {
	post := f.tables["post"]
	if len(post) < postLength {
		return
	}
	m.ItalicAngle = float64(signed(post, postItalic)) + float64(unsigned(post, postItalic+2))/65536
	m.Underline = f.thousandths(signed(post, postUnderline))
	if thickness := signed(post, postThickness); thickness > 0 {
		m.Thickness = f.thousandths(thickness)
	}
	m.Fixed = m.Fixed || unsigned(post, postFixedPitch) != 0 || unsigned(post, postFixedPitch+2) != 0
}

// measureHeights reads the heights of capitals and small letters, which faces
// older than OS/2 version 2 do not tell.
func (f *Face) measureHeights(m *Metrics) {
	m.CapHeight, m.XHeight = m.Ascent*0.7, m.Ascent*0.5
	os2 := f.tables["OS/2"]
	if len(os2) < os2LengthTwo || unsigned(os2, 0) < 2 {
		return
	}
	if capital := signed(os2, os2CapHeight); capital > 0 {
		m.CapHeight = f.thousandths(capital)
	}
	if small := signed(os2, os2XHeight); small > 0 {
		m.XHeight = f.thousandths(small)
	}
}

// postScriptName finds name 6 in the table name.
func postScriptName(table []byte) string {
	const head, entry, macintosh, windows, wanted = 6, 12, 1, 3, 6
	if len(table) < head {
		return unnamed
	}
	strings := unsigned(table, 4)
	for i := range unsigned(table, 2) {
		at := head + i*entry
		if at+entry > len(table) {
			break
		}
		platform := unsigned(table, at)
		start := strings + unsigned(table, at+10)
		end := start + unsigned(table, at+8)
		if unsigned(table, at+6) != wanted || end > len(table) {
			continue
		}
		name := ""
		switch platform {
		case macintosh:
			name = plainName(string(table[start:end]))
		case 0, windows:
			name = plainName(utf16Text(table[start:end]))
		}
		if name != "" {
			return name
		}
	}
	return unnamed
}

const unnamed = "Unnamed"

func utf16Text(data []byte) string {
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = uint16(unsigned(data, 2*i))
	}
	return string(utf16.Decode(units))
}

// plainName leaves what a PostScript name may hold: at most 63 printable ASCII
// characters without delimiters.
func plainName(name string) string {
	name = strings.Map(func(r rune) rune {
		if r <= ' ' || r > '~' || strings.ContainsRune("[](){}<>/%", r) {
			return -1
		}
		return r
	}, name)
	return name[:min(len(name), 63)]
}
