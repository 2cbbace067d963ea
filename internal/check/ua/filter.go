package ua

import (
	"bytes"
	"compress/zlib"
	"encoding/ascii85"
	"io"
)

// decode undoes the filters of a stream (ISO 32000-1, 7.4). It is false, after a
// finding, for data that are broken or too big; filters of images are not undone.
func (f *file) decode(s *stream) ([]byte, bool) {
	if s == nil {
		return nil, false
	}
	if s.done {
		return s.decoded, s.decoded != nil && f.spend(len(s.decoded))
	}
	s.done = true
	data := s.raw
	filters, parms := f.list(s.get("Filter")), f.list(s.get("DecodeParms"))
	if len(filters) > 4 {
		f.found.add("PDF 7.4", 0, "stream %d has %d filters", s.num, len(filters))
		return nil, false
	}
	for i, filter := range filters {
		var parm *dict
		if i < len(parms) {
			parm = f.dict(parms[i])
		}
		out, ok := f.undo(f.name(filter), data, parm)
		if !ok {
			f.found.add("PDF 7.4", 0, "stream %d cannot be decoded", s.num)
			return nil, false
		}
		data = out
	}
	if data == nil {
		data = []byte{}
	}
	s.decoded = data
	return data, f.spend(len(data))
}

// undo undoes one filter.
func (f *file) undo(filter name, data []byte, parm *dict) ([]byte, bool) {
	switch filter {
	case "FlateDecode":
		out, ok := f.inflate(data)
		if !ok {
			return nil, false
		}
		return f.unpredict(out, parm)
	case "ASCIIHexDecode":
		l := lexer{data: append(bytes.Clone(data), '>')}
		return l.hex().text, l.flaws&notHex == 0
	case "ASCII85Decode":
		return unascii85(data)
	}
	return nil, false
}

// inflate decompresses; a stream that lacks its end is broken.
func (f *file) inflate(data []byte) ([]byte, bool) {
	in := bytes.NewReader(data)
	var err error
	if f.inflater == nil {
		f.inflater, err = zlib.NewReader(in)
	} else {
		err = f.inflater.(zlib.Resetter).Reset(in, nil)
	}
	if err != nil {
		f.inflater = nil
		return nil, false
	}
	out := make([]byte, 0, min(4*len(data)+512, maxStream))
	for {
		n, err := f.inflater.Read(out[len(out):cap(out)])
		out = out[:len(out)+n]
		if err == io.EOF {
			return out, true
		}
		if err != nil || len(out) > maxStream || !f.spend(n) {
			return nil, false
		}
		if len(out) == cap(out) {
			out = append(out, 0)[:len(out)]
		}
	}
}

// unpredict undoes the PNG predictors (ISO 32000-1, 7.4.4.4).
func (f *file) unpredict(data []byte, parm *dict) ([]byte, bool) {
	predictor, _ := f.integer(parm.get("Predictor"))
	if predictor <= 1 {
		return data, true
	}
	value := func(key name, otherwise int) int {
		if v, ok := f.integer(parm.get(key)); ok {
			return v
		}
		return otherwise
	}
	colours, bits, columns := value("Colors", 1), value("BitsPerComponent", 8), value("Columns", 1)
	if predictor < 10 || colours < 1 || colours > 32 || bits < 1 || bits > 16 || columns < 1 || columns > 1<<16 {
		return nil, false
	}
	return unfilter(data, (colours*bits*columns+7)/8, max(1, colours*bits/8))
}

// unfilter undoes the filter of each row in place; width is a row's bytes, step
// those of a pixel.
func unfilter(data []byte, width, step int) ([]byte, bool) {
	if len(data)%(width+1) != 0 {
		return nil, false
	}
	out := data[:0]
	up := make([]byte, width)
	for len(data) > 0 {
		kind, row := data[0], data[1:width+1]
		if kind > 4 {
			return nil, false
		}
		for i := range row {
			var left, corner byte
			if i >= step {
				left, corner = row[i-step], up[i-step]
			}
			row[i] += predicted(kind, left, up[i], corner)
		}
		out = append(out, row...)
		up = out[len(out)-width:]
		data = data[width+1:]
	}
	return out, true
}

// predicted is the value that a PNG filter foretells from the left, upper and
// upper left neighbours.
func predicted(kind, a, b, c byte) byte {
	switch kind {
	case 1:
		return a
	case 2:
		return b
	case 3:
		return byte((int(a) + int(b)) / 2)
	case 4:
		return paeth(int(a), int(b), int(c))
	}
	return 0
}

func paeth(a, b, c int) byte {
	pa, pb, pc := distance(b, c), distance(a, c), distance(a+b, 2*c)
	switch {
	case pa <= pb && pa <= pc:
		return byte(a)
	case pb <= pc:
		return byte(b)
	}
	return byte(c)
}

// unascii85 undoes base 85 up to its end mark.
func unascii85(data []byte) ([]byte, bool) {
	text, _, ended := bytes.Cut(data, []byte("~>"))
	if !ended || len(text) > maxStream/4 {
		return nil, false
	}
	out := make([]byte, 4*len(text)+4) // z stands for four bytes
	n, _, err := ascii85.Decode(out, text, true)
	return out[:n], err == nil
}

func distance(a, b int) int { return max(a-b, b-a) }
