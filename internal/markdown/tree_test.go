package markdown

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// plain is a text in no style.
func plain(s string) []Inline { return []Inline{{Text: s}} }

// paragraph is a paragraph of such a text, tight that of an item without space.
func paragraph(s string) Block { return Block{Inlines: plain(s)} }

func tight(s string) Block { return Block{Inlines: plain(s), Tight: true} }

func TestTreeHasEveryKindOfBlock(t *testing.T) {
	for _, tc := range []struct {
		name, text string
		r          Resolved
		want       []Block
	}{
		{"paragraph", "L'*anno*\n\"uno\"", Resolved{}, []Block{{Inlines: []Inline{{Text: "L’"}, {Text: "anno", Italic: true}, {Text: " «uno»"}}}}},
		{
			"headings", "## Uno {lang=en}\n\n###### Due",
			Resolved{HeadingIDs: []string{"a-uno", "a-due"}, BaseLevel: 1},
			[]Block{
				{Kind: BlockHeading, Level: 3, ID: "a-uno", Lang: "en", Inlines: plain("Uno")},
				{Kind: BlockHeading, Level: 6, ID: "a-due", Inlines: plain("Due")},
			},
		},
		{
			"lists", "3. a\n   - b\n4. c\n\n---\n\n- d\n\n- e",
			Resolved{},
			[]Block{
				{Kind: BlockList, Ordered: true, Start: 3, Items: []Item{
					{Blocks: []Block{tight("a"), {Kind: BlockList, Items: []Item{{Blocks: []Block{tight("b")}}}}}},
					{Blocks: []Block{tight("c")}},
				}},
				{Kind: BlockRule},
				{Kind: BlockList, Items: []Item{{Blocks: []Block{paragraph("d")}}, {Blocks: []Block{paragraph("e")}}}},
			},
		},
		{"quotation", "> a\n>\n> b", Resolved{}, []Block{{Kind: BlockQuote, Blocks: []Block{paragraph("a"), paragraph("b")}}}},
		{"notice", "> [!TIP]\n> a", Resolved{Labels: testLabels}, []Block{{Kind: BlockNotice, Notice: "tip", Title: "Consiglio", Blocks: []Block{paragraph("a")}}}},
		{
			"code", "```go\na \"b\"\n```\n\n    c\x1b",
			Resolved{},
			[]Block{{Kind: BlockCode, Text: "a \"b\"\n", Language: "go"}, {Kind: BlockCode, Text: "c\uFFFD\n"}},
		},
		{
			"table", "| a | b | c | |\n|---|:--|:-:|--:|\n| d | *e* | f | g |",
			Resolved{},
			[]Block{{
				Kind: BlockTable, Align: []Align{AlignNone, AlignLeft, AlignCentre, AlignRight},
				Head: []Cell{{plain("a"), true}, {plain("b"), true}, {plain("c"), true}, {nil, false}},
				Rows: [][]Cell{{{Inlines: plain("d")}, {Inlines: []Inline{{Text: "e", Italic: true}}}, {Inlines: plain("f")}, {Inlines: plain("g")}}},
			}},
		},
		{
			"definitions", "a\nb\n: c\n: d\n\ne\n\n: f",
			Resolved{},
			[]Block{{Kind: BlockDefinitions, Definitions: []Definition{
				{Terms: [][]Inline{plain("a"), plain("b")}, Descriptions: []Item{{[]Block{tight("c")}}, {[]Block{tight("d")}}}},
				{Terms: [][]Inline{plain("e")}, Descriptions: []Item{{[]Block{paragraph("f")}}}},
			}}},
		},
		{
			"figures", "![a](b.png)\n\n![c](<d e.png> \"Un \\\"f\\\"\")\n\n![g](h.png \"i\")",
			Resolved{Images: []Picture{{URL: "/b.png"}, {URL: "/d e.png", Alt: "j", Width: 2, Height: 1}}},
			[]Block{
				{Inlines: []Inline{{Image: &Illustration{Picture: Picture{URL: "/b.png", Alt: "a"}}}}},
				{
					Kind: BlockFigure, Caption: plain(`Un "f"`),
					Picture: &Illustration{Picture: Picture{URL: "/d%20e.png", Alt: "j", Width: 2, Height: 1}, Index: 1},
				},
				{Kind: BlockFigure, Inlines: plain("g"), Caption: plain("i")},
			},
		},
		{"raw HTML", "<div>\n\na<b>c</b>\n\n</div>\n\n<!-- d -->", Resolved{}, []Block{paragraph("ac")}},
		{"nothing", " \n", Resolved{}, nil},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if diff := cmp.Diff(tc.want, Tree([]byte(tc.text), "it", tc.r), cmpopts.EquateEmpty()); diff != "" {
				t.Errorf("tree (-want +got):\n%s", diff)
			}
		})
	}
}

func TestTreeHasEveryStyleOfText(t *testing.T) {
	file := &Hyperlink{URL: "/base/x%20y.pdf", Title: "Un «titolo»", Note: "PDF, 1,2 MB"}
	own := &Hyperlink{URL: "#p-due", Anchor: "p-due"}
	record := &Hyperlink{URL: "/en/x/", Lang: "en"}
	mail := &Hyperlink{URL: "mailto:a@b.it"}
	outside := &Hyperlink{URL: "https://a.example/%C3%A8", External: true}
	logo := &Illustration{Picture: Picture{URL: "l.png", Alt: ""}}
	logo.Decorative = true
	for _, tc := range []struct {
		name, text string
		r          Resolved
		want       []Inline
	}{
		{"nested", "a **b *c ~~d~~*** `e \"f\"`", Resolved{}, []Inline{
			{Text: "a "},
			{Text: "b ", Bold: true},
			{Text: "c ", Bold: true, Italic: true},
			{Text: "d", Bold: true, Italic: true, Strike: true},
			{Text: " "},
			{Text: `e "f"`, Code: true},
		}},
		{"like neighbours are one", "a [b]{.c} <i>d</i> &amp; \\* e", Resolved{}, []Inline{{Text: "a b d & * e"}}},
		{"line breaks", "a\\\n*b  \nc*\nd", Resolved{}, []Inline{
			{Text: "a"},
			{Break: true},
			{Text: "b", Italic: true},
			{Break: true, Italic: true},
			{Text: "c", Italic: true},
			{Text: " d"},
		}},
		{"spans", "[a *b*]{lang=fr #x} [c]{#y}[]{#z} [d]{#x} [[e]{lang=de}]{lang=en}[]{#w}", Resolved{Prefix: "p-"}, []Inline{
			{Text: "a ", Lang: "fr", ID: "p-x"},
			{Text: "b", Lang: "fr", Italic: true},
			{Text: " "},
			{Text: "c", ID: "p-y"},
			{Text: " d ", ID: "p-z"},
			{Text: "e", Lang: "de"},
			{ID: "p-w"},
		}},
		{
			"file with its note", `[a *b*](x.pdf 'Un "titolo"'){lang=en}c`,
			Resolved{Links: []Target{{URL: "/base/x y.pdf", Note: "PDF, 1,2 MB"}}},
			[]Inline{
				{Text: "a ", Lang: "en", Link: file},
				{Text: "b", Italic: true, Lang: "en", Link: file},
				{Text: " (PDF, 1,2 MB)", Lang: "en", Link: file},
				{Text: "c"},
			},
		},
		{"within the body", "[a](#due) <a@b.it> <https://a.example/è>", Resolved{Prefix: "p-"}, []Inline{
			{Text: "a", Link: own},
			{Text: " "},
			{Text: "a@b.it", Link: mail},
			{Text: " "},
			{Text: "https://a.example/è", Link: outside},
		}},
		{"title of a target", "[](@/x/y)", Resolved{Links: []Target{{URL: "/en/x/", Title: "Record", Lang: "en"}}}, []Inline{{Text: "Record", Lang: "en", Link: record}}},
		{"dead links", "[](@/x/y) [*a*](@/z) [b](c:d) [e](f.pdf)", Resolved{Links: []Target{{Title: "Record", Dead: true}}}, []Inline{
			{Text: "Record "},
			{Text: "a", Italic: true},
			{Text: " b e"},
		}},
		{"pictures", "a ![b](l.png) ![c *d*](m.png)", Resolved{Images: []Picture{{URL: "l.png", Decorative: true}}}, []Inline{
			{Text: "a "},
			{Image: logo},
			{Text: " c d"},
		}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			got := Tree([]byte(tc.text), "it", tc.r)
			if diff := cmp.Diff([]Block{{Inlines: tc.want}}, got, cmpopts.EquateEmpty()); diff != "" {
				t.Errorf("tree (-want +got):\n%s", diff)
			}
		})
	}
}

func TestTreeSharesALinkAmongItsTexts(t *testing.T) {
	line := Tree([]byte("[a *b*](c) [d](c)"), "it", Resolved{Links: []Target{{URL: "c"}, {URL: "c"}}})[0].Inlines
	if line[0].Link != line[1].Link || line[0].Link == line[3].Link {
		t.Errorf("links are not told apart: %+v", line)
	}
}

func TestTreePutsNotesWhereTheyAreFirstReferredTo(t *testing.T) {
	got := Tree([]byte("a[^x] b[^y][^x]\n\n[^x]: [c](c) d[^y]\n\n    e[^z]\n\n[^y]: [f](f)\n[^z]: g[^z]"), "it", Resolved{Links: []Target{{URL: "1"}, {URL: "2"}}})
	again := func(n int) Inline { return Inline{Note: &Footnote{Number: n}} }
	first := &Footnote{Number: 1, Blocks: []Block{
		{Inlines: []Inline{{Text: "c", Link: &Hyperlink{URL: "1"}}, {Text: " d"}, again(2)}},
		{Inlines: []Inline{{Text: "e"}, {Note: &Footnote{Number: 3, Blocks: []Block{{Inlines: []Inline{{Text: "g"}, again(3)}}}}}}},
	}}
	second := &Footnote{Number: 2, Blocks: []Block{{Inlines: []Inline{{Text: "f", Link: &Hyperlink{URL: "2"}}}}}}
	want := []Block{{Inlines: []Inline{{Text: "a"}, {Note: first}, {Text: " b"}, {Note: second}, again(1)}}}
	if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("tree (-want +got):\n%s", diff)
	}
}

// TestNotesInLinksAndPicturesFollowThem holds that no link lies in another, and
// that a note in a picture's text, which is an attribute, can be reached.
func TestNotesInLinksAndPicturesFollowThem(t *testing.T) {
	got := Tree([]byte("[a[^1] b](c) ![d[^2]](e.png \"f\")\n\n![d[^2]](e.png \"f\")\n\n[^1]: g\n[^2]: h"), "it",
		Resolved{Links: []Target{{URL: "c"}}, Images: []Picture{{URL: "e.png"}, {URL: "e.png"}}})
	link := &Hyperlink{URL: "c"}
	picture := func(i int) *Illustration {
		return &Illustration{Picture: Picture{URL: "e.png", Alt: "d"}, Index: i}
	}
	want := []Block{
		{Inlines: []Inline{
			{Text: "a b", Link: link},
			{Note: &Footnote{Number: 1, Blocks: []Block{paragraph("g")}}},
			{Text: " "},
			{Image: picture(0)},
			{Note: &Footnote{Number: 2, Blocks: []Block{paragraph("h")}}},
		}},
		{Kind: BlockFigure, Picture: picture(1), Caption: []Inline{{Text: "f"}, {Note: &Footnote{Number: 2}}}},
	}
	if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("tree (-want +got):\n%s", diff)
	}
}
