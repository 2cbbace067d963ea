package config

import (
	"maps"
	"net/url"
	"slices"
	"strings"
	"time"

	"dossier/internal/diag"
	"dossier/internal/i18n"
	"dossier/internal/schema"
)

// defaultPaths are the translated sections of addresses. A language without an
// entry uses the folder's name.
var defaultPaths = map[string]map[string]string{
	"projects":    {"it": "progetti"},
	"partners":    {"it": "partner"},
	"events":      {"it": "eventi"},
	"news":        {"it": "notizie"},
	"guides":      {"it": "guide"},
	"kits":        {"it": "kit"},
	"programmes":  {"it": "programmi"},
	"territories": {"it": "territori"},
}

// Path returns the address part of a content folder in a language: "progetti".
// Pages stand at the root of their language: theirs is empty.
func (c *Config) Path(folder, lang string) string {
	if own := c.options(folder).Path.Value(lang); own != "" {
		return own
	}
	if folder == "pages" {
		return ""
	}
	if p, ok := defaultPaths[folder][lang]; ok {
		return p
	}
	return folder
}

// Missing returns the policy for records of a folder that a language lacks:
// link, notice or hide.
func (c *Config) Missing(folder string) string {
	if own := c.options(folder).Missing; own.Given() {
		return own.Value
	}
	return c.Translation.Missing.Value
}

func (c *Config) options(folder string) Type {
	switch folder {
	case "projects":
		return c.Types.Projects
	case "partners":
		return c.Types.Partners
	case "events":
		return c.Types.Events
	case "news":
		return c.Types.News
	case "guides":
		return c.Types.Guides
	case "kits":
		return c.Types.Kits
	case "programmes":
		return c.Types.Programmes
	case "territories":
		return c.Types.Territories
	}
	return c.Types.Pages
}

// complete fills in defaults and checks what no single field can say.
func (c *Config) complete(codes []string) []diag.Diagnostic {
	var diags []diag.Diagnostic
	fill(&c.Site.Timezone, "Europe/Rome")
	fill(&c.Site.Theme, "civic")
	fill(&c.Site.Accent, "#0b3d75")
	fill(&c.Translation.Missing, "link")
	fill(&c.Translation.Stale, "warn")
	for i, l := range c.Languages {
		if l.Code.Given() && slices.Index(c.Codes(), l.Code.Value) < i {
			diags = append(diags, diag.At(l.Code.Pos, "duplicate-id.language", l.Code.Value))
		}
	}
	for _, code := range codes {
		if title := c.Site.Title; title.Given() && title.Value(code) == "" {
			diags = append(diags, diag.At(title.In[0].Pos, "missing-field.text", "title", code).WithHint("hint.add-in-language", code))
		}
	}
	diags = append(diags, c.paths()...)
	diags = append(diags, c.zone()...)
	diags = append(diags, c.locales()...)
	c.address()
	return diags
}

// paths reports two content folders that want one address in a language.
func (c *Config) paths() []diag.Diagnostic {
	var diags []diag.Diagnostic
	folders := slices.Sorted(maps.Keys(defaultPaths))
	for _, folder := range folders {
		for _, own := range c.options(folder).Path.In {
			for _, other := range folders {
				if other == folder || c.Path(other, own.Lang) != own.Value {
					continue
				}
				if _, both := c.options(other).Path.Get(own.Lang); both && other > folder {
					continue // told of the other
				}
				diags = append(diags, diag.At(own.Pos, "url-collision.folder", own.Value, other).WithHint("hint.other-path"))
			}
		}
	}
	return diags
}

func fill(s *schema.Str, value string) {
	if !s.Given() {
		s.Value = value
	}
}

func (c *Config) zone() []diag.Diagnostic {
	zone, err := time.LoadLocation(c.Site.Timezone.Value)
	if err != nil || c.Site.Timezone.Value == "Local" {
		c.Zone = time.UTC
		return []diag.Diagnostic{diag.At(c.Site.Timezone.Pos, "bad-enum.timezone", c.Site.Timezone.Value).WithHint("hint.timezone")}
	}
	c.Zone = zone
	return nil
}

func (c *Config) locales() []diag.Diagnostic {
	var diags []diag.Diagnostic
	c.Locales = nil
	for _, l := range c.Languages {
		key, tag := "locale", l.Locale
		if !tag.Given() {
			key, tag = "code", l.Code
		}
		locale, err := i18n.NewLocale(l.Code.Value, tag.Value)
		if base, _, _ := strings.Cut(tag.Value, "-"); err == nil && l.Locale.Given() && l.Code.Given() && base != strings.Split(l.Code.Value, "-")[0] {
			diags = append(diags, diag.At(tag.Pos, "unknown-language.locale", tag.Value, l.Code.Value).WithHint("hint.locale", l.Code.Value))
		}
		if err != nil {
			locale, _ = i18n.NewLocale("en", "en-GB")
		}
		if err != nil && tag.Given() {
			diags = append(diags, diag.At(tag.Pos, "unknown-language.tag", key, tag.Value).WithHint("hint.language-form"))
		}
		c.Locales = append(c.Locales, locale)
	}
	return diags
}

// address splits base_url into origin and base path.
func (c *Config) address() {
	u, err := url.Parse(c.Site.BaseURL.Value)
	if err != nil {
		c.Base = "/"
		return
	}
	c.Origin = u.Scheme + "://" + u.Host
	c.Base = "/" + strings.Trim(u.Path, "/") + "/"
	if c.Base == "//" {
		c.Base = "/"
	}
}

// SetBaseURL replaces the address from site.toml, for a preview.
func (c *Config) SetBaseURL(address string) {
	c.Site.BaseURL.Value = address
	c.address()
}
