package face

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// outlines are the tables glyf and loca. Their records are looked at when asked
// for.
type outlines struct {
	glyf, loca []byte
	long       bool // loca counts bytes in 32 bits, not pairs of bytes in 16
}

// widths is the table hmtx: the first `long` glyphs have their own advance, all
// others that of the last of these.
type widths struct {
	hmtx []byte
	long int
}

var errOutline = errors.New("its outline is broken")

func readWidths(t tables, glyphs int) (widths, error) {
	hhea, err := t.need("hhea", hheaLength)
	if err != nil {
		return widths{}, err
	}
	long := unsigned(hhea, hheaWidths)
	if long == 0 || long > glyphs {
		return widths{}, fmt.Errorf("the font has %d glyphs but tells the width of %d", glyphs, long)
	}
	hmtx, err := t.need("hmtx", 4*long+2*(glyphs-long))
	return widths{hmtx, long}, err
}

// of returns the advance and the left side bearing of a glyph in font units.
func (w widths) of(g GID) (advance, bearing int) {
	if int(g) < w.long {
		return unsigned(w.hmtx, 4*int(g)), signed(w.hmtx, 4*int(g)+2)
	}
	return unsigned(w.hmtx, 4*(w.long-1)), signed(w.hmtx, 4*w.long+2*(int(g)-w.long))
}

func readOutlines(t tables, glyphs int) (outlines, error) {
	o := outlines{glyf: t["glyf"], long: unsigned(t["head"], headLocaFormat) != 0}
	if o.glyf == nil {
		return o, errors.New("the table \"glyf\" is missing: a face with TrueType outlines is needed")
	}
	unit := 2
	if o.long {
		unit = 4
	}
	loca, err := t.need("loca", unit*(glyphs+1))
	o.loca = loca
	return o, err
}

// record returns the bytes of a glyph, none for one without an outline.
func (o outlines) record(g GID) ([]byte, error) {
	start, end := o.place(int(g)), o.place(int(g)+1)
	switch {
	case start > end || end > len(o.glyf):
		return nil, errOutline
	case start == end:
		return nil, nil
	case end-start < glyphHead:
		return nil, errOutline
	}
	return o.glyf[start:end], nil
}

func (o outlines) place(i int) int {
	if o.long {
		return int(binary.BigEndian.Uint32(o.loca[4*i:]))
	}
	return 2 * unsigned(o.loca, 2*i)
}

// The bits of a simple glyph's points and of a composite's parts (OpenType 1.9,
// glyf).
const (
	glyphHead = 10 // bytes: number of contours, bounding box

	shortX = 1 << 1
	shortY = 1 << 2
	repeat = 1 << 3
	sameX  = 1 << 4
	sameY  = 1 << 5

	wideArguments    = 1 << 0
	oneScale         = 1 << 3
	moreParts        = 1 << 5
	twoScales        = 1 << 6
	matrix           = 1 << 7
	withInstructions = 1 << 8
)

func composite(record []byte) bool { return len(record) > 0 && signed(record, 0) < 0 }

// appendSimple writes a glyph without its instructions. The end of its points is
// counted out: what follows may be padding, but their last bytes may be zero too.
func appendSimple(out, record []byte) ([]byte, error) {
	contours := signed(record, 0)
	if contours == 0 {
		return out, nil
	}
	head := glyphHead + 2*contours
	if len(record) < head+2 {
		return out, errOutline
	}
	flags := head + 2 + unsigned(record, head)
	end, ok := endOfPoints(record, flags, unsigned(record, head-2)+1)
	if !ok {
		return out, errOutline
	}
	out = append(out, record[:head]...)
	out = append(out, 0, 0)
	return append(out, record[flags:end]...), nil
}

// endOfPoints returns where the coordinates of the points end whose flags begin at
// a place. It is false when that is beyond the record.
func endOfPoints(record []byte, at, points int) (int, bool) {
	coordinates := 0
	for points > 0 {
		if at >= len(record) {
			return 0, false
		}
		flag, times := record[at], 1
		at++
		if flag&repeat != 0 {
			if at >= len(record) {
				return 0, false
			}
			times += int(record[at])
			at++
		}
		times = min(times, points)
		coordinates += times * (coordinateBytes(flag, shortX, sameX) + coordinateBytes(flag, shortY, sameY))
		points -= times
	}
	end := at + coordinates
	return end, end <= len(record)
}

func coordinateBytes(flag byte, short, same byte) int {
	switch {
	case flag&short != 0:
		return 1
	case flag&same != 0:
		return 0
	}
	return 2
}

// appendComposite writes a glyph made of others without its instructions; place
// says which index a part has now.
func appendComposite(out, record []byte, place func(GID) (uint16, error)) ([]byte, error) {
	out = append(out, record[:glyphHead]...)
	for at, more := glyphHead, true; more; {
		if at+4 > len(record) {
			return out, errOutline
		}
		flags := unsigned(record, at)
		end := at + partLength(flags)
		if end > len(record) {
			return out, errOutline
		}
		index, err := place(GID(unsigned(record, at+2)))
		if err != nil {
			return out, err
		}
		out = binary.BigEndian.AppendUint16(out, uint16(flags&^withInstructions))
		out = binary.BigEndian.AppendUint16(out, index)
		out = append(out, record[at+4:end]...)
		at, more = end, flags&moreParts != 0
	}
	return out, nil
}

func partLength(flags int) int {
	length := 4 + 2
	if flags&wideArguments != 0 {
		length += 2
	}
	switch {
	case flags&oneScale != 0:
		length += 2
	case flags&twoScales != 0:
		length += 4
	case flags&matrix != 0:
		length += 8
	}
	return length
}
