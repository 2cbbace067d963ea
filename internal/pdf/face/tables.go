package face

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
)

// tables are the parts of a font file by their four-letter tags (OpenType 1.9,
// "Organization of an OpenType font").
type tables map[string][]byte

const (
	directoryHead  = 12         // bytes before the directory's first record
	directoryEntry = 16         // bytes of one record
	versionOne     = 0x00010000 // what a file with TrueType outlines begins with
	checksumMagic  = 0xB1B0AFBA // head.checkSumAdjustment is this less the sum of the file
)

// readTables returns the tables of a file without copying them. Every table lies
// within the data.
func readTables(data []byte) (tables, error) {
	if len(data) < directoryHead {
		return nil, errors.New("the file is too short for a font")
	}
	if err := knownKind(string(data[:4])); err != nil {
		return nil, err
	}
	count := int(binary.BigEndian.Uint16(data[4:]))
	if len(data) < directoryHead+count*directoryEntry {
		return nil, errors.New("the list of tables is cut off")
	}
	found := make(tables, count)
	for i := range count {
		entry := data[directoryHead+i*directoryEntry:][:directoryEntry]
		tag := string(entry[:4])
		offset := uint64(binary.BigEndian.Uint32(entry[8:]))
		length := uint64(binary.BigEndian.Uint32(entry[12:]))
		if offset+length > uint64(len(data)) {
			return nil, fmt.Errorf("the table %q reaches beyond the end of the file", tag)
		}
		if _, twice := found[tag]; !twice {
			found[tag] = data[offset : offset+length : offset+length]
		}
	}
	return found, nil
}

func knownKind(magic string) error {
	switch magic {
	case "\x00\x01\x00\x00", "true":
		return nil
	case "OTTO":
		return errors.New("the outlines are PostScript (CFF); a face with TrueType outlines is needed")
	case "ttcf":
		return errors.New("the file is a collection of fonts; one font in a file of its own is needed")
	case "wOFF", "wOF2":
		return errors.New("the file is a web font (WOFF); the TrueType file (.ttf) is needed")
	}
	return errors.New("the file is not a TrueType font")
}

// need returns a table that must be there with at least so many bytes.
func (t tables) need(tag string, least int) ([]byte, error) {
	table, ok := t[tag]
	if !ok {
		return nil, fmt.Errorf("the table %q is missing", tag)
	}
	if len(table) < least {
		return nil, fmt.Errorf("the table %q is too short", tag)
	}
	return table, nil
}

// file writes the tables, head among them, as a font file: sorted by tag, each
// padded to four bytes, with right checksums.
func (t tables) file() []byte {
	tags := make([]string, 0, len(t))
	size := directoryHead + len(t)*directoryEntry
	for tag, table := range t {
		tags = append(tags, tag)
		size += padded(len(table), 4)
	}
	slices.Sort(tags)

	out := make([]byte, size)
	putDirectoryHead(out, len(tags))
	start, head := directoryHead+len(tags)*directoryEntry, 0
	for i, tag := range tags {
		end := start + padded(len(t[tag]), 4)
		copy(out[start:], t[tag])
		if tag == "head" {
			head = start + headAdjustment
			binary.BigEndian.PutUint32(out[head:], 0)
		}
		entry := out[directoryHead+i*directoryEntry:]
		copy(entry, tag)
		binary.BigEndian.PutUint32(entry[4:], checksum(out[start:end]))
		binary.BigEndian.PutUint32(entry[8:], uint32(start))
		binary.BigEndian.PutUint32(entry[12:], uint32(len(t[tag])))
		start = end
	}
	binary.BigEndian.PutUint32(out[head:], checksumMagic-checksum(out))
	return out
}

// putDirectoryHead writes the first twelve bytes, whose last three numbers help a
// binary search of the directory.
func putDirectoryHead(out []byte, count int) {
	power, exponent := 1, 0
	for power*2 <= count {
		power *= 2
		exponent++
	}
	binary.BigEndian.PutUint32(out, versionOne)
	binary.BigEndian.PutUint16(out[4:], uint16(count))
	binary.BigEndian.PutUint16(out[6:], uint16(power*directoryEntry))
	binary.BigEndian.PutUint16(out[8:], uint16(exponent))
	binary.BigEndian.PutUint16(out[10:], uint16((count-power)*directoryEntry))
}

// checksum adds up the big-endian words of data, whose length is a multiple of four.
func checksum(data []byte) uint32 {
	sum := uint32(0)
	for ; len(data) >= 4; data = data[4:] {
		sum += binary.BigEndian.Uint32(data)
	}
	return sum
}

func padded(n, unit int) int { return (n + unit - 1) / unit * unit }

func unsigned(table []byte, at int) int { return int(binary.BigEndian.Uint16(table[at:])) }

func signed(table []byte, at int) int { return int(int16(binary.BigEndian.Uint16(table[at:]))) }
