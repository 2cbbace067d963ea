// Package labels holds the words that plan writes into views: names of kinds,
// states, roles and facts, in every language that the program knows. A site adds
// a language, or replaces a word, with a file of its own in i18n/.
package labels

import (
	"embed"
	"path"
	"strings"

	"dossier/internal/i18n"
)

//go:embed *.toml
var files embed.FS

// Files returns the message files, sorted by language.
func Files() []i18n.MessageFile {
	entries, _ := files.ReadDir(".")
	var out []i18n.MessageFile
	for _, e := range entries {
		data, _ := files.ReadFile(e.Name())
		out = append(out, i18n.MessageFile{
			Path: "internal/plan/labels/" + e.Name(),
			Lang: strings.TrimSuffix(e.Name(), path.Ext(e.Name())), Data: data,
		})
	}
	return out
}
