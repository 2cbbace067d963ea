package build_test

import (
	"archive/zip"
	"bytes"
	"path"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"dossier/internal/build"
	"dossier/internal/check/ua"
	"dossier/internal/content"
	"dossier/internal/view"
)

// paper is a finished PDF with what a stranger reads in it.
type paper struct {
	path   string
	view   any
	report ua.Report
}

// papers reads every PDF that a run made.
func papers(t *testing.T, r *build.Result) []paper {
	t.Helper()
	var out []paper
	for i, o := range r.Outputs {
		if !o.PDF() {
			continue
		}
		report, err := ua.Check(r.Files[i].Data)
		if err != nil {
			t.Errorf("%s: %v", o.Path, err)
			continue
		}
		out = append(out, paper{o.Path, o.View, report})
	}
	return out
}

// built is the demonstration site with its documents, made once for the tests
// that only read it.
var built struct {
	once   sync.Once
	result *build.Result
	papers []paper
}

func documents(t *testing.T) (*build.Result, []paper) {
	t.Helper()
	built.once.Do(func() {
		built.result = demonstration(t).fresh()
		built.papers = papers(t, built.result)
	})
	if built.result == nil {
		t.Fatal("the site was not built")
	}
	return built.result, built.papers
}

func TestEveryDocumentIsAccessibleInEveryLanguage(t *testing.T) {
	demo, _ := documents(t)
	for name, r := range map[string]*build.Result{"demonstration": demo, "six languages": europe(t).fresh()} {
		all := papers(t, r)
		languages := map[string]bool{}
		for _, p := range all {
			languages[p.report.Lang] = true
			for _, f := range p.report.Findings {
				t.Errorf("%s: page %d: %s: %s", p.path, f.Page, f.Rule, f.What)
			}
			if p.report.Title == "" || p.report.Elements < 20 || strings.ContainsRune(p.report.Text(), '\uFFFD') {
				t.Errorf("%s: title %q, %d elements", p.path, p.report.Title, p.report.Elements)
			}
		}
		if want := len(r.Config.Languages); len(languages) != want || len(all) < 10 {
			t.Errorf("%s: %d documents in %d languages, want %d", name, len(all), len(languages), want)
		}
	}
}

func TestASheetIsReadOnOnePage(t *testing.T) {
	sheets := 0
	_, all := documents(t)
	for _, p := range all {
		v, ok := p.view.(*view.SheetPaper)
		if !ok {
			continue
		}
		sheets++
		if p.report.Pages != 1 && !v.Large {
			t.Errorf("%s has %d pages", p.path, p.report.Pages)
		}
	}
	if sheets < 60 {
		t.Errorf("only %d sheets", sheets)
	}
}

// TestADocumentHasTheHeadingsOfItsPage compares sheets with the web pages beside
// them.
func TestADocumentHasTheHeadingsOfItsPage(t *testing.T) {
	r, all := documents(t)
	pages := map[string][]byte{}
	for _, f := range r.Files {
		pages[f.Path] = f.Data
	}
	for _, p := range all {
		if _, ok := p.view.(*view.SheetPaper); !ok {
			continue
		}
		var got []string
		for _, h := range p.report.HeadingsAt {
			got = append(got, strings.Repeat("#", h.Level)+" "+h.Text)
		}
		want := headingsOf(t, pages[path.Join(path.Dir(p.path), "index.html")])
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-page +document):\n%s", p.path, diff)
		}
	}
}

// headingsOf lists the headings in the main part of a page, without those of the
// cards at its end.
func headingsOf(t *testing.T, page []byte) []string {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	main := false
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.Data {
		case "main":
			main = true
		case "footer":
			main = false
		case "h1", "h2", "h3", "h4":
			if main && !strings.Contains(attribute(n.Parent, "class"), "related") && !inside(n, "related") {
				out = append(out, strings.Repeat("#", int(n.Data[1]-'0'))+" "+strings.TrimSpace(textOf(n)))
			}
		}
	}
	return out
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func inside(n *html.Node, class string) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		if strings.Contains(attribute(p, "class"), class) || strings.Contains(attribute(p, "id"), class) {
			return true
		}
	}
	return false
}

func textOf(n *html.Node) string {
	var s strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			s.WriteString(d.Data)
		}
	}
	return s.String()
}

func TestAKitIsItsSheetsByArea(t *testing.T) {
	kits := 0
	_, all := documents(t)
	for _, p := range all {
		v, ok := p.view.(*view.KitPaper)
		if !ok {
			continue
		}
		kits++
		want := []string{"1 " + v.Paper.Title}
		for _, area := range v.Areas {
			want = append(want, "2 "+area.Label)
			for _, sheet := range area.Sheets {
				want = append(want, "3 "+sheet.Title)
			}
		}
		var got []string
		for _, h := range p.report.HeadingsAt {
			if line := strconv.Itoa(h.Level) + " " + h.Text; slices.Contains(want, line) {
				got = append(got, line)
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-kit +document):\n%s", p.path, diff)
		}
	}
	if kits < 6 {
		t.Errorf("only %d kits", kits)
	}
}

func TestTheStructureOfASheetAndTwoChapters(t *testing.T) {
	_, all := documents(t)
	for _, p := range all {
		switch p.path {
		case "it/kit/kit-genitori/congedo-di-paternita/congedo-di-paternita-it.pdf":
			golden(t, "sheet.structure.txt", p.report.Structure())
		case "it/guide/masp/masp-it.pdf":
			golden(t, "chapters.structure.txt", between(t, p.report.Structure(), "La mamma", "I genitori insieme"))
		}
	}
}

// between is the part of a structure from one chapter to another.
func between(t *testing.T, structure, from, to string) string {
	t.Helper()
	at := func(title string) int {
		i := strings.Index(structure, "H2\n    "+strconv.Quote(title)+"\n")
		if i < 0 {
			t.Fatalf("there is no chapter %q in\n%s", title, structure)
		}
		return i
	}
	return structure[at(from):at(to)]
}

func TestTextIsReadInOrderWithoutBrokenWords(t *testing.T) {
	r, all := documents(t)
	lines := 0
	for _, p := range all {
		v, ok := p.view.(*view.SheetPaper)
		if !ok {
			continue
		}
		words, err := content.Text(r.Snapshot.Read, v.Sheet.Body.Source)
		if err != nil {
			t.Fatal(err)
		}
		text := strings.Join(strings.Fields(p.report.Text()), " ")
		at := 0
		for _, line := range strings.Split(string(words), "\n") {
			line = strings.TrimLeft(line, "#-0123456789. ")
			if strings.ContainsAny(line, `[*_"'<~|{`) || strings.Contains(line, "...") || line == "" {
				continue // set otherwise than it is written
			}
			line = strings.Join(strings.Fields(line), " ")
			i := strings.Index(text[at:], line)
			if i < 0 {
				t.Errorf("%s: %q is not read after %q", p.path, line, text[max(0, at-60):at])
				break
			}
			at += i + len(line)
			lines++
		}
	}
	if lines == 0 {
		t.Error("no line was looked for")
	}
}

func TestAKitHoldsItsSheets(t *testing.T) {
	r, _ := documents(t)
	finished := map[string][]byte{}
	for _, f := range r.Files {
		finished[f.Path] = f.Data
	}
	archives := 0
	for i, o := range r.Outputs {
		v, ok := o.View.(*view.Archive)
		if !ok {
			continue
		}
		archives++
		z, err := zip.NewReader(bytes.NewReader(r.Files[i].Data), int64(len(r.Files[i].Data)))
		if err != nil {
			t.Fatalf("%s: %v", o.Path, err)
		}
		if len(z.File) != len(v.Files)+2 || len(v.Files) < 5 {
			t.Errorf("%s holds %d files for %d documents", o.Path, len(z.File), len(v.Files))
		}
		for _, f := range v.Files {
			member, err := z.Open(f.Name)
			if err != nil {
				t.Errorf("%s: %v", o.Path, err)
				continue
			}
			var data bytes.Buffer
			if _, err := data.ReadFrom(member); err != nil || !bytes.Equal(data.Bytes(), finished[f.Path]) {
				t.Errorf("%s: %s is not the published document (%v)", o.Path, f.Name, err)
			}
		}
	}
	if archives < 6 {
		t.Errorf("only %d archives", archives)
	}
}
