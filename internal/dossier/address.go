package dossier

import (
	"path"
	"strings"

	"dossier/internal/content"
	"dossier/internal/diag"
	"dossier/internal/i18n"
)

// address gives every record its path in every language in which it has a page.
func (l *linker) address() {
	home := l.site.Home
	for _, lang := range l.langs {
		home.urls = append(home.urls, address{lang, "/" + lang + "/"})
		for _, s := range l.site.Sections {
			s.urls = append(s.urls, address{lang, l.sectionURL(s.Folder, lang)})
		}
	}
	l.opts.Each(len(l.site.Entries), func(i int) {
		e := l.site.Entries[i]
		e.urls = make([]address, 0, len(l.langs))
		for _, lang := range l.langs {
			if e.Has(lang) || e.Policy == "notice" {
				e.urls = append(e.urls, address{lang, l.entryURL(e, l.site.SectionOf(e.Kind.Folder()).url(lang), lang)})
			}
		}
	})
}

// address is where a page is in a language.
type address struct{ lang, url string }

// url is the address in a language; empty: there is none.
func (e *Entry) url(lang string) string {
	for _, a := range e.urls {
		if a.lang == lang {
			return a.url
		}
	}
	return ""
}

func (l *linker) sectionURL(folder, lang string) string {
	return "/" + path.Join(lang, l.site.Config.Path(folder, lang)) + "/"
}

// entryURL is the address of a record in a section.
func (l *linker) entryURL(e *Entry, section, lang string) string {
	switch e.Kind {
	case content.KindEvent, content.KindNews:
		if year := e.year(); year != "" {
			section += year + "/"
		}
	case content.KindChapter, content.KindSheet:
		if parent, ok := l.entries[e.Kind.Folder()+"/"+e.Parent()]; ok {
			section += l.slug(parent, lang) + "/"
		}
	}
	return section + l.slug(e, lang) + "/"
}

func (e *Entry) year() string {
	var date i18n.Date
	switch v := e.Value.(type) {
	case *content.Event:
		date = v.Start.Day
	case *content.News:
		date = v.Date.Date
	}
	if date.IsZero() {
		return ""
	}
	return i18n.Date{Year: date.Year}.String()
}

// slug is the editor's, or made from the id: changing a title never moves a page.
func (l *linker) slug(e *Entry, lang string) string {
	if own := e.Slug.Value(lang); own != "" {
		return own
	}
	if own, ok := e.Slug.Get(e.Origin); ok && !e.Has(lang) {
		return own.Value
	}
	id := path.Base(e.ID)
	if e.Kind == content.KindNews {
		if _, dated := i18n.ParseDate(id[:min(10, len(id))]); dated && len(id) > 11 {
			id = id[11:]
		}
	}
	return strings.ReplaceAll(id, ".", "-")
}

// AddressPos is the place that settles a record's address in a language: its slug,
// or the opening fence of its file where it has none.
func (e *Entry) AddressPos(lang string) diag.Pos {
	if own, ok := e.Slug.Get(lang); ok {
		return own.Pos
	}
	if own, ok := e.Slug.Get(e.Origin); ok && !e.Has(lang) {
		return own.Pos
	}
	return e.Fence(lang)
}

// slugID is the id that a name would make.
func slugID(name string) string { return i18n.Slug(name, "it") }

// aliases collects old addresses.
func (l *linker) aliases() {
	l.aliasesOf(l.site.Home.Entry)
	for _, s := range l.site.Sections {
		l.aliasesOf(s.Entry)
	}
	for _, e := range l.site.Entries {
		l.aliasesOf(e)
	}
	l.movedDocuments()
}

func (l *linker) aliasesOf(e *Entry) {
	for _, a := range e.Aliases.Items {
		lang := l.aliasLang(a.Value, e)
		from := "/" + strings.Trim(a.Value, "/") + "/"
		l.site.Redirects = append(l.site.Redirects, Redirect{From: from, Entry: e, Lang: lang, Pos: a.Pos})
	}
}

// movedDocuments has the alias of a page lead from the documents that lay beside
// it, unless they have an alias of their own.
func (l *linker) movedDocuments() {
	moved := make(map[string]Redirect, len(l.site.Redirects))
	for _, r := range l.site.Redirects {
		moved[r.From] = r
	}
	for _, document := range l.opts.Documents {
		from := "/" + document + "/"
		r, ok := moved["/"+path.Dir(document)+"/"]
		if _, own := moved[from]; ok && !own {
			l.site.Redirects = append(l.site.Redirects, Redirect{From: from, Entry: r.Entry, Lang: r.Lang, Pos: r.Pos})
		}
	}
}

// aliasLang reads the language off the address itself.
func (l *linker) aliasLang(address string, e *Entry) string {
	first, _, _ := strings.Cut(strings.Trim(address, "/"), "/")
	for _, lang := range l.langs {
		if lang == first {
			return lang
		}
	}
	return e.Origin
}
