package pdf_test

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/internal/pdf"
)

// paint fills an image of 8 × 6 pixels with colours that differ.
func paint(img interface{ Set(x, y int, c color.Color) }, opacity uint8) {
	for y := range 6 {
		for x := range 8 {
			img.Set(x, y, color.NRGBA{R: uint8(30 * x), G: uint8(40 * y), B: 0x80, A: opacity})
		}
	}
}

// pngOf returns a PNG of a kind.
func pngOf(t testing.TB, kind string) []byte {
	t.Helper()
	r := image.Rect(0, 0, 8, 6)
	colours := color.Palette{color.Black, color.White, color.RGBA{R: 0xff, A: 0xff}}
	switch kind {
	case "gray":
		return encode(t, image.NewGray(r), 0xff)
	case "gray16":
		return encode(t, image.NewGray16(r), 0xff)
	case "rgb":
		return encode(t, image.NewRGBA(r), 0xff)
	case "rgb16":
		return encode(t, image.NewRGBA64(r), 0xff)
	case "alpha":
		return encode(t, image.NewNRGBA(r), 0x80)
	case "alpha16":
		return encode(t, image.NewNRGBA64(r), 0x80)
	case "palette":
		return encode(t, image.NewPaletted(r, colours), 0xff)
	case "clear palette":
		return encode(t, image.NewPaletted(r, append(colours, color.NRGBA{G: 0xff, B: 0x80, A: 0x40})), 0x40)
	}
	t.Fatalf("no kind %q", kind)
	return nil
}

func encode(t testing.TB, img interface {
	image.Image
	Set(x, y int, c color.Color)
}, opacity uint8,
) []byte {
	t.Helper()
	paint(img, opacity)
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func chunk(kind string, data []byte) []byte {
	b := binary.BigEndian.AppendUint32(nil, uint32(len(data)))
	b = append(append(b, kind...), data...)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[4:]))
}

// rawPNG returns a PNG of given chunks; data are its rows before compression.
func rawPNG(t testing.TB, width, height, bits, kind, interlace byte, palette, data []byte) []byte {
	t.Helper()
	var z bytes.Buffer
	w := zlib.NewWriter(&z)
	w.Write(data)
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	b := []byte("\x89PNG\r\n\x1a\n")
	b = append(b, chunk("IHDR", []byte{0, 0, 0, width, 0, 0, 0, height, bits, kind, 0, 0, interlace})...)
	if palette != nil {
		b = append(b, chunk("PLTE", palette)...)
	}
	half := z.Len() / 2 // data may come in pieces
	b = append(b, chunk("IDAT", z.Bytes()[:half])...)
	b = append(b, chunk("IDAT", z.Bytes()[half:])...)
	return append(b, chunk("IEND", nil)...)
}

// interlaced is a PNG of 2 × 2 gray pixels in Adam7 order: three passes have one.
func interlaced(t testing.TB) []byte {
	return rawPNG(t, 2, 2, 8, 0, 1, nil, []byte{0, 10, 0, 20, 0, 30, 40})
}

// placed draws an image on a page and returns the page's only image object.
func placed(t testing.TB, data []byte) (*reader, any, *pdf.Image) {
	t.Helper()
	tr := begin(t)
	img, err := tr.Image(data)
	if err != nil {
		t.Fatal(err)
	}
	p, area := tr.NewPage(100, 100), pdf.Rect{X: 10, Y: 20, W: 40, H: 30}
	p.Tagged(tr.Root().Child(pdf.Figure, pdf.Attributes{Alt: "A picture", BBox: &area})).Image(img, area)
	r := read(t, tr.bytes())
	return r, r.page(1, "Resources/XObject/I1"), img
}

// TestPNG reads every pixel of the image in the file, and of its mask, again.
func TestPNG(t *testing.T) {
	for _, c := range []struct {
		kind   string
		space  any
		bits   float64
		passed bool // on as it is
		masked bool
	}{
		{"gray", name("DeviceGray"), 8, true, false},
		{"rgb", name("DeviceRGB"), 8, true, false},
		{"palette", []any{name("Indexed"), name("DeviceRGB"), 2.0, str("\x00\x00\x00\xff\xff\xff\xff\x00\x00")}, 2, true, false},
		{"gray16", name("DeviceGray"), 8, false, false},
		{"rgb16", name("DeviceRGB"), 8, false, false},
		{"alpha", name("DeviceRGB"), 8, false, true},
		{"alpha16", name("DeviceRGB"), 8, false, true},
		{"clear palette", name("DeviceRGB"), 8, false, true},
	} {
		t.Run(c.kind, func(t *testing.T) {
			data := pngOf(t, c.kind)
			r, object, img := placed(t, data)
			if diff := cmp.Diff([]any{c.space, c.bits}, []any{r.in(object, "ColorSpace"), r.in(object, "BitsPerComponent")}); diff != "" {
				t.Error(diff)
			}
			if passed := r.in(object, "DecodeParms") != nil; passed != c.passed {
				t.Errorf("passed through: %v", passed)
			}
			if masked := r.in(object, "SMask") != nil; masked != c.masked {
				t.Errorf("masked: %v", masked)
			}
			if w, h := img.Size(); w != 8 || h != 6 {
				t.Errorf("%d × %d", w, h)
			}
			samePixels(t, data, r, object)
		})
	}
}

// samePixels compares the image object, colours and opacity, with a PNG file.
func samePixels(t *testing.T, file []byte, r *reader, object any) {
	t.Helper()
	want, err := png.Decode(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	got := r.decode(object)
	var mask image.Image = image.Opaque
	if m := r.in(object, "SMask"); m != nil {
		gray := r.decode(m).(*image.Gray)
		mask = &image.Alpha{Pix: gray.Pix, Stride: gray.Stride, Rect: gray.Rect}
	}
	for y := range want.Bounds().Dy() {
		for x := range want.Bounds().Dx() {
			c := color.NRGBAModel.Convert(want.At(x, y)).(color.NRGBA)
			d := color.NRGBAModel.Convert(got.At(x, y)).(color.NRGBA)
			_, _, _, a := mask.At(x, y).RGBA()
			d.A = uint8(a >> 8)
			if c != d {
				t.Fatalf("at %d, %d: %v, want %v", x, y, d, c)
			}
		}
	}
}

// decode returns the pixels of an image object.
func (r *reader) decode(object any) image.Image {
	r.t.Helper()
	w, h := int(r.in(object, "Width").(float64)), int(r.in(object, "Height").(float64))
	if r.in(object, "DecodeParms") == nil {
		return unpacked(r.content(object), w, h, r.in(object, "ColorSpace") == name("DeviceRGB"))
	}
	kind, palette := byte(0), []byte(nil)
	switch space := r.in(object, "ColorSpace").(type) {
	case []any:
		kind, palette = 3, []byte(space[3].(str))
	case name:
		if space == "DeviceRGB" {
			kind = 2
		}
	}
	file := rawPNG(r.t, byte(w), byte(h), byte(r.in(object, "BitsPerComponent").(float64)), kind, 0, palette, r.content(object))
	img, err := png.Decode(bytes.NewReader(file))
	if err != nil {
		r.t.Fatal(err)
	}
	return img
}

func unpacked(data []byte, w, h int, rgb bool) image.Image {
	if !rgb {
		return &image.Gray{Pix: data, Stride: w, Rect: image.Rect(0, 0, w, h)}
	}
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	for i := range w * h {
		img.Pix[4*i], img.Pix[4*i+1], img.Pix[4*i+2], img.Pix[4*i+3] = data[3*i], data[3*i+1], data[3*i+2], 0xff
	}
	return img
}

func TestAnInterlacedPNGIsDecoded(t *testing.T) {
	data := interlaced(t)
	r, object, _ := placed(t, data)
	samePixels(t, data, r, object)
	if got := r.content(object); !bytes.Equal(got, []byte{10, 20, 30, 40}) {
		t.Errorf("%v", got)
	}
}

func jpegOf(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func rgbJPEG(t testing.TB) []byte {
	img := image.NewRGBA(image.Rect(0, 0, 8, 6))
	paint(img, 0xff)
	return jpegOf(t, img)
}

// oriented returns the JPEG with EXIF that says how it is to be turned, and a
// comment and a place that are nobody's business.
func oriented(t testing.TB, orientation byte) []byte {
	tiff := []byte{'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0}
	exif := append([]byte("Exif\x00\x00"), append(tiff, "SECRET PLACE"...)...)
	segment := append([]byte{0xff, 0xe1, 0, byte(2 + len(exif))}, exif...)
	comment := append([]byte{0xff, 0xff, 0xfe, 0, 8}, "SECRET"...) // behind a fill byte
	return slices.Concat([]byte{0xff, 0xd8}, segment, comment, rgbJPEG(t)[2:])
}

func TestJPEGIsPassedThrough(t *testing.T) {
	gray := image.NewGray(image.Rect(0, 0, 8, 6))
	paint(gray, 0xff)
	for _, c := range []struct {
		what  string
		data  []byte
		space name
	}{
		{"colours", rgbJPEG(t), "DeviceRGB"},
		{"gray", jpegOf(t, gray), "DeviceGray"},
	} {
		r, object, _ := placed(t, c.data)
		got := []any{r.in(object, "ColorSpace"), r.in(object, "Filter"), r.in(object, "Width"), r.in(object, "Height")}
		if diff := cmp.Diff([]any{c.space, name("DCTDecode"), 8.0, 6.0}, got); diff != "" {
			t.Errorf("%s: %s", c.what, diff)
		}
		if !bytes.Equal(r.content(object), c.data) {
			t.Errorf("%s: not the same bytes", c.what)
		}
	}
}

// TestOrientation draws an image into a field of 40 × 30 points whose lower left
// corner is at 10, 50; where its corners come to lie is what TIFF 6.0 says.
func TestOrientation(t *testing.T) {
	type point = [2]float64
	topLeft, topRight, bottomLeft, bottomRight := point{10, 80}, point{50, 80}, point{10, 50}, point{50, 50}
	for i, want := range [][2]point{ // of the stored image's upper left and upper right pixel
		{topLeft, topRight},
		{topRight, topLeft},
		{bottomRight, bottomLeft},
		{bottomLeft, bottomRight},
		{topLeft, bottomLeft},
		{topRight, bottomRight},
		{bottomRight, topRight},
		{bottomLeft, topLeft},
	} {
		r, object, img := placed(t, oriented(t, byte(i+1)))
		_, after, _ := strings.Cut(r.drawn(1), "BDC\nq")
		var m [6]float64
		p := parser{t, []byte(after)}
		for j := range m {
			m[j] = p.value().(float64)
		}
		corner := func(x, y float64) point { return point{m[0]*x + m[2]*y + m[4], m[1]*x + m[3]*y + m[5]} }
		if got := [2]point{corner(0, 1), corner(1, 1)}; got != want {
			t.Errorf("orientation %d: %v, want %v", i+1, got, want)
		}
		if w, h := img.Size(); (w == 6 && h == 8) != (i >= 4) {
			t.Errorf("orientation %d: %d × %d", i+1, w, h)
		}
		if bytes.Contains(r.content(object), []byte("SECRET")) {
			t.Errorf("orientation %d: what EXIF and comments say is in the file", i+1)
		}
	}
}

func TestTheSameBytesAreOneImage(t *testing.T) {
	tr := begin(t)
	one, err := tr.Image(pngOf(t, "rgb"))
	if err != nil {
		t.Fatal(err)
	}
	other, err := tr.Image(pngOf(t, "rgb"))
	if err != nil || one != other {
		t.Errorf("two images, %v", err)
	}
	if _, err := tr.Image(pngOf(t, "gray")); err != nil {
		t.Error(err)
	}
	p, q, area := tr.a4(), tr.a4(), pdf.Rect{W: 10, H: 10}
	tr.element(p, pdf.P, pdf.Attributes{})
	p.Artifact(pdf.Layout).Image(one, area)
	p.Artifact(pdf.Layout).Image(other, area)
	q.Artifact(pdf.Layout).Image(other, area)
	if n := bytes.Count(tr.bytes(), []byte("/Subtype/Image")); n != 1 {
		t.Errorf("%d images in the file", n)
	}
}

// broken returns data with the bytes at an offset replaced.
func broken(data []byte, at int, with ...byte) []byte {
	data = bytes.Clone(data)
	copy(data[at:], with)
	return data
}

func TestImagesThatCannotBeReadAreRefused(t *testing.T) {
	photo, drawing := rgbJPEG(t), pngOf(t, "alpha")
	frame := bytes.Index(photo, []byte{0xff, 0xc0})
	scan := bytes.Index(photo, []byte{0xff, 0xda})
	huge := append([]byte("\x89PNG\r\n\x1a\n"), chunk("IHDR", []byte{0, 0, 0x80, 0, 0, 0, 0x80, 0, 16, 6, 0, 0, 0})...)
	huge = append(append(huge, chunk("IDAT", nil)...), chunk("IEND", nil)...)
	for _, c := range []struct {
		what string
		data []byte
		want string
	}{
		{"nothing", nil, "neither a PNG nor a JPEG"},
		{"a GIF", []byte("GIF89a"), "neither a PNG nor a JPEG"},
		{"CMYK", broken(photo, frame+9, 4), "CMYK"},
		{"two colours", broken(photo, frame+9, 2), "2 colour components"},
		{"twelve bits", broken(photo, frame+4, 12), "12 bits"},
		{"lossless", broken(photo, frame+1, 0xc3), "of a rare kind"},
		{"without width", broken(photo, frame+7, 0, 0), "0 × 6 pixels"},
		{"two frames", slices.Concat(photo[:scan], photo[frame:]), "damaged JPEG"},
		{"no frame", slices.Concat(photo[:frame], photo[scan:]), "cut off"},
		{"cut in the pixels", photo[:len(photo)-2], "cut off"},
		{"cut in the headers", photo[:frame+5], "damaged JPEG"},
		{"only the start", photo[:2], "damaged JPEG"},
		{"no marker", broken(photo, 2, 0), "damaged JPEG"},
		{"segment of no length", broken(photo, 4, 0, 1), "damaged JPEG"},
		{"short frame", slices.Concat(photo[:2], []byte{0xff, 0xc0, 0, 3, 8}, photo[scan:]), "damaged JPEG"},

		{"cut PNG", drawing[:40], "cut off"},
		{"cut before the end", drawing[:len(drawing)-12], "cut off"},
		{"checksum", broken(drawing, 50, drawing[50]+1), "damaged PNG"},
		{"no header", append([]byte("\x89PNG\r\n\x1a\n"), chunk("IEND", nil)...), "damaged PNG"},
		{"short header", append([]byte("\x89PNG\r\n\x1a\n"), chunk("IHDR", []byte{1})...), "damaged PNG"},
		{"no palette", rawPNG(t, 1, 1, 8, 3, 0, nil, []byte{0, 0}), "damaged PNG"},
		{"half a palette", rawPNG(t, 1, 1, 8, 3, 0, []byte{1, 2}, []byte{0, 0}), "damaged PNG"},
		{"no such colours", rawPNG(t, 1, 1, 8, 1, 0, nil, []byte{0, 0}), "damaged PNG"},
		{"no such depth", rawPNG(t, 1, 1, 3, 0, 0, nil, []byte{0, 0}), "damaged PNG"},
		{"too few rows", rawPNG(t, 1, 9, 8, 6, 0, nil, []byte{0, 1, 2, 3, 4}), "damaged PNG"},
		{"huge", huge, "more than 16 million"},
		{"without pixels", rawPNG(t, 0, 9, 8, 2, 0, nil, nil), "damaged PNG"},
		{"without height", rawPNG(t, 9, 0, 8, 2, 0, nil, nil), "9 × 0 pixels"},
	} {
		_, err := begin(t).Image(c.data)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", c.what, err, c.want)
		}
	}
}

// FuzzImage: whatever the bytes, an image is either refused or can be drawn.
func FuzzImage(f *testing.F) {
	for _, kind := range []string{"gray", "rgb", "rgb16", "alpha", "palette", "clear palette"} {
		f.Add(pngOf(f, kind))
	}
	f.Add(interlaced(f))
	f.Add(oriented(f, 6))
	f.Fuzz(func(t *testing.T, data []byte) {
		d := pdf.New(pdf.Info{Title: "Trial", Lang: "en"})
		img, err := d.Image(data)
		if err != nil {
			return
		}
		if w, h := img.Size(); w < 1 || h < 1 {
			t.Errorf("%d × %d", w, h)
		}
		area := pdf.Rect{W: 10, H: 10}
		d.NewPage(100, 100).Tagged(d.Root().Child(pdf.Figure, pdf.Attributes{Alt: "A picture", BBox: &area})).Image(img, area)
		if _, err := d.Bytes(); err != nil {
			t.Error(err)
		}
	})
}
