package dossier

import (
	"maps"
	"path"
	"slices"
	"strings"

	"dossier/internal/diag"
)

// textTypes are the extensions of files that may have been meant as records.
var textTypes = []string{"", ".txt", ".htm", ".html", ".yaml", ".yml", ".toml", ".json", ".doc", ".docx", ".odt", ".rtf"}

// officeTypes are those among them whose words another program has to give out.
var officeTypes = []string{".doc", ".docx", ".odt", ".rtf"}

// strays warns of files under content/ that look like a text and are none, and
// that no page offers either: nobody would miss them before the readers do. While
// a record cannot be read, or is not published, what it would offer is not known.
func (l *linker) strays() {
	pending := map[string]bool{}
	for _, item := range l.set.Items() {
		_, hidden := l.hidden[item.Address()]
		if item.Broken || hidden {
			pending[item.Dir] = true
		}
	}
	for _, name := range slices.Sorted(maps.Keys(l.set.Files)) {
		if _, used := l.assets[name]; used || l.active[name] || pending[path.Dir(name)] || !readable(name) {
			continue
		}
		hint := "hint.rename-md"
		if slices.Contains(officeTypes, strings.ToLower(path.Ext(name))) {
			hint = "hint.copy-to-md"
		}
		l.add(diag.At(diag.Pos{File: name}, "bad-path.stray").WithHint(hint, textName(path.Base(name), l.langs)))
	}
}

func readable(name string) bool {
	return slices.Contains(textTypes, strings.ToLower(path.Ext(name))) || strings.Contains(path.Base(name), ".md.")
}

// textName is the name that a file would have as a text: about.it.txt and
// about.md.it are about.it.md.
func textName(name string, langs []string) string {
	parts := slices.DeleteFunc(strings.Split(name, "."), func(part string) bool { return part == "md" || part == "" })
	if last := len(parts) - 1; last > 0 && !slices.Contains(langs, parts[last]) {
		parts = parts[:last]
	}
	return strings.Join(parts, ".") + ".md"
}
