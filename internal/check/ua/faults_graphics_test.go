package ua_test

import "fmt"

var annotationFaults = []fault{
	{"tab order", "UA 7.18.3-1", swaps(page1, "/Tabs /S", "")},
	{"link not in the tree", "UA 7.18.5, UA 7.18.5-1", swaps(link, fmt.Sprintf("<< /Type /OBJR /Obj %s >>", refs(linkNote)), "")},
	{"link within a paragraph", "UA 7.18.5-1", swaps(link, "/S /Link", "/S /Span")},
	{"link without a description", "UA 7.18.5-2", swaps(linkNote, "/Contents (this page)", "")},
	{"link without flags", "A2 6.3.2-1", swaps(linkNote, "/F 4", "")},
	{"link not printed", "A2 6.3.2-2", swaps(linkNote, "/F 4", "/F 0")},
	{"link not seen", "A2 6.3.2-2", swaps(linkNote, "/F 4", "/F 36")},
	{"link without a rectangle", "PDF 12.5.2", swaps(linkNote, "/Rect", "/Rectangle")},
	{"link without a number in its rectangle", "PDF 12.5.2", swaps(linkNote, "[72 ", "[/x ")},
	{"link without an address", "PDF 12.6.4.7", swaps(linkNote, "(https://example.org/)", "()")},
	{"link to nowhere", "PDF 12.5.6.5", swaps(linkNote, "/A <<", "/B <<")},
	{"link to an unknown name", "PDF 12.3.2", swaps(linkNote, "/A << /S /URI", "/Dest /nowhere /B << /S /URI")},
	{"link to a page that is none", "PDF 12.3.2", swaps(linkNote, "/S /URI", "/S /GoTo /D [1 0 R /Fit]")},
	{"link without its place in the parent tree", "PDF 14.7.4.4", swaps(linkNote, "/StructParent 2", "")},
	{"link with the place of another", "PDF 14.7.4.4", swaps(linkNote, "/StructParent 2", "/StructParent 0")},
	{"link of two elements", "PDF 14.7.4.3, PDF 14.7.4.4, UA 7.18.5-1", swaps(span, "/K [5]", fmt.Sprintf("/K [5 << /Type /OBJR /Obj %s >>]", refs(linkNote)))},
	{"two links at one place", "PDF 14.7.4.4", func(b *book) {
		again := b.add(b.objects[linkNote])
		b.swap(page1, "/Annots [", "/Annots ["+refs(again)+" ")
		b.swap(link, "/K [2", fmt.Sprintf("/K [2 << /Type /OBJR /Obj %s >>", refs(again)))
	}},
	{"movie", "A2 6.3.1-1, A2 6.3.3-1, UA 7.18.1-1", swaps(linkNote, "/Subtype /Link", "/Subtype /Movie")},
	{"text annotation without appearance", "A2 6.3.3-1, UA 7.18.1-1", swaps(linkNote, "/Subtype /Link", "/Subtype /Text")},
	{"text annotation with two appearances", "A2 6.3.3-2, UA 7.18.1-1, UA 7.18.1-2", func(b *book) {
		b.swap(linkNote, "/Subtype /Link", fmt.Sprintf("/Subtype /Text /AP << /N %s /D %s >>", refs(form), refs(form)))
		b.swap(linkNote, "/Contents", "/Words")
	}},
	{"field", "A2 6.3.3-1, A2 6.4.1-1, UA 7.18.1-3, UA 7.18.4-1", swaps(linkNote, "/Subtype /Link", "/Subtype /Widget")},
	{"hidden", "A2 6.3.2-2", swaps(linkNote, "/F 4", "/F 6")},
}

var graphicsFaults = []fault{
	{"colours of print", "A2 6.2.4.3-3", draws("0.1 0.2 0.3 rg", "0.1 0.2 0.3 0 k")},
	{"grey is covered", "", draws("0.1 0.2 0.3 rg", "0.5 g")},
	{"colours of print as a space", "A2 6.2.4.3-3", draws("0.1 0.2 0.3 rg", "/DeviceCMYK cs 0 0 0 0 sc")},
	{"colours of print with a substitute", "", func(b *book) {
		b.swap(page1, "/Font <<", "/ColorSpace << /DefaultCMYK [/ICCBased "+refs(icc)+"] >> /Font <<")
		b.swapIn(content, "0.1 0.2 0.3 rg", "0.1 0.2 0.3 0 k")
	}},
	{"spaces within spaces", "A2 6.2.4.3-3", spaceFault("[/Indexed [/Separation /Gold [/DeviceCMYK] << >>] 0 <00>]")},
	{"profile of a space", "", spaceFault("[/ICCBased " + refs(icc) + "]")},
	{"space without a profile", "PDF 8.6.5.5", spaceFault("[/ICCBased]")},
	{"space of a calibrated kind", "", spaceFault("[/CalRGB << >>]")},
	{"unknown space", "PDF 8.6.3", spaceFault("[/DeviceHSV]")},
	{"spaces too deep", "PDF 8.6", spaceFault("[/Pattern [/Pattern [/Pattern [/Pattern [/Pattern [/DeviceCMYK]]]]]]")},
	{"space not in the resources", "PDF 7.8.3", draws("0.1 0.2 0.3 rg", "/CS9 CS")},
	{"unknown rendering intent", "A2 6.2.6-1", draws("/Perceptual ri", "/Best ri")},
	{"unknown blend mode", "A2 6.2.10-1", swaps(state, "/Multiply", "/Blend")},
	{"unknown intent of a state", "A2 6.2.6-1", swaps(state, "/BM", "/RI /Best /BM")},
	{"transfer function", "A2 6.2.5-1", swaps(state, "/BM", "/TR /Identity /BM")},
	{"second transfer function", "A2 6.2.5-2", swaps(state, "/BM", "/TR2 /Identity /BM")},
	{"halftone", "A2 6.2.5-3, A2 6.2.5-4", swaps(state, "/BM", "/HTP [0 0] /HT << /HalftoneType 6 >> /BM")},
	{"colours of a soft mask", "A2 6.2.4.3-3", func(b *book) {
		group := b.add("%s", stream("/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Group << /S /Transparency /CS /DeviceCMYK >>", []byte("0 0 1 1 re f")))
		b.swap(state, "/SMask /None", "/SMask << /S /Luminosity /TR /Identity /G "+refs(group)+" >>")
	}},
	{"image interpolated", "A2 6.2.8-3", swaps(image, "/Width", "/Interpolate true /Width")},
	{"image with alternates", "A2 6.2.8-1", swaps(image, "/Width", "/Alternates [] /Width")},
	{"image with a proxy", "A2 6.2.8-2", swaps(image, "/Width", "/OPI << >> /Width")},
	{"image of 3 bits", "A2 6.2.8-4", swaps(image, "/BitsPerComponent 8", "/BitsPerComponent 3")},
	{"mask of 8 bits", "A2 6.2.8-5", swaps(image, "/Width", "/ImageMask true /Width")},
	{"image for print", "A2 6.2.4.3-3", swaps(image, "/DeviceRGB", "/DeviceCMYK")},
	{"intent of an image", "A2 6.2.6-1", swaps(image, "/Width", "/Intent /Best /Width")},
	{"mask of an image", "A2 6.2.8-3", func(b *book) {
		mask := b.add("%s", stream("/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray /Interpolate true", []byte("x")))
		b.swap(image, "/Width", "/SMask "+refs(mask)+" /Width")
	}},
	{"inline image interpolated", "A2 6.2.8-3", draws("/IM true ID", "/IM true /I true ID")},
	{"inline image packed by LZW", "A2 6.1.10-1", draws("/IM true ID", "/IM true /F /LZW ID")},
	{"inline image for print", "A2 6.2.4.3-3", draws("/IM true ID", "/CS /CMYK ID")},
	{"inline image without data", "A2 6.2.2-1, PDF 8.4.2, PDF 8.9.7", draws("/IM true ID \x80 EI EMC", "/IM true Q EI EMC q")},
	{"inline image without end", "PDF 14.6, PDF 14.7.4, PDF 8.4.2, PDF 8.9.7", draws(" EI EMC", " EMC")},
	{"form without an end", "PDF 8.4.2", func(b *book) { b.swapIn(form, "re f", "re f q") }},
	{"PostScript", "A2 6.2.9-3", swaps(form, "/Subtype /Form", "/Subtype /PS")},
	{"form as PostScript", "A2 6.2.9-1", swaps(form, "/BBox", "/Subtype2 /PS /BBox")},
	{"reference to another file", "UA 7.20-1", swaps(form, "/BBox", "/Ref << >> /BBox")},
	{"form within itself", "A2 6.2.2-2, PDF 8.10", func(b *book) { b.swapIn(form, "re f", "re f /Fm1 Do") }},
	{"form that cannot be decoded", "PDF 7.4", swaps(form, "/BBox", "/Filter /ASCII85Decode /BBox")},
	{"form of a colour space for print", "A2 6.2.4.3-3", swaps(form, "/BBox", "/Group << /S /Transparency /CS /DeviceCMYK >> /BBox")},
	{"page of a colour space for print", "A2 6.2.4.3-3", swaps(page2, "/Contents", "/Group << /S /Transparency /CS /DeviceCMYK >> /Contents")},
	{"shading for print", "A2 6.2.4.3-3", func(b *book) {
		b.swap(page1, "/Font <<", "/Shading << /S1 << /ShadingType 2 /ColorSpace /DeviceCMYK >> >> /Font <<")
		b.swapIn(content, "/Im1 Do", "/S1 sh")
	}},
	{"pattern for print", "A2 6.2.4.3-3", func(b *book) {
		b.swap(page1, "/Font <<", "/Pattern << /P1 << /PatternType 2 /Shading << /ShadingType 2 /ColorSpace /DeviceCMYK >> >> >> /Font <<")
		b.swapIn(content, "0.1 0.2 0.3 rg", "/Pattern cs /P1 scn")
	}},
	{"tile for print", "A2 6.2.4.3-3", func(b *book) {
		tile := b.add("%s", stream("/Type /Pattern /PatternType 1 /Resources << >>", []byte("0 0 0 1 K 0 0 1 1 re S")))
		b.swap(page1, "/Font <<", "/Pattern << /P1 "+refs(tile)+" >> /Font <<")
		b.swapIn(content, "0.1 0.2 0.3 rg", "/Pattern cs /P1 scn")
	}},
}

// spaceFault uses a colour space of the resources.
func spaceFault(space string) func(*book) {
	return func(b *book) {
		b.swap(page1, "/Font <<", "/ColorSpace << /CS1 "+space+" >> /Font <<")
		b.swapIn(content, "0.1 0.2 0.3 rg", "/CS1 cs")
	}
}
