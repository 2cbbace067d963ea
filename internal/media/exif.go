package media

import "bytes"

// Orientation reads the EXIF orientation of a JPEG, 1 (upright) to 8, as in
// TIFF 6.0's tag 274; 1 when there is none.
func Orientation(data []byte) int {
	for at := 2; at+4 <= len(data) && data[at] == 0xff; {
		marker, size := data[at+1], int(data[at+2])<<8|int(data[at+3])
		if marker == 0xda || size < 2 || at+2+size > len(data) {
			break
		}
		if marker == 0xe1 {
			if o := exifOrientation(data[at+4 : at+2+size]); o != 0 {
				return o
			}
		}
		at += 2 + size
	}
	return 1
}

func exifOrientation(b []byte) int {
	tiff, ok := bytes.CutPrefix(b, []byte("Exif\x00\x00"))
	if !ok || len(tiff) < 8 {
		return 0
	}
	u16, u32 := byteOrder(tiff)
	ifd := u32(4)
	if ifd < 8 || ifd+2 > len(tiff) {
		return 0
	}
	for i := range u16(ifd) {
		entry := ifd + 2 + 12*i
		if entry+12 > len(tiff) {
			return 0
		}
		if u16(entry) == 0x0112 {
			if o := u16(entry + 8); o >= 1 && o <= 8 {
				return o
			}
		}
	}
	return 0
}

// byteOrder returns readers of the numbers of a TIFF header's byte order.
func byteOrder(tiff []byte) (u16, u32 func(at int) int) {
	if tiff[0] == 'M' {
		return func(at int) int { return int(tiff[at])<<8 | int(tiff[at+1]) },
			func(at int) int {
				return int(tiff[at])<<24 | int(tiff[at+1])<<16 | int(tiff[at+2])<<8 | int(tiff[at+3])
			}
	}
	return func(at int) int { return int(tiff[at]) | int(tiff[at+1])<<8 },
		func(at int) int {
			return int(tiff[at]) | int(tiff[at+1])<<8 | int(tiff[at+2])<<16 | int(tiff[at+3])<<24
		}
}
