package scaffold

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"dossier/internal/content"
	"dossier/internal/schema"
)

// Where the fields of a kind are written.
const (
	split     = iota // facts in a neutral file, words in one file per language
	wordsOnly        // facts in the file of the first language
	factsOnly        // one neutral file; its texts are maps of languages
)

// layouts are the kinds that differ from split: prose has next to no facts,
// directories next to no words.
var layouts = map[content.Kind]int{
	content.KindPage:      wordsOnly,
	content.KindChapter:   wordsOnly,
	content.KindPartner:   factsOnly,
	content.KindProgramme: factsOnly,
	content.KindTerritory: factsOnly,
}

// files writes the record's files. stem is their path without language and
// extension.
func (r Record) files(stem string) []File {
	layout := layouts[r.Kind]
	var out []File
	if layout != wordsOnly {
		out = append(out, r.neutral(stem, layout))
	}
	if layout == factsOnly {
		return out
	}
	for i, lang := range r.Languages {
		out = append(out, r.words(stem, lang, layout == wordsOnly && i == 0))
	}
	return out
}

// neutral writes what is the same in every language.
func (r Record) neutral(stem string, layout int) File {
	w := r.writer("")
	if layout == split {
		var others []string
		for _, lang := range r.Languages {
			others = append(others, path.Base(stem)+"."+lang+".md")
		}
		w.comment(say("file.facts", r.Notes, strings.Join(others, ", ")))
	}
	w.comment(say("file.how", r.Notes))
	w.fields(r.sorted(func(f schema.Field) bool { return layout == factsOnly || !f.Translated() }))
	return File{Path: stem + ".md", Data: w.page("")}
}

// words writes the texts of one language, and the facts too where no other file
// holds them.
func (r Record) words(stem, lang string, facts bool) File {
	w := r.writer(lang)
	if layouts[r.Kind] == wordsOnly && !facts {
		w.comment(say("file.elsewhere", r.Notes, path.Base(stem)+"."+r.Languages[0]+".md"))
	}
	w.comment(say("file.how", r.Notes))
	w.fields(r.sorted(func(f schema.Field) bool { return facts || f.Translated() }))
	return File{Path: stem + "." + lang + ".md", Data: w.page(r.body(lang))}
}

// sorted returns the wanted fields: first those that are written out, then the
// kind's own, then those of every kind.
func (r Record) sorted(wanted func(schema.Field) bool) []schema.Field {
	var filled, own, common []schema.Field
	for _, f := range editable(types[r.Kind]) {
		_, shared := meanings["Common."+f.Key]
		switch {
		case !wanted(f):
		case r.written(f):
			filled = append(filled, f)
		case shared:
			common = append(common, f)
		default:
			own = append(own, f)
		}
	}
	slices.SortStableFunc(filled, func(a, b schema.Field) int { return rank(a.Key) - rank(b.Key) })
	return slices.Concat(filled, own, common)
}

// written reports whether a field stands in the new file without a comment mark.
func (r Record) written(f schema.Field) bool {
	return f.Required || f.Key == "draft" || f.Key == "slug"
}

// rank puts what every record begins with first.
func rank(key string) int {
	first := []string{"draft", "title", "name", "summary", "slug"}
	if i := slices.Index(first, key); i >= 0 {
		return i
	}
	return len(first)
}

// value is what a field begins with: what follows from the id, else nothing, so
// that the build asks for it by name and line.
func (r Record) value(key string) string {
	bare := dated.Compiled().ReplaceAllString(r.ID, "")
	switch key {
	case "draft":
		return "true"
	case "slug":
		return strconv.Quote(bare)
	case "title", "name":
		return strconv.Quote(strings.ToUpper(bare[:1]) + strings.ReplaceAll(bare[1:], "-", " "))
	case "acronym":
		if !strings.Contains(bare, "-") {
			return strconv.Quote(strings.ToUpper(bare))
		}
	}
	return ""
}

// body is the outline of a text.
func (r Record) body(lang string) string {
	titles := headings[r.Kind]
	var b strings.Builder
	for i, title := range titles {
		if i > 0 {
			b.WriteString("\n")
		}
		b.WriteString("## " + title.in(lang) + "\n")
	}
	return b.String()
}
