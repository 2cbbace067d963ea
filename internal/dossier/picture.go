package dossier

import (
	"path"

	"dossier/internal/content"
)

// pictures resolves the picture of each record.
func (l *linker) pictures() {
	entries := append([]*Entry{l.site.Home.Entry}, l.site.Entries...)
	for _, s := range l.site.Sections {
		entries = append(entries, s.Entry)
	}
	for _, e := range entries {
		if e.Common.Image.Given() {
			e.Image = l.picture(e.Dir, e.Common.Image)
		}
	}
}

func (l *linker) picture(dir string, img content.Image) *Picture {
	p := &Picture{PerLang: map[string]*Asset{}, Credit: img.Credit.Value, Decorative: img.Decorative.On}
	for _, lang := range l.langs {
		if _, own := l.set.Files[variant(path.Join(dir, img.Src.Value), lang)]; own {
			p.PerLang[lang] = l.image(dir, img.Src.Value, lang, img.Src.Pos)
		}
	}
	if len(p.PerLang) < len(l.langs) {
		p.Asset = l.image(dir, img.Src.Value, "", img.Src.Pos)
		if p.Asset == nil {
			return nil
		}
	} else {
		p.Asset = p.PerLang[l.langs[0]]
	}
	p.Alt = func(lang string) (string, string) {
		v := img.Alt.Best(lang, l.langs)
		return v.Value, v.Lang
	}
	return p
}
