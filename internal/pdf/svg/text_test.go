package svg_test

import (
	"testing"

	"dossier/internal/pdf/svg"
)

// plain is an upright text of the usual size and colour.
func plain(x, y float64, text string) svg.Text {
	return svg.Text{X: x, Y: y, Size: 16, String: text, Anchor: "start"}
}

func with(text svg.Text, change func(*svg.Text)) svg.Text {
	change(&text)
	return text
}

func TestTexts(t *testing.T) {
	for inside, want := range map[string][]svg.Text{
		`<text>A</text>`:                                                                                               {plain(0, 0, "A")},
		`<text x="5" y="10%">A &amp; B</text>`:                                                                         {plain(5, 10, "A & B")},
		`<text x="5" y="9" dx="1" dy="-1">A</text>`:                                                                    {plain(6, 8, "A")},
		"<text>\n  A  B\t<!-- -->C\u00a0\u00a0D\n</text>":                                                              {plain(0, 0, "A B C\u00a0\u00a0D")},
		"<text xml:space=\"preserve\"> A\n B </text>":                                                                  {plain(0, 0, " A  B ")},
		`<text xml:space="preserve"><tspan xml:space="default"> A </tspan></text>`:                                     {plain(0, 0, "A")},
		`<text x="1" y="2">A<tspan x="3" y="4">B</tspan><tspan x="5">C</tspan></text>`:                                 {plain(1, 2, "A"), plain(3, 4, "B"), plain(5, 4, "C")},
		`<text x="1" y="2">A<tspan x="1" dy="1.5em">B</tspan></text>`:                                                  {plain(1, 2, "A"), plain(1, 26, "B")},
		"<text x=\"1\">\n<tspan x=\"1\" dy=\"9\">A</tspan>\n<tspan x=\"1\" dy=\"9\">B</tspan>\n</text>":                {plain(1, 9, "A"), plain(1, 18, "B")},
		`<text><tspan y="7" dx="2">A</tspan></text>`:                                                                   {plain(2, 7, "A")},
		`<text>A <tspan>B</tspan> <a href="https://example.org">C</a> D</text>`:                                        {plain(0, 0, "A B C D")},
		`<text>A<tspan fill="black">B</tspan><title>T</title></text>`:                                                  {plain(0, 0, "AB")},
		`<text>A<tspan fill="red"> </tspan>B</text>`:                                                                   {plain(0, 0, "A B")},
		`<text transform="translate(4 5)">A</text>`:                                                                    {plain(4, 5, "A")},
		`<text font-weight="600">A</text>`:                                                                             {with(plain(0, 0, "A"), func(t *svg.Text) { t.Bold = true })},
		`<g font-weight="bold"><text font-weight="500">A</text></g>`:                                                   {plain(0, 0, "A")},
		`<g font-weight="bolder" font-style="oblique"><text style="font-weight:normal;font-style:normal">A</text></g>`: {plain(0, 0, "A")},
		`<text font-style="italic">A</text>`:                                                                           {with(plain(0, 0, "A"), func(t *svg.Text) { t.Italic = true })},
		`<text text-anchor="end" fill="red">A</text>`:                                                                  {with(plain(0, 0, "A"), func(t *svg.Text) { t.Anchor, t.Colour.R = "end", 255 })},
		`<text text-anchor="middle" stroke="none">A</text>`:                                                            {with(plain(0, 0, "A"), func(t *svg.Text) { t.Anchor = "middle" })},
		`<text y="9" dominant-baseline="middle">A</text>`:                                                              {plain(0, 13, "A")},
		`<text y="9" dominant-baseline="auto">A</text>`:                                                                {plain(0, 9, "A")},
		`<text font-size="20">A</text>`:                                                                                {with(plain(0, 0, "A"), func(t *svg.Text) { t.Size = 20 })},
		`<g font-size="20"><text font-size="2em">A</text></g>`:                                                         {with(plain(0, 0, "A"), func(t *svg.Text) { t.Size = 40 })},
		`<text font-size="x-large">A</text>`:                                                                           {with(plain(0, 0, "A"), func(t *svg.Text) { t.Size = 24 })},
		`<text font-size="150%" font-family="Arial">A</text>`:                                                          {with(plain(0, 0, "A"), func(t *svg.Text) { t.Size = 24 })},
		`<text font-size="20" x="1em" dy="1em">A</text>`:                                                               {with(plain(20, 20, "A"), func(t *svg.Text) { t.Size = 20 })},
		`<text style="font:italic bold 12px/1.5 serif">A</text>`:                                                       {with(plain(0, 0, "A"), func(t *svg.Text) { t.Size, t.Bold, t.Italic = 12, true, true })},
		`<text style="font:normal 700 small Arial">A</text>`:                                                           {with(plain(0, 0, "A"), func(t *svg.Text) { t.Size, t.Bold = 13, true })},
		`<text style="font-weight:bold;font:20px Arial">A</text>`:                                                      {with(plain(0, 0, "A"), func(t *svg.Text) { t.Size = 20 })},
		`<text x="2" y="3" transform="translate(4 5) scale(2)">A</text>`:                                               {with(plain(8, 11, "A"), func(t *svg.Text) { t.Size = 32 })},
		`<text x="2" y="3" transform="rotate(30) scale(2) rotate(-30)">A</text>`:                                       {with(plain(4, 6, "A"), func(t *svg.Text) { t.Size = 32 })},
		`<text transform="scale(0)">A</text><text transform="scale(1 0)">B</text>`:                                     nil,
	} {
		var got []svg.Text
		for _, s := range parse(t, drawing(inside)).Shapes {
			got = append(got, *s.Text)
		}
		if diff := differ(want, got); diff != "" {
			t.Errorf("%s\n%s", inside, diff)
		}
	}
}
