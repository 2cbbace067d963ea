package build

import (
	"io/fs"
	"os"
	"path"
	"sync"

	"dossier/internal/diag"
	"dossier/internal/i18n"
	"dossier/internal/memo"
	"dossier/internal/plan/labels"
	"dossier/internal/render/jsonld"
	"dossier/internal/theme"
	"dossier/themes"
)

// contentSecurityPolicy is what pages may load: nothing from elsewhere and
// nothing inline. The theme says the same in the page, for hosts that send no
// headers.
const contentSecurityPolicy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; " +
	"connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// loadTheme loads the built-in theme with the site's own files over it, once.
func (r *run) loadTheme() error {
	if r.Theme != nil {
		return nil
	}
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
		BasePath: r.Config.Base, Body: r.body(), JSONLD: jsonld.Append, Last: r.lastTheme(),
		Once: sync.OnceFunc,
		Known: func(key memo.Key) []byte {
			facts, _ := r.store.Get(r.themeKey(key))
			return facts
		},
	})
	if t != r.lastTheme() && !t.Recalled() {
		if facts := t.Facts(); facts != nil {
			r.store.Put(r.themeKey(t.Key()), facts)
		}
	}
	r.Theme, r.ofTheme = t, diags
	if t != r.lastTheme() && !t.Recalled() && !diag.HasErrors(diags) { // else few layouts are needed, or none
		langs := r.Config.Codes()
		r.each(len(langs), func(i int) { t.Warm(langs[i]) })
	}
	return nil
}

// themeKey is where the store keeps the facts of a theme.
func (r *run) themeKey(key memo.Key) memo.Key { return memo.Sum("theme", r.program, key) }

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
