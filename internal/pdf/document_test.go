package pdf_test

import (
	"bytes"
	"encoding/xml"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/internal/pdf"
)

func TestTheSameCallsGiveTheSameBytes(t *testing.T) {
	if !bytes.Equal(whole(t), whole(t)) {
		t.Error("two documents drawn alike differ")
	}
	tr := begin(t)
	tr.element(tr.a4(), pdf.P, pdf.Attributes{})
	if !bytes.Equal(tr.bytes(), tr.bytes()) {
		t.Error("a document written twice differs")
	}
}

func TestAnotherTextGivesAnotherID(t *testing.T) {
	id := func(text string) string {
		tr := begin(t)
		tr.write(tr.a4().Tagged(tr.Root().Child(pdf.P, pdf.Attributes{})), 72, 72, text)
		return regexp.MustCompile(`/ID\[<([0-9A-F]{32})>`).FindStringSubmatch(string(tr.bytes()))[1]
	}
	if one, other := id("one"), id("eno"); one == other {
		t.Errorf("both %s", one)
	}
}

func TestTheFileSaysWhatReadersNeed(t *testing.T) {
	data := whole(t)
	r := read(t, data)
	for path, want := range map[string]any{
		"ViewerPreferences/DisplayDocTitle": true,
		"MarkInfo/Marked":                   true,
		"MarkInfo/Suspects":                 nil,
		"Lang":                              str("en"),
		"PageMode":                          name("UseOutlines"),
		"OutputIntents/0/S":                 name("GTS_PDFA1"),
		"Pages/Kids/0/Tabs":                 name("S"),
		"Pages/Kids/0/StructParents":        0.0,
		"Pages/Kids/1/StructParents":        1.0,
		"Pages/Kids/0/Group":                nil,
		"Pages/Kids/1/Group/CS":             name("DeviceRGB"),
		"StructTreeRoot/ParentTreeNextKey":  5.0,
	} {
		if got := r.at(path); got != want {
			t.Errorf("%s: got %v, want %v", path, got, want)
		}
	}
	if r.trailer["Encrypt"] != nil {
		t.Error("encrypted")
	}
	if !bytes.HasPrefix(data, []byte("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")) {
		t.Errorf("begins with %q", data[:16])
	}
}

func TestAShortDocumentOpensWithoutTheOutline(t *testing.T) {
	tr := begin(t)
	p := tr.a4()
	p.Anchor("top", 0, 0)
	tr.element(p, pdf.H1, pdf.Attributes{})
	tr.Outline(1, "Top", "top")
	r := read(t, tr.bytes())
	if mode := r.at("PageMode"); mode != nil {
		t.Errorf("PageMode %v", mode)
	}
}

// packet is what the tests read of the metadata.
type packet struct {
	Title       string   `xml:"RDF>Description>title>Alt>li"`
	Author      string   `xml:"RDF>Description>creator>Seq>li"`
	Subject     string   `xml:"RDF>Description>description>Alt>li"`
	Words       []string `xml:"RDF>Description>subject>Bag>li"`
	Language    string   `xml:"RDF>Description>language>Bag>li"`
	Keywords    string   `xml:"RDF>Description>Keywords"`
	Producer    string   `xml:"RDF>Description>Producer"`
	Creator     string   `xml:"RDF>Description>CreatorTool"`
	Created     string   `xml:"RDF>Description>CreateDate"`
	Modified    string   `xml:"RDF>Description>ModifyDate"`
	Part        []string `xml:"RDF>Description>part"`
	Conformance string   `xml:"RDF>Description>conformance"`
}

func (r *reader) metadata() packet {
	r.t.Helper()
	var p packet
	if err := xml.Unmarshal(r.content(r.at("Metadata")), &p); err != nil {
		r.t.Fatal(err)
	}
	return p
}

func TestMetadataAndInformationAgree(t *testing.T) {
	r := read(t, whole(t))
	want := packet{
		Title: "Leave for mothers & fathers – “all” of it", Author: "ŽENY, o.p.s.", Subject: "Rights (2024)",
		Words: []string{"leave", "maternità"}, Language: "en", Keywords: "leave, maternità",
		Producer: "trial 1", Creator: "trial 1",
		Created: "2024-02-29T00:00:00+00:00", Modified: "2024-02-29T00:00:00+00:00",
		Part: []string{"2", "1"}, Conformance: "A",
	}
	if diff := cmp.Diff(want, r.metadata()); diff != "" {
		t.Error(diff)
	}
	for key, value := range map[string]string{
		"Title": want.Title, "Author": want.Author, "Subject": want.Subject, "Keywords": want.Keywords,
		"Creator": want.Creator, "Producer": want.Producer,
		"CreationDate": "D:20240229000000+00'00'", "ModDate": "D:20240229000000+00'00'",
	} {
		if got := text(r.in(r.trailer["Info"], key)); got != value {
			t.Errorf("%s: got %q, want %q", key, got, value)
		}
	}
}

func TestWhatIsNotKnownIsNotSaid(t *testing.T) {
	tr := begin(t)
	tr.element(tr.a4(), pdf.P, pdf.Attributes{})
	r := read(t, tr.bytes())
	if diff := cmp.Diff(packet{Title: "Trial", Language: "en", Part: []string{"2", "1"}, Conformance: "A"}, r.metadata()); diff != "" {
		t.Error(diff)
	}
	for _, key := range []string{"Author", "Subject", "Keywords", "Creator", "Producer", "CreationDate", "ModDate"} {
		if got := text(r.in(r.trailer["Info"], key)); got != "" {
			t.Errorf("%s: %q", key, got)
		}
	}
}

func TestTextsOfAnyKindComeThrough(t *testing.T) {
	for given, want := range map[string]string{
		"Rights (all) \\ of\rthem": "Rights (all) \\ of them",
		"tab\tand\x00zero":         "tab and zero",
		"Zażółć 𝒳 (é)\\":           "Zażółć 𝒳 (é)\\",
		"<b> & \"quotes\"":         "<b> & \"quotes\"",
		"č\u010d \u0d0a \u280d":    "č\u010d \u0d0a \u280d",
		"cut \xff off":             "cut \ufffd off",
	} {
		tr := beginWith(t, pdf.Info{Title: given, Lang: "en", Keywords: []string{"", "\n"}})
		tr.element(tr.a4(), pdf.P, pdf.Attributes{})
		r := read(t, tr.bytes())
		if got := text(r.in(r.trailer["Info"], "Title")); got != want {
			t.Errorf("%q: information says %q", given, got)
		}
		if got := r.metadata(); got.Title != want || got.Words != nil {
			t.Errorf("%q: metadata say %q, %q", given, got.Title, got.Words)
		}
	}
}

func TestManyObjectsArePackedIntoSeveralStreams(t *testing.T) {
	tr := begin(t)
	for range 3 {
		p := tr.a4()
		for i := range 150 {
			e := tr.Root().Child(pdf.P, pdf.Attributes{})
			tr.write(p.Tagged(e), 72, 20+5*float64(i), "word")
		}
	}
	data := tr.bytes()
	if n := bytes.Count(data, []byte("/Type/ObjStm")); n != 3 {
		t.Errorf("%d object streams", n)
	}
	r := read(t, data)
	if words := strings.Count(r.report.Text(), "word"); words != 450 {
		t.Errorf("%d words", words)
	}
	for n := 1; n <= 3; n++ {
		if pieces := strings.Count(r.drawn(n), "/MCID "); pieces != 150 {
			t.Errorf("page %d: %d pieces", n, pieces)
		}
	}
}

func TestThePagesAreCounted(t *testing.T) {
	tr := begin(t)
	p, q := tr.a4(), tr.NewPage(300, 200)
	w, h := q.Size()
	got := []any{tr.Pages(), p.Number(), q.Number(), tr.Page(2) == q, w, h}
	if diff := cmp.Diff([]any{2, 1, 2, true, 300.0, 200.0}, got); diff != "" {
		t.Error(diff)
	}
}

func TestTheColourProfileIsWhole(t *testing.T) {
	r := read(t, whole(t))
	profile := r.content(r.at("OutputIntents/0/DestOutputProfile"))
	size := int(profile[0])<<24 | int(profile[1])<<16 | int(profile[2])<<8 | int(profile[3])
	if size != len(profile) || string(profile[12:24]) != "mntrRGB XYZ " || string(profile[36:40]) != "acsp" {
		t.Errorf("%d bytes, says %d; %q", len(profile), size, profile[:40])
	}
	for i := range int(profile[131]) {
		entry := profile[132+12*i:]
		at := int(entry[6])<<8 | int(entry[7])
		length := int(entry[10])<<8 | int(entry[11])
		if at%4 != 0 || at < 132 || at+length > len(profile) {
			t.Errorf("tag %q at %d, %d bytes", entry[:4], at, length)
		}
	}
}
