package pdf_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/internal/pdf"
)

func TestTheWholeIsReadInOrder(t *testing.T) {
	want := `
Document
  H1
    "Leave for mothers and fathers"
  P
    "AVAuthority gives"
    Link
      "the rules"
      "of leave"
    "to all"
    Reference
      "1"
    Note
      P
        "A note at the foot"
    ", in short; see"
    Link
      "the table"
    Span Lang="fr"
      "congé"
  L ListNumbering=Decimal
    LI
      Lbl
        "1"
      LBody
        "first"
    LI
      Lbl
        "2"
      LBody
        "second"
  P
    "a paragraph that goes on"
    "on the next page"
  Table
    Caption
      "Weeks"
    THead
      TR
        TH Scope=Column
          "Who"
        TH Scope=Column
          "Weeks"
    TBody
      TR
        TH Scope=Row
          "Mothers"
        TD
          "20"
        TD
  Figure Alt="A disc"
  Figure Alt="A gradient"
`
	if diff := cmp.Diff(strings.TrimSpace(want), strings.TrimSpace(read(t, whole(t)).report.Structure())); diff != "" {
		t.Error(diff)
	}
}

// TestOrder draws and joins elements in several orders; what is read follows the
// order of first drawing or joining.
func TestOrder(t *testing.T) {
	cases := []struct {
		what string
		draw func(tr *trial, p, q *pdf.Page)
		want string
		n    int // marked contents on the first page
	}{
		{"an element that goes on has one marked content", func(tr *trial, p, _ *pdf.Page) {
			e := tr.Root().Child(pdf.P, pdf.Attributes{})
			tr.write(p.Tagged(e), 0, 10, "one ")
			tr.write(p.Tagged(e), 0, 20, "two")
		}, `P ( "one two" )`, 1},
		{"an artifact in between parts it", func(tr *trial, p, _ *pdf.Page) {
			e := tr.Root().Child(pdf.P, pdf.Attributes{})
			tr.write(p.Tagged(e), 0, 10, "one ")
			tr.write(p.Artifact(pdf.Layout), 0, 10, "rule")
			tr.write(p.Tagged(e), 0, 20, "two")
		}, `P ( "one" "two" )`, 2},
		{"a child that joins in between stands in between", func(tr *trial, p, _ *pdf.Page) {
			e := tr.Root().Child(pdf.P, pdf.Attributes{})
			tr.write(p.Tagged(e), 0, 10, "one")
			kid := e.Child(pdf.Span, pdf.Attributes{Lang: "it"})
			kid.Join()
			tr.write(p.Tagged(e), 0, 20, "three")
			tr.write(p.Tagged(kid), 0, 15, "two")
		}, `P ( "one" Span Lang="it" ( "two" ) "three" )`, 3},
		{"pages may be drawn by turns", func(tr *trial, p, q *pdf.Page) {
			e := tr.Root().Child(pdf.P, pdf.Attributes{})
			tr.write(p.Tagged(e), 0, 10, "one ")
			tr.write(q.Tagged(e), 0, 10, "two ")
			tr.write(p.Tagged(e), 0, 20, "three ")
			tr.write(q.Tagged(e), 0, 20, "four")
		}, `P ( "one" "two" "three" "four" )`, 2},
		{"who joins first is first", func(tr *trial, p, _ *pdf.Page) {
			a, b := tr.Root().Child(pdf.P, pdf.Attributes{}), tr.Root().Child(pdf.Sect, pdf.Attributes{})
			b.Join()
			tr.write(p.Tagged(a), 0, 10, "later")
			tr.write(p.Tagged(b.Child(pdf.P, pdf.Attributes{})), 0, 20, "first")
			b.Join()
		}, `Sect ( P ( "first" ) ) P ( "later" )`, 2},
		{"who neither draws nor joins is not there", func(tr *trial, p, _ *pdf.Page) {
			tr.Root().Child(pdf.Sect, pdf.Attributes{}).Child(pdf.P, pdf.Attributes{})
			p.Tagged(tr.Root().Child(pdf.P, pdf.Attributes{})).Glyphs(tr.Font(tr.face), 9, black, 0, 0, nil)
			tr.write(p.Tagged(tr.Root().Child(pdf.P, pdf.Attributes{})), 0, 10, "alone")
		}, `P ( "alone" )`, 1},
		{"attributes may be known later", func(tr *trial, p, _ *pdf.Page) {
			e := tr.Root().Child(pdf.P, pdf.Attributes{Lang: "it"})
			tr.write(p.Tagged(e), 0, 10, "w")
			e.Set(pdf.Attributes{Lang: "fr", Actual: "spoken"})
		}, `P Lang="fr" ActualText="spoken" ( "w" )`, 1},
	}
	for _, c := range cases {
		t.Run(c.what, func(t *testing.T) {
			tr := begin(t)
			p, q := tr.a4(), tr.a4()
			c.draw(tr, p, q)
			r := read(t, tr.bytes())
			if got := flat(r.report.Structure()); got != "Document ( "+c.want+" )" {
				t.Errorf("\n got %s\nwant %s", got, c.want)
			}
			if n := strings.Count(r.drawn(1), "/MCID "); n != c.n {
				t.Errorf("%d marked contents, want %d", n, c.n)
			}
		})
	}
}

// flat writes a tree on one line, with brackets in the place of indents.
func flat(tree string) string {
	var b strings.Builder
	depth := 0
	for line := range strings.Lines(tree) {
		text := strings.TrimLeft(line, " ")
		at := (len(line) - len(text)) / 2
		for ; depth < at; depth++ {
			b.WriteString("( ")
		}
		for ; depth > at; depth-- {
			b.WriteString(") ")
		}
		b.WriteString(strings.TrimSpace(text) + " ")
	}
	return b.String() + strings.TrimSuffix(strings.Repeat(") ", depth), " ")
}

func TestAFigureSaysWhereItIs(t *testing.T) {
	tr := begin(t)
	p := tr.NewPage(400, 300)
	e := tr.Root().Child(pdf.Figure, pdf.Attributes{Alt: "A word", BBox: &pdf.Rect{X: 10, Y: 20, W: 100, H: 50}})
	tr.write(p.Tagged(e), 10, 60, "word")
	r := read(t, tr.bytes())
	got := r.at("StructTreeRoot/K/K/0/A/BBox")
	if diff := cmp.Diff([]any{10.0, 230.0, 110.0, 280.0}, got); diff != "" {
		t.Error(diff)
	}
}

func TestElementsAreFoundByID(t *testing.T) {
	tr := begin(t)
	p := tr.a4()
	for _, id := range []string{"zeta", "alpha", "mü"} {
		tr.element(p, pdf.Note, pdf.Attributes{ID: id})
	}
	r := read(t, tr.bytes())
	names := r.list(r.at("StructTreeRoot"), "IDTree/Names")
	var got []any
	for i := 0; i < len(names); i += 2 {
		if id := r.in(names[i+1], "ID"); id != names[i] {
			t.Errorf("%v leads to %v", names[i], id)
		}
		got = append(got, names[i])
	}
	if diff := cmp.Diff([]any{str("alpha"), str("mü"), str("zeta")}, got); diff != "" {
		t.Error(diff)
	}
}

func TestACellSaysHowFarItReaches(t *testing.T) {
	tr := begin(t)
	p := tr.a4()
	row := tr.Root().Child(pdf.Table, pdf.Attributes{}).Child(pdf.TR, pdf.Attributes{})
	tr.write(p.Tagged(row.Child(pdf.TH, pdf.Attributes{Scope: "Both", ColSpan: 2, RowSpan: 1})), 0, 10, "head")
	tr.write(p.Tagged(row.Child(pdf.TD, pdf.Attributes{RowSpan: 3})), 0, 20, "cell")
	tr.write(p.Tagged(row.Child(pdf.TD, pdf.Attributes{ColSpan: 1})), 0, 20, "cell")
	data, err := tr.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	r := open(t, data) // the table is not regular: the checker would tell
	got := []any{}
	for _, cell := range r.list(r.at("StructTreeRoot/K/K/0/K/0"), "K") {
		got = append(got, r.in(cell, "A"))
	}
	type attributes = map[string]any
	want := []any{
		attributes{"O": name("Table"), "Scope": name("Both"), "ColSpan": 2.0},
		attributes{"O": name("Table"), "RowSpan": 3.0},
		nil,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
