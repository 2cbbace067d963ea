package ua_test

import (
	"slices"
	"strings"
	"testing"

	"dossier/internal/check/ua"
)

// fault is a fault planted in the tiny document, and all rules that it breaks.
type fault struct {
	name  string
	rules string // separated by commas
	plant func(b *book)
}

// swaps plants a fault by replacing a piece of an object.
func swaps(num int, old, with string) func(*book) {
	return func(b *book) { b.swap(num, old, with) }
}

// draws plants a fault by replacing a piece of the first page's content.
func draws(old, with string) func(*book) {
	return func(b *book) { b.swapIn(content, old, with) }
}

// says plants a fault by replacing a piece of the metadata.
func says(old, with string) func(*book) {
	return func(b *book) { b.swapIn(metadata, old, with) }
}

// rules are the rules that findings break, each once, in order.
func rules(found []ua.Finding) string {
	var all []string
	for _, f := range found {
		all = append(all, f.Rule)
	}
	slices.Sort(all)
	return strings.Join(slices.Compact(all), ", ")
}

func TestEachFaultIsFoundUnderItsRule(t *testing.T) {
	seen := map[string]bool{}
	for _, group := range [][]fault{documentFaults, structureFaults, contentFaults, fontFaults, annotationFaults, graphicsFaults, metadataFaults} {
		for _, f := range group {
			if seen[f.name] {
				t.Errorf("two faults are called %q", f.name)
			}
			seen[f.name] = true
			t.Run(f.name, func(t *testing.T) {
				b := tiny(t)
				f.plant(b)
				for name, data := range map[string][]byte{"table": b.classic(), "streams": b.packed()} {
					r := check(t, data)
					if got := rules(r.Findings); got != f.rules {
						t.Errorf("%s: found %q, want %q:\n%v", name, got, f.rules, r.Findings)
					}
				}
			})
		}
	}
}

var documentFaults = []fault{
	{"not marked as tagged", "UA 6.2-1", swaps(catalog, "/Marked true", "/Marked false")},
	{"suspects", "UA 7.1-4", swaps(catalog, "/Marked true", "/Marked true /Suspects true")},
	{"title not shown", "UA 7.1-10", swaps(catalog, "DisplayDocTitle true", "DisplayDocTitle false")},
	{"no language", "UA 7.2", swaps(catalog, "/Lang (en)", "")},
	{"language in words", "UA 7.2-29", swaps(catalog, "/Lang (en)", "/Lang (english)")},
	{"script", "A2 6.5.1-1", swaps(catalog, "/Names <<", "/OpenAction << /S /JavaScript /JS (x) >> /Names <<")},
	{"scripts by name", "A2 6.5.1-1", swaps(catalog, "/Names <<", "/Names << /JavaScript << >>")},
	{"program launched", "A2 6.5.1-1", swaps(bookmark2, "/S /GoTo", "/S /Launch")},
	{"named action", "A2 6.5.1-2", swaps(catalog, "/Names <<", "/OpenAction << /S /Named /N /Print >> /Names <<")},
	{"additional actions", "A2 6.5.2", swaps(page1, "/Tabs", "/AA << >> /Tabs")},
	{"embedded file", "A2 6.8", swaps(catalog, "/Names <<", "/Names << /EmbeddedFiles << >>")},
	{"form to be rendered", "A2 6.4.1-3", swaps(catalog, "/Names <<", "/AcroForm << /NeedAppearances true >> /Names <<")},
	{"XFA form", "A2 6.4.2-1", swaps(catalog, "/Names <<", "/AcroForm << /XFA [] >> /Names <<")},
	{"layers without a name", "UA 7.10-1, UA 7.10-2", swaps(catalog, "/Names <<", "/OCProperties << /D << /AS [] >> >> /Names <<")},
	{"no output intent", "A2 6.2.3, A2 6.2.4.3-2", swaps(catalog, "/OutputIntents", "/OtherIntents")},
	{"two profiles", "A2 6.2.3-2", func(b *book) {
		other := b.add("%s", stream("/N 3", tinyProfile("RGB ", "mntr")))
		b.swap(catalog, "/OutputIntents [", "/OutputIntents [<< /S /GTS_PDFX /DestOutputProfile "+refs(other)+" >> ")
		b.swap(catalog, "R] /Outlines", "R << /S /GTS_PDFX /DestOutputProfile "+refs(other)+" >>] /Outlines")
	}},
	{"profile of an input device", "A2 6.2.3-1", func(b *book) { b.set(icc, "%s", stream("/N 3", tinyProfile("RGB ", "scnr"))) }},
	{"profile of a link", "A2 6.2.3-1", func(b *book) { b.set(icc, "%s", stream("/N 3", tinyProfile("RGB ", "link"))) }},
	{"profile for print", "A2 6.2.4.3-2", func(b *book) { b.set(icc, "%s", stream("/N 4", tinyProfile("CMYK", "prtr"))) }},
	{"wrong number of components", "A2 6.2.3-1", swaps(icc, "/N 3", "/N 4")},
	{"unknown colour space of a profile", "A2 6.2.3-1, A2 6.2.4.3-2", func(b *book) { b.set(icc, "%s", stream("/N 3", tinyProfile("HSV ", "mntr"))) }},
	{"profile of version 5", "A2 6.2.3-1", func(b *book) {
		p := tinyProfile("RGB ", "mntr")
		p[8] = 5
		b.set(icc, "%s", stream("/N 3", p))
	}},
	{"profile without curves", "A2 6.2.3-1", func(b *book) { b.swap(icc, "rTRC", "xTRC") }},
	{"profile cut off", "A2 6.2.3-1, A2 6.2.4.3-2", func(b *book) { b.set(icc, "%s", stream("/N 3", tinyProfile("RGB ", "mntr")[:200])) }},
	{"tags outside of the profile", "A2 6.2.3-1", func(b *book) { b.swap(icc, "rTRC\x00\x00", "rTRC\x7F\x00") }},
	{"more tags than fit", "A2 6.2.3-1", func(b *book) {
		p := tinyProfile("RGB ", "mntr")
		p[128] = 1
		b.set(icc, "%s", stream("/N 3", p))
	}},
	{"page count", "PDF 7.7.3", swaps(pages, "/Count 2", "/Count 3")},
	{"page without its parent", "PDF 7.7.3", swaps(page2, "/Parent 2 0 R", "/Parent 3 0 R")},
	{"page twice", "PDF 7.7.3", swaps(pages, "/Kids [", "/Kids ["+refs(page1)+" ")},
	{"page without a size", "PDF 7.7.3.3", swaps(pages, "/MediaBox", "/Box")},
	{"page too large", "A2 6.1.13-11", swaps(page2, "/Contents", "/CropBox [0 0 100 20000] /Contents")},
	{"bookmark without a title", "PDF 12.3.3", swaps(bookmark1, "(One)", "()")},
	{"bookmark to nowhere", "PDF 12.3.2", swaps(bookmark1, "/Dest [3 0 R", "/Dest [1 0 R")},
	{"bookmark to an unknown name", "PDF 12.3.2", swaps(bookmark2, "(end)", "(elsewhere)")},
	{"bookmarks in a circle", "PDF 12.3.3", swaps(bookmark2, "/A <<", "/Next 19 0 R /A <<")},
	{"bookmark without its neighbour", "PDF 12.3.3", swaps(bookmark2, "/Prev 19 0 R", "")},
	{"filter LZW", "A2 6.1.7.2-1, PDF 14.7.4, PDF 7.4, PDF 7.7.3.3", swaps(content2, "/FlateDecode", "/LZWDecode")},
	{"external stream", "A2 6.1.7.1-3", swaps(image, "/Width", "/F (image) /Width")},
	{"integer too big", "A2 6.1.13-1", swaps(info, "/Title", "/Size 2147483648 /Title")},
	{"real number too big", "A2 6.1.13-2", swaps(info, "/Title", "/Size 1"+strings.Repeat("0", 39)+".0 /Title")},
	{"string too long", "A2 6.1.13-3", swaps(info, "/Title", "/Note ("+strings.Repeat("x", 32768)+") /Title")},
	{"name too long", "A2 6.1.13-4", swaps(info, "/Title", "/"+strings.Repeat("x", 128)+" 1 /Title")},
	{"odd hexadecimal string", "A2 6.1.6-1", swaps(info, "/Title", "/Note <ABC> /Title")},
	{"hexadecimal string with a letter", "A2 6.1.6-2", swaps(info, "/Title", "/Note <ABxC0> /Title")},
	{"key twice", "PDF 7.3.7", swaps(info, "/Title", "/Trapped /False /Trapped /False /Title")},
	{"no identifier", "A2 6.1.3-1", func(b *book) { b.trailer, _, _ = strings.Cut(b.trailer, "/ID") }},
	{"no binary comment", "A2 6.1.2-2", func(b *book) { b.header = "%PDF-1.7\n%none\n" }},
	{"version 2.0", "A2 6.1.2-1", func(b *book) { b.header = "%PDF-2.0\n%\xE2\xE3\xCF\xD3\n" }},
	{"an object that is broken", "PDF 7.3", func(b *book) { b.add("<< /A [ >>") }},
}

var structureFaults = []fault{
	{"no structure tree", "UA 7.1-11, UA 7.18.5-1", swaps(catalog, "/StructTreeRoot", "/Tree")},
	{"empty structure tree", "PDF 14.7.4, UA 7.1-11, UA 7.18.5-1", swaps(tree, "/K [", "/X [")},
	{"unknown type", "UA 7.1-5", swaps(code, "/S /Listing", "/S /Picture")},
	{"type of PDF 2.0", "UA 7.1-5", swaps(heading2, "/S /H2", "/S /Title")},
	{"roles in a circle", "UA 7.1-6", swaps(tree, "/Sample /Sect", "/Sample /Listing")},
	{"role of a standard type", "UA 7.1-7", swaps(tree, "/RoleMap <<", "/RoleMap << /P /H1")},
	{"role of a type for itself", "UA 7.1-6", swaps(tree, "/RoleMap <<", "/RoleMap << /P /P")},
	{"type that is not UTF-8", "A2 6.1.8-1, UA 7.1-5", swaps(code, "/S /Listing", "/S /L#FFst")},
	{"no parent", "UA 7.1-12", swaps(heading1, "/P 26 0 R", "")},
	{"another parent", "PDF 14.7.2", swaps(heading1, "/P 26 0 R", "/P 28 0 R")},
	{"element twice", "PDF 14.7.2", swaps(document, "/K [", "/K [27 0 R ")},
	{"first heading H2", "UA 7.4.2-1", swaps(heading1, "/S /H1", "/S /H2")},
	{"heading skips a level", "UA 7.4.2-1", swaps(heading2, "/S /H2", "/S /H3")},
	{"headings with and without number", "UA 7.4.4-2", swaps(last, "/S /P", "/S /H")},
	{"two H", "UA 7.4.4-1, UA 7.4.4-2", func(b *book) {
		b.swap(reference, "/S /Reference", "/S /H")
		b.swap(span, "/S /Span", "/S /H")
	}},
	{"heading without text", "UA 7.4", draws(codes("S")+" -20 "+codes("econd"), codes(" "))},
	{"empty paragraph", "PDF 14.7.4, UA 7.1", swaps(last, "/K [18]", "")},
	{"content without element", "PDF 14.7.4", swaps(figure, "/K [17]", "")},
	{"content of two elements", "PDF 14.7.4", swaps(last, "/K [18]", "/K [18 17]")},
	{"content that is not there", "PDF 14.7.4", swaps(last, "/K [18]", "/K [18 40]")},
	{"figure without alternative text", "UA 7.3-1", swaps(figure, "/Alt (A square)", "")},
	{"figure without a box", "UA 7.3", swaps(figure, "/BBox [100 100 200 200]", "")},
	{"formula without alternative text", "UA 7.7-1", func(b *book) {
		b.swap(figure, "/S /Figure", "/S /Formula")
		b.swap(figure, "/Alt (A square)", "")
	}},
	{"note without ID", "UA 7.9-1", swaps(note, "/ID (note-1)", "")},
	{"the same ID twice", "PDF 14.7.2", swaps(span, "/Lang", "/ID (note-1) /Lang")},
	{"two notes with one ID", "PDF 14.7.2, UA 7.9-2", swaps(span, "/S /Span", "/S /Note /ID (note-1)")},
	{"no tree of identifiers", "PDF 14.7.2", swaps(tree, "/IDTree", "/Tree")},
	{"identifier of another element", "PDF 14.7.2", swaps(idTree, refs(note), refs(span))},
	{"language of an element", "UA 7.2-29", swaps(span, "it-IT", "it_IT")},
	{"list item outside of a list", "UA 7.2-17", swaps(list, "/S /L ", "/S /Div ")},
	{"text in a list", "PDF 14.7.4, UA 7.2-19", swaps(list, "/K [", "/K [<< /Type /MCR /Pg 3 0 R /MCID 41 >> ")},
	{"paragraph in a list item", "UA 7.2-20", swaps(body1, "/S /LBody", "/S /P")},
	{"body outside of an item", "UA 7.2-18", swaps(heading2, "/S /H2", "/S /LBody")},
	{"paragraph in a list", "UA 7.2-18, UA 7.2-19", swaps(item1, "/S /LI", "/S /Div")},
	{"labels without numbering", "UA 7.6", swaps(list, "/ListNumbering /Decimal", "")},
	{"unknown numbering", "UA 7.6", swaps(list, "/Decimal", "/Roman")},
	{"caption not first in a list", "UA 7.2-18, UA 7.2-40", swaps(item2, "/S /LI", "/S /Caption")},
	{"entry outside of a table of contents", "UA 7.2-26", swaps(heading2, "/S /H2", "/S /TOCI")},
	{"paragraph in a table of contents", "UA 7.2-27", swaps(code, "/S /Listing", "/S /TOC")},
	{"paragraph in a table", "UA 7.2-3", swaps(caption, "/S /Caption", "/S /P")},
	{"sections outside of a table", "UA 7.2-5, UA 7.2-6", swaps(table, "/S /Table", "/S /Part")},
	{"row outside of a table", "UA 7.2-3, UA 7.2-4", swaps(tableHead, "/S /THead", "/S /Div")},
	{"head cell outside of a row", "UA 7.2-8, UA 7.5-1", swaps(heading2, "/S /H2", "/S /TH")},
	{"cell outside of a row", "UA 7.2-9", swaps(heading2, "/S /H2", "/S /TD")},
	{"paragraph in a row", "UA 7.2-10, UA 7.2-43", swaps(cellA, "/S /TD", "/S /P")},
	{"paragraph in a body", "UA 7.2-37, UA 7.2-9", swaps(row2, "/S /TR", "/S /P")},
	{"two heads", "UA 7.2-11, UA 7.2-14", swaps(tableBody, "/S /TBody", "/S /THead")},
	{"head without body", "UA 7.2-13, UA 7.2-14", swaps(tableBody, "/S /TBody", "/S /TFoot")},
	{"row shorter than another", "UA 7.2-43", swaps(wide, "/ColSpan 2", "")},
	{"span that is none", "UA 7.2-43", swaps(wide, "/ColSpan 2", "/ColSpan 0")},
	{"span beyond the last row", "UA 7.2-41", swaps(wide, "/ColSpan 2", "/ColSpan 2 /RowSpan 2")},
	{"cells at one place", "UA 7.2-15", swaps(cellB, "/Pg", "/A << /O /Table /RowSpan 2 >> /Pg")},
	{"caption in the middle", "UA 7.2-16", swaps(table, refs(caption, tableHead), refs(tableHead, caption))},
	{"head cell without scope", "UA 7.5-1", swaps(headB, "/Scope /Column", "")},
	{"head cell of another class", "UA 7.5-1", swaps(headA, "/C /Col", "/C /Cell")},
	{"no entry in the parent tree", "PDF 14.7.4.4", swaps(page2, "/StructParents 1", "")},
	{"shared entry in the parent tree", "PDF 14.7.4.4", swaps(page2, "/StructParents 1", "/StructParents 0")},
	{"wrong entry in the parent tree", "PDF 14.7.4.4", swaps(parentTree, refs(heading1), refs(para))},
	{"short entry in the parent tree", "PDF 14.7.4.4", swaps(parentTree, " "+refs(last)+"]", "]")},
}

func TestTablesMayHaveTheirSectionsInManyWays(t *testing.T) {
	for _, f := range []fault{
		{"spans that fit", "", func(b *book) {
			b.swap(cellA, "/Pg", "/A << /O /Table /RowSpan 2 >> /Pg")
			b.swap(wide, "/ColSpan 2", "/ColSpan 1")
		}},
		{"caption last", "", swaps(table, refs(caption, tableHead, tableBody), refs(tableHead, tableBody, caption))},
		{"rows without sections", "", func(b *book) {
			b.swap(table, refs(caption, tableHead, tableBody), refs(caption, headRow, row1, row2))
			for _, row := range []int{headRow, row1, row2} {
				b.swap(row, "/P ", "/P "+refs(table)+" /Was ")
			}
		}},
		{"foot without body", "UA 7.2-13", swaps(table, refs(tableHead, tableBody), refs(tableBody))},
	} {
		t.Run(f.name, func(t *testing.T) {
			b := tiny(t)
			f.plant(b)
			if f.name == "foot without body" {
				b.swap(tableBody, "/S /TBody", "/S /TFoot")
			}
			found := check(t, b.classic()).Findings
			found = slices.DeleteFunc(found, func(f ua.Finding) bool { return strings.HasPrefix(f.Rule, "PDF 14.7.4") })
			if got := rules(found); got != f.rules {
				t.Errorf("found %q, want %q: %v", got, f.rules, found)
			}
		})
	}
}
