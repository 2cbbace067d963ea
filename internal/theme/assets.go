package theme

import (
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"path"
	"slices"
	"strings"

	"dossier/internal/diag"
)

const assetFolder = "assets/"

// fingerprintDigits are the hexadecimal digits of an asset's digest in its name.
const fingerprintDigits = 8

// Asset is a file of the theme as it is published.
type Asset struct {
	Path string // in the output: assets/civic.3fa91c2b.css
	Type string // media type
	Data []byte
}

// assetTypes are the media types by extension.
var assetTypes = map[string]string{
	".avif":        "image/avif",
	".css":         "text/css; charset=utf-8",
	".gif":         "image/gif",
	".ico":         "image/vnd.microsoft.icon",
	".jpg":         "image/jpeg",
	".js":          "text/javascript; charset=utf-8",
	".json":        "application/json",
	".png":         "image/png",
	".svg":         "image/svg+xml",
	".txt":         "text/plain; charset=utf-8",
	".webmanifest": "application/manifest+json",
	".webp":        "image/webp",
	".woff2":       "font/woff2",
}

func assetType(name string) string {
	if t, ok := assetTypes[path.Ext(name)]; ok {
		return t
	}
	return "application/octet-stream"
}

// newAsset names the bytes after their content, so that an address never shows
// anything else and may be kept for ever.
func newAsset(name string, data []byte) Asset {
	sum := sha256.Sum256(data)
	ext := path.Ext(name)
	stem := strings.TrimSuffix(name, ext)
	return Asset{
		Path: assetFolder + stem + "." + hex.EncodeToString(sum[:])[:fingerprintDigits] + ext,
		Type: assetType(name),
		Data: data,
	}
}

// assetSet holds the assets while and after they are made.
type assetSet struct {
	files     files // names within assets/
	bundles   []bundle
	basePath  string
	accent    string // rule put before the style sheet that uses it
	published map[string]Asset
	drawn     map[string]string // minified drawings, for inline
	ds        []diag.Diagnostic
}

func newAssetSet(all files, basePath, accent string) *assetSet {
	a := &assetSet{
		files:     assetFiles(all),
		basePath:  basePath,
		accent:    accent,
		published: map[string]Asset{},
		drawn:     map[string]string{},
	}
	if f, ok := all[manifestName]; ok {
		a.readBundles(f)
	}
	return a
}

// make makes the assets. Those that templates only draw and never link are not
// published. Style sheets come last, since they name others.
func (a *assetSet) make(linked, drawn []string) {
	for _, name := range a.names() {
		if slices.Contains(drawn, name) {
			a.drawn[name] = string(a.content(name))
		}
	}
	hidden := func(name string) bool { return slices.Contains(drawn, name) && !slices.Contains(linked, name) }
	names := slices.DeleteFunc(a.names(), hidden)
	for _, name := range names {
		if !isSheet(name) {
			a.published[name] = newAsset(name, a.content(name))
		}
	}
	for _, name := range names {
		if isSheet(name) {
			a.published[name] = newAsset(name, a.accented(a.content(name)))
		}
	}
}

func isSheet(name string) bool { return path.Ext(name) == ".css" }

// all returns the published assets by path.
func (a *assetSet) all() []Asset {
	return slices.SortedFunc(maps.Values(a.published), func(x, y Asset) int { return strings.Compare(x.Path, y.Path) })
}

// names are all names that a template can ask for; parts of bundles are known by
// the bundle's name alone.
func (a *assetSet) names() []string {
	parts := map[string]bool{}
	names := map[string]bool{}
	for _, b := range a.bundles {
		names[b.name] = true
		for _, f := range b.parts {
			parts[f.name] = true
		}
	}
	for name := range a.files {
		if !parts[name] {
			names[name] = true
		}
	}
	return slices.Sorted(maps.Keys(names))
}

// drawings are the names that inline knows.
func (a *assetSet) drawings() []string {
	return slices.DeleteFunc(a.names(), func(name string) bool { return path.Ext(name) != ".svg" })
}

// content returns the minified bytes of an asset or a bundle.
func (a *assetSet) content(name string) []byte {
	for _, b := range a.bundles {
		if b.name == name {
			return a.join(b)
		}
	}
	return a.minified(a.files[name])
}

func (a *assetSet) join(b bundle) []byte {
	var all []byte
	for i, f := range b.parts {
		if i > 0 {
			all = append(all, '\n')
		}
		all = append(all, a.minified(f)...)
	}
	return all
}

func (a *assetSet) minified(f file) []byte {
	if isSheet(f.name) {
		f = a.linked(f)
	}
	data, ds := minifyAsset(f)
	a.ds = append(a.ds, ds...)
	return data
}

func (a *assetSet) accented(css []byte) []byte {
	if !strings.Contains(string(css), accentVariable) {
		return css
	}
	return append([]byte(a.accent), css...)
}

// url is an asset's address with the site's base path.
func (a *assetSet) url(name string) (string, bool) {
	asset, ok := a.published[name]
	return a.basePath + asset.Path, ok
}
