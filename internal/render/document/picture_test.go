package document_test

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"strings"
	"testing"

	"dossier/internal/markdown"
	"dossier/internal/render/document"
	"dossier/internal/view"
)

// pictures are files of a site, by source.
var pictures = map[string][]byte{
	"linee.svg":   []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path d="M1 1L20 18L39 1" fill="none" stroke="#c00" stroke-linecap="round"/><text x="9" y="9">Asse</text></svg>`),
	"sfumata.svg": []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><linearGradient id="a"/><rect width="9" height="9" fill="url(#a)"/></svg>`),
	"girata.svg":  []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><text transform="rotate(90)">Asse</text></svg>`),
	"foto.png":    photo(),
	"rotta.png":   []byte("no picture"),
}

func photo() []byte {
	img := image.NewRGBA(image.Rect(0, 0, 30, 20))
	for i := range 600 {
		img.Set(i%30, i/30, color.RGBA{uint8(i), 80, 120, 255})
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// illustrated is a guide with one picture in its text.
func illustrated(source, alt, title string, p markdown.Picture) *view.GuidePaper {
	p.URL = "/files/" + source
	text := "![" + alt + "](" + source
	if title != "" {
		text += ` "` + title + `"`
	}
	v := within("Prima.\n\n"+text+")\n\nDopo.\n", markdown.Resolved{Images: []markdown.Picture{p}})
	_, format, _ := strings.Cut(source, ".")
	v.Paper.Pictures = []view.PaperPicture{
		{URL: "/files/altra.svg", Picture: view.Picture{Source: "altra.svg", Format: "svg"}},
		{URL: "/files/" + source, Picture: view.Picture{Source: source, Format: format}},
	}
	return v
}

func TestPicturesOfTheTextAreDrawn(t *testing.T) {
	for source, drawn := range map[string]string{"linee.svg": "\n0.8 0 0 RG\n", "foto.png": "/Subtype/Image"} {
		got := set(t, means(t, pictures), illustrated(source, "Tre linee", "Le linee della legge", markdown.Picture{Width: 40, Height: 20}))
		got.tagged(t, "Prima.", `Figure Alt="Tre linee"`, "Caption", "Le linee della legge", "Dopo.")
		if !strings.Contains(got.inside+string(got.data), drawn) {
			t.Errorf("%s is not drawn", source)
		}
	}
}

func TestAPictureOnItsOwnNeedsNoCaptionToBeDrawn(t *testing.T) {
	got := set(t, means(t, pictures), illustrated("linee.svg", "Tre linee", "", markdown.Picture{Width: 40, Height: 20}))
	got.tagged(t, "Prima.", `Figure Alt="Tre linee"`, "Dopo.")
	if !strings.Contains(got.inside, "\n0.8 0 0 RG\n") {
		t.Error("it is not drawn")
	}
}

func TestAPictureThatCannotBeDrawnIsTold(t *testing.T) {
	for _, source := range []string{"sfumata.svg", "girata.svg", "rotta.png"} {
		got := set(t, means(t, pictures), illustrated(source, "Tre linee", "Le linee della legge", markdown.Picture{Width: 40, Height: 20}))
		got.says(t, "Prima.\n", "Tre linee Le linee della legge\n", "Dopo.")
		if strings.Contains(got.Structure(), `Alt="Tre linee"`) {
			t.Errorf("%s: a figure of nothing", source)
		}
	}
}

func TestAPictureThatTheSiteDoesNotHaveIsTold(t *testing.T) {
	v := illustrated("linee.svg", "Tre linee", "Le linee", markdown.Picture{Width: 40, Height: 20})
	v.Paper.Pictures = nil
	got := set(t, means(t, nil), v)
	got.says(t, "Prima.\nTre linee Le linee\nDopo.")
	v.Body.Resolved.Images = nil
	got = set(t, means(t, nil), v)
	got.says(t, "Prima.\nTre linee Le linee\nDopo.")
}

func TestADecorativePictureIsNotRead(t *testing.T) {
	got := set(t, means(t, pictures), illustrated("linee.svg", "", "Un fregio", markdown.Picture{Width: 40, Height: 20, Decorative: true}))
	got.says(t, "Prima.\nUn fregio\nDopo.")
	if _, text, _ := strings.Cut(got.Structure(), "Prima."); strings.Contains(text[:strings.Index(text, "Dopo.")], "Figure") {
		t.Errorf("it is read:\n%s", text)
	}
	if !strings.Contains(got.inside, "\n0.8 0 0 RG\n") {
		t.Error("it is not drawn")
	}
}

func TestAPictureInALineIsItsDescription(t *testing.T) {
	v := illustrated("linee.svg", "", "", markdown.Picture{Width: 40, Height: 20})
	v.Body.Source = "Segui ![la linea](linee.svg) rossa.\n"
	got := set(t, means(t, pictures), v)
	got.says(t, "Segui la linea rossa.")
}

func TestAnImageOfTheCoverThatCannotBeDrawnIsTold(t *testing.T) {
	v := illustrated("sfumata.svg", "Tre linee", "", markdown.Picture{})
	v.Image = &view.Image{URL: "/files/sfumata.svg", Alt: "Drei Linien", Lang: "de"}
	got := set(t, means(t, pictures), v)
	got.tagged(t, "H1", `Lang="de"`, "Drei Linien", "TOC")
}

// TestAFileThatCannotBeReadIsAnError: content has been read before, so that it is
// the disk that fails.
func TestAFileThatCannotBeReadIsAnError(t *testing.T) {
	missing := view.Image{URL: "/files/assente.svg", Alt: "Assente"}
	known := []view.PaperPicture{{URL: missing.URL, Picture: view.Picture{Source: "assente.svg", Format: "svg"}}}
	inText := illustrated("assente.svg", "Assente", "Titolo", markdown.Picture{Width: 4, Height: 2})
	onCover, inChapter, inKit, inKitText, inProject, inProjectText, inSheet := guide(), guide(), kit(), kit(), project(), project(), sheet()
	onCover.Image = &missing
	inChapter.Chapters[0].Body = inText.Body
	inKit.Areas[0].Sheets[0].Body, inKitText.Body = inText.Body, inText.Body
	inProject.Image, inProjectText.Body = &missing, inText.Body
	inSheet.Sheet.Body = inText.Body
	logo := sheet()
	logo.Paper.Funding[0].Logos = []view.Image{missing}
	guideLogo, kitLogo, projectLogo := guide(), kit(), project()
	for _, p := range []*view.Paper{&onCover.Paper, &inChapter.Paper, &inKit.Paper, &inKitText.Paper, &inProject.Paper, &inProjectText.Paper, &inSheet.Paper, &logo.Paper} {
		p.Pictures = append(p.Pictures, known...)
	}
	for _, p := range []*view.Paper{&guideLogo.Paper, &kitLogo.Paper, &projectLogo.Paper} {
		p.Funding, p.Pictures = logo.Paper.Funding, known
	}
	for name, v := range map[string]any{
		"text": inText, "cover": onCover, "chapter": inChapter, "sheet of a kit": inKit, "text of a kit": inKitText, "project": inProject,
		"text of a project": inProjectText, "sheet": inSheet, "logo": logo, "logo of a guide": guideLogo, "logo of a kit": kitLogo, "logo of a project": projectLogo,
	} {
		if _, err := document.PDF(means(t, pictures), v); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestAnEmblemThatCannotBeDrawnIsAnError(t *testing.T) {
	in := means(t, nil)
	in.File = func(string) ([]byte, bool) { return []byte("<svg/>"), true }
	if _, err := document.PDF(in, sheet()); err == nil {
		t.Error("no error")
	}
}
