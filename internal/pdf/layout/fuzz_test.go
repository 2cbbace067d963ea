package layout_test

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"dossier/internal/pdf"
	"dossier/internal/pdf/layout"
	"dossier/internal/pdf/line"
)

// source makes blocks of bytes. All its words are different and numbered in the
// order in which they are to be read.
type source struct {
	t     testing.TB
	doc   *pdf.Document
	data  []byte
	words int
	ids   int
	note  bool // in a note

	columns int // around
}

func (s *source) byte() int {
	if len(s.data) == 0 {
		return 0
	}
	b := s.data[0]
	s.data = s.data[1:]
	return int(b)
}

func (s *source) id() string {
	s.ids++
	return fmt.Sprint("id-", s.ids)
}

// text is a few words, now and then with characters that are not seen.
func (s *source) text(n int) string {
	odd := []string{" ", " ", " ", "  ", " \u00ad", "\u00a0", " \u200b", "\n", " é€ "}
	var b strings.Builder
	for range n {
		s.words++
		fmt.Fprintf(&b, "w%d;%s", s.words, odd[s.byte()%len(odd)])
	}
	return b.String()
}

func (s *source) spans() []layout.Span {
	var out []layout.Span
	for range 1 + s.byte()%3 {
		k := s.byte()
		n := k % 7
		if k > 240 {
			n = k
		}
		span := layout.Span{
			Text: s.text(n), Bold: k&8 != 0, Italic: k&16 != 0, Small: k&32 != 0, Code: k&65 == 65, Muted: k&128 != 0,
		}
		if k%11 == 1 {
			span.Lang = "it"
		}
		if k%13 == 2 && n > 0 {
			span.Link = &line.Link{To: pdf.Target{URL: "https://example.org/"}, Contents: "elsewhere"}
		}
		out = append(out, span)
		switch {
		case k%5 == 3:
			out = append(out, layout.Span{Break: true})
		case k%5 == 4 && (!s.note || k%3 == 0):
			out = append(out, s.mark())
		}
	}
	return out
}

func (s *source) mark() layout.Span {
	outer := s.note
	s.note = true
	n := &layout.Note{ID: s.id()}
	out := layout.Span{Text: "*", Note: n}
	n.Blocks = s.list(6)
	s.note = outer
	return out
}

func (s *source) list(depth int) []layout.Block {
	var out []layout.Block
	for n := s.byte() % 4; n > 0; n-- {
		out = append(out, s.block(depth))
	}
	return out
}

func (s *source) items(depth int) []layout.Item {
	var out []layout.Item
	for n := s.byte() % 4; n > 0; n-- {
		it := layout.Item{}
		if s.byte()%2 == 0 {
			it.Label = s.spans()
		}
		it.Blocks = s.list(depth)
		out = append(out, it)
	}
	return out
}

func (s *source) row(n int) []layout.Cell {
	var out []layout.Cell
	for range n {
		out = append(out, layout.Cell{Spans: s.spans(), Head: s.byte()%4 == 0})
	}
	return out
}

func (s *source) table() layout.Block {
	columns := s.byte() % 5
	if s.columns > 0 {
		columns %= 2
	}
	b := layout.Table{Align: []line.Align{line.Left, line.Right}, Small: columns == 3}
	if s.byte()%2 == 0 {
		b.Caption = s.spans()
	}
	if s.byte()%3 > 0 {
		b.Head = s.row(columns)
	}
	for n := s.byte() % 6; n > 0; n-- {
		b.Rows = append(b.Rows, s.row(columns))
	}
	return b
}

func (s *source) figure() layout.Block {
	k := s.byte()
	b := layout.Figure{Align: line.Align(k % 3), Width: float64(k * 3), MaxHeight: float64(k * 2)}
	if k%2 == 0 {
		b.Alt = "a picture"
	}
	if k%3 == 0 {
		b.Image = photo(s.t, s.doc, 20, 20+k)
	} else {
		b.Drawing = drawing(s.t)
	}
	if k%5 > 2 {
		b.Caption = s.spans()
	}
	return b
}

// block is a block, no deeper than the given depth of 7.
func (s *source) block(depth int) layout.Block {
	k := s.byte()
	if depth >= 7 {
		k %= 8
	}
	red := pdf.Colour{R: 0xaa}
	switch k % 20 {
	case 0, 1, 2:
		return layout.Paragraph{Spans: s.spans(), Align: line.Align(k % 3), Tight: k&16 != 0, Size: float64(k&32) / 16}
	case 3:
		return s.heading(k)
	case 4:
		return layout.Space{Height: float64(k * 4), Fill: k > 100}
	case 5:
		return layout.Rule{}
	case 6:
		return s.figure()
	case 7:
		return layout.Modules{Size: 5, Width: float64(k * 4), Alt: "a code", Black: func(x, y int) bool { return (x+y)%2 == 0 }}
	case 8:
		return layout.List{Ordered: k&64 != 0, Plain: k&128 != 0, Items: s.items(depth + 1)}
	case 9:
		return layout.Definitions{Width: float64(k&64) * 2, Rules: k&128 != 0, Items: s.items(depth + 1)}
	case 10:
		return s.table()
	case 11:
		return layout.Callout{Title: s.text(k & 3), Blocks: s.list(depth + 1)}
	case 12:
		return layout.Quote{Blocks: s.list(depth + 1), Lang: "de"}
	case 13:
		return layout.Code{Text: s.text(k)}
	case 14:
		return layout.Box{Edge: &red, Fill: &red, Bar: &red, Padding: float64(k), Blocks: s.list(depth + 1)}
	case 15:
		if s.columns > 0 { // further ones would be narrower than a letter
			return layout.Keep{Blocks: s.list(depth + 1)}
		}
		s.columns++
		defer func() { s.columns-- }()
		b := layout.Columns{Widths: []float64{float64(k), 80}, Gap: float64(k & 32), Middle: k&64 != 0}
		for range 1 + s.byte()%3 {
			b.Cells = append(b.Cells, s.list(depth+1))
		}
		return b
	case 16:
		return layout.PageBreak{}
	case 17:
		return layout.Keep{Blocks: s.list(depth + 1)}
	case 18:
		return layout.Sect{Tag: pdf.Sect, Lang: "fr", Blocks: s.list(depth + 1)}
	case 19:
		if s.columns == 0 {
			return layout.Contents{Depth: k % 7}
		}
	}
	return layout.Rule{}
}

func (s *source) heading(k int) layout.Block {
	return layout.Heading{
		Level: k%8 - 1, ID: s.id(), Spans: s.spans(), Page: k%16 == 3, Unlisted: k%32 == 3, Size: float64(k&4) / 2,
		Short: "entry", // so that contents do not repeat the words
	}
}

var word = regexp.MustCompile(`w\d+;`)

// styles that documents of all sizes are set in.
func styles(k int) layout.Style {
	s := a4()
	switch k % 4 {
	case 1:
		s.Height = 350
	case 2:
		s.Width, s.Height, s.Size = 440, 400, 8
	case 3:
		s.Size = 17
	}
	return s
}

func FuzzSet(f *testing.F) {
	for i := range 80 {
		seed := make([]byte, 40+i*15)
		x := uint32(i + 1)
		for j := range seed {
			x = x*1664525 + 1013904223
			seed[j] = byte(x >> 24)
		}
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 4000 {
			return
		}
		s := source{t: t, data: data}
		style := styles(s.byte())
		got := compose(t, style, nil, func(doc *pdf.Document) []layout.Block {
			s.doc = doc
			var out []layout.Block
			for len(s.data) > 0 {
				out = append(out, s.block(0))
			}
			return append(out, para(s.text(1)))
		})
		got.inMargins(t, style)
		readOnce(t, &got, s.words)
		if !slices.IsSorted(got.Blocks) {
			t.Errorf("blocks stand on pages %v", got.Blocks)
		}
	})
}

// readOnce fails the test unless the words are read one after the other. A word
// may be broken where a line is narrower than it is.
func readOnce(t *testing.T, s *set, words int) {
	t.Helper()
	next := 1
	for _, w := range word.FindAllString(strings.Join(strings.Fields(s.report.Text()), ""), -1) {
		if w != fmt.Sprintf("w%d;", next) {
			t.Fatalf("%s is read where w%d is expected", w, next)
		}
		next++
	}
	if next != words+1 {
		t.Fatalf("w%d is never read", next)
	}
}

func TestTheSameBlocksGiveTheSameBytes(t *testing.T) {
	once := compose(t, a4(), frame, func(doc *pdf.Document) []layout.Block { return every(t, doc) })
	again := compose(t, a4(), frame, func(doc *pdf.Document) []layout.Block { return every(t, doc) })
	if !bytes.Equal(once.data, again.data) {
		t.Error("two documents of the same blocks differ")
	}
}
