package pdf

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
)

// Image is a picture as one document uses it.
type Image struct {
	doc         *Document
	pixels      pixels
	mask        *pixels // how opaque each pixel is; nil: all are
	orientation int     // as in EXIF: 1 is upright
	index       int     // from 1 by first use; 0: not used
	ref         ref     // while the file is written
}

// pixels are the data of an image object (ISO 32000-1, 8.9.5).
type pixels struct {
	width, height int
	bits          int    // a component
	space         string // of colours
	coding        string // how data is coded already; empty: compressed when written
	data          []byte
}

// digest is a SHA-256 sum.
type digest [sha256.Size]byte

// Image reads a PNG or JPEG file. What PDF can hold as it is, is passed through;
// other PNGs are decoded, and brought to eight bits. An error says in words what
// is wrong with the file. The same bytes give the same image.
func (d *Document) Image(data []byte) (*Image, error) {
	sum := digest(sha256.Sum256(data))
	if img := d.images[sum]; img != nil {
		return img, nil
	}
	img, err := readImage(data)
	if err != nil {
		return nil, err
	}
	img.doc = d
	d.images[sum] = img
	return img, nil
}

func readImage(data []byte) (*Image, error) {
	switch {
	case bytes.HasPrefix(data, []byte(pngSignature)):
		return readPNG(data)
	case bytes.HasPrefix(data, []byte("\xff\xd8")):
		return readJPEG(data)
	}
	return nil, errors.New("neither a PNG nor a JPEG")
}

// largest is how many pixels an image has at most: 8 000 × 6 000. One that must be
// decoded may have a third of that, since it is in memory pixel by pixel.
const (
	largest        = 48_000_000
	largestDecoded = 16_000_000
)

// checkSize refuses images without pixels, and those that would fill the memory.
func checkSize(width, height, most int) error {
	if width < 1 || height < 1 || width > most || height > most/width {
		return fmt.Errorf("%d × %d pixels: none, or more than %d million", width, height, most/1_000_000)
	}
	return nil
}

// Size returns the width and height in pixels as the image is to be seen.
func (i *Image) Size() (w, h int) {
	if i.orientation >= 5 {
		return i.pixels.height, i.pixels.width
	}
	return i.pixels.width, i.pixels.height
}

func (i *Image) transparent() bool { return i.mask != nil }

// upright returns the map of the unit square, y upwards, that turns the stored
// image upright (TIFF 6.0, Orientation).
func (i *Image) upright() Matrix {
	switch i.orientation {
	case 2: // mirrored left to right
		return Matrix{-1, 0, 0, 1, 1, 0}
	case 3: // upside down
		return Matrix{-1, 0, 0, -1, 1, 1}
	case 4: // mirrored top to bottom
		return Matrix{1, 0, 0, -1, 0, 1}
	case 5: // the first row is the left side, read downwards
		return Matrix{0, -1, -1, 0, 1, 1}
	case 6: // the first row is the right side, read downwards
		return Matrix{0, -1, 1, 0, 0, 1}
	case 7: // the first row is the right side, read upwards
		return Matrix{0, 1, 1, 0, 0, 0}
	case 8: // the first row is the left side, read upwards
		return Matrix{0, 1, -1, 0, 1, 0}
	}
	return Matrix{1, 0, 0, 1, 0, 0}
}

func (i *Image) write(f *file) {
	var mask ref
	if i.mask != nil {
		mask = f.alloc()
		i.mask.write(f, mask, 0)
	}
	i.pixels.write(f, i.ref, mask)
}

func (p *pixels) write(f *file, r, mask ref) {
	var o object
	o.raw("/Type/XObject/Subtype/Image/Width ").int(p.width).raw("/Height ").int(p.height)
	o.raw("/BitsPerComponent ").int(p.bits).raw("/ColorSpace").raw(p.space).raw(p.coding)
	if mask != 0 {
		o.raw("/SMask ").ref(mask)
	}
	c := plain
	if p.coding == "" {
		c = deflated
	}
	f.stream(r, string(o.b), p.data, c)
}
