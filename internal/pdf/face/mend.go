package face

import (
	"encoding/binary"

	"github.com/go-text/typesetting/font"
	layout "github.com/go-text/typesetting/font/opentype/tables"
)

// mender lists, glyph by glyph, what layout tables cover by ranges. The shaper
// (go-text/typesetting 0.3.5, issue 278) forgets the ranges after a long one and
// so loses most of the kerning of many faces; lists it reads rightly. This file
// can go with the version that reads ranges rightly too.
type mender struct {
	gpos []byte
	left int // glyphs that may still be listed
}

// mend lists the coverages of the subtables that text in European scripts needs.
func (m *mender) mend(f *font.Font) {
	for _, lookup := range f.GSUB.Lookups {
		for j, sub := range lookup.Subtables {
			lookup.Subtables[j] = m.substitution(sub)
		}
	}
	for i, lookup := range f.GPOS.Lookups {
		for j, sub := range lookup.Subtables {
			lookup.Subtables[j] = m.position(sub, i, j)
		}
	}
}

func (m *mender) substitution(sub layout.GSUBLookup) layout.GSUBLookup {
	switch s := sub.(type) {
	case layout.SingleSubs:
		s.Data = m.single(s.Data)
		return s
	case layout.MultipleSubs:
		s.Coverage = m.list(s.Coverage)
		return s
	case layout.AlternateSubs:
		s.Coverage = m.list(s.Coverage)
		return s
	case layout.LigatureSubs:
		s.Coverage = m.list(s.Coverage)
		return s
	case layout.ContextualSubs:
		if d, ok := s.Data.(layout.ContextualSubs3); ok {
			m.first(d.Coverages)
		}
	case layout.ChainedContextualSubs:
		if d, ok := s.Data.(layout.ChainedContextualSubs3); ok {
			m.first(d.InputCoverages)
		}
	}
	return sub
}

func (m *mender) single(data layout.SingleSubstData) layout.SingleSubstData {
	switch d := data.(type) {
	case layout.SingleSubstData1:
		d.Coverage = m.list(d.Coverage)
		return d
	case layout.SingleSubstData2:
		d.Coverage = m.list(d.Coverage)
		return d
	}
	return data
}

func (m *mender) position(sub layout.GPOSLookup, i, j int) layout.GPOSLookup {
	switch s := sub.(type) {
	case layout.PairPos:
		s.Data = m.pairs(s.Data, i, j)
		return s
	case layout.MarkBasePos:
		return m.marks(s)
	case layout.MarkLigPos:
		s.MarkCoverage = m.list(s.MarkCoverage)
		return s
	case layout.MarkMarkPos:
		s.Mark1Coverage = m.list(s.Mark1Coverage)
		return s
	case layout.ContextualPos:
		if d, ok := s.Data.(layout.ContextualPos3); ok {
			m.first(d.Coverages)
		}
	case layout.ChainedContextualPos:
		if d, ok := s.Data.(layout.ChainedContextualPos3); ok {
			m.first(d.InputCoverages)
		}
	}
	return sub
}

// pairs returns pairs that are found by a list. As the coverage cannot be
// exchanged, a subtable with the list is read and given what the old one held.
func (m *mender) pairs(data layout.PairPosData, i, j int) layout.PairPosData {
	list, ok := m.listed(data.Cov())
	if !ok {
		return data
	}
	switch d := data.(type) {
	case layout.PairPosData1:
		head := words(1, 10, int(d.ValueFormat1), int(d.ValueFormat2), 0)
		if fresh, _, err := layout.ParsePairPosData1(append(head, coverageTable(list)...)); err == nil {
			fresh.PairSets = d.PairSets
			return fresh
		}
	case layout.PairPosData2:
		raw := positionSubtable(m.gpos, i, j)
		end := pairsHead + pairRecords(raw)
		if end > 0xFFFF {
			return data
		}
		table := append(append(make([]byte, 0, end+2*len(list.Glyphs)+4), raw[:end]...), coverageTable(list)...)
		binary.BigEndian.PutUint16(table[2:], uint16(end))
		clear(table[8:12]) // no classes: the old ones are taken over
		if fresh, _, err := layout.ParsePairPosData2(table); err == nil {
			fresh.ClassDef1, fresh.ClassDef2 = d.ClassDef1, d.ClassDef2
			return fresh
		}
	}
	return data
}

// pairsHead is the length of a subtable of pairs by classes before its records.
const pairsHead = 16

// pairRecords returns the length of the records: a pair of values for each pair of
// classes.
func pairRecords(raw []byte) int {
	values := valueCount(unsigned(raw, 4)) + valueCount(unsigned(raw, 6))
	return unsigned(raw, 12) * unsigned(raw, 14) * values * 2
}

func (m *mender) marks(s layout.MarkBasePos) layout.GPOSLookup {
	list, ok := m.listed(s.Cov())
	if !ok {
		return s
	}
	fresh, _, err := layout.ParseMarkBasePos(append(words(1, 12, 0, 0, 0, 0), coverageTable(list)...))
	if err != nil {
		return s
	}
	fresh.BaseCoverage, fresh.MarkArray, fresh.BaseArray = s.BaseCoverage, s.MarkArray, s.BaseArray
	return fresh
}

// first lists the coverage by which a context is found.
func (m *mender) first(coverages []layout.Coverage) {
	if len(coverages) > 0 {
		coverages[0] = m.list(coverages[0])
	}
}

// list returns a coverage as a list where it can be listed.
func (m *mender) list(c layout.Coverage) layout.Coverage {
	if list, ok := m.listed(c); ok {
		return list
	}
	return c
}

// listed lists a coverage by ranges. It is false when the ranges are not in order,
// as then a list would mean something else.
func (m *mender) listed(c layout.Coverage) (list layout.Coverage1, ok bool) {
	ranges, ok := c.(layout.Coverage2)
	if !ok {
		return list, false
	}
	total, last := 0, -1
	for _, r := range ranges.Ranges {
		start, end := int(r.StartGlyphID), int(r.EndGlyphID)
		if start <= last || end < start || int(r.StartCoverageIndex) != total {
			return list, false
		}
		total += end - start + 1
		last = end
	}
	if m.left -= total; m.left < 0 {
		return list, false
	}
	list.Glyphs = make([]layout.GlyphID, 0, total)
	for _, r := range ranges.Ranges {
		for g := int(r.StartGlyphID); g <= int(r.EndGlyphID); g++ {
			list.Glyphs = append(list.Glyphs, layout.GlyphID(g))
		}
	}
	return list, true
}

func coverageTable(list layout.Coverage1) []byte {
	out := words(1, len(list.Glyphs))
	for _, g := range list.Glyphs {
		out = binary.BigEndian.AppendUint16(out, uint16(g))
	}
	return out
}

// positionSubtable finds a subtable of GPOS. The shaper has read it already, so it
// is there.
func positionSubtable(gpos []byte, lookup, index int) []byte {
	const extension = 9
	lookups := gpos[unsigned(gpos, 8):]
	table := lookups[unsigned(lookups, 2+2*lookup):]
	sub := table[unsigned(table, 6+2*index):]
	if unsigned(table, 0) == extension {
		sub = sub[binary.BigEndian.Uint32(sub[4:]):]
	}
	return sub
}

// words writes numbers of 16 bits.
func words(numbers ...int) []byte {
	out := make([]byte, 0, 2*len(numbers))
	for _, n := range numbers {
		out = binary.BigEndian.AppendUint16(out, uint16(n))
	}
	return out
}
