// Package themes holds the themes that come with the program. A theme is a
// folder with theme.toml, layouts/, assets/ and i18n/; docs/theme-contract.md
// says what its templates see.
package themes

import (
	"embed"
	"io/fs"
)

//go:embed all:civic
var embedded embed.FS

// Names returns the names of the themes, sorted.
func Names() []string {
	entries, err := embedded.ReadDir(".")
	if err != nil {
		panic("themes: " + err.Error())
	}
	names := make([]string, 0, len(entries))
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

// Builtin returns the files of a theme. It is false for a name that is not one
// of Names.
func Builtin(name string) (fs.FS, bool) {
	for _, known := range Names() {
		if known == name {
			sub, err := fs.Sub(embedded, name)
			return sub, err == nil
		}
	}
	return nil, false
}
