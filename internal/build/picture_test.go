package build_test

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"

	"dossier/internal/build"
)

// gradient is a picture whose corners can be told apart: red to the right, green
// downwards.
func gradient(w, h int) image.Image {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			img.SetRGBA(x, y, color.RGBA{uint8(255 * x / w), uint8(255 * y / h), 40, 255})
		}
	}
	return img
}

// photograph is a JPEG of w × h pixels as a camera stores it, with an EXIF
// segment that says how it was held and where it was taken.
func photograph(t testing.TB, w, h, orientation int) []byte {
	t.Helper()
	var plain bytes.Buffer
	if err := jpeg.Encode(&plain, gradient(w, h), nil); err != nil {
		t.Fatal(err)
	}
	app1 := exif(orientation)
	out := []byte{0xff, 0xd8, 0xff, 0xe1}
	out = binary.BigEndian.AppendUint16(out, uint16(len(app1)+2))
	out = append(out, app1...)
	return append(out, plain.Bytes()[2:]...)
}

// exif is the content of an APP1 segment (Exif 3.0, 4.5.4): a big-endian TIFF
// header, a directory with orientation (274), the camera's maker (271) and the
// pointer (34853) to a GPS directory with a latitude of 59° 54′ 50″ north.
func exif(orientation int) []byte {
	b := []byte("Exif\x00\x00MM\x00*")
	tiff := len("Exif\x00\x00")
	u16 := func(n int) { b = binary.BigEndian.AppendUint16(b, uint16(n)) }
	u32 := func(n int) { b = binary.BigEndian.AppendUint32(b, uint32(n)) }
	entry := func(tag, kind, count int) { u16(tag); u16(kind); u32(count) }
	u32(8)
	u16(3)
	entry(271, 2, 12)
	u32(8 + 2 + 3*12 + 4)
	entry(274, 3, 1)
	u16(orientation)
	u16(0)
	gps := 8 + 2 + 3*12 + 4 + 12
	entry(34853, 4, 1)
	u32(gps)
	u32(0)
	b = append(b, "SecretMaker\x00"...)
	if len(b)-tiff != gps {
		panic("the GPS directory is not where the pointer says")
	}
	u16(2)
	entry(1, 2, 2)
	b = append(b, 'N', 0, 0, 0)
	entry(2, 5, 3)
	u32(gps + 2 + 2*12 + 4)
	u32(0)
	for _, n := range []int{59, 1, 54, 1, 50, 1} {
		u32(n)
	}
	return b
}

// withPhotographs puts a photograph into the body of the about page and into the
// hero of the project, and a drawing in PNG beside it.
func withPhotographs(t *testing.T) *build.Result {
	t.Helper()
	site := europe(t)
	site.write("content/pages/harbour.jpg", string(photograph(t, 2000, 1500, 6)))
	site.replace("content/pages/about.en.md", "The site", "![Boats in a row](harbour.jpg \"The harbour\")\n\nSeen ![small boats](harbour.jpg) from here. The site")
	var drawing bytes.Buffer
	if err := png.Encode(&drawing, gradient(700, 350)); err != nil {
		t.Fatal(err)
	}
	site.write("content/projects/fjord/plan.png", drawing.String())
	site.replace("content/projects/fjord/index.md", "acronym:", "image: {src: plan.png, alt: {it: Pianta, en: Plan, nb: Plan, el: Σχέδιο, bg: План, pl: Plan}, credit: \"A. Nilsen\"}\nacronym:")
	return site.fresh()
}

func TestPhotographs(t *testing.T) {
	r := withPhotographs(t)
	t.Run("are made in several sizes and upright", func(t *testing.T) { severalSizes(t, r) })
	t.Run("lose what the camera wrote", func(t *testing.T) { noTraces(t, r) })
	t.Run("are offered in their sizes", func(t *testing.T) { offered(t, r) })
}

func severalSizes(t *testing.T, r *build.Result) {
	for _, tt := range []struct {
		path          string
		width, height int
		format        string
	}{
		{"files/pages/harbour-480.jpg", 480, 640, "jpeg"},
		{"files/pages/harbour-960.jpg", 960, 1280, "jpeg"},
		{"files/pages/harbour-1500.jpg", 1500, 2000, "jpeg"},
		{"files/projects/fjord/plan-480.png", 480, 240, "png"},
		{"files/projects/fjord/plan-700.png", 700, 350, "png"},
	} {
		img, format, err := image.Decode(strings.NewReader(file(t, r, tt.path)))
		if err != nil {
			t.Errorf("%s: %v", tt.path, err)
			continue
		}
		if size := img.Bounds().Size(); size.X != tt.width || size.Y != tt.height || format != tt.format {
			t.Errorf("%s is %v %s, not %d × %d %s", tt.path, size, format, tt.width, tt.height, tt.format)
		}
	}
	var made []string
	for _, f := range r.Files {
		if strings.HasPrefix(f.Path, "files/") {
			made = append(made, f.Path)
		}
	}
	if len(made) != 5 {
		t.Errorf("made: %s", made)
	}
	// Held upright, what the camera stored as the left edge is at the top.
	img, err := jpeg.Decode(strings.NewReader(file(t, r, "files/pages/harbour-480.jpg")))
	if err != nil {
		t.Fatal(err)
	}
	top, right := pixel(img, 240, 10), pixel(img, 470, 320)
	if top.R > 40 || pixel(img, 240, 630).R < 215 || right.G > 40 || pixel(img, 10, 320).G < 215 {
		t.Errorf("the photograph is not upright: top %v, right %v", top, right)
	}
}

func pixel(img image.Image, x, y int) color.RGBA {
	return color.RGBAModel.Convert(img.At(x, y)).(color.RGBA)
}

func TestAWideLandscapeIsCutTo1600Pixels(t *testing.T) {
	site := europe(t)
	site.write("content/pages/harbour.jpg", string(photograph(t, 2000, 200, 1)))
	site.replace("content/pages/about.en.md", "The site", "![Boats](harbour.jpg)\n\nThe site")
	r := site.fresh()
	for _, want := range []image.Point{{480, 48}, {960, 96}, {1600, 160}} {
		c, _, err := image.DecodeConfig(strings.NewReader(file(t, r, fmt.Sprintf("files/pages/harbour-%d.jpg", want.X))))
		if err != nil || c.Width != want.X || c.Height != want.Y {
			t.Errorf("%v: %d × %d, %v", want, c.Width, c.Height, err)
		}
	}
	contains(t, file(t, r, "en/about/index.html"), `src="/files/pages/harbour-1600.jpg"`, `width="1600" height="160"`)
}

func noTraces(t *testing.T, r *build.Result) {
	for _, f := range r.Files {
		if !strings.HasPrefix(f.Path, "files/") {
			continue
		}
		for _, trace := range []string{"Exif", "SecretMaker", "\xff\xe1"} {
			if bytes.Contains(f.Data, []byte(trace)) && (trace != "\xff\xe1" || bytes.HasPrefix(f.Data[2:], []byte(trace))) {
				t.Errorf("%s still holds %q", f.Path, trace)
			}
		}
	}
	if !bytes.Contains(photograph(t, 8, 8, 6), []byte("SecretMaker")) {
		t.Error("the photograph had nothing to hide")
	}
}

func offered(t *testing.T, r *build.Result) {
	page := mainOf(t, file(t, r, "en/about/index.html"))
	const sizes = `src="/files/pages/harbour-1500.jpg" srcset="/files/pages/harbour-480.jpg 480w, /files/pages/harbour-960.jpg 960w, /files/pages/harbour-1500.jpg 1500w"`
	if n := strings.Count(page, sizes); n != 2 {
		t.Errorf("%d of 2 pictures offer their sizes:\n%s", n, page)
	}
	contains(t, page, "<figure", "<figcaption>The harbour</figcaption>", `alt="Boats in a row"`, `alt="small boats"`)
	if n := strings.Count(page, `width="1500" height="2000"`); n != 2 {
		t.Errorf("%d of 2 pictures say their size", n)
	}
	hero := mainOf(t, file(t, r, "el/erga/filikotera-oraria/index.html"))
	contains(t, hero, `src="/files/projects/fjord/plan-700.png"`, `srcset="/files/projects/fjord/plan-480.png 480w, /files/projects/fjord/plan-700.png 700w"`,
		`width="700" height="350"`, `alt="Σχέδιο"`, "A. Nilsen")
	contains(t, file(t, r, "en/projects/fjord/index.html"), `property="og:image" content="https://fjord.example.no/files/projects/fjord/plan-700.png"`)
}

func TestTheFormatIsThatOfTheBytesWhateverTheNameSays(t *testing.T) {
	site := europe(t)
	var drawing bytes.Buffer
	if err := png.Encode(&drawing, gradient(100, 50)); err != nil {
		t.Fatal(err)
	}
	site.write("content/pages/LOUD.PNG", drawing.String())
	site.write("content/pages/scan.jpeg", string(photograph(t, 100, 50, 8)))
	site.replace("content/pages/about.en.md", "The site", "![Loud](LOUD.PNG) ![Scan](scan.jpeg) The site")
	r := site.fresh()
	for path, want := range map[string]string{"files/pages/LOUD-100.PNG": "png", "files/pages/scan-50.jpeg": "jpeg"} {
		if _, format, err := image.DecodeConfig(strings.NewReader(file(t, r, path))); err != nil || format != want {
			t.Errorf("%s is %s, %v; not %s", path, format, err, want)
		}
	}
	contains(t, file(t, r, "en/about/index.html"), `src="/files/pages/scan-50.jpeg" alt="Scan" width="50" height="100"`)
}

func TestAPhotographIsMadeOnceAndForgottenWithItsPage(t *testing.T) {
	site := europe(t)
	site.write("content/pages/harbour.jpg", string(photograph(t, 600, 400, 1)))
	site.replace("content/pages/about.en.md", "The site", "![Boats](harbour.jpg)\n\nThe site")
	r := site.resident()
	r.build()
	if got := r.rendered(); len(got) > 0 {
		t.Errorf("made again: %v", got)
	}
	site.write("content/pages/harbour.jpg", string(photograph(t, 600, 400, 3)))
	got := strings.Join(r.rendered(), " ")
	if got != "files/pages/harbour-480.jpg files/pages/harbour-600.jpg" {
		t.Errorf("a turned photograph made %s", got)
	}
	site.replace("content/pages/about.en.md", "![Boats](harbour.jpg)", "")
	r.build()
	if hasFile(r.last, "files/pages/harbour-600.jpg") {
		t.Error("a photograph that no page shows is published")
	}
}
