package source

import (
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Scratch reports whether a name is what an editor, a download or a system leaves
// beside the file that it is about.
func Scratch(name string) bool {
	switch {
	case name == "Thumbs.db", name == ".DS_Store", name == "4913":
		return true
	case strings.HasPrefix(name, "._"), strings.HasPrefix(name, ".#"), strings.HasPrefix(name, "~$"), strings.HasPrefix(name, ".~lock."):
		return true
	}
	for _, end := range []string{"~", ".swp", ".swo", ".swx", ".tmp", ".bak", ".orig", ".rej", ".part", ".crdownload"} {
		if strings.HasSuffix(name, end) {
			return true
		}
	}
	return strings.HasPrefix(name, "#") && strings.HasSuffix(name, "#")
}

// devices are names that Windows keeps for itself, with any extension.
var devices = []string{
	"con", "prn", "aux", "nul", "conin$", "conout$",
	"com¹", "com²", "com³", "lpt¹", "lpt²", "lpt³",
	"com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
	"lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
}

// unportable says why a path cannot be stored everywhere; empty: it can.
func unportable(p string) string {
	name := path.Base(p)
	stem, _, _ := strings.Cut(strings.ToLower(name), ".")
	switch {
	case slices.Contains(devices, stem):
		return "device"
	case strings.ContainsAny(name, `\:*?"<>|`) || !utf8.ValidString(name) || strings.ContainsFunc(name, isUnseen):
		return "characters"
	case strings.HasSuffix(name, ".") || strings.HasSuffix(name, " ") || strings.HasPrefix(name, " "):
		return "ends"
	case len(p) > 180:
		return "long"
	}
	return ""
}

// isUnseen holds for controls, for marks that turn the direction of writing, and
// for characters without width: a name with them is not what it looks like.
func isUnseen(r rune) bool { return unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Cf, r) }

// sizeLimit is how many bytes a file may have.
func sizeLimit(p string) int64 {
	switch strings.ToLower(path.Ext(p)) {
	case ".toml":
		return maxSettings
	case ".lock":
		return maxLedger
	case ".md", ".html", ".css", ".js":
		return maxText
	case ".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg":
		return maxImage
	}
	return maxFile
}
