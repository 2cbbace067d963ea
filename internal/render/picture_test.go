package render

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"testing"

	"dossier/internal/view"
)

// The four corners of a picture as it is seen.
const (
	topLeft = iota
	topRight
	bottomRight
	bottomLeft
)

var corners = [4]color.NRGBA{topLeft: {220, 0, 0, 255}, topRight: {0, 180, 0, 255}, bottomRight: {0, 0, 220, 255}, bottomLeft: {230, 220, 0, 255}}

// seen says for each EXIF orientation where the first stored pixel and the last
// of its row are to be seen (TIFF 6.0, tag 274: row 0 and column 0).
var seen = map[int][2]int{
	1: {topLeft, topRight}, 2: {topRight, topLeft}, 3: {bottomRight, bottomLeft}, 4: {bottomLeft, bottomRight},
	5: {topLeft, bottomLeft}, 6: {topRight, bottomRight}, 7: {bottomRight, topRight}, 8: {bottomLeft, topLeft},
}

// stored makes a picture of four colours as a camera stores it in an orientation.
func stored(orientation, w, h int) image.Image {
	first, last := seen[orientation][0], seen[orientation][1]
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			corner := first
			switch right, low := x >= w/2, y >= h/2; {
			case right && low:
				corner = (first + 2) % 4
			case right:
				corner = last
			case low:
				corner = (last + 2) % 4
			}
			img.SetNRGBA(x, y, corners[corner])
		}
	}
	return img
}

// photograph encodes a picture with an orientation in its metadata.
func photograph(t *testing.T, img image.Image, orientation int) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := jpeg.Encode(&out, img, &jpeg.Options{Quality: 95}); err != nil {
		t.Fatal(err)
	}
	exif := "Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00" + string(rune(orientation)) + "\x00\x00\x00\x00\x00\x00"
	size := len(exif) + 2
	segment := append([]byte{0xff, 0xe1, byte(size >> 8), byte(size)}, exif...)
	return append(append(out.Bytes()[:2:2], segment...), out.Bytes()[2:]...)
}

func near(a, b color.Color) bool {
	ar, ag, ab, _ := a.RGBA()
	br, bg, bb, _ := b.RGBA()
	for _, d := range [][2]uint32{{ar, br}, {ag, bg}, {ab, bb}} {
		if max(d[0], d[1])-min(d[0], d[1]) > 0x2800 {
			return false
		}
	}
	return true
}

func TestPhotographsAreUprightAndScaled(t *testing.T) {
	for orientation := 1; orientation <= 8; orientation++ {
		t.Run(fmt.Sprint(orientation), func(t *testing.T) {
			w, h := 300, 200
			if orientation >= 5 {
				w, h = h, w // stored on its side
			}
			data, err := Inputs{}.picture(photograph(t, stored(orientation, w, h), orientation), &view.Picture{Width: 60, Format: "jpg"})
			if err != nil {
				t.Fatal(err)
			}
			got, format, err := image.Decode(bytes.NewReader(data))
			if err != nil || format != "jpeg" || got.Bounds().Dx() != 60 || got.Bounds().Dy() != 40 {
				t.Fatalf("%s %v, %v", format, got.Bounds(), err)
			}
			for corner, at := range map[int]image.Point{topLeft: {8, 8}, topRight: {52, 8}, bottomRight: {52, 32}, bottomLeft: {8, 32}} {
				if c := got.At(at.X, at.Y); !near(c, corners[corner]) {
					t.Errorf("corner %d is %v, want %v", corner, c, corners[corner])
				}
			}
			if bytes.Contains(data, []byte("Exif")) {
				t.Error("the metadata is still there")
			}
		})
	}
}

func TestPicturesKeepTheirProportions(t *testing.T) {
	cases := []struct{ w, h, width, height int }{
		{1000, 500, 100, 50}, {333, 100, 100, 30}, {50, 2000, 10, 400}, {2000, 2, 100, 1}, {100, 50, 100, 50},
	}
	for _, c := range cases {
		var in bytes.Buffer
		if err := png.Encode(&in, image.NewNRGBA(image.Rect(0, 0, c.w, c.h))); err != nil {
			t.Fatal(err)
		}
		data, err := Inputs{}.picture(in.Bytes(), &view.Picture{Width: c.width, Format: "png"})
		if err != nil {
			t.Fatal(err)
		}
		got, format, err := image.DecodeConfig(bytes.NewReader(data))
		if err != nil || format != "png" || got.Width != c.width || got.Height != c.height {
			t.Errorf("%d × %d to %d: %s %d × %d, %v", c.w, c.h, c.width, format, got.Width, got.Height, err)
		}
	}
}

func TestTransparencyIsKept(t *testing.T) {
	img := image.NewNRGBA(image.Rect(0, 0, 80, 80))
	for y := range 80 {
		for x := range 40 {
			img.SetNRGBA(x, y, color.NRGBA{200, 0, 0, 255})
		}
	}
	var in bytes.Buffer
	if err := png.Encode(&in, img); err != nil {
		t.Fatal(err)
	}
	data, err := Inputs{}.picture(in.Bytes(), &view.Picture{Width: 20, Format: "png"})
	if err != nil {
		t.Fatal(err)
	}
	got, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if _, _, _, a := got.At(18, 10).RGBA(); a != 0 {
		t.Errorf("the empty half has opacity %d", a)
	}
	if c := got.At(2, 10); !near(c, color.NRGBA{200, 0, 0, 255}) {
		t.Errorf("the red half is %v", c)
	}
}

func TestTheSamePictureHasTheSameBytes(t *testing.T) {
	in := photograph(t, stored(6, 90, 120), 6)
	a, _ := Inputs{}.picture(in, &view.Picture{Width: 33, Format: "jpg"})
	b, err := Inputs{}.picture(in, &view.Picture{Width: 33, Format: "jpg"})
	if err != nil || !bytes.Equal(a, b) {
		t.Errorf("%d and %d bytes, %v", len(a), len(b), err)
	}
}

func TestABrokenPictureIsAnError(t *testing.T) {
	whole := photograph(t, stored(1, 30, 20), 1)
	for _, data := range [][]byte{nil, []byte("GIF89a"), whole[:len(whole)/2]} {
		if _, err := (Inputs{}).picture(data, &view.Picture{Source: "a.jpg", Width: 10}); err == nil {
			t.Errorf("%d bytes: no error", len(data))
		}
	}
}
