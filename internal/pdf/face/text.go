package face

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
)

// textFont gives the shaper a file of only what it works with: it would otherwise
// read every outline. Of the tables that can make it read one part many times it
// gets what is needed for a face that does not vary.
func textFont(t tables) (f *font.Font, err error) {
	few := tables{"cmap": unicodeCmap(t["cmap"])}
	for _, tag := range []string{"head", "hhea", "hmtx", "maxp", "OS/2"} {
		if table, ok := t[tag]; ok {
			few[tag] = table
		}
	}
	for _, layout := range layoutVersions {
		if table := t[layout.tag]; len(table) >= 4 {
			few[layout.tag] = invariable(table, layout.minor)
		}
	}
	if plainKerning(t["kern"]) {
		few["kern"] = t["kern"]
	}
	if !affordable(few) {
		return nil, errors.New("the tables of its ligatures and kerning are broken: they refer to the same parts too often")
	}
	defer func() {
		if recover() != nil {
			f, err = nil, errors.New("the tables of its characters are broken")
		}
	}()
	loader, err := opentype.NewLoader(bytes.NewReader(few.file()))
	if err != nil {
		return nil, fmt.Errorf("the font cannot be read: %w", err)
	}
	if f, err = font.NewFont(loader); err != nil {
		return nil, fmt.Errorf("the font cannot be read: %w", err)
	}
	m := mender{gpos: few["GPOS"], left: unfolded}
	m.mend(f)
	return f, nil
}

// layoutVersions are the last minor versions of the layout tables before those that
// know variations.
var layoutVersions = [...]struct {
	tag   string
	minor byte
}{{"GDEF", 2}, {"GPOS", 0}, {"GSUB", 0}}

// invariable returns a layout table as one of at most a minor version. Later ones
// only append to the head.
func invariable(table []byte, version byte) []byte {
	if table[2] == 0 && table[3] <= version {
		return table
	}
	plain := bytes.Clone(table)
	plain[2], plain[3] = 0, version
	return plain
}

// unicodeEncodings are the platforms and encodings of cmap that stand for Unicode,
// the best first. That of symbol fonts is asked before them, as other shapers do.
var unicodeEncodings = [...]uint32{
	3 << 16, 3<<16 | 10, 6, 4, 3<<16 | 1, 3, 2, 1, 0,
}

// unicodeCmap returns the table cmap with the one subtable that maps most of
// Unicode: several records may name one, and the shaper would read it for each.
func unicodeCmap(table []byte) []byte {
	const head, entry = 4, 8
	if len(table) < head {
		return []byte(emptyCmap)
	}
	count := min(unsigned(table, 2), (len(table)-head)/entry)
	for _, wanted := range unicodeEncodings {
		for i := range count {
			record := table[head+i*entry:][:entry]
			start := int64(binary.BigEndian.Uint32(record[4:]))
			if binary.BigEndian.Uint32(record) != wanted || start+2 > int64(len(table)) {
				continue
			}
			one := append([]byte{0, 0, 0, 1}, record[:4]...)
			one = binary.BigEndian.AppendUint32(one, head+entry)
			return append(one, table[start:]...)
		}
	}
	return []byte(emptyCmap)
}

// emptyCmap maps no character: one subtable of format 12 without groups.
const emptyCmap = "\x00\x00\x00\x01" + "\x00\x03\x00\x0a\x00\x00\x00\x0c" +
	"\x00\x0c\x00\x00\x00\x00\x00\x10\x00\x00\x00\x00\x00\x00\x00\x00"

// plainKerning tells whether a table kern holds a few lists of pairs and nothing
// else. That of Apple's version is left: faces with it kern in GPOS as well.
func plainKerning(table []byte) bool {
	const head, least, most = 4, 14, 8
	if len(table) < head || unsigned(table, 0) != 0 || unsigned(table, 2) > most {
		return false
	}
	at := head
	for range unsigned(table, 2) {
		if at+least > len(table) || table[at+4] != 0 || unsigned(table, at+2) < least {
			return false
		}
		at += unsigned(table, at+2)
	}
	return true
}
