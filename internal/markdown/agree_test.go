package markdown

import (
	"encoding/xml"
	"errors"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"golang.org/x/net/html"
)

// shown is what readers of a body get, whatever form it comes in.
type shown struct {
	Text      string // words, with a space between blocks, notes behind the text
	Links     []string
	IDs       []string // but for those of notes
	Alts      []string
	Notes     int
	Languages []string

	out  strings.Builder
	back bool // within the link back from a note
}

// end closes the text, in which only words count.
func (s *shown) end() *shown {
	s.Text = strings.Join(strings.Fields(strings.NewReplacer("\uFFFE", "\uFFFD", "\uFFFF", "\uFFFD").Replace(s.out.String())), " ")
	return s
}

// element takes the start of an element.
func (s *shown) element(name string, attrs map[string]string) {
	s.back = s.back || attrs["class"] == "footnote-back"
	switch {
	case s.back, attrs["role"] == "doc-noteref":
	case name == "li" && attrs["id"] != "":
		s.Notes++
	case attrs["id"] != "":
		s.IDs = append(s.IDs, attrs["id"])
	case name == "a":
		s.Links = append(s.Links, attrs["href"])
	case name == "img":
		s.Alts = append(s.Alts, attrs["alt"])
	}
	if attrs["lang"] != "" {
		s.Languages = append(s.Languages, attrs["lang"])
	}
	s.boundary(name)
}

// boundary keeps the words of two blocks apart.
func (s *shown) boundary(name string) {
	if !slices.Contains([]string{"a", "em", "strong", "del", "code", "span", "sup", "img"}, name) {
		s.out.WriteString("\n")
	}
}

func (s *shown) endElement(name string) {
	s.back = s.back && name != "a"
	s.boundary(name)
}

func (s *shown) text(text string) {
	if !s.back {
		s.out.WriteString(text)
	}
}

// inHTML reads a page as a browser does.
func inHTML(page string) *shown {
	s := &shown{}
	for z := html.NewTokenizer(strings.NewReader(page)); ; {
		switch z.Next() {
		case html.ErrorToken:
			return s.end()
		case html.TextToken:
			s.text(z.Token().Data)
		case html.EndTagToken:
			s.endElement(z.Token().Data)
		default:
			t := z.Token()
			attrs := map[string]string{}
			for _, a := range t.Attr {
				attrs[a.Key] = a.Val
			}
			s.element(t.Data, attrs)
		}
	}
}

// inXML reads a part of a book as XML, whose rules are strict.
func inXML(t testing.TB, part string) *shown {
	t.Helper()
	s := &shown{}
	d := xml.NewDecoder(strings.NewReader(`<body xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">` + part + `</body>`))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return s.end()
		}
		if err != nil {
			t.Fatalf("not well-formed: %v\n%s", err, part)
		}
		switch n := token.(type) {
		case xml.CharData:
			s.text(string(n))
		case xml.EndElement:
			s.endElement(n.Name.Local)
		case xml.StartElement:
			s.element(n.Name.Local, xmlAttrs(t, n))
		}
	}
}

// xmlAttrs returns the attributes of XHTML. Each may stand once, and a language
// stands twice.
func xmlAttrs(t testing.TB, n xml.StartElement) map[string]string {
	t.Helper()
	attrs, seen := map[string]string{}, map[xml.Name]string{}
	for _, a := range n.Attr {
		if _, twice := seen[a.Name]; twice {
			t.Errorf("<%s> has %s twice", n.Name.Local, a.Name.Local)
		}
		seen[a.Name] = a.Value
		if a.Name.Space == "" {
			attrs[a.Name.Local] = a.Value
		}
	}
	if xl := seen[xml.Name{Space: "http://www.w3.org/XML/1998/namespace", Local: "lang"}]; xl != attrs["lang"] {
		t.Errorf("<%s> has lang %q and xml:lang %q", n.Name.Local, attrs["lang"], xl)
	}
	return attrs
}

// inTree reads a tree from its start to its end, and then its notes.
func inTree(blocks []Block) *shown {
	body := &treeReader{notes: map[int][]Block{}}
	body.blocks(blocks)
	read := map[int]*treeReader{}
	for len(read) < len(body.notes) {
		for _, n := range slices.Sorted(maps.Keys(body.notes)) {
			if read[n] == nil {
				read[n] = &treeReader{notes: body.notes}
				read[n].blocks(body.notes[n])
			}
		}
	}
	for _, n := range slices.Sorted(maps.Keys(read)) {
		body.join(&read[n].shown)
	}
	return body.end()
}

// join adds a note.
func (s *shown) join(note *shown) {
	s.Notes++
	s.out.WriteString(note.out.String())
	s.Links = append(s.Links, note.Links...)
	s.IDs = append(s.IDs, note.IDs...)
	s.Alts = append(s.Alts, note.Alts...)
	s.Languages = append(s.Languages, note.Languages...)
}

type treeReader struct {
	shown
	notes map[int][]Block
}

func (r *treeReader) blocks(all []Block) {
	for _, b := range all {
		r.block(b)
		r.out.WriteString("\n")
	}
}

func (r *treeReader) block(b Block) {
	if b.ID != "" {
		r.IDs = append(r.IDs, b.ID)
	}
	if b.Picture != nil {
		r.Alts = append(r.Alts, b.Picture.Alt)
	}
	r.out.WriteString(b.Title + "\n" + b.Text)
	r.inlines(b.Lang, b.Inlines)
	r.inlines("", b.Caption)
	r.items(b.Items)
	for _, row := range append([][]Cell{b.Head}, b.Rows...) {
		for _, c := range row {
			r.inlines("", c.Inlines)
		}
	}
	for _, d := range b.Definitions {
		for _, term := range d.Terms {
			r.inlines("", term)
		}
		r.items(d.Descriptions)
	}
	r.blocks(b.Blocks)
}

func (r *treeReader) items(all []Item) {
	for _, i := range all {
		r.blocks(i.Blocks)
	}
}

func (r *treeReader) inlines(lang string, all []Inline) {
	if lang != "" {
		r.Languages = append(r.Languages, lang)
	}
	var link *Hyperlink
	for _, i := range all {
		if i.Link != nil && i.Link != link {
			r.Links = append(r.Links, i.Link.URL)
		}
		if i.Lang != "" {
			r.Languages = append(r.Languages, i.Lang)
		}
		link = i.Link
		r.inline(i)
	}
	r.out.WriteString("\n")
}

func (r *treeReader) inline(i Inline) {
	r.out.WriteString(i.Text)
	if i.ID != "" {
		r.IDs = append(r.IDs, i.ID)
	}
	if i.Break {
		r.out.WriteString("\n")
	}
	if i.Image != nil {
		r.Alts = append(r.Alts, i.Image.Alt)
	}
	if n := i.Note; n != nil {
		r.out.WriteString(strconv.Itoa(n.Number))
		if n.Blocks != nil {
			r.notes[n.Number] = n.Blocks
		}
	}
}

// checkAgreement holds that a body is the same in all its forms.
func checkAgreement(t testing.TB, text []byte, lang string) {
	t.Helper()
	r := resolve(Parse(Source{File: "a.md", Text: text, FirstLine: 1, Lang: lang}))
	marks := 0
	part := XHTML(text, lang, r, func(i int) string {
		if i != marks {
			t.Errorf("block %d comes at place %d", i, marks)
		}
		marks++
		return `<hr id="page"/>`
	})
	tree := Tree(text, lang, r)
	if len(tree) != marks {
		t.Errorf("%d blocks in the tree, %d in XHTML", len(tree), marks)
	}
	want := inHTML(asHTML(text, lang, r))
	compare(t, "HTML and XHTML", want, inXML(t, strings.ReplaceAll(part, `<hr id="page"/>`, "")))
	got := inTree(tree)
	if got.Notes < want.Notes {
		return // a note that only notes refer to, or only itself
	}
	// Languages lie within each other in HTML. A tree has the innermost, at texts.
	for _, lang := range got.Languages {
		if !slices.Contains(want.Languages, lang) {
			t.Errorf("language %s is not in HTML", lang)
		}
	}
	got.Languages = want.Languages
	compare(t, "HTML and Tree", want, got)
}

func compare(t testing.TB, what string, a, b *shown) {
	t.Helper()
	if diff := cmp.Diff(a, b, cmpopts.IgnoreUnexported(shown{}), cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("%s differ (-first +second):\n%s", what, diff)
	}
}

func TestHTMLAndXHTMLAndTreeAgree(t *testing.T) {
	bodies := 0
	for _, root := range []string{"testdata", "../../content"} {
		err := filepath.WalkDir(root, func(path string, _ fs.DirEntry, err error) error {
			if err != nil || filepath.Ext(path) != ".md" {
				return err
			}
			text, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			bodies++
			lang := strings.TrimPrefix(filepath.Ext(strings.TrimSuffix(path, ".md")), ".")
			t.Run(filepath.ToSlash(path), func(t *testing.T) { checkAgreement(t, withoutFrontMatter(text), lang) })
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if bodies < 50 {
		t.Errorf("only %d bodies", bodies)
	}
}

func withoutFrontMatter(text []byte) []byte {
	front, isFront := strings.CutPrefix(string(text), "---\n")
	if !isFront {
		return text
	}
	_, body, _ := strings.Cut(front, "\n---\n")
	return []byte(body)
}

func TestAttacksAgree(t *testing.T) {
	data, err := os.ReadFile("testdata/attacks.txt")
	if err != nil {
		t.Fatal(err)
	}
	for a := range strings.SplitSeq(string(data), "\n%%\n") {
		a = strings.NewReplacer("<TAB>", "\t", "<NUL>", "\x00", "<CR>", "\r", "<SOH>", "\x01").Replace(a)
		checkAgreement(t, []byte(a), "it")
	}
}
