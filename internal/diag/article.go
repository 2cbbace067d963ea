package diag

import (
	"strings"
	"unicode/utf8"

	"dossier/docs"
)

// Article is what the reference of diagnostics says of one of them: docs/diagnostics.md
// and docs/diagnostics.it.md, a section each.
type Article struct {
	ID       string
	Markdown string // without its heading
}

// Explain finds the article of a diagnostic. It is false for an id that the
// reference does not have in this language.
func Explain(id string, lang Lang) (Article, bool) {
	for _, a := range articles(lang) {
		if a.ID == id {
			return a, true
		}
	}
	return Article{}, false
}

// articles are all sections of the reference, in its order.
func articles(lang Lang) []Article {
	_, page, _ := strings.Cut(docs.Diagnostics(string(lang)), "\n## ")
	var all []Article
	for section := range strings.SplitSeq(page, "\n## ") {
		id, text, _ := strings.Cut(section, "\n")
		all = append(all, Article{ID: strings.TrimSpace(id), Markdown: strings.TrimSpace(text)})
	}
	return all
}

// blocks are the paragraphs of the article and the entries of its lists, without
// what makes words bold. The first one is the severity.
func (a Article) blocks() []string {
	text := strings.ReplaceAll(a.Markdown, "\n- ", "\n\n- ")
	var all []string
	for block := range strings.SplitSeq(text, "\n\n") {
		if block = strings.TrimSpace(block); block != "" {
			all = append(all, strings.Join(strings.Fields(strings.ReplaceAll(block, "**", "")), " "))
		}
	}
	return all
}

// Meaning is the paragraph that says what the diagnostic means.
func (a Article) Meaning() string {
	if all := a.blocks(); len(all) > 1 {
		return all[1]
	}
	return ""
}

// Summary is the first sentence of the meaning.
func (a Article) Summary() string {
	text := a.Meaning()
	for at := 0; ; {
		end := strings.Index(text[at:], ". ")
		if end < 0 {
			return text
		}
		if at += end + 1; !within(text[:at], '`') {
			return text[:at]
		}
	}
}

// within reports whether a text ends between two marks.
func within(text string, mark rune) bool { return strings.Count(text, string(mark))%2 == 1 }

// Text is the article for a terminal: lines of at most width characters, where
// words allow it, under the id.
func (a Article) Text(width int) string {
	var b strings.Builder
	b.WriteString(a.ID + "\n")
	inList := false
	for _, block := range a.blocks() {
		item, listed := strings.CutPrefix(block, "- ")
		if !listed || !inList {
			b.WriteByte('\n')
		}
		inList = listed
		if listed {
			wrap(&b, item, "  - ", "    ", width)
		} else {
			wrap(&b, block, "", "", width)
		}
	}
	return b.String()
}

// wrap writes a text in lines, the first after lead, the others after indent.
func wrap(b *strings.Builder, text, lead, indent string, width int) {
	b.WriteString(lead)
	column := utf8.RuneCountInString(lead)
	for i, word := range strings.Fields(text) {
		n := utf8.RuneCountInString(word)
		switch {
		case i > 0 && column+1+n > width:
			b.WriteString("\n" + indent)
			column = utf8.RuneCountInString(indent)
		case i > 0:
			b.WriteByte(' ')
			column++
		}
		b.WriteString(word)
		column += n
	}
	b.WriteByte('\n')
}
