package line_test

import (
	"io/fs"
	"strings"
	"testing"

	"dossier/internal/pdf"
	"dossier/internal/pdf/face"
	"dossier/internal/pdf/line"
	"dossier/themes"
)

// trial is a document under way in a test, with a setter and the styles of its
// text.
type trial struct {
	*pdf.Document
	*line.Setter
	t                           testing.TB
	regular, bold, italic, code line.Style
}

func begin(t testing.TB) *trial {
	t.Helper()
	doc := pdf.New(pdf.Info{Title: "Trial", Lang: "it"})
	tint := pdf.Colour{R: 0xee, G: 0xee, B: 0xf4}
	return &trial{
		Document: doc, Setter: line.New(doc, nil), t: t,
		regular: line.Style{Faces: []*face.Face{load(t, "SourceSans3-Regular.ttf")}, Size: 12},
		bold:    line.Style{Faces: []*face.Face{load(t, "SourceSans3-Bold.ttf")}, Size: 12},
		italic:  line.Style{Faces: []*face.Face{load(t, "SourceSans3-It.ttf")}, Size: 12},
		code:    line.Style{Faces: []*face.Face{load(t, "Ubuntu-Regular.ttf")}, Size: 11, Fill: &tint},
	}
}

func load(t testing.TB, name string) *face.Face {
	t.Helper()
	fsys, ok := themes.Builtin("civic")
	if !ok {
		t.Fatal("no theme civic")
	}
	data, err := fs.ReadFile(fsys, "fonts/"+name)
	if err != nil {
		t.Fatal(err)
	}
	f, err := face.Load(data)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// plain is a paragraph of one span.
func (tr *trial) plain(text string) []line.Span {
	return []line.Span{{Text: text, Style: tr.regular}}
}

// width is what text takes on one line.
func (tr *trial) width(text string) float64 {
	_, w := tr.Widths(tr.plain(text), "it")
	return w
}

// lines is what stands on the lines, without the space at the end and without
// what glyphs beyond the characters stand for.
func lines(text *line.Text) []string {
	var all []string
	for i := range text.Lines {
		all = append(all, strings.ReplaceAll(strings.TrimSuffix(text.String(i), " "), "\u200B", ""))
	}
	return all
}

// a4 adds a page.
func (tr *trial) a4() *pdf.Page { return tr.NewPage(595.28, 841.89) }

func (tr *trial) paragraph() *pdf.Element { return tr.Root().Child(pdf.P, pdf.Attributes{}) }

// bytes returns the file, which must be one.
func (tr *trial) bytes() []byte {
	tr.t.Helper()
	data, err := tr.Bytes()
	if err != nil {
		tr.t.Fatal(err)
	}
	return data
}

const prose = "La Provincia autonoma di Trento e i suoi partner hanno messo a punto un servizio che accompagna " +
	"le imprese agricole nell’uso dell’acqua: sei sportelli, una carta delle falde, e avvisi in cinque lingue. " +
	"Tutti i dati sono affidabili, ufficiali e fissati al 2026."
