package line_test

import (
	"bytes"
	"compress/zlib"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"dossier/internal/check/ua"
	"dossier/internal/pdf"
)

// height is that of the pages of a trial.
const height = 841.89

var (
	textBegin = regexp.MustCompile(`BT ([-\d.]+) ([-\d.]+) Td`)
	linkArea  = regexp.MustCompile(`/Rect ?\[ ?([-\d.]+) ([-\d.]+) ([-\d.]+) ([-\d.]+)\]`)
	filled    = regexp.MustCompile(`([-\d.]+) ([-\d.]+) ([-\d.]+) ([-\d.]+) re\n`)
	letterVe  = regexp.MustCompile(`(?m)^<[0-9A-F]{4}><0432>$`)
)

// report reads a file as a stranger would. A file that breaks a rule fails the
// test.
func report(t testing.TB, data []byte) ua.Report {
	t.Helper()
	r, err := ua.Check(data)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range r.Findings {
		t.Errorf("%s, page %d: %s", f.Rule, f.Page, f.What)
	}
	return r
}

// tree is the structure tree of a file, a line for an element or a piece of
// text, indented by depth.
func tree(t testing.TB, data []byte) []string {
	t.Helper()
	var out []string
	for _, l := range strings.Split(strings.TrimSpace(report(t, data).Structure()), "\n") {
		bare := strings.TrimLeft(l, " ")
		depth := (len(l) - len(bare)) / 2
		if s, err := strconv.Unquote(bare); err == nil {
			bare = strings.TrimSpace(s)
		}
		out = append(out, strings.Repeat(" ", depth)+bare)
	}
	return out
}

// inflated is what the streams of a file hold, one after another.
func inflated(data []byte) string {
	var out strings.Builder
	for _, part := range bytes.Split(data, []byte("stream\n"))[1:] {
		z, err := zlib.NewReader(bytes.NewReader(part))
		if err != nil {
			continue
		}
		if plain, err := io.ReadAll(z); err == nil {
			out.Write(plain)
			out.WriteByte('\n')
		}
	}
	return out.String()
}

// textAt is where runs of text begin, y from the top of the page.
func textAt(data []byte) []pdf.Point {
	var out []pdf.Point
	for _, m := range textBegin.FindAllStringSubmatch(inflated(data), -1) {
		n := numbers(m[1:])
		out = append(out, pdf.Point{X: n[0], Y: height - n[1]})
	}
	return out
}

// rects are areas, y from the top of the page. Those of links are given by two
// corners in the file, those that are filled by width and height.
func rects(data []byte, pattern *regexp.Regexp) []pdf.Rect {
	var out []pdf.Rect
	for _, m := range pattern.FindAllStringSubmatch(inflated(data), -1) {
		n := numbers(m[1:])
		if pattern == linkArea {
			n[2], n[3] = n[2]-n[0], n[3]-n[1]
		}
		out = append(out, pdf.Rect{X: n[0], Y: height - n[1] - n[3], W: n[2], H: n[3]})
	}
	return out
}

func numbers(s []string) []float64 {
	out := make([]float64, len(s))
	for i := range s {
		out[i], _ = strconv.ParseFloat(s[i], 64)
	}
	return out
}
