// Package config reads site.toml into a typed, validated struct.
//
// Input is the text of the file; output a Config that is complete: every default
// is filled in, every language has a locale, the time zone is known. Whatever is
// wrong is a diagnostic with its place in site.toml.
package config

import (
	"slices"
	"time"

	"dossier/internal/diag"
	"dossier/internal/i18n"
	"dossier/internal/schema"
	"dossier/internal/tree"
)

// File is the name of the configuration file in the site's root.
const File = "site.toml"

// Config is the site's configuration.
type Config struct {
	Site          Site          `key:"site" is:"required"`
	Languages     []Language    `key:"language" is:"required"`
	Translation   Translation   `key:"translation"`
	Types         Types         `key:"types"`
	Menu          Menu          `key:"menu"`
	Accessibility Accessibility `key:"accessibility"`
	Check         Check         `key:"check"`

	Zone    *time.Location // of Site.Timezone
	Base    string         // path of Site.BaseURL with both slashes: "/" or "/sub/"
	Origin  string         // scheme and host of Site.BaseURL, without a slash
	Locales []*i18n.Locale // of Languages, in order
}

// Site is the table [site].
type Site struct {
	BaseURL  schema.Str  `key:"base_url" is:"required" form:"base"`
	Title    schema.Text `key:"title" is:"required"`
	Owner    schema.Ref  `key:"owner" is:"required" ref:"partners"`
	Timezone schema.Str  `key:"timezone"`
	Theme    schema.Str  `key:"theme"`
	Accent   schema.Str  `key:"accent"`
	Licence  schema.Text `key:"licence"`
}

// Language is a [[language]] table.
type Language struct {
	Code     schema.Str  `key:"code" is:"required" form:"lang"`
	Label    schema.Str  `key:"label" is:"required"`
	Locale   schema.Str  `key:"locale" form:"lang"`
	Required schema.Bool `key:"required"`
}

// Translation is the table [translation].
type Translation struct {
	Missing schema.Str `key:"missing" enum:"link notice hide"`
	Stale   schema.Str `key:"stale" enum:"ignore warn error"`
}

// Types is the table [types]: what differs from the defaults, per content type.
type Types struct {
	Projects    Type `key:"projects"`
	Partners    Type `key:"partners"`
	Events      Type `key:"events"`
	News        Type `key:"news"`
	Guides      Type `key:"guides"`
	Kits        Type `key:"kits"`
	Programmes  Type `key:"programmes"`
	Territories Type `key:"territories"`
	Pages       Type `key:"pages"`
}

// Type is an entry of [types].
type Type struct {
	Path    schema.Text `key:"path" form:"slug"`
	Missing schema.Str  `key:"missing" enum:"link notice hide"`
}

// Menu is the table [menu].
type Menu struct {
	Main   []schema.Str `key:"main"`
	Footer []schema.Str `key:"footer"`
}

// Accessibility is the table [accessibility].
type Accessibility struct {
	Statement schema.Str  `key:"statement" form:"url"`
	Reviewed  schema.Date `key:"reviewed"`
}

// Check is the table [check].
type Check struct {
	// Skip are addresses of other sites that are not asked for: whatever begins with
	// one of them.
	Skip []schema.Str `key:"skip" form:"url"`
}

// Parse reads the text of site.toml.
func Parse(text []byte) (*Config, []diag.Diagnostic) {
	clean, diags := tree.Clean(File, text)
	if len(diags) > 0 {
		return nil, diags
	}
	root, diags := tree.TOML(File, clean, 1)
	if len(diags) > 0 {
		return nil, diags
	}
	if list := root.Get("language"); list != nil && list.Kind == tree.Map {
		return nil, []diag.Diagnostic{diag.At(list.Pos, "wrong-type.tables", "language").WithHint("hint.tables", "language")}
	}
	codes := languageCodes(root)
	c := &Config{}
	if len(codes) == 0 {
		return nil, []diag.Diagnostic{diag.At(diag.Pos{File: File}, "missing-field.language").WithHint("hint.add-language")}
	}
	d := schema.NewDecoder(nil, codes, c)
	d.Add(root, "")
	diags = append(diags, d.Finish(diag.Pos{File: File, Line: 1, Col: 1})...)
	diags = append(diags, c.complete(codes)...)
	if !c.certain(codes) {
		diags = slices.DeleteFunc(diags, func(d diag.Diagnostic) bool {
			return slices.Contains([]string{"unknown-language.key", "unknown-language.locale", "missing-field.text"}, d.Message.Key)
		})
	}
	return c, diags
}

// certain reports whether the languages are as they were meant. Where one is
// misspelt, what texts say of it must not be called a mistake as well.
func (c *Config) certain(codes []string) bool {
	for i, l := range c.Languages {
		if !l.Code.Given() || slices.Index(codes, l.Code.Value) < i {
			return false
		}
	}
	return true
}

// languageCodes reads the codes first: translated fields need to know them.
func languageCodes(root *tree.Node) []string {
	list := root.Get("language")
	if list == nil {
		return nil
	}
	var codes []string
	for _, item := range list.Items {
		if code := item.Get("code"); code != nil && code.Value != "" {
			codes = append(codes, code.Value)
		}
	}
	return codes
}

// Codes returns the codes of the languages, in menu order.
func (c *Config) Codes() []string {
	codes := make([]string, len(c.Languages))
	for i, l := range c.Languages {
		codes[i] = l.Code.Value
	}
	return codes
}

// Locale returns the formats of a configured language.
func (c *Config) Locale(code string) *i18n.Locale {
	i := slices.IndexFunc(c.Languages, func(l Language) bool { return l.Code.Value == code })
	if i < 0 {
		return nil
	}
	return c.Locales[i]
}

// Required reports whether every page must exist in the language.
func (c *Config) Required(code string) bool {
	i := slices.IndexFunc(c.Languages, func(l Language) bool { return l.Code.Value == code })
	return i >= 0 && c.Languages[i].Required.On
}
