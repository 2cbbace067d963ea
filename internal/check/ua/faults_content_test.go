package ua_test

import (
	"bytes"
	"encoding/binary"
	"strings"
)

// loose is a square that is neither tagged nor an artifact.
const loose = "EMC 0 0 1 1 re f "

var contentFaults = []fault{
	{"untagged paint", "UA 7.1-3", draws("EMC Q\n", loose+"Q\n")},
	{"untagged text", "UA 7.1-3", draws("/Artifact << /Type /Pagination >> BDC", "/Other BMC")},
	{"untagged image", "UA 7.1-3", draws("EMC Q\n", "EMC /Im1 Do Q\n")},
	{"untagged form", "UA 7.1-3", draws("EMC Q\n", "EMC /Fm1 Do Q\n")},
	{"artifact in tagged content", "UA 7.1-1", draws("/Im1 Do", "/Artifact BMC /Im1 Do EMC")},
	{"tagged content in an artifact", "UA 7.1-2", draws("/Figure << /MCID 17 >> BDC", "/Artifact BMC EMC /Artifact BMC /Figure << /MCID 17 >> BDC EMC")},
	{"tagged content in tagged content", "PDF 14.7.4, PDF 14.7.4.4", draws("q 100 0 0 100", "/P << /MCID 19 >> BDC EMC q 100 0 0 100")},
	{"identifier twice", "PDF 14.7.4", draws("/MCID 18", "/MCID 17")},
	{"marked content not closed", "PDF 14.6", draws("EMC Q\n", "Q\n")},
	{"marked content closed twice", "PDF 14.6", draws("EMC Q\n", "EMC EMC Q\n")},
	{"marked content across a text object", "PDF 14.6.1", draws("/Span << /MCID 18 >> BDC BT", "BT /Span << /MCID 18 >> BDC")},
	{"language of marked content", "UA 7.2-29", draws("/Span <<", "/Span << /Lang (?)")},
	{"unknown properties", "PDF 14.7.4, PDF 7.8.3, UA 7.1-3", draws("/Figure << /MCID 17 >>", "/Figure /MC9")},
	{"state not restored", "PDF 8.4.2", draws("EMC Q\n", "EMC\n")},
	{"state restored twice", "PDF 8.4.2", draws("EMC Q\n", "EMC Q Q\n")},
	{"states nested too deeply", "A2 6.1.13-8", draws("EMC Q\n", "EMC "+strings.Repeat("q ", 28)+strings.Repeat("Q ", 29))},
	{"unknown operator", "A2 6.2.2-1", draws("EMC Q\n", "EMC xyz Q\n")},
	{"too few operands", "PDF 7.8.2", draws("0 0 m 10 10 l S", "0 m 10 10 l S")},
	{"operands of another kind", "PDF 7.8.2", draws("72 20 Td", "72 (20) Td")},
	{"array not closed", "PDF 7.8.2", draws("72 20 Td", "[ 72 20 TJ 72 20 Td")},
	{"operands at the end", "PDF 7.8.2", draws("EMC Q\n", "EMC Q 1 true\n")},
	{"broken dictionary", "PDF 14.6, PDF 14.7.4, PDF 7.8.2, UA 7.1-3", draws("/Span << /MCID 18 >> BDC", "/Span << 1 >> BDC")},
	{"bytes that mean nothing", "PDF 7.8.2", draws("72 20 Td", "72 20 Td ) ")},
	{"number with letters", "PDF 7.8.2", draws("72 20 Td", "1x 72 20 Td")},
	{"odd hexadecimal string in content", "A2 6.1.6-1, PDF 9.7.6.2", draws("72 20 Td", "72 20 Td <00200> Tj")},
	{"text object not closed", "PDF 14.6.1, PDF 9.4.1", draws("ET EMC Q\n", "EMC Q\n")},
	{"text objects in each other", "PDF 9.4.1", draws("72 20 Td", "BT 72 20 Td")},
	{"text without a font", "PDF 9.4.3", func(b *book) { b.set(content2, "%s", stream("", []byte("/P /MC0 BDC BT <0021> Tj ET EMC"))) }},
	{"font not in the resources", "PDF 7.8.3, PDF 9.4.3", draws("/F1 8 Tf", "/F9 8 Tf")},
	{"odd string", "PDF 9.7.6.2", draws(codes("1")+" Tj ET EMC Q", "<002000> Tj ET EMC Q")},
	{"resources inherited", "A2 6.2.2-2", func(b *book) {
		_, rest, _ := strings.Cut(b.objects[page2], "/Resources ")
		dict, _, _ := strings.Cut(rest, " /Contents")
		b.swap(page2, "/Resources "+dict, "")
		b.swap(pages, "/Count", "/Resources "+dict+" /Count")
	}},
	{"content not there", "PDF 14.7.4, PDF 7.7.3.3", swaps(page2, "/Contents [25 0 R]", "/Contents [99 0 R]")},
	{"content not compressed rightly", "PDF 14.7.4, PDF 7.4, PDF 7.7.3.3", func(b *book) {
		b.set(content2, "%s", stream("/Filter /FlateDecode", deflate([]byte(strings.Repeat("q Q ", 500)))[:20]))
	}},
}

var fontFaults = []fault{
	{"font not embedded", "UA 7.21.4.1-1", swaps(descriptor, "/FontFile2", "/File")},
	{"no ToUnicode", "UA 7.21.7-1, UA 7.4", swaps(fontA, "/ToUnicode", "/Unicode")},
	{"code without meaning", "UA 7.21.7-1", func(b *book) { b.swapIn(toUnicode, "<0003> <0050>", "<0003> <004F>") }},
	{"meaning U+0000", "UA 7.21.7-2", func(b *book) { b.swapIn(toUnicode, "<0002> <0021>", "<0002> <0000>") }},
	{"meaning U+FEFF", "UA 7.21.7-2", func(b *book) { b.swapIn(toUnicode, "<0002> <0021>", "<0002> <FEFF>") }},
	{"meaning for private use", "A2 6.2.11.7.3-1", func(b *book) { b.swapIn(toUnicode, "<0072>", "<E000>") }},
	{"no CIDToGIDMap", "UA 7.21.3.2-1", swaps(cidFont, "/CIDToGIDMap /Identity", "")},
	{"unknown CIDToGIDMap", "UA 7.21.3.2-1", swaps(cidFont, "/CIDToGIDMap /Identity", "/CIDToGIDMap /Other")},
	{"encoding by a name", "UA 7.21.3.3-1", swaps(fontA, "/Identity-H", "/UniGB-UCS2-H")},
	{"width", "UA 7.21.5-1", swaps(cidFont, "2 96 500", "2 96 498")},
	{"width of the space", "UA 7.21.5-1", swaps(cidFont, "1 [250]", "1 [252]")},
	{"width by default", "UA 7.21.5-1", swaps(cidFont, "/DW 500 /W [1 [250] 2 96 500]", "/DW 400 /W [1 [250]]")},
	{".notdef", "UA 7.21.7-1, UA 7.21.8-1", draws("72 20 Td", "72 20 Td <0000> Tj")},
	{"glyph not in the font", "UA 7.21.4.1-2, UA 7.21.7-1", draws("72 20 Td", "72 20 Td <0061> Tj")},
	{"glyph without outline", "UA 7.21.4.1-2", func(b *book) { b.set(program, "%s", stream("", tinyProgram(53))) }},
	{"component without outline", "UA 7.21.4.1-2", func(b *book) {
		b.set(program, "%s", stream("", tinyProgram(70)))
		b.swapIn(content, "72 20 Td", "72 20 Td <0060> Tj")
	}},
	{"composite cut off", "UA 7.21.4.1-2", func(b *book) {
		b.swapIn(program, "\xFF\xFF\x00\x00\x00\x00\x00\x00\x00\x00\x00\x21", "\xFF\xFF\x00\x00\x00\x00\x00\x00\x00\x00\x00\xE9")
		b.swapIn(content, "72 20 Td", "72 20 Td <0060> Tj")
	}},
	{"map to another glyph", "UA 7.21.4.1-2, UA 7.21.5-1", func(b *book) {
		b.swap(cidFont, "/CIDToGIDMap /Identity", "/CIDToGIDMap "+refs(b.add("%s", stream("", glyphMap(53, 1)))))
	}},
	{"map that is too short", "UA 7.21.8-1", func(b *book) {
		b.swap(cidFont, "/CIDToGIDMap /Identity", "/CIDToGIDMap "+refs(b.add("%s", stream("", glyphMap(0, 0)[:100]))))
	}},
	{"subset tag too short", "PDF 9.6.4", renames("ABC+Tiny")},
	{"subset tag in small letters", "PDF 9.6.4", renames("abcdef+Tiny")},
	{"descendant of another name", "PDF 9.7.6.1", swaps(fontA, "ABCDEF+Tiny", "ABCDEG+Tiny")},
	{"descriptor of another name", "PDF 9.8.1", swaps(descriptor, "ABCDEF+Tiny", "ABCDEG+Tiny")},
	{"flags", "PDF 9.8.2", swaps(descriptor, "/Flags 4", "/Flags 36")},
	{"two subsets of one name", "PDF 9.6.4", secondSubset},
	{"no descendant", "A2 6.2.11.2", swaps(fontA, "/DescendantFonts [6 0 R]", "/DescendantFonts []")},
	{"unknown type of font", "A2 6.2.11.2, UA 7.21.7-1, UA 7.4", swaps(fontA, "/Subtype /Type0", "/Subtype /Type9")},
	{"font program that is none", "A2 6.2.11.2", func(b *book) { b.set(program, "%s", stream("", []byte("nothing of the kind"))) }},
	{"font program too short", "A2 6.2.11.2", func(b *book) { b.set(program, "%s", stream("", []byte("true"))) }},
	{"font program without widths", "A2 6.2.11.2", swaps(program, "hmtx", "hmty")},
	{"font program without outlines", "A2 6.2.11.2", swaps(program, "glyf", "glyg")},
	{"font program with tables outside", "A2 6.2.11.2", func(b *book) { b.set(program, "%s", stream("", tinyProgram()[:1000])) }},
	{"font program with a table too many", "A2 6.2.11.2", func(b *book) {
		b.set(program, "%s", stream("", []byte("\x00\x01\x00\x00\xFF\xFF\x00\x00\x00\x00\x00\x00")))
	}},
	{"font program without units", "A2 6.2.11.2", programWith("head", 18, 0)},
	{"font program with more glyphs than places", "A2 6.2.11.2", programWith("maxp", 4, 99)},
	{"font program with more widths than glyphs", "A2 6.2.11.2", programWith("hhea", 34, 98)},
	{"font program with outlines out of order", "A2 6.2.11.2", programWith("loca", 20, 60000)},
	{"CIDSet that lacks glyphs", "UA 7.21.4.2-2", func(b *book) {
		b.swap(descriptor, "/Flags", "/CIDSet "+refs(b.add("%s", stream("", []byte("\xFF\xFF"))))+" /Flags")
	}},
	{"simple font without widths", "A2 6.2.11.2-6", simpleFont("/Subtype /TrueType /Encoding /WinAnsiEncoding /FirstChar 32 /LastChar 33 /Widths [250]")},
	{"simple font without an encoding", "UA 7.21.6-2, UA 7.21.7-1", simpleFont("/Subtype /TrueType /FirstChar 65 /LastChar 65 /Widths [500]")},
	{"symbolic font with an encoding", "UA 7.21.6-3", func(b *book) {
		simpleFont("/Subtype /TrueType /Encoding /WinAnsiEncoding /FirstChar 65 /LastChar 65 /Widths [500]")(b)
		b.swap(b.find("/Flags 32"), "/Flags 32", "/Flags 4")
	}},
	{"simple font that is not embedded", "UA 7.21.4.1-1", func(b *book) {
		simpleFont("/Subtype /Type1 /Encoding /MacRomanEncoding")(b)
		b.swap(b.find("/Flags 32"), "/FontFile2", "/File")
	}},
}

// simpleFont shows a letter on the first page in a font of one byte a code.
func simpleFont(entries string) func(*book) {
	return func(b *book) {
		desc := b.add("<< /Type /FontDescriptor /FontName /ABCDEG+Tiny /Flags 32 /FontFile2 %s >>", refs(program))
		font := b.add("<< /Type /Font /BaseFont /ABCDEG+Tiny /FontDescriptor %s %s >>", refs(desc), entries)
		b.swap(page1, "/Font <<", "/Font << /F2 "+refs(font))
		b.swapIn(content, "72 20 Td", "72 20 Td /F2 12 Tf 1 Tw (A) ' /F1 8 Tf")
	}
}

// secondSubset shows a letter in another font whose subset has the same name.
func secondSubset(b *book) {
	again := b.add("%s", stream("", tinyProgram()))
	desc := b.add(strings.Replace(b.objects[descriptor], refs(program), refs(again), 1))
	cid := b.add(strings.Replace(b.objects[cidFont], refs(descriptor), refs(desc), 1))
	font := b.add(strings.Replace(b.objects[fontA], refs(cidFont), refs(cid), 1))
	b.swap(page1, "/Font <<", "/Font << /F2 "+refs(font))
	b.swapIn(content, "72 20 Td", "72 20 Td /F2 12 Tf 1 2 <0022> \" /F1 8 Tf")
}

// renames gives the font another name everywhere.
func renames(name string) func(*book) {
	return func(b *book) {
		for _, num := range []int{fontA, cidFont, descriptor} {
			b.swap(num, "ABCDEF+Tiny", name)
		}
	}
}

// programWith changes 16 bits of a table of the font program.
func programWith(tag string, at int, value uint16) func(*book) {
	return func(b *book) {
		p := tinyProgram()
		row := bytes.Index(p, []byte(tag))
		start := int(binary.BigEndian.Uint32(p[row+8:]))
		binary.BigEndian.PutUint16(p[start+at:], value)
		b.set(program, "%s", stream("", p))
	}
}

// glyphMap maps codes to glyphs: each to itself, one to another.
func glyphMap(code, gid uint16) []byte {
	var m []byte
	for i := range uint16(97) {
		if i == code {
			m = binary.BigEndian.AppendUint16(m, gid)
		} else {
			m = binary.BigEndian.AppendUint16(m, i)
		}
	}
	return m
}
