package pdf

import (
	"encoding/binary"
	"math"
	"slices"
)

// profile returns an ICC profile of the sRGB colour space (IEC 61966-2-1), of
// version 2 (ICC.1:2001-04) and the display class: what the document's colours
// mean where a device has colours of its own.
func profile() []byte {
	curve := iccCurve()
	tags := []struct {
		signature string
		data      []byte
	}{
		{"desc", iccDescription("sRGB")},
		{"cprt", iccText("No copyright, use freely")},
		{"wtpt", iccXYZ(0.9642, 1, 0.8249)}, // D50, to which the primaries are adapted
		{"rXYZ", iccXYZ(0.43607, 0.22249, 0.01392)},
		{"gXYZ", iccXYZ(0.38515, 0.71687, 0.09708)},
		{"bXYZ", iccXYZ(0.14307, 0.06061, 0.71410)},
		{"rTRC", curve},
		{"gTRC", nil}, // the same data as the tag before
		{"bTRC", nil},
	}
	order := binary.BigEndian
	table := order.AppendUint32(nil, uint32(len(tags)))
	var body []byte
	at, size := 0, 0
	for _, t := range tags {
		if t.data != nil {
			at, size = iccHeader+4+12*len(tags)+len(body), len(t.data)
			body = append(body, t.data...)
			body = append(body, make([]byte, -len(body)&3)...)
		}
		table = append(table, t.signature...)
		table = order.AppendUint32(table, uint32(at))
		table = order.AppendUint32(table, uint32(size))
	}
	return slices.Concat(iccHead(iccHeader+len(table)+len(body)), table, body)
}

const iccHeader = 128 // its size in bytes

func iccHead(size int) []byte {
	h := make([]byte, iccHeader)
	order := binary.BigEndian
	order.PutUint32(h, uint32(size))
	order.PutUint32(h[8:], 0x02100000) // version 2.1
	copy(h[12:], "mntrRGB XYZ ")
	for i, v := range []uint16{2000, 1, 1} { // a date is required; this one says nothing
		order.PutUint16(h[24+2*i:], v)
	}
	copy(h[36:], "acsp")
	copy(h[68:], iccXYZ(0.9642, 1, 0.8249)[8:]) // the illuminant D50
	return h
}

// iccCurve returns the transfer curve: linear light for 256 values of a channel.
func iccCurve() []byte {
	const points = 256
	b := append([]byte("curv\x00\x00\x00\x00"), 0, 0, points>>8, points&255)
	for i := range points {
		v := float64(i) / (points - 1)
		if v <= 0.04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+0.055)/1.055, 2.4)
		}
		b = binary.BigEndian.AppendUint16(b, uint16(math.Round(v*65535)))
	}
	return b
}

func iccXYZ(x, y, z float64) []byte {
	b := []byte("XYZ \x00\x00\x00\x00")
	for _, v := range []float64{x, y, z} {
		b = binary.BigEndian.AppendUint32(b, uint32(math.Round(v*65536)))
	}
	return b
}

func iccText(s string) []byte { return []byte("text\x00\x00\x00\x00" + s + "\x00") }

// iccDescription returns a textDescriptionType: the name in ASCII, and none in
// Unicode and in Macintosh script code.
func iccDescription(s string) []byte {
	b := []byte("desc\x00\x00\x00\x00")
	b = binary.BigEndian.AppendUint32(b, uint32(len(s)+1))
	b = append(b, s...)
	return append(b, make([]byte, 1+4+4+2+1+67)...)
}
