package media_test

import (
	"bytes"
	"image"
	"image/color"
	"image/gif"
	jpg "image/jpeg"
	"image/png"
	"strings"
	"testing"

	"dossier/internal/media"
)

// pictures are small whole pictures, by format.
func pictures(t testing.TB) map[string][]byte {
	t.Helper()
	img := image.NewPaletted(image.Rect(0, 0, 8, 8), color.Palette{color.Black, color.White})
	all := map[string]*bytes.Buffer{"png": {}, "jpeg": {}, "gif": {}}
	for format, err := range map[string]error{
		"png": png.Encode(all["png"], img), "jpeg": jpg.Encode(all["jpeg"], img, nil), "gif": gif.Encode(all["gif"], img, nil),
	} {
		if err != nil {
			t.Fatal(format, err)
		}
	}
	return map[string][]byte{
		"png": all["png"].Bytes(), "jpeg": all["jpeg"].Bytes(), "gif": all["gif"].Bytes(),
		"webp": []byte("RIFF\x1a\x00\x00\x00WEBPVP8L\x0d\x00\x00\x00\x2f\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"),
	}
}

func TestAPictureThatWasCutOffIsSeen(t *testing.T) {
	for format, data := range pictures(t) {
		if !media.IsWhole(format, data) {
			t.Errorf("%s: a whole one is refused", format)
		}
		for n := range len(data) - 1 {
			if media.IsWhole(format, data[:n]) {
				t.Errorf("%s cut at %d of %d passes", format, n, len(data))
			}
		}
	}
	data := bytes.Clone(pictures(t)["png"])
	data[len(data)-20] ^= 1
	if media.IsWhole("png", data) {
		t.Error("a changed PNG passes")
	}
}

func TestDocumentsAreWhatTheirNamesSay(t *testing.T) {
	for _, c := range []struct {
		format, data string
		want         bool
	}{
		{"pdf", "%PDF-1.7\n…\n%%EOF\n", true},
		{"pdf", "junk\n%PDF-1.4\n%%EOF", true},
		{"pdf", "%PDF-1.7\n", false},
		{"pdf", "<html>%%EOF", false},
		{"pdf", "", false},
		{"zip", "PK\x05\x06" + strings.Repeat("\x00", 18), true},
		{"docx", "PK\x03\x04", false},
		{"odt", "ciao", false},
		{"txt", "x", true},
		{"txt", "", false},
		{"csv", "a,b", true},
	} {
		if got := media.IsDocument(c.format, []byte(c.data)); got != c.want {
			t.Errorf("%s %q: %v", c.format, c.data, got)
		}
	}
}

func TestWhatBrowsersRunIsActive(t *testing.T) {
	for _, format := range []string{"html", "htm", "xhtml", "js", "mjs", "xml", "svgz", "swf", "exe", "lnk"} {
		if !media.IsActive(format) {
			t.Errorf("%s passes", format)
		}
	}
	for _, format := range []string{"pdf", "svg", "txt", "csv", "zip", "png", "docx", ""} {
		if media.IsActive(format) {
			t.Errorf("%s is refused", format)
		}
	}
}

func TestDrawingsThatWouldBlockABrowserAreRefused(t *testing.T) {
	chain := func(n int) string {
		var b strings.Builder
		for i := range n {
			b.WriteString(`<g id="a` + strings.Repeat("a", i) + `"><use href="#a` + strings.Repeat("a", i+1) + `"/><use href="#a` + strings.Repeat("a", i+1) + `"/></g>`)
		}
		return b.String() + `<rect id="a` + strings.Repeat("a", n) + `"/><use href="#a"/>`
	}
	for name, text := range map[string]string{
		"doubling": drawing(chain(40)), "itself": drawing(`<g id="a"><use href="#a"/></g>`), "within itself": drawing(strings.Repeat("<g>", 300) + strings.Repeat("</g>", 300)),
		"two that use each other": drawing(`<g id="a"><use href="#b"/></g><g id="b"><use xlink:href="#a"/></g>`), "pattern": drawing(`<pattern id="p"><rect fill="url('#p')"/></pattern>`),
	} {
		if _, _, problem := media.SVG([]byte(text)); problem != "image-unreadable.bomb" {
			t.Errorf("%s: %q", name, problem)
		}
	}
	for name, text := range map[string]string{
		"a few doublings": drawing(chain(5)), "a use of nothing": drawing(`<use href="#a"/>`), "deep": drawing(strings.Repeat("<g>", 100) + strings.Repeat("</g>", 100)),
		"many": drawing(strings.Repeat(`<rect/>`, 50_000)), "gradients": drawing(`<linearGradient id="a"/>` + strings.Repeat(`<rect fill="url(#a)"/>`, 5000)),
	} {
		if _, _, problem := media.SVG([]byte(text)); problem != "" {
			t.Errorf("%s: %q", name, problem)
		}
	}
}

// FuzzHeaders reads damaged files as pictures and documents.
func FuzzHeaders(f *testing.F) {
	for _, data := range pictures(f) {
		f.Add(data)
		f.Add(data[:len(data)/2])
	}
	f.Add([]byte("%PDF-1.7\n%%EOF"))
	f.Add([]byte("PK\x05\x06"))
	f.Fuzz(func(_ *testing.T, data []byte) {
		for _, format := range []string{"png", "jpeg", "gif", "webp"} {
			media.IsWhole(format, data)
		}
		for _, format := range []string{"pdf", "zip", "txt"} {
			media.IsDocument(format, data)
		}
		media.Orientation(data)
	})
}
