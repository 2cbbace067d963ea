package ua

import (
	"encoding/binary"
	"errors"
)

// sfnt is what the checks need of a font program with TrueType outlines
// (OpenType, ISO 14496-22).
type sfnt struct {
	unitsPerEm float64
	glyphs     int
	metrics    int // glyphs with an advance of their own
	long       bool
	hmtx       []byte
	loca, glyf []byte
}

var (
	errSfnt   = errors.New("it is no TrueType font")
	errTables = errors.New("it lacks a table, or one lies outside of it")
	errGlyphs = errors.New("its tables do not agree on the number of glyphs")
	errLoca   = errors.New("its outlines are out of order")
)

// parseSfnt reads the tables head, maxp, hhea, hmtx, loca and glyf.
func parseSfnt(data []byte) (*sfnt, error) {
	if len(data) < 12 {
		return nil, errSfnt
	}
	if tag := string(data[:4]); tag != "\x00\x01\x00\x00" && tag != "true" {
		return nil, errSfnt
	}
	tables, ok := sfntTables(data)
	head, maxp, hhea := tables["head"], tables["maxp"], tables["hhea"]
	if !ok || len(head) < 54 || len(maxp) < 6 || len(hhea) < 36 || tables["loca"] == nil || tables["glyf"] == nil {
		return nil, errTables
	}
	s := &sfnt{
		unitsPerEm: float64(u16(head, 18)), long: u16(head, 50) != 0,
		glyphs: u16(maxp, 4), metrics: u16(hhea, 34),
		hmtx: tables["hmtx"], loca: tables["loca"], glyf: tables["glyf"],
	}
	return s, s.check()
}

// sfntTables are the tables of a font by tag; false when one lies outside.
func sfntTables(data []byte) (map[string][]byte, bool) {
	count := u16(data, 4)
	if 12+16*count > len(data) {
		return nil, false
	}
	tables := make(map[string][]byte, count)
	for i := range count {
		row := data[12+16*i:]
		at, size := int(binary.BigEndian.Uint32(row[8:])), int(binary.BigEndian.Uint32(row[12:]))
		if at > len(data) || size > len(data)-at {
			return nil, false
		}
		tables[string(row[:4])] = data[at : at+size]
	}
	return tables, true
}

func u16(b []byte, at int) int { return int(binary.BigEndian.Uint16(b[at:])) }

// check holds the tables against each other.
func (s *sfnt) check() error {
	width := 2
	if s.long {
		width = 4
	}
	switch {
	case s.unitsPerEm < 16 || s.unitsPerEm > 16384:
		return errTables
	case s.metrics < 1 || s.metrics > s.glyphs || len(s.hmtx) < 4*s.metrics+2*(s.glyphs-s.metrics):
		return errGlyphs
	case len(s.loca) < width*(s.glyphs+1):
		return errGlyphs
	}
	last := 0
	for gid := 0; gid <= s.glyphs; gid++ {
		at := s.offset(gid)
		if at < last || at > len(s.glyf) {
			return errLoca
		}
		last = at
	}
	return nil
}

func (s *sfnt) offset(gid int) int {
	if s.long {
		return int(binary.BigEndian.Uint32(s.loca[4*gid:]))
	}
	return 2 * u16(s.loca, 2*gid)
}

// advance is the width of a glyph in thousandths of the em.
func (s *sfnt) advance(gid int) float64 {
	gid = min(gid, s.metrics-1)
	return float64(u16(s.hmtx, 4*gid)) * 1000 / s.unitsPerEm
}

// inked asks whether a glyph has an outline. It is false, too, for a glyph
// composed of others one of which is missing or empty: the tables of a subset
// that lost a part.
func (s *sfnt) inked(gid, level int) bool {
	if gid >= s.glyphs || level > 8 {
		return false
	}
	outline := s.glyf[s.offset(gid):s.offset(gid+1)]
	if len(outline) < 10 {
		return false
	}
	if int16(u16(outline, 0)) >= 0 {
		return true
	}
	return s.composed(outline[10:], level)
}

// The flags of a component (OpenType, glyf).
const (
	argsAreWords = 1 << 0
	hasScale     = 1 << 3
	more         = 1 << 5
	hasTwoScales = 1 << 6
	hasMatrix    = 1 << 7
)

// composed asks whether all components of a glyph have outlines.
func (s *sfnt) composed(parts []byte, level int) bool {
	for len(parts) >= 6 {
		flags, gid := u16(parts, 0), u16(parts, 2)
		if !s.inked(gid, level+1) {
			return false
		}
		if flags&more == 0 {
			return true
		}
		size := 6
		if flags&argsAreWords != 0 {
			size += 2
		}
		switch {
		case flags&hasScale != 0:
			size += 2
		case flags&hasTwoScales != 0:
			size += 4
		case flags&hasMatrix != 0:
			size += 8
		}
		parts = parts[min(size, len(parts)):]
	}
	return false
}
