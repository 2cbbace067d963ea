package build

import (
	"io/fs"
	"os"
	"path"

	"dossier/internal/i18n"
	"dossier/internal/plan/labels"
	"dossier/internal/theme"
	"dossier/themes"
)

// contentSecurityPolicy is what pages may load: nothing from elsewhere and
// nothing inline. The theme says the same in the page, for hosts that send no
// headers.
const contentSecurityPolicy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; " +
	"connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// loadTheme loads the built-in theme with the site's own files over it.
func (r *run) loadTheme() error {
	name := r.Config.Site.Theme.Value
	base, known := themes.Builtin(name)
	if !known {
		base = nil
	}
	folder := path.Join("themes", name)
	own, err := ownTheme(r.Root, folder)
	if err != nil {
		return err
	}
	overrides, err := r.overrides()
	if err != nil {
		return err
	}
	t, diags := theme.Load(theme.Options{
		Name: name, NamePos: r.Config.Site.Theme.Pos, Base: base, Site: own, SitePath: folder,
		Languages: r.Config.Locales, Messages: labels.Files(), Overrides: overrides,
		Accent: r.Config.Site.Accent.Value, AccentPos: r.Config.Site.Accent.Pos,
		BasePath: r.Config.Base, Body: body, JSONLD: jsonLD, Last: r.lastTheme(),
	})
	r.Theme = t
	r.tell(diags)
	return nil
}

func (o Options) lastTheme() *theme.Theme {
	if o.Last == nil {
		return nil
	}
	return o.Last.Theme
}

// ownTheme is the site's own folder of the theme, nil when it has none.
func ownTheme(root, folder string) (fs.FS, error) {
	dir, err := os.OpenRoot(root)
	if err != nil {
		return nil, err
	}
	info, err := dir.Lstat(folder)
	if err != nil || !info.IsDir() {
		return nil, dir.Close()
	}
	return fs.Sub(dir.FS(), folder)
}

// overrides are the messages in the site's i18n folder.
func (r *run) overrides() ([]i18n.MessageFile, error) {
	var out []i18n.MessageFile
	for _, f := range r.Snapshot.Under("i18n") {
		if path.Ext(f.Path) != ".toml" {
			continue
		}
		data, err := r.Snapshot.Read(f.Path)
		if err != nil {
			return nil, err
		}
		name := path.Base(f.Path)
		out = append(out, i18n.MessageFile{Path: f.Path, Lang: name[:len(name)-len(".toml")], Data: data})
	}
	return out, nil
}
