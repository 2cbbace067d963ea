package face

import (
	"bytes"
	"encoding/binary"
	"io/fs"
	"testing"

	"dossier/themes"
)

var fontNames = []string{
	"SourceSans3-Regular.ttf", "SourceSans3-Bold.ttf", "SourceSans3-It.ttf", "SourceSans3-BoldIt.ttf", "Ubuntu-Regular.ttf",
}

func fontFile(t testing.TB, name string) []byte {
	t.Helper()
	civic, ok := themes.Builtin("civic")
	if !ok {
		t.Fatal("no theme civic")
	}
	data, err := fs.ReadFile(civic, "fonts/"+name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func load(t testing.TB, name string) *Face {
	t.Helper()
	return loadData(t, fontFile(t, name))
}

func loadData(t testing.TB, data []byte) *Face {
	t.Helper()
	f, err := Load(data)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// changed returns Source Sans after a change to a copy of its tables.
func changed(t testing.TB, change func(tables)) []byte {
	t.Helper()
	parts := partsOf(t, fontFile(t, "SourceSans3-Regular.ttf"))
	change(parts)
	return parts.file()
}

func partsOf(t testing.TB, data []byte) tables {
	t.Helper()
	parts, err := readTables(data)
	if err != nil {
		t.Fatal(err)
	}
	for tag, table := range parts {
		parts[tag] = bytes.Clone(table)
	}
	return parts
}

func put(table []byte, at, value int) { binary.BigEndian.PutUint16(table[at:], uint16(value)) }

func shape(t testing.TB, name, text, lang string) []Glyph {
	t.Helper()
	return load(t, name).NewShaper().Shape(text, lang)
}
