package media_test

import (
	"encoding/binary"
	"fmt"
	"testing"

	"dossier/internal/media"
)

// entry is a directory entry of one short number (TIFF 6.0, section 2).
type entry struct{ tag, value uint16 }

// tiff writes a header and one directory in a byte order.
func tiff(order binary.AppendByteOrder, entries ...entry) []byte {
	b := []byte("II")
	if order.String() == binary.BigEndian.String() {
		b = []byte("MM")
	}
	b = order.AppendUint16(b, 42)
	b = order.AppendUint32(b, 8)
	b = order.AppendUint16(b, uint16(len(entries)))
	for _, e := range entries {
		b = order.AppendUint16(b, e.tag)
		b = order.AppendUint16(b, 3)
		b = order.AppendUint32(b, 1)
		b = order.AppendUint16(b, e.value)
		b = order.AppendUint16(b, 0)
	}
	return order.AppendUint32(b, 0)
}

// segment writes a JPEG segment.
func segment(marker byte, data []byte) []byte {
	size := len(data) + 2
	return append([]byte{0xff, marker, byte(size >> 8), byte(size)}, data...)
}

func jpeg(segments ...[]byte) []byte {
	out := []byte{0xff, 0xd8}
	for _, s := range segments {
		out = append(out, s...)
	}
	return append(out, 0xff, 0xda, 0, 2, 0xff, 0xd9)
}

func exif(t []byte) []byte { return segment(0xe1, append([]byte("Exif\x00\x00"), t...)) }

func TestOrientationIsReadInBothByteOrders(t *testing.T) {
	for _, order := range []binary.AppendByteOrder{binary.BigEndian, binary.LittleEndian} {
		for want := 1; want <= 8; want++ {
			data := jpeg(
				segment(0xe0, []byte("JFIF\x00")),
				exif(tiff(order, entry{0x010f, 7}, entry{0x0112, uint16(want)}, entry{0x0128, 2})),
			)
			if got := media.Orientation(data); got != want {
				t.Errorf("%v: got %d, want %d", order, got, want)
			}
		}
	}
}

func TestWithoutAnOrientationAPictureIsUpright(t *testing.T) {
	big := binary.BigEndian
	whole := jpeg(exif(tiff(big, entry{0x0112, 6})))
	cases := map[string][]byte{
		"nothing":              nil,
		"PNG":                  []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"),
		"no EXIF":              jpeg(segment(0xe0, []byte("JFIF\x00"))),
		"other tags only":      jpeg(exif(tiff(big, entry{0x010f, 6}))),
		"0":                    jpeg(exif(tiff(big, entry{0x0112, 0}))),
		"9":                    jpeg(exif(tiff(big, entry{0x0112, 9}))),
		"another application":  jpeg(segment(0xe1, []byte("http://ns.adobe.com/xap/1.0/\x00"))),
		"behind the pixels":    append(jpeg(), exif(tiff(big, entry{0x0112, 6}))...),
		"segment of length 0":  {0xff, 0xd8, 0xff, 0xe1, 0, 0, 0xff, 0xe1, 0, 0},
		"segment of length 1":  {0xff, 0xd8, 0xff, 0xe1, 0, 1, 0xff, 0xe1, 0, 1},
		"directory far away":   jpeg(exif([]byte("MM\x00*\xff\xff\xff\xff\x00\x01"))),
		"directory inside":     jpeg(exif([]byte("MM\x00*\x00\x00\x00\x02\x00\x01"))),
		"more entries claimed": jpeg(exif([]byte("MM\x00*\x00\x00\x00\x08\xff\xff"))),
		"header only":          jpeg(exif([]byte("MM\x00*"))),
	}
	for name, data := range cases {
		if got := media.Orientation(data); got != 1 {
			t.Errorf("%s: %d", name, got)
		}
	}
	for n := range len(whole) - 8 {
		if got := media.Orientation(whole[:n]); got != 1 && got != 6 {
			t.Errorf("cut at %d: %d", n, got)
		}
	}
}

func TestTheSecondEXIFSegmentCountsWhereTheFirstIsSilent(t *testing.T) {
	data := jpeg(segment(0xe1, []byte("http://ns.adobe.com/xap/1.0/\x00")), exif(tiff(binary.LittleEndian, entry{0x0112, 8})))
	if got := media.Orientation(data); got != 8 {
		t.Errorf("got %d", got)
	}
}

func FuzzOrientation(f *testing.F) {
	for _, order := range []binary.AppendByteOrder{binary.BigEndian, binary.LittleEndian} {
		f.Add(jpeg(exif(tiff(order, entry{0x0112, 6}))))
		f.Add(jpeg(segment(0xe0, []byte("JFIF")), exif(tiff(order))))
	}
	f.Add([]byte{0xff, 0xd8, 0xff, 0xe1, 0, 0})
	f.Fuzz(func(t *testing.T, data []byte) {
		if got := media.Orientation(data); got < 1 || got > 8 {
			t.Fatal(fmt.Sprint(got))
		}
	})
}
