package pdf_test

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"testing"
)

// pngOf returns a PNG of 8 × 6 pixels of a kind.
func pngOf(t testing.TB, kind string) []byte {
	t.Helper()
	r := image.Rect(0, 0, 8, 6)
	var img interface {
		image.Image
		Set(x, y int, c color.Color)
	}
	opacity := uint8(0xff)
	switch kind {
	case "gray":
		img = image.NewGray(r)
	case "gray16":
		img = image.NewGray16(r)
	case "rgb":
		img = image.NewRGBA(r)
	case "rgb16":
		img = image.NewRGBA64(r)
	case "alpha":
		img, opacity = image.NewNRGBA(r), 0x80
	case "palette":
		img = image.NewPaletted(r, color.Palette{color.Black, color.White, color.RGBA{R: 0xff, A: 0xff}})
	case "clear palette":
		img = image.NewPaletted(r, color.Palette{color.Black, color.White, color.NRGBA{R: 0xff, A: 0x40}})
	default:
		t.Fatalf("no kind %q", kind)
	}
	for y := range 6 {
		for x := range 8 {
			img.Set(x, y, color.NRGBA{R: uint8(30 * x), G: uint8(40 * y), B: 0x80, A: opacity})
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// jpegOf returns a JPEG of an image.
func jpegOf(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
