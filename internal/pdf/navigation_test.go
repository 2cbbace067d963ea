package pdf_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/internal/pdf"
)

func TestLinksLeadWhereTheySay(t *testing.T) {
	tr := begin(t)
	p, q := tr.NewPage(400, 300), tr.NewPage(500, 600)
	q.Anchor("there", 30, 40)
	link := tr.Root().Child(pdf.P, pdf.Attributes{}).Child(pdf.LinkTag, pdf.Attributes{})
	tr.write(p.Tagged(link), 10, 20, "there")
	p.Link(link, pdf.Rect{X: 10, Y: 20, W: 100, H: 12}, pdf.Target{Anchor: "there"}, "Over there")
	q.Link(link, pdf.Rect{X: 10, Y: 20, W: 100, H: 12}, pdf.Target{URL: "https://example.org/ž (1)?a=b#c"}, "Žena")
	r := read(t, tr.bytes())
	a, b := r.page(1, "Annots/0"), r.page(2, "Annots/0")
	for _, c := range []struct {
		got, want any
	}{
		{r.in(a, "Rect"), []any{10.0, 268.0, 110.0, 280.0}},
		{r.in(b, "Rect"), []any{10.0, 568.0, 110.0, 580.0}},
		{r.in(a, "Dest"), []any{r.at("Pages").(map[string]any)["Kids"].([]any)[1], name("XYZ"), 30.0, 560.0, nil}},
		{r.in(a, "A"), nil},
		{r.in(b, "A/URI"), str("https://example.org/%C5%BE%20(1)?a=b#c")},
		{r.in(b, "Dest"), nil},
		{text(r.in(a, "Contents")), "Over there"},
		{text(r.in(b, "Contents")), "Žena"},
		{r.in(a, "Border"), []any{0.0, 0.0, 0.0}},
		{r.in(a, "F"), 4.0},
		{[]any{r.in(a, "StructParent"), r.in(b, "StructParent")}, []any{2.0, 3.0}},
		{r.in(r.at("StructTreeRoot/ParentTree"), "Nums/7/S"), name("Link")},
	} {
		if diff := cmp.Diff(c.want, c.got); diff != "" {
			t.Error(diff)
		}
	}
}

// outline writes the outline as lines: title, and how many entries are open
// below it (negative: would be).
func (r *reader) outline(item any, indent string) string {
	var b strings.Builder
	parent := item
	for at := r.in(parent, "First"); at != nil; at = r.in(at, "Next") {
		fmt.Fprintf(&b, "%s%s", indent, text(r.in(at, "Title")))
		if n := r.in(at, "Count"); n != nil {
			fmt.Fprintf(&b, " %v", n)
		}
		b.WriteString("\n" + r.outline(at, indent+"  "))
		if r.in(at, "Next") == nil && text(r.in(parent, "Last/Title")) != text(r.in(at, "Title")) {
			r.t.Errorf("%s is not the last", text(r.in(at, "Title")))
		}
	}
	return b.String()
}

func TestOutline(t *testing.T) {
	cases := []struct {
		what   string
		levels []int
		count  float64
		want   string
	}{
		{"flat", []int{1, 1}, 2, "A\nB\n"},
		{"nested", []int{1, 2, 2, 1, 2}, 2, "A -2\n  B\n  C\nD -1\n  E\n"},
		{"levels skip", []int{1, 3, 2, 1}, 2, "A -2\n  B\n  C\nD\n"},
		{"begins deep", []int{3, 2, 1}, 3, "A\nB\nC\n"},
		{"one at the top is open", []int{1, 2, 3, 2}, 3, "A 2\n  B -1\n    C\n  D\n"},
	}
	for _, c := range cases {
		t.Run(c.what, func(t *testing.T) {
			tr := begin(t)
			p := tr.a4()
			p.Anchor("here", 5, 41.89)
			tr.element(p, pdf.P, pdf.Attributes{})
			for i, level := range c.levels {
				tr.Outline(level, string(rune('A'+i)), "here")
			}
			r := read(t, tr.bytes())
			if got := r.outline(r.at("Outlines"), ""); got != c.want {
				t.Errorf("got\n%swant\n%s", got, c.want)
			}
			if got := r.at("Outlines/Count"); got != c.count {
				t.Errorf("%v entries are seen, want %v", got, c.count)
			}
			if y := r.at("Outlines/First/Dest/3"); y != 800.0 {
				t.Errorf("leads to %v", y)
			}
		})
	}
}

func TestPageLabels(t *testing.T) {
	type label = map[string]any
	cases := []struct {
		what  string
		label func(d *pdf.Document)
		want  []any
	}{
		{"none asked for", func(*pdf.Document) {}, []any{0.0, label{"S": name("D")}}},
		{"roman, then from one", func(d *pdf.Document) {
			d.PageLabels(3, pdf.Decimal, "", 1)
			d.PageLabels(1, pdf.RomanLower, "", 1)
		}, []any{0.0, label{"S": name("r")}, 2.0, label{"S": name("D")}}},
		{
			"from the second page only", func(d *pdf.Document) { d.PageLabels(2, pdf.NoNumber, "Cover", 1) },
			[]any{0.0, label{"S": name("D")}, 1.0, label{"P": str("Cover")}},
		},
		{"the later one holds", func(d *pdf.Document) {
			d.PageLabels(1, pdf.Decimal, "", 1)
			d.PageLabels(1, pdf.Decimal, "A-", 7)
		}, []any{0.0, label{"S": name("D"), "P": str("A-"), "St": 7.0}}},
	}
	for _, c := range cases {
		t.Run(c.what, func(t *testing.T) {
			tr := begin(t)
			tr.element(tr.a4(), pdf.P, pdf.Attributes{})
			c.label(tr.Document)
			if diff := cmp.Diff(c.want, read(t, tr.bytes()).at("PageLabels/Nums")); diff != "" {
				t.Error(diff)
			}
		})
	}
}
