package pdf

import (
	"bytes"
	"errors"
	"fmt"

	"dossier/internal/media"
)

// jpeg is a JPEG file under way: its headers without what a reader of a PDF has
// no use for (places, names and small previews in EXIF, colour profiles).
type jpeg struct {
	head          []byte
	width, height int
	components    int
}

// Markers of JPEG (ITU-T T.81, table B.1).
const (
	jpegAPP0  = 0xe0 // JFIF
	jpegAPP14 = 0xee // Adobe: says how colours are coded
	jpegAPP15 = 0xef
	jpegCOM   = 0xfe
	jpegSOS   = 0xda // the pixels follow
)

// readJPEG reads a JPEG; its pixels are passed through.
func readJPEG(data []byte) (*Image, error) {
	j := jpeg{head: []byte("\xff\xd8")}
	rest := data[2:]
	for {
		marker, segment, after, err := cutSegment(rest)
		if err != nil {
			return nil, err
		}
		if marker == jpegSOS {
			return j.image(rest, media.Orientation(data))
		}
		if err := j.take(marker, segment); err != nil {
			return nil, err
		}
		rest = after
	}
}

var errJPEG = errors.New("a damaged JPEG")

// cutSegment cuts the first segment, its marker included, off the headers.
func cutSegment(data []byte) (marker byte, segment, rest []byte, err error) {
	for len(data) > 1 && data[0] == 0xff && data[1] == 0xff {
		data = data[1:] // fill bytes
	}
	if len(data) < 4 || data[0] != 0xff {
		return 0, nil, nil, errJPEG
	}
	end := 2 + int(data[2])<<8 + int(data[3])
	if end < 4 || end > len(data) {
		return 0, nil, nil, errJPEG
	}
	return data[1], data[:end], data[end:], nil
}

// take keeps a segment, or drops it, or refuses the file.
func (j *jpeg) take(marker byte, segment []byte) error {
	switch {
	case marker > jpegAPP0 && marker <= jpegAPP15 && marker != jpegAPP14, marker == jpegCOM:
		return nil
	case marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc:
		if err := j.frame(marker, segment); err != nil {
			return err
		}
	}
	j.head = append(j.head, segment...)
	return nil
}

// frame reads the size and the colours.
func (j *jpeg) frame(marker byte, segment []byte) error {
	if j.components != 0 || len(segment) < 10 {
		return errJPEG
	}
	j.height, j.width = int(segment[5])<<8|int(segment[6]), int(segment[7])<<8|int(segment[8])
	j.components = int(segment[9])
	switch {
	case marker > 0xc2:
		return errors.New("a JPEG of a rare kind (lossless, hierarchical or arithmetic): save it as an ordinary one")
	case segment[4] != 8:
		return fmt.Errorf("a JPEG with %d bits a colour: save it with 8", segment[4])
	case j.components == 4:
		return errors.New("a JPEG in CMYK, the colours of print: save it in RGB")
	case j.components != 1 && j.components != 3:
		return fmt.Errorf("a JPEG with %d colour components: save it in RGB", j.components)
	}
	return checkSize(j.width, j.height, largest)
}

func (j *jpeg) image(scan []byte, orientation int) (*Image, error) {
	if j.components == 0 || !bytes.Contains(scan, []byte("\xff\xd9")) {
		return nil, errors.New("a JPEG that is cut off")
	}
	space := "/DeviceRGB"
	if j.components == 1 {
		space = "/DeviceGray"
	}
	return &Image{orientation: orientation, pixels: pixels{
		width: j.width, height: j.height, bits: 8, space: space,
		coding: "/Filter/DCTDecode", data: append(j.head, scan...),
	}}, nil
}
