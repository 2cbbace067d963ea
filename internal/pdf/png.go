package pdf

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/png"
)

const pngSignature = "\x89PNG\r\n\x1a\n"

// pngFile is what the chunks of a PNG file say (ISO/IEC 15948, 11).
type pngFile struct {
	width, height int
	bits, kind    byte
	interlaced    bool
	palette       []byte
	transparent   bool // has a tRNS chunk
	data          []byte
}

// Kinds of colour (ISO/IEC 15948, table 11.1).
const (
	pngGray    = 0
	pngRGB     = 2
	pngPalette = 3
)

var errPNG = errors.New("a damaged PNG")

// readPNG reads a PNG. Its data is PDF's own coding unless it is interlaced, has
// 16 bits a colour, or pixels that are not opaque: those are decoded.
func readPNG(data []byte) (*Image, error) {
	p, err := readChunks(data)
	if err != nil {
		return nil, err
	}
	if p.interlaced || p.transparent || p.bits > 8 || p.kind > pngPalette {
		if err := checkSize(p.width, p.height, largestDecoded); err != nil {
			return nil, err
		}
		return decodePNG(data)
	}
	if err := checkSize(p.width, p.height, largest); err != nil {
		return nil, err
	}
	return p.image()
}

func readChunks(data []byte) (*pngFile, error) {
	p := &pngFile{}
	for rest := data[len(pngSignature):]; ; {
		kind, body, after, err := cutChunk(rest)
		if err != nil {
			return nil, err
		}
		if p.width == 0 && kind != "IHDR" {
			return nil, errPNG
		}
		if kind == "IEND" {
			return p, nil
		}
		if err := p.take(kind, body); err != nil {
			return nil, err
		}
		rest = after
	}
}

// cutChunk cuts the first chunk off; its checksum must be right.
func cutChunk(data []byte) (kind string, body, rest []byte, err error) {
	if len(data) < 12 {
		return "", nil, nil, errors.New("a PNG that is cut off")
	}
	n := binary.BigEndian.Uint32(data)
	if uint64(n) > uint64(len(data)-12) {
		return "", nil, nil, errors.New("a PNG that is cut off")
	}
	end := 8 + int(n)
	if crc32.ChecksumIEEE(data[4:end]) != binary.BigEndian.Uint32(data[end:]) {
		return "", nil, nil, errPNG
	}
	return string(data[4:8]), data[8:end], data[end+4:], nil
}

func (p *pngFile) take(kind string, body []byte) error {
	switch kind {
	case "IHDR":
		if len(body) != 13 {
			return errPNG
		}
		p.width, p.height = int(binary.BigEndian.Uint32(body)), int(binary.BigEndian.Uint32(body[4:]))
		p.bits, p.kind, p.interlaced = body[8], body[9], body[12] != 0
	case "PLTE":
		if len(body) == 0 || len(body)%3 != 0 || len(body) > 3*256 {
			return errPNG
		}
		p.palette = body
	case "tRNS":
		p.transparent = true
	case "IDAT":
		p.data = append(p.data, body...)
	}
	return nil
}

// image returns the image with its data as it is: rows that begin with a filter's
// number, which PDF knows as predictor 15.
func (p *pngFile) image() (*Image, error) {
	space, components := "/DeviceGray", 1
	switch {
	case p.kind == pngRGB && p.bits == 8:
		space, components = "/DeviceRGB", 3
	case p.kind == pngPalette && p.palette != nil:
		var o object
		o.raw("[/Indexed/DeviceRGB").int(len(p.palette)/3 - 1).hex(p.palette).raw("]")
		space = string(o.b)
	case p.kind != pngGray:
		return nil, errPNG
	}
	if len(p.data) == 0 || p.bits == 0 || p.bits&(p.bits-1) != 0 {
		return nil, errPNG
	}
	return &Image{orientation: 1, pixels: pixels{
		width: p.width, height: p.height, bits: int(p.bits), space: space,
		coding: fmt.Sprintf("/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors %d/BitsPerComponent %d/Columns %d>>",
			components, p.bits, p.width),
		data: p.data,
	}}, nil
}

// decodePNG returns the image of a PNG that cannot be passed through, with eight
// bits a colour and, where pixels are not opaque, a mask.
func decodePNG(data []byte) (*Image, error) {
	src, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("a damaged PNG: %w", err)
	}
	size := src.Bounds().Size()
	rgb := make([]byte, 0, 3*size.X*size.Y)
	alpha := make([]byte, 0, size.X*size.Y)
	gray, opaque := true, true
	for y := range size.Y {
		for x := range size.X {
			c := straight(src, x, y)
			rgb, alpha = append(rgb, c.R, c.G, c.B), append(alpha, c.A)
			gray = gray && c.R == c.G && c.G == c.B
			opaque = opaque && c.A == 0xff
		}
	}
	img := &Image{orientation: 1, pixels: pixels{width: size.X, height: size.Y, bits: 8, space: "/DeviceRGB", data: rgb}}
	if gray {
		img.pixels.space, img.pixels.data = "/DeviceGray", third(rgb)
	}
	if !opaque {
		img.mask = &pixels{width: size.X, height: size.Y, bits: 8, space: "/DeviceGray", data: alpha}
	}
	return img, nil
}

// straight returns a pixel's colour, not multiplied with its opacity.
func straight(src image.Image, x, y int) color.NRGBA {
	if n, ok := src.(*image.NRGBA); ok {
		return n.NRGBAAt(x, y)
	}
	return color.NRGBAModel.Convert(src.At(x, y)).(color.NRGBA)
}

// third returns the first of every three bytes.
func third(rgb []byte) []byte {
	gray := rgb[:len(rgb)/3]
	for i := range gray {
		gray[i] = rgb[3*i]
	}
	return gray
}
