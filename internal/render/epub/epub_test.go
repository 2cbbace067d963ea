package epub_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"regexp"
	"strings"
	"testing"

	"dossier/internal/markdown"
	"dossier/internal/pdf/face"
	"dossier/internal/render/document"
	"dossier/internal/render/epub"
	"dossier/internal/view"
	"dossier/themes"
)

// means are the faces and files of the built-in theme.
func means(t *testing.T) document.Inputs {
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
			return []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><rect width="20" height="10"/></svg>`), nil
		},
	}
}

func guide() *view.GuidePaper {
	face := func(name string) []view.ThemeFile { return []view.ThemeFile{{Name: "fonts/" + name}} }
	long := strings.Repeat("Una frase che riempie la pagina e parla di congedi, di orari e di servizi. ", 30)
	v := &view.GuidePaper{
		Paper: view.Paper{
			Title: "Guida & strumenti", Lang: "it-IT", Author: "Comune di Prova", Subject: "Diritti per chi lavora.",
			Updated: view.Time{Text: "22 novembre 2026", DateTime: "2026-11-22"},
			URL:     "https://example.org/it/guide/prova/", Address: "example.org/it/guide/prova", Site: "Prova",
			Look: view.Look{
				Size: 11, LargeSize: 17, Text: "#111111", Muted: "#444444", Accent: "#0b3d75", Soft: "#f0f4fa", Rule: "#c3ccd8", Link: "#0a52a8",
				Regular: face("SourceSans3-Regular.ttf"), Bold: face("SourceSans3-Bold.ttf"), Italic: face("SourceSans3-It.ttf"),
				BoldItalic: face("SourceSans3-BoldIt.ttf"), Statement: face("Ubuntu-Regular.ttf"),
				Emblem: view.ThemeFile{Name: "assets/emblem-eu.svg"},
			},
			Labels: view.PaperLabels{
				Page: "pagina %d di %d", Contents: "Indice", QR: "Codice QR: %s", Web: "Sul web", Colophon: "Colophon", Licence: "Licenza",
				Emblem: "Emblema", Chapter: "Capitolo %d", Cover: "Copertina", Title: "Frontespizio", PageList: "Pagine", Landmarks: "Parti",
				AccessNote: "Tutto testo.", Disclaimer: "Responsabilità",
			},
			Funding:  []view.Funding{{Programme: "EaSI", Emblem: true, Statement: "Finanziato dall’Unione europea", Disclaimer: "Le opinioni sono degli autori."}},
			Licence:  "CC BY 4.0",
			Pictures: []view.PaperPicture{{URL: "/files/linee.svg", Picture: view.Picture{Source: "linee.svg", Format: "svg"}}},
		},
		Kind: "Guida", Edition: "2026",
		Facts: []view.Fact{{Label: "Edizione", Values: []view.FactValue{{Text: "2026"}}}},
		Body:  view.Body{Source: "Vai al [papà](#x).\n", Lang: "it", Resolved: markdown.Resolved{Links: []markdown.Target{{URL: "#father-quando"}}, Prefix: "guide-"}},
	}
	chapter := func(n int, id, title, source string, r markdown.Resolved) {
		r.BaseLevel, r.Prefix = 1, id+"-"
		v.Chapters = append(v.Chapters, view.WholeChapter{ID: id, Number: n, Title: title, Body: view.Body{Source: source, Lang: "it", Resolved: r}})
	}
	chapter(1, "introduction", "La mamma < 2", "Testo.\n\n"+strings.Repeat(long+"\n\n", 8), markdown.Resolved{})
	chapter(2, "father", "Il papà", "## Quando\n\nDopo la nascita[^1].\n\n![Linee](linee.svg)\n\n[^1]: Nota.\n",
		markdown.Resolved{HeadingIDs: []string{"father-quando"}, Images: []markdown.Picture{{URL: "/files/linee.svg", Width: 20, Height: 10, Alt: "Tre linee"}}})
	return v
}

// open returns the files of a book, and their names in order.
func open(t *testing.T, data []byte) (map[string]string, []string) {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	files, names := map[string]string{}, []string{}
	for _, f := range r.File {
		file, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(file)
		if err != nil {
			t.Fatal(err)
		}
		files[f.Name], names = string(content), append(names, f.Name)
	}
	if r.File[0].Method != zip.Store || len(r.File[0].Extra) > 0 {
		t.Error("the media type is compressed, or has an extra field")
	}
	return files, names
}

func book(t *testing.T) (map[string]string, []string) {
	t.Helper()
	data, err := epub.Book(means(t), guide())
	if err != nil {
		t.Fatal(err)
	}
	return open(t, data)
}

func TestABookIsAContainerOfWellFormedFiles(t *testing.T) {
	files, names := book(t)
	if names[0] != "mimetype" || files["mimetype"] != "application/epub+zip" {
		t.Errorf("first %s: %q", names[0], files[names[0]])
	}
	for _, name := range names {
		switch path.Ext(name) {
		case ".xhtml", ".opf", ".xml", ".svg":
			d := xml.NewDecoder(strings.NewReader(files[name]))
			for {
				if _, err := d.Token(); errors.Is(err, io.EOF) {
					break
				} else if err != nil {
					t.Errorf("%s: %v", name, err)
					break
				}
			}
		}
	}
}

var link = regexp.MustCompile(`(?:href|src)="([^"]+)"`)

func TestEveryLinkOfABookLeadsSomewhere(t *testing.T) {
	files, names := book(t)
	seen := 0
	for _, name := range names {
		for _, m := range link.FindAllStringSubmatch(files[name], -1) {
			if strings.HasPrefix(m[1], "http") {
				continue
			}
			seen++
			file, fragment, _ := strings.Cut(m[1], "#")
			if file = path.Join(path.Dir(name), file); strings.HasPrefix(m[1], "#") {
				file = name
			}
			target, ok := files[file]
			if !ok {
				t.Errorf("%s: %s is not in the book", name, m[1])
			}
			if fragment != "" && !strings.Contains(target, `id="`+fragment+`"`) {
				t.Errorf("%s: there is no #%s in %s", name, fragment, file)
			}
		}
	}
	if seen < 20 {
		t.Errorf("only %d links", seen)
	}
}

func TestLinksToChaptersStayInTheBook(t *testing.T) {
	files, _ := book(t)
	if !strings.Contains(files["EPUB/introduction.xhtml"], `href="chapter-father.xhtml#father-quando"`) {
		t.Errorf("introduction:\n%s", files["EPUB/introduction.xhtml"])
	}
	if !strings.Contains(files["EPUB/chapter-father.xhtml"], `src="images/1.svg"`) || !strings.Contains(files["EPUB/chapter-father.xhtml"], "<h1>Il papà</h1>") {
		t.Errorf("chapter:\n%s", files["EPUB/chapter-father.xhtml"])
	}
}

func TestTheListOfPagesIsThatOfThePrintedEdition(t *testing.T) {
	files, _ := book(t)
	_, breaks, err := document.Guide(means(t), guide())
	if err != nil {
		t.Fatal(err)
	}
	_, list, _ := strings.Cut(files["EPUB/nav.xhtml"], `epub:type="page-list"`)
	for page := 1; page <= breaks.Pages; page++ {
		if page == 2 {
			continue // the contents of the printed edition
		}
		if !strings.Contains(list, fmt.Sprintf(`#page-%d">%d</a>`, page, page)) {
			t.Errorf("page %d of %d is not listed:\n%s", page, breaks.Pages, list)
		}
	}
	if breaks.Pages < 6 {
		t.Errorf("only %d pages", breaks.Pages)
	}
}

func TestABookSaysHowItCanBeRead(t *testing.T) {
	files, _ := book(t)
	opf := files["EPUB/package.opf"]
	for _, want := range []string{
		`<dc:title>Guida &amp; strumenti</dc:title>`, `<dc:language>it-IT</dc:language>`,
		`<meta property="schema:accessModeSufficient">textual</meta>`, `<meta property="schema:accessibilitySummary">Tutto testo.</meta>`,
		`<meta property="dcterms:modified">2026-11-22T00:00:00Z</meta>`, `properties="cover-image"`, `properties="nav"`,
		`<itemref idref="nav"/>`, `<itemref idref="c-introduction"/>`,
	} {
		if !strings.Contains(opf, want) {
			t.Errorf("no %s in\n%s", want, opf)
		}
	}
}

func TestABookHasTheSameBytesEveryTime(t *testing.T) {
	first, err := epub.Book(means(t), guide())
	if err != nil {
		t.Fatal(err)
	}
	second, err := epub.Book(means(t), guide())
	if err != nil || !bytes.Equal(first, second) {
		t.Errorf("other bytes (%v)", err)
	}
}
