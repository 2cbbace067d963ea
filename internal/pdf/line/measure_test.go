package line_test

import (
	"math"
	"testing"

	"dossier/internal/pdf/line"
)

func TestALineIsAsHighAsItsLeadingOrItsLargestSize(t *testing.T) {
	tr := begin(t)
	large, mark, high := tr.regular, tr.regular, tr.regular
	large.Size = 30
	mark.Size, mark.Raise = 8, 4
	high.Size, high.Raise = 8, 40
	tests := []struct {
		name    string
		spans   []line.Span
		leading float64
		want    float64
	}{
		{"given", tr.plain("one"), 18, 18},
		{"not given", tr.plain("one"), 0, 1.35 * 12},
		{"not given, two sizes", []line.Span{{Text: "one ", Style: tr.regular}, {Text: "two", Style: large}}, 0, 1.35 * 30},
		{"larger than given", []line.Span{{Text: "one ", Style: tr.regular}, {Text: "two", Style: large}}, 18, 33},
		{"a mark changes nothing", []line.Span{{Text: "one", Style: tr.regular}, {Text: "1", Style: mark}}, 18, 18},
		{"an empty line", tr.plain("\none"), 18, 18},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			l := tr.Break(test.spans, line.Options{Width: 400, Leading: test.leading}).Lines[0]
			if math.Abs(l.Height-test.want) > 1e-9 {
				t.Errorf("height %.2f, want %.2f", l.Height, test.want)
			}
			if l.Baseline < 0.5*l.Height || l.Baseline > 0.9*l.Height {
				t.Errorf("baseline at %.2f of %.2f", l.Baseline, l.Height)
			}
		})
	}
	raised := tr.Break([]line.Span{{Text: "one", Style: tr.regular}, {Text: "1", Style: high}}, line.Options{Width: 400, Leading: 18}).Lines[0]
	if raised.Baseline < 40 || raised.Height < raised.Baseline {
		t.Errorf("what is raised leaves the line: baseline %.2f of %.2f", raised.Baseline, raised.Height)
	}
}

func TestTheBaselineIsCentredInTheLeading(t *testing.T) {
	tr := begin(t)
	narrow := tr.Break(tr.plain("one"), line.Options{Width: 400, Leading: 16}).Lines[0]
	wide := tr.Break(tr.plain("one"), line.Options{Width: 400, Leading: 26}).Lines[0]
	if d := wide.Baseline - narrow.Baseline; math.Abs(d-5) > 1e-9 {
		t.Errorf("10 points of leading move the baseline by %.2f, want 5", d)
	}
}

func TestHeightIsTheSumOfTheLines(t *testing.T) {
	tr := begin(t)
	text := tr.Break(tr.plain("one\ntwo\nthree"), line.Options{Width: 400, Leading: 17})
	if got := text.Height(); got != 51 {
		t.Errorf("height %.2f, want 51", got)
	}
	if got := tr.Break(nil, line.Options{Width: 400}).Height(); got != 0 {
		t.Errorf("height of nothing: %.2f", got)
	}
}

func TestLinesAreEvenAtTheirEdge(t *testing.T) {
	tr := begin(t)
	const width = 200.0
	w := tr.width("nnnnnnn")
	tests := []struct {
		name string
		o    line.Options
		want []float64 // of the lines' beginnings, from the edge of the column
	}{
		{"left", line.Options{}, []float64{0, 0}},
		{"right", line.Options{Align: line.Right}, []float64{width - w, width - w}},
		{"centre", line.Options{Align: line.Centre}, []float64{(width - w) / 2, (width - w) / 2}},
		{"hanging", line.Options{Hang: 20}, []float64{0, 20}},
		{"hanging, right", line.Options{Hang: 20, Align: line.Right}, []float64{width - w, width - w}},
		{"hanging, centre", line.Options{Hang: 20, Align: line.Centre}, []float64{(width - w) / 2, 20 + (width-20-w)/2}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			tr.Setter = line.New(tr.Document, nil)
			fresh := begin(t)
			test.o.Width = width
			text := fresh.Break(fresh.plain("nnnnnnn\nnnnnnnn"), test.o)
			text.Draw(fresh.a4(), fresh.paragraph(), 72, 72, 0, 2)
			marks := textAt(fresh.bytes())
			if len(marks) != 2 {
				t.Fatalf("%d runs, want 2", len(marks))
			}
			for i, want := range test.want {
				if got := marks[i].X - 72; math.Abs(got-want) > 0.01 {
					t.Errorf("line %d begins at %.2f, want %.2f", i, got, want)
				}
			}
		})
	}
}

func TestAHangingIndentNarrowsTheLinesAfterTheFirst(t *testing.T) {
	tr := begin(t)
	const width, hang = 300.0, 60.0
	text := tr.Break(tr.plain(prose), line.Options{Width: width, Hang: hang})
	if first := text.Lines[0].Width; first <= width-hang {
		t.Errorf("the first line is %.2f wide and could be wider than %.2f", first, width-hang)
	}
	for i, l := range text.Lines[1:] {
		if l.Width > width-hang {
			t.Errorf("line %d is %.2f wide", i+1, l.Width)
		}
	}
}
