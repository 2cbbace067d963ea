package publish

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// manifestFile is the manifest as JSON: path to SHA-256 in lower-case
// hexadecimal, a space and the size in bytes; version 1 had no size. It holds no
// date, so that the same site has the same manifest.
type manifestFile struct {
	Version int               `json:"version"`
	Partial bool              `json:"partial,omitempty"`
	Pieces  bool              `json:"pieces,omitempty"`
	Files   map[string]string `json:"files"`
}

// What we write, one file a line and the paths in ascending order, is read again
// without a JSON decoder, which takes ten times as long.
const (
	manifestHead = "{\n \"version\": 2,\n \"files\": {\n"
	manifestTail = "\n }\n}\n"
)

// encodePartial writes the manifest of a folder that is being rewritten.
func encodePartial(files map[string]entry) []byte {
	return marked("partial", encodeManifest(files, nil))
}

// marked adds a mark to a manifest.
func marked(mark string, data []byte) []byte {
	return slices.Concat([]byte("{\n \""+mark+"\": true,"), data[len("{"):])
}

// encodeManifest writes a manifest with sorted keys. An older manifest with much
// the same keys saves the sorting.
func encodeManifest(files map[string]entry, older *manifest) []byte {
	data := make([]byte, 0, len(manifestHead)+len(manifestTail)+len(files)*160)
	data = append(data, manifestHead...)
	for i, name := range sortedNames(files, older) {
		if i > 0 {
			data = append(data, ",\n"...)
		}
		data = append(data, "  "...)
		data = appendText(data, name)
		data = append(data, ": \""...)
		e := files[name]
		data = hex.AppendEncode(data, e.digest[:])
		data = append(data, ' ')
		data = strconv.AppendInt(data, e.size, 10)
		data = append(data, '"')
	}
	return append(data, manifestTail...)
}

func sortedNames(files map[string]entry, older *manifest) []string {
	names := make([]string, 0, len(files))
	for i := range older.len() {
		if _, ok := files[older.names[i]]; ok {
			names = append(names, older.names[i])
		}
	}
	if len(names) == len(files) {
		return names
	}
	for name := range files {
		if _, listed := older.find(name); !listed {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// appendText adds a text as JSON.
func appendText(data []byte, text string) []byte {
	if isPlain(text) {
		data = append(data, '"')
		data = append(data, text...)
		return append(data, '"')
	}
	quoted, err := json.Marshal(text)
	if err != nil {
		panic("publish: a text is always JSON: " + err.Error())
	}
	return append(data, quoted...)
}

// isPlain reports whether a text stands in JSON as it is.
func isPlain(text string) bool {
	for i := range len(text) {
		if c := text[i]; c < ' ' || c >= 0x7f || c == '"' || c == '\\' || c == '<' || c == '>' || c == '&' {
			return false
		}
	}
	return true
}

// decodeManifest reads a manifest whole or not at all: one wrong entry means
// that something else wrote the file, and then nothing in it can be believed.
func decodeManifest(data []byte) (*manifest, bool) {
	if m, ok := scanManifest(data); ok {
		return m, true
	}
	var file manifestFile
	if json.Unmarshal(data, &file) != nil || file.Version < 1 || file.Version > 2 || file.Files == nil {
		return nil, false
	}
	m := newManifest(len(file.Files))
	m.partial, m.pieces = file.Partial, file.Pieces
	for _, name := range slices.Sorted(maps.Keys(file.Files)) {
		e, ok := parseEntry(file.Files[name], file.Version)
		if !ok || badPath(name) != "" {
			return nil, false
		}
		m.add(name, e)
	}
	return m, true
}

func newManifest(n int) *manifest {
	return &manifest{names: make([]string, 0, n), entries: make([]entry, 0, n), index: make(map[string]int32, n)}
}

func (m *manifest) add(name string, e entry) {
	m.index[name] = int32(len(m.names))
	m.names = append(m.names, name)
	m.entries = append(m.entries, e)
}

func parseEntry(text string, version int) (e entry, ok bool) {
	e.size = unknownSize
	if version > 1 {
		var size string
		text, size, _ = strings.Cut(text, " ")
		if e.size, ok = parseSize(size); !ok {
			return e, false
		}
	}
	digest, err := hex.DecodeString(text)
	if err != nil || len(digest) != len(e.digest) {
		return e, false
	}
	e.digest = [32]byte(digest)
	return e, true
}

// scanManifest reads exactly the form of encodeManifest. Anything else, be it
// valid JSON or not, is for the decoder to judge.
func scanManifest(data []byte) (*manifest, bool) {
	s := scanner{data: data, text: string(data)}
	m, last := newManifest(bytes.Count(data, []byte("\n"))), ""
	if !s.skip(manifestHead) {
		return nil, false
	}
	for !s.skip(manifestTail) {
		if last != "" && !s.skip(",\n") {
			return nil, false
		}
		name, e, ok := s.line()
		if !ok || name <= last {
			return nil, false
		}
		m.add(name, e)
		last = name
	}
	return m, s.at == len(data)
}

// scanner reads a text from its beginning to its end. Names are parts of the
// text, so that they need no memory of their own.
type scanner struct {
	data []byte
	text string
	at   int
}

func (s *scanner) skip(text string) bool {
	if !strings.HasPrefix(s.text[s.at:], text) {
		return false
	}
	s.at += len(text)
	return true
}

// until reads up to a character and over it.
func (s *scanner) until(end byte) (text string, ok bool) {
	n := strings.IndexByte(s.text[s.at:], end)
	if n < 0 {
		return "", false
	}
	text = s.text[s.at : s.at+n]
	s.at += n + 1
	return text, true
}

// line reads `  "path": "digest size"`.
func (s *scanner) line() (name string, e entry, ok bool) {
	if !s.skip("  \"") {
		return "", e, false
	}
	name, ok = s.until('"')
	if !ok || !isPlain(name) || badPath(name) != "" || !s.skip(": \"") || !s.digest(&e.digest) {
		return "", e, false
	}
	size, ok := s.until('"')
	if !ok {
		return "", e, false
	}
	e.size, ok = parseSize(size)
	return name, e, ok
}

// digest reads a digest and the space behind it.
func (s *scanner) digest(digest *[32]byte) bool {
	end := s.at + hex.EncodedLen(len(digest))
	if end > len(s.data) {
		return false
	}
	_, err := hex.Decode(digest[:], s.data[s.at:end])
	s.at = end
	return err == nil && s.skip(" ")
}

// parseSize accepts a size in the one form in which it is written.
func parseSize(text string) (int64, bool) {
	if text == "" || len(text) > 18 || (text[0] == '0' && text != "0") {
		return 0, false
	}
	size := int64(0)
	for i := range len(text) {
		if text[i] < '0' || text[i] > '9' {
			return 0, false
		}
		size = 10*size + int64(text[i]-'0')
	}
	return size, true
}
