package theme

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"dossier/internal/diag"
	"dossier/internal/tree"
)

// accentVariable is what a style sheet uses for the site's accent; for dark
// schemes there is --site-accent-dark.
const accentVariable = "--site-accent"

func accentRule(light, dark string) string {
	return ":root{" + accentVariable + ":" + light + ";" + accentVariable + "-dark:" + dark + "}"
}

// assetLink is url("asset:emblem.svg") in a style sheet.
var assetLink = regexp.MustCompile(`url\(\s*["']?asset:([^"')\s]+)["']?\s*\)`)

// linked puts addresses in place of the names of assets.
func (a *assetSet) linked(f file) file {
	var out []byte
	last := 0
	for _, m := range assetLink.FindAllSubmatchIndex(f.data, -1) {
		name := string(f.data[m[2]:m[3]])
		url, ok := a.url(name)
		if !ok {
			a.unknown(f.at(m[2], m[3]-m[2]), name)
		}
		out = append(out, f.data[last:m[0]]...)
		out = append(out, `url("`+url+`")`...)
		last = m[1]
	}
	f.data = append(out, f.data[last:]...)
	return f
}

func (a *assetSet) unknown(pos diag.Pos, name string) {
	names := slices.DeleteFunc(a.names(), isSheet)
	a.ds = append(a.ds, nearest(diag.At(pos, "unknown-asset", name), name, names))
}

// bundle is an asset made of several files, as theme.toml lists them. A name may
// have wildcards: "css/*.css" stands for all of them by name.
type bundle struct {
	name  string
	parts []file
}

func (a *assetSet) readBundles(f file) {
	root, ds := readManifest(f)
	a.ds = append(a.ds, ds...)
	table := root.Get("bundle")
	if table == nil {
		return
	}
	for _, entry := range table.Fields {
		b := bundle{name: entry.Key}
		if entry.Value.Kind != tree.List {
			a.ds = append(a.ds, diag.At(entry.Value.Pos, "wrong-type.list", entry.Key).WithHint("hint.list-form", `"`+entry.Value.Value+`"`))
		}
		for _, item := range entry.Value.Items {
			b.parts = append(b.parts, a.parts(item)...)
		}
		a.bundles = append(a.bundles, b)
	}
}

func (a *assetSet) parts(item *tree.Node) []file {
	var found []file
	for _, f := range a.files.below("", "") {
		if ok, _ := path.Match(item.Value, f.name); ok {
			found = append(found, f)
		}
	}
	if found == nil {
		names := make([]string, 0, len(a.files))
		for _, f := range a.files.below("", path.Ext(item.Value)) {
			names = append(names, f.name)
		}
		a.ds = append(a.ds, nearest(diag.At(item.Pos, "unknown-asset", item.Value), item.Value, names))
	}
	return found
}

// assetFiles returns the files below assets/ by their names there.
func assetFiles(all files) files {
	assets := files{}
	for _, f := range all.below(assetFolder, "") {
		f.name = strings.TrimPrefix(f.name, assetFolder)
		assets[f.name] = f
	}
	return assets
}
