package layout_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/internal/pdf"
	"dossier/internal/pdf/layout"
	"dossier/internal/pdf/line"
	"dossier/internal/pdf/svg"
)

// lines is a paragraph of n lines.
func lines(n int) layout.Paragraph {
	var spans []layout.Span
	for i := range n {
		if i > 0 {
			spans = append(spans, layout.Span{Break: true})
		}
		spans = append(spans, layout.Span{Text: fmt.Sprintf("line %d", i+1)})
	}
	return layout.Paragraph{Spans: spans, Tight: true}
}

// tenLines is a style with room for ten lines of 20 points and not an eleventh.
func tenLines() layout.Style {
	s := a4()
	s.Width, s.Height = 400, 305
	s.Top, s.Bottom, s.Left, s.Right = 50, 50, 50, 50
	s.Size, s.Leading = 10, 2
	return s
}

func TestEveryKindOfBlockIsSetAsTheRulesAsk(t *testing.T) {
	got := compose(t, a4(), frame, func(doc *pdf.Document) []layout.Block { return every(t, doc) })
	if got.Pages != 7 || len(got.Headings) != 5 || got.report.Notes != 2 {
		t.Errorf("%d pages, %d headings, %d notes", got.Pages, len(got.Headings), got.report.Notes)
	}
	for i, h := range got.report.HeadingsAt {
		if h.Page != got.Headings[i].Page || h.Level != got.Headings[i].Level {
			t.Errorf("heading %+v is said to be %+v", h, got.Headings[i])
		}
	}
	if !slices.IsSorted(got.Blocks) || got.Blocks[0] != 1 || got.Blocks[9] != 2 {
		t.Errorf("blocks begin on pages %v", got.Blocks)
	}
}

func TestParagraphsLeaveTwoLinesOnEitherSideOfAPageBreak(t *testing.T) {
	for before := range 10 {
		for _, length := range []int{2, 3, 4, 5, 12} {
			var list []layout.Block
			for range before {
				list = append(list, layout.Paragraph{Spans: span("before"), Tag: pdf.Div, Tight: true})
			}
			got := compose(t, tenLines(), nil, blocks(append(list, lines(length))...))
			for _, n := range got.lines("P") {
				if n == 1 {
					t.Errorf("%d lines after %d stand %v", length, before, got.lines("P"))
				}
			}
		}
	}
}

func TestHeadingsStandWithTheFirstLinesOfWhatFollows(t *testing.T) {
	for before := range 10 {
		list := []layout.Block{}
		for range before {
			list = append(list, layout.Paragraph{Spans: span("before"), Tag: pdf.Div, Tight: true})
		}
		list = append(list, layout.Heading{Level: 1, Spans: span("One")}, layout.Heading{Level: 2, Spans: span("Two")}, lines(6))
		got := compose(t, tenLines(), nil, blocks(list...))
		for i, p := range got.pages {
			if heads := len(p.baselines("H1")) + len(p.baselines("H2")); heads > 0 && (heads != 2 || len(p.baselines("P")) < 2) {
				t.Errorf("%d lines before: page %d has %d headings and %d lines of text", before, i+1, heads, len(p.baselines("P")))
			}
		}
	}
}

func TestAParagraphThatAnnouncesStaysWithWhatItAnnounces(t *testing.T) {
	for before := range 10 {
		list := []layout.Block{}
		for range before {
			list = append(list, layout.Paragraph{Spans: span("before"), Tag: pdf.Div, Tight: true})
		}
		list = append(list, layout.Paragraph{Spans: span("as follows: "), Tag: pdf.BlockQuote}, lines(4))
		got := compose(t, tenLines(), nil, blocks(list...))
		for i, p := range got.pages {
			if len(p.baselines("BlockQuote")) > 0 && len(p.baselines("P")) == 0 {
				t.Errorf("%d lines before: page %d ends with an announcement", before, i+1)
			}
		}
	}
}

func TestATightParagraphBelongsToTheHeadingBelow(t *testing.T) {
	space := func(tight bool) float64 {
		got := compose(t, a4(), nil, blocks(
			layout.Paragraph{Spans: span("Chapter 1"), Tight: tight}, layout.Heading{Level: 1, Spans: span("Title")}, para("text"),
		))
		return got.pages[0].baselines("H1")[0] - got.pages[0].baselines("P")[0]
	}
	if tight, loose := space(true), space(false); tight > loose-10 {
		t.Errorf("the heading stands %.1f below a tight paragraph, %.1f below another", tight, loose)
	}
}

func TestHeadingLevelsLeaveNothingOut(t *testing.T) {
	var list []layout.Block
	for i, level := range []int{3, 6, 0, 9, 4, 2} {
		list = append(list, layout.Heading{Level: level, Spans: span(fmt.Sprint("heading ", i))})
	}
	list = append(list, layout.Heading{Level: 1, Spans: span(" ")})
	got := compose(t, a4(), nil, blocks(list...))
	var levels []int
	for _, h := range got.Headings {
		levels = append(levels, h.Level)
	}
	if want := []int{1, 2, 1, 2, 3, 2}; !slices.Equal(levels, want) {
		t.Errorf("levels are %v, want %v", levels, want)
	}
}

func TestContentsTellThePagesOfTheHeadingsThatFollow(t *testing.T) {
	list := []layout.Block{layout.Heading{Level: 1, ID: "title", Spans: span("Title")}, layout.Contents{Depth: 2}}
	var want []string
	for i := range 60 {
		name := fmt.Sprintf("Chapter %d of the guide %s", i, strings.Repeat("that says more ", i%9))
		list = append(list, layout.Heading{Level: 2 + i%2, ID: name, Spans: span(name)}, para(words(i*7)))
	}
	list = append(list, layout.Heading{Level: 2, ID: "no", Spans: span("Hidden"), Unlisted: true})
	got := compose(t, a4(), nil, blocks(list...))
	for _, h := range got.Headings[1:] {
		if h.Level == 2 && h.ID != "no" {
			want = append(want, fmt.Sprint(h.Text, h.Page))
		}
	}
	text := squeezed(got.report.Text())
	at := 0
	for _, w := range want {
		i := strings.Index(text[at:], squeezed(w))
		if i < 0 {
			t.Fatalf("contents do not say %q in its place", w)
		}
		at += i + len(squeezed(w))
	}
	if rest := text[at:]; strings.Contains(text[:at], "Hidden") || !strings.Contains(rest, squeezed(words(7))) {
		t.Error("contents list what they should not")
	}
}

// squeezed is text without spaces.
func squeezed(text string) string { return strings.Join(strings.Fields(text), "") }

func TestTableHeadsStandOnEveryPageAndAreReadOnce(t *testing.T) {
	var rows [][]layout.Cell
	for i := range 90 {
		rows = append(rows, cells(fmt.Sprint("row ", i), words(i%20)))
	}
	got := compose(t, a4(), nil, blocks(layout.Table{Head: cells("Name", "Words"), Rows: rows}))
	if got.Pages < 3 {
		t.Fatalf("%d pages", got.Pages)
	}
	for i, p := range got.pages {
		first := p.marks[0]
		if read := first.tag != ""; read != (i == 0) || first.y > a4().Top+30 {
			t.Errorf("page %d begins with %+v", i+1, first)
		}
	}
	if n := strings.Count(got.report.Text(), "Name"); n != 1 {
		t.Errorf("the head is read %d times", n)
	}
}

func TestARowHigherThanAPageIsSplit(t *testing.T) {
	row := []layout.Cell{{Spans: span(words(900)), Head: true}, {Spans: span(words(2500))}, {}}
	style := a4()
	got := compose(t, style, nil, blocks(
		para(words(300)),
		layout.Table{Head: cells("One", "Two", "Three"), Rows: [][]layout.Cell{row, cells("after", "it")}},
	))
	got.inMargins(t, style)
	if n := len(got.pages[0].baselines("TD")); n < 10 {
		t.Errorf("%d lines of the row stand on the first page", n)
	}
	if text := got.report.Text(); !strings.Contains(squeezed(text), squeezed(words(900)+words(2500)+"after")) {
		t.Error("the row is not read cell by cell")
	}
}

func TestTableColumnsAreAsWideAsTheirContentAsks(t *testing.T) {
	for name, tc := range map[string]struct {
		rows [][]layout.Cell
		want []float64 // where the columns begin, as shares of the width
	}{
		"little is stretched": {[][]layout.Cell{cells("aaaa", "aaaa")}, []float64{0.01, 0.13}},
		"long text leaves room for short": {
			[][]layout.Cell{cells(words(300), "0432 555 000", "a short remark here")}, []float64{0.01, 0.75, 0.87},
		},
		"words too long are broken": {
			[][]layout.Cell{cells(strings.Repeat("a", 300), strings.Repeat("b", 300), "cc")}, []float64{0.01, 0.49, 0.96},
		},
	} {
		style := a4()
		got := compose(t, style, nil, blocks(layout.Table{Rows: tc.rows}))
		var at []float64
		for _, m := range got.pages[0].read() {
			share := (m.x - style.Left) / (style.Width - style.Left - style.Right)
			if n := len(at); n == 0 || share > at[n-1]+0.01 {
				at = append(at, share)
			}
		}
		if !slices.EqualFunc(at, tc.want, func(a, b float64) bool { return a > b-0.02 && a < b+0.02 }) {
			t.Errorf("%s: columns begin at %.2f, want %.2f", name, at, tc.want)
		}
		got.inMargins(t, style)
	}
}

func TestTablesWithoutBodyOrTextAreStillRight(t *testing.T) {
	for name, tc := range map[string]struct {
		table layout.Table
		want  string
	}{
		"head alone":    {layout.Table{Head: cells("One", "Two")}, "OneTwo"},
		"caption alone": {layout.Table{Caption: span("Caption"), Rows: [][]layout.Cell{cells("", " ")}}, "Caption"},
		"no head":       {layout.Table{Rows: [][]layout.Cell{cells("a", ""), cells("", "b", "c"), nil}}, "abc"},
		"nothing":       {layout.Table{Head: cells(""), Rows: [][]layout.Cell{nil, cells("")}}, ""},
	} {
		got := compose(t, a4(), nil, blocks(tc.table, para("end")))
		if text := squeezed(got.report.Text()); text != tc.want+"end" {
			t.Errorf("%s: read as %q", name, text)
		}
	}
}

func TestANoteStandsAtTheFootOfThePageOfItsMark(t *testing.T) {
	style := a4()
	note := &layout.Note{ID: "n", Blocks: []layout.Block{para("The note.")}}
	got := compose(t, style, nil, blocks(
		para(words(200)), layout.Paragraph{Spans: []layout.Span{{Text: "Marked"}, {Text: "1", Note: note}, {Text: " and on."}}}, para(words(1200)),
	))
	var foot mark
	for _, m := range got.pages[0].read() {
		if m.y > foot.y {
			foot = m
		}
	}
	if foot.size > 0.9*style.Size || foot.y < style.Height-style.Bottom-15 {
		t.Errorf("the last line of the first page is %+v", foot)
	}
	if text := got.report.Text(); !strings.Contains(squeezed(text), "Marked11Thenote.andon.") {
		t.Errorf("the note is not read at its mark: %.200s", text)
	}
	got.inMargins(t, style)
}

func TestANoteLongerThanAPageGoesOnAtTheFootOfTheNext(t *testing.T) {
	style := a4()
	deep := &layout.Note{ID: "deep", Blocks: []layout.Block{para("A note in the note.")}}
	note := &layout.Note{ID: "n", Blocks: []layout.Block{
		layout.Heading{Level: 4, Spans: span("In the note")},
		layout.Contents{},
		layout.Paragraph{Spans: []layout.Span{{Text: words(2000)}, {Text: "2", Note: deep}}},
		layout.Table{Rows: [][]layout.Cell{cells(words(900), words(2000))}},
	}}
	again := &layout.Note{ID: "again", Blocks: []layout.Block{layout.Rule{}}}
	empty := &layout.Note{ID: "empty", Blocks: []layout.Block{para("")}}
	got := compose(t, style, nil, blocks(
		layout.Paragraph{Spans: []layout.Span{
			{Text: "Marked"},
			{Text: "1", Note: note},
			{Text: "once"},
			{Text: "1", Note: note},
			{Text: "3", Note: again},
			{Text: "4", Note: empty},
			{Text: "5", Raised: true},
			{Text: words(400)},
		}}, para(words(4000)),
	))
	got.inMargins(t, style)
	if got.report.Notes != 3 {
		t.Errorf("%d notes", got.report.Notes)
	}
	for i, p := range got.pages[:len(got.pages)-1] {
		if body := len(p.baselines("P")); body == 0 {
			t.Errorf("page %d has nothing", i+1)
		}
	}
	if text := squeezed(got.report.Text()); strings.Count(text, "Anoteinthenote.") != 1 || !strings.HasPrefix(text, "Marked11Inthenote") {
		t.Errorf("read as %.200s", text)
	}
}

func TestAPlaceInAListStaysWithItsText(t *testing.T) {
	for before := range 10 {
		var list []layout.Block
		for range before {
			list = append(list, layout.Paragraph{Spans: span("before"), Tag: pdf.Div, Tight: true})
		}
		items := []layout.Item{{Blocks: []layout.Block{lines(3)}}, {Blocks: []layout.Block{lines(4)}}}
		got := compose(t, tenLines(), nil, blocks(append(list, layout.List{Ordered: true, Items: items})...))
		for i, p := range got.pages {
			for _, label := range p.baselines("Lbl") {
				if !slices.Contains(p.baselines("P"), label) {
					t.Errorf("%d lines before: on page %d no text stands beside the number at %.1f", before, i+1, label)
				}
			}
		}
	}
}

func TestListsSayWhatTheirMarksAre(t *testing.T) {
	item := func(text string) layout.Item { return layout.Item{Blocks: []layout.Block{para(text)}} }
	labelled := layout.Item{Label: span("March"), Blocks: []layout.Block{para("came")}}
	for name, tc := range map[string]struct {
		list layout.Block
		want string
	}{
		"bullets":           {layout.List{Items: []layout.Item{item("a"), {}, item("b")}}, "•a•b"},
		"numbers":           {layout.List{Ordered: true, Items: []layout.Item{item("a"), item("b")}}, "1.a2.b"},
		"numbers from nine": {layout.List{Ordered: true, Start: 9, Items: []layout.Item{item("a"), item("b")}}, "9.a10.b"},
		"nested": {
			layout.List{Items: []layout.Item{{Blocks: []layout.Block{para("a"), layout.List{Items: []layout.Item{item("b")}}}}}}, "•a◦b",
		},
		"no marks":          {layout.List{Plain: true, Items: []layout.Item{item("a"), item("b")}}, "ab"},
		"labels":            {layout.List{Plain: true, Items: []layout.Item{labelled}}, "Marchcame"},
		"label alone":       {layout.Definitions{Items: []layout.Item{{Label: span("March")}, labelled}}, "MarchMarchcame"},
		"label of nothing":  {layout.Definitions{Items: []layout.Item{{Label: span("March"), Blocks: []layout.Block{para("")}}}}, "March"},
		"label beside":      {layout.Definitions{Width: 60, Rules: true, Items: []layout.Item{labelled, {}, labelled}}, "MarchcameMarchcame"},
		"tall label":        {layout.Definitions{Width: 40, Items: []layout.Item{{Label: span(strings.Repeat("word ", 30)), Blocks: []layout.Block{para("a")}}}}, strings.Repeat("word", 30) + "a"},
		"an empty list":     {layout.List{Items: []layout.Item{{}}}, ""},
		"label over a rule": {layout.Definitions{Width: 60, Items: []layout.Item{{Label: span("three words here"), Blocks: []layout.Block{layout.Rule{}}}}}, "threewordshere"},
	} {
		got := compose(t, a4(), nil, blocks(tc.list, para("end")))
		if text := squeezed(got.report.Text()); text != tc.want+"end" {
			t.Errorf("%s: read as %q, want %q", name, text, tc.want+"end")
		}
	}
}

func TestSpaceThatFillsPushesToTheFoot(t *testing.T) {
	style := tenLines()
	foot := style.Height - style.Bottom
	got := compose(t, style, nil, blocks(para("top"), layout.Space{Fill: true}, para("foot"), layout.PageBreak{}, layout.Space{Height: 40}, para("next")))
	first := got.pages[0].baselines("P")
	if last := first[len(first)-1]; last < foot-10 || last > foot {
		t.Errorf("the last line stands at %.1f, the margin begins at %.1f", last, foot)
	}
	if y := got.pages[1].baselines("P")[0]; y < style.Top+45 || y > style.Top+60 {
		t.Errorf("space after a page break is lost: %.1f", y)
	}
	if want := []int{1, 1, 1, 2, 2, 2}; !slices.Equal(got.Blocks, want) {
		t.Errorf("blocks begin on pages %v, want %v", got.Blocks, want)
	}
}

func TestWhatIsKeptTogetherMovesToTheNextPage(t *testing.T) {
	fill := pdf.Colour{R: 0xee, G: 0xee, B: 0xee}
	for name, b := range map[string]layout.Block{
		"keep":    layout.Keep{Blocks: []layout.Block{lines(3), lines(3)}},
		"box":     layout.Box{Fill: &fill, Blocks: []layout.Block{lines(3), lines(3)}},
		"callout": layout.Callout{Edge: fill, Fill: fill, Blocks: []layout.Block{lines(6)}},
		"columns": layout.Columns{Cells: [][]layout.Block{{lines(6)}, {lines(2)}, {}}},
	} {
		style := tenLines()
		got := compose(t, style, nil, blocks(layout.Paragraph{Spans: lines(5).Spans, Tag: pdf.Div}, b))
		if n := got.lines("P"); !slices.Equal(n, []int{0, 6}) && !slices.Equal(n, []int{0, 8}) {
			t.Errorf("%s: %v lines stand on the pages", name, n)
		}
		got.inMargins(t, style)
	}
}

func TestWhatIsHigherThanAPageIsSplit(t *testing.T) {
	fill := pdf.Colour{R: 0xee, G: 0xee, B: 0xee}
	for name, b := range map[string]layout.Block{
		"keep":    layout.Keep{Blocks: []layout.Block{lines(30)}},
		"box":     layout.Box{Fill: &fill, Edge: &fill, Padding: 12, Blocks: []layout.Block{lines(30)}},
		"callout": layout.Callout{Title: "Title", Edge: fill, Fill: fill, Blocks: []layout.Block{lines(30)}},
		"columns": layout.Columns{Cells: [][]layout.Block{{lines(30)}, {lines(12), lines(4)}}},
		"quote":   layout.Quote{Blocks: []layout.Block{lines(30)}},
		"nested": layout.Columns{Cells: [][]layout.Block{
			{layout.Columns{Cells: [][]layout.Block{{lines(30)}, {layout.Callout{Fill: fill, Blocks: []layout.Block{lines(13)}}}}}}, {lines(3)},
		}},
	} {
		style := tenLines()
		got := compose(t, style, nil, blocks(layout.Paragraph{Spans: lines(4).Spans, Tag: pdf.Div, Tight: true}, b))
		n := got.lines("P")
		if len(n) < 4 || n[0] == 0 {
			t.Errorf("%s: %v lines stand on the pages", name, n)
		}
		got.inMargins(t, style)
	}
}

func TestColumnsStandBesideOneAnotherAndAreReadInOrder(t *testing.T) {
	style := tenLines()
	got := compose(t, style, nil, blocks(layout.Columns{
		Widths: []float64{2, 1}, Gap: 30, Middle: true,
		Cells: [][]layout.Block{{para("one"), para("two"), para("three")}, {para("four")}},
	}))
	m := got.pages[0].read()
	if want := style.Left + (300-30)*2.0/3 + 30; m[3].x < want-1 || m[3].x > want+1 {
		t.Errorf("the second column begins at %.1f, want %.1f", m[3].x, want)
	}
	if m[3].y < m[0].y+10 || m[3].y > m[2].y {
		t.Errorf("the second column is not in the middle: %.1f", m[3].y)
	}
	if text := squeezed(got.report.Text()); text != "onetwothreefour" {
		t.Errorf("read as %q", text)
	}
}

func TestFiguresFitThePageAndHaveTheirText(t *testing.T) {
	style := a4()
	for name, tc := range map[string]struct {
		figure layout.Figure
		want   pdf.Rect // of the picture
	}{
		"natural size":   {layout.Figure{Alt: "Alt"}, pdf.Rect{X: 57, Y: 62, W: 225, H: 90}},
		"width":          {layout.Figure{Alt: "Alt", Width: 150}, pdf.Rect{X: 57, Y: 62, W: 150, H: 60}},
		"too wide":       {layout.Figure{Width: 900}, pdf.Rect{X: 57, Y: 62, W: 481, H: 192.4}},
		"too high":       {layout.Figure{Alt: "Alt", MaxHeight: 30}, pdf.Rect{X: 57, Y: 62, W: 75, H: 30}},
		"in the middle":  {layout.Figure{Alt: "Alt", Align: line.Centre, Caption: span("Caption")}, pdf.Rect{X: 185, Y: 62, W: 225, H: 90}},
		"on the right":   {layout.Figure{Align: line.Right, Caption: span("Caption")}, pdf.Rect{X: 313, Y: 62, W: 225, H: 90}},
		"as an artifact": {layout.Figure{Width: 75}, pdf.Rect{X: 57, Y: 62, W: 75, H: 30}},
	} {
		got := compose(t, style, nil, func(doc *pdf.Document) []layout.Block {
			tc.figure.Image = photo(t, doc, 300, 120)
			return []layout.Block{tc.figure, para("end")}
		})
		a := got.pages[0].images[0]
		if d := (pdf.Rect{X: a.X - tc.want.X, Y: a.Y - tc.want.Y, W: a.W - tc.want.W, H: a.H - tc.want.H}); max(d.X, -d.X, d.Y, -d.Y, d.W, -d.W, d.H, -d.H) > 0.6 {
			t.Errorf("%s: the picture covers %.1f, want %.1f", name, a, tc.want)
		}
	}
	for _, alt := range []string{"", "Alt"} {
		got := compose(t, style, nil, blocks(layout.Figure{Drawing: drawing(t), Alt: alt, Width: 200}, para("end")))
		if read := strings.Contains(got.report.Text(), "end") && len(got.pages[0].read()) > 1; read != (alt != "") {
			t.Errorf("with Alt %q the drawing is read: %v", alt, read)
		}
	}
	got := compose(t, style, nil, blocks(layout.Figure{Alt: "None", Caption: span("told")}, layout.Modules{}, para("end")))
	if text := squeezed(got.report.Text()); text != "toldend" {
		t.Errorf("a figure without a picture is read as %q", text)
	}
}

func TestLinesOfDrawingsHaveTheirEndsAndCorners(t *testing.T) {
	d, err := svg.Parse([]byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50"><g fill="none" stroke="red" stroke-width="2">
<path d="M10 10 L50 40 L90 10"/><path d="M10 10h9" stroke-linecap="round" stroke-linejoin="round"/><path d="M10 10h9" stroke-linecap="square" stroke-miterlimit="8"/></g></svg>`))
	if err != nil {
		t.Fatal(err)
	}
	edge := pdf.Colour{}
	got := compose(t, a4(), nil, blocks(layout.Figure{Drawing: d, Alt: "Lines", Width: 200}, layout.Box{Edge: &edge, Blocks: []layout.Block{para("end")}}))
	want := []string{"0.5 w", "4 w", "4 M", "1 J", "1 j", "2 J", "0 j", "8 M"} // the box is drawn first
	if diff := cmp.Diff(want, got.pages[0].pens); diff != "" {
		t.Error(diff)
	}
}

func TestModulesAreBlackSquaresInTheirPlaces(t *testing.T) {
	black := func(x, y int) bool { return (x*x+y*3)%5 < 2 || y == 3 }
	style := a4()
	got := compose(t, style, nil, blocks(layout.Modules{Size: 9, Width: 85, Alt: "A code", Black: black, Align: line.Right}))
	areas := got.pages[0].areas
	ground, unit := areas[0], 85.0/17
	if ground.X+ground.W < 537.9 || ground.W != 85 {
		t.Errorf("the ground is %.1f", ground)
	}
	for y := range 9 {
		for x := range 9 {
			cx, cy := ground.X+(float64(x)+4.5)*unit, ground.Y+(float64(y)+4.5)*unit
			covered := 0
			for _, a := range areas[1:] {
				if cx > a.X && cx < a.X+a.W && cy > a.Y && cy < a.Y+a.H {
					covered++
				}
			}
			if want := black(x, y); covered != map[bool]int{true: 1}[want] {
				t.Errorf("module %d, %d is covered %d times, black is %v", x, y, covered, want)
			}
		}
	}
}

func TestFrameIsToldWhereItIs(t *testing.T) {
	var told []string
	compose(t, tenLines(), func(f layout.Furniture) {
		told = append(told, fmt.Sprintf("%d/%d %s", f.Number, f.Pages, f.Running))
	}, blocks(
		para("cover"), layout.PageBreak{}, layout.Heading{Level: 1, Number: "1", Spans: span("First chapter")}, lines(12),
		layout.Heading{Level: 2, Spans: span("Second"), Running: "Two", Page: true, Short: "2nd"}, lines(2),
		layout.PageBreak{}, layout.PageBreak{}, layout.Heading{Level: 2, Spans: span("Silent")},
	))
	if want := []string{"1/5 ", "2/5 1 First chapter", "3/5 1 First chapter", "4/5 Two", "5/5 Two"}; !slices.Equal(told, want) {
		t.Errorf("told %q, want %q", told, want)
	}
}

func TestADocumentOfNothingHasAPage(t *testing.T) {
	doc := newDocument()
	got, err := layout.Set(doc, a4(), []layout.Block{layout.Space{Height: 4}, layout.Paragraph{}, layout.Quote{}, layout.Code{}}, nil)
	if err != nil || got.Pages != 1 || !slices.Equal(got.Blocks, []int{1, 1, 1, 1}) {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestAStyleThatLeavesNoRoomIsRefused(t *testing.T) {
	small, bare := a4(), a4()
	small.Height = 200
	bare.Faces = layout.Faces{}
	for _, style := range []layout.Style{small, bare, {}} {
		if _, err := layout.Set(newDocument(), style, nil, nil); err == nil {
			t.Errorf("no error for %g × %g", style.Width, style.Height)
		}
	}
}

func TestWhatAStyleLeavesOutIsDerived(t *testing.T) {
	full := a4()
	style := layout.Style{Width: full.Width, Height: full.Height, Faces: layout.Faces{Regular: full.Faces.Regular}}
	got := compose(t, style, nil, blocks(
		layout.Heading{Level: 1, Spans: span("Big")}, layout.Paragraph{Spans: []layout.Span{{Text: "text", Bold: true, Italic: true}}},
	))
	if m := got.pages[0].read(); m[0].size != 23 || m[1].size != 11.5 {
		t.Errorf("sizes are %g and %g", m[0].size, m[1].size)
	}
}
