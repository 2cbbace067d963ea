package ua_test

var metadataFaults = []fault{
	{"no metadata", "UA 7.1-8", swaps(catalog, "/Metadata", "/Meta")},
	{"metadata of another type", "UA 7.1-8", swaps(metadata, "/Subtype /XML", "/Subtype /RDF")},
	{"metadata that cannot be decoded", "PDF 7.4", swaps(metadata, "/Subtype", "/Filter /FlateDecode /Subtype")},
	{"metadata not well-formed", "A2 6.6.2.1-4", says("</dc:title>", "</dc:titel>")},
	{"metadata without RDF", "A2 6.6.2.1-4", says("/1999/02/22-rdf-syntax-ns#", "/other")},
	{"metadata of two roots", "A2 6.6.2.1-4", says("</x:xmpmeta>", "</x:xmpmeta><x/>")},
	{"metadata with something other than descriptions", "A2 6.6.2.1-4", says("<rdf:Description rdf:about=\"\" xmlns:pdfaid", "<rdf:Other/><rdf:Description rdf:about=\"\" xmlns:pdfaid")},
	{"metadata not in UTF-8", "A2 6.6.2.1-5", says("A tiny", "A \xFFtiny")},
	{"header with bytes", "A2 6.6.2.1-2, A2 6.6.2.1-3", says("<?xpacket begin=\"\"", "<?xpacket begin=\"\" bytes=\"9\" encoding=\"UTF-8\"")},
	{"not PDF/UA", "UA 5-1", says("<pdfuaid:part>1</pdfuaid:part>", "")},
	{"PDF/A-3", "A2 6.6.4-2", says("pdfaid:part=\"2\"", "pdfaid:part=\"3\"")},
	{"conformance B", "A2 6.6.4-3", says("pdfaid:conformance=\"A\"", "pdfaid:conformance=\"B\"")},
	{"another prefix", "UA 5-3", func(b *book) {
		b.swapIn(metadata, "xmlns:pdfuaid", "xmlns:ua")
		b.swapIn(metadata, "<pdfuaid:part>1</pdfuaid:part>", "<ua:part>1</ua:part>")
	}},
	{"no title", "A2 6.6.3, UA 7.1-9", func(b *book) {
		b.swapIn(metadata, "A tiny document", "")
	}},
	{"title as a text", "A2 6.6.2.3.1-2, A2 6.6.3", says("<rdf:Alt><rdf:li xml:lang=\"it\">Un documento</rdf:li><rdf:li xml:lang=\"x-default\">A tiny document</rdf:li></rdf:Alt>", "Tiny")},
	{"another title", "A2 6.6.3", swaps(info, "(A tiny document)", "(A small document)")},
	{"another author", "A2 6.6.3", swaps(info, "(Ada, Bob)", "(Ada)")},
	{"a subject that the metadata lack", "A2 6.6.3", swaps(info, "/Author", "/Subject (Tests) /Author")},
	{"another date", "A2 6.6.3", swaps(info, "+01'00'", "+02'00'")},
	{"a date in words", "A2 6.6.3", swaps(info, "(D:20240229110000Z)", "(yesterday)")},
	{"a date in words in the metadata", "A2 6.6.2.3.1-2, A2 6.6.3", says("2024-02-29T11:00:00+00:00", "yesterday")},
	{"no extension schema", "A2 6.6.2.3.1-1", says("pdfaProperty:name=\"part\"", "pdfaProperty:name=\"amd\"")},
	{"extension schema without a prefix", "A2 6.6.2.3.3", says("<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>", "")},
	{"extension schema without a category", "A2 6.6.2.3.3", says("pdfaProperty:category=\"internal\"", "")},
	{"unknown property", "A2 6.6.2.3.1-1", says("pdf:Producer=\"tests\"", "pdf:Producer=\"tests\" pdf:Paper=\"A4\"")},
}
