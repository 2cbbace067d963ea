package document_test

import (
	"bytes"
	"compress/zlib"
	"io"
	"io/fs"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"dossier/internal/check/ua"
	"dossier/internal/pdf/face"
	"dossier/internal/render/document"
	"dossier/internal/view"
	"dossier/themes"
)

// means are the faces and files of the built-in theme; pictures are by source.
func means(t *testing.T, pictures map[string][]byte) document.Inputs {
	t.Helper()
	builtin, _ := themes.Builtin("civic")
	read := func(name string) ([]byte, bool) {
		data, err := fs.ReadFile(builtin, name)
		return data, err == nil
	}
	return document.Inputs{
		Text: func(source string) ([]byte, error) { return []byte(source), nil },
		Face: func(name string) *face.Face {
			data, _ := read(name)
			f, err := face.Load(data)
			if err != nil {
				t.Fatal(err)
			}
			return f
		},
		File: read,
		Picture: func(p view.Picture) ([]byte, error) {
			data, ok := pictures[p.Source]
			if !ok {
				return nil, fs.ErrNotExist
			}
			return data, nil
		},
	}
}

// paper is what stands around the content of every document under test.
func paper(title string) view.Paper {
	face := func(name string) []view.ThemeFile { return []view.ThemeFile{{Name: "fonts/" + name}} }
	return view.Paper{
		Title: title, Lang: "it-IT", Author: "Comune di Prova", Subject: "Diritti per chi lavora.", Keywords: []string{"congedi", "orari"},
		Updated: view.Time{Text: "22 novembre 2026", DateTime: "2026-11-22"},
		URL:     "https://example.org/it/prova/", Address: "example.org/it/prova", Site: "Il sito",
		Look: view.Look{
			Size: 10.5, LargeSize: 17, Text: "#111", Muted: "#444444", Accent: "#0b3d75", Soft: "#f0f4fa", Rule: "#c3ccd8", Link: "#0a52a8",
			Regular: face("SourceSans3-Regular.ttf"), Bold: face("SourceSans3-Bold.ttf"), Italic: face("SourceSans3-It.ttf"),
			BoldItalic: face("SourceSans3-BoldIt.ttf"), Statement: face("Ubuntu-Regular.ttf"),
			Emblem: view.ThemeFile{Name: "assets/emblem-eu.svg"},
		},
		Labels: view.PaperLabels{
			Page: "pagina %d di %d", Contents: "Indice", Web: "Sul web", QR: "Codice QR: apre %s", Checked: "Verificata il", Who: "Per chi",
			Territory: "Territorio", Contacts: "A chi rivolgersi", Legal: "Norme", Colophon: "Colophon", Updated: "Aggiornato il", Licence: "Licenza",
			Disclaimer: "Finanziamento", Emblem: "Emblema dell’Unione europea", Chapter: "Capitolo %d", Elsewhere: "In altre lingue",
			Platform: "Piattaforma", Lines: "Linee", Timeline: "Tappe", Results: "Risultati", Partners: "Partner", Contact: "Contatto",
			Goals: "Obiettivi", Phone: "tel.",
		},
		Funding: []view.Funding{easi()},
		Licence: "Riutilizzabile con CC BY 4.0.",
	}
}

func easi() view.Funding {
	return view.Funding{
		Programme: "EaSI 2014–2020", Emblem: true, Statement: "Finanziato dall’Unione europea", Disclaimer: "Le opinioni sono degli autori.",
	}
}

func facts(list ...string) []view.Fact {
	var out []view.Fact
	for i := 0; i < len(list); i += 2 {
		out = append(out, view.Fact{Label: list[i], Values: []view.FactValue{{Text: list[i+1]}}})
	}
	return out
}

// printed is a document that has been read again.
type printed struct {
	ua.Report
	data   []byte
	inside string // all streams, unpacked
}

// set sets a document and reads it. It fails the test when the file breaks a
// rule of PDF/UA or PDF/A.
func set(t *testing.T, in document.Inputs, v any) printed {
	t.Helper()
	data, err := document.PDF(in, v)
	if err != nil {
		t.Fatal(err)
	}
	return read(t, data)
}

func read(t *testing.T, data []byte) printed {
	t.Helper()
	report, err := ua.Check(data)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range report.Findings {
		t.Errorf("%s, page %d: %s", f.Rule, f.Page, f.What)
	}
	return printed{report, data, unpacked(data)}
}

var stream = regexp.MustCompile(`/Length (\d+)>>\nstream\n`)

// unpacked are the streams of a file that are packed, one after another.
func unpacked(data []byte) string {
	var b strings.Builder
	for _, m := range stream.FindAllSubmatchIndex(data, -1) {
		n, _ := strconv.Atoi(string(data[m[2]:m[3]]))
		z, err := zlib.NewReader(bytes.NewReader(data[m[1] : m[1]+n]))
		if err != nil {
			continue // kept as it is
		}
		text, _ := io.ReadAll(z)
		b.Write(text)
	}
	return b.String()
}

var (
	webLink = regexp.MustCompile(`/A<</S/URI/URI\(([^)]*)\)>>`)
	placed  = regexp.MustCompile(`/Dest\[\d+ 0 R/XYZ`)
	fontSet = regexp.MustCompile(`/F\d+ ([\d.]+) Tf`)
)

// addresses are those that links lead to, sorted.
func (p *printed) addresses() []string {
	var out []string
	for _, m := range webLink.FindAllStringSubmatch(p.inside, -1) {
		out = append(out, strings.ReplaceAll(m[1], `\`, ""))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// inner is how many link annotations lead to a place of the document.
func (p *printed) inner() int {
	n := 0
	for _, object := range strings.Split(p.inside, "<</Type/Annot/Subtype/Link")[1:] {
		annotation, _, _ := strings.Cut(object, ">>")
		if placed.MatchString(annotation) {
			n++
		}
	}
	return n
}

// sizes are those of the text, in points.
func (p *printed) sizes() []float64 {
	var out []float64
	for _, m := range fontSet.FindAllStringSubmatch(p.inside, -1) {
		size, _ := strconv.ParseFloat(m[1], 64)
		out = append(out, size)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// headings are those of the document as Markdown writes them.
func (p *printed) headings() []string {
	var out []string
	for _, h := range p.HeadingsAt {
		out = append(out, strings.Repeat("#", h.Level)+" "+h.Text)
	}
	return out
}

// says fails the test unless the texts come in this order, each after the one
// before.
func (p *printed) says(t *testing.T, texts ...string) {
	t.Helper()
	inOrder(t, p.Text(), texts)
}

// tagged is the same for the structure tree.
func (p *printed) tagged(t *testing.T, lines ...string) {
	t.Helper()
	inOrder(t, p.Structure(), lines)
}

func inOrder(t *testing.T, text string, parts []string) {
	t.Helper()
	rest := text
	for _, part := range parts {
		_, after, found := strings.Cut(rest, part)
		if !found {
			t.Errorf("no %q after what came before in\n%s", part, text)
			return
		}
		rest = after
	}
}

// leads fails the test unless links lead to all of the addresses.
func (p *printed) leads(t *testing.T, addresses ...string) {
	t.Helper()
	got := p.addresses()
	for _, a := range addresses {
		if !slices.Contains(got, a) {
			t.Errorf("no link to %s among %q", a, got)
		}
	}
}
