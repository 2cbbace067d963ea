package ua_test

import (
	"encoding/binary"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// The object numbers of the tiny document.
const (
	catalog = iota + 1
	pages
	page1
	content
	fontA
	cidFont
	descriptor
	program
	toUnicode
	tree
	parentTree
	idTree
	metadata
	intent
	icc
	info
	linkNote
	outlines
	bookmark1
	bookmark2
	image
	form
	state
	page2
	content2
	firstElement
)

// The structure elements of the tiny document, in the order of reading.
const (
	document = iota + firstElement
	heading1
	para
	link
	reference
	note
	span
	heading2
	list
	item1
	label1
	body1
	item2
	label2
	body2
	table
	caption
	tableHead
	headRow
	headA
	headB
	tableBody
	row1
	cellA
	cellB
	row2
	wide
	figure
	code
	last
)

// tinyElements are the elements: type, parent, other entries, kids. A kid that is
// a small number is marked content.
var tinyElements = []struct {
	kind   string
	parent int
	more   string
	kids   string
}{
	{"Document", tree, "", refs(heading1, para, heading2, list, table, figure, code)},
	{"H1", document, "", "0"},
	{"P", document, "", "1 " + refs(link, reference, note, span) + fmt.Sprintf(" << /Type /MCR /Pg %d 0 R /MCID 0 >>", page2)},
	{"Link", para, "", fmt.Sprintf("2 << /Type /OBJR /Obj %d 0 R >>", linkNote)},
	{"Reference", para, "", "3"},
	{"Note", para, "/ID (note-1)", "4"},
	{"Span", para, "/Lang (it-IT)", "5"},
	{"H2", document, "", "6"},
	{"L", document, "/A << /O /List /ListNumbering /Decimal >>", refs(item1, item2)},
	{"LI", list, "", refs(label1, body1)},
	{"Lbl", item1, "", "7"},
	{"LBody", item1, "", "8"},
	{"LI", list, "", refs(label2, body2)},
	{"Lbl", item2, "", "9"},
	{"LBody", item2, "", "10"},
	{"Table", document, "", refs(caption, tableHead, tableBody)},
	{"Caption", table, "", "11"},
	{"THead", table, "", refs(headRow)},
	{"TR", tableHead, "", refs(headA, headB)},
	{"TH", headRow, "/C /Col", "12"},
	{"TH", headRow, "/A [<< /O /Table /Scope /Column >>]", "13"},
	{"TBody", table, "", refs(row1, row2)},
	{"TR", tableBody, "", refs(cellA, cellB)},
	{"TD", row1, "", "14"},
	{"TD", row1, "", "15"},
	{"TR", tableBody, "", refs(wide)},
	{"TD", row2, "/A << /O /Table /ColSpan 2 >>", "16"},
	{"Figure", document, "/Alt (A square) /A << /O /Layout /BBox [100 100 200 200] >>", "17"},
	{"Listing", document, "", refs(last)},
	{"P", code, "/ActualText (said otherwise)", "18"},
}

// refs are references to objects.
func refs(nums ...int) string {
	var all []string
	for _, n := range nums {
		all = append(all, fmt.Sprintf("%d 0 R", n))
	}
	return strings.Join(all, " ")
}

// tinyText is what the tiny document says.
const tinyText = `Title of it
See this page 1
a note
ciao and onwards to its end
Second
1 One
2 Two
Weeks
Who
How long
You
Two
All of you
said otherwise`

// tiny is a document of two pages in which much occurs and nothing is wrong.
func tiny(t testing.TB) *book {
	b := newBook(t)
	for num := catalog; num < firstElement; num++ {
		b.set(num, "null")
	}
	b.set(catalog, `<< /Type /Catalog /Pages %d 0 R /Lang (en) /MarkInfo << /Marked true >> /ViewerPreferences << /DisplayDocTitle true >>
/StructTreeRoot %d 0 R /Metadata %d 0 R /OutputIntents [%d 0 R] /Outlines %d 0 R /Names << /Dests << /Names [(end) [%d 0 R /Fit]] >> >> >>`,
		pages, tree, metadata, intent, outlines, page2)
	b.set(pages, "<< /Type /Pages /Kids [%s] /Count 2 /MediaBox [0 0 595 842] >>", refs(page1, page2))
	resources := fmt.Sprintf("<< /Font << /F1 %d 0 R >> /XObject << /Im1 %d 0 R /Fm1 %d 0 R >> /ExtGState << /G1 %d 0 R >> /Properties << /MC0 << /MCID 0 >> >> >>",
		fontA, image, form, state)
	b.set(page1, "<< /Type /Page /Parent %d 0 R /Resources %s /Contents %d 0 R /StructParents 0 /Tabs /S /Annots [%d 0 R] >>", pages, resources, content, linkNote)
	b.set(page2, "<< /Type /Page /Parent %d 0 R /Resources %s /Contents [%d 0 R] /StructParents 1 >>", pages, resources, content2)
	b.set(content, "%s", stream("", []byte(tinyContent())))
	b.set(content2, "%s", stream("/Filter /FlateDecode", deflate([]byte("/P /MC0 BDC BT /F1 12 Tf 72 700 Td "+codes("onwards")+" Tj 0 -14 TD "+codes("to its end")+" Tj ET EMC"))))
	tinyFont(b)
	tinyTree(b)
	tinyRest(b)
	return b
}

// tinyContent is the content of the first page: every piece of text on a line of
// its own.
func tinyContent() string {
	texts := []string{
		"Title of it", "See ", "this page", " 1", "a note", "ciao and ", "Second", "1", "One", "2", "Two", "Weeks", "Who", "How long",
		"You", "Two", "All of you",
	}
	var b strings.Builder
	b.WriteString("q 1 0 0 1 0 0 cm /Perceptual ri 0.1 0.2 0.3 rg /G1 gs\n")
	for i, text := range texts {
		fmt.Fprintf(&b, "/P << /MCID %d >> BDC BT /F1 12 Tf 1 0 0 1 72 %d Tm [%s -20 %s] TJ ET EMC\n", i, 800-20*i, codes(text[:1]), codes(text[1:]))
	}
	b.WriteString("/Figure << /MCID 17 >> BDC q 100 0 0 100 100 100 cm /Im1 Do Q /Fm1 Do BI /W 1 /H 1 /BPC 1 /IM true ID \x80 EI EMC\n")
	b.WriteString("/Span << /MCID 18 >> BDC BT /F1 12 Tf " + codes("as it is drawn") + " Tj ET EMC\n")
	b.WriteString("/Artifact << /Type /Pagination >> BDC 0 0 m 10 10 l S BT /F1 8 Tf 72 20 Td " + codes("1") + " Tj ET EMC Q\n")
	return b.String()
}

// codes is text in the codes of the tiny font: those of ASCII less 31.
func codes(text string) string {
	var b strings.Builder
	for _, c := range []byte(text) {
		fmt.Fprintf(&b, "%04X", c-31)
	}
	return "<" + b.String() + ">"
}

func tinyFont(b *book) {
	b.set(fontA, "<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Tiny /Encoding /Identity-H /DescendantFonts [%d 0 R] /ToUnicode %d 0 R >>", cidFont, toUnicode)
	b.set(cidFont, `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Tiny /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>
/FontDescriptor %d 0 R /CIDToGIDMap /Identity /DW 500 /W [1 [250] 2 96 500] >>`, descriptor)
	b.set(descriptor, "<< /Type /FontDescriptor /FontName /ABCDEF+Tiny /Flags 4 /FontFile2 %d 0 R >>", program)
	b.set(program, "%s", stream("", tinyProgram()))
	b.set(toUnicode, "%s", stream("", []byte(`1 begincodespacerange <0000> <FFFF> endcodespacerange
2 beginbfchar <0001> <0020> <0002> <0021> endbfchar
2 beginbfrange <0003> <0050> <0022> <0051> <0060> [<0070> <0071> <0072> <0073> <0074> <0075> <0076> <0077> <0078> <0079> <007A> <007B> <007C> <007D> <007E> <00E9>] endbfrange`)))
}

// tinyProgram is a TrueType font of 97 glyphs: .notdef, the characters of ASCII,
// and one composed of two of them. The glyphs without are empty.
func tinyProgram(without ...int) []byte {
	const glyphs = 97
	be := binary.BigEndian
	var glyf, loca, hmtx []byte
	for gid := range glyphs {
		loca = be.AppendUint16(loca, uint16(len(glyf)/2))
		advance := uint16(500)
		switch gid {
		case 1:
			advance = 250
		case 96:
			glyf = append(glyf, "\xFF\xFF\x00\x00\x00\x00\x00\x00\x00\x00\x00\x21\x00\x46\x00\x00\x00\x00\x00\x00\x00\x47\x00\x00"...)
		default:
			if !slices.Contains(without, gid) {
				glyf = append(glyf, make([]byte, 12)...)
			}
		}
		hmtx = be.AppendUint32(hmtx, uint32(advance)<<16)
	}
	loca = be.AppendUint16(loca, uint16(len(glyf)/2))
	head, hhea, maxp := make([]byte, 54), make([]byte, 36), make([]byte, 32)
	be.PutUint16(head[18:], 1000)
	be.PutUint16(hhea[34:], glyphs)
	be.PutUint16(maxp[4:], glyphs)
	return sfntFile(map[string][]byte{"glyf": glyf, "head": head, "hhea": hhea, "hmtx": hmtx, "loca": loca, "maxp": maxp})
}

func sfntFile(tables map[string][]byte) []byte {
	be := binary.BigEndian
	out := append([]byte("\x00\x01\x00\x00"), 0, byte(len(tables)), 0, 0, 0, 0, 0, 0)
	var body []byte
	start := len(out) + 16*len(tables)
	for _, tag := range []string{"glyf", "head", "hhea", "hmtx", "loca", "maxp"} {
		if data, ok := tables[tag]; ok {
			out = append(out, tag...)
			out = be.AppendUint32(out, 0)
			out = be.AppendUint32(out, uint32(start+len(body)))
			out = be.AppendUint32(out, uint32(len(data)))
			body = append(body, data...)
		}
	}
	return append(out, body...)
}

func tinyTree(b *book) {
	b.set(tree, "<< /Type /StructTreeRoot /K [%d 0 R] /ParentTree %d 0 R /IDTree %d 0 R /RoleMap << /Listing /Sample /Sample /Sect >> /ClassMap << /Col << /O /Table /Scope /Column >> >> >>",
		document, parentTree, idTree)
	owners := make([]string, 19)
	for i, e := range tinyElements {
		num := document + i
		var mcid int
		if _, err := fmt.Sscanf(e.kids, "%d", &mcid); err == nil && !strings.HasPrefix(e.kids, fmt.Sprintf("%d 0 R", mcid)) {
			owners[mcid] = fmt.Sprintf("%d 0 R", num)
		}
		b.set(num, "<< /Type /StructElem /S /%s /P %d 0 R /Pg %d 0 R %s /K [%s] >>", e.kind, e.parent, page1, e.more, e.kids)
	}
	b.set(parentTree, "<< /Kids [<< /Limits [0 2] /Nums [0 [%s] 1 [%d 0 R] 2 %d 0 R] >>] >>", strings.Join(owners, " "), para, link)
	b.set(idTree, "<< /Names [(note-1) %d 0 R] >>", note)
}

func tinyRest(b *book) {
	b.set(metadata, "%s", stream("/Type /Metadata /Subtype /XML", []byte(tinyXMP)))
	b.set(intent, "<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /DestOutputProfile %d 0 R >>", icc)
	b.set(icc, "%s", stream("/N 3", tinyProfile("RGB ", "mntr")))
	b.set(info, "<< /Title (A tiny document) /Author (Ada, Bob) /Producer (tests) /CreationDate (D:20240229120000+01'00') /ModDate (D:20240229110000Z) >>")
	b.set(linkNote, "<< /Type /Annot /Subtype /Link /Rect [72 760 120 772] /F 4 /Contents (this page) /StructParent 2 /A << /S /URI /URI (https://example.org/) >> >>")
	b.set(outlines, "<< /Type /Outlines /First %d 0 R /Last %d 0 R /Count 2 >>", bookmark1, bookmark2)
	b.set(bookmark1, "<< /Title (One) /Parent %d 0 R /Next %d 0 R /Dest [%d 0 R /XYZ 0 800 null] >>", outlines, bookmark2, page1)
	b.set(bookmark2, "<< /Title <FEFF005A0061> /Parent %d 0 R /Prev %d 0 R /A << /S /GoTo /D (end) >> >>", outlines, bookmark1)
	b.set(image, "%s", stream("/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /ASCIIHexDecode", []byte("102030>")))
	b.set(form, "%s", stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Matrix [1 0 0 1 5 5]", []byte("0 0 5 5 re f")))
	b.set(state, "<< /Type /ExtGState /BM /Multiply /CA 0.5 /SMask /None >>")
	b.trailer = fmt.Sprintf("/Root %d 0 R /Info %d 0 R /ID [<00112233445566778899AABBCCDDEEFF> <00112233445566778899AABBCCDDEEFF>]", catalog, info)
}

// tinyProfile is an ICC profile that has the tags that one must have, all empty.
func tinyProfile(space, class string) []byte {
	tags := []string{"desc", "wtpt", "cprt", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC"}
	p := make([]byte, 132+12*len(tags))
	binary.BigEndian.PutUint32(p, uint32(len(p)))
	p[8] = 2
	copy(p[12:], class+space+"XYZ ")
	copy(p[36:], "acsp")
	p[131] = byte(len(tags))
	for i, tag := range tags {
		copy(p[132+12*i:], tag+"\x00\x00\x00\x80\x00\x00\x00\x00")
	}
	return p
}

const tinyXMP = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" pdf:Producer="tests">
<dc:title><rdf:Alt><rdf:li xml:lang="it">Un documento</rdf:li><rdf:li xml:lang="x-default">A tiny document</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>Ada</rdf:li><rdf:li>Bob</rdf:li></rdf:Seq></dc:creator>
<xmp:CreateDate>2024-02-29T12:00:00+01:00</xmp:CreateDate><xmp:ModifyDate>2024-02-29T11:00:00+00:00</xmp:ModifyDate>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" pdfaid:part="2" pdfaid:conformance="A"/>
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li><rdf:Description pdfaProperty:name="part" pdfaProperty:valueType="Integer" pdfaProperty:category="internal" pdfaProperty:description="Part"/></rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`
