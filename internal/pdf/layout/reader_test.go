package layout_test

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
	"dossier/internal/pdf/layout"
)

// set is a document that has been set, written and read again.
type set struct {
	layout.Result
	data   []byte
	report ua.Report
	pages  []page
}

// page is what stands on a page.
type page struct {
	marks []mark
	areas []pdf.Rect // that are filled, y downwards

	images []pdf.Rect
	pens   []string // operators that choose a pen
}

// mark is a piece of text: where it begins, and whether it is read.
type mark struct {
	x, y, size float64 // y of the baseline, from the top
	tag        string  // empty: it is not read
	glyphs     int
}

// make sets blocks and reads the result. It fails the test when the file breaks
// a rule.
func compose(t testing.TB, style layout.Style, frame layout.Frame, build func(doc *pdf.Document) []layout.Block) set {
	t.Helper()
	doc := newDocument()
	result, err := layout.Set(doc, style, build(doc), frame)
	if err != nil {
		t.Fatal(err)
	}
	data, err := doc.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	report, err := ua.Check(data)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range report.Findings {
		// Labels without a numbering scheme are what None is for (ISO 32000-1,
		// table 347).
		if f.What != "L with labels does not say its ListNumbering" {
			t.Errorf("%s, page %d: %s", f.Rule, f.Page, f.What)
		}
	}
	return set{Result: result, data: data, report: report, pages: read(t, data, style.Height)}
}

func blocks(list ...layout.Block) func(*pdf.Document) []layout.Block {
	return func(*pdf.Document) []layout.Block { return list }
}

var (
	streamHead = regexp.MustCompile(`(?m)^(\d+) 0 obj\n<<(.*)/Length (\d+)>>\nstream\n`)
	packHead   = regexp.MustCompile(`/Type/ObjStm/N (\d+)/First (\d+)`)
	kidsList   = regexp.MustCompile(`/Type/Pages/Count \d+/Kids\[([^\]]*)\]`)
	contents   = regexp.MustCompile(`/Contents (\d+) 0 R`)
	textBegin  = regexp.MustCompile(`BT ([-\d.]+) ([-\d.]+) Td`)
	fontSize   = regexp.MustCompile(`/F\d+ ([-\d.]+) Tf`)
	rectangle  = regexp.MustCompile(`^([-\d.]+) ([-\d.]+) ([-\d.]+) ([-\d.]+) re$`)
	picture    = regexp.MustCompile(`^q ?([-\d.]+) 0 0 ([-\d.]+) ([-\d.]+) ([-\d.]+) cm`)
	beginning  = regexp.MustCompile(`^/(\w+)\s*<<.*BDC$`)
	penChoice  = regexp.MustCompile(`^[-\d.]+ [wJjM]$`)
	shown      = regexp.MustCompile(`<([0-9A-F]*)>`)
)

// read reads what stands on the pages of a file that this project's pdf package
// wrote.
func read(t testing.TB, data []byte, height float64) []page {
	t.Helper()
	streams, objects := map[string][]byte{}, map[string]string{}
	for _, m := range streamHead.FindAllSubmatchIndex(data, -1) {
		extra := string(data[m[4]:m[5]])
		length, _ := strconv.Atoi(string(data[m[6]:m[7]]))
		body := data[m[1] : m[1]+length]
		if strings.Contains(extra, "/FlateDecode") && !strings.Contains(extra, "/XObject") {
			body = inflate(t, body)
		}
		streams[string(data[m[2]:m[3]])] = body
		if p := packHead.FindStringSubmatch(extra); p != nil {
			first, _ := strconv.Atoi(p[2])
			unpack(objects, body, first)
		}
	}
	var out []page
	for _, o := range objects {
		if m := kidsList.FindStringSubmatch(o); m != nil {
			for _, kid := range strings.Split(strings.TrimSuffix(m[1], " 0 R"), " 0 R ") {
				c := contents.FindStringSubmatch(objects[strings.TrimSpace(kid)])
				out = append(out, readPage(string(streams[c[1]]), height))
			}
		}
	}
	return out
}

func inflate(t testing.TB, body []byte) []byte {
	t.Helper()
	z, err := zlib.NewReader(bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	out, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// unpack reads an object stream.
func unpack(objects map[string]string, body []byte, first int) {
	index := strings.Fields(string(body[:first]))
	for i := 0; i < len(index); i += 2 {
		from, _ := strconv.Atoi(index[i+1])
		to := len(body) - first
		if i+3 < len(index) {
			to, _ = strconv.Atoi(index[i+3])
		}
		objects[index[i]] = string(body[first+from : first+to])
	}
}

func readPage(content string, height float64) page {
	var p page
	tag, size := "", 0.0
	for l := range strings.Lines(content) {
		l = strings.TrimSpace(l)
		if m := beginning.FindStringSubmatch(l); m != nil {
			if tag = m[1]; tag == "Artifact" {
				tag = ""
			}
		}
		if m := fontSize.FindStringSubmatch(l); m != nil {
			size = number(m[1])
		}
		if m := textBegin.FindStringSubmatch(l); m != nil {
			glyphs := 0
			for _, s := range shown.FindAllStringSubmatch(l, -1) {
				glyphs += len(s[1]) / 4
			}
			p.marks = append(p.marks, mark{number(m[1]), height - number(m[2]), size, tag, glyphs})
		}
		if m := picture.FindStringSubmatch(l); m != nil {
			r := pdf.Rect{X: number(m[3]), W: number(m[1]), H: number(m[2])}
			r.Y = height - number(m[4]) - r.H
			p.images = append(p.images, r)
		}
		if penChoice.MatchString(l) {
			p.pens = append(p.pens, l)
		}
		if m := rectangle.FindStringSubmatch(l); m != nil {
			r := pdf.Rect{X: number(m[1]), W: number(m[3]), H: number(m[4])}
			r.Y = height - number(m[2]) - r.H
			p.areas = append(p.areas, r)
		}
	}
	return p
}

func number(s string) float64 {
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		panic(err)
	}
	return v
}

// read marks are those that are not artifacts.
func (p *page) read() []mark {
	var out []mark
	for _, m := range p.marks {
		if m.tag != "" {
			out = append(out, m)
		}
	}
	return out
}

// baselines are those of the text with a tag, one for each line.
func (p *page) baselines(tag string) []float64 {
	var out []float64
	for _, m := range p.marks {
		if n := len(out); m.tag == tag && (n == 0 || out[n-1] != m.y) {
			out = append(out, m.y)
		}
	}
	return out
}

// lines is the number of lines with a tag on every page.
func (s *set) lines(tag string) []int {
	var out []int
	for i := range s.pages {
		out = append(out, len(s.pages[i].baselines(tag)))
	}
	return out
}

// inMargins fails the test when something that belongs to the text stands
// outside the margins, or on other text.
func (s *set) inMargins(t testing.TB, style layout.Style) {
	t.Helper()
	left, right := style.Left-0.1, style.Width-style.Right+0.1
	top, bottom := style.Top-0.1, style.Height-style.Bottom+0.1
	for i, p := range s.pages {
		at := map[[2]int]bool{}
		for _, m := range p.marks {
			if m.y-m.size*0.6 < top || m.y > bottom || m.x < left || m.x > right {
				t.Errorf("page %d: text at %.1f, %.1f is outside the margins", i+1, m.x, m.y)
			}
			place := [2]int{int(m.x * 4), int(m.y)}
			if at[place] && m.tag != "" && m.tag != "Figure" {
				t.Errorf("page %d: two texts at %.1f, %.1f", i+1, m.x, m.y)
			}
			at[place] = true
		}
		for _, r := range p.areas {
			letter := r.W < 3*style.Size // in a column that is narrower
			if r.Y < top || r.Y+r.H > bottom || r.X < left || r.X+r.W > right && !letter {
				t.Errorf("page %d: area %.1f is outside the margins", i+1, r)
			}
		}
	}
}
