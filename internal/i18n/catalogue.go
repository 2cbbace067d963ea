package i18n

import (
	"maps"
	"path"
	"slices"

	"dossier/internal/diag"
)

// Catalogue holds the interface messages of the configured languages.
type Catalogue struct {
	ids       []string
	languages map[string]*Messages
}

// NewCatalogue reads the files of the given languages; of a message written
// twice the later file's counts. It reports every text that cannot be read and
// every message that another language has and this one lacks. Files of other
// languages are left alone.
func NewCatalogue(langs []string, files []MessageFile) (*Catalogue, []diag.Diagnostic) {
	l := loader{langs: langs, files: files, unread: map[string]bool{}}
	l.catalogue.languages = map[string]*Messages{}
	for _, lang := range langs {
		l.catalogue.languages[lang] = newMessages(lang)
	}
	for _, f := range files {
		l.read(f)
	}
	l.collectIDs()
	for _, lang := range langs {
		if !l.strange(lang) {
			l.check(lang)
		}
		l.catalogue.languages[lang].seal()
	}
	return &l.catalogue, diag.Sort(l.diags)
}

// Messages returns a language's messages; of one that is not configured, none.
func (c *Catalogue) Messages(lang string) *Messages {
	if m, ok := c.languages[lang]; ok {
		return m
	}
	m := newMessages(lang)
	m.seal()
	return m
}

// IDs returns the ids that any configured language has, sorted.
func (c *Catalogue) IDs() []string { return slices.Clone(c.ids) }

// loader builds a catalogue.
type loader struct {
	catalogue Catalogue
	langs     []string
	files     []MessageFile
	unread    map[string]bool // languages with a file that could not be read
	diags     []diag.Diagnostic
}

func (l *loader) read(f MessageFile) {
	into, configured := l.catalogue.languages[f.Lang]
	if !configured {
		if path.Dir(f.Path) == siteFolder {
			l.diags = append(l.diags, diag.At(diag.Pos{File: f.Path}, "unknown-language.messages", f.Lang, l.langs).
				WithHint("hint.configure-language", f.Lang))
		}
		return
	}
	messages, diags, ok := f.read()
	l.diags = append(l.diags, diags...)
	l.unread[f.Lang] = l.unread[f.Lang] || !ok
	for id, m := range messages {
		if replaced, twice := into.byID[id]; twice {
			m.first = replaced.original()
		}
		into.byID[id] = m
	}
}

func (l *loader) collectIDs() {
	union := map[string]bool{}
	for _, m := range l.catalogue.languages {
		for id := range m.byID {
			union[id] = true
		}
	}
	l.catalogue.ids = slices.Sorted(maps.Keys(union))
}

// strange reports a language of which there is not a single message, once and not
// message by message.
func (l *loader) strange(lang string) bool {
	if len(l.catalogue.ids) == 0 || len(l.catalogue.languages[lang].byID) > 0 || l.unread[lang] {
		return false
	}
	file := path.Join(siteFolder, lang+".toml")
	l.diags = append(l.diags, diag.At(diag.Pos{File: file}, "missing-message.language", lang, len(l.catalogue.ids)).
		WithHint("hint.message-language", file))
	return true
}

// check compares a language with the first that has the same message.
func (l *loader) check(lang string) {
	messages := l.catalogue.languages[lang]
	needed := messages.plurals.needed()
	for _, id := range l.catalogue.ids {
		model, from := l.model(id, lang)
		m, has := messages.byID[id]
		if has {
			l.checkForms(id, lang, m, needed)
			if m.first != nil {
				l.checkNames(id, m, *m.first, lang)
			}
			if slices.Index(l.langs, from) < slices.Index(l.langs, lang) {
				l.checkNames(id, *m.original(), *model.original(), from)
			}
		} else if !l.unread[lang] {
			l.reportMissing(id, lang, model, from)
		}
	}
}

// model returns the message in the first other language that has it.
func (l *loader) model(id, except string) (m message, lang string) {
	for _, lang := range l.langs {
		if m, ok := l.catalogue.languages[lang].byID[id]; ok && lang != except {
			return m, lang
		}
	}
	return message{}, ""
}

func (l *loader) checkForms(id, lang string, m message, needed []form) {
	if !m.plural {
		return
	}
	if m.source[other] == "" {
		l.diags = append(l.diags, diag.At(m.pos, "message-syntax.other", id).WithHint("hint.message-form", "other"))
	}
	for _, f := range needed {
		if f != other && m.source[f] == "" {
			l.diags = append(l.diags, diag.At(m.pos, "missing-message.form", id, formNames[f], lang).WithHint("hint.message-form", formNames[f]))
		}
	}
}

// checkNames finds a misspelt placeholder: one that the model does not know, in
// a message that leaves out one of the model's. Leaving one out is no mistake
// by itself: a language may say "no partners" where another gives the count.
func (l *loader) checkNames(id string, m, model message, from string) {
	known, used := model.names(), m.names()
	if len(without(known, used)) == 0 {
		return
	}
	for _, name := range without(used, known) {
		l.diags = append(l.diags, diag.At(m.pos, "message-syntax.name", id, name).
			WithHint("hint.message-names", known).
			Also(model.pos, "see.message", from))
	}
}

func without(a, b []string) []string {
	return slices.DeleteFunc(slices.Clone(a), func(s string) bool { return slices.Contains(b, s) })
}

// reportMissing reports a message that a language lacks; where the site alone has it,
// and it resembles one that is known, that was probably meant.
func (l *loader) reportMissing(id, lang string, model message, from string) {
	known := slices.Sorted(maps.Keys(l.catalogue.languages[lang].byID))
	if near, ok := diag.Nearest(id, known); ok && path.Dir(model.pos.File) == siteFolder {
		l.diags = append(l.diags, diag.At(model.pos, "missing-message.new", id, lang).WithHint("hint.did-you-mean", near))
		return
	}
	file := l.home(lang, model.pos.File)
	l.diags = append(l.diags, diag.At(diag.Pos{File: file}, "missing-message", id, lang).
		WithHint("hint.message-add", file, from, model.source[other]).
		Also(model.pos, "see.message", from))
}

// siteFolder is where a site has message files of its own.
const siteFolder = "i18n"

// home returns the file that a language's version of a message belongs in: the
// one beside the file that has it in another language, or else the site's own,
// when the language is one that only the site knows.
func (l *loader) home(lang, beside string) string {
	own := ""
	for _, f := range l.files {
		if f.Lang == lang && path.Dir(f.Path) == path.Dir(beside) {
			return f.Path
		}
		if f.Lang == lang {
			own = f.Path
		}
	}
	if own != "" && path.Dir(own) == siteFolder {
		return own
	}
	return path.Join(path.Dir(beside), lang+".toml")
}
